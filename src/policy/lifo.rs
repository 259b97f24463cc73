//! Last in, first out: what became ready last runs first. A pass still runs only what was ready when it began.

use super::{Discipline, Ready};

/// A stack of ready handles, cut into passes.
#[derive(Debug, Default)]
pub struct Lifo {
    waiting: Vec<Ready>,
    pass: Vec<Ready>,
}

impl Discipline for Lifo {
    fn enqueue(&mut self, ready: Ready) {
        self.waiting.push(ready);
    }

    fn make_room(&mut self, more: usize) {
        self.waiting.reserve(more);
    }

    fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.pass.is_empty()
    }

    fn keeps_order(&self) -> bool {
        false
    }

    fn begin_pass(&mut self) -> usize {
        // What an exception that left the loop kept from running is still there.
        self.pass.append(&mut self.waiting);
        self.pass.len()
    }

    fn next(&mut self) -> Option<Ready> {
        self.pass.pop()
    }

    fn left_in_pass(&self) -> usize {
        self.pass.len()
    }

    fn resume_pass(&mut self, left: usize) {
        self.pass = self.waiting.drain(..left).collect();
    }

    fn for_each(&self, visit: &mut dyn FnMut(&Ready)) {
        self.waiting.iter().chain(&self.pass).for_each(visit);
    }

    fn newest(&self, visit: &mut dyn FnMut(&Ready) -> bool) {
        let _ = self.waiting.iter().rev().chain(self.pass.iter().rev()).all(visit);
    }
}
