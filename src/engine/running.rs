//! Which loop runs, as far as its thread knows, and which of its tasks (`events.py`, `_set_running_loop`; `tasks.py`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Cell, Value, flag, value_of};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, LaneId};

use super::activation::Next;
use super::call::go_or_throw;
use super::machine::MAIN;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The loop that runs, as far as the thread knows.
    #[inline]
    pub(super) fn running_loop(&self) -> Option<u64> {
        match self.loops.told {
            Some(told) => told,
            None => self.is_loop_running.then_some(self.loops.at_hand),
        }
    }

    fn tell_running(&mut self, told: Option<u64>) {
        self.loops.told = Some(told);
        // From now on who sleeps has to ask which loop runs: the short ways are closed.
        self.by_hand.is_used = true;
    }

    /// `asyncio._set_running_loop(loop)`
    pub(super) fn set_running_loop(&mut self, given: Value) {
        self.tell_running(if let Value::Loop(number) = given { Some(number) } else { None });
    }

    /// In which thread a loop runs, if it does.
    pub(super) fn thread_of_loop(&self, number: u64) -> Option<LaneId> {
        let is_of_main = match self.workers.lane {
            MAIN => self.is_loop_running && self.loops.at_hand == number,
            _ => self.workers.beside == Some(number),
        };
        if is_of_main { Some(MAIN) } else { self.loops.all[number as usize].lane }
    }

    /// Whether a loop runs, as far as it knows.
    pub(super) fn is_running(&self, number: u64) -> bool {
        match self.thread_of_loop(number) {
            Some(MAIN) => !self.loops.is_unaware,
            thread => thread.is_some(),
        }
    }

    /// A loop becomes the one that runs.
    pub(super) fn start(&mut self, number: u64) {
        self.take_up(number);
        self.is_loop_running = true;
        self.loops.told = None;
        self.loops.is_unaware = false;
    }

    /// `loop._run_once()`: one pass of a loop that does not run.
    pub(super) fn loop_run_once(&mut self, loop_given: Value) -> Result<Next, Stop> {
        if let Err(raised) = self.start_by_hand(loop_given) {
            return Ok(Next::Throw(raised));
        }
        self.run_and_end(Self::run_one_pass)
    }

    /// Runs the loop that was started, with nothing around it, and ends it.
    pub(super) fn run_and_end(&mut self, run: fn(&mut Self) -> Result<(), Stop>) -> Result<Next, Stop> {
        let outer = self.step_aside();
        let ran = run(self);
        self.step_back(outer);
        self.end_running();
        Ok(go_or_throw(self.caught(ran)?.map(|()| Value::None)))
    }

    /// No loop runs any more.
    pub(super) fn end_running(&mut self) {
        self.is_loop_running = false;
        self.loops.told = None;
        self.loops.is_unaware = false;
    }

    /// From 3.13 on `run_forever` cleans up behind what could not begin, too: whichever loop runs, the thread forgets it.
    pub(super) fn forget_running(&mut self, loop_given: Value) {
        if self.is_since(PythonVersion::V3_13) && self.is_loop_running {
            self.tell_running(None);
            if loop_given == Value::Loop(self.loops.at_hand) {
                self.loops.is_unaware = true;
                self.is_stopping = false;
            }
        }
    }

    /// Checks that no loop runs (`base_events.py`, `_check_running`).
    pub(super) fn check_idle(&mut self, number: u64) -> Result<(), Raised> {
        let is_this = self.thread_of_loop(number).is_some();
        if !is_this && self.running_loop().is_none() {
            return Ok(());
        }
        let message = if is_this {
            "This event loop is already running"
        } else {
            "Cannot run the event loop while another loop is running"
        };
        Err(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message))
    }

    /// `asyncio.set_event_loop(loop)`: a loop of the script's own is none of the engine's.
    pub(super) fn set_event_loop(&mut self, chosen: Value) -> Next {
        let number = match chosen {
            Value::Loop(number) => Some(number),
            Value::None | Value::Instance(_) => None,
            other => {
                let kind = self.vm.heap.type_name(other).to_owned();
                let message = format!("loop must be an instance of AbstractEventLoop or None, not '{kind}'");
                return Next::Throw(self.vm.heap.type_error(message));
            }
        };
        match self.workers.lane {
            MAIN => self.loops.set(number),
            lane => self.workers.thread_mut(lane).current_loop = number,
        }
        Next::Go(Value::None)
    }

    /// `asyncio.get_event_loop()`: the running loop, else the current one, which the first call makes.
    pub(super) fn current_loop(&mut self) -> Result<Result<u64, Raised>, Stop> {
        let made = self.loops.all.len();
        let number = match self.current_loop_unwarned() {
            Ok(number) if number as usize == made => number,
            found => return Ok(found),
        };
        Ok(self.warn_of_no_loop()?.map(|()| number))
    }

    /// The same without the warning that a loop had to be made (`events.py`, `get_event_loop`).
    pub(super) fn current_loop_unwarned(&mut self) -> Result<u64, Raised> {
        if let Some(number) = self.running_loop() {
            return Ok(number);
        }
        let is_main = self.workers.lane == MAIN;
        let current = if is_main { self.loops.current } else { self.workers.thread(self.workers.lane).current_loop };
        if let Some(number) = current {
            return Ok(number);
        }
        if self.loops.is_set || !is_main {
            let message = format!("There is no current event loop in thread '{}'.", self.thread_name());
            return Err(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message));
        }
        let number = self.new_loop();
        self.loops.set(Some(number));
        Ok(number)
    }

    /// The loop that was given as `loop=…`, else the current one.
    pub(super) fn given_loop(&mut self, given: Value) -> Result<Result<u64, Raised>, Stop> {
        match given {
            Value::Loop(number) => Ok(Ok(number)),
            _ => self.current_loop(),
        }
    }

    /// `asyncio.current_task(loop=None)`
    pub(super) fn current_task(&mut self, given: Value) -> Next {
        let asked = match given {
            Value::Loop(number) => number,
            Value::Unbound | Value::None => match self.running_loop() {
                Some(number) => number,
                None => return Next::Throw(self.no_task()),
            },
            _ => return Next::Go(Value::None),
        };
        if !self.is_loop_running || asked != self.loops.at_hand {
            return Next::Go(Value::None);
        }
        let Some(task) = self.current else { return Next::Go(Value::None) };
        self.cells[task].flags |= flag::HELD;
        Next::Go(value_of(Awaitable::Task(task)))
    }

    /// `asyncio.all_tasks()`: a set of those that are not done, in order of creation.
    pub(super) fn all_tasks(&mut self, given: Value) -> Next {
        let asked = if let Value::Loop(number) = given { Some(number) } else { self.running_loop() };
        let tasks = match asked {
            Some(number) if self.loops.is_closed(number) => Vec::new(),
            Some(number) => self.on_loop(number, |engine| engine.pending_tasks()),
            None => return Next::Throw(self.no_task()),
        };
        let mut members = Vec::with_capacity(tasks.len());
        for task in tasks {
            self.cells[task].flags |= flag::HELD;
            members.push(value_of(Awaitable::Task(task)));
        }
        go_or_throw(self.vm.heap.set(&members))
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
}
