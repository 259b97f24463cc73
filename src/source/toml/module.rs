//! Puts the parts of a spec into a module: functions as they are written, then exceptions, then globals, then the entry.

use crate::diag::catalog::{document, duplicate_name, functions};
use crate::script::{
    Argument, Assignment, Class, Expression, ExpressionKind, Function, Identifier, Statement, StatementKind,
};
use crate::units::Span;

use super::TOP_LEVEL_KEYS;
use super::reader::Reader;
use super::table::{Entry, entries};

/// What a module is made of.
#[derive(Default)]
pub(super) struct Parts<'a> {
    pub(super) functions: Vec<Function>,
    pub(super) exceptions: Vec<Class>,
    pub(super) globals: Vec<Global>,
    pub(super) entry: Option<Entry<'a>>,
    /// Whether functions may be missing for a reason that has been said.
    pub(super) lacks_functions: bool,
}

/// One of `[globals]`.
pub(super) struct Global {
    name: Identifier,
    value: Expression,
}

impl<'a> Reader<'a> {
    /// Adds everything below `[exceptions]`: a name, and the class that it derives from.
    pub(super) fn exceptions(&mut self, section: &Entry<'a>, found: &mut Vec<Class>) {
        let Some(table) = self.table(section, "a table") else { return };
        for entry in entries(table) {
            let name = self.name(&entry);
            let base = self.code(&entry);
            let pass = Statement { kind: StatementKind::Pass, span: name.span };
            found.push(Class {
                header: name.span,
                name,
                keywords: Vec::new(),
                bases: vec![base],
                body: vec![pass],
                decorators: Vec::new(),
                annotated: Vec::new(),
            });
        }
    }

    /// Adds everything below `[globals]`.
    pub(super) fn globals(&mut self, section: &Entry<'a>, found: &mut Vec<Global>) {
        let Some(table) = self.table(section, "a table") else { return };
        for entry in entries(table) {
            let before = self.problems.count();
            let global = Global { name: self.name(&entry), value: self.value(&entry) };
            // A global may be called `seed`; where the value is no code either, the top-level key was meant.
            if self.problems.count() > before && TOP_LEVEL_KEYS.contains(&entry.key) {
                self.problems.truncate(before);
                self.problems.report(document::misplaced_top_level_key(entry.key_span, entry.key, "[globals]"));
            }
            found.push(global);
        }
    }

    /// The module's statements.
    pub(super) fn module(&mut self, mut parts: Parts<'a>) -> Vec<Statement> {
        parts.functions.sort_by_key(|function| function.name.span);
        self.refuse_duplicates(&parts);
        let entry = self.entry(&parts);
        let mut module = Vec::with_capacity(parts.functions.len() + parts.globals.len() + 1);
        for function in parts.functions {
            let span = function.name.span;
            module.push(Statement { kind: StatementKind::Function(Box::new(function)), span });
        }
        for class in parts.exceptions {
            let span = class.name.span;
            module.push(Statement { kind: StatementKind::Class(Box::new(class)), span });
        }
        for Global { name, value } in parts.globals {
            let span = name.span.to(value.span);
            let target = Expression { kind: ExpressionKind::Name(name.name), span: name.span };
            let assignment = Assignment { targets: vec![target], value };
            module.push(Statement { kind: StatementKind::Assign(assignment), span });
        }
        module.extend(entry);
        module
    }

    fn refuse_duplicates(&mut self, parts: &Parts<'a>) {
        let mut names: Vec<&Identifier> = parts.functions.iter().map(|function| &function.name).collect();
        names.extend(parts.exceptions.iter().map(|class| &class.name));
        names.extend(parts.globals.iter().map(|global| &global.name));
        names.sort_by_key(|name| name.span);
        let mut seen: indexmap::IndexMap<&str, Span> = indexmap::IndexMap::with_capacity(names.len());
        for name in names {
            match seen.get(name.name.as_str()) {
                Some(first) => self.problems.report(duplicate_name(name.span, *first, &name.name)),
                None => {
                    seen.insert(&name.name, name.span);
                }
            }
        }
    }

    /// The entry as a statement: a coroutine's call inside `asyncio.run`.
    fn entry(&mut self, parts: &Parts<'a>) -> Option<Statement> {
        let call = match &parts.entry {
            Some(entry) => self.written_entry(entry, parts)?,
            None => self.main_call(parts)?,
        };
        let span = call.span;
        let is_coroutine = called_name(&call).and_then(|name| find(parts, name)).is_some_and(|found| found.is_async);
        if !is_coroutine {
            return Some(Statement { kind: StatementKind::Expression(call), span });
        }
        let run = Expression { kind: ExpressionKind::Library("asyncio.run"), span };
        let kind = ExpressionKind::Call(Box::new(run), vec![Argument::Positional(call)]);
        Some(Statement { kind: StatementKind::Expression(Expression { kind, span }), span })
    }

    fn written_entry(&mut self, entry: &Entry<'a>, parts: &Parts<'a>) -> Option<Expression> {
        let before = self.problems.count();
        let call = self.code(entry);
        if self.problems.count() > before {
            return None;
        }
        if let ExpressionKind::Call(..) = call.kind {
            return Some(call);
        }
        let mut problem = document::entry_is_no_call(call.span);
        if let ExpressionKind::Name(name) = &call.kind
            && find(parts, name).is_some()
        {
            problem = functions::not_called(call.span, name);
        }
        self.problems.report_gap(problem);
        None
    }

    /// `main()`, standing where `main` is defined.
    fn main_call(&mut self, parts: &Parts<'a>) -> Option<Expression> {
        let Some(main) = find(parts, "main") else {
            if parts.lacks_functions {
                return None;
            }
            let first = parts.functions.first().map(|function| (&function.name.name[..], function.name.span));
            self.problems.report_gap(document::no_entry(first));
            return None;
        };
        let span = main.name.span;
        let function = Expression { kind: ExpressionKind::Name("main".to_owned()), span };
        Some(Expression { kind: ExpressionKind::Call(Box::new(function), Vec::new()), span })
    }
}

fn find<'p>(parts: &'p Parts<'_>, name: &str) -> Option<&'p Function> {
    parts.functions.iter().find(|function| function.name.name == name)
}

/// The name of the function that is called, where it is a plain name.
fn called_name(call: &Expression) -> Option<&str> {
    let ExpressionKind::Call(function, _) = &call.kind else { return None };
    let ExpressionKind::Name(name) = &function.kind else { return None };
    Some(name)
}
