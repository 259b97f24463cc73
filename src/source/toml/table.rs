//! The parser's tables as lists of entries with places.

use toml::de::{DeTable, DeValue};

use crate::units::Span;

/// One key with its value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'a> {
    /// The key, quotes and escapes undone.
    pub(crate) key: &'a str,
    /// Where the key stands.
    pub(crate) key_span: Span,
    /// The value.
    pub(crate) value: &'a DeValue<'a>,
    /// Where the value stands; of a table with a header of its own, the header.
    pub(crate) span: Span,
}

/// The entries of a table in the order in which they are written.
pub(crate) fn entries<'a>(table: &'a DeTable<'a>) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref(),
            key_span: span_of(&key.span()),
            value: value.get_ref(),
            span: span_of(&value.span()),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span);
    entries
}

/// A place of the parser's as ours.
pub(crate) fn span_of(range: &std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end.max(range.start))
}

/// What a value is, in words.
pub(crate) fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
