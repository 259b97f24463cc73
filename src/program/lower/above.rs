//! `super()`: the classes above one, as a method of it or of an object of it sees them.

use crate::diag::catalog;
use crate::program::code::Op;
use crate::script::{Argument, Expression, ExpressionKind};
use crate::units::Span;

use super::class::CLASS_CELL;
use super::{Lowering, Place};

impl<'a> Lowering<'a> {
    /// Whether `expression` is `super()`.
    pub(super) fn is_super(&mut self, expression: &'a Expression) -> bool {
        let ExpressionKind::Call(function, _) = &expression.kind else { return false };
        matches!(&function.kind, ExpressionKind::Name(name) if name == "super")
            && matches!(self.resolve("super"), Place::Unknown | Place::Library(_))
    }

    /// `super().name`: acc = the attribute.
    pub(super) fn super_attribute(&mut self, span: Span, whole: &'a Expression, name: &str) {
        let ExpressionKind::Call(_, arguments) = &whole.kind else { return };
        if let [Argument::Positional(class), Argument::Positional(object)] = arguments.as_slice() {
            let mark = self.frame().mark();
            let slot = self.slot_of(object, &[class]);
            self.expression(class);
            let name = self.names.intern(name);
            self.emit(Op::SuperAttribute(slot, name));
            self.frame().release(mark);
            return;
        }
        let has_arguments = !arguments.is_empty();
        let cell = self.frame().own_symbol(CLASS_CELL);
        let object = self.frame().first_parameter();
        let (Some(cell), Some(object), false) = (cell, object, has_arguments) else {
            let instead = "write super().method(…) in a method of the class";
            self.problem(catalog::not_supported(span, "this use of `super`", instead));
            return;
        };
        let mark = self.frame().mark();
        let slot = self.temporary();
        self.emit(if object.is_shared { Op::Shared(object.slot) } else { Op::Local(object.slot) });
        self.emit(Op::Store(slot));
        self.emit(Op::Shared(cell.slot));
        let name = self.names.intern(name);
        self.emit(Op::SuperAttribute(slot, name));
        self.frame().release(mark);
    }

    /// `super()` and `super(Class, object)` as values.
    pub(super) fn super_value(&mut self, span: Span, arguments: &'a [Argument]) {
        let mark = self.frame().mark();
        let first = self.temporary();
        let slots = [self.temporary(), self.temporary()];
        match arguments {
            [Argument::Positional(class), Argument::Positional(object)] => {
                self.fill_slot(class, slots[0]);
                self.fill_slot(object, slots[1]);
            }
            _ => {
                let (cell, object) = (self.frame().own_symbol(CLASS_CELL), self.frame().first_parameter());
                let (Some(cell), Some(object), true) = (cell, object, arguments.is_empty()) else {
                    let instead = "write super() in a method of the class";
                    self.problem(catalog::not_supported(span, "this use of `super`", instead));
                    return;
                };
                self.emit(Op::Shared(cell.slot));
                self.emit(Op::Store(slots[0]));
                self.emit(if object.is_shared { Op::Shared(object.slot) } else { Op::Local(object.slot) });
                self.emit(Op::Store(slots[1]));
            }
        }
        if let Some(helper) = self.library_global("helpers.bound_super") {
            self.emit(Op::Global(helper));
            self.emit(Op::Store(first));
            self.emit(Op::Call(first, 2));
        }
        self.frame().release(mark);
    }
}
