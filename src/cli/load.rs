//! From a path on the command line to a program, and the policies it is run under.

use std::path::Path;

use indexmap::IndexSet;

use crate::diag::catalog::{nearest, values};
use crate::diag::{Diagnostic, render};
use crate::policy::{ALL, Policy};
use crate::program::{self, Program, Rejected};
use crate::script::{PythonVersion, Script, Settings, Source};
use crate::units::Span;

use super::io::{Console, read_spec};
use super::trouble::Trouble;

/// What flags say instead of the spec.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Overrides {
    pub(super) seed: Option<i64>,
    pub(super) python: Option<PythonVersion>,
}

/// A spec that is none, with every problem that was found.
pub(super) struct Refused {
    pub(super) source: Source,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Refused {
    fn of(rejected: Rejected) -> Self {
        Self { source: rejected.source, diagnostics: rejected.diagnostics }
    }

    /// The problems, drawn for people.
    pub(super) fn draw(&self, path: &str, colour: bool) -> String {
        render::render(path, &self.source.text, &self.diagnostics, colour)
    }

    fn trouble(&self, console: Console) -> Trouble {
        Trouble::Invalid(self.draw(&self.source.path, console.colours_errors()))
    }
}

/// Reads and compiles the spec at `path`.
pub(super) fn load(path: &Path, overrides: Overrides, console: Console) -> Result<Program, Trouble> {
    let (shown, text) = read_spec(path)?;
    compile(&shown, text, overrides).map_err(|refused| refused.trouble(console))
}

/// Reads the spec at `path` and finds its problems; the script is for converting.
pub(super) fn script(path: &Path, overrides: Overrides, console: Console) -> Result<Script, Trouble> {
    let (shown, text) = read_spec(path)?;
    let script = read(&shown, text, overrides).map_err(|refused| refused.trouble(console))?;
    check(script.clone()).map_err(|refused| refused.trouble(console))?;
    Ok(script)
}

/// Compiles a spec; all problems of the text and of what it means are found in one go.
pub(super) fn compile(path: &str, text: String, overrides: Overrides) -> Result<Program, Refused> {
    check(read(path, text, overrides)?)
}

/// Reads a spec. Where its text has problems, those of what it means are found too.
pub(super) fn read(path: &str, text: String, overrides: Overrides) -> Result<Script, Refused> {
    let mut script = crate::read(path, text).map_err(|rejected| Refused::of(*rejected))?;
    let settings = &mut script.settings;
    settings.seed = overrides.seed.unwrap_or(settings.seed);
    settings.python = overrides.python.unwrap_or(settings.python);
    Ok(script)
}

/// Compiles a script.
pub(super) fn check(script: Script) -> Result<Program, Refused> {
    let unknown = unknown_policies(&script.settings);
    let compiled = program::compile(script);
    match compiled {
        Ok(program) if unknown.is_empty() => Ok(program),
        Ok(program) => Err(Refused { source: program.source, diagnostics: unknown }),
        Err(rejected) => {
            let mut diagnostics = [unknown, rejected.diagnostics].concat();
            diagnostics.sort_by_key(|diagnostic| diagnostic.span);
            Err(Refused { source: rejected.source, diagnostics })
        }
    }
}

fn unknown_policies(settings: &Settings) -> Vec<Diagnostic> {
    let names: Vec<&str> = ALL.iter().map(|row| row.name).collect();
    let said = |key, policy: &(String, Span)| match Policy::parse(&policy.0) {
        Some(_) => None,
        None => Some(values::not_a_choice(policy.1, key, &policy.0, &names)),
    };
    let one = settings.policy.iter().filter_map(|policy| said("policy", policy));
    one.chain(settings.policies.iter().filter_map(|policy| said("policies", policy))).collect()
}

/// The policy that `run` uses.
pub(super) fn policy(program: &Program) -> Policy {
    program.settings.policy.as_ref().and_then(|(name, _)| Policy::parse(name)).unwrap_or_default()
}

/// The policies that `test` uses, each once: those the spec lists, else the one that `run` uses.
pub(super) fn policies(program: &Program) -> IndexSet<Policy> {
    let listed: IndexSet<Policy> =
        program.settings.policies.iter().filter_map(|(name, _)| Policy::parse(name)).collect();
    if listed.is_empty() { IndexSet::from([policy(program)]) } else { listed }
}

/// The policies and what they mean, for `--help`.
pub(super) fn policy_help() -> String {
    let rows: String = ALL.iter().map(|row| format!("\n- {}: {}", row.name, row.summary)).collect();
    format!("How its tasks are scheduled; without it as the spec says\n{rows}")
}

/// Reads a policy's name on the command line.
pub(super) fn parse_policy(name: &str) -> Result<Policy, String> {
    let names = || ALL.iter().map(|row| row.name);
    Policy::parse(name).ok_or_else(|| match nearest(name, names()) {
        Some(meant) => format!("there is no such policy; did you mean `{meant}`?"),
        None => format!("there is no such policy; the policies are {}", names().collect::<Vec<_>>().join(", ")),
    })
}

/// Reads a version of Python on the command line.
pub(super) fn parse_python(text: &str) -> Result<PythonVersion, String> {
    let all = PythonVersion::ALL;
    all.into_iter()
        .find(|version| version.text() == text)
        .ok_or_else(|| format!("the versions are {}", all.map(PythonVersion::text).join(", ")))
}
