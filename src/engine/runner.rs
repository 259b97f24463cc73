//! `asyncio.run` (`runners.py`, `Runner.run` and `close`), and the module around it.

use crate::asyncio::runner::{Resting, Runner};
use crate::kernel::agenda::Agenda;
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Gather, State, Value, awaitable_of, flag, value_of};
use crate::policy::{Discipline, Handle, Ready, ReadyOrder};
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::trace::{Cause, EventKind, Sink};
use crate::units::{Awaitable, CellId, END_OF_TIME};

use super::activation::{Driven, Next};
use super::call::{Given, go_or_throw};
use super::task::Input;
use super::things::number_of;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Runs the module's own code, which runs everything else.
    pub(super) fn run_module(&mut self) -> Result<Input, Stop> {
        let id = self.program.module;
        let cell = self.cells.insert(id, self.program.codes[id].slots, State::Inline);
        self.cells[cell].set_wait(1);
        match self.drive(cell, Value::None)? {
            Driven::Ended => Ok(self.ended),
            Driven::Suspended => unreachable!("the module belongs to no task"),
        }
    }

    /// `asyncio.run(main)`
    pub(super) fn asyncio_run(&mut self, main: Value) -> Result<Next, Stop> {
        if self.is_loop_running {
            let message = "asyncio.run() cannot be called from a running event loop";
            return Ok(Next::Throw(self.heap.raise(ClassId::RUNTIME_ERROR, message)));
        }
        if self.workers.lane != super::machine::MAIN {
            let refused = "asyncio.run in a thread besides the main one";
            return Ok(Next::Throw(self.heap.unsupported(refused)));
        }
        let cell = match self.main_coroutine(main) {
            Ok(cell) => cell,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        self.workers.open_loop();
        let agenda = Agenda::new(self.program.settings.ties);
        self.wake_loop(Resting { ready: Vec::new(), agenda, tasks: Vec::new(), is_eager: false });
        let outer = self.step_aside();
        let outcome = self.run_main(cell)?;
        // A task that was cancelled has given its exception away: it is held here.
        self.kept.push(outcome.unwrap_or_else(|raised| raised.0));
        if let Err(raised) = outcome {
            self.beneath = raised.0;
        }
        let closed = self.close_loop()?;
        self.kept.pop();
        self.rest_loop();
        self.workers.is_loop_closed = true;
        self.step_back(outer);
        Ok(go_or_throw(closed.and(outcome)))
    }

    /// `asyncio.Runner`, its methods
    pub(super) fn runner_method(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        let thing = number_of(arguments[0]);
        match function {
            Function::RunnerRun => self.runner_run(thing, arguments[1]),
            Function::RunnerEnter => Ok(self.open_runner(thing).map_or_else(Next::Throw, |()| Next::Go(arguments[0]))),
            Function::RunnerGetLoop => Ok(self.open_runner(thing).map_or_else(Next::Throw, |()| Next::Go(Value::Loop))),
            Function::RunnerClose | Function::RunnerExit => self.close_runner(thing),
            other => unreachable!("{other:?} is no method of runners"),
        }
    }

    /// `Runner._lazy_init`
    fn open_runner(&mut self, thing: u64) -> Result<(), Raised> {
        match self.things.runner(thing) {
            Runner::Closed => return Err(self.heap.raise(ClassId::RUNTIME_ERROR, "Runner is closed")),
            Runner::Open(_) | Runner::Running => return Ok(()),
            Runner::Created => {}
        }
        self.workers.open_loop();
        let agenda = Agenda::new(self.program.settings.ties);
        let resting = Resting { ready: Vec::new(), agenda, tasks: Vec::new(), is_eager: false };
        *self.things.runner_mut(thing) = Runner::Open(Box::new(resting));
        Ok(())
    }

    /// `Runner.run`
    fn runner_run(&mut self, thing: u64, main: Value) -> Result<Next, Stop> {
        let cell = match self.main_coroutine(main) {
            Ok(cell) => cell,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        if self.is_loop_running {
            let message = "Runner.run() cannot be called from a running event loop";
            return Ok(Next::Throw(self.heap.raise(ClassId::RUNTIME_ERROR, message)));
        }
        if let Err(raised) = self.open_runner(thing) {
            return Ok(Next::Throw(raised));
        }
        self.wake_runner(thing);
        let outer = self.step_aside();
        let outcome = self.run_main(cell)?;
        self.step_back(outer);
        *self.things.runner_mut(thing) = Runner::Open(Box::new(self.rest_loop()));
        Ok(go_or_throw(outcome))
    }

    /// `Runner.close`
    fn close_runner(&mut self, thing: u64) -> Result<Next, Stop> {
        if !matches!(self.things.runner(thing), Runner::Open(_)) {
            return Ok(Next::Go(Value::None));
        }
        self.wake_runner(thing);
        let outer = self.step_aside();
        let closed = self.close_loop()?;
        self.step_back(outer);
        self.rest_loop();
        self.workers.is_loop_closed = true;
        *self.things.runner_mut(thing) = Runner::Closed;
        Ok(go_or_throw(closed.map(|()| Value::None)))
    }

    /// `loop.run_until_complete(future)` (`base_events.py`), of the loop that is run by hand.
    pub(super) fn loop_run_until_complete(&mut self, future: Value) -> Result<Next, Stop> {
        if let Err(raised) = self.wake_by_hand() {
            return Ok(Next::Throw(raised));
        }
        let target = match awaitable_of(future) {
            Some(target) => target,
            None => match self.main_coroutine(future) {
                Ok(cell) => {
                    self.schedule_task(cell, None, flag::HELD)?;
                    self.counters.main.get_or_insert(self.label(cell));
                    Awaitable::Task(cell)
                }
                Err(_) => {
                    let rest = self.rest_loop();
                    self.by_hand = Some(Box::new(rest));
                    return Ok(Next::Throw(self.not_awaitable()));
                }
            },
        };
        let outer = self.step_aside();
        self.kept.push(value_of(target));
        if self.is_done(target) {
            self.call_soon(Handle::Stop);
            while !self.is_stopping {
                self.run_once()?;
            }
            self.is_stopping = false;
        } else {
            self.run_until_complete(target)?;
        }
        self.kept.pop();
        let outcome = match target {
            _ if !self.is_done(target) => {
                Err(self.heap.raise(ClassId::RUNTIME_ERROR, "Event loop stopped before Future completed."))
            }
            Awaitable::Task(task) => self.result_of_task(task),
            Awaitable::Future(future) => self.result_of_future(future),
        };
        self.step_back(outer);
        let rest = self.rest_loop();
        self.by_hand = Some(Box::new(rest));
        Ok(go_or_throw(outcome))
    }

    /// `loop.run_forever()`
    pub(super) fn loop_run_forever(&mut self) -> Result<Next, Stop> {
        if let Err(raised) = self.wake_by_hand() {
            return Ok(Next::Throw(raised));
        }
        let outer = self.step_aside();
        loop {
            self.run_once()?;
            if std::mem::take(&mut self.is_stopping) {
                break;
            }
        }
        self.step_back(outer);
        let rest = self.rest_loop();
        self.by_hand = Some(Box::new(rest));
        Ok(Next::Go(Value::None))
    }

    /// `loop.close()`
    pub(super) fn loop_close(&mut self) -> Next {
        if self.is_loop_running {
            return Next::Throw(self.heap.raise(ClassId::RUNTIME_ERROR, "Cannot close a running event loop"));
        }
        self.is_loop_closed = true;
        self.workers.is_loop_closed = true;
        if let Some(executor) = self.workers.default_executor.take() {
            self.close_executor(executor, Value::FALSE);
        }
        self.by_hand = None;
        Next::Go(Value::None)
    }

    /// The loop that is run by hand becomes the one that runs.
    fn wake_by_hand(&mut self) -> Result<(), Raised> {
        let message = if self.is_loop_closed {
            "Event loop is closed"
        } else if self.is_loop_running {
            "This event loop is already running"
        } else {
            // What was put to the loop before it runs stands in the queues already.
            let mut resting = match self.by_hand.take() {
                Some(resting) => *resting,
                None => Resting {
                    ready: Vec::new(),
                    agenda: Agenda::new(self.program.settings.ties),
                    tasks: Vec::new(),
                    is_eager: false,
                },
            };
            let before = self.rest_loop();
            resting.ready.extend(before.ready);
            let mut agenda = before.agenda;
            while let Some(timer) = agenda.pop_due(END_OF_TIME) {
                resting.agenda.push(timer);
            }
            resting.tasks.extend(before.tasks);
            self.wake_loop(resting);
            return Ok(());
        };
        Err(self.heap.raise(ClassId::RUNTIME_ERROR, message))
    }

    /// The loop of a runner becomes the one that runs.
    fn wake_runner(&mut self, thing: u64) {
        let runner = std::mem::replace(self.things.runner_mut(thing), Runner::Running);
        let Runner::Open(resting) = runner else { unreachable!("it is open") };
        self.wake_loop(*resting);
    }

    /// A loop goes on.
    fn wake_loop(&mut self, resting: Resting) {
        self.agenda = resting.agenda;
        let mut ready = resting.ready;
        if self.options.policy.ready == ReadyOrder::Lifo {
            ready.reverse();
        }
        ready.into_iter().for_each(|ready| self.discipline.enqueue(ready));
        for task in &resting.tasks {
            self.elsewhere.swap_remove(task);
        }
        self.is_eager = resting.is_eager;
        self.is_loop_running = true;
    }

    /// The loop that runs stops: what it would have done is taken out of the engine. Its tasks are elsewhere from now on.
    fn rest_loop(&mut self) -> Resting {
        let mut ready = Vec::new();
        while !self.discipline.is_empty() {
            self.discipline.begin_pass();
            while let Some(next) = self.discipline.next() {
                ready.push(next);
            }
        }
        let agenda = std::mem::replace(&mut self.agenda, Agenda::new(self.program.settings.ties));
        let tasks = self.pending_tasks();
        self.elsewhere.extend(tasks.iter().copied());
        self.is_loop_running = false;
        Resting { ready, agenda, tasks, is_eager: std::mem::take(&mut self.is_eager) }
    }

    /// The code that runs a loop stands aside while the loop runs; what it goes on with.
    fn step_aside(&mut self) -> (CellId, u32, Value) {
        let handled = self.topmost_handled(self.activation).unwrap_or(Value::None);
        (self.activation, std::mem::take(&mut self.unannounced), std::mem::replace(&mut self.beneath, handled))
    }

    fn step_back(&mut self, (activation, unannounced, beneath): (CellId, u32, Value)) {
        self.beneath = beneath;
        self.current = None;
        self.activation = activation;
        self.unannounced = unannounced;
    }

    /// Runs the loop until the main task is done.
    fn run_main(&mut self, cell: CellId) -> Result<Input, Stop> {
        self.make_task(cell, None, flag::HELD)?;
        self.discipline.enqueue(Ready::new(Handle::Step(cell), Cause::Begin, self.now));
        self.is_eager |= self.program.settings.eager.is_some();
        self.has_run = true;
        self.counters.main.get_or_insert(self.label(cell));
        self.kept.push(value_of(Awaitable::Task(cell)));
        self.run_until_complete(Awaitable::Task(cell))?;
        self.kept.pop();
        Ok(self.result_of_task(cell))
    }

    /// The cell of the coroutine that a loop is to run.
    fn main_coroutine(&mut self, main: Value) -> Result<CellId, Raised> {
        let cell = match main {
            Value::Coroutine(coroutine) => self.fresh_coroutine(coroutine),
            _ => None,
        };
        cell.ok_or_else(|| {
            let mut words = String::new();
            crate::kernel::text::short_repr(&self.heap, main, 80, &mut words);
            self.heap.raise(ClassId::VALUE_ERROR, format!("a coroutine was expected, got {words}"))
        })
    }

    /// `Runner.close`: whatever still runs is cancelled and waited for, then the loop's helpers have their turns.
    fn close_loop(&mut self) -> Result<Result<(), Raised>, Stop> {
        let cancelled = self.cancel_all_tasks()?;
        if cancelled.is_ok() {
            // `shutdown_asyncgens` and `shutdown_default_executor` are tasks of their own.
            let generators = self.open_asyncgens();
            if generators.is_empty() {
                self.run_helper()?;
            } else {
                self.shut_generators_down(generators)?;
            }
            self.close_default_executor()?;
        }
        Ok(cancelled)
    }

    /// `runners.py`, `_cancel_all_tasks`, in order of creation.
    fn cancel_all_tasks(&mut self) -> Result<Result<(), Raised>, Stop> {
        let tasks = self.pending_tasks();
        if tasks.is_empty() {
            return Ok(Ok(()));
        }
        self.current = None;
        for task in &tasks {
            self.cells[*task].flags |= flag::HELD;
            self.cancel_task(*task, Value::None, true);
            if let Err(raised) = self.endless_cancellation() {
                return Ok(Err(raised));
            }
        }
        let kept = self.kept.len();
        self.kept.extend(tasks.iter().map(|task| value_of(Awaitable::Task(*task))));
        let children = tasks.iter().map(|task| value_of(Awaitable::Task(*task))).collect();
        let distinct = u32::try_from(tasks.len()).unwrap_or(u32::MAX);
        let gather = Gather { children, distinct, returns_exceptions: true, ..Gather::default() };
        let future = self.futures.insert(Some(gather));
        for task in &tasks {
            self.add_callback(Awaitable::Task(*task), crate::kernel::Callback::GatherChild(future));
        }
        self.kept.push(value_of(Awaitable::Future(future)));
        self.run_until_complete(Awaitable::Future(future))?;
        tasks.into_iter().for_each(|task| self.warn_of_shutdown(task));
        self.kept.truncate(kept);
        Ok(Ok(()))
    }

    fn warn_of_shutdown(&mut self, task: CellId) {
        if self.cells[task].state != State::Raised {
            return;
        }
        let shown = self.shown(self.cells.slot(task, 0));
        let label = self.label_text(self.label(task));
        self.current = None;
        let words = format!("unhandled exception during asyncio.run() shutdown: {label} {shown}");
        self.tell(EventKind::Warning { text: &words });
    }

    /// `base_events.py`, `shutdown_asyncgens`: every asynchronous generator that has begun is closed.
    fn shut_generators_down(&mut self, generators: Vec<Value>) -> Result<(), Stop> {
        self.current = None;
        let list = self.heap.list(generators);
        let given = Given { positional: vec![list], keywords: Vec::new() };
        let next = self.call_value(self.helper(Helper::ShutdownAsyncgens), given)?;
        let Next::Go(Value::Coroutine(coroutine)) = next else { return self.run_helper() };
        match self.fresh_coroutine(coroutine) {
            Some(cell) => self.run_hidden(cell),
            None => self.run_helper(),
        }
    }

    /// A helper task that does nothing but take its turn and its number.
    fn run_helper(&mut self) -> Result<(), Stop> {
        let id = self.program.helper;
        let cell = self.cells.insert(id, self.program.codes[id].slots, State::Fresh);
        self.run_hidden(cell)
    }

    /// Runs a helper task to its end.
    pub(super) fn run_hidden(&mut self, cell: CellId) -> Result<(), Stop> {
        self.current = None;
        self.schedule_task(cell, None, flag::HIDDEN | flag::HELD)?;
        self.kept.push(value_of(Awaitable::Task(cell)));
        self.run_until_complete(Awaitable::Task(cell))?;
        self.kept.pop();
        self.counters.finished -= 1;
        self.forget_task(cell);
        Ok(())
    }
}
