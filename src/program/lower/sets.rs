//! Displays of sets. Where all members are numbers CPython has an order for them, and how it makes the set counts.

use crate::program::code::Op;
use crate::script::{Expression, ExpressionKind, UnaryOperator};

use super::Lowering;

impl<'a> Lowering<'a> {
    /// A new set of at least three constants is filled from one that is a constant itself (`compile.c`, `starunpack_helper`).
    pub(super) fn set(&mut self, items: &'a [Expression]) {
        if items.len() < 3 || !items.iter().all(is_number) {
            self.display(items, Op::NewSet, Op::AddToSet, Op::ExtendSet);
            return;
        }
        let mark = self.frame().mark();
        let slot = self.temporary();
        self.emit(Op::NewSet);
        self.emit(Op::Store(slot));
        self.constant_set(items);
        self.emit(Op::ExtendSet(slot));
        self.emit(Op::Local(slot));
        self.frame().release(mark);
    }

    /// What is gone through: of constants the set that is one itself (`ast_opt.c`, `fold_iter`).
    pub(super) fn iterable(&mut self, expression: &'a Expression) {
        match &expression.kind {
            ExpressionKind::Set(items) if items.iter().all(is_number) => self.constant_set(items),
            _ => self.expression(expression),
        }
    }

    /// A set that is a constant: made once of its members, and once more of these in their order (`merge_consts_recursive`).
    fn constant_set(&mut self, items: &'a [Expression]) {
        let mark = self.frame().mark();
        let [list, set] = [self.temporary(), self.temporary()];
        self.emit(Op::NewList);
        self.emit(Op::Store(list));
        self.display(items, Op::NewSet, Op::AddToSet, Op::ExtendSet);
        self.emit(Op::Extend(list));
        self.emit(Op::NewSet);
        self.emit(Op::Store(set));
        self.emit(Op::Local(list));
        self.emit(Op::ExtendSet(set));
        self.emit(Op::Local(set));
        self.frame().release(mark);
    }
}

/// Whether a constant is a number, or a tuple of such: what a set is laid out by.
fn is_number(expression: &Expression) -> bool {
    match &expression.kind {
        ExpressionKind::Bool(_) | ExpressionKind::Int(_) | ExpressionKind::Long(_) | ExpressionKind::Float(_) => true,
        ExpressionKind::Unary(UnaryOperator::Negative, value) => is_number(value),
        ExpressionKind::Tuple(items) => items.iter().all(is_number),
        _ => false,
    }
}
