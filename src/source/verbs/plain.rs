//! Verbs that are one plain statement.

use toml::de::DeValue;

use crate::diag::catalog::{steps, values};
use crate::script::{Argument, Assignment, StatementKind};
use crate::source::toml::{Negative, Reader, kind_of};

use super::build::{awaited, call, effect};
use super::step::Step;

/// `print = "text {x}"`: `print(f"text {x}")`
pub(super) fn print<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let text = reader.format(&step.head);
    effect(call("print", step.head.key_span, vec![Argument::Positional(text)], step.span()))
}

/// `sleep = D`: `await asyncio.sleep(D)`
pub(super) fn sleep<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    // tasks.py, sleep: a delay at or below zero only yields to the loop.
    let delay = reader.duration(&step.head, Negative::Counts);
    let span = step.span();
    effect(awaited(call("asyncio.sleep", step.head.key_span, vec![Argument::Positional(delay)], span), span))
}

/// `block = D`: `time.sleep(D)`
pub(super) fn block<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let delay = reader.duration(&step.head, Negative::Refused);
    effect(call("time.sleep", step.head.key_span, vec![Argument::Positional(delay)], step.span()))
}

/// `work = D`: a CPU-bound stretch of D seconds.
pub(super) fn work<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let delay = reader.duration(&step.head, Negative::Refused);
    effect(call("kitchen_sim.work", step.head.key_span, vec![Argument::Positional(delay)], step.span()))
}

/// `do = "statement"`: the statement; `as` binds the value of an expression.
pub(super) fn do_statement<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let DeValue::String(_) = step.head.value else {
        return reader.wrong_type(&step.head, "a statement in quotes", step.head.value);
    };
    let statement = reader.statement(step.head.span)?;
    let Some(binding) = step.get("as") else { return Some(statement.kind) };
    let StatementKind::Expression(value) = statement.kind else {
        reader.problems.report_gap(steps::statement_has_no_value(binding.key_span, statement.span));
        return None;
    };
    let target = reader.target(binding)?;
    Some(StatementKind::Assign(Assignment { targets: vec![target], value }))
}

/// `set = "x", to = V`: `x = V`
pub(super) fn set<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let target = reader.target(&step.head);
    let value = reader.value(step.get("to")?);
    Some(StatementKind::Assign(Assignment { targets: vec![target?], value }))
}

/// `return = V`
pub(super) fn return_value<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    Some(StatementKind::Return(Some(reader.value(&step.head))))
}

/// `raise = "exception"` with `from`; `raise = true` raises again what is being handled
pub(super) fn raise<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let cause = step.get("from");
    match (step.head.value, cause) {
        (DeValue::Boolean(true), None) => Some(StatementKind::Raise(None, None)),
        (DeValue::Boolean(_), _) => {
            reader.problems.report(steps::nothing_to_raise(step.span()));
            None
        }
        _ => {
            let exception = reader.code(&step.head);
            Some(StatementKind::Raise(Some(exception), cause.map(|cause| reader.value(cause))))
        }
    }
}

/// `assert = "expr"`, with `message`
pub(super) fn assert<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let test = reader.value(&step.head);
    let message = step.get("message").map(|entry| reader.format(entry));
    Some(StatementKind::Assert(test, message))
}

/// `break = true`
pub(super) fn break_loop<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    flag(reader, step, StatementKind::Break)
}

/// `continue = true`
pub(super) fn continue_loop<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    flag(reader, step, StatementKind::Continue)
}

/// `pass = true`
pub(super) fn pass<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    flag(reader, step, StatementKind::Pass)
}

/// A verb whose value can only be `true`.
fn flag<'a>(reader: &mut Reader<'a>, step: &Step<'a>, kind: StatementKind) -> Option<StatementKind> {
    match step.head.value {
        DeValue::Boolean(true) => {}
        DeValue::Boolean(false) => reader.problems.report(steps::flag_is_false(step.span(), step.head.key)),
        other => {
            reader.problems.report(values::wrong_type(step.head.span, step.head.key, "`true`", kind_of(other)));
        }
    }
    Some(kind)
}
