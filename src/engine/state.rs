//! What the VM's ops reach besides the slots of their activation, in one place. The engine reaches it there as well.

use crate::asyncio::Things;
use crate::kernel::heap::Heap;
use crate::kernel::{Futures, Value};
use crate::program::Program;
use crate::units::FutureId;

use super::quick::Ways;

/// The VM's state.
pub(super) struct Vm<'p> {
    pub(super) program: &'p Program,
    pub(super) constants: Vec<Value>,
    pub(super) globals: Vec<Value>,
    pub(super) heap: Heap,
    pub(super) futures: Futures,
    pub(super) things: Things,
    /// Rounds of loops until the next pause.
    pub(super) rounds: u32,
    /// Whether something happens when the script lets go of something.
    pub(super) may_let_go: bool,
    /// Whether no trace is told of tasks.
    pub(super) is_quiet: bool,
    pub(super) ways: Ways,
    /// Those who were woken quickly, in order: done already, and their callbacks have yet to go to the ready queue.
    pub(super) woken: Vec<FutureId>,
    /// Events as limits count them.
    pub(super) told: u64,
    /// Events as benches count them, but for tasks that finish.
    pub(super) events: u64,
}
