//! Tasks that stand in line without a future, where no trace is told: it is made when somebody looks.
//!
//! Only `quick.rs` and `quiet.rs` know of them. Before anything else happens than what these do, each such task gets the future
//! that it would have, by [`give_futures`](super::Engine::give_futures).

use crate::asyncio::Things;
use crate::asyncio::line::Line;
use crate::kernel::{Callback, FutureState, IN_LINE, Role, Spot, State, Value};
use crate::policy::Discipline;
use crate::trace::Sink;
use crate::units::{CellId, FutureId};

use super::Engine;

/// Where tasks without a future are.
#[derive(Debug, Default)]
pub(super) struct Spots {
    /// The lines that they may stand in, by thing and role.
    lines: Vec<(u64, Role)>,
    /// How many were woken in the line of a queue, which they have left, and have yet to go on: their steps are in the ready queue.
    woken: usize,
    /// Those, while they get their futures; kept for its memory.
    found: Vec<CellId>,
}

impl Spots {
    /// A task stands in this line, which is the first one there.
    #[cold]
    pub(super) fn note_line(&mut self, thing: u64, role: Role) {
        self.lines.push((thing, role));
    }

    /// The first task in the line of a queue was woken.
    #[inline(always)]
    pub(super) fn note_woken(&mut self) {
        self.woken += 1;
    }

    /// Forgets lines in which no task without a future stands, before their things may be freed.
    pub(super) fn forget_lines(&mut self, things: &mut Things) {
        self.lines.retain(|(thing, role)| line(things, *thing, *role).keeps_tasks());
    }
}

/// The line of a semaphore or a queue that one stands in for this.
#[inline(always)]
pub(super) fn line(things: &mut Things, thing: u64, role: Role) -> &mut Line {
    if role == Role::Itself { &mut things.semaphore_mut(thing).line } else { things.queue_mut(thing).line(role) }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Something happens that is not a quick way, and somebody may look: all tasks that stand in line have a future from now on.
    #[inline(always)]
    pub(super) fn give_futures(&mut self) {
        self.is_calm = false;
        if !self.vm.spots.lines.is_empty() || self.vm.spots.woken > 0 {
            self.give_futures_now();
        }
    }

    #[inline(never)]
    fn give_futures_now(&mut self) {
        let mut lines = std::mem::take(&mut self.vm.spots.lines);
        for (thing, role) in lines.drain(..) {
            let mut end = usize::MAX;
            while let Some(bare) = line(&mut self.vm.things, thing, role).bare_before(end) {
                let future = self.give_future(bare.task, bare.created, bare.is_woken.then_some(Value::TRUE));
                line(&mut self.vm.things, thing, role).give(bare.index, future);
                end = bare.index;
            }
        }
        self.vm.spots.lines = lines;
        self.give_futures_to_woken();
    }

    /// The same of those who have left the line of a queue: one who was to go on just now, and those whose steps are in the ready queue, in
    /// the order in which they were woken.
    fn give_futures_to_woken(&mut self) {
        let mut left = std::mem::take(&mut self.vm.spots.woken);
        let current = self.current.filter(|task| self.cells[*task].state == State::InLine);
        if let Some(task) = current {
            left -= 1;
            self.give_future(task, 0, Some(Value::None));
        }
        if left == 0 {
            return;
        }
        let mut found = std::mem::take(&mut self.vm.spots.found);
        self.discipline.newest(&mut |ready| {
            found.extend(ready.step().filter(|task| self.cells[*task].state == State::InLine));
            found.len() < left
        });
        debug_assert_eq!(found.len(), left, "whoever was woken is ready");
        for task in found.drain(..).rev() {
            self.give_future(task, 0, Some(Value::None));
        }
        self.vm.spots.found = found;
    }

    /// The future of a task that stands in line, with a result where it was woken.
    fn give_future(&mut self, task: CellId, created: u32, result: Option<Value>) -> FutureId {
        let Spot { thing, role, stake } = Spot::unpacked(self.cells[task].wait());
        let stake = self.stake(task, role, stake);
        let id = self.vm.futures.insert_for_spot(task, thing, role, stake, created);
        if let Some(result) = result {
            let future = &mut self.vm.futures[id];
            future.state = FutureState::Result(result);
            future.callback = Callback::None;
        }
        let cell = &mut self.cells[task];
        cell.state = State::WaitingForFuture;
        cell.set_wait(u64::from(id.0) | IN_LINE);
        id
    }

    /// What a task wants to put, or what its wait is worth.
    #[inline(always)]
    fn stake(&self, task: CellId, role: Role, stake: u16) -> Value {
        match role {
            Role::Put => self.cells.slot(self.cells[task].link, stake),
            _ if stake == 0 => Value::None,
            _ => Value::TRUE,
        }
    }

    /// A task that was woken goes on, as [`leave_line_quietly`](Self::leave_line_quietly) does it of one with a future: with what;
    /// `None` where that takes more, and nothing was done.
    #[inline(always)]
    pub(super) fn leave_spot(&mut self, task: CellId) -> Option<Value> {
        let Spot { thing, role, stake } = Spot::unpacked(self.cells[task].wait());
        let stake = self.stake(task, role, stake);
        let value = self.take_turn_quietly(thing, role, stake, |line| line.remove_task(task))?;
        self.vm.spots.woken -= usize::from(role != Role::Itself);
        Some(value)
    }
}
