//! The lines of a spec, and which of them are headers of tables.

use std::ops::Range;

/// Where lines begin.
pub(super) struct Lines {
    starts: Vec<usize>,
    /// The lines that begin with `[`.
    headers: Vec<usize>,
    length: usize,
}

impl Lines {
    /// The lines of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        let is_header = |line: &usize| text[starts[*line]..].starts_with('[');
        let headers = (0..starts.len()).filter(is_header).collect();
        Self { starts, headers, length: text.len() }
    }

    /// The number of the line that holds byte `at`, from 0.
    pub(super) fn number(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The bytes of a line, without the newline at its end.
    pub(super) fn range(&self, number: usize) -> Range<usize> {
        let end = self.starts.get(number + 1).map_or(self.length, |next| next - 1);
        self.starts[number]..end
    }

    /// The last header before a line.
    pub(super) fn header_before(&self, number: usize) -> Option<usize> {
        let behind = self.headers.partition_point(|header| *header < number);
        behind.checked_sub(1).map(|index| self.headers[index])
    }
}
