//! Functions of asyncio, `time` and `kitchen_sim`, performed.

use crate::kernel::agenda::{Target, Timer};
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Cell, State, Value, awaitable_of, flag, value_of};
use crate::policy::{Discipline, Handle};
use crate::signatures::asyncio::Function;
use crate::trace::{EventKind, Limit, Sink};
use crate::units::time::NotADelay;
use crate::units::{Awaitable, CellId, Delay, END_OF_TIME, Time};

use super::activation::Next;
use super::call::go_or_throw;
use super::{Engine, Stop};

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
    pub(super) fn perform(
        &mut self,
        function: Function,
        arguments: &[Value],
        is_discarded: bool,
    ) -> Result<Next, Stop> {
        match function {
            Function::Sleep => Ok(self.sleep_coroutine(arguments[0], arguments[1])),
            Function::CreateTask => self.create_task(arguments[0], arguments[1], is_discarded),
            Function::LoopCreateTask => self.create_task(arguments[1], arguments[2], is_discarded),
            Function::EnsureFuture if awaitable_of(arguments[0]).is_some() => Ok(Next::Go(arguments[0])),
            Function::EnsureFuture => self.create_task(arguments[0], Value::Unbound, is_discarded),
            Function::Gather => self.gather(arguments[0], arguments[1]),
            Function::Run => self.asyncio_run(arguments[0]),
            Function::CurrentTask => Ok(self.current_task()),
            Function::AllTasks => Ok(self.all_tasks()),
            Function::GetRunningLoop => Ok(self.running_loop()),
            Function::GetEventLoop if self.has_run && !self.is_loop_running => {
                let message = "There is no current event loop in thread 'MainThread'.";
                Ok(Next::Throw(self.heap.raise(ClassId::RUNTIME_ERROR, message)))
            }
            Function::GetEventLoop => Ok(Next::Go(Value::Loop)),
            Function::NewFuture | Function::LoopCreateFuture => {
                let future = self.futures.insert(None);
                self.heap.note_allocation();
                Ok(Next::Go(value_of(Awaitable::Future(future))))
            }
            Function::IsCoroutine => Ok(Next::Go(Value::bool(matches!(arguments[0], Value::Coroutine(_))))),
            Function::IsFuture => Ok(Next::Go(Value::bool(awaitable_of(arguments[0]).is_some()))),
            Function::Block => self.stand_still(arguments[0], |duration| EventKind::Block { duration }),
            Function::Work => self.stand_still(arguments[0], |duration| EventKind::Work { duration }),
            Function::Monotonic | Function::PerfCounter | Function::Time | Function::LoopTime => {
                Ok(Next::Go(Value::float(self.now.seconds())))
            }
            Function::MonotonicNs | Function::PerfCounterNs | Function::TimeNs => {
                Ok(Next::Go(Value::Int(i64::try_from(self.now.nanoseconds()).unwrap_or(i64::MAX))))
            }
            Function::Print => Ok(self.print(arguments)),
            Function::SetTaskFactory => Ok(self.set_task_factory(arguments[1])),
            Function::GetTaskFactory => {
                let factory = Value::Asyncio(Function::EagerTaskFactory as u64);
                Ok(Next::Go(if self.is_eager { factory } else { Value::None }))
            }
            Function::EagerTaskFactory => Ok(Next::Throw(
                self.heap.unsupported("eager_task_factory is for `loop.set_task_factory`, not to be called"),
            )),
            Function::RunUntilComplete => self.loop_run_until_complete(arguments[1]),
            Function::RunForever => self.loop_run_forever(),
            Function::LoopStop => {
                // It takes effect at the end of the pass, or in the first of the next run.
                self.is_stopping = true;
                Ok(Next::Go(Value::None))
            }
            Function::LoopClose => Ok(self.loop_close()),
            Function::NewEventLoop => {
                self.is_loop_closed = false;
                self.workers.open_loop();
                Ok(Next::Go(Value::Loop))
            }
            Function::LoopIsClosed => Ok(Next::Go(Value::bool(self.is_loop_closed))),
            Function::GetDebug => Ok(Next::Go(Value::FALSE)),
            Function::SetDebug | Function::SetEventLoop => Ok(Next::Go(Value::None)),
            Function::IsCoroutineFunction => {
                let is_async = match arguments[0] {
                    Value::Function(at) => self.program.codes[self.heap.function_object(at).code].is_async,
                    _ => false,
                };
                Ok(Next::Go(Value::bool(is_async)))
            }
            Function::CoroutineClose => Ok(self.close_coroutine(arguments[0])),
            Function::LoopIsRunning => {
                let is_running = self.is_loop_running || self.workers.does_loop_run;
                Ok(Next::Go(Value::bool(is_running)))
            }
            Function::CallSoon => Ok(self.script_call_soon(arguments[1], arguments[2])),
            Function::CallLater => {
                let at = self.signed_delay(arguments[1]).map(|delay| delay.from(self.now));
                self.script_call_at(at, arguments[2], arguments[3])
            }
            Function::CallAt => {
                let at = self.signed_delay(arguments[1]).map(|delay| delay.from(Time::ZERO));
                self.script_call_at(at, arguments[2], arguments[3])
            }
            Function::Done
            | Function::Result
            | Function::Exception
            | Function::Cancelled
            | Function::Cancel
            | Function::SetResult
            | Function::SetException
            | Function::AddDoneCallback
            | Function::RemoveDoneCallback
            | Function::GetLoop => Ok(self.future_method(function, arguments)),
            Function::GetName | Function::SetName | Function::Cancelling | Function::Uncancel | Function::GetCoro => {
                Ok(self.task_method(function, arguments))
            }
            Function::HandleCancel | Function::HandleCancelled | Function::HandleWhen => {
                Ok(self.handle_method(function, arguments))
            }
            _ => self.perform_of_things(function, arguments),
        }
    }

    /// `asyncio.sleep(…)` that is not awaited on the spot: a coroutine like any other.
    fn sleep_coroutine(&mut self, delay: Value, result: Value) -> Next {
        let id = self.program.sleep;
        let cell = self.cells.insert(id, self.program.codes[id].slots, State::Fresh);
        self.heap.note_allocation();
        self.cells.set_slot(cell, 0, delay);
        self.cells.set_slot(cell, 1, if result == Value::Unbound { Value::None } else { result });
        Next::Go(self.coroutine(cell))
    }

    fn current_task(&mut self) -> Next {
        if !self.is_loop_running {
            return Next::Throw(self.no_task());
        }
        let Some(task) = self.current else { return Next::Go(Value::None) };
        self.cells[task].flags |= flag::HELD;
        Next::Go(value_of(Awaitable::Task(task)))
    }

    /// `asyncio.all_tasks()`: a set of those that are not done, in order of creation.
    fn all_tasks(&mut self) -> Next {
        if !self.is_loop_running {
            return Next::Throw(self.no_task());
        }
        let tasks = self.pending_tasks();
        let mut members = Vec::with_capacity(tasks.len());
        for task in tasks {
            self.cells[task].flags |= flag::HELD;
            members.push(value_of(Awaitable::Task(task)));
        }
        go_or_throw(self.heap.set(&members))
    }

    /// Tasks that are not done, in order of creation.
    pub(super) fn pending_tasks(&self) -> Vec<CellId> {
        let is_here = |id: &CellId| self.elsewhere.is_empty() || !self.elsewhere.contains(id);
        let is_pending = |cell: &Cell| cell.has(flag::TASK) && cell.state.is_pending_task();
        let pending = self.cells.iter().filter(|(id, cell)| is_pending(cell) && is_here(id));
        let mut tasks: Vec<(CellId, u32)> = pending.map(|(id, cell)| (id, cell.created)).collect();
        tasks.sort_by_key(|(_, created)| *created);
        tasks.into_iter().map(|(id, _)| id).collect()
    }

    fn running_loop(&mut self) -> Next {
        if self.is_loop_running { Next::Go(Value::Loop) } else { Next::Throw(self.no_task()) }
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
            other => {
                let kind = self.heap.type_name(other).to_owned();
                let message = format!("'{kind}' object cannot be interpreted as an integer");
                return Err(self.heap.raise(ClassId::TYPE_ERROR, message));
            }
        };
        made.map_err(|reason| {
            let message = match reason {
                NotADelay::NotANumber => "Invalid delay: NaN (not a number)",
                NotADelay::Negative => "sleep length must be non-negative",
                NotADelay::TooLong => "the delay is longer than a run may last (52 days)",
            };
            self.heap.raise(ClassId::VALUE_ERROR, message)
        })
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

    fn script_call_soon(&mut self, function: Value, arguments: Value) -> Next {
        let number = self.calls.insert(function, arguments, None);
        self.heap.note_allocation();
        self.call_soon(Handle::Call(number));
        Next::Go(Value::Handle(u64::from(number)))
    }

    /// `call_later` and `call_at`: a timer.
    fn script_call_at(
        &mut self,
        at: Result<Deadline, Raised>,
        function: Value,
        arguments: Value,
    ) -> Result<Next, Stop> {
        match at {
            Ok(deadline) => {
                let number = self.schedule_call(function, arguments, deadline)?;
                Ok(Next::Go(Value::Handle(u64::from(number))))
            }
            Err(raised) => Ok(Next::Throw(raised)),
        }
    }

    /// Schedules a call for an instant, and sets its timer.
    pub(super) fn schedule_call(&mut self, function: Value, arguments: Value, deadline: Deadline) -> Result<u32, Stop> {
        let (at, early) = match deadline {
            Deadline::At(at) => (at, None),
            Deadline::Early(by) => (Time::ZERO, Some(by)),
            Deadline::Never => return Err(self.limit(Limit::EndOfTime)),
        };
        let number = self.calls.insert(function, arguments, Some(at));
        self.heap.note_allocation();
        self.tell_loop(EventKind::TimerSet { deadline: at });
        if !self.workers.machine.is_alone() {
            self.workers.note_timer(Target::Callback(number));
        }
        let target = Target::Callback(number);
        self.agenda.push(early.map_or_else(|| Timer::new(at, target, 0), |by| Timer::early(by, target, 0)));
        Ok(number)
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
    /// Behind the end of time.
    Never,
}

impl Signed {
    pub(super) fn from(self, start: Time) -> Deadline {
        match self {
            Self::Ahead(delay) => start.checked_add(delay).map_or(Deadline::Never, Deadline::At),
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
