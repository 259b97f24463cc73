//! What most tasks go through, in few steps, where no trace is told of tasks. Whatever is not quite so simple is left to the
//! functions that do all of it, which these name.

use crate::asyncio::gather;
use crate::kernel::agenda::Target;
use crate::kernel::{Callback, FutureState, Gather, IN_LINE, IS_OWN, NO_CELL, State, Value, flag, value_of};
use crate::policy::{Discipline, Handle, Ready};
use crate::program::code::Op;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, FutureId, Id, TaskNumber};

use super::loops::NOBODY_ASKS;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Makes coroutines that nothing has run yet tasks without names of their own, which report to a gather, as
    /// [`schedule_task`](Self::schedule_task) does it. How many it was, from the first on: there it came to one that takes more steps.
    pub(super) fn schedule_quietly(&mut self, coroutines: &mut [Value], gather: FutureId) -> usize {
        let is_plain = self.is_quiet() && self.named_for_factory.is_none() && !self.contexts.are_used;
        let is_plain = is_plain && self.loops.at_hand == 0 && self.loops.homes.is_empty();
        if !is_plain || self.vm.heap.has_kinds() {
            return 0;
        }
        self.discipline.make_room(coroutines.len());
        for (index, coroutine) in coroutines.iter_mut().enumerate() {
            let Value::Coroutine(number) = *coroutine else { return index };
            let Some((cell, task)) = self.cells.fresh_mut(number) else { return index };
            let code = &self.program.codes[task.code];
            let Some(ordinal) = self.ordinals.get_mut(code.name.index()) else { return index };
            if code.is_hidden || task.has(flag::NAMED) || self.alive >= self.options.limits.max_tasks {
                return index;
            }
            self.alive += 1;
            *ordinal += 1;
            task.created = self.vm.futures.next_birth();
            task.number = TaskNumber(self.next_number);
            task.name = code.name;
            task.ordinal = *ordinal;
            task.state = State::Scheduled;
            task.flags |= flag::TASK | flag::RETRIEVED;
            task.link = cell;
            task.callback = Callback::GatherChild(gather);
            *coroutine = value_of(Awaitable::Task(cell));
            self.counters.tasks += 1;
            self.next_number += 1;
            self.discipline.enqueue(Ready::new(Handle::Step(cell), NOBODY_ASKS, self.now));
        }
        coroutines.len()
    }

    /// A step of a task begins where there is nothing to tell: a first step, the end of a turn or a sleep without a result, and of a
    /// wait in line. The activation that goes on, and with what; `None` where that takes more steps.
    #[inline(always)]
    pub(super) fn begin_step(&mut self, task: CellId) -> Option<(CellId, Value)> {
        self.current = Some(task);
        self.unannounced = 0;
        let may_stand = self.is_calm || self.look_around(task)?;
        let cell = &self.cells[task];
        if cell.has(flag::MUST_CANCEL) {
            return None;
        }
        let value = match cell.state {
            State::InLine => self.leave_spot(task)?,
            State::Scheduled | State::Yielded | State::SleepDone if !cell.is_given_result() => {
                self.vm.told += 1;
                Value::None
            }
            State::WaitingForFuture if cell.wait() & IN_LINE != 0 => {
                let waiter = FutureId(cell.wait() as u32);
                self.leave_line_quietly(waiter)?
            }
            State::WaitingForFuture if cell.wait() & IS_OWN != 0 => {
                let gathering = FutureId(cell.wait() as u32);
                self.take_results(gathering)?
            }
            _ => return None,
        };
        self.vm.stepping = if may_stand { task } else { NO_CELL };
        let cell = &mut self.cells[task];
        cell.state = State::Running;
        Some((cell.link, value))
    }

    /// A step of a task begins: whether the task may stand in line without a future, `None` where there is something to tell. Where nothing
    /// is out of the ordinary it is calm from now on.
    #[inline(never)]
    fn look_around(&mut self, task: CellId) -> Option<bool> {
        self.contexts.enter_task(task);
        if !self.is_quiet() || !self.closing_anew.is_empty() {
            return None;
        }
        let may_stand =
            self.is_loop_running && self.standing.is_empty() && !self.by_hand.is_used && !self.program.lets_go;
        self.is_calm = may_stand
            && !self.contexts.are_used
            && !self.looks_behind
            && !self.is_stopping
            && self.interrupt.is_none()
            && self.refused.is_none()
            && self.agenda.cancelled() == 0
            && self.loops.are_one()
            && self.workers.machine.is_alone()
            && self.may_pass_on();
        Some(may_stand)
    }

    /// Whether a pass may begin without a look at signals and timers: none has come, none is due, and somebody reads what is told.
    #[inline(never)]
    pub(super) fn may_pass_on(&self) -> bool {
        let is_due = self.agenda.earliest().is_some_and(|due| due <= self.now);
        !is_due && !self.signals.have_come() && !self.sink.is_closed()
    }

    /// Nothing is ready where it is calm: the clock moves to the next deadline. A task whose sleep is then over alone goes through two passes
    /// of one handle each, its timer's and its step, of which the latter is still to be run; for everything else a pass begins.
    #[inline(never)]
    pub(super) fn sleep_on(&mut self) -> Result<Option<CellId>, Stop> {
        self.current = None;
        let Some(due) = self.agenda.earliest().filter(|_| !self.vm.heap.wants_collection()) else {
            self.begin_pass()?;
            return Ok(None);
        };
        self.advance_to(due)?;
        let Some(timer) = self.agenda.pop_due(due) else { return Ok(None) };
        if let Target::Sleeper(task) = timer.target()
            && self.agenda.earliest() != Some(due)
            && self.cells[task].generation == timer.generation()
        {
            self.cells[task].state = State::SleepDone;
            self.counters.passes += 2;
            self.counters.handles += 1;
            return Ok(Some(task));
        }
        self.come_due(timer);
        self.take_due()?;
        Ok(None)
    }

    /// A task returned, as [`finish_task`](Self::finish_task) does it; whether it was done.
    #[inline(never)]
    pub(super) fn finish_quietly(&mut self, task: CellId, value: Value) -> bool {
        let is_alone = self.is_calm
            || self.is_quiet() && self.standing.is_empty() && self.loops.are_one() && !self.contexts.are_used;
        let cell = &mut self.cells[task];
        if !is_alone || self.program.codes[cell.code].steps_object || cell.has(flag::MUST_CANCEL) {
            return false;
        }
        let handle = match cell.callback {
            // Its report would count it, and nobody could tell when.
            Callback::GatherChild(future)
                if self.is_calm
                    && self.discipline.keeps_order()
                    && gather::count_ahead(&mut self.vm.futures[future]) =>
            {
                None
            }
            Callback::GatherChild(future) => {
                gather::expect(&mut self.vm.futures[future]);
                Some(Handle::GatherChild(future, Awaitable::Task(task)))
            }
            Callback::Report(thing) => Some(Handle::Report(thing, Awaitable::Task(task))),
            Callback::Wakeup(waiter) => Some(Handle::Step(waiter)),
            Callback::None | Callback::Script(_) | Callback::Stop | Callback::Several(_) => return false,
        };
        cell.callback = Callback::None;
        cell.state = State::Returned;
        self.cells.set_slot(task, 0, value);
        self.vm.told += 1;
        self.alive -= 1;
        self.counters.finished += 1;
        match handle {
            Some(handle) => self.discipline.enqueue(Ready::new(handle, NOBODY_ASKS, self.now)),
            None => self.counters.handles += 1,
        }
        self.current = None;
        true
    }

    /// `await asyncio.gather(…)` of coroutines that nothing has run yet, as [`gather`](Self::gather) and
    /// [`await_future`](Self::await_future) do it one after the other; whether it was done. The arguments stand in slots from `first` on.
    #[inline(never)]
    pub(super) fn gather_quietly(&mut self, activation: CellId, first: u16) -> bool {
        let (Some(task), Value::List(list)) = (self.current, self.slot(first)) else { return false };
        let cell = &self.cells[activation];
        let is_awaited = self.program.codes[cell.code].ops.get(cell.pc as usize) == Some(&Op::AwaitOwn);
        let is_plain = is_awaited && self.is_calm && self.cells[task].state == State::Running;
        let is_plain = is_plain && !self.cells[task].has(flag::MUST_CANCEL) && !self.starts_at_once();
        let is_plain = is_plain && self.own_factory().is_none() && !self.sources.is_on && self.asked_by_hand.is_empty();
        let begins = matches!(self.vm.heap.list_items(list).first(), Some(Value::Coroutine(_)));
        if !is_plain || !begins {
            return false;
        }
        let returns_exceptions = match self.slot(first + 1) {
            Value::Unbound | Value::Bool(0) => false,
            Value::Bool(_) => true,
            _ => return false,
        };
        let mut children = std::mem::take(self.vm.heap.list_items_mut(list));
        let future = self.vm.futures.insert(None);
        let made = self.schedule_quietly(&mut children, future);
        if made < children.len() {
            // Not all are alike: those that were made are told of the gather with the others.
            for child in &children[..made] {
                if let Value::Task(number) = *child {
                    self.cells[CellId(number as u32)].callback = Callback::None;
                }
            }
            children.extend([Value::Unbound, value_of(Awaitable::Future(future))]);
            *self.vm.heap.list_items_mut(list) = children;
            return false;
        }
        let distinct = u32::try_from(made).unwrap_or(u32::MAX);
        self.vm.heap.note_allocation();
        self.vm.heap.note_gathering(future);
        let gathered = Gather { children, distinct, counts_ahead: true, returns_exceptions, ..Gather::default() };
        self.vm.futures.set_gather(future, gathered);
        self.vm.futures[future].callback = Callback::Wakeup(task);
        // The gather, and the wait for it.
        self.vm.told += 2;
        self.cells[activation].pc += 1;
        let cell = &mut self.cells[task];
        cell.state = State::WaitingForFuture;
        cell.set_wait(u64::from(future.0) | IS_OWN);
        cell.link = activation;
        true
    }

    /// Whether this last child of a gather returned, so that the gather ends with results and needs nothing out of the ordinary for it.
    pub(super) fn ends_gather_quietly(&self, future: FutureId, child: Awaitable) -> bool {
        let (Awaitable::Task(task), gathering) = (child, &self.vm.futures[future]) else { return false };
        self.cells[task].state == State::Returned
            && gathering.state == FutureState::Pending
            && gathering.gather.as_ref().is_some_and(|gathered| {
                let are_distinct = gathered.children.len() == gathered.distinct as usize;
                are_distinct && !gathered.cancel_requested && !gathered.returns_exceptions
            })
            && matches!(gathering.callback, Callback::None | Callback::Wakeup(_))
            && self.forgets_quietly()
    }

    /// A task goes on with the results of a gather that only it holds, which is freed; `None` where that takes more.
    #[inline(never)]
    fn take_results(&mut self, future: FutureId) -> Option<Value> {
        let gathering = &self.vm.futures[future];
        let FutureState::Result(results) = gathering.state else { return None };
        if !self.is_calm || !gathering.gather.as_deref().is_some_and(gather::is_complete) {
            return None;
        }
        self.vm.told += 1;
        self.vm.heap.note_freed();
        self.vm.heap.forget_gathering(future);
        self.vm.futures.free_gather(future);
        Some(results)
    }

    /// Whether nothing is kept of any task beside its cell, so that [`forget_task`](Self::forget_task) only frees that.
    pub(super) fn forgets_quietly(&self) -> bool {
        self.cancellations.is_empty()
            && self.renamed.is_empty()
            && self.renamed_coroutines.is_empty()
            && self.finished_early.is_empty()
            && self.extras.is_empty()
            && self.frames.open.is_empty()
    }

    /// Frees the cell of a task of which nothing else is kept, as [`forget_task`](Self::forget_task) does it.
    #[inline]
    pub(super) fn forget_quietly(&mut self, task: CellId) {
        let code = &self.program.codes[self.cells[task].code];
        if code.is_async {
            self.vm.heap.note_freed();
            self.cells.note_end(task, None);
        }
        self.cells.free(task, code.slots);
    }
}
