//! A monotone radix heap that keeps the order of equal deadlines without a sequence number.
//!
//! The floor is the deadline of the last timer that left. A later deadline lies in the bucket of the highest digit in
//! which it differs from the floor, and of the value of that digit. When the timers at the floor are used up, the
//! lowest bucket that holds any is taken apart: its earliest deadline becomes the floor and its timers move to lower
//! buckets.
//!
//! Equal deadlines leave in the order in which they came: at any moment all timers of one deadline are in one bucket,
//! for the bucket follows from the deadline and the floor alone; a bucket keeps the order of arrival; and taking one
//! apart moves its timers in that order into buckets that were empty, while the timers of all other buckets stay where
//! they belong, since no digit in which they differ from the floor changes.
//!
//! The floor rises only when a timer is taken, never when the earliest deadline is asked for: until then a new timer
//! may be due earlier. A deadline below the floor was in the past when it was set. Those, and the first few timers of an
//! agenda with empty buckets, lie in a short row in order; those in the past for which it is too long, in a binary heap.
//! A timer goes into the row only if the heap is empty and none with its deadline is in a bucket, and into the heap only
//! below the floor: so of two equal ones the row's came first.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::units::Time;

use super::bucket::{Bucket, Pool, Queue};
use super::row::Row;
use super::{BEGINNING, Timer, is_worth_sweeping};

/// Bits in a digit of a deadline.
const DIGIT_BITS: u32 = 6;
/// Values of a digit.
const DIGITS: usize = 1 << DIGIT_BITS;
/// Digits of a deadline.
const LEVELS: usize = u64::BITS.div_ceil(DIGIT_BITS) as usize;

/// The agenda of `ties = "fifo"`.
#[derive(Debug)]
pub(super) struct RadixAgenda {
    /// The first few timers, in order.
    row: Row,
    /// The timers that are in the past and not in the row, with their order of arrival.
    heap: BinaryHeap<Reverse<Numbered>>,
    /// How many timers have ever been in the heap: the next one's order of arrival.
    heap_arrivals: u64,
    /// The deadline of the last timer that came out of a bucket.
    floor: Time,
    /// The timers whose deadline is the floor.
    current: Queue,
    /// The timers above the floor, by level and digit.
    buckets: Box<[Bucket]>,
    /// Which buckets of a level hold timers, a bit each.
    occupied: [u64; LEVELS],
    /// Which levels do.
    occupied_levels: u32,
    /// The earliest deadline of all.
    earliest: Option<Time>,
    /// Memory that no bucket uses.
    pool: Pool,
    /// How many timers are in buckets.
    in_buckets: usize,
    /// How many have been cancelled since the last sweep and have not been dropped by `tidy`.
    cancelled: usize,
}

/// Where timers lie.
#[derive(Clone, Copy)]
enum Home {
    Row,
    Heap,
    Buckets,
}

/// A timer of the heap: its deadline, then its order of arrival, then the rest of it.
type Numbered = (Time, u64, u64);

fn timer_of(&Reverse((at, _, whom)): &Reverse<Numbered>) -> Timer {
    Timer { at, whom }
}

/// The place of a bucket.
#[derive(Clone, Copy)]
struct Place {
    level: usize,
    digit: usize,
}

impl Place {
    #[inline]
    fn index(self) -> usize {
        self.level * DIGITS + self.digit
    }
}

impl Default for RadixAgenda {
    fn default() -> Self {
        Self {
            row: Row::default(),
            heap: BinaryHeap::new(),
            heap_arrivals: 0,
            floor: Time::from_nanoseconds(BEGINNING),
            current: Queue::default(),
            buckets: (0..LEVELS * DIGITS).map(|_| Bucket::default()).collect(),
            occupied: [0; LEVELS],
            occupied_levels: 0,
            earliest: None,
            pool: Pool::default(),
            in_buckets: 0,
            cancelled: 0,
        }
    }
}

impl RadixAgenda {
    #[inline]
    pub(super) fn push(&mut self, timer: Timer) {
        if self.earliest.is_none_or(|earliest| timer.at < earliest) {
            self.earliest = Some(timer.at);
        }
        let is_past = timer.at < self.floor;
        if !self.row.is_full() && self.heap.is_empty() && (self.in_buckets == 0 || is_past) {
            self.row.insert(timer);
        } else if is_past {
            self.heap.push(Reverse((timer.at, self.heap_arrivals, timer.whom)));
            self.heap_arrivals += 1;
        } else {
            self.in_buckets += 1;
            self.place(timer);
        }
    }

    pub(super) const fn cancelled(&self) -> usize {
        self.cancelled
    }

    #[inline]
    pub(super) fn note_cancelled(&mut self) {
        self.cancelled += 1;
    }

    #[inline]
    pub(super) fn tidy(&mut self, is_live: impl FnMut(Timer) -> bool) {
        if self.cancelled != 0 {
            self.drop_cancelled(is_live);
        }
    }

    #[inline]
    pub(super) fn earliest(&self) -> Option<Time> {
        self.earliest
    }

    #[inline]
    pub(super) fn pop_due(&mut self, now: Time) -> Option<Timer> {
        if self.earliest? > now {
            return None;
        }
        self.pop_first()
    }

    #[inline]
    fn pop_first(&mut self) -> Option<Timer> {
        if self.in_buckets == 0 && self.heap.is_empty() {
            let timer = self.row.pop_front();
            self.earliest = self.row.front().map(|next| next.at);
            return timer;
        }
        self.pop_from_many()
    }

    #[inline(never)]
    fn pop_from_many(&mut self) -> Option<Timer> {
        let timer = match self.first_home() {
            Home::Row => self.row.pop_front(),
            Home::Heap => self.heap.pop().as_ref().map(timer_of),
            Home::Buckets => self.pop_from_buckets(),
        };
        self.earliest = self.find_earliest();
        timer
    }

    #[inline]
    fn pop_from_buckets(&mut self) -> Option<Timer> {
        if self.current.first().is_none() {
            self.raise_floor();
        }
        self.in_buckets -= 1;
        self.current.pop(&mut self.pool)
    }

    /// Where the timer is that leaves first. Those of the heap are below the floor, and below all buckets.
    #[inline]
    fn first_home(&self) -> Home {
        let rest = if self.heap.is_empty() { self.earliest_in_buckets() } else { self.earliest_in_heap() };
        match (self.row.front(), rest) {
            (Some(first), Some(rest)) if first.at <= rest => Home::Row,
            (Some(_), None) => Home::Row,
            _ if self.heap.is_empty() => Home::Buckets,
            _ => Home::Heap,
        }
    }

    #[inline]
    fn find_earliest(&self) -> Option<Time> {
        let rest = if self.heap.is_empty() { self.earliest_in_buckets() } else { self.earliest_in_heap() };
        match (self.row.front(), rest) {
            (Some(first), Some(rest)) => Some(first.at.min(rest)),
            (Some(first), None) => Some(first.at),
            (None, rest) => rest,
        }
    }

    #[inline]
    fn earliest_in_heap(&self) -> Option<Time> {
        self.heap.peek().map(|Reverse((at, ..))| *at)
    }

    #[inline]
    fn earliest_in_buckets(&self) -> Option<Time> {
        if self.in_buckets == 0 {
            return None;
        }
        if self.current.first().is_some() {
            return Some(self.floor);
        }
        self.lowest().map(|place| self.buckets[place.index()].earliest())
    }

    pub(super) fn len(&self) -> usize {
        self.row.len() + self.heap.len() + self.in_buckets
    }

    pub(super) fn for_each(&self, mut visit: impl FnMut(Timer)) {
        self.row.iter().for_each(&mut visit);
        self.heap.iter().map(timer_of).for_each(&mut visit);
        self.current.for_each(&mut visit);
        self.buckets.iter().for_each(|bucket| bucket.for_each(&mut visit));
    }

    pub(super) fn clear(&mut self) {
        self.keep_only(|_| false);
        self.floor = Time::from_nanoseconds(BEGINNING);
    }

    /// Puts a timer that is not below the floor where it belongs.
    #[inline]
    fn place(&mut self, timer: Timer) {
        let at = timer.at.nanoseconds();
        let difference = at ^ self.floor.nanoseconds();
        if difference == 0 {
            self.current.push(timer, &mut self.pool);
            return;
        }
        let level = difference.ilog2() / DIGIT_BITS;
        let digit = (at >> (level * DIGIT_BITS)) as usize % DIGITS;
        let place = Place { level: level as usize, digit };
        self.buckets[place.index()].push(timer, &mut self.pool);
        self.occupied[place.level] |= 1 << digit;
        self.occupied_levels |= 1 << level;
    }

    /// The bucket that holds the earliest deadline above the floor.
    #[inline]
    fn lowest(&self) -> Option<Place> {
        if self.occupied_levels == 0 {
            return None;
        }
        let level = self.occupied_levels.trailing_zeros() as usize;
        Some(Place { level, digit: self.occupied[level].trailing_zeros() as usize })
    }

    /// Notes that a bucket is empty.
    #[inline]
    fn vacate(&mut self, place: Place) {
        self.occupied[place.level] &= !(1 << place.digit);
        self.occupied_levels &= !(u32::from(self.occupied[place.level] == 0) << place.level);
    }

    /// Raises the floor to the earliest deadline and makes its timers the current ones, which are used up.
    #[inline]
    fn raise_floor(&mut self) {
        let Some(place) = self.lowest() else { return };
        self.vacate(place);
        let bucket = &mut self.buckets[place.index()];
        self.floor = bucket.earliest();
        if !self.current.take_over(bucket, &mut self.pool) {
            self.take_apart(place);
        }
    }

    /// Moves a bucket's timers to where they belong under the new floor.
    fn take_apart(&mut self, place: Place) {
        let mut bucket = std::mem::take(&mut self.buckets[place.index()]);
        for chunk in bucket.drain() {
            for &timer in &chunk {
                self.place(timer);
            }
            self.pool.give(chunk);
        }
        self.buckets[place.index()] = bucket;
    }

    /// Drops the cancelled timers at the head, or all of them when they are many.
    #[cold]
    fn drop_cancelled(&mut self, mut is_live: impl FnMut(Timer) -> bool) {
        if is_worth_sweeping(self.cancelled, self.len()) {
            self.keep_only(is_live);
            return;
        }
        while let Some(head) = self.head()
            && !is_live(head)
        {
            self.drop_head(&mut is_live);
        }
        self.earliest = self.find_earliest();
    }

    /// The timer that is due first.
    fn head(&self) -> Option<Timer> {
        match self.first_home() {
            Home::Row => self.row.front().copied(),
            Home::Heap => self.heap.peek().map(timer_of),
            Home::Buckets => {
                let of_bucket = || self.lowest().map(|place| self.buckets[place.index()].first_of_earliest());
                self.current.first().or_else(of_bucket)
            }
        }
    }

    /// Drops the timer that is due first, which is a cancelled one, and when it lies in a bucket all cancelled ones
    /// there: the bucket is gone through only once for all of them. The floor stays.
    fn drop_head(&mut self, is_live: &mut impl FnMut(Timer) -> bool) {
        let length = self.len();
        match self.first_home() {
            Home::Row => drop(self.row.pop_front()),
            Home::Heap => drop(self.heap.pop()),
            Home::Buckets if self.current.pop(&mut self.pool).is_some() => self.in_buckets -= 1,
            Home::Buckets => {
                if let Some(place) = self.lowest() {
                    self.sweep_bucket(place, is_live);
                }
            }
        }
        self.cancelled = self.cancelled.saturating_sub(length - self.len());
    }

    /// Drops a bucket's timers that are not live.
    fn sweep_bucket(&mut self, place: Place, is_live: &mut impl FnMut(Timer) -> bool) {
        let bucket = &mut self.buckets[place.index()];
        self.in_buckets -= bucket.retain(&mut self.pool, is_live);
        if bucket.is_empty() {
            self.vacate(place);
        }
    }

    /// Drops all timers that are not live.
    fn keep_only(&mut self, mut is_live: impl FnMut(Timer) -> bool) {
        self.row.retain(&mut is_live);
        self.heap.retain(|numbered| is_live(timer_of(numbered)));
        self.in_buckets -= self.current.retain(&mut self.pool, &mut is_live);
        for (level, digit) in (0..LEVELS).flat_map(|level| (0..DIGITS).map(move |digit| (level, digit))) {
            if self.occupied[level] & 1 << digit != 0 {
                self.sweep_bucket(Place { level, digit }, &mut is_live);
            }
        }
        self.cancelled = 0;
        self.earliest = self.find_earliest();
    }
}
