//! How a run ended.

use crate::units::{Outcome, Span, Time};

use super::event::TaskLabel;

/// How a run ended, and what was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct RunEnd {
    /// The virtual time of the end.
    pub at: Time,
    /// How it ended.
    pub ending: Ending,
    /// What was counted.
    pub counters: Counters,
}

/// The ways a run ends, with what there is to say of each.
#[derive(Clone, Debug, PartialEq)]
pub enum Ending {
    /// The entry returned.
    Ok,
    /// An exception reached the top.
    Exception(Traceback),
    /// Nothing can ever run again. One entry for each task that waits.
    Deadlock(Vec<Stuck>),
    /// A limit was reached.
    Limit(Limit),
    /// The sink wants no more: a closed pipe.
    SinkClosed,
}

impl Ending {
    /// The kind of ending.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        match self {
            Self::Ok | Self::SinkClosed => Outcome::Ok,
            Self::Exception(_) => Outcome::Exception,
            Self::Deadlock(_) => Outcome::Deadlock,
            Self::Limit(_) => Outcome::Limit,
        }
    }
}

/// A task that waits for what never comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// The task, as traces call it.
    pub task: String,
    /// What it waits for, as traces say it.
    pub waits_for: String,
}

/// Which limit was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// `max_time`: the clock would have passed it.
    Time(Time),
    /// `max_events`
    Events(u64),
    /// `max_tasks` alive at once.
    Tasks(u64),
    /// A run ends below 2⁵² ns.
    EndOfTime,
}

/// An exception that nobody caught, with the way it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traceback {
    /// The task it left, as traces call it; `None` outside any.
    pub task: Option<String>,
    /// The class's name.
    pub class: String,
    /// `str(exception)`
    pub message: String,
    /// From the outermost call to the place that raised.
    pub frames: Vec<Frame>,
    /// What led to it.
    pub before: Option<Box<Before>>,
    /// Of a group, its exceptions.
    pub members: Vec<Traceback>,
}

/// The exception that led to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Whether it is the cause that `raise … from` names; else it was being handled.
    pub is_cause: bool,
    /// The exception.
    pub traceback: Traceback,
}

/// One line of a traceback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The coroutine or function.
    pub function: String,
    /// The statement, in bytes of the source.
    pub span: Span,
}

/// What was counted in a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Sleeps, yields, finished tasks and items put into queues together, as the benchmarks count.
    pub events: u64,
    /// Tasks that are over.
    pub finished: u64,
    /// Passes of the loop.
    pub passes: u64,
    /// Handles run.
    pub handles: u64,
    /// Tasks created.
    pub tasks: u64,
    /// The label of the main task, where there is one.
    pub main: Option<TaskLabel>,
}
