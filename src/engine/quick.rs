//! `await queue.get()` and its like without leaving the VM: where nothing has to wait, nobody waits and no trace is told. The common
//! case, in few steps.
//!
//! What is done is what `queues.rs` and `semaphores.rs` do; whatever is not quite so simple is left to them.

use crate::asyncio::Things;
use crate::kernel::Value;
use crate::program::code::Protocol;
use crate::signatures::asyncio::{Function, Owner};
use crate::units::ThingKind;

use super::methods::Methods;

/// What such an await reaches.
pub(super) struct Quick<'r> {
    pub(super) things: &'r mut Things,
    pub(super) methods: &'r Methods,
    /// Whether no trace is told of tasks.
    pub(super) is_quiet: bool,
    /// What a trace would have been told.
    pub(super) told: &'r mut u64,
    /// What benches count.
    pub(super) events: &'r mut u64,
}

/// `await arguments[0].method(arguments[1], …)`: its value, `None` where the engine must do it.
#[inline]
pub(super) fn await_method(quick: &mut Quick<'_>, method: u16, arguments: &[Value]) -> Option<Value> {
    let Value::Thing(thing) = arguments[0] else { return None };
    if !quick.is_quiet {
        return None;
    }
    let kind = ThingKind::of(thing);
    let function = quick.methods.of(method, Owner::of(kind))?;
    let value = match (function, arguments) {
        (Function::QueueGet, [_]) if kind == ThingKind::Queue => {
            let queue = quick.things.queue_mut(thing);
            if !queue.putters.is_empty() {
                return None;
            }
            queue.items.pop_front()?
        }
        (Function::QueuePut, [_, item]) if kind == ThingKind::Queue => {
            let queue = quick.things.queue_mut(thing);
            if queue.is_shut_down || queue.most <= 0 || queue.is_full() || !queue.getters.is_empty() {
                return None;
            }
            queue.items.push_back(*item);
            queue.unfinished += 1;
            *quick.events += 1;
            Value::None
        }
        (Function::SemaphoreAcquire | Function::SemaphoreEnter, [_]) => {
            let semaphore = quick.things.semaphore_mut(thing);
            if semaphore.value == 0 || !semaphore.line.is_empty() {
                return None;
            }
            semaphore.value -= 1;
            if function == Function::SemaphoreEnter { Value::None } else { Value::TRUE }
        }
        (Function::SemaphoreExit, [_, _, _, _]) => {
            let semaphore = quick.things.semaphore_mut(thing);
            if !semaphore.line.is_empty() || semaphore.bound.is_some() {
                return None;
            }
            semaphore.value += 1;
            Value::None
        }
        _ => return None,
    };
    *quick.told += 1;
    Some(value)
}

/// Whether `value` is known to have the methods of a protocol without a look at them.
#[inline]
pub(super) fn meets(value: Value, protocol: Protocol) -> bool {
    let Value::Thing(thing) = value else { return false };
    let kind = ThingKind::of(thing);
    protocol == Protocol::AsyncContext
        && matches!(
            Owner::of(kind),
            Owner::Lock | Owner::Condition | Owner::Semaphore | Owner::TaskGroup | Owner::Timeout
        )
}
