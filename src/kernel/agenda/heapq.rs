//! CPython's binary heap of timers, to the position: which of two equal deadlines leaves first is an accident of where
//! they lie, and it is reproduced.
//!
//! The rules are those of `heapq.heappush`, `heappop` and `heapify` with nothing but "due earlier" between two timers
//! (`events.py`, `TimerHandle.__lt__`), and of `base_events.py`, `_run_once`, for cancelled ones.

use crate::units::Time;

use super::{Timer, is_worth_sweeping};

/// The agenda of `ties = "heapq"`.
#[derive(Debug, Default)]
pub(super) struct HeapqAgenda {
    /// The children of place p are at 2p + 1 and 2p + 2, and not due earlier.
    heap: Vec<Timer>,
    /// CPython's count of cancelled timers. One that left because it was due is never taken off, as in CPython.
    cancelled: usize,
}

impl HeapqAgenda {
    pub(super) fn push(&mut self, timer: Timer) {
        self.heap.push(timer);
        self.rise(0, self.heap.len() - 1);
    }

    pub(super) const fn cancelled(&self) -> usize {
        self.cancelled
    }

    pub(super) fn note_cancelled(&mut self) {
        self.cancelled += 1;
    }

    pub(super) fn tidy(&mut self, mut is_live: impl FnMut(Timer) -> bool) {
        if is_worth_sweeping(self.cancelled, self.heap.len()) {
            self.heap.retain(|&timer| is_live(timer));
            self.heapify();
            self.cancelled = 0;
            return;
        }
        while let Some(&head) = self.heap.first()
            && !is_live(head)
        {
            self.pop();
            self.cancelled = self.cancelled.saturating_sub(1);
        }
    }

    pub(super) fn earliest(&self) -> Option<Time> {
        self.heap.first().map(|timer| timer.at)
    }

    pub(super) fn pop_due(&mut self, now: Time) -> Option<Timer> {
        if self.earliest()? > now { None } else { self.pop() }
    }

    pub(super) fn len(&self) -> usize {
        self.heap.len()
    }

    pub(super) fn for_each(&self, visit: impl FnMut(Timer)) {
        self.heap.iter().copied().for_each(visit);
    }

    pub(super) fn clear(&mut self) {
        self.heap.clear();
        self.cancelled = 0;
    }

    /// Takes the head; the last timer takes its place and sinks from there.
    fn pop(&mut self) -> Option<Timer> {
        let last = self.heap.pop()?;
        let Some(head) = self.heap.first_mut() else { return Some(last) };
        let head = std::mem::replace(head, last);
        self.sink(0);
        Some(head)
    }

    /// Makes a heap of timers in any order.
    fn heapify(&mut self) {
        for place in (0..self.heap.len() / 2).rev() {
            self.sink(place);
        }
    }

    /// Moves the timer at `place` up, past those that are due later, no further than `top`.
    fn rise(&mut self, top: usize, mut place: usize) {
        while place > top {
            let parent = (place - 1) / 2;
            if self.heap[place].at >= self.heap[parent].at {
                break;
            }
            self.heap.swap(place, parent);
            place = parent;
        }
    }

    /// Moves the timer at `top` all the way down, always to the earlier child, of two equal ones to the right, and up
    /// again from there: `heapq` saves comparisons so, and it is what decides where equal deadlines end up.
    fn sink(&mut self, top: usize) {
        let mut place = top;
        loop {
            let left = 2 * place + 1;
            let right = left + 1;
            let Some(left_timer) = self.heap.get(left) else { break };
            let child = match self.heap.get(right) {
                Some(right_timer) if left_timer.at >= right_timer.at => right,
                Some(_) | None => left,
            };
            self.heap.swap(place, child);
            place = child;
        }
        self.rise(top, place);
    }
}
