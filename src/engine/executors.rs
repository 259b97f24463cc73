//! Executors, performed (`concurrent/futures/thread.py`, `process.py`): jobs and the workers that do them.

use crate::asyncio::Thing;
use crate::asyncio::executor::{Executor, Job, JobState, MapResults};
use crate::kernel::builtins::function::is_callable;
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Value, operate};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::{Deed, EventKind, Sink};
use crate::units::{LaneId, ThingKind};

use super::activation::Next;
use super::call::go_or_throw;
use super::machine::MAIN;
use super::pools::is_pool;
use super::things::number_of;
use super::{Engine, Stop};

/// What a pool says whose initializer raised (`thread.py`, `_initializer_failed`).
pub(super) const BROKEN: &str = "A thread initializer failed, the thread pool is not usable anymore";

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `ThreadPoolExecutor(…)`, `ProcessPoolExecutor(…)`
    pub(super) fn new_executor(&mut self, kind: ThingKind, most: Value, prefix: Value) -> Result<Value, Raised> {
        let cpus = self.program.settings.cpus;
        let most = match most {
            Value::Unbound | Value::None if kind == ThingKind::ProcessPool => cpus,
            Value::Unbound | Value::None => cpus.saturating_add(4).min(32),
            given => {
                let most = self.whole_or(given, 0)?;
                if most <= 0 {
                    return Err(self.vm.heap.raise(ClassId::VALUE_ERROR, "max_workers must be greater than 0"));
                }
                usize::try_from(most).unwrap_or(usize::MAX)
            }
        };
        let given = match prefix {
            Value::Unbound | Value::None => String::new(),
            prefix => {
                let mut words = String::new();
                self.write_str(prefix, &mut words)?;
                words
            }
        };
        let prefix = if given.is_empty() && kind == ThingKind::ThreadPool {
            self.workers.pools += 1;
            format!("ThreadPoolExecutor-{}", self.workers.pools - 1)
        } else {
            given
        };
        Ok(self.new_thing(kind, Thing::Executor(Executor::new(most, prefix))))
    }

    /// `ThreadPoolExecutor(max_workers, thread_name_prefix, initializer, initargs)`
    pub(super) fn new_thread_pool(&mut self, arguments: &[Value]) -> Result<Value, Raised> {
        let pool = self.new_executor(ThingKind::ThreadPool, arguments[0], arguments[1])?;
        let [initializer, given] = [arguments[2], arguments[3]];
        if matches!(initializer, Value::Unbound | Value::None) {
            return Ok(pool);
        }
        if !is_callable(&self.vm.heap, initializer) {
            return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, "initializer must be a callable"));
        }
        let given = if given == Value::Unbound { self.vm.heap.tuple(Vec::new()) } else { given };
        self.vm.things.executor_mut(number_of(pool)).initializer = [initializer, given];
        Ok(pool)
    }

    /// What the pool's first call raised makes it useless: the jobs that nobody began, and their error.
    fn break_executor(&mut self, thing: u64) -> Value {
        let executor = self.vm.things.executor_mut(thing);
        executor.is_broken = true;
        let jobs = std::mem::take(&mut executor.queue).into_iter().map(Value::Thing).collect();
        let jobs = self.vm.heap.list(jobs);
        let error = self.vm.heap.raise(ClassId::BROKEN_THREAD_POOL, BROKEN).0;
        self.vm.heap.tuple(vec![jobs, error])
    }

    pub(super) fn executor_intrinsic(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        Ok(match function {
            Function::DefaultExecutor => go_or_throw(self.default_executor(arguments[0])),
            Function::IsPool => Next::Go(Value::bool(is_pool(arguments[0]))),
            Function::NewPool => go_or_throw(self.new_pool(arguments)),
            Function::JobSubmit => go_or_throw(self.submit(arguments)),
            Function::WorkerWait => return self.wait_for_job(number_of(arguments[0])),
            Function::WorkerBegin => {
                let [initializer, given] = self.vm.things.executor(number_of(arguments[0])).initializer;
                Next::Go(self.vm.heap.tuple(vec![initializer, given]))
            }
            Function::WorkerBreak => Next::Go(self.break_executor(number_of(arguments[0]))),
            Function::WorkerTake => Next::Go(self.take_job(number_of(arguments[0]))),
            Function::ExecutorClose => Next::Go(self.close_executor(number_of(arguments[0]), arguments[1])),
            Function::ExecutorThreads => {
                let workers = &self.vm.things.executor(number_of(arguments[0])).workers;
                let lanes = workers.iter().map(|lane| Value::Int(i64::from(lane.0))).collect();
                Next::Go(self.vm.heap.list(lanes))
            }
            Function::MapArguments => go_or_throw(self.map_arguments(arguments[0])),
            Function::MapNew => go_or_throw(self.new_map(arguments[0], arguments[1])),
            Function::MapTake => match self.vm.things.results_mut(number_of(arguments[0])).jobs.pop_front() {
                Some(job) => Next::Go(Value::Thing(job)),
                None => Next::Throw(Raised(self.vm.heap.exception(ClassId::STOP_ITERATION, Vec::new()))),
            },
            Function::MapTimeLeft => {
                let until = self.vm.things.results(number_of(arguments[0])).until;
                Next::Go(until.map_or(Value::None, |until| Value::float((until - self.now.seconds()).max(0.0))))
            }
            Function::MapRest => {
                let rest = std::mem::take(&mut self.vm.things.results_mut(number_of(arguments[0])).jobs);
                Next::Go(self.vm.heap.list(rest.into_iter().map(Value::Thing).collect()))
            }
            _ => return self.job_intrinsic(function, arguments),
        })
    }

    /// The executor of `run_in_executor(None, …)` of a loop, or of the one that runs (`base_events.py`).
    fn default_executor(&mut self, given: Value) -> Result<Value, Raised> {
        let current = match given {
            Value::Loop(number) => number as usize,
            _ => self.running_loop().ok_or_else(|| self.no_task())? as usize,
        };
        if self.loops.all[current].is_executor_shut {
            return Err(self.vm.heap.raise(ClassId::RUNTIME_ERROR, "Executor shutdown has been called"));
        }
        if let Some(executor) = self.loops.all[current].executor {
            return Ok(executor);
        }
        let prefix = self.vm.heap.string("asyncio");
        let executor = self.new_executor(ThingKind::ThreadPool, Value::None, prefix)?;
        let name = self.intern("asyncio");
        self.christen_thing(executor, name);
        self.loops.all[current].executor = Some(executor);
        Ok(executor)
    }

    /// `executor.submit(…)`: the job stands in line, and a worker that is idle or new will look.
    fn submit(&mut self, arguments: &[Value]) -> Result<Value, Raised> {
        let (thing, function) = (number_of(arguments[0]), arguments[1]);
        let kind = ThingKind::of(thing);
        if self.vm.things.executor(thing).is_broken {
            return Err(self.vm.heap.raise(ClassId::BROKEN_THREAD_POOL, BROKEN));
        }
        if self.vm.things.executor(thing).is_shut {
            let message = "cannot schedule new futures after shutdown";
            return Err(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message));
        }
        if self.workers.is_process_over {
            let message = "cannot schedule new futures after interpreter shutdown";
            return Err(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message));
        }
        let label = self.name_of_callable(function);
        let job = Job::new([function, arguments[2], arguments[3]], label);
        let job = number_of(self.new_thing(ThingKind::Job, Thing::Job(job)));
        self.tell_submit(thing, job);
        let executor = self.vm.things.executor_mut(thing);
        executor.queue.push_back(job);
        if let Some(lane) = executor.idle.pop_front() {
            self.workers.thread_mut(lane).is_idle = false;
            self.workers.start(lane);
        }
        let executor = self.vm.things.executor_mut(thing);
        if executor.spare > 0 {
            executor.spare -= 1;
        } else if executor.workers.len() < executor.most {
            let is_inside = kind == ThingKind::ThreadPool;
            let name = if is_inside {
                format!("{}_{}", executor.prefix, executor.workers.len())
            } else {
                self.workers.processes += 1;
                format!("Process-{}", self.workers.processes)
            };
            let lane = self.new_thread(&name, Function::Worker, &[Value::Thing(thing)], is_inside);
            self.vm.things.executor_mut(thing).workers.push(lane);
        }
        Ok(Value::Thing(job))
    }

    fn tell_submit(&mut self, executor: u64, job: u64) {
        self.vm.told += 1;
        if self.sink.detail() < crate::trace::Detail::Tasks {
            return;
        }
        self.announce_calls();
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        self.write_thing_label(executor, &mut text);
        let end = text.len();
        self.write_thing_label(job, &mut text);
        let (label, function) = text.split_at(end);
        self.send(EventKind::Use { deed: Deed::Submit, label, item: Some(function) });
        self.text = text;
    }

    /// A worker waits until there is a job, or no more to come. One that is woken for a job which another has taken by then waits
    /// again, and is no more to spare than before; before 3.12 each that has done a job is to spare (`thread.py`, `_worker`).
    fn wait_for_job(&mut self, executor: u64) -> Result<Next, Stop> {
        let lane = self.workers.lane;
        let is_asked_first = self.is_since(PythonVersion::V3_12);
        let entry = self.vm.things.executor_mut(executor);
        if entry.queue.is_empty() || !is_asked_first {
            let was_spare = std::mem::replace(&mut self.workers.thread_mut(lane).is_spare, true);
            entry.spare += usize::from(!was_spare);
        }
        if !entry.queue.is_empty() || entry.is_shut || self.workers.is_process_over {
            return Ok(Next::Go(Value::None));
        }
        entry.idle.push_back(lane);
        self.workers.thread_mut(lane).is_idle = true;
        self.wait_for_thread(None)
    }

    /// The worker begins the next job. `None` when there will be none, `False` when another one has it.
    fn take_job(&mut self, executor: u64) -> Value {
        while let Some(number) = self.vm.things.executor_mut(executor).queue.pop_front() {
            let was_spare = std::mem::replace(&mut self.workers.thread_mut(self.workers.lane).is_spare, false);
            if !was_spare && !self.is_since(PythonVersion::V3_12) {
                // It took one that was cancelled before.
                self.vm.things.executor_mut(executor).spare += 1;
            }
            let job = self.vm.things.job_mut(number);
            if job.state == JobState::Pending {
                job.state = JobState::Running;
                let function = job.label;
                self.workers.machine.begin(self.workers.lane);
                self.tell(EventKind::StartJob { function });
                return Value::Thing(number);
            }
        }
        let is_over = self.vm.things.executor(executor).is_shut || self.workers.is_process_over;
        if is_over { Value::None } else { Value::FALSE }
    }

    /// `executor.shutdown(…)`: returns the jobs that are to be cancelled.
    pub(super) fn close_executor(&mut self, thing: u64, cancels: Value) -> Value {
        let executor = self.vm.things.executor_mut(thing);
        executor.is_shut = true;
        let idle = std::mem::take(&mut executor.idle);
        let cancels = operate::is_true(&self.vm.heap, cancels);
        let dropped =
            if cancels { std::mem::take(&mut self.vm.things.executor_mut(thing).queue) } else { Default::default() };
        for lane in idle {
            self.workers.thread_mut(lane).is_idle = false;
            self.workers.start(lane);
        }
        self.vm.heap.list(dropped.into_iter().map(Value::Thing).collect())
    }

    /// Blocks until a thread is over.
    pub(super) fn join_lane(&mut self, lane: LaneId, timeout: Value) -> Result<Next, Stop> {
        if self.workers.lane == lane {
            let message = "cannot join current thread";
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message)));
        }
        if lane == MAIN {
            return Ok(Next::Throw(self.vm.heap.unsupported("a thread that waits for the end of the main thread")));
        }
        if self.workers.thread(lane).is_over {
            return Ok(Next::Go(Value::None));
        }
        let until = match self.deadline_of_wait(timeout) {
            Ok(until) => until,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        let ticket = self.workers.machine.ticket(self.workers.lane);
        self.workers.thread_mut(lane).joiners.push(ticket);
        self.wait_for_thread(until)
    }

    /// `zip(*iterables)`, each item a list.
    fn map_arguments(&mut self, iterables: Value) -> Result<Value, Raised> {
        let Value::List(list) = iterables else { unreachable!("variadic arguments are a list") };
        let given = self.vm.heap.list_items(list).to_vec();
        let mut columns = Vec::new();
        for iterable in given {
            columns.push(operate::collect(&mut self.vm.heap, iterable)?);
        }
        let rows = columns.iter().map(Vec::len).min().unwrap_or(0);
        let rows = (0..rows).map(|row| self.vm.heap.list(columns.iter().map(|column| column[row]).collect())).collect();
        Ok(self.vm.heap.list(rows))
    }

    fn new_map(&mut self, jobs: Value, timeout: Value) -> Result<Value, Raised> {
        let Value::List(list) = jobs else { unreachable!("the body made a list") };
        let jobs = self.vm.heap.list_items(list).iter().map(|job| number_of(*job)).collect();
        let until = match timeout {
            Value::None => None,
            timeout => Some(self.now.seconds() + self.delay(timeout)?.seconds()),
        };
        Ok(self.new_thing(ThingKind::MapResults, Thing::MapResults(MapResults { jobs, until })))
    }

    /// The name of the thread that runs: `threading.current_thread().name`. Others may have the same.
    pub(super) fn thread_name(&self) -> &str {
        match self.workers.lane {
            MAIN => "MainThread",
            lane => self.names.text(self.workers.thread(lane).label.name),
        }
    }
}
