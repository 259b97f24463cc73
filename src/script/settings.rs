//! What a spec says besides code: versions, policies, limits, the machine, expectations.

use crate::units::{Delay, Outcome, Span, Time};

/// Which CPython's asyncio is simulated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PythonVersion {
    /// 3.11
    V3_11,
    /// 3.12
    V3_12,
    /// 3.13, the default.
    #[default]
    V3_13,
}

impl PythonVersion {
    /// All of them, oldest first.
    pub const ALL: [Self; 3] = [Self::V3_11, Self::V3_12, Self::V3_13];

    /// As it is written: `3.13`.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::V3_11 => "3.11",
            Self::V3_12 => "3.12",
            Self::V3_13 => "3.13",
        }
    }

    /// The number behind the dot: 13.
    #[must_use]
    pub const fn minor(self) -> i32 {
        match self {
            Self::V3_11 => 11,
            Self::V3_12 => 12,
            Self::V3_13 => 13,
        }
    }
}

/// How timers with equal deadlines are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ties {
    /// In the order in which they were set.
    #[default]
    Fifo,
    /// As CPython's binary heap happens to have them.
    Heapq,
}

/// The keys of a spec that are neither code nor expectations. `None` where the spec is silent.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// `python`
    pub python: PythonVersion,
    /// `eager`, with its place: the loop's task factory is `asyncio.eager_task_factory`.
    pub eager: Option<Span>,
    /// `ties`
    pub ties: Ties,
    /// `seed` of the random module.
    pub seed: i64,
    /// `policy`: what `run` uses, with its place.
    pub policy: Option<(String, Span)>,
    /// `policies`: what `test` and `compare` use, with their places; empty when silent.
    pub policies: Vec<(String, Span)>,
    /// `max_time`
    pub max_time: Option<Time>,
    /// `max_events`
    pub max_events: Option<u64>,
    /// `max_tasks`
    pub max_tasks: Option<u64>,
    /// `cpus`: how many cores the machine has.
    pub cpus: usize,
    /// `gil`: whether one thread of a process runs Python at a time.
    pub gil: bool,
    /// `switch_interval`: how long a thread may keep the GIL from another.
    pub switch_interval: Delay,
}

/// The machine of a spec that says nothing has this many cores.
pub const CPUS: usize = 4;

/// CPython's `sys.getswitchinterval()` unless it is set: 5 ms.
pub const SWITCH_INTERVAL: Delay = Delay::from_nanoseconds(5_000_000);

impl Default for Settings {
    fn default() -> Self {
        Self {
            python: PythonVersion::default(),
            ties: Ties::default(),
            seed: 0,
            policy: None,
            policies: Vec::new(),
            max_time: None,
            max_events: None,
            max_tasks: None,
            eager: None,
            cpus: CPUS,
            gil: true,
            switch_interval: SWITCH_INTERVAL,
        }
    }
}

/// What a golden holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GoldenPins {
    /// The trace at detail `tasks`.
    #[default]
    Tasks,
    /// The print lines alone.
    Prints,
    /// There is no golden.
    None,
}

/// `[expect]`: checked by `test`, ignored by `run`. Texts are whole printed lines with `*` as a wildcard, each with its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expectations {
    /// `outcome`
    pub outcome: Option<(Outcome, Span)>,
    /// `raises`: the exception's class.
    pub raises: Option<(String, Span)>,
    /// `ends`: the virtual time of the last event.
    pub ends: Option<(Delay, Span)>,
    /// `prints`: exactly these, in this order.
    pub prints: Option<(Vec<String>, Span)>,
    /// `order`: these in this order, others between.
    pub order: Vec<(String, Span)>,
    /// `never`: no line is like these.
    pub never: Vec<(String, Span)>,
    /// `max_lag`: no ready task waited longer than this to run.
    pub max_lag: Option<(Delay, Span)>,
    /// `golden`
    pub golden: GoldenPins,
}
