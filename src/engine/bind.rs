//! Arguments bound to the parameters of a script's function, with CPython's words for what does not fit (`ceval.c`).

use crate::kernel::Value;
use crate::kernel::exception::{ClassId, Raised};
use crate::policy::Discipline;
use crate::program::code::Code;
use crate::script::ParameterKind;
use crate::signatures::LibraryParameterKind;
use crate::signatures::asyncio::{Function, Owner};
use crate::trace::Sink;

use super::Engine;
use super::call::Given;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Binds arguments to a function's parameters as Python does.
    pub(super) fn bind(&mut self, code: &Code, defaults: &[Value], given: Given) -> Result<Vec<Value>, Raised> {
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
        match variadic {
            Some(index) => values[index] = self.heap.tuple(extra),
            None if !extra.is_empty() => {
                let message = self.too_many(code, &name, &values, extra.len(), &given.keywords);
                return Err(self.heap.raise(ClassId::TYPE_ERROR, message));
            }
            None => {}
        }
        self.bind_keywords(code, &name, &mut values, given.keywords)?;
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
                let plural = if missing.len() == 1 { "" } else { "s" };
                let (count, missing) = (missing.len(), listed(&missing));
                let message = format!("{name}() missing {count} required {what} argument{plural}: {missing}");
                return Err(self.heap.raise(ClassId::TYPE_ERROR, message));
            }
        }
        Ok(values)
    }

    /// What CPython says to too many arguments by position (`ceval.c`, `too_many_positional`).
    #[cold]
    fn too_many(
        &self,
        code: &Code,
        name: &str,
        values: &[Value],
        extra: usize,
        keywords: &[(String, Value)],
    ) -> String {
        let by_place = |kind: ParameterKind| matches!(kind, ParameterKind::Ordinary | ParameterKind::PositionalOnly);
        let most = code.parameters.iter().filter(|parameter| by_place(parameter.kind)).count();
        let optional =
            code.parameters.iter().filter(|parameter| by_place(parameter.kind) && parameter.has_default).count();
        let given = most + extra;
        let (takes, is_plural) = if optional > 0 {
            (format!("from {} to {most}", most - optional), true)
        } else {
            (most.to_string(), most != 1)
        };
        let is_keyword_only = |keyword: &str| {
            code.parameters.iter().any(|parameter| {
                parameter.kind == ParameterKind::KeywordOnly && self.names.text(parameter.name) == keyword
            })
        };
        let by_name = keywords.iter().filter(|(keyword, _)| is_keyword_only(keyword)).count();
        debug_assert!(values.len() >= most, "one value a parameter");
        let plural = |count: usize| if count == 1 { "" } else { "s" };
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

    fn bind_keywords(
        &mut self,
        code: &Code,
        name: &str,
        values: &mut [Value],
        keywords: Vec<(String, Value)>,
    ) -> Result<(), Raised> {
        let rest = code.parameters.iter().position(|parameter| parameter.kind == ParameterKind::VariadicKeywords);
        let mut others = Vec::new();
        for (keyword, value) in keywords {
            let found = code.parameters.iter().position(|parameter| {
                matches!(parameter.kind, ParameterKind::Ordinary | ParameterKind::KeywordOnly)
                    && self.names.text(parameter.name) == keyword
            });
            match found {
                Some(index) if values[index] == Value::Unbound => values[index] = value,
                Some(_) => {
                    let message = format!("{name}() got multiple values for argument '{keyword}'");
                    return Err(self.heap.raise(ClassId::TYPE_ERROR, message));
                }
                None if rest.is_some() => others.push((keyword, value)),
                None => {
                    let message = format!("{name}() got an unexpected keyword argument '{keyword}'");
                    return Err(self.heap.raise(ClassId::TYPE_ERROR, message));
                }
            }
        }
        if let Some(index) = rest {
            let dict = self.heap.dict();
            for (keyword, value) in others {
                let key = self.heap.string_from(keyword);
                crate::kernel::operate::set_item(&mut self.heap, dict, key, value)?;
            }
            values[index] = dict;
        }
        Ok(())
    }
}

/// How Python's messages name a function of the library: `Lock.__init__`, `Queue.put`, `sleep`.
pub(super) fn called(function: Function) -> String {
    match function {
        Function::NewPriorityQueue | Function::NewLifoQueue => "Queue.__init__".to_owned(),
        _ if function.makes_a_thing() => format!("{}.__init__", function.name()),
        _ if function.owner() == Owner::Module => function.name().to_owned(),
        _ => function.path().to_owned(),
    }
}

/// What CPython says to so many arguments by position of a function of the library.
pub(super) fn too_many(function: Function, given: usize) -> String {
    // A class is called without the object that its `__init__` gets.
    let own = usize::from(function.makes_a_thing());
    let by_place = function.parameters().iter().filter(|parameter| {
        matches!(parameter.kind, LibraryParameterKind::PositionalOnly | LibraryParameterKind::Ordinary)
    });
    let most = by_place.clone().count() + own;
    let least = by_place.filter(|parameter| parameter.required).count() + own;
    let takes = if least < most { format!("from {least} to {most}") } else { most.to_string() };
    let arguments = if takes == "1" { "" } else { "s" };
    let given = given + own;
    let were = if given == 1 { "was" } else { "were" };
    format!("{}() takes {takes} positional argument{arguments} but {given} {were} given", called(function))
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
