//! Tasks: created, stepped, labelled (`tasks.py`, `Task`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{CallState, FutureState, HAS_RESULT, IN_LINE, IS_OWN, NO_CELL, State, TIMER_IS_SET, Value, flag};
use crate::policy::{Discipline, Handle, Ready, World};
use crate::signatures::helpers::Helper;
use crate::trace::{Awaited, Cause, Detail, EventKind, Late, Limit, Sink, TaskLabel};
use crate::units::{Awaitable, CellId, Delay, FutureId, Id, NameId, TaskNumber};

use super::{Engine, Standing, Stop};

/// What a step begins with.
pub(super) type Input = Result<Value, Raised>;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// What traces call a task; `None` for the loop's own helpers.
    #[inline]
    pub(super) fn label(&self, task: CellId) -> TaskLabel {
        let cell = &self.cells[task];
        TaskLabel { name: cell.name, ordinal: cell.ordinal }
    }

    /// What traces call the task that runs now.
    #[inline]
    pub(super) fn current_label(&self) -> Option<TaskLabel> {
        match self.current {
            Some(task) => Some(self.label(task)),
            None => self.worker_label(),
        }
    }

    /// Makes the coroutine in `cell` a task without putting it anywhere.
    pub(super) fn make_task(&mut self, cell: CellId, name: Option<NameId>, flags: u8) -> Result<(), Stop> {
        // 3.13 gives a number only to tasks without a name of their own; before, `create_task(name=…)` used one up as well.
        let takes_number =
            name.is_none() || self.is_eager || self.program.settings.python < crate::script::PythonVersion::V3_13;
        self.make_numbered_task(cell, name, flags, takes_number)
    }

    /// The same, which uses up a number or does not.
    pub(super) fn make_numbered_task(
        &mut self,
        cell: CellId,
        name: Option<NameId>,
        flags: u8,
        takes_number: bool,
    ) -> Result<(), Stop> {
        if self.alive >= self.options.limits.max_tasks {
            return Err(self.limit(Limit::Tasks(self.options.limits.max_tasks)));
        }
        self.alive += 1;
        let created = self.vm.futures.next_birth();
        self.counters.tasks += 1;
        let code = &self.program.codes[self.cells[cell].code];
        let fresh = &mut self.cells[cell];
        // The coroutine's own name, where its function was renamed.
        let own = if fresh.has(flag::NAMED) { fresh.name } else { code.name };
        let by_factory = self.named_for_factory.take_if(|(coroutine, _)| *coroutine == cell);
        let own = by_factory.map_or(own, |(_, name)| name);
        fresh.flags &= !flag::NAMED;
        let label = name.unwrap_or(own);
        let is_shutdown = code.is_hidden && self.names.text(code.name) == Helper::ShutdownAsyncgens.name();
        let flags = if is_shutdown { flags | flag::HIDDEN } else { flags };
        let number = self.next_number;
        self.next_number += u32::from(takes_number);
        if self.ordinals.len() <= label.index() {
            self.ordinals.resize(label.index() + 1, 0);
        }
        let ordinal = if flags & flag::HIDDEN == 0 {
            self.ordinals[label.index()] += 1;
            self.ordinals[label.index()]
        } else {
            0
        };
        let task = &mut self.cells[cell];
        task.number = TaskNumber(number);
        task.created = created;
        task.name = label;
        task.ordinal = ordinal;
        task.state = State::Scheduled;
        task.flags |= flag::TASK | flags | if name.is_some() { flag::NAMED } else { 0 };
        task.link = cell;
        self.note_home(cell);
        let context = self.copy_of_context();
        self.note_context_of_task(cell, context);
        if self.sources.is_on {
            self.note_source(Value::Task(u64::from(cell.0)), self.loops.at_hand);
        }
        Ok(())
    }

    /// `create_task`: the first step goes to the end of the ready queue.
    pub(super) fn schedule_task(&mut self, cell: CellId, name: Option<NameId>, flags: u8) -> Result<(), Stop> {
        self.make_task(cell, name, flags)?;
        self.call_soon(Handle::Step(cell));
        Ok(())
    }

    /// Sequential: the creator stands still while the child runs from its beginning to its end. Eager: until it first suspends.
    pub(super) fn stand_and_start(&mut self, child: CellId, acc: Value) -> CellId {
        let context = self.contexts.swap(None);
        self.standing.push(Standing {
            task: self.current,
            activation: self.activation,
            acc,
            child,
            context,
            is_by_factory: false,
        });
        self.contexts.enter_task(child);
        self.current = Some(child);
        self.cells[child].state = State::Running;
        self.unannounced = 0;
        self.tell(EventKind::Start { cause: Cause::By(self.standing_label()), late: None });
        child
    }

    pub(super) fn is_sequential(&self) -> bool {
        self.options.policy.world == World::Sequential
    }

    /// The creator of an eager task goes on once the task suspends (`tasks.py`, `__eager_start`).
    pub(super) fn back_to_creator(&mut self) -> Option<(CellId, Value)> {
        if self.is_sequential() {
            return None;
        }
        let child = self.current;
        let creator = self.standing.pop_if(|standing| Some(standing.child) == child)?;
        if creator.is_by_factory {
            self.name_after_first_step(creator.child);
        }
        self.current = creator.task;
        self.activation = creator.activation;
        self.contexts.swap(creator.context);
        self.unannounced = 0;
        Some((creator.activation, creator.acc))
    }

    fn standing_label(&self) -> Option<TaskLabel> {
        self.standing.last().and_then(|standing| standing.task).map(|task| self.label(task))
    }

    /// Runs a step of a task (`tasks.py`, `__step` and `__wakeup`).
    pub(super) fn step(&mut self, task: CellId, ready: Ready) -> Result<(), Stop> {
        let step = self.begin_step(task);
        // The loop that runs this handle has more to do than quick ways.
        self.is_calm = false;
        match step {
            Some((activation, value)) => self.drive(activation, value).map(|_| ()),
            None => self.step_otherwise(task, ready),
        }
    }

    /// The rest of [`step`](Self::step): with a trace, or with something out of the ordinary.
    #[inline(never)]
    pub(super) fn step_otherwise(&mut self, task: CellId, ready: Ready) -> Result<(), Stop> {
        self.give_futures();
        let state = self.cells[task].state;
        if self.program.lets_go {
            self.note_waker(task, state);
        }
        let own = if self.vm.heap.has_kinds() { self.result_by_own(task, state)? } else { None };
        let mut input = own.unwrap_or_else(|| self.outcome_of_wait(task, state));
        if let Err(raised) = input
            && self.beneath.handled != Value::None
            && self.is_raised_by_result(task, state)
        {
            self.vm.heap.set_context(raised, self.beneath.handled);
        }
        let mut is_made_here = false;
        if self.cells[task].has(flag::MUST_CANCEL) {
            self.cells[task].flags &= !flag::MUST_CANCEL;
            is_made_here = !matches!(input, Err(raised) if self.is_cancelled_error(raised));
            if is_made_here {
                input = Err(self.cancelled_error(task));
            }
        }
        self.cells[task].state = State::Running;
        self.activation = self.cells[task].link;
        if state == State::Scheduled {
            if let Err(raised) = input {
                // A task that is cancelled before its first step never runs.
                self.vm.told += 1;
                if let Some(method) = self.hand_on(self.activation, raised) {
                    self.drive(self.activation, Value::None)?;
                    self.note_closing(task, method);
                    return Ok(());
                }
                return self.end_before_start(task, raised);
            }
            let late = self.lateness(ready);
            self.tell(EventKind::Start { cause: ready.cause(), late });
        } else {
            self.tell_resume(state, task, input, ready);
            if state == State::SleepCancelled && self.cells[task].wait() & TIMER_IS_SET != 0 {
                self.tell_timer_cancelled(task);
            }
            if state == State::WaitingForFuture {
                let wait = self.cells[task].wait();
                if wait & IN_LINE != 0 {
                    match self.leave_line(FutureId(wait as u32), input) {
                        Some(outcome) => input = self.pass_line(outcome),
                        None => return Ok(()),
                    }
                }
                self.release_own_future(wait);
            }
        }
        let begins_anew = !self.closing_anew.is_empty() && self.closing_anew.swap_remove(&task) && input.is_ok();
        if begins_anew {
            input = Err(Raised(self.vm.heap.exception(ClassId::GENERATOR_EXIT, Vec::new())));
        }
        let activation = self.activation;
        match input {
            Ok(value) => {
                self.thrown = NO_CELL;
                self.drive(activation, value)
            }
            // What begins anew goes to the innermost at once (`genobject.c`, `async_gen_athrow_send`).
            Err(raised) if !begins_anew && self.is_exit(raised) && activation != task => {
                let raised = self.close_inside_of_task(task, raised)?;
                self.thrown = task;
                self.thrown_in = self.program.lets_go.then_some(raised.0);
                self.throw(task, raised)
            }
            Err(raised) => {
                self.pass_leaf(state, raised);
                self.thrown = activation;
                self.thrown_in = self.program.lets_go.then_some(raised.0);
                self.throw(activation, raised)
            }
        }?;
        // The step itself lets go of what it has made (`_asynciomodule.c`, `task_step_impl`).
        self.let_go_of_thrown(is_made_here.then_some(task))
    }

    /// Frees a gather's future that only the task which has its result now held, unless children will still report to it.
    fn release_own_future(&mut self, wait: u64) {
        if wait & IS_OWN == 0 {
            return;
        }
        let future = FutureId(wait as u32);
        let gather = self.vm.futures[future].gather.as_deref();
        if gather.is_some_and(crate::asyncio::gather::is_complete) {
            self.vm.heap.note_freed();
            self.vm.heap.forget_gathering(future);
            self.vm.futures.free(future);
        }
    }

    /// `task.result()` of a task that is done; its exception counts as seen. The first to ask a cancelled task gets the
    /// `CancelledError` that ended it, others a new one (`futures.py`, `_make_cancelled_error`).
    pub(super) fn result_of_task(&mut self, task: CellId) -> Input {
        self.cells[task].flags |= flag::RETRIEVED;
        let kept = self.cells.slot(task, 0);
        match self.cells[task].state {
            State::Returned => Ok(kept),
            State::Raised => Err(Raised(kept)),
            State::Cancelled if kept == Value::Unbound => Err(self.cancelled_error(task)),
            State::Cancelled => {
                self.cells.set_slot(task, 0, Value::Unbound);
                Err(Raised(kept))
            }
            _ => unreachable!("the task is done"),
        }
    }

    /// `future.result()` of a future that is done; its exception counts as seen.
    pub(super) fn result_of_future(&mut self, future: FutureId) -> Input {
        self.vm.futures[future].is_retrieved = true;
        match self.vm.futures[future].state {
            FutureState::Result(value) => Ok(value),
            FutureState::Exception(exception) => Err(Raised(exception)),
            FutureState::Cancelled(message) => Err(self.new_cancelled_error(message)),
            FutureState::Pending => unreachable!("the future is done"),
        }
    }

    /// Whether an awaitable is done.
    #[inline]
    pub(super) fn is_done(&self, awaitable: Awaitable) -> bool {
        match awaitable {
            Awaitable::Task(task) => self.cells[task].state.is_done(),
            Awaitable::Future(future) => self.vm.futures[future].state != FutureState::Pending,
        }
    }

    /// How late a step is against the instant of its cause.
    #[inline]
    pub(super) fn lateness(&self, ready: Ready) -> Option<Late> {
        let by = self.now.saturating_since(ready.since());
        (by > Delay::ZERO).then_some(Late { by, behind: self.holder })
    }

    #[inline]
    fn tell_resume(&mut self, state: State, task: CellId, input: Input, ready: Ready) {
        self.vm.told += 1;
        if self.sink.detail() < Detail::Tasks || self.cells[task].has(flag::HIDDEN) {
            return;
        }
        let late = self.lateness(ready);
        let mut text = std::mem::take(&mut self.text);
        let wait = self.cells[task].wait();
        let mut label = String::new();
        let from = self.awaited(state, wait, &mut label);
        // The result of `sleep(0, result)` is not a future's.
        let is_inner = match from {
            Awaited::Thing { kind, .. } => !kind.gives_its_result(),
            _ => state == State::Yielded,
        };
        let shown = input.map(|value| if is_inner { Value::None } else { value });
        let came = self.came(shown, &mut text);
        self.send(EventKind::Resume { from, came, cause: ready.cause(), late });
        self.text = text;
    }

    /// What a task in `state` with this `wait` waits for; `label` is memory for a future's label.
    pub(super) fn awaited<'t>(&self, state: State, wait: u64, label: &'t mut String) -> Awaited<&'t str> {
        match state {
            State::Sleeping | State::SleepDue | State::SleepDone | State::SleepCancelled => {
                Awaited::Sleep(Delay::from_nanoseconds(wait & !(TIMER_IS_SET | HAS_RESULT)))
            }
            State::WaitingForTask => Awaited::Task(self.label(CellId(wait as u32))),
            State::WaitingForFuture => self.awaited_future(FutureId(wait as u32), label),
            _ => Awaited::Sleep(Delay::ZERO),
        }
    }

    fn end_before_start(&mut self, task: CellId, raised: Raised) -> Result<(), Stop> {
        self.pass_unbegun(task, raised);
        match self.finish_task(task, Err(raised)) {
            Some((activation, acc)) => self.drive(activation, acc).map(|_| ()),
            None => Ok(()),
        }
    }

    /// The message that the last `cancel(msg)` left with a task: its `_cancel_message`.
    pub(super) fn message_of(&self, task: CellId) -> Value {
        self.cancellations.get(&task).map_or(Value::None, |asked| asked.message)
    }

    /// A new `CancelledError` for a task, with its message.
    pub(super) fn cancelled_error(&mut self, task: CellId) -> Raised {
        self.new_cancelled_error(self.message_of(task))
    }

    /// `CancelledError`, with a message unless it is `None` (`futures.py`, `_make_cancelled_error`).
    pub(super) fn new_cancelled_error(&mut self, message: Value) -> Raised {
        let arguments = if message == Value::None { Vec::new() } else { vec![message] };
        Raised(self.vm.heap.exception(ClassId::CANCELLED_ERROR, arguments))
    }

    /// Whether what was raised is a `CancelledError`.
    pub(super) fn is_cancelled_error(&self, raised: Raised) -> bool {
        let Value::Exception(reference) = raised.0 else { return false };
        let class = self.vm.heap.exception_object(reference).class;
        self.vm.heap.is_subclass(class, ClassId::CANCELLED_ERROR)
    }

    /// Makes a call that was scheduled, outside of any task.
    pub(super) fn make_scheduled_call(&mut self, number: u32) -> Result<(), Stop> {
        if self.calls[number].state == CallState::Cancelled {
            return Ok(());
        }
        self.calls[number].state = CallState::Done;
        self.contexts.enter_call(number);
        self.current = None;
        self.unannounced = 0;
        self.vm.told += 1;
        self.run_callback(number)
    }
}
