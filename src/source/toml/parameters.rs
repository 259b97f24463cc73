//! `params`: each item is one parameter as between the parentheses of a `def`, or `/`, or `*`.

use indexmap::IndexMap;
use toml::de::DeValue;

use crate::diag::catalog::{duplicate_name, functions, values};
use crate::script::{Parameter, ParameterKind, Parameters};
use crate::source::expression;
use crate::units::Span;

use super::reader::Reader;
use super::table::{Entry, kind_of, span_of};

/// How far a list of parameters has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Parameters without defaults.
    #[default]
    Required,
    /// Behind the first default.
    Defaults,
    /// Behind `*` or `*args`.
    ByName,
    /// Behind `**options`.
    Closed,
}

/// What has been seen in a list of parameters.
#[derive(Default)]
struct Order {
    stage: Stage,
    /// A `*` that stands alone.
    lone_star: Option<Span>,
    names: IndexMap<String, Span>,
}

impl<'a> Reader<'a> {
    /// All parameters of a function.
    pub(super) fn parameters(&mut self, entry: &Entry<'a>) -> Parameters {
        let mut parameters = Parameters::default();
        let wanted = "a list of texts such as [\"id\", \"patience=2.0\"]";
        let Some(list) = self.list(entry, wanted) else { return parameters };
        let mut order = Order::default();
        for item in list {
            let element = Entry { value: item.get_ref(), span: span_of(&item.span()), ..*entry };
            let DeValue::String(text) = element.value else {
                let problem = values::wrong_type(element.span, entry.key, wanted, kind_of(element.value));
                self.problems.report_gap(problem);
                continue;
            };
            match text.trim() {
                "/" => self.slash(element.span, &order, &mut parameters),
                "*" => self.star(element.span, &mut order),
                _ => self.parameter(&element, &mut order, &mut parameters),
            }
        }
        let has_by_name = parameters.items.iter().any(|parameter| parameter.kind == ParameterKind::KeywordOnly);
        if let Some(star) = order.lone_star.filter(|_| !has_by_name) {
            self.problems.report_gap(functions::parameter_order(star, "`*` alone needs parameters behind it"));
        }
        parameters
    }

    fn slash(&mut self, span: Span, order: &Order, parameters: &mut Parameters) {
        let has_slash = parameters.items.iter().any(|parameter| parameter.kind == ParameterKind::PositionalOnly);
        if parameters.items.is_empty() || has_slash || order.stage > Stage::Defaults {
            let words = "`/` stands once, behind parameters and before `*`";
            self.problems.report_gap(functions::parameter_order(span, words));
        }
        for parameter in parameters.items.iter_mut().filter(|parameter| parameter.kind == ParameterKind::Ordinary) {
            parameter.kind = ParameterKind::PositionalOnly;
        }
    }

    fn star(&mut self, span: Span, order: &mut Order) {
        if order.stage > Stage::Defaults {
            let words = "`*` stands once, before parameters that are given by name";
            self.problems.report_gap(functions::parameter_order(span, words));
            return;
        }
        order.stage = Stage::ByName;
        order.lone_star = Some(span);
    }

    fn parameter(&mut self, element: &Entry<'a>, order: &mut Order, parameters: &mut Parameters) {
        let code = self.decode(element.span);
        let read = match expression::parameter(&code, &mut self.problems) {
            Ok(read) => read,
            Err(problem) => return self.problems.report_gap(problem),
        };
        for mut parameter in read.items {
            self.place(&mut parameter, order);
            let name = &parameter.name;
            match order.names.get(&name.name) {
                Some(first) => self.problems.report_gap(duplicate_name(name.span, *first, &name.name)),
                None => {
                    order.names.insert(name.name.clone(), name.span);
                }
            }
            parameters.items.push(parameter);
        }
    }

    /// Checks the place of a parameter among the others and says how it is given there.
    fn place(&mut self, parameter: &mut Parameter, order: &mut Order) {
        let wrong = if order.stage == Stage::Closed {
            Some("nothing can stand behind `**`")
        } else if order.stage == Stage::ByName && parameter.kind == ParameterKind::Variadic {
            Some("there can be only one `*`")
        } else if order.stage == Stage::Defaults
            && parameter.kind == ParameterKind::Ordinary
            && parameter.default.is_none()
        {
            Some("a parameter without a default cannot stand behind one that has a default")
        } else {
            None
        };
        if let Some(words) = wrong {
            self.problems.report_gap(functions::parameter_order(parameter.name.span, words));
        }
        match parameter.kind {
            ParameterKind::Variadic => order.stage = order.stage.max(Stage::ByName),
            ParameterKind::VariadicKeywords => order.stage = Stage::Closed,
            ParameterKind::Ordinary | ParameterKind::PositionalOnly | ParameterKind::KeywordOnly => {
                if order.stage >= Stage::ByName {
                    parameter.kind = ParameterKind::KeywordOnly;
                } else if parameter.default.is_some() {
                    order.stage = Stage::Defaults;
                }
            }
        }
    }
}
