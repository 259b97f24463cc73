//! What is said on standard error of a run that ended badly: briefly, and in the spec's own lines.

use std::fmt::Write as _;

use crate::program::Program;
use crate::script::Source;
use crate::source;
use crate::trace::circle;
use crate::trace::{Ending, Frame, Limit, RunEnd, Stuck, Traceback};
use crate::units::{Span, Time};
use crate::view::clock;
use crate::view::escape::escape;

/// So many tasks of a deadlock are told one by one.
const MOST_STUCK: usize = 20;
/// What the function of the module's own statements is called.
const MODULE: &str = "<module>";
/// A step that is on its way many times in a row, as in a recursion, is told so often.
const MOST_REPEATED: usize = 3;
/// A statement is cut behind so many characters.
const LONGEST_STATEMENT: usize = 80;

/// The report of a bad ending; nothing for a good one.
pub(super) fn report(program: &Program, end: &RunEnd) -> String {
    match &end.ending {
        Ending::Ok | Ending::SinkClosed => String::new(),
        Ending::Exception(traceback) => exception(&program.source, traceback, end.at),
        Ending::Deadlock(stuck) => deadlock(stuck, end.at),
        Ending::Limit(limit) => format!("error: stopped at {}: {}\n", clock(end.at), limit_words(*limit)),
    }
}

/// How a run ended, in a line: for runs that draw no trace.
pub(super) fn line(end: &RunEnd) -> String {
    format!("{} at {}\n", end.ending.outcome().text(), clock(end.at))
}

fn exception(source: &Source, traceback: &Traceback, at: Time) -> String {
    let place = traceback.task.as_ref().map(|task| format!(", in task {task}")).unwrap_or_default();
    let mut text = format!("error: {}, at {}{place}\n", exception_words(traceback), clock(at));
    tell_way(source, traceback, 1, &mut text);
    text
}

/// The way an exception came, what led to it and what is inside it, indented.
fn tell_way(source: &Source, traceback: &Traceback, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    let told: Vec<_> = traceback.frames.iter().filter(|frame| is_told(source, frame)).collect();
    let runs = told.chunk_by(|one, next| one.function == next.function && one.span == next.span);
    let lines: Vec<_> = runs.map(|run| (place_of(source, run[0].span), run[0], run.len())).collect();
    let widest = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or_default();
    let function_width = widest(&mut lines.iter().map(|(_, frame, _)| frame.function.chars().count()));
    let place_width = widest(&mut lines.iter().map(|(place, ..)| place.chars().count()));
    for (place, frame, times) in lines {
        let statement = statement(source, frame.span);
        let function = &frame.function;
        for _ in 0..times.min(MOST_REPEATED) {
            writeln!(text, "{indent}{function:function_width$}  {place:place_width$}  {statement}")
                .expect("a string takes everything");
        }
        if times > MOST_REPEATED {
            writeln!(text, "{indent}and {} times more", times - MOST_REPEATED).expect("a string takes everything");
        }
    }
    for member in &traceback.members {
        writeln!(text, "{indent}in it {}", exception_words(member)).expect("a string takes everything");
        tell_way(source, member, depth + 1, text);
    }
    if let Some(before) = &traceback.before {
        let how = if before.is_cause { "because of" } else { "while handling" };
        writeln!(text, "{indent}{how} {}", exception_words(&before.traceback)).expect("a string takes everything");
        tell_way(source, &before.traceback, depth + 1, text);
    }
}

/// The module's own frame is left out of specs in TOML: the call of their entry is not written down.
fn is_told(source: &Source, frame: &Frame) -> bool {
    frame.function != MODULE || source::is_python(source)
}

/// `ValueError: too hot`
pub(super) fn exception_words(traceback: &Traceback) -> String {
    match traceback.message.as_str() {
        "" => traceback.class.clone(),
        message => format!("{}: {}", traceback.class, escape(message)),
    }
}

/// `specs/chef.toml:12`
fn place_of(source: &Source, span: Span) -> String {
    let before = source.text.as_bytes().get(..span.start as usize).unwrap_or(source.text.as_bytes());
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    format!("{}:{line}", source.path)
}

/// The first line of a statement, as it stands in the source.
fn statement(source: &Source, span: Span) -> String {
    let text = source.text.get(span.range()).unwrap_or_default();
    let line = text.trim_start().lines().next().unwrap_or_default().trim_end();
    let mut shown: String = line.chars().take(LONGEST_STATEMENT).collect();
    if shown.len() < text.trim().len() {
        shown.push_str(" …");
    }
    escape(&shown)
}

fn deadlock(stuck: &[Stuck], at: Time) -> String {
    let mut text = format!("error: deadlock at {}: nothing can ever run again\n", clock(at));
    for Stuck { task, waits_for } in stuck.iter().take(MOST_STUCK) {
        writeln!(text, "  {task} waits for {waits_for}").expect("a string takes everything");
    }
    if stuck.len() > MOST_STUCK {
        writeln!(text, "  and {} tasks more", stuck.len() - MOST_STUCK).expect("a string takes everything");
    }
    if let [first, rest @ ..] = &circle(stuck)[..] {
        let way: String = rest.iter().chain([first]).take(MOST_STUCK).map(|task| format!(" -> {task}")).collect();
        writeln!(text, "  in a circle: {first}{way}").expect("a string takes everything");
    }
    text
}

/// What was reached, and which flag and key raise it.
pub(super) fn limit_words(limit: Limit) -> String {
    match limit {
        Limit::Time(most) => format!("the clock would pass {}; --max-time (max_time) raises the limit", clock(most)),
        Limit::Events(most) => format!("{most} events are the limit; --max-events (max_events) raises it"),
        Limit::Tasks(most) => format!("{most} tasks at once are the limit; --max-tasks (max_tasks) raises it"),
        Limit::EndOfTime => "virtual time ends after 52 days (2^52 ns)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source { path: "soup.toml".into(), text: text.into() }
    }

    #[test]
    fn an_exception_is_told_in_the_spec_s_own_lines() {
        let source = source("[coroutines]\nmain = [\n  { await = \"boil()\" },\n]\nboil = [ \"1 / 0\" ]\n");
        let frame = |function: &str, text: &str| {
            let start = source.text.find(text).expect("a text of the source");
            Frame { function: function.into(), span: Span::new(start, start + text.len()) }
        };
        let frames = vec![frame(MODULE, "main"), frame("main", "{ await = \"boil()\" }"), frame("boil", "\"1 / 0\"")];
        let traceback = Traceback {
            task: Some("main".into()),
            class: "ZeroDivisionError".into(),
            message: "division by zero".into(),
            frames,
            before: None,
            members: Vec::new(),
        };
        let expected = "\
error: ZeroDivisionError: division by zero, at 1.500s, in task main
  main  soup.toml:3  { await = \"boil()\" }
  boil  soup.toml:5  \"1 / 0\"
";
        assert_eq!(exception(&source, &traceback, Time::from_nanoseconds(1_500_000_000)), expected);
        let mut recursion = traceback;
        let again = recursion.frames[2].clone();
        recursion.frames.extend(std::iter::repeat_n(again, 995));
        let expected = "\
error: ZeroDivisionError: division by zero, at 1.500s, in task main
  main  soup.toml:3  { await = \"boil()\" }
  boil  soup.toml:5  \"1 / 0\"
  boil  soup.toml:5  \"1 / 0\"
  boil  soup.toml:5  \"1 / 0\"
  and 993 times more
";
        assert_eq!(exception(&source, &recursion, Time::from_nanoseconds(1_500_000_000)), expected);
    }

    #[test]
    fn places_outside_the_source_do_no_harm() {
        let source = source("é");
        assert_eq!(statement(&source, Span::new(1, 9)), "");
        assert_eq!(place_of(&source, Span::new(7, 9)), "soup.toml:1");
    }

    #[test]
    fn a_deadlock_names_who_waits_for_what_and_the_circle() {
        let stuck = [("main", "task a"), ("a", "task b"), ("b", "task a")]
            .map(|(task, waits_for)| Stuck { task: task.into(), waits_for: waits_for.into() });
        let expected = "\
error: deadlock at 0.000s: nothing can ever run again
  main waits for task a
  a waits for task b
  b waits for task a
  in a circle: a -> b -> a
";
        assert_eq!(deadlock(&stuck, Time::ZERO), expected);
    }
}
