//! Python's trees for what verbs stand for.

use crate::script::{Argument, Expression, ExpressionKind, Identifier, StatementKind};
use crate::units::Span;

/// A call of a thing of the library.
pub(super) fn call(function: &'static str, function_span: Span, arguments: Vec<Argument>, span: Span) -> Expression {
    let function = Expression { kind: ExpressionKind::Library(function), span: function_span };
    Expression { kind: ExpressionKind::Call(Box::new(function), arguments), span }
}

/// `await value`
pub(super) fn awaited(value: Expression, span: Span) -> Expression {
    Expression { kind: ExpressionKind::Await(Box::new(value)), span }
}

/// `name=value`
pub(super) fn keyword(name: &str, name_span: Span, value: Expression) -> Argument {
    Argument::Keyword(Identifier { name: name.to_owned(), span: name_span }, value)
}

/// A value computed for its effect.
pub(super) fn effect(value: Expression) -> Option<StatementKind> {
    Some(StatementKind::Expression(value))
}
