//! `try`: the ops of its parts, and the tables that say where exceptions go.

use crate::diag::catalog;
use crate::program::code::{Constant, Handler, Handling, Op, Slot};
use crate::script::{ExceptHandler, Expression, Statement};

use super::Lowering;
use super::exit::{Cleanup, Exit, Finally};
use super::frame::Flow;
use super::guard::may_catch;

/// The parts of a `try`.
#[derive(Clone, Copy)]
pub(super) struct Try<'a> {
    pub(super) body: &'a [Statement],
    pub(super) handlers: &'a [ExceptHandler],
    pub(super) other: &'a [Statement],
    pub(super) finally: &'a [Statement],
    /// Whether the handlers are `except*`.
    pub(super) is_star: bool,
}

impl<'a> Lowering<'a> {
    /// `try`
    pub(super) fn try_statement(&mut self, parts: &Try<'a>) {
        let mark = self.frame().mark();
        if parts.finally.is_empty() {
            self.try_except(parts);
        } else {
            self.try_finally(parts);
        }
        self.frame().release(mark);
    }

    fn try_finally(&mut self, parts: &Try<'a>) {
        let [way, kept, exception] = self.kept();
        let unbound = self.constant(Constant::Unbound);
        self.emit(Op::StoreConstant(exception, unbound));
        let before = self.frame().flow.clone();
        let finally = Finally { way, kept, entries: Vec::new(), exits: Vec::new() };
        self.frame().cleanups.push(Cleanup::Finally(finally));
        let from = self.frame().here();
        self.try_except(parts);
        let to = self.frame().here();
        let Some(Cleanup::Finally(finally)) = self.frame().cleanups.pop() else { return };
        let mut entries = finally.entries;
        let comes_to_its_end = !self.frame().flow.is_dead;
        self.set_way(way, Finally::NORMAL);
        entries.push((self.frame().jump(Op::Jump), self.frame().flow.clone()));
        self.handle(from, to);
        self.frame().flow = before;
        for part in [parts.body, parts.other].into_iter().chain(parts.handlers.iter().map(|each| each.body.as_slice()))
        {
            self.blur(part);
        }
        self.emit(Op::Store(exception));
        self.set_way(way, Finally::RAISED);
        self.join(entries);
        let from = self.frame().here();
        self.block(parts.finally);
        self.note_handling(from, exception);
        self.go_on(way, kept, exception, &finally.exits);
        if !comes_to_its_end {
            self.frame().end_path();
        }
    }

    /// Behind a `finally`: goes where it was come from.
    pub(super) fn go_on(&mut self, way: Slot, kept: Slot, exception: Slot, exits: &[Exit]) {
        self.emit(Op::Local(way));
        let end = self.frame().jump(Op::JumpIfFalse);
        let flow = self.frame().flow.clone();
        let mut numbers = Finally { way, kept, entries: Vec::new(), exits: exits.to_vec() };
        for exit in exits {
            let number = numbers.number(*exit);
            let constant = self.constant(Constant::Int(number.into()));
            self.emit(Op::Local(way));
            self.emit(Op::CompareConstant(crate::script::Comparison::Equal, constant));
            let other = self.frame().jump(Op::JumpIfFalse);
            if *exit == Exit::Return {
                self.emit(Op::Local(kept));
            }
            self.leave(*exit);
            self.frame().flow = flow.clone();
            self.frame().aim_here(other);
        }
        self.emit(Op::Local(exception));
        self.emit(Op::Reraise);
        self.frame().aim_here(end);
    }

    fn try_except(&mut self, parts: &Try<'a>) {
        if parts.handlers.is_empty() {
            self.block(parts.body);
            return;
        }
        if parts.is_star {
            self.try_star(parts);
            return;
        }
        let [exception] = self.kept();
        let before = self.frame().flow.clone();
        let from = self.frame().here();
        self.guarded(may_catch(parts.handlers), |lowering| lowering.block(parts.body));
        let to = self.frame().here();
        self.block(parts.other);
        let mut ends = vec![(self.frame().jump(Op::Jump), self.frame().flow.clone())];
        self.handle(from, to);
        self.frame().flow = before;
        self.blur(parts.body);
        let from = self.frame().here();
        self.emit(Op::Store(exception));
        for (index, handler) in parts.handlers.iter().enumerate() {
            if handler.class.is_none() && index + 1 < parts.handlers.len() {
                self.problem(catalog::bare_except_first(handler.span));
            }
            self.frame().place(handler.span);
            let skip = handler.class.as_ref().map(|class| self.matches(class, exception));
            let skipped = self.frame().flow.clone();
            self.handler(handler, exception);
            self.forget_exception(exception);
            ends.push((self.frame().jump(Op::Jump), self.frame().flow.clone()));
            self.frame().flow = skipped;
            if let Some(skip) = skip {
                self.frame().aim_here(skip);
            }
        }
        self.emit(Op::Local(exception));
        self.emit(Op::Reraise);
        self.frame().end_path();
        self.note_handling(from, exception);
        self.join(ends);
    }

    /// Asks whether the exception is of a class; returns the jump taken when it is not.
    fn matches(&mut self, class: &'a Expression, exception: Slot) -> usize {
        self.expression(class);
        self.emit(Op::Matches(exception));
        self.frame().jump(Op::JumpIfFalse)
    }

    fn handler(&mut self, handler: &'a ExceptHandler, exception: Slot) {
        let Some(name) = &handler.name else {
            self.block(&handler.body);
            return;
        };
        self.emit(Op::Local(exception));
        self.store_name(&name.name, name.span);
        self.frame().cleanups.push(Cleanup::Unbind(name));
        let from = self.frame().here();
        self.block(&handler.body);
        let to = self.frame().here();
        self.frame().cleanups.pop();
        self.unbind_keeping_acc(name);
        let over = self.frame().jump(Op::Jump);
        let flow = self.frame().flow.clone();
        self.handle(from, to);
        self.unbind_keeping_acc(name);
        self.emit(Op::Reraise);
        self.frame().flow = flow;
        self.frame().aim_here(over);
    }

    /// An exception was handled: nothing here holds it any more.
    pub(super) fn forget_exception(&mut self, exception: Slot) {
        if self.lets_go {
            let unbound = self.constant(Constant::Unbound);
            self.emit(Op::Constant(unbound));
            self.emit(Op::Replace(exception));
        }
    }

    /// Exceptions of the ops between come here.
    pub(super) fn handle(&mut self, from: u32, to: u32) {
        let target = self.frame().here();
        self.frame().handlers.push(Handler { from, to, target });
    }

    /// From `from` to here the exception in the slot is being handled.
    pub(super) fn note_handling(&mut self, from: u32, slot: Slot) {
        let to = self.frame().here();
        self.frame().handling.push(Handling { from, to, slot });
    }

    /// Jumps that lead here.
    pub(super) fn join(&mut self, jumps: Vec<(usize, Flow)>) {
        for (jump, flow) in jumps {
            self.frame().aim_here(jump);
            self.frame().meet(flow);
        }
    }
}
