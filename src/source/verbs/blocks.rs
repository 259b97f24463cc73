//! Verbs with steps inside.

use toml::de::DeValue;

use crate::diag::catalog::steps;
use crate::script::{Expression, Statement, StatementKind};
use crate::source::toml::{Entry, Reader, entries, kind_of, span_of};
use crate::units::Span;

use super::step::Step;

/// The longest list of `elif`: each nests in the one before it.
const MAX_ELIFS: usize = 200;

/// `if = "expr"` with `then`, `elif` and `else`
pub(super) fn if_else<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let test = reader.value(&step.head);
    let body = reader.steps(step.get("then")?);
    let branches = step.get("elif").map(|entry| elifs(reader, entry)).unwrap_or_default();
    let mut other = optional_steps(reader, step, "else");
    for (test, body, span) in branches.into_iter().rev() {
        other = vec![Statement { kind: StatementKind::If { test, body, other }, span }];
    }
    Some(StatementKind::If { test, body, other })
}

/// The branches of `elif = [{ if = …, then = […] }]`.
fn elifs<'a>(reader: &mut Reader<'a>, entry: &Entry<'a>) -> Vec<(Expression, Vec<Statement>, Span)> {
    let Some(list) = reader.list(entry, "a list of `{ if = …, then = […] }`") else { return Vec::new() };
    if list.len() > MAX_ELIFS {
        reader.problems.report_gap(steps::too_many_branches(entry.key_span, MAX_ELIFS));
        return Vec::new();
    }
    let mut branches = Vec::with_capacity(list.len());
    for item in list {
        let span = span_of(&item.span());
        match item.get_ref() {
            DeValue::Table(table) => branches.extend(elif(reader, &entries(table), span)),
            other => reader.problems.report_gap(steps::not_an_elif(span, kind_of(other))),
        }
    }
    branches
}

fn elif<'a>(reader: &mut Reader<'a>, entries: &[Entry<'a>], span: Span) -> Option<(Expression, Vec<Statement>, Span)> {
    for entry in entries.iter().filter(|entry| !matches!(entry.key, "if" | "then")) {
        reader.problems.report(steps::unknown_step_key(entry.key_span, entry.key, "elif", ["if", "then"].into_iter()));
    }
    let find = |key: &str| entries.iter().find(|entry| entry.key == key);
    let (Some(test), Some(body)) = (find("if"), find("then")) else {
        reader.problems.report_gap(steps::not_an_elif(span, "a table without both of them"));
        return None;
    };
    Some((reader.value(test), reader.steps(body), test.key_span.to(test.span)))
}

/// `for = "x", in = "expr"` with `steps` and `else`
pub(super) fn for_each<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    each(reader, step, false)
}

/// `async_for`, as `for`
pub(super) fn async_for_each<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    each(reader, step, true)
}

fn each<'a>(reader: &mut Reader<'a>, step: &Step<'a>, is_async: bool) -> Option<StatementKind> {
    let target = reader.target(&step.head);
    let iterable = reader.code(step.get("in")?);
    let body = reader.steps(step.get("steps")?);
    let other = optional_steps(reader, step, "else");
    Some(StatementKind::For { target: target?, iterable, body, other, is_async })
}

/// `repeat = N` with `steps`
pub(super) fn repeat<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let count = reader.value(&step.head);
    let body = reader.steps(step.get("steps")?);
    Some(StatementKind::Repeat { count, body })
}

/// `while = "expr"` with `steps` and `else`
pub(super) fn while_true<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let test = reader.value(&step.head);
    let body = reader.steps(step.get("steps")?);
    let other = optional_steps(reader, step, "else");
    Some(StatementKind::While { test, body, other })
}

pub(super) fn optional_steps<'a>(reader: &mut Reader<'a>, step: &Step<'a>, key: &str) -> Vec<Statement> {
    step.get(key).map(|entry| reader.steps(entry)).unwrap_or_default()
}
