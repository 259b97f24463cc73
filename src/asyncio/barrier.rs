//! Barriers (`locks.py`, `Barrier`).

use crate::kernel::Value;

/// What a barrier is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Waits for the last task.
    Filling,
    /// The tasks that it let go are leaving.
    Draining,
    /// The tasks that a reset threw out are leaving.
    Resetting,
    /// For good.
    Broken,
}

/// `asyncio.Barrier`
#[derive(Debug)]
pub struct Barrier {
    /// Its condition, whose lock guards it.
    pub condition: Value,
    /// How many tasks open it.
    pub parties: i64,
    /// How many are inside.
    pub count: i64,
    /// What it is doing.
    pub phase: Phase,
}

impl Barrier {
    /// Counts a task in; its place. The last one opens the barrier.
    pub fn enter(&mut self) -> i64 {
        let place = self.count;
        self.count += 1;
        if self.count == self.parties {
            self.phase = Phase::Draining;
        }
        place
    }

    /// Counts a task out; whether it was the last, so that those outside are to be told (`Barrier._exit`).
    pub fn leave(&mut self) -> bool {
        self.count -= 1;
        if self.count == 0 && matches!(self.phase, Phase::Resetting | Phase::Draining) {
            self.phase = Phase::Filling;
        }
        self.count == 0
    }

    /// `reset()`
    pub fn reset(&mut self) {
        self.phase = if self.count > 0 { Phase::Resetting } else { Phase::Filling };
    }

    /// `n_waiting`
    #[must_use]
    pub fn waiting(&self) -> i64 {
        if self.phase == Phase::Filling { self.count } else { 0 }
    }
}
