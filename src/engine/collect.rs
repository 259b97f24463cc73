//! Garbage: what no root reaches is freed. Roots are the globals, the running code, every task that is not over, and what the
//! loop will call.

use crate::kernel::agenda::Target;
use crate::kernel::{Callback, FutureState, NO_CELL, State, Value, awaitable_of, flag, value_of};
use crate::policy::{Discipline, Handle};
use crate::trace::{Limit, Sink};
use crate::units::{Awaitable, CellId, FutureId, Id, ThingKind};

use super::operand::may_hold;
use super::pending::Left;
use super::report::Loss;
use super::{Engine, Standing, Stop};

/// Rounds of loops that pass before the engine looks at limits: so many count as one event.
pub(super) const ROUNDS_PER_EVENT: u32 = 64;

/// So many allocated bytes count as one event.
const BYTES_PER_EVENT: usize = 4096;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Between rounds of a loop: limits, and the garbage.
    pub(super) fn pause(&mut self, acc: Value) -> Result<(), Stop> {
        if self.vm.rounds == 0 {
            self.vm.rounds = ROUNDS_PER_EVENT;
            self.vm.told += 1;
            if self.vm.told > self.options.limits.max_events {
                return Err(self.limit(Limit::Events(self.options.limits.max_events)));
            }
        }
        if self.vm.heap.wants_collection() {
            // The accumulator is a root while it is looked at: it is kept where roots are.
            self.standing.push(Standing::keeping(acc));
            self.collect_garbage();
            self.standing.pop();
        }
        Ok(())
    }

    /// Marks what is reachable and frees the rest, circles as well, as CPython's collector does that comes by itself.
    #[cold]
    pub(super) fn collect_garbage(&mut self) {
        // What is allocated again and again is work, too: a loop that only allocates must reach a limit.
        self.vm.told += (self.vm.heap.allocated_bytes() / BYTES_PER_EVENT) as u64;
        if self.program.lets_go {
            self.circles.clear();
            self.look(&[], true);
            return;
        }
        self.vm.spots.forget_lines(&mut self.vm.things);
        let mut pending = self.roots();
        self.mark_all(&mut pending);
        self.sweep();
    }

    /// Whether there is a task or a future whose exception nobody has seen yet.
    pub(super) fn has_losses(&self) -> bool {
        let is_free = |value| !self.circles.contains(&value);
        self.cells.iter().any(|(task, _)| self.is_loss(task) && is_free(value_of(Awaitable::Task(task))))
            || self
                .vm
                .futures
                .all()
                .any(|(id, future)| future.lost_exception().is_some() && is_free(value_of(Awaitable::Future(id))))
    }

    /// Looks what nothing holds any more: variables that are not in use where an activation stands count as nothing. What matters
    /// when it is freed waits in `lost` for [`tell_losses`](Self::tell_losses); circles stay, unless the look is thorough. `first`
    /// is what has lost a reference.
    pub(super) fn look(&mut self, first: &[Value], is_thorough: bool) {
        let mut pending = self.mark_roots();
        let (freed, kept) = if is_thorough { (self.unmarked(), Vec::new()) } else { self.sort_garbage(first) };
        self.circles.extend(&kept);
        pending.extend(kept);
        self.mark_all(&mut pending);
        self.forget_weak();
        self.collecting.retain(|value| !freed.contains(value));
        for (index, &value) in freed.iter().enumerate() {
            if self.matters(value) {
                self.lose(value, |engine, reference| {
                    engine.is_marked(reference) || freed[index..].contains(&reference)
                });
                pending.push(value);
            } else {
                self.end_scheduled(value);
            }
        }
        pending.extend(&self.lost);
        self.sweep_rest(pending);
    }

    /// Marks what is reachable, for a look; what is to be marked besides goes into what is returned.
    pub(super) fn mark_roots(&mut self) -> Vec<Value> {
        self.marks_live_only = true;
        let mut pending = self.roots();
        self.mark_all(&mut pending);
        pending
    }

    /// The end of a look: what is marked or reached from `pending` stays.
    pub(super) fn sweep_rest(&mut self, mut pending: Vec<Value>) {
        self.mark_all(&mut pending);
        self.marks_live_only = false;
        pending.extend(self.raised_in.map(|(exception, _)| exception));
        for index in 0..self.cells.len() {
            let id = CellId::from_index(index);
            let cell = &self.cells[id];
            if cell.has(flag::MARKED) && !cell.state.is_done() {
                let slots = self.program.codes[cell.code].slots;
                pending.extend(self.cells.slots(id, slots).iter().filter(|value| may_hold(**value)));
            }
        }
        let marked = self.vm.futures.all().filter(|(id, _)| self.vm.futures.is_marked(*id));
        pending.extend(marked.filter_map(|(_, future)| future.line()).map(|(thing, _)| Value::Thing(thing)));
        self.mark_all(&mut pending);
        self.sweep();
    }

    /// What is lost is told of once.
    pub(super) fn note_told(&mut self, value: Value) {
        match value {
            Value::Task(number) => self.cells[CellId(number as u32)].flags |= flag::RETRIEVED,
            Value::Future(number) => self.vm.futures[FutureId(number as u32)].is_retrieved = true,
            Value::Instance(at) => self.vm.heap.note_finalized(at),
            _ => {}
        }
    }

    /// Whether something happens when a value is freed, or the script has somebody called then.
    pub(super) fn matters(&self, value: Value) -> bool {
        self.matters_itself(value) || self.weak.callbacks.has(value)
    }

    /// Whether something happens when a value is freed: a generator is closed, an object finalized, and an exception that nobody
    /// saw is told of.
    pub(super) fn matters_itself(&self, value: Value) -> bool {
        match value {
            Value::Generator(number) => {
                let cell = self.generator_cell(number);
                cell.is_some_and(|cell| {
                    let is_suspended = self.cells[cell].state == State::Suspended && !self.orphans.contains(&value);
                    is_suspended || self.is_abandoned(cell)
                })
            }
            Value::Task(number) => {
                let task = CellId(number as u32);
                self.is_forgotten(task) || self.is_loss(task) && self.has_handler(Awaitable::Task(task))
            }
            Value::Coroutine(number) => self.is_suspended_coroutine(number) || self.is_never_awaited(number),
            Value::Future(number) => {
                let future = FutureId(number as u32);
                self.vm.futures[future].lost_exception().is_some() && self.has_handler(Awaitable::Future(future))
            }
            other => self.is_to_be_finalized(other),
        }
    }

    pub(super) fn mark_all(&mut self, pending: &mut Vec<Value>) {
        while let Some(value) = pending.pop() {
            match value {
                Value::Coroutine(coroutine) => self.mark_coroutine(coroutine, pending),
                Value::Generator(number) => {
                    if let Some(cell) = self.generator_cell(number) {
                        self.mark_cell(cell, pending);
                    }
                }
                Value::Task(task) => self.mark_cell(CellId(task as u32), pending),
                Value::Future(future) => self.mark_future(FutureId(future as u32), pending),
                Value::Handle(number) => self.mark_call(number as u32, pending),
                Value::Loop(number) => self.loops.meet(number),
                Value::Frame(number) => {
                    if self.frames.mark(number) {
                        pending.extend(self.held_by_frame(number).into_iter().filter(|value| may_hold(*value)));
                    }
                }
                Value::Thing(thing) => {
                    let mut calls = Vec::new();
                    self.vm.things.mark(thing as u32, pending, &mut calls);
                    pending.extend(calls.into_iter().map(|call| Value::Handle(u64::from(call))));
                }
                Value::List(list) if self.vm.heap.mark_list(list) => {
                    // Coroutines in it are marked where they stand: long lists of them are not copied for it.
                    for index in 0..self.vm.heap.list_items(list).len() {
                        match self.vm.heap.list_items(list)[index] {
                            Value::Coroutine(coroutine) => self.mark_coroutine(coroutine, pending),
                            item => pending.push(item),
                        }
                    }
                }
                Value::List(_) => {}
                other => self.vm.heap.mark(other, pending),
            }
        }
    }

    fn mark_coroutine(&mut self, coroutine: u64, pending: &mut Vec<Value>) {
        let cell = CellId(coroutine as u32);
        if self.fresh_coroutine(coroutine).is_some() || self.is_suspended_coroutine(coroutine) {
            self.mark_cell(cell, pending);
        }
    }

    fn roots(&mut self) -> Vec<Value> {
        let mut roots = self.vm.globals.clone();
        roots.extend(&self.kept);
        roots.extend(self.vm.heap.being_written());
        self.workers.for_each_value(&mut roots);
        roots.extend(self.vm.heap.values_of_classes());
        for standing in &self.standing {
            roots.push(standing.acc);
            roots.extend(standing.context);
        }
        roots.extend(self.cancellations.values().flat_map(|asked| [asked.message, asked.sleep_message]));
        let mut calls = Vec::new();
        self.loops.for_each_value(&mut roots, &mut calls);
        self.contexts.for_each_value(&mut roots);
        self.by_hand.for_each_value(&mut roots);
        self.extras.for_each_value(&mut roots);
        roots.extend(self.thread_objects.values());
        // While the collector is at work, what it has found is freed where nothing else of it holds it any more.
        roots.extend(self.circles.iter().filter(|_| !self.is_collecting));
        // A task holds itself until its turn comes, by way of what it waited for before its coroutine was closed.
        let is_destroyed = |value: &&Value| matches!(**value, Value::Task(number) if self.cells[CellId(number as u32)].state == State::Destroyed);
        roots.extend(self.collecting.iter().filter(is_destroyed));
        roots.extend(self.weak.waker.iter().chain(&self.weak.released));
        roots.extend(self.weak.left.values().filter_map(Left::held));
        // Whoever asked for what is done by now does not hold it.
        let mut asked = std::mem::take(&mut self.asked_by_hand);
        asked.retain(|asked| !self.is_done(*asked));
        roots.extend(asked.iter().map(|asked| value_of(*asked)));
        self.asked_by_hand = asked;
        self.alike.for_each_value(&mut roots);
        roots.extend(calls.into_iter().map(|call| Value::Handle(u64::from(call))));
        roots.extend(self.lost.iter().copied().chain(self.interrupt));
        roots.extend(self.thrown_in);
        roots.extend(self.refused.iter().flatten());
        // That the engine remembers where an exception came from holds it for nobody.
        roots.extend(self.raised_in.map(|(exception, _)| exception).filter(|_| !self.marks_live_only));
        let held = if self.marks_live_only { self.held_activations() } else { Vec::new() };
        for index in 0..self.cells.len() {
            let cell = CellId::from_index(index);
            let state = self.cells[cell].state;
            let is_root = match state {
                State::Inline => !held.get(index).copied().unwrap_or(false),
                state if state.is_pending_task() => !self.marks_live_only || self.is_kept_pending(cell),
                _ => false,
            };
            if is_root {
                self.mark_cell(cell, &mut roots);
            }
        }
        if self.marks_live_only {
            self.tasks_in_queues(&mut roots);
        }
        let mut calls = Vec::new();
        self.discipline.for_each(&mut |ready| match ready.handle() {
            Handle::Call(number) => calls.push(Value::Handle(u64::from(number))),
            Handle::GatherChild(future, child) => {
                calls.extend([value_of(Awaitable::Future(future)), value_of(child)]);
            }
            Handle::Report(thing, done) => {
                calls.extend([Value::Thing(u64::from(thing)), value_of(done)]);
            }
            Handle::Stop(done) => calls.push(value_of(done)),
            Handle::Step(_) | Handle::FinishSleep(..) => {}
        });
        self.agenda.for_each(|timer| {
            if let Target::Callback(number) = timer.target() {
                calls.push(Value::Handle(u64::from(number)));
            }
        });
        roots.extend(calls);
        roots
    }

    fn mark_cell(&mut self, id: CellId, pending: &mut Vec<Value>) {
        let cell = &mut self.cells[id];
        if cell.has(flag::MARKED) || cell.state == State::Free {
            return;
        }
        cell.flags |= flag::MARKED;
        let (code, callback, state) = (cell.code, cell.callback, cell.state);
        let slots = match () {
            () if state.is_done() => self.slots_of_finished(id),
            () if self.marks_live_only => self.live_slots(id),
            () => self.program.codes[code].slots,
        };
        pending.extend(self.cells.slots(id, slots).iter().filter(|value| may_hold(**value)));
        pending.extend(self.awaited_by_task(id).map(value_of));
        self.mark_callbacks(callback, pending);
        if self.marks_live_only {
            self.inside_of(id).into_iter().for_each(|inner| self.mark_cell(inner, pending));
        }
    }

    /// Of a task that is over its result is left, and the object that it stepped.
    pub(super) fn slots_of_finished(&self, task: CellId) -> u16 {
        1 + u16::from(self.steps_object(task))
    }

    fn mark_future(&mut self, id: FutureId, pending: &mut Vec<Value>) {
        if !self.vm.futures.mark(id) {
            return;
        }
        let future = &self.vm.futures[id];
        match future.state {
            FutureState::Pending => {}
            FutureState::Result(value) | FutureState::Exception(value) | FutureState::Cancelled(value) => {
                pending.push(value);
            }
        }
        if let Some(gather) = &future.gather {
            // Most children are tasks that are not over: roots, and marked.
            let is_new = |child: &&Value| match awaitable_of(**child) {
                Some(Awaitable::Task(task)) => !self.cells[task].has(flag::MARKED),
                Some(Awaitable::Future(_)) | None => true,
            };
            pending.extend(gather.children.iter().filter(is_new));
        }
        // What is told of a shield or a wait that is over is the engine's own need.
        let is_over = future.state != FutureState::Pending;
        let holds = |thing| !(is_over && matches!(ThingKind::of(thing), ThingKind::Shield | ThingKind::Waiting));
        if let Some((thing, _)) = future.line().filter(|(thing, _)| !self.marks_live_only || holds(*thing)) {
            pending.extend([Value::Thing(thing), future.stake]);
        }
        let callback = future.callback;
        self.mark_callbacks(callback, pending);
    }

    fn mark_call(&mut self, number: u32, pending: &mut Vec<Value>) {
        if self.calls.mark(number) {
            pending.extend(self.calls.held_by(number));
        }
    }

    pub(super) fn mark_callbacks(&self, callback: Callback, pending: &mut Vec<Value>) {
        self.lists.for_each(callback, |callback| match callback {
            Callback::GatherChild(future) => pending.push(value_of(Awaitable::Future(future))),
            Callback::Report(thing) => pending.push(Value::Thing(u64::from(thing))),
            Callback::Script(number) => pending.push(Value::Handle(u64::from(number))),
            Callback::Wakeup(task) => pending.push(value_of(Awaitable::Task(task))),
            Callback::None | Callback::Stop | Callback::Several(_) => {}
        });
    }

    fn sweep(&mut self) {
        self.keep_marked_callbacks();
        let mut lost = Vec::new();
        let mut kept = 0;
        for index in 0..self.cells.len() {
            let id = CellId::from_index(index);
            let cell = &mut self.cells[id];
            let is_marked = cell.has(flag::MARKED);
            cell.flags &= !flag::MARKED;
            kept += usize::from(is_marked);
            if is_marked || cell.state == State::Free {
                continue;
            }
            let state = cell.state;
            if self.is_idle_generator(id) {
                self.suspended -= usize::from(state == State::Suspended);
                self.free_cell(id);
            } else if state == State::Fresh && self.cells[id].has(flag::RETRIEVED) {
                self.free_cell(id);
            } else if state == State::Fresh {
                let name = self.program.codes[self.cells[id].code].name;
                self.warnings.push(Loss::NeverAwaited { name });
                self.free_cell(id);
            } else if state.is_done() || state == State::Destroyed {
                self.forget_task(id);
            }
        }
        self.vm.futures.sweep(|future| lost.extend(future.lost_exception()));
        self.unbegun.retain(|future| self.vm.futures.is_alive(*future));
        self.vm.heap.keep_gatherings(|future| self.vm.futures.is_alive(future));
        for exception in lost {
            let exception = self.shown(exception);
            self.warnings.push(Loss::FutureException { exception });
        }
        self.calls.sweep();
        self.sources.sweep(&self.calls);
        self.vm.things.sweep();
        self.frames.sweep();
        self.sweep_extras();
        self.vm.heap.sweep(kept);
        debug_assert!(self.activation == NO_CELL || self.cells[self.activation].state != State::Free);
    }
}
