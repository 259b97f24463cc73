//! A line of futures: those who wait at a lock, an event, a queue, first come, first served.

use std::collections::VecDeque;

use crate::kernel::{FutureState, Futures};
use crate::units::FutureId;

/// Those who wait.
#[derive(Debug, Default)]
pub struct Line {
    waiters: VecDeque<FutureId>,
    /// The loop on which somebody first had to wait, from 1 on; 0 before that.
    home: u32,
}

impl Line {
    /// Somebody has to wait on the loop of this number: whether that is the one on which all wait (`mixins.py`).
    #[inline]
    pub fn bind(&mut self, home: u64) -> bool {
        let home = home as u32 + 1;
        if self.home == 0 {
            self.home = home;
        }
        self.home == home
    }

    /// The loop on which all wait, if anybody ever had to.
    #[must_use]
    pub fn home(&self) -> Option<u64> {
        self.home.checked_sub(1).map(u64::from)
    }

    /// All wait on the loop of this number, or on whichever comes first.
    pub fn set_home(&mut self, home: Option<u64>) {
        self.home = home.map_or(0, |home| home as u32 + 1);
    }

    /// Puts a future behind the others.
    #[inline]
    pub fn push(&mut self, waiter: FutureId) {
        self.waiters.push_back(waiter);
    }

    /// Takes a future out, wherever it stands; whether it was there.
    #[inline]
    pub fn remove(&mut self, waiter: FutureId) -> bool {
        // Most leave from the front.
        if self.waiters.front() == Some(&waiter) {
            self.waiters.pop_front();
            return true;
        }
        self.remove_inside(waiter)
    }

    #[inline(never)]
    fn remove_inside(&mut self, waiter: FutureId) -> bool {
        let place = self.waiters.iter().position(|each| *each == waiter);
        place.is_some_and(|place| self.waiters.remove(place).is_some())
    }

    /// The first one.
    #[inline]
    #[must_use]
    pub fn first(&self) -> Option<FutureId> {
        self.waiters.front().copied()
    }

    /// Takes the first one out.
    #[inline]
    pub fn pop(&mut self) -> Option<FutureId> {
        self.waiters.pop_front()
    }

    /// How many there are, done or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.waiters.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiters.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = FutureId> {
        self.waiters.iter().copied()
    }

    /// The first, if nobody has woken it yet.
    #[inline]
    #[must_use]
    pub fn first_asleep(&self, futures: &Futures) -> Option<FutureId> {
        self.waiters.front().copied().filter(|waiter| is_pending(futures, *waiter))
    }

    /// The first of those whom nobody has woken yet.
    #[inline]
    #[must_use]
    pub fn asleep(&self, futures: &Futures) -> Option<FutureId> {
        // Most often it is the first one of all.
        self.first_asleep(futures).or_else(|| self.iter().find(|waiter| is_pending(futures, *waiter)))
    }

    /// Whether all have been cancelled.
    #[must_use]
    pub fn is_given_up(&self, futures: &Futures) -> bool {
        self.iter().all(|waiter| matches!(futures[waiter].state, FutureState::Cancelled(_)))
    }
}

#[inline]
fn is_pending(futures: &Futures, waiter: FutureId) -> bool {
    futures[waiter].state == FutureState::Pending
}
