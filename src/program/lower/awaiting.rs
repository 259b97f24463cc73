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

    /// Where what is awaited is a method of a queue or a semaphore, by its name, and is called with at most one variable, the op that
    /// copies the receiver may do all of it at once.
    fn await_ahead(&mut self, method: u16, first: Slot, count: u8) {
        let name = self.method_name(method);
        let (is_get, is_acquire, is_put) = (name == "get", name == "acquire", name == "put");
        let ops = &mut self.frame().ops;
        let (index, item) = match ops[..] {
            [.., _, _] if count == 0 && (is_get || is_acquire) => (ops.len() - 2, first),
            [.., _, Op::Copy(argument, item), _] if count == 1 && is_put && argument == first + 1 => {
                (ops.len() - 3, item)
            }
            _ => return,
        };
        let (place, source) = match ops[index] {
            Op::Copy(to, from) if to == first => (Place::Slot, from),
            Op::CopyGlobal(to, global) if to == first && global <= u16::MAX.into() => (Place::Global, global as u16),
            _ => return,
        };
        ops[index] = match count {
            0 if is_get => Op::GetAhead(place, source, first),
            0 => Op::AcquireAhead(place, source, first),
            _ => Op::PutAhead(place, source, first, item),
        };
    }
}
