//! `yield`, `yield from`, and generator expressions, which are generators of their own.

use crate::diag::catalog;
use crate::program::code::{Constant, Op};
use crate::program::scope::{Bindings, free_in_generator, shared_targets};
use crate::script::{Argument, Comprehension, Expression, ExpressionKind, Statement, StatementKind};
use crate::signatures::asyncio::Function;
use crate::signatures::builtins::{Builtin, BuiltinFunction};
use crate::units::{OrderedSet, Span};

use super::Lowering;
use super::comprehension::Iterator;
use super::frame::FrameKind;

/// What a generator expression calls its outermost iterable, as CPython does.
pub(super) const OUTERMOST: &str = ".0";

impl<'a> Lowering<'a> {
    /// `yield value`: acc = what is sent.
    pub(super) fn yield_value(&mut self, span: Span, value: Option<&'a Expression>) {
        if !self.frame().is_generator {
            self.problem(catalog::not_supported(span, "`yield` here", "write it in a function of its own"));
        }
        match value {
            Some(value) => self.expression(value),
            None => {
                let none = self.constant(Constant::None);
                self.emit(Op::Constant(none));
            }
        }
        self.emit(Op::Yield);
    }

    /// `yield from iterable` (PEP 380): acc = what the iterable's generator returned.
    pub(super) fn yield_from(&mut self, span: Span, iterable: &'a Expression) {
        if !self.frame().is_generator || self.frame().kind == FrameKind::Coroutine {
            let instead = "write `async for item in …: yield item`";
            self.problem(catalog::not_supported(span, "`yield from` here", instead));
        }
        let mark = self.frame().mark();
        let iterator = self.temporary();
        self.fill_slot(iterable, iterator);
        // `__await__` of what can be awaited gives the thing itself.
        let is_awaitable = matches!(&iterable.kind, ExpressionKind::Call(function, _)
            if matches!(&function.kind, ExpressionKind::Attribute(_, name) if name.name == "__await__"));
        if !is_awaitable {
            self.emit(Op::CallLibrary(Function::YieldFromCheck, iterator, 1));
            self.emit(Op::Store(iterator));
            self.emit(Op::CallBuiltin(Builtin::Function(BuiltinFunction::Iter), iterator, 1));
            self.emit(Op::Store(iterator));
        }
        let none = self.constant(Constant::None);
        self.emit(Op::Constant(none));
        let head = self.frame().here();
        let returned = self.frame().jump(|target| Op::Delegate(iterator, target));
        let yielded = self.frame().here();
        self.emit(Op::Yield);
        let behind = self.frame().here();
        self.emit(Op::JumpBack(head));
        self.handle(yielded, behind);
        let returned_late = self.frame().jump(|target| Op::DelegateThrow(iterator, target));
        self.emit(Op::JumpBack(yielded));
        self.frame().aim_here(returned);
        self.frame().aim_here(returned_late);
        self.frame().release(mark);
    }

    /// Awaits what an `__await__` gave: as `yield from` goes through it; a bare `yield` in it gives the others a turn.
    fn await_iterator(&mut self, value: &'a Expression) {
        let iterator = self.temporary();
        self.fill_slot(value, iterator);
        let none = self.constant(Constant::None);
        self.emit(Op::Constant(none));
        let head = self.frame().here();
        let returned = self.frame().jump(|target| Op::Delegate(iterator, target));
        let from = self.frame().here();
        // Of a task only a bare `yield` gives a turn: the next step is told of anything else.
        let (yielded, sent) = (self.temporary(), self.temporary());
        self.emit(Op::Store(yielded));
        self.emit(Op::CallLibrary(Function::YieldOut, yielded, 1));
        self.emit(Op::Store(sent));
        self.emit(Op::CallLibrary(Function::YieldCheck, yielded, 2));
        let to = self.frame().here();
        self.emit(Op::JumpBack(head));
        self.handle(from, to);
        let returned_late = self.frame().jump(|target| Op::DelegateThrow(iterator, target));
        self.emit(Op::JumpBack(from));
        self.frame().aim_here(returned);
        self.frame().aim_here(returned_late);
    }

    /// What only the library's own Python can say: the ops of the machine under generators, and a field set past `__setattr__`.
    pub(super) fn machine_call(&mut self, function: &'a Expression, arguments: &'a [Argument]) -> bool {
        let (Some(_), ExpressionKind::Name(name)) = (self.library, &function.kind) else { return false };
        match (name.as_str(), arguments) {
            ("__resume__", [generator, value]) => {
                let slot = self.temporary();
                self.fill_slot(generator.value(), slot);
                self.expression(value.value());
                self.emit(Op::ResumeGenerator(slot));
            }
            ("__throw__", [generator, exception]) => {
                let slot = self.temporary();
                self.fill_slot(generator.value(), slot);
                self.expression(exception.value());
                self.emit(Op::ThrowIntoGenerator(slot));
            }
            ("__again__", [exception]) => {
                self.expression(exception.value());
                self.emit(Op::Reraise);
            }
            ("__start__", [coroutine]) => {
                self.expression(coroutine.value());
                self.emit(Op::StartTask);
            }
            ("__await__", [value]) => self.await_iterator(value.value()),
            ("__instance__", [class]) => {
                self.expression(class.value());
                self.emit(Op::NewInstance);
            }
            ("__setfield__", [object, name, value]) => {
                let slots = [self.temporary(), self.temporary(), self.temporary()];
                for (argument, slot) in [object, name, value].into_iter().zip(slots) {
                    self.fill_slot(argument.value(), slot);
                }
                self.emit(Op::SetField(slots[0]));
            }
            _ => return false,
        }
        true
    }

    /// A generator expression: acc = a generator.
    pub(super) fn generator_expression(&mut self, comprehension: &'a Comprehension, span: Span) {
        let mark = self.frame().mark();
        let slot = self.temporary();
        let argument = self.temporary();
        let (first, rest) = comprehension.clauses.split_first().expect("a comprehension has a clause");
        if first.is_async {
            let iterator = self.async_iterator_of_clause(&first.iterable);
            self.emit(Op::Local(iterator));
        } else {
            self.fill_slot(&first.iterable, argument);
            self.emit(Op::CallBuiltin(Builtin::Function(BuiltinFunction::Iter), argument, 1));
        }
        self.emit(Op::Store(argument));
        let (targets, shared) = shared_targets(comprehension);
        let mut locals: OrderedSet<&'a str> = std::iter::once(OUTERMOST).collect();
        locals.extend(targets);
        let bindings = Bindings { locals, shared, ..Bindings::default() };
        let free = free_in_generator(comprehension);
        let kind = if comprehension.is_async() { FrameKind::Coroutine } else { FrameKind::Function };
        self.open_with("<genexpr>", kind, bindings, 1, free);
        self.frame().is_generator = true;
        self.frame().definition = span;
        self.frame().place(span);
        let (first_slot, _) = (self.temporary(), self.temporary());
        self.emit(Op::Local(0));
        let iterator = if first.is_async {
            self.emit(Op::Store(first_slot));
            Iterator::Async(first_slot)
        } else {
            self.emit(Op::Iterate(first_slot));
            Iterator::Plain(first_slot)
        };
        self.clause(first, iterator, rest, comprehension, None);
        let (code, captured) = self.close_with(OUTERMOST, span);
        let defaults = self.temporary();
        let unbound = self.constant(Constant::Unbound);
        self.emit(Op::StoreConstant(defaults, unbound));
        self.make_function(defaults, code, captured);
        self.emit(Op::Store(slot));
        self.emit(Op::Call(slot, 1));
        self.frame().release(mark);
    }
}

/// Whether some function in a block is a generator.
pub(super) fn has_generators(block: &[Statement]) -> bool {
    block.iter().any(|statement| {
        let mut found = match &statement.kind {
            StatementKind::Function(function) => has_yield(&function.body) || has_generators(&function.body),
            StatementKind::Class(class) => has_generators(&class.body),
            _ => false,
        };
        let is_lambda =
            |value: &Expression| matches!(&value.kind, ExpressionKind::Lambda(lambda) if lambda.body.yields());
        statement.each_expression(&mut |expression| found = found || expression.any(&mut |inner| is_lambda(inner)));
        statement.each_block(&mut |inner| found = found || has_generators(inner));
        found
    })
}

/// Whether the function with this body is a generator.
pub(super) fn has_yield(body: &[Statement]) -> bool {
    body.iter().any(|statement| {
        let mut found = false;
        statement.each_expression(&mut |expression| found = found || expression.yields());
        statement.each_block(&mut |block| found = found || has_yield(block));
        found
    })
}
