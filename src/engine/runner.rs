//! `asyncio.run` (`runners.py`, `Runner.run` and `close`), and the module around it.

use crate::asyncio::runner::Runner;
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Gather, State, Value, awaitable_of, flag, value_of};
use crate::policy::{Discipline, Handle, Ready};
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::trace::{Cause, Sink};
use crate::units::{Awaitable, CellId};

use super::activation::{Driven, Next};
use super::call::go_or_throw;
use super::machine::MAIN;
use super::task::Input;
use super::things::number_of;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Runs the module's own code, which runs everything else.
    pub(super) fn run_module(&mut self) -> Result<Input, Stop> {
        self.vm.heap.note_drops(self.program.lets_go);
        let id = self.program.module;
        let cell = self.cells.insert(id, self.program.codes[id].slots, State::Inline);
        self.cells[cell].set_wait(1);
        match self.drive(cell, Value::None)? {
            Driven::Ended => Ok(self.ended),
            Driven::Suspended => unreachable!("the module belongs to no task"),
        }
    }

    /// `asyncio.run(main, loop_factory=…)`
    pub(super) fn asyncio_run(&mut self, main: Value, debug: Value, factory: Value) -> Result<Next, Stop> {
        if self.running_loop().is_some() {
            let message = "asyncio.run() cannot be called from a running event loop";
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message)));
        }
        if self.workers.lane != MAIN {
            return self.in_thread(Helper::RunInThread, &[main, debug, factory]);
        }
        let main = self.main_coroutine(main);
        let (number, is_current) = match self.loop_for_runner(debug, factory)? {
            Ok(made) => made,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        self.start(number);
        let outer = self.step_aside();
        let outcome = match main {
            Ok(cell) => self.run_main(cell, None)?,
            // The loop is there, and is closed in turn.
            Err(raised) => Err(raised),
        };
        // A task that was cancelled has given its exception away: it is held here.
        self.kept.push(outcome.unwrap_or_else(|raised| raised.0));
        if let Err(raised) = outcome {
            self.beneath.handled = raised.0;
        }
        let closed = self.close_loop()?;
        let ended = self.end_loop(number, is_current, closed)?;
        self.kept.pop();
        self.step_back(outer);
        Ok(go_or_throw(ended.and(outcome)))
    }

    /// `asyncio.Runner`, its methods
    pub(super) fn runner_method(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        let thing = number_of(arguments[0]);
        match function {
            Function::RunnerRun => self.run_loop_for(function, arguments),
            Function::RunnerEnter => Ok(self.open_runner(thing)?.map_or_else(Next::Throw, |_| Next::Go(arguments[0]))),
            Function::RunnerGetLoop => {
                Ok(self.open_runner(thing)?.map_or_else(Next::Throw, |number| Next::Go(Value::Loop(number))))
            }
            Function::RunnerClose | Function::RunnerExit => self.close_runner(thing),
            other => unreachable!("{other:?} is no method of runners"),
        }
    }

    /// `Runner._lazy_init`
    fn open_runner(&mut self, thing: u64) -> Result<Result<u64, Raised>, Stop> {
        match *self.vm.things.runner(thing) {
            Runner::Closed => Ok(Err(self.vm.heap.raise(ClassId::RUNTIME_ERROR, "Runner is closed"))),
            Runner::Open(number, _) => Ok(Ok(number)),
            Runner::Created(debug, factory) => {
                let made = self.loop_for_runner(debug, factory)?;
                Ok(made.map(|(number, is_current)| {
                    *self.vm.things.runner_mut(thing) = Runner::Open(number, is_current);
                    number
                }))
            }
        }
    }

    /// `Runner.run`
    pub(super) fn runner_run(&mut self, thing: u64, main: Value, context: Value) -> Result<Next, Stop> {
        let cell = match self.main_coroutine(main) {
            Ok(cell) => cell,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        if self.running_loop().is_some() {
            let message = "Runner.run() cannot be called from a running event loop";
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message)));
        }
        let number = match self.open_runner(thing)? {
            Ok(number) => number,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        if self.workers.lane != MAIN {
            let box_of_runner = self.context_of_loop(number);
            return self.in_thread(Helper::RunMainInThread, &[Value::Loop(number), main, context, box_of_runner]);
        }
        self.start(number);
        let outer = self.step_aside();
        let context = if matches!(context, Value::Unbound | Value::None) {
            Some(self.context_of_loop(number))
        } else {
            self.given_context(context)
        };
        let outcome = self.run_main(cell, context)?;
        self.step_back(outer);
        self.end_running();
        Ok(go_or_throw(outcome))
    }

    /// `Runner.close`
    fn close_runner(&mut self, thing: u64) -> Result<Next, Stop> {
        let Runner::Open(number, is_current) = *self.vm.things.runner(thing) else { return Ok(Next::Go(Value::None)) };
        if let Err(raised) = self.check_idle(number) {
            return self.close_runner_in_vain(thing, (number, is_current), raised);
        }
        if self.workers.lane != MAIN {
            *self.vm.things.runner_mut(thing) = Runner::Closed;
            return self.in_thread(Helper::CloseInThread, &[Value::Loop(number), Value::bool(is_current)]);
        }
        self.start(number);
        let outer = self.step_aside();
        let closed = self.close_loop()?;
        self.step_back(outer);
        let ended = self.end_loop(number, is_current, closed)?;
        *self.vm.things.runner_mut(thing) = Runner::Closed;
        Ok(go_or_throw(ended.map(|()| Value::None)))
    }

    /// `loop.run_until_complete(future)` (`base_events.py`), of a loop that is run by hand.
    pub(super) fn loop_run_until_complete(&mut self, loop_given: Value, future: Value) -> Result<Next, Stop> {
        if self.workers.lane != MAIN {
            return self.in_thread(Helper::RunUntilCompleteInThread, &[loop_given, future]);
        }
        if let Err(raised) = self.start_by_hand(loop_given) {
            return Ok(Next::Throw(raised));
        }
        let outer = self.step_aside();
        let outcome = self.run_by_hand(future);
        self.step_back(outer);
        self.end_running();
        Ok(go_or_throw(outcome?))
    }

    fn run_by_hand(&mut self, future: Value) -> Result<Input, Stop> {
        let given = awaitable_of(future);
        let target = match given {
            Some(target) if self.is_of_another_loop(target) => return Ok(Err(self.wrong_loop())),
            Some(target) => target,
            None => {
                self.is_loop_running = false;
                let made = self.task_outright(future)?;
                self.is_loop_running = true;
                let task = match made {
                    Ok(task) => awaitable_of(task),
                    Err(raised) => return Ok(Err(raised)),
                };
                let Some(task) = task else {
                    return Ok(Err(self.vm.heap.unsupported("a task factory that makes no task")));
                };
                if let Awaitable::Task(cell) = task {
                    self.counters.main.get_or_insert(self.label(cell));
                    self.leave_untold(cell);
                }
                task
            }
        };
        self.kept.push(value_of(target));
        let ran = if self.is_done(target) {
            self.call_soon(Handle::Stop(target));
            self.run_until_stopped()
        } else {
            self.run_until_complete(target)
        };
        self.kept.pop();
        let caught = self.caught(ran)?;
        if let (Err(_), None, Awaitable::Task(made)) = (&caught, given, target)
            && self.is_done(target)
        {
            // What ends the loop is told by that alone (`base_events.py`, `run_until_complete`).
            self.cells[made].flags |= flag::RETRIEVED;
        }
        let outcome = self.outcome_or(caught, |engine| {
            if engine.is_done(target) { engine.given_by(target) } else { Err(engine.stopped_before_done()) }
        });
        self.hold_with(outcome, value_of(target));
        Ok(outcome)
    }

    /// `loop.run_forever()`
    pub(super) fn loop_run_forever(&mut self, loop_given: Value) -> Result<Next, Stop> {
        if self.workers.lane != MAIN {
            return self.in_thread(Helper::RunForeverInThread, &[loop_given]);
        }
        if let Err(raised) = self.start_by_hand(loop_given) {
            self.forget_running(loop_given);
            return Ok(Next::Throw(raised));
        }
        self.run_and_end(Self::run_until_stopped)
    }

    /// A loop that is run by hand becomes the one that runs.
    pub(super) fn start_by_hand(&mut self, loop_given: Value) -> Result<(), Raised> {
        let Value::Loop(number) = loop_given else { return Err(self.vm.heap.unsupported("a loop of another class")) };
        self.check_open(number)?;
        self.check_idle(number)?;
        self.start(number);
        Ok(())
    }

    /// Runs the loop until the main task is done, which runs in this context.
    fn run_main(&mut self, cell: CellId, context: Option<Value>) -> Result<Input, Stop> {
        let main = match self.main_task(cell, context)? {
            Ok(main) => main,
            Err(raised) => return Ok(Err(raised)),
        };
        if let Awaitable::Task(task) = main {
            self.counters.main.get_or_insert(self.label(task));
        }
        self.kept.push(value_of(main));
        let outcome = self.run_interruptible(main, |engine| {
            let ran = engine.run_until_complete(main);
            let caught = engine.caught(ran)?;
            Ok(engine.outcome_or(caught, |engine| {
                if engine.is_done(main) { engine.given_by(main) } else { Err(engine.stopped_before_done()) }
            }))
        })?;
        self.kept.pop();
        self.hold_with(outcome, value_of(main));
        Ok(outcome)
    }

    /// The task of a runner's coroutine: the script's own factory is asked for it, if the loop has one.
    fn main_task(&mut self, cell: CellId, context: Option<Value>) -> Result<Result<Awaitable, Raised>, Stop> {
        if let Some(factory) = self.own_factory() {
            return self.main_by_factory(factory, cell, context);
        }
        self.make_task(cell, None, flag::HELD)?;
        self.name_by_factory(cell);
        self.note_context_of_task(cell, context);
        self.discipline.enqueue(Ready::new(Handle::Step(cell), Cause::Begin, self.now));
        self.is_eager |= self.program.settings.eager.is_some();
        Ok(Ok(Awaitable::Task(cell)))
    }

    /// The cell of the coroutine that a loop is to run.
    fn main_coroutine(&mut self, main: Value) -> Result<CellId, Raised> {
        let cell = match main {
            Value::Coroutine(coroutine) => self.fresh_coroutine(coroutine),
            _ => None,
        };
        cell.ok_or_else(|| {
            let words = self.words_of(main);
            self.vm.heap.raise(ClassId::VALUE_ERROR, format!("a coroutine was expected, got {words}"))
        })
    }

    /// `Runner.close`: whatever still runs is cancelled and waited for, then the loop's helpers have their turns.
    fn close_loop(&mut self) -> Result<Result<(), Raised>, Stop> {
        let closing = self.close_in_turn();
        if matches!(closing, Err(Stop::Interrupt)) { self.caught(Err(Stop::Interrupt)) } else { closing }
    }

    fn close_in_turn(&mut self) -> Result<Result<(), Raised>, Stop> {
        let mut closed = self.cancel_all_tasks()?;
        // `shutdown_asyncgens` and `shutdown_default_executor` are tasks of their own.
        if closed.is_ok() {
            closed = self.shut_generators_down()?;
        }
        if closed.is_ok() { self.close_default_executor() } else { Ok(closed) }
    }

    /// `runners.py`, `_cancel_all_tasks`, in order of creation.
    fn cancel_all_tasks(&mut self) -> Result<Result<(), Raised>, Stop> {
        let tasks = self.pending_tasks();
        if tasks.is_empty() {
            return Ok(Ok(()));
        }
        self.current = None;
        // The runner cancels, and no loop runs.
        self.is_loop_running = false;
        let cancelled = tasks.iter().try_for_each(|task| {
            self.cells[*task].flags |= flag::HELD;
            self.cancel_task(*task, Value::None, true);
            self.endless_cancellation()
        });
        self.is_loop_running = true;
        if let Err(raised) = cancelled {
            return Ok(Err(self.on_top(raised)));
        }
        let kept = self.kept.len();
        self.kept.extend(tasks.iter().map(|task| value_of(Awaitable::Task(*task))));
        let children = tasks.iter().map(|task| value_of(Awaitable::Task(*task))).collect();
        let distinct = u32::try_from(tasks.len()).unwrap_or(u32::MAX);
        let gather = Gather { children, distinct, returns_exceptions: true, ..Gather::default() };
        let future = self.vm.futures.insert(Some(gather));
        for task in &tasks {
            self.add_callback(Awaitable::Task(*task), crate::kernel::Callback::GatherChild(future));
        }
        self.kept.push(value_of(Awaitable::Future(future)));
        self.run_until_complete(Awaitable::Future(future))?;
        if !self.is_done(Awaitable::Future(future)) {
            self.kept.truncate(kept);
            return Ok(Err(self.stopped_before_done()));
        }
        // The handler is called by the runner: no loop runs.
        self.is_loop_running = false;
        for task in &tasks {
            self.warn_of_shutdown(*task)?;
        }
        self.kept.truncate(kept);
        self.let_go_of_tasks(&tasks)?;
        self.is_loop_running = true;
        Ok(Ok(()))
    }

    /// `base_events.py`, `shutdown_asyncgens`: every asynchronous generator that has begun is closed.
    fn shut_generators_down(&mut self) -> Result<Result<(), Raised>, Stop> {
        self.current = None;
        let at_hand = self.loops.at_hand;
        let made = match self.patched_on_loop(at_hand, SHUTDOWN_ASYNCGENS) {
            Some(patched) => self.call_to_its_end(patched, &[])?,
            None => self.call_to_its_end(self.helper(Helper::ShutdownAsyncgens), &[Value::Loop(at_hand)])?,
        };
        let Ok(Value::Coroutine(coroutine)) = made else { return self.run_helper() };
        match self.fresh_coroutine(coroutine) {
            Some(cell) => self.run_hidden(cell, SHUTDOWN_ASYNCGENS),
            None => self.run_helper(),
        }
    }

    /// A helper task that does nothing but take its turn and its number.
    fn run_helper(&mut self) -> Result<Result<(), Raised>, Stop> {
        let id = self.program.helper;
        let cell = self.cells.insert(id, self.program.codes[id].slots, State::Fresh);
        self.run_hidden(cell, SHUTDOWN_ASYNCGENS)
    }

    /// Runs a helper task to its end: a task of the coroutine that is called so. The script's own factory may fail to make it.
    pub(super) fn run_hidden(&mut self, cell: CellId, name: &str) -> Result<Result<(), Raised>, Stop> {
        self.current = None;
        match self.hide_made_by_factory(cell, name)? {
            Ok(true) => {}
            Ok(false) => {
                self.schedule_task(cell, None, flag::HIDDEN | flag::HELD)?;
                self.name_by_factory(cell);
            }
            Err(raised) => return Ok(Err(raised)),
        }
        self.kept.push(value_of(Awaitable::Task(cell)));
        self.run_until_complete(Awaitable::Task(cell))?;
        self.kept.pop();
        self.counters.finished -= 1;
        self.forget_task(cell);
        Ok(Ok(()))
    }
}

/// What CPython's own helper at the end of a loop is called.
const SHUTDOWN_ASYNCGENS: &str = "shutdown_asyncgens";
