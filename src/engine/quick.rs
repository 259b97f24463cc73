//! `await queue.get()` and its like without leaving the VM, where no trace is told. The common case, in few steps.
//!
//! What is done is what `queues.rs` and `semaphores.rs` do; whatever is not quite so simple is left to them.

use crate::asyncio::line::Line;
use crate::kernel::{Futures, Role, Value};
use crate::policy::{Discipline, Handle, Ready};
use crate::program::code::Protocol;
use crate::signatures::asyncio::{Function, Owner};
use crate::units::{CellId, FutureId, ThingKind, Time};

use super::loops::NOBODY_ASKS;
use super::methods::Methods;
use super::state::Vm;

/// What has come of it.
pub(super) enum Quickly {
    /// It is done, with this value.
    Done(Value),
    /// The task must wait.
    Wait,
    /// The engine must do it.
    No,
}

/// A method that has a quick way where it is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// `queue.get()`
    Get,
    /// `queue.put(item)`
    Put,
    /// `semaphore.acquire()`
    Acquire,
    /// `semaphore.__aenter__()`
    Enter,
    /// `semaphore.__aexit__(…)`
    Exit,
}

impl Way {
    /// What it is for, and what is put or comes of it in the end.
    #[inline]
    pub(super) fn stake(self, argument: impl FnOnce() -> Value) -> (Role, Value) {
        match self {
            Self::Get => (Role::Get, Value::None),
            Self::Put => (Role::Put, argument()),
            Self::Acquire | Self::Enter | Self::Exit => (Role::Itself, self.worth()),
        }
    }

    /// What its value is.
    #[inline]
    const fn worth(self) -> Value {
        if matches!(self, Self::Acquire) { Value::TRUE } else { Value::None }
    }
}

/// By method name and kind of thing: the quick way, where there is one.
#[derive(Debug)]
pub(super) struct Ways(Vec<[Option<Way>; KINDS]>);

/// How many kinds of things there are.
const KINDS: usize = ThingKind::ALL.len();

impl Ways {
    /// The table for the methods of a program.
    pub(super) fn of(methods: &Methods) -> Self {
        let row = |method: u16| {
            let mut row = [None; KINDS];
            for kind in ThingKind::ALL {
                row[*kind as usize] = match methods.of(method, Owner::of(*kind)) {
                    Some(Function::QueueGet) if *kind == ThingKind::Queue => Some(Way::Get),
                    Some(Function::QueuePut) if *kind == ThingKind::Queue => Some(Way::Put),
                    Some(Function::SemaphoreAcquire) => Some(Way::Acquire),
                    Some(Function::SemaphoreEnter) => Some(Way::Enter),
                    Some(Function::SemaphoreExit) => Some(Way::Exit),
                    _ => None,
                };
            }
            row
        };
        Self((0..methods.len()).map(row).collect())
    }

    /// The way of a method of a thing.
    #[inline]
    pub(super) fn of_method(&self, method: u16, thing: u64) -> Option<Way> {
        self.0[usize::from(method)][(thing >> 32) as usize]
    }
}

/// So many items fit into any queue without a look at how much memory there is.
const FEW_ITEMS: usize = 4096;

/// `await arguments[0].method(arguments[1], …)`
#[inline(always)]
pub(super) fn await_method<D: Discipline>(
    vm: &mut Vm<'_>,
    discipline: &mut D,
    method: u16,
    arguments: &[Value],
) -> Quickly {
    let Value::Thing(thing) = arguments[0] else { return Quickly::No };
    if !vm.is_quick {
        return Quickly::No;
    }
    match (vm.ways.of_method(method, thing), arguments) {
        (Some(Way::Get), [_]) => get(vm, discipline, thing),
        (Some(Way::Put), [_, item]) => put(vm, discipline, thing, *item),
        (Some(way @ Way::Acquire), [_]) => acquire(vm, thing, way.worth()),
        _ => Quickly::No,
    }
}

/// `await receiver.get()`
#[inline(always)]
pub(super) fn get_ahead<D: Discipline>(vm: &mut Vm<'_>, discipline: &mut D, receiver: Value) -> Quickly {
    match receiver {
        Value::Thing(thing) if vm.is_quick && ThingKind::Queue.is_of(thing) => get(vm, discipline, thing),
        _ => Quickly::No,
    }
}

/// `await receiver.put(item)`
#[inline(always)]
pub(super) fn put_ahead<D: Discipline>(vm: &mut Vm<'_>, discipline: &mut D, receiver: Value, item: Value) -> Quickly {
    match receiver {
        Value::Thing(thing) if vm.is_quick && ThingKind::Queue.is_of(thing) => put(vm, discipline, thing, item),
        _ => Quickly::No,
    }
}

/// `await receiver.acquire()`
#[inline(always)]
pub(super) fn acquire_ahead(vm: &mut Vm<'_>, receiver: Value) -> Quickly {
    match receiver {
        Value::Thing(thing)
            if vm.is_quick && (ThingKind::Semaphore.is_of(thing) || ThingKind::BoundedSemaphore.is_of(thing)) =>
        {
            acquire(vm, thing, Way::Acquire.worth())
        }
        _ => Quickly::No,
    }
}

/// `await semaphore.__aenter__()` and `await semaphore.__aexit__(…)`, whatever the arguments are.
#[inline(always)]
pub(super) fn await_of<D: Discipline>(vm: &mut Vm<'_>, discipline: &mut D, method: u16, context: Value) -> Quickly {
    let Value::Thing(thing) = context else { return Quickly::No };
    if !vm.is_quick {
        return Quickly::No;
    }
    match vm.ways.of_method(method, thing) {
        Some(way @ Way::Enter) => acquire(vm, thing, way.worth()),
        Some(Way::Exit) => release(vm, discipline, thing),
        _ => Quickly::No,
    }
}

/// `await queue.get()`
#[inline(always)]
pub(super) fn get<D: Discipline>(vm: &mut Vm<'_>, discipline: &mut D, thing: u64) -> Quickly {
    let queue = vm.things.queue_mut(thing);
    if queue.items.is_empty() {
        return if queue.is_shut_down { Quickly::No } else { Quickly::Wait };
    }
    if !wake_next(&mut queue.putters, &mut vm.futures, discipline) {
        return Quickly::No;
    }
    let Some(item) = queue.items.pop_front() else { return Quickly::No };
    vm.told += 1;
    Quickly::Done(item)
}

/// `await queue.put(item)`
#[inline(always)]
pub(super) fn put<D: Discipline>(vm: &mut Vm<'_>, discipline: &mut D, thing: u64, item: Value) -> Quickly {
    let queue = vm.things.queue_mut(thing);
    if queue.is_shut_down || queue.items.len() >= FEW_ITEMS {
        return Quickly::No;
    }
    if queue.is_full() {
        return Quickly::Wait;
    }
    if !wake_next(&mut queue.getters, &mut vm.futures, discipline) {
        return Quickly::No;
    }
    queue.items.push_back(item);
    queue.unfinished += 1;
    vm.events += 1;
    vm.told += 1;
    Quickly::Done(Value::None)
}

/// `await semaphore.acquire()`
#[inline]
fn acquire(vm: &mut Vm<'_>, thing: u64, worth: Value) -> Quickly {
    let semaphore = vm.things.semaphore_mut(thing);
    if semaphore.value == 0 {
        return Quickly::Wait;
    }
    if !semaphore.line.is_empty() {
        return Quickly::No;
    }
    semaphore.value -= 1;
    vm.told += 1;
    Quickly::Done(worth)
}

/// `semaphore.release()`
#[inline]
fn release<D: Discipline>(vm: &mut Vm<'_>, discipline: &mut D, thing: u64) -> Quickly {
    let semaphore = vm.things.semaphore_mut(thing);
    if semaphore.bound.is_some() {
        return Quickly::No;
    }
    // Most often it is the first one of all.
    let first = semaphore.line.first().and_then(|first| vm.futures.wake(first, Value::TRUE));
    if let Some(task) = first {
        discipline.enqueue(Ready::new(Handle::Step(task), NOBODY_ASKS, Time::ZERO));
        vm.told += 1;
        return Quickly::Done(Value::None);
    }
    match semaphore.line.asleep(&vm.futures) {
        None => semaphore.value += 1,
        Some(waiter) => match vm.futures.wake(waiter, Value::TRUE) {
            Some(task) => discipline.enqueue(Ready::new(Handle::Step(task), NOBODY_ASKS, Time::ZERO)),
            None => return Quickly::No,
        },
    }
    vm.told += 1;
    Quickly::Done(Value::None)
}

/// A task goes to the end of a line, on the loop `home`; its place there, `None` on another loop than the line's.
#[inline(always)]
pub(super) fn line_up(
    vm: &mut Vm<'_>,
    home: u64,
    task: CellId,
    thing: u64,
    role: Role,
    stake: Value,
) -> Option<FutureId> {
    let line = if role == Role::Itself {
        let line = vm.things.line(thing);
        if !line.bind(home) {
            return None;
        }
        line
    } else {
        let queue = vm.things.queue_mut(thing);
        // All who put and get wait on the queue's loop.
        if !queue.getters.bind(home) {
            return None;
        }
        queue.line(role)
    };
    let waiter = vm.futures.insert_in_line(task, thing, role, stake);
    line.push(waiter);
    vm.heap.note_allocation();
    vm.told += 1;
    Some(waiter)
}

/// Wakes the first in a line, if there is anybody; false where it takes more than a step of a task, and nothing was done.
#[inline(always)]
fn wake_next<D: Discipline>(line: &mut Line, futures: &mut Futures, discipline: &mut D) -> bool {
    let Some(waiter) = line.first() else { return true };
    let Some(task) = futures.wake(waiter, Value::None) else { return false };
    line.pop();
    discipline.enqueue(Ready::new(Handle::Step(task), NOBODY_ASKS, Time::ZERO));
    true
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
