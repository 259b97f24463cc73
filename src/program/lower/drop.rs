//! Generators that a loop's head makes and nobody else holds: CPython frees them where the loop is left, which closes them.

use crate::program::code::{Constant, Op, Slot};
use crate::script::{Expression, ExpressionKind};

use super::Lowering;
use super::exit::{Cleanup, Exit};

/// A loop over what a call in its head made.
pub(super) struct OwnIterator {
    /// Holds the generator, if it is one that was just made.
    slot: Slot,
    /// Where the loop begins.
    from: u32,
}

impl<'a> Lowering<'a> {
    /// Notes what the loop goes through, which stands in `iterator`, when a call in its head has made it. To be called when the
    /// loop has been entered.
    pub(super) fn own_iterator(&mut self, iterable: &'a Expression, iterator: Slot) -> Option<OwnIterator> {
        let ExpressionKind::Call(function, _) = &iterable.kind else { return None };
        if self.library_item(function).is_some() {
            return None;
        }
        let slot = self.temporary();
        self.emit(Op::Local(iterator));
        self.emit(Op::StoreIfNew(slot));
        let innermost = self.frame().loops.len() - 1;
        self.frame().cleanups.push(Cleanup::Drop(slot, innermost));
        Some(OwnIterator { slot, from: self.frame().here() })
    }

    /// Behind the loop's body: exceptions that leave it drop the generator, too.
    pub(super) fn drop_on_exceptions(&mut self, own: Option<&OwnIterator>) {
        let Some(own) = own else { return };
        self.frame().cleanups.pop();
        let mark = self.frame().mark();
        let exception = self.temporary();
        let flow = self.frame().flow.clone();
        let over = self.frame().jump(Op::Jump);
        let to = self.frame().here();
        self.handle(own.from, to);
        self.emit(Op::Store(exception));
        self.emit(Op::DropGenerator(own.slot));
        self.emit(Op::Local(exception));
        self.emit(Op::Reraise);
        self.frame().flow = flow;
        self.frame().aim_here(over);
        self.frame().release(mark);
    }

    /// A way out leads out of the loop: the generator is dropped, and acc kept for a return.
    pub(super) fn drop_on_exit(&mut self, slot: Slot, innermost: usize, exit: Exit) {
        if exit == Exit::Continue(innermost) {
            return;
        }
        let mark = self.frame().mark();
        let kept = self.temporary();
        self.emit(Op::Store(kept));
        self.emit(Op::DropGenerator(slot));
        let unbound = self.constant(Constant::Unbound);
        self.emit(Op::StoreConstant(slot, unbound));
        self.emit(Op::Local(kept));
        self.frame().release(mark);
    }
}
