//! Comprehensions, done in the frame they stand in (PEP 709), with targets of their own.

use crate::program::code::{Constant, Op, Slot};
use crate::program::scope::shared_targets;
use crate::script::{Comprehension, ComprehensionClause, ComprehensionKind};
use crate::units::Span;

use super::Lowering;

/// What a clause takes its items from, and the first slot of it.
#[derive(Clone, Copy)]
pub(super) enum Iterator {
    /// An iterator and a position.
    Plain(Slot),
    /// The next number and the end, without an object.
    Range(Slot),
    /// An asynchronous iterator.
    Async(Slot),
}

impl<'a> Lowering<'a> {
    /// A comprehension: acc = the new container. A generator expression is a generator, unless all is taken out of it at once.
    pub(super) fn comprehension(&mut self, comprehension: &'a Comprehension, span: Span) {
        let taken_by = self.taken_at_once.filter(|(taken, _)| *taken == span);
        if taken_by.is_none() && comprehension.is_lazy() {
            self.generator_expression(comprehension, span);
            return;
        }
        if let Some(clause) = comprehension.clauses.iter().find(|clause| clause.is_async) {
            self.needs_coroutine(clause.target.span, "async for");
        }
        let mark = self.frame().mark();
        let container = self.temporary();
        self.frame().place(span);
        self.emit(match comprehension.kind {
            ComprehensionKind::List | ComprehensionKind::Generator => Op::NewList,
            ComprehensionKind::Set => Op::NewSet,
            ComprehensionKind::Dict => Op::NewDict,
        });
        self.emit(Op::Store(container));
        let (first, rest) = comprehension.clauses.split_first().expect("a comprehension has a clause");
        // The outermost iterable is evaluated outside of the comprehension's scope.
        let iterator = self.iterator(first);
        let (targets, shared) = shared_targets(comprehension);
        self.frame().open_scope(targets.iter().map(|name| (*name, shared.contains(name))));
        shared.iter().for_each(|name| self.share_target(name));
        let from = self.frame().here();
        self.clause(first, iterator, rest, comprehension, Some(container));
        self.frame().close_scope();
        self.enclose_comprehension(comprehension, span, from, taken_by.map(|(_, call)| call));
        self.emit(Op::Local(container));
        self.frame().release(mark);
    }

    fn iterator(&mut self, clause: &'a ComprehensionClause) -> Iterator {
        if clause.is_async {
            return Iterator::Async(self.async_iterator_of_clause(&clause.iterable));
        }
        let slot = self.temporary();
        self.temporary();
        if self.range_bounds(&clause.iterable, slot) {
            return Iterator::Range(slot);
        }
        self.iterable(&clause.iterable);
        let outside = self.enter_part_or_stay(13, &clause.iterable);
        self.emit(Op::Iterate(slot));
        self.leave_part(outside);
        Iterator::Plain(slot)
    }

    /// One `for` with all inside it. Without a container each element is yielded.
    pub(super) fn clause(
        &mut self,
        clause: &'a ComprehensionClause,
        iterator: Iterator,
        rest: &'a [ComprehensionClause],
        comprehension: &'a Comprehension,
        container: Option<Slot>,
    ) {
        let before = self.frame().flow.clone();
        let head = self.frame().here();
        let next = match iterator {
            Iterator::Async(slot) => {
                self.next_awaited(slot);
                None
            }
            Iterator::Plain(slot) => {
                let outside = self.enter_part_or_stay(13, &clause.iterable);
                let next = self.frame().jump(|target| Op::Next(slot, target));
                self.leave_part(outside);
                Some(next)
            }
            Iterator::Range(slot) => Some(self.frame().jump(|target| Op::NextInRange(slot, target))),
        };
        let behind = self.frame().here();
        self.store(&clause.target);
        let skips: Vec<usize> = clause.conditions.iter().map(|condition| self.condition(condition, None)).collect();
        match rest.split_first() {
            Some((inner, rest)) => {
                let iterator = self.iterator(inner);
                self.clause(inner, iterator, rest, comprehension, container);
            }
            None => self.element(comprehension, container),
        }
        skips.into_iter().for_each(|skip| self.frame().aim_here(skip));
        self.emit(match iterator {
            Iterator::Range(slot) => Op::RangeBack(slot, behind),
            Iterator::Plain(_) | Iterator::Async(_) => Op::JumpBack(head),
        });
        let next = next.unwrap_or_else(|| self.end_of_async_loop(head, behind));
        self.frame().aim_here(next);
        self.frame().meet(before);
    }

    /// A target that lambdas use lives in a shared variable. As in CPython, all rounds share one.
    fn share_target(&mut self, name: &str) {
        if let Some(symbol) = self.frame().own_symbol(name) {
            let unbound = self.constant(Constant::Unbound);
            self.emit(Op::StoreConstant(symbol.slot, unbound));
            self.emit(Op::MakeShared(symbol.slot));
        }
    }

    fn element(&mut self, comprehension: &'a Comprehension, container: Option<Slot>) {
        let Some(container) = container else {
            self.expression(&comprehension.element);
            self.emit(Op::Yield);
            return;
        };
        match (&comprehension.kind, &comprehension.value) {
            (ComprehensionKind::Dict, Some(value)) => {
                let mark = self.frame().mark();
                let key = self.slot_of(&comprehension.element, &[value]);
                self.expression(value);
                self.emit(Op::PutInDict(container, key));
                self.frame().release(mark);
            }
            (ComprehensionKind::Set, _) => {
                self.expression(&comprehension.element);
                self.emit(Op::AddToSet(container));
            }
            (ComprehensionKind::List | ComprehensionKind::Generator | ComprehensionKind::Dict, _) => {
                self.expression(&comprehension.element);
                self.emit(Op::Append(container));
            }
        }
    }
}
