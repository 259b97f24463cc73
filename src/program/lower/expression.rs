//! Expressions: each leaves its value in the accumulator.

use num_bigint::BigInt;

use crate::diag::catalog;
use crate::program::code::{Constant, Op, Slot};
use crate::program::library::{self, Item};
use crate::script::{
    BinaryOperator, Comparison, DictItem, Expression, ExpressionKind, Identifier, Statement, UnaryOperator,
};
use crate::signatures::asyncio::MODULES;
use crate::units::{Dialect, Span};

use super::frame::{Boundness, Symbol};
use super::resolve::OnlyImported;
use super::{Lowering, Place};

impl<'a> Lowering<'a> {
    /// Evaluates `expression` into the accumulator.
    pub(super) fn expression(&mut self, expression: &'a Expression) {
        let outside = self.enter_part(expression);
        let span = expression.span;
        match &expression.kind {
            ExpressionKind::None
            | ExpressionKind::Bool(_)
            | ExpressionKind::Int(_)
            | ExpressionKind::Long(_)
            | ExpressionKind::Float(_)
            | ExpressionKind::Str(_) => self.literal(expression),
            ExpressionKind::FString(parts) => self.format(parts),
            ExpressionKind::Name(name) => self.name(name, span),
            ExpressionKind::Library(path) => self.library_value(path, span),
            ExpressionKind::Attribute(value, name) => self.attribute(expression, value, name),
            ExpressionKind::Subscript(container, index) => self.subscript(container, index),
            ExpressionKind::Slice(lower, upper, step) => self.slice([lower, upper, step]),
            ExpressionKind::Call(function, arguments) => {
                let before = self.taken_at_once;
                if let Some(taken) = expression.taken_at_once() {
                    self.taken_at_once = Some((taken.span, self.frame().places.part_begun()));
                }
                self.call(span, function, arguments);
                self.taken_at_once = before;
            }
            ExpressionKind::Yield(value) => self.yield_value(span, value.as_deref()),
            ExpressionKind::YieldFrom(value) => self.yield_from(span, value),
            ExpressionKind::Unary(operator, value) => {
                self.expression(value);
                self.emit(Op::Unary(*operator));
            }
            ExpressionKind::Binary(left, operator, right) => self.binary(left, *operator, right),
            ExpressionKind::And(items) => self.short_circuit(items, Op::JumpIfFalse),
            ExpressionKind::Or(items) => self.short_circuit(items, Op::JumpIfTrue),
            ExpressionKind::Compare(first, rest) => self.comparison(first, rest),
            ExpressionKind::Conditional { test, then, other } => self.conditional(test, then, other),
            ExpressionKind::List(items) => self.display(items, Op::NewList, Op::Append, Op::Extend),
            ExpressionKind::Set(items) => self.set(items),
            ExpressionKind::Tuple(items) => {
                self.display(items, Op::NewList, Op::Append, Op::Extend);
                self.emit(Op::ListToTuple);
            }
            ExpressionKind::Dict(items) => self.dict(items),
            ExpressionKind::Starred(_) => {
                self.problem(catalog::not_supported(span, "a starred value here", "put it into a list: `[*x]`"));
            }
            ExpressionKind::Comprehension(comprehension) => self.comprehension(comprehension, span),
            ExpressionKind::Lambda(lambda) => self.lambda(lambda, span),
            ExpressionKind::Await(value) => self.await_value(span, value),
            ExpressionKind::Walrus(name, value) => {
                self.expression(value);
                self.store_name(&name.name, name.span);
            }
        }
        self.leave_part(outside);
    }

    /// Evaluates into a slot: its own for a local that nothing in `before_use` can change, else a temporary.
    pub(super) fn slot_of(&mut self, expression: &'a Expression, before_use: &[&'a Expression]) -> Slot {
        if let ExpressionKind::Name(name) = &expression.kind
            && let Place::Local(symbol) = self.resolve(name)
            && !symbol.is_shared
            && self.frame().boundness(symbol.slot) == Boundness::Bound
            && !before_use.iter().any(|later| binds_something(later))
        {
            return symbol.slot;
        }
        let slot = self.temporary();
        self.fill_slot(expression, slot);
        slot
    }

    /// Evaluates into this slot.
    pub(super) fn fill_slot(&mut self, expression: &'a Expression, slot: Slot) {
        if let Some(constant) = self.as_constant(expression) {
            self.emit(Op::StoreConstant(slot, constant));
            return;
        }
        self.expression(expression);
        // What only reads a variable does so without the accumulator.
        let only = match expression.kind {
            ExpressionKind::Name(_) => self.frame().last_op(),
            _ => None,
        };
        match only {
            Some(Op::Local(from)) => self.frame().replace_last(Op::Copy(slot, from)),
            Some(Op::Global(global)) => self.frame().replace_last(Op::CopyGlobal(slot, global)),
            _ => self.emit(Op::Store(slot)),
        }
    }

    /// The constant's number, if `expression` is a literal.
    pub(super) fn as_constant(&mut self, expression: &Expression) -> Option<u32> {
        let constant = match &expression.kind {
            ExpressionKind::None => Constant::None,
            ExpressionKind::Bool(value) => Constant::Bool(*value),
            ExpressionKind::Int(value) => Constant::Int(*value),
            ExpressionKind::Long(value) => Constant::Long(BigInt::clone(value)),
            ExpressionKind::Float(value) => Constant::Float(value.to_bits()),
            ExpressionKind::Str(text) => Constant::Str(text.clone()),
            _ => return None,
        };
        Some(self.constant(constant))
    }

    fn literal(&mut self, expression: &Expression) {
        if let ExpressionKind::Int(value) = expression.kind
            && let Ok(small) = i32::try_from(value)
        {
            self.emit(Op::Small(small));
        } else if let Some(constant) = self.as_constant(expression) {
            self.emit(Op::Constant(constant));
        }
    }

    fn name(&mut self, name: &'a str, span: Span) {
        if name == "__python__" && self.library.is_some() {
            // Which Python's the library is to be: its minor version.
            self.emit(Op::Small(self.python));
            return;
        }
        let mut place = self.resolve(name);
        if let Place::Local(symbol) = place
            && self.is_unbound_in_class(name, symbol)
        {
            // The body of a class falls back on the module: `limit = limit`.
            place = self.resolve_beyond(name);
        }
        match place {
            Place::Local(symbol) => self.read_local(name, symbol, span),
            Place::Global(global) => self.emit(Op::Global(global)),
            Place::Library(item) => self.item(&item),
            Place::Module(module) => self.module_value(module),
            Place::Nothing(OnlyImported::ForAnnotations) => self.form_of_import(span, name),
            Place::Nothing(OnlyImported::Refused) => self.absent_global(name),
            Place::Nothing(OnlyImported::Elsewhere) => {
                let mut imports = self.frames.iter().rev().filter_map(|frame| frame.own_import(name));
                let module = imports.next().map_or(name, |import| import.module.name.as_str());
                self.problem(catalog::unknown_module(span, module, MODULES));
            }
            Place::Unknown if name == "__doc__" && self.dialect == Dialect::Python => {
                let text = self.document.map_or(Constant::None, |text| self.document_constant(text));
                let constant = self.constant(text);
                self.emit(Op::Constant(constant));
            }
            Place::Unknown if name == "__file__" && self.dialect == Dialect::Python => {
                let constant = self.constant(Constant::Str(self.file.clone()));
                self.emit(Op::Constant(constant));
            }
            Place::Unknown => self.unknown_name(span, name),
        }
    }

    /// Whether a name of the class whose body this is has no value yet.
    fn is_unbound_in_class(&mut self, name: &str, symbol: Symbol) -> bool {
        let frame = self.frame();
        frame.is_of_class(name) && frame.boundness(symbol.slot) == Boundness::Never
    }

    fn read_local(&mut self, name: &str, symbol: Symbol, span: Span) {
        if symbol.is_shared {
            self.emit(Op::Shared(symbol.slot));
            return;
        }
        match self.frame().boundness(symbol.slot) {
            Boundness::Bound => self.emit(Op::Local(symbol.slot)),
            Boundness::Perhaps => self.emit(Op::LocalChecked(symbol.slot)),
            Boundness::Never if self.expects_unbound() => self.emit(Op::LocalChecked(symbol.slot)),
            Boundness::Never => {
                let hidden = self.hidden_by_local(name);
                self.problem(catalog::local_before_binding(span, name, hidden, self.dialect));
            }
        }
    }

    pub(super) fn item(&mut self, item: &Item) {
        let constant = self.constant(item.constant());
        self.emit(Op::Constant(constant));
    }

    fn library_value(&mut self, path: &str, span: Span) {
        match library::find(path) {
            Some(item) => self.item(&item),
            None => self.problem(catalog::not_supported(span, &format!("`{path}`"), "it comes with a later version")),
        }
    }

    fn attribute(&mut self, whole: &'a Expression, value: &'a Expression, name: &Identifier) {
        if self.attribute_of_types(whole, value, name) {
            return;
        }
        if let Some(item) = self.library_item(whole) {
            self.item(&item);
            return;
        }
        if self.is_super(value) {
            self.super_attribute(value.span, value, &name.name);
            return;
        }
        if self.attribute_of_module(value, name) {
            return;
        }
        self.expression(value);
        let id = self.names.intern(&name.name);
        self.emit(Op::Attribute(id));
    }

    fn subscript(&mut self, container: &'a Expression, index: &'a Expression) {
        let mark = self.frame().mark();
        let slot = self.slot_of(container, &[index]);
        self.expression(index);
        self.emit(Op::GetItem(slot));
        self.frame().release(mark);
    }

    fn slice(&mut self, bounds: [&'a Option<Box<Expression>>; 3]) {
        let mark = self.frame().mark();
        let slots = [self.temporary(), self.temporary(), self.temporary()];
        let none = self.constant(Constant::None);
        for (bound, slot) in bounds.into_iter().zip(slots) {
            match bound {
                Some(bound) => self.fill_slot(bound, slot),
                None => self.emit(Op::StoreConstant(slot, none)),
            }
        }
        self.emit(Op::MakeSlice(slots[0]));
        self.frame().release(mark);
    }

    fn binary(&mut self, left: &'a Expression, operator: BinaryOperator, right: &'a Expression) {
        if let Some(constant) = self.as_constant(right) {
            self.expression(left);
            self.emit(Op::BinaryConstant(operator, constant));
            return;
        }
        let mark = self.frame().mark();
        let slot = self.slot_of(left, &[right]);
        self.expression(right);
        self.emit(Op::Binary(operator, slot));
        self.frame().release(mark);
    }

    fn short_circuit(&mut self, items: &'a [Expression], jump: fn(u32) -> Op) {
        let mut jumps = Vec::new();
        let mut flows = Vec::new();
        for (index, item) in items.iter().enumerate() {
            self.expression(item);
            if index + 1 < items.len() {
                jumps.push(self.frame().jump(jump));
                flows.push(self.frame().flow.clone());
            }
        }
        jumps.into_iter().for_each(|jump| self.frame().aim_here(jump));
        flows.into_iter().for_each(|flow| self.frame().meet(flow));
    }

    fn comparison(&mut self, first: &'a Expression, rest: &'a [(Comparison, Expression)]) {
        if let [(comparison, right)] = rest
            && let Some(constant) = self.as_constant(right)
        {
            self.expression(first);
            self.emit(Op::CompareConstant(*comparison, constant));
            return;
        }
        let mark = self.frame().mark();
        let later: Vec<&'a Expression> = rest.iter().map(|(_, right)| right).collect();
        let mut left = self.slot_of(first, &later);
        let mut jumps = Vec::new();
        let mut flows = Vec::new();
        for (index, (comparison, right)) in rest.iter().enumerate() {
            self.expression(right);
            if index + 1 == rest.len() {
                let behind = self.frame().mark();
                let looks_into = matches!(comparison, Comparison::In | Comparison::NotIn);
                let is_made = looks_into && self.may_let_go_of_made([right].into_iter());
                if is_made {
                    let made = self.temporary();
                    self.emit(Op::Store(made));
                }
                self.emit(Op::Compare(*comparison, left));
                if is_made {
                    self.let_go_from(behind);
                }
                continue;
            }
            let kept = self.temporary();
            self.emit(Op::Store(kept));
            self.emit(Op::Compare(*comparison, left));
            jumps.push(self.frame().jump(Op::JumpIfFalse));
            flows.push(self.frame().flow.clone());
            left = kept;
        }
        jumps.into_iter().for_each(|jump| self.frame().aim_here(jump));
        flows.into_iter().for_each(|flow| self.frame().meet(flow));
        self.frame().release(mark);
    }

    fn conditional(&mut self, test: &'a Expression, then: &'a Expression, other: &'a Expression) {
        let to_other = self.condition(test, None);
        let before = self.frame().flow.clone();
        self.expression(then);
        let to_end = self.frame().jump(Op::Jump);
        let after_then = std::mem::replace(&mut self.frame().flow, before);
        self.frame().aim_here(to_other);
        self.expression(other);
        self.frame().aim_here(to_end);
        self.frame().meet(after_then);
    }

    /// Evaluates a condition, that of a statement or another; returns the jump taken when it does not hold.
    pub(super) fn condition(&mut self, test: &'a Expression, statement: Option<&'a Statement>) -> usize {
        let (decisive, jump): (_, fn(u32) -> Op) = match &test.kind {
            ExpressionKind::Unary(UnaryOperator::Not, inner) => (&**inner, Op::JumpIfTrue),
            _ => (test, Op::JumpIfFalse),
        };
        self.expression(decisive);
        let outside = match statement {
            Some(statement) => self.enter_part_since(12, decisive, statement),
            None => self.enter_part_or_stay(12, decisive),
        };
        let jump = self.frame().jump(jump);
        self.leave_part(outside);
        jump
    }

    /// A display of items: acc = the new container.
    pub(super) fn display(&mut self, items: &'a [Expression], new: Op, add: fn(Slot) -> Op, extend: fn(Slot) -> Op) {
        self.emit(new);
        if items.is_empty() {
            return;
        }
        let mark = self.frame().mark();
        let slot = self.temporary();
        self.emit(Op::Store(slot));
        for item in items {
            if let ExpressionKind::Starred(inner) = &item.kind {
                self.expression(inner);
                self.emit(extend(slot));
            } else {
                self.expression(item);
                self.emit(add(slot));
            }
        }
        self.emit(Op::Local(slot));
        self.frame().release(mark);
    }

    fn dict(&mut self, items: &'a [DictItem]) {
        let mark = self.frame().mark();
        let slot = self.temporary();
        self.emit(Op::NewDict);
        self.emit(Op::Store(slot));
        for item in items {
            let mark = self.frame().mark();
            match item {
                DictItem::Pair(key, value) => {
                    let key = self.slot_of(key, &[value]);
                    self.expression(value);
                    self.emit(Op::PutInDict(slot, key));
                }
                DictItem::Unpacked(value) => {
                    self.expression(value);
                    self.emit(Op::UpdateDict(slot));
                }
            }
            self.frame().release(mark);
        }
        self.emit(Op::Local(slot));
        self.frame().release(mark);
    }
}

/// Whether evaluating `expression` may bind a local: it has a walrus.
fn binds_something(expression: &Expression) -> bool {
    expression.any(&mut |inner| matches!(inner.kind, ExpressionKind::Walrus(..)))
}
