//! Statements with blocks, of a Python file.

use ruff_python_ast as ast;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::diag::catalog::python;
use crate::script::{
    Annotated, Class, ExceptHandler, Expression, ExpressionKind, Function, Identifier, Statement, StatementKind,
    WithItem,
};

use super::Converter;
use super::depth::MAX_DEPTH;

impl Converter<'_> {
    /// A block's statements; those that are refused are left out and reported.
    pub(super) fn block(&mut self, block: &[Stmt]) -> Vec<Statement> {
        if self.depth > MAX_DEPTH {
            if let Some(first) = block.first() {
                let span = self.span(TextRange::at(first.start(), TextSize::new(1)));
                self.problems.report_gap(python::too_deep(span));
            }
            return Vec::new();
        }
        self.depth += 1;
        let statements = block.iter().filter_map(|statement| self.statement(statement)).collect();
        self.depth -= 1;
        statements
    }

    /// Any statement. The place of one with blocks is its head.
    fn statement(&mut self, tree: &Stmt) -> Option<Statement> {
        let (kind, head_end) = match tree {
            Stmt::If(tree) => (self.if_else(tree), tree.test.end()),
            Stmt::While(tree) => (
                StatementKind::While {
                    test: self.expression(&tree.test),
                    body: self.block(&tree.body),
                    other: self.block(&tree.orelse),
                },
                tree.test.end(),
            ),
            Stmt::For(tree) => (self.for_each(tree), tree.iter.end()),
            Stmt::With(tree) => (self.with(tree), tree.items.last().map_or(tree.start(), |item| item.end())),
            Stmt::Try(tree) => (self.try_except(tree), tree.start() + TextSize::new("try".len() as u32)),
            Stmt::FunctionDef(tree) => return Some(self.function(tree)),
            Stmt::ClassDef(tree) => return Some(self.class(tree)),
            Stmt::Match(tree) => {
                let span = self.span(TextRange::new(tree.start(), tree.subject.end()));
                return self.drop_statement(python::unsupported(span, "`match`", "write `if` and `elif`"));
            }
            Stmt::Expr(tree) if matches!(tree.value.as_ref(), Expr::EllipsisLiteral(_)) => {
                (StatementKind::Pass, tree.end())
            }
            simple => return self.simple_statement(simple),
        };
        Some(Statement { kind, span: self.span(TextRange::new(tree.start(), head_end)) })
    }

    fn if_else(&mut self, tree: &ast::StmtIf) -> StatementKind {
        // Our tree has one inside the other.
        if let Some(clause) = tree.elif_else_clauses.get(MAX_DEPTH.saturating_sub(self.depth)) {
            let span = self.span(TextRange::at(clause.start(), TextSize::new(1)));
            self.problems.report_gap(python::too_deep(span));
            return StatementKind::Pass;
        }
        self.depth += tree.elif_else_clauses.len();
        let test = self.expression(&tree.test);
        let was_for_checkers = std::mem::replace(&mut self.is_for_checkers, names(&tree.test, "TYPE_CHECKING"));
        let body = self.block(&tree.body);
        self.is_for_checkers = was_for_checkers;
        let mut other = Vec::new();
        for clause in tree.elif_else_clauses.iter().rev() {
            let body = self.block(&clause.body);
            let Some(test) = &clause.test else {
                other = body;
                continue;
            };
            let span = self.span(TextRange::new(clause.start(), test.end()));
            let kind = StatementKind::If { test: self.expression(test), body, other };
            other = vec![Statement { kind, span }];
        }
        self.depth -= tree.elif_else_clauses.len();
        StatementKind::If { test, body, other }
    }

    fn for_each(&mut self, tree: &ast::StmtFor) -> StatementKind {
        StatementKind::For {
            target: self.target(&tree.target),
            iterable: self.expression(&tree.iter),
            body: self.block(&tree.body),
            other: self.block(&tree.orelse),
            is_async: tree.is_async,
        }
    }

    fn with(&mut self, tree: &ast::StmtWith) -> StatementKind {
        let items = tree.items.iter().map(|item| self.with_item(item)).collect();
        StatementKind::With { items, body: self.block(&tree.body), is_async: tree.is_async }
    }

    pub(super) fn with_item(&mut self, item: &ast::WithItem) -> WithItem {
        WithItem {
            context: self.expression(&item.context_expr),
            target: item.optional_vars.as_deref().map(|target| self.target(target)),
        }
    }

    fn try_except(&mut self, tree: &ast::StmtTry) -> StatementKind {
        StatementKind::Try {
            body: self.block(&tree.body),
            handlers: tree.handlers.iter().map(|handler| self.handler(handler)).collect(),
            is_star: tree.is_star,
            other: self.block(&tree.orelse),
            finally: self.block(&tree.finalbody),
        }
    }

    fn handler(&mut self, tree: &ast::ExceptHandler) -> ExceptHandler {
        let ast::ExceptHandler::ExceptHandler(handler) = tree;
        let word = handler.start() + TextSize::new("except".len() as u32);
        let class_end = handler.type_.as_ref().map_or(word, |class| class.end());
        let end = handler.name.as_ref().map_or(class_end, |name| name.end());
        ExceptHandler {
            class: handler.type_.as_deref().map(|class| self.expression(class)),
            name: handler.name.as_ref().map(|name| self.identifier(name)),
            body: self.block(&handler.body),
            span: self.span(TextRange::new(handler.start(), end)),
        }
    }

    fn class(&mut self, tree: &ast::StmtClassDef) -> Statement {
        let name = self.identifier(&tree.name);
        let span = name.span;
        let (mut keywords, mut abstract_bases) = (Vec::new(), Vec::new());
        for keyword in tree.arguments.iter().flat_map(|arguments| &arguments.keywords) {
            let name = keyword.arg.as_ref().map(|name| self.identifier(name));
            match name.filter(|name| name.name != "metaclass") {
                Some(name) => keywords.push((name, self.expression(&keyword.value))),
                None if names(&keyword.value, "ABCMeta") => abstract_bases.push(self.expression(&keyword.value)),
                None => {
                    let span = self.span(keyword.range());
                    self.problems.report_gap(python::unsupported(span, "this keyword of a class", "leave it out"));
                }
            }
        }
        // What stands before it are decorators and comments.
        let from = tree.decorator_list.last().map_or(tree.start(), Ranged::end).to_usize();
        let until = tree.name.start().to_usize();
        let keyword = self.code.text()[self.base + from..self.base + until].rfind("class").unwrap_or(0);
        let header = self.code.span(self.base + from + keyword..self.base + until);
        let class = Class {
            name,
            header,
            bases: tree
                .arguments
                .as_deref()
                .map(|list| self.expressions(&list.args))
                .into_iter()
                .flatten()
                .chain(abstract_bases)
                .collect(),
            keywords,
            body: self.block(&tree.body),
            decorators: tree.decorator_list.iter().map(|decorator| self.expression(&decorator.expression)).collect(),
            annotated: tree.body.iter().filter_map(|statement| self.annotated(statement)).collect(),
        };
        Statement { kind: StatementKind::Class(Box::new(class)), span }
    }

    /// The name that an annotation in a class's body is of; one of the class itself aside.
    fn annotated(&self, statement: &Stmt) -> Option<Annotated> {
        let Stmt::AnnAssign(tree) = statement else { return None };
        let Expr::Name(name) = tree.target.as_ref() else { return None };
        let annotation = match tree.annotation.as_ref() {
            Expr::Subscript(subscript) => subscript.value.as_ref(),
            other => other,
        };
        let word = match annotation {
            Expr::Name(name) => name.id.as_str(),
            Expr::Attribute(attribute) => attribute.attr.id.as_str(),
            _ => "",
        };
        let identifier = Identifier { name: name.id.to_string(), span: self.span(name.range) };
        let range = tree.annotation.range();
        let (from, to) = (self.base + range.start().to_usize(), self.base + range.end().to_usize());
        let annotation = self.code.text()[from..to].to_owned();
        (word != "ClassVar").then_some(Annotated { name: identifier, annotation, value: None })
    }

    /// The annotations of a function, in CPython's order, where the script asks for any.
    fn annotations(&mut self, tree: &ast::StmtFunctionDef) -> Vec<Annotated> {
        const ASKING: [&str; 6] =
            ["__annotations__", ".register", "signature", "get_type_hints", "getfullargspec", "unittest"];
        let list = &tree.parameters;
        let mut given = list.iter().map(|each| each.annotation());
        let is_annotated = tree.returns.is_some() || given.any(|annotation| annotation.is_some());
        if !is_annotated || !ASKING.iter().any(|word| self.code.text().contains(word)) {
            return Vec::new();
        }
        let by_position = list.args.iter().chain(&list.posonlyargs).map(|each| &each.parameter);
        let by_name = list.kwonlyargs.iter().map(|each| &each.parameter);
        let all = by_position.chain(list.vararg.as_deref()).chain(by_name).chain(list.kwarg.as_deref());
        let annotated = all.filter_map(|each| Some((self.identifier(&each.name), each.annotation.as_deref()?)));
        let mut rows: Vec<(Identifier, &Expr)> = annotated.collect();
        if let Some(returned) = tree.returns.as_deref() {
            rows.push((Identifier { name: "return".to_owned(), span: self.span(returned.range()) }, returned));
        }
        rows.into_iter().map(|(name, annotation)| self.annotation(name, annotation)).collect()
    }

    fn annotation(&mut self, name: Identifier, tree: &Expr) -> Annotated {
        let range = tree.range();
        let (from, to) = (self.base + range.start().to_usize(), self.base + range.end().to_usize());
        let annotation = self.code.text()[from..to].to_owned();
        let value = if self.code.text().contains("from __future__ import annotations") {
            Some(Expression { kind: ExpressionKind::Str(annotation.clone()), span: self.span(range) })
        } else if matches!(tree, Expr::Name(_) | Expr::NoneLiteral(_) | Expr::StringLiteral(_)) {
            Some(self.expression(tree))
        } else {
            None
        };
        Annotated { name, annotation, value }
    }

    fn function(&mut self, tree: &ast::StmtFunctionDef) -> Statement {
        let name = self.identifier(&tree.name);
        let span = name.span;
        let mut parameters = self.own_parameters(&tree.parameters);
        parameters.is_annotated |= tree.returns.is_some();
        let function = Function {
            name,
            is_async: tree.is_async,
            parameters,
            body: self.block(&tree.body),
            decorators: tree.decorator_list.iter().map(|decorator| self.expression(&decorator.expression)).collect(),
            annotated: self.annotations(tree),
        };
        Statement { kind: StatementKind::Function(Box::new(function)), span }
    }
}

/// Whether an expression is this name, bare or behind a module: `ABCMeta`, `abc.ABCMeta`.
fn names(expression: &Expr, name: &str) -> bool {
    match expression {
        Expr::Name(bare) => bare.id.as_str() == name,
        Expr::Attribute(attribute) => attribute.attr.id.as_str() == name,
        _ => false,
    }
}
