//! Statements.

use crate::diag::catalog;
use crate::program::code::{Constant, Op};
use crate::program::library::Item;
use crate::program::scope::{Bindings, add_target, unbound_in};
use crate::script::{DictItem, Expression, ExpressionKind, Statement, StatementKind, UnaryOperator};
use crate::units::{OrderedSet, Span};

use super::Lowering;
use super::exit::Exit;
use super::frame::{Flow, FrameKind, Loop};
use super::try_except::Try;

impl<'a> Lowering<'a> {
    /// Lowers a block.
    pub(super) fn block(&mut self, block: &'a [Statement]) {
        block.iter().for_each(|statement| self.statement(statement));
    }

    fn statement(&mut self, statement: &'a Statement) {
        self.frame().place(statement.span);
        let span = statement.span;
        match &statement.kind {
            StatementKind::Expression(value) => {
                self.expression(value);
                if matches!(self.frame().ops.last(), Some(Op::CallLibrary(..))) {
                    self.emit(Op::Discard);
                }
                let is_plain =
                    matches!(value.kind, ExpressionKind::Str(_) | ExpressionKind::Name(_) | ExpressionKind::Int(_));
                if self.lets_go && !is_plain && !self.is_body {
                    self.emit(Op::LetGo(true));
                }
            }
            StatementKind::Assign(assignment) => self.assign(&assignment.targets, &assignment.value),
            StatementKind::AugmentedAssign(target, operator, value) => self.augmented(target, *operator, value),
            StatementKind::Delete(targets) => targets.iter().for_each(|target| self.delete(target)),
            StatementKind::Pass | StatementKind::Global(_) => {}
            StatementKind::Nonlocal(names) => {
                for name in names {
                    if self.frame().own_symbol(&name.name).is_none() {
                        self.problem(catalog::no_enclosing_binding(name.span, &name.name));
                    }
                }
            }
            StatementKind::Break => self.leave_loop(span, "break", Exit::Break),
            StatementKind::Continue => self.leave_loop(span, "continue", Exit::Continue),
            StatementKind::Return(value) => self.return_value(span, value.as_ref()),
            StatementKind::Assert(test, message) => self.assertion(test, message.as_ref()),
            StatementKind::Raise(exception, cause) => self.raise(exception.as_ref(), cause.as_ref()),
            StatementKind::If { test, body, other } => self.branch(statement, test, body, other),
            StatementKind::For { target, iterable, body, other, is_async } => {
                if *is_async {
                    self.needs_coroutine(span, "async for");
                    self.async_for_each(statement, target, iterable, body, other);
                } else {
                    self.for_each(statement, target, iterable, body, other);
                }
            }
            StatementKind::Repeat { count, body } => self.repeat(statement, count, body),
            StatementKind::While { test, body, other } => self.while_holds(statement, test, body, other),
            StatementKind::Import(imports) => self.import(imports),
            StatementKind::Function(function) => {
                self.function(function);
                self.store_name(&function.name.name, function.name.span);
            }
            StatementKind::Try { body, handlers, is_star, other, finally } => {
                self.try_statement(&Try { body, handlers, other, finally, is_star: *is_star });
            }
            StatementKind::With { items, body, is_async } => {
                if *is_async {
                    self.needs_coroutine(span, "async with");
                }
                self.with(statement, items, body, *is_async);
            }
            StatementKind::Class(class) => {
                self.class(class);
                self.store_name(&class.name.name, class.name.span);
            }
        }
    }

    fn assign(&mut self, targets: &'a [Expression], value: &'a Expression) {
        if self.is_type(value) {
            // `T = TypeVar("T")`, `Handler = Callable[[int], None]`: for annotations, which say nothing about a run.
            for target in targets {
                self.stand_for_type();
                self.store(target);
            }
            return;
        }
        let [target] = targets else {
            let mark = self.frame().mark();
            let slot = self.temporary();
            self.fill_slot(value, slot);
            for target in targets {
                self.emit(Op::Local(slot));
                self.store(target);
            }
            self.frame().release(mark);
            return;
        };
        self.expression(value);
        let name = match &target.kind {
            ExpressionKind::Name(name) => Some(name.as_str()),
            ExpressionKind::Attribute(_, name) => Some(name.name.as_str()),
            _ => None,
        };
        if let Some(name) = name
            && self.makes_a_thing(value)
        {
            let name = self.names.intern(name);
            self.emit(Op::Christen(name));
        }
        self.store(target);
    }

    /// Whether `value` makes a thing that traces call by the name it is first bound to.
    pub(super) fn makes_a_thing(&mut self, value: &'a Expression) -> bool {
        match &value.kind {
            ExpressionKind::Call(function, _) => {
                let is_method =
                    matches!(&function.kind, ExpressionKind::Attribute(_, name) if name.name == "create_future");
                let makes = |item| matches!(item, Item::Function(function) if function.makes_a_thing());
                is_method || self.library_item(function).is_some_and(makes)
            }
            ExpressionKind::List(items) => items.iter().any(|item| self.makes_a_thing(item)),
            ExpressionKind::Dict(items) => items.iter().any(|item| match item {
                DictItem::Pair(_, value) => self.makes_a_thing(value),
                DictItem::Unpacked(_) => false,
            }),
            ExpressionKind::Comprehension(comprehension) => {
                let made = comprehension.value.as_ref().unwrap_or(&comprehension.element);
                self.makes_a_thing(made)
            }
            _ => false,
        }
    }

    fn return_value(&mut self, span: Span, value: Option<&'a Expression>) {
        if self.frame().kind == FrameKind::Module {
            self.problem(catalog::return_outside(span));
        }
        match value {
            Some(value) => self.expression(value),
            None => {
                let none = self.constant(Constant::None);
                self.emit(Op::Constant(none));
            }
        }
        self.leave(Exit::Return);
    }

    fn assertion(&mut self, test: &'a Expression, message: Option<&'a Expression>) {
        self.expression(test);
        let holds = self.frame().jump(Op::JumpIfTrue);
        let flow = self.frame().flow.clone();
        match message {
            Some(message) => self.expression(message),
            None => {
                let unbound = self.constant(Constant::Unbound);
                self.emit(Op::Constant(unbound));
            }
        }
        // Up to 3.11 it belongs to the comparison that decided last.
        let decisive = if self.python < 12 { last_comparison(test) } else { (self.python >= 13).then_some(test) };
        let outside = decisive.and_then(|decisive| self.enter_part(decisive));
        self.emit(Op::AssertionFailed);
        self.leave_part(outside);
        self.frame().flow = flow;
        self.frame().aim_here(holds);
    }

    fn raise(&mut self, exception: Option<&'a Expression>, cause: Option<&'a Expression>) {
        match (exception, cause) {
            (Some(exception), None) => {
                self.expression(exception);
                self.emit(Op::Raise);
            }
            (Some(exception), Some(cause)) => {
                let mark = self.frame().mark();
                let slot = self.temporary();
                self.fill_slot(exception, slot);
                self.expression(cause);
                self.emit(Op::RaiseFrom(slot));
                self.frame().release(mark);
            }
            (None, _) => self.emit(Op::RaiseHandled),
        }
        self.frame().end_path();
    }

    fn branch(
        &mut self,
        statement: &'a Statement,
        test: &'a Expression,
        body: &'a [Statement],
        other: &'a [Statement],
    ) {
        if self.is_for_checkers(test) {
            self.block(other);
            return;
        }
        let to_other = self.condition(test, Some(statement));
        let before = self.frame().flow.clone();
        self.block(body);
        if other.is_empty() {
            self.frame().aim_here(to_other);
            self.frame().meet(before);
            return;
        }
        let to_end = self.frame().jump(Op::Jump);
        let after_body = std::mem::replace(&mut self.frame().flow, before);
        self.frame().aim_here(to_other);
        self.block(other);
        self.frame().aim_here(to_end);
        self.frame().meet(after_body);
    }

    /// Forgets what is known of the names that `block` binds or unbinds, for where any part of it may have run.
    pub(super) fn blur(&mut self, block: &'a [Statement]) {
        for name in Bindings::of_block(block).locals {
            if let Some(symbol) = self.frame().own_symbol(name) {
                self.frame().bind_perhaps(symbol.slot);
            }
        }
        for name in unbound_in(block) {
            if let Some(symbol) = self.frame().own_symbol(name) {
                self.frame().unbind_perhaps(symbol.slot);
            }
        }
    }

    /// The same for what `target` binds.
    pub(super) fn blur_target(&mut self, target: &'a Expression) {
        let mut names = OrderedSet::default();
        add_target(target, &mut names);
        for name in names {
            if let Some(symbol) = self.frame().own_symbol(name) {
                self.frame().bind_perhaps(symbol.slot);
            }
        }
    }

    /// What a loop's body binds may be bound from its second round on.
    pub(super) fn enter_loop(&mut self, statement: &'a Statement) {
        self.blur(std::slice::from_ref(statement));
        let head = self.frame().here();
        let cleanups = self.frame().cleanups.len();
        self.frame().loops.push(Loop { head, breaks: Vec::new(), flows: Vec::new(), cleanups });
    }

    /// Ends a loop whose exit without `break` leads here with `flow`. True where a `break` leads here, too.
    pub(super) fn exit_loop(&mut self, flow: Flow, other: &'a [Statement]) -> bool {
        let finished = self.frame().loops.pop().expect("the loop was entered");
        let is_broken = !finished.breaks.is_empty();
        self.frame().flow = flow;
        self.block(other);
        for (jump, flow) in finished.breaks.into_iter().zip(finished.flows) {
            self.frame().aim_here(jump);
            self.frame().meet(flow);
        }
        is_broken
    }

    fn for_each(
        &mut self,
        statement: &'a Statement,
        target: &'a Expression,
        iterable: &'a Expression,
        body: &'a [Statement],
        other: &'a [Statement],
    ) {
        let mark = self.frame().mark();
        let slot = self.temporary();
        self.temporary();
        let is_range = self.range_bounds(iterable, slot);
        if !is_range {
            self.iterable(iterable);
            let outside = self.enter_part_since(13, iterable, statement);
            self.emit(Op::Iterate(slot));
            self.leave_part(outside);
        }
        self.enter_loop(statement);
        let own = self.own_iterator(iterable, slot);
        let head = self.frame().here();
        self.frame().set_loop_head();
        let next = if is_range {
            self.frame().jump(|pc| Op::NextInRange(slot, pc))
        } else {
            let outside = self.enter_part_since(13, iterable, statement);
            let next = self.frame().jump(|pc| Op::Next(slot, pc));
            self.leave_part(outside);
            next
        };
        let before = self.frame().flow.clone();
        let first = self.frame().here();
        self.store(target);
        self.block(body);
        self.emit(if is_range { Op::RangeBack(slot, first) } else { Op::JumpBack(head) });
        self.drop_on_exceptions(own.as_ref());
        self.frame().aim_here(next);
        if !is_range {
            self.let_go_of_iteration(slot);
        }
        let is_broken = self.exit_loop(before, other);
        if !is_range && is_broken {
            self.let_go_of_iteration(slot);
        }
        self.frame().release(mark);
    }

    /// `range(stop)` and `range(start, stop)` as two slots, without an object; false for anything else.
    pub(super) fn range_bounds(&mut self, iterable: &'a Expression, slot: u16) -> bool {
        let ExpressionKind::Call(function, arguments) = &iterable.kind else { return false };
        let is_range = matches!(self.library_item(function), Some(Item::Builtin(builtin)) if builtin.name() == "range");
        let values: Vec<&'a Expression> = arguments
            .iter()
            .filter_map(|argument| match argument {
                crate::script::Argument::Positional(value) => Some(value),
                _ => None,
            })
            .collect();
        if !is_range || values.len() != arguments.len() {
            return false;
        }
        match values.as_slice() {
            [stop] => {
                let zero = self.constant(Constant::Int(0));
                self.emit(Op::StoreConstant(slot, zero));
                self.fill_slot(stop, slot + 1);
            }
            [start, stop] => {
                self.fill_slot(start, slot);
                self.fill_slot(stop, slot + 1);
            }
            _ => return false,
        }
        let outside = self.enter_part(iterable);
        self.emit(Op::CheckWhole(slot));
        self.emit(Op::CheckWhole(slot + 1));
        self.leave_part(outside);
        true
    }

    fn repeat(&mut self, statement: &'a Statement, count: &'a Expression, body: &'a [Statement]) {
        let mark = self.frame().mark();
        let slot = self.temporary();
        self.fill_slot(count, slot);
        self.emit(Op::CheckWhole(slot));
        self.enter_loop(statement);
        let head = self.frame().here();
        let next = self.frame().jump(|pc| Op::NextRound(slot, pc));
        let before = self.frame().flow.clone();
        self.block(body);
        self.emit(Op::RoundBack(slot, head + 1));
        self.frame().aim_here(next);
        self.exit_loop(before, &[]);
        self.frame().release(mark);
    }

    fn while_holds(
        &mut self,
        statement: &'a Statement,
        test: &'a Expression,
        body: &'a [Statement],
        other: &'a [Statement],
    ) {
        self.enter_loop(statement);
        let head = self.frame().here();
        let exit = if is_always_true(test) { None } else { Some(self.condition(test, Some(statement))) };
        let mut before = self.frame().flow.clone();
        self.block(body);
        self.emit(Op::JumpBack(head));
        match exit {
            Some(exit) => self.frame().aim_here(exit),
            None => before.is_dead = true,
        }
        self.exit_loop(before, other);
    }
}

fn last_comparison(test: &Expression) -> Option<&Expression> {
    match &test.kind {
        ExpressionKind::Compare(..) => Some(test),
        ExpressionKind::Unary(UnaryOperator::Not, value) => last_comparison(value),
        ExpressionKind::And(values) | ExpressionKind::Or(values) => values.iter().rev().find_map(last_comparison),
        ExpressionKind::Conditional { test, then, other } => {
            [other, then, test].into_iter().find_map(|each| last_comparison(each))
        }
        _ => None,
    }
}

fn is_always_true(test: &Expression) -> bool {
    matches!(test.kind, ExpressionKind::Bool(true)) || matches!(test.kind, ExpressionKind::Int(value) if value != 0)
}
