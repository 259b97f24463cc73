//! Python's grammar: a real parser's trees become [`Expression`]s and [`Statement`]s.
//!
//! Must not know what names mean. Whatever a script cannot carry is refused with words that
//! name what could be written instead. The trees are recursive, so their depth is capped before anything is parsed.

mod blocks;
mod calls;
mod convert;
mod depth;
mod format;
mod imports;
mod numbers;
mod parse;
mod statement;
mod target;
mod template;
mod word;

#[cfg(test)]
mod tests;

use std::ops::Range;

use ruff_python_ast::{Mod, Stmt};
use ruff_python_parser::{Mode, ParseOptions, Parsed, parse_unchecked};
use ruff_text_size::{Ranged, TextRange};

use crate::diag::Diagnostic;
use crate::diag::catalog::python;
use crate::script::{Argument, Expression, ExpressionKind, Parameters, Statement, WithItem};
use crate::units::{Dialect, Span};

use super::code::Code;
use super::problems::Problems;

pub(super) use template::template;
pub(super) use word::is_name;

/// Turns parsed trees into ours, all of one piece of code.
struct Converter<'a> {
    code: &'a Code,
    /// Where the parsed text begins in the code.
    base: usize,
    problems: &'a mut Problems,
    /// What the code stands in.
    dialect: Dialect,
    /// How many blocks are open around what is converted.
    depth: usize,
    /// Whether it stands behind `TYPE_CHECKING`.
    is_for_checkers: bool,
}

impl<'a> Converter<'a> {
    /// For a piece of Python in a spec.
    fn of_piece(code: &'a Code, base: usize, problems: &'a mut Problems) -> Self {
        Self { code, base, problems, dialect: Dialect::Spec, depth: 0, is_for_checkers: false }
    }

    /// For a whole Python file.
    fn of_file(code: &'a Code, problems: &'a mut Problems) -> Self {
        Self { code, base: 0, problems, dialect: Dialect::Python, depth: 0, is_for_checkers: false }
    }

    fn span(&self, range: TextRange) -> Span {
        self.code.span(self.base + range.start().to_usize()..self.base + range.end().to_usize())
    }

    fn only_expression(&mut self, parsed: Parsed<Mod>) -> Expression {
        let whole = self.code.span(self.base..self.code.text().len());
        parsed.into_syntax().expression().map_or_else(|| placeholder(whole), |module| self.expression(&module.body))
    }

    fn refuse(&mut self, problem: Diagnostic, span: Span) -> Expression {
        self.problems.report(problem);
        placeholder(span)
    }
}

/// What stands where an expression could not be read.
pub(super) fn placeholder(span: Span) -> Expression {
    Expression { kind: ExpressionKind::None, span }
}

/// Reads these bytes of the code as one expression, as if it stood in parentheses. Parts that are refused are reported.
///
/// # Errors
/// The first place where it is no Python, for the caller to add hints and report.
pub(super) fn expression(code: &Code, range: Range<usize>, problems: &mut Problems) -> Result<Expression, Diagnostic> {
    let range = trim(code, range);
    if code.text()[range.clone()].starts_with('*') {
        return starred_tuple(code, range, problems);
    }
    let parsed = parse::parse(code, range.clone(), Mode::ParenthesizedExpression)?;
    Ok(Converter::of_piece(code, range.start, problems).only_expression(parsed))
}

/// `*a, b`, which Python's grammar has behind `=` and `return` only.
fn starred_tuple(code: &Code, range: Range<usize>, problems: &mut Problems) -> Result<Expression, Diagnostic> {
    let framed = code.framed("(", range, ")");
    let parsed = parse::parse(&framed, framed.whole(), Mode::ParenthesizedExpression)?;
    Ok(Converter::of_piece(&framed, 0, problems).only_expression(parsed))
}

/// Reads the whole code as one argument of a call: an expression, or `*` and an expression.
///
/// # Errors
/// As [`expression`] has it.
pub(super) fn argument(code: &Code, problems: &mut Problems) -> Result<Argument, Diagnostic> {
    let range = trim(code, code.whole());
    if code.text()[range.clone()].starts_with('*') {
        return Ok(Argument::Unpacked(expression(code, range.start + 1..range.end, problems)?));
    }
    Ok(Argument::Positional(expression(code, range, problems)?))
}

/// Reads the whole code as one item of a `with`: `open_door() as door`.
///
/// # Errors
/// As [`expression`] has it.
pub(super) fn context(code: &Code, problems: &mut Problems) -> Result<WithItem, Diagnostic> {
    let range = trim(code, code.whole());
    let framed = code.framed("with ", range.clone(), ": pass");
    let parsed = parse::parse(&framed, framed.whole(), Mode::Module);
    let module = parsed.ok().and_then(|parsed| parsed.into_syntax().module());
    if let Some([Stmt::With(tree)]) = module.as_ref().map(|module| module.body.as_slice())
        && let [item] = tree.items.as_slice()
    {
        return Ok(Converter::of_piece(&framed, 0, problems).with_item(item));
    }
    expression(code, range, problems).map(|context| WithItem { context, target: None })
}

/// Reads the whole code as what an assignment may bind: `x`, `a, *b`, `x[i]`, `x.y`.
///
/// # Errors
/// As [`expression`] has it.
pub(super) fn target(code: &Code, problems: &mut Problems) -> Result<Expression, Diagnostic> {
    let range = trim(code, code.whole());
    if range.is_empty() {
        return Err(python::empty(code.span(code.whole())));
    }
    let span = code.span(range.clone());
    let framed = code.framed("", range, " = 0");
    let parsed = parse::parse(&framed, framed.whole(), Mode::Module).map_err(|problem| match code.text().trim() {
        keyword if word::is_keyword(keyword) => python::keyword(span, keyword),
        _ if problem.span.start == problem.span.end => python::not_assignable(span, "this"),
        _ => problem,
    })?;
    let Some(module) = parsed.into_syntax().module() else { return Ok(placeholder(span)) };
    let [Stmt::Assign(assignment)] = module.body.as_slice() else {
        return Err(python::not_assignable(span, "this"));
    };
    match assignment.targets.as_slice() {
        [only] => Ok(Converter::of_piece(&framed, 0, problems).target(only)),
        _ => Err(python::not_assignable(span, "an assignment")),
    }
}

/// Reads these bytes of the code as one simple statement. `None` when what stands there was refused and reported.
///
/// # Errors
/// As [`expression`] has it.
pub(super) fn statement(
    code: &Code,
    range: Range<usize>,
    problems: &mut Problems,
) -> Result<Option<Statement>, Diagnostic> {
    let range = trim(code, range);
    let parsed = parse::parse(code, range.clone(), Mode::Module).map_err(|problem| {
        let is_of_word = |character: char| character.is_alphanumeric() || character == '_';
        let mut words =
            code.text()[range.clone()].split(|character| !is_of_word(character)).filter(|word| !word.is_empty());
        let first = match words.next() {
            Some("async") => format!("async {}", words.next().unwrap_or_default()),
            word => word.unwrap_or_default().to_owned(),
        };
        statement::block_in_a_string(code.span(range.clone()), &first).unwrap_or(problem)
    })?;
    let mut converter = Converter::of_piece(code, range.start, problems);
    let Some(module) = parsed.into_syntax().module() else { return Ok(None) };
    match module.body.as_slice() {
        [only] => Ok(converter.simple_statement(only)),
        [] => Err(python::empty(code.span(range))),
        [_, second, ..] => Err(python::several_statements(converter.span(second.range()))),
    }
}

/// Reads the whole code as a Python file. What is wrong in it is reported.
pub(super) fn file(code: &Code, problems: &mut Problems) -> Vec<Statement> {
    let parsed = match parse::parse_file(code) {
        Ok(parsed) => parsed,
        Err(found) => {
            found.into_iter().for_each(|problem| problems.report_gap(problem));
            return Vec::new();
        }
    };
    let mut converter = Converter::of_file(code, problems);
    parsed.into_syntax().module().map(|module| converter.block(&module.body)).unwrap_or_default()
}

/// Reads a file of the library's own, whose nesting nobody needs to count. Panics where it is no Python that a script could hold.
pub(super) fn own_file(text: &str) -> Vec<Statement> {
    let mut code = Code::at(0);
    code.push_plain(text, 0);
    let mut problems = Problems::default();
    let parsed = parse_unchecked(text, ParseOptions::from(Mode::Module));
    let found = parsed.errors().first();
    assert!(found.is_none(), "the library's own files can be read: {found:?}");
    let mut converter = Converter::of_file(&code, &mut problems);
    let statements = parsed.into_syntax().module().map(|module| converter.block(&module.body)).unwrap_or_default();
    let found = problems.into_sorted();
    assert!(found.is_empty(), "the library's own files can be read: {found:?}");
    statements
}

/// Reads these bytes of the code as one parameter of a function, as between the parentheses of a `def`.
///
/// # Errors
/// As [`expression`] has it; also when it is not exactly one parameter.
pub(super) fn parameter(code: &Code, problems: &mut Problems) -> Result<Parameters, Diagnostic> {
    calls::parameter(code, problems)
}

/// The range without white space at its ends.
pub(super) fn trim(code: &Code, range: Range<usize>) -> Range<usize> {
    let text = &code.text()[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}
