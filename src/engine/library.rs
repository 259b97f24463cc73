//! Functions of asyncio, `time` and `kitchen_sim`, performed.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::value::{ASYNC_GENERATOR, TIMER_HANDLE};
use crate::kernel::{MethodCode, Number, State, Value, awaitable_of, value_of};
use crate::policy::{Discipline, Handle};
use crate::program::code::Generator;
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::{EventKind, Limit, Sink};
use crate::units::time::NotADelay;
use crate::units::{Awaitable, Delay, END_OF_TIME, Time};

use super::activation::Next;
use super::homes::number_of_loop;
use super::{Engine, Stop, raise};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// A call whose arguments stand in slots of the running activation.
    #[inline]
    pub(super) fn call_library(
        &mut self,
        function: Function,
        slots: std::ops::Range<u16>,
        is_discarded: bool,
    ) -> Result<Next, Stop> {
        let mut arguments = [Value::Unbound; MOST_PARAMETERS];
        let values = self.values(slots);
        let count = values.len();
        arguments[..count].copy_from_slice(values);
        self.perform(function, &arguments[..count], is_discarded)
    }

    /// Performs a function of the library. `arguments` has one value a parameter, `Unbound` for what was left out.
    #[inline]
    pub(super) fn perform(
        &mut self,
        function: Function,
        arguments: &[Value],
        is_discarded: bool,
    ) -> Result<Next, Stop> {
        if self.sources.is_on {
            self.sources.by = Some(function);
        }
        let next = self.perform_itself(function, arguments, is_discarded);
        if self.sources.is_on {
            self.note_future_made_by(function, &next);
        }
        if let Ok(Next::Throw(raised)) = next {
            self.pass_library(function, raised);
        }
        next
    }

    fn perform_itself(&mut self, function: Function, arguments: &[Value], is_discarded: bool) -> Result<Next, Stop> {
        match function {
            Function::Sleep => Ok(self.sleep_coroutine(arguments[0], arguments[1])),
            Function::CreateTask => match self.running_loop() {
                Some(number) if number == self.loops.at_hand => self.create_task(&arguments[..3], false, is_discarded),
                Some(number) => self.on_loop(number, |engine| engine.create_task(&arguments[..3], false, is_discarded)),
                None => Ok(Next::Throw(self.no_task())),
            },
            Function::LoopCreateTask => self.on_loop(number_of_loop(arguments[0]), |engine| {
                engine.create_task(&arguments[1..4], true, is_discarded)
            }),
            Function::NewTask | Function::EagerTaskFactory => self.new_task(function, arguments),
            Function::GetStack => self.stack_of_task(arguments[0], arguments[1]),
            Function::PrintStack => self.print_stack(arguments[0], arguments[1], arguments[2]),
            Function::EnsureFuture if let Some(future) = awaitable_of(arguments[0]) => {
                let given = arguments[1];
                let is_wrong = matches!(given, Value::Loop(number) if number != self.home(future));
                Ok(if is_wrong { Next::Throw(self.wrong_loop()) } else { Next::Go(arguments[0]) })
            }
            Function::EnsureFuture if self.is_future(arguments[0]) => Ok(Next::Go(arguments[0])),
            Function::EnsureFuture => self.ensure_task(arguments[0], arguments[1], is_discarded),
            Function::Gather => self.gather(arguments[0], arguments[1]),
            Function::Run | Function::RunUntilComplete | Function::RunForever => self.run_loop_for(function, arguments),
            Function::CurrentTask | Function::PlainCurrentTask => Ok(self.current_task(arguments[0])),
            Function::AllTasks | Function::PlainAllTasks => Ok(self.all_tasks(arguments[0])),
            Function::NewFuture | Function::LoopCreateFuture => {
                let home = match self.given_loop(arguments[0])? {
                    Ok(number) => number as u32,
                    Err(raised) => return Ok(Next::Throw(raised)),
                };
                let future = self.vm.futures.insert(None);
                self.vm.futures[future].home = home;
                self.vm.heap.note_allocation();
                Ok(Next::Go(value_of(Awaitable::Future(future))))
            }
            Function::IsCoroutine => Ok(Next::Go(Value::bool(self.is_coroutine(arguments[0])))),
            Function::IsFuture => Ok(Next::Go(Value::bool(self.is_future(arguments[0])))),
            Function::Block => self.stand_still(arguments[0], |duration| EventKind::Block { duration }),
            Function::Work => self.stand_still(arguments[0], |duration| EventKind::Work { duration }),
            Function::Monotonic | Function::PerfCounter | Function::Time | Function::LoopTime => {
                Ok(Next::Go(Value::float(self.now.seconds())))
            }
            Function::MonotonicNs | Function::PerfCounterNs | Function::TimeNs => {
                Ok(Next::Go(Value::Int(i64::try_from(self.now.nanoseconds()).unwrap_or(i64::MAX))))
            }
            Function::Print => Ok(self.print(arguments)),
            Function::CreateEagerTaskFactory => self.eager_factory_of(arguments[0]),
            Function::LoopRunOnce => self.loop_run_once(arguments[0]),
            Function::LoopStop
            | Function::GetRunningLoop
            | Function::GetEventLoop
            | Function::SetTaskFactory
            | Function::GetTaskFactory
            | Function::LoopClose
            | Function::NewEventLoop
            | Function::BaseEventLoop
            | Function::SelectorEventLoop
            | Function::NewestEventLoop
            | Function::LoopIsClosed
            | Function::LoopIsRunning
            | Function::GetDebug
            | Function::SetDebug
            | Function::SetEventLoop
            | Function::GetExceptionHandler
            | Function::SetExceptionHandler
            | Function::CallExceptionHandler
            | Function::DefaultExceptionHandler
            | Function::SlowCallbackDuration
            | Function::LoopShutdownAsyncgens
            | Function::AddSignalHandler
            | Function::RemoveSignalHandler => self.loop_function(function, arguments),
            Function::AbstractEventLoop | Function::GatheringFuture | Function::AsCompletedIterator => {
                Ok(self.only_to_ask_for(function))
            }
            Function::HandleClass => Ok(self.new_handle(None, arguments)),
            Function::TimerHandleClass => Ok(self.new_handle(Some(arguments[0]), &arguments[1..])),
            Function::IsCoroutineFunction => {
                let is_marked = self.has_coroutine_mark(arguments[0], true);
                Ok(Next::Go(Value::bool(is_marked || self.is_coroutine_function(arguments[0]))))
            }
            Function::CoroutineClose
            | Function::CoroutineSend
            | Function::CoroutineThrow
            | Function::CoroutineAwait
            | Function::CoroutineIter
            | Function::CoroutineNext
            | Function::CoroutineName
            | Function::CoroutineQualified => self.coroutine_method(function, arguments),
            Function::CallSoon | Function::CallLater | Function::CallAt => {
                let number = number_of_loop(arguments[0]);
                // `call_later` asks `call_at`.
                let (at, name) = if function == Function::CallSoon { (1, "call_soon") } else { (2, "call_at") };
                let checked = self.check_open(number).and_then(|()| self.check_calling_thread(number));
                if let Err(raised) = checked.and_then(|()| self.check_callback(number, arguments[at], name)) {
                    return Ok(Next::Throw(raised));
                }
                let next = self.on_loop(number, |engine| engine.schedule_of_script(function, arguments))?;
                Ok(self.note_source_of_handle(next, number))
            }
            Function::RemoveDoneCallback
                if let Some(awaitable) = awaitable_of(arguments[0]).filter(|each| !self.is_unbegun(*each)) =>
            {
                self.remove_done_callback(awaitable, arguments[1])
            }
            Function::Done
            | Function::Result
            | Function::Exception
            | Function::Cancelled
            | Function::Cancel
            | Function::SetResult
            | Function::AddDoneCallback
            | Function::RemoveDoneCallback
            | Function::FutureIter
            | Function::FutureAwait
            | Function::FutureSend
            | Function::FutureClose
            | Function::MakeCancelledError
            | Function::GetLoop => Ok(self.future_method(function, arguments)),
            Function::SetException if awaitable_of(arguments[0]).is_none_or(|future| !self.is_unbegun(future)) => {
                let is_class = raise::makes_its_own(&self.vm.heap, arguments[1]);
                if !is_class || awaitable_of(arguments[0]).is_none_or(|future| self.is_done(future)) {
                    return Ok(self.future_method(function, arguments));
                }
                Ok(match self.call_to_its_end(arguments[1], &[])? {
                    Ok(given) => self.future_method(function, &[arguments[0], given]),
                    Err(raised) => Next::Throw(raised),
                })
            }
            Function::SetException => Ok(self.future_method(function, arguments)),
            Function::FutureThrow => self.throw_into_future(arguments),
            Function::FutureLoop
            | Function::FutureStateWord
            | Function::CancelMessage
            | Function::RawResult
            | Function::RawException
            | Function::Callbacks
            | Function::LogTraceback
            | Function::IsBlocking
            | Function::LogDestroyPending
            | Function::TaskCoroutine
            | Function::TaskMustCancel
            | Function::TaskWaiter => Ok(self.private_attribute(function, arguments[0])),
            Function::HandleIsCancelled | Function::HandleCallback | Function::HandleArguments => {
                Ok(self.attribute_of_handle(function, arguments[0]))
            }
            Function::GetContext => self.context_of_task(arguments[0]),
            Function::HandleContext => self.context_of_handle(arguments[0]),
            Function::GetName | Function::SetName | Function::Cancelling | Function::Uncancel | Function::GetCoro => {
                Ok(self.task_method(function, arguments))
            }
            Function::SourceTraceback | Function::HandleSource => self.source_traceback(arguments[0]),
            Function::HandleCancel | Function::HandleCancelled | Function::HandleWhen | Function::HandleRun => {
                self.handle_method(function, arguments)
            }
            part if part.is_part_of_loop() => self.loop_function(part, arguments),
            _ => self.perform_of_things(function, arguments),
        }
    }

    /// `asyncio.iscoroutinefunction`
    pub(super) fn is_coroutine_function(&self, value: Value) -> bool {
        let function = match self.innermost_function(value) {
            Value::BoundMethod(at) => match self.vm.heap.bound_method_object(at).method {
                MethodCode::Script(function) => Value::Function(function),
                MethodCode::Library(number) => Value::Asyncio(u64::from(number)),
                MethodCode::Value(_) | MethodCode::Base(_) => Value::None,
            },
            other => other,
        };
        match function {
            Value::Function(at) => {
                let code = &self.program.codes[self.vm.heap.function_object(at).code];
                code.is_async && code.generator == Generator::No || self.has_coroutine_mark(function, false)
            }
            Value::Asyncio(number) => {
                let function = Function::numbered(number);
                matches!(function, Function::Sleep | Function::LoopShutdownAsyncgens)
                    || self.program.bodies[function as usize].is_some_and(|body| self.program.codes[body].is_async)
            }
            // What is not one may say that it is: mocks of such functions (`asyncio.coroutines`, `_is_coroutine`).
            Value::Instance(_) => self.has_coroutine_mark(function, false),
            _ => false,
        }
    }

    /// `asyncio.iscoroutine`: up to 3.11 of a generator, too.
    fn is_coroutine(&self, value: Value) -> bool {
        let is_old = !self.is_since(PythonVersion::V3_12);
        matches!(value, Value::Coroutine(_))
            || self.is_like_coroutine(value)
            || is_old && matches!(value, Value::Generator(number) if number & ASYNC_GENERATOR == 0)
    }

    /// `asyncio.sleep(…)` that is not awaited on the spot: a coroutine like any other.
    fn sleep_coroutine(&mut self, delay: Value, result: Value) -> Next {
        let id = self.program.sleep;
        let cell = self.cells.insert(id, self.program.codes[id].slots, State::Fresh);
        self.vm.heap.note_allocation();
        self.cells.set_slot(cell, 0, delay);
        self.cells.set_slot(cell, 1, if result == Value::Unbound { Value::None } else { result });
        Next::Go(self.coroutine(cell))
    }

    /// The thread stands still: nothing else runs, and the clock goes on.
    fn stand_still(&mut self, seconds: Value, event: fn(Delay) -> EventKind<&'static str>) -> Result<Next, Stop> {
        match self.delay(seconds) {
            Ok(duration) => {
                self.tell(event(duration));
                if !self.workers.machine.is_alone() {
                    let is_work = matches!(event(duration), EventKind::Work { .. });
                    return self.hold(duration, is_work);
                }
                let Some(instant) = self.now.checked_add(duration) else { return Err(self.limit(Limit::EndOfTime)) };
                self.advance_to(instant)?;
                if duration > Delay::ZERO {
                    self.holder = self.current_label();
                }
                Ok(Next::Go(Value::None))
            }
            Err(raised) => Ok(Next::Throw(raised)),
        }
    }

    /// Seconds as a length of time, or the exception that CPython raises.
    pub(super) fn delay(&mut self, seconds: Value) -> Result<Delay, Raised> {
        let made = match seconds {
            Value::Int(seconds) => Delay::from_whole_seconds(seconds),
            Value::Bool(seconds) => Delay::from_whole_seconds(seconds as i64),
            Value::Float(bits) => Delay::from_seconds(f64::from_bits(bits)),
            other if let Some(seconds) = self.vm.heap.number(other) => Delay::from_seconds(seconds.as_float()),
            other => {
                let kind = self.vm.heap.type_name(other).to_owned();
                let message = format!("'{kind}' object cannot be interpreted as an integer");
                return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
            }
        };
        let message = match made {
            Ok(delay) => return Ok(delay),
            Err(NotADelay::TooLong) => {
                let seconds = self.vm.heap.number(seconds).map_or(f64::INFINITY, Number::as_float);
                return Ok(Delay::of_many_seconds(seconds));
            }
            Err(NotADelay::NotANumber) => "Invalid delay: NaN (not a number)",
            Err(NotADelay::Negative) => "sleep length must be non-negative",
        };
        Err(self.vm.heap.raise(ClassId::VALUE_ERROR, message))
    }

    /// The same for the deadline of a timer, which may be in the past: anything longer than a run is as long as one there.
    pub(super) fn signed_delay(&mut self, seconds: Value) -> Result<Signed, Raised> {
        let past = match seconds {
            Value::Int(seconds) if seconds < 0 => -(seconds as f64),
            Value::Float(bits) if f64::from_bits(bits) < 0.0 => -f64::from_bits(bits),
            _ => return self.delay(seconds).map(Signed::Ahead),
        };
        Ok(Signed::Past(Delay::from_seconds(past).unwrap_or(END_OF_TIME - Time::ZERO)))
    }

    /// What a deadline or a delay cannot be.
    pub(super) fn no_deadline(&mut self, function: Function, given: Value) -> Option<Raised> {
        let message = match (function, given) {
            (Function::CallLater, Value::None) => "delay must not be None".to_owned(),
            (Function::CallAt, Value::None) => "when cannot be None".to_owned(),
            (Function::CallLater, given) if self.vm.heap.number(given).is_none() => {
                format!("unsupported operand type(s) for +: 'float' and '{}'", self.vm.heap.type_name(given))
            }
            _ => return None,
        };
        Some(self.vm.heap.raise(ClassId::TYPE_ERROR, message))
    }

    fn schedule_of_script(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        if let Some(raised) = self.no_deadline(function, arguments[1]) {
            return Ok(Next::Throw(raised));
        }
        match function {
            Function::CallSoon => Ok(self.script_call_soon(arguments[1], arguments[2], arguments[3])),
            Function::CallLater => {
                let at = self.signed_delay(arguments[1]).map(|delay| delay.from(self.now));
                self.script_call_at(at, &arguments[2..5])
            }
            _ => {
                let at = self.signed_delay(arguments[1]).map(|delay| delay.from(Time::ZERO));
                let next = self.script_call_at(at, &arguments[2..5])?;
                if let (Next::Go(Value::Handle(number)), Value::Int(_)) = (&next, arguments[1]) {
                    self.calls[*number as u32].is_whole = true;
                }
                Ok(next)
            }
        }
    }

    fn script_call_soon(&mut self, function: Value, arguments: Value, context: Value) -> Next {
        let number = self.calls.insert(function, arguments, None);
        self.note_context_of_call(number, context);
        self.vm.heap.note_allocation();
        self.call_soon(Handle::Call(number));
        Next::Go(Value::Handle(u64::from(number)))
    }

    /// `call_later` and `call_at`: a timer, with function, arguments and context.
    fn script_call_at(&mut self, at: Result<Deadline, Raised>, given: &[Value]) -> Result<Next, Stop> {
        match at {
            Ok(deadline) => {
                let number = self.schedule_call(given[0], given[1], deadline)?;
                self.note_context_of_call(number, given[2]);
                Ok(Next::Go(Value::Handle(u64::from(number) | TIMER_HANDLE)))
            }
            Err(raised) => Ok(Next::Throw(raised)),
        }
    }
}

/// A length of time, ahead or back.
#[derive(Clone, Copy)]
pub(super) enum Signed {
    Ahead(Delay),
    Past(Delay),
}

/// When a timer is due.
#[derive(Clone, Copy)]
pub(super) enum Deadline {
    At(Time),
    /// Before the run began.
    Early(Delay),
}

impl Signed {
    pub(super) fn from(self, start: Time) -> Deadline {
        match self {
            Self::Ahead(delay) => Deadline::At(start + delay),
            Self::Past(delay) => {
                let since = start - Time::ZERO;
                match delay.nanoseconds().checked_sub(since.nanoseconds()) {
                    None | Some(0) => Deadline::At(Time::from_nanoseconds(since.nanoseconds() - delay.nanoseconds())),
                    Some(by) => Deadline::Early(Delay::from_nanoseconds(by)),
                }
            }
        }
    }
}

/// No function of the library has more parameters.
const MOST_PARAMETERS: usize = 8;
