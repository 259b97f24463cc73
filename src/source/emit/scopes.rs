//! Expressions with names of their own: comprehensions, lambdas, and the parameters of functions.

use indexmap::IndexSet;

use crate::script::{Comprehension, ComprehensionKind, Lambda, Parameter, ParameterKind, Parameters};

use super::expression::{Level, Writer};
use super::layout::{Doc, Style};
use super::names::add_target;

impl Writer {
    pub(super) fn comprehension(&mut self, comprehension: &Comprehension) -> Doc {
        let body = self.clauses(comprehension);
        let (open, close) = match comprehension.kind {
            ComprehensionKind::List => ("[", "]"),
            ComprehensionKind::Set | ComprehensionKind::Dict => ("{", "}"),
            ComprehensionKind::Generator => ("(", ")"),
        };
        Doc::bracket(open, vec![body], close, Style::Single)
    }

    /// `element for target in iterable if condition`
    pub(super) fn clauses(&mut self, comprehension: &Comprehension) -> Doc {
        let mut targets = IndexSet::new();
        comprehension.clauses.iter().for_each(|clause| add_target(&clause.target, &mut targets));
        self.names.enter(targets);
        let mut element = self.any(&comprehension.element);
        if let Some(value) = &comprehension.value {
            element = Doc::Join(vec![element, Doc::text(": "), self.any(value)]);
        }
        let mut links = vec![(String::new(), element)];
        for clause in &comprehension.clauses {
            let word = if clause.is_async { "async for" } else { "for" };
            let target = self.bare(&clause.target);
            let iterable = self.at(&clause.iterable, Level::Or);
            links.push((word.to_owned(), Doc::Join(vec![target, Doc::text(" in "), iterable])));
            for condition in &clause.conditions {
                links.push(("if".to_owned(), self.at(condition, Level::Or)));
            }
        }
        self.names.leave();
        Doc::Chain(links)
    }

    pub(super) fn lambda(&mut self, lambda: &Lambda) -> Doc {
        let parameters: Vec<String> = self.parameters(&lambda.parameters).iter().map(Doc::flat).collect();
        self.names.enter_function(&lambda.parameters, &[]);
        let body = self.any(&lambda.body);
        self.names.leave();
        let space = if parameters.is_empty() { "" } else { " " };
        Doc::Join(vec![Doc::text(format!("lambda{space}{}: ", parameters.join(", "))), body])
    }

    /// Parameters as between the parentheses of a `def`.
    pub(super) fn parameters(&mut self, parameters: &Parameters) -> Vec<Doc> {
        let items = &parameters.items;
        let mut docs = Vec::with_capacity(items.len());
        let last_positional = items.iter().rposition(|parameter| parameter.kind == ParameterKind::PositionalOnly);
        let has_star = items.iter().any(|parameter| parameter.kind == ParameterKind::Variadic);
        let first_by_name = items.iter().position(|parameter| parameter.kind == ParameterKind::KeywordOnly);
        for (index, parameter) in items.iter().enumerate() {
            if first_by_name == Some(index) && !has_star {
                docs.push(Doc::text("*"));
            }
            docs.push(self.parameter(parameter));
            if last_positional == Some(index) {
                docs.push(Doc::text("/"));
            }
        }
        docs
    }

    fn parameter(&mut self, parameter: &Parameter) -> Doc {
        let stars = match parameter.kind {
            ParameterKind::PositionalOnly | ParameterKind::Ordinary | ParameterKind::KeywordOnly => "",
            ParameterKind::Variadic => "*",
            ParameterKind::VariadicKeywords => "**",
        };
        let name = Doc::text(format!("{stars}{}", parameter.name.name));
        match &parameter.default {
            None => name,
            Some(default) => Doc::Join(vec![name, Doc::text("="), self.any(default)]),
        }
    }
}
