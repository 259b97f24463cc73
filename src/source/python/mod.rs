//! Python files.
//!
//! Must not know what names mean. Promises that every place it gives is a place of the file, also inside the comment block.

mod header;

use crate::script::{Script, Source};
use crate::units::Dialect;

use super::bodies;
use super::code::Code;
use super::expression;
use super::library;
use super::problems::Problems;
use super::{Failure, stem};

/// Reads a Python file.
///
/// # Errors
/// When anything in it is wrong.
pub(super) fn read(source: Source) -> Result<Script, Box<Failure>> {
    let mut problems = Problems::default();
    let header = header::read(&source.text, &mut problems);
    let module = expression::file(&without_returns(&source.text), &mut problems);
    let library = library::used_by(&source.text);
    let script = Script {
        name: header.name.unwrap_or_else(|| stem(&source.path)),
        dialect: Dialect::Python,
        description: header.description,
        source,
        settings: header.settings,
        expectations: header.expectations,
        module,
        library,
        bodies: bodies(),
    };
    if problems.is_empty() {
        return Ok(script);
    }
    let is_complete = !problems.is_incomplete();
    Err(Box::new(Failure {
        source: script.source.clone(),
        diagnostics: problems.into_sorted(),
        rest: Some(script),
        is_complete,
    }))
}

/// The file as Python sees it: every line end is `\n`, and a byte order mark is no part of it.
fn without_returns(text: &str) -> Code {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut at = text.len() - body.len();
    let mut code = Code::at(at);
    for piece in body.split_inclusive('\r') {
        let line = piece.strip_suffix('\r').unwrap_or(piece);
        code.push_plain(line, at);
        at += piece.len();
        if piece.len() > line.len() {
            // Of `\r\n` the second half follows as it is.
            let is_alone = !text[at..].starts_with('\n');
            if is_alone {
                code.push_plain("\n", at - 1);
            }
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_newlines_and_keep_their_places() {
        let file = "\u{feff}a\r\nb\rc\n";
        let code = without_returns(file);
        assert_eq!(code.text(), "a\nb\nc\n");
        for (name, place) in [("a", 3), ("b", 6), ("c", 8)] {
            let at = code.text().find(name).expect("it is there");
            assert_eq!(code.span(at..at + 1).start, place, "{name}");
        }
    }
}
