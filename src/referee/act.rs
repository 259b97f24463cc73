//! An act: what a task did, in words that engine and interpreter share.

use std::fmt::Write as _;

use crate::units::Time;
use crate::view::{clock, escape};

/// The columns of trace.md.
const TIME_WIDTH: usize = 10;
const TASK_WIDTH: usize = 16;
const EVENT_WIDTH: usize = 12;

/// One event at task level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// When.
    pub at: Time,
    /// The task's label; `None` for code outside any.
    pub task: Option<String>,
    /// The event's name: `await`.
    pub event: &'static str,
    /// Everything else.
    pub detail: String,
}

impl Act {
    /// The act as a line, without its time.
    #[must_use]
    pub fn words(&self) -> String {
        let task = self.task.as_deref().map_or("-".to_owned(), escape::escape);
        let detail = escape::escape(&self.detail);
        format!("{task:TASK_WIDTH$} {:EVENT_WIDTH$} {detail}", self.event).trim_end().to_owned()
    }
}

/// Acts as lines. The time stands on the first of each instant.
#[must_use]
pub fn draw(acts: &[Act]) -> String {
    let mut out = String::new();
    let mut before = None;
    for act in acts {
        let time = if before == Some(act.at) { String::new() } else { clock(act.at) };
        before = Some(act.at);
        writeln!(out, "{time:>TIME_WIDTH$}  {}", act.words()).expect("a string takes everything");
    }
    out
}
