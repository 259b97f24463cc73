//! Problems as data: what is wrong, where, and what to do. Words for each problem stand in [`catalog`]; drawing them in
//! [`render`]. Knows nothing of what finds them.

pub mod catalog;
pub mod render;

use crate::units::Span;

/// One problem of a source text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable name for the kind of problem: `unknown-verb`.
    pub code: &'static str,
    /// What is wrong: a lower-case fragment.
    pub message: String,
    /// The text to underline.
    pub span: Span,
    /// What is said under the underline; may be empty.
    pub label: String,
    /// Other places that matter, each with its words.
    pub related: Vec<(Span, String)>,
    /// What to do about it, one idea each.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// A problem at `span`.
    #[must_use]
    pub fn new(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span, label: String::new(), related: Vec::new(), hints: Vec::new() }
    }

    /// The same with words under the underline.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// The same with another place.
    #[must_use]
    pub fn related(mut self, span: Span, words: impl Into<String>) -> Self {
        self.related.push((span, words.into()));
        self
    }
}
