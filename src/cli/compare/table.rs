//! The comparison for people: a table, and where the print order differs.

use comfy_table::{CellAlignment, Table, presets};

use crate::analysis::{Printed, first_difference};
use crate::units::Delay;
use crate::view::escape::escape;
use crate::view::label::{OUTSIDE, shown};
use crate::view::{clock, duration};

use super::Run;

const HEADER: [&str; 7] =
    ["policy", "makespan", "speed-up", "idle", "loop busy", "longest stretch without an await", "switches"];
/// A print is cut behind so many characters.
const LONGEST_PRINT: usize = 60;

/// The table and what is below it.
pub(super) fn draw(runs: &[Run], sequential: Option<u64>) -> String {
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN).set_header(HEADER);
    for run in runs {
        table.add_row(row(run, sequential));
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let mut text = format!("{table}\n");
    // What a run that broke off has printed is no order to compare.
    let whole: Vec<&Run> = runs.iter().filter(|run| run.is_ok()).collect();
    if let [first, others @ ..] = &whole[..] {
        for other in others {
            text.push('\n');
            text.push_str(&order(first, other));
        }
    }
    text
}

fn row(run: &Run, sequential: Option<u64>) -> [String; 7] {
    let policy = run.policy.to_string();
    let nothing = || OUTSIDE.to_owned();
    if let Some(complaint) = run.complaint() {
        return [policy, complaint, nothing(), nothing(), nothing(), nothing(), nothing()];
    }
    let metrics = &run.metrics;
    let speed_up = run.speed_up_hundredths(sequential);
    let longest = match metrics.longest.task {
        _ if metrics.longest.length == Delay::ZERO => nothing(),
        Some(task) => format!("{} ({})", duration(metrics.longest.length), shown(run.prints.names(), task)),
        None => duration(metrics.longest.length),
    };
    [
        policy,
        duration(metrics.makespan),
        speed_up.map_or_else(nothing, |hundredths| format!("{}.{:02}x", hundredths / 100, hundredths % 100)),
        duration(metrics.idle),
        duration(metrics.busy),
        longest,
        metrics.switches.to_string(),
    ]
}

/// Where another policy prints otherwise than the first one.
fn order(first: &Run, other: &Run) -> String {
    let (one, two) = (first.policy.to_string(), other.policy.to_string());
    let Some(difference) = first_difference(&first.prints, &other.prints) else {
        return format!("{two} prints the same as {one}, in the same order.\n");
    };
    let width = one.len().max(two.len());
    let side = |run: &Run, name: &str, print: Option<Printed<'_>>| match print {
        None => format!("  {name:width$}  prints nothing more\n"),
        Some(print) => {
            let task = print.task.map_or(OUTSIDE.to_owned(), |task| shown(run.prints.names(), task));
            format!("  {name:width$}  {}  {task}  {}\n", clock(print.at), cut(print.text))
        }
    };
    format!(
        "The print order of {two} first differs from that of {one} at print {}:\n{}{}",
        difference.position,
        side(first, &one, difference.left),
        side(other, &two, difference.right)
    )
}

fn cut(text: &str) -> String {
    let mut shown: String = text.chars().take(LONGEST_PRINT).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    escape(&shown)
}
