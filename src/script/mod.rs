//! What a spec means, whatever it was written in: a module of Python statements, with source ranges.
//!
//! TOML and Python both become a [`Script`]; the program is lowered from it and the emitters print it. Knows nothing of
//! files, of how names resolve, or of how anything runs.

pub mod expression;
pub mod settings;
pub mod statement;
pub mod visit;

use std::borrow::Cow;
use std::sync::Arc;

use crate::units::{Dialect, Span};

pub use expression::{
    Argument, BinaryOperator, Comparison, Comprehension, ComprehensionClause, ComprehensionKind, Conversion, DictItem,
    Expression, ExpressionKind, FormatPart, Lambda, UnaryOperator,
};
pub use settings::{Expectations, GoldenPins, PythonVersion, Settings, Ties};
pub use statement::{
    Annotated, Assignment, Class, ExceptHandler, Function, Import, Parameter, ParameterKind, Parameters, Statement,
    StatementKind, WithItem,
};

/// Where a text came from, for diagnostics, and the text itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The path as the user wrote it, `<stdin>` for standard input.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// The path as the program's own texts hold it, where CPython has an absolute one (`initconfig.c`, `config_run_filename_abspath`): a relative path
    /// counts from the root, because no output may depend on the folder that a run is started in.
    #[must_use]
    pub fn absolute_path(&self) -> Cow<'_, str> {
        let is_absolute = self.path.starts_with('/') || self.path.starts_with('<');
        let relative = self.path.strip_prefix("./").unwrap_or(&self.path);
        if is_absolute { Cow::Borrowed(&self.path) } else { Cow::Owned(format!("/{relative}")) }
    }
}

/// A text with the place it was written at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// The name.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// A whole spec.
#[derive(Clone, Debug)]
pub struct Script {
    /// The name shown to people: `name`, or the file's stem.
    pub name: String,
    /// What it is written in.
    pub dialect: Dialect,
    /// For people; empty when none was given.
    pub description: String,
    /// The file's text.
    pub source: Source,
    /// Everything that is not code.
    pub settings: Settings,
    /// What `test` checks, when the spec has `[expect]`.
    pub expectations: Expectations,
    /// The module's statements in order. For a spec these are the functions and coroutines, then the exceptions, then the
    /// globals, then the entry as one expression statement (a coroutine's call inside `asyncio.run`).
    pub module: Vec<Statement>,
    /// The bodies of asyncio's own coroutines, which every script may call.
    pub bodies: Arc<[Statement]>,
    /// The parts of the library that are written in Python, and that this script may use: each is done before the module.
    pub library: Vec<LibraryModule>,
}

/// A module of the library that is written in Python.
#[derive(Clone, Debug)]
pub struct LibraryModule {
    /// Its name.
    pub name: &'static str,
    /// What its classes give as their `__module__`.
    pub home: &'static str,
    /// Its statements.
    pub statements: Arc<[Statement]>,
}
