//! `await`: of a coroutine a call, of what is done nothing, of anything else the end of a step (`tasks.py`, `__step`).

use crate::kernel::agenda::{Target, Timer};
use crate::kernel::exception::ClassId;
use crate::kernel::value::{ASYNC_GENERATOR, CoroutineKind};
use crate::kernel::{Callback, State, Value, awaitable_of, flag};
use crate::policy::{Discipline, Handle};
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::trace::{Awaited, Detail, EventKind, Sink};
use crate::units::{Awaitable, CellId, FutureId, Time};

use super::activation::Next;
use super::call::Given;
use super::cancel::Saying;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `await value`
    ///
    /// `own` is [`IS_OWN`] when it is a future that nothing else holds, else 0.
    pub(super) fn await_value(&mut self, value: Value, own: u64) -> Result<Next, Stop> {
        if let Value::Coroutine(coroutine) = value {
            if CoroutineKind::of(coroutine) == CoroutineKind::Wrapper {
                return self.await_object(value);
            }
            return Ok(self.await_coroutine(coroutine));
        }
        let Some(awaitable) = awaitable_of(value) else { return self.await_object(value) };
        if self.vm.heap.has_kinds()
            && let Some(method) = self.own_function(awaitable, "__await__")
        {
            return self.await_by_method(method, value);
        }
        self.await_future(awaitable, own)
    }

    /// `await` of a task or future, as asyncio's own `__await__` does.
    pub(super) fn await_future(&mut self, awaitable: Awaitable, own: u64) -> Result<Next, Stop> {
        if self.asked_by_hand.contains(&awaitable) && !self.is_done(awaitable) {
            return Ok(Next::Throw(self.not_awaited()));
        }
        if self.is_unbegun(awaitable) {
            return Ok(self.ask_unbegun(Function::FutureAwait));
        }
        let is_by_hand = self.is_by_hand();
        if is_by_hand && !self.is_done(awaitable) {
            return Ok(self.wait_by_hand(awaitable));
        }
        let task = match self.current {
            _ if self.is_done(awaitable) && (is_by_hand || self.current.is_some()) => {
                return Ok(self.await_done(awaitable));
            }
            Some(task) => task,
            None => return Ok(Next::Throw(self.no_task())),
        };
        if self.vm.heap.has_kinds()
            && let Err(raised) = self.ask_for_loop(awaitable)?
        {
            return Ok(Next::Throw(raised));
        }
        if self.is_of_another_loop(awaitable) {
            // It is looked at before its mark, which stays (`_asynciomodule.c`, `task_step_handle_result_impl`).
            self.asked_by_hand.insert(awaitable);
            self.await_of_another_loop(task, awaitable);
        } else {
            if awaitable == Awaitable::Task(task) {
                // Who awaits it from now on finds the mark that its own await has left.
                self.asked_by_hand.insert(awaitable);
            }
            self.suspend_on(task, awaitable, own);
        }
        Ok(Next::Suspend)
    }

    /// What is awaited is no task, future or coroutine: its `__await__` says what comes of it.
    fn await_object(&mut self, value: Value) -> Result<Next, Stop> {
        if self.is_awaitable_generator(value) {
            let given = Given { positional: vec![value], keywords: Vec::new() };
            return match self.call_value(self.helper(Helper::AwaitGenerator), given)? {
                Next::Go(Value::Coroutine(coroutine)) => Ok(self.await_coroutine(coroutine)),
                next => Ok(next),
            };
        }
        // The first one is that of `anext` with a default alone (`builtins.py`).
        let methods = ["__steps_of_anext__", "__await__"];
        let Some(method) = methods.iter().find_map(|name| self.vm.heap.own_method(value, name)) else {
            return Ok(Next::Throw(self.cannot_await(value)));
        };
        self.await_by_method(method, value)
    }

    /// `await value`, by its `__await__`.
    fn await_by_method(&mut self, method: Value, value: Value) -> Result<Next, Stop> {
        let helper = if self.awaited_method() == "__anext__" { Helper::AwaitNext } else { Helper::Await };
        let given = Given { positional: vec![method, value], keywords: Vec::new() };
        match self.call_value(self.helper(helper), given)? {
            Next::Go(Value::Coroutine(coroutine)) => Ok(self.await_coroutine(coroutine)),
            next => Ok(next),
        }
    }

    /// `await asyncio.sleep(0)` of a task.
    #[inline(always)]
    pub(super) fn turn(&mut self) -> Next {
        let Some(task) = self.current else { return Next::Throw(self.no_task()) };
        self.give_a_turn(task, 0);
        Next::Suspend
    }

    /// Whether a value is what a generator function gives that `types.coroutine` was called with.
    pub(super) fn is_awaitable_generator(&self, value: Value) -> bool {
        let Value::Generator(number) = value else { return false };
        number & ASYNC_GENERATOR == 0
            && self.generator_cell(number).is_some_and(|cell| self.cells[cell].has(flag::AWAITABLE))
    }

    /// What `yield from` goes through: a coroutine only in what `types.coroutine` was called with (`ceval.c`, `GET_YIELD_FROM_ITER`).
    pub(super) fn yield_from_check(&mut self, value: Value) -> Next {
        match value {
            Value::Coroutine(number) if !CoroutineKind::of(number).is_iterator() => {
                if self.cells[self.activation].has(flag::AWAITABLE) {
                    return Next::Go(Value::Coroutine(CoroutineKind::Wrapper.mark(number)));
                }
                let message = "cannot 'yield from' a coroutine object in a non-coroutine generator";
                Next::Throw(self.vm.heap.type_error(message))
            }
            _ => Next::Go(value),
        }
    }

    /// What an `__await__` returns must be an iterator (`genobject.c`, `_PyCoro_GetAwaitableIter`).
    pub(super) fn await_check(&mut self, value: Value) -> Next {
        if let Value::Coroutine(number) = value
            && !CoroutineKind::of(number).is_iterator()
        {
            let message = "__await__() returned a coroutine";
            return Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
        }
        let is_iterator = match value {
            Value::Generator(_) | Value::Iterator(_) | Value::Coroutine(_) | Value::Task(_) | Value::Future(_) => true,
            Value::Instance(_) | Value::Exception(_) => self.vm.heap.own_method(value, "__next__").is_some(),
            Value::Thing(_) => true,
            _ => false,
        };
        if is_iterator {
            return Next::Go(value);
        }
        let kind = self.vm.heap.type_name(value);
        let message = format!("__await__() returned non-iterator of type '{kind}'");
        Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, message))
    }

    /// A coroutine is called: no pass, no task.
    pub(super) fn await_coroutine(&mut self, coroutine: u64) -> Next {
        let Some(cell) = self.fresh_coroutine(coroutine) else {
            let is_running = self.is_running_coroutine(coroutine);
            if is_running && self.is_executing(CellId(coroutine as u32)) {
                return Next::Throw(self.vm.heap.value_error("coroutine already executing"));
            }
            let message = if is_running {
                "coroutine is being awaited already"
            } else {
                self.reused(CoroutineKind::of(coroutine))
            };
            return Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message));
        };
        let depth = self.depth() + 1;
        if depth > self.options.limits.recursion {
            let message = "maximum recursion depth exceeded";
            return Next::Throw(self.vm.heap.raise(ClassId::RECURSION_ERROR, message));
        }
        self.cells[cell].state = State::Inline;
        self.cells[cell].link = self.activation;
        self.cells[cell].set_wait(depth);
        let code = &self.program.codes[self.cells[cell].code];
        if !code.is_hidden {
            self.tell(EventKind::Call { function: code.name });
            self.cells[cell].flags |= flag::ANNOUNCED;
        }
        Next::Enter(cell, Value::None)
    }

    /// Awaiting what is done takes no pass.
    fn await_done(&mut self, awaitable: Awaitable) -> Next {
        let result = self.given_by(awaitable);
        self.vm.told += 1;
        if self.sink.detail() >= Detail::Tasks {
            self.announce_calls();
            let mut label = String::new();
            let mut value_text = std::mem::take(&mut self.text);
            let on = match awaitable {
                Awaitable::Task(awaited) => Awaited::Task(self.label(awaited)),
                Awaitable::Future(awaited) => self.awaited_future(awaited, &mut label),
            };
            let came = self.came(result, &mut value_text);
            self.send(EventKind::NoWait { on, came });
            self.text = value_text;
        }
        match result {
            Ok(value) => Next::Go(value),
            Err(raised) => Next::Throw(raised),
        }
    }

    /// The task waits until `awaitable` is done.
    pub(super) fn suspend_on(&mut self, task: CellId, awaitable: Awaitable, own: u64) {
        let (state, wait) = match awaitable {
            Awaitable::Task(awaited) => (State::WaitingForTask, awaited.0),
            Awaitable::Future(awaited) => (State::WaitingForFuture, awaited.0),
        };
        self.tell_suspension(state, wait);
        if awaitable == Awaitable::Task(task) {
            self.call_soon(Handle::Step(task));
            self.suspend(task, awaitable, own);
            return self.refuse_itself(task);
        }
        self.add_callback(awaitable, Callback::Wakeup(task));
        self.suspend(task, awaitable, own);
    }

    /// Tells what the running task waits for from now on.
    #[inline]
    pub(super) fn tell_suspension(&mut self, state: State, wait: u32) {
        self.vm.told += 1;
        if self.sink.detail() >= Detail::Tasks {
            self.announce_calls();
            let mut label = String::new();
            let on = self.awaited(state, u64::from(wait), &mut label);
            self.send(EventKind::Await { on });
        }
    }

    /// The running task waits for `awaitable`, which has it among its callbacks; `marks` are those of its wait.
    #[inline]
    pub(super) fn suspend(&mut self, task: CellId, awaitable: Awaitable, marks: u64) {
        let (state, wait) = match awaitable {
            Awaitable::Task(awaited) => (State::WaitingForTask, awaited.0),
            Awaitable::Future(awaited) => (State::WaitingForFuture, awaited.0),
        };
        let cell = &mut self.cells[task];
        cell.state = state;
        cell.set_wait(u64::from(wait) | marks);
        cell.link = self.activation;
        if cell.has(flag::MUST_CANCEL) && awaitable != Awaitable::Task(task) {
            self.pass_cancellation_on(task, awaitable);
        }
    }

    /// A cancellation that waits reaches what is awaited now (`tasks.py`, `__step_run_and_handle_result`).
    #[cold]
    fn pass_cancellation_on(&mut self, task: CellId, awaitable: Awaitable) {
        let message = self.message_of(task);
        let by_own = self.cancel_by_own(awaitable, message, Saying::Message);
        let was_cancelled = by_own.unwrap_or_else(|| self.cancel_awaitable(awaitable, message));
        // A cancellation that goes round in a circle breaks `__step` off: the request stays.
        let is_endless = std::mem::take(&mut self.is_cancel_endless);
        if was_cancelled && !is_endless {
            self.cells[task].flags &= !flag::MUST_CANCEL;
        }
    }

    /// What traces say of waiting for a future: gathers by their children, others by their label.
    pub(super) fn awaited_future<'t>(&self, future: FutureId, label: &'t mut String) -> Awaited<&'t str> {
        let awaited = &self.vm.futures[future];
        if let Some(gather) = &awaited.gather {
            return Awaited::Gather(gather.distinct);
        }
        if let Some((thing, role)) = awaited.line() {
            return self.awaited_thing(thing, role, label);
        }
        label.push_str(awaited.label().map_or("", |name| self.names.text(name)));
        Awaited::Future(label)
    }

    /// Adds a callback to what is not done yet.
    pub(super) fn add_callback(&mut self, awaitable: Awaitable, callback: Callback) {
        if !self.vm.heap.has_kinds() || !self.add_callback_by_own(awaitable, callback) {
            self.add_callback_itself(awaitable, callback);
        }
    }

    /// The same, whatever a class of the script says.
    pub(super) fn add_callback_itself(&mut self, awaitable: Awaitable, callback: Callback) {
        let callbacks = match awaitable {
            Awaitable::Task(task) => &mut self.cells[task].callback,
            Awaitable::Future(future) => &mut self.vm.futures[future].callback,
        };
        self.lists.add(callbacks, callback);
    }

    /// Removes a callback wherever it stands.
    pub(super) fn remove_callback(&mut self, awaitable: Awaitable, callback: Callback) {
        let callbacks = match awaitable {
            Awaitable::Task(task) => &mut self.cells[task].callback,
            Awaitable::Future(future) => &mut self.vm.futures[future].callback,
        };
        self.lists.remove(callbacks, |each| each == callback);
    }

    /// Sets the timer of a sleep.
    #[inline]
    pub(super) fn set_sleep_timer(&mut self, task: CellId, deadline: Time) {
        if self.sink.detail() >= Detail::Loop {
            self.tell_loop(EventKind::TimerSet { deadline });
        }
        let timer = Timer::new(deadline, Target::Sleeper(task), self.cells[task].generation);
        if !self.workers.machine.is_alone() {
            self.workers.note_timer(&timer);
        }
        self.agenda.push(timer);
    }
}
