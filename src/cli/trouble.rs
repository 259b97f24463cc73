//! What keeps a command from its work. It is told on standard error, and the exit code is 2.

use std::fmt::Write as _;

/// A trouble and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Something outside the spec: a file, a flag.
    Outside {
        /// What is wrong: a lower-case fragment.
        message: String,
        /// What to do about it.
        hints: Vec<String>,
    },
    /// The spec is invalid: its problems, drawn.
    Invalid(String),
}

impl Trouble {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self::Outside { message: message.into(), hints: Vec::new() }
    }

    /// The same with a hint, when there is one.
    pub(super) fn hint(mut self, hint: impl Into<Option<String>>) -> Self {
        if let Self::Outside { hints, .. } = &mut self {
            hints.extend(hint.into());
        }
        self
    }

    /// All of it, in lines.
    pub(super) fn draw(&self) -> String {
        match self {
            Self::Invalid(drawn) => drawn.clone(),
            Self::Outside { message, hints } => {
                let mut text = format!("error: {message}\n");
                for hint in hints {
                    writeln!(text, "  help: {hint}").expect("a string takes everything");
                }
                text
            }
        }
    }
}
