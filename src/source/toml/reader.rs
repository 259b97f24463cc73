//! What all parts of reading a spec share: the file, the problems found, and values of each plain type.

use toml::de::{DeArray, DeTable, DeValue};

use crate::diag::catalog::{document, values};
use crate::script::Identifier;
use crate::source::code::Code;
use crate::source::expression::is_name;
use crate::source::problems::Problems;
use crate::units::Span;
use crate::units::time::Delay;

use super::duration::{self, DurationText, Seconds};
use super::literal;
use super::table::{Entry, kind_of};

/// Reads one spec.
pub(crate) struct Reader<'a> {
    /// The whole file.
    pub(crate) file: &'a str,
    /// What is wrong so far.
    pub(crate) problems: Problems,
}

impl<'a> Reader<'a> {
    /// A string's text with the place of each byte.
    pub(crate) fn decode(&self, span: Span) -> Code {
        literal::decode(self.file, span)
    }

    /// A text that is no code.
    pub(crate) fn text(&mut self, entry: &Entry<'a>) -> Option<String> {
        match entry.value {
            DeValue::String(_) => Some(self.decode(entry.span).text().to_owned()),
            other => self.wrong_type(entry, "a text", other),
        }
    }

    /// A text out of a list of them.
    pub(crate) fn texts(&mut self, entry: &Entry<'a>) -> Vec<(String, Span)> {
        let Some(list) = self.list(entry, "a list of texts") else { return Vec::new() };
        let mut texts = Vec::with_capacity(list.len());
        for item in list {
            let element = Entry { value: item.get_ref(), span: super::table::span_of(&item.span()), ..*entry };
            match element.value {
                DeValue::String(_) => texts.push((self.decode(element.span).text().to_owned(), element.span)),
                other => self.wrong_type(&element, "a list of texts", other).unwrap_or_default(),
            }
        }
        texts
    }

    /// `true` or `false`.
    pub(crate) fn boolean(&mut self, entry: &Entry<'a>) -> Option<bool> {
        match entry.value {
            DeValue::Boolean(value) => Some(*value),
            other => self.wrong_type(entry, "`true` or `false`", other),
        }
    }

    /// A whole number.
    pub(crate) fn integer(&mut self, entry: &Entry<'a>) -> Option<i64> {
        let DeValue::Integer(number) = entry.value else {
            return self.wrong_type(entry, "a whole number", entry.value);
        };
        let value = i64::from_str_radix(number.as_str(), number.radix()).ok();
        if value.is_none() {
            self.problems.report(values::integer_too_big(entry.span));
        }
        value
    }

    /// A whole number above zero.
    pub(crate) fn count(&mut self, entry: &Entry<'a>) -> Option<u64> {
        let value = self.integer(entry)?;
        let count = u64::try_from(value).ok().filter(|count| *count > 0);
        if count.is_none() {
            self.problems.report(values::not_positive(entry.span, entry.key));
        }
        count
    }

    /// A constant length of time.
    pub(crate) fn delay(&mut self, entry: &Entry<'a>) -> Option<Delay> {
        let seconds = match entry.value {
            DeValue::Integer(_) => Seconds::Whole(self.integer(entry)?),
            DeValue::Float(float) => Seconds::Fractional(float.as_str().parse().ok()?),
            DeValue::String(_) => match duration::read(self.decode(entry.span).text()) {
                DurationText::Length(seconds) => seconds,
                DurationText::NearMiss(better) => {
                    self.problems.report(values::bad_duration(entry.span, better.as_deref()));
                    return None;
                }
                DurationText::Other => {
                    self.problems.report(values::not_a_constant_duration(entry.span, entry.key));
                    return None;
                }
            },
            other => return self.wrong_type(entry, "a number of seconds or a text such as \"250ms\"", other),
        };
        seconds.delay().map_err(|why| self.problems.report(values::not_a_delay(entry.span, why))).ok()
    }

    /// A list.
    pub(crate) fn list(&mut self, entry: &Entry<'a>, wanted: &str) -> Option<&'a DeArray<'a>> {
        match entry.value {
            DeValue::Array(list) => Some(list),
            other => self.wrong_type(entry, wanted, other),
        }
    }

    /// A table.
    pub(crate) fn table(&mut self, entry: &Entry<'a>, wanted: &str) -> Option<&'a DeTable<'a>> {
        match entry.value {
            DeValue::Table(table) => Some(table),
            other => self.wrong_type(entry, wanted, other),
        }
    }

    /// The key as the name of a function or variable.
    pub(crate) fn name(&mut self, entry: &Entry<'a>) -> Identifier {
        if !is_name(entry.key) {
            self.problems.report(document::not_a_name(entry.key_span, entry.key));
        }
        Identifier { name: entry.key.to_owned(), span: entry.key_span }
    }

    /// Reports that a value is of another type than wanted.
    pub(crate) fn wrong_type<T>(&mut self, entry: &Entry<'a>, wanted: &str, found: &DeValue<'_>) -> Option<T> {
        self.problems.report_gap(values::wrong_type(entry.span, entry.key, wanted, kind_of(found)));
        None
    }
}
