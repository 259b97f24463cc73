//! `except*`: each clause takes its part of a group, and what is left or raised anew goes on together (`compile.c`,
//! `compiler_try_star_except`).

use crate::program::code::{Constant, Op, Slot};
use crate::script::{Comparison, ExceptHandler};

use super::Lowering;
use super::exit::Cleanup;
use super::guard::may_catch;
use super::try_except::Try;

impl<'a> Lowering<'a> {
    /// `try` with `except*` and perhaps `else`
    pub(super) fn try_star(&mut self, parts: &Try<'a>) {
        let [exception, results, rest, part, handled] = self.kept();
        let before = self.frame().flow.clone();
        let from = self.frame().here();
        self.guarded(may_catch(parts.handlers), |lowering| lowering.block(parts.body));
        let to = self.frame().here();
        self.block(parts.other);
        let normal = self.frame().jump(Op::Jump);
        let after_normal = self.frame().flow.clone();
        self.handle(from, to);
        self.frame().flow = before;
        self.blur(parts.body);
        self.emit(Op::Store(exception));
        self.emit(Op::Store(rest));
        self.emit(Op::Store(handled));
        self.emit(Op::NewList);
        self.emit(Op::Store(results));
        let begin = self.frame().here();
        for handler in parts.handlers {
            self.star_handler(handler, [results, rest, part, handled]);
        }
        // What the classes raise has behind it the exception, or the part of it that was taken last.
        self.note_handling(begin, handled);
        self.emit(Op::Local(rest));
        self.emit(Op::Append(results));
        self.emit(Op::Reraised(exception));
        let none = self.constant(Constant::None);
        self.emit(Op::Store(rest));
        self.emit(Op::CompareConstant(Comparison::Is, none));
        let end = self.frame().jump(Op::JumpIfTrue);
        self.emit(Op::Local(rest));
        self.emit(Op::Reraise);
        self.frame().aim_here(end);
        self.join(vec![(normal, after_normal)]);
    }

    fn star_handler(&mut self, handler: &'a ExceptHandler, slots: [Slot; 4]) {
        let [results, rest, part, handled] = slots;
        self.frame().place(handler.span);
        if let Some(class) = &handler.class {
            self.expression(class);
        }
        self.emit(Op::SplitGroup(rest));
        self.emit(Op::Store(part));
        let none = self.constant(Constant::None);
        self.emit(Op::CompareConstant(Comparison::Is, none));
        let skip = self.frame().jump(Op::JumpIfTrue);
        let before = self.frame().flow.clone();
        self.emit(Op::Local(part));
        self.emit(Op::Store(handled));
        if let Some(name) = &handler.name {
            self.store_name(&name.name, name.span);
        }
        self.frame().cleanups.push(Cleanup::Star);
        let from = self.frame().here();
        self.block(&handler.body);
        let to = self.frame().here();
        self.frame().cleanups.pop();
        if let Some(name) = &handler.name {
            self.unbind_keeping_acc(name);
        }
        let done = self.frame().jump(Op::Jump);
        let after = self.frame().flow.clone();
        self.handle(from, to);
        self.frame().flow = before.clone();
        self.blur(&handler.body);
        self.emit(Op::Append(results));
        if let Some(name) = &handler.name {
            self.unbind_keeping_acc(name);
        }
        self.frame().aim_here(done);
        self.frame().meet(after);
        self.frame().aim_here(skip);
        self.frame().meet(before);
    }
}
