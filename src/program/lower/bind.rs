//! Binding arguments to parameters before the run, with Python's rules, and reporting those that do not fit.

use crate::diag::catalog;
use crate::script::{Argument, Identifier, Parameter, ParameterKind, Parameters};
use crate::signatures::{LibraryParameterKind, LibraryParameters};
use crate::units::Span;

use super::Lowering;

/// A parameter as binding sees it, of a script's function or of the library's.
pub(super) struct Formal<'n> {
    name: &'n str,
    pub(super) kind: ParameterKind,
    is_required: bool,
}

/// What each parameter gets: for a variadic one, all its arguments.
pub(super) type Bound<'a> = Vec<Vec<&'a Argument>>;

impl<'a> Lowering<'a> {
    /// Binds arguments to parameters as Python does. `None` when that must wait for the run (`*values`) or is wrong: reported, or left to raise.
    pub(super) fn bind(
        &mut self,
        span: Span,
        function: &str,
        formals: &[Formal<'_>],
        arguments: &'a [Argument],
    ) -> Option<Bound<'a>> {
        let mut bound: Bound<'a> = formals.iter().map(|_| Vec::new()).collect();
        let variadic = formals.iter().position(|formal| formal.kind == ParameterKind::Variadic);
        let by_position =
            |formal: &Formal<'_>| matches!(formal.kind, ParameterKind::Ordinary | ParameterKind::PositionalOnly);
        let places: Vec<usize> = (0..formals.len()).filter(|index| by_position(&formals[*index])).collect();
        let mut given = 0;
        let mut waits_for_run = false;
        for argument in arguments {
            match argument {
                Argument::Positional(value) => {
                    match places.get(given).copied().or(variadic) {
                        Some(parameter) => bound[parameter].push(argument),
                        None if !waits_for_run => {
                            let count = arguments.iter().filter(|each| matches!(each, Argument::Positional(_))).count();
                            self.misfit(catalog::too_many_arguments(value.span, function, places.len(), count));
                            return None;
                        }
                        None => {}
                    }
                    given += 1;
                }
                Argument::Unpacked(_) => match variadic {
                    Some(parameter) if given >= places.len() => bound[parameter].push(argument),
                    _ => waits_for_run = true,
                },
                Argument::UnpackedKeywords(_) => waits_for_run = true,
                Argument::Keyword(name, _) => {
                    let parameter = self.bind_keyword(name, function, formals, &bound)?;
                    match parameter {
                        Some(parameter) => bound[parameter].push(argument),
                        None => waits_for_run = true,
                    }
                }
            }
        }
        if waits_for_run {
            return None;
        }
        self.check_all_given(span, function, formals, &bound)?;
        Some(bound)
    }

    /// The parameter that a keyword names; `Some(None)` when `**keywords` takes it; `None` when it was reported.
    fn bind_keyword(
        &mut self,
        name: &Identifier,
        function: &str,
        formals: &[Formal<'_>],
        bound: &Bound<'a>,
    ) -> Option<Option<usize>> {
        let by_name = |formal: &Formal<'_>| matches!(formal.kind, ParameterKind::Ordinary | ParameterKind::KeywordOnly);
        let found = formals.iter().position(|formal| by_name(formal) && formal.name == name.name);
        match found {
            Some(parameter) if bound[parameter].is_empty() => Some(Some(parameter)),
            Some(_) => {
                self.misfit(catalog::argument_given_twice(name.span, function, &name.name));
                None
            }
            None if formals.iter().any(|formal| formal.kind == ParameterKind::VariadicKeywords) => Some(None),
            None => {
                let candidates: Vec<&str> =
                    formals.iter().filter(|formal| by_name(formal)).map(|formal| formal.name).collect();
                self.misfit(catalog::unknown_keyword_argument(name.span, function, &name.name, &candidates));
                None
            }
        }
    }

    fn check_all_given(&mut self, span: Span, function: &str, formals: &[Formal<'_>], bound: &Bound<'a>) -> Option<()> {
        let missing: Vec<&str> = formals
            .iter()
            .zip(bound)
            .filter(|(formal, given)| formal.is_required && given.is_empty())
            .map(|(formal, _)| formal.name)
            .collect();
        if missing.is_empty() {
            return Some(());
        }
        self.misfit(catalog::missing_arguments(span, function, &missing));
        None
    }
}

fn formal(parameter: &Parameter) -> Formal<'_> {
    let is_single = !matches!(parameter.kind, ParameterKind::Variadic | ParameterKind::VariadicKeywords);
    let is_required = is_single && parameter.default.is_none();
    Formal { name: &parameter.name.name, kind: parameter.kind, is_required }
}

/// The parameters of a script's function.
pub(super) fn script_formals(parameters: &Parameters) -> Vec<Formal<'_>> {
    parameters.items.iter().map(formal).collect()
}

/// The parameters of a function of the library.
pub(super) fn library_formals(parameters: LibraryParameters) -> Vec<Formal<'static>> {
    let kind = |kind| match kind {
        LibraryParameterKind::PositionalOnly => ParameterKind::PositionalOnly,
        LibraryParameterKind::Ordinary => ParameterKind::Ordinary,
        LibraryParameterKind::Variadic => ParameterKind::Variadic,
        LibraryParameterKind::KeywordOnly => ParameterKind::KeywordOnly,
        LibraryParameterKind::VariadicKeywords => ParameterKind::VariadicKeywords,
    };
    parameters
        .iter()
        .map(|parameter| Formal { name: parameter.name, kind: kind(parameter.kind), is_required: parameter.required })
        .collect()
}
