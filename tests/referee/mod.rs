//! The simulator beside real interpreters: what they were recorded to do, what they do now, and what is said where they differ.

mod rivals;

use kitchen_sim::engine::{self, Options};
use kitchen_sim::golden::Place;
use kitchen_sim::policy::Policy;
use kitchen_sim::referee;
use kitchen_sim::script::{PythonVersion, Script};
use kitchen_sim::trace::{Detail, Recording};
use kitchen_sim::{program, source};

use crate::kitchen::{Spec, home, kitchen, specs};

/// The engine's acts under one version of Python.
fn acts(spec: &Spec, python: PythonVersion) -> Vec<referee::Act> {
    let script = source::read(&spec.shown, spec.text.clone()).unwrap_or_else(|_| panic!("{} can be read", spec.shown));
    let mut settings = script.settings.clone();
    settings.python = python;
    let program =
        program::compile(Script { settings, ..script }).unwrap_or_else(|_| panic!("{} is refused", spec.shown));
    let mut recording = Recording::new(Detail::Tasks);
    let end =
        engine::run(&program, &Options::of(&program, Policy::default()).to_the_end_of_the_script(), &mut recording);
    referee::acts(&recording, &end)
}

#[test]
fn every_spec_does_what_cpython_was_recorded_to_do() {
    let mut wrong = Vec::new();
    for spec in specs() {
        let path = Place::of(&home().join(&spec.shown)).recorded();
        let Ok(text) = std::fs::read_to_string(&path) else {
            wrong.push(format!("{}: not recorded; run: kitchen-sim verify {0} --record", spec.shown));
            continue;
        };
        for section in referee::read_recorded(&text.replace("\r\n", "\n")) {
            for full_version in &section.versions {
                let is_of = |version: &&PythonVersion| full_version.starts_with(&format!("{}.", version.text()));
                let version = PythonVersion::ALL.iter().find(is_of).expect("a known version");
                let line = referee::first_line_unlike(&section.acts, &acts(&spec, *version));
                wrong.extend(line.map(|line| format!("{}: CPython {full_version} differs, line {line}", spec.shown)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[expect(clippy::disallowed_macros, reason = "a skipped test says so")]
fn every_interpreter_that_is_here_agrees_with_every_spec() {
    if !kitchen("verify specs/chef.toml").found_an_interpreter() {
        eprintln!("skipped: there is no CPython 3.11, 3.12 or 3.13 here");
        return;
    }
    kitchen("verify specs").exits(0).says(" identical");
}
