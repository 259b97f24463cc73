//! The end of a task or a future: its callbacks go to the ready queue (`futures.py`, `__schedule_callbacks`).

use crate::asyncio::gather::{self, Report};
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Callback, FutureState, Gather, State, Value, awaitable_of, flag};
use crate::policy::{Discipline, Handle, Ready};
use crate::trace::{Cause, Sink};
use crate::units::{Awaitable, CellId, FutureId};

use super::Engine;
use super::loops::NOBODY_ASKS;
use super::report::Loss;
use super::task::Input;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// A task is over. Returns the activation that goes on at once: the creator that stood while the task ran.
    pub(super) fn finish_task(&mut self, task: CellId, outcome: Input) -> Option<(CellId, Value)> {
        // `tasks.py`, `__step`: a task that returns although a cancellation waits ends cancelled, with the message and without
        // an exception; one that lets a CancelledError through keeps that, and forgets the message.
        let (state, kept) = match outcome {
            Ok(_) if self.cells[task].has(flag::MUST_CANCEL) => (State::Cancelled, Value::Unbound),
            Ok(value) => (State::Returned, value),
            Err(raised) if self.is_cancelled_error(raised) => {
                if let Some(asked) = self.cancellations.get_mut(&task) {
                    asked.message = Value::None;
                }
                (State::Cancelled, raised.0)
            }
            Err(raised) => (State::Raised, raised.0),
        };
        self.tell_finish(task, state, kept);
        let label = self.label(task);
        if state == State::Raised {
            self.note_task_of(Raised(kept), label);
            if self.leaves_the_loop(kept) {
                self.interrupt = Some(kept);
            }
        }
        let steps_object = self.steps_object(task);
        if steps_object {
            self.keep_stepped(task);
        }
        self.cells.set_slot(task, 0, kept);
        let passed = if state == State::Raised { self.vm.heap.places_passed(kept) } else { 0 };
        let cell = &mut self.cells[task];
        cell.state = state;
        cell.set_wait(u64::from(passed));
        cell.flags &= !(flag::MUST_CANCEL | flag::RETRIEVED);
        self.contexts.leave_task(task);
        self.alive -= 1;
        self.counters.finished += 1;
        let nobody_waits = self.cells[task].callback == Callback::NONE;
        self.release_callbacks(Awaitable::Task(task), Cause::Done(label));
        self.current = None;
        let creator = self.standing.pop_if(|standing| standing.child == task);
        if creator.is_some() && !self.is_sequential() {
            self.finished_early.insert(task);
        }
        if creator.is_some_and(|standing| standing.is_by_factory) {
            self.name_after_first_step(task);
        }
        if nobody_waits && !self.cells[task].has(flag::HELD) {
            if (state != State::Returned || steps_object) && self.may_let_go() {
                // What its exception holds, or it stepped, is looked at when the step is over.
                self.cells[task].flags |= flag::HELD;
            } else {
                self.forget_task(task);
            }
        }
        creator.map(|standing| {
            self.current = standing.task;
            self.contexts.swap(standing.context);
            self.unannounced = 0;
            (standing.activation, standing.acc)
        })
    }

    /// Of a coroutine that is over nothing is left, of another object that a task stepped there is.
    #[cold]
    #[inline(never)]
    fn keep_stepped(&mut self, task: CellId) {
        self.cells.set_slot(task, 1, self.cells.slot(task, 0));
    }

    /// Frees a task that is over and that no script holds.
    pub(super) fn forget_task(&mut self, task: CellId) {
        self.note_loss(task);
        if !self.cancellations.is_empty() {
            self.cancellations.swap_remove(&task);
        }
        if !self.renamed.is_empty() {
            self.renamed.swap_remove(&task);
        }
        if !self.finished_early.is_empty() {
            self.finished_early.swap_remove(&task);
        }
        self.extras.forget_task(task);
        self.contexts.forget_task(task);
        self.free_cell(task);
    }

    /// Notes a task whose exception nobody has seen, before it is freed.
    pub(super) fn note_loss(&mut self, task: CellId) {
        if self.is_loss(task) {
            let exception = self.shown(self.cells.slot(task, 0));
            let label = self.label(task);
            self.warnings.push(Loss::TaskException { number: self.cells[task].number, label, exception });
        }
    }

    /// Whether nobody has seen the exception of a task.
    pub(super) fn is_loss(&self, task: CellId) -> bool {
        let cell = &self.cells[task];
        cell.has(flag::TASK) && cell.state == State::Raised && !cell.has(flag::RETRIEVED)
    }

    /// Puts the callbacks of what is done into the ready queue, in the order in which they were added.
    pub(super) fn release_callbacks(&mut self, awaitable: Awaitable, cause: Cause) {
        if let Awaitable::Task(task) = awaitable {
            let futures = &mut self.vm.futures;
            self.lists.for_each(self.cells[task].callback, |callback| {
                if let Callback::GatherChild(future) = callback {
                    gather::expect(&mut futures[future]);
                }
            });
        }
        if self.is_of_another_loop(awaitable) || self.is_of_closed_loop(awaitable) {
            return self.release_elsewhere(awaitable, cause);
        }
        if self.sources.is_on {
            self.note_sources_of_callbacks(match awaitable {
                Awaitable::Task(task) => self.cells[task].callback,
                Awaitable::Future(future) => self.vm.futures[future].callback,
            });
        }
        let is_quiet = self.is_quiet();
        let callbacks = match awaitable {
            Awaitable::Task(task) => &mut self.cells[task].callback,
            Awaitable::Future(future) => &mut self.vm.futures[future].callback,
        };
        let (discipline, since) = (&mut self.discipline, self.handed_on.unwrap_or(self.now));
        // The common cases.
        let cause = if is_quiet { NOBODY_ASKS } else { cause };
        let handle = match *callbacks {
            Callback::None => return,
            Callback::Wakeup(task) => Some(Handle::Step(task)),
            Callback::GatherChild(future) => Some(Handle::GatherChild(future, awaitable)),
            _ => None,
        };
        if let Some(handle) = handle {
            *callbacks = Callback::None;
            discipline.enqueue(Ready::new(handle, cause, since));
            return;
        }
        self.lists.take(callbacks, |callback| {
            let handle = match callback {
                Callback::Wakeup(task) => Handle::Step(task),
                Callback::GatherChild(future) => Handle::GatherChild(future, awaitable),
                Callback::Report(thing) => Handle::Report(thing, awaitable),
                Callback::Script(number) => Handle::Call(number),
                Callback::Stop => Handle::Stop(awaitable),
                Callback::None | Callback::Several(_) => unreachable!("a list holds single callbacks"),
            };
            discipline.enqueue(Ready::new(handle, cause, since));
        });
    }

    /// A future is done: by the code that runs now, or by what `cause` says.
    pub(super) fn finish_future(&mut self, future: FutureId, state: FutureState, cause: Cause) {
        debug_assert!(self.vm.futures[future].state == FutureState::Pending, "a future is done once");
        if let FutureState::Exception(exception) = state {
            self.vm.futures[future].passed = self.vm.heap.places_passed(exception);
        }
        self.vm.futures[future].state = state;
        self.note_finisher(future, cause);
        self.release_callbacks(Awaitable::Future(future), cause);
    }

    /// Counts a child of a gather that is done, and ends the gather when that decides it.
    #[inline]
    pub(super) fn report_child(&mut self, future: FutureId, child: Awaitable) {
        gather::arrive(&mut self.vm.futures[future]);
        if let Awaitable::Task(task) = child
            && self.cells[task].state == State::Returned
            && gather::count(&mut self.vm.futures[future])
        {
            return;
        }
        self.report_last_child(future, child);
    }

    #[inline(never)]
    fn report_last_child(&mut self, future: FutureId, child: Awaitable) {
        self.is_calm &= self.ends_gather_quietly(future, child);
        let cause = match child {
            Awaitable::Task(task) => Cause::Done(self.label(task)),
            Awaitable::Future(_) => Cause::By(self.current_label()),
        };
        let is_over = self.vm.futures[future].state != FutureState::Pending;
        let returns_exceptions =
            self.vm.futures[future].gather.as_ref().is_some_and(|gather| gather.returns_exceptions);
        // Where exceptions are results they are looked at when all are there.
        let is_looked_at = is_over || !returns_exceptions;
        let exception = if is_looked_at { self.exception_of(child, !is_over) } else { None };
        let reported = &mut self.vm.futures[future].gather;
        let report = reported.as_mut().map(|gathered| gather::report(gathered, exception, is_over));
        let report = report.expect("a gather reports to a gather");
        let is_complete = |gathered: &mut Box<Gather>| report != Report::Waiting || gather::is_complete(gathered);
        let Some(mut gathered) = reported.take_if(is_complete) else { return };
        let state = match report {
            Report::Waiting => None,
            Report::Failed(exception) => Some(FutureState::Exception(exception)),
            Report::Cancelled => {
                for child in gathered.children.iter().copied().filter_map(awaitable_of) {
                    self.exception_of(child, false);
                }
                Some(FutureState::Exception(self.cancelled_error_of_last(&gathered).0))
            }
            Report::AllDone => Some(FutureState::Result(self.results(&mut gathered))),
        };
        if gather::is_complete(&gathered) {
            self.release_children(&mut gathered.children);
        }
        self.vm.futures[future].gather = Some(gathered);
        if let Some(state) = state {
            self.finish_future(future, state, cause);
        }
    }

    /// The `CancelledError` of a cancelled gather: what the last child in the order of the arguments has to give, whatever came
    /// of it (`tasks.py`, `gather`, `_done_callback`, where a loop over the children leaves `fut` so).
    fn cancelled_error_of_last(&mut self, gathered: &Gather) -> Raised {
        let last = gathered.children.last().copied().and_then(awaitable_of);
        let child = last.expect("a gather that waits has children");
        let message = match child {
            Awaitable::Task(task) => match self.result_of_task(task) {
                Err(raised) if self.cells[task].state == State::Cancelled => return raised,
                Ok(_) | Err(_) => self.message_of(task),
            },
            Awaitable::Future(future) => match self.vm.futures[future].state {
                FutureState::Cancelled(message) => message,
                FutureState::Pending | FutureState::Result(_) | FutureState::Exception(_) => Value::None,
            },
        };
        self.new_cancelled_error(message)
    }

    /// The exception of a child that is done, `None` when it returned; it counts as seen. A cancelled task gives its own away,
    /// and does so only where it is wanted.
    #[inline]
    fn exception_of(&mut self, child: Awaitable, is_wanted: bool) -> Option<Value> {
        if let Awaitable::Task(task) = child {
            match self.cells[task].state {
                State::Returned => return None,
                State::Cancelled if !is_wanted => return Some(Value::None),
                _ => {}
            }
        }
        let result = match child {
            Awaitable::Task(task) => self.result_of_task(task),
            Awaitable::Future(future) => self.result_of_future(future),
        };
        result.err().map(|raised| raised.0)
    }

    /// What stands for a child in the list of results. A cancelled one gives a new `CancelledError` with the message that it
    /// still holds, or an empty one (`tasks.py`, `gather`, `_done_callback`).
    fn result_of_child(&mut self, child: Awaitable) -> Value {
        let message = match child {
            Awaitable::Task(task) if self.cells[task].state == State::Cancelled => self.message_of(task),
            Awaitable::Task(task) => return self.result_of_task(task).unwrap_or_else(|raised| raised.0),
            Awaitable::Future(future) => match self.vm.futures[future].state {
                FutureState::Cancelled(message) => message,
                FutureState::Pending | FutureState::Result(_) | FutureState::Exception(_) => {
                    return self.result_of_future(future).unwrap_or_else(|raised| raised.0);
                }
            },
        };
        let message = if message == Value::None { self.vm.heap.string("") } else { message };
        self.vm.heap.exception(ClassId::CANCELLED_ERROR, vec![message])
    }

    /// The results of children that are all done, exceptions among them where they are wanted. The list takes the children's
    /// place in memory, and those that no script holds are freed, but where it matters what they hold.
    fn results(&mut self, gathered: &mut Gather) -> Value {
        let keeps = self.keeps_children(&gathered.children);
        let kept = if keeps { gathered.children.clone() } else { Vec::new() };
        let mut results = std::mem::replace(&mut gathered.children, kept);
        let has_duplicates = results.len() > gathered.distinct as usize;
        let mut duplicated = if has_duplicates && !keeps { results.clone() } else { Vec::new() };
        let is_plain = !has_duplicates && !keeps && self.forgets_quietly();
        for child in &mut results {
            if is_plain
                && let Value::Task(number) = *child
                && let task = CellId(number as u32)
                && self.cells[task].state == State::Returned
                && !self.cells[task].has(flag::HELD)
            {
                *child = self.cells.slot(task, 0);
                self.forget_quietly(task);
                continue;
            }
            let awaitable = awaitable_of(*child).expect("children are tasks and futures");
            *child = self.result_of_child(awaitable);
            if !has_duplicates && !keeps {
                self.release_child(awaitable);
            }
        }
        self.release_children(&mut duplicated);
        self.vm.heap.list(results)
    }

    /// Whether a gather holds on to its children when it is over: where it matters what they hold.
    fn keeps_children(&self, children: &[Value]) -> bool {
        let holds = |child: &Value| match awaitable_of(*child) {
            Some(Awaitable::Task(task)) => self.holds_when_over(task),
            _ => false,
        };
        self.program.lets_go && (self.has_weak_targets() || children.iter().any(holds))
    }

    /// A gather that needs its children no more lets them go, but where it keeps them.
    fn release_children(&mut self, children: &mut Vec<Value>) {
        if !self.keeps_children(children) {
            std::mem::take(children).into_iter().filter_map(awaitable_of).for_each(|child| self.release_child(child));
        }
    }

    /// Whether a task that is over holds more than what it returned: its exception's frames, or the object that it stepped.
    pub(super) fn holds_when_over(&self, task: CellId) -> bool {
        match self.cells[task].state {
            State::Raised | State::Cancelled => true,
            State::Returned => self.steps_object(task),
            _ => false,
        }
    }

    /// Frees a child that is over, unless a script holds it. A duplicate was freed with its first mention.
    #[inline]
    fn release_child(&mut self, child: Awaitable) {
        let Awaitable::Task(task) = child else { return };
        let cell = &self.cells[task];
        if cell.state.is_done() && !cell.has(flag::HELD) {
            self.cells[task].flags |= flag::RETRIEVED;
            self.forget_task(task);
        }
    }
}
