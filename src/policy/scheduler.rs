//! Which thread on which core, and for how long: what the machine under the loop asks. Knows no workers, no tasks, no clock of its
//! own.

use crate::units::{CoreId, Delay, LaneId, Time};

/// What becomes of a thread that wants a core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It waits for its turn.
    Waits,
    /// It takes the place of the one on this core.
    Preempts(CoreId),
}

/// For how long a thread may keep a core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slice {
    /// Until it blocks or ends.
    UntilBlocked,
    /// So long at the most.
    Quantum(Delay),
}

/// Why a thread left its core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// It has done what it had to do, or waits for something.
    Blocked,
    /// Its slice is used up.
    Quantum,
    /// Another one took its place.
    Preempted,
}

/// Which thread on which core, and for how long.
pub trait Scheduler {
    /// Takes in a thread that wants a core.
    fn arrive(&mut self, lane: LaneId, now: Time) -> Arrival;
    /// The thread that this free core is for, and for how long; `None` when none waits.
    fn pick(&mut self, core: CoreId, now: Time) -> Option<(LaneId, Slice)>;
    /// Told what a thread used of a core: what feedback queues and fair shares live on.
    fn charge(&mut self, lane: LaneId, ran: Delay, why: Stopped);
}
