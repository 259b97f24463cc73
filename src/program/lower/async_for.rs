//! `async for`, as a statement and in comprehensions (`compile.c`, `compiler_async_for`).

use crate::program::code::{Constant, Op, Protocol, Slot};
use crate::script::{Expression, ExpressionKind, Statement};
use crate::signatures::exceptions::ClassId;

use super::Lowering;

impl<'a> Lowering<'a> {
    /// `async for target in iterable: body else: other`
    pub(super) fn async_for_each(
        &mut self,
        statement: &'a Statement,
        target: &'a Expression,
        iterable: &'a Expression,
        body: &'a [Statement],
        other: &'a [Statement],
    ) {
        let mark = self.frame().mark();
        let iterator = self.temporary();
        self.fill_slot(iterable, iterator);
        let outside = self.enter_part_since(13, iterable, statement);
        self.async_iterator_in(iterator);
        self.leave_part(outside);
        self.enter_loop(statement);
        let own = self.own_iterator(iterable, iterator);
        let head = self.frame().here();
        self.frame().set_loop_head();
        let outside = self.enter_whole(statement);
        self.next_awaited(iterator);
        self.leave_part(outside);
        let to = self.frame().here();
        let before = self.frame().flow.clone();
        self.store(target);
        self.block(body);
        self.emit(Op::JumpBack(head));
        let end = self.end_of_async_loop(head, to);
        self.drop_on_exceptions(own.as_ref());
        self.frame().aim_here(end);
        self.exit_loop(before, other);
        self.frame().release(mark);
    }

    /// slot = what `iterable.__aiter__()` gives, in a comprehension, where a list that is written out is a tuple (`ast_opt.c`, `fold_iter`).
    pub(super) fn async_iterator_of_clause(&mut self, iterable: &'a Expression) -> Slot {
        let iterator = self.temporary();
        self.fill_slot(iterable, iterator);
        let is_starred = |item: &Expression| matches!(item.kind, ExpressionKind::Starred(_));
        if matches!(&iterable.kind, ExpressionKind::List(items) if !items.iter().any(is_starred)) {
            self.emit(Op::Local(iterator));
            self.emit(Op::ListToTuple);
            self.emit(Op::Store(iterator));
        }
        self.async_iterator_in(iterator)
    }

    /// slot = what its `__aiter__()` gives
    fn async_iterator_in(&mut self, iterator: Slot) -> Slot {
        self.emit(Op::CheckProtocol(iterator, Protocol::AsyncIterable));
        self.call_dunder(iterator, "__aiter__", &[], false);
        self.emit(Op::Store(iterator));
        self.emit(Op::CheckProtocol(iterator, Protocol::AsyncIterator));
        iterator
    }

    /// acc = await iterator.__anext__()
    pub(super) fn next_awaited(&mut self, iterator: Slot) {
        self.call_dunder(iterator, "__anext__", &[], true);
    }

    /// Where the end of the iterator comes out of the ops between as an exception; returns the jump behind the loop.
    pub(super) fn end_of_async_loop(&mut self, from: u32, to: u32) -> usize {
        let mark = self.frame().mark();
        let exception = self.temporary();
        self.handle(from, to);
        self.emit(Op::Store(exception));
        let class = self.constant(Constant::ExceptionClass(ClassId::STOP_ASYNC_ITERATION));
        self.emit(Op::Constant(class));
        self.emit(Op::Matches(exception));
        let end = self.frame().jump(Op::JumpIfTrue);
        self.emit(Op::Local(exception));
        self.emit(Op::Reraise);
        self.frame().release(mark);
        end
    }
}
