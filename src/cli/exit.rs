//! The exit codes: the published list. A bug of ours ends with Rust's 101.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It did what was asked.
    Finished = 0,
    /// A check failed: a golden, an expectation.
    CheckFailed = 1,
    /// Wrong usage, a file that cannot be read or written, or an invalid spec.
    Unusable = 2,
    /// The simulated program ended badly: an unhandled exception, a deadlock, a limit.
    EndedBadly = 3,
}

/// The list as `--help` shows it.
pub(super) const HELP: &str = "\
Exit codes:
  0    finished
  1    a check failed: a golden, an expectation
  2    wrong usage, a file that cannot be read or written, an invalid spec
  3    the simulated program ended badly: an exception, a deadlock, a limit
  101  a bug of kitchen-sim";

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
