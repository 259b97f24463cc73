//! Event loops as a script has them: several, one of which the engine has at hand (`events.py`, `base_events.py`).

use indexmap::IndexMap;

use crate::asyncio::runner::Resting;
use crate::kernel::Value;
use crate::kernel::agenda::Agenda;
use crate::kernel::exception::{ClassId, Raised};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, END_OF_TIME, LaneId};

use super::activation::Next;
use super::call::{Given, go_or_throw};
use super::{Engine, Stop};

/// The number of no loop.
pub(super) const NOBODY: u64 = u64::MAX;

/// A loop of the script.
#[derive(Debug)]
pub(super) struct EventLoop {
    /// What it has to do, while the engine has another one at hand.
    pub(super) resting: Option<Box<Resting>>,
    pub(super) is_closed: bool,
    pub(super) is_debug: bool,
    /// Whether it was made as an `asyncio.BaseEventLoop`, which scripts give what selects: time passes here as in any loop.
    pub(super) is_bare: bool,
    /// The thread that runs it, if it is another one than the main one.
    pub(super) lane: Option<LaneId>,
    /// Its task factory.
    pub(super) factory: Value,
    /// Its exception handler.
    pub(super) handler: Value,
    /// In which context the runner that made it runs: a box, once there is one.
    context: Option<Value>,
    /// `slow_callback_duration`, in seconds: a loop that debugs tells of handles that took so long.
    pub(super) slow: Value,
    /// The executor that scripts need not name.
    pub(super) executor: Option<Value>,
    /// Whether that takes no jobs any more.
    pub(super) is_executor_shut: bool,
}

/// All loops.
#[derive(Debug)]
pub(super) struct Loops {
    pub(super) all: Vec<EventLoop>,
    /// Whose queues the engine has.
    pub(super) at_hand: u64,
    /// What `set_event_loop` was given.
    pub(super) current: Option<u64>,
    /// Whether it was ever called, by whomever.
    pub(super) is_set: bool,
    /// What is called where a loop has no handler of its own: what logs, or `None`.
    pub(super) default_handler: Value,
    /// The tasks of other loops than the first.
    pub(super) homes: IndexMap<CellId, u64>,
    /// Whether one of them was ever given a handler of the script.
    pub(super) are_watched: bool,
    /// What `_set_running_loop` was given, by whomever, since a loop began last: which loop runs, as far as the thread knows.
    pub(super) told: Option<Option<u64>>,
    /// Whether the loop that runs takes itself for one that does not.
    pub(super) is_unaware: bool,
    /// Which loops the collector has met, while it does not go out from those that are closed.
    pub(super) met: Option<Vec<bool>>,
}

impl Default for Loops {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            at_hand: NOBODY,
            current: None,
            is_set: false,
            default_handler: Value::None,
            homes: IndexMap::new(),
            met: None,
            are_watched: false,
            told: None,
            is_unaware: false,
        }
    }
}

impl EventLoop {
    /// What it holds itself.
    pub(super) fn for_each_value(&self, roots: &mut Vec<Value>, calls: &mut Vec<u32>) {
        roots.extend([self.factory, self.handler, self.slow]);
        roots.extend(self.context.into_iter().chain(self.executor));
        if let Some(resting) = &self.resting {
            crate::asyncio::things::hold_resting(resting, roots, calls);
        }
    }
}

impl Loops {
    /// The current loop of the main thread.
    pub(super) fn current(&self) -> Option<u64> {
        self.current
    }

    /// The loop is the current one of the thread from now on.
    pub(super) fn set(&mut self, current: Option<u64>) {
        self.current = current;
        self.is_set = true;
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Functions and methods that make loops, or say something about one.
    pub(super) fn loop_function(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        if matches!(function, Function::GetRunningLoop) {
            return Ok(self
                .running_loop()
                .map_or_else(|| Next::Throw(self.no_task()), |number| Next::Go(Value::Loop(number))));
        }
        if matches!(function, Function::SetEventLoop) {
            return Ok(self.set_event_loop(arguments[0]));
        }
        if matches!(function, Function::GetEventLoop) {
            return Ok(match self.current_loop()? {
                Ok(number) => Next::Go(Value::Loop(number)),
                Err(raised) => Next::Throw(raised),
            });
        }
        let Some(Value::Loop(number)) = arguments.first().copied() else {
            return self.make_loop(function == Function::BaseEventLoop, arguments.first().copied());
        };
        let is_running = self.is_running(number);
        let each = &mut self.loops.all[number as usize];
        Ok(Next::Go(match function {
            Function::LoopIsRunning => Value::bool(is_running),
            Function::LoopIsClosed => Value::bool(each.is_closed),
            Function::GetDebug => Value::bool(each.is_debug),
            Function::SetDebug => {
                each.is_debug = crate::kernel::operate::is_true(&self.vm.heap, arguments[1]);
                self.sources.is_on |= each.is_debug;
                // The handle that is at work began before, and is not measured.
                self.handle_begun = END_OF_TIME;
                Value::None
            }
            Function::GetTaskFactory => each.factory,
            Function::SetTaskFactory => return self.set_task_factory(number, arguments[1]),
            Function::GetExceptionHandler => each.handler,
            Function::SetExceptionHandler => return self.set_exception_handler(number, arguments[1]),
            Function::CallExceptionHandler => {
                let handler = each.handler;
                let told = self.call_exception_handler(number, handler, arguments[1])?;
                return Ok(go_or_throw(told.map(|()| Value::None)));
            }
            Function::DefaultExceptionHandler => {
                let told = self.call_exception_handler(number, Value::None, arguments[1])?;
                return Ok(go_or_throw(told.map(|()| Value::None)));
            }
            Function::LoopStop => {
                // It takes effect at the end of the pass, or in the first of the next run.
                self.on_loop(number, |engine| engine.is_stopping = true);
                Value::None
            }
            Function::LoopClose => return self.loop_close(number),
            Function::SlowCallbackDuration => each.slow,
            part if part.is_property() => self.part_of_loop(part, number, is_running),
            Function::LoopShutdownAsyncgens => {
                let given = Given { positional: vec![Value::Loop(number)], keywords: Vec::new() };
                return self.call_value(self.helper(Helper::ShutdownAsyncgens), given);
            }
            Function::AddSignalHandler | Function::RemoveSignalHandler => {
                return self.handle_signals(function, arguments.to_vec());
            }
            other => unreachable!("{other:?} says nothing about a loop"),
        }))
    }

    /// `asyncio.new_event_loop()`
    pub(super) fn new_loop(&mut self) -> u64 {
        let resting = Resting {
            ready: Vec::new(),
            left_in_pass: 0,
            agenda: Agenda::new(self.program.settings.ties),
            tasks: Vec::new(),
            is_eager: false,
            is_stopping: false,
        };
        self.loops.all.push(EventLoop {
            resting: Some(Box::new(resting)),
            is_closed: false,
            is_debug: false,
            is_bare: false,
            lane: None,
            factory: Value::None,
            handler: Value::None,
            slow: Value::float(0.1),
            context: None,
            executor: None,
            is_executor_shut: false,
        });
        self.loops.all.len() as u64 - 1
    }

    /// The engine takes up the queues of a loop and puts those of another one aside.
    pub(super) fn take_up(&mut self, number: u64) {
        let before = self.loops.at_hand;
        if before == number {
            return;
        }
        if before != NOBODY {
            self.give_futures();
            let resting = self.rest_loop();
            self.loops.all[before as usize].resting = Some(Box::new(resting));
        }
        self.loops.at_hand = number;
        self.vm.futures.set_home(number as u32);
        if let Some(resting) = self.loops.all[number as usize].resting.take() {
            self.wake_loop(*resting);
        }
    }

    /// Does something to the queues of a loop, which need not be the one that runs: that goes on, where a thread does it, too.
    pub(super) fn on_loop<T>(&mut self, number: u64, act: impl FnOnce(&mut Self) -> T) -> T {
        let (before, was_running) = (self.loops.at_hand, self.is_loop_running);
        if before == number {
            return act(self);
        }
        self.take_up(number);
        self.is_loop_running = false;
        let done = act(self);
        if before != NOBODY && (was_running || self.workers.is_beside_loop()) {
            self.take_up(before);
            self.is_loop_running = was_running;
        }
        done
    }

    /// Nothing can be put to a loop that is closed.
    pub(super) fn check_open(&mut self, number: u64) -> Result<(), Raised> {
        if self.loops.is_closed(number) {
            return Err(self.vm.heap.raise(ClassId::RUNTIME_ERROR, "Event loop is closed"));
        }
        Ok(())
    }

    /// What is done calls its callbacks soon, on its own loop.
    pub(super) fn check_callable(&mut self, future: Awaitable) -> Result<(), Raised> {
        if self.is_done(future) { self.check_open(self.home(future)) } else { Ok(()) }
    }

    /// A loop that debugs wants to be asked by its own thread (`base_events.py`, `_check_thread`).
    pub(super) fn check_calling_thread(&mut self, number: u64) -> Result<(), Raised> {
        let is_elsewhere = self.thread_of_loop(number).is_some_and(|thread| thread != self.workers.lane);
        if !is_elsewhere || !self.loops.all[number as usize].is_debug {
            return Ok(());
        }
        let message = "Non-thread-safe operation invoked on an event loop other than the current one";
        Err(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message))
    }

    /// What a loop that debugs says of a callback (`base_events.py`, `_check_callback`).
    pub(super) fn check_callback(&mut self, number: u64, callback: Value, method: &str) -> Result<(), Raised> {
        if !self.loops.all[number as usize].is_debug {
            return Ok(());
        }
        let is_coroutine = matches!(callback, Value::Coroutine(_)) || self.is_coroutine_function(callback);
        if is_coroutine {
            let message = format!("coroutines cannot be used with {method}()");
            return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
        }
        if !crate::kernel::builtins::function::is_callable(&self.vm.heap, callback) {
            let mut words = String::new();
            let written = crate::kernel::text::write_repr(&self.vm.heap, callback, &mut words);
            written.map_err(|problem| self.vm.heap.raised(problem))?;
            let message = format!("a callable object was expected by {method}(), got {words}");
            return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
        }
        Ok(())
    }

    /// `loop.close()`
    fn loop_close(&mut self, number: u64) -> Result<Next, Stop> {
        if self.thread_of_loop(number).is_some() {
            let message = "Cannot close a running event loop";
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message)));
        }
        let shut = self.shut(number)?;
        self.let_go_of_loop()?;
        Ok(go_or_throw(shut.map(|()| Value::None)))
    }

    /// A loop is closed: what it had to do is forgotten, and its executor takes no more jobs.
    pub(super) fn shut(&mut self, number: u64) -> Result<Result<(), Raised>, Stop> {
        self.let_go_of_signals(number)?;
        self.note_closing_of_loop(number)?;
        if self.loops.at_hand == number {
            drop(self.rest_loop());
            self.loops.at_hand = NOBODY;
        }
        let each = &mut self.loops.all[number as usize];
        each.is_closed = true;
        each.resting = None;
        let executor = each.executor.take();
        executor.map_or(Ok(Ok(())), |executor| self.shut_executor(executor))
    }

    /// `loop.set_task_factory(factory)`
    fn set_task_factory(&mut self, number: u64, factory: Value) -> Result<Next, Stop> {
        if factory == Value::Asyncio(Function::EagerTaskFactory as u64) && !self.is_since(PythonVersion::V3_12) {
            let message = "module 'asyncio' has no attribute 'eager_task_factory'";
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message)));
        }
        let is_callable = match factory {
            Value::None => true,
            other => crate::kernel::builtins::function::is_callable(&self.vm.heap, other),
        };
        if !is_callable {
            let message = "task factory must be a callable or None";
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, message)));
        }
        let before = std::mem::replace(&mut self.loops.all[number as usize].factory, factory);
        self.vm.heap.drop_value(before);
        let is_eager = factory == Value::Asyncio(Function::EagerTaskFactory as u64);
        self.on_loop(number, |engine| engine.is_eager = is_eager);
        Ok(Next::Go(Value::None))
    }

    /// The factory of the loop at hand that is a function of the script, or another of asyncio's than the eager one.
    pub(super) fn own_factory(&self) -> Option<Value> {
        let factory = self.loops.all.get(self.loops.at_hand as usize)?.factory;
        (factory != Value::None && factory != Value::Asyncio(Function::EagerTaskFactory as u64)).then_some(factory)
    }

    /// `asyncio.create_eager_task_factory(constructor)`
    pub(super) fn eager_factory_of(&mut self, constructor: Value) -> Result<Next, Stop> {
        if !self.is_since(PythonVersion::V3_12) {
            let message = "module 'asyncio' has no attribute 'create_eager_task_factory'";
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message)));
        }
        if constructor == Value::Asyncio(Function::NewTask as u64) {
            return Ok(Next::Go(Value::Asyncio(Function::EagerTaskFactory as u64)));
        }
        let given = Given { positional: vec![constructor], keywords: Vec::new() };
        self.call_value(self.helper(Helper::EagerFactory), given)
    }

    /// What `asyncio.run` and a runner run: a loop of their own making, or of what they were given.
    pub(super) fn loop_for_runner(
        &mut self,
        debug: Value,
        factory: Value,
    ) -> Result<Result<(u64, bool), Raised>, Stop> {
        let made = self.make_for_runner(factory)?;
        let context = self.copy_of_context();
        if let Ok((number, _)) = made {
            self.loops.all[number as usize].context = context;
        }
        if let Ok((number, _)) = made
            && !matches!(debug, Value::None | Value::Unbound)
        {
            let is_debug = crate::kernel::operate::is_true(&self.vm.heap, debug);
            self.loops.all[number as usize].is_debug = is_debug;
            self.sources.is_on |= is_debug;
        }
        Ok(made)
    }

    /// The context in which the runner of a loop runs its coroutines, one after the other.
    pub(super) fn context_of_loop(&mut self, number: u64) -> Value {
        if let Some(context) = self.loops.all[number as usize].context {
            return context;
        }
        let values = self.vm.heap.dict();
        let made = self.vm.heap.list(vec![values, Value::FALSE]);
        self.loops.all[number as usize].context = Some(made);
        made
    }

    fn make_for_runner(&mut self, factory: Value) -> Result<Result<(u64, bool), Raised>, Stop> {
        if matches!(factory, Value::None | Value::Unbound) {
            return Ok(self.loop_of_policy()?.map(|number| (number, true)));
        }
        if let Value::Asyncio(_) = factory {
            let number = self.new_loop();
            self.note_selector(Value::None)?;
            return Ok(Ok((number, false)));
        }
        Ok(match self.call_to_its_end(factory, &[])? {
            Ok(Value::Loop(number)) => Ok((number, false)),
            Ok(_) => Err(self.vm.heap.unsupported("a loop factory that makes no event loop")),
            Err(raised) => Err(raised),
        })
    }
}
