//! What is wrong with a source, gathered while it is read: reading goes on behind a problem.

use crate::diag::Diagnostic;

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Diagnostic>,
    incomplete: bool,
}

impl Problems {
    /// Notes a problem; what was read stands for the whole all the same.
    pub(crate) fn report(&mut self, problem: Diagnostic) {
        self.found.push(problem);
    }

    /// Notes a problem for which a statement was left out, so that names may be missing from what was read.
    pub(crate) fn report_gap(&mut self, problem: Diagnostic) {
        self.found.push(problem);
        self.incomplete = true;
    }

    /// Takes over what was found elsewhere.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.found.extend(other.found);
        self.incomplete |= other.incomplete;
    }

    /// Notes that a statement was left out.
    pub(crate) fn mark_incomplete(&mut self) {
        self.incomplete = true;
    }

    /// Forgets all but the first `count`, for a better word about the rest.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.found.truncate(count);
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// Whether statements were left out.
    pub(crate) fn is_incomplete(&self) -> bool {
        self.incomplete
    }

    /// Whether nothing is wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Everything that is wrong, sorted by place.
    pub(crate) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|problem| problem.span);
        self.found
    }
}
