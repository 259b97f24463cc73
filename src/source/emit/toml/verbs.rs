//! Finds the verb that a statement is: `await asyncio.sleep(5)` is `{ sleep = 5 }`.

use crate::script::{Argument, Expression, ExpressionKind, StatementKind, UnaryOperator, WithItem};

use super::Printer;
use super::steps::Entries;
use super::strings::string;

/// A gather with a longer list has one line for each item.
const LONGEST_LIST: usize = 80;

impl Printer {
    /// A value: numbers and booleans are TOML's own, everything else is code.
    pub(super) fn value(&mut self, value: &Expression) -> String {
        match &value.kind {
            ExpressionKind::Bool(value) => value.to_string(),
            ExpressionKind::Int(_) => self.writer.any(value).flat(),
            ExpressionKind::Float(number) if number.is_finite() => self.writer.any(value).flat(),
            _ => self.code(value),
        }
    }

    /// Code in a string.
    pub(super) fn code(&mut self, value: &Expression) -> String {
        string(&self.writer.any(value).flat())
    }

    /// What is bound.
    pub(super) fn target(&mut self, target: &Expression) -> String {
        string(&self.writer.bare(target).flat())
    }

    /// The statement as a verb, if it is one.
    pub(super) fn verb(&mut self, kind: &StatementKind) -> Option<Entries> {
        match kind {
            StatementKind::Expression(value) => self.effect(value),
            StatementKind::Assign(assignment) => {
                let [target] = assignment.targets.as_slice() else { return None };
                let Some(mut entries) = self.bindable(&assignment.value) else {
                    return Some(vec![("set", self.target(target)), ("to", self.value(&assignment.value))]);
                };
                entries.insert(1, ("as", self.target(target)));
                Some(entries)
            }
            StatementKind::Return(Some(value)) => Some(vec![("return", self.value(value))]),
            StatementKind::Assert(test, message) => {
                let mut entries = vec![("assert", self.value(test))];
                if let Some(message) = message {
                    entries.push(("message", self.text(message)?));
                }
                Some(entries)
            }
            StatementKind::Raise(None, _) => Some(vec![("raise", "true".to_owned())]),
            StatementKind::Raise(Some(exception), cause) => {
                let mut entries = vec![("raise", self.code(exception))];
                entries.extend(cause.as_ref().map(|cause| ("from", self.code(cause))));
                Some(entries)
            }
            _ => None,
        }
    }

    /// A value computed for its effect.
    fn effect(&mut self, value: &Expression) -> Option<Entries> {
        let (path, arguments) = match &value.kind {
            ExpressionKind::Await(inner) => match self.writer.names.called(inner) {
                Some((path, arguments)) if path == "asyncio.sleep" => (path, arguments),
                Some(_) | None => return self.bindable(value),
            },
            _ => self.writer.names.called(value)?,
        };
        let [Argument::Positional(only)] = arguments else { return self.bindable(value) };
        match (path.as_str(), &value.kind) {
            ("print", _) => Some(vec![("print", self.text(only)?)]),
            ("asyncio.sleep", ExpressionKind::Await(_)) => Some(vec![("sleep", self.value(only))]),
            ("time.sleep", _) if !is_negative(only) => Some(vec![("block", self.value(only))]),
            ("kitchen_sim.work", _) if !is_negative(only) => Some(vec![("work", self.value(only))]),
            _ => self.bindable(value),
        }
    }

    /// A verb whose value may be bound.
    fn bindable(&mut self, value: &Expression) -> Option<Entries> {
        let ExpressionKind::Await(inner) = &value.kind else { return self.create_task(value) };
        if let ExpressionKind::Await(_) = inner.kind {
            return None;
        }
        match self.writer.names.called(inner) {
            Some((path, arguments)) if path == "asyncio.gather" => {
                self.gather(arguments).or_else(|| self.awaited(inner))
            }
            Some(_) | None => self.awaited(inner),
        }
    }

    fn awaited(&mut self, value: &Expression) -> Option<Entries> {
        Some(vec![("await", self.code(value))])
    }

    fn create_task(&mut self, value: &Expression) -> Option<Entries> {
        let (group, arguments) = match self.in_group(value) {
            Some((group, arguments)) => (Some(group), arguments),
            None => {
                let (path, arguments) = self.writer.names.called(value)?;
                (path == "asyncio.create_task").then_some((None, arguments))?
            }
        };
        let [Argument::Positional(coroutine), rest @ ..] = arguments else { return None };
        if let ExpressionKind::Await(_) = coroutine.kind {
            return None;
        }
        let mut entries = vec![("create_task", self.code(coroutine))];
        entries.extend(group.map(|group| ("group", self.code(group))));
        match rest {
            [] => {}
            [Argument::Keyword(name, text)] if name.name == "name" => entries.push(("name", self.text(text)?)),
            _ => return None,
        }
        Some(entries)
    }

    /// The parts of `group.create_task(…)`, where the group is a variable of the script.
    fn in_group<'e>(&self, value: &'e Expression) -> Option<(&'e Expression, &'e [Argument])> {
        let ExpressionKind::Call(function, arguments) = &value.kind else { return None };
        let ExpressionKind::Attribute(group, method) = &function.kind else { return None };
        let ExpressionKind::Name(name) = &group.kind else { return None };
        (method.name == "create_task" && self.writer.names.is_taken(name)).then_some((group, arguments))
    }

    fn gather(&mut self, arguments: &[Argument]) -> Option<Entries> {
        let (items, flag) = match arguments {
            [items @ .., Argument::Keyword(name, flag)] if name.name == "return_exceptions" => (items, Some(flag)),
            items => (items, None),
        };
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            match item {
                Argument::Positional(Expression { kind: ExpressionKind::Await(_), .. })
                | Argument::Keyword(..)
                | Argument::UnpackedKeywords(_) => return None,
                Argument::Positional(_) | Argument::Unpacked(_) => {
                    list.push(string(&self.writer.argument(item).flat()));
                }
            }
        }
        let line = format!("[{}]", list.join(", "));
        let list = if line.chars().count() <= LONGEST_LIST {
            line
        } else {
            format!("[\n{}  ]", list.iter().map(|item| format!("    {item},\n")).collect::<String>())
        };
        let mut entries = vec![("gather", list)];
        entries.extend(flag.map(|flag| ("return_exceptions", self.value(flag))));
        Some(entries)
    }

    /// `timeout` and `task_group`.
    pub(super) fn async_context(&mut self, item: &WithItem) -> Option<Entries> {
        let (path, arguments) = self.writer.names.called(&item.context)?;
        match (path.as_str(), arguments, &item.target) {
            ("asyncio.timeout", [Argument::Positional(delay)], _) if !matches!(delay.kind, ExpressionKind::None) => {
                Some(vec![("timeout", self.value(delay))])
            }
            ("asyncio.TaskGroup", [], Some(target)) => Some(vec![("task_group", self.target(target))]),
            _ => None,
        }
    }

    /// The inside of an f-string, where the expression is one, or a plain text.
    fn text(&mut self, value: &Expression) -> Option<String> {
        match &value.kind {
            ExpressionKind::Str(text) => Some(string(&super::super::format::braced(text))),
            ExpressionKind::FString(parts) => Some(string(&self.writer.template(parts))),
            _ => None,
        }
    }
}

fn is_negative(value: &Expression) -> bool {
    match &value.kind {
        ExpressionKind::Int(number) => *number < 0,
        ExpressionKind::Float(number) => number.is_sign_negative(),
        ExpressionKind::Unary(UnaryOperator::Negative, _) => true,
        _ => false,
    }
}
