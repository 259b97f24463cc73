//! A stretch of a source text, in bytes.

/// Bytes `start..end` of a source text as it stands in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte behind the last.
    pub end: u32,
}

impl Span {
    /// The stretch from `start` up to `end`.
    ///
    /// # Panics
    /// When a place is past 4 GiB; sources that long are refused before they are read.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let place = |at| u32::try_from(at).expect("sources are shorter than 4 GiB");
        Self { start: place(start), end: place(end) }
    }

    /// The stretch as a range for slicing.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The smallest stretch that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
