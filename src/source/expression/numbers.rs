//! Numbers: whole ones within 64 bits, and floats.

use ruff_python_ast as ast;
use ruff_python_ast::{Expr, Number};

use crate::diag::catalog::python;
use crate::script::{Expression, ExpressionKind};
use crate::units::Span;

use super::Converter;

impl Converter<'_> {
    pub(super) fn number(&mut self, tree: &ast::ExprNumberLiteral, span: Span) -> Expression {
        let kind = match &tree.value {
            Number::Int(number) => match number.as_i64() {
                Some(number) => ExpressionKind::Int(number),
                None => return self.refuse(python::integer_too_big(span), span),
            },
            Number::Float(number) => ExpressionKind::Float(*number),
            Number::Complex { .. } => {
                let problem = python::unsupported(span, "a complex number", "keep two floats");
                return self.refuse(problem, span);
            }
        };
        Expression { kind, span }
    }
}

/// `-9223372036854775808`, whose digits alone do not fit in an `i64`.
pub(super) fn smallest_integer(tree: &ast::ExprUnaryOp) -> Option<ExpressionKind> {
    let (ast::UnaryOp::USub, Expr::NumberLiteral(number)) = (tree.op, tree.operand.as_ref()) else { return None };
    let Number::Int(digits) = &number.value else { return None };
    (digits.as_u64() == Some(i64::MIN.unsigned_abs())).then_some(ExpressionKind::Int(i64::MIN))
}
