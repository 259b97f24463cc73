//! Waits for several futures, shields and `as_completed`, performed (`tasks.py`).

use indexmap::IndexSet;

use crate::asyncio::Thing;
use crate::asyncio::completed::Completed;
use crate::asyncio::queue::Queue;
use crate::asyncio::waiting::{Shield, Until, Waiting};
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{FutureState, Role, Value, awaitable_of, operate, value_of};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::{Cause, Sink};
use crate::units::{Awaitable, ThingKind};

use super::activation::Next;
use super::call::go_or_throw;
use super::things::number_of;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    pub(super) fn wait_intrinsic(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        match function {
            Function::WaitBegin => self.begin_wait(arguments),
            Function::ReleaseBegin => self.new_wait(IndexSet::new(), Until::Released, arguments[0]),
            Function::EnsureInner => match awaitable_of(arguments[0]) {
                Some(future) if arguments[1] == Value::TRUE && self.is_of_another_loop(future) => {
                    Ok(Next::Throw(self.wrong_loop()))
                }
                Some(_) => Ok(Next::Go(arguments[0])),
                None => match self.current_loop()? {
                    Ok(number) => self.on_loop(number, |engine| engine.make_inner_task(arguments[0])),
                    Err(raised) => Ok(Next::Throw(raised)),
                },
            },
            Function::IsOldWaitFor => Ok(Next::Go(Value::bool(!self.is_since(PythonVersion::V3_12)))),
            Function::ShieldFuture => Ok(Next::Go(self.shield(arguments[0]))),
            Function::CompletedNew => Ok(go_or_throw(self.new_completed(arguments[0], arguments[1]))),
            Function::CompletedIsEager => Ok(Next::Go(Value::bool(self.is_since(PythonVersion::V3_13)))),
            Function::CompletedFill => self.fill_completed(number_of(arguments[0]), arguments[1]),
            _ => Ok(self.intrinsic_of_wait(function, arguments)),
        }
    }

    fn intrinsic_of_wait(&mut self, function: Function, arguments: &[Value]) -> Next {
        let thing = number_of(arguments[0]);
        match function {
            Function::ReleaseHook => {
                let Some(future) = awaitable_of(arguments[1]) else { unreachable!("it was made a future") };
                self.vm.things.waiting_mut(thing).futures.insert(future);
                self.hook(thing, future);
            }
            Function::WaitRelease => {
                let waiter = self.vm.things.waiting(thing).waiter;
                self.wake_if_asleep(waiter, Value::None);
            }
            Function::WaitFuture => return Next::Go(value_of(Awaitable::Future(self.vm.things.waiting(thing).waiter))),
            Function::WaitUnhook => self.unhook_wait(thing),
            Function::WaitEnd => {
                self.cancel_timer_of_wait(thing);
                self.unhook_wait(thing);
            }
            Function::WaitResult => return go_or_throw(self.result_of_wait(thing)),
            Function::CompletedIsNew => return Next::Go(Value::bool(self.vm.things.completed(thing).given.is_some())),
            Function::CompletedGiven => return go_or_throw(self.given_to_completed(thing)),
            Function::CompletedQueue => return Next::Go(self.vm.things.completed(thing).done),
            Function::CompletedTake => return go_or_throw(self.take_completed(thing, arguments[1] == Value::TRUE)),
            Function::CompletedTimeout => return go_or_throw(self.completed_timeout(thing)),
            other => unreachable!("{other:?} is no intrinsic"),
        }
        Next::Go(Value::None)
    }

    /// What of `asyncio.wait` comes before its first await.
    fn begin_wait(&mut self, arguments: &[Value]) -> Result<Next, Stop> {
        let futures = match self.futures_to_wait_for(arguments[0], arguments[2]) {
            Ok(futures) => futures,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        let until = match self.vm.heap.as_text(arguments[2]) {
            Some("FIRST_COMPLETED") => Until::First,
            Some("FIRST_EXCEPTION") => Until::FirstException,
            _ => Until::All,
        };
        let next = self.new_wait(futures.clone(), until, arguments[1])?;
        if let Next::Go(Value::Thing(thing)) = next {
            for future in futures {
                if let Err(raised) = self.check_callable(future) {
                    return Ok(Next::Throw(raised));
                }
                self.hook(thing, future);
            }
        }
        Ok(next)
    }

    fn futures_to_wait_for(&mut self, given: Value, until: Value) -> Result<IndexSet<Awaitable>, Raised> {
        if awaitable_of(given).is_some() || matches!(given, Value::Coroutine(_)) || self.is_old_coroutine(given) {
            let kind = self.class_of_future(given);
            let message = format!("expect a list of futures, not {kind}");
            return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
        }
        let is_iterator = matches!(given, Value::Iterator(_));
        if !is_iterator && !operate::is_true(&self.vm.heap, given) {
            return Err(self.vm.heap.raise(ClassId::VALUE_ERROR, "Set of Tasks/Futures is empty."));
        }
        let is_known = until == Value::None
            || matches!(self.vm.heap.as_text(until), Some("FIRST_COMPLETED" | "FIRST_EXCEPTION" | "ALL_COMPLETED"));
        if !is_known {
            let mut words = String::new();
            self.write_str(until, &mut words)?;
            return Err(self.vm.heap.raise(ClassId::VALUE_ERROR, format!("Invalid return_when value: {words}")));
        }
        let given = operate::collect(&mut self.vm.heap, given)?;
        if given.iter().any(|each| matches!(each, Value::Coroutine(_))) {
            let message = "Passing coroutines is forbidden, use tasks explicitly.";
            return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
        }
        let mut futures = IndexSet::new();
        for each in given {
            let Some(future) = awaitable_of(each) else {
                let kind = self.vm.heap.type_name(each).to_owned();
                let message = format!("'{kind}' object has no attribute 'add_done_callback'");
                return Err(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message));
            };
            futures.insert(future);
        }
        Ok(futures)
    }

    /// `type(value).__name__` of a future, a task or a coroutine.
    fn class_of_future(&self, value: Value) -> &'static str {
        match value {
            Value::Task(_) => "Task",
            Value::Future(_) => "Future",
            Value::Generator(_) => "generator",
            _ => "coroutine",
        }
    }

    /// A wait with its timer, hooked to nothing yet.
    fn new_wait(&mut self, futures: IndexSet<Awaitable>, until: Until, timeout: Value) -> Result<Next, Stop> {
        let waiter = self.vm.futures.insert(None);
        self.vm.heap.note_allocation();
        let left = futures.len();
        let waiting = Waiting { waiter, futures, left, until, call: None };
        let value = self.new_thing(ThingKind::Waiting, Thing::Waiting(waiting));
        let thing = number_of(value);
        self.vm.futures[waiter].stand_in_line(thing, Role::Itself);
        match self.set_timeout(thing, Function::WaitRelease, timeout)? {
            Ok(call) => self.vm.things.waiting_mut(thing).call = call,
            Err(raised) => return Ok(Next::Throw(raised)),
        }
        Ok(Next::Go(value))
    }

    /// `loop.call_later(timeout, …)` unless it is `None`.
    fn set_timeout(
        &mut self,
        thing: u64,
        function: Function,
        timeout: Value,
    ) -> Result<Result<Option<u32>, Raised>, Stop> {
        if timeout == Value::None {
            return Ok(Ok(None));
        }
        if let Some(raised) = self.no_deadline(Function::CallLater, timeout) {
            return Ok(Err(raised));
        }
        let deadline = match self.signed_delay(timeout) {
            Ok(delay) => delay.from(self.now),
            Err(raised) => return Ok(Err(raised)),
        };
        Ok(Ok(Some(self.schedule_of_thing(thing, function, Some(deadline))?)))
    }

    fn cancel_timer_of_wait(&mut self, thing: u64) {
        if let Some(call) = self.vm.things.waiting_mut(thing).call.take() {
            self.cancel_call(call);
        }
    }

    fn unhook_wait(&mut self, thing: u64) {
        let futures: Vec<Awaitable> = self.vm.things.waiting(thing).futures.iter().copied().collect();
        for future in futures {
            self.unhook(thing, future);
        }
    }

    /// The sets of what is done and of what is not.
    fn result_of_wait(&mut self, thing: u64) -> Result<Value, Raised> {
        let futures: Vec<Awaitable> = self.vm.things.waiting(thing).futures.iter().copied().collect();
        let (done, pending): (Vec<Awaitable>, Vec<Awaitable>) =
            futures.into_iter().partition(|future| self.is_done(*future));
        let values = |futures: Vec<Awaitable>| futures.into_iter().map(value_of).collect::<Vec<Value>>();
        let sets = [self.vm.heap.set(&values(done))?, self.vm.heap.set(&values(pending))?];
        Ok(self.vm.heap.tuple(sets.to_vec()))
    }

    /// `asyncio.shield`, of a future
    fn shield(&mut self, inner: Value) -> Value {
        let Some(awaitable) = awaitable_of(inner) else { unreachable!("it was made a future") };
        if self.is_done(awaitable) {
            return inner;
        }
        let outer = self.vm.futures.insert(None);
        self.note_source_of_own(value_of(Awaitable::Future(outer)));
        self.vm.futures[outer].home = self.home(awaitable) as u32;
        self.vm.heap.note_allocation();
        let shield = Thing::Shield(Shield { inner: awaitable, outer });
        let thing = number_of(self.new_thing(ThingKind::Shield, shield));
        self.vm.futures[outer].stand_in_line(thing, Role::Itself);
        self.hook(thing, awaitable);
        self.hook(thing, Awaitable::Future(outer));
        value_of(Awaitable::Future(outer))
    }

    fn report_to_shield(&mut self, thing: u64, done: Awaitable) {
        let Shield { inner, outer } = *self.vm.things.shield(thing);
        if done == Awaitable::Future(outer) {
            if !self.is_done(inner) {
                self.unhook(thing, inner);
            }
            return;
        }
        let cause = self.cause_of(inner);
        match self.vm.futures[outer].state {
            FutureState::Pending => {}
            FutureState::Cancelled(_) => {
                self.exception_seen(inner);
                return;
            }
            // Somebody has set the outer future by hand: CPython's callback raises.
            FutureState::Result(_) | FutureState::Exception(_) => {
                let raised = self.vm.heap.raise(ClassId::INVALID_STATE_ERROR, "invalid state");
                self.warn_of_callback(raised);
                return;
            }
        }
        if self.is_cancelled(inner) {
            self.cancel_awaitable(Awaitable::Future(outer), Value::None);
            return;
        }
        let state = match self.exception_seen(inner) {
            Some(error) => FutureState::Exception(error),
            None => FutureState::Result(match inner {
                Awaitable::Task(task) => self.cells.slot(task, 0),
                Awaitable::Future(future) => match self.vm.futures[future].state {
                    FutureState::Result(value) => value,
                    other => unreachable!("{other:?} has no result"),
                },
            }),
        };
        self.finish_future(outer, state, cause);
    }

    fn cause_of(&self, done: Awaitable) -> Cause {
        match done {
            Awaitable::Task(task) => Cause::Done(self.label(task)),
            Awaitable::Future(_) => Cause::By(self.current_label()),
        }
    }

    /// A future reports its end to a thing.
    pub(super) fn report(&mut self, number: u32, done: Awaitable) -> Result<(), Stop> {
        let thing = self.vm.things.packed(number);
        let reported = match (ThingKind::of(thing), done) {
            (ThingKind::TaskGroup, Awaitable::Task(task)) => self.report_to_group(thing, task)?,
            (ThingKind::Waiting, _) => {
                self.report_to_wait(thing, done);
                Ok(())
            }
            (ThingKind::Shield, _) => {
                self.report_to_shield(thing, done);
                Ok(())
            }
            (ThingKind::AsCompleted, _) => self.report_to_completed(thing, done),
            (ThingKind::Job, _) => self.report_to_job(thing, done)?,
            (kind, _) => unreachable!("nothing reports to a {}", kind.name()),
        };
        if let Err(raised) = reported {
            self.warn_of_callback(raised);
        }
        Ok(())
    }

    /// `_wait`, `_on_completion`
    fn report_to_wait(&mut self, thing: u64, done: Awaitable) {
        let waiting = self.vm.things.waiting(thing);
        let asks = waiting.until == Until::FirstException && waiting.left > 1;
        let has_failed = asks && !self.is_cancelled(done) && self.exception_seen(done).is_some();
        let waiting = self.vm.things.waiting_mut(thing);
        if !waiting.report(has_failed) {
            return;
        }
        let (waiter, until) = (waiting.waiter, waiting.until);
        if until != Until::Released {
            self.cancel_timer_of_wait(thing);
        }
        if self.vm.futures[waiter].state == FutureState::Pending {
            let cause = self.cause_of(done);
            self.wake(waiter, Value::None, cause);
        }
    }

    /// `asyncio.as_completed`, without tasks yet
    fn new_completed(&mut self, given: Value, timeout: Value) -> Result<Value, Raised> {
        if self.is_since(PythonVersion::V3_13) {
            self.check_completed(given)?;
        }
        let done = self.new_thing(ThingKind::Queue, Thing::Queue(Queue::hidden()));
        let name = self.intern("as_completed");
        self.vm.things.christen(number_of(done), name);
        let completed = Completed { given: Some(given), timeout, done, todo: IndexSet::new(), left: 0, call: None };
        Ok(self.new_thing(ThingKind::AsCompleted, Thing::Completed(completed)))
    }

    fn check_completed(&mut self, given: Value) -> Result<(), Raised> {
        if awaitable_of(given).is_some() || matches!(given, Value::Coroutine(_)) {
            let kind = self.class_of_future(given);
            let is_since_313 = self.is_since(PythonVersion::V3_13);
            let what = if is_since_313 { "expects an iterable of awaitables" } else { "expect an iterable of futures" };
            return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, format!("{what}, not {kind}")));
        }
        Ok(())
    }

    /// What it was given, each once, in order.
    fn given_to_completed(&mut self, thing: u64) -> Result<Value, Raised> {
        let Some(given) = self.vm.things.completed_mut(thing).given.take() else { unreachable!("it is new") };
        self.check_completed(given)?;
        let number = self.current_loop_unwarned()?;
        if !self.is_loop_running {
            self.take_up(number);
        }
        let mut distinct: Vec<Value> = Vec::new();
        for each in operate::collect(&mut self.vm.heap, given)? {
            if !distinct.contains(&each) {
                distinct.push(each);
            }
        }
        Ok(self.vm.heap.list(distinct))
    }

    fn fill_completed(&mut self, thing: u64, futures: Value) -> Result<Next, Stop> {
        let futures = operate::collect(&mut self.vm.heap, futures).unwrap_or_default();
        let todo: IndexSet<Awaitable> = futures.into_iter().filter_map(awaitable_of).collect();
        for future in &todo {
            if let Err(raised) = self.check_callable(*future) {
                return Ok(Next::Throw(raised));
            }
            self.hook(thing, *future);
        }
        let completed = self.vm.things.completed_mut(thing);
        completed.left = todo.len();
        let timeout = if todo.is_empty() { Value::None } else { completed.timeout };
        completed.todo = todo;
        match self.set_timeout(thing, Function::CompletedTimeout, timeout)? {
            Ok(call) => self.vm.things.completed_mut(thing).call = call,
            Err(raised) => return Ok(Next::Throw(raised)),
        }
        Ok(Next::Go(Value::None))
    }

    fn take_completed(&mut self, thing: u64, is_asynchronous: bool) -> Result<Value, Raised> {
        let completed = self.vm.things.completed_mut(thing);
        if completed.left == 0 {
            let class = if is_asynchronous { ClassId::STOP_ASYNC_ITERATION } else { ClassId::STOP_ITERATION };
            return Err(Raised(self.vm.heap.exception(class, Vec::new())));
        }
        completed.left -= 1;
        Ok(Value::None)
    }

    fn report_to_completed(&mut self, thing: u64, done: Awaitable) -> Result<(), Raised> {
        let completed = self.vm.things.completed_mut(thing);
        if completed.todo.is_empty() {
            return Ok(());
        }
        completed.todo.shift_remove(&done);
        let (queue, is_last) = (completed.done, completed.todo.is_empty());
        self.put_nowait(number_of(queue), value_of(done))?;
        if is_last && let Some(call) = self.vm.things.completed_mut(thing).call.take() {
            self.cancel_call(call);
        }
        Ok(())
    }

    fn completed_timeout(&mut self, thing: u64) -> Result<Value, Raised> {
        let completed = self.vm.things.completed_mut(thing);
        let queue = completed.done;
        for future in std::mem::take(&mut completed.todo) {
            self.unhook(thing, future);
            self.put_nowait(number_of(queue), Value::None)?;
        }
        Ok(Value::None)
    }
}
