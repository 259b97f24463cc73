//! The harness's JSON Lines as acts.

use serde_json::{Map, Value};

use crate::units::{Delay, Time};
use crate::view::duration;

use super::act::Act;

/// A future, whatever it stands for: the harness cannot know what the library waits for with it.
pub(super) const FUTURE: &str = "future";

/// What an interpreter said of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Testimony {
    /// It ran to its end.
    Acts(Vec<Act>),
    /// It was ended by a limit that is not the program's: real seconds. Holds the acts up to there.
    OutOfTime(Vec<Act>),
}

/// Reads what the harness printed of one program.
///
/// # Errors
/// When it is not the harness's words, or they break off: the words at which reading stopped.
pub fn read(lines: &str) -> Result<Testimony, String> {
    let mut acts: Vec<Act> = Vec::new();
    for line in lines.lines() {
        let event: Map<String, Value> = serde_json::from_str(line).map_err(|_| line.to_owned())?;
        let name = text(&event, "event");
        if name == "end" && matches!(text(&event, "limit"), "seconds" | "killed") {
            return Ok(Testimony::OutOfTime(acts));
        }
        acts.push(act(&event, name).ok_or_else(|| line.to_owned())?);
    }
    // What is printed while the interpreter is torn down comes behind the end.
    let end = acts.iter().position(|act| act.event == "end").ok_or_else(String::new)?;
    let end = acts.remove(end);
    acts.push(end);
    Ok(Testimony::Acts(acts))
}

fn act(event: &Map<String, Value>, name: &str) -> Option<Act> {
    let (event_name, detail) = match name {
        "start" => ("start", text(event, "function").to_owned()),
        "submit" => ("submit", text(event, "function").to_owned()),
        "create_task" => ("create_task", text(event, "child").to_owned()),
        "await" => ("await", awaited(text(event, "on"))),
        "stuck" => ("stuck", awaited(text(event, "on"))),
        "resume" => ("resume", with_result(awaited(text(event, "from")), result(event))),
        "print" => ("print", text(event, "text").to_owned()),
        "block" => ("block", nanoseconds(event.get("duration")?.as_u64()?)),
        "work" => ("work", nanoseconds(event.get("duration")?.as_u64()?)),
        "return" => ("return", text(event, "value").to_owned()),
        "raise" => ("raise", text(event, "exception").to_owned()),
        "cancelled" => ("cancelled", String::new()),
        "end" => {
            let class = event.get("class").and_then(Value::as_str);
            let exception = class.map(|class| (class, text(event, "message")));
            ("end", ending(text(event, "outcome"), exception))
        }
        _ => return None,
    };
    let at = Time::from_nanoseconds(event.get("t")?.as_u64()?);
    let task = event.get("task")?.as_str().map(str::to_owned);
    Some(Act { at, task, event: event_name, detail })
}

fn text<'e>(event: &'e Map<String, Value>, key: &str) -> &'e str {
    event.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// `sleep 5000000000` becomes `sleep 5s`; everything else is said alike.
fn awaited(words: &str) -> String {
    match words.strip_prefix("sleep ").and_then(|number| number.parse().ok()) {
        Some(nanoseconds) => sleep(nanoseconds),
        None => words.to_owned(),
    }
}

fn result(event: &Map<String, Value>) -> String {
    if event.contains_key("cancelled") {
        return ": cancelled".to_owned();
    }
    let raised = event.get("raised").and_then(Value::as_str).map(|raised| format!(": raised {raised}"));
    let value = || event.get("value").and_then(Value::as_str).map(|value| format!(" -> {value}"));
    raised.or_else(value).unwrap_or_default()
}

/// What was waited for and what came of it. The values of futures are the library's own affair.
pub(super) fn with_result(on: String, result: String) -> String {
    if on == FUTURE && result.starts_with(" -> ") { on } else { on + &result }
}

/// `sleep 5s`
pub(super) fn sleep(duration_ns: u64) -> String {
    format!("sleep {}", nanoseconds(duration_ns))
}

/// `250ms`
pub(super) fn nanoseconds(duration_ns: u64) -> String {
    duration(Delay::from_nanoseconds(duration_ns))
}

/// `exception ValueError: burnt`
pub(super) fn ending(outcome: &str, exception: Option<(&str, &str)>) -> String {
    match exception {
        None => outcome.to_owned(),
        Some((class, "")) => format!("{outcome} {class}"),
        Some((class, message)) => format!("{outcome} {class}: {message}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::referee::draw;

    #[test]
    fn the_harness_s_words_become_ours() {
        let lines = r#"{"t": 0, "task": "main", "event": "start"}
{"t": 0, "task": "main", "event": "create_task", "child": "boil"}
{"t": 0, "task": "main", "event": "await", "on": "sleep 1500000000"}
{"t": 1500000000, "task": "main", "event": "resume", "from": "future", "value": "True"}
{"t": 1500000000, "task": "main", "event": "resume", "from": "task boil", "raised": "ValueError('burnt')"}
{"t": 1500000000, "task": "main", "event": "raise", "exception": "ValueError('burnt')"}
{"t": 1500000000, "task": null, "event": "end", "outcome": "exception", "class": "ValueError", "message": "burnt"}
"#;
        let Ok(Testimony::Acts(acts)) = read(lines) else { panic!("these are the harness's words") };
        let expected = "    0.000s  main             start
            main             create_task  boil
            main             await        sleep 1.5s
    1.500s  main             resume       future
            main             resume       task boil: raised ValueError('burnt')
            main             raise        ValueError('burnt')
            -                end          exception ValueError: burnt
";
        assert_eq!(draw(&acts), expected);
    }

    #[test]
    fn what_breaks_off_or_runs_out_of_time_is_told_apart() {
        let start = "{\"t\": 0, \"task\": \"main\", \"event\": \"start\"}\n";
        assert_eq!(read(start), Err(String::new()));
        assert_eq!(read("Segmentation fault\n"), Err("Segmentation fault".to_owned()));
        let hung = format!(
            "{start}{{\"t\": 0, \"task\": null, \"event\": \"end\", \"outcome\": \"limit\", \"limit\": \"seconds\"}}"
        );
        assert!(matches!(read(&hung), Ok(Testimony::OutOfTime(acts)) if acts.len() == 1));
    }
}
