//! Semaphores and barriers, performed (`locks.py`).

use crate::asyncio::barrier::Phase;
use crate::asyncio::semaphore::Semaphore;
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Role, Value};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::{Deed, Sink};
use crate::units::FutureId;

use super::Engine;
use super::activation::Next;
use super::call::go_or_throw;
use super::things::{future_of, number_of};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `await semaphore.acquire()`
    pub(super) fn semaphore_at_once(&mut self, function: Function, semaphore: Value) -> Option<Next> {
        let thing = number_of(semaphore);
        let worth = if function == Function::SemaphoreEnter { Value::None } else { Value::TRUE };
        if self.take_semaphore(thing) { Some(Next::Go(worth)) } else { self.stand_in_line(thing, Role::Itself, worth) }
    }

    pub(super) fn semaphore_method(&mut self, function: Function, arguments: &[Value]) -> Next {
        let thing = number_of(arguments[0]);
        match function {
            Function::SemaphoreRelease => go_or_throw(self.release_semaphore(thing)),
            Function::SemaphoreLocked => {
                Next::Go(Value::bool(self.vm.things.semaphore(thing).is_locked(&self.vm.futures)))
            }
            Function::BarrierParties => Next::Go(Value::Int(self.vm.things.barrier(thing).parties)),
            Function::BarrierWaiting => Next::Go(Value::Int(self.vm.things.barrier(thing).waiting())),
            Function::BarrierBroken => Next::Go(Value::bool(self.vm.things.barrier(thing).phase == Phase::Broken)),
            other => unreachable!("{other:?} has a body, or is no method of semaphores"),
        }
    }

    pub(super) fn semaphore_intrinsic(&mut self, function: Function, arguments: &[Value]) -> Next {
        let thing = number_of(arguments[0]);
        match function {
            Function::SemaphoreTake => return Next::Go(Value::bool(self.take_semaphore(thing))),
            Function::SemaphoreAccept => self.accept_semaphore(thing),
            Function::SemaphoreRefuse => self.refuse_semaphore(thing, future_of(arguments[1])),
            Function::BarrierCondition => return Next::Go(self.vm.things.barrier(thing).condition),
            Function::BarrierIsClosed => {
                let phase = self.vm.things.barrier(thing).phase;
                return Next::Go(Value::bool(matches!(phase, Phase::Draining | Phase::Resetting)));
            }
            Function::BarrierIsFilling => {
                return Next::Go(Value::bool(self.vm.things.barrier(thing).phase == Phase::Filling));
            }
            Function::BarrierJoin => {
                let barrier = self.vm.things.barrier_mut(thing);
                let place = barrier.enter();
                let (condition, is_open) = (barrier.condition, barrier.phase == Phase::Draining);
                if is_open {
                    self.wake_all_at(condition);
                }
                return Next::Go(Value::Int(place));
            }
            Function::BarrierCheck => return go_or_throw(self.check_barrier(thing, arguments[1] == Value::TRUE)),
            Function::BarrierLeave => {
                let barrier = self.vm.things.barrier_mut(thing);
                let condition = barrier.condition;
                if barrier.leave() {
                    self.wake_all_at(condition);
                }
            }
            Function::BarrierEmpty => {
                let barrier = self.vm.things.barrier_mut(thing);
                let condition = barrier.condition;
                if arguments[1] == Value::TRUE {
                    barrier.phase = Phase::Broken;
                } else {
                    barrier.reset();
                }
                self.wake_all_at(condition);
            }
            other => unreachable!("{other:?} is no intrinsic of semaphores"),
        }
        Next::Go(Value::None)
    }

    fn take_semaphore(&mut self, thing: u64) -> bool {
        let is_locked = self.vm.things.semaphore(thing).is_locked(&self.vm.futures);
        if !is_locked {
            self.vm.things.semaphore_mut(thing).value -= 1;
            self.tell_use(Deed::Acquire, thing, None);
        }
        !is_locked
    }

    fn release_semaphore(&mut self, thing: u64) -> Result<Value, Raised> {
        let semaphore = self.vm.things.semaphore_mut(thing);
        if semaphore.bound.is_some_and(|bound| semaphore.value >= bound) {
            return Err(self.vm.heap.raise(ClassId::VALUE_ERROR, "BoundedSemaphore released too many times"));
        }
        semaphore.value += 1;
        self.tell_use(Deed::Release, thing, None);
        self.hand_over(thing);
        Ok(Value::None)
    }

    /// Gives one to the next who waits; whether there was somebody.
    fn hand_over(&mut self, thing: u64) -> bool {
        let next = self.vm.things.semaphore_mut(thing).hand_over(&self.vm.futures);
        if let Some(waiter) = next {
            self.wake_now(waiter, Value::TRUE);
        }
        next.is_some()
    }

    /// What one who was woken does for those behind: 3.13 wakes as many as may go on, before it was one.
    fn hand_over_the_rest(&mut self, thing: u64) {
        let all = self.is_since(PythonVersion::V3_13);
        while self.vm.things.semaphore(thing).value > 0 && self.hand_over(thing) && all {}
    }

    /// A waiter was given one.
    pub(super) fn accept_semaphore(&mut self, thing: u64) {
        self.tell_use(Deed::Acquire, thing, None);
        self.hand_over_the_rest(thing);
    }

    /// A waiter was cancelled.
    pub(super) fn refuse_semaphore(&mut self, thing: u64, waiter: FutureId) {
        let was_given = Semaphore::was_given(waiter, &self.vm.futures);
        if was_given {
            self.vm.things.semaphore_mut(thing).value += 1;
        }
        if self.is_since(PythonVersion::V3_13) {
            self.hand_over_the_rest(thing);
        } else if was_given {
            self.hand_over(thing);
        }
    }

    fn wake_all_at(&mut self, condition: Value) {
        self.wake_at_condition(number_of(condition), usize::MAX);
    }

    fn check_barrier(&mut self, thing: u64, is_inside: bool) -> Result<Value, Raised> {
        let message = match (self.vm.things.barrier(thing).phase, is_inside) {
            (Phase::Broken, false) => "Barrier aborted",
            (Phase::Broken | Phase::Resetting, true) => "Abort or reset of barrier",
            (Phase::Filling | Phase::Draining, _) | (Phase::Resetting, false) => return Ok(Value::None),
        };
        Err(self.vm.heap.raise(ClassId::BROKEN_BARRIER_ERROR, message))
    }
}
