//! Verbs about tasks and awaiting: their values may be bound with `as`.

use crate::diag::catalog::steps;
use crate::script::{Argument, Expression, ExpressionKind, Identifier};
use crate::source::toml::{Entry, Reader, span_of};
use crate::units::Span;

use super::build::{awaited, call, keyword};
use super::step::Step;

/// `await = "expr"`
pub(super) fn await_value<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<Expression> {
    let value = reader.code(&step.head);
    refuse_await(reader, step, &value);
    Some(awaited(value, step.span()))
}

/// `create_task = "coro(…)"`: `asyncio.create_task(coro(…), name=…)`; with `group = "tg"`, `tg.create_task(…)`
pub(super) fn create_task<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<Expression> {
    let coroutine = reader.code(&step.head);
    refuse_await(reader, step, &coroutine);
    let mut arguments = vec![Argument::Positional(coroutine)];
    if let Some(name) = step.get("name") {
        let text = reader.format(name);
        arguments.push(keyword("name", name.key_span, text));
    }
    if let Some(later) = step.get("priority") {
        reader.problems.report(steps::key_not_there_yet(later.key_span, later.key));
    }
    if let Some(group) = step.get("group") {
        let method = Identifier { name: "create_task".to_owned(), span: step.head.key_span };
        let kind = ExpressionKind::Attribute(Box::new(reader.code(group)), method);
        let function = Box::new(Expression { kind, span: step.head.key_span });
        return Some(Expression { kind: ExpressionKind::Call(function, arguments), span: step.span() });
    }
    Some(call("asyncio.create_task", step.head.key_span, arguments, step.span()))
}

/// `gather = ["…", …]`: `await asyncio.gather(…)`
pub(super) fn gather<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<Expression> {
    let list = reader.list(&step.head, "a list of strings of code")?;
    let mut arguments = Vec::with_capacity(list.len());
    for item in list {
        let entry = Entry { value: item.get_ref(), span: span_of(&item.span()), ..step.head };
        let argument = reader.argument(&entry);
        if let Argument::Positional(value) = &argument {
            refuse_await(reader, step, value);
        }
        arguments.push(argument);
    }
    if let Some(flag) = step.get("return_exceptions") {
        let value = reader.value(flag);
        arguments.push(keyword("return_exceptions", flag.key_span, value));
    }
    let span = step.span();
    Some(awaited(call("asyncio.gather", step.head.key_span, arguments, span), span))
}

/// Refuses `await` in front of what the verb awaits or starts itself.
fn refuse_await<'a>(reader: &mut Reader<'a>, step: &Step<'a>, value: &Expression) {
    if let ExpressionKind::Await(_) = value.kind {
        let word = Span { start: value.span.start, end: value.span.start + "await".len() as u32 };
        reader.problems.report(steps::awaited_already(word, step.head.key));
    }
}
