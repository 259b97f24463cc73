//! Timeouts (`timeouts.py`, `Timeout`).

use crate::units::CellId;

/// What a timeout is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nobody has entered it.
    Created,
    /// Its block runs.
    Active,
    /// The deadline came, and the block's task was cancelled.
    Expiring,
    /// The block was left after that.
    Expired,
    /// The block was left before.
    Finished,
}

impl Phase {
    /// CPython's word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Active => "active",
            Self::Expiring => "expiring",
            Self::Expired => "expired",
            Self::Finished => "finished",
        }
    }
}

/// `asyncio.timeout(…)`
#[derive(Debug)]
pub struct Timeout {
    /// What it is doing.
    pub phase: Phase,
    /// The deadline in seconds, by its bits.
    pub when: Option<f64>,
    /// Whether the deadline was given as an int.
    pub is_whole: bool,
    /// The scheduled call that fires it.
    pub call: Option<u32>,
    /// Whose block it is.
    pub task: Option<CellId>,
    /// How often that task had been asked to be cancelled before.
    pub cancelling: u32,
}

impl Timeout {
    /// A timeout that nobody has entered yet.
    #[must_use]
    pub const fn new(when: Option<f64>) -> Self {
        Self { phase: Phase::Created, when, is_whole: false, call: None, task: None, cancelling: 0 }
    }
}
