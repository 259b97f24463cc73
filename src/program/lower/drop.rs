//! Generators that a loop's head makes: CPython frees them where the loop is left, which closes them, if nobody else holds them.

use crate::program::code::{Constant, Op, Slot};
use crate::script::{Expression, ExpressionKind};

use super::Lowering;
use super::exit::{Cleanup, Exit};

/// A loop over what its head may have made.
#[derive(Clone, Copy, Debug)]
pub(super) struct OwnIterator {
    /// Holds the generator, if it is one that has not begun when the loop does.
    slot: Slot,
    /// Where it stands for the loop.
    iterator: Slot,
    /// Whether nobody else can hold it: a call in the head has made it.
    is_alone: bool,
    /// Where the loop begins.
    from: u32,
}

impl<'a> Lowering<'a> {
    /// Notes what the loop goes through, which stands in `iterator`, where its head may have made it: by a call, or since it is
    /// what an object gives that can be gone through. To be called when the loop has been entered.
    pub(super) fn own_iterator(&mut self, iterable: &'a Expression, iterator: Slot) -> Option<OwnIterator> {
        let is_alone = match &iterable.kind {
            ExpressionKind::Call(function, _) if self.library_item(function).is_some() => return None,
            ExpressionKind::Call(..) => true,
            ExpressionKind::Name(_) | ExpressionKind::Attribute(..) | ExpressionKind::Subscript(..) if self.lets_go => {
                false
            }
            _ => return None,
        };
        let slot = self.temporary();
        self.emit(Op::Local(iterator));
        self.emit(Op::StoreIfNew(slot));
        let innermost = self.frame().loops.len() - 1;
        let own = OwnIterator { slot, iterator, is_alone, from: self.frame().here() };
        self.frame().cleanups.push(Cleanup::Drop(own, innermost));
        Some(own)
    }

    /// What a loop goes through, which nobody else may hold, is let go of where the loop is left.
    pub(super) fn let_go_of_iteration(&mut self, iterator: Slot) {
        if self.lets_go && !self.is_body {
            let none = self.constant(Constant::None);
            self.emit(Op::Constant(none));
            self.emit(Op::Replace(iterator));
        }
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
        self.let_go_of_iterator(own);
        self.emit(Op::Local(exception));
        self.emit(Op::Reraise);
        self.frame().flow = flow;
        self.frame().aim_here(over);
        self.frame().release(mark);
    }

    /// A way out leads out of the loop: the generator is dropped, and acc kept for a return.
    pub(super) fn drop_on_exit(&mut self, own: &OwnIterator, innermost: usize, exit: Exit) {
        if exit == Exit::Continue(innermost) {
            return;
        }
        let mark = self.frame().mark();
        let kept = self.temporary();
        self.emit(Op::Store(kept));
        self.let_go_of_iterator(own);
        let unbound = self.constant(Constant::Unbound);
        self.emit(Op::StoreConstant(own.slot, unbound));
        self.emit(Op::Local(kept));
        self.frame().release(mark);
    }

    fn let_go_of_iterator(&mut self, own: &OwnIterator) {
        if own.is_alone {
            self.emit(Op::DropGenerator(own.slot));
            return;
        }
        let unbound = self.constant(Constant::Unbound);
        self.emit(Op::StoreConstant(own.iterator, unbound));
        self.emit(Op::Constant(unbound));
        self.emit(Op::Replace(own.slot));
    }
}
