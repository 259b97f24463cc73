//! Numbers: integers and floats.

use num_bigint::BigInt;
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
                None => match long(&number.to_string()) {
                    Some(number) => ExpressionKind::Long(Box::new(number)),
                    None => return self.refuse(python::integer_too_long(span), span),
                },
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

/// The most digits of a literal (`longobject.c`, `_PY_LONG_DEFAULT_MAX_STR_DIGITS`, which holds for decimal ones alone there).
const MOST_DIGITS: usize = 4300;

/// The number of a literal beyond 64 bits; `None` where it has too many digits.
fn long(text: &str) -> Option<BigInt> {
    let digits = text.replace('_', "").to_ascii_lowercase();
    let (digits, base) = match digits.get(..2) {
        Some("0x") => (&digits[2..], 16),
        Some("0o") => (&digits[2..], 8),
        Some("0b") => (&digits[2..], 2),
        _ => (&digits[..], 10),
    };
    BigInt::parse_bytes(digits.as_bytes(), base).filter(|_| digits.len() <= MOST_DIGITS)
}

/// `-9223372036854775808`, whose digits alone do not fit in an `i64`.
pub(super) fn smallest_integer(tree: &ast::ExprUnaryOp) -> Option<ExpressionKind> {
    let (ast::UnaryOp::USub, Expr::NumberLiteral(number)) = (tree.op, tree.operand.as_ref()) else { return None };
    let Number::Int(digits) = &number.value else { return None };
    (digits.as_u64() == Some(i64::MIN.unsigned_abs())).then_some(ExpressionKind::Int(i64::MIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_literals_are_read_in_each_base_and_up_to_so_many_digits() {
        for (text, number) in [
            ("9_223_372_036_854_775_808", 1_u128 << 63),
            ("0xFFFF_FFFF_FFFF_FFFF", u64::MAX.into()),
            ("0o2000000000000000000000", 1 << 64),
            ("0B1", 1),
        ] {
            assert_eq!(long(text), Some(BigInt::from(number)), "{text}");
        }
        assert!(long(&"9".repeat(MOST_DIGITS)).is_some());
        assert_eq!(long(&"9".repeat(MOST_DIGITS + 1)), None);
    }
}
