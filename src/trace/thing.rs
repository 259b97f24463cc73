//! Locks, queues and the like in traces: what is waited for, and what is done with them.

use crate::units::ThingKind;

/// What a task wants of a thing that it waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThingRole {
    /// The thing itself.
    Itself,
    /// To put into a queue.
    Put,
    /// To get from a queue.
    Get,
    /// The end of a queue's work.
    Join,
}

/// What was done with a lock, a queue or the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A lock or a semaphore was taken.
    Acquire,
    /// It was given back.
    Release,
    /// An item was put into a queue.
    Put,
    /// An item was taken out.
    Get,
    /// An event was set.
    EventSet,
    /// Waiters of a condition were woken.
    Notify,
    /// The deadline of a timeout has come.
    Timeout,
    /// An executor was given a job.
    Submit,
}

impl Deed {
    /// Its word in traces.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Acquire => "acquire",
            Self::Release => "release",
            Self::Put => "put",
            Self::Get => "get",
            Self::EventSet => "event_set",
            Self::Notify => "notify",
            Self::Timeout => "timeout",
            Self::Submit => "submit",
        }
    }
}

/// The words before the label of a thing that is waited for: `lock`, `get from`.
#[must_use]
pub const fn thing_words(kind: ThingKind, role: ThingRole) -> &'static str {
    match role {
        ThingRole::Itself => kind.word(),
        ThingRole::Put => "put",
        ThingRole::Get => "get",
        ThingRole::Join => "join",
    }
}
