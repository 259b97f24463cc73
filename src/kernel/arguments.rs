//! Binding the arguments of a call to the parameters of a library function, with CPython's words for what does not fit.

use crate::signatures::{LibraryParameter, LibraryParameterKind, LibraryParameters};

use super::exception::{Attempt, ClassId, Problem};
use super::value::Value;

/// What a call hands over.
#[derive(Clone, Copy, Debug, Default)]
pub struct Arguments<'a> {
    /// In order.
    pub positional: &'a [Value],
    /// By name, in order; no name comes twice.
    pub keywords: &'a [(&'a str, Value)],
}

/// The most named parameters that a function of this library has.
const MOST_PARAMETERS: usize = 6;

/// The arguments of a call, each at its parameter.
#[derive(Clone, Copy, Debug)]
pub struct Bound<'a> {
    values: [Value; MOST_PARAMETERS],
    /// What `*args` takes.
    pub rest: &'a [Value],
}

impl Bound<'_> {
    /// The argument of this parameter, `None` where the call does not give it.
    #[inline]
    #[must_use]
    pub fn given(&self, index: usize) -> Option<Value> {
        (self.values[index] != Value::Unbound).then_some(self.values[index])
    }

    /// The argument of this parameter, Python's `None` where the call does not give it.
    #[inline]
    #[must_use]
    pub fn or_none(&self, index: usize) -> Value {
        self.given(index).unwrap_or(Value::None)
    }
}

impl std::ops::Index<usize> for Bound<'_> {
    type Output = Value;

    #[inline]
    fn index(&self, index: usize) -> &Value {
        &self.values[index]
    }
}

impl<'a> Arguments<'a> {
    /// A call with positional arguments alone.
    #[must_use]
    pub const fn positional(positional: &'a [Value]) -> Self {
        Self { positional, keywords: &[] }
    }

    /// Binds these arguments to `parameters`. `owner` is the type of a method, empty for a function.
    ///
    /// # Errors
    /// `TypeError` where they do not fit.
    pub fn bind(&self, owner: &str, name: &str, parameters: LibraryParameters) -> Attempt<Bound<'a>> {
        let mut bound = Bound { values: [Value::Unbound; MOST_PARAMETERS], rest: &[] };
        let by_place = parameters.iter().take_while(|parameter| is_by_place(parameter)).count();
        let taken = by_place.min(self.positional.len());
        bound.values[..taken].copy_from_slice(&self.positional[..taken]);
        let misfit = || Misfit { owner, name, parameters, given: self.positional.len() };
        if self.positional.len() > by_place {
            if !parameters.iter().any(|parameter| parameter.kind == LibraryParameterKind::Variadic) {
                return Err(misfit().wrong_count());
            }
            bound.rest = &self.positional[by_place..];
        }
        for &(keyword, value) in self.keywords {
            let index = misfit().keyword_index(keyword)?;
            if bound.values[index] != Value::Unbound {
                return Err(misfit().twice(keyword, index));
            }
            bound.values[index] = value;
        }
        for (index, parameter) in parameters.iter().enumerate() {
            if parameter.required && bound.values[index] == Value::Unbound {
                return Err(misfit().missing(index));
            }
        }
        Ok(bound)
    }
}

fn is_by_place(parameter: &LibraryParameter) -> bool {
    matches!(parameter.kind, LibraryParameterKind::PositionalOnly | LibraryParameterKind::Ordinary)
}

/// A call that does not fit, for its words.
struct Misfit<'a> {
    owner: &'a str,
    name: &'a str,
    parameters: LibraryParameters,
    given: usize,
}

impl Misfit<'_> {
    fn full_name(&self) -> String {
        if self.owner.is_empty() { self.name.to_owned() } else { format!("{}.{}", self.owner, self.name) }
    }

    fn problem(message: String) -> Problem {
        Problem::new(ClassId::TYPE_ERROR, message)
    }

    fn is_positional_only(&self) -> bool {
        self.parameters.iter().all(|parameter| parameter.kind == LibraryParameterKind::PositionalOnly)
    }

    fn wrong_count(&self) -> Problem {
        let most = self.parameters.iter().filter(|parameter| is_by_place(parameter)).count();
        let least = self.parameters.iter().filter(|parameter| is_by_place(parameter) && parameter.required).count();
        let given = self.given;
        let full = self.full_name();
        if self.parameters.is_empty() {
            return Self::problem(format!("{full}() takes no arguments ({given} given)"));
        }
        if most == 0 {
            return Self::problem(format!("{}() takes no positional arguments", self.name));
        }
        if self.is_positional_only() {
            return Self::problem(match (least, most) {
                (1, 1) => format!("{full}() takes exactly one argument ({given} given)"),
                _ if least == most => format!("{} expected {most} arguments, got {given}", self.name),
                _ if given < least => {
                    format!("{} expected at least {least} argument{}, got {given}", self.name, plural(least))
                }
                _ => format!("{} expected at most {most} argument{}, got {given}", self.name, plural(most)),
            });
        }
        Self::problem(format!("{}() takes at most {most} argument{} ({given} given)", self.name, plural(most)))
    }

    fn missing(&self, index: usize) -> Problem {
        if self.is_positional_only() {
            return self.wrong_count();
        }
        let parameter = self.parameters[index].name;
        Self::problem(format!("{}() missing required argument '{parameter}' (pos {})", self.name, index + 1))
    }

    fn keyword_index(&self, keyword: &str) -> Attempt<usize> {
        let found = self.parameters.iter().position(|parameter| {
            parameter.name == keyword
                && matches!(parameter.kind, LibraryParameterKind::Ordinary | LibraryParameterKind::KeywordOnly)
        });
        found.ok_or_else(|| {
            let takes_keywords = self.parameters.iter().any(|parameter| {
                matches!(parameter.kind, LibraryParameterKind::Ordinary | LibraryParameterKind::KeywordOnly)
            });
            Self::problem(if takes_keywords {
                format!("{}() got an unexpected keyword argument '{keyword}'", self.name)
            } else {
                format!("{}() takes no keyword arguments", self.full_name())
            })
        })
    }

    fn twice(&self, keyword: &str, index: usize) -> Problem {
        Self::problem(format!("argument for {}() given by name ('{keyword}') and position ({})", self.name, index + 1))
    }
}

const fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
