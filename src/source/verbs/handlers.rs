//! The verb `try`.

use toml::de::DeValue;

use crate::diag::catalog::steps;
use crate::script::{ExceptHandler, Identifier, StatementKind};
use crate::source::expression::is_name;
use crate::source::toml::{Entry, Reader, entries, kind_of, span_of};
use crate::units::Span;

use super::blocks::optional_steps;
use super::step::Step;

const KEYS: [&str; 3] = ["catch", "as", "steps"];

/// `try = […]` with `except` or `except_star`, `else` and `finally`
pub(super) fn try_except<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let body = reader.steps(&step.head);
    let star = step.get("except_star");
    let plain = step.get("except");
    let handlers = plain.or(star).map(|entry| handlers(reader, entry)).unwrap_or_default();
    let other = optional_steps(reader, step, "else");
    let finally = optional_steps(reader, step, "finally");
    match (plain.or(star), step.get("else"), step.get("finally")) {
        (None, _, None) => reader.problems.report(steps::try_alone(step.head.key_span)),
        (None, Some(other), Some(_)) => reader.problems.report(steps::else_without_except(other.key_span)),
        _ => {}
    }
    if let (Some(plain), Some(star)) = (plain, star) {
        reader.problems.report(steps::two_kinds_of_handlers(star.key_span, plain.key_span));
    }
    if let (Some(_), None, Some(all)) = (star, plain, handlers.iter().find(|handler| handler.class.is_none())) {
        reader.problems.report(steps::star_without_class(all.span));
    }
    Some(StatementKind::Try { body, handlers, is_star: plain.is_none() && star.is_some(), other, finally })
}

/// `except = [{ catch = "A", as = "error", steps = […] }]`
fn handlers<'a>(reader: &mut Reader<'a>, entry: &Entry<'a>) -> Vec<ExceptHandler> {
    let Some(list) = reader.list(entry, "a list of `{ catch = …, steps = […] }`") else { return Vec::new() };
    let mut handlers = Vec::with_capacity(list.len());
    for item in list {
        let span = span_of(&item.span());
        match item.get_ref() {
            DeValue::Table(table) => handlers.extend(handler(reader, &entries(table), span)),
            other => reader.problems.report_gap(steps::not_a_handler(span, kind_of(other))),
        }
    }
    handlers
}

fn handler<'a>(reader: &mut Reader<'a>, entries: &[Entry<'a>], span: Span) -> Option<ExceptHandler> {
    for entry in entries.iter().filter(|entry| !KEYS.contains(&entry.key)) {
        reader.problems.report(steps::unknown_step_key(entry.key_span, entry.key, "except", KEYS.into_iter()));
    }
    let find = |key: &str| entries.iter().find(|entry| entry.key == key);
    let Some(steps) = find("steps") else {
        reader.problems.report_gap(steps::not_a_handler(span, "a table without `steps`"));
        return None;
    };
    let catch = find("catch");
    let class = catch.map(|catch| reader.code(catch));
    Some(ExceptHandler {
        class,
        name: find("as").and_then(|entry| name(reader, entry)),
        body: reader.steps(steps),
        span: catch.map_or(steps.key_span, |catch| catch.key_span.to(catch.span)),
    })
}

/// The name that is bound to the exception.
fn name<'a>(reader: &mut Reader<'a>, entry: &Entry<'a>) -> Option<Identifier> {
    let name = reader.text(entry)?;
    if !is_name(&name) {
        reader.problems.report_gap(crate::diag::catalog::document::not_a_name(entry.span, &name));
        return None;
    }
    Some(Identifier { name, span: entry.span })
}
