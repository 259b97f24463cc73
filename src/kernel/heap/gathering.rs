//! Which futures `gather` returned: they have a class of their own (`tasks.py`, `_GatheringFuture`).

use crate::units::FutureId;

use super::Heap;

impl Heap {
    /// This future is one.
    pub fn note_gathering(&mut self, future: FutureId) {
        let number = future.0 as usize;
        if self.gatherings.len() <= number {
            self.gatherings.resize(number + 1, false);
        }
        self.gatherings[number] = true;
    }

    /// This one is no more.
    pub fn forget_gathering(&mut self, future: FutureId) {
        if let Some(is_gathering) = self.gatherings.get_mut(future.0 as usize) {
            *is_gathering = false;
        }
    }

    /// Forgets all those that are no more.
    pub fn keep_gatherings(&mut self, is_alive: impl Fn(FutureId) -> bool) {
        for (number, is_gathering) in (0..).zip(&mut self.gatherings) {
            *is_gathering = *is_gathering && is_alive(FutureId(number));
        }
    }

    /// Whether this number is that of a future that `gather` returned.
    #[must_use]
    pub fn is_gathering(&self, future: u64) -> bool {
        self.gatherings.get(future as u32 as usize).copied().unwrap_or(false)
    }
}
