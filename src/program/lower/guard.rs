//! Wrong calls that are right: a program may make one to see what is raised. Whether it does is read off the script, so that
//! all other wrong calls are reported before the run.

use crate::diag::Diagnostic;
use crate::script::{ExceptHandler, Expression, ExpressionKind, Statement, StatementKind};

use crate::units::Dialect;

use super::Lowering;

impl Lowering<'_> {
    /// A call that raises a `TypeError` for certain: a problem, unless something in the program is there to catch it.
    pub(super) fn misfit(&mut self, problem: Diagnostic) {
        if !self.knows_type_errors && self.guards == 0 {
            self.problem(problem);
        }
    }

    /// Whether something in the program is there to catch the `NameError` of a name that means nothing here.
    pub(super) fn expects_name_errors(&self) -> bool {
        self.dialect == Dialect::Python && self.library.is_none() && (self.knows_name_errors || self.guards > 0)
    }

    /// Whether something may be there to catch the `UnboundLocalError` of a variable that has no value here.
    pub(super) fn expects_unbound(&self) -> bool {
        self.expects_name_errors() || self.dialect == Dialect::Python && self.library.is_none() && self.catches_all
    }

    /// Whether something in the program is there to catch the error of an import of what is not there.
    pub(super) fn expects_import_errors(&self) -> bool {
        self.dialect == Dialect::Python && self.library.is_none() && (self.knows_import_errors || self.guards > 0)
    }

    /// Whether something in the program is there to catch the error of an attribute that a module does not have.
    pub(super) fn expects_attribute_errors(&self) -> bool {
        self.dialect == Dialect::Python && self.library.is_none() && (self.knows_attribute_errors || self.guards > 0)
    }

    /// Does what `lower` does; where `is_strict`, a wrong call is a problem whoever may catch it.
    pub(super) fn strictly(&mut self, is_strict: bool, lower: impl FnOnce(&mut Self)) {
        let before = (self.knows_type_errors, self.guards);
        if is_strict {
            (self.knows_type_errors, self.guards) = (false, 0);
        }
        lower(self);
        (self.knows_type_errors, self.guards) = before;
    }

    /// Lowers the body of a function. Whoever calls it may be there to catch a `TypeError`, where a program catches all anywhere.
    pub(super) fn called_from_afar(&mut self, lower: impl FnOnce(&mut Self)) {
        let before = self.knows_type_errors;
        self.knows_type_errors |= self.catches_all && self.dialect == Dialect::Python && self.library.is_none();
        lower(self);
        self.knows_type_errors = before;
    }

    /// Lowers what `lower` does, where a `TypeError` may be caught.
    pub(super) fn guarded(&mut self, is_guard: bool, lower: impl FnOnce(&mut Self)) {
        self.guards += u32::from(is_guard);
        lower(self);
        self.guards -= u32::from(is_guard);
    }
}

/// Whether a `TypeError` may come to one of these handlers.
pub(super) fn may_catch(handlers: &[ExceptHandler]) -> bool {
    handlers.iter().any(|handler| handler.class.as_ref().is_none_or(names_a_base))
}

/// Whether a `TypeError` may come to a handler anywhere in these statements.
pub(super) fn catches(statements: &[Statement]) -> bool {
    statements.iter().any(|statement| {
        let mut found = matches!(&statement.kind, StatementKind::Try { handlers, .. } if may_catch(handlers));
        statement.each_block(&mut |block| found = found || catches(block));
        found
            || match &statement.kind {
                StatementKind::Function(function) => catches(&function.body),
                StatementKind::Class(class) => catches(&class.body),
                _ => false,
            }
    })
}

/// Whether a class above `TypeError` is named: in `except`, or in `suppress(…)`.
pub(super) fn names_a_base(expression: &Expression) -> bool {
    names(expression, &|name| matches!(name, "Exception" | "BaseException"))
}

/// Whether one of the names that are `meant` stands anywhere in these statements, be it an attribute's.
pub(super) fn stands_in(statements: &[Statement], meant: &dyn Fn(&str) -> bool) -> bool {
    statements.iter().any(|statement| {
        let mut found = false;
        statement.each_expression(&mut |inside| found = found || names(inside, meant));
        statement.each_block(&mut |block| found = found || stands_in(block, meant));
        found
            || match &statement.kind {
                StatementKind::Function(function) => stands_in(&function.body, meant),
                StatementKind::Class(class) => stands_in(&class.body, meant),
                _ => false,
            }
    })
}

/// Whether one of the names that are `meant` stands in an expression, lambdas included.
fn names(expression: &Expression, meant: &dyn Fn(&str) -> bool) -> bool {
    let mut found = match &expression.kind {
        ExpressionKind::Name(name) => meant(name),
        ExpressionKind::Library(path) => meant(path),
        ExpressionKind::Attribute(_, attribute) => meant(&attribute.name),
        _ => false,
    };
    expression.each_child(&mut |child| found = found || names(child, meant));
    found
}

/// Whether a function of this name is defined anywhere in these statements.
pub(super) fn defines(statements: &[Statement], name: &str) -> bool {
    statements.iter().any(|statement| {
        let mut found = false;
        statement.each_block(&mut |block| found = found || defines(block, name));
        found
            || match &statement.kind {
                StatementKind::Function(function) => function.name.name == name || defines(&function.body, name),
                StatementKind::Class(class) => defines(&class.body, name),
                _ => false,
            }
    })
}
