//! TOML's own syntax errors, and which other problems are believed beside them.

use indexmap::IndexSet;
use toml::de::Error;

use crate::diag::{Diagnostic, catalog};
use crate::source::problems::Problems;
use crate::units::Span;

use super::lines::Lines;
use super::open::{self, LeftOpen};

/// The codes of problems that broken TOML may bring about by itself: something seems to be missing or in the wrong place.
const FOLLOW_FROM_BROKEN_TOML: &[&str] = &[
    "no-entry",
    "no-steps",
    "no-verb",
    "missing-key",
    "unknown-key",
    "misplaced-key",
    "misplaced-step",
    "two-verbs",
    "unknown-verb",
    "wrong-type",
    "not-a-function",
    "not-called",
    "duplicate-name",
];

/// The parser's message for a key that is there twice.
const DUPLICATE_KEY: &str = "duplicate key";

/// How messages begin that behind an open bracket or string only follow from it.
const FOLLOW_FROM_LEFT_OPEN: &[&str] =
    &["unclosed", "missing", "extra", "unexpected", "key with no value", "invalid", "string values"];

/// The syntax errors of one text.
struct Syntax<'a> {
    text: &'a str,
    lines: Lines,
    left_open: Option<LeftOpen>,
    /// The lines that have been complained about.
    reported: IndexSet<usize>,
    problems: Problems,
    is_broken: bool,
}

/// The problems of TOML and of the spec together, and whether the TOML is broken.
pub(super) fn join(text: &str, errors: &[Error], found: Problems) -> (Problems, bool) {
    if errors.is_empty() {
        return (found, false);
    }
    let is_duplicate = |error: &Error| error.message() == DUPLICATE_KEY;
    let left_open = if errors.iter().all(is_duplicate) { None } else { open::find(text) };
    let (reported, problems) = (IndexSet::new(), Problems::default());
    let mut syntax = Syntax { text, lines: Lines::of(text), left_open, reported, problems, is_broken: false };
    syntax.report_left_open(errors);
    for error in errors {
        syntax.report(error);
    }
    syntax.take_believable(found);
    (syntax.problems, syntax.is_broken)
}

impl Syntax<'_> {
    /// Says what is left open, unless the parser stumbled earlier in that line: then a quote may be a part of the stumble.
    fn report_left_open(&mut self, errors: &[Error]) {
        let (at, problem) = match self.left_open {
            None => return,
            Some(LeftOpen::Bracket(at)) => {
                if !errors.iter().any(|error| error.message().starts_with("unclosed")) {
                    self.left_open = None;
                    return;
                }
                (at, catalog::document::left_open(Span::new(at, at + 1), "bracket"))
            }
            Some(LeftOpen::Text(at)) => {
                let line = self.lines.range(self.lines.number(at));
                let starts = errors.iter().filter_map(Error::span).map(|span| span.start);
                if starts.into_iter().any(|start| line.start <= start && start < at) {
                    self.left_open = None;
                    return;
                }
                (at, catalog::document::left_open(Span::new(at, at + 1), "text"))
            }
        };
        self.is_broken = true;
        self.reported.insert(self.lines.number(at));
        self.problems.report_gap(problem);
    }

    fn report(&mut self, error: &Error) {
        let message = error.message();
        let start = error.span().map_or(0, |span| span.start);
        let follows =
            |opened: usize| start >= opened && FOLLOW_FROM_LEFT_OPEN.iter().any(|word| message.starts_with(word));
        if self
            .left_open
            .is_some_and(|(LeftOpen::Text(at) | LeftOpen::Bracket(at))| follows(at) || message.starts_with("unclosed"))
        {
            return;
        }
        let span = self.place(error);
        let line = self.lines.number(span.start as usize);
        if message == DUPLICATE_KEY
            && self.lines.header_before(line).is_some_and(|header| self.reported.contains(&header))
        {
            // The whole table is there twice, which has been said.
            return;
        }
        if self.reported.insert(line) {
            self.is_broken |= message != DUPLICATE_KEY;
            let problem = self.words(span, message, error.span().is_some_and(|span| span.is_empty()));
            self.problems.report_gap(problem);
        }
    }

    /// The spec's own problems, without those that broken TOML may have brought about.
    fn take_believable(&mut self, found: Problems) {
        if found.is_incomplete() {
            self.problems.mark_incomplete();
        }
        let opened = self.left_open.map_or(usize::MAX, |(LeftOpen::Text(at) | LeftOpen::Bracket(at))| at);
        for problem in found.into_sorted() {
            let start = problem.span.start as usize;
            let is_beside = self.reported.contains(&self.lines.number(start));
            let follows = self.is_broken && FOLLOW_FROM_BROKEN_TOML.contains(&problem.code);
            if !is_beside && !follows && start < opened {
                self.problems.report(problem);
            }
        }
    }

    /// The place of an error: on characters' borders, and never empty where there is something to underline.
    fn place(&self, error: &Error) -> Span {
        let text = self.text;
        let range = error.span().unwrap_or(0..0);
        let start = text.floor_char_boundary(range.start.min(text.len()));
        let end = text.ceil_char_boundary(range.end.clamp(start, text.len()));
        if start < end {
            return Span::new(start, end);
        }
        let line = self.lines.range(self.lines.number(start));
        let behind = &text[start..line.end.max(start)];
        let word = behind.find(|character: char| !character.is_alphanumeric()).unwrap_or(behind.len());
        let next = behind.chars().next().filter(|character| !character.is_whitespace()).map_or(0, char::len_utf8);
        if word.max(next) > 0 {
            let backslash = usize::from(text[..start].ends_with('\\'));
            let length = if backslash == 1 { next } else { word.max(next) };
            return Span::new(start - backslash, start + length);
        }
        let before = text[line.start..start].trim_end();
        let last = before.chars().next_back().map_or(0, char::len_utf8);
        Span::new(line.start + before.len() - last, line.start + before.len())
    }

    /// A syntax error in our words.
    fn words(&self, span: Span, message: &str, is_empty: bool) -> Diagnostic {
        let written = self.text.get(span.range()).unwrap_or("");
        if message == DUPLICATE_KEY {
            return catalog::document::duplicate_key(span, written);
        }
        if message.contains("string values must be quoted") {
            return if is_empty {
                catalog::document::toml_syntax(span, "a value is missing behind this")
            } else {
                let better = written.trim().replace(['"', '\\'], "");
                catalog::document::toml_syntax(span, "texts stand in quotes").hint(format!("write \"{better}\""))
            };
        }
        let problem = catalog::document::toml_syntax(span, message);
        if message.contains("recursion") || message.contains("recurse") {
            return problem.hint("move the inner steps into a coroutine of their own");
        }
        if message.contains("escape") {
            return problem.hint("a backslash is special between double quotes: use 'single quotes', or write \\\\");
        }
        problem
    }
}
