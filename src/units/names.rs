//! Names, each kept once and known by a small number.

use super::id::{Id, NameId};
use super::ordered::OrderedSet;

/// The table of names of a program, grown by a run when tasks are given new ones.
#[derive(Clone, Debug, Default)]
pub struct Names {
    texts: OrderedSet<Box<str>>,
}

impl Names {
    /// The id of `text`, which is added when it is new.
    pub fn intern(&mut self, text: &str) -> NameId {
        let index = self.texts.get_index_of(text).unwrap_or_else(|| self.texts.insert_full(text.into()).0);
        NameId::from_index(index)
    }

    /// The id of `text` if it is known.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<NameId> {
        self.texts.get_index_of(text).map(NameId::from_index)
    }

    /// The text of a name.
    ///
    /// # Panics
    /// When the id comes from another table.
    #[must_use]
    pub fn text(&self, name: NameId) -> &str {
        self.texts.get_index(name.index()).expect("a name of this table")
    }

    /// How many names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}
