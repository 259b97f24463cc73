//! Statements, each on lines of its own.

use crate::script::{
    Annotated, Class, ExceptHandler, Expression, Function, Parameters, Statement, StatementKind, WithItem,
};

use super::super::layout::{Doc, INDENT, Style};
use super::Printer;

impl Printer {
    /// A statement and all inside it.
    pub(super) fn statement(&mut self, statement: &Statement, indent: usize) {
        match &statement.kind {
            StatementKind::If { test, body, other } => self.if_else("if ", test, body, other, indent),
            StatementKind::For { target, iterable, body, other, is_async } => {
                let word = if *is_async { "async for" } else { "for" };
                let before = format!("{word} {} in ", self.writer.bare(target).flat());
                let iterable = self.writer.any(iterable);
                self.lines.code(indent, &before, &iterable, ":");
                self.loop_body(body, other, indent);
            }
            StatementKind::Repeat { count, body } => {
                let name = if self.writer.names.is_taken("_") { "_round" } else { "_" };
                let range = self.writer.names.library("range");
                let count = Doc::bracket("(", vec![self.writer.any(count)], ")", Style::Arguments);
                let range = Doc::Join(vec![Doc::Text(range), count]);
                self.lines.code(indent, &format!("for {name} in "), &range, ":");
                self.block(body, indent + INDENT);
            }
            StatementKind::While { test, body, other } => {
                let test = self.writer.condition(test);
                self.lines.code(indent, "while ", &test, ":");
                self.loop_body(body, other, indent);
            }
            StatementKind::Try { body, handlers, is_star, other, finally } => {
                self.lines.line(indent, "try:");
                self.block(body, indent + INDENT);
                handlers.iter().for_each(|handler| self.handler(handler, *is_star, indent));
                self.optional_block("else:", other, indent);
                self.optional_block("finally:", finally, indent);
            }
            StatementKind::With { items, body, is_async } => self.with(items, body, *is_async, indent),
            StatementKind::Function(function) => self.function(function, indent),
            StatementKind::Class(class) => self.class(class, indent),
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
            | StatementKind::Import(_) => {
                let (before, doc) = self.writer.simple(&statement.kind);
                if matches!(statement.kind, StatementKind::Assert(_, Some(_)) | StatementKind::Raise(_, Some(_))) {
                    // Brackets around both halves would make another statement of it.
                    self.lines.fixed(indent, &Doc::Join(vec![Doc::text(before), doc]), "");
                } else {
                    self.lines.code(indent, &before, &doc, "");
                }
            }
        }
    }

    fn if_else(&mut self, word: &str, test: &Expression, body: &[Statement], other: &[Statement], indent: usize) {
        let test = self.writer.condition(test);
        self.lines.code(indent, word, &test, ":");
        self.block(body, indent + INDENT);
        match other {
            [Statement { kind: StatementKind::If { test, body, other }, .. }] => {
                self.if_else("elif ", test, body, other, indent);
            }
            _ => self.optional_block("else:", other, indent),
        }
    }

    fn loop_body(&mut self, body: &[Statement], other: &[Statement], indent: usize) {
        self.block(body, indent + INDENT);
        self.optional_block("else:", other, indent);
    }

    fn optional_block(&mut self, head: &str, block: &[Statement], indent: usize) {
        if !block.is_empty() {
            self.lines.line(indent, head);
            self.block(block, indent + INDENT);
        }
    }

    fn handler(&mut self, handler: &ExceptHandler, is_star: bool, indent: usize) {
        let word = if is_star { "except*" } else { "except" };
        let name = handler.name.as_ref().map(|name| format!(" as {}", name.name)).unwrap_or_default();
        match &handler.class {
            Some(class) => {
                let class = self.writer.any(class);
                self.lines.code(indent, &format!("{word} "), &class, &format!("{name}:"));
            }
            None => self.lines.line(indent, &format!("{word}:")),
        }
        self.block(&handler.body, indent + INDENT);
    }

    fn with(&mut self, items: &[WithItem], body: &[Statement], is_async: bool, indent: usize) {
        let word = if is_async { "async with " } else { "with " };
        let mut docs = Vec::with_capacity(items.len());
        for item in items {
            let context = self.writer.any(&item.context);
            let target = item.target.as_ref().map(|target| self.writer.any(target));
            docs.push(match target {
                Some(target) => Doc::Join(vec![context, Doc::text(" as "), target]),
                None => context,
            });
        }
        let doc = match docs.len() {
            1 => docs.remove(0),
            _ => Doc::bracket("(", docs, ")", Style::BareTuple),
        };
        self.lines.code(indent, word, &doc, ":");
        self.block(body, indent + INDENT);
    }

    fn function(&mut self, function: &Function, indent: usize) {
        self.decorators(&function.decorators, indent);
        let word = if function.is_async { "async def" } else { "def" };
        let parameters = self.writer.parameters(&function.parameters);
        let head = Doc::Join(vec![
            Doc::text(format!("{word} {}", function.name.name)),
            Doc::bracket("(", parameters, ")", Style::Arguments),
        ]);
        self.lines.fixed(indent, &head, ":");
        self.writer.names.enter_function(&function.parameters, &function.body);
        self.block(&function.body, indent + INDENT);
        self.writer.names.leave();
    }

    fn class(&mut self, class: &Class, indent: usize) {
        self.decorators(&class.decorators, indent);
        let mut bases: Vec<Doc> = class.bases.iter().map(|base| self.writer.any(base)).collect();
        for (name, value) in &class.keywords {
            bases.push(Doc::Join(vec![Doc::text(format!("{}=", name.name)), self.writer.any(value)]));
        }
        let mut head = vec![Doc::text(format!("class {}", class.name.name))];
        head.extend((!bases.is_empty()).then(|| Doc::bracket("(", bases, ")", Style::Arguments)));
        self.lines.fixed(indent, &Doc::Join(head), ":");
        self.writer.names.enter_function(&Parameters::default(), &class.body);
        if class.annotated.is_empty() {
            self.block(&class.body, indent + INDENT);
        } else {
            self.annotated_body(class, indent + INDENT);
        }
        self.writer.names.leave();
    }

    /// A body whose fields are annotated: what with is not kept, so any object will do.
    fn annotated_body(&mut self, class: &Class, indent: usize) {
        for (index, statement) in class.body.iter().enumerate() {
            let is_definition = matches!(statement.kind, StatementKind::Function(_));
            if index > 0 && is_definition {
                self.lines.blank(1);
            }
            let is_of = |field: &&Annotated| {
                statement.span.start <= field.name.span.start && field.name.span.end <= statement.span.end
            };
            let Some(field) = class.annotated.iter().find(is_of).filter(|_| !is_definition) else {
                self.statement(statement, indent);
                continue;
            };
            let field = format!("{}: object", field.name.name);
            match &statement.kind {
                StatementKind::Assign(assignment) => {
                    let value = self.writer.any(&assignment.value);
                    self.lines.code(indent, &format!("{field} = "), &value, "");
                }
                _ => self.lines.line(indent, &field),
            }
        }
    }

    fn decorators(&mut self, decorators: &[Expression], indent: usize) {
        for decorator in decorators {
            let decorator = self.writer.any(decorator);
            self.lines.code(indent, "@", &decorator, "");
        }
    }
}
