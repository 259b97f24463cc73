//! Locks, events and conditions (`locks.py`, `Lock`, `Event`, `Condition`): their state, and who may go on.

use crate::kernel::{Futures, Value};
use crate::trace::TaskLabel;
use crate::units::FutureId;

use super::line::Line;

/// `asyncio.Lock`
#[derive(Debug, Default)]
pub struct Lock {
    /// Whether somebody has it.
    pub is_locked: bool,
    /// Who; `None` for code outside any task.
    pub holder: Option<TaskLabel>,
    /// Those who wait.
    pub line: Line,
    /// The barrier that it is inside of: traces speak of that alone.
    pub inside: Option<u64>,
}

impl Lock {
    /// Whether it may be taken without waiting: nobody has it, and nobody is in line before (`Lock.acquire`).
    #[must_use]
    pub fn is_free(&self, futures: &Futures) -> bool {
        !self.is_locked && self.line.is_given_up(futures)
    }

    /// Who is woken when it is given back (`Lock._wake_up_first`).
    #[must_use]
    pub fn next(&self, futures: &Futures) -> Option<FutureId> {
        self.line.first_asleep(futures)
    }
}

/// `asyncio.Event`
#[derive(Debug, Default)]
pub struct Event {
    /// Whether it is set.
    pub is_set: bool,
    /// Those who wait.
    pub line: Line,
}

/// `asyncio.Condition`
#[derive(Debug)]
pub struct Condition {
    /// Its lock.
    pub lock: Value,
    /// Those who wait to be notified.
    pub line: Line,
    /// The barrier that it is inside of: traces speak of that alone.
    pub inside: Option<u64>,
}

impl Condition {
    /// Whom `notify(n)` wakes: the first so many that nobody has woken yet (`Condition._notify`).
    #[must_use]
    pub fn notified(&self, count: usize, futures: &Futures) -> Vec<FutureId> {
        let is_asleep = |waiter: &FutureId| futures[*waiter].state == crate::kernel::FutureState::Pending;
        self.line.iter().filter(is_asleep).take(count).collect()
    }
}
