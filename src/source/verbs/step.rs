//! A step that is a table, taken apart.

use crate::source::toml::Entry;
use crate::units::Span;

/// A step with one known verb, all of whose keys belong to it.
pub(super) struct Step<'a> {
    /// The verb with its value.
    pub(super) head: Entry<'a>,
    /// All keys, the verb's too.
    pub(super) entries: Vec<Entry<'a>>,
}

impl<'a> Step<'a> {
    /// The entry of this key.
    pub(super) fn get(&self, key: &str) -> Option<&Entry<'a>> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The verb and its value: where the statement stands.
    pub(super) fn span(&self) -> Span {
        if self.head.span < self.head.key_span { self.head.key_span } else { self.head.key_span.to(self.head.span) }
    }
}
