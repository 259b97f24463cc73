//! Programs under the engine and under an interpreter: who did what.

use std::panic::catch_unwind;

use kitchen_sim::engine::{self, Options};
use kitchen_sim::policy::Policy;
use kitchen_sim::program;
use kitchen_sim::referee::{self, Act, Difference, Testimony};
use kitchen_sim::script::{Script, Settings, Ties};
use kitchen_sim::trace::{Detail, Ending, Recording};

use super::referee::Referee;

/// A program that does more is left out: it would only take time.
const MAX_EVENTS: u64 = 5_000;

/// What came of a program.
#[derive(Debug)]
pub(super) enum Verdict {
    /// Engine and interpreter did the same: so many events.
    Identical(usize),
    /// They did not.
    Differs(Difference),
    /// The engine would not run it, or broke down.
    Refused(String),
    /// Nobody knows: the program is too long.
    TooLong,
}

/// What the engine does with a script; `None` when that is too much.
///
/// # Errors
/// When it is refused, its first problem; when the engine panics, that.
pub(super) fn simulate(script: &Script, policy: Policy) -> Result<Option<Vec<Act>>, String> {
    let settings = Settings { max_events: Some(MAX_EVENTS), ..script.settings.clone() };
    let script = Script { settings, ..script.clone() };
    let program = program::compile(script).map_err(|rejected| rejected.diagnostics[0].message.clone())?;
    let run = || {
        let mut recording = Recording::new(Detail::Tasks);
        let end = engine::run(&program, &Options::of(&program, policy).to_the_end_of_the_script(), &mut recording);
        let is_whole = !matches!(end.ending, Ending::Limit(_));
        is_whole.then(|| referee::acts(&recording, &end))
    };
    catch_unwind(run).map_err(|_| "the engine panics".to_owned())
}

/// The verdict of each script, in their order.
pub(super) fn meet(referee: &Referee, scripts: &[Script], policy: Policy) -> Vec<Verdict> {
    let ours: Vec<_> = scripts.iter().map(|script| simulate(script, policy)).collect();
    let mut theirs: Vec<Option<Testimony>> = scripts.iter().map(|_| None).collect();
    for ties in [Ties::Fifo, Ties::Heapq] {
        let is_run = |number: &usize| scripts[*number].settings.ties == ties && matches!(ours[*number], Ok(Some(_)));
        let chosen: Vec<usize> = (0..scripts.len()).filter(is_run).collect();
        let heard = referee.hear(&chosen.iter().map(|number| &scripts[*number]).collect::<Vec<_>>());
        for (number, testimony) in chosen.into_iter().zip(heard) {
            theirs[number] = Some(testimony);
        }
    }
    ours.into_iter().zip(theirs).map(|(ours, theirs)| verdict(ours, theirs)).collect()
}

fn verdict(ours: Result<Option<Vec<Act>>, String>, theirs: Option<Testimony>) -> Verdict {
    match (ours, theirs) {
        (Err(problem), _) => Verdict::Refused(problem),
        // An interpreter that hangs where the engine comes to an end differs, too.
        (Ok(Some(ours)), Some(Testimony::Acts(theirs) | Testimony::OutOfTime(theirs))) => {
            let [theirs, ours] = [theirs, ours].map(|acts| acts.into_iter().map(without_accidents).collect::<Vec<_>>());
            match referee::first_difference(&theirs, &ours) {
                Some(difference) => Verdict::Differs(difference),
                None => Verdict::Identical(ours.len()),
            }
        }
        (Ok(_), _) => Verdict::TooLong,
    }
}

/// An act without what is an accident where tasks wait in a circle and CPython's stack is full: where it was then, which it
/// tells (`… while calling a Python object`), and how often it had asked each task by then.
fn without_accidents(act: Act) -> Act {
    const PLACE: &str = " while calling a Python object";
    const MANY: u64 = 300;
    let detail = act.detail.replace(PLACE, "");
    let counted = detail.rsplit_once(' ').filter(|(_, last)| last.parse().is_ok_and(|count: u64| count > MANY));
    let detail = match counted {
        Some((before, _)) if act.event == "print" => format!("{before} many"),
        Some(_) | None => detail,
    };
    Act { detail, ..act }
}
