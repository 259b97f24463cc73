//! Verbs that are `with` and `async with`.

use toml::de::DeValue;

use crate::diag::catalog::steps;
use crate::script::{Argument, StatementKind, WithItem};
use crate::source::toml::{Entry, Negative, Reader, kind_of, span_of};

use super::build::call;
use super::step::Step;

/// `with = "expr"` with `steps` and `as`; an array for several items
pub(super) fn with<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    with_items(reader, step, false)
}

/// `async_with`, as `with`
pub(super) fn async_with<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    with_items(reader, step, true)
}

fn with_items<'a>(reader: &mut Reader<'a>, step: &Step<'a>, is_async: bool) -> Option<StatementKind> {
    let items = match step.head.value {
        DeValue::Array(list) => {
            if let Some(binding) = step.get("as") {
                reader.problems.report(steps::as_beside_items(binding.key_span, step.head.key));
            }
            let mut items = Vec::with_capacity(list.len());
            for item in list {
                let span = span_of(&item.span());
                let DeValue::String(_) = item.get_ref() else {
                    reader.problems.report_gap(steps::not_a_context(span, kind_of(item.get_ref())));
                    continue;
                };
                items.extend(reader.context(&Entry { value: item.get_ref(), span, ..step.head }));
            }
            items
        }
        _ => {
            let context = reader.code(&step.head);
            let target = match step.get("as") {
                Some(entry) => Some(reader.target(entry)?),
                None => None,
            };
            vec![WithItem { context, target }]
        }
    };
    let body = reader.steps(step.get("steps")?);
    Some(StatementKind::With { items, body, is_async })
}

/// `timeout = D` with `steps` and `as`: `async with asyncio.timeout(D)`
pub(super) fn timeout<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let delay = reader.duration(&step.head, Negative::Counts);
    let context = call("asyncio.timeout", step.head.key_span, vec![Argument::Positional(delay)], step.span());
    let target = match step.get("as") {
        Some(entry) => Some(reader.target(entry)?),
        None => None,
    };
    let body = reader.steps(step.get("steps")?);
    Some(StatementKind::With { items: vec![WithItem { context, target }], body, is_async: true })
}

/// `task_group = "tg"` with `steps`: `async with asyncio.TaskGroup() as tg`
pub(super) fn task_group<'a>(reader: &mut Reader<'a>, step: &Step<'a>) -> Option<StatementKind> {
    let context = call("asyncio.TaskGroup", step.head.key_span, Vec::new(), step.span());
    let target = Some(reader.target(&step.head)?);
    let body = reader.steps(step.get("steps")?);
    Some(StatementKind::With { items: vec![WithItem { context, target }], body, is_async: true })
}
