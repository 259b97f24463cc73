//! `map` and `filter` by functions of the script, where all they make is taken at once: `list(map(f, items))`.

use crate::program::code::Op;
use crate::program::library::Item;
use crate::script::{Argument, Expression, ExpressionKind};
use crate::signatures::builtins::{Builtin, BuiltinType};

use super::Lowering;

/// Built-ins that take everything out of their argument before they do anything else.
const TAKERS: [&str; 8] = ["list", "tuple", "set", "frozenset", "sum", "sorted", "min", "max"];

/// A call of `map` or `filter`.
struct Mapped<'a> {
    is_filter: bool,
    function: &'a Expression,
    items: &'a Expression,
}

impl<'a> Lowering<'a> {
    /// Lowers `list(map(f, items))` and its kin: acc = what it returns. False when the call is of another kind.
    pub(super) fn take_mapped(&mut self, builtin: Builtin, arguments: &'a [Argument]) -> bool {
        let [Argument::Positional(only)] = arguments else { return false };
        if !TAKERS.contains(&builtin.name()) {
            return false;
        }
        let Some(mapped) = self.mapped(only) else { return false };
        let slot = self.temporary();
        self.map_at_once(&mapped);
        self.emit(Op::Store(slot));
        self.emit(Op::CallBuiltin(builtin, slot, 1));
        true
    }

    /// The parts of `map(f, items)`. What the library itself can call is left to it.
    fn mapped(&mut self, expression: &'a Expression) -> Option<Mapped<'a>> {
        let ExpressionKind::Call(callee, arguments) = &expression.kind else { return None };
        let is_filter = match self.library_item(callee)? {
            Item::Builtin(Builtin::Type(BuiltinType::Map)) => false,
            Item::Builtin(Builtin::Type(BuiltinType::Filter)) => true,
            Item::Builtin(_) | Item::Function(_) | Item::Constant(_) => return None,
        };
        let [Argument::Positional(function), Argument::Positional(items)] = arguments.as_slice() else { return None };
        let is_library = function.kind == ExpressionKind::None || self.library_item(function).is_some();
        (!is_library).then_some(Mapped { is_filter, function, items })
    }

    /// acc = a list of all that `map` or `filter` makes
    fn map_at_once(&mut self, mapped: &Mapped<'a>) {
        let mark = self.frame().mark();
        let [function, made, item] = [self.temporary(), self.temporary(), self.temporary()];
        let [place, _] = [self.temporary(), self.temporary()];
        let [call, argument] = [self.temporary(), self.temporary()];
        self.fill_slot(mapped.function, function);
        self.expression(mapped.items);
        self.emit(Op::Iterate(place));
        self.emit(Op::NewList);
        self.emit(Op::Store(made));
        let round = self.frame().here();
        let end = self.frame().jump(|pc| Op::Next(place, pc));
        self.emit(Op::Store(item));
        self.emit(Op::Store(argument));
        self.emit(Op::Local(function));
        self.emit(Op::Store(call));
        self.emit(Op::Call(call, 1));
        if mapped.is_filter {
            let skip = self.frame().jump(Op::JumpIfFalse);
            self.emit(Op::Local(item));
            self.emit(Op::Append(made));
            self.frame().aim_here(skip);
        } else {
            self.emit(Op::Append(made));
        }
        self.emit(Op::JumpBack(round));
        self.frame().aim_here(end);
        self.emit(Op::Local(made));
        self.frame().release(mark);
    }
}
