//! The order in which CPython's sort compares (`listobject.c`, `list_sort_impl`): runs, binary insertion, merges that gallop.
//!
//! It goes on in steps. A step compares first and moves behind that, so that one whose comparison must be asked of the script is
//! simply done again when the answer is there.

mod merge;

use super::super::exception::Attempt;
use merge::{Gallop, Merge, Stand, gallop_left, gallop_right, stand_of};

/// So many wins in a row make a merge gallop.
const MIN_GALLOP: usize = 7;
/// Lists shorter than this are one run.
const MAX_MINRUN: usize = 64;

/// Whether the item at the first place is less than that at the second.
pub(crate) type Less<'a> = &'a mut dyn FnMut(usize, usize) -> Attempt<bool>;

/// A sort that goes on.
#[derive(Debug)]
pub(crate) struct Timsort {
    /// The places of the items, in the order that they have by now.
    order: Vec<usize>,
    runs: Vec<Run>,
    /// Where the run begins that is looked at.
    lo: usize,
    minrun: usize,
    min_gallop: usize,
    /// The length of a run that waits for the runs before it to be merged.
    found: Option<usize>,
    /// Whether descending runs may have equal items, as from 3.13 on (gh-116554).
    knows_equal: bool,
    phase: Phase,
}

#[derive(Clone, Copy, Debug)]
struct Run {
    base: usize,
    len: usize,
    power: u32,
}

#[derive(Debug)]
enum Phase {
    Ascending(usize),
    AllEqual(usize),
    Descending { n: usize, equal: usize },
    NotSmaller { n: usize, equal: usize },
    Extending(usize),
    Inserting { at: usize, end: usize },
    Found(usize),
    Collapsing,
    Right(usize),
    Left { a: usize, na: usize, b: usize, nb: usize },
    Low(Merge),
    High(Merge),
    Done,
}

impl Timsort {
    /// A sort of so many items.
    pub(crate) fn new(len: usize, knows_equal: bool) -> Self {
        let (mut n, mut odd) = (len, 0);
        while n >= MAX_MINRUN {
            odd |= n & 1;
            n >>= 1;
        }
        let phase = if len < 2 { Phase::Done } else { Phase::Ascending(1) };
        let (order, runs) = ((0..len).collect(), Vec::new());
        Self { order, runs, lo: 0, minrun: n + odd, min_gallop: MIN_GALLOP, found: None, knows_equal, phase }
    }

    /// How many items it sorts.
    pub(crate) const fn count(&self) -> usize {
        self.order.len()
    }

    /// The places of the items, in order.
    pub(crate) fn into_order(self) -> Vec<usize> {
        self.order
    }

    /// Goes on by a step; whether it is done.
    ///
    /// # Errors
    /// What a comparison gives; then nothing has changed.
    pub(crate) fn step(&mut self, less: Less<'_>) -> Attempt<bool> {
        let (lo, rest) = (self.lo, self.order.len() - self.lo);
        match self.phase {
            Phase::Ascending(n) => {
                self.phase = if n == rest {
                    self.ran(n)
                } else if !self.is_smaller(n, less)? {
                    Phase::Ascending(n + 1)
                } else if n == 1 {
                    Phase::Descending { n: 2, equal: 0 }
                } else if self.knows_equal {
                    Phase::AllEqual(n)
                } else {
                    self.ran(n)
                };
            }
            Phase::AllEqual(n) => {
                self.phase = if less(self.order[lo], self.order[lo + n - 1])? {
                    self.ran(n)
                } else {
                    self.order[lo..lo + n].reverse();
                    Phase::Descending { n: n + 1, equal: 0 }
                };
            }
            Phase::Descending { n, equal } => {
                if n < rest && self.is_smaller(n, less)? {
                    self.reverse_equal(n, equal);
                    self.phase = Phase::Descending { n: n + 1, equal: 0 };
                } else if n < rest && self.knows_equal {
                    self.phase = Phase::NotSmaller { n, equal };
                } else {
                    self.end_descending(n, equal);
                }
            }
            Phase::NotSmaller { n, equal } => {
                if less(self.order[lo + n - 1], self.order[lo + n])? {
                    self.end_descending(n, equal);
                } else {
                    self.phase = Phase::Descending { n: n + 1, equal: equal + 1 };
                }
            }
            Phase::Extending(n) => {
                let is_over = n == rest || self.is_smaller(n, less)?;
                self.phase = if is_over { self.ran(n) } else { Phase::Extending(n + 1) };
            }
            Phase::Inserting { at, end } => {
                if at == end {
                    self.phase = Phase::Found(end);
                } else {
                    let (mut left, mut right) = (0, at);
                    while left < right {
                        let middle = left.midpoint(right);
                        if less(self.order[lo + at], self.order[lo + middle])? {
                            right = middle;
                        } else {
                            left = middle + 1;
                        }
                    }
                    self.order[lo + left..=lo + at].rotate_right(1);
                    self.phase = Phase::Inserting { at: at + 1, end };
                }
            }
            Phase::Found(n) => self.push(n),
            Phase::Collapsing => self.collapse(),
            Phase::Right(i) => {
                let (a, b) = (self.runs[i], self.runs[i + 1]);
                let slice = &self.order[a.base..a.base + a.len];
                let passed = gallop_right(self.order[b.base], slice, 0, less)?;
                self.runs[i].len += b.len;
                self.runs.remove(i + 1);
                let (a, na, b, nb) = (a.base + passed, a.len - passed, b.base, b.len);
                self.phase = if na == 0 { self.merged() } else { Phase::Left { a, na, b, nb } };
            }
            Phase::Left { a, na, b, nb } => {
                let nb = gallop_left(self.order[a + na - 1], &self.order[b..b + nb], nb - 1, less)?;
                if nb == 0 {
                    self.phase = self.merged();
                } else {
                    self.begin_merge(a, na, b, nb);
                }
            }
            Phase::Low(ref mut merge) => {
                let stand = merge.step_low(&mut self.order, &mut self.min_gallop, less)?;
                self.take_stand(stand);
            }
            Phase::High(ref mut merge) => {
                let stand = merge.step_high(&mut self.order, &mut self.min_gallop, less)?;
                self.take_stand(stand);
            }
            Phase::Done => return Ok(true),
        }
        Ok(false)
    }

    /// Whether the item behind the first `n` is less than the last of them.
    fn is_smaller(&self, n: usize, less: Less<'_>) -> Attempt<bool> {
        less(self.order[self.lo + n], self.order[self.lo + n - 1])
    }

    /// The last of `n` items are equal, and keep their order where the run is turned round.
    fn reverse_equal(&mut self, n: usize, equal: usize) {
        if equal > 0 {
            self.order[self.lo + n - equal - 1..self.lo + n].reverse();
        }
    }

    fn end_descending(&mut self, n: usize, equal: usize) {
        self.reverse_equal(n, equal);
        self.order[self.lo..self.lo + n].reverse();
        self.phase = if self.knows_equal { Phase::Extending(n) } else { self.ran(n) };
    }

    /// A run of `n` was there: a short one grows by insertion.
    fn ran(&self, n: usize) -> Phase {
        let end = self.minrun.min(self.order.len() - self.lo);
        if n < end { Phase::Inserting { at: n, end } } else { Phase::Found(n) }
    }

    /// Adds a run, when those before it that are deeper are merged (`found_new_run`).
    fn push(&mut self, n: usize) {
        let count = self.runs.len();
        if let Some(&last) = self.runs.last() {
            let power = power(last.base, last.len, n, self.order.len());
            if count > 1 && self.runs[count - 2].power > power {
                self.found = Some(n);
                self.phase = Phase::Right(count - 2);
                return;
            }
            self.runs[count - 1].power = power;
        }
        self.runs.push(Run { base: self.lo, len: n, power: 0 });
        self.found = None;
        self.lo += n;
        self.phase = if self.lo == self.order.len() { Phase::Collapsing } else { Phase::Ascending(1) };
    }

    /// Merges what is left (`merge_force_collapse`).
    fn collapse(&mut self) {
        let count = self.runs.len();
        self.phase = match count {
            0 | 1 => Phase::Done,
            2 => Phase::Right(0),
            _ if self.runs[count - 3].len < self.runs[count - 1].len => Phase::Right(count - 3),
            _ => Phase::Right(count - 2),
        };
    }

    fn merged(&self) -> Phase {
        self.found.map_or(Phase::Collapsing, Phase::Found)
    }

    fn begin_merge(&mut self, a: usize, na: usize, b: usize, nb: usize) {
        let (a_count, b_count, min_gallop, gallop) = (0, 0, self.min_gallop, Gallop::No);
        let order = &mut self.order;
        let stand;
        if na <= nb {
            let temp = order[a..a + na].to_vec();
            order[a] = order[b];
            let (b, nb, dest) = (b + 1, nb - 1, a + 1);
            stand = stand_of(nb, na);
            self.phase = Phase::Low(Merge { temp, a: 0, na, b, nb, dest, a_count, b_count, min_gallop, gallop });
        } else {
            let temp = order[b..b + nb].to_vec();
            let (na, dest) = (na - 1, b + nb - 1);
            order[dest] = order[a + na];
            stand = stand_of(na, nb);
            self.phase = Phase::High(Merge { temp, a, na, b: 0, nb, dest, a_count, b_count, min_gallop, gallop });
        }
        self.take_stand(stand);
    }

    fn take_stand(&mut self, stand: Stand) {
        let order = &mut self.order;
        match (&self.phase, stand) {
            (_, Stand::GoesOn) => return,
            (Phase::Low(merge), Stand::Succeeded) => {
                order[merge.dest..merge.dest + merge.na].copy_from_slice(&merge.temp[merge.a..merge.a + merge.na]);
            }
            (Phase::Low(merge), Stand::OneLeft) => {
                order.copy_within(merge.b..merge.b + merge.nb, merge.dest);
                order[merge.dest + merge.nb] = merge.temp[merge.a];
            }
            (Phase::High(merge), Stand::Succeeded) => {
                order[merge.dest - merge.nb..merge.dest].copy_from_slice(&merge.temp[..merge.nb]);
            }
            (Phase::High(merge), Stand::OneLeft) => {
                let dest = merge.dest - merge.na;
                order.copy_within(merge.a..merge.a + merge.na, dest);
                order[dest - 1] = merge.temp[0];
            }
            _ => {}
        }
        self.phase = self.merged();
    }
}

/// How deep the border between two runs lies (`powerloop`).
const fn power(base: usize, len: usize, next: usize, all: usize) -> u32 {
    let (mut a, mut result) = (2 * base + len, 0);
    let mut b = a + len + next;
    loop {
        result += 1;
        if a >= all {
            (a, b) = (a - all, b - all);
        } else if b >= all {
            return result;
        }
        (a, b) = (a << 1, b << 1);
    }
}
