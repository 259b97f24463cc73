//! What an assignment, a `for`, an `as` or a `del` may bind.

use ruff_python_ast::Expr;
use ruff_text_size::Ranged;

use crate::diag::Diagnostic;
use crate::diag::catalog::python;
use crate::script::{Expression, ExpressionKind};

use super::{Converter, placeholder};

impl Converter<'_> {
    /// A target: a name, an attribute, a subscript, or a tuple or list of these with at most one of them starred.
    pub(super) fn target(&mut self, tree: &Expr) -> Expression {
        let span = self.span(tree.range());
        let kind = match tree {
            Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_) => return self.expression(tree),
            Expr::Tuple(tuple) => ExpressionKind::Tuple(self.targets(&tuple.elts)),
            Expr::List(list) => ExpressionKind::List(self.targets(&list.elts)),
            Expr::Starred(_) => return self.refuse_target(python::lone_star(span)),
            other => return self.refuse_target(python::not_assignable(span, what_it_is(other))),
        };
        Expression { kind, span }
    }

    /// What is bound here is unknown, so names are missing from what was read.
    fn refuse_target(&mut self, problem: Diagnostic) -> Expression {
        let span = problem.span;
        self.problems.report_gap(problem);
        placeholder(span)
    }

    fn targets(&mut self, trees: &[Expr]) -> Vec<Expression> {
        let mut stars = 0;
        let mut targets = Vec::with_capacity(trees.len());
        for tree in trees {
            let Expr::Starred(starred) = tree else {
                targets.push(self.target(tree));
                continue;
            };
            stars += 1;
            let span = self.span(starred.range);
            if stars > 1 {
                self.problems.report_gap(python::two_stars(span));
            }
            let inner = self.target(&starred.value);
            targets.push(Expression { kind: ExpressionKind::Starred(Box::new(inner)), span });
        }
        targets
    }
}

/// What stands where a target should, in words.
fn what_it_is(tree: &Expr) -> &'static str {
    match tree {
        Expr::Call(_) => "a call",
        Expr::NumberLiteral(_) => "a number",
        Expr::StringLiteral(_) | Expr::FString(_) => "a text",
        Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) => "a constant",
        Expr::Await(_) => "an await",
        Expr::Compare(_) => "a comparison",
        _ => "an expression",
    }
}
