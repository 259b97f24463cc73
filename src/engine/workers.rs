//! Threads besides the loop's: each runs an activation chain of its own while the loop's thread stands still, or just before the
//! clock moves.

use std::collections::VecDeque;

use indexmap::IndexMap;

use crate::kernel::agenda::{Target, Timer};
use crate::kernel::exception::ClassId;
use crate::kernel::{NO_CELL, Value};
use crate::policy::{Discipline, FirstCome};
use crate::script::{PythonVersion, Settings};
use crate::signatures::asyncio::Function;
use crate::trace::{EventKind, Sink, TaskLabel};
use crate::units::{CellId, Delay, Id, LaneId, NameId, Time};

use super::activation::{Driven, Next};
use super::machine::{MAIN, Machine};
use super::stand::Stand;
use super::task::Input;
use super::thread_loops::Blocked;
use super::{Engine, Stop};

/// A thread besides the loop's.
#[derive(Debug)]
pub(super) struct Worker {
    /// What traces call it.
    pub(super) label: TaskLabel,
    /// Where it goes on.
    activation: CellId,
    /// Plain functions on its stack of which the trace does not know yet.
    unannounced: u32,
    /// Whether the end of the process waits for it.
    pub(super) is_daemon: bool,
    /// Whether traces are silent about it.
    is_hidden: bool,
    /// What it is there for, until it has begun.
    pub(super) target: Option<NameId>,
    /// Whether its end is an event: it is no executor's.
    pub(super) tells_end: bool,
    /// Whether it has come to its end.
    pub(super) is_over: bool,
    /// Who waits for its end, each with the ticket of its wait.
    pub(super) joiners: Vec<(LaneId, u32)>,
    /// What `set_event_loop` was given there.
    pub(super) current_loop: Option<u64>,
    /// Code of its loop that stands still in the middle of a pass.
    pub(super) blocked: Option<Blocked>,
    /// How much the engine held when the pass began.
    pub(super) kept_by_pass: usize,
    /// Whether its loop waits for a timer, or for what another thread tells it.
    pub(super) is_selecting: bool,
    /// Whether it waits for a job to come.
    pub(super) is_idle: bool,
    /// Whether its executor counts it among those to spare.
    pub(super) is_spare: bool,
    /// The job that it waits for.
    pub(super) waits_for: Option<u64>,
    /// The globals of a process of its own, while it does not run.
    globals: Option<Vec<Value>>,
    /// The context that it runs in, while it does not run; none was made while it is missing.
    context: Option<Value>,
}

/// All threads besides the loop's, and what is between them and the loop.
pub(super) struct Workers {
    pub(super) machine: Machine,
    /// By lane, from 1 on.
    pub(super) threads: Vec<Worker>,
    /// Who runs now.
    pub(super) lane: LaneId,
    /// Those that have code to run, which they do before the clock moves, in this order.
    starts: VecDeque<LaneId>,
    /// Timers of this instant that have left the agenda, with their order among all that was begun.
    pub(super) staged: VecDeque<(Timer, u64)>,
    /// When a timer was set, among all that was begun.
    pub(super) orders: IndexMap<(u32, u32, bool), u64>,
    /// Whether the loop waits for timers and threads.
    pub(super) is_idle: bool,
    /// Which loop the main thread runs, while another thread has its turn.
    pub(super) beside: Option<u64>,
    /// Whether the process comes to its end.
    pub(super) is_process_over: bool,
    /// How many pools of threads there were without a prefix of their own.
    pub(super) pools: u32,
    /// How many processes there were.
    pub(super) processes: u32,
    /// How many threads there were without a name of their own.
    pub(super) unnamed: u32,
    /// While a thread runs: the context in which the loop's goes on.
    context_outside: Option<Value>,
}

impl Workers {
    pub(super) fn new(settings: &Settings) -> Self {
        let interval = settings.gil.then_some(settings.switch_interval);
        Self {
            machine: Machine::new(settings.cpus, interval, Box::new(FirstCome::default())),
            threads: Vec::new(),
            lane: MAIN,
            starts: VecDeque::new(),
            staged: VecDeque::new(),
            orders: IndexMap::new(),
            is_idle: false,
            beside: None,
            is_process_over: false,
            pools: 0,
            processes: 0,
            unnamed: 0,
            context_outside: None,
        }
    }

    pub(super) fn thread(&self, lane: LaneId) -> &Worker {
        &self.threads[lane.index() - 1]
    }

    pub(super) fn thread_mut(&mut self, lane: LaneId) -> &mut Worker {
        &mut self.threads[lane.index() - 1]
    }

    /// Whether a thread runs while the loop does.
    pub(super) fn is_beside_loop(&self) -> bool {
        self.lane != MAIN && self.beside.is_some()
    }

    /// The threads of the loop's process that are not over, in the order in which they were made.
    pub(super) fn alive_in_process(&self) -> Vec<LaneId> {
        let lanes = (1..).map(LaneId).zip(&self.threads);
        let alive = lanes.filter(|(_, worker)| !worker.is_over && !worker.is_hidden && worker.globals.is_none());
        alive.map(|(lane, _)| lane).collect()
    }

    /// A thread has code to run, which it does before the clock moves.
    pub(super) fn start(&mut self, lane: LaneId) {
        self.starts.push_back(lane);
    }

    /// Notes when a timer was set, for ties with what threads do.
    pub(super) fn note_timer(&mut self, timer: &Timer) {
        let number = self.machine.next_number();
        self.orders.insert(key_of(timer), number);
    }

    /// What the collector of garbage must reach.
    pub(super) fn for_each_value(&self, roots: &mut Vec<Value>) {
        let globals = self.threads.iter().filter_map(|worker| worker.globals.as_ref());
        roots.extend(globals.flatten());
        roots.extend(self.threads.iter().filter_map(|worker| worker.context).chain(self.context_outside));
        roots.extend(self.threads.iter().filter_map(|worker| worker.blocked).flat_map(Blocked::values));
        roots.extend(self.staged.iter().filter_map(|(timer, _)| match timer.target() {
            Target::Callback(number) => Some(Value::Handle(u64::from(number))),
            Target::Sleeper(_) => None,
        }));
    }
}

/// What tells a timer from all others that are set: a cell may have one of a sleep that was cancelled, too.
pub(super) const fn key_of(timer: &Timer) -> (u32, u32, bool) {
    match timer.target() {
        Target::Sleeper(cell) => (cell.0, timer.generation(), false),
        Target::Callback(number) => (number, timer.generation(), true),
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// A new thread that will run `body` with these arguments. `is_inside` tells whether it belongs to the loop's process.
    pub(super) fn new_thread(&mut self, name: &str, body: Function, arguments: &[Value], is_inside: bool) -> LaneId {
        let name = self.intern(name);
        self.ordinals[name.index()] += 1;
        let label = TaskLabel { name, ordinal: self.ordinals[name.index()] };
        let id = self.program.bodies[body as usize].expect("threads run bodies of the library");
        let cell = self.fill_cell(id, &self.program.codes[id], arguments, &[]);
        self.cells[cell].set_wait(1);
        let lane = self.workers.machine.add(is_inside);
        self.workers.threads.push(Worker {
            label,
            activation: cell,
            unannounced: 0,
            is_daemon: false,
            target: None,
            tells_end: false,
            is_hidden: body == Function::DoShutdown,
            is_over: false,
            joiners: Vec::new(),
            current_loop: None,
            is_selecting: false,
            blocked: None,
            kept_by_pass: 0,
            is_idle: false,
            is_spare: !self.is_since(PythonVersion::V3_12),
            waits_for: None,
            globals: (!is_inside).then(|| self.vm.globals.clone()),
            context: None,
        });
        self.workers.start(lane);
        lane
    }

    /// What traces call the thread that runs now; `None` for the loop's.
    #[cold]
    pub(super) fn worker_label(&self) -> Option<TaskLabel> {
        (self.workers.lane != MAIN).then(|| self.workers.thread(self.workers.lane).label)
    }

    /// Whether what this activation calls is what a thread is there for, which its start has told.
    pub(super) fn is_job(&self, caller: CellId) -> bool {
        let code = Some(self.cells[caller].code);
        let bodies = &self.program.bodies;
        code == bodies[Function::Worker as usize] || code == bodies[Function::ThreadBody as usize]
    }

    /// Whether traces are silent about the thread that runs now.
    pub(super) fn is_hidden_thread(&self) -> bool {
        self.workers.lane != MAIN && self.workers.thread(self.workers.lane).is_hidden
    }

    /// The code that runs waits until it is woken, or until an instant.
    pub(super) fn wait_for_thread(&mut self, until: Option<Time>) -> Result<Next, Stop> {
        let (lane, now) = (self.workers.lane, self.now);
        if lane == MAIN {
            self.stand(Stand::For(until))?;
            return Ok(Next::Go(Value::None));
        }
        match until {
            Some(until) => self.workers.machine.sleep(lane, until, now),
            None => self.workers.machine.rest(lane, now),
        }
        if self.is_loop_running { self.block_in_thread() } else { Ok(Next::Suspend) }
    }

    /// What the running thread waited for has come.
    pub(super) fn wake_threads(&mut self, tickets: Vec<(LaneId, u32)>) {
        for ticket in tickets {
            self.workers.machine.wake_by_ticket(ticket, self.now);
        }
    }

    /// The loop has something to do: a thread has told it so.
    pub(super) fn rouse_loop(&mut self) {
        if std::mem::take(&mut self.workers.is_idle) {
            self.workers.machine.wake(MAIN, self.now);
        }
    }

    /// The running code blocks or works, in whatever thread it is.
    pub(super) fn hold(&mut self, length: Delay, is_work: bool) -> Result<Next, Stop> {
        let (lane, now) = (self.workers.lane, self.now);
        let Some(until) = now.checked_add(length) else { return Err(self.limit(crate::trace::Limit::EndOfTime)) };
        if lane != MAIN {
            if is_work {
                self.workers.machine.work(lane, length, now);
            } else {
                self.workers.machine.sleep(lane, until, now);
            }
            return if self.is_loop_running { self.block_in_thread() } else { Ok(Next::Suspend) };
        }
        self.stand(if is_work { Stand::Work(length) } else { Stand::Until(until) })?;
        Ok(Next::Go(Value::None))
    }

    /// Runs what threads have to do at this instant.
    pub(super) fn run_threads(&mut self) -> Result<(), Stop> {
        loop {
            while let Some(lane) = self.workers.starts.pop_front() {
                self.workers.machine.wake(lane, self.now);
            }
            let Some(lane) = self.workers.machine.next_runnable() else { break };
            self.run_thread(lane)?;
        }
        self.workers.machine.let_borrow(false);
        Ok(())
    }

    /// Runs one thread until it stands still or is over.
    fn run_thread(&mut self, lane: LaneId) -> Result<(), Stop> {
        let outside = (self.current.take(), self.activation, self.unannounced, self.handed_on.take());
        let ended = std::mem::replace(&mut self.ended, Ok(Value::None));
        let loop_outside = self.leave_loop_of_main();
        self.workers.lane = lane;
        let worker = self.workers.thread_mut(lane);
        let activation = worker.activation;
        self.unannounced = worker.unannounced;
        let context = worker.context.take();
        let mut globals = worker.globals.take();
        self.workers.context_outside = self.contexts.swap(context);
        if let Some(globals) = &mut globals {
            std::mem::swap(globals, &mut self.vm.globals);
        }
        if let Some(function) = self.workers.thread_mut(lane).target.take() {
            self.workers.machine.begin(lane);
            self.tell(EventKind::StartJob { function });
        }
        let driven = self.drive(activation, Value::None)?;
        let context = self.workers.context_outside.take();
        self.workers.thread_mut(lane).context = self.contexts.swap(context);
        if let Some(mut globals) = globals {
            std::mem::swap(&mut globals, &mut self.vm.globals);
            self.workers.thread_mut(lane).globals = Some(globals);
        }
        match driven {
            Driven::Suspended => {
                let (activation, unannounced) = (self.activation, self.unannounced);
                let worker = self.workers.thread_mut(lane);
                (worker.activation, worker.unannounced) = (activation, unannounced);
            }
            Driven::Ended => self.end_thread(lane)?,
        }
        self.workers.lane = MAIN;
        self.return_to_loop_of_main(loop_outside);
        (self.current, self.activation, self.unannounced, self.handed_on) = outside;
        self.ended = ended;
        if self.vm.told > self.options.limits.max_events {
            return Err(self.limit(crate::trace::Limit::Events(self.options.limits.max_events)));
        }
        Ok(())
    }

    /// A thread has come to its end. That of an executor's worker is no event.
    fn end_thread(&mut self, lane: LaneId) -> Result<(), Stop> {
        if self.ended.is_err_and(|raised| self.vm.heap.class_of(raised.0) == Some(ClassId::UNSUPPORTED)) {
            return Err(Stop::Unsupported);
        }
        self.activation = NO_CELL;
        if self.workers.thread(lane).tells_end {
            let mut shown = String::new();
            let kind = match self.ended {
                Ok(_) => EventKind::Return { value: None },
                Err(raised) => {
                    self.show(raised.0, &mut shown);
                    EventKind::Raise { exception: shown.as_str() }
                }
            };
            self.tell(kind);
        }
        let worker = self.workers.thread_mut(lane);
        worker.is_over = true;
        worker.globals = None;
        worker.context = None;
        worker.activation = NO_CELL;
        let joiners = std::mem::take(&mut worker.joiners);
        self.workers.machine.rest(lane, self.now);
        self.wake_threads(joiners);
        Ok(())
    }

    /// The end of the process: threads that are no daemons are waited for (`threading.py`, `_shutdown`;
    /// `concurrent/futures/thread.py`, `_python_exit`). What the program ended with is held to the very end.
    pub(super) fn join_threads(&mut self, ended: Input) -> Result<Input, Stop> {
        self.kept.extend(ended.err().map(|raised| raised.0));
        if self.workers.machine.is_alone() {
            return Ok(ended);
        }
        self.current = None;
        self.workers.is_process_over = true;
        self.release_idle_workers();
        let mut number = 1;
        while number <= self.workers.threads.len() {
            let lane = LaneId::from_index(number);
            let worker = self.workers.thread(lane);
            if worker.is_over || worker.is_daemon {
                number += 1;
                continue;
            }
            let ticket = self.workers.machine.ticket(MAIN);
            self.workers.thread_mut(lane).joiners.push(ticket);
            self.stand(Stand::For(None))?;
        }
        Ok(ended)
    }

    /// Threads that wait for a job to come look whether there will be one.
    pub(super) fn release_idle_workers(&mut self) {
        for number in 1..=self.workers.threads.len() {
            let lane = LaneId::from_index(number);
            if std::mem::take(&mut self.workers.thread_mut(lane).is_idle) {
                self.workers.start(lane);
            }
        }
    }
}
