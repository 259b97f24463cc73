//! Tasks and coroutines that are not over, and who holds them in CPython: a loop what is in its queues, a future or task those
//! who wait for it. One that nobody holds any more is told of, and its coroutine closed (`_asynciomodule.c`, `TaskObj_finalize`;
//! `genobject.c`, `_PyGen_Finalize`).

use crate::kernel::agenda::Target;
use crate::kernel::{Callback, FutureState, IN_LINE, NO_CELL, State, Value, flag, value_of};
use crate::policy::{Discipline, Handle};
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, FutureId};

use super::report::Loss;
use super::{Engine, Stop};

/// What a task that nobody holds waited for, until its loop is told of it: its coroutine is closed first.
#[derive(Debug)]
pub(super) struct Left {
    /// How the text of the task told of it.
    words: String,
    /// The future that it was.
    future: Option<FutureId>,
}

impl Left {
    /// What the text is still asked of.
    pub(super) fn held(&self) -> Option<Value> {
        self.future.map(|future| value_of(Awaitable::Future(future)))
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The activations inside a coroutine or generator that waits, from the innermost on, without its own.
    pub(super) fn inside_of(&self, outermost: CellId) -> Vec<CellId> {
        let cell = &self.cells[outermost];
        let innermost = if cell.state.is_pending_task() && cell.state != State::Running {
            Some(cell.link)
        } else {
            self.by_hand.innermost(outermost)
        };
        let mut inside = Vec::new();
        let mut activation = innermost.unwrap_or(outermost);
        while activation != outermost && activation != NO_CELL {
            inside.push(activation);
            activation = self.cells[activation].link;
        }
        inside
    }

    /// Whether a coroutine object is one that has begun and waits, in a task or driven by hand.
    pub(super) fn is_suspended_coroutine(&self, number: u64) -> bool {
        let id = CellId(number as u32);
        let cell = &self.cells[id];
        let waits = match cell.state {
            State::Scheduled | State::Running => false,
            state if state.is_pending_task() => true,
            State::Inline => self.by_hand.innermost(id).is_some(),
            _ => false,
        };
        waits && self.cells.holds_coroutine(number)
    }

    /// Whether a task is not over although nobody holds it, and nobody has been told yet.
    pub(super) fn is_forgotten(&self, task: CellId) -> bool {
        let cell = &self.cells[task];
        let is_pending = cell.state.is_pending_task() && cell.state != State::Running || cell.state == State::Destroyed;
        cell.has(flag::TASK) && is_pending && !cell.has(flag::RETRIEVED) && !cell.has(flag::HIDDEN)
    }

    /// Whether a value is a task that is not over, of a loop that is closed and holds it no more.
    pub(super) fn is_left_pending(&self, value: Value) -> bool {
        let Value::Task(number) = value else { return false };
        let task = CellId(number as u32);
        self.is_forgotten(task) && self.loops.is_closed(self.home(Awaitable::Task(task)))
    }

    /// What a task that is not over holds: its callbacks, its coroutine, what it waits for.
    pub(super) fn held_by_pending(&self, task: CellId) -> Vec<Value> {
        let cell = &self.cells[task];
        let mut held = Vec::new();
        self.mark_callbacks(cell.callback, &mut held);
        if cell.state == State::Scheduled {
            held.extend(self.cells.slots(task, self.live_slots(task)));
        } else if cell.state.is_pending_task() {
            held.push(self.cells.coroutine_value(task));
        }
        held.extend(self.awaited_by_task(task).map(value_of));
        if matches!(cell.state, State::Sleeping | State::SleepDue) {
            // By way of the future of its sleep.
            held.push(value_of(Awaitable::Task(task)));
        }
        held
    }

    /// What a task waits for.
    pub(super) fn awaited_by_task(&self, task: CellId) -> Option<Awaitable> {
        let cell = &self.cells[task];
        match cell.state {
            State::WaitingForTask => Some(Awaitable::Task(CellId(cell.wait() as u32))),
            State::WaitingForFuture => Some(Awaitable::Future(FutureId(cell.wait() as u32))),
            _ => None,
        }
    }

    /// What the frames of a coroutine or generator hold that waits, or has not begun.
    pub(super) fn held_by_frames(&self, outermost: CellId) -> Vec<Value> {
        let mut held = self.cells.slots(outermost, self.live_slots(outermost)).to_vec();
        for inner in self.inside_of(outermost).into_iter().rev() {
            held.extend(self.cells.slots(inner, self.live_slots(inner)));
        }
        held
    }

    /// The activations that are held by the coroutine in which they wait, and by nothing else.
    pub(super) fn held_activations(&self) -> Vec<bool> {
        let mut held = vec![false; self.cells.len()];
        let tasks = self.cells.iter().filter(|(_, cell)| cell.state.is_pending_task()).map(|(task, _)| task);
        for task in tasks {
            self.inside_of(task).into_iter().for_each(|inner| held[inner.0 as usize] = true);
        }
        for base in self.by_hand.waiting() {
            held[base.0 as usize] = true;
            self.inside_of(base).into_iter().for_each(|inner| held[inner.0 as usize] = true);
        }
        held
    }

    /// Whether a task that is not over is kept whoever holds it: it runs, or what it waits for is known only to the engine. Of an
    /// open loop, which may still be asked for all its tasks, only the collector frees some.
    pub(super) fn is_kept_pending(&self, task: CellId) -> bool {
        let cell = &self.cells[task];
        if cell.state == State::Running || cell.has(flag::HIDDEN) || self.is_sequential() {
            return true;
        }
        let home = self.home(Awaitable::Task(task));
        let is_open = self.loops.all.get(home as usize).is_none_or(|each| !each.is_closed);
        let mut is_awaited = is_open && !(self.is_collecting && self.workers.machine.is_alone());
        self.lists.for_each(cell.callback, |callback| is_awaited |= is_open && callback == Callback::Stop);
        is_awaited
    }

    /// The tasks that the queues of the loop at hand hold.
    pub(super) fn tasks_in_queues(&mut self, tasks: &mut Vec<Value>) {
        self.discipline.for_each(&mut |ready| match ready.handle() {
            Handle::Step(cell) | Handle::FinishSleep(cell, _) => tasks.push(value_of(Awaitable::Task(cell))),
            Handle::Call(_) | Handle::GatherChild(..) | Handle::Report(..) | Handle::Stop(_) => {}
        });
        let cells = &self.cells;
        self.agenda.for_each(|timer| {
            if let Target::Sleeper(cell) = timer.target()
                && cells[cell].has_timer(timer.generation())
            {
                tasks.push(value_of(Awaitable::Task(cell)));
            }
        });
    }

    /// Nobody is told of a task that the library made, if it is not over when nobody holds it (`_log_destroy_pending`).
    #[inline]
    pub(super) fn leave_untold(&mut self, task: CellId) {
        let cell = &mut self.cells[task];
        if !cell.state.is_done() {
            cell.flags |= flag::RETRIEVED;
        }
    }

    /// Nobody holds a task that is not over: the handler of its loop is told, else the end of the run tells of it.
    pub(super) fn tell_forgotten(&mut self, task: CellId) -> Result<(), Stop> {
        let value = value_of(Awaitable::Task(task));
        let message = self.vm.heap.string("Task was destroyed but it is pending!");
        let home = self.home(Awaitable::Task(task));
        let entries = self.with_source(value, &[("task", value), ("message", message)])?;
        let is_told = self.tell_handler_of(home, &entries)?;
        self.weak.left.swap_remove(&task);
        if !is_told {
            let (number, label) = (self.cells[task].number, self.label(task));
            self.warnings.push(Loss::Pending { number, label });
        }
        Ok(())
    }

    /// Takes the coroutine of a task that waits out of it: its outermost activation from now on.
    pub(super) fn take_coroutine(&mut self, task: CellId) -> CellId {
        let cell = self.cells[task];
        if self.is_forgotten(task) {
            let future = match self.awaited_by_task(task) {
                Some(Awaitable::Future(future)) => Some(future),
                _ => None,
            };
            let words = self.told_of_wait(task);
            self.weak.left.insert(task, Left { words, future });
        }
        let waiter = self.give_up_waiting(task);
        let code = &self.program.codes[cell.code];
        let base = self.cells.insert(cell.code, code.slots, State::Inline);
        let values = self.cells.slots(task, code.slots).to_vec();
        self.cells.slots_mut(base, code.slots).copy_from_slice(&values);
        self.cells[base].pc = cell.pc;
        self.frames.move_to(task, base);
        if let Some(names) = self.renamed_coroutines.get(&task).copied() {
            self.renamed_coroutines.insert(base, names);
        }
        self.vm.heap.note_allocation();
        let outermost = self.inside_of(task).pop();
        if let Some(outermost) = outermost {
            self.cells[outermost].link = base;
        }
        self.by_hand.take_in(base, if cell.link == task { base } else { cell.link }, waiter);
        self.end_pending(task);
        base
    }

    /// What a task whose coroutine was taken waited for, as its text tells it; `None` for other tasks.
    pub(super) fn words_left_by(&mut self, task: CellId) -> Option<String> {
        let left = self.weak.left.get(&task)?;
        match left.future {
            Some(future) if !matches!(self.vm.futures[future].state, FutureState::Pending) => {
                let waited = self.text_of_future(future).ok()?.ok()?;
                Some(format!(" wait_for={waited}"))
            }
            _ => Some(left.words.clone()),
        }
    }

    /// A task does not wait any more for what it waited for; a loop that is closed is still asked to wake it, and refuses. It may
    /// stand in a line itself: then its coroutine does, from now on.
    fn give_up_waiting(&mut self, task: CellId) -> Option<FutureId> {
        let wait = self.cells[task].wait();
        let awaited = self.awaited_by_task(task)?;
        let waiter = match awaited {
            Awaitable::Future(future) if wait & IN_LINE != 0 => Some(future),
            _ => None,
        };
        if !self.loops.is_closed(self.home(awaited)) {
            self.remove_callback(awaited, Callback::Wakeup(task));
        }
        waiter
    }

    /// A task that nobody holds is over without an outcome: what is left of it is freed with the next sweep.
    pub(super) fn end_pending(&mut self, task: CellId) {
        let slots = self.program.codes[self.cells[task].code].slots;
        self.cells.slots_mut(task, slots).fill(Value::Unbound);
        let cell = &mut self.cells[task];
        cell.state = State::Destroyed;
        cell.link = task;
        cell.set_wait(0);
        self.contexts.forget_task(task);
        self.elsewhere.swap_remove(&task);
        self.alive -= 1;
    }

    /// The same of what nobody holds, if it is a task that was to be stepped.
    pub(super) fn end_scheduled(&mut self, value: Value) {
        if let Value::Task(number) = value
            && let task = CellId(number as u32)
            && self.cells[task].state == State::Scheduled
        {
            self.end_pending(task);
        }
    }
}
