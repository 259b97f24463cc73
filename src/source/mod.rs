//! Reads what users write into a [`Script`]: specs in TOML, the Python inside them, and Python files.
//!
//! Must not know what names mean or how anything runs. Promises to find every problem that the text alone shows, each with
//! its place, and never to panic, whatever the text.

mod bodies;
mod code;
pub mod emit;
mod expression;
mod library;
mod problems;
mod python;
mod toml;
mod verbs;

use crate::diag::{Diagnostic, catalog};
use crate::script::{Script, Source};

pub use bodies::bodies;

/// The longest source that is read, in bytes; places in it fit in 32 bits.
pub const MAX_SOURCE_BYTES: usize = 64 << 20;

/// The path of what comes from standard input.
const STDIN: &str = "<stdin>";

/// Why a source is not a script.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The text, for drawing the problems.
    pub source: Source,
    /// Every problem, sorted by place; at least one.
    pub diagnostics: Vec<Diagnostic>,
    /// What could be read: checking it finds further problems. Expressions that could not be read stand as `None` in it.
    pub rest: Option<Script>,
    /// Whether no statement is missing from the rest.
    pub is_complete: bool,
}

/// Reads the text of a file: Python when `path` ends in `.py`, else TOML; of `<stdin>` the text itself tells.
///
/// # Errors
/// When anything in the text is wrong; the failure holds all of it.
pub fn read(path: &str, text: String) -> Result<Script, Box<Failure>> {
    let source = Source { path: path.to_owned(), text };
    if source.text.len() > MAX_SOURCE_BYTES {
        return Err(Failure::of(source, catalog::document::source_too_long(MAX_SOURCE_BYTES)));
    }
    if is_python(&source) {
        return python::read(source);
    }
    toml::read(source)
}

/// Whether a source is read as Python.
#[must_use]
pub fn is_python(source: &Source) -> bool {
    source.path.ends_with(".py") || (source.path == STDIN && looks_like_python(&source.text))
}

/// Whether a text without a name is Python: it is no TOML, and a line that only Python has comes before any table's head.
fn looks_like_python(text: &str) -> bool {
    const STATEMENTS: &[&str] = &["import ", "from ", "async ", "def ", "class ", "if ", "@"];
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let telltale = text.lines().find_map(|line| {
        let is_python = STATEMENTS.iter().any(|statement| line.starts_with(statement));
        (is_python || line.starts_with('[')).then_some(is_python)
    });
    telltale == Some(true) && !toml::is_toml(text)
}

impl Failure {
    /// Takes in the problems that a check of the rest found, save those that may come from what is missing in it.
    pub fn add_further(&mut self, found: Vec<Diagnostic>) {
        let text = &self.source.text;
        let unknown: Vec<Diagnostic> = found.iter().filter(|problem| problem.code == "unknown-name").cloned().collect();
        let is_certain = |problem: &Diagnostic| match problem.code {
            "unknown-name" => !stands_elsewhere(text, problem, &unknown),
            "await-outside" | "unknown-attribute" | "break-outside" | "return-outside" => true,
            _ => false,
        };
        let is_complete = self.is_complete;
        self.diagnostics.extend(found.into_iter().filter(|problem| is_complete || is_certain(problem)));
        self.diagnostics.sort_by_key(|problem| problem.span);
    }

    fn of(source: Source, problem: Diagnostic) -> Box<Self> {
        Box::new(Self { source, diagnostics: vec![problem], rest: None, is_complete: false })
    }
}

/// Whether the unknown name stands at another place of the text, where it may be bound, than those that are unknown.
fn stands_elsewhere(text: &str, problem: &Diagnostic, unknown: &[Diagnostic]) -> bool {
    let Some(name) = text.get(problem.span.range()).filter(|name| !name.is_empty()) else { return true };
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(is_word);
        let behind = text[at + name.len()..].chars().next().is_some_and(is_word);
        let is_unknown = || unknown.iter().any(|other| other.span.start as usize == at);
        !before && !behind && !is_unknown()
    })
}

/// The name of a script that gives none: its file's stem, `stdin` for standard input.
fn stem(path: &str) -> String {
    if path == STDIN {
        return "stdin".to_owned();
    }
    std::path::Path::new(path).file_stem().map_or_else(|| path.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_a_name_tells_what_it_is() {
        for text in [
            "import asyncio\n",
            "\u{feff}import asyncio\n",
            "# soup\nfrom asyncio import run\nasync def main(: pass\n",
            "\"\"\"Soup.\"\"\"\n\nTIME = 1\nasync def main(): pass\n",
        ] {
            assert!(looks_like_python(text), "{text}");
        }
        for text in [
            "",
            "soup = 1\n",
            "[coroutines]\nmain = [\n",
            "[coroutines]\nmain = \"\"\"\nimport asyncio\n",
            "description = \"\"\"\nimport asyncio\n\"\"\"\n",
        ] {
            assert!(!looks_like_python(text), "{text}");
        }
    }
}
