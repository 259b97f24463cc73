//! The four ways a run may end: a spec expects one, a run has one.

/// How a run may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The entry returned.
    Ok,
    /// An exception reached the top.
    Exception,
    /// Nothing can ever run again, and the main task is not done.
    Deadlock,
    /// A limit was reached.
    Limit,
}

impl Outcome {
    /// As it is written: `deadlock`.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Exception => "exception",
            Self::Deadlock => "deadlock",
            Self::Limit => "limit",
        }
    }
}
