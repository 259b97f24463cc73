//! Task groups (`taskgroups.py`, `TaskGroup`).

use indexmap::IndexSet;

use crate::kernel::Value;
use crate::units::{CellId, FutureId};

/// `asyncio.TaskGroup()`
#[derive(Debug, Default)]
pub struct TaskGroup {
    /// Whether its block was entered.
    pub is_entered: bool,
    /// Whether its block is being left.
    pub is_exiting: bool,
    /// Whether it has cancelled its tasks.
    pub is_aborting: bool,
    /// The task whose block it is.
    pub parent: Option<CellId>,
    /// Whether it has asked for that task's cancellation.
    pub has_cancelled_parent: bool,
    /// Tasks that have not reported their end.
    pub tasks: IndexSet<CellId>,
    /// Exceptions of tasks, in the order of their reports.
    pub errors: Vec<Value>,
    /// The first `KeyboardInterrupt` or `SystemExit`.
    pub base_error: Option<Value>,
    /// What the parent waits on.
    pub ending: Option<FutureId>,
}

impl TaskGroup {
    /// As `repr` shows it.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = "<TaskGroup".to_owned();
        if !self.tasks.is_empty() {
            words += &format!(" tasks={}", self.tasks.len());
        }
        if !self.errors.is_empty() {
            words += &format!(" errors={}", self.errors.len());
        }
        if self.is_aborting {
            words += " cancelling";
        } else if self.is_entered {
            words += " entered";
        }
        words + ">"
    }
}
