//! What the VM's ops reach besides the slots of their activation, in one place. The engine reaches it there as well.

use crate::asyncio::Things;
use crate::kernel::heap::Heap;
use crate::kernel::{Cells, Futures, Value};
use crate::policy::Discipline;
use crate::program::Program;
use crate::program::code::{Code, Constant, Op};
use crate::units::CellId;

use super::effect::{Effect, Registers};
use super::operand::may_close;
use super::quick::Ways;
use super::spots::Spots;
use super::vm;

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
    /// Whether methods may be done quickly: no trace is told of tasks, and no thing has an attribute of a script's own, which may be
    /// a method.
    pub(super) is_quick: bool,
    pub(super) ways: Ways,
    /// The task whose step this is, as long as it went through ops and quick ways alone, so that it may stand in line from
    /// here; else no cell.
    pub(super) stepping: CellId,
    /// The tasks that stand in line without a future.
    pub(super) spots: Spots,
    /// Events as limits count them.
    pub(super) told: u64,
    /// Events as benches count them, but for tasks that finish.
    pub(super) events: u64,
}

impl Vm<'_> {
    /// What a global means that the script has not bound, where a built-in has its name.
    #[cold]
    pub(super) fn built_in(&self, global: u32) -> Option<Value> {
        match self.program.built_ins.iter().find(|(known, _)| *known == global)?.1 {
            Op::Constant(constant) => Some(self.constants[constant as usize]),
            Op::Global(written) => Some(self.globals[written as usize]).filter(|value| *value != Value::Unbound),
            _ => None,
        }
    }

    /// Runs ops of `code` from `registers` on, up to the next effect.
    #[inline(always)]
    pub(super) fn execute<D: Discipline>(
        &mut self,
        discipline: &mut D,
        cells: &mut Cells,
        code: &Code,
        registers: &mut Registers,
    ) -> Effect {
        vm::run::<false, D>(self, discipline, cells, code, registers)
    }

    /// Whether something that matters may have been let go of: by a container, an object or, where `of_acc`, the accumulator.
    #[inline]
    pub(super) fn lets_go(&mut self, of_acc: bool, acc: Value) -> bool {
        if !self.may_let_go {
            self.heap.take_drops();
            return false;
        }
        self.heap.has_drops() || of_acc && may_close(acc)
    }

    /// Runs one op, which may find answers to what it asks.
    #[cold]
    #[inline(never)]
    pub(super) fn execute_one<D: Discipline>(
        &mut self,
        discipline: &mut D,
        cells: &mut Cells,
        code: &Code,
        registers: &mut Registers,
    ) -> Effect {
        vm::run::<true, D>(self, discipline, cells, code, registers)
    }
}

/// What a constant of a program is in a run.
pub(super) fn value_of(constant: &Constant, heap: &mut Heap) -> Value {
    match constant {
        Constant::None => Value::None,
        Constant::Bool(value) => Value::bool(*value),
        Constant::Int(value) => Value::Int(*value),
        Constant::Long(value) => heap.int(value.clone()).unwrap_or(Value::None),
        Constant::Float(bits) => Value::Float(*bits),
        Constant::Str(text) => heap.string(text),
        Constant::Builtin(builtin) => Value::Builtin(builtin.number()),
        Constant::Library(function) => Value::Asyncio(*function as u64),
        Constant::ExceptionClass(class) => Value::ExceptionClass(u64::from(class.0)),
        Constant::NotImplemented => Value::NotImplemented,
        Constant::Unbound => Value::Unbound,
    }
}
