//! A piece of Python as the file has it: its text with escapes undone, and where each byte of that text stands in the file.
//!
//! Knows nothing of grammars. Promises that every place it gives lies inside the piece and on a character's border.

use std::ops::Range;

use crate::units::Span;

/// Text taken out of a file, with the way back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Code {
    text: String,
    runs: Vec<Run>,
    /// The first byte of the piece in the file, for when it is empty.
    start: usize,
}

/// A stretch of the text and of the file that say the same: byte for byte when both are equally long, else one escape.
#[derive(Clone, Copy, Debug)]
struct Run {
    text_start: usize,
    text_length: usize,
    file_start: usize,
    file_length: usize,
}

impl Code {
    /// An empty piece whose first byte stands at `start` in the file.
    pub(crate) fn at(start: usize) -> Self {
        Self { text: String::new(), runs: Vec::new(), start }
    }

    /// Adds text that stands in the file as it is, from `file_start` on.
    pub(crate) fn push_plain(&mut self, text: &str, file_start: usize) {
        self.push(text, file_start, text.len());
    }

    /// Adds text that `file_length` bytes of the file stand for; equal lengths mean that it stands there as it is.
    pub(crate) fn push(&mut self, text: &str, file_start: usize, file_length: usize) {
        if text.is_empty() {
            return;
        }
        let run = Run { text_start: self.text.len(), text_length: text.len(), file_start, file_length };
        self.runs.push(run);
        self.text.push_str(text);
    }

    /// A part of this piece between texts that the file does not have. Places in those are the part's ends.
    pub(crate) fn framed(&self, before: &str, range: Range<usize>, behind: &str) -> Self {
        let span = self.span(range.clone());
        let mut framed = Self::at(span.start as usize);
        framed.push(before, span.start as usize, 0);
        framed.push_part(self, range);
        framed.push(behind, span.end as usize, 0);
        framed
    }

    /// Adds a part of another piece of the same file.
    fn push_part(&mut self, other: &Self, range: Range<usize>) {
        for run in &other.runs {
            let (start, end) = (run.text_start.max(range.start), (run.text_start + run.text_length).min(range.end));
            if start >= end {
                continue;
            }
            let skipped = if run.is_plain() { start - run.text_start } else { 0 };
            let length = if run.is_plain() { end - start } else { run.file_length };
            self.push(&other.text[start..end], run.file_start + skipped, length);
        }
    }

    /// The text, escapes undone.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the whole text.
    pub(crate) fn whole(&self) -> Range<usize> {
        0..self.text.len()
    }

    /// Where these bytes of the text stand in the file. An empty range gives an empty span.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        let start = self.file_start(range.start);
        if range.end <= range.start {
            return Span::new(start, start);
        }
        Span::new(start, self.file_end(range.end).max(start))
    }

    fn file_start(&self, at: usize) -> usize {
        match self.run_of(at) {
            Some(run) if run.is_plain() => run.file_start + (at - run.text_start),
            Some(run) => run.file_start,
            None => self.runs.last().map_or(self.start, |run| run.file_start + run.file_length),
        }
    }

    fn file_end(&self, end: usize) -> usize {
        match self.run_of(end - 1) {
            Some(run) if run.is_plain() => run.file_start + (end - run.text_start),
            Some(run) => run.file_start + run.file_length,
            None => self.runs.last().map_or(self.start, |run| run.file_start + run.file_length),
        }
    }

    /// The run that holds byte `at` of the text; `None` behind the last.
    fn run_of(&self, at: usize) -> Option<&Run> {
        let behind = self.runs.partition_point(|run| run.text_start <= at);
        let run = self.runs.get(behind.checked_sub(1)?)?;
        (at < run.text_start + run.text_length).then_some(run)
    }
}

impl Run {
    /// An escape is always longer in the file than what it stands for.
    fn is_plain(self) -> bool {
        self.text_length == self.file_length
    }
}
