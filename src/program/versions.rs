//! Branches for other versions of Python: what stands under `if sys.version_info >= (3, 12)` and never runs is not looked at, so
//! that it may import what this version does not have.

use std::cmp::Ordering;

use crate::script::{Comparison, Expression, ExpressionKind, Statement, StatementKind, UnaryOperator};

/// Leaves of each such `if` in a block only the branch that Python 3.`minor` takes.
pub(super) fn choose(block: &mut Vec<Statement>, minor: i32) {
    let statements = std::mem::take(block);
    for mut statement in statements {
        if let StatementKind::If { test, body, other } = &mut statement.kind
            && let Some(holds) = answer(test, i64::from(minor))
        {
            let mut taken = std::mem::take(if holds { body } else { other });
            choose(&mut taken, minor);
            let is_alone = taken.is_empty();
            block.append(&mut taken);
            if is_alone {
                block.push(Statement { kind: StatementKind::Pass, span: statement.span });
            }
            continue;
        }
        choose_inside(&mut statement.kind, minor);
        block.push(statement);
    }
}

fn choose_inside(kind: &mut StatementKind, minor: i32) {
    match kind {
        StatementKind::Function(function) => choose(&mut function.body, minor),
        StatementKind::Class(class) => choose(&mut class.body, minor),
        StatementKind::With { body, .. } | StatementKind::Repeat { body, .. } => choose(body, minor),
        StatementKind::If { body, other, .. }
        | StatementKind::For { body, other, .. }
        | StatementKind::While { body, other, .. } => {
            choose(body, minor);
            choose_else(other, minor);
        }
        StatementKind::Try { body, handlers, other, finally, .. } => {
            choose(body, minor);
            handlers.iter_mut().for_each(|handler| choose(&mut handler.body, minor));
            choose_else(other, minor);
            choose_else(finally, minor);
        }
        _ => {}
    }
}

/// An `elif` is an `if` alone behind `else`; without a branch that is taken there is no `else`.
fn choose_else(block: &mut Vec<Statement>, minor: i32) {
    if !block.is_empty() {
        choose(block, minor);
    }
}

/// What a test says that asks for the version alone; `None` of any other, and where a later part of the version decides.
fn answer(test: &Expression, minor: i64) -> Option<bool> {
    match &test.kind {
        ExpressionKind::Unary(UnaryOperator::Not, inner) => answer(inner, minor).map(|holds| !holds),
        ExpressionKind::Compare(left, rest) => {
            let [(comparison, right)] = rest.as_slice() else { return None };
            let is_cut = matches!(left.kind, ExpressionKind::Subscript(..));
            let order = compare(left, is_cut, &numbers(right)?, minor)?;
            match comparison {
                Comparison::Less => Some(order == Ordering::Less),
                Comparison::LessEqual => Some(order != Ordering::Greater),
                Comparison::Greater => Some(order == Ordering::Greater),
                Comparison::GreaterEqual => Some(order != Ordering::Less),
                Comparison::Equal => Some(order == Ordering::Equal),
                Comparison::NotEqual => Some(order != Ordering::Equal),
                _ => None,
            }
        }
        _ => None,
    }
}

/// `sys.version_info`, or its first two parts, beside a tuple.
fn compare(left: &Expression, is_cut: bool, right: &[i64], minor: i64) -> Option<Ordering> {
    let whole = match &left.kind {
        ExpressionKind::Subscript(whole, part) if is_first_two(part) => whole,
        ExpressionKind::Subscript(..) => return None,
        _ => left,
    };
    let ExpressionKind::Attribute(module, name) = &whole.kind else { return None };
    let is_version = name.name == "version_info" && matches!(&module.kind, ExpressionKind::Name(name) if name == "sys");
    if !is_version {
        return None;
    }
    let known = [3, minor];
    match known.iter().zip(right).map(|(own, other)| own.cmp(other)).find(|order| order.is_ne()) {
        Some(order) => Some(order),
        None if is_cut => Some(known.len().cmp(&right.len())),
        None => (right.len() <= known.len()).then_some(Ordering::Greater),
    }
}

/// Whether it is `[:2]`.
fn is_first_two(part: &Expression) -> bool {
    let ExpressionKind::Slice(None, Some(end), None) = &part.kind else { return false };
    end.kind == ExpressionKind::Int(2)
}

/// The numbers of a tuple.
fn numbers(tuple: &Expression) -> Option<Vec<i64>> {
    let ExpressionKind::Tuple(items) = &tuple.kind else { return None };
    let number = |item: &Expression| if let ExpressionKind::Int(number) = item.kind { Some(number) } else { None };
    items.iter().map(number).collect()
}
