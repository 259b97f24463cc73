//! Problems of steps and verbs.

use crate::diag::Diagnostic;
use crate::units::Span;

use super::{did_you_mean, listed, shown};

/// Something in a list of steps that is neither a table nor a string.
#[must_use]
pub fn not_a_step(span: Span, found: &str) -> Diagnostic {
    Diagnostic::new("not-a-step", span, format!("a step is a table with a verb or a string, not {found}"))
        .hint("write { print = \"…\" } or \"x = 1\"")
}

/// A step without a verb and without any key that could be one.
#[must_use]
pub fn no_verb(span: Span) -> Diagnostic {
    Diagnostic::new("no-verb", span, "this step has no verb")
        .hint("a step does one thing: { print = \"…\" }, { sleep = 1 }, { await = \"…\" }")
}

/// A verb that does not exist.
#[must_use]
pub fn unknown_verb<'a>(span: Span, verb: &str, known: impl Iterator<Item = &'a str> + Clone) -> Diagnostic {
    let hint = did_you_mean(verb, known.clone()).unwrap_or_else(|| format!("the verbs are {}", listed(known, "and")));
    Diagnostic::new("unknown-verb", span, format!("unknown verb `{}`", shown(verb))).hint(hint)
}

/// A word of other tools for one of our verbs.
#[must_use]
pub fn other_word_for_verb(span: Span, written: &str, verb: &str) -> Diagnostic {
    Diagnostic::new("unknown-verb", span, format!("unknown verb `{}`", shown(written)))
        .hint(format!("here it is called `{verb}`"))
}

/// `await` in the code of a verb that awaits or starts the coroutine itself.
#[must_use]
pub fn awaited_already(span: Span, verb: &str) -> Diagnostic {
    Diagnostic::new("awaited-already", span, format!("`{verb}` takes what is to be awaited, without `await`"))
        .hint("leave this `await` out")
}

/// A second verb in a step.
#[must_use]
pub fn two_verbs(span: Span, second: &str, first_span: Span, first: &str) -> Diagnostic {
    Diagnostic::new("two-verbs", span, format!("a step has one verb, and this is the second: `{second}`"))
        .label("the second verb")
        .related(first_span, "the first verb")
        .hint(format!("make two steps of it: {{ {first} = … }}, {{ {second} = … }}"))
}

/// A key that does not belong to the step's verb.
#[must_use]
pub fn unknown_step_key<'a>(
    span: Span,
    key: &str,
    verb: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let problem = Diagnostic::new("unknown-key", span, format!("`{verb}` has no key `{}`", shown(key)));
    match (did_you_mean(key, known.clone()), listed(known, "and")) {
        (Some(hint), _) => problem.hint(hint),
        (None, known) if known.is_empty() => problem.hint(format!("`{verb}` takes no other keys")),
        (None, known) => problem.hint(format!("beside `{verb}` may stand {known}")),
    }
}

/// `as` beside a verb that has no value.
#[must_use]
pub fn nothing_to_bind(span: Span, verb: &str) -> Diagnostic {
    Diagnostic::new("nothing-to-bind", span, format!("`{verb}` has no value that `as` could bind"))
        .hint("`as` stands beside `await`, `create_task`, `gather`, `do`, `with`, `async_with` and `timeout`")
}

/// `as` beside a statement that is no expression.
#[must_use]
pub fn statement_has_no_value(span: Span, statement: Span) -> Diagnostic {
    Diagnostic::new("nothing-to-bind", span, "`as` needs a value to bind")
        .related(statement, "this statement has none")
        .hint("write an expression behind `do`, or leave `as` out")
}

/// A key that the verb cannot do without.
#[must_use]
pub fn missing_key(span: Span, verb: &str, key: &str) -> Diagnostic {
    Diagnostic::new("missing-key", span, format!("`{verb}` needs `{key}`")).hint(match (verb, key) {
        ("set", _) => "write { set = \"x\", to = 1 }",
        ("for", "in") => "write { for = \"x\", in = \"range(3)\", steps = [ … ] }",
        ("if", _) => "write { if = \"…\", then = [ … ] }",
        _ => "write its steps behind it: steps = [ … ]",
    })
}

/// A key of a verb that is not there yet.
#[must_use]
pub fn key_not_there_yet(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new("not-supported", span, format!("`{key}` is not supported yet")).hint("leave it out")
}

/// `break = false` and the like.
#[must_use]
pub fn flag_is_false(span: Span, verb: &str) -> Diagnostic {
    Diagnostic::new("flag-is-false", span, format!("`{verb} = false` does nothing"))
        .hint(format!("write {verb} = true, or leave the step out"))
}

/// More branches than are read.
#[must_use]
pub fn too_many_branches(span: Span, most: usize) -> Diagnostic {
    Diagnostic::new("too-deep", span, format!("more than {most} branches")).hint("look the value up in a dict")
}

/// Something in `elif` that is no branch.
#[must_use]
pub fn not_an_elif(span: Span, found: &str) -> Diagnostic {
    Diagnostic::new("missing-key", span, format!("a branch of `elif` has `if` and `then`; this is {found}"))
        .hint("write elif = [ { if = \"…\", then = [ … ] } ]")
}

/// A `try` without anything that takes an exception.
#[must_use]
pub fn try_alone(span: Span) -> Diagnostic {
    Diagnostic::new("missing-key", span, "`try` needs `except` or `finally`")
        .hint("write except = [{ catch = \"ValueError\", as = \"error\", steps = [ … ] }]")
}

/// An `else` of a `try` that has no `except`.
#[must_use]
pub fn else_without_except(span: Span) -> Diagnostic {
    Diagnostic::new("missing-key", span, "`else` of a `try` needs `except`").hint("move its steps to the end of `try`")
}

/// Something else than a handler in `except`.
#[must_use]
pub fn not_a_handler(span: Span, found: &str) -> Diagnostic {
    Diagnostic::new("not-a-handler", span, format!("a handler is {{ catch = …, steps = […] }}, not {found}"))
        .hint("without `catch` it takes every exception; `as` names the exception")
}

/// `raise = false`, or `raise = true` with a cause.
#[must_use]
pub fn nothing_to_raise(span: Span) -> Diagnostic {
    Diagnostic::new("wrong-type", span, "`raise` names no exception")
        .hint("write raise = \"ValueError('text')\"; raise = true alone raises again what is being handled")
}

/// `except` and `except_star` in one `try`.
#[must_use]
pub fn two_kinds_of_handlers(span: Span, plain: Span) -> Diagnostic {
    Diagnostic::new("two-kinds-of-handlers", span, "a `try` has `except` or `except_star`, not both")
        .related(plain, "the other kind is here")
        .hint("put one `try` inside the other")
}

/// A handler of `except_star` that names no class.
#[must_use]
pub fn star_without_class(span: Span) -> Diagnostic {
    Diagnostic::new("missing-key", span, "a handler of `except_star` needs `catch`")
        .hint("write catch = \"Exception\" to take them all")
}

/// Something in the array of a `with` that is no item.
#[must_use]
pub fn not_a_context(span: Span, found: &str) -> Diagnostic {
    Diagnostic::new("not-a-context", span, format!("an item of `with` is code in quotes, not {found}"))
        .hint("write with = [\"first() as a\", \"second()\"]")
}

/// `as` beside an array of items.
#[must_use]
pub fn as_beside_items(span: Span, verb: &str) -> Diagnostic {
    Diagnostic::new("nothing-to-bind", span, "each item of an array names what it binds itself")
        .hint(format!("write {verb} = [\"first() as a\", \"second() as b\"]"))
}
