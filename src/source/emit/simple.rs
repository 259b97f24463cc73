//! Simple statements: those of one line, which a spec has as bare strings.

use crate::script::{Assignment, BinaryOperator, Expression, Identifier, Import, StatementKind};

use super::expression::Writer;
use super::layout::{Doc, Style};

impl Writer {
    /// A simple statement as a fixed beginning and what may be broken behind it. A statement with blocks gives nothing.
    pub(super) fn simple(&mut self, kind: &StatementKind) -> (String, Doc) {
        let word = |word: &str| (word.to_owned(), Doc::text(""));
        match kind {
            StatementKind::Expression(value) => (String::new(), self.bare_yield(value)),
            StatementKind::Assign(assignment) => self.assignment(assignment),
            StatementKind::AugmentedAssign(target, operator, value) => self.augmented(target, *operator, value),
            StatementKind::Delete(targets) => ("del ".to_owned(), self.list(targets)),
            StatementKind::Pass => word("pass"),
            StatementKind::Break => word("break"),
            StatementKind::Continue => word("continue"),
            StatementKind::Return(None) => word("return"),
            StatementKind::Return(Some(value)) => ("return ".to_owned(), self.bare(value)),
            StatementKind::Assert(test, message) => self.pair("assert ", test, ", ", message.as_ref()),
            StatementKind::Raise(None, _) => word("raise"),
            StatementKind::Raise(Some(exception), cause) => self.pair("raise ", exception, " from ", cause.as_ref()),
            StatementKind::Global(names) => word(&format!("global {}", listed(names))),
            StatementKind::Nonlocal(names) => word(&format!("nonlocal {}", listed(names))),
            StatementKind::Import(imports) => word(&import(imports)),
            StatementKind::If { .. }
            | StatementKind::For { .. }
            | StatementKind::Repeat { .. }
            | StatementKind::While { .. }
            | StatementKind::Try { .. }
            | StatementKind::With { .. }
            | StatementKind::Function(_)
            | StatementKind::Class(_) => word(""),
        }
    }

    fn assignment(&mut self, assignment: &Assignment) -> (String, Doc) {
        let targets: String =
            assignment.targets.iter().map(|target| format!("{} = ", self.bare(target).flat())).collect();
        (targets, self.bare(&assignment.value))
    }

    fn augmented(&mut self, target: &Expression, operator: BinaryOperator, value: &Expression) -> (String, Doc) {
        let before = format!("{} {}= ", self.any(target).flat(), operator.symbol());
        (before, self.bare(value))
    }

    fn list(&mut self, items: &[Expression]) -> Doc {
        match items {
            [only] => self.any(only),
            _ => {
                let items = items.iter().map(|item| self.any(item)).collect();
                Doc::bracket("(", items, ")", Style::BareTuple)
            }
        }
    }

    /// Two expressions with a word between them, the second perhaps missing.
    fn pair(&mut self, before: &str, first: &Expression, between: &str, second: Option<&Expression>) -> (String, Doc) {
        let first = self.any(first);
        let doc = match second {
            None => first,
            Some(second) => Doc::Join(vec![first, Doc::text(between), self.any(second)]),
        };
        (before.to_owned(), doc)
    }
}

/// `import a as b`, `from a import b as c, d`
fn import(imports: &[Import]) -> String {
    let bound = |what: &str, name: &str| {
        let is_same = what == name || what == "*" || what.split('.').next() == Some(name);
        if is_same { what.to_owned() } else { format!("{what} as {name}") }
    };
    let items: Vec<String> = imports
        .iter()
        .map(|import| bound(&import.item.as_ref().unwrap_or(&import.module).name, &import.name.name))
        .collect();
    match imports {
        [Import { module, item: Some(_), .. }, ..] => format!("from {} import {}", module.name, items.join(", ")),
        _ => format!("import {}", items.join(", ")),
    }
}

/// `a, b`
pub(super) fn listed(names: &[Identifier]) -> String {
    names.iter().map(|name| name.name.as_str()).collect::<Vec<_>>().join(", ")
}
