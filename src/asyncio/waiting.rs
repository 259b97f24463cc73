//! Waits for several futures at once (`tasks.py`, `_wait`, `_release_waiter`), and shields (`tasks.py`, `shield`).

use indexmap::IndexSet;

use crate::units::{Awaitable, FutureId};

/// When a wait is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// `FIRST_COMPLETED`
    First,
    /// `FIRST_EXCEPTION`
    FirstException,
    /// `ALL_COMPLETED`
    All,
    /// Any one of them releases it, and leaves the timer alone: `wait_for`'s and cancelling's own.
    Released,
}

/// A wait.
#[derive(Debug)]
pub struct Waiting {
    /// What the waiter waits on.
    pub waiter: FutureId,
    /// What is waited for, in order.
    pub futures: IndexSet<Awaitable>,
    /// How many have yet to report.
    pub left: usize,
    /// When it is over.
    pub until: Until,
    /// The scheduled call of its timer.
    pub call: Option<u32>,
}

impl Waiting {
    /// Counts a future that is done; whether the wait is over. `has_failed` says whether it has an exception of its own.
    pub fn report(&mut self, has_failed: bool) -> bool {
        self.left = self.left.saturating_sub(1);
        match self.until {
            Until::First | Until::Released => true,
            Until::FirstException => has_failed || self.left == 0,
            Until::All => self.left == 0,
        }
    }
}

/// A shield: what is inside, and the future that the others see.
#[derive(Clone, Copy, Debug)]
pub struct Shield {
    /// What must not be cancelled.
    pub inner: Awaitable,
    /// What is awaited.
    pub outer: FutureId,
}
