//! Expressions of the parser's tree, one kind after the other.

use ruff_python_ast as ast;
use ruff_python_ast::Expr;
use ruff_text_size::Ranged;

use crate::diag::catalog::python;
use crate::script::{
    Argument, BinaryOperator, Comparison, DictItem, Expression, ExpressionKind, Identifier, UnaryOperator,
};
use crate::units::{Dialect, Span};

use super::Converter;

impl Converter<'_> {
    /// An expression; refused parts are reported and stand as `None`.
    pub(super) fn expression(&mut self, tree: &Expr) -> Expression {
        let span = self.span(tree.range());
        let kind = match tree {
            Expr::BoolOp(tree) => self.bool_operation(tree),
            Expr::Named(tree) => match tree.target.as_ref() {
                Expr::Name(name) => {
                    let target = Identifier { name: name.id.to_string(), span: self.span(name.range) };
                    ExpressionKind::Walrus(target, self.boxed(&tree.value))
                }
                other => return self.refuse(python::not_assignable(self.span(other.range()), "this"), span),
            },
            Expr::BinOp(tree) => return self.binary(tree, span),
            Expr::UnaryOp(tree) => self.unary(tree),
            Expr::Lambda(tree) => self.lambda(tree),
            Expr::If(tree) => ExpressionKind::Conditional {
                test: self.boxed(&tree.test),
                then: self.boxed(&tree.body),
                other: self.boxed(&tree.orelse),
            },
            Expr::Dict(tree) => ExpressionKind::Dict(tree.items.iter().map(|item| self.dict_item(item)).collect()),
            Expr::Set(tree) => ExpressionKind::Set(self.expressions(&tree.elts)),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                return self.comprehension(tree, span);
            }
            Expr::Await(tree) => ExpressionKind::Await(self.boxed(&tree.value)),
            Expr::Compare(tree) => self.compare(tree),
            Expr::Call(tree) => {
                let function = self.boxed(&tree.func);
                ExpressionKind::Call(function, self.arguments(&tree.arguments))
            }
            Expr::FString(tree) => self.format_string(tree),
            Expr::StringLiteral(tree) => ExpressionKind::Str(tree.value.to_str().to_owned()),
            Expr::NumberLiteral(tree) => return self.number(tree, span),
            Expr::BooleanLiteral(tree) => ExpressionKind::Bool(tree.value),
            Expr::NoneLiteral(_) => ExpressionKind::None,
            Expr::Attribute(tree) => ExpressionKind::Attribute(self.boxed(&tree.value), self.identifier(&tree.attr)),
            Expr::Subscript(tree) => ExpressionKind::Subscript(self.boxed(&tree.value), self.boxed(&tree.slice)),
            Expr::Starred(tree) => ExpressionKind::Starred(self.boxed(&tree.value)),
            Expr::Name(tree) => ExpressionKind::Name(tree.id.to_string()),
            Expr::List(tree) => ExpressionKind::List(self.expressions(&tree.elts)),
            Expr::Tuple(tree) => ExpressionKind::Tuple(self.expressions(&tree.elts)),
            Expr::Slice(tree) => ExpressionKind::Slice(
                tree.lower.as_deref().map(|part| self.boxed(part)),
                tree.upper.as_deref().map(|part| self.boxed(part)),
                tree.step.as_deref().map(|part| self.boxed(part)),
            ),
            Expr::Yield(tree) if self.dialect == Dialect::Python => {
                ExpressionKind::Yield(tree.value.as_deref().map(|value| self.boxed(value)))
            }
            Expr::YieldFrom(tree) if self.dialect == Dialect::Python => {
                ExpressionKind::YieldFrom(self.boxed(&tree.value))
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                return self
                    .refuse(python::unsupported(span, "`yield`", "put the values into a list or a Queue"), span);
            }
            Expr::TString(_) => return self.refuse(python::unsupported(span, "a t-string", "write an f-string"), span),
            Expr::BytesLiteral(tree) => bytes_literal(tree, span),
            Expr::EllipsisLiteral(_) => ExpressionKind::Name("Ellipsis".to_owned()),
            Expr::IpyEscapeCommand(_) => {
                return self.refuse(python::unsupported(span, "a shell command", "write plain Python"), span);
            }
        };
        Expression { kind, span }
    }

    pub(super) fn boxed(&mut self, tree: &Expr) -> Box<Expression> {
        Box::new(self.expression(tree))
    }

    pub(super) fn expressions(&mut self, trees: &[Expr]) -> Vec<Expression> {
        trees.iter().map(|tree| self.expression(tree)).collect()
    }

    pub(super) fn identifier(&self, name: &ast::Identifier) -> Identifier {
        Identifier { name: name.id.to_string(), span: self.span(name.range) }
    }

    fn bool_operation(&mut self, tree: &ast::ExprBoolOp) -> ExpressionKind {
        let values = self.expressions(&tree.values);
        match tree.op {
            ast::BoolOp::And => ExpressionKind::And(values),
            ast::BoolOp::Or => ExpressionKind::Or(values),
        }
    }

    fn binary(&mut self, tree: &ast::ExprBinOp, span: Span) -> Expression {
        let Some(operator) = binary_operator(tree.op) else {
            return self.refuse(python::matrix_multiplication(span), span);
        };
        let (left, right) = (self.boxed(&tree.left), self.boxed(&tree.right));
        Expression { kind: ExpressionKind::Binary(left, operator, right), span }
    }

    fn unary(&mut self, tree: &ast::ExprUnaryOp) -> ExpressionKind {
        if let Some(kind) = super::numbers::smallest_integer(tree) {
            return kind;
        }
        let operator = match tree.op {
            ast::UnaryOp::Invert => UnaryOperator::Invert,
            ast::UnaryOp::Not => UnaryOperator::Not,
            ast::UnaryOp::UAdd => UnaryOperator::Positive,
            ast::UnaryOp::USub => UnaryOperator::Negative,
        };
        ExpressionKind::Unary(operator, self.boxed(&tree.operand))
    }

    fn dict_item(&mut self, item: &ast::DictItem) -> DictItem {
        match &item.key {
            Some(key) => DictItem::Pair(self.expression(key), self.expression(&item.value)),
            None => DictItem::Unpacked(self.expression(&item.value)),
        }
    }

    fn compare(&mut self, tree: &ast::ExprCompare) -> ExpressionKind {
        let left = self.boxed(&tree.left);
        let rest = tree.ops.iter().zip(&tree.comparators);
        ExpressionKind::Compare(left, rest.map(|(op, right)| (comparison(*op), self.expression(right))).collect())
    }
}

/// `b"text"`, as the call that makes the same of text in which each character stands for a byte.
fn bytes_literal(tree: &ast::ExprBytesLiteral, span: Span) -> ExpressionKind {
    let text = tree.value.bytes().map(char::from).collect();
    let positional = |kind| Argument::Positional(Expression { kind, span });
    let class = Expression { kind: ExpressionKind::Name("bytes".to_owned()), span };
    let arguments = vec![positional(ExpressionKind::Str(text)), positional(ExpressionKind::Str("latin-1".to_owned()))];
    ExpressionKind::Call(Box::new(class), arguments)
}

/// Ours for the parser's; `None` for `@`.
pub(super) fn binary_operator(operator: ast::Operator) -> Option<BinaryOperator> {
    Some(match operator {
        ast::Operator::Add => BinaryOperator::Add,
        ast::Operator::Sub => BinaryOperator::Subtract,
        ast::Operator::Mult => BinaryOperator::Multiply,
        ast::Operator::MatMult => return None,
        ast::Operator::Div => BinaryOperator::Divide,
        ast::Operator::Mod => BinaryOperator::Modulo,
        ast::Operator::Pow => BinaryOperator::Power,
        ast::Operator::LShift => BinaryOperator::ShiftLeft,
        ast::Operator::RShift => BinaryOperator::ShiftRight,
        ast::Operator::BitOr => BinaryOperator::BitOr,
        ast::Operator::BitXor => BinaryOperator::BitXor,
        ast::Operator::BitAnd => BinaryOperator::BitAnd,
        ast::Operator::FloorDiv => BinaryOperator::FloorDivide,
    })
}

fn comparison(operator: ast::CmpOp) -> Comparison {
    match operator {
        ast::CmpOp::Eq => Comparison::Equal,
        ast::CmpOp::NotEq => Comparison::NotEqual,
        ast::CmpOp::Lt => Comparison::Less,
        ast::CmpOp::LtE => Comparison::LessEqual,
        ast::CmpOp::Gt => Comparison::Greater,
        ast::CmpOp::GtE => Comparison::GreaterEqual,
        ast::CmpOp::Is => Comparison::Is,
        ast::CmpOp::IsNot => Comparison::IsNot,
        ast::CmpOp::In => Comparison::In,
        ast::CmpOp::NotIn => Comparison::NotIn,
    }
}
