//! Steps: a verb where there is one, else the statement as a bare string.

use crate::diag::catalog::convert;
use crate::script::{ExceptHandler, Expression, ExpressionKind, Statement, StatementKind, WithItem};

use super::Printer;
use super::strings::string;

/// One level of indentation.
const INDENT: usize = 2;
/// A longer step does not share the line of its list.
const LONGEST_SINGLE: usize = 60;
/// The keys of a step with their values.
pub(super) type Entries = Vec<(&'static str, String)>;

impl Printer {
    /// A list of steps whose opening bracket stands on a line of this indentation. A single short one stays on that line.
    pub(super) fn steps(&mut self, block: &[Statement], indent: usize) -> String {
        let inner = indent + INDENT;
        let read = block.iter().filter(|statement| !is_comment(statement));
        let steps: Vec<String> = read.filter_map(|statement| self.step(statement, inner)).collect();
        match steps.as_slice() {
            [] => "[]".to_owned(),
            [only] if !only.contains('\n') && only.chars().count() <= LONGEST_SINGLE => format!("[{only}]"),
            _ => listed(&steps, inner),
        }
    }

    /// One step; `None` when specs have nothing like it, which is reported.
    fn step(&mut self, statement: &Statement, indent: usize) -> Option<String> {
        let entries = match &statement.kind {
            StatementKind::If { test, body, other } => self.if_else(test, body, other, indent),
            StatementKind::For { target, iterable, body, other, is_async } => {
                let verb = if *is_async { "async_for" } else { "for" };
                let mut entries = vec![(verb, self.target(target)), ("in", self.value(iterable))];
                entries.push(("steps", self.steps(body, indent)));
                self.optional("else", other, indent, &mut entries);
                entries
            }
            StatementKind::Repeat { count, body } => {
                vec![("repeat", self.value(count)), ("steps", self.steps(body, indent))]
            }
            StatementKind::While { test, body, other } => {
                let mut entries = vec![("while", self.value(test)), ("steps", self.steps(body, indent))];
                self.optional("else", other, indent, &mut entries);
                entries
            }
            StatementKind::Try { body, handlers, is_star, other, finally } => {
                let mut entries = vec![("try", self.steps(body, indent))];
                let key = if *is_star { "except_star" } else { "except" };
                entries.extend((!handlers.is_empty()).then(|| (key, self.handlers(handlers, indent))));
                self.optional("else", other, indent, &mut entries);
                self.optional("finally", finally, indent, &mut entries);
                entries
            }
            StatementKind::With { items, body, is_async } => self.with(items, body, *is_async, indent),
            StatementKind::Function(function) => {
                let span = function.name.span;
                let instead = "define it at the top and give it what it needs as arguments";
                self.problems.push(convert::specs_lack(span, "functions inside functions", instead));
                return None;
            }
            StatementKind::Class(class) => {
                self.problems.push(convert::specs_lack(class.name.span, "classes", "use dicts and functions"));
                return None;
            }
            // A spec needs none.
            StatementKind::Import(_) => return None,
            _ if self.refuses_yield(statement) => return None,
            StatementKind::Expression(_)
            | StatementKind::Assign(_)
            | StatementKind::AugmentedAssign(..)
            | StatementKind::Delete(_)
            | StatementKind::Pass
            | StatementKind::Break
            | StatementKind::Continue
            | StatementKind::Return(_)
            | StatementKind::Assert(..)
            | StatementKind::Raise(..)
            | StatementKind::Global(_)
            | StatementKind::Nonlocal(_) => return Some(self.simple(statement)),
        };
        Some(table(&entries))
    }

    /// Reports `yield`, which specs lack.
    fn refuses_yield(&mut self, statement: &Statement) -> bool {
        let is_yield =
            |inner: &Expression| matches!(inner.kind, ExpressionKind::Yield(_) | ExpressionKind::YieldFrom(_));
        let mut found = false;
        statement.each_expression(&mut |expression| found = found || expression.any(&mut |inner| is_yield(inner)));
        if found {
            self.problems.push(convert::specs_lack(
                statement.span,
                "generators",
                "put the items into a list or a Queue",
            ));
        }
        found
    }

    fn simple(&mut self, statement: &Statement) -> String {
        if let Some(entries) = self.verb(&statement.kind) {
            return table(&entries);
        }
        let (before, doc) = self.writer.simple(&statement.kind);
        string(&format!("{before}{}", doc.flat()))
    }

    fn if_else(&mut self, test: &Expression, body: &[Statement], other: &[Statement], indent: usize) -> Entries {
        let mut entries = vec![("if", self.value(test)), ("then", self.steps(body, indent))];
        let (mut branches, mut rest) = (Vec::new(), other);
        while let [Statement { kind: StatementKind::If { test, body, other }, .. }] = rest {
            let inner = indent + INDENT;
            let branch = vec![("if", self.value(test)), ("then", self.steps(body, inner))];
            branches.push(table(&branch));
            rest = other;
        }
        if !branches.is_empty() {
            entries.push(("elif", listed(&branches, indent + INDENT)));
        }
        self.optional("else", rest, indent, &mut entries);
        entries
    }

    fn handlers(&mut self, handlers: &[ExceptHandler], indent: usize) -> String {
        let inner = indent + INDENT;
        let mut tables = Vec::with_capacity(handlers.len());
        for handler in handlers {
            let mut entries = Vec::new();
            entries.extend(handler.class.as_ref().map(|class| ("catch", self.code(class))));
            entries.extend(handler.name.as_ref().map(|name| ("as", string(&name.name))));
            entries.push(("steps", self.steps(&handler.body, inner)));
            tables.push(table(&entries));
        }
        listed(&tables, inner)
    }

    fn with(&mut self, items: &[WithItem], body: &[Statement], is_async: bool, indent: usize) -> Entries {
        let verb = if is_async { "async_with" } else { "with" };
        let steps = |printer: &mut Self| ("steps", printer.steps(body, indent));
        if let [item] = items {
            let mut entries = if is_async { self.async_context(item) } else { None }
                .unwrap_or_else(|| vec![(verb, self.code(&item.context))]);
            let has_own_target = entries.iter().any(|(key, _)| *key == "task_group");
            if let Some(target) = item.target.as_ref().filter(|_| !has_own_target) {
                entries.push(("as", self.target(target)));
            }
            entries.push(steps(self));
            return entries;
        }
        let contexts = items.iter().map(|item| {
            let context = self.writer.any(&item.context).flat();
            let target = item.target.as_ref().map(|target| format!(" as {}", self.writer.any(target).flat()));
            string(&(context + &target.unwrap_or_default()))
        });
        let contexts = format!("[{}]", contexts.collect::<Vec<_>>().join(", "));
        vec![(verb, contexts), steps(self)]
    }

    fn optional(&mut self, key: &'static str, block: &[Statement], indent: usize, entries: &mut Entries) {
        if !block.is_empty() {
            entries.push((key, self.steps(block, indent)));
        }
    }
}

/// A list with one item a line; its closing bracket stands one level further out.
fn listed(items: &[String], indent: usize) -> String {
    let margin = " ".repeat(indent);
    let items: String = items.iter().map(|item| format!("{margin}{item},\n")).collect();
    format!("[\n{items}{}]", " ".repeat(indent - INDENT))
}

/// A docstring, or any text that nobody reads: it does nothing.
fn is_comment(statement: &Statement) -> bool {
    matches!(&statement.kind, StatementKind::Expression(Expression { kind: ExpressionKind::Str(_), .. }))
}

/// `{ key = value, … }`
fn table(entries: &Entries) -> String {
    let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", entries.join(", "))
}
