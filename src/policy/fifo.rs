//! First in, first out: asyncio's ready queue. A pass runs exactly what was ready when it began.

use std::collections::VecDeque;

use super::{Discipline, Ready};

/// asyncio's ready queue (`base_events.py`, `_run_once`: `ntodo = len(self._ready)`).
#[derive(Debug, Default)]
pub struct Fifo {
    queue: VecDeque<Ready>,
    left_in_pass: usize,
}

impl Discipline for Fifo {
    #[inline]
    fn enqueue(&mut self, ready: Ready) {
        self.queue.push_back(ready);
    }

    fn make_room(&mut self, more: usize) {
        self.queue.reserve(more);
    }

    #[inline]
    fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    #[inline]
    fn keeps_order(&self) -> bool {
        true
    }

    #[inline]
    fn begin_pass(&mut self) -> usize {
        self.left_in_pass = self.queue.len();
        self.left_in_pass
    }

    #[inline]
    fn next(&mut self) -> Option<Ready> {
        self.left_in_pass = self.left_in_pass.checked_sub(1)?;
        self.queue.pop_front()
    }

    fn left_in_pass(&self) -> usize {
        self.left_in_pass
    }

    fn resume_pass(&mut self, left: usize) {
        self.left_in_pass = left;
    }

    fn for_each(&self, visit: &mut dyn FnMut(&Ready)) {
        self.queue.iter().for_each(visit);
    }

    fn newest(&self, visit: &mut dyn FnMut(&Ready) -> bool) {
        let _ = self.queue.iter().rev().all(visit);
    }
}
