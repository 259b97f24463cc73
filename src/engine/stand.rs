//! The loop's thread stands still, and the clock moves: other threads run, and the loop's timers come due in their turn.

use crate::policy::Discipline;
use crate::trace::{EventKind, Sink};
use crate::units::{Delay, LaneId, Time};

use super::machine::{Happening, MAIN};
use super::workers::key_of;
use super::{Engine, Stop};

/// What the loop's thread does while others may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// It waits for the earliest timer, or for a thread that wakes it.
    Idle,
    /// It stands still until an instant.
    Until(Time),
    /// It works.
    Work(Delay),
    /// It waits for something that a thread does, until an instant at the latest.
    For(Option<Time>),
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The loop's thread stands still: the others run, until it may go on.
    pub(super) fn stand(&mut self, stand: Stand) -> Result<(), Stop> {
        let began = self.now;
        let timer = self.leave_main(stand);
        let mut behind = None;
        loop {
            self.run_threads()?;
            let machine = &self.workers.machine;
            let waits_for_timers = stand == Stand::Idle && (self.workers.is_idle || machine.main_runs());
            let timer = if waits_for_timers { self.timer_at(timer) } else { None };
            let next = self.workers.machine.next(timer, self.now);
            let main_runs = self.workers.machine.main_runs();
            if main_runs && next.is_none_or(|next| next.at > self.now || next.rank > 0) {
                break;
            }
            let next = next.ok_or(Stop::Deadlock)?;
            if next.at > self.now {
                if stand == Stand::Idle {
                    self.tell_loop(EventKind::Clock { to: next.at });
                }
                behind = self.workers.machine.holder().filter(|holder| *holder != MAIN);
                self.advance_to(next.at)?;
            }
            self.workers.machine.apply(next.happening, self.now);
            if next.happening == Happening::Timer {
                self.meet_timer();
            }
        }
        self.workers.is_idle = false;
        self.note_holder(stand, began, behind);
        Ok(())
    }

    /// The loop's thread begins to stand still. Returns the instant of the earliest timer.
    fn leave_main(&mut self, stand: Stand) -> Option<Time> {
        let now = self.now;
        let machine = &mut self.workers.machine;
        machine.let_borrow(matches!(stand, Stand::Work(_)));
        match stand {
            Stand::Idle | Stand::For(None) => machine.rest(MAIN, now),
            Stand::Until(until) | Stand::For(Some(until)) => machine.sleep(MAIN, until, now),
            Stand::Work(length) => machine.work(MAIN, length, now),
        }
        self.workers.is_idle = stand == Stand::Idle;
        if stand == Stand::Idle { self.agenda.earliest() } else { None }
    }

    /// The earliest timer and when it was set, among all that was begun.
    fn timer_at(&mut self, earliest: Option<Time>) -> Option<(Time, u64)> {
        if self.workers.staged.is_empty() {
            self.stage_timers();
        }
        match self.workers.staged.front() {
            Some((timer, _)) if timer.at() < self.now => Some((self.now, 0)),
            Some((timer, order)) => Some((timer.at(), *order)),
            None => earliest.filter(|earliest| *earliest > self.now).map(|earliest| (earliest, 0)),
        }
    }

    /// Timers that are due leave the agenda.
    fn stage_timers(&mut self) {
        while let Some(timer) = self.agenda.pop_due(self.now) {
            let order = self.workers.orders.swap_remove(&key_of(&timer)).unwrap_or_default();
            self.workers.staged.push_back((timer, order));
        }
    }

    /// A timer of the loop is due: the loop must have the GIL to see it.
    fn meet_timer(&mut self) {
        if self.workers.staged.is_empty() {
            // The instant has come; what else happens in it is looked at first.
            self.stage_timers();
            if !self.workers.staged.is_empty() {
                return;
            }
        }
        self.rouse_loop();
        if !self.workers.machine.main_runs() {
            // The loop looks at its timers when it goes on.
            return;
        }
        if let Some((timer, _)) = self.workers.staged.pop_front() {
            self.come_due(timer);
        }
    }

    /// Remembers whom the clock moved for while the loop stood still.
    fn note_holder(&mut self, stand: Stand, began: Time, behind: Option<LaneId>) {
        if self.now == began {
            return;
        }
        match (stand, behind) {
            (Stand::Idle, Some(lane)) => self.holder = Some(self.workers.thread(lane).label),
            (Stand::Idle, None) => {}
            (Stand::Until(_) | Stand::Work(_) | Stand::For(_), _) => self.holder = self.current_label(),
        }
    }
}
