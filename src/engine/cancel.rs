//! Cancellation (`tasks.py`, `Task.cancel`; `futures.py`, `Future.cancel`; `tasks.py`, `_GatheringFuture.cancel`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{FutureState, State, TIMER_IS_SET, Value, awaitable_of, flag};
use crate::policy::{Discipline, Handle, Ready};
use crate::trace::{Cause, EventKind, Sink};
use crate::units::{Awaitable, CellId, FutureId};

use super::Engine;

/// Gathers inside gathers are cancelled by recursion, this deep at the most.
const DEEPEST: u32 = 500;

/// How often a task was asked to be cancelled, and with which words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cancellation {
    pub(super) requests: u32,
    /// The task's own `_cancel_message`: only a request that waits for the next step leaves one.
    pub(super) message: Value,
    /// The `_cancel_message` of the future of its sleep.
    pub(super) sleep_message: Value,
}

/// How asyncio calls a `cancel` that the script has written: with nothing, with the message, or with it by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saying {
    Nothing,
    Message,
    Keyword,
}

impl Cancellation {
    /// Nobody has asked yet.
    pub(super) const NONE: Self = Self { requests: 0, message: Value::None, sleep_message: Value::None };
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `awaitable.cancel(msg)`: whether it was not done already.
    pub(super) fn cancel_awaitable(&mut self, awaitable: Awaitable, message: Value) -> bool {
        match self.cancel_by_own(awaitable, message, Saying::Nothing) {
            Some(was_pending) => was_pending,
            None => self.cancel_inside(awaitable, message, 0),
        }
    }

    /// `Task.cancel` and `Future.cancel` themselves, whatever a class of the script below them says; told to the trace.
    pub(super) fn cancel_itself(&mut self, awaitable: Awaitable, message: Value) -> bool {
        if let Awaitable::Task(task) = awaitable {
            self.tell_cancel(task, false);
        }
        self.cancel_inside(awaitable, message, 0)
    }

    /// The `RecursionError` of a cancellation that went round in a circle, if the last one did.
    pub(super) fn endless_cancellation(&mut self) -> Result<(), Raised> {
        if std::mem::take(&mut self.is_cancel_endless) {
            return Err(self.vm.heap.raise(ClassId::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        Ok(())
    }

    /// `task.cancel(msg)`, told to the trace.
    pub(super) fn cancel_task(&mut self, task: CellId, message: Value, by_shutdown: bool) -> bool {
        if let Some(was_pending) = self.cancel_by_own(Awaitable::Task(task), message, Saying::Nothing) {
            return was_pending;
        }
        self.tell_cancel(task, by_shutdown);
        self.cancel_inside(Awaitable::Task(task), message, 0)
    }

    fn tell_cancel(&mut self, task: CellId, by_shutdown: bool) {
        if !self.cells[task].state.is_done() {
            let target = self.label(task);
            self.tell(EventKind::Cancel { target, by_shutdown });
        }
    }

    fn cancel_inside(&mut self, awaitable: Awaitable, message: Value, depth: u32) -> bool {
        let mut awaitable = awaitable;
        let mut waiting = None;
        let mut steps = 0;
        // Tasks that wait for tasks are cancelled along the chain.
        loop {
            steps += 1;
            if steps > self.options.limits.recursion {
                // Tasks that wait for each other in a circle: CPython's recursion ends there.
                self.is_cancel_endless = true;
                return true;
            }
            match awaitable {
                Awaitable::Future(future) => {
                    let was_cancelled = self.cancel_future(future, message, depth);
                    let Some(task) = waiting else { return was_cancelled };
                    if !was_cancelled {
                        self.must_cancel(task, message);
                    }
                    return true;
                }
                Awaitable::Task(task) => match self.cancel_one_task(task, message) {
                    CancelledTask::AlreadyDone => return false,
                    CancelledTask::Asked => return true,
                    CancelledTask::WaitsFor(inner) => {
                        if let Some(was_cancelled) = self.cancel_by_own(inner, message, Saying::Message) {
                            if !was_cancelled {
                                self.must_cancel(task, message);
                            }
                            return true;
                        }
                        // When what it waits for is done already, the cancellation waits for the task's next step.
                        if self.is_done(inner) {
                            self.must_cancel(task, message);
                            return true;
                        }
                        waiting = Some(task);
                        awaitable = inner;
                    }
                },
            }
        }
    }

    /// The cancellation waits for the task's next step, and leaves its message with the task.
    fn must_cancel(&mut self, task: CellId, message: Value) {
        self.cells[task].flags |= flag::MUST_CANCEL;
        self.cancellations.entry(task).or_insert(Cancellation::NONE).message = message;
    }

    fn cancel_one_task(&mut self, task: CellId, message: Value) -> CancelledTask {
        let state = self.cells[task].state;
        if state.is_done() {
            // Who cancels what has failed has seen it (`futures.py`, `cancel`).
            self.cells[task].flags |= flag::RETRIEVED;
            return CancelledTask::AlreadyDone;
        }
        self.cancellations.entry(task).or_insert(Cancellation::NONE).requests += 1;
        let wait = self.cells[task].wait() as u32;
        match state {
            State::Sleeping | State::SleepDue => {
                self.cancel_sleep(task, message);
                CancelledTask::Asked
            }
            State::WaitingForTask if CellId(wait) != task => CancelledTask::WaitsFor(Awaitable::Task(CellId(wait))),
            State::WaitingForFuture => CancelledTask::WaitsFor(Awaitable::Future(FutureId(wait))),
            State::WaitingForTask
            | State::Scheduled
            | State::Running
            | State::Yielded
            | State::SleepDone
            | State::SleepCancelled
            | State::Destroyed => {
                self.must_cancel(task, message);
                CancelledTask::Asked
            }
            State::Free
            | State::Fresh
            | State::Inline
            | State::Suspended
            | State::InLine
            | State::Returned
            | State::Raised
            | State::Cancelled => {
                unreachable!("a task that is not done is in none of these")
            }
        }
    }

    /// The future of a sleep is cancelled: the task resumes in a hop, and its timer is stale.
    pub(super) fn cancel_sleep(&mut self, task: CellId, message: Value) {
        self.cancellations.entry(task).or_insert(Cancellation::NONE).sleep_message = message;
        let cell = &mut self.cells[task];
        if cell.state == State::Sleeping {
            cell.set_wait(cell.wait() | TIMER_IS_SET);
        }
        cell.state = State::SleepCancelled;
        cell.cancel_timer();
        if self.is_of_another_loop(Awaitable::Task(task)) || self.is_of_closed_loop(Awaitable::Task(task)) {
            return self.wake_elsewhere(task);
        }
        let cause = Cause::By(self.current_label());
        self.discipline.enqueue(Ready::new(Handle::Step(task), cause, self.now));
    }

    fn cancel_future(&mut self, future: FutureId, message: Value, depth: u32) -> bool {
        if self.vm.futures[future].state != FutureState::Pending {
            // What `gather` returned has a `cancel` of its own.
            self.vm.futures[future].is_retrieved |= !self.vm.heap.is_gathering(u64::from(future.0));
            return false;
        }
        let Some(gather) = &self.vm.futures[future].gather else {
            let cause = Cause::By(self.current_label());
            self.finish_future(future, FutureState::Cancelled(message), cause);
            return true;
        };
        if depth > DEEPEST {
            self.is_cancel_endless = true;
            return true;
        }
        let children = gather.children.clone();
        let mut any = false;
        for child in children.into_iter().filter_map(awaitable_of) {
            any |= match self.cancel_by_own(child, message, Saying::Keyword) {
                Some(was_cancelled) => was_cancelled,
                None => self.cancel_inside(child, message, depth + 1),
            };
            if self.is_cancel_endless {
                // The error leaves every `cancel` that runs.
                return true;
            }
        }
        if any && let Some(gather) = &mut self.vm.futures[future].gather {
            // Only when at least one child was cancelled: the gather then ends when the children do.
            gather.cancel_requested = true;
        }
        any
    }
}

/// What asking one task to be cancelled came to.
enum CancelledTask {
    AlreadyDone,
    Asked,
    WaitsFor(Awaitable),
}
