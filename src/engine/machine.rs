//! The machine under the loop: threads, the cores that they work on, and the GIL. Knows no values, no jobs, no loop: it is told what
//! a thread does next, and says what happens when.
//!
//! Code that takes no time needs the GIL alone, a stretch of work a core as well. The GIL is handed over first come, first served,
//! when its holder blocks, ends, or has held it for the switch interval while another waits; the interval counts from the later of
//! the last hand-over and the beginning of the wait. Code that takes no time may run while the loop's thread has the GIL and has not
//! begun to work: it is then done before the clock moves. Threads of other processes have a GIL of their own, which nobody contests.

use std::collections::VecDeque;

use crate::policy::{Arrival, Scheduler, Slice, Stopped};
use crate::units::{CoreId, Delay, Id, LaneId, Time};

/// The loop's thread.
pub(super) const MAIN: LaneId = LaneId(0);

/// What a thread is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Activity {
    /// It has nothing to do, or waits for what is no instant.
    Off,
    /// It stands still until an instant.
    Until(Time),
    /// It has code to run, or runs it.
    Ready,
    /// It works, and has so much left.
    Work(Delay),
}

/// A thread on a core.
#[derive(Clone, Copy, Debug)]
struct Seat {
    core: CoreId,
    since: Time,
    /// When its slice is used up.
    until: Option<Time>,
}

/// A thread.
#[derive(Clone, Copy, Debug)]
struct Lane {
    activity: Activity,
    /// Whether it belongs to the process of the loop, and so needs its GIL.
    is_inside: bool,
    /// When what it does was begun, among all that was begun and all timers that were set.
    order: u64,
    /// How often it was woken: what waits for an earlier wait of its is stale.
    ticket: u32,
    seat: Option<Seat>,
}

/// The GIL of the loop's process.
#[derive(Debug)]
struct Gil {
    holder: Option<LaneId>,
    handed_at: Time,
    /// Who waits for it, and since when.
    line: VecDeque<(LaneId, Time)>,
    interval: Delay,
}

/// What happens next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happening {
    /// A thread has stood still for long enough.
    Wakes(LaneId),
    /// A thread's stretch of work is done.
    WorkDone(LaneId),
    /// A timer of the loop is due.
    Timer,
    /// The GIL goes from its holder to the first in line.
    HandOver,
    /// A thread has used up its slice of a core.
    SliceEnds(LaneId),
}

/// When, and in which order at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Next {
    pub(super) at: Time,
    /// 0 for what comes before the loop's thread goes on at that instant.
    pub(super) rank: u8,
    order: u64,
    pub(super) happening: Happening,
}

/// Threads, cores and the GIL.
pub(super) struct Machine {
    scheduler: Box<dyn Scheduler>,
    lanes: Vec<Lane>,
    cores: Vec<Option<LaneId>>,
    /// How many cores there are; those that nobody can need yet are not in the list.
    cpus: usize,
    gil: Option<Gil>,
    /// Threads that may run their code now, in this order.
    runnable: VecDeque<LaneId>,
    sequence: u64,
    /// Whether threads may run code while the loop's thread keeps the GIL.
    may_borrow: bool,
}

impl Machine {
    /// A machine with the loop's thread alone, which runs.
    pub(super) fn new(cpus: usize, switch_interval: Option<Delay>, scheduler: Box<dyn Scheduler>) -> Self {
        let line = VecDeque::new();
        let gil = |interval| Gil { holder: Some(MAIN), handed_at: Time::ZERO, line, interval };
        Self {
            scheduler,
            lanes: vec![Lane { activity: Activity::Ready, is_inside: true, order: 0, ticket: 0, seat: None }],
            cores: vec![None],
            cpus,
            gil: switch_interval.map(gil),
            runnable: VecDeque::new(),
            sequence: 0,
            may_borrow: false,
        }
    }

    /// Whether there is no thread but the loop's.
    #[inline]
    pub(super) fn is_alone(&self) -> bool {
        self.lanes.len() == 1
    }

    /// A new thread that has nothing to do yet.
    pub(super) fn add(&mut self, is_inside: bool) -> LaneId {
        if self.cores.len() < self.cpus {
            self.cores.push(None);
        }
        self.lanes.push(Lane { activity: Activity::Off, is_inside, order: 0, ticket: 0, seat: None });
        LaneId::from_index(self.lanes.len() - 1)
    }

    /// The next number of what is begun and what is set.
    pub(super) fn next_number(&mut self) -> u64 {
        self.sequence += 1;
        self.sequence
    }

    /// A thread begins something new.
    pub(super) fn begin(&mut self, lane: LaneId) {
        self.lanes[lane.index()].order = self.next_number();
    }

    /// Whether the loop's thread runs.
    pub(super) fn main_runs(&self) -> bool {
        let has_gil = self.gil.as_ref().is_none_or(|gil| gil.holder == Some(MAIN));
        has_gil && self.lanes[0].activity == Activity::Ready
    }

    /// Who has the GIL.
    pub(super) fn holder(&self) -> Option<LaneId> {
        self.gil.as_ref().and_then(|gil| gil.holder)
    }

    /// A thread that may run its code now.
    pub(super) fn next_runnable(&mut self) -> Option<LaneId> {
        self.runnable.pop_front()
    }

    /// Whether threads may run code while the loop's thread keeps the GIL: it has not begun to work yet.
    pub(super) fn let_borrow(&mut self, may_borrow: bool) {
        self.may_borrow = may_borrow;
    }

    /// What tells the next wait of a thread from its later ones.
    pub(super) fn ticket(&self, lane: LaneId) -> (LaneId, u32) {
        (lane, self.lanes[lane.index()].ticket)
    }

    /// Wakes a thread that still is at this wait.
    pub(super) fn wake_by_ticket(&mut self, (lane, ticket): (LaneId, u32), now: Time) {
        if self.lanes[lane.index()].ticket == ticket {
            self.wake(lane, now);
        }
    }

    /// A thread has code to run: as soon as it has the GIL.
    pub(super) fn wake(&mut self, lane: LaneId, now: Time) {
        let woken = &mut self.lanes[lane.index()];
        woken.activity = Activity::Ready;
        woken.ticket = woken.ticket.wrapping_add(1);
        if self.takes_gil(lane, now) && lane != MAIN {
            self.runnable.push_back(lane);
        }
    }

    /// Takes the GIL, or stands in line for it. Whether the thread may go on.
    fn takes_gil(&mut self, lane: LaneId, now: Time) -> bool {
        let lends = self.may_borrow || self.lanes[0].activity == Activity::Ready;
        let is_inside = self.lanes[lane.index()].is_inside;
        let Some(gil) = self.gil.as_mut().filter(|_| is_inside) else { return true };
        match gil.holder {
            Some(holder) if holder == lane => true,
            None if gil.line.is_empty() => {
                (gil.holder, gil.handed_at) = (Some(lane), now);
                true
            }
            Some(MAIN) if lends && self.lanes[lane.index()].activity == Activity::Ready => true,
            Some(_) | None => {
                gil.line.push_back((lane, now));
                false
            }
        }
    }

    /// The thread that runs stands still until an instant.
    pub(super) fn sleep(&mut self, lane: LaneId, until: Time, now: Time) {
        self.lanes[lane.index()].activity = Activity::Until(until);
        self.give_gil_up(lane, now);
    }

    /// The thread that runs has nothing to do, or waits until it is woken.
    pub(super) fn rest(&mut self, lane: LaneId, now: Time) {
        self.lanes[lane.index()].activity = Activity::Off;
        self.give_gil_up(lane, now);
    }

    /// The thread that runs works.
    pub(super) fn work(&mut self, lane: LaneId, length: Delay, now: Time) {
        self.lanes[lane.index()].activity = Activity::Work(length);
        if self.takes_gil(lane, now) {
            self.arrive(lane, now);
        }
    }

    fn give_gil_up(&mut self, lane: LaneId, now: Time) {
        let Some(gil) = self.gil.as_mut().filter(|gil| gil.holder == Some(lane)) else { return };
        gil.holder = None;
        self.hand_on(now);
    }

    /// The GIL goes to the first in line.
    fn hand_on(&mut self, now: Time) {
        let Some(gil) = &mut self.gil else { return };
        let Some((lane, _)) = gil.line.pop_front() else { return };
        (gil.holder, gil.handed_at) = (Some(lane), now);
        match self.lanes[lane.index()].activity {
            Activity::Ready if lane == MAIN => {}
            Activity::Ready => self.runnable.push_back(lane),
            Activity::Work(_) => self.arrive(lane, now),
            Activity::Off | Activity::Until(_) => unreachable!("who waits for the GIL has something to run"),
        }
    }

    fn arrive(&mut self, lane: LaneId, now: Time) {
        if let Arrival::Preempts(core) = self.scheduler.arrive(lane, now)
            && let Some(other) = self.cores[core.index()]
        {
            self.leave_core(other, now, Stopped::Preempted);
            self.scheduler.arrive(other, now);
        }
        self.fill_cores(now);
    }

    fn fill_cores(&mut self, now: Time) {
        for index in 0..self.cores.len() {
            let core = CoreId::from_index(index);
            if self.cores[index].is_none()
                && let Some((lane, slice)) = self.scheduler.pick(core, now)
            {
                let until = match slice {
                    Slice::UntilBlocked => None,
                    Slice::Quantum(length) => now.checked_add(length),
                };
                self.cores[index] = Some(lane);
                self.lanes[lane.index()].seat = Some(Seat { core, since: now, until });
            }
        }
    }

    /// Takes a thread off its core and counts what it has done.
    fn leave_core(&mut self, lane: LaneId, now: Time, why: Stopped) {
        let Some(seat) = self.lanes[lane.index()].seat.take() else { return };
        let ran = now.saturating_since(seat.since);
        self.cores[seat.core.index()] = None;
        if let Activity::Work(left) = &mut self.lanes[lane.index()].activity {
            *left = Delay::from_nanoseconds(left.nanoseconds().saturating_sub(ran.nanoseconds()));
        }
        self.scheduler.charge(lane, ran, why);
    }

    /// What happens next. `timer` is the loop's earliest timer, when its thread waits for one, and when it was set.
    pub(super) fn next(&self, timer: Option<(Time, u64)>, now: Time) -> Option<Next> {
        let timer = timer.map(|(at, order)| Next { at, rank: 0, order, happening: Happening::Timer });
        let lanes = (0..).map(LaneId).zip(&self.lanes);
        let of_lanes = lanes.filter_map(|(id, lane)| {
            let (at, happening) = match (lane.activity, lane.seat) {
                (Activity::Until(at), _) => (at, Happening::Wakes(id)),
                (Activity::Work(left), Some(seat)) => {
                    let done = seat.since.checked_add(left)?;
                    match seat.until.filter(|until| *until < done) {
                        Some(until) => (until, Happening::SliceEnds(id)),
                        None => (done, Happening::WorkDone(id)),
                    }
                }
                (Activity::Off | Activity::Ready | Activity::Work(_), _) => return None,
            };
            let is_slice = matches!(happening, Happening::SliceEnds(_));
            let rank = u8::from(id == MAIN) + 2 * u8::from(is_slice);
            Some(Next { at, rank, order: lane.order, happening })
        });
        let hand_over =
            self.hand_over_at().map(|at| Next { at: at.max(now), rank: 2, order: 0, happening: Happening::HandOver });
        timer.into_iter().chain(of_lanes).chain(hand_over).min_by_key(|next| (next.at, next.rank, next.order))
    }

    /// When the holder of the GIL, at work, must hand it over.
    fn hand_over_at(&self) -> Option<Time> {
        let gil = self.gil.as_ref()?;
        let holder = &self.lanes[gil.holder?.index()];
        let (_, since) = gil.line.front()?;
        matches!((holder.activity, holder.seat), (Activity::Work(_), Some(_)))
            .then(|| gil.handed_at.max(*since).checked_add(gil.interval))
            .flatten()
    }

    /// Lets happen what happens at `now`. A timer is the loop's affair.
    pub(super) fn apply(&mut self, happening: Happening, now: Time) {
        match happening {
            Happening::Wakes(lane) => self.wake(lane, now),
            Happening::WorkDone(lane) => {
                self.leave_core(lane, now, Stopped::Blocked);
                self.lanes[lane.index()].activity = Activity::Ready;
                if lane != MAIN {
                    self.runnable.push_back(lane);
                }
                self.fill_cores(now);
            }
            Happening::SliceEnds(lane) => {
                self.leave_core(lane, now, Stopped::Quantum);
                self.arrive(lane, now);
            }
            Happening::HandOver => {
                let Some(gil) = &mut self.gil else { return };
                let Some(holder) = gil.holder.take() else { return };
                gil.line.push_back((holder, now));
                self.leave_core(holder, now, Stopped::Blocked);
                self.hand_on(now);
                self.fill_cores(now);
            }
            Happening::Timer => {}
        }
    }
}

#[cfg(test)]
mod tests;
