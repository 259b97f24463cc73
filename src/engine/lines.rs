//! Tasks that stand in the line of a lock, a semaphore, an event or a queue themselves.
//!
//! `await lock.acquire()` needs no coroutine of its own where it is awaited on the spot: the task waits for its future in the
//! line, and what the coroutine would do behind its wait is done before the task goes on. What it does is what the bodies in
//! `source/bodies` say, which run where the coroutine is handed to somebody else.

use crate::asyncio::line::Line;
use crate::kernel::exception::Raised;
use crate::kernel::heap::ask::is_question;
use crate::kernel::{FutureState, IN_LINE, Role, State, Value};
use crate::policy::Discipline;
use crate::program::code::Op;
use crate::signatures::asyncio::{Function, Owner};
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, FutureId, ThingKind};

use super::activation::Next;
use super::quick::{self, Quickly};
use super::task::Input;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Whether the running code awaits what it calls now on the spot.
    #[inline]
    pub(super) fn awaits_on_the_spot(&self) -> bool {
        let Some(cell) = self.cells.get(self.activation) else { return false };
        self.program.codes[cell.code].ops.get(cell.pc as usize) == Some(&Op::Await)
    }

    /// `await slot.method(slot + 1, … count)` of a thing at which a task may have to wait; `None` for everything else.
    #[inline]
    pub(super) fn await_method(&mut self, method: u16, first: u16, count: u8) -> Result<Option<Next>, Stop> {
        let Value::Thing(thing) = self.slot(first) else { return Ok(None) };
        if !self.extras.is_empty() {
            return Ok(None);
        }
        let Some(function) = self.methods.of(method, Owner::of(ThingKind::of(thing))) else { return Ok(None) };
        let arguments = [self.slot(first), if count == 1 { self.slot(first + 1) } else { Value::None }];
        match (function, count) {
            (Function::QueuePut, 1)
            | (Function::SemaphoreExit | Function::LockExit, 3)
            | (
                Function::LockAcquire
                | Function::LockEnter
                | Function::SemaphoreAcquire
                | Function::SemaphoreEnter
                | Function::QueueGet
                | Function::EventWait,
                0,
            ) => self.at_once(function, &arguments),
            _ => Ok(None),
        }
    }

    /// A coroutine that is awaited on the spot: over in one step, or the task itself goes to the thing's line.
    #[inline]
    pub(super) fn at_once(&mut self, function: Function, arguments: &[Value]) -> Result<Option<Next>, Stop> {
        let is_candidate = matches!(
            function,
            Function::LockAcquire
                | Function::LockEnter
                | Function::LockExit
                | Function::SemaphoreAcquire
                | Function::SemaphoreEnter
                | Function::SemaphoreExit
                | Function::QueuePut
                | Function::QueueGet
                | Function::EventWait
        );
        if !is_candidate || !self.awaits_on_the_spot() {
            return Ok(None);
        }
        let next = match function {
            Function::LockAcquire | Function::LockEnter => self.lock_at_once(function, arguments[0]),
            Function::LockExit => self.exit_at_once(Function::LockRelease, arguments),
            Function::SemaphoreAcquire | Function::SemaphoreEnter => self.semaphore_at_once(function, arguments[0]),
            Function::SemaphoreExit => self.exit_at_once(Function::SemaphoreRelease, arguments),
            Function::QueuePut | Function::QueueGet => self.queue_at_once(function, arguments),
            Function::EventWait => self.event_at_once(arguments[0]),
            _ => None,
        };
        // What asks the script something is done again from its beginning.
        if next.as_ref().is_some_and(|next| !matches!(next, Next::Throw(raised) if is_question(*raised))) {
            self.cells[self.activation].pc += 1;
        }
        Ok(next)
    }

    /// `__aexit__` of what is given back without waiting.
    fn exit_at_once(&mut self, release: Function, arguments: &[Value]) -> Option<Next> {
        let next = match release {
            Function::LockRelease => self.lock_method(release, &arguments[..1]),
            _ => self.semaphore_method(release, &arguments[..1]),
        };
        if let Next::Throw(raised) = next
            && !is_question(raised)
        {
            self.pass_named([Some("release"), Some("__aexit__")], raised);
        }
        Some(next)
    }

    /// `await slot.method(slot + 1, …)` where the VM saw that the task must wait; false for code outside any task, and for
    /// what is driven by hand.
    #[inline(never)]
    pub(super) fn wait_quietly(&mut self, method: u16, first: u16) -> bool {
        let (Some(task), Value::Thing(thing)) = (self.current, self.slot(first)) else { return false };
        if self.is_by_hand() || !self.is_loop_running {
            return false;
        }
        let Some(way) = self.vm.ways.of_method(method, thing) else { return false };
        let (role, stake) = way.stake(|| self.slot(first + 1));
        let Some(waiter) = quick::line_up(&mut self.vm, self.loops.at_hand, task, thing, role, stake) else {
            return false;
        };
        self.suspend(task, Awaitable::Future(waiter), IN_LINE);
        true
    }

    /// The running task goes to the end of a line; `None` for code outside any task and for a line of another loop, whose coroutine will tell,
    /// and for what is driven by hand, which waits for the coroutine's future.
    pub(super) fn stand_in_line(&mut self, thing: u64, role: Role, stake: Value) -> Option<Next> {
        let task = self.current.filter(|_| !self.is_by_hand())?;
        if !self.bind_to_loop(thing, role) {
            return None;
        }
        self.go_to_line(task, thing, role, stake);
        Some(Next::Suspend)
    }

    fn go_to_line(&mut self, task: CellId, thing: u64, role: Role, stake: Value) {
        let waiter = self.vm.futures.insert_in_line(task, thing, role, stake);
        self.vm.heap.note_allocation();
        match role {
            Role::Itself => self.vm.things.line(thing).push(waiter),
            Role::Put | Role::Get | Role::Join => self.vm.things.queue_mut(thing).line(role).push(waiter),
        }
        self.tell_suspension(State::WaitingForFuture, waiter.0);
        self.suspend(task, Awaitable::Future(waiter), IN_LINE);
    }

    /// The same as [`leave_line`](Self::leave_line) in the common case, where nobody is told: the value that the task goes on with.
    #[inline(never)]
    pub(super) fn leave_line_quietly(&mut self, waiter: FutureId) -> Option<Value> {
        let future = &self.vm.futures[waiter];
        let (FutureState::Result(_), Some((thing, role))) = (future.state, future.line()) else { return None };
        let stake = future.stake;
        match (ThingKind::of(thing), role) {
            (ThingKind::Queue, Role::Get | Role::Put) => {}
            (ThingKind::Semaphore | ThingKind::BoundedSemaphore, Role::Itself) => {}
            _ => return None,
        }
        let value = self.take_turn_quietly(thing, role, stake, |line| {
            line.remove(waiter);
        })?;
        self.vm.futures.free(waiter);
        Some(value)
    }

    /// The turn has come of one who was woken in the line of a queue or a semaphore, which `leaves` it: with what that one goes on; `None`
    /// where that takes more, and nothing was done.
    #[inline(always)]
    pub(super) fn take_turn_quietly(
        &mut self,
        thing: u64,
        role: Role,
        stake: Value,
        leaves: impl FnOnce(&mut Line),
    ) -> Option<Value> {
        let value = match role {
            Role::Get | Role::Put => {
                let quickly = if role == Role::Get {
                    quick::get::<D, false>(&mut self.vm, &mut self.discipline, thing)
                } else {
                    quick::put::<D, false>(&mut self.vm, &mut self.discipline, thing, stake)
                };
                let Quickly::Done(value) = quickly else { return None };
                value
            }
            Role::Itself | Role::Join => {
                let semaphore = self.vm.things.semaphore_mut(thing);
                if semaphore.value > 0 {
                    return None;
                }
                leaves(&mut semaphore.line);
                self.vm.told += 1;
                stake
            }
        };
        self.vm.told += 1;
        self.vm.heap.note_freed();
        Some(value)
    }

    /// The running task has waited in a line: what it goes on with, `None` when it must go to the end of the line again.
    pub(super) fn leave_line(&mut self, waiter: FutureId, input: Input) -> Option<Input> {
        let future = &self.vm.futures[waiter];
        let (thing, role) = future.line().expect("it stood in a line");
        let stake = future.stake;
        let outcome = match role {
            Role::Itself => {
                self.vm.things.line(thing).remove(waiter);
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
        self.vm.heap.note_freed();
        self.vm.futures.free(waiter);
        if outcome.is_none() {
            let suspended = self.stand_in_line(thing, role, stake);
            debug_assert!(suspended.is_some(), "a task runs");
        }
        outcome
    }

    /// Who waited in a line does so no more; the future is left to those who hold it.
    pub(super) fn give_line_up(&mut self, waiter: FutureId, raised: Raised) {
        let Some((thing, role)) = self.vm.futures[waiter].line() else { return };
        if role == Role::Itself {
            self.vm.things.line(thing).remove(waiter);
            let _ = self.after_line(thing, waiter, Err(raised), Value::None);
        } else {
            self.leave_queue(thing, role, waiter);
        }
    }

    /// What waiting at a thing itself comes to.
    fn after_line(&mut self, thing: u64, waiter: FutureId, input: Input, worth: Value) -> Input {
        match (ThingKind::of(thing), input) {
            (ThingKind::Lock, Ok(_)) => self.own_lock(thing),
            (ThingKind::Lock, Err(_)) if !self.vm.things.lock(thing).is_locked => self.wake_first_at_lock(thing),
            (ThingKind::Semaphore | ThingKind::BoundedSemaphore, Ok(_)) => self.accept_semaphore(thing),
            (ThingKind::Semaphore | ThingKind::BoundedSemaphore, Err(_)) => self.refuse_semaphore(thing, waiter),
            _ => {}
        }
        input.map(|_| worth)
    }
}
