//! Two tasks that put into a queue and take out by turns: one that must wait gives way to the other, which it has woken.
//!
//! Where the other is all that is ready, the rest of this pass and the beginning of the next are known: the one stands in line, the loop
//! goes on, the other does what it had waited for, which wakes the one. What is done here is what these would do one after the other
//! (`quick.rs`, `loops.rs`, `quiet.rs`, `spots.rs`), only that nobody goes into a line or a ready queue to be taken out at once.

use crate::kernel::{NO_CELL, Role, Spot, State, Value, flag};
use crate::policy::{Discipline, Handle, Ready};
use crate::trace::Sink;
use crate::units::{CellId, Time};

use super::Engine;
use super::effect::Effect;
use super::loops::NOBODY_ASKS;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The running task must wait at the queue in a slot, behind which is what it puts, and nobody stands there before it: the
    /// activation that goes on in its stead, and with what. Where it takes the loop to tell, the task stands in line, and it is no cell.
    #[inline(never)]
    pub(super) fn give_way(&mut self, effect: Effect, goes_on: bool) -> (CellId, Value) {
        let Effect::GiveWay(role, first) = effect else { return (NO_CELL, Value::None) };
        let activation = self.activation;
        let Value::Thing(thing) = self.cells.slot(activation, first) else { unreachable!("it was a queue just now") };
        let task = self.vm.stepping;
        let stake = if role == Role::Put { first + 1 } else { 0 };
        self.cells[task].stand(activation, Spot { thing, role, stake });
        let created = self.vm.futures.next_birth();
        self.vm.heap.note_allocation();
        self.vm.told += 1;
        if goes_on
            && self.is_calm
            && let Some(next) = self.take_over(task, thing, role)
        {
            return next;
        }
        if self.vm.things.queue_mut(thing).line(role).push_task(task, created) {
            self.vm.spots.note_line(thing, role);
        }
        (NO_CELL, Value::None)
    }

    /// The only task that is ready goes on, if it was woken at the other end of this queue, and wakes the one that waits there: as if that
    /// stood in line.
    #[inline(always)]
    fn take_over(&mut self, waiting: CellId, thing: u64, role: Role) -> Option<(CellId, Value)> {
        let only = self.discipline.only()?;
        let task = only.step()?;
        let cell = &self.cells[task];
        let is_over = self.vm.heap.wants_collection() || self.vm.told > self.options.limits.max_events;
        if is_over || cell.state != State::InLine || cell.has(flag::MUST_CANCEL) {
            return None;
        }
        let (spot, activation) = (Spot::unpacked(cell.wait()), cell.link);
        if spot.thing != thing {
            return None;
        }
        let queue = self.vm.things.plain_queue_mut(thing)?;
        let value = match (role, spot.role) {
            (Role::Put, Role::Get) => queue.items.pop_front()?,
            (Role::Get, Role::Put) if queue.has_room() => {
                queue.items.push_back(self.cells.slot(activation, spot.stake));
                queue.unfinished += 1;
                self.vm.events += 1;
                Value::None
            }
            _ => return None,
        };
        *only = Ready::new(Handle::Step(waiting), NOBODY_ASKS, Time::ZERO);
        self.vm.heap.note_freed();
        // What it put or got, and that it goes on.
        self.vm.told += 2;
        self.counters.passes += 1;
        self.counters.handles += 1;
        self.handle_begun = self.now;
        self.thrown = NO_CELL;
        self.unannounced = 0;
        self.current = Some(task);
        self.stepped = task;
        self.vm.stepping = task;
        self.cells[task].state = State::Running;
        Some((activation, value))
    }
}
