//! Who listens changes nothing: a run of which only the prints are told prints the same, at the same instants, as one of which
//! everything is told, although it takes short ways that no trace sees.

use kitchen_sim::engine::{self, Options};
use kitchen_sim::policy::{self, Policy};
use kitchen_sim::program::{self, Program};
use kitchen_sim::referee::{self, Act};
use kitchen_sim::script::{PythonVersion, Script, Settings};
use kitchen_sim::source::{self, emit};
use kitchen_sim::trace::{Detail, Ending, Recording};

use crate::kitchen::{home, specs};
use crate::storm;

/// A program that does more is left out: it would only take time.
const MAX_EVENTS: u64 = 20_000;

#[test]
fn specs_print_the_same_without_a_trace() {
    for spec in specs() {
        let script = source::read(&spec.shown, spec.text).unwrap_or_else(|_| panic!("{} is read", spec.shown));
        agree(&script, &spec.shown);
    }
}

#[test]
fn programs_print_the_same_without_a_trace() {
    let files = std::fs::read_dir(home().join("tests/python")).expect("the folder can be read");
    let programs = files
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "py"));
    for path in programs.filter(|path| path.with_extension("prints").exists()) {
        let name = path.to_string_lossy();
        let text = std::fs::read_to_string(&path).expect("it can be read");
        let script = source::read(&name, text).unwrap_or_else(|_| panic!("{name} is read"));
        agree(&script, &name);
    }
}

#[test]
fn random_programs_print_the_same_without_a_trace() {
    for seed in 0..600 {
        let python = PythonVersion::ALL[seed as usize % PythonVersion::ALL.len()];
        let script = storm::script(seed, python);
        agree(&script, &format!("seed {seed}:\n{}", emit::python(&script)));
    }
}

/// The script prints and ends the same at all details, under each policy.
fn agree(script: &Script, name: &str) {
    let limit = script.settings.max_events.unwrap_or(MAX_EVENTS).min(MAX_EVENTS);
    let script = Script { settings: Settings { max_events: Some(limit), ..script.settings.clone() }, ..script.clone() };
    let Ok(program) = program::compile(script) else { return };
    for row in policy::ALL {
        let Some(loud) = prints(&program, row.policy, Detail::Loop) else { continue };
        let quiet = prints(&program, row.policy, Detail::Prints);
        assert!(quiet.as_ref() == Some(&loud), "{} under {}\n{quiet:?}", name, row.name);
    }
}

/// What is printed, and how and when the run ends; `None` where that is too much.
fn prints(program: &Program, policy: Policy, detail: Detail) -> Option<(Vec<Act>, String)> {
    let mut recording = Recording::new(detail);
    let end = engine::run(program, &Options::of(program, policy), &mut recording);
    let prints = referee::acts(&recording, &end).into_iter().filter(|act| act.event == "print").collect();
    (!matches!(end.ending, Ending::Limit(_))).then(|| (prints, format!("{:?} {:?}", end.at, end.ending)))
}
