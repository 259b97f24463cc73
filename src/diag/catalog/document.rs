//! Problems of a whole document: TOML itself, keys at the top and in the tables below, the entry.

use crate::diag::Diagnostic;
use crate::units::Span;

use super::{did_you_mean, listed, shown};

/// A source longer than is read.
#[must_use]
pub fn source_too_long(most_bytes: usize) -> Diagnostic {
    Diagnostic::new("source-too-long", Span::default(), format!("the file is longer than {} MiB", most_bytes >> 20))
        .hint("a spec is a program: split it, or compute the data in it")
}

/// Text that is no TOML; `detail` is the parser's message.
#[must_use]
pub fn toml_syntax(span: Span, detail: &str) -> Diagnostic {
    Diagnostic::new("toml-syntax", span, "this is not TOML").label(detail)
}

/// A text or a bracket that is never closed; `what` says which.
#[must_use]
pub fn left_open(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new("toml-syntax", span, "this is not TOML").label(format!("this {what} is never closed"))
}

/// A key that its table has already.
#[must_use]
pub fn duplicate_key(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new("duplicate-key", span, format!("`{}` is there twice", shown(key)))
        .label("its table has this key already")
        .hint("keep one of them, or give one another name")
}

/// A key at the top that does not exist.
#[must_use]
pub fn unknown_top_level_key<'a>(
    span: Span,
    key: &str,
    candidates: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let hint = did_you_mean(key, candidates)
        .unwrap_or_else(|| format!("a coroutine is [coroutines.{0}], a variable stands under [globals]", shown(key)));
    Diagnostic::new("unknown-key", span, format!("a spec has no key `{}`", shown(key))).hint(hint)
}

/// A key that the table `place` does not have.
#[must_use]
pub fn unknown_key<'a>(
    span: Span,
    key: &str,
    place: &str,
    candidates: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let hint = did_you_mean(key, candidates.clone()).unwrap_or_else(|| format!("it has {}", listed(candidates, "and")));
    Diagnostic::new("unknown-key", span, format!("{} has no key `{}`", shown(place), shown(key))).hint(hint)
}

/// A key of the top level inside a table.
#[must_use]
pub fn misplaced_top_level_key(span: Span, key: &str, place: &str) -> Diagnostic {
    let key = shown(key);
    Diagnostic::new("misplaced-key", span, format!("`{key}` belongs to the top of the file, not into {}", shown(place)))
        .label("below a header, TOML puts it into that table")
        .hint(format!("move `{key}` above the first [header]"))
}

/// A verb, `steps` or `params` outside any function.
#[must_use]
pub fn step_outside_a_function(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new("misplaced-step", span, format!("`{}` stands outside any coroutine", shown(key)))
        .hint("steps belong to a coroutine: [coroutines] main = [ { print = \"hello\" } ]")
}

/// A key that Python does not take for a name.
#[must_use]
pub fn not_a_name(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new("not-a-name", span, format!("`{}` is not a name", shown(key)))
        .label("letters, digits and _, no keyword of Python")
}

/// Neither an entry nor a `main`; `first` is a function that could be it.
#[must_use]
pub fn no_entry(first: Option<(&str, Span)>) -> Diagnostic {
    let message = "there is nothing to run: no `main` and no `entry`";
    match first {
        Some((name, span)) => Diagnostic::new("no-entry", span, message)
            .label("the first function")
            .hint(format!("call a coroutine `main`, or write entry = \"{}()\" at the top", shown(name))),
        None => Diagnostic::new("no-entry", Span::default(), message)
            .hint("a spec runs its coroutine `main`: [coroutines] main = [ { print = \"hello\" } ]"),
    }
}

/// An entry that calls nothing.
#[must_use]
pub fn entry_is_no_call(span: Span) -> Diagnostic {
    Diagnostic::new("entry-no-call", span, "the entry must be a call").hint("write entry = \"main()\"")
}
