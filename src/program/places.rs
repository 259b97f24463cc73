//! Where the ops of a body stand: the statement of each, and in a script's own code the expression (`compile.c`, locations).

use crate::units::{NameId, Span};

/// What of an expression tracebacks mark apart, by bytes of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Whole,
    /// The operator: behind the left operand, before the right one.
    Binary(u32, u32),
    /// The brackets: behind the container, behind the index.
    Subscript(u32, u32),
    /// The parentheses: behind the function.
    Call(u32),
}

/// The expression that an op belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// All of it.
    pub span: Span,
    /// The name of the attribute that it is, or of the method that it calls; empty where there is none.
    pub name: Span,
    /// What is marked apart.
    pub shape: Shape,
}

impl Part {
    /// Something of which nothing is marked apart.
    #[must_use]
    pub const fn whole(span: Span) -> Self {
        Self { span, name: Span { start: 0, end: 0 }, shape: Shape::Whole }
    }

    /// Of the call of a method, what looks for the method.
    #[must_use]
    pub const fn attribute(self) -> Self {
        Self { span: Span { start: self.span.start, end: self.name.end }, name: self.name, shape: Shape::Whole }
    }
}

/// Ops of a body that CPython has in a body of their own: a class's, a comprehension's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inner {
    /// The first op.
    pub from: u32,
    /// Behind the last op.
    pub to: u32,
    /// The name of that body.
    pub name: NameId,
    /// The same with what it stands in.
    pub qualified: NameId,
    /// Where it is defined.
    pub definition: Span,
    /// What its frame belongs to in the one around it.
    pub outer: Part,
}

/// Where the ops of a body stand. A stretch holds from its pc to the next one's.
#[derive(Clone, Debug, Default)]
pub struct Places {
    statements: Vec<(u32, Span)>,
    parts: Vec<(u32, Option<Part>)>,
    inner: Vec<Inner>,
    at: Option<Part>,
}

impl Places {
    /// The ops from `pc` on belong to this statement.
    pub(super) fn begin(&mut self, pc: u32, statement: Span) {
        self.at = None;
        if self.statement_begun() != statement || self.statements.is_empty() {
            self.statements.push((pc, statement));
        }
    }

    /// The statement that was begun last.
    pub(super) fn statement_begun(&self) -> Span {
        self.statements.last().map(|(_, span)| *span).unwrap_or_default()
    }

    /// The ops that are emitted from now on belong to this part of the statement; returns to what they belonged before.
    pub(super) fn enter(&mut self, part: Option<Part>) -> Option<Part> {
        std::mem::replace(&mut self.at, part)
    }

    /// An op is emitted at `pc`.
    #[inline]
    pub(super) fn note(&mut self, pc: u32) {
        if self.at != self.parts.last().and_then(|(_, part)| *part) {
            self.parts.push((pc, self.at));
        }
    }

    /// The part of a statement that was entered last and not left, if there is one.
    pub(super) fn part_entered(&self) -> Option<Part> {
        self.at
    }

    /// What the ops that are emitted now belong to.
    pub(super) fn part_begun(&self) -> Part {
        self.at.unwrap_or_else(|| Part::whole(self.statement_begun()))
    }

    /// The ops from `inner.from` up to `inner.to` are a body of their own.
    pub(super) fn enclose(&mut self, inner: Inner) {
        self.inner.push(inner);
    }

    /// The bodies of their own that the op at `pc` stands in, the outermost first.
    pub fn within(&self, pc: u32) -> impl Iterator<Item = Inner> {
        self.inner.iter().rev().filter(move |inner| (inner.from..inner.to).contains(&pc)).copied()
    }

    /// The statement of the op at `pc`.
    #[must_use]
    pub fn statement(&self, pc: u32) -> Span {
        let behind = self.statements.partition_point(|(from, _)| *from <= pc);
        behind.checked_sub(1).map_or(Span::default(), |index| self.statements[index].1)
    }

    /// The part of it that the op at `pc` belongs to, if that is known.
    #[must_use]
    pub fn part(&self, pc: u32) -> Option<Part> {
        let behind = self.parts.partition_point(|(from, _)| *from <= pc);
        self.parts[behind.checked_sub(1)?].1
    }
}
