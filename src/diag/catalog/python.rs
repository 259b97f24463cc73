//! Problems of the Python inside a source: its syntax, and what a script cannot carry.

use crate::diag::Diagnostic;
use crate::units::{Dialect, Span};

/// No code at all.
#[must_use]
pub fn empty(span: Span) -> Diagnostic {
    Diagnostic::new("empty-code", span, "code was expected, and there is none")
}

/// Code that nests too deeply.
#[must_use]
pub fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::new("too-deep", span, "this code nests too deeply").hint("give parts of it names of their own")
}

/// A bracket that is never closed.
#[must_use]
pub fn unclosed(span: Span) -> Diagnostic {
    Diagnostic::new("python-syntax", span, "this is not Python").label("this bracket is never closed")
}

/// Code that is no Python; `words` say why.
#[must_use]
pub fn syntax(span: Span, words: &str) -> Diagnostic {
    Diagnostic::new("python-syntax", span, "this is not Python").label(words)
}

/// A Python string without its closing quote.
#[must_use]
pub fn unclosed_text(span: Span) -> Diagnostic {
    Diagnostic::new("unclosed-text", span, "this is not Python").label("this text has no closing quote")
}

/// `=` in an expression.
#[must_use]
pub fn assignment_in_expression(span: Span, dialect: Dialect) -> Diagnostic {
    syntax(span, "an assignment is no expression").hint(match dialect {
        Dialect::Spec => "to compare write `==`; to assign write { set = \"x\", to = \"…\" } or the string \"x = …\"",
        Dialect::Python => "to compare write `==`; to assign inside an expression write `:=`",
    })
}

/// `print x`
#[must_use]
pub fn print_is_a_function(span: Span, dialect: Dialect) -> Diagnostic {
    Diagnostic::new("python-syntax", span, "this is not Python 3").label("`print` is a function").hint(match dialect {
        Dialect::Spec => "write print(…), or the verb { print = \"…\" }",
        Dialect::Python => "write print(…)",
    })
}

/// A keyword argument that a call gives twice.
#[must_use]
pub fn argument_given_twice(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new("python-syntax", span, format!("`{}` is given twice in this call", super::shown(name)))
}

/// A part of Python that scripts do not have; `instead` says what to write.
#[must_use]
pub fn unsupported(span: Span, what: &str, instead: &str) -> Diagnostic {
    Diagnostic::new("not-supported", span, format!("{what} is not supported")).hint(instead)
}

/// `a @ b`
#[must_use]
pub fn matrix_multiplication(span: Span) -> Diagnostic {
    unsupported(span, "matrix multiplication", "write a loop or a sum")
}

/// An integer of more digits than Python reads.
#[must_use]
pub fn integer_too_long(span: Span) -> Diagnostic {
    Diagnostic::new("integer-too-big", span, "this integer has more than 4300 digits")
        .hint("calculate it: 10 ** 4300, say")
}

/// Something that cannot be assigned to; `what` names it.
#[must_use]
pub fn not_assignable(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new("not-assignable", span, format!("{what} cannot be assigned to"))
        .hint("write a name, \"a, b\", \"x[i]\" or \"x.y\"")
}

/// A keyword where a name is wanted.
#[must_use]
pub fn keyword(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new("not-assignable", span, format!("`{word}` is a keyword of Python")).hint("choose another name")
}

/// `*x` as a target alone.
#[must_use]
pub fn lone_star(span: Span) -> Diagnostic {
    Diagnostic::new("not-assignable", span, "`*` alone cannot be assigned to").hint("write \"*x,\" with a comma")
}

/// Two starred targets in one assignment.
#[must_use]
pub fn two_stars(span: Span) -> Diagnostic {
    Diagnostic::new("not-assignable", span, "only one target can have a `*`")
}

/// More than one statement in a string.
#[must_use]
pub fn several_statements(span: Span) -> Diagnostic {
    Diagnostic::new("several-statements", span, "a string holds one statement")
        .label("this is the second")
        .hint("make a step of each")
}

/// A statement with a block in a string.
#[must_use]
pub fn block_in_a_string(span: Span, word: &str, instead: &str) -> Diagnostic {
    Diagnostic::new("block-in-a-string", span, format!("`{word}` with a block does not fit in a string"))
        .hint(format!("write it as a table: {instead}"))
}

/// `x: int` without a value.
#[must_use]
pub fn annotation_alone(span: Span) -> Diagnostic {
    Diagnostic::new("not-supported", span, "an annotation without a value does nothing")
        .hint("give it a value, or leave it out")
}

/// `import …`
#[must_use]
pub fn import_not_needed(span: Span) -> Diagnostic {
    Diagnostic::new("not-supported", span, "a spec has no imports")
        .hint("leave it out: asyncio's names, time, random and math are there already")
}

/// `from .module import …`
#[must_use]
pub fn relative_import(span: Span) -> Diagnostic {
    unsupported(span, "a relative import", "put what the program needs into this one file")
}

/// A comment block for the simulator that is never closed.
#[must_use]
pub fn unclosed_header(span: Span) -> Diagnostic {
    Diagnostic::new("header", span, "this block is never closed")
        .label("every line behind it begins with `# `")
        .hint("end it with a line `# ///`")
}

/// A second comment block for the simulator.
#[must_use]
pub fn second_header(span: Span, first: Span) -> Diagnostic {
    Diagnostic::new("header", span, "a file has one such block").related(first, "the first").hint("join them")
}

/// A comment block whose name is nearly the simulator's.
#[must_use]
pub fn misnamed_header(span: Span) -> Diagnostic {
    Diagnostic::new("header", span, "this block has another name").hint("write `# /// kitchen-sim`")
}

/// A key of a spec that stands for code, in a Python file's comment block.
#[must_use]
pub fn code_in_header(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new("unknown-key", span, format!("`{}` has no place in a Python file", super::shown(key)))
        .hint("write it in Python, below the block")
}

/// `}` without `{` in a text.
#[must_use]
pub fn lone_closing_brace(span: Span) -> Diagnostic {
    Diagnostic::new("format", span, "this `}` closes nothing").hint("write `}}` for a brace in the text")
}

/// `{` without `}` in a text.
#[must_use]
pub fn unclosed_brace(span: Span) -> Diagnostic {
    Diagnostic::new("format", span, "this `{` is never closed").hint("write `{{` for a brace in the text")
}

/// `{}` in a text.
#[must_use]
pub fn empty_field(span: Span) -> Diagnostic {
    Diagnostic::new("format", span, "there is nothing between these braces")
        .hint("write an expression, or `{{` and `}}` for braces in the text")
}

/// `{x!z}` in a text.
#[must_use]
pub fn unknown_conversion(span: Span) -> Diagnostic {
    Diagnostic::new("format", span, "behind `!` stands `r`, `s` or `a`")
}
