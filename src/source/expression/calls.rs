//! Arguments, parameters, lambdas and comprehensions.

use indexmap::{IndexMap, IndexSet};
use ruff_python_ast as ast;
use ruff_python_ast::{ArgOrKeyword, Expr, Stmt};
use ruff_python_parser::Mode;
use ruff_text_size::Ranged;

use crate::diag::{Diagnostic, catalog};
use crate::script::{
    Argument, Comprehension, ComprehensionClause, ComprehensionKind, Expression, ExpressionKind, Identifier, Lambda,
    Parameter, ParameterKind, Parameters,
};
use crate::source::code::Code;
use crate::source::problems::Problems;
use crate::units::Span;

use super::{Converter, parse};

impl Converter<'_> {
    pub(super) fn arguments(&mut self, arguments: &ast::Arguments) -> Vec<Argument> {
        let mut names = IndexSet::new();
        for name in arguments.keywords.iter().filter_map(|keyword| keyword.arg.as_ref()) {
            if !names.insert(name.id.as_str()) {
                let problem = catalog::python::argument_given_twice(self.span(name.range), &name.id);
                self.problems.report_gap(problem);
            }
        }
        arguments.iter_source_order().map(|argument| self.argument(argument)).collect()
    }

    fn argument(&mut self, argument: ArgOrKeyword<'_>) -> Argument {
        match argument {
            ArgOrKeyword::Arg(Expr::Starred(starred)) => Argument::Unpacked(self.expression(&starred.value)),
            ArgOrKeyword::Arg(value) => Argument::Positional(self.expression(value)),
            ArgOrKeyword::Keyword(keyword) => match &keyword.arg {
                Some(name) => Argument::Keyword(self.identifier(name), self.expression(&keyword.value)),
                None => Argument::UnpackedKeywords(self.expression(&keyword.value)),
            },
        }
    }

    pub(super) fn lambda(&mut self, tree: &ast::ExprLambda) -> ExpressionKind {
        let parameters = tree.parameters.as_deref().map(|list| self.own_parameters(list)).unwrap_or_default();
        ExpressionKind::Lambda(Box::new(Lambda { parameters, body: self.expression(&tree.body) }))
    }

    /// All parameters of a function or lambda, each with a name of its own.
    pub(super) fn own_parameters(&mut self, list: &ast::Parameters) -> Parameters {
        let parameters = self.parameters(list);
        let mut names: IndexMap<&str, Span> = IndexMap::new();
        for Identifier { name, span } in parameters.items.iter().map(|parameter| &parameter.name) {
            if let Some(first) = names.insert(name, *span) {
                self.problems.report_gap(catalog::duplicate_name(*span, first, name));
            }
        }
        parameters
    }

    /// Parameters in the order of Python's grammar. Of annotations only whether there are any is noted here.
    pub(super) fn parameters(&mut self, list: &ast::Parameters) -> Parameters {
        let mut items = Vec::new();
        for parameter in &list.posonlyargs {
            items.push(self.parameter(parameter, ParameterKind::PositionalOnly));
        }
        for parameter in &list.args {
            items.push(self.parameter(parameter, ParameterKind::Ordinary));
        }
        if let Some(parameter) = &list.vararg {
            let name = self.identifier(&parameter.name);
            items.push(Parameter { name, kind: ParameterKind::Variadic, default: None });
        }
        for parameter in &list.kwonlyargs {
            items.push(self.parameter(parameter, ParameterKind::KeywordOnly));
        }
        if let Some(parameter) = &list.kwarg {
            let name = self.identifier(&parameter.name);
            items.push(Parameter { name, kind: ParameterKind::VariadicKeywords, default: None });
        }
        let is_annotated = list.iter().any(|parameter| parameter.annotation().is_some());
        Parameters { items, is_annotated }
    }

    fn parameter(&mut self, tree: &ast::ParameterWithDefault, kind: ParameterKind) -> Parameter {
        let default = tree.default.as_deref().map(|value| self.expression(value));
        Parameter { name: self.identifier(&tree.parameter.name), kind, default }
    }

    /// Any of the four comprehensions.
    pub(super) fn comprehension(&mut self, tree: &Expr, span: Span) -> Expression {
        let (kind, element, value, clauses) = match tree {
            Expr::ListComp(tree) => (ComprehensionKind::List, &tree.elt, None, &tree.generators),
            Expr::SetComp(tree) => (ComprehensionKind::Set, &tree.elt, None, &tree.generators),
            Expr::Generator(tree) => (ComprehensionKind::Generator, &tree.elt, None, &tree.generators),
            Expr::DictComp(tree) => match &tree.key {
                Some(key) => (ComprehensionKind::Dict, key, Some(&tree.value), &tree.generators),
                None => {
                    let problem = catalog::python::unsupported(span, "`**` in a comprehension", "write `key: value`");
                    return self.refuse(problem, span);
                }
            },
            _ => return super::placeholder(span),
        };
        let comprehension = Comprehension {
            kind,
            element: self.expression(element),
            value: value.map(|value| self.expression(value)),
            clauses: clauses.iter().map(|clause| self.clause(clause)).collect(),
        };
        Expression { kind: ExpressionKind::Comprehension(Box::new(comprehension)), span }
    }

    fn clause(&mut self, tree: &ast::Comprehension) -> ComprehensionClause {
        ComprehensionClause {
            target: self.target(&tree.target),
            iterable: self.expression(&tree.iter),
            conditions: self.expressions(&tree.ifs),
            is_async: tree.is_async,
        }
    }
}

/// One parameter, parsed where it would stand in a `def`.
pub(super) fn parameter(code: &Code, problems: &mut Problems) -> Result<Parameters, Diagnostic> {
    let inner = super::trim(code, code.whole());
    let whole = code.span(inner.clone());
    let framed = code.framed("def _(", inner.clone(), "): pass");
    let end = "def _(".len() + inner.len();
    let not_one = || catalog::functions::bad_parameter(whole, &code.text()[inner.clone()]);
    let parsed = parse::parse(&framed, framed.whole(), Mode::Module).map_err(|_| not_one())?;
    let Some(module) = parsed.into_syntax().module() else { return Err(not_one()) };
    let [Stmt::FunctionDef(function)] = module.body.as_slice() else { return Err(not_one()) };
    let only = function.parameters.iter().next().map(|parameter| parameter.range().end().to_usize());
    if function.parameters.len() != 1 || only != Some(end) {
        return Err(not_one());
    }
    Ok(Converter::of_piece(&framed, 0, problems).parameters(&function.parameters))
}
