//! Simple statements of the parser's tree.

use ruff_python_ast as ast;
use ruff_python_ast::Stmt;
use ruff_text_size::Ranged;

use crate::diag::Diagnostic;
use crate::diag::catalog::python;
use crate::script::{Assignment, Identifier, Statement, StatementKind};
use crate::units::{Dialect, Span};

use super::Converter;
use super::convert::binary_operator;

/// Statements with blocks, and how a spec has them.
const BLOCKS: [(&str, &str); 9] = [
    ("if", "{ if = \"…\", then = [ … ] }"),
    ("while", "{ while = \"…\", steps = [ … ] }"),
    ("for", "{ for = \"x\", in = \"…\", steps = [ … ] }"),
    ("async for", "{ async_for = \"x\", in = \"…\", steps = [ … ] }"),
    ("with", "{ with = \"…\", steps = [ … ] }"),
    ("async with", "{ async_with = \"…\", steps = [ … ] }"),
    ("try", "{ try = [ … ], except = [ … ] }"),
    ("def", "one of [functions]"),
    ("async def", "one of [coroutines]"),
];

/// The problem of a statement with a block in a string, when `word` begins one.
pub(super) fn block_in_a_string(span: Span, word: &str) -> Option<Diagnostic> {
    let (word, instead) = BLOCKS.iter().find(|(known, _)| *known == word)?;
    Some(python::block_in_a_string(span, word, instead))
}

impl Converter<'_> {
    /// A simple statement; `None` when it is refused, which is reported.
    pub(super) fn simple_statement(&mut self, tree: &Stmt) -> Option<Statement> {
        let span = self.span(tree.range());
        let kind = match tree {
            Stmt::Expr(tree) => StatementKind::Expression(self.expression(&tree.value)),
            Stmt::Assign(tree) => StatementKind::Assign(Assignment {
                targets: tree.targets.iter().map(|target| self.target(target)).collect(),
                value: self.expression(&tree.value),
            }),
            Stmt::AugAssign(tree) => return self.augmented(tree, span),
            Stmt::AnnAssign(ast::StmtAnnAssign { value: None, .. }) if self.dialect == Dialect::Python => {
                // An annotation alone binds nothing.
                StatementKind::Pass
            }
            Stmt::AnnAssign(tree) => match &tree.value {
                Some(value) => StatementKind::Assign(Assignment {
                    targets: vec![self.target(&tree.target)],
                    value: self.expression(value),
                }),
                None => return self.drop_statement(python::annotation_alone(span)),
            },
            Stmt::Delete(tree) => {
                StatementKind::Delete(tree.targets.iter().map(|target| self.target(target)).collect())
            }
            Stmt::Global(tree) => StatementKind::Global(self.names(&tree.names)),
            Stmt::Nonlocal(tree) => StatementKind::Nonlocal(self.names(&tree.names)),
            Stmt::Assert(tree) => {
                let message = tree.msg.as_deref().map(|message| self.expression(message));
                StatementKind::Assert(self.expression(&tree.test), message)
            }
            Stmt::Return(tree) => StatementKind::Return(tree.value.as_deref().map(|value| self.expression(value))),
            Stmt::Raise(tree) => {
                let exception = tree.exc.as_deref().map(|exception| self.expression(exception));
                StatementKind::Raise(exception, tree.cause.as_deref().map(|cause| self.expression(cause)))
            }
            Stmt::Break(_) => StatementKind::Break,
            Stmt::Continue(_) => StatementKind::Continue,
            Stmt::Pass(_) => StatementKind::Pass,
            Stmt::Import(tree) if self.dialect == Dialect::Python => self.import(tree),
            Stmt::ImportFrom(tree) if self.dialect == Dialect::Python => return self.import_from(tree, span),
            Stmt::Import(_) | Stmt::ImportFrom(_) => return self.drop_statement(python::import_not_needed(span)),
            Stmt::If(_) => return self.refuse_block(span, "if"),
            Stmt::While(_) => return self.refuse_block(span, "while"),
            Stmt::For(tree) => return self.refuse_block(span, if tree.is_async { "async for" } else { "for" }),
            Stmt::With(tree) => return self.refuse_block(span, if tree.is_async { "async with" } else { "with" }),
            Stmt::Try(_) => return self.refuse_block(span, "try"),
            Stmt::FunctionDef(tree) => return self.refuse_block(span, if tree.is_async { "async def" } else { "def" }),
            Stmt::ClassDef(_) => return self.drop_statement(python::unsupported(span, "`class`", "use a dict")),
            Stmt::Match(_) => {
                return self.drop_statement(python::unsupported(span, "`match`", "write `if` and `elif`"));
            }
            Stmt::TypeAlias(_) => {
                return self.drop_statement(python::unsupported(
                    span,
                    "`type`",
                    "leave it out: it does nothing in a run",
                ));
            }
            Stmt::IpyEscapeCommand(_) => {
                return self.drop_statement(python::unsupported(span, "a shell command", "write plain Python"));
            }
        };
        Some(Statement { kind, span })
    }

    fn augmented(&mut self, tree: &ast::StmtAugAssign, span: Span) -> Option<Statement> {
        let Some(operator) = binary_operator(tree.op) else {
            return self.drop_statement(python::matrix_multiplication(span));
        };
        let (target, value) = (self.target(&tree.target), self.expression(&tree.value));
        Some(Statement { kind: StatementKind::AugmentedAssign(target, operator, value), span })
    }

    fn names(&self, names: &[ast::Identifier]) -> Vec<Identifier> {
        names.iter().map(|name| self.identifier(name)).collect()
    }

    fn refuse_block(&mut self, span: Span, word: &str) -> Option<Statement> {
        self.drop_statement(block_in_a_string(span, word).unwrap_or_else(|| python::several_statements(span)))
    }

    pub(super) fn drop_statement(&mut self, problem: Diagnostic) -> Option<Statement> {
        self.problems.report_gap(problem);
        None
    }
}
