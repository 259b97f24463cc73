//! Targets: names, items, attributes and tuples of these, which assignments, loops and `as` bind.

use crate::diag::catalog;
use crate::program::code::{Constant, Op, Slot};
use crate::script::{BinaryOperator, Expression, ExpressionKind};
use crate::units::Span;

use super::frame::{Boundness, Symbol};
use super::{Lowering, Place};

impl<'a> Lowering<'a> {
    /// Stores the accumulator to `target`.
    pub(super) fn store(&mut self, target: &'a Expression) {
        let outside = self.enter_part(target);
        self.store_to(target);
        self.leave_part(outside);
    }

    fn store_to(&mut self, target: &'a Expression) {
        match &target.kind {
            ExpressionKind::Name(name) => self.store_name(name, target.span),
            ExpressionKind::Subscript(container, index) if matches!(&container.kind, ExpressionKind::Attribute(_, name) if name.name == "__dict__") =>
            {
                let ExpressionKind::Attribute(object, _) = &container.kind else { return };
                let mark = self.frame().mark();
                let slots = [self.temporary(), self.temporary(), self.temporary(), self.temporary()];
                self.emit(Op::Store(slots[3]));
                self.fill_slot(object, slots[0]);
                self.fill_slot(index, slots[1]);
                self.emit(Op::Local(slots[3]));
                self.emit(Op::Store(slots[2]));
                self.emit(Op::SetField(slots[0]));
                self.frame().release(mark);
                self.note_drops();
            }
            ExpressionKind::Subscript(container, index) => {
                let mark = self.frame().mark();
                let value = self.temporary();
                let slots = [self.temporary(), self.temporary()];
                self.emit(Op::Store(value));
                self.fill_slot(container, slots[0]);
                self.fill_slot(index, slots[1]);
                self.emit(Op::Local(value));
                self.emit(Op::SetItem(slots[0]));
                self.frame().release(mark);
                self.note_drops();
            }
            ExpressionKind::Attribute(object, name) => {
                let mark = self.frame().mark();
                let value = self.temporary();
                self.emit(Op::Store(value));
                if self.redirect(object, &name.name, value) {
                    self.frame().release(mark);
                    return;
                }
                self.check_change(object, &name.name);
                let object = self.slot_of(object, &[]);
                self.emit(Op::Local(value));
                let name = self.names.intern(&name.name);
                self.emit(Op::StoreAttribute(object, name));
                self.frame().release(mark);
                self.note_drops();
            }
            ExpressionKind::Tuple(items) | ExpressionKind::List(items) => self.store_items(target.span, items),
            _ => self.problem(catalog::not_a_target(target.span)),
        }
    }

    /// Stores the accumulator to a name of the innermost scope.
    pub(super) fn store_name(&mut self, name: &'a str, span: Span) {
        match self.resolve(name) {
            Place::Local(symbol) => {
                self.emit_store(symbol);
                if !symbol.is_shared {
                    self.frame().bind(symbol.slot);
                }
            }
            Place::Global(global) => {
                self.emit(if self.lets_go { Op::ReplaceGlobal(global) } else { Op::StoreGlobal(global) });
            }
            Place::Library(_) | Place::Module(_) | Place::Nothing(_) | Place::Unknown => {
                self.problem(catalog::not_a_target(span));
            }
        }
    }

    /// variable = acc
    fn emit_store(&mut self, symbol: Symbol) {
        self.emit(match (symbol.is_shared, self.lets_go) {
            (true, true) => Op::ReplaceShared(symbol.slot),
            (true, false) => Op::StoreShared(symbol.slot),
            (false, true) => Op::Replace(symbol.slot),
            (false, false) => Op::Store(symbol.slot),
        });
    }

    /// Behind what may make a container or an object let go of something.
    fn note_drops(&mut self) {
        if self.lets_go && !self.is_body {
            self.emit(Op::LetGo(false));
        }
    }

    /// The variable lets go of what it holds, before it is deleted.
    fn let_go(&mut self, place: &Place) {
        if !self.lets_go {
            return;
        }
        let none = self.constant(Constant::None);
        match place {
            Place::Local(symbol) if symbol.is_shared => {
                self.emit(Op::Shared(symbol.slot));
                self.emit(Op::Constant(none));
                self.emit(Op::ReplaceShared(symbol.slot));
            }
            Place::Local(symbol) => {
                self.emit(Op::LocalChecked(symbol.slot));
                self.emit(Op::Constant(none));
                self.emit(Op::Replace(symbol.slot));
            }
            Place::Global(global) => {
                self.emit(Op::Global(*global));
                self.emit(Op::Constant(none));
                self.emit(Op::ReplaceGlobal(*global));
            }
            _ => {}
        }
    }

    fn store_items(&mut self, span: Span, items: &'a [Expression]) {
        let starred = items.iter().position(|item| matches!(item.kind, ExpressionKind::Starred(_)));
        let count = u8::try_from(items.len());
        let Ok(count) = count else {
            self.problem(catalog::not_supported(span, "this many targets", "take the items out of a list"));
            return;
        };
        let mark = self.frame().mark();
        let slots: Vec<Slot> = items.iter().map(|_| self.temporary()).collect();
        let first = slots.first().copied().unwrap_or(0);
        match starred {
            Some(index) => {
                let before = u8::try_from(index).expect("smaller than the count");
                self.emit(Op::UnpackStarred(first, before, count - before - 1));
            }
            None => self.emit(Op::Unpack(first, count)),
        }
        for (item, slot) in items.iter().zip(slots) {
            self.emit(Op::Local(slot));
            match &item.kind {
                ExpressionKind::Starred(inner) => self.store(inner),
                _ => self.store(item),
            }
        }
        self.frame().release(mark);
    }

    /// `target op= value`
    pub(super) fn augmented(&mut self, target: &'a Expression, operator: BinaryOperator, value: &'a Expression) {
        let mark = self.frame().mark();
        match &target.kind {
            ExpressionKind::Name(name) => {
                if let Place::Local(symbol) = self.resolve(name)
                    && !symbol.is_shared
                    && self.frame().boundness(symbol.slot) == Boundness::Bound
                    && let Some(constant) = self.as_number(value)
                {
                    self.emit(Op::Local(symbol.slot));
                    self.emit(Op::InPlaceConstant(operator, constant));
                    self.emit(Op::Store(symbol.slot));
                } else if let Some([target, value]) = self.two_locals(name, value) {
                    self.emit(Op::InPlaceLocals(operator, target, value));
                } else {
                    let left = self.temporary();
                    self.expression(target);
                    self.emit(Op::Store(left));
                    self.expression(value);
                    self.emit(Op::InPlace(operator, left));
                    self.store_name(name, target.span);
                }
            }
            ExpressionKind::Subscript(container, index) => {
                let slots = [self.temporary(), self.temporary(), self.temporary()];
                self.fill_slot(container, slots[0]);
                self.fill_slot(index, slots[1]);
                let outside = self.enter_part(target);
                self.emit(Op::Local(slots[1]));
                self.emit(Op::GetItem(slots[0]));
                self.emit(Op::Store(slots[2]));
                self.leave_part(outside);
                self.expression(value);
                self.emit(Op::InPlace(operator, slots[2]));
                let outside = self.enter_part(target);
                self.emit(Op::SetItem(slots[0]));
                self.leave_part(outside);
            }
            ExpressionKind::Attribute(object, name) => {
                self.check_change(object, &name.name);
                let slots = [self.temporary(), self.temporary()];
                let name = self.names.intern(&name.name);
                self.fill_slot(object, slots[0]);
                let outside = self.enter_part(target);
                self.emit(Op::Local(slots[0]));
                self.emit(Op::Attribute(name));
                self.emit(Op::Store(slots[1]));
                self.leave_part(outside);
                self.expression(value);
                self.emit(Op::InPlace(operator, slots[1]));
                let outside = self.enter_part(target);
                self.emit(Op::StoreAttribute(slots[0], name));
                self.leave_part(outside);
            }
            _ => self.problem(catalog::not_a_target(target.span)),
        }
        self.frame().release(mark);
        if !matches!(target.kind, ExpressionKind::Name(_)) {
            self.note_drops();
        }
    }

    /// The slots of `name` and `value`, if both are variables that have a value and belong to this frame alone.
    fn two_locals(&mut self, name: &'a str, value: &'a Expression) -> Option<[Slot; 2]> {
        let ExpressionKind::Name(other) = &value.kind else { return None };
        let [target, value] = [name, other].map(|name| match self.resolve(name) {
            Place::Local(symbol) if !symbol.is_shared && self.frame().boundness(symbol.slot) == Boundness::Bound => {
                Some(symbol.slot)
            }
            _ => None,
        });
        target.zip(value).filter(|_| !self.lets_go).map(<[Slot; 2]>::from)
    }

    /// The constant's number, if `value` is a number: `x += 1` needs no slot for it then.
    fn as_number(&mut self, value: &'a Expression) -> Option<u32> {
        matches!(value.kind, ExpressionKind::Int(_) | ExpressionKind::Float(_))
            .then(|| self.as_constant(value))
            .flatten()
    }

    /// `del target`
    pub(super) fn delete(&mut self, target: &'a Expression) {
        let outside = self.enter_part(target);
        self.delete_it(target);
        self.leave_part(outside);
    }

    fn delete_it(&mut self, target: &'a Expression) {
        match &target.kind {
            ExpressionKind::Name(name) => match self.resolve(name) {
                place @ Place::Local(symbol) if symbol.is_shared => {
                    self.let_go(&place);
                    self.emit(Op::DeleteShared(symbol.slot));
                }
                place @ Place::Local(symbol) => {
                    if self.frame().boundness(symbol.slot) == Boundness::Never && !self.expects_unbound() {
                        let hidden = self.hidden_by_local(name);
                        self.problem(catalog::local_before_binding(target.span, name, hidden, self.dialect));
                    }
                    self.let_go(&place);
                    self.emit(Op::DeleteLocal(symbol.slot));
                    self.frame().unbind(symbol.slot);
                }
                place @ Place::Global(global) => {
                    self.let_go(&place);
                    self.emit(Op::DeleteGlobal(global));
                }
                Place::Library(_) | Place::Module(_) | Place::Nothing(_) | Place::Unknown => {
                    self.unknown_name(target.span, name);
                }
            },
            ExpressionKind::Subscript(container, index) => {
                let mark = self.frame().mark();
                let container = self.slot_of(container, &[index]);
                self.expression(index);
                self.emit(Op::DeleteItem(container));
                self.frame().release(mark);
                self.note_drops();
            }
            ExpressionKind::Attribute(object, name) => {
                self.check_change(object, &name.name);
                self.expression(object);
                let name = self.names.intern(&name.name);
                self.emit(Op::DeleteAttribute(name));
                self.note_drops();
            }
            ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
                items.iter().for_each(|item| self.delete(item));
            }
            _ => self.problem(catalog::not_a_target(target.span)),
        }
    }
}
