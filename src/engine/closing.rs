//! Closing what waits: from the innermost activation outwards, one at a time, as CPython closes what a generator delegates to
//! before it (`genobject.c`, `gen_close` and `_gen_throw`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::value::{ASYNC_GENERATOR, CoroutineKind};
use crate::kernel::{NO_CELL, State, Value, flag, value_of};
use crate::policy::Discipline;
use crate::program::code::Generator;
use crate::script::PythonVersion;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, FutureId};

use super::activation::Next;
use super::call::Given;
use super::many::NOBODY;
use super::{Engine, Stop, raise};

/// What steps an asynchronous generator; together they are one thing that waits.
const STEPS: [Helper; 3] = [Helper::AsyncResume, Helper::AsyncThrow, Helper::AsyncClose];

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Whether an exception closes what it is thrown into.
    pub(super) fn is_exit(&self, raised: Raised) -> bool {
        let class = self.vm.heap.class_of(raised.0);
        class.is_some_and(|class| self.vm.heap.is_subclass(class, ClassId::GENERATOR_EXIT))
    }

    /// Which step of an asynchronous generator an activation is: what `asend`, `athrow` or `aclose` gave.
    pub(super) fn step_of_generator(&self, activation: CellId) -> Option<Helper> {
        if !self.steps_object(activation) {
            return None;
        }
        STEPS.into_iter().find(|helper| self.is_helper(activation, *helper))
    }

    /// Whether an activation steps an object in the place of a coroutine.
    #[inline]
    pub(super) fn steps_object(&self, activation: CellId) -> bool {
        self.program.codes[self.cells[activation].code].steps_object
    }

    /// Whether a task, or what is to be one, holds an asynchronous generator and steps it when it begins: the loop's shutdown makes some.
    pub(super) fn is_to_be_stepped(&self, generator: Value) -> bool {
        let is_to_begin = |cell: CellId| matches!(self.cells[cell].state, State::Scheduled | State::Fresh);
        self.cells
            .iter()
            .any(|(cell, _)| is_to_begin(cell) && self.steps_object(cell) && self.cells.slot(cell, 0) == generator)
    }

    /// Whether an activation is one of a helper of the library's.
    fn is_helper(&self, activation: CellId, helper: Helper) -> bool {
        match self.helper(helper) {
            Value::Function(at) => self.vm.heap.function_object(at).code == self.cells[activation].code,
            _ => false,
        }
    }

    /// Which helper an activation is of those that step what is like a coroutine.
    pub(super) fn steps_alike(&self, activation: CellId) -> Option<Helper> {
        let helpers = [Helper::DriveAlike, Helper::AwaitGenerator];
        helpers.into_iter().find(|helper| self.steps_object(activation) && self.is_helper(activation, *helper))
    }

    /// `task.get_coro()`: also of a step of an asynchronous generator, and of what is like a coroutine.
    pub(super) fn coroutine_of_task(&self, task: CellId) -> Value {
        if self.steps_alike(task).is_some() {
            return self.cells.slot(task, u16::from(self.cells[task].state.is_done()));
        }
        match (self.coroutine(task), self.step_of_generator(task)) {
            (Value::Coroutine(number), Some(Helper::AsyncResume)) => {
                Value::Coroutine(CoroutineKind::AsyncSend.mark(number))
            }
            (Value::Coroutine(number), Some(_)) => Value::Coroutine(CoroutineKind::AsyncThrow.mark(number)),
            (coroutine, _) => coroutine,
        }
    }

    /// The generator that waits in a step of it, or the activation itself.
    fn place_of(&self, outer: CellId) -> CellId {
        let generator = self.inside_of(outer).pop();
        let is_async = |cell: &CellId| self.program.codes[self.cells[*cell].code].generator == Generator::Async;
        generator.filter(is_async).unwrap_or(outer)
    }

    /// Takes out of a coroutine or generator what it waits in, which waits by itself from now on; the outer one counts as running
    /// until something is [thrown into it](Self::throw_here).
    pub(super) fn take_inside(&mut self, outer: Value) -> Value {
        let outer = match outer {
            Value::Coroutine(number) => CellId(number as u32),
            Value::Generator(number) => match self.generator_cell(number) {
                Some(cell) => cell,
                None => return Value::None,
            },
            _ => return Value::None,
        };
        let place = self.place_of(outer);
        let inside = self.inside_of(outer);
        let Some(&inner) = inside.iter().rev().nth(usize::from(place != outer)) else {
            let waiter = self.by_hand.take_line(outer);
            return waiter.map_or(Value::None, |waiter| value_of(Awaitable::Future(waiter)));
        };
        self.by_hand.part(outer, place, inner);
        self.cells[inner].link = NO_CELL;
        if self.program.codes[self.cells[inner].code].generator == Generator::Plain {
            self.cells[inner].state = State::Suspended;
            self.suspended += 1;
        }
        if self.cells[outer].state == State::Suspended {
            self.cells[outer].state = State::Inline;
            self.suspended -= 1;
        }
        self.coroutine(inner)
    }

    /// Throws an exception into a coroutine or generator where itself stands, whatever it waited in.
    pub(super) fn throw_here(&mut self, outer: Value, exception: Value) -> Next {
        let raised = raise::plain(&mut self.vm.heap, exception);
        match outer {
            Value::Generator(number) => {
                if let Some(cell) = self.generator_cell(number)
                    && self.by_hand.end_parting(cell)
                {
                    self.cells[cell].state = State::Suspended;
                    self.suspended += 1;
                }
                self.throw_into_generator(outer, exception)
            }
            Value::Coroutine(number) => {
                self.by_hand.end_parting(CellId(number as u32));
                self.drive_coroutine(outer, Err(raised))
            }
            _ => Next::Throw(raised),
        }
    }

    /// `throw` into a coroutine or generator that waits.
    pub(super) fn throw_from_outside(&mut self, outer: Value, raised: Raised) -> Result<Next, Stop> {
        if self.is_exit(raised) {
            let given = Given { positional: vec![outer, raised.0], keywords: Vec::new() };
            return self.call_value(self.helper(Helper::ThrowExit), given);
        }
        Ok(match outer {
            Value::Coroutine(_) => self.drive_coroutine(outer, Err(raised)),
            _ => self.throw_into_generator(outer, raised.0),
        })
    }

    /// Closes what was taken out of a coroutine or generator: another one, or its place in a line.
    pub(super) fn close_taken(&mut self, inner: Value) -> Result<Next, Stop> {
        match inner {
            Value::Coroutine(_) => self.close_coroutine(inner),
            Value::Future(waiter) => {
                let waiter = FutureId(waiter as u32);
                let exit = Raised(self.vm.heap.exception(ClassId::GENERATOR_EXIT, Vec::new()));
                self.give_line_up(waiter, exit);
                Ok(Next::Go(Value::None))
            }
            _ => self.call_value(self.helper(Helper::Close), Given { positional: vec![inner], keywords: Vec::new() }),
        }
    }

    /// `coroutine.close()`
    pub(super) fn close_coroutine(&mut self, coroutine: Value) -> Result<Next, Stop> {
        let Value::Coroutine(number) = coroutine else { unreachable!("it is a coroutine's method") };
        let id = CellId(number as u32);
        if let Some(cell) = self.fresh_coroutine(number) {
            if self.step_of_generator(cell).is_some() && self.is_since(PythonVersion::V3_13) {
                // It is closed by what is thrown into the generator (`genobject.c`, `async_gen_asend_close`).
                let given = Given { positional: vec![coroutine], keywords: Vec::new() };
                return self.call_value(self.helper(Helper::CloseStep), given);
            }
            self.free_cell(cell);
        } else if self.is_running_coroutine(number) {
            if !self.by_hand.drives(id) {
                let message = "closing a coroutine that runs: cancel its task instead";
                return Ok(Next::Throw(self.vm.heap.unsupported(message)));
            }
            let helper = match self.step_of_generator(id) {
                None => Helper::CloseCoroutine,
                Some(_) if self.is_since(PythonVersion::V3_13) => Helper::CloseStep,
                Some(_) => {
                    self.abandon(id);
                    return Ok(Next::Go(Value::None));
                }
            };
            let given = Given { positional: vec![coroutine], keywords: Vec::new() };
            return self.call_value(self.helper(helper), given);
        }
        Ok(Next::Go(Value::None))
    }

    /// Nobody goes on with a step of an asynchronous generator in whose middle it waits: it stands there for ever
    /// (`genobject.c`, `async_gen_asend_close` before 3.13).
    fn abandon(&mut self, step: CellId) {
        let generator = self.place_of(step);
        if generator == step {
            return;
        }
        self.by_hand.abandon(step, generator);
        self.cells[generator].link = NO_CELL;
        self.free_cell(step);
    }

    /// Whether an asynchronous generator stands in the middle of a step with which nobody goes on.
    pub(super) fn is_abandoned(&self, generator: CellId) -> bool {
        let cell = &self.cells[generator];
        cell.state == State::Inline
            && cell.link == NO_CELL
            && self.program.codes[cell.code].generator == Generator::Async
            && self.by_hand.innermost(generator).is_some()
    }

    /// Frees an asynchronous generator that stands in the middle of a step: what it waits in waits by itself.
    pub(super) fn free_abandoned(&mut self, generator: CellId) {
        let value = self.coroutine(generator);
        self.take_inside(value);
        self.forget_by_hand(generator);
        self.free_cell(generator);
    }

    /// A coroutine that waits is closed: GeneratorExit is thrown into it. What it raises is told to nobody who could take it.
    pub(super) fn close_suspended(&mut self, number: u64) -> Result<(), Stop> {
        let cell = CellId(number as u32);
        if self.is_never_awaited(number) {
            return self.warn_of_unawaited(Value::Coroutine(number), cell);
        }
        if !self.is_suspended_coroutine(number) {
            return Ok(());
        }
        let base = if self.cells[cell].has(flag::TASK) { self.take_coroutine(cell) } else { cell };
        if self.step_of_generator(base).is_some() {
            self.abandon(base);
            return Ok(());
        }
        let coroutine = self.cells.coroutine_value(base);
        let _ = self.call_to_its_end(self.helper(Helper::CloseCoroutine), &[coroutine])?;
        if self.by_hand.innermost(base).is_some() && self.cells.coroutine_value(base) == coroutine {
            // It took no notice, and is freed all the same; what it waits in is closed for itself.
            self.take_inside(coroutine);
            self.forget_by_hand(base);
            self.free_cell(base);
        }
        Ok(())
    }

    /// A generator is freed: a plain one is closed, of an asynchronous one the loop makes a task that closes it
    /// (`base_events.py`, `_asyncgen_finalizer_hook`).
    pub(super) fn close_freed(&mut self, generator: Value) -> Result<(), Stop> {
        let Value::Generator(number) = generator else { return Ok(()) };
        let Some(cell) = self.generator_cell(number) else { return Ok(()) };
        let is_abandoned = self.is_abandoned(cell);
        let home = self.loops.all.get(self.home_of_cell(cell) as usize);
        let is_without_loop = self.loops.at_hand == NOBODY || home.is_none_or(|home| home.is_closed);
        if number & ASYNC_GENERATOR == 0 || self.is_closing(number) {
            if is_abandoned {
                self.cells[cell].state = State::Suspended;
                self.suspended += 1;
            }
            // What it raises is told to nobody who could take it.
            let _ = self.call_to_its_end(self.helper(Helper::Close), &[generator])?;
            self.free_unmoved(number);
        } else if is_abandoned && (is_without_loop || self.orphans.contains(&generator)) {
            self.free_abandoned(cell);
        } else if is_without_loop {
            self.orphans.push(generator);
        } else {
            self.close_soon(generator);
        }
        Ok(())
    }

    /// A generator that took no notice of its closing, and waits again, is freed all the same (`genobject.c`, `gen_dealloc`).
    fn free_unmoved(&mut self, number: u64) {
        let Some(cell) = self.generator_cell(number).filter(|cell| self.cells[*cell].state == State::Suspended) else {
            return;
        };
        self.take_inside(Value::Generator(number));
        if self.cells[cell].state == State::Suspended {
            self.suspended -= 1;
        }
        self.forget_by_hand(cell);
        self.free_cell(cell);
    }

    /// An exception comes to a task that waits in others of its own: one that closes them closes them first.
    pub(super) fn close_inside_of_task(&mut self, task: CellId, raised: Raised) -> Result<Raised, Stop> {
        let leaf = self.activation;
        let mut inner = leaf;
        while self.cells[inner].link != task {
            inner = self.cells[inner].link;
        }
        self.cells[inner].link = NO_CELL;
        self.cells[task].link = task;
        self.by_hand.take_in(inner, leaf, None);
        self.activation = task;
        let coroutine = self.coroutine(inner);
        let outcome = self.call_to_its_end(self.helper(Helper::CloseAndGoOn), &[coroutine, raised.0])?;
        Ok(outcome.err().unwrap_or(raised))
    }
}
