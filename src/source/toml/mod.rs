//! Specs in TOML.
//!
//! Must not know what names mean. Promises that a problem of TOML itself brings no further ones that only follow from it.

mod duration;
mod expectations;
mod functions;
mod header;
mod lines;
mod literal;
mod module;
mod open;
mod parameters;
mod reader;
mod settings;
mod syntax;
mod table;
mod value;

#[cfg(test)]
mod tests;

use toml::de::DeTable;

use crate::diag::catalog::document;
use crate::script::{Expectations, Script, Settings, Source, Statement};
use crate::source::problems::Problems;
use crate::source::{Failure, bodies, stem};
use crate::units::Dialect;

pub(super) use header::{Header, read_header};
pub(super) use reader::Reader;
pub(super) use table::{Entry, entries, kind_of, span_of};
pub(super) use value::Negative;

/// Whether the text is TOML, whatever it means.
pub(super) fn is_toml(text: &str) -> bool {
    DeTable::parse(text).is_ok()
}

/// Every key that may stand at the top of a spec.
pub(super) const TOP_LEVEL_KEYS: &[&str] = &[
    "name",
    "description",
    "entry",
    "python",
    "eager",
    "ties",
    "policy",
    "policies",
    "seed",
    "cpus",
    "gil",
    "switch_interval",
    "max_time",
    "max_events",
    "max_tasks",
    "globals",
    "exceptions",
    "coroutines",
    "functions",
    "expect",
    "$schema",
];

/// What a spec says, as far as it could be read.
#[derive(Default)]
struct Spec {
    name: Option<String>,
    description: String,
    settings: Settings,
    expectations: Expectations,
    module: Vec<Statement>,
}

/// Reads a spec.
///
/// # Errors
/// When anything in it is wrong.
pub(super) fn read(source: Source) -> Result<Script, Box<Failure>> {
    let (spec, problems, is_broken) = read_text(&source.text);
    let library = super::library::used_by(&source.text);
    let script = Script {
        name: spec.name.unwrap_or_else(|| stem(&source.path)),
        dialect: Dialect::Spec,
        description: spec.description,
        source,
        settings: spec.settings,
        expectations: spec.expectations,
        module: spec.module,
        library,
        bodies: bodies(),
    };
    if problems.is_empty() {
        return Ok(script);
    }
    let is_complete = !is_broken && !problems.is_incomplete();
    Err(Box::new(Failure {
        source: script.source.clone(),
        diagnostics: problems.into_sorted(),
        rest: Some(script),
        is_complete,
    }))
}

/// Reads a text, and tells what is wrong and whether its TOML is broken.
fn read_text(text: &str) -> (Spec, Problems, bool) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { file: text, problems: Problems::default() };
    let spec = reader.spec(document.get_ref());
    let (problems, is_broken) = syntax::join(text, &errors, reader.problems);
    (spec, problems, is_broken)
}

impl<'a> Reader<'a> {
    fn spec(&mut self, root: &'a DeTable<'a>) -> Spec {
        let mut spec = Spec::default();
        let mut parts = module::Parts::default();
        for entry in entries(root) {
            match entry.key {
                "$schema" => {}
                "name" => spec.name = self.text(&entry),
                "description" => spec.description = self.text(&entry).unwrap_or_default(),
                "coroutines" => self.functions(&entry, true, &mut parts),
                "functions" => self.functions(&entry, false, &mut parts),
                "exceptions" => self.exceptions(&entry, &mut parts.exceptions),
                "globals" => self.globals(&entry, &mut parts.globals),
                "entry" => parts.entry = Some(entry),
                "expect" => spec.expectations = self.expectations(&entry),
                _ if self.setting(&entry, &mut spec.settings) => {}
                _ => self.unknown_top_level(&entry, &mut parts),
            }
        }
        spec.module = self.module(parts);
        spec
    }

    fn unknown_top_level(&mut self, entry: &Entry<'a>, parts: &mut module::Parts<'a>) {
        // Whatever it was meant to be, `main` may have been in it.
        parts.lacks_functions = true;
        let problem = if super::verbs::is_verb(entry.key) || matches!(entry.key, "steps" | "params") {
            document::step_outside_a_function(entry.key_span, entry.key)
        } else {
            document::unknown_top_level_key(entry.key_span, entry.key, TOP_LEVEL_KEYS.iter().copied())
        };
        self.problems.report_gap(problem);
    }
}
