//! Concurrent futures, performed (`concurrent/futures/_base.py`), and their ties to asyncio's (`asyncio/futures.py`, `_chain_future`;
//! `base_events.py`, `shutdown_default_executor`).

use crate::asyncio::executor::JobState;
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Callback, FutureState, Role, Value, value_of};
use crate::policy::{Discipline, Handle, Ready};
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::{Cause, EventKind, Sink};
use crate::units::{Awaitable, FutureId, ThingKind, Time};

use super::activation::Next;
use super::call::Given;
use super::call::go_or_throw;
use super::homes::number_of_loop;
use super::library::Signed;
use super::machine::MAIN;
use super::things::number_of;
use super::{Engine, Stop, raise};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    pub(super) fn job_method(&mut self, function: Function, arguments: &[Value]) -> Next {
        let job = self.vm.things.job_mut(number_of(arguments[0]));
        Next::Go(Value::bool(match function {
            Function::JobBegin => match job.state {
                JobState::Pending => {
                    job.state = JobState::Running;
                    true
                }
                JobState::Cancelled if !job.is_notified => {
                    job.is_notified = true;
                    false
                }
                _ => {
                    let message = "Future in unexpected state".to_owned();
                    return Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message));
                }
            },
            Function::JobDone => job.is_done(),
            Function::JobRunning => job.state == JobState::Running,
            Function::JobCancelled => job.state == JobState::Cancelled,
            other => unreachable!("{other:?} has a body, or is no method of concurrent futures"),
        }))
    }

    pub(super) fn job_intrinsic(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        Ok(match function {
            Function::CheckJob => {
                let home = number_of_loop(arguments[0]);
                let checked = self.check_open(home);
                match checked.and_then(|()| self.check_callback(home, arguments[1], "run_in_executor")) {
                    Ok(()) => Next::Go(Value::None),
                    Err(raised) => Next::Throw(raised),
                }
            }
            Function::JobParts => {
                self.swap_context_of_job(number_of(arguments[0]));
                let [function, given, keywords] = self.vm.things.job(number_of(arguments[0])).call;
                let keywords = if keywords == Value::None { self.vm.heap.dict() } else { keywords };
                Next::Go(self.vm.heap.tuple(vec![function, given, keywords]))
            }
            Function::JobFinish => self.end_job(number_of(arguments[0]), JobState::Result(arguments[1])),
            // `None` says that there is none.
            Function::JobFail if arguments[1] == Value::None => {
                self.end_job(number_of(arguments[0]), JobState::Result(Value::None))
            }
            Function::JobFail => self.end_job(number_of(arguments[0]), JobState::Exception(arguments[1])),
            Function::JobStop => self.stop_job(number_of(arguments[0])),
            Function::JobNextCallback => self.next_callback(number_of(arguments[0])),
            Function::JobWarn => {
                let shown = self.shown(arguments[1]);
                self.tell(EventKind::Warning { text: &format!("exception calling callback: {shown}") });
                let Some(logs) = self.global_of_library("logging.log_job") else { return Ok(Next::Go(Value::None)) };
                return self.call_value(logs, Given { positional: arguments.to_vec(), keywords: Vec::new() });
            }
            Function::ThreadWarn => {
                let Some(tells) = self.global_of_library("threading.tell_of_thread") else {
                    return Ok(Next::Go(Value::None));
                };
                return self.call_value(tells, Given { positional: arguments.to_vec(), keywords: Vec::new() });
            }
            Function::JobKeepCallback => {
                let job = self.vm.things.job_mut(number_of(arguments[0]));
                let is_pending = !job.is_done();
                if is_pending {
                    job.callbacks.push_back(arguments[1]);
                }
                Next::Go(Value::bool(is_pending))
            }
            Function::JobWait => return self.wait_for_end_of_job(number_of(arguments[0]), arguments[1]),
            Function::JobOutcome => go_or_throw(self.outcome_of_job(number_of(arguments[0]))),
            Function::JobError => go_or_throw(self.error_of_job(number_of(arguments[0]))),
            Function::JobInContext => {
                if !matches!(arguments[0], Value::Thing(thing) if ThingKind::of(thing) == ThingKind::Job) {
                    return Ok(Next::Go(arguments[0]));
                }
                let context = self.copy_of_context();
                let job = self.vm.things.job_mut(number_of(arguments[0]));
                (job.has_context, job.context) = (true, context);
                Next::Go(arguments[0])
            }
            Function::JobChain => go_or_throw(self.chain(arguments[0], arguments[1])),
            Function::JobOfCoroutine => return self.run_coroutine_of_job(number_of(arguments[0]), arguments[1]),
            _ => return self.shutdown_intrinsic(function, arguments),
        })
    }

    /// A job is done: those who wait for it go on. Its callbacks are the body's affair.
    pub(super) fn end_job(&mut self, thing: u64, state: JobState) -> Next {
        let job = self.vm.things.job(thing);
        if job.is_done() {
            let word = match job.state {
                JobState::Cancelled if job.is_notified => "CANCELLED_AND_NOTIFIED",
                JobState::Cancelled => "CANCELLED",
                _ => "FINISHED",
            };
            let message = format!("{word}: {}", self.text_of_job(thing));
            return Next::Throw(self.vm.heap.raise(ClassId::EXECUTOR_INVALID_STATE_ERROR, message));
        }
        if let JobState::Exception(Value::ExceptionClass(class)) = state {
            let made = self.vm.heap.exception(ClassId(class as u32), Vec::new());
            return self.end_job(thing, JobState::Exception(made));
        }
        // One without a function was begun by hand, and is no worker's.
        let is_of_worker = job.state == JobState::Running && job.call[0] != Value::None;
        let job = self.vm.things.job_mut(thing);
        job.state = state;
        job.call = [Value::None; 3];
        let waiters = std::mem::take(&mut job.waiters);
        if is_of_worker && self.workers.lane != MAIN {
            self.tell_end_of_job(state);
            self.swap_context_of_job(thing);
        }
        self.wake_threads(waiters);
        if let JobState::Exception(error) = state
            && self.vm.heap.class_of(error) == Some(ClassId::UNSUPPORTED)
        {
            // What the simulator cannot do ends the run, wherever it is met.
            return Next::ThrowAgain(Raised(error));
        }
        Next::Go(Value::None)
    }

    fn tell_end_of_job(&mut self, state: JobState) {
        let mut shown = String::new();
        let kind = match state {
            JobState::Exception(error) => {
                self.show(error, &mut shown);
                EventKind::Raise { exception: shown.as_str() }
            }
            JobState::Result(Value::None) | JobState::Cancelled | JobState::Pending | JobState::Running => {
                EventKind::Return { value: None }
            }
            JobState::Result(value) => {
                self.show(value, &mut shown);
                EventKind::Return { value: Some(shown.as_str()) }
            }
        };
        self.tell(kind);
    }

    /// A job begins or ends: one that has a context of its own runs in it (`threads.py`, `to_thread`).
    fn swap_context_of_job(&mut self, thing: u64) {
        let job = self.vm.things.job_mut(thing);
        if job.has_context {
            job.context = self.contexts.swap(job.context.take());
        }
    }

    /// `future.cancel()`: `None` when it is too late, else whether it was not cancelled before.
    fn stop_job(&mut self, thing: u64) -> Next {
        let job = self.vm.things.job_mut(thing);
        Next::Go(match job.state {
            JobState::Running | JobState::Result(_) | JobState::Exception(_) => Value::None,
            JobState::Cancelled => Value::FALSE,
            JobState::Pending => {
                job.state = JobState::Cancelled;
                let waiters = std::mem::take(&mut job.waiters);
                self.wake_threads(waiters);
                Value::TRUE
            }
        })
    }

    /// Hands what became of a job on to asyncio, up to the next callback of the script's.
    fn next_callback(&mut self, thing: u64) -> Next {
        while let Some(callback) = self.vm.things.job_mut(thing).callbacks.pop_front() {
            self.vm.things.job_mut(thing).called.push(callback);
            match callback {
                Value::Future(future) => {
                    let destination = Awaitable::Future(FutureId(future as u32));
                    if self.loops.is_closed(self.home(destination)) {
                        continue;
                    }
                    self.call_soon_threadsafe(self.home(destination), Handle::Report(thing as u32, destination));
                }
                Value::Task(_) => {
                    if self.vm.things.job(thing).state == JobState::Cancelled {
                        self.cancel_from_thread(callback);
                    }
                }
                callback => return Next::Go(callback),
            }
        }
        Next::Go(Value::None)
    }

    /// `loop.call_soon_threadsafe` of a loop by its number: the one that runs wakes up if it is idle.
    pub(super) fn call_soon_threadsafe(&mut self, number: u64, handle: Handle) {
        let cause = Cause::By(self.current_label());
        if let Handle::Report(_, Awaitable::Future(future)) = handle {
            self.note_finisher(future, cause);
        }
        let ready = Ready::new(handle, cause, self.now);
        self.on_loop(number, |engine| engine.discipline.enqueue(ready));
        self.rouse(number);
    }

    /// `base_events.py`, `_check_closed`
    pub(super) fn loop_is_closed(&mut self) -> Raised {
        self.vm.heap.raise(ClassId::RUNTIME_ERROR, "Event loop is closed")
    }

    /// Methods of the loop that threads may call.
    pub(super) fn threadsafe_method(&mut self, function: Function, arguments: &[Value]) -> Next {
        match function {
            Function::CallSoonThreadsafe => {
                let home = number_of_loop(arguments[0]);
                if self.loops.is_closed(home) {
                    return Next::Throw(self.loop_is_closed());
                }
                if let Err(raised) = self.check_callback(home, arguments[1], function.name()) {
                    return Next::Throw(raised);
                }
                let number = self.calls.insert(arguments[1], arguments[2], None);
                self.note_context_of_call(number, arguments[3]);
                self.vm.heap.note_allocation();
                self.call_soon_threadsafe(home, Handle::Call(number));
                self.note_source_of_handle(Next::Go(Value::Handle(u64::from(number))), home)
            }
            Function::SetDefaultExecutor => self.set_default_executor(number_of_loop(arguments[0]), arguments[1]),
            other => unreachable!("{other:?} has a body, or is no method of the loop"),
        }
    }

    fn wait_for_end_of_job(&mut self, thing: u64, timeout: Value) -> Result<Next, Stop> {
        if self.vm.things.job(thing).is_done() {
            return Ok(Next::Go(Value::None));
        }
        let until = match self.deadline_of_wait(timeout) {
            Ok(until) => until,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        let ticket = self.workers.machine.ticket(self.workers.lane);
        self.vm.things.job_mut(thing).waiters.push(ticket);
        if self.workers.lane != MAIN {
            self.workers.thread_mut(self.workers.lane).waits_for = Some(thing);
        }
        self.wait_for_thread(until)
    }

    /// The instant at which a wait with this timeout is over.
    pub(super) fn deadline_of_wait(&mut self, timeout: Value) -> Result<Option<Time>, Raised> {
        if matches!(timeout, Value::None | Value::Unbound) {
            return Ok(None);
        }
        Ok(Some(match self.signed_delay(timeout)? {
            Signed::Ahead(delay) => self.now + delay,
            Signed::Past(_) => self.now,
        }))
    }

    fn outcome_of_job(&mut self, thing: u64) -> Result<Value, Raised> {
        if self.workers.lane != MAIN {
            self.workers.thread_mut(self.workers.lane).waits_for = None;
        }
        match self.vm.things.job(thing).state {
            JobState::Result(value) => Ok(value),
            JobState::Exception(error) => Err(raise::plain(&mut self.vm.heap, error)),
            JobState::Cancelled => Err(Raised(self.vm.heap.exception(ClassId::EXECUTOR_CANCELLED_ERROR, Vec::new()))),
            JobState::Pending | JobState::Running => {
                Err(Raised(self.vm.heap.exception(ClassId::TIMEOUT_ERROR, Vec::new())))
            }
        }
    }

    fn error_of_job(&mut self, thing: u64) -> Result<Value, Raised> {
        match self.vm.things.job(thing).state {
            JobState::Exception(error) => Ok(error),
            _ => self.outcome_of_job(thing).map(|_| Value::None),
        }
    }

    /// `wrap_future`: an asyncio future that follows a job, of the loop that was given or of the current one.
    fn chain(&mut self, job: Value, given: Value) -> Result<Value, Raised> {
        if self.is_future(job) {
            return Ok(job);
        }
        let Value::Thing(thing) = job else { return Err(self.not_a_job(job)) };
        if ThingKind::of(thing) != ThingKind::Job {
            return Err(self.not_a_job(job));
        }
        let number = match given {
            Value::Loop(number) => number,
            _ => self.current_loop_unwarned()?,
        };
        Ok(self.on_loop(number, |engine| engine.follow_job(thing)))
    }

    fn follow_job(&mut self, thing: u64) -> Value {
        let destination = self.new_waiter(thing, Role::Itself);
        let awaitable = Awaitable::Future(destination);
        self.add_callback(awaitable, Callback::Report(thing as u32));
        if self.vm.things.job(thing).is_done() {
            self.call_soon_threadsafe(self.loops.at_hand, Handle::Report(thing as u32, awaitable));
        } else {
            self.vm.things.job_mut(thing).callbacks.push_back(value_of(awaitable));
        }
        value_of(awaitable)
    }

    fn not_a_job(&mut self, value: Value) -> Raised {
        let shown = self.shown(value);
        let message = format!("concurrent.futures.Future is expected, got {shown}");
        self.vm.heap.raise(ClassId::ASSERTION_ERROR, message)
    }

    /// A handle of the loop's between a job and a future or a task (`futures.py`, `_set_state`, `_call_check_cancel`).
    pub(super) fn report_to_job(&mut self, thing: u64, done: Awaitable) -> Result<Result<(), Raised>, Stop> {
        if self.vm.things.job(thing).source == Some(done) {
            return self.end_job_of_coroutine(thing, done).map(Ok);
        }
        let Awaitable::Future(destination) = done else { unreachable!("a job is followed by futures") };
        let state = self.vm.things.job(thing).state;
        match self.vm.futures[destination].state {
            FutureState::Pending => {}
            FutureState::Cancelled(_) if state == JobState::Pending => {
                return self.run_callback_body(Function::JobCancel, &[Value::Thing(thing)]).map(Ok);
            }
            FutureState::Cancelled(_) | FutureState::Result(_) | FutureState::Exception(_) => return Ok(Ok(())),
        }
        let state = match state {
            JobState::Result(value) => FutureState::Result(value),
            JobState::Exception(error) => match self.exception_for_asyncio(error) {
                Ok(error) => FutureState::Exception(error),
                Err(raised) => return Ok(Err(raised)),
            },
            JobState::Cancelled => FutureState::Cancelled(Value::None),
            JobState::Pending | JobState::Running => return Ok(Ok(())),
        };
        let cause = Cause::By(self.current_label());
        self.finish_future(destination, state, cause);
        Ok(Ok(()))
    }

    /// `futures.py`, `_convert_future_exc`
    fn exception_for_asyncio(&mut self, error: Value) -> Result<Value, Raised> {
        let class = match self.vm.heap.class_of(error) {
            Some(ClassId::EXECUTOR_CANCELLED_ERROR) => ClassId::CANCELLED_ERROR,
            Some(ClassId::EXECUTOR_INVALID_STATE_ERROR) => ClassId::INVALID_STATE_ERROR,
            // Since 3.11 it is the same class, of which asyncio made another until 3.13.
            Some(ClassId::TIMEOUT_ERROR) if !self.is_since(PythonVersion::V3_13) => ClassId::TIMEOUT_ERROR,
            _ => return self.exception_to_set(error),
        };
        let Value::Exception(at) = error else { return Ok(error) };
        let (arguments, frames) =
            (self.vm.heap.exception_object(at).args.clone(), self.vm.heap.exception_object(at).frames.clone());
        let made = self.vm.heap.exception(class, arguments);
        if let Value::Exception(at) = made
            && self.is_since(PythonVersion::V3_13)
        {
            self.vm.heap.exception_object_mut(at).frames = frames;
        }
        Ok(made)
    }
}
