//! Exceptions on their way up: through activations, to the handler that takes them or to the end of the task.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{NO_CELL, Value, flag};
use crate::policy::Discipline;
use crate::trace::Sink;
use crate::units::CellId;

use super::Engine;
use super::activation::Next;
use super::task::Input;

/// A traceback keeps this many frames: deep recursion repeats itself.
const MOST_FRAMES: usize = 1000;

/// Where an exception leads.
pub(super) enum Unwound {
    /// The task is over: the loop goes on.
    Suspended,
    /// The outermost activation, which belongs to no task, is over.
    Ended(Raised),
    /// An activation goes on with this in the accumulator.
    Go(CellId, Value),
}

/// Whether the exception knows of the activation it is raised in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noted {
    NotYet,
    Before,
    /// It is thrown into what waits there.
    ThrownIn,
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// An exception leaves `activation` and its callers, up to a handler or a task's end.
    pub(super) fn unwind(&mut self, activation: CellId, raised: Raised, noted: Noted) -> Unwound {
        let mut activation = activation;
        let mut noted = noted;
        let mut raised = raised;
        match noted {
            Noted::NotYet => {
                if let Some(handled) = self.handled_on_top() {
                    self.heap.set_context(raised, handled);
                }
            }
            Noted::ThrownIn => self.chain_own(activation, raised),
            Noted::Before => {}
        }
        loop {
            if noted != Noted::Before {
                self.note_frame(activation, raised);
            }
            noted = Noted::NotYet;
            if let Some(target) = self.find_handler(activation, raised) {
                self.cells[activation].pc = target;
                return Unwound::Go(activation, raised.0);
            }
            raised = self.leaving(activation, raised);
            if self.cells[activation].has(flag::TASK) {
                return match self.finish_task(activation, Err(raised)) {
                    Some((creator, acc)) => Unwound::Go(creator, acc),
                    None => Unwound::Suspended,
                };
            }
            let was_thrown_at = self.thrown_at == activation;
            self.leave_call(activation, Err(raised));
            let caller = self.cells[activation].link;
            self.free_cell(activation);
            if caller == NO_CELL {
                return Unwound::Ended(raised);
            }
            activation = caller;
            if was_thrown_at {
                self.chain_own(activation, raised);
            }
        }
    }

    /// What an activation handles becomes the context of an exception that is thrown into it (`genobject.c`, `gen_send_ex2`).
    fn chain_own(&mut self, activation: CellId, raised: Raised) {
        // An activation that has not begun handles nothing: a task that is cancelled before its first step.
        let handled = self.cells[activation].pc.checked_sub(1).and_then(|at| self.handled_in(activation, at));
        if let Some(handled) = handled {
            self.heap.set_context(raised, handled);
        }
    }

    /// Tells the trace that a call is over, if it knows of it.
    pub(super) fn leave_call(&mut self, activation: CellId, outcome: Input) {
        if self.thrown_at == activation {
            self.thrown_at = self.cells[activation].link;
        }
        let code = &self.program.codes[self.cells[activation].code];
        let is_announced = self.cells[activation].has(flag::ANNOUNCED);
        if !code.is_async && !is_announced && self.cells[activation].link != NO_CELL {
            self.unannounced = self.unannounced.saturating_sub(1);
        }
        if is_announced {
            self.tell_back(code.name, outcome);
        }
    }

    /// Where `activation` takes the exception.
    fn find_handler(&mut self, activation: CellId, raised: Raised) -> Option<u32> {
        // An activation that has not begun handles nothing: a task that is cancelled before its first step.
        let at = self.cells[activation].pc.checked_sub(1)?;
        if self.heap.class_of(raised.0) == Some(ClassId::UNSUPPORTED) {
            return None;
        }
        self.program.codes[self.cells[activation].code].handler(at)
    }

    /// The exception that `activation` is handling at `pc`.
    fn handled_in(&self, activation: CellId, pc: u32) -> Option<Value> {
        let code = &self.program.codes[self.cells[activation].code];
        let values = code.handled(pc).map(|slot| self.cells.slot(activation, slot));
        values.into_iter().find(|value| matches!(value, Value::Exception(_)))
    }

    /// `raise` alone: what is being handled.
    pub(super) fn raise_handled(&mut self) -> Next {
        match self.handled_on_top() {
            Some(handled) => Next::ThrowAgain(Raised(handled)),
            None => Next::Throw(self.heap.raise(ClassId::RUNTIME_ERROR, "No active exception to reraise")),
        }
    }

    /// What the running activation handles, else its callers, else the code that runs the loop (`errors.c`,
    /// `_PyErr_GetTopmostException`).
    ///
    /// When an exception was thrown into a task, only the innermost of the activations that waited counts, and what it calls:
    /// `coroutine.throw` goes to it directly.
    pub(super) fn handled_on_top(&self) -> Option<Value> {
        let beneath = Some(self.beneath).filter(|beneath| *beneath != Value::None);
        let mut activation = self.activation;
        while activation != NO_CELL {
            let at = self.cells[activation].pc.checked_sub(1);
            if let Some(handled) = at.and_then(|at| self.handled_in(activation, at)) {
                return Some(handled);
            }
            if activation == self.thrown_at {
                break;
            }
            activation = if self.cells[activation].has(flag::TASK) {
                // An eager task begins on top of its creator.
                let standing = self.standing.iter().rev().find(|standing| standing.child == activation);
                standing.map_or(NO_CELL, |standing| standing.activation)
            } else {
                self.cells[activation].link
            };
        }
        beneath
    }

    /// Notes on an exception that it passed through `activation`.
    fn note_frame(&mut self, activation: CellId, raised: Raised) {
        let cell = &self.cells[activation];
        if let (Value::Exception(reference), false) = (raised.0, self.program.codes[cell.code].is_hidden) {
            let frame = (cell.code, cell.pc.saturating_sub(1));
            let frames = &mut self.heap.exception_object_mut(reference).frames;
            if frames.len() < MOST_FRAMES {
                frames.push(frame);
            }
        }
    }
}
