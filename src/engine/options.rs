//! What a run is asked for besides its program.

use crate::policy::Policy;
use crate::program::Program;
use crate::units::Time;

/// The limits of a run. Reaching one ends it with [`Ending::Limit`](crate::trace::Ending::Limit).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The clock does not pass this instant.
    pub max_time: Option<Time>,
    /// Events that a trace of detail `tasks` holds; 64 rounds of a loop in which nothing else happens count as one,
    /// and so do 4096 bytes of memory asked for.
    pub max_events: u64,
    /// Tasks alive at once.
    pub max_tasks: u64,
    /// Calls inside calls, as `sys.getrecursionlimit()`; reaching it raises `RecursionError` in the script.
    pub recursion: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_time: None, max_events: 10_000_000, max_tasks: 1_000_000, recursion: 1000 }
    }
}

/// What a run is asked for besides its program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Who decides.
    pub policy: Policy,
    /// Where it ends at the latest.
    pub limits: Limits,
    /// Whether it ends with the script, and not with the interpreter, which frees what the script's module holds.
    pub ends_with_script: bool,
}

impl Options {
    /// The same, for a run that ends with the script.
    #[must_use]
    pub const fn to_the_end_of_the_script(self) -> Self {
        Self { ends_with_script: true, ..self }
    }

    /// What the program's spec asks for, under `policy`.
    #[must_use]
    pub fn of(program: &Program, policy: Policy) -> Self {
        let default = Limits::default();
        let settings = &program.settings;
        let limits = Limits {
            max_time: settings.max_time,
            max_events: settings.max_events.unwrap_or(default.max_events),
            max_tasks: settings.max_tasks.unwrap_or(default.max_tasks),
            recursion: default.recursion,
        };
        Self { policy, limits, ends_with_script: false }
    }
}
