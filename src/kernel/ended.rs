//! What coroutines and generators were that are over, whose cells others use by now.

use indexmap::{IndexMap, IndexSet};

use crate::units::{CellId, CodeId, NameId};

/// So many changes of what a cell was used for are remembered.
const MOST_CHANGES: usize = 64;

/// What ran in a cell, and by which names, if not by its code's own.
pub(super) type Body = (CodeId, Option<(NameId, NameId)>);

/// A [`Body`] by a number: a code's own, or that of one with names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct BodyId(u32);

/// The bit of a number of a body with names of its own.
const NAMED: u32 = 1 << 31;

/// Nothing yet.
const NOTHING: BodyId = BodyId(u32::MAX);

/// By cell and by which use of the cell is meant, what coroutines and generators were that are over.
#[derive(Debug, Default)]
pub(super) struct Ended {
    /// What was over last in each cell.
    last: Vec<BodyId>,
    /// In cells that were used for more than one body: from which use on for which.
    changes: IndexMap<CellId, Vec<(u32, BodyId)>>,
    named: IndexSet<Body>,
}

impl Ended {
    /// What ran in `cell` as its use `identity` is over.
    #[inline]
    pub(super) fn note(&mut self, cell: CellId, identity: u32, code: CodeId, names: Option<(NameId, NameId)>) {
        if self.last.get(cell.0 as usize) != Some(&BodyId(code.0)) || names.is_some() {
            self.note_change(cell, identity, (code, names));
        }
    }

    #[inline(never)]
    fn note_change(&mut self, cell: CellId, identity: u32, body: Body) {
        let id = match body {
            (code, None) => BodyId(code.0),
            _ => BodyId(NAMED | u32::try_from(self.named.insert_full(body).0).expect("fewer than 2³¹ names")),
        };
        let index = cell.0 as usize;
        if self.last.len() <= index {
            self.last.resize(index + 1, NOTHING);
        }
        let before = std::mem::replace(&mut self.last[index], id);
        if before == NOTHING || before == id {
            return;
        }
        let changes = self.changes.entry(cell).or_insert_with(|| vec![(0, before)]);
        changes.push((identity, id));
        if changes.len() > MOST_CHANGES {
            changes.remove(0);
        }
    }

    /// What ran in `cell` as its use `identity`, which is over; `None` where that is not known any more.
    #[must_use]
    pub(super) fn body(&self, cell: CellId, identity: u32) -> Option<Body> {
        let id = match self.changes.get(&cell) {
            Some(changes) => changes.iter().rev().find(|(from, _)| *from <= identity)?.1,
            None => *self.last.get(cell.0 as usize).filter(|last| **last != NOTHING)?,
        };
        if id.0 & NAMED == 0 {
            return Some((CodeId(id.0), None));
        }
        self.named.get_index((id.0 & !NAMED) as usize).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_tells_what_each_of_its_uses_was() {
        let mut ended = Ended::default();
        let renamed = Some((NameId(4), NameId(5)));
        ended.note(CellId(1), 3, CodeId(7), None);
        assert_eq!(ended.body(CellId(1), 2), Some((CodeId(7), None)));
        ended.note(CellId(1), 5, CodeId(8), renamed);
        ended.note(CellId(1), 6, CodeId(8), renamed);
        ended.note(CellId(1), 9, CodeId(7), None);
        let seen: Vec<_> = [3, 4, 5, 8, 9].map(|identity| ended.body(CellId(1), identity)).into();
        let (first, second) = (Some((CodeId(7), None)), Some((CodeId(8), renamed)));
        assert_eq!(seen, [first, first, second, second, first]);
        assert_eq!(ended.body(CellId(0), 0), None);
    }
}
