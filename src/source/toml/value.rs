//! Values that are code, text or durations, with the hints that only someone who knows TOML can give.

use toml::de::DeValue;

use crate::diag::Diagnostic;
use crate::diag::catalog::values;
use crate::script::{Argument, Expression, ExpressionKind, Statement, WithItem};
use crate::source::code::Code;
use crate::source::expression::{self, placeholder};
use crate::units::Span;
use crate::units::time::NotADelay;

use super::duration::{self, DurationText, Seconds};
use super::reader::Reader;
use super::table::{Entry, kind_of};

/// Whether a length of time may be below zero, as asyncio.sleep takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Negative {
    /// It counts as zero.
    Counts,
    /// It is an error.
    Refused,
}

impl<'a> Reader<'a> {
    /// A value: a string is code, numbers and booleans are themselves, everything else is refused.
    pub(crate) fn value(&mut self, entry: &Entry<'a>) -> Expression {
        let span = entry.span;
        let kind = match entry.value {
            DeValue::String(_) => return self.code_value(entry, true),
            DeValue::Integer(_) => self.integer(entry).map_or(ExpressionKind::None, ExpressionKind::Int),
            DeValue::Float(float) => match finite(float.as_str()) {
                Some(number) => ExpressionKind::Float(number),
                None => return self.refused_value(values::not_finite(span)),
            },
            DeValue::Boolean(value) => ExpressionKind::Bool(*value),
            other @ (DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_)) => {
                return self.refused_value(values::not_a_value(span, kind_of(other)));
            }
        };
        Expression { kind, span }
    }

    /// Code alone: a string.
    pub(crate) fn code(&mut self, entry: &Entry<'a>) -> Expression {
        match entry.value {
            DeValue::String(_) => self.code_value(entry, false),
            other => self.refused_value(values::not_code(entry.span, entry.key, kind_of(other))),
        }
    }

    /// One argument of a call: code, or `*` and code.
    pub(crate) fn argument(&mut self, entry: &Entry<'a>) -> Argument {
        let DeValue::String(_) = entry.value else { return Argument::Positional(self.code(entry)) };
        let code = self.decode(entry.span);
        expression::argument(&code, &mut self.problems).unwrap_or_else(|problem| {
            let problem = self.with_hints(problem, &code, entry.span, false);
            Argument::Positional(self.refused_value(problem))
        })
    }

    /// One item of a `with`: code, perhaps with `as` and a target.
    pub(crate) fn context(&mut self, entry: &Entry<'a>) -> Option<WithItem> {
        let code = self.decode(entry.span);
        match expression::context(&code, &mut self.problems) {
            Ok(item) => Some(item),
            Err(problem) => {
                let problem = self.with_hints(problem, &code, entry.span, false);
                self.problems.report_gap(problem);
                None
            }
        }
    }

    fn refused_value(&mut self, problem: Diagnostic) -> Expression {
        let span = problem.span;
        self.problems.report(problem);
        placeholder(span)
    }

    fn code_value(&mut self, entry: &Entry<'a>, may_be_text: bool) -> Expression {
        let code = self.decode(entry.span);
        match expression::expression(&code, code.whole(), &mut self.problems) {
            Ok(expression) => expression,
            Err(problem) => {
                let problem = self.with_hints(problem, &code, entry.span, may_be_text);
                self.refused_value(problem)
            }
        }
    }

    /// What an assignment binds.
    pub(crate) fn target(&mut self, entry: &Entry<'a>) -> Option<Expression> {
        let DeValue::String(_) = entry.value else {
            return self.wrong_type(entry, "a name in quotes", entry.value);
        };
        let code = self.decode(entry.span);
        match expression::target(&code, &mut self.problems) {
            Ok(target) => Some(target),
            Err(problem) => {
                self.problems.report_gap(problem);
                None
            }
        }
    }

    /// One simple statement in a string.
    pub(crate) fn statement(&mut self, span: Span) -> Option<Statement> {
        let code = self.decode(span);
        match expression::statement(&code, code.whole(), &mut self.problems) {
            Ok(statement) => statement,
            Err(problem) => {
                let problem = self.with_hints(problem, &code, span, false);
                self.problems.report_gap(problem);
                None
            }
        }
    }

    /// The inside of an f-string.
    pub(crate) fn format(&mut self, entry: &Entry<'a>) -> Expression {
        let DeValue::String(_) = entry.value else {
            return self.refused_value(values::not_a_text(entry.span, entry.key, kind_of(entry.value)));
        };
        let code = self.decode(entry.span);
        Expression { kind: expression::template(&code, &mut self.problems), span: entry.span }
    }

    /// A length of time: a number of seconds, a number with a unit, or an expression in seconds.
    pub(crate) fn duration(&mut self, entry: &Entry<'a>, negative: Negative) -> Expression {
        let span = entry.span;
        let seconds = match entry.value {
            DeValue::Integer(_) => match self.integer(entry) {
                Some(number) => Seconds::Whole(number),
                None => return placeholder(span),
            },
            DeValue::Float(float) => match float.as_str().parse() {
                Ok(number) => Seconds::Fractional(number),
                Err(_) => return self.refused_value(values::not_finite(span)),
            },
            DeValue::String(_) => match duration::read(self.decode(span).text()) {
                DurationText::Length(seconds) => seconds,
                DurationText::NearMiss(better) => {
                    return self.refused_value(values::bad_duration(span, better.as_deref()));
                }
                DurationText::Other => return self.code_value(entry, false),
            },
            other => {
                let wanted = "a number of seconds or a text such as \"250ms\"";
                return self.refused_value(values::wrong_type(span, entry.key, wanted, kind_of(other)));
            }
        };
        match seconds.delay() {
            Err(NotADelay::Negative) if negative == Negative::Counts => {}
            Err(why) => return self.refused_value(values::not_a_delay(span, why)),
            Ok(_) => {}
        }
        Expression { kind: seconds.literal(), span }
    }

    /// Adds what usually leads to code that is no Python in a TOML file; `span` is the string's.
    fn with_hints(&self, mut problem: Diagnostic, code: &Code, span: Span, may_be_text: bool) -> Diagnostic {
        let raw = self.file.get(span.range()).unwrap_or("");
        if problem.code == "empty-code" {
            problem.span = span;
        } else if problem.code == "unclosed-text" && raw.starts_with('"') && raw.contains('\\') {
            return problem.hint(values::BACKSLASH_HINT);
        } else if let Some(better) = duration_at(code, problem.span) {
            return better;
        } else if may_be_text && is_plain_text(code.text()) {
            return problem.hint(values::text_hint(code.text()));
        }
        problem
    }
}

fn finite(digits: &str) -> Option<f64> {
    digits.parse::<f64>().ok().filter(|number| number.is_finite())
}

/// The problem as one of units, when it lies in a number with a unit.
fn duration_at(code: &Code, place: Span) -> Option<Diagnostic> {
    let text = code.text();
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '.' | '_');
    let mut at = 0;
    for word in text.split(|character| !is_part(character)) {
        let span = code.span(at..at + word.len());
        at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        if place.start < span.start || place.start > span.end {
            continue;
        }
        if let DurationText::Length(seconds) = duration::read(word) {
            return Some(values::unit_in_code(span, word, &seconds.text()));
        }
    }
    None
}

/// Whether this looks like words for people and not like code.
fn is_plain_text(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && !text.contains(['(', ')', '[', ']', '{', '}', '=', '"', '\'', '+', '*', '/', '\n'])
}
