//! `await queue.get()` and its like where nothing has to wait, nobody waits and no trace is told: the common case, in few steps.
//!
//! What is done is what `queues.rs`, `locks.rs` and `semaphores.rs` do; whatever is not quite so simple is left to them.

use crate::kernel::Value;
use crate::policy::Discipline;
use crate::program::code::{Code, Op};
use crate::signatures::asyncio::{Function, Owner};
use crate::trace::{Detail, Sink};
use crate::units::ThingKind;

use super::Engine;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `await slot.method(slot + 1, …)` on the spot: its value, `None` where it must be done the long way.
    #[inline]
    pub(super) fn quick_method(&mut self, code: &Code, pc: u32, method: u16, first: u16, count: u8) -> Option<Value> {
        let Value::Thing(thing) = self.cells.slot(self.activation, first) else { return None };
        if self.sink.detail() >= Detail::Tasks || code.ops.get(pc as usize) != Some(&Op::Await) {
            return None;
        }
        let kind = ThingKind::of(thing);
        let function = self.methods.of(method, Owner::of(kind))?;
        let value = match (function, count) {
            (Function::QueueGet, 0) if kind == ThingKind::Queue => {
                let queue = self.things.queue_mut(thing);
                if !queue.putters.is_empty() {
                    return None;
                }
                queue.items.pop_front()?
            }
            (Function::QueuePut, 1) if kind == ThingKind::Queue => {
                let queue = self.things.queue_mut(thing);
                if queue.is_shut_down || queue.most <= 0 || queue.is_full() || !queue.getters.is_empty() {
                    return None;
                }
                queue.items.push_back(self.cells.slot(self.activation, first + 1));
                queue.unfinished += 1;
                self.counters.events += 1;
                Value::None
            }
            (Function::SemaphoreAcquire | Function::SemaphoreEnter, 0) => {
                let semaphore = self.things.semaphore_mut(thing);
                if semaphore.value == 0 || !semaphore.line.is_empty() {
                    return None;
                }
                semaphore.value -= 1;
                if function == Function::SemaphoreEnter { Value::None } else { Value::TRUE }
            }
            (Function::SemaphoreExit, 3) => {
                let semaphore = self.things.semaphore_mut(thing);
                if !semaphore.line.is_empty() || semaphore.bound.is_some() {
                    return None;
                }
                semaphore.value += 1;
                Value::None
            }
            _ => return None,
        };
        self.told += 1;
        Some(value)
    }
}
