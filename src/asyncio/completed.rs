//! The iterator of `as_completed` (`tasks.py`, `_AsCompletedIterator`, `as_completed`).

use indexmap::IndexSet;

use crate::kernel::Value;
use crate::units::Awaitable;

/// `asyncio.as_completed(…)`
#[derive(Debug)]
pub struct Completed {
    /// What it was given; until 3.12 it becomes tasks at the first `next`.
    pub given: Option<Value>,
    /// What the generator of `as_completed` holds in its variables `fs` and `f` until it is over. From 3.13 on it is none.
    pub held: Option<[Value; 2]>,
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

impl Completed {
    /// Nothing has been asked for yet. Where it is a generator it holds what it was given until it is over.
    pub fn new(given: Value, timeout: Value, done: Value, is_generator: bool) -> Self {
        let held = is_generator.then_some([given, Value::None]);
        Self { given: Some(given), held, timeout, done, todo: IndexSet::new(), left: 0, call: None }
    }

    /// Waits for these, of which the `last` stays in a variable; what its timer takes.
    pub fn fill(&mut self, todo: IndexSet<Awaitable>, last: Value) -> Value {
        if let Some(held) = &mut self.held {
            held[1] = last;
        }
        self.left = todo.len();
        self.todo = todo;
        if self.left == 0 { Value::None } else { self.timeout }
    }

    /// Whether there is one more to hand out.
    pub fn take(&mut self) -> bool {
        let is_left = self.left > 0;
        if is_left {
            self.left -= 1;
        } else {
            self.held = None;
        }
        is_left
    }
}
