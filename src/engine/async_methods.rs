//! What `asend`, `athrow` and `aclose` of an asynchronous generator give: coroutines of the library's, into which may be thrown
//! before they begin (`genobject.c`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::value::{ASYNC_GENERATOR, CoroutineKind};
use crate::kernel::{NO_CELL, State, Value, flag};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::CellId;

use super::activation::Next;
use super::{Engine, Stop, raise};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `throw(…)` of a coroutine or a generator: arguments that say no exception leave it as it is.
    pub(super) fn throw_what_was_given(&mut self, into: Value, given: &[Value]) -> Result<Next, Stop> {
        match self.given_to_throw("throw", given)? {
            Ok(raised) => self.throw_from_outside(into, raised),
            Err(misfit) => Ok(Next::Throw(misfit)),
        }
    }

    /// `throw(…)` of a future that is its own iterator, which has words of its own for what does not fit.
    pub(super) fn throw_into_future(&mut self, arguments: &[Value]) -> Result<Next, Stop> {
        let is_exception = matches!(arguments[1], Value::Exception(_) | Value::ExceptionClass(_));
        let is_left_out = matches!(arguments[3], Value::None | Value::Unbound);
        let words = if !is_left_out && self.vm.heap.type_name(arguments[3]) != "traceback" {
            "throw() third argument must be a traceback"
        } else if !is_exception && !raise::makes_its_own(&self.vm.heap, arguments[1]) {
            "exceptions must be classes deriving BaseException or instances of such a class"
        } else {
            let (Ok(raised) | Err(raised)) = self.given_to_throw("throw", &arguments[1..])?;
            return Ok(Next::Throw(raised));
        };
        Ok(Next::Throw(self.vm.heap.type_error(words)))
    }

    /// What the arguments of a `throw` say: an exception, or a class with a value; or what does not fit in them.
    pub(super) fn given_to_throw(&mut self, method: &str, given: &[Value]) -> Result<Result<Raised, Raised>, Stop> {
        if let Err(raised) = self.warn_of_thrown_parts(method, given)? {
            return Ok(Err(raised));
        }
        let is_there = |index: usize| given.get(index).filter(|value| !matches!(value, Value::None | Value::Unbound));
        if is_there(2).is_some_and(|traceback| self.vm.heap.type_name(*traceback) != "traceback") {
            return Ok(Err(self.vm.heap.type_error("throw() third argument must be a traceback object")));
        }
        if matches!(given[0], Value::Exception(_)) && is_there(1).is_some() {
            return Ok(Err(self.vm.heap.type_error("instance exception may not have a separate value")));
        }
        let exception = match (given[0], is_there(1)) {
            (Value::ExceptionClass(_), Some(exception @ Value::Exception(_))) => *exception,
            (kind, None) => self.made_to_be_thrown(kind, &[])?,
            (kind, Some(value)) if raise::makes_its_own(&self.vm.heap, kind) => {
                self.made_to_be_thrown(kind, &[*value])?
            }
            (Value::ExceptionClass(class), Some(value)) => self.vm.heap.exception(ClassId(class as u32), vec![*value]),
            (other, _) => other,
        };
        if raise::makes_its_own(&self.vm.heap, given[0]) && !matches!(exception, Value::Exception(_)) {
            // That is thrown in its place (`errors.c`, `_PyErr_NormalizeException`).
            return Ok(Ok(raise::no_exception(&mut self.vm.heap, given[0], exception, str::to_owned)));
        }
        let raised = raise::thrown(&mut self.vm.heap, exception);
        let is_exception = matches!(exception, Value::Exception(_) | Value::ExceptionClass(_));
        Ok(if is_exception { Ok(raised) } else { Err(raised) })
    }

    /// An activation that has not begun may be what `asend`, `athrow` or `aclose` of an asynchronous generator gave:
    /// then what is thrown into it is thrown into the generator (`genobject.c`, `async_gen_athrow_throw`). Or it steps what is like a
    /// coroutine, into which it is thrown then.
    pub(super) fn hand_on(&mut self, activation: CellId, raised: Raised) -> Option<Helper> {
        let helper = self.step_of_generator(activation).or_else(|| self.steps_alike(activation))?;
        self.cells.set_slot(activation, slot_of_thrown(helper), raised.0);
        self.thrown = NO_CELL;
        Some(helper)
    }

    /// A method of an asynchronous generator is asked for: the loop that runs knows the generator from now on, and closes it, even when it
    /// never begins (`genobject.c`, `async_gen_init_hooks`).
    pub(super) fn init_hooks(&mut self, generator: u64) {
        let fresh = self.generator_cell(generator).filter(|cell| self.cells[*cell].state == State::Fresh);
        if let Some(cell) = fresh.filter(|_| generator & ASYNC_GENERATOR != 0 && self.is_loop_running) {
            self.cells[cell].created = self.vm.futures.next_birth();
            self.note_home(cell);
            self.cells[cell].state = State::Suspended;
            self.suspended += 1;
        }
    }

    /// Whether an exception was thrown into the running method of an asynchronous generator before it began.
    pub(super) fn was_handed(&self, exception: Value) -> bool {
        let method = self.step_of_generator(self.activation);
        method.is_some_and(|helper| self.slot(slot_of_thrown(helper)) == exception)
    }

    /// An `aclose` of an asynchronous generator begins, unless the generator is in the middle of a step. One that took no notice of an earlier
    /// one is not closed again (`genobject.c`, `async_gen_athrow_send`).
    pub(super) fn begin_closing(&mut self, generator: Value) -> Next {
        let Value::Generator(number) = generator else { return Next::Go(Value::None) };
        match self.generator_cell(number).filter(|cell| self.cells[*cell].state != State::Inline) {
            Some(cell) if self.cells[cell].has(flag::CLOSING) => {
                Next::Throw(Raised(self.vm.heap.exception(ClassId::STOP_ASYNC_ITERATION, Vec::new())))
            }
            Some(cell) => {
                self.cells[cell].flags |= flag::CLOSING;
                Next::Go(Value::None)
            }
            None => Next::Go(Value::None),
        }
    }

    pub(super) fn is_closing(&self, number: u64) -> bool {
        self.generator_cell(number).is_some_and(|cell| self.cells[cell].has(flag::CLOSING))
    }

    /// Whether the running `athrow` comes to an asynchronous generator that took no notice of an `aclose`: it is over for it.
    pub(super) fn comes_after_closing(&self, generator: CellId, exception: Value) -> bool {
        self.cells[generator].has(flag::CLOSING)
            && self.step_of_generator(self.activation) == Some(Helper::AsyncThrow)
            && !self.was_handed(exception)
    }

    /// The loop makes a task of its own, as its factory makes them.
    pub(super) fn start_closing(&mut self, coroutine: Value) -> Result<Next, Stop> {
        let Value::Coroutine(number) = coroutine else { return Ok(Next::Go(Value::None)) };
        let Some(cell) = self.fresh_coroutine(number) else { return Ok(Next::Go(Value::None)) };
        if self.is_eager && !self.is_sequential() {
            self.make_task(cell, None, 0)?;
            return Ok(self.start_by_factory(cell));
        }
        self.schedule_task(cell, None, 0)?;
        Ok(Next::Go(Value::None))
    }

    /// Another coroutine of the same function with the same arguments.
    pub(super) fn copy_of_fresh(&mut self, cell: CellId) -> CellId {
        let id = self.cells[cell].code;
        let code = &self.program.codes[id];
        let arguments = self.cells.slots(cell, code.parameters.len() as u16).to_vec();
        self.vm.heap.note_allocation();
        self.fill_cell(id, code, &arguments, &[])
    }

    /// What is told to whom goes on with a coroutine, or what is like one, that is over.
    pub(super) fn reused(&self, kind: CoroutineKind) -> &'static str {
        match kind {
            CoroutineKind::AsyncSend => "cannot reuse already awaited __anext__()/asend()",
            CoroutineKind::AsyncThrow => "cannot reuse already awaited aclose()/athrow()",
            CoroutineKind::Coroutine | CoroutineKind::Wrapper => "cannot reuse already awaited coroutine",
        }
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

/// Where a helper finds what was thrown into it before it began.
const fn slot_of_thrown(helper: Helper) -> u16 {
    if matches!(helper, Helper::AsyncResume | Helper::AsyncThrow) { 2 } else { 1 }
}
