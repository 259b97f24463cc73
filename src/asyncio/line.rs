//! A line of futures: those who wait at a lock, an event, a queue, first come, first served.

use std::collections::VecDeque;

use crate::kernel::{FutureState, Futures};
use crate::units::{CellId, FutureId};

/// One who waits: a future, or a task that has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiter {
    who: u32,
    /// Of a task without a future, when that would have been made.
    created: u32,
}

/// The bit that tells tasks from futures.
const IS_TASK: u32 = 1 << 31;

/// The bit of a task that was woken and is still in line.
const IS_WOKEN: u32 = 1 << 30;

impl Waiter {
    const fn future(future: FutureId) -> Self {
        Self { who: future.0, created: 0 }
    }

    /// Which one it is.
    #[inline]
    pub const fn who(self) -> Result<CellId, FutureId> {
        if self.who & IS_TASK == 0 { Err(FutureId(self.who)) } else { Ok(CellId(self.who & !(IS_TASK | IS_WOKEN))) }
    }

    /// Whether nobody has woken it yet.
    #[inline]
    fn is_asleep(self, futures: &Futures) -> bool {
        match self.who() {
            Ok(_) => self.who & IS_WOKEN == 0,
            Err(future) => is_pending(futures, future),
        }
    }
}

/// A task in a line that has no future: where it stands there, since when, and whether it was woken.
#[derive(Clone, Copy, Debug)]
pub struct Bare {
    /// Its place, from the front.
    pub index: usize,
    /// The task.
    pub task: CellId,
    /// When its future would have been made.
    pub created: u32,
    /// Whether it was woken.
    pub is_woken: bool,
}

/// Those who wait. Tasks without a future are known to the quick ways alone: all others find futures.
#[derive(Debug, Default)]
pub struct Line {
    waiters: VecDeque<Waiter>,
    /// How many are tasks without a future.
    tasks: u32,
    /// Whether the engine knows that there may be such.
    is_listed: bool,
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
        self.waiters.push_back(Waiter::future(waiter));
    }

    /// Puts a task without a future behind the others; whether the engine has yet to be told that there is one.
    #[inline]
    pub fn push_task(&mut self, task: CellId, created: u32) -> bool {
        self.waiters.push_back(Waiter { who: task.0 | IS_TASK, created });
        self.tasks += 1;
        !std::mem::replace(&mut self.is_listed, true)
    }

    /// Takes a future out, wherever it stands; whether it was there.
    #[inline]
    pub fn remove(&mut self, waiter: FutureId) -> bool {
        // Most leave from the front.
        if self.waiters.front().is_some_and(|front| front.who == waiter.0) {
            self.waiters.pop_front();
            return true;
        }
        self.remove_inside(waiter.0)
    }

    /// Takes a task without a future out, which was woken.
    #[inline]
    pub fn remove_task(&mut self, task: CellId) {
        let who = task.0 | IS_TASK | IS_WOKEN;
        self.tasks -= 1;
        if self.waiters.front().is_some_and(|front| front.who == who) {
            self.waiters.pop_front();
        } else {
            self.remove_inside(who);
        }
    }

    #[inline(never)]
    fn remove_inside(&mut self, who: u32) -> bool {
        let place = self.waiters.iter().position(|each| each.who == who);
        place.is_some_and(|place| self.waiters.remove(place).is_some())
    }

    /// The first one.
    #[inline]
    #[must_use]
    pub fn front(&self) -> Option<Waiter> {
        self.waiters.front().copied()
    }

    /// Takes the first one out, which is a task or a future.
    #[inline]
    pub fn pop_front(&mut self) {
        if self.waiters.pop_front().is_some_and(|waiter| waiter.who().is_ok()) {
            self.tasks -= 1;
        }
    }

    /// Wakes the first one, if that is a task without a future that nobody has woken yet.
    #[inline]
    pub fn wake_front(&mut self) -> Option<CellId> {
        let front = self.waiters.front_mut()?;
        let is_asleep = front.who & (IS_TASK | IS_WOKEN) == IS_TASK;
        is_asleep.then(|| {
            front.who |= IS_WOKEN;
            CellId(front.who & !(IS_TASK | IS_WOKEN))
        })
    }

    /// The place of the first of those whom nobody has woken yet.
    #[inline]
    #[must_use]
    pub fn sleeper(&self, futures: &Futures) -> Option<usize> {
        // Most often it is the first one of all.
        if self.front()?.is_asleep(futures) { Some(0) } else { self.sleeper_inside(futures) }
    }

    #[inline(never)]
    fn sleeper_inside(&self, futures: &Futures) -> Option<usize> {
        self.waiters.iter().position(|waiter| waiter.is_asleep(futures))
    }

    /// Who stands at this place.
    #[inline]
    #[must_use]
    pub fn at(&self, index: usize) -> Waiter {
        self.waiters[index]
    }

    /// The task at this place was woken.
    #[inline]
    pub fn note_woken(&mut self, index: usize) {
        self.waiters[index].who |= IS_WOKEN;
    }

    /// Whether there are tasks without a future; the engine forgets the line where there are none.
    pub fn keeps_tasks(&mut self) -> bool {
        self.is_listed = self.tasks > 0;
        self.is_listed
    }

    /// The last task without a future that stands before this place; `None` where there are no more in the whole line, of which the
    /// engine then needs to know no more.
    pub fn bare_before(&mut self, end: usize) -> Option<Bare> {
        self.is_listed = self.tasks > 0;
        if self.tasks == 0 {
            return None;
        }
        // They stand near the end: all before had theirs when last somebody looked.
        (0..end.min(self.waiters.len())).rev().find_map(|index| {
            let waiter = self.waiters[index];
            let task = waiter.who().ok()?;
            Some(Bare { index, task, created: waiter.created, is_woken: waiter.who & IS_WOKEN != 0 })
        })
    }

    /// The task at this place has got its future.
    pub fn give(&mut self, index: usize, future: FutureId) {
        self.tasks -= 1;
        self.waiters[index] = Waiter::future(future);
    }

    /// Takes the first one out.
    pub fn pop(&mut self) -> Option<FutureId> {
        self.waiters.pop_front().and_then(|waiter| waiter.who().err())
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

    /// All futures, in order.
    pub fn iter(&self) -> impl Iterator<Item = FutureId> {
        self.waiters.iter().filter_map(|waiter| waiter.who().err())
    }

    /// The first, if nobody has woken it yet.
    #[must_use]
    pub fn first_asleep(&self, futures: &Futures) -> Option<FutureId> {
        self.iter().next().filter(|waiter| is_pending(futures, *waiter))
    }

    /// The first of those whom nobody has woken yet.
    #[must_use]
    pub fn asleep(&self, futures: &Futures) -> Option<FutureId> {
        self.iter().find(|waiter| is_pending(futures, *waiter))
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
