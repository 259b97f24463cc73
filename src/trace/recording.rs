//! A run kept whole: every event, its text, and the names. What analysis, comparisons and tests read.

use std::ops::Range;

use crate::units::id::Id;
use crate::units::{NameId, Names};

use super::event::Event;
use super::sink::{Detail, Sink};

/// A sink that keeps everything it is told.
#[derive(Clone, Debug, Default)]
pub struct Recording {
    detail: Detail,
    names: Names,
    texts: String,
    events: Vec<Event<Range<usize>>>,
}

impl Recording {
    /// An empty recording that asks for `detail`.
    #[must_use]
    pub fn new(detail: Detail) -> Self {
        Self { detail, ..Self::default() }
    }

    /// The events in order.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = Event<&str>> + Clone {
        self.events.iter().map(|event| event.clone().map(|range| &self.texts[range]))
    }

    /// How many events there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The names that the events speak of.
    #[must_use]
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Takes over the names that are new. The table that events come with only grows, so that ids stay what they are.
    pub fn learn(&mut self, names: &Names) {
        for index in self.names.len()..names.len() {
            self.names.intern(names.text(NameId::from_index(index)));
        }
    }

    /// Tells everything again, to another sink, as far as that wants it.
    pub fn replay(&self, sink: &mut impl Sink) {
        let detail = sink.detail();
        for event in self.events().filter(|event| event.kind.level() <= detail) {
            sink.event(&self.names, &event);
        }
    }
}

impl Sink for Recording {
    fn detail(&self) -> Detail {
        self.detail
    }

    fn event(&mut self, names: &Names, event: &Event<&str>) {
        self.learn(names);
        let texts = &mut self.texts;
        self.events.push((*event).map(|text| {
            let start = texts.len();
            texts.push_str(text);
            start..texts.len()
        }));
    }
}
