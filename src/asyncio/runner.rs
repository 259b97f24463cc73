//! Runners (`runners.py`, `Runner`): a loop that outlives one run.

use crate::kernel::Value;
use crate::kernel::agenda::Agenda;
use crate::policy::Ready;
use crate::units::CellId;

/// A loop that does not run now: what is ready, what is due when, and whose tasks.
#[derive(Debug)]
pub struct Resting {
    /// What is ready, in order.
    pub ready: Vec<Ready>,
    /// How many of them its pass still has to run.
    pub left_in_pass: usize,
    /// What is due when.
    pub agenda: Agenda,
    /// Its tasks that are not done.
    pub tasks: Vec<CellId>,
    /// Whether its task factory is the eager one.
    pub is_eager: bool,
    /// Whether it was told to stop, and no pass of it has ended since.
    pub is_stopping: bool,
}

/// What a runner's loop is doing.
#[derive(Clone, Copy, Debug)]
pub enum Runner {
    /// Nobody has asked for it yet; whether it will debug, and by which factory it will be made.
    Created(Value, Value),
    /// It is there: its number, and whether the runner has made it the current one.
    Open(u64, bool),
    /// For good.
    Closed,
}
