//! `await`, and where it may stand.

use crate::diag::catalog;
use crate::program::code::Op;
use crate::program::library::Item;
use crate::script::{Expression, ExpressionKind};
use crate::signatures::asyncio::Function;
use crate::units::Span;

use super::Lowering;
use super::frame::FrameKind;

impl<'a> Lowering<'a> {
    /// `await`, `async with` and `async for` stand in coroutines alone.
    pub(super) fn needs_coroutine(&mut self, span: Span, word: &str) {
        if self.frame().kind != FrameKind::Coroutine {
            let function = self.frame().text;
            let dialect = self.dialect;
            self.problem(catalog::await_outside(span, word, function, dialect));
        }
    }

    pub(super) fn await_value(&mut self, span: Span, value: &'a Expression) {
        self.needs_coroutine(span, "await");
        if let ExpressionKind::Call(function, arguments) = &value.kind
            && self.library_item(function) == Some(Item::Function(Function::Sleep))
            && self.sleep_on_the_spot(arguments)
        {
            return;
        }
        self.expression(value);
        self.emit_await();
    }

    /// await acc
    pub(super) fn emit_await(&mut self) {
        let op = match self.frame().last_op() {
            Some(Op::CallLibrary(Function::Gather, ..)) => Op::AwaitOwn,
            Some(Op::CallMethod(method, slot, count)) => {
                self.frame().replace_last(Op::AwaitMethod(method, slot, count));
                Op::Await
            }
            _ => Op::Await,
        };
        self.emit(op);
    }
}
