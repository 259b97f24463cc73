//! Writes a [`Script`] for people: as a Python program, or as a spec in TOML.
//!
//! Must not know what anything does when it runs. Promises that what is written reads back to a script with the same trace, in
//! the layout that Python's and TOML's people are used to.

mod expression;
mod format;
mod layout;
mod names;
mod python;
mod scopes;
mod settings;
mod simple;
mod text;
mod toml;

use crate::diag::Diagnostic;
use crate::script::Script;

/// The script as a Python program that runs under `python3` as it stands.
#[must_use]
pub fn python(script: &Script) -> String {
    python::module(script)
}

/// The script as a spec.
///
/// # Errors
/// When it uses what specs lack: every such place.
pub fn toml(script: &Script) -> Result<String, Vec<Diagnostic>> {
    toml::spec(script)
}
