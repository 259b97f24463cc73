//! Exceptions on their way up: through activations, to the handler that takes them or to the end of the task.

use crate::kernel::exception::{ClassId, Passed, Raised};
use crate::kernel::{NO_CELL, Value, flag};
use crate::policy::Discipline;
use crate::trace::Sink;
use crate::units::CellId;

use super::activation::Next;
use super::raise;
use super::tracebacks::MOST_FRAMES;
use super::{Engine, Stop};

/// Where an exception leads.
pub(super) enum Unwound {
    /// The task is over: the loop goes on.
    Suspended,
    /// The outermost activation, which belongs to no task, is over.
    Ended(Raised),
    /// An activation goes on with this in the accumulator.
    Go(CellId, Value),
}

/// How an exception came to the activation it sets out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// It is raised there: what is being handled, there or further out, becomes its context (`errors.c`, `_PyErr_SetObject`).
    Raised,
    /// It is thrown into it, as into a task or a generator: what the activation itself is handling becomes its context
    /// (`genobject.c`, `gen_send_ex2`; `errors.c`, `_PyErr_ChainStackItem`).
    Thrown,
    /// It was handled there, and goes on its way: its context stays, and its traceback knows of the activation.
    Again,
    /// It comes back as it was thrown, out of what has not begun: it has no other context than before.
    Back,
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// An exception leaves `activation` and its callers, up to a handler or a task's end.
    pub(super) fn unwind(&mut self, activation: CellId, raised: Raised, arrival: Arrival) -> Result<Unwound, Stop> {
        let mut activation = activation;
        let mut is_noted = arrival == Arrival::Again;
        let mut raised = raised;
        let handled = match arrival {
            Arrival::Raised => self.topmost_handled(activation),
            Arrival::Thrown => self.handled_now(activation),
            Arrival::Again | Arrival::Back => None,
        };
        if let Some(handled) = handled {
            self.vm.heap.set_context(raised, handled);
        }
        let mut handing_on = self.by_hand.take_handing_on();
        loop {
            if !is_noted {
                self.note_frame(activation, raised);
            }
            is_noted = false;
            let handler = self.find_handler(activation, raised);
            if self.may_let_go() {
                self.let_go_of_temporaries(activation, handler, raised)?;
            }
            if let Some(target) = handler {
                self.cells[activation].pc = target;
                return Ok(Unwound::Go(activation, raised.0));
            }
            raised = self.leaving(activation, raised);
            self.close_frame(activation);
            if self.cells[activation].has(flag::TASK) {
                match self.finish_task(activation, Err(raised)) {
                    // What leaves the loop leaves the first step of an eager task into its creator's.
                    Some((creator, _)) if self.interrupt == Some(raised.0) && !self.is_sequential() => {
                        self.interrupt = None;
                        activation = creator;
                        continue;
                    }
                    Some((creator, acc)) => return Ok(Unwound::Go(creator, acc)),
                    None => return Ok(Unwound::Suspended),
                }
            }
            self.leave_call(activation, Err(raised));
            self.vm.heap.end_writing(activation);
            let is_driven = self.forget_by_hand(activation);
            let caller = self.cells[activation].link;
            self.free_cell(activation);
            if caller == NO_CELL {
                return Ok(Unwound::Ended(raised));
            }
            let is_thrown = self.thrown == activation && !is_driven;
            if is_thrown {
                self.thrown = caller;
            }
            handing_on = handing_on.filter(|base| *base != activation);
            if (is_thrown || handing_on.is_some())
                && let Some(handled) = self.handled_now(caller)
            {
                self.vm.heap.set_context(raised, handled);
            }
            activation = caller;
        }
    }

    /// Where `activation` takes the exception.
    fn find_handler(&mut self, activation: CellId, raised: Raised) -> Option<u32> {
        // An activation that has not begun handles nothing: a task that is cancelled before its first step.
        let at = self.cells[activation].pc.checked_sub(1)?;
        if self.vm.heap.class_of(raised.0) == Some(ClassId::UNSUPPORTED) {
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

    /// The exception that `activation` is handling.
    fn handled_now(&self, activation: CellId) -> Option<Value> {
        self.handled_in(activation, self.cells[activation].pc.checked_sub(1)?)
    }

    /// The exception that `activation` is handling, else the nearest of its callers, else the code that runs the loop
    /// (`errors.c`, `_PyErr_GetTopmostException`).
    ///
    /// When an exception was thrown into a task, only the innermost of the activations that waited counts, and what it calls:
    /// `coroutine.throw` goes to it directly. So it is below who drives a coroutine by hand.
    pub(super) fn topmost_handled(&self, activation: CellId) -> Option<Value> {
        let mut activation = activation;
        let mut thrown = self.thrown;
        while activation != NO_CELL {
            if let Some(handled) = self.handled_now(activation) {
                return Some(handled);
            }
            if activation == thrown {
                match self.driven_base_of(activation) {
                    Some(base) => activation = base,
                    None => break,
                }
            }
            if let Some(before) = self.by_hand.thrown_before(activation) {
                thrown = before;
            }
            activation = self.caller_of(activation);
        }
        // Beneath another thread there is nothing.
        let is_on_the_loop = self.workers.lane == super::machine::MAIN;
        Some(self.beneath.handled).filter(|beneath| is_on_the_loop && *beneath != Value::None)
    }

    /// What goes on when an activation that runs is over; an eager task begins on top of its creator.
    fn caller_of(&self, activation: CellId) -> CellId {
        if !self.cells[activation].has(flag::TASK) {
            return self.cells[activation].link;
        }
        let standing = self.standing.iter().rev().find(|standing| standing.child == activation);
        standing.map_or(NO_CELL, |standing| standing.activation)
    }

    /// Whether an activation runs now, itself or by what it calls and awaits.
    pub(super) fn is_executing(&self, cell: CellId) -> bool {
        let mut activation = self.activation;
        while activation != NO_CELL && activation != cell {
            activation = self.caller_of(activation);
        }
        activation == cell
    }

    /// `raise` alone: what this activation or one of its callers is handling.
    pub(super) fn raise_handled(&mut self) -> Next {
        match self.topmost_handled(self.activation) {
            Some(handled) => Next::ThrowAgain(Raised(handled)),
            None => Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, "No active exception to reraise")),
        }
    }

    /// What is thrown where this is given: what a class makes that says itself how its objects are made.
    pub(super) fn made_to_be_thrown(&mut self, given: Value, arguments: &[Value]) -> Result<Value, Stop> {
        if !raise::makes_its_own(&self.vm.heap, given) {
            return Ok(given);
        }
        Ok(self.call_to_its_end(given, arguments)?.unwrap_or_else(|raised| raised.0))
    }

    /// Notes on an exception that it passed through `activation`.
    fn note_frame(&mut self, activation: CellId, raised: Raised) {
        if self.program.lets_go && self.program.codes[self.cells[activation].code].has_frame {
            self.hold_frame(activation, raised);
        }
        if self.program.records_warnings {
            self.hold_unawaited(activation, raised);
        }
        let cell = &self.cells[activation];
        if self.program.codes[cell.code].told_as.is_some() {
            let passed = Passed::Code(cell.code, cell.pc.saturating_sub(1));
            self.note_passed(raised, passed);
        }
    }

    /// The running activation hands what was thrown into it on to what it goes through: it has not passed it yet (`genobject.c`,
    /// `_gen_throw`).
    pub(super) fn forget_frame(&mut self, raised: Raised) {
        let Value::Exception(reference) = raised.0 else { return };
        let own = self.cells[self.activation].code;
        let frames = &mut self.vm.heap.exception_object_mut(reference).frames;
        frames.pop_if(|passed| matches!(passed, Passed::Code(code, _) if *code == own));
    }

    /// Notes on an exception that it passed there.
    pub(super) fn note_passed(&mut self, raised: Raised, passed: Passed) {
        let Value::Exception(reference) = raised.0 else { return };
        let exception = self.vm.heap.exception_object_mut(reference);
        if std::mem::take(&mut exception.has_lost_traceback) {
            exception.frames.clear();
        }
        if exception.frames.len() < MOST_FRAMES {
            exception.frames.push(passed);
        }
    }
}
