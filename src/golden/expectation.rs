//! Checks what a spec's `[expect]` says against a run.

use crate::analysis::prints;
use crate::diag::Diagnostic;
use crate::script::{Expectations, GoldenPins};
use crate::trace::{Ending, EventKind, Recording, RunEnd};
use crate::units::{Delay, Outcome, Span, Time};
use crate::view::label::shown;
use crate::view::{clock, duration};

use super::wildcard::matches;

/// The code of every diagnostic from here.
const CODE: &str = "expectation";

/// The expectations that a run does not meet, each at its place in the spec. The recording is one at the level `tasks`.
#[must_use]
pub fn unmet(expectations: &Expectations, recording: &Recording, end: &RunEnd) -> Vec<Diagnostic> {
    let lines: Vec<&str> = prints(recording).flat_map(|print| print.text.split('\n')).collect();
    let mut unmet = Vec::new();
    unmet.extend(ending(expectations, end));
    unmet.extend(expectations.raises.as_ref().and_then(|(class, span)| raises(class, *span, &end.ending)));
    unmet.extend(expectations.ends.and_then(|(ends, span)| ends_at(ends, span, end.at)));
    unmet.extend(expectations.prints.as_ref().and_then(|(patterns, span)| prints_exactly(patterns, *span, &lines)));
    unmet.extend(order(&expectations.order, &lines));
    unmet.extend(expectations.never.iter().filter_map(|(pattern, span)| never(pattern, *span, &lines)));
    unmet.extend(expectations.max_lag.and_then(|(allowed, span)| lag(allowed, span, recording)));
    unmet
}

/// `outcome`. Where a spec says nothing of the end and no golden pins it, the run must end well.
fn ending(expectations: &Expectations, end: &RunEnd) -> Option<Diagnostic> {
    let is_pinned = expectations.golden == GoldenPins::Tasks || expectations.raises.is_some();
    let (expected, span) = match expectations.outcome {
        Some(said) => said,
        None if is_pinned => return None,
        None => (Outcome::Ok, Span::default()),
    };
    let found = end.ending.outcome();
    let message = format!("the outcome is {}, not {}", found.text(), expected.text());
    (found != expected).then(|| Diagnostic::new(CODE, span, message))
}

fn raises(expected: &str, span: Span, ending: &Ending) -> Option<Diagnostic> {
    let found = match ending {
        Ending::Exception(traceback) if traceback.class == expected => return None,
        Ending::Exception(traceback) => format!("the program raises {}, not {expected}", traceback.class),
        Ending::Ok | Ending::Deadlock(_) | Ending::Limit(_) | Ending::SinkClosed => {
            format!("the program does not raise {expected}: the outcome is {}", ending.outcome().text())
        }
    };
    Some(Diagnostic::new(CODE, span, found))
}

fn ends_at(expected: Delay, span: Span, at: Time) -> Option<Diagnostic> {
    let found = at - Time::ZERO;
    let message = format!("the run ends at {}, not at {}", duration(found), duration(expected));
    (found != expected).then(|| Diagnostic::new(CODE, span, message))
}

fn prints_exactly(patterns: &[String], span: Span, lines: &[&str]) -> Option<Diagnostic> {
    let like = |(pattern, line): &(&String, &&str)| matches(pattern, line);
    let same = patterns.iter().zip(lines).take_while(like).count();
    let number = same + 1;
    let message = match (patterns.get(same), lines.get(same)) {
        (None, None) => return None,
        (Some(pattern), Some(line)) => format!("line {number} that is printed is {line:?}, not {pattern:?}"),
        (Some(pattern), None) => format!("line {number} is not printed: {pattern:?}"),
        (None, Some(line)) => format!("line {number} is printed, too: {line:?}"),
    };
    Some(Diagnostic::new(CODE, span, message))
}

/// `order`: the first pattern that is not found behind the ones before it.
fn order(patterns: &[(String, Span)], lines: &[&str]) -> Option<Diagnostic> {
    let mut rest = lines.iter();
    let (missing, span) = patterns.iter().find(|(pattern, _)| !rest.any(|line| matches(pattern, line)))?;
    let message = match lines.iter().any(|line| matches(missing, line)) {
        true => format!("{missing:?} is printed too early"),
        false => format!("{missing:?} is never printed"),
    };
    Some(Diagnostic::new(CODE, *span, message))
}

fn never(pattern: &str, span: Span, lines: &[&str]) -> Option<Diagnostic> {
    let line = lines.iter().find(|line| matches(pattern, line))?;
    Some(Diagnostic::new(CODE, span, format!("{line:?} is printed")))
}

fn lag(allowed: Delay, span: Span, recording: &Recording) -> Option<Diagnostic> {
    let lates = recording.events().filter_map(|event| {
        let (EventKind::Start { late, .. } | EventKind::Resume { late, .. }) = event.kind else { return None };
        late.map(|late| (late.by, event))
    });
    let (by, event) = lates.rev().max_by_key(|(by, _)| *by).filter(|(by, _)| *by > allowed)?;
    let task = event.task.map(|task| shown(recording.names(), task)).unwrap_or_default();
    let at = clock(event.at);
    let message = format!("at {at} {task} runs {} late, more than {}", duration(by), duration(allowed));
    Some(Diagnostic::new(CODE, span, message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::samples::blocked;
    use crate::trace::{Counters, Traceback};

    fn messages(expectations: &Expectations, ending: Ending) -> Vec<String> {
        let end = RunEnd { at: Time::from_nanoseconds(5_500_000_000), ending, counters: Counters::default() };
        unmet(expectations, &blocked(), &end).into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    fn raised(class: &str) -> Ending {
        Ending::Exception(Traceback {
            task: None,
            class: class.into(),
            message: String::new(),
            frames: Vec::new(),
            before: None,
            members: Vec::new(),
        })
    }

    const PLACE: Span = Span { start: 3, end: 5 };

    fn texts(texts: &[&str]) -> Vec<(String, Span)> {
        texts.iter().map(|&text| (text.to_owned(), PLACE)).collect()
    }

    #[test]
    fn the_end_of_a_run_is_checked() {
        let silent = Expectations::default();
        let outcome = Expectations { outcome: Some((Outcome::Deadlock, PLACE)), ..silent.clone() };
        let raises = Expectations { raises: Some(("ValueError".into(), PLACE)), ..silent.clone() };
        let unpinned = Expectations { golden: GoldenPins::Prints, ..silent.clone() };
        for (expectations, ending, expected) in [
            (&silent, raised("KeyError"), &[][..]),
            (&unpinned, raised("KeyError"), &["the outcome is exception, not ok"]),
            (&unpinned, Ending::Ok, &[]),
            (&outcome, Ending::Deadlock(Vec::new()), &[]),
            (&outcome, Ending::Ok, &["the outcome is ok, not deadlock"]),
            (&raises, raised("ValueError"), &[]),
            (&raises, raised("KeyError"), &["the program raises KeyError, not ValueError"]),
            (&raises, Ending::Ok, &["the program does not raise ValueError: the outcome is ok"]),
        ] {
            assert_eq!(messages(expectations, ending), expected);
        }
    }

    #[test]
    fn times_are_checked() {
        let seconds = |nanoseconds| Some((Delay::from_nanoseconds(nanoseconds), PLACE));
        let right =
            Expectations { ends: seconds(5_500_000_000), max_lag: seconds(2_500_000_000), ..Expectations::default() };
        assert_eq!(messages(&right, Ending::Ok), [""; 0]);
        let wrong =
            Expectations { ends: seconds(5_000_000_000), max_lag: seconds(50_000_000), ..Expectations::default() };
        let expected = ["the run ends at 5.5s, not at 5s", "at 5.500s tick runs 2.5s late, more than 50ms"];
        assert_eq!(messages(&wrong, Ending::Ok), expected);
    }

    #[test]
    fn printed_lines_are_checked() {
        let silent = Expectations::default();
        let exactly = |lines: &[&str]| {
            let lines = lines.iter().map(|&line| line.to_owned()).collect();
            Expectations { prints: Some((lines, PLACE)), ..silent.clone() }
        };
        let order = |lines| Expectations { order: texts(lines), ..silent.clone() };
        let never = |lines| Expectations { never: texts(lines), ..silent.clone() };
        for (expectations, expected) in [
            (exactly(&["tick", "work*", "tock"]), None),
            (exactly(&["tick", "tock"]), Some("line 2 that is printed is \"working\", not \"tock\"")),
            (exactly(&["tick", "working"]), Some("line 3 is printed, too: \"tock\"")),
            (exactly(&["tick", "working", "tock", "*"]), Some("line 4 is not printed: \"*\"")),
            (order(&["tick", "tock"]), None),
            (order(&["tock", "tick"]), Some("\"tick\" is printed too early")),
            (order(&["tuck"]), Some("\"tuck\" is never printed")),
            (never(&["t*p"]), None),
            (never(&["*ing"]), Some("\"working\" is printed")),
        ] {
            assert_eq!(messages(&expectations, Ending::Ok), Vec::from_iter(expected));
        }
    }
}
