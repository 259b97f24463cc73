//! The engine's events as acts: what the harness cannot see is left out.

use crate::trace::{Awaited, Came, Deed, Ending, Event, EventKind, Recording, RunEnd, TaskLabel};
use crate::units::Names;
use crate::view::label::plain;

use super::act::Act;
use super::theirs;

/// The acts of a run that was recorded with detail `tasks`.
#[must_use]
pub fn acts(recording: &Recording, end: &RunEnd) -> Vec<Act> {
    recording.events().filter_map(|event| act(recording.names(), &event, &end.ending)).collect()
}

/// Of acts only what is printed, and the end.
#[must_use]
pub fn only_prints(acts: Vec<Act>) -> Vec<Act> {
    acts.into_iter().filter(|act| matches!(act.event, "print" | "end")).collect()
}

fn act(names: &Names, event: &Event<&str>, ending: &Ending) -> Option<Act> {
    let label = |task: TaskLabel| plain(names, task).into_owned();
    let on = |on: &Awaited<&str>| match on {
        Awaited::Sleep(delay) => theirs::sleep(delay.nanoseconds()),
        Awaited::Task(task) => format!("task {}", label(*task)),
        Awaited::Gather(children) => format!("gather({children})"),
        Awaited::Future(_) | Awaited::Thing { .. } => theirs::FUTURE.to_owned(),
    };
    let (event_name, detail) = match &event.kind {
        EventKind::Start { .. } => ("start", String::new()),
        EventKind::CreateTask { child } => ("create_task", label(*child)),
        EventKind::Await { on: awaited } => ("await", on(awaited)),
        EventKind::Resume { from, came, .. } => ("resume", theirs::with_result(on(from), result(came))),
        EventKind::Print { text } => ("print", (*text).to_owned()),
        EventKind::Block { duration } => ("block", theirs::nanoseconds(duration.nanoseconds())),
        EventKind::Work { duration } => ("work", theirs::nanoseconds(duration.nanoseconds())),
        EventKind::StartJob { function } => ("start", names.text(*function).to_owned()),
        EventKind::Use { deed: Deed::Submit, item, .. } => ("submit", item.unwrap_or_default().to_owned()),
        EventKind::Return { value } => ("return", value.unwrap_or_default().to_owned()),
        EventKind::Raise { exception } => ("raise", (*exception).to_owned()),
        EventKind::Cancelled => ("cancelled", String::new()),
        EventKind::Stuck { on: awaited } => ("stuck", on(awaited)),
        EventKind::End { outcome } => ("end", theirs::ending(outcome.text(), exception(ending))),
        // The harness sees steps of tasks, not what happens inside one.
        EventKind::Gather { .. }
        | EventKind::NoWait { .. }
        | EventKind::Call { .. }
        | EventKind::Back { .. }
        | EventKind::Cancel { .. }
        | EventKind::Rename { .. }
        | EventKind::Use { .. }
        | EventKind::Stderr { .. }
        | EventKind::Warning { .. }
        | EventKind::Pass { .. }
        | EventKind::Clock { .. }
        | EventKind::TimerSet { .. }
        | EventKind::TimerCancelled { .. }
        | EventKind::Circle { .. } => return None,
    };
    Some(Act { at: event.at, task: event.task.map(label), event: event_name, detail })
}

fn result(came: &Came<&str>) -> String {
    match came {
        Came::Done => String::new(),
        Came::Value(value) => format!(" -> {value}"),
        Came::Raised(exception) => format!(": raised {exception}"),
        Came::Cancelled => ": cancelled".to_owned(),
    }
}

fn exception(ending: &Ending) -> Option<(&str, &str)> {
    match ending {
        Ending::Exception(traceback) => Some((&traceback.class, &traceback.message)),
        Ending::Ok | Ending::Deadlock(_) | Ending::Limit(_) | Ending::SinkClosed => None,
    }
}
