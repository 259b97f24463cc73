//! The order of a module's statements: a spec's globals stand behind its functions, a program's before them.

use crate::script::{Expression, ExpressionKind, Script, Statement, StatementKind};
use crate::units::Dialect;

/// A statement of a module and how it is set apart from the others.
pub(super) enum Part<'a> {
    /// `def` or `class`: empty lines around it.
    Function(&'a Statement),
    /// Imports.
    Import(&'a Statement),
    /// Anything else.
    Plain(&'a Statement),
    /// What runs only when the file itself is run.
    Entry(&'a Statement),
}

impl Part<'_> {
    /// Whether two empty lines stand around it.
    pub(super) fn is_block(&self) -> bool {
        matches!(self, Self::Function(_) | Self::Entry(_))
    }

    /// How many empty lines stand between it and the next.
    pub(super) fn distance(&self, next: &Self) -> usize {
        let ends_imports = matches!(self, Self::Import(_)) && !matches!(next, Self::Import(_));
        if self.is_block() || next.is_block() { 2 } else { usize::from(ends_imports) }
    }
}

/// The statements in the order in which they are written: a program's own order, or for a spec the one that programs have.
pub(super) fn parts(script: &Script) -> Vec<Part<'_>> {
    match script.dialect {
        Dialect::Python => {
            let skipped = usize::from(docstring(script).is_some());
            script.module.iter().skip(skipped).map(part).collect()
        }
        Dialect::Spec => spec_parts(&script.module),
    }
}

/// The text at the very beginning of a program.
pub(super) fn docstring(script: &Script) -> Option<&str> {
    match &script.module.first()?.kind {
        StatementKind::Expression(Expression { kind: ExpressionKind::Str(text), .. }) => Some(text),
        _ => None,
    }
}

fn part(statement: &Statement) -> Part<'_> {
    match statement.kind {
        StatementKind::Function(_) | StatementKind::Class(_) => Part::Function(statement),
        StatementKind::Import(_) => Part::Import(statement),
        _ => Part::Plain(statement),
    }
}

fn spec_parts(module: &[Statement]) -> Vec<Part<'_>> {
    let (entry, rest) = match module.split_last() {
        Some((last, rest)) if is_entry(last) => (Some(last), rest),
        Some(_) | None => (None, module),
    };
    let functions = rest.iter().take_while(|statement| matches!(statement.kind, StatementKind::Function(_))).count();
    let (functions, globals) = rest.split_at(functions);
    // A global that needs no function may be made before them, and those behind it too, as long as that is so.
    let early = if functions.iter().all(has_plain_defaults) {
        globals.iter().take_while(|global| needs_no_function(global, functions)).count()
    } else {
        0
    };
    let (early, late) = globals.split_at(early);
    let ordered = early.iter().chain(functions).chain(late).map(part);
    ordered.chain(entry.map(Part::Entry)).collect()
}

/// A call at the very end: `asyncio.run(main())`.
fn is_entry(statement: &Statement) -> bool {
    let StatementKind::Expression(expression) = &statement.kind else { return false };
    matches!(expression.kind, ExpressionKind::Call(..))
}

/// Whether no default of the function does or reads anything.
fn has_plain_defaults(function: &Statement) -> bool {
    let mut is_plain = true;
    function.each_expression(&mut |default| {
        is_plain &= !default.any(&mut |inner| matches!(inner.kind, ExpressionKind::Call(..) | ExpressionKind::Name(_)));
    });
    is_plain
}

fn needs_no_function(global: &Statement, functions: &[Statement]) -> bool {
    if let StatementKind::Class(class) = &global.kind {
        return !class.bases.iter().any(|base| mentions_function(base, functions));
    }
    let StatementKind::Assign(assignment) = &global.kind else { return false };
    !mentions_function(&assignment.value, functions)
}

fn mentions_function(value: &Expression, functions: &[Statement]) -> bool {
    let is_function = |name: &str| {
        functions.iter().any(|function| match &function.kind {
            StatementKind::Function(function) => function.name.name == name,
            _ => false,
        })
    };
    value.any(&mut |inner| match &inner.kind {
        ExpressionKind::Name(name) => is_function(name),
        ExpressionKind::Lambda(_) => false,
        _ => false,
    })
}
