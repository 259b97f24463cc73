//! The verbs of steps: one row in [`VERBS`] and one small function each, which says what Python the verb stands for.
//!
//! Must not know what names mean. A verb that is new is one row here and one function beside its kind.

mod blocks;
mod build;
mod contexts;
mod handlers;
mod plain;
mod step;
mod tasks;

use toml::de::{DeTable, DeValue};

use crate::diag::catalog::steps;
use crate::script::{Assignment, Expression, Statement, StatementKind};
use crate::source::toml::{Entry, Reader, TOP_LEVEL_KEYS, entries, kind_of, span_of};
use crate::units::Span;

use step::Step;

/// A verb and the keys that may stand beside it.
struct Verb {
    name: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
    action: Action,
}

/// What a verb is read into; `None` when it was refused, which is reported.
enum Action {
    /// A statement.
    Statement(for<'a> fn(&mut Reader<'a>, &Step<'a>) -> Option<StatementKind>),
    /// A value, which `as` may bind.
    Value(for<'a> fn(&mut Reader<'a>, &Step<'a>) -> Option<Expression>),
}

/// A verb without a value.
const fn statement(
    name: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
    read: for<'a> fn(&mut Reader<'a>, &Step<'a>) -> Option<StatementKind>,
) -> Verb {
    Verb { name, required, optional, action: Action::Statement(read) }
}

/// A verb with a value.
const fn value(
    name: &'static str,
    optional: &'static [&'static str],
    read: for<'a> fn(&mut Reader<'a>, &Step<'a>) -> Option<Expression>,
) -> Verb {
    Verb { name, required: &[], optional, action: Action::Value(read) }
}

/// Every verb, in the order of the language's page.
const VERBS: &[Verb] = &[
    statement("print", &[], &[], plain::print),
    statement("sleep", &[], &[], plain::sleep),
    statement("block", &[], &[], plain::block),
    statement("work", &[], &[], plain::work),
    statement("do", &[], &["as"], plain::do_statement),
    statement("set", &["to"], &[], plain::set),
    value("await", &["as"], tasks::await_value),
    value("create_task", &["as", "name", "priority", "group"], tasks::create_task),
    value("gather", &["as", "return_exceptions"], tasks::gather),
    statement("with", &["steps"], &["as"], contexts::with),
    statement("async_with", &["steps"], &["as"], contexts::async_with),
    statement("timeout", &["steps"], &["as"], contexts::timeout),
    statement("task_group", &["steps"], &[], contexts::task_group),
    statement("if", &["then"], &["elif", "else"], blocks::if_else),
    statement("for", &["in", "steps"], &["else"], blocks::for_each),
    statement("async_for", &["in", "steps"], &["else"], blocks::async_for_each),
    statement("repeat", &["steps"], &[], blocks::repeat),
    statement("while", &["steps"], &["else"], blocks::while_true),
    statement("try", &[], &["except", "except_star", "else", "finally"], handlers::try_except),
    statement("raise", &[], &["from"], plain::raise),
    statement("return", &[], &[], plain::return_value),
    statement("assert", &[], &["message"], plain::assert),
    statement("break", &[], &[], plain::break_loop),
    statement("continue", &[], &[], plain::continue_loop),
    statement("pass", &[], &[], plain::pass),
];

/// What people write for a verb who know it under another name.
const OTHER_WORDS: [(&str, &str); 19] = [
    ("call", "do"),
    ("call_async", "await"),
    ("compute", "work"),
    ("cpu", "work"),
    ("delay", "sleep"),
    ("echo", "print"),
    ("foreach", "for"),
    ("join", "await"),
    ("let", "set"),
    ("log", "print"),
    ("loop", "repeat"),
    ("run", "await"),
    ("say", "print"),
    ("spawn", "create_task"),
    ("start", "create_task"),
    ("task", "create_task"),
    ("throw", "raise"),
    ("times", "repeat"),
    ("wait", "await"),
];

/// Whether this is the name of a verb.
pub(crate) fn is_verb(name: &str) -> bool {
    find(name).is_some()
}

fn find(name: &str) -> Option<&'static Verb> {
    VERBS.iter().find(|verb| verb.name == name)
}

impl<'a> Reader<'a> {
    /// A list of steps, as the body of a function or of a verb.
    pub(crate) fn steps(&mut self, entry: &Entry<'a>) -> Vec<Statement> {
        let Some(list) = self.list(entry, "a list of steps") else { return Vec::new() };
        let mut statements = Vec::with_capacity(list.len());
        for item in list {
            let span = span_of(&item.span());
            match item.get_ref() {
                DeValue::String(_) => statements.extend(self.statement(span)),
                DeValue::Table(table) => statements.extend(self.step(table, span)),
                other => self.problems.report_gap(steps::not_a_step(span, kind_of(other))),
            }
        }
        statements
    }

    /// A step that is a table with one verb.
    fn step(&mut self, table: &'a DeTable<'a>, span: Span) -> Option<Statement> {
        let entries = entries(table);
        let mut verbs = entries.iter().filter_map(|entry| Some((*entry, find(entry.key)?)));
        let Some((head, verb)) = verbs.next() else {
            self.no_verb(&entries, span);
            return None;
        };
        if let Some((second, _)) = verbs.next() {
            self.problems.report_gap(steps::two_verbs(second.key_span, second.key, head.key_span, head.key));
            return None;
        }
        drop(verbs);
        let step = Step { head, entries };
        self.check_keys(&step, verb)?;
        self.perform(&step, verb)
    }

    fn perform(&mut self, step: &Step<'a>, verb: &Verb) -> Option<Statement> {
        let kind = match verb.action {
            Action::Statement(read) => read(self, step)?,
            Action::Value(read) => {
                let value = read(self, step)?;
                self.bound(step, value)?
            }
        };
        Some(Statement { kind, span: step.span() })
    }

    /// The value as a statement, bound to the target of `as` when there is one.
    fn bound(&mut self, step: &Step<'a>, value: Expression) -> Option<StatementKind> {
        match step.get("as") {
            None => Some(StatementKind::Expression(value)),
            Some(entry) => {
                let target = self.target(entry)?;
                Some(StatementKind::Assign(Assignment { targets: vec![target], value }))
            }
        }
    }

    fn no_verb(&mut self, entries: &[Entry<'a>], span: Span) {
        let names = VERBS.iter().map(|verb| verb.name);
        let problem = match entries.iter().find(|entry| !is_companion(entry.key)) {
            Some(entry) => match OTHER_WORDS.iter().find(|(word, _)| *word == entry.key) {
                Some((_, verb)) => steps::other_word_for_verb(entry.key_span, entry.key, verb),
                None => steps::unknown_verb(entry.key_span, entry.key, names),
            },
            None => steps::no_verb(entries.first().map_or(span, |entry| entry.key_span)),
        };
        self.problems.report_gap(problem);
    }

    /// Whether every key beside the verb belongs to it and none is missing; reports what does not. Unknown keys
    /// alone do not keep the step from being read.
    fn check_keys(&mut self, step: &Step<'a>, verb: &Verb) -> Option<()> {
        for entry in &step.entries {
            let belongs = |keys: &[&str]| keys.contains(&entry.key);
            if entry.key == verb.name || belongs(verb.required) || belongs(verb.optional) {
                continue;
            }
            self.problems.report(if TOP_LEVEL_KEYS.contains(&entry.key) {
                crate::diag::catalog::document::misplaced_top_level_key(entry.key_span, entry.key, "this step")
            } else if entry.key == "as" {
                steps::nothing_to_bind(entry.key_span, verb.name)
            } else {
                let known = verb.required.iter().chain(verb.optional).copied();
                steps::unknown_step_key(entry.key_span, entry.key, verb.name, known)
            });
        }
        let missing = verb.required.iter().find(|key| step.get(key).is_none());
        if let Some(key) = missing {
            self.problems.report_gap(steps::missing_key(step.head.key_span, verb.name, key));
            return None;
        }
        Some(())
    }
}

/// Whether this is a key that stands beside verbs.
fn is_companion(key: &str) -> bool {
    VERBS.iter().any(|verb| verb.required.contains(&key) || verb.optional.contains(&key))
}
