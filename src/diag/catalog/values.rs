//! Problems of values: types, text and code, lengths of time.

use crate::diag::Diagnostic;
use crate::units::Span;
use crate::units::time::NotADelay;

use super::{listed, shown};

/// For a backslash that TOML has undone before Python saw it.
pub const BACKSLASH_HINT: &str =
    "between double quotes TOML undoes backslashes first: write the code between 'single quotes'";

/// A value of another type than the key takes.
#[must_use]
pub fn wrong_type(span: Span, key: &str, wanted: &str, found: &str) -> Diagnostic {
    Diagnostic::new("wrong-type", span, format!("`{}` takes {wanted}", shown(key))).label(format!("this is {found}"))
}

/// A number or the like where the inside of an f-string is wanted.
#[must_use]
pub fn not_a_text(span: Span, key: &str, found: &str) -> Diagnostic {
    let key = shown(key);
    wrong_type(span, &key, "a text", found)
        .hint(format!("write it in quotes: {key} = \"…\", with {{x}} for the value of x"))
}

/// A number, a list or the like where code in quotes is wanted.
#[must_use]
pub fn not_code(span: Span, key: &str, found: &str) -> Diagnostic {
    let hint = match key {
        "await" => "write one expression in quotes; to await several use { gather = [\"…\", \"…\"] }",
        _ => "write it in Python, in quotes",
    };
    wrong_type(span, key, "a string of code", found).hint(hint)
}

/// A whole number beyond 64 bits.
#[must_use]
pub fn integer_too_big(span: Span) -> Diagnostic {
    Diagnostic::new("integer-too-big", span, "this whole number does not fit in 64 bits")
        .hint("write it as a float: 1e20")
}

/// A number that must be above zero.
#[must_use]
pub fn not_positive(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new("not-positive", span, format!("`{}` must be at least 1", shown(key)))
}

/// `inf` or `nan` as a value.
#[must_use]
pub fn not_finite(span: Span) -> Diagnostic {
    Diagnostic::new("not-finite", span, "infinity and NaN are not taken from TOML")
        .hint("write it in Python: \"float('inf')\"")
}

/// An array, a table or a date as a value.
#[must_use]
pub fn not_a_value(span: Span, found: &str) -> Diagnostic {
    Diagnostic::new("not-a-value", span, format!("{found} of TOML is not a value here"))
        .hint("write it in Python, in quotes: \"[1, 2]\", \"{'a': 1}\"")
}

/// A word that is none of the choices.
#[must_use]
pub fn not_a_choice(span: Span, key: &str, written: &str, choices: &[&str]) -> Diagnostic {
    Diagnostic::new("not-a-choice", span, format!("`{}` cannot be `{}`", shown(key), shown(written)))
        .hint(format!("it is {}", listed(choices.iter().copied(), "or")))
}

/// Eager tasks in a Python that has none.
#[must_use]
pub fn eager_is_new(span: Span) -> Diagnostic {
    Diagnostic::new("not-in-version", span, "eager tasks came with Python 3.12")
        .hint("set python = \"3.12\" or \"3.13\"")
}

/// A policy that does not exist; `known` are the names of those that do.
#[must_use]
pub fn unknown_policy(span: Span, written: &str, known: &[&str]) -> Diagnostic {
    let problem = Diagnostic::new("unknown-policy", span, format!("there is no policy `{}`", shown(written)));
    problem.hint(format!("it is {}", listed(known.iter().copied(), "or")))
}

/// Almost a duration; `better` is what was probably meant.
#[must_use]
pub fn bad_duration(span: Span, better: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::new("bad-duration", span, "this is not a length of time")
        .label("one number with one unit, no space: ns, us, ms, s, m or h");
    match better {
        Some(better) => problem.hint(format!("write \"{}\"", shown(better))),
        None => problem.hint("write \"250ms\", \"1.5s\", \"2m\" or a number of seconds"),
    }
}

/// A duration that must be a constant and is code or nothing.
#[must_use]
pub fn not_a_constant_duration(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new("bad-duration", span, format!("`{}` takes a constant length of time", shown(key)))
        .hint("write \"250ms\", \"1.5s\", \"2m\" or a number of seconds")
}

/// A number of seconds that is no length of time.
#[must_use]
pub fn not_a_delay(span: Span, why: NotADelay) -> Diagnostic {
    let problem = |message: &str| Diagnostic::new("bad-duration", span, message);
    match why {
        NotADelay::NotANumber => problem("NaN is not a length of time"),
        NotADelay::TooLong => problem("this is too long: virtual time ends after 52 days").hint("write fewer seconds"),
        NotADelay::Negative => problem("a length of time cannot be negative"),
    }
}

/// The hint where text was meant and code was read.
#[must_use]
pub fn text_hint(text: &str) -> String {
    format!("a string here is code; for the text itself write \"'{}'\"", shown(text))
}

/// A number with a unit in the midst of code; `seconds` is what it would be there.
#[must_use]
pub fn unit_in_code(span: Span, written: &str, seconds: &str) -> Diagnostic {
    Diagnostic::new("unit-in-code", span, format!("`{}` is not Python", shown(written)))
        .label("units are read only where a verb takes a length of time")
        .hint(format!("write {seconds} for the seconds"))
}
