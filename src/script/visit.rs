//! Going through a script's tree without knowing every kind: the children of an expression, of a statement.

use super::expression::{Argument, Comprehension, ComprehensionKind, DictItem, Expression, ExpressionKind, FormatPart};
use super::statement::{Parameters, Statement, StatementKind};
use crate::units::Span;

impl Expression {
    /// Calls `visit` with each expression directly inside, in order of evaluation. The inside of a lambda or a comprehension counts.
    pub fn each_child<'a>(&'a self, visit: &mut dyn FnMut(&'a Self)) {
        match &self.kind {
            ExpressionKind::None
            | ExpressionKind::Bool(_)
            | ExpressionKind::Int(_)
            | ExpressionKind::Long(_)
            | ExpressionKind::Float(_)
            | ExpressionKind::Str(_)
            | ExpressionKind::Name(_)
            | ExpressionKind::Library(_) => {}
            ExpressionKind::FString(parts) => each_value(parts, visit),
            ExpressionKind::Attribute(value, _)
            | ExpressionKind::Unary(_, value)
            | ExpressionKind::Starred(value)
            | ExpressionKind::Await(value)
            | ExpressionKind::YieldFrom(value)
            | ExpressionKind::Walrus(_, value) => visit(value),
            ExpressionKind::Subscript(left, right) | ExpressionKind::Binary(left, _, right) => {
                visit(left);
                visit(right);
            }
            ExpressionKind::Yield(value) => value.iter().for_each(|value| visit(value)),
            ExpressionKind::Slice(lower, upper, step) => {
                [lower, upper, step].into_iter().flatten().for_each(|bound| visit(bound));
            }
            ExpressionKind::Call(function, arguments) => {
                visit(function);
                arguments.iter().for_each(|argument| visit(argument.value()));
            }
            ExpressionKind::And(items)
            | ExpressionKind::Or(items)
            | ExpressionKind::List(items)
            | ExpressionKind::Tuple(items)
            | ExpressionKind::Set(items) => items.iter().for_each(visit),
            ExpressionKind::Compare(first, rest) => {
                visit(first);
                rest.iter().for_each(|(_, right)| visit(right));
            }
            ExpressionKind::Conditional { test, then, other } => {
                visit(test);
                visit(then);
                visit(other);
            }
            ExpressionKind::Dict(items) => {
                for item in items {
                    match item {
                        DictItem::Pair(key, value) => {
                            visit(key);
                            visit(value);
                        }
                        DictItem::Unpacked(value) => visit(value),
                    }
                }
            }
            ExpressionKind::Comprehension(comprehension) => comprehension.each_child(visit),
            ExpressionKind::Lambda(lambda) => {
                lambda.parameters.each_default(visit);
                visit(&lambda.body);
            }
        }
    }

    /// Whether this or anything inside, lambdas aside, is such that `holds`.
    pub fn any(&self, holds: &mut dyn FnMut(&Self) -> bool) -> bool {
        if holds(self) {
            return true;
        }
        if matches!(self.kind, ExpressionKind::Lambda(_)) {
            return false;
        }
        let mut found = false;
        self.each_child(&mut |child| found = found || child.any(holds));
        found
    }
}

impl Expression {
    /// Whether there is a `yield` in it.
    #[must_use]
    pub fn yields(&self) -> bool {
        self.any(&mut |inner| matches!(inner.kind, ExpressionKind::Yield(_) | ExpressionKind::YieldFrom(_)))
    }

    /// Whether it waits where it stands: of a generator expression inside only the outermost iterable counts.
    fn awaits(&self) -> bool {
        match &self.kind {
            ExpressionKind::Await(_) => true,
            ExpressionKind::Lambda(_) => false,
            ExpressionKind::Comprehension(comprehension) => {
                let is_own = comprehension.kind == ComprehensionKind::Generator;
                let outermost = comprehension.clauses.first();
                !is_own && comprehension.is_async() || outermost.is_some_and(|clause| clause.iterable.awaits())
            }
            _ => {
                let mut found = false;
                self.each_child(&mut |child| found = found || child.awaits());
                found
            }
        }
    }
}

impl Comprehension {
    /// Whether it is a generator expression, which is a generator of its own.
    #[must_use]
    pub fn is_lazy(&self) -> bool {
        self.kind == ComprehensionKind::Generator
    }

    /// Whether its generator is an asynchronous one. The outermost iterable is none of its business.
    #[must_use]
    pub fn is_async(&self) -> bool {
        let outermost = self.clauses.first().map(|clause| &clause.iterable);
        let mut awaits = self.clauses.iter().any(|clause| clause.is_async);
        self.each_child(&mut |child| {
            let is_outermost = outermost.is_some_and(|outermost| std::ptr::eq(outermost, child));
            awaits = awaits || !is_outermost && child.awaits();
        });
        awaits
    }
}

impl Expression {
    /// The generator expression that a call takes all items out of at once: `sum(x for x in items)`. It is as good as a list.
    #[must_use]
    pub fn taken_at_once(&self) -> Option<&Self> {
        /// Functions that take everything before they do anything else.
        const TAKERS: [&str; 9] = ["list", "tuple", "set", "frozenset", "sum", "sorted", "min", "max", "dict"];
        let ExpressionKind::Call(function, arguments) = &self.kind else { return None };
        let is_taker = match &function.kind {
            ExpressionKind::Name(name) => TAKERS.contains(&name.as_str()),
            ExpressionKind::Attribute(_, name) => matches!(name.name.as_str(), "join" | "extend" | "update"),
            _ => false,
        };
        let is_generator = |value: &&Self| match &value.kind {
            ExpressionKind::Comprehension(inner) => inner.kind == ComprehensionKind::Generator && !inner.is_async(),
            _ => false,
        };
        arguments.iter().find_map(|argument| match argument {
            Argument::Unpacked(value) => Some(value).filter(is_generator),
            Argument::Positional(value) if is_taker => Some(value).filter(is_generator),
            _ => None,
        })
    }
}

fn each_value<'a>(parts: &'a [FormatPart], visit: &mut dyn FnMut(&'a Expression)) {
    for part in parts {
        if let FormatPart::Value { value, spec, .. } = part {
            visit(value);
            each_value(spec, visit);
        }
    }
}

impl Argument {
    /// The argument's value.
    #[must_use]
    pub fn value(&self) -> &Expression {
        match self {
            Self::Positional(value)
            | Self::Unpacked(value)
            | Self::Keyword(_, value)
            | Self::UnpackedKeywords(value) => value,
        }
    }
}

impl Comprehension {
    /// Calls `visit` with each expression directly inside, targets too.
    pub fn each_child<'a>(&'a self, visit: &mut dyn FnMut(&'a Expression)) {
        for clause in &self.clauses {
            visit(&clause.iterable);
            visit(&clause.target);
            clause.conditions.iter().for_each(&mut *visit);
        }
        visit(&self.element);
        self.value.iter().for_each(visit);
    }
}

impl Parameters {
    /// Calls `visit` with each default.
    pub fn each_default<'a>(&'a self, visit: &mut dyn FnMut(&'a Expression)) {
        self.items.iter().filter_map(|parameter| parameter.default.as_ref()).for_each(visit);
    }
}

impl Statement {
    /// Calls `visit` with each expression directly inside, targets too; not with those of inner statements, nor of a function's body.
    pub fn each_expression<'a>(&'a self, visit: &mut dyn FnMut(&'a Expression)) {
        match &self.kind {
            StatementKind::Expression(value) => visit(value),
            StatementKind::Assign(assignment) => {
                visit(&assignment.value);
                assignment.targets.iter().for_each(visit);
            }
            StatementKind::AugmentedAssign(target, _, value) => {
                visit(target);
                visit(value);
            }
            StatementKind::Delete(targets) => targets.iter().for_each(visit),
            StatementKind::Pass
            | StatementKind::Break
            | StatementKind::Continue
            | StatementKind::Global(_)
            | StatementKind::Nonlocal(_)
            | StatementKind::Import(_) => {}
            StatementKind::Return(value) => value.iter().for_each(visit),
            StatementKind::Assert(test, message) => {
                visit(test);
                message.iter().for_each(visit);
            }
            StatementKind::Raise(exception, cause) => exception.iter().chain(cause).for_each(visit),
            StatementKind::If { test, .. } | StatementKind::While { test, .. } => visit(test),
            StatementKind::For { target, iterable, .. } => {
                visit(iterable);
                visit(target);
            }
            StatementKind::Repeat { count, .. } => visit(count),
            StatementKind::Try { handlers, .. } => {
                handlers.iter().filter_map(|handler| handler.class.as_ref()).for_each(visit);
            }
            StatementKind::With { items, .. } => {
                for item in items {
                    visit(&item.context);
                    item.target.iter().for_each(&mut *visit);
                }
            }
            StatementKind::Function(function) => {
                function.decorators.iter().for_each(&mut *visit);
                function.parameters.each_default(visit);
            }
            StatementKind::Class(class) => {
                let keywords = class.keywords.iter().map(|(_, value)| value);
                class.decorators.iter().chain(&class.bases).chain(keywords).for_each(visit);
            }
        }
    }

    /// Calls `visit` with each block directly inside; not with a function's or a class's body.
    pub fn each_block<'a>(&'a self, visit: &mut dyn FnMut(&'a [Self])) {
        match &self.kind {
            StatementKind::If { body, other, .. }
            | StatementKind::For { body, other, .. }
            | StatementKind::While { body, other, .. } => {
                visit(body);
                visit(other);
            }
            StatementKind::Repeat { body, .. } | StatementKind::With { body, .. } => visit(body),
            StatementKind::Try { body, handlers, other, finally, .. } => {
                visit(body);
                handlers.iter().for_each(|handler| visit(&handler.body));
                visit(other);
                visit(finally);
            }
            StatementKind::Expression(_)
            | StatementKind::Assign(_)
            | StatementKind::AugmentedAssign(..)
            | StatementKind::Delete(_)
            | StatementKind::Pass
            | StatementKind::Break
            | StatementKind::Continue
            | StatementKind::Return(_)
            | StatementKind::Assert(..)
            | StatementKind::Raise(..)
            | StatementKind::Global(_)
            | StatementKind::Nonlocal(_)
            | StatementKind::Import(_)
            | StatementKind::Function(_)
            | StatementKind::Class(_) => {}
        }
    }
    /// All of it, with what is inside; its own place ends where its body begins.
    #[must_use]
    pub fn extent(&self) -> Span {
        let mut extent = self.span;
        let mut reach = |block: &[Self]| {
            if let Some(last) = block.last() {
                extent.end = extent.end.max(last.extent().end);
            }
        };
        match &self.kind {
            StatementKind::Function(function) => reach(&function.body),
            StatementKind::Class(class) => reach(&class.body),
            _ => self.each_block(&mut reach),
        }
        extent
    }

    /// Whether it may leave the block that it stands in otherwise than by its end or by an exception.
    pub fn may_leave(&self) -> bool {
        let mut may_leave =
            matches!(self.kind, StatementKind::Return(_) | StatementKind::Break | StatementKind::Continue);
        self.each_block(&mut |block| may_leave |= block.iter().any(Self::may_leave));
        may_leave
    }
}
