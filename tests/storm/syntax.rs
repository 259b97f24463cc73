//! Short ways to write a script's tree.

use kitchen_sim::script::{
    Argument, Assignment, BinaryOperator, Comparison, Expression, ExpressionKind, Function, Identifier, Lambda,
    Parameter, ParameterKind, Parameters, Statement, StatementKind, UnaryOperator,
};
use kitchen_sim::units::Span;

/// Nothing here stands in a file.
const NOWHERE: Span = Span { start: 0, end: 0 };

pub(super) fn expression(kind: ExpressionKind) -> Expression {
    Expression { kind, span: NOWHERE }
}

pub(super) fn statement(kind: StatementKind) -> Statement {
    Statement { kind, span: NOWHERE }
}

fn identifier(name: &str) -> Identifier {
    Identifier { name: name.to_owned(), span: NOWHERE }
}

pub(super) fn name(name: &str) -> Expression {
    expression(ExpressionKind::Name(name.to_owned()))
}

pub(super) fn number(number: usize) -> Expression {
    expression(ExpressionKind::Int(i64::try_from(number).expect("numbers of programs are small")))
}

pub(super) fn float(number: f64) -> Expression {
    expression(ExpressionKind::Float(number))
}

pub(super) fn text(text: &str) -> Expression {
    expression(ExpressionKind::Str(text.to_owned()))
}

/// Any call.
pub(super) fn call(function: Expression, arguments: Vec<Expression>) -> Expression {
    let arguments = arguments.into_iter().map(Argument::Positional).collect();
    expression(ExpressionKind::Call(Box::new(function), arguments))
}

/// `function(…)`, the script's own or a built-in.
pub(super) fn own(function: &str, arguments: Vec<Expression>) -> Expression {
    call(name(function), arguments)
}

/// `asyncio.sleep(…)`
pub(super) fn library(path: &'static str, arguments: Vec<Expression>) -> Expression {
    call(expression(ExpressionKind::Library(path)), arguments)
}

/// `object.method(…)`
pub(super) fn method(object: Expression, method: &str, arguments: Vec<Expression>) -> Expression {
    call(expression(ExpressionKind::Attribute(Box::new(object), identifier(method))), arguments)
}

/// The call with one more argument, by name.
pub(super) fn with_keyword(mut call: Expression, keyword: &str, value: Expression) -> Expression {
    if let ExpressionKind::Call(_, arguments) = &mut call.kind {
        arguments.push(Argument::Keyword(identifier(keyword), value));
    }
    call
}

pub(super) fn awaited(value: Expression) -> Expression {
    expression(ExpressionKind::Await(Box::new(value)))
}

pub(super) fn index(list: &str, place: Expression) -> Expression {
    expression(ExpressionKind::Subscript(Box::new(name(list)), Box::new(place)))
}

pub(super) fn binary(left: Expression, operator: BinaryOperator, right: Expression) -> Expression {
    expression(ExpressionKind::Binary(Box::new(left), operator, Box::new(right)))
}

pub(super) fn compare(left: Expression, comparison: Comparison, right: Expression) -> Expression {
    expression(ExpressionKind::Compare(Box::new(left), vec![(comparison, right)]))
}

pub(super) fn negated(value: Expression) -> Expression {
    expression(ExpressionKind::Unary(UnaryOperator::Not, Box::new(value)))
}

/// `lambda done: body`
pub(super) fn lambda(parameter: &str, body: Expression) -> Expression {
    expression(ExpressionKind::Lambda(Box::new(Lambda { parameters: parameters(&[parameter]), body })))
}

/// `len(list)`
pub(super) fn length(list: &str) -> Expression {
    own("len", vec![name(list)])
}

/// `asyncio.get_running_loop()`
pub(super) fn running_loop() -> Expression {
    library("asyncio.get_running_loop", Vec::new())
}

/// A value computed for its effect.
pub(super) fn effect(value: Expression) -> Statement {
    statement(StatementKind::Expression(value))
}

/// `print(…)`
pub(super) fn print(values: Vec<Expression>) -> Statement {
    effect(own("print", values))
}

pub(super) fn assign(target: &str, value: Expression) -> Statement {
    statement(StatementKind::Assign(Assignment { targets: vec![name(target)], value }))
}

/// `if test: body else: other`
pub(super) fn either(test: Expression, body: Vec<Statement>, other: Vec<Statement>) -> Statement {
    statement(StatementKind::If { test, body, other })
}

/// `if test: body`
pub(super) fn when(test: Expression, body: Vec<Statement>) -> Statement {
    either(test, body, Vec::new())
}

/// `list.append(value)`
pub(super) fn append(list: &str, value: Expression) -> Statement {
    effect(method(name(list), "append", vec![value]))
}

fn parameters(names: &[&str]) -> Parameters {
    let items = names
        .iter()
        .map(|name| Parameter { name: identifier(name), kind: ParameterKind::Ordinary, default: None })
        .collect();
    Parameters { items, is_annotated: false }
}

/// `def name(parameters): body`
pub(super) fn function(name: &str, of: &[&str], is_async: bool, body: Vec<Statement>) -> Statement {
    let parameters = parameters(of);
    let decorators = Vec::new();
    let function = Function { name: identifier(name), is_async, parameters, body, decorators, annotated: Vec::new() };
    statement(StatementKind::Function(Box::new(function)))
}
