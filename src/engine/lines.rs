//! Tasks that stand in the line of a lock, a semaphore, an event or a queue themselves.
//!
//! `await lock.acquire()` needs no coroutine of its own where it is awaited on the spot: the task waits for its future in the
//! line, and what the coroutine would do behind its wait is done before the task goes on. What it does is what the bodies in
//! `source/bodies` say, which run where the coroutine is handed to somebody else.

use crate::kernel::{IN_LINE, Role, Value};
use crate::policy::Discipline;
use crate::trace::Sink;
use crate::units::{Awaitable, FutureId, ThingKind};

use super::Engine;
use super::activation::Next;
use super::task::Input;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The running task goes to the end of a line; `None` for code outside any task, whose coroutine will tell.
    pub(super) fn stand_in_line(&mut self, thing: u64, role: Role, stake: Value) -> Option<Next> {
        let task = self.current?;
        let waiter = self.new_waiter(thing, role);
        self.futures[waiter].stake = stake;
        match role {
            Role::Itself => self.things.line(thing).push(waiter),
            Role::Put | Role::Get | Role::Join => self.things.queue_mut(thing).line(role).push(waiter),
        }
        self.suspend_on(task, Awaitable::Future(waiter), IN_LINE);
        Some(Next::Suspend)
    }

    /// The running task has waited in a line: what it goes on with, `None` when it must go to the end of the line again.
    pub(super) fn leave_line(&mut self, waiter: FutureId, input: Input) -> Option<Input> {
        let future = &self.futures[waiter];
        let (thing, role) = future.line.expect("it stood in a line");
        let stake = future.stake;
        let outcome = match role {
            Role::Itself => {
                self.things.line(thing).remove(waiter);
                Some(self.after_line(thing, waiter, input, stake))
            }
            Role::Put | Role::Get | Role::Join => match input {
                Ok(_) => self.put_or_get(thing, role, stake),
                Err(raised) => {
                    self.leave_queue(thing, role, waiter);
                    Some(Err(raised))
                }
            },
        };
        self.heap.note_freed();
        self.futures.free(waiter);
        if outcome.is_none() {
            let suspended = self.stand_in_line(thing, role, stake);
            debug_assert!(suspended.is_some(), "a task runs");
        }
        outcome
    }

    /// What waiting at a thing itself comes to.
    fn after_line(&mut self, thing: u64, waiter: FutureId, input: Input, worth: Value) -> Input {
        match (ThingKind::of(thing), input) {
            (ThingKind::Lock, Ok(_)) => self.own_lock(thing),
            (ThingKind::Lock, Err(_)) if !self.things.lock(thing).is_locked => self.wake_first_at_lock(thing),
            (ThingKind::Semaphore | ThingKind::BoundedSemaphore, Ok(_)) => self.accept_semaphore(thing),
            (ThingKind::Semaphore | ThingKind::BoundedSemaphore, Err(_)) => self.refuse_semaphore(thing, waiter),
            _ => {}
        }
        input.map(|_| worth)
    }
}
