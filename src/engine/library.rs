//! Functions of asyncio, `time` and `kitchen_sim`, performed.

use crate::kernel::agenda::{Target, Timer};
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Callback, FutureState, Gather, State, Value, awaitable_of, flag, operate, text, value_of};
use crate::policy::{Discipline, Handle};
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::{EventKind, Limit, Sink};
use crate::units::time::NotADelay;
use crate::units::{Awaitable, CellId, Delay, FutureId, Time};

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
            Function::GetRunningLoop | Function::GetEventLoop => Ok(self.running_loop()),
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
            Function::LoopIsRunning => {
                let is_running = self.is_loop_running || self.workers.does_loop_run;
                Ok(Next::Go(Value::bool(is_running)))
            }
            Function::CallSoon => Ok(self.script_call_soon(arguments[1], arguments[2])),
            Function::CallLater => {
                let at = self.delay_or_none(arguments[1]).map(|delay| delay.map(|delay| self.now.checked_add(delay)));
                self.script_call_at(at, arguments[2], arguments[3])
            }
            Function::CallAt => {
                let at = self.delay_or_none(arguments[1]).map(|delay| delay.map(|delay| Time::ZERO.checked_add(delay)));
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
            Function::GetName | Function::SetName | Function::Cancelling | Function::Uncancel => {
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

    /// `ensure_future` of a coroutine by the library itself: no event tells of it.
    pub(super) fn make_inner_task(&mut self, coroutine: Value) -> Result<Next, Stop> {
        if !self.is_loop_running {
            return Ok(Next::Throw(self.no_task()));
        }
        let cell = match self.coroutine_to_run(coroutine) {
            Ok(cell) => cell,
            Err(_) => return Ok(Next::Throw(self.not_awaitable())),
        };
        self.make_task(cell, None, flag::HELD)?;
        Ok(self.start_soon(cell))
    }

    /// A task that was made is put into the ready queue, or runs where it was made.
    fn start_soon(&mut self, cell: CellId) -> Next {
        let task = value_of(Awaitable::Task(cell));
        if self.is_sequential() {
            let child = self.stand_and_start(cell, task);
            return Next::Enter(child, Value::None);
        }
        self.call_soon(Handle::Step(cell));
        Next::Go(task)
    }

    fn create_task(&mut self, coroutine: Value, name: Value, is_discarded: bool) -> Result<Next, Stop> {
        if !self.is_loop_running {
            return Ok(Next::Throw(self.no_task()));
        }
        let cell = match self.coroutine_to_run(coroutine) {
            Ok(cell) => cell,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        let name = match name {
            Value::Unbound | Value::None => None,
            name => {
                let mut words = String::new();
                if let Err(raised) = self.write_str(name, &mut words) {
                    return Ok(Next::Throw(raised));
                }
                Some(self.intern(&words))
            }
        };
        self.make_task(cell, name, if is_discarded { 0 } else { flag::HELD })?;
        self.tell(EventKind::CreateTask { child: self.label(cell) });
        Ok(self.start_soon(cell))
    }

    /// The cell of a coroutine that a task is to run.
    fn coroutine_to_run(&mut self, value: Value) -> Result<CellId, Raised> {
        let Value::Coroutine(coroutine) = value else {
            let mut words = String::new();
            text::short_repr(&self.heap, value, 80, &mut words);
            return Err(self.heap.raise(ClassId::TYPE_ERROR, format!("a coroutine was expected, got {words}")));
        };
        self.fresh_coroutine(coroutine)
            .ok_or_else(|| self.heap.raise(ClassId::RUNTIME_ERROR, "cannot reuse already awaited coroutine"))
    }

    /// `asyncio.gather` (`tasks.py`): coroutines become tasks in the order of the arguments, duplicates count once.
    fn gather(&mut self, arguments: Value, returns_exceptions: Value) -> Result<Next, Stop> {
        let Value::List(list) = arguments else { unreachable!("variadic arguments are a list") };
        if !self.is_loop_running {
            return Ok(Next::Throw(self.no_task()));
        }
        let returns_exceptions =
            returns_exceptions != Value::Unbound && operate::is_true(&self.heap, returns_exceptions);
        if self.is_sequential()
            && let Some(next) = self.start_first_coroutine(list)?
        {
            return Ok(next);
        }
        let mut children = std::mem::take(self.heap.list_items_mut(list));
        let future = self.futures.insert(Some(Gather::default()));
        // 3.11 adds its callback to what is done as well, while it goes through the arguments: a hop.
        let adds_to_done = self.program.settings.python < PythonVersion::V3_12;
        let mut given = indexmap::IndexSet::new();
        let mut made = 0;
        for index in 0..children.len() {
            let argument = children[index];
            if let Some(child) = awaitable_of(argument) {
                if given.insert(child) && adds_to_done && self.is_done(child) {
                    self.call_soon(Handle::GatherChild(future, child));
                }
                continue;
            }
            if let Value::Coroutine(coroutine) = argument
                && self.fresh_coroutine(coroutine).is_none()
                && let child @ Value::Task(_) = Value::Task(coroutine & u64::from(u32::MAX))
                && children[..index].contains(&child)
            {
                children[index] = child;
                continue;
            }
            let cell = match self.coroutine_to_run(argument) {
                Ok(cell) => cell,
                Err(_) => return Ok(Next::Throw(self.not_awaitable())),
            };
            self.schedule_task(cell, None, 0)?;
            children[index] = value_of(Awaitable::Task(cell));
            made += 1;
        }
        let gather = Gather {
            children,
            distinct: u32::try_from(given.len() + made).unwrap_or(u32::MAX),
            returns_exceptions,
            ..Gather::default()
        };
        Ok(self.gather_children(future, gather))
    }

    fn not_awaitable(&mut self) -> Raised {
        let message = "An asyncio.Future, a coroutine or an awaitable is required";
        self.heap.raise(ClassId::TYPE_ERROR, message)
    }

    fn gather_children(&mut self, future: FutureId, gathered: Gather) -> Next {
        let distinct = gathered.distinct;
        self.tell(EventKind::Gather { children: distinct });
        self.heap.note_allocation();
        if distinct == 0 {
            let empty = self.heap.list(Vec::new());
            self.futures[future].state = FutureState::Result(empty);
        }
        let has_duplicates = (distinct as usize) < gathered.children.len();
        let mut done = Vec::new();
        let mut seen = indexmap::IndexSet::new();
        for child in gathered.children.iter().filter_map(|child| awaitable_of(*child)) {
            if has_duplicates && !seen.insert(child) {
                continue;
            }
            if !self.is_done(child) {
                self.add_callback(child, Callback::GatherChild(future));
            } else if self.program.settings.python >= PythonVersion::V3_12 {
                done.push(child);
            }
        }
        self.futures[future].gather = Some(gathered);
        done.into_iter().for_each(|child| self.report_child(future, child));
        Next::Go(value_of(Awaitable::Future(future)))
    }

    /// Sequential: runs the first argument that is a coroutine to its end, after which the call is made again.
    fn start_first_coroutine(&mut self, list: crate::kernel::Reference) -> Result<Option<Next>, Stop> {
        let items = self.heap.list_items(list);
        let Some(index) = items.iter().position(|item| matches!(item, Value::Coroutine(_))) else { return Ok(None) };
        let cell = match self.coroutine_to_run(items[index]) {
            Ok(cell) => cell,
            Err(raised) => return Ok(Some(Next::Throw(raised))),
        };
        self.make_task(cell, None, flag::HELD)?;
        self.heap.list_items_mut(list)[index] = value_of(Awaitable::Task(cell));
        self.cells[self.activation].pc -= 1;
        let child = self.stand_and_start(cell, Value::None);
        Ok(Some(Next::Enter(child, Value::None)))
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
        let pending = self.cells.iter().filter(|(_, cell)| cell.has(flag::TASK) && cell.state.is_pending_task());
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

    /// The same for the deadline of a timer: a negative one is in the past, and is `None`.
    pub(super) fn delay_or_none(&mut self, seconds: Value) -> Result<Option<Delay>, Raised> {
        let is_past = match seconds {
            Value::Int(seconds) => seconds < 0,
            Value::Float(bits) => f64::from_bits(bits) < 0.0,
            _ => false,
        };
        if is_past { Ok(None) } else { self.delay(seconds).map(Some) }
    }

    fn script_call_soon(&mut self, function: Value, arguments: Value) -> Next {
        let number = self.calls.insert(function, arguments, None);
        self.heap.note_allocation();
        self.call_soon(Handle::Call(number));
        Next::Go(Value::Handle(u64::from(number)))
    }

    /// `call_later` and `call_at`: a timer. A deadline in the past counts as the beginning of the run, which sorts before all others.
    fn script_call_at(
        &mut self,
        at: Result<Option<Option<Time>>, Raised>,
        function: Value,
        arguments: Value,
    ) -> Result<Next, Stop> {
        let at = match at {
            Ok(Some(Some(at))) => at,
            Ok(Some(None)) => return Err(self.limit(Limit::EndOfTime)),
            Ok(None) => Time::ZERO,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        let number = self.calls.insert(function, arguments, Some(at));
        self.heap.note_allocation();
        self.set_call_timer(number, at);
        Ok(Next::Go(Value::Handle(u64::from(number))))
    }

    /// Sets the timer of a scheduled call.
    pub(super) fn set_call_timer(&mut self, number: u32, at: Time) {
        self.tell_loop(EventKind::TimerSet { deadline: at });
        if !self.workers.machine.is_alone() {
            self.workers.note_timer(Target::Callback(number));
        }
        self.agenda.push(Timer::new(at, Target::Callback(number), 0));
    }
}

/// No function of the library has more parameters.
const MOST_PARAMETERS: usize = 8;
