//! Executors, their jobs, and threads (`concurrent/futures/_base.py`, `thread.py`, `process.py`; `threading.py`). Knows no clock: who
//! does a job when is the machine's affair.

use std::collections::VecDeque;

use crate::kernel::Value;
use crate::units::{Awaitable, LaneId, NameId};

/// A `ThreadPoolExecutor` or a `ProcessPoolExecutor`.
#[derive(Debug)]
pub struct Executor {
    /// `max_workers`
    pub most: usize,
    /// What its workers' names begin with; of processes `Process-`, with the numbers of all processes.
    pub prefix: String,
    /// Its workers, in the order in which they were started.
    pub workers: Vec<LaneId>,
    /// Those that have nothing to do, the one that waits longest first.
    pub idle: VecDeque<LaneId>,
    /// For how many jobs no new worker is started: a worker that finds none adds one (`_idle_semaphore`).
    pub spare: usize,
    /// The jobs that nobody has begun, cancelled ones too.
    pub queue: VecDeque<u64>,
    /// What each worker calls first, `None` for nothing, with its arguments.
    pub initializer: [Value; 2],
    /// Whether that raised.
    pub is_broken: bool,
    /// Whether it was shut down.
    pub is_shut: bool,
}

impl Executor {
    /// An executor without workers.
    #[must_use]
    pub const fn new(most: usize, prefix: String) -> Self {
        Self {
            most,
            prefix,
            workers: Vec::new(),
            idle: VecDeque::new(),
            spare: 0,
            queue: VecDeque::new(),
            initializer: [Value::None; 2],
            is_broken: false,
            is_shut: false,
        }
    }
}

/// What has become of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// Nobody has begun it.
    Pending,
    /// A worker is at it.
    Running,
    /// It was cancelled before anybody began it.
    Cancelled,
    /// It returned.
    Result(Value),
    /// It raised.
    Exception(Value),
}

/// A `concurrent.futures.Future`, with the call that it stands for.
#[derive(Debug)]
pub struct Job {
    /// What has become of it.
    pub state: JobState,
    /// What is called: a function, a list, a dict or `None`.
    pub call: [Value; 3],
    /// What traces call it.
    pub label: NameId,
    /// Called when it is done, in this order. An asyncio future takes over what became of the job, a task is cancelled with it.
    pub callbacks: VecDeque<Value>,
    /// Those that have been called: it goes on holding them.
    pub called: Vec<Value>,
    /// Those who stand still until it is done, each with the ticket of its wait.
    pub waiters: Vec<(LaneId, u32)>,
    /// The task whose end is the job's.
    pub source: Option<Awaitable>,
    /// Whether somebody wanted to begin it and was told that it was cancelled.
    pub is_notified: bool,
    /// Whether it runs in a context of its own.
    pub has_context: bool,
    /// That context, as far as there is any; while it runs, the one of its worker.
    pub context: Option<Value>,
}

impl Job {
    /// A job that nobody has begun.
    #[must_use]
    pub const fn new(call: [Value; 3], label: NameId) -> Self {
        Self {
            state: JobState::Pending,
            call,
            label,
            callbacks: VecDeque::new(),
            called: Vec::new(),
            waiters: Vec::new(),
            source: None,
            is_notified: false,
            has_context: false,
            context: None,
        }
    }

    /// Whether it is done or cancelled.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        matches!(self.state, JobState::Cancelled | JobState::Result(_) | JobState::Exception(_))
    }
}

/// A `threading.Thread`.
#[derive(Debug)]
pub struct Thread {
    /// `thread.name`
    pub name: String,
    /// Whether the end of the process does not wait for it.
    pub is_daemon: bool,
    /// What it does: a function or `None`, a list, a dict or `None`.
    pub call: [Value; 3],
    /// Who it is on the machine, once it was started.
    pub lane: Option<LaneId>,
}

/// What `executor.map` returns.
#[derive(Debug)]
pub struct MapResults {
    /// Its jobs that nobody has asked for yet.
    pub jobs: VecDeque<u64>,
    /// Until when all must be there, in seconds.
    pub until: Option<f64>,
}

/// Pushes what a job holds.
pub(super) fn hold_job(job: &Job, pending: &mut Vec<Value>) {
    pending.extend(job.call);
    pending.extend(job.called.iter().chain(&job.callbacks));
    pending.extend(job.context);
    if let JobState::Result(value) | JobState::Exception(value) = job.state {
        pending.push(value);
    }
    pending.extend(job.source.map(crate::kernel::value_of));
}
