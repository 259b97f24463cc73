//! The floor: each workload written by hand in safe Rust, for nothing but that workload, with asyncio's hops.
//!
//! A handle in the ready queue is an enum of eight bytes, a task a small struct in a vector, a pass runs what was ready
//! when it began. There is no program to interpret, no value with a type, no trace, no cancellation and no error.

pub(crate) mod customers;
pub(crate) mod orders;
pub(crate) mod queue;
pub(crate) mod timers;
pub(crate) mod tree;
pub(crate) mod yields;

use std::collections::VecDeque;

/// asyncio's ready queue, of handles `H`.
pub(crate) struct ReadyQueue<H> {
    handles: VecDeque<H>,
    left_in_pass: usize,
}

impl<H> ReadyQueue<H> {
    pub(crate) fn new() -> Self {
        Self { handles: VecDeque::new(), left_in_pass: 0 }
    }

    pub(crate) fn push(&mut self, handle: H) {
        self.handles.push_back(handle);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.handles.is_empty()
    }

    pub(crate) fn begin_pass(&mut self) {
        self.left_in_pass = self.handles.len();
    }

    pub(crate) fn next_in_pass(&mut self) -> Option<H> {
        self.left_in_pass = self.left_in_pass.checked_sub(1)?;
        self.handles.pop_front()
    }
}

/// What a floor did, to be compared with what the engine does, and so that no work can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Done {
    /// Sleeps, yields and finished tasks.
    pub(crate) events: u64,
    /// The sum of what the tasks returned.
    pub(crate) sum: u64,
}
