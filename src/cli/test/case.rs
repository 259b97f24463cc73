//! One spec under one policy: what it does now, and what its golden and its expectations say.

use std::path::{Path, PathBuf};

use crate::engine::{self, Options};
use crate::golden::{self, Place};
use crate::policy::{ALL, Policy};
use crate::program::Program;
use crate::script::GoldenPins;
use crate::trace::{Detail, Recording};
use crate::view::{ViewOptions, text};

use super::super::io;
use super::super::load::{self, Overrides, Refused};
use super::super::trouble::Trouble;

/// What was found out.
pub(super) struct Case {
    /// The spec's path, as it was found.
    pub(super) spec: String,
    /// `None` where it was not run.
    pub(super) policy: Option<Policy>,
    /// Everything that is wrong besides the golden, in lines; empty when nothing is.
    pub(super) problems: String,
    pub(super) golden: Golden,
}

/// A golden and what is drawn now.
pub(super) enum Golden {
    /// Nothing is pinned.
    None,
    /// They are the same.
    Same { path: PathBuf },
    /// There is no golden yet.
    Missing { path: PathBuf, now: String },
    /// They differ.
    Differs { path: PathBuf, now: String, difference: String },
}

impl Golden {
    /// Where it lies.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::None => None,
            Self::Same { path } | Self::Missing { path, .. } | Self::Differs { path, .. } => Some(path),
        }
    }
}

/// Runs a spec under each of its policies.
pub(super) fn examine(spec: &Path) -> Vec<Case> {
    let place = Place::of(&io::absolute(spec));
    let (path, text) = match io::read_spec(spec) {
        Ok(read) => read,
        Err(trouble) => return vec![failed(spec.display().to_string(), &trouble)],
    };
    match load::compile(&path, text, Overrides::default()) {
        Ok(program) => {
            load::policies(&program).into_iter().map(|policy| run(&path, &place, &program, policy)).collect()
        }
        Err(refused) => vec![refuse(path, &place, &refused)],
    }
}

fn failed(spec: String, trouble: &Trouble) -> Case {
    Case { spec, policy: None, problems: trouble.draw(), golden: Golden::None }
}

/// A spec that cannot be run: where that may be, its problems are what the golden pins.
fn refuse(spec: String, place: &Place, refused: &Refused) -> Case {
    if !place.may_be_refused() {
        let problems = refused.draw(&spec, false);
        return Case { spec, policy: None, problems, golden: Golden::None };
    }
    let runs = |policy: Policy| matches!(io::read_golden(&place.trace(policy)), Ok(Some(_)));
    let problems = ALL.iter().find(|row| runs(row.policy)).map_or(String::new(), |row| {
        format!("it is refused, but has a golden that says how it runs: {}\n", io::from_here(&place.trace(row.policy)))
    });
    match compare(place.diagnostics(), refused.draw(&place.shown(), false)) {
        Ok(golden) => Case { spec, policy: None, problems, golden },
        Err(trouble) => failed(spec, &trouble),
    }
}

fn run(spec: &str, place: &Place, program: &Program, policy: Policy) -> Case {
    let mut recording = Recording::new(Detail::Tasks);
    let end = engine::run(program, &Options::of(program, policy), &mut recording);
    let unmet = golden::unmet(&program.expectations, &recording, &end);
    let source = &program.source;
    let mut problems = crate::diag::render::render(&source.path, &source.text, &unmet, false);
    let refusal = place.diagnostics();
    if place.may_be_refused() && matches!(io::read_golden(&refusal), Ok(Some(_))) {
        problems.push_str(&format!("it runs, but has a golden that says it is refused: {}\n", io::from_here(&refusal)));
    }
    let golden = match program.expectations.golden {
        GoldenPins::None => Ok(Golden::None),
        GoldenPins::Prints => compare(place.trace(policy), draw(&recording, Detail::Prints)),
        GoldenPins::Tasks => compare(place.trace(policy), draw(&recording, Detail::Tasks)),
    };
    match golden {
        Ok(golden) => Case { spec: spec.to_owned(), policy: Some(policy), problems, golden },
        Err(trouble) => failed(spec.to_owned(), &trouble),
    }
}

fn draw(recording: &Recording, detail: Detail) -> String {
    text::draw(recording, ViewOptions { detail, ..ViewOptions::default() })
}

fn compare(path: PathBuf, now: String) -> Result<Golden, Trouble> {
    Ok(match io::read_golden(&path)? {
        None => Golden::Missing { path, now },
        Some(old) => match golden::difference(&old, &now) {
            None => Golden::Same { path },
            Some(difference) => Golden::Differs { path, now, difference },
        },
    })
}
