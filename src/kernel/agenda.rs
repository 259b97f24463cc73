//! The agenda: what is due when. Knows nothing of tasks: a timer names a cell or a callback by its number.
//!
//! With [`Ties::Fifo`] equal deadlines come out in the order in which they went in; with [`Ties::Heapq`] as CPython's
//! binary heap happens to have them. A cancelled timer stays until it reaches the head or until too many have gathered;
//! only the caller knows which ones are cancelled, and says so when asked.

mod bucket;
mod heapq;
mod radix;
mod row;

use crate::script::settings::Ties;
use crate::units::{CellId, Delay, END_OF_TIME, Time};

use heapq::HeapqAgenda;
use radix::RadixAgenda;

/// So many timers are never worth sweeping (`base_events.py`, `_MIN_SCHEDULED_TIMER_HANDLES`).
const SWEEP_ABOVE: usize = 100;

/// Whom a timer wakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The sleep of the task in this cell.
    Sleeper(CellId),
    /// The callback of a `call_later` or `call_at`, by its number.
    Callback(u32),
}

/// The bit of a packed target that tells a callback from a sleeper.
const CALLBACK_BIT: u32 = 1 << 31;

/// Where the run's beginning lies among deadlines: those before it have as much room.
const BEGINNING: u64 = END_OF_TIME.nanoseconds();

/// A deadline and whom it wakes, in 16 bytes: a million of them are in memory at once.
///
/// Its deadline is counted from `BEGINNING` nanoseconds before the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timer {
    at: Time,
    /// Its target, and above it the generation: in one word, which is written and read whole.
    whom: u64,
}

const _: () = assert!(size_of::<Timer>() == 16);

impl Timer {
    /// A timer that is due `at`. `generation` is the caller's own: with it a place that has been used anew since
    /// is told from the one that was meant.
    ///
    /// # Panics
    /// When the target's number is 2³¹ or more.
    #[inline]
    #[must_use]
    pub fn new(at: Time, target: Target, generation: u32) -> Self {
        Self::counted(counted(at), target, generation)
    }

    /// A timer that was due before the run began, by up to [`END_OF_TIME`] (`base_events.py`, `call_at`).
    ///
    /// # Panics
    /// When the target's number is 2³¹ or more.
    #[must_use]
    pub fn early(by: Delay, target: Target, generation: u32) -> Self {
        Self::counted(Time::from_nanoseconds(BEGINNING.saturating_sub(by.nanoseconds())), target, generation)
    }

    #[inline]
    fn counted(at: Time, target: Target, generation: u32) -> Self {
        let (number, bit) = match target {
            Target::Sleeper(cell) => (cell.0, 0),
            Target::Callback(number) => (number, CALLBACK_BIT),
        };
        assert!(number < CALLBACK_BIT, "fewer than 2^31 cells and callbacks");
        Self { at, whom: u64::from(number | bit) | u64::from(generation) << 32 }
    }

    /// When it is due; the beginning of the run, when it was due before.
    #[inline]
    #[must_use]
    pub const fn at(self) -> Time {
        since_beginning(self.at)
    }

    /// Whom it wakes.
    #[inline]
    #[must_use]
    pub const fn target(self) -> Target {
        let target = self.whom as u32;
        if target & CALLBACK_BIT == 0 {
            Target::Sleeper(CellId(target))
        } else {
            Target::Callback(target & !CALLBACK_BIT)
        }
    }

    /// The generation it was made with.
    #[inline]
    #[must_use]
    pub const fn generation(self) -> u32 {
        (self.whom >> 32) as u32
    }
}

#[inline]
const fn counted(at: Time) -> Time {
    Time::from_nanoseconds(at.nanoseconds().saturating_add(BEGINNING))
}

#[inline]
const fn since_beginning(at: Time) -> Time {
    Time::from_nanoseconds(at.nanoseconds().saturating_sub(BEGINNING))
}

/// All timers that are set, in order of their deadlines.
///
/// A pass of the loop calls [`tidy`](Self::tidy), then asks for [`earliest`](Self::earliest) if nothing is ready, and
/// takes what is due with [`pop_due`](Self::pop_due).
#[derive(Debug)]
pub struct Agenda(Order);

/// How equal deadlines are ordered.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "a run has one agenda, and asks it at every event")]
enum Order {
    Fifo(RadixAgenda),
    Heapq(HeapqAgenda),
}

impl Agenda {
    /// An empty agenda.
    #[must_use]
    pub fn new(ties: Ties) -> Self {
        Self(match ties {
            Ties::Fifo => Order::Fifo(RadixAgenda::default()),
            Ties::Heapq => Order::Heapq(HeapqAgenda::default()),
        })
    }

    /// Sets a timer. Its deadline may be in the past: it sorts before all later ones.
    #[inline]
    pub fn push(&mut self, timer: Timer) {
        match &mut self.0 {
            Order::Fifo(agenda) => agenda.push(timer),
            Order::Heapq(agenda) => agenda.push(timer),
        }
    }

    /// Says that one of the timers in here has been cancelled. To be called once for each, and not for one that
    /// [`pop_due`](Self::pop_due) has handed out already (`base_events.py`, `_timer_handle_cancelled`).
    #[inline]
    pub fn note_cancelled(&mut self) {
        match &mut self.0 {
            Order::Fifo(agenda) => agenda.note_cancelled(),
            Order::Heapq(agenda) => agenda.note_cancelled(),
        }
    }

    /// Drops the cancelled timers at the head, or all of them when they are many, so that
    /// [`earliest`](Self::earliest) is the deadline of a live one. To be called at the beginning of every pass
    /// (`base_events.py`, `_run_once`).
    #[inline]
    pub fn tidy(&mut self, is_live: impl FnMut(Timer) -> bool) {
        match &mut self.0 {
            Order::Fifo(agenda) => agenda.tidy(is_live),
            Order::Heapq(agenda) => agenda.tidy(is_live),
        }
    }

    /// The earliest deadline.
    #[inline]
    #[must_use]
    pub fn earliest(&self) -> Option<Time> {
        let earliest = match &self.0 {
            Order::Fifo(agenda) => agenda.earliest(),
            Order::Heapq(agenda) => agenda.earliest(),
        };
        earliest.map(since_beginning)
    }

    /// Takes the earliest timer if it is due: its deadline is `now` or before. It may be a cancelled one, if one that
    /// is still live came due before it.
    #[inline]
    pub fn pop_due(&mut self, now: Time) -> Option<Timer> {
        let now = counted(now);
        match &mut self.0 {
            Order::Fifo(agenda) => agenda.pop_due(now),
            Order::Heapq(agenda) => agenda.pop_due(now),
        }
    }

    /// How many of the timers are counted as cancelled (`base_events.py`, `_timer_cancelled_count`).
    #[must_use]
    pub const fn cancelled(&self) -> usize {
        match &self.0 {
            Order::Fifo(agenda) => agenda.cancelled(),
            Order::Heapq(agenda) => agenda.cancelled(),
        }
    }

    /// How many timers are set, cancelled ones that are still here included.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Order::Fifo(agenda) => agenda.len(),
            Order::Heapq(agenda) => agenda.len(),
        }
    }

    /// Whether no timer is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Shows every timer, for the collector of garbage; in no order that means anything.
    pub fn for_each(&self, visit: impl FnMut(Timer)) {
        match &self.0 {
            Order::Fifo(agenda) => agenda.for_each(visit),
            Order::Heapq(agenda) => agenda.for_each(visit),
        }
    }

    /// Removes every timer and keeps the memory.
    pub fn clear(&mut self) {
        match &mut self.0 {
            Order::Fifo(agenda) => agenda.clear(),
            Order::Heapq(agenda) => agenda.clear(),
        }
    }
}

/// Whether `cancelled` of `all` timers are so many that sweeping all of them is worth it
/// (`base_events.py`, `_run_once`: more than 100 timers and over half of them cancelled).
fn is_worth_sweeping(cancelled: usize, all: usize) -> bool {
    all > SWEEP_ABOVE && cancelled * 2 > all
}

#[cfg(test)]
mod tests;
