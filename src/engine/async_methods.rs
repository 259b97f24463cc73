//! What `asend`, `athrow` and `aclose` of an asynchronous generator give: coroutines of the library's, into which may be thrown
//! before they begin (`genobject.c`).

use crate::kernel::exception::Raised;
use crate::kernel::{NO_CELL, Value, flag};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::CellId;

use super::Engine;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// An activation that has not begun may be what `asend`, `athrow` or `aclose` of an asynchronous generator gave:
    /// then what is thrown into it is thrown into the generator (`genobject.c`, `async_gen_athrow_throw`).
    pub(super) fn hand_to_generator(&mut self, activation: CellId, raised: Raised) -> Option<Helper> {
        let helper = self.method_of_generator(activation)?;
        self.cells.set_slot(activation, slot_of_thrown(helper), raised.0);
        self.thrown = NO_CELL;
        Some(helper)
    }

    /// Whether an exception was thrown into the running method of an asynchronous generator before it began.
    pub(super) fn was_handed(&self, exception: Value) -> bool {
        let method = self.method_of_generator(self.activation);
        method.is_some_and(|helper| self.slot(slot_of_thrown(helper)) == exception)
    }

    /// Of which method of an asynchronous generator an activation is.
    pub(super) fn method_of_generator(&self, activation: CellId) -> Option<Helper> {
        let code = self.cells[activation].code;
        let is_of = |helper: &Helper| match self.helper(*helper) {
            Value::Function(at) => self.vm.heap.function_object(at).code == code,
            _ => false,
        };
        [Helper::AsyncResume, Helper::AsyncThrow, Helper::AsyncClose].into_iter().find(is_of)
    }

    /// Before 3.13, `aclose` that something was thrown into before it began begins with its next step, if there is one.
    pub(super) fn note_closing(&mut self, task: CellId, method: Helper) {
        let is_closing = method == Helper::AsyncClose && !self.is_since(PythonVersion::V3_13);
        let is_pending = self.cells[task].has(flag::TASK) && self.cells[task].state.is_pending_task();
        if is_pending && is_closing {
            self.closing_anew.insert(task);
        }
    }
}

/// Where the helper of a method of an asynchronous generator finds what was thrown into it before it began.
const fn slot_of_thrown(helper: Helper) -> u16 {
    if matches!(helper, Helper::AsyncClose) { 1 } else { 2 }
}
