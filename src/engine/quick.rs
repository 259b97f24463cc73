//! `await queue.get()` and its like without leaving the VM, where no trace is told. The common case, in few steps.
//!
//! What is done is what `queues.rs` and `semaphores.rs` do; whatever is not quite so simple is left to them.

use crate::asyncio::line::Line;
use crate::kernel::{Cells, Futures, NO_CELL, Role, Spot, State, Value, flag};
use crate::policy::{Discipline, Handle, Ready};
use crate::program::code::Protocol;
use crate::signatures::asyncio::{Function, Owner};
use crate::units::{CellId, FutureId, ThingKind, Time};

use super::loops::NOBODY_ASKS;
use super::methods::Methods;
use super::spots::Spots;
use super::state::Vm;

/// What has come of it.
pub(super) enum Quickly {
    /// It is done, with this value.
    Done(Value),
    /// The task must wait, and stands in line without a future: its step is over.
    Stood,
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
}

impl Way {
    /// What it is for, and what is put or comes of it in the end.
    #[inline]
    pub(super) fn stake(self, argument: impl FnOnce() -> Value) -> (Role, Value) {
        match self {
            Self::Get => (Role::Get, Value::None),
            Self::Put => (Role::Put, argument()),
            Self::Acquire | Self::Enter => (Role::Itself, self.worth()),
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
        (Some(Way::Get), [_]) => get::<D, false>(vm, discipline, thing),
        (Some(Way::Put), [_, item]) => put::<D, false>(vm, discipline, thing, *item),
        (Some(way @ Way::Acquire), [_]) => acquire::<false>(vm, thing, way.worth()),
        _ => Quickly::No,
    }
}

/// `await receiver.get()`
#[inline(always)]
pub(super) fn get_ahead<D: Discipline>(vm: &mut Vm<'_>, discipline: &mut D, receiver: Value) -> Quickly {
    match receiver {
        Value::Thing(thing) if vm.is_quick => get::<D, true>(vm, discipline, thing),
        _ => Quickly::No,
    }
}

/// `await receiver.put(item)`
#[inline(always)]
pub(super) fn put_ahead<D: Discipline>(vm: &mut Vm<'_>, discipline: &mut D, receiver: Value, item: Value) -> Quickly {
    match receiver {
        Value::Thing(thing) if vm.is_quick => put::<D, true>(vm, discipline, thing, item),
        _ => Quickly::No,
    }
}

/// `await receiver.acquire()`
#[inline(always)]
pub(super) fn acquire_ahead(vm: &mut Vm<'_>, receiver: Value) -> Quickly {
    match receiver {
        Value::Thing(thing) if vm.is_quick => acquire::<true>(vm, thing, Way::Acquire.worth()),
        _ => Quickly::No,
    }
}

/// `await semaphore.__aenter__()`
#[inline(always)]
pub(super) fn enter_ahead(vm: &mut Vm<'_>, context: Value) -> Quickly {
    match context {
        Value::Thing(thing) if vm.is_quick => acquire::<true>(vm, thing, Way::Enter.worth()),
        _ => Quickly::No,
    }
}

/// `await semaphore.__aexit__(…)`, whatever the arguments are; whether it was done.
#[inline(always)]
pub(super) fn exit_ahead<D: Discipline>(vm: &mut Vm<'_>, discipline: &mut D, context: Value) -> bool {
    matches!(context, Value::Thing(thing) if vm.is_quick && release(vm, discipline, thing))
}

/// A task that may stand in line goes to the end of it.
macro_rules! stand {
    ($vm:ident, $line:expr, $thing:ident, $role:expr) => {
        if $line.push_task($vm.stepping, $vm.futures.next_birth()) {
            $vm.spots.note_line($thing, $role);
        }
        $vm.heap.note_allocation();
        $vm.told += 1;
        return Quickly::Stood;
    };
}

/// `await queue.get()`; whether the task may go to the line as well.
#[inline(always)]
pub(super) fn get<D: Discipline, const STANDS: bool>(vm: &mut Vm<'_>, discipline: &mut D, thing: u64) -> Quickly {
    let Some(queue) = vm.things.plain_queue_mut(thing) else { return Quickly::No };
    if queue.items.is_empty() {
        if queue.is_shut_down {
            return Quickly::No;
        }
        if STANDS && vm.stepping != NO_CELL && queue.getters.bind(vm.futures.home()) {
            stand!(vm, queue.getters, thing, Role::Get);
        }
        return Quickly::Wait;
    }
    if !wake_next(&mut queue.putters, &mut vm.futures, &mut vm.spots, discipline) {
        return Quickly::No;
    }
    let Some(item) = queue.items.pop_front() else { return Quickly::No };
    vm.told += 1;
    Quickly::Done(item)
}

/// `await queue.put(item)`; whether the task may go to the line as well.
#[inline(always)]
pub(super) fn put<D: Discipline, const STANDS: bool>(
    vm: &mut Vm<'_>,
    discipline: &mut D,
    thing: u64,
    item: Value,
) -> Quickly {
    let Some(queue) = vm.things.plain_queue_mut(thing) else { return Quickly::No };
    if !queue.has_room() {
        if !queue.makes_wait() {
            return Quickly::No;
        }
        // All who put and get wait on the queue's loop.
        if STANDS && vm.stepping != NO_CELL && queue.getters.bind(vm.futures.home()) {
            stand!(vm, queue.putters, thing, Role::Put);
        }
        return Quickly::Wait;
    }
    if !wake_next(&mut queue.getters, &mut vm.futures, &mut vm.spots, discipline) {
        return Quickly::No;
    }
    queue.items.push_back(item);
    queue.unfinished += 1;
    vm.events += 1;
    vm.told += 1;
    Quickly::Done(Value::None)
}

/// `await semaphore.acquire()`; whether the task may go to the line as well.
#[inline]
fn acquire<const STANDS: bool>(vm: &mut Vm<'_>, thing: u64, worth: Value) -> Quickly {
    let Some(semaphore) = vm.things.any_semaphore_mut(thing) else { return Quickly::No };
    if semaphore.value == 0 {
        if STANDS && vm.stepping != NO_CELL && semaphore.line.bind(vm.futures.home()) {
            stand!(vm, semaphore.line, thing, Role::Itself);
        }
        return Quickly::Wait;
    }
    if !semaphore.line.is_empty() {
        return Quickly::No;
    }
    semaphore.value -= 1;
    vm.told += 1;
    Quickly::Done(worth)
}

/// `semaphore.release()`; whether it was done.
#[inline(always)]
fn release<D: Discipline>(vm: &mut Vm<'_>, discipline: &mut D, thing: u64) -> bool {
    let Some(semaphore) = vm.things.any_semaphore_mut(thing) else { return false };
    if semaphore.bound.is_some() {
        return false;
    }
    let woken = match semaphore.line.wake_front() {
        Some(task) => Some(task),
        None => match semaphore.line.sleeper(&vm.futures) {
            None => {
                semaphore.value += 1;
                None
            }
            Some(index) => match semaphore.line.at(index).who() {
                Ok(task) => {
                    semaphore.line.note_woken(index);
                    Some(task)
                }
                Err(future) => match vm.futures.wake(future, Value::TRUE) {
                    Some(task) => Some(task),
                    None => return false,
                },
            },
        },
    };
    if let Some(task) = woken {
        discipline.enqueue(Ready::new(Handle::Step(task), NOBODY_ASKS, Time::ZERO));
    }
    vm.told += 1;
    true
}

/// A task must wait: whether it stands in line already, and its step is over. `stake` is the slot of what it puts, or 1 where `True` comes of
/// its wait.
#[inline(always)]
pub(super) fn is_suspended(
    quickly: &Quickly,
    cells: &mut Cells,
    [task, activation]: [CellId; 2],
    receiver: Value,
    (role, stake): (Role, u16),
) -> bool {
    let (Quickly::Stood, Value::Thing(thing)) = (quickly, receiver) else { return false };
    let cell = &mut cells[task];
    debug_assert!(!cell.has(flag::MUST_CANCEL), "nothing has cancelled it in its step");
    cell.state = State::InLine;
    cell.set_wait(Spot { thing, role, stake }.packed());
    cell.link = activation;
    true
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
fn wake_next<D: Discipline>(line: &mut Line, futures: &mut Futures, spots: &mut Spots, discipline: &mut D) -> bool {
    let Some(waiter) = line.front() else { return true };
    let task = match waiter.who() {
        Ok(task) => {
            spots.note_woken();
            task
        }
        Err(future) => match futures.wake(future, Value::None) {
            Some(task) => task,
            None => return false,
        },
    };
    line.pop_front();
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
