//! `await`, and where it may stand.

use crate::diag::catalog;
use crate::program::code::{Op, Place, Slot};
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
                self.await_ahead(method, slot, count);
                Op::Await
            }
            _ => Op::Await,
        };
        self.emit(op);
    }

    /// Where what is awaited is called with at most one variable, the op that copies the receiver may do all of it at once.
    fn await_ahead(&mut self, method: u16, first: Slot, count: u8) {
        let ops = &mut self.frame().ops;
        let copies = match ops[..] {
            [.., copy, _] if count == 0 => Some((copy, ops.len() - 2)),
            [.., copy, Op::Copy(argument, _), _] if count == 1 && argument == first + 1 => Some((copy, ops.len() - 3)),
            _ => None,
        };
        let ahead = match copies {
            Some((Op::Copy(to, from), index)) if to == first => Some((index, Place::Slot, from)),
            Some((Op::CopyGlobal(to, global), index)) if to == first => {
                u16::try_from(global).ok().map(|global| (index, Place::Global, global))
            }
            _ => None,
        };
        if let Some((index, place, source)) = ahead {
            ops[index] = Op::AwaitAhead(place, method, source, first);
        }
    }
}
