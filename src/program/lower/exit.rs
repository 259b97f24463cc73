//! Ways out of a block other than its end, and what must be done on each of them.

use crate::diag::catalog;
use crate::program::code::{Constant, Op, Slot};
use crate::script::Identifier;
use crate::units::Span;

use super::drop::OwnIterator;
use super::frame::Flow;
use super::{Lowering, Place};

/// A way out of a block. A loop is told by its place among the open ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// `return acc`
    Return,
    /// `break`
    Break(usize),
    /// `continue`
    Continue(usize),
}

/// What must be done on every way out of a block.
#[derive(Debug)]
pub(super) enum Cleanup<'a> {
    /// The name of a handler's exception loses its value.
    Unbind(&'a Identifier),
    /// The generator that a loop's head has made is let go of when the loop is left.
    Drop(OwnIterator, usize),
    /// A handler of `except*`, which nothing but exceptions and its end may leave.
    Star,
    /// The block of a `finally` is run. It stands there once: whoever goes there says in a slot where to go on.
    Finally(Finally),
}

/// A `finally` whose `try` is being lowered.
#[derive(Debug)]
pub(super) struct Finally {
    /// Holds where to go on behind it: the number of an exit.
    pub(super) way: Slot,
    /// Holds what is returned meanwhile.
    pub(super) kept: Slot,
    /// Jumps to it, and what is bound where they jump from.
    pub(super) entries: Vec<(usize, Flow)>,
    /// The ways out that lead through it.
    pub(super) exits: Vec<Exit>,
}

impl Finally {
    /// The way of a block that came to its end.
    pub(super) const NORMAL: i32 = 0;
    /// The way of an exception.
    pub(super) const RAISED: i32 = 1;
    /// The ways of exits begin here.
    const FIRST_EXIT: i32 = 2;

    /// The number of a way out through it.
    pub(super) fn number(&mut self, exit: Exit) -> i32 {
        let index = self.exits.iter().position(|known| *known == exit).unwrap_or_else(|| {
            self.exits.push(exit);
            self.exits.len() - 1
        });
        Self::FIRST_EXIT + i32::try_from(index).expect("a function has fewer than 2³¹ loops")
    }
}

impl<'a> Lowering<'a> {
    /// `break` and `continue`
    pub(super) fn leave_loop(&mut self, span: Span, word: &str, exit: fn(usize) -> Exit) {
        match self.frame().loops.len().checked_sub(1) {
            Some(innermost) => self.leave(exit(innermost)),
            None => self.problem(catalog::break_outside_loop(span, word)),
        }
    }

    /// Leaves by way of everything that must be done before. Of a return, acc is the value.
    pub(super) fn leave(&mut self, exit: Exit) {
        let outermost = match exit {
            Exit::Return => 0,
            Exit::Break(index) | Exit::Continue(index) => self.frame().loops[index].cleanups,
        };
        for index in (outermost..self.frame().cleanups.len()).rev() {
            match self.frame().cleanups[index] {
                Cleanup::Unbind(name) => self.unbind_keeping_acc(name),
                Cleanup::Drop(own, innermost) => self.drop_on_exit(&own, innermost, exit),
                Cleanup::Star => {
                    let span = self.frame().last_place();
                    let instead = "set a variable there, and leave behind the `try`";
                    self.problem(catalog::not_supported(span, "leaving an `except*` block so", instead));
                }
                Cleanup::Finally(_) => {
                    self.enter_finally(index, exit);
                    return;
                }
            }
        }
        match exit {
            Exit::Return => {
                let is_generator = self.frame().is_generator;
                self.emit(if is_generator { Op::FinishGenerator } else { Op::Return });
            }
            Exit::Break(index) => {
                let jump = self.frame().jump(Op::Jump);
                let flow = self.frame().flow.clone();
                let left = &mut self.frame().loops[index];
                left.breaks.push(jump);
                left.flows.push(flow);
            }
            Exit::Continue(index) => {
                let head = self.frame().loops[index].head;
                self.emit(Op::JumpBack(head));
            }
        }
        self.frame().end_path();
    }

    fn enter_finally(&mut self, index: usize, exit: Exit) {
        let Cleanup::Finally(finally) = &mut self.frame().cleanups[index] else { return };
        let (way, kept, number) = (finally.way, finally.kept, finally.number(exit));
        if exit == Exit::Return {
            self.emit(Op::Store(kept));
        }
        self.set_way(way, number);
        let jump = self.frame().jump(Op::Jump);
        let flow = self.frame().flow.clone();
        if let Cleanup::Finally(finally) = &mut self.frame().cleanups[index] {
            finally.entries.push((jump, flow));
        }
        self.frame().end_path();
    }

    /// way = number, leaving acc alone
    pub(super) fn set_way(&mut self, way: Slot, number: i32) {
        let constant = self.constant(Constant::Int(number.into()));
        self.emit(Op::StoreConstant(way, constant));
    }

    /// The name of a handler's exception loses its value, which it may have lost before.
    pub(super) fn unbind_keeping_acc(&mut self, name: &'a Identifier) {
        let unbound = self.constant(Constant::Unbound);
        if let Place::Local(symbol) = self.resolve(&name.name)
            && !symbol.is_shared
            && !self.lets_go
        {
            self.emit(Op::StoreConstant(symbol.slot, unbound));
            self.frame().unbind(symbol.slot);
            return;
        }
        let mark = self.frame().mark();
        let kept = self.temporary();
        self.emit(Op::Store(kept));
        self.emit(Op::Constant(unbound));
        self.store_name(&name.name, name.span);
        if let Place::Local(symbol) = self.resolve(&name.name)
            && !symbol.is_shared
        {
            self.frame().unbind(symbol.slot);
        }
        self.emit(Op::Local(kept));
        self.frame().release(mark);
    }
}
