//! Which futures `gather` returned: they have a class of their own (`tasks.py`, `_GatheringFuture`).

use crate::units::FutureId;

use super::Heap;

impl Heap {
    /// This future is one.
    pub fn note_gathering(&mut self, future: FutureId) {
        self.gatherings.insert(u64::from(future.0));
    }

    /// This one is no more.
    pub fn forget_gathering(&mut self, future: FutureId) {
        self.gatherings.swap_remove(&u64::from(future.0));
    }

    /// Forgets all those that are no more.
    pub fn keep_gatherings(&mut self, is_alive: impl Fn(FutureId) -> bool) {
        self.gatherings.retain(|future| is_alive(FutureId(*future as u32)));
    }

    /// Whether this number is that of a future that `gather` returned.
    #[must_use]
    pub fn is_gathering(&self, future: u64) -> bool {
        self.gatherings.contains(&future)
    }
}
