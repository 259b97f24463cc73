//! Problems of names, calls and places, which the checker of programs finds.

use crate::diag::Diagnostic;
use crate::units::{Dialect, Span};

use super::{did_you_mean, listed, shown};

/// A name that nothing binds.
#[must_use]
pub fn unknown_name(span: Span, name: &str, candidates: &[&str]) -> Diagnostic {
    let problem = Diagnostic::new("unknown-name", span, format!("unknown name `{}`", shown(name)));
    with_hint(problem.label("nothing has this name"), did_you_mean(name, candidates.iter().copied()))
}

/// A call of a coroutine that does not exist.
#[must_use]
pub fn unknown_coroutine(span: Span, name: &str, candidates: &[&str]) -> Diagnostic {
    let problem = Diagnostic::new("unknown-coroutine", span, format!("no coroutine is called `{}`", shown(name)));
    let hint = did_you_mean(name, candidates.iter().copied())
        .unwrap_or_else(|| format!("write it: [coroutines.{}]", shown(name)));
    problem.label("not among [coroutines] and [functions]").hint(hint)
}

/// A name of the library that a Python file uses and does not import; `import` is the statement that is missing.
#[must_use]
pub fn not_imported(span: Span, name: &str, import: &str) -> Diagnostic {
    Diagnostic::new("not-imported", span, format!("unknown name `{}`", shown(name)))
        .label("it is not imported")
        .hint(format!("write at the top: {import}"))
}

/// A module that a run does not have; `known` are those it has.
#[must_use]
pub fn unknown_module(span: Span, name: &str, known: &[&str]) -> Diagnostic {
    let hint = did_you_mean(name, known.iter().copied()).unwrap_or_else(|| {
        "docs/language.md lists the modules that a run has, under “Expressions and names”".to_owned()
    });
    Diagnostic::new("unknown-module", span, format!("the module `{}` is not there in a run", shown(name))).hint(hint)
}

/// `from … import *` inside a function.
#[must_use]
pub fn star_in_function(span: Span) -> Diagnostic {
    Diagnostic::new("python-syntax", span, "`import *` stands at the top of a file only")
        .hint("import the names you need")
}

/// A name that is good for annotations alone, used as a value.
#[must_use]
pub fn only_for_annotations(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new("not-supported", span, format!("`{}` is there for annotations only", shown(name)))
        .hint("annotations say nothing about a run; leave the value out")
}

/// An attribute that `owner` does not have.
#[must_use]
pub fn unknown_attribute(span: Span, owner: &str, name: &str, candidates: &[&str]) -> Diagnostic {
    let message = format!("`{}` has no `{}`", shown(owner), shown(name));
    with_hint(Diagnostic::new("unknown-attribute", span, message), did_you_mean(name, candidates.iter().copied()))
}

/// `await` outside a coroutine; `function` is the name of the function around it, in angle brackets (`<module>`,
/// `<lambda>`) when it has none.
#[must_use]
pub fn await_outside(span: Span, word: &str, function: &str, dialect: Dialect) -> Diagnostic {
    let problem = Diagnostic::new("await-outside", span, format!("`{word}` outside a coroutine"));
    if function.starts_with('<') {
        return problem.label("nothing here runs on the loop").hint("await it in a coroutine");
    }
    problem.label(format!("`{}` is a plain function", shown(function))).hint(match dialect {
        Dialect::Spec => "move it from [functions] to [coroutines]; whoever calls it must then await it",
        Dialect::Python => "write `async def`; whoever calls it must then await it",
    })
}

/// `return` outside every function.
#[must_use]
pub fn return_outside(span: Span) -> Diagnostic {
    Diagnostic::new("return-outside", span, "`return` outside a function").label("there is nothing to return from")
}

/// `break` or `continue` outside every loop; `word` says which.
#[must_use]
pub fn break_outside_loop(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new("outside-loop", span, format!("`{word}` outside a loop")).label("there is no loop around it")
}

/// An `except` without a class before others.
#[must_use]
pub fn bare_except_first(span: Span) -> Diagnostic {
    Diagnostic::new("except-order", span, "an `except` without a class stands last")
        .label("it takes everything, and nothing is left for the next")
}

/// What a local hides: what the function would read if it did not assign the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// Nothing has the name.
    Nothing,
    /// A global.
    Variable,
    /// A function, the script's or the library's.
    Function,
}

/// A local that is read where no path has bound it yet. What a function assigns anywhere is its local, as in Python; what it
/// hides may have been meant.
#[must_use]
pub fn local_before_binding(span: Span, name: &str, hidden: Hidden, dialect: Dialect) -> Diagnostic {
    let name = shown(name);
    let problem = Diagnostic::new("local-before-binding", span, format!("`{name}` is read before it has a value"))
        .label("this function assigns it, so it is local here");
    problem.hint(match (dialect, hidden) {
        (_, Hidden::Function) => format!("that hides the function `{name}`: give what is assigned here another name"),
        (Dialect::Spec, Hidden::Variable) => {
            format!("for the global of this name, write \"global {name}\" as the first step")
        }
        (Dialect::Spec, Hidden::Nothing) => format!("give it a value first: {{ set = \"{name}\", to = … }}"),
        (Dialect::Python, Hidden::Variable) => format!("for the global of this name, write `global {name}` first"),
        (Dialect::Python, Hidden::Nothing) => format!("give it a value first: {name} = …"),
    })
}

/// `nonlocal` for a name that no enclosing function binds.
#[must_use]
pub fn no_enclosing_binding(span: Span, name: &str) -> Diagnostic {
    let name = shown(name);
    Diagnostic::new("no-enclosing-binding", span, format!("no enclosing function has a `{name}`"))
        .hint(format!("for a global, write \"global {name}\""))
}

/// Something that cannot be assigned to.
#[must_use]
pub fn not_a_target(span: Span) -> Diagnostic {
    super::python::not_assignable(span, "this")
}

/// Arguments that a function cannot take; `detail` says why, as a lower-case fragment.
#[must_use]
pub fn wrong_arguments(span: Span, function: &str, detail: &str) -> Diagnostic {
    Diagnostic::new("wrong-arguments", span, format!("wrong arguments for `{}()`", shown(function))).label(detail)
}

/// More positional arguments than the function takes.
#[must_use]
pub fn too_many_arguments(span: Span, function: &str, takes: usize, given: usize) -> Diagnostic {
    let plural = if takes == 1 { "argument" } else { "arguments" };
    wrong_arguments(span, function, &format!("it takes {takes} {plural} by position, {given} are given"))
}

/// Required arguments that are not given.
#[must_use]
pub fn missing_arguments(span: Span, function: &str, names: &[&str]) -> Diagnostic {
    wrong_arguments(span, function, &format!("missing: {}", listed(names.iter().copied(), "and")))
}

/// An argument by a name that the function does not know.
#[must_use]
pub fn unknown_keyword_argument(span: Span, function: &str, name: &str, candidates: &[&str]) -> Diagnostic {
    let problem = wrong_arguments(span, function, &format!("it has no parameter `{}`", shown(name)));
    with_hint(problem, did_you_mean(name, candidates.iter().copied()))
}

/// An argument that is given twice.
#[must_use]
pub fn argument_given_twice(span: Span, function: &str, name: &str) -> Diagnostic {
    wrong_arguments(span, function, &format!("`{}` is given twice", shown(name)))
}

/// An argument by name for a parameter that takes none by name.
#[must_use]
pub fn positional_only_by_name(span: Span, function: &str, name: &str) -> Diagnostic {
    wrong_arguments(span, function, &format!("`{}` is taken by position only", shown(name)))
        .hint("write the value without the name")
}

/// A coroutine named where a call of it is wanted.
#[must_use]
pub fn coroutine_not_called(span: Span, name: &str) -> Diagnostic {
    let name = shown(name);
    Diagnostic::new("not-called", span, format!("`{name}` is a coroutine function, not a coroutine"))
        .hint(format!("call it: {name}()"))
}

/// The hint for a coroutine that is called and then not awaited.
#[must_use]
pub fn not_awaited_hint(name: &str) -> String {
    let name = shown(name);
    format!(
        "a coroutine runs only when it is awaited: {{ await = \"{name}(…)\" }} or {{ create_task = \"{name}(…)\" }}"
    )
}

/// The hint for one bare word in quotes that may have been meant as text; `None` when `span` is not the whole of a string in
/// `text`, the file.
#[must_use]
pub fn bare_word_hint(text: &str, span: Span) -> Option<String> {
    let before = text.get(..span.start as usize)?.chars().next_back()?;
    let behind = text.get(span.end as usize..)?.chars().next()?;
    let is_whole = before == behind && matches!(before, '"' | '\'');
    is_whole.then(|| super::values::text_hint(text.get(span.range()).unwrap_or("")))
}

/// A name that is bound a second time where it may be only once.
#[must_use]
pub fn duplicate_name(span: Span, first: Span, name: &str) -> Diagnostic {
    Diagnostic::new("duplicate-name", span, format!("`{}` is defined twice", shown(name)))
        .label("here again")
        .related(first, "first here")
        .hint("give one of them another name")
}

/// A part of Python or of the library that the simulator does not have (yet); `instead` may be empty.
#[must_use]
pub fn not_supported(span: Span, what: &str, instead: &str) -> Diagnostic {
    let problem = Diagnostic::new("not-supported", span, format!("{what} is not supported yet"));
    with_hint(problem, (!instead.is_empty()).then(|| instead.to_owned()))
}

fn with_hint(problem: Diagnostic, hint: Option<String>) -> Diagnostic {
    match hint {
        Some(hint) => problem.hint(hint),
        None => problem,
    }
}
