//! The iterator of `as_completed` (`tasks.py`, `_AsCompletedIterator`, `as_completed`).

use indexmap::IndexSet;

use crate::kernel::Value;
use crate::units::Awaitable;

/// `asyncio.as_completed(…)`
#[derive(Debug)]
pub struct Completed {
    /// What it was given; until 3.12 it becomes tasks at the first `next`.
    pub given: Option<Value>,
    /// The timeout, `None` when there is none.
    pub timeout: Value,
    /// The queue of those that are done, and of `None` for those that came too late.
    pub done: Value,
    /// Those that are not done.
    pub todo: IndexSet<Awaitable>,
    /// How many are still to be handed out.
    pub left: usize,
    /// The scheduled call of its timer.
    pub call: Option<u32>,
}
