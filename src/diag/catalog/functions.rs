//! Problems of functions and their parameters.

use crate::diag::Diagnostic;
use crate::units::Span;

use super::shown;

/// An entry of `[coroutines]` or `[functions]` that is neither a list nor a table.
#[must_use]
pub fn not_a_function(span: Span, name: &str, found: &str) -> Diagnostic {
    let name = shown(name);
    Diagnostic::new("not-a-function", span, format!("`{name}` is {found}, not a list of steps"))
        .hint(format!("write {name} = [ {{ print = \"…\" }} ]; variables stand under [globals]"))
}

/// A function without steps.
#[must_use]
pub fn no_steps(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new("no-steps", span, format!("`{}` has no `steps`", shown(name)))
        .hint("write steps = [ … ]; an empty list does nothing")
}

/// A verb right in a function's table.
#[must_use]
pub fn step_without_steps(span: Span, key: &str) -> Diagnostic {
    let key = shown(key);
    Diagnostic::new("misplaced-step", span, format!("`{key}` is a step, and steps stand in a list"))
        .hint(format!("write steps = [ {{ {key} = … }} ]"))
}

/// Text that is not one parameter.
#[must_use]
pub fn bad_parameter(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new("bad-parameter", span, format!("`{}` is not a parameter", shown(text)))
        .hint("write each as in a `def`: \"id\", \"patience=2.0\", \"*args\", \"**options\", \"*\", \"/\"")
}

/// Parameters in an order that Python does not have; `words` say what is wrong.
#[must_use]
pub fn parameter_order(span: Span, words: &str) -> Diagnostic {
    Diagnostic::new("parameter-order", span, words)
}

/// A function named where a call is wanted.
#[must_use]
pub fn not_called(span: Span, name: &str) -> Diagnostic {
    let name = shown(name);
    Diagnostic::new("not-called", span, format!("`{name}` is a function; the entry must call it"))
        .hint(format!("write entry = \"{name}()\""))
}
