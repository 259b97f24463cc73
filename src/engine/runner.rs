//! `asyncio.run` (`runners.py`, `Runner.run` and `close`), and the module around it.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Gather, State, Value, flag, value_of};
use crate::policy::{Discipline, Handle, Ready};
use crate::signatures::asyncio::Function;
use crate::trace::{Cause, EventKind, Sink};
use crate::units::{Awaitable, CellId};

use super::activation::{Driven, Next};
use super::task::Input;
use super::{Engine, Stop};

/// `asyncio/constants.py`, `THREAD_JOIN_TIMEOUT`, in seconds.
const THREAD_JOIN_TIMEOUT: i64 = 300;

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
        let cell = match main {
            Value::Coroutine(coroutine) => self.fresh_coroutine(coroutine),
            _ => None,
        };
        let Some(cell) = cell else {
            let mut words = String::new();
            crate::kernel::text::short_repr(&self.heap, main, 80, &mut words);
            let message = format!("a coroutine was expected, got {words}");
            return Ok(Next::Throw(self.heap.raise(ClassId::VALUE_ERROR, message)));
        };
        let outer = self.activation;
        let unannounced = std::mem::take(&mut self.unannounced);
        self.is_loop_running = true;
        self.workers.open_loop();
        self.make_task(cell, None, flag::HELD)?;
        self.discipline.enqueue(Ready::new(Handle::Step(cell), Cause::Begin, self.now));
        self.counters.main.get_or_insert(self.label(cell));
        self.kept.push(value_of(Awaitable::Task(cell)));
        self.run_until_complete(Awaitable::Task(cell))?;
        let outcome = self.result_of_task(cell);
        let closed = self.close_loop()?;
        self.kept.pop();
        let outcome = closed.and(outcome);
        self.workers.is_loop_closed = true;
        self.is_loop_running = false;
        self.current = None;
        self.activation = outer;
        self.unannounced = unannounced;
        Ok(match outcome {
            Ok(value) => Next::Go(value),
            Err(raised) => Next::Throw(raised),
        })
    }

    /// `Runner.close`: whatever still runs is cancelled and waited for, then the loop's helpers have their turns.
    fn close_loop(&mut self) -> Result<Result<(), Raised>, Stop> {
        let cancelled = self.cancel_all_tasks()?;
        if cancelled.is_ok() {
            // `shutdown_asyncgens` and `shutdown_default_executor` are tasks of their own.
            let id = self.program.helper;
            let cell = self.cells.insert(id, self.program.codes[id].slots, State::Fresh);
            self.run_helper(cell)?;
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

    /// `loop.shutdown_default_executor(…)`: time passes, from 3.12 on at most so many seconds.
    fn close_default_executor(&mut self) -> Result<(), Stop> {
        let body = self.program.bodies[Function::ShutdownDefaultExecutor as usize].expect("it has a body");
        let arguments = [Value::Loop, Value::Int(THREAD_JOIN_TIMEOUT)];
        let cell = self.fill_cell(body, &self.program.codes[body], &arguments, &[]);
        self.heap.note_allocation();
        self.run_helper(cell)
    }

    /// A helper task: it takes its turn and its number.
    fn run_helper(&mut self, cell: CellId) -> Result<(), Stop> {
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
