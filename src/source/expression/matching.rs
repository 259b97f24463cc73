//! `match`: tests and assignments that do the same. What looks into a subject is a function of the library's own Python
//! (`library/matching.py`); what a pattern binds is bound once the whole of it fits.

use ruff_python_ast as ast;
use ruff_python_ast::Pattern;
use ruff_text_size::Ranged;

use crate::diag::catalog::python;
use crate::script::{
    Argument, Assignment, Comparison, Expression, ExpressionKind, Identifier, Statement, StatementKind, UnaryOperator,
};
use crate::units::Span;

use super::Converter;
use super::depth::MAX_DEPTH;

/// What the variables begin with that a `match` needs beside the program's own.
const TEMPORARY: &str = "_match_";

/// The variables of one `match`.
#[derive(Default)]
struct Variables {
    /// Where the `match` stands: no other has the same.
    place: usize,
    /// How many there are.
    count: usize,
}

impl Variables {
    fn another(&mut self) -> String {
        self.count += 1;
        format!("{TEMPORARY}{}_{}", self.place, self.count)
    }

    fn all(&self) -> impl Iterator<Item = String> {
        let place = self.place;
        (1..=self.count).map(move |number| format!("{TEMPORARY}{place}_{number}"))
    }
}

/// What a pattern binds: the program's name, and the variable that holds the value until the whole pattern fits.
type Captures = Vec<(Identifier, String)>;

impl Converter<'_> {
    /// `match subject: case …`
    pub(super) fn match_cases(&mut self, tree: &ast::StmtMatch) -> StatementKind {
        if tree.cases.len() > MAX_DEPTH.saturating_sub(self.depth) {
            self.problems.report_gap(python::too_deep(self.span(tree.subject.range())));
            return StatementKind::Pass;
        }
        let span = self.span(tree.subject.range());
        let mut variables = Variables { place: tree.start().to_usize(), count: 0 };
        let subject = variables.another();
        let mut tests = Vec::new();
        for case in &tree.cases {
            let mut captures = Captures::new();
            let test = self.pattern(&case.pattern, &name(&subject, span), &mut variables, &mut captures);
            tests.push((test, captures));
        }
        let begin = walrus(&subject, self.expression(&tree.subject));
        self.depth += tree.cases.len();
        let mut other = vec![forget(&variables, span)];
        for (case, (test, captures)) in tree.cases.iter().zip(tests).rev() {
            let span = self.span(case.pattern.range());
            let mut all = vec![test];
            for (target, held) in captures {
                let value = Box::new(name(&held, span));
                all.push(holds(Expression { kind: ExpressionKind::Walrus(target, value), span }));
            }
            all.extend(case.guard.as_deref().map(|guard| self.expression(guard)));
            let mut body = vec![forget(&variables, span)];
            body.extend(self.block(&case.body));
            let test = Expression { kind: ExpressionKind::And(all), span };
            other = vec![Statement { kind: StatementKind::If { test, body, other }, span }];
        }
        self.depth -= tree.cases.len();
        let Some(Statement { kind: StatementKind::If { test, body, other }, .. }) = other.pop() else {
            return StatementKind::Pass;
        };
        let test = Expression { kind: ExpressionKind::And(vec![holds(begin), test]), span };
        StatementKind::If { test, body, other }
    }

    /// The test whether `subject` is what a pattern says.
    fn pattern(
        &mut self,
        tree: &Pattern,
        subject: &Expression,
        variables: &mut Variables,
        captures: &mut Captures,
    ) -> Expression {
        let span = self.span(tree.range());
        let made = |kind| Expression { kind, span };
        match tree {
            Pattern::MatchValue(tree) => {
                let value = self.expression(&tree.value);
                made(ExpressionKind::Compare(Box::new(subject.clone()), vec![(Comparison::Equal, value)]))
            }
            Pattern::MatchSingleton(tree) => {
                let value = made(match tree.value {
                    ast::Singleton::None => ExpressionKind::None,
                    ast::Singleton::True => ExpressionKind::Bool(true),
                    ast::Singleton::False => ExpressionKind::Bool(false),
                });
                made(ExpressionKind::Compare(Box::new(subject.clone()), vec![(Comparison::Is, value)]))
            }
            Pattern::MatchSequence(tree) => self.sequence(tree, subject, variables, captures),
            Pattern::MatchMapping(tree) => self.mapping(tree, subject, variables, captures),
            Pattern::MatchClass(tree) => self.of_class(tree, subject, variables, captures),
            Pattern::MatchStar(tree) => self.capture(tree.name.as_ref(), subject, variables, captures),
            Pattern::MatchAs(tree) => {
                let inner = tree.pattern.as_deref().map(|inner| self.pattern(inner, subject, variables, captures));
                let bound = self.capture(tree.name.as_ref(), subject, variables, captures);
                match inner {
                    Some(inner) => made(ExpressionKind::And(vec![inner, bound])),
                    None => Expression { span, ..bound },
                }
            }
            Pattern::MatchOr(tree) => made(ExpressionKind::Or(
                tree.patterns.iter().map(|inner| self.pattern(inner, subject, variables, captures)).collect(),
            )),
        }
    }

    /// A name that takes what it stands for; `_` takes nothing.
    fn capture(
        &mut self,
        target: Option<&ast::Identifier>,
        subject: &Expression,
        variables: &mut Variables,
        captures: &mut Captures,
    ) -> Expression {
        let Some(target) = target else { return Expression { kind: ExpressionKind::Bool(true), span: subject.span } };
        let target = self.identifier(target);
        let known = captures.iter().find(|(known, _)| known.name == target.name).map(|(_, held)| held.clone());
        let held = known.unwrap_or_else(|| {
            let held = variables.another();
            captures.push((target, held.clone()));
            held
        });
        holds(walrus(&held, subject.clone()))
    }

    fn sequence(
        &mut self,
        tree: &ast::PatternMatchSequence,
        subject: &Expression,
        variables: &mut Variables,
        captures: &mut Captures,
    ) -> Expression {
        let span = self.span(tree.range());
        let star = tree.patterns.iter().position(Pattern::is_match_star);
        let numbers = [tree.patterns.len().cast_signed(), star.map_or(-1, usize::cast_signed)];
        let arguments = numbers.into_iter().map(|number| integer(number, span));
        let parts = call("match_sequence", subject, arguments, span);
        self.parts(parts, tree.patterns.iter(), span, variables, captures)
    }

    fn mapping(
        &mut self,
        tree: &ast::PatternMatchMapping,
        subject: &Expression,
        variables: &mut Variables,
        captures: &mut Captures,
    ) -> Expression {
        let span = self.span(tree.range());
        let keys = Expression { kind: ExpressionKind::List(self.expressions(&tree.keys)), span };
        let parts = call("match_mapping", subject, [keys], span);
        let held = variables.another();
        let first = is_there(walrus(&held, parts));
        let mut all = vec![first];
        for (at, inner) in tree.patterns.iter().enumerate() {
            let part = part(&held, at, span);
            all.push(self.pattern(inner, &part, variables, captures));
        }
        let rest = part(&held, tree.patterns.len(), span);
        all.push(self.capture(tree.rest.as_ref(), &rest, variables, captures));
        Expression { kind: ExpressionKind::And(all), span }
    }

    fn of_class(
        &mut self,
        tree: &ast::PatternMatchClass,
        subject: &Expression,
        variables: &mut Variables,
        captures: &mut Captures,
    ) -> Expression {
        let span = self.span(tree.range());
        let class = self.expression(&tree.cls);
        let count = integer(tree.arguments.patterns.len().cast_signed(), span);
        let names = tree.arguments.keywords.iter();
        let names = names.map(|keyword| Expression { kind: ExpressionKind::Str(keyword.attr.id.to_string()), span });
        let names = Expression { kind: ExpressionKind::List(names.collect()), span };
        let parts = call("match_class", subject, [class, count, names], span);
        let keywords = tree.arguments.keywords.iter().map(|keyword| &keyword.pattern);
        self.parts(parts, tree.arguments.patterns.iter().chain(keywords), span, variables, captures)
    }

    /// The test whether there are parts, and whether each is what its pattern says.
    fn parts<'p>(
        &mut self,
        parts: Expression,
        patterns: impl Iterator<Item = &'p Pattern>,
        span: Span,
        variables: &mut Variables,
        captures: &mut Captures,
    ) -> Expression {
        let held = variables.another();
        let mut all = vec![is_there(walrus(&held, parts))];
        for (at, inner) in patterns.enumerate() {
            let part = part(&held, at, span);
            all.push(self.pattern(inner, &part, variables, captures));
        }
        all.push(Expression { kind: ExpressionKind::Bool(true), span });
        Expression { kind: ExpressionKind::And(all), span }
    }
}

fn name(text: &str, span: Span) -> Expression {
    Expression { kind: ExpressionKind::Name(text.to_owned()), span }
}

fn integer(number: isize, span: Span) -> Expression {
    let one = Expression { kind: ExpressionKind::Int(i64::try_from(number.unsigned_abs()).unwrap_or(i64::MAX)), span };
    if number < 0 {
        return Expression { kind: ExpressionKind::Unary(UnaryOperator::Negative, Box::new(one)), span };
    }
    one
}

fn walrus(target: &str, value: Expression) -> Expression {
    let span = value.span;
    let target = Identifier { name: target.to_owned(), span };
    Expression { kind: ExpressionKind::Walrus(target, Box::new(value)), span }
}

/// True whatever the value is.
fn holds(value: Expression) -> Expression {
    let span = value.span;
    Expression { kind: ExpressionKind::List(vec![value]), span }
}

fn is_there(value: Expression) -> Expression {
    let span = value.span;
    let none = Expression { kind: ExpressionKind::None, span };
    Expression { kind: ExpressionKind::Compare(Box::new(value), vec![(Comparison::IsNot, none)]), span }
}

fn part(held: &str, at: usize, span: Span) -> Expression {
    let at = Box::new(integer(at.cast_signed(), span));
    Expression { kind: ExpressionKind::Subscript(Box::new(name(held, span)), at), span }
}

fn call(
    function: &str,
    subject: &Expression,
    arguments: impl IntoIterator<Item = Expression>,
    span: Span,
) -> Expression {
    let arguments = std::iter::once(subject.clone()).chain(arguments).map(Argument::Positional).collect();
    let function = Box::new(name(&format!("__{function}__"), span));
    Expression { kind: ExpressionKind::Call(function, arguments), span }
}

/// What a `match` looked at is not held any longer.
fn forget(variables: &Variables, span: Span) -> Statement {
    let targets = variables.all().map(|variable| name(&variable, span)).collect();
    let value = Expression { kind: ExpressionKind::None, span };
    Statement { kind: StatementKind::Assign(Assignment { targets, value }), span }
}
