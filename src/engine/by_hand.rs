//! Coroutines and generators that are driven by hand: `coroutine.send`, `next` of a generator that goes through a future. What
//! would suspend a task there comes back to the driver instead: the future that is waited for, or `None` for a turn
//! (`genobject.c`; `futures.py`, `Future.__await__`; `tasks.py`, `sleep`).

use indexmap::IndexMap;

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{HAS_RESULT, NO_CELL, State, Value, awaitable_of, flag, value_of};
use crate::policy::Discipline;
use crate::program::code::{Generator, Op};
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::trace::{Limit, Sink};
use crate::units::{Awaitable, CellId, Delay};

use super::activation::Next;
use super::call::Given;
use super::library::Deadline;
use super::task::Input;
use super::{Engine, Stop, raise};

/// What is driven by hand.
#[derive(Debug, Default)]
pub(super) struct ByHand {
    /// Whether anything ever was: a script that drives nothing pays nothing.
    pub(super) is_used: bool,
    /// The outermost activations, and how each stands.
    bases: IndexMap<CellId, Pause>,
    /// What methods of asynchronous generators gave, begun by hand, and which methods.
    steps: IndexMap<u64, Helper>,
}

/// How something that is driven by hand stands.
#[derive(Clone, Copy, Debug)]
enum Pause {
    /// It runs.
    Running,
    /// Its innermost activation waits.
    Waiting(CellId, On),
}

/// What an activation that is driven by hand waits for.
#[derive(Clone, Copy, Debug)]
enum On {
    /// To be driven on; with the result of a sleep, or without.
    Turn(u64),
    /// For what is sent in return for what it gave out.
    Answer,
    /// A future or task.
    Awaitable(Awaitable),
    /// The future of a sleep.
    Sleep(Awaitable, u64),
}

impl ByHand {
    /// What is waited for.
    pub(super) fn for_each_value(&self, roots: &mut Vec<Value>) {
        roots.extend(self.bases.values().filter_map(|pause| match pause {
            Pause::Waiting(_, On::Awaitable(on) | On::Sleep(on, _)) => Some(value_of(*on)),
            Pause::Waiting(_, On::Turn(_) | On::Answer) | Pause::Running => None,
        }));
    }

    /// The innermost activation of what is driven by hand and waits, by its outermost.
    pub(super) fn innermost(&self, base: CellId) -> Option<CellId> {
        match self.bases.get(&base) {
            Some(&Pause::Waiting(leaf, _)) => Some(leaf),
            Some(Pause::Running) | None => None,
        }
    }

    /// The outermost activations of what waits.
    pub(super) fn waiting(&self) -> impl Iterator<Item = CellId> {
        self.bases.keys().copied().filter(|base| self.innermost(*base).is_some())
    }

    /// Takes in a coroutine whose innermost activation waits.
    pub(super) fn take_in(&mut self, base: CellId, innermost: CellId) {
        self.is_used = true;
        self.bases.insert(base, Pause::Waiting(innermost, On::Answer));
    }

    /// An activation is over; whether it was the outermost of what is driven by hand.
    #[inline]
    pub(super) fn forget(&mut self, activation: CellId) -> bool {
        self.is_used && self.bases.swap_remove(&activation).is_some()
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The outermost activation under the driver of the one that runs, if it is driven by hand.
    fn driven_base(&self) -> Option<CellId> {
        let mut activation = self.activation;
        loop {
            if self.by_hand.bases.contains_key(&activation) {
                return Some(activation);
            }
            let cell = self.cells.get(activation)?;
            if cell.has(flag::TASK) || cell.link == NO_CELL {
                return None;
            }
            let code = &self.program.codes[cell.code];
            let caller = &self.cells[cell.link];
            let op = self.program.codes[caller.code].ops[caller.pc as usize - 1];
            match code.generator {
                Generator::Plain if !matches!(op, Op::Delegate(..) | Op::DelegateThrow(..)) => return Some(activation),
                Generator::No if !code.is_async => return None,
                _ => activation = cell.link,
            }
        }
    }

    /// Whether the running activation is driven by hand.
    #[inline]
    pub(super) fn is_by_hand(&self) -> bool {
        self.by_hand.is_used && self.driven_base().is_some()
    }

    /// A generator is about to go through what can be awaited.
    pub(super) fn look_for_driver(&mut self) {
        self.by_hand.is_used = self.by_hand.is_used || self.driven_base().is_some();
    }

    /// The running activation gives a turn.
    pub(super) fn turn_by_hand(&mut self, result: u64) -> Next {
        self.pause_by_hand(On::Turn(result), Value::None)
    }

    /// The running activation gives out what somebody's `__await__` yields.
    pub(super) fn yield_by_hand(&mut self, value: Value) -> Next {
        self.pause_by_hand(On::Answer, value)
    }

    /// The running activation waits for what is not done.
    pub(super) fn wait_by_hand(&mut self, awaitable: Awaitable) -> Next {
        if !self.asked_by_hand.insert(awaitable) {
            return Next::Throw(self.not_awaited());
        }
        self.pause_by_hand(On::Awaitable(awaitable), value_of(awaitable))
    }

    /// The running activation sleeps.
    pub(super) fn sleep_by_hand(&mut self, delay: Delay, result: u64) -> Result<Next, Stop> {
        if !self.is_loop_running {
            return Ok(Next::Throw(self.no_task()));
        }
        let Some(deadline) = self.now.checked_add(delay) else { return Err(self.limit(Limit::EndOfTime)) };
        let future = Awaitable::Future(self.vm.futures.insert(None));
        self.vm.heap.note_allocation();
        let arguments = self.vm.heap.list(vec![value_of(future)]);
        self.schedule_call(Value::Asyncio(Function::SetUnlessDone as u64), arguments, Deadline::At(deadline))?;
        Ok(self.pause_by_hand(On::Sleep(future, result), value_of(future)))
    }

    fn pause_by_hand(&mut self, on: On, given_out: Value) -> Next {
        let base = self.driven_base().expect("the caller has looked");
        self.by_hand.bases.insert(base, Pause::Waiting(self.activation, on));
        let is_generator = self.program.codes[self.cells[base].code].generator == Generator::Plain;
        let cell = &mut self.cells[base];
        if is_generator {
            cell.state = State::Suspended;
            self.suspended += 1;
        }
        let driver = std::mem::replace(&mut cell.link, NO_CELL);
        Next::Enter(driver, given_out)
    }

    /// What was entered goes on where it waits: itself, or by hand something inside of it.
    pub(super) fn go_on_by_hand(&mut self, base: CellId, sent: Value) -> Next {
        let Some((leaf, input)) = self.end_of_pause(base, sent) else { return Next::Enter(base, sent) };
        match input {
            Ok(value) => Next::Enter(leaf, value),
            Err(raised) => {
                self.activation = leaf;
                Next::ThrowInto(raised)
            }
        }
    }

    /// The same, with an exception.
    pub(super) fn throw_by_hand(&mut self, base: CellId, raised: Raised) -> Next {
        self.activation = self.end_of_pause(base, Value::None).map_or(base, |(leaf, _)| leaf);
        Next::ThrowInto(raised)
    }

    fn end_of_pause(&mut self, base: CellId, sent: Value) -> Option<(CellId, Input)> {
        let Some(&Pause::Waiting(leaf, on)) = self.by_hand.bases.get(&base) else { return None };
        if self.program.codes[self.cells[base].code].generator == Generator::Plain {
            self.by_hand.bases.swap_remove(&base);
        } else {
            self.by_hand.bases.insert(base, Pause::Running);
        }
        let input = match on {
            On::Turn(result) => Ok(self.result_by_hand(leaf, result)),
            On::Answer => Ok(sent),
            On::Awaitable(awaitable) => self.outcome_by_hand(awaitable),
            On::Sleep(future, result) => self.outcome_by_hand(future).map(|_| self.result_by_hand(leaf, result)),
        };
        Some((leaf, input))
    }

    fn outcome_by_hand(&mut self, awaitable: Awaitable) -> Input {
        if !self.is_done(awaitable) {
            return Err(self.not_awaited());
        }
        match awaitable {
            Awaitable::Task(task) => self.result_of_task(task),
            Awaitable::Future(future) => self.result_of_future(future),
        }
    }

    /// The second argument of the sleep that is over.
    fn result_by_hand(&self, leaf: CellId, result: u64) -> Value {
        let cell = &self.cells[leaf];
        match self.program.codes[cell.code].ops[cell.pc as usize - 1] {
            Op::SleepWithResult(slot) if result & HAS_RESULT != 0 => self.cells.slot(leaf, slot),
            _ => Value::None,
        }
    }

    /// `coroutine.send(value)` and `coroutine.throw(exception)`
    pub(super) fn drive_coroutine(&mut self, coroutine: Value, input: Input) -> Next {
        let Value::Coroutine(number) = coroutine else { unreachable!("it is a coroutine's method") };
        self.by_hand.is_used = true;
        let cell = CellId(number as u32);
        if self.fresh_coroutine(number).is_some() {
            self.note_step(number);
            return self.begin_by_hand(cell, input);
        }
        if !self.is_running_coroutine(number) {
            let message = match self.step_of_generator(number) {
                None => "cannot reuse already awaited coroutine",
                Some(Helper::AsyncResume) => "cannot reuse already awaited __anext__()/asend()",
                Some(_) => "cannot reuse already awaited aclose()/athrow()",
            };
            return Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message));
        }
        match self.by_hand.bases.get(&cell) {
            Some(Pause::Waiting(..)) => {
                if let Err(raised) = self.enter_generator(cell) {
                    return Next::Throw(raised);
                }
                match input {
                    Ok(sent) => self.go_on_by_hand(cell, sent),
                    Err(raised) => self.throw_by_hand(cell, raised),
                }
            }
            Some(Pause::Running) => Next::Throw(self.vm.heap.value_error("coroutine already executing")),
            None => Next::Throw(self.vm.heap.unsupported("driving a coroutine by hand that a task runs")),
        }
    }

    fn begin_by_hand(&mut self, cell: CellId, input: Input) -> Next {
        match input {
            Ok(Value::None) => {}
            // It goes before what `asend` was given (`genobject.c`, `async_gen_asend_send`).
            Ok(sent) if self.helper_of(cell) == Some(Helper::AsyncResume) => self.cells.set_slot(cell, 1, sent),
            Ok(_) => {
                let message = "can't send non-None value to a just-started coroutine";
                return Next::Throw(self.vm.heap.type_error(message));
            }
            Err(raised) => return self.throw_before_begin(cell, raised),
        }
        if let Err(raised) = self.enter_generator(cell) {
            return Next::Throw(raised);
        }
        self.cells[cell].created = self.vm.futures.next_birth();
        self.by_hand.bases.insert(cell, Pause::Running);
        Next::Enter(cell, Value::None)
    }

    /// Something is thrown into what has not begun: it is over, unless it is a step of an asynchronous generator.
    fn throw_before_begin(&mut self, cell: CellId, raised: Raised) -> Next {
        if self.helper_of(cell).is_none() {
            self.free_cell(cell);
            return Next::ThrowInto(raised);
        }
        let caller = self.activation;
        if let Err(raised) = self.enter_generator(cell) {
            return Next::Throw(raised);
        }
        self.by_hand.bases.insert(cell, Pause::Running);
        self.activation = cell;
        self.hand_to_generator(raised);
        self.activation = caller;
        Next::Enter(cell, Value::None)
    }

    /// The method of an asynchronous generator that gave this coroutine.
    fn step_of_generator(&self, number: u64) -> Option<Helper> {
        let known = self.by_hand.steps.get(&number).copied();
        let is_there = self.fresh_coroutine(number).is_some() || self.is_running_coroutine(number);
        known.or_else(|| self.helper_of(CellId(number as u32)).filter(|_| is_there))
    }

    /// Keeps in mind what a coroutine object was, for when it is over.
    fn note_step(&mut self, number: u64) {
        if let Some(helper) = self.step_of_generator(number) {
            self.by_hand.steps.insert(number, helper);
        }
    }

    /// Whether this very object has a method that others of its kind have not.
    pub(super) fn is_had_by(&self, value: Value, function: Function) -> bool {
        match (value, function) {
            (Value::Coroutine(number), Function::CoroutineNext | Function::CoroutineIter) => {
                self.step_of_generator(number).is_some() || self.alike.is_iterator(value)
            }
            _ => true,
        }
    }

    /// What the arguments of a `throw` say: an exception, or a class with a value.
    pub(super) fn given_to_throw(&mut self, given: &[Value]) -> Raised {
        let given = match (given[0], given[1]) {
            (_, exception @ Value::Exception(_)) => exception,
            (Value::ExceptionClass(class), value) if !matches!(value, Value::None | Value::Unbound) => {
                self.vm.heap.exception(ClassId(class as u32), vec![value])
            }
            (given, _) => given,
        };
        raise::plain(&mut self.vm.heap, given)
    }

    /// Methods of coroutine objects.
    pub(super) fn coroutine_method(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        Ok(match function {
            Function::CoroutineIter if self.is_had_by(arguments[0], function) => Next::Go(arguments[0]),
            Function::CoroutineIter => Next::Throw(self.vm.heap.type_error("'coroutine' object is not iterable")),
            Function::CoroutineNext => self.drive_coroutine(arguments[0], Ok(Value::None)),
            Function::CoroutineSend => self.drive_coroutine(arguments[0], Ok(arguments[1])),
            Function::CoroutineThrow => {
                let raised = self.given_to_throw(&arguments[1..]);
                self.drive_coroutine(arguments[0], Err(raised))
            }
            Function::CoroutineName | Function::CoroutineQualified => {
                let Value::Coroutine(number) = arguments[0] else { unreachable!("a property of coroutines") };
                let (name, qualified) = self.names_of_coroutine(CellId(number as u32));
                let name = if function == Function::CoroutineName { name } else { qualified };
                let text = self.names.text(name).to_owned();
                Next::Go(self.vm.heap.string_from(text))
            }
            _ => return self.close_coroutine(arguments[0]),
        })
    }

    /// `coroutine.close()`
    fn close_coroutine(&mut self, coroutine: Value) -> Result<Next, Stop> {
        let Value::Coroutine(number) = coroutine else { unreachable!("it is a coroutine's method") };
        if let Some(cell) = self.fresh_coroutine(number) {
            self.note_step(number);
            if self.helper_of(cell).is_some() && self.is_since(PythonVersion::V3_13) {
                let given = Given { positional: vec![coroutine], keywords: Vec::new() };
                return self.call_value(self.helper(Helper::CloseCoroutine), given);
            }
            self.free_cell(cell);
        } else if self.is_running_coroutine(number) {
            if !self.by_hand.bases.contains_key(&CellId(number as u32)) {
                let message = "closing a coroutine that runs: cancel its task instead";
                return Ok(Next::Throw(self.vm.heap.unsupported(message)));
            }
            let given = Given { positional: vec![coroutine], keywords: Vec::new() };
            return self.call_value(self.helper(Helper::CloseCoroutine), given);
        }
        Ok(Next::Go(Value::None))
    }

    /// `next(value)` of the iterator that what can be awaited is.
    pub(super) fn next_by_hand(&mut self, value: Value) -> Next {
        match awaitable_of(value) {
            Some(_) => self.next_of_future(value),
            None => self.drive_coroutine(value, Ok(Value::None)),
        }
    }
}
