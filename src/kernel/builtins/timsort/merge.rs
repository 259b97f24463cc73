//! Merging two runs (`listobject.c`, `merge_lo` and `merge_hi`), and galloping through one (`gallop_left`, `gallop_right`).

use super::super::super::exception::Attempt;
use super::{Less, MIN_GALLOP};

/// A merge. The shorter run lies in `temp`: the first one of a low merge, the second one of a high merge.
#[derive(Debug)]
pub(super) struct Merge {
    pub(super) temp: Vec<usize>,
    /// Where what is left of the first run begins; of a low merge in `temp`.
    pub(super) a: usize,
    pub(super) na: usize,
    /// The same of the second run; of a high merge it begins `temp`.
    pub(super) b: usize,
    pub(super) nb: usize,
    /// Where the next item goes, or of a high merge the place behind that.
    pub(super) dest: usize,
    pub(super) a_count: usize,
    pub(super) b_count: usize,
    pub(super) min_gallop: usize,
    pub(super) gallop: Gallop,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gallop {
    No,
    Right,
    Left,
}

/// How a merge stands after a step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    GoesOn,
    /// What is left lies in `temp`.
    Succeeded,
    /// One item is left in `temp`, and belongs behind (low) or before (high) what is left of the other run.
    OneLeft,
}

/// How a merge stands: `other` items are left of the run that is not in `temp`, `own` of the one that is.
pub(super) const fn stand_of(other: usize, own: usize) -> Stand {
    match (other, own) {
        (0, _) | (_, 0) => Stand::Succeeded,
        (_, 1) => Stand::OneLeft,
        _ => Stand::GoesOn,
    }
}

impl Merge {
    /// A step from the front, `merge_lo`.
    pub(super) fn step_low(&mut self, order: &mut [usize], known: &mut usize, less: Less<'_>) -> Attempt<Stand> {
        match self.gallop {
            Gallop::No => {
                let takes_second = less(order[self.b], self.temp[self.a])?;
                if takes_second {
                    self.low_second(order)
                } else {
                    self.low_first(order)
                }
                return Ok(self.count(takes_second, stand_of(self.nb, self.na), known));
            }
            Gallop::Right => {
                let first = &self.temp[self.a..self.a + self.na];
                let wins = gallop_right(order[self.b], first, 0, less)?;
                order[self.dest..self.dest + wins].copy_from_slice(&first[..wins]);
                (self.dest, self.a, self.na) = (self.dest + wins, self.a + wins, self.na - wins);
                self.a_count = wins;
                if wins > 0 && self.na < 2 {
                    return Ok(stand_of(self.nb, self.na));
                }
                self.low_second(order);
                self.gallop = Gallop::Left;
            }
            Gallop::Left => {
                let wins = gallop_left(self.temp[self.a], &order[self.b..self.b + self.nb], 0, less)?;
                order.copy_within(self.b..self.b + wins, self.dest);
                (self.dest, self.b, self.nb) = (self.dest + wins, self.b + wins, self.nb - wins);
                self.b_count = wins;
                if self.nb == 0 {
                    return Ok(Stand::Succeeded);
                }
                self.low_first(order);
                return Ok(self.gallop_on(stand_of(self.nb, self.na), known));
            }
        }
        Ok(stand_of(self.nb, self.na))
    }

    fn low_first(&mut self, order: &mut [usize]) {
        order[self.dest] = self.temp[self.a];
        (self.dest, self.a, self.na) = (self.dest + 1, self.a + 1, self.na - 1);
    }

    fn low_second(&mut self, order: &mut [usize]) {
        order[self.dest] = order[self.b];
        (self.dest, self.b, self.nb) = (self.dest + 1, self.b + 1, self.nb - 1);
    }

    /// A step from the back, `merge_hi`.
    pub(super) fn step_high(&mut self, order: &mut [usize], known: &mut usize, less: Less<'_>) -> Attempt<Stand> {
        match self.gallop {
            Gallop::No => {
                let takes_first = less(self.temp[self.nb - 1], order[self.a + self.na - 1])?;
                if takes_first {
                    self.high_first(order)
                } else {
                    self.high_second(order)
                }
                return Ok(self.count(!takes_first, stand_of(self.na, self.nb), known));
            }
            Gallop::Right => {
                let first = &order[self.a..self.a + self.na];
                let wins = self.na - gallop_right(self.temp[self.nb - 1], first, self.na - 1, less)?;
                let end = self.a + self.na;
                (self.dest, self.na, self.a_count) = (self.dest - wins, self.na - wins, wins);
                order.copy_within(end - wins..end, self.dest);
                if self.na == 0 {
                    return Ok(Stand::Succeeded);
                }
                self.high_second(order);
                self.gallop = Gallop::Left;
            }
            Gallop::Left => {
                let second = &self.temp[..self.nb];
                let wins = self.nb - gallop_left(order[self.a + self.na - 1], second, self.nb - 1, less)?;
                self.dest -= wins;
                order[self.dest..self.dest + wins].copy_from_slice(&second[self.nb - wins..]);
                (self.nb, self.b_count) = (self.nb - wins, wins);
                if wins > 0 && self.nb < 2 {
                    return Ok(stand_of(self.na, self.nb));
                }
                self.high_first(order);
                return Ok(self.gallop_on(stand_of(self.na, self.nb), known));
            }
        }
        Ok(stand_of(self.na, self.nb))
    }

    fn high_first(&mut self, order: &mut [usize]) {
        (self.dest, self.na) = (self.dest - 1, self.na - 1);
        order[self.dest] = order[self.a + self.na];
    }

    fn high_second(&mut self, order: &mut [usize]) {
        (self.dest, self.nb) = (self.dest - 1, self.nb - 1);
        order[self.dest] = self.temp[self.nb];
    }

    /// An item was taken by itself: a run that wins again and again makes the merge gallop.
    fn count(&mut self, is_second: bool, stand: Stand, known: &mut usize) -> Stand {
        let (winner, other) =
            if is_second { (&mut self.b_count, &mut self.a_count) } else { (&mut self.a_count, &mut self.b_count) };
        *winner += 1;
        *other = 0;
        if *winner >= self.min_gallop && stand == Stand::GoesOn {
            self.min_gallop += 1;
            self.gallop_again(known);
        }
        stand
    }

    fn gallop_again(&mut self, known: &mut usize) {
        self.min_gallop -= usize::from(self.min_gallop > 1);
        *known = self.min_gallop;
        self.gallop = Gallop::Right;
    }

    /// Gallops on where that is worth it.
    fn gallop_on(&mut self, stand: Stand, known: &mut usize) -> Stand {
        if stand != Stand::GoesOn {
            return stand;
        }
        if self.a_count >= MIN_GALLOP || self.b_count >= MIN_GALLOP {
            self.gallop_again(known);
            return stand;
        }
        self.min_gallop += 1;
        *known = self.min_gallop;
        (self.a_count, self.b_count, self.gallop) = (0, 0, Gallop::No);
        stand
    }
}

/// How far into a sorted slice an item goes, before those that are equal; it is looked for from `hint` on.
///
/// # Errors
/// What a comparison gives.
pub(super) fn gallop_left(key: usize, slice: &[usize], hint: usize, less: Less<'_>) -> Attempt<usize> {
    search(slice.len(), hint, &mut |at| less(slice[at], key))
}

/// The same, behind those that are equal.
///
/// # Errors
/// What a comparison gives.
pub(super) fn gallop_right(key: usize, slice: &[usize], hint: usize, less: Less<'_>) -> Attempt<usize> {
    search(slice.len(), hint, &mut |at| Ok(!less(key, slice[at])?))
}

/// The first place, of so many, that is not before the one looked for.
fn search(len: usize, hint: usize, is_before: &mut dyn FnMut(usize) -> Attempt<bool>) -> Attempt<usize> {
    let (mut passed, mut offset) = (0, 1);
    // The places up to `low` are before it, `high` and those behind it are not.
    let (mut low, mut high);
    if is_before(hint)? {
        let most = len - hint;
        while offset < most && is_before(hint + offset)? {
            (passed, offset) = (offset, 2 * offset + 1);
        }
        (low, high) = (hint + passed + 1, hint + offset.min(most));
    } else {
        let most = hint + 1;
        while offset < most && !is_before(hint - offset)? {
            (passed, offset) = (offset, 2 * offset + 1);
        }
        (low, high) = (hint + 1 - offset.min(most), hint - passed);
    }
    while low < high {
        let middle = low.midpoint(high);
        if is_before(middle)? { low = middle + 1 } else { high = middle }
    }
    Ok(high)
}
