//! Runs the parser and puts its complaints into our words.

use std::ops::Range;

use ruff_python_ast::Mod;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{LexicalErrorType, Mode, ParseError, ParseErrorType, ParseOptions, Parsed, parse_unchecked};
use ruff_text_size::Ranged;

use crate::diag::{Diagnostic, catalog};
use crate::source::code::Code;
use crate::units::Dialect;

use super::depth::{is_too_deep, too_deep_line};

/// Parses these bytes of the code.
///
/// # Errors
/// The first place where it is no Python, or that it nests too deeply.
pub(super) fn parse(code: &Code, range: Range<usize>, mode: Mode) -> Result<Parsed<Mod>, Diagnostic> {
    let text = &code.text()[range.clone()];
    if text.trim().is_empty() {
        return Err(catalog::python::empty(code.span(range)));
    }
    if is_too_deep(text, mode) {
        let glimpse = text.char_indices().nth(24).map_or(text.len(), |(at, _)| at);
        return Err(catalog::python::too_deep(code.span(range.start..range.start + glimpse)));
    }
    let parsed = parse_unchecked(text, ParseOptions::from(mode));
    match parsed.errors().first() {
        Some(error) => Err(explain(code, &range, &parsed, error, Dialect::Spec)),
        None => Ok(parsed),
    }
}

/// Parses the whole code as a Python file.
///
/// # Errors
/// Every line that is no Python, by its first problem.
pub(super) fn parse_file(code: &Code) -> Result<Parsed<Mod>, Vec<Diagnostic>> {
    let text = code.text();
    if let Some(line) = too_deep_line(text) {
        let line = super::trim(code, line);
        let glimpse = text[line.clone()].char_indices().nth(24).map_or(line.len(), |(at, _)| at);
        return Err(vec![catalog::python::too_deep(code.span(line.start..line.start + glimpse))]);
    }
    let parsed = parse_unchecked(text, ParseOptions::from(Mode::Module));
    if parsed.errors().is_empty() {
        return Ok(parsed);
    }
    let mut problems: Vec<Diagnostic> = Vec::new();
    let mut last_line = 0..0;
    for error in parsed.errors() {
        let at = error.location.start().to_usize().min(text.len());
        let follows = last_line.contains(&at) || matches!(error.error, ParseErrorType::UnexpectedIndentation);
        if !problems.is_empty() && follows {
            continue;
        }
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        last_line = start..text[at..].find('\n').map_or(text.len(), |newline| at + newline) + 1;
        problems.push(explain(code, &code.whole(), &parsed, error, Dialect::Python));
    }
    Err(problems)
}

/// A syntax error with its place in the file.
fn explain(
    code: &Code,
    range: &Range<usize>,
    parsed: &Parsed<Mod>,
    error: &ParseError,
    dialect: Dialect,
) -> Diagnostic {
    let text = &code.text()[range.clone()];
    let (start, end) = (error.location.start().to_usize(), error.location.end().to_usize());
    let at_end = text.get(start..).is_none_or(|rest| rest.trim().is_empty());
    if at_end && let Some(bracket) = unclosed_bracket(parsed) {
        return catalog::python::unclosed(code.span(range.start + bracket.start..range.start + bracket.end));
    }
    let place = if at_end { last_character(text) } else { start..end.max(start) };
    let span = code.span(range.start + place.start..range.start + place.end);
    let line = text[..start.min(text.len())].rfind('\n').map_or(0, |newline| newline + 1);
    if text[line..].trim_start().starts_with("print ")
        && matches!(error.error, ParseErrorType::SimpleStatementsOnSameLine)
    {
        return catalog::python::print_is_a_function(span, dialect);
    }
    match &error.error {
        ParseErrorType::Lexical(LexicalErrorType::UnclosedStringError) => catalog::python::unclosed_text(span),
        ParseErrorType::InvalidAssignmentTarget
        | ParseErrorType::InvalidNamedAssignmentTarget
        | ParseErrorType::InvalidAugmentedAssignmentTarget
        | ParseErrorType::InvalidAnnotatedAssignmentTarget => catalog::python::not_assignable(span, "this"),
        ParseErrorType::UnexpectedExpressionToken | ParseErrorType::ExpectedToken { .. }
            if text[place.clone()].starts_with('=') =>
        {
            catalog::python::assignment_in_expression(span, dialect)
        }
        other => catalog::python::syntax(span, &words(other, at_end)),
    }
}

/// The innermost bracket that is opened and never closed.
fn unclosed_bracket(parsed: &Parsed<Mod>) -> Option<Range<usize>> {
    let mut open = Vec::new();
    for token in parsed.tokens() {
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => open.push(token.range()),
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                open.pop();
            }
            _ => {}
        }
    }
    open.pop().map(|bracket| bracket.start().to_usize()..bracket.end().to_usize())
}

/// The last character that is not white space.
fn last_character(text: &str) -> Range<usize> {
    let text = text.trim_end();
    let start = text.char_indices().next_back().map_or(0, |(at, _)| at);
    start..text.len()
}

/// What is wrong, as a lower-case fragment.
fn words(error: &ParseErrorType, at_end: bool) -> String {
    match error {
        _ if at_end && !matches!(error, ParseErrorType::Lexical(_)) => "something is missing behind this".to_owned(),
        ParseErrorType::ExpectedExpression => "an expression was expected here".to_owned(),
        ParseErrorType::UnexpectedExpressionToken | ParseErrorType::SimpleStatementsOnSameLine => {
            "this cannot follow what stands before it".to_owned()
        }
        ParseErrorType::ExpectedToken { expected, .. } => format!("{expected} was expected here"),
        ParseErrorType::Lexical(LexicalErrorType::UnrecognizedToken { tok }) => {
            format!("the character {tok:?} has no meaning here")
        }
        ParseErrorType::Lexical(LexicalErrorType::UnicodeError) => "this escape names no character".to_owned(),
        other => lower_first(&other.to_string()),
    }
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
