//! Coroutines and generators that are driven by hand: `coroutine.send`, `next` of a generator that goes through a future. What
//! would suspend a task there comes back to the driver instead: the future that is waited for, or `None` for a turn
//! (`genobject.c`; `futures.py`, `Future.__await__`; `tasks.py`, `sleep`).

use indexmap::IndexMap;

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::value::CoroutineKind;
use crate::kernel::{HAS_RESULT, NO_CELL, State, Value, awaitable_of, flag, value_of};
use crate::policy::Discipline;
use crate::program::code::{Generator, Op};
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, Delay, FutureId};

use super::activation::Next;
use super::library::Deadline;
use super::task::Input;
use super::{Engine, Stop};

/// What is driven by hand.
#[derive(Debug, Default)]
pub(super) struct ByHand {
    /// Whether anything ever was: a script that drives nothing pays nothing.
    pub(super) is_used: bool,
    /// The outermost activations, and how each stands.
    bases: IndexMap<CellId, Pause>,
    /// The generator that is thrown into, which hands it on to what it waits in.
    handing_on: Option<CellId>,
}

/// How something that is driven by hand stands.
#[derive(Clone, Copy, Debug)]
enum Pause {
    /// It runs; whoever drives it was [thrown into](Engine::thrown) there.
    Running(CellId),
    /// Its innermost activation waits.
    Waiting(CellId, On),
    /// What it waited in is being closed; the activation stands where it waited.
    Parted(CellId),
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
    /// Its turn in a line, where its task itself stood.
    Line(FutureId),
}

impl ByHand {
    /// The generator that hands on what is thrown now.
    pub(super) fn take_handing_on(&mut self) -> Option<CellId> {
        self.handing_on.take()
    }

    /// What is waited for.
    pub(super) fn for_each_value(&self, roots: &mut Vec<Value>) {
        roots.extend(self.bases.values().filter_map(|pause| match pause {
            Pause::Waiting(_, On::Awaitable(on) | On::Sleep(on, _)) => Some(value_of(*on)),
            Pause::Waiting(_, On::Line(waiter)) => Some(value_of(Awaitable::Future(*waiter))),
            Pause::Waiting(_, On::Turn(_) | On::Answer) | Pause::Running(_) | Pause::Parted(_) => None,
        }));
    }

    /// Whether nothing is driven by hand now.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.bases.is_empty()
    }

    /// The innermost activation of what is driven by hand and waits, by its outermost.
    pub(super) fn innermost(&self, base: CellId) -> Option<CellId> {
        match self.bases.get(&base) {
            Some(&(Pause::Waiting(leaf, _) | Pause::Parted(leaf))) => Some(leaf),
            Some(Pause::Running(_)) | None => None,
        }
    }

    /// Whether this is the outermost activation of what is driven by hand.
    pub(super) fn drives(&self, base: CellId) -> bool {
        self.bases.contains_key(&base)
    }

    /// What waits inside of `outer`, from `inner` on, waits by itself from now on; `outer` itself stands at `place`.
    pub(super) fn part(&mut self, outer: CellId, place: CellId, inner: CellId) {
        if let Some(waiting @ Pause::Waiting(..)) = self.bases.insert(outer, Pause::Parted(place)) {
            self.bases.insert(inner, waiting);
        }
    }

    /// `outer` waits where it stands, if it was [parted](Self::part) from what it waited in; whether it was.
    pub(super) fn end_parting(&mut self, outer: CellId) -> bool {
        let Some(&Pause::Parted(place)) = self.bases.get(&outer) else { return false };
        self.bases.insert(outer, Pause::Waiting(place, On::Answer));
        true
    }

    /// The generator in a step of it waits without the step.
    pub(super) fn abandon(&mut self, step: CellId, generator: CellId) {
        if let Some(waiting) = self.bases.swap_remove(&step) {
            self.bases.insert(generator, waiting);
        }
    }

    /// The outermost activations of what waits.
    pub(super) fn waiting(&self) -> impl Iterator<Item = CellId> {
        self.bases.keys().copied().filter(|base| self.innermost(*base).is_some())
    }

    /// Takes in a coroutine whose innermost activation waits, perhaps in a line.
    pub(super) fn take_in(&mut self, base: CellId, innermost: CellId, waiter: Option<FutureId>) {
        self.is_used = true;
        self.bases.insert(base, Pause::Waiting(innermost, waiter.map_or(On::Answer, On::Line)));
    }

    /// Takes a coroutine out of the line that it waits in itself.
    pub(super) fn take_line(&mut self, base: CellId) -> Option<FutureId> {
        let Some(&Pause::Waiting(place, On::Line(waiter))) = self.bases.get(&base) else { return None };
        self.bases.insert(base, Pause::Parted(place));
        Some(waiter)
    }

    /// Where whoever drives the coroutine was thrown into.
    pub(super) fn thrown_before(&self, base: CellId) -> Option<CellId> {
        match self.bases.get(&base) {
            Some(&Pause::Running(before)) => Some(before),
            _ => None,
        }
    }

    fn swap_remove(&mut self, activation: CellId) -> Option<Pause> {
        if self.is_used { self.bases.swap_remove(&activation) } else { None }
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The outermost activation under the driver of the one that runs, if it is driven by hand.
    fn driven_base(&self) -> Option<CellId> {
        self.driven_base_of(self.activation)
    }

    /// The same of any activation.
    pub(super) fn driven_base_of(&self, activation: CellId) -> Option<CellId> {
        let mut activation = activation;
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
                Generator::Async if !self.program.codes[caller.code].is_async => return Some(activation),
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
        if self.running_loop().is_none() {
            return Ok(Next::Throw(self.no_task()));
        }
        let deadline = self.now + delay;
        let future = Awaitable::Future(self.vm.futures.insert(None));
        self.vm.heap.note_allocation();
        let result_of_sleep = self.result_by_hand(self.activation, result);
        let arguments = self.vm.heap.list(vec![value_of(future), result_of_sleep]);
        self.schedule_call(Value::Asyncio(Function::SetUnlessDone as u64), arguments, Deadline::At(deadline))?;
        self.asked_by_hand.insert(future);
        Ok(self.pause_by_hand(On::Sleep(future, result), value_of(future)))
    }

    /// An activation is over; whether it was the outermost of what is driven by hand.
    #[inline]
    pub(super) fn forget_by_hand(&mut self, activation: CellId) -> bool {
        let pause = self.by_hand.swap_remove(activation);
        if let Some(Pause::Running(before)) = pause {
            self.thrown = before;
        }
        pause.is_some()
    }

    fn pause_by_hand(&mut self, on: On, given_out: Value) -> Next {
        let base = self.driven_base().expect("the caller has looked");
        if let Some(Pause::Running(before)) = self.by_hand.bases.insert(base, Pause::Waiting(self.activation, on)) {
            self.thrown = before;
        }
        let is_generator = self.program.codes[self.cells[base].code].generator != Generator::No;
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

    /// The same, with an exception, which goes to the innermost directly.
    pub(super) fn throw_by_hand(&mut self, base: CellId, raised: Raised) -> Next {
        let pause = self.by_hand.bases.get(&base).copied();
        self.activation = self.end_of_pause(base, Value::None).map_or(base, |(leaf, _)| leaf);
        if let Some(Pause::Waiting(_, on @ (On::Turn(_) | On::Sleep(..)))) = pause {
            self.pass_leaf(if matches!(on, On::Turn(_)) { State::Yielded } else { State::Sleeping }, raised);
        }
        if self.by_hand.drives(base) {
            self.thrown = self.activation;
        } else {
            self.by_hand.handing_on = Some(base).filter(|base| *base != self.activation);
        }
        Next::ThrowInto(raised)
    }

    fn end_of_pause(&mut self, base: CellId, sent: Value) -> Option<(CellId, Input)> {
        let Some(&Pause::Waiting(leaf, on)) = self.by_hand.bases.get(&base) else { return None };
        if self.program.codes[self.cells[base].code].generator != Generator::No {
            self.by_hand.bases.swap_remove(&base);
        } else {
            self.by_hand.bases.insert(base, Pause::Running(std::mem::replace(&mut self.thrown, NO_CELL)));
        }
        let input = match on {
            On::Turn(result) => Ok(self.result_by_hand(leaf, result)),
            On::Answer | On::Line(_) => Ok(sent),
            On::Awaitable(awaitable) => self.outcome_by_hand(awaitable),
            On::Sleep(future, result) => {
                self.cancel_timer_of(future);
                self.outcome_by_hand(future).map(|_| self.result_by_hand(leaf, result))
            }
        };
        Some((leaf, input))
    }

    fn outcome_by_hand(&mut self, awaitable: Awaitable) -> Input {
        if !self.is_done(awaitable) {
            return Err(self.not_awaited());
        }
        self.given_by(awaitable)
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
            return self.begin_by_hand(cell, CoroutineKind::of(number), input);
        }
        if !self.is_running_coroutine(number) {
            let message = self.reused(CoroutineKind::of(number));
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
            Some(Pause::Running(_) | Pause::Parted(_)) => {
                Next::Throw(self.vm.heap.value_error("coroutine already executing"))
            }
            None if self.is_executing(cell) => Next::Throw(self.vm.heap.value_error("coroutine already executing")),
            None => Next::Throw(self.vm.heap.unsupported("driving a coroutine by hand that a task runs")),
        }
    }

    fn begin_by_hand(&mut self, cell: CellId, kind: CoroutineKind, input: Input) -> Next {
        let mut begun = cell;
        match (input, kind) {
            (Ok(Value::None), _) => {}
            // It overrides the value of `asend`, which is the second parameter (`genobject.c`, `async_gen_asend_send`).
            (Ok(sent), CoroutineKind::AsyncSend) => self.cells.set_slot(cell, 1, sent),
            (Ok(_), _) => {
                let is_thrown = kind == CoroutineKind::AsyncThrow;
                let class = if is_thrown { ClassId::RUNTIME_ERROR } else { ClassId::TYPE_ERROR };
                let message = "can't send non-None value to a just-started coroutine";
                return Next::Throw(self.vm.heap.raise(class, message));
            }
            // Before 3.13 what is thrown neither begins nor ends it (`genobject.c`, `async_gen_athrow_throw`).
            (Err(raised), CoroutineKind::AsyncThrow) if !self.is_since(PythonVersion::V3_13) => {
                let copy = self.copy_of_fresh(cell);
                self.hand_on(copy, raised);
                begun = copy;
            }
            (Err(raised), _) if self.hand_on(cell, raised).is_some() => {}
            (Err(raised), _) => return self.throw_into_unbegun(cell, raised),
        }
        if let Err(raised) = self.enter_generator(begun) {
            return Next::Throw(raised);
        }
        self.cells[begun].created = self.vm.futures.next_birth();
        self.by_hand.bases.insert(begun, Pause::Running(std::mem::replace(&mut self.thrown, NO_CELL)));
        Next::Enter(begun, Value::None)
    }

    /// Methods of coroutine objects.
    pub(super) fn coroutine_method(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        Ok(match function {
            Function::CoroutineSend => self.drive_coroutine(arguments[0], Ok(arguments[1])),
            Function::CoroutineThrow => {
                return self.throw_what_was_given(arguments[0], &arguments[1..]);
            }
            Function::CoroutineNext => self.drive_coroutine(arguments[0], Ok(Value::None)),
            Function::CoroutineIter => Next::Go(arguments[0]),
            Function::CoroutineAwait => Next::Go(match arguments[0] {
                Value::Coroutine(number) if !CoroutineKind::of(number).is_iterator() => {
                    Value::Coroutine(CoroutineKind::Wrapper.mark(number))
                }
                own => own,
            }),
            Function::CoroutineName | Function::CoroutineQualified => {
                let named = self
                    .body_of(arguments[0])
                    .map(|(_, name, qualified)| if function == Function::CoroutineName { name } else { qualified });
                let text = named.map_or("", |name| self.names.text(name)).to_owned();
                Next::Go(self.vm.heap.string_from(text))
            }
            _ => return self.close_coroutine(arguments[0]),
        })
    }

    /// `next(value)` of the iterator that what can be awaited is.
    pub(super) fn next_by_hand(&mut self, value: Value) -> Next {
        match awaitable_of(value) {
            Some(_) => self.next_of_future(value),
            None => self.drive_coroutine(value, Ok(Value::None)),
        }
    }
}
