//! What is like a future: objects with the mark of futures, `_asyncio_future_blocking`, that an `__await__` gives to the task, and
//! what the script's own classes below `Task` and `Future` say when a task waits for them (`tasks.py`, `__step` and `__wakeup`).

use indexmap::IndexMap;

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::value::ASYNC_GENERATOR;
use crate::kernel::{Callback, FutureState, State, Value, awaitable_of, operate, value_of};
use crate::policy::{Discipline, Handle, Ready};
use crate::signatures::helpers::Helper;
use crate::trace::{Cause, Sink};
use crate::units::{Awaitable, CellId, FutureId};

use super::activation::Next;
use super::task::Input;
use super::{Engine, Stop};

/// The mark of futures.
pub(super) const MARK: &str = "_asyncio_future_blocking";

/// What tasks wait for that is no future of the engine's.
#[derive(Debug, Default)]
pub(super) struct Alike {
    /// By the future that stands for it.
    stand_ins: IndexMap<FutureId, Value>,
    /// What the next steps of tasks are told that gave the loop nothing to wait for.
    refused: IndexMap<CellId, String>,
}

impl Alike {
    /// All objects that are waited for.
    pub(super) fn for_each_value(&self, roots: &mut Vec<Value>) {
        roots.extend(self.stand_ins.values());
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Whether something says itself that it is a coroutine function: by what `inspect.markcoroutinefunction` and mocks leave, and
    /// to asyncio by `asyncio.coroutines._is_coroutine`, too.
    pub(super) fn has_coroutine_mark(&self, value: Value, is_for_asyncio: bool) -> bool {
        let heap = &self.vm.heap;
        let of_class = |mark| match value {
            Value::Instance(at) => heap.class_attribute(heap.instance_object(at).class, mark),
            _ => None,
        };
        let is_mark = |held| held == Value::TRUE || is_for_asyncio && heap.type_name(held) == "CoroutineMark";
        ["_is_coroutine", "_is_coroutine_mark"]
            .iter()
            .any(|mark| heap.field(value, mark).or_else(|| of_class(mark)).is_some_and(is_mark))
    }

    /// What somebody's `__await__` yields comes to the task.
    pub(super) fn yield_out(&mut self, value: Value) -> Result<Next, Stop> {
        if self.is_by_hand() {
            return Ok(self.yield_by_hand(value));
        }
        let Some(task) = self.current else { return Ok(Next::Throw(self.no_task())) };
        if value == Value::None {
            return Ok(self.turn());
        }
        if value == value_of(Awaitable::Task(task)) {
            self.suspend_on(task, Awaitable::Task(task), 0);
            return Ok(Next::Suspend);
        }
        if let Some(awaitable) = awaitable_of(value) {
            if self.is_of_another_loop(awaitable) {
                self.await_of_another_loop(task, awaitable);
                return Ok(Next::Suspend);
            }
            if !self.asked_by_hand.swap_remove(&awaitable) {
                return Ok(self.refuse_what_is_not_awaited(task, value));
            }
            if let Err(raised) = self.ask_for_loop(awaitable)? {
                return Ok(Next::Throw(raised));
            }
            if self.is_done(awaitable) {
                self.suspend(task, awaitable, 0);
                self.call_soon(Handle::Step(task));
            } else {
                self.suspend_on(task, awaitable, 0);
            }
            return Ok(Next::Suspend);
        }
        if self.is_future(value) {
            return self.suspend_on_alike(task, value);
        }
        let words = self.words_of(value);
        if matches!(value, Value::Generator(number) if number & ASYNC_GENERATOR == 0) {
            let task_words = self.words_of(value_of(Awaitable::Task(task)));
            let message =
                format!("yield was used instead of yield from for generator in task {task_words} with {words}");
            return Ok(self.refuse(task, message));
        }
        Ok(self.refuse(task, format!("Task got bad yield: {words}")))
    }

    /// What comes back for it: of who drives by hand, what is sent; to a task, that it went wrong.
    pub(super) fn yield_check(&mut self, value: Value, sent: Value) -> Next {
        if self.is_by_hand() {
            return Next::Go(sent);
        }
        let refused = match self.current {
            Some(task) if value != Value::None => self.alike.refused.swap_remove(&task),
            _ => None,
        };
        match refused {
            Some(message) => Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message)),
            None => Next::Go(Value::None),
        }
    }

    /// The next step of the task is told what is wrong with what it gave out.
    fn refuse(&mut self, task: CellId, message: String) -> Next {
        self.alike.refused.insert(task, message);
        self.turn()
    }

    /// A task that awaits itself is told so in its next step, with the words that it has now (`tasks.py`, `__step`).
    #[cold]
    pub(super) fn refuse_itself(&mut self, task: CellId) {
        let words = self.words_of(value_of(Awaitable::Task(task)));
        self.alike.refused.insert(task, format!("Task cannot await on itself: {words}"));
    }

    /// The exception of a task that awaited itself.
    pub(super) fn refused_itself(&mut self, task: CellId) -> Raised {
        let message = self.alike.refused.swap_remove(&task).unwrap_or_default();
        self.vm.heap.raise(ClassId::RUNTIME_ERROR, message)
    }

    fn refuse_what_is_not_awaited(&mut self, task: CellId, value: Value) -> Next {
        let words = self.words_of(value);
        let task_words = self.words_of(value_of(Awaitable::Task(task)));
        self.refuse(task, format!("yield was used instead of yield from in task {task_words} with {words}"))
    }

    /// The task waits for what is like a future, by its methods.
    fn suspend_on_alike(&mut self, task: CellId, value: Value) -> Result<Next, Stop> {
        let context = match self.global_of_library("contextvars.context_of") {
            Some(wrapper) => {
                let context = self.context_box_of(task);
                match self.call_to_its_end(wrapper, &[context])? {
                    Ok(context) => context,
                    Err(raised) => return Ok(Next::Throw(raised)),
                }
            }
            None => Value::None,
        };
        let home = Value::Loop(self.home(Awaitable::Task(task)));
        let wake = self.hand_out(Callback::Wakeup(task));
        let asked = self.call_to_its_end(self.helper(Helper::AwaitAlike), &[value, home, wake, context])?;
        match asked {
            Ok(Value::None) => {}
            Ok(Value::TRUE) => return Ok(self.refuse_what_is_not_awaited(task, value)),
            Ok(_) => {
                let (words, given) = (self.words_of(value_of(Awaitable::Task(task))), self.words_of(value));
                return Ok(self.refuse(task, format!("Task {words} got Future {given} attached to a different loop")));
            }
            Err(raised) => return Ok(Next::Throw(raised)),
        }
        let future = self.vm.futures.insert(None);
        self.vm.heap.note_allocation();
        self.alike.stand_ins.insert(future, value);
        self.tell_suspension(State::WaitingForFuture, future.0);
        self.suspend(task, Awaitable::Future(future), 0);
        Ok(Next::Suspend)
    }

    /// A callback of asyncio's own as a function that the script can hand on.
    pub(super) fn hand_out(&mut self, callback: Callback) -> Value {
        use crate::kernel::MethodCode;
        use crate::signatures::asyncio::Function;
        self.handed_callbacks.push(callback);
        let index = Value::Int(i64::try_from(self.handed_callbacks.len() - 1).unwrap_or(i64::MAX));
        self.vm.heap.bound_method(index, MethodCode::Library(Function::HandedCallback as u32))
    }

    /// What asyncio handed out, if that is what this call is of, and the first argument.
    pub(super) fn handed_call(&self, number: u32) -> Option<(Callback, Value)> {
        let call = &self.calls[number];
        let callback = self.handed_callback(call.function)?;
        let Value::List(list) = call.arguments else { return None };
        Some((callback, self.vm.heap.list_items(list).first().copied()?))
    }

    /// The loop makes a scheduled call of a callback that asyncio has handed out, with what is done.
    pub(super) fn call_handed(&mut self, callback: Callback, done: Value) -> Result<(), Stop> {
        self.current = None;
        let ready = |handle, now| Ready::new(handle, Cause::By(None), now);
        match (callback, awaitable_of(done)) {
            (Callback::Wakeup(task), awaitable) => {
                if awaitable.is_none() {
                    self.ask_alike_for_result(task, done)?;
                }
                self.run_handle_by_hand(ready(Handle::Step(task), self.now))
            }
            (Callback::GatherChild(future), Some(child)) => {
                self.run_handle_by_hand(ready(Handle::GatherChild(future, child), self.now))
            }
            (Callback::Report(thing), Some(child)) => {
                self.run_handle_by_hand(ready(Handle::Report(thing, child), self.now))
            }
            (Callback::Stop, Some(done)) => self.run_handle_by_hand(ready(Handle::Stop(done), self.now)),
            (Callback::Stop, None) => {
                self.is_stopping = true;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The script itself calls what asyncio has handed out: it happens in the middle of what runs.
    pub(super) fn call_handed_at_once(&mut self, index: Value, done: Value) -> Result<Next, Stop> {
        let Value::Int(index) = index else { unreachable!("it was handed out with a number") };
        if self.current.is_some() {
            let message = "calling a callback of asyncio's from a task";
            return Ok(Next::Throw(self.vm.heap.unsupported(message)));
        }
        let callback = self.handed_callbacks[usize::try_from(index).unwrap_or_default()];
        let outer = self.step_aside();
        let called = self.call_handed(callback, done);
        self.step_back(outer);
        called.map(|()| Next::Go(Value::None))
    }

    /// `done.result()`, whose outcome the task goes on with.
    fn ask_alike_for_result(&mut self, task: CellId, done: Value) -> Result<(), Stop> {
        let cell = &self.cells[task];
        let future = FutureId(cell.wait() as u32);
        if cell.state != State::WaitingForFuture || self.alike.stand_ins.swap_remove(&future).is_none() {
            return Ok(());
        }
        self.contexts.enter_task(task);
        let outcome = match self.vm.heap.own_method(done, "result") {
            Some(method) => self.call_to_its_end(method, &[done])?,
            None => Ok(Value::None),
        };
        self.vm.futures[future].state = match outcome {
            Ok(_) => FutureState::Result(Value::None),
            Err(raised) => {
                self.vm.futures[future].passed = self.vm.heap.places_passed(raised.0);
                FutureState::Exception(raised.0)
            }
        };
        self.vm.futures[future].is_retrieved = true;
        Ok(())
    }

    /// What an object that is like a future is asked when the task is cancelled that waits for it; `None` of other futures.
    pub(super) fn alike_of(&self, awaitable: Awaitable) -> Option<Value> {
        let Awaitable::Future(future) = awaitable else { return None };
        self.alike.stand_ins.get(&future).copied()
    }

    /// `get_loop` of a future or task whose class is the script's: a task asks for it before it waits.
    pub(super) fn ask_for_loop(&mut self, awaitable: Awaitable) -> Result<Result<(), Raised>, Stop> {
        let Some(method) = self.own_function(awaitable, "get_loop") else { return Ok(Ok(())) };
        let asked = self.call_to_its_end(method, &[value_of(awaitable)])?;
        Ok(asked.map(|_| ()))
    }

    /// `result` of what a task waited for, where its class says what that is: what it raises is what the task goes on with.
    pub(super) fn result_by_own(&mut self, task: CellId, state: State) -> Result<Option<Input>, Stop> {
        let wait = self.cells[task].wait() as u32;
        let awaited = match state {
            State::WaitingForTask => Awaitable::Task(CellId(wait)),
            State::WaitingForFuture => Awaitable::Future(FutureId(wait)),
            _ => return Ok(None),
        };
        let Some(method) = self.own_function(awaited, "result") else { return Ok(None) };
        self.current = None;
        let outcome = self.call_to_its_end(method, &[value_of(awaited)])?;
        self.current = Some(task);
        Ok(outcome.is_err().then_some(outcome))
    }

    /// `future._asyncio_future_blocking = mark`
    pub(super) fn mark_awaited(&mut self, awaitable: Awaitable, mark: Value) {
        if operate::is_true(&self.vm.heap, mark) {
            self.asked_by_hand.insert(awaitable);
        } else {
            self.asked_by_hand.swap_remove(&awaitable);
        }
    }
}
