//! The first few timers of an agenda, in order, in a ring.

use crate::units::{CellId, Time};

use super::{Target, Timer};

/// So many timers are faster in a row.
const FEW: usize = 32;

/// Up to [`FEW`] timers in the order of their deadlines; of two equal ones the one that came first is before the other.
#[derive(Debug)]
pub(super) struct Row {
    timers: [Timer; FEW],
    /// The first of them and the place behind the last, which go round and round.
    first: usize,
    end: usize,
}

impl Default for Row {
    fn default() -> Self {
        let nothing = Timer::new(Time::ZERO, Target::Sleeper(CellId(0)), 0);
        Self { timers: [nothing; FEW], first: 0, end: 0 }
    }
}

impl Row {
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.end.wrapping_sub(self.first)
    }

    #[inline]
    pub(super) fn is_full(&self) -> bool {
        self.len() == FEW
    }

    #[inline]
    pub(super) fn front(&self) -> Option<&Timer> {
        (self.first != self.end).then(|| &self.timers[self.first % FEW])
    }

    #[inline]
    pub(super) fn pop_front(&mut self) -> Option<Timer> {
        let first = *self.front()?;
        self.first = self.first.wrapping_add(1);
        Some(first)
    }

    /// Puts a timer behind those that are due when it is, or before. There must be room.
    #[inline]
    pub(super) fn insert(&mut self, timer: Timer) {
        debug_assert!(!self.is_full(), "there is room");
        let mut place = self.end;
        while place != self.first {
            let before = self.timers[place.wrapping_sub(1) % FEW];
            if before.at <= timer.at {
                break;
            }
            self.timers[place % FEW] = before;
            place = place.wrapping_sub(1);
        }
        self.timers[place % FEW] = timer;
        self.end = self.end.wrapping_add(1);
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Timer> {
        (0..self.len()).map(|place| self.timers[self.first.wrapping_add(place) % FEW])
    }

    pub(super) fn retain(&mut self, mut is_kept: impl FnMut(Timer) -> bool) {
        let mut kept = Self::default();
        self.iter().filter(|timer| is_kept(*timer)).for_each(|timer| kept.insert(timer));
        *self = kept;
    }
}
