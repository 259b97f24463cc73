//! Semaphores (`locks.py`, `Semaphore`, `BoundedSemaphore`).

use crate::kernel::{FutureState, Futures};
use crate::units::FutureId;

use super::line::Line;

/// `asyncio.Semaphore` and `asyncio.BoundedSemaphore`
#[derive(Debug, Default)]
pub struct Semaphore {
    /// How many may still be taken.
    pub value: i64,
    /// How many there may be at the most, when it is bounded.
    pub bound: Option<i64>,
    /// Those who wait.
    pub line: Line,
}

impl Semaphore {
    /// Whether one who asks must wait: there is none, or somebody is in line before (`Semaphore.locked`).
    #[must_use]
    pub fn is_locked(&self, futures: &Futures) -> bool {
        self.value == 0 || !self.line.is_given_up(futures)
    }

    /// Gives one to the next who waits; the future that is then done (`Semaphore._wake_up_next`).
    #[inline]
    pub fn hand_over(&mut self, futures: &Futures) -> Option<FutureId> {
        let next = self.line.asleep(futures)?;
        self.value -= 1;
        Some(next)
    }

    /// Whether a waiter that is cancelled was given one before, which it must give back.
    #[must_use]
    pub fn was_given(waiter: FutureId, futures: &Futures) -> bool {
        !matches!(futures[waiter].state, FutureState::Pending | FutureState::Cancelled(_))
    }
}
