//! Timers in the order in which they came, in chunks of one size that all buckets share through a pool.
//!
//! So a bucket that empties gives its memory to the next that fills, and a timer costs little more than its 16 bytes.

use std::collections::VecDeque;

use crate::units::Time;

use super::Timer;

/// Timers in a chunk.
const CHUNK: usize = 64;

/// At most [`CHUNK`] timers.
pub(super) type Chunk = Vec<Timer>;

/// Chunks that no bucket uses.
#[derive(Debug, Default)]
pub(super) struct Pool {
    free: Vec<Chunk>,
}

impl Pool {
    #[inline]
    fn take(&mut self) -> Chunk {
        self.free.pop().unwrap_or_else(|| Vec::with_capacity(CHUNK))
    }

    #[inline]
    pub(super) fn give(&mut self, mut chunk: Chunk) {
        if chunk.capacity() > 0 {
            chunk.clear();
            self.free.push(chunk);
        }
    }
}

/// Timers in the order in which they came, and the first of the earliest among them.
#[derive(Debug, Default)]
pub(super) struct Bucket {
    /// Full chunks.
    full: Vec<Chunk>,
    /// The chunk that is being filled. It is empty only in an empty bucket.
    tail: Chunk,
    /// The earliest deadline; means nothing in an empty bucket.
    earliest: Time,
    /// The place of the first timer with that deadline.
    earliest_place: usize,
    /// Whether all deadlines are the same.
    is_uniform: bool,
}

impl Bucket {
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.tail.is_empty()
    }

    /// The earliest deadline; means nothing in an empty bucket.
    #[inline]
    pub(super) fn earliest(&self) -> Time {
        self.earliest
    }

    /// The first timer of those that are due earliest.
    ///
    /// # Panics
    /// When the bucket is empty.
    pub(super) fn first_of_earliest(&self) -> Timer {
        let chunk = self.full.get(self.earliest_place / CHUNK).unwrap_or(&self.tail);
        chunk[self.earliest_place % CHUNK]
    }

    #[inline]
    pub(super) fn push(&mut self, timer: Timer, pool: &mut Pool) {
        if self.tail.len().is_multiple_of(CHUNK) {
            self.begin_chunk(timer.at, pool);
        }
        if timer.at != self.earliest {
            self.is_uniform = false;
            if timer.at < self.earliest {
                self.earliest = timer.at;
                self.earliest_place = self.full.len() * CHUNK + self.tail.len();
            }
        }
        self.tail.push(timer);
    }

    /// Makes room for the first timer of a chunk, which is due `at`.
    #[inline]
    fn begin_chunk(&mut self, at: Time, pool: &mut Pool) {
        let filled = std::mem::replace(&mut self.tail, pool.take());
        if filled.is_empty() {
            self.earliest = at;
            self.earliest_place = 0;
            self.is_uniform = true;
        } else {
            self.full.push(filled);
        }
    }

    /// Empties the bucket: its chunks, first come first, to be given back to the pool one by one.
    #[inline]
    pub(super) fn drain(&mut self) -> impl Iterator<Item = Chunk> {
        let tail = std::mem::take(&mut self.tail);
        self.full.drain(..).chain([tail])
    }

    /// Drops the timers that are not to be kept and tells how many.
    pub(super) fn retain(&mut self, pool: &mut Pool, keep: &mut impl FnMut(Timer) -> bool) -> usize {
        let mut dropped = 0;
        for chunk in std::mem::take(self).drain() {
            for &timer in &chunk {
                if keep(timer) {
                    self.push(timer, pool);
                } else {
                    dropped += 1;
                }
            }
            pool.give(chunk);
        }
        dropped
    }

    /// Shows every timer, first come first.
    pub(super) fn for_each(&self, visit: &mut impl FnMut(Timer)) {
        self.full.iter().chain([&self.tail]).flatten().for_each(|&timer| visit(timer));
    }
}

/// Timers of one deadline, taken from the front.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// The chunk that is being emptied.
    front: Chunk,
    /// How many of it have left. As many as it had only in an empty queue.
    left: usize,
    /// The chunks behind it, full but for the last.
    behind: VecDeque<Chunk>,
}

impl Queue {
    /// The timer in front.
    #[inline]
    pub(super) fn first(&self) -> Option<Timer> {
        self.front.get(self.left).copied()
    }

    #[inline]
    pub(super) fn pop(&mut self, pool: &mut Pool) -> Option<Timer> {
        let timer = self.first()?;
        self.left += 1;
        if self.left == self.front.len() {
            self.left = 0;
            self.front.clear();
            if let Some(next) = self.behind.pop_front() {
                pool.give(std::mem::replace(&mut self.front, next));
            }
        }
        Some(timer)
    }

    #[inline]
    pub(super) fn push(&mut self, timer: Timer, pool: &mut Pool) {
        let last = self.behind.back_mut().unwrap_or(&mut self.front);
        if last.len() < last.capacity() {
            last.push(timer);
        } else {
            let mut chunk = pool.take();
            chunk.push(timer);
            if self.front.is_empty() {
                self.front = chunk;
            } else {
                self.behind.push_back(chunk);
            }
        }
    }

    /// Takes over a bucket's timers without moving them, if all their deadlines are the same.
    ///
    /// # Panics
    /// When the queue is not empty.
    #[inline]
    pub(super) fn take_over(&mut self, bucket: &mut Bucket, pool: &mut Pool) -> bool {
        if !bucket.is_uniform {
            return false;
        }
        assert!(self.front.is_empty(), "the timers at the floor are used up");
        self.behind.extend(bucket.full.drain(..));
        let mut front = std::mem::take(&mut bucket.tail);
        if let Some(first) = self.behind.pop_front() {
            self.behind.push_back(std::mem::replace(&mut front, first));
        }
        pool.give(std::mem::replace(&mut self.front, front));
        true
    }

    /// Shows every timer, first come first.
    pub(super) fn for_each(&self, visit: &mut impl FnMut(Timer)) {
        let front = &self.front[self.left..];
        front.iter().chain(self.behind.iter().flatten()).for_each(|&timer| visit(timer));
    }

    /// Drops the timers that are not to be kept and tells how many.
    pub(super) fn retain(&mut self, pool: &mut Pool, keep: &mut impl FnMut(Timer) -> bool) -> usize {
        let mut old = std::mem::take(self);
        let mut dropped = 0;
        while let Some(timer) = old.pop(pool) {
            if keep(timer) {
                self.push(timer, pool);
            } else {
                dropped += 1;
            }
        }
        pool.give(old.front);
        dropped
    }
}
