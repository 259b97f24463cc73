//! Locks, events and conditions, performed (`locks.py`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Role, Value, operate};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::{Deed, Sink};

use super::Engine;
use super::activation::Next;
use super::call::go_or_throw;
use super::things::number_of;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `await lock.acquire()`
    pub(super) fn lock_at_once(&mut self, function: Function, lock: Value) -> Option<Next> {
        let thing = number_of(lock);
        let worth = if function == Function::LockEnter { Value::None } else { Value::TRUE };
        if self.take_lock(thing) { Some(Next::Go(worth)) } else { self.stand_in_line(thing, Role::Itself, worth) }
    }

    /// `await event.wait()`
    pub(super) fn event_at_once(&mut self, event: Value) -> Option<Next> {
        let thing = number_of(event);
        if self.vm.things.event(thing).is_set {
            return Some(Next::Go(Value::TRUE));
        }
        self.stand_in_line(thing, Role::Itself, Value::TRUE)
    }

    pub(super) fn lock_method(&mut self, function: Function, arguments: &[Value]) -> Next {
        let thing = number_of(arguments[0]);
        match function {
            Function::LockRelease => go_or_throw(self.release_lock(thing)),
            Function::LockLocked => Next::Go(Value::bool(self.vm.things.lock(thing).is_locked)),
            Function::EventIsSet => Next::Go(Value::bool(self.vm.things.event(thing).is_set)),
            Function::EventClear => {
                self.vm.things.event_mut(thing).is_set = false;
                Next::Go(Value::None)
            }
            Function::EventSet => {
                self.set_event(thing);
                Next::Go(Value::None)
            }
            Function::ConditionAcquire | Function::ConditionRelease | Function::ConditionLocked => {
                let lock = self.vm.things.condition(thing).lock;
                let of_lock = match function {
                    Function::ConditionAcquire => Function::LockAcquire,
                    Function::ConditionRelease => Function::LockRelease,
                    _ => Function::LockLocked,
                };
                self.perform_of_things(of_lock, &[lock]).unwrap_or_else(|_| unreachable!("a lock stops no run"))
            }
            Function::ConditionNotify => {
                let count = if arguments[1] == Value::Unbound { Value::Int(1) } else { arguments[1] };
                go_or_throw(self.notify(thing, count))
            }
            Function::ConditionNotifyAll => {
                let all = self.vm.things.condition(thing).line.len();
                go_or_throw(self.notify(thing, Value::Int(i64::try_from(all).unwrap_or(i64::MAX))))
            }
            other => unreachable!("{other:?} has a body, or is no method of locks"),
        }
    }

    pub(super) fn lock_intrinsic(&mut self, function: Function, arguments: &[Value]) -> Next {
        let thing = number_of(arguments[0]);
        match function {
            Function::LockTake => Next::Go(Value::bool(self.take_lock(thing))),
            Function::LockOwn => {
                self.own_lock(thing);
                Next::Go(Value::None)
            }
            Function::LockPassOn => {
                if !self.vm.things.lock(thing).is_locked {
                    self.wake_first_at_lock(thing);
                }
                Next::Go(Value::None)
            }
            Function::ConditionLock => {
                let lock = self.vm.things.condition(thing).lock;
                if !self.vm.things.lock(number_of(lock)).is_locked {
                    return Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, "cannot wait on un-acquired lock"));
                }
                Next::Go(lock)
            }
            Function::ConditionInterrupt => match arguments[1] {
                Value::None => Next::Go(Value::None),
                // 3.13 raises what came last, the others a new one.
                error if self.is_since(PythonVersion::V3_13) => Next::Throw(Raised(error)),
                _ => Next::Throw(self.new_cancelled_error(Value::None)),
            },
            Function::ConditionAfterError => {
                if self.is_since(PythonVersion::V3_13) {
                    self.wake_at_condition(thing, 1);
                }
                Next::Go(Value::None)
            }
            other => unreachable!("{other:?} is no intrinsic of locks"),
        }
    }

    fn take_lock(&mut self, thing: u64) -> bool {
        let is_free = self.vm.things.lock(thing).is_free(&self.vm.futures);
        if is_free {
            self.own_lock(thing);
        }
        is_free
    }

    pub(super) fn own_lock(&mut self, thing: u64) {
        let holder = self.current_label();
        let lock = self.vm.things.lock_mut(thing);
        lock.is_locked = true;
        lock.holder = holder;
        if lock.inside.is_none() {
            self.tell_use(Deed::Acquire, thing, None);
        }
    }

    fn release_lock(&mut self, thing: u64) -> Result<Value, Raised> {
        let lock = self.vm.things.lock_mut(thing);
        if !lock.is_locked {
            return Err(self.vm.heap.raise(ClassId::RUNTIME_ERROR, "Lock is not acquired."));
        }
        lock.is_locked = false;
        lock.holder = None;
        if lock.inside.is_none() {
            self.tell_use(Deed::Release, thing, None);
        }
        self.wake_first_at_lock(thing);
        Ok(Value::None)
    }

    pub(super) fn wake_first_at_lock(&mut self, thing: u64) {
        if let Some(waiter) = self.vm.things.lock(thing).next(&self.vm.futures) {
            self.wake_now(waiter, Value::TRUE);
        }
    }

    fn set_event(&mut self, thing: u64) {
        let event = self.vm.things.event_mut(thing);
        if std::mem::replace(&mut event.is_set, true) {
            return;
        }
        let waiters: Vec<_> = event.line.iter().collect();
        self.tell_use(Deed::EventSet, thing, None);
        for waiter in waiters {
            self.wake_if_asleep(waiter, Value::TRUE);
        }
    }

    /// Wakes a waiter that nobody has woken yet.
    pub(super) fn wake_if_asleep(&mut self, waiter: crate::units::FutureId, result: Value) {
        if self.vm.futures[waiter].state == crate::kernel::FutureState::Pending {
            self.wake_now(waiter, result);
        }
    }

    fn notify(&mut self, thing: u64, count: Value) -> Result<Value, Raised> {
        let condition = self.vm.things.condition(thing);
        let is_told = condition.inside.is_none();
        if !self.vm.things.lock(number_of(condition.lock)).is_locked {
            return Err(self.vm.heap.raise(ClassId::RUNTIME_ERROR, "cannot notify on un-acquired lock"));
        }
        let Some(count) = count.integer() else {
            // CPython asks `idx >= n` once there is somebody to wake.
            if self.vm.things.condition(thing).line.is_empty() {
                return Ok(Value::None);
            }
            return operate::compare(&mut self.vm.heap, crate::script::Comparison::GreaterEqual, Value::Int(0), count)
                .and_then(|_| Err(self.vm.heap.unsupported("notify(n) takes a whole number")));
        };
        if is_told {
            self.tell_use(Deed::Notify, thing, None);
        }
        self.wake_at_condition(thing, usize::try_from(count).unwrap_or(0));
        Ok(Value::None)
    }

    /// Wakes so many who wait at a condition.
    pub(super) fn wake_at_condition(&mut self, thing: u64, count: usize) {
        for waiter in self.vm.things.condition(thing).notified(count, &self.vm.futures) {
            self.wake_now(waiter, Value::FALSE);
        }
    }
}
