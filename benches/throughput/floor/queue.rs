//! The timer queues that the floor may choose from. Equal deadlines leave in the order in which they came.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use kitchen_sim::kernel::agenda::{Agenda, Target, Timer};
use kitchen_sim::script::settings::Ties;
use kitchen_sim::units::{CellId, Time};

/// Deadlines in nanoseconds, and the task each wakes.
pub(crate) trait TimerQueue {
    fn new() -> Self;
    fn push(&mut self, at: u64, task: u32);
    fn earliest(&self) -> Option<u64>;
    fn pop_due(&mut self, now: u64) -> Option<u32>;
}

/// The engine's own agenda: a radix heap.
pub(crate) struct Radix(Agenda);

impl TimerQueue for Radix {
    fn new() -> Self {
        Self(Agenda::new(Ties::Fifo))
    }

    #[inline]
    fn push(&mut self, at: u64, task: u32) {
        self.0.push(Timer::new(Time::from_nanoseconds(at), Target::Sleeper(CellId(task)), 0));
    }

    #[inline]
    fn earliest(&self) -> Option<u64> {
        self.0.earliest().map(Time::nanoseconds)
    }

    #[inline]
    fn pop_due(&mut self, now: u64) -> Option<u32> {
        self.0.pop_due(Time::from_nanoseconds(now)).map(|timer| match timer.target() {
            Target::Sleeper(cell) => cell.0,
            Target::Callback(number) => number,
        })
    }
}

/// The standard library's binary heap, with the order of arrival in the key: deadline, arrival, task in 16 bytes.
pub(crate) struct Binary {
    heap: BinaryHeap<Reverse<(u64, u32, u32)>>,
    arrivals: u32,
}

impl TimerQueue for Binary {
    fn new() -> Self {
        Self { heap: BinaryHeap::new(), arrivals: 0 }
    }

    #[inline]
    fn push(&mut self, at: u64, task: u32) {
        self.heap.push(Reverse((at, self.arrivals, task)));
        self.arrivals += 1;
    }

    #[inline]
    fn earliest(&self) -> Option<u64> {
        self.heap.peek().map(|Reverse((at, _, _))| *at)
    }

    #[inline]
    fn pop_due(&mut self, now: u64) -> Option<u32> {
        if self.earliest()? > now {
            return None;
        }
        self.heap.pop().map(|Reverse((_, _, task))| task)
    }
}
