//! The comparison for programs: one JSON object.

use serde::Serialize;

use crate::analysis::{Printed, first_difference};
use crate::view::label::plain;

use super::Run;

/// The whole comparison.
#[derive(Serialize)]
struct Comparison<'a> {
    spec: &'a str,
    runs: Vec<RunReport<'a>>,
}

/// A run under one policy. Lengths of time are in nanoseconds.
#[derive(Serialize)]
struct RunReport<'a> {
    policy: String,
    outcome: &'static str,
    /// Why it did not end well.
    complaint: Option<String>,
    makespan_ns: u64,
    /// How many times as fast as one after the other; `null` where that cannot be said.
    speed_up: Option<f64>,
    idle_ns: u64,
    busy_ns: u64,
    longest_stretch_ns: u64,
    /// The task of the longest stretch.
    longest_stretch_task: Option<String>,
    switches: u64,
    /// Where it first prints otherwise than the first run.
    first_difference: Option<DifferenceReport<'a>>,
}

/// Two prints in the same place; `null` for the run that prints no more.
#[derive(Serialize)]
struct DifferenceReport<'a> {
    /// From 1.
    position: usize,
    first: Option<PrintReport<'a>>,
    this: Option<PrintReport<'a>>,
}

/// A print.
#[derive(Serialize)]
struct PrintReport<'a> {
    t: u64,
    task: Option<String>,
    text: &'a str,
}

/// The object, indented, and a line end.
pub(super) fn draw(spec: &str, runs: &[Run], sequential: Option<u64>) -> String {
    let reports = runs.iter().map(|run| report(&runs[0], run, sequential)).collect();
    let comparison = Comparison { spec, runs: reports };
    serde_json::to_string_pretty(&comparison).expect("a comparison is plain data") + "\n"
}

fn report<'a>(first: &'a Run, run: &'a Run, sequential: Option<u64>) -> RunReport<'a> {
    let metrics = &run.metrics;
    let difference = first_difference(&first.prints, &run.prints);
    RunReport {
        policy: run.policy.to_string(),
        outcome: run.end.ending.outcome().text(),
        complaint: run.complaint(),
        makespan_ns: metrics.makespan.nanoseconds(),
        speed_up: run.speed_up_hundredths(sequential).map(|hundredths| hundredths as f64 / 100.0),
        idle_ns: metrics.idle.nanoseconds(),
        busy_ns: metrics.busy.nanoseconds(),
        longest_stretch_ns: metrics.longest.length.nanoseconds(),
        longest_stretch_task: metrics.longest.task.map(|task| plain(run.prints.names(), task).into_owned()),
        switches: metrics.switches,
        first_difference: difference.map(|difference| DifferenceReport {
            position: difference.position,
            first: difference.left.map(|print| print_report(first, print)),
            this: difference.right.map(|print| print_report(run, print)),
        }),
    }
}

fn print_report<'a>(run: &Run, print: Printed<'a>) -> PrintReport<'a> {
    let task = print.task.map(|task| plain(run.prints.names(), task).into_owned());
    PrintReport { t: print.at.nanoseconds(), task, text: print.text }
}
