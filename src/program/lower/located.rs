//! Which part of a statement ops belong to (`compile.c`, the locations of instructions).

use crate::program::places::{Inner, Part, Shape};
use crate::script::{Class, Comprehension, ComprehensionKind, Expression, ExpressionKind, Statement};
use crate::units::Span;

use super::Lowering;

impl<'a> Lowering<'a> {
    /// The ops from here on belong to `expression`; returns to what they belonged before. Of the library's code only statements are
    /// told apart.
    pub(super) fn enter_part(&mut self, expression: &'a Expression) -> Option<Part> {
        let part = self.library.is_none().then(|| part_of(expression));
        self.frame().places.enter(part)
    }

    /// The ops from here on belong to a statement that CPython has as a whole there, or since 3.`minor` to `expression`.
    pub(super) fn enter_part_since(
        &mut self,
        minor: i32,
        expression: &'a Expression,
        statement: &'a Statement,
    ) -> Option<Part> {
        if self.python >= minor { self.enter_part(expression) } else { self.enter_whole(statement) }
    }

    /// The ops from here on belong to a statement with all that is inside.
    pub(super) fn enter_whole(&mut self, statement: &'a Statement) -> Option<Part> {
        let part = self.library.is_none().then(|| Part::whole(statement.extent()));
        self.frame().places.enter(part)
    }

    /// The ops from here on belong to `expression` since 3.`minor`; before, to what they belonged to.
    pub(super) fn enter_part_or_stay(&mut self, minor: i32, expression: &'a Expression) -> Option<Part> {
        if self.python >= minor {
            return self.enter_part(expression);
        }
        self.frame().places.part_entered()
    }

    /// The ops from `from` up to here are a body of their own in CPython. Of the library's code nothing is told of it.
    pub(super) fn enclose(&mut self, name: &str, from: u32, definition: Span, outer: Part) {
        if self.library.is_some() {
            return;
        }
        let qualified = self.frame().qualified(name);
        let [name, qualified] = [name, qualified.as_str()].map(|name| self.names.intern(name));
        let to = self.frame().here();
        self.frame().places.enclose(Inner { from, to, name, qualified, definition, outer });
    }

    /// A comprehension that began at `from` is over: one whose items a call takes out at once is a generator, and others were
    /// functions up to 3.11 (PEP 709).
    pub(super) fn enclose_comprehension(
        &mut self,
        comprehension: &'a Comprehension,
        span: Span,
        from: u32,
        taken_by: Option<Part>,
    ) {
        let name = match comprehension.kind {
            ComprehensionKind::Generator => "<genexpr>",
            _ if self.python >= 12 => return,
            ComprehensionKind::List => "<listcomp>",
            ComprehensionKind::Set => "<setcomp>",
            ComprehensionKind::Dict => "<dictcomp>",
        };
        self.enclose(name, from, span, taken_by.unwrap_or_else(|| Part::whole(span)));
    }

    /// The body of a class, which began at `from`, is over. The ops from here on belong to the class.
    pub(super) fn leave_body(&mut self, class: &'a Class, from: u32) {
        let end = class.body.last().map_or(class.header.end, |last| last.extent().end);
        let part = Part::whole(Span { end, ..class.header });
        self.enclose(&class.name.name, from, class.name.span, part);
        self.frame().place(class.name.span);
        let part = self.library.is_none().then_some(part);
        self.frame().places.enter(part);
    }

    /// The ops from here on belong to what they belonged to before.
    pub(super) fn leave_part(&mut self, outside: Option<Part>) {
        self.frame().places.enter(outside);
    }
}

fn part_of(expression: &Expression) -> Part {
    let span = expression.span;
    let (name, shape) = match &expression.kind {
        ExpressionKind::Attribute(_, name) => (name.span, Shape::Whole),
        ExpressionKind::Subscript(container, index) => {
            (Span::default(), Shape::Subscript(container.span.end, index.span.end))
        }
        ExpressionKind::Binary(left, _, right) => (Span::default(), Shape::Binary(left.span.end, right.span.start)),
        ExpressionKind::Call(function, _) => {
            let name = match &function.kind {
                ExpressionKind::Attribute(_, name) => name.span,
                _ => Span::default(),
            };
            (name, Shape::Call(function.span.end))
        }
        _ => (Span::default(), Shape::Whole),
    };
    Part { span, name, shape }
}
