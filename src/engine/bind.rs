//! Arguments bound to the parameters of a script's function, with CPython's words for what does not fit (`ceval.c`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Value, suggest};
use crate::policy::Discipline;
use crate::program::code::Code;
use crate::script::{ParameterKind, PythonVersion};
use crate::trace::Sink;

use super::Engine;
use super::call::Given;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Binds arguments to a function's parameters as Python does.
    pub(super) fn bind(&mut self, code: &Code, defaults: &[Value], given: Given) -> Result<Vec<Value>, Raised> {
        let (count, has_keywords) = (given.positional.len(), !given.keywords.is_empty());
        let bound = self.bind_as_python(code, defaults, given);
        if bound.is_err()
            && code.is_hidden
            && let Some(message) = misfit_of_c(code, self.names.text(code.qualified), count, has_keywords)
        {
            return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
        }
        bound
    }

    fn bind_as_python(&mut self, code: &Code, defaults: &[Value], given: Given) -> Result<Vec<Value>, Raised> {
        let name = self.names.text(code.qualified).to_owned();
        let mut values = vec![Value::Unbound; code.parameters.len()];
        let mut positional = given.positional.into_iter();
        let mut extra = Vec::new();
        for (parameter, value) in code.parameters.iter().zip(&mut values) {
            if matches!(parameter.kind, ParameterKind::Ordinary | ParameterKind::PositionalOnly)
                && let Some(argument) = positional.next()
            {
                *value = argument;
            }
        }
        extra.extend(positional);
        let variadic = code.parameters.iter().position(|parameter| parameter.kind == ParameterKind::Variadic);
        let keywords: Vec<String> = match extra.is_empty() || variadic.is_some() {
            true => Vec::new(),
            false => given.keywords.iter().map(|(keyword, _)| keyword.clone()).collect(),
        };
        self.bind_keywords(code, &name, &mut values, given.keywords)?;
        match variadic {
            Some(index) => values[index] = self.vm.heap.tuple(extra),
            None if !extra.is_empty() => {
                let message = self.too_many(code, &name, extra.len(), &keywords);
                return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
            }
            None => {}
        }
        for (value, default) in values.iter_mut().zip(defaults) {
            if *value == Value::Unbound {
                *value = *default;
            }
        }
        for (kinds, what) in [
            (&[ParameterKind::Ordinary, ParameterKind::PositionalOnly][..], "positional"),
            (&[ParameterKind::KeywordOnly][..], "keyword-only"),
        ] {
            let missing: Vec<String> = code
                .parameters
                .iter()
                .zip(&values)
                .filter(|(parameter, value)| **value == Value::Unbound && kinds.contains(&parameter.kind))
                .map(|(parameter, _)| format!("'{}'", self.names.text(parameter.name)))
                .collect();
            if !missing.is_empty() {
                let (count, plural, missing) = (missing.len(), plural(missing.len()), listed(&missing));
                let message = format!("{name}() missing {count} required {what} argument{plural}: {missing}");
                return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
            }
        }
        Ok(values)
    }

    /// What CPython says to too many arguments by position (`ceval.c`, `too_many_positional`).
    #[cold]
    fn too_many(&self, code: &Code, name: &str, extra: usize, keywords: &[String]) -> String {
        let by_place = |kind: ParameterKind| matches!(kind, ParameterKind::Ordinary | ParameterKind::PositionalOnly);
        let most = code.parameters.iter().filter(|parameter| by_place(parameter.kind)).count();
        let optional =
            code.parameters.iter().filter(|parameter| by_place(parameter.kind) && parameter.has_default).count();
        let is_keyword_only = |keyword: &str| {
            code.parameters.iter().any(|parameter| {
                parameter.kind == ParameterKind::KeywordOnly && self.names.text(parameter.name) == keyword
            })
        };
        let by_name = keywords.iter().filter(|keyword| is_keyword_only(keyword)).count();
        takes(name, most - optional, most, most + extra, by_name)
    }

    /// `Did you mean …?` of a keyword that is not there, from 3.13 on.
    #[cold]
    fn meant(&self, code: &Code, keyword: &str) -> String {
        if !self.is_since(PythonVersion::V3_13) {
            return String::new();
        }
        let by_name = |kind: ParameterKind| matches!(kind, ParameterKind::Ordinary | ParameterKind::KeywordOnly);
        let named = code.parameters.iter().filter(|parameter| by_name(parameter.kind));
        let names: Vec<&str> = named.map(|parameter| self.names.text(parameter.name)).collect();
        suggest::closest(keyword, &names).map_or_else(String::new, |name| format!(". Did you mean '{name}'?"))
    }

    fn bind_keywords(
        &mut self,
        code: &Code,
        name: &str,
        values: &mut [Value],
        keywords: Vec<(String, Value)>,
    ) -> Result<(), Raised> {
        let rest = code.parameters.iter().position(|parameter| parameter.kind == ParameterKind::VariadicKeywords);
        let mut others = Vec::new();
        let by_place = if rest.is_none() { self.by_place_alone(code, &keywords) } else { String::new() };
        for (keyword, value) in keywords {
            let found = code.parameters.iter().position(|parameter| {
                matches!(parameter.kind, ParameterKind::Ordinary | ParameterKind::KeywordOnly)
                    && self.names.text(parameter.name) == keyword
            });
            match found {
                Some(index) if values[index] == Value::Unbound => values[index] = value,
                Some(_) => {
                    let message = format!("{name}() got multiple values for argument '{keyword}'");
                    return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
                }
                None if rest.is_some() => others.push((keyword, value)),
                None if !by_place.is_empty() => {
                    let what = "got some positional-only arguments passed as keyword arguments";
                    let message = format!("{name}() {what}: '{by_place}'");
                    return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
                }
                None => {
                    let meant = self.meant(code, &keyword);
                    let message = format!("{name}() got an unexpected keyword argument '{keyword}'{meant}");
                    return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
                }
            }
        }
        if let Some(index) = rest {
            let dict = self.vm.heap.dict();
            for (keyword, value) in others {
                let key = self.vm.heap.string_from(keyword);
                crate::kernel::operate::set_item(&mut self.vm.heap, dict, key, value)?;
            }
            values[index] = dict;
        }
        Ok(())
    }

    /// The parameters that are given by name and are there by position alone (`ceval.c`, `positional_only_passed_as_keyword`).
    fn by_place_alone(&self, code: &Code, keywords: &[(String, Value)]) -> String {
        let mut names = Vec::new();
        for parameter in code.parameters.iter().filter(|each| each.kind == ParameterKind::PositionalOnly) {
            let name = self.names.text(parameter.name);
            if keywords.iter().any(|(keyword, _)| keyword == name) {
                names.push(name);
            }
        }
        names.join(", ")
    }
}

/// Classes of the library that CPython has in C, and what they are there.
const MADE_IN_C: [(&str, &str); 8] = [
    ("BelowAnySet", "set"),
    ("BelowDict", "dict"),
    ("BelowFrozenSet", "frozenset"),
    ("BelowList", "list"),
    ("BelowMapping", "dict"),
    ("BelowSet", "set"),
    ("bytearray", "bytearray"),
    ("deque", "deque"),
];

/// What CPython says where arguments do not fit a method of such a class (`methodobject.c`, `_PyArg_CheckPositional`).
#[cold]
fn misfit_of_c(code: &Code, qualified: &str, count: usize, has_keywords: bool) -> Option<String> {
    let (owner, method) = qualified.rsplit_once('.')?;
    let kind = MADE_IN_C.iter().find(|(made, _)| *made == owner)?.1;
    let (full, short) = match method {
        "__init__" => (kind.to_owned(), kind),
        _ => (format!("{kind}.{method}"), method),
    };
    let parameters = code.parameters.get(1..)?;
    let given = count.checked_sub(1)?;
    if parameters.iter().any(|each| each.kind == ParameterKind::KeywordOnly) {
        return (given > 0).then(|| format!("{method}() takes no positional arguments"));
    }
    if has_keywords {
        return Some(format!("{full}() takes no keyword arguments"));
    }
    let is_needed = |kind: ParameterKind| matches!(kind, ParameterKind::Ordinary | ParameterKind::PositionalOnly);
    let least = parameters.iter().filter(|each| is_needed(each.kind) && !each.has_default).count();
    let most = parameters.len();
    Some(match (least, most) {
        (0, 2) if full == kind => format!("{kind}() takes at most 2 arguments ({given} given)"),
        (0, 0) => format!("{full}() takes no arguments ({given} given)"),
        (1, 1) => format!("{full}() takes exactly one argument ({given} given)"),
        _ => {
            let (how, bound) = if given < least { ("at least ", least) } else { ("at most ", most) };
            let how = if least == most { "" } else { how };
            format!("{short} expected {how}{bound} argument{}, got {given}", plural(bound))
        }
    })
}

/// What CPython says to too many arguments by position, of a function that takes from `least` to `most` (`ceval.c`,
/// `too_many_positional`). `by_name` keyword-only arguments were given as well.
pub(super) fn takes(name: &str, least: usize, most: usize, given: usize, by_name: usize) -> String {
    let (takes, is_plural) =
        if least < most { (format!("from {least} to {most}"), true) } else { (most.to_string(), most != 1) };
    let arguments = if is_plural { "s" } else { "" };
    if by_name > 0 {
        return format!(
            "{name}() takes {takes} positional argument{arguments} but {given} positional argument{} (and {by_name} keyword-only argument{}) were given",
            plural(given),
            plural(by_name)
        );
    }
    let were = if given == 1 { "was" } else { "were" };
    format!("{name}() takes {takes} positional argument{arguments} but {given} {were} given")
}

/// `s` behind a word for several.
pub(super) const fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// `'a', 'b', and 'c'`
pub(super) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} and {second}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
    }
}
