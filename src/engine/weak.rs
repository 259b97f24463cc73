//! Weak references, and the collector of garbage where a script calls it (`gc.collect`).
//!
//! CPython frees with the last reference; what holds itself in a circle waits for the collector. Here it is looked when a weak
//! reference is asked: what no root reaches is gone, unless it reaches itself and the collector has not been called since.

use crate::kernel::{IN_LINE, IS_OWN, State, Value, flag};
use crate::policy::Discipline;
use crate::program::code::Generator;
use crate::trace::Sink;
use crate::units::{CellId, FutureId, Id};

use super::activation::Next;
use super::{Engine, Standing, Stop};

/// What weak references refer to, and what waits for the collector.
#[derive(Debug, Default)]
pub(super) struct Weak {
    /// By the number of the reference; `None` is nothing any more.
    targets: Vec<Value>,
    /// What holds itself, and is not freed before the collector is called.
    pub(super) circles: Vec<Value>,
    /// What woke the task whose step runs.
    pub(super) waker: Option<Value>,
    /// Whether the collector was called.
    pub(super) is_thorough: bool,
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// A weak reference to a value: its number.
    pub(super) fn note_weak(&mut self, value: Value) -> Next {
        let can_be_referred_to = matches!(
            value,
            Value::Instance(_)
                | Value::Function(_)
                | Value::Exception(_)
                | Value::Set(_)
                | Value::Task(_)
                | Value::Future(_)
                | Value::Coroutine(_)
                | Value::Generator(_)
                | Value::Class(_)
                | Value::ExceptionClass(_)
                | Value::Loop(_)
                | Value::Thing(_)
        );
        if !can_be_referred_to {
            let message = format!("cannot create weak reference to '{}' object", self.vm.heap.type_name(value));
            return Next::Throw(self.vm.heap.type_error(message));
        }
        if let Value::Task(task) = value {
            self.cells[CellId(task as u32)].flags |= flag::HELD;
        }
        self.weak.targets.push(value);
        Next::Go(Value::Int(i64::try_from(self.weak.targets.len() - 1).unwrap_or(i64::MAX)))
    }

    /// Whether there are weak references.
    pub(super) fn has_weak(&self) -> bool {
        !self.weak.targets.is_empty()
    }

    /// What a weak reference refers to, or `None`.
    pub(super) fn weak_target(&mut self, number: Value) -> Next {
        let index = number.integer().and_then(|number| usize::try_from(number).ok()).unwrap_or(usize::MAX);
        match self.weak.targets.get(index) {
            None | Some(Value::None) => return Next::Go(Value::None),
            Some(_) => {}
        }
        self.unheld(&[]);
        Next::Go(self.weak.targets[index])
    }

    /// The handle of a step holds what woke the task, until the step is over.
    pub(super) fn note_waker(&mut self, task: CellId, state: State) {
        let wait = self.cells[task].wait();
        self.weak.waker = match state {
            State::WaitingForTask => Some(Value::Task(wait)),
            // A future in a line is the library's own, and holds nothing of the script's.
            State::WaitingForFuture
                if wait & (IS_OWN | IN_LINE) == 0 && self.vm.futures[FutureId(wait as u32)].line.is_none() =>
            {
                Some(Value::Future(wait))
            }
            _ => None,
        };
    }

    /// Before what is not marked is freed: what weak references do not find any more. What holds itself stays.
    pub(super) fn look_after_weak(&mut self, pending: &mut Vec<Value>) {
        for index in 0..self.weak.targets.len() {
            let target = self.weak.targets[index];
            if target == Value::None || self.is_marked(target) {
                continue;
            }
            if !self.weak.is_thorough && self.reaches_itself(target) {
                self.weak.circles.push(target);
                pending.push(target);
                self.mark_all(pending);
            }
        }
        for index in 0..self.weak.targets.len() {
            if !self.is_marked(self.weak.targets[index]) {
                self.weak.targets[index] = Value::None;
            }
        }
    }

    fn is_marked(&self, value: Value) -> bool {
        match value {
            Value::Task(number) | Value::Coroutine(number) => {
                let cell = &self.cells[CellId(number as u32)];
                let is_same = matches!(value, Value::Task(_)) || u64::from(cell.generation) == number >> 32;
                is_same && cell.has(flag::MARKED) && cell.state != State::Free
            }
            Value::Generator(number) => {
                self.generator_cell(number).is_some_and(|cell| self.cells[cell].has(flag::MARKED))
            }
            Value::Future(number) => self.vm.futures.is_marked(FutureId(number as u32)),
            Value::Thing(number) => self.vm.things.is_marked(number),
            other => self.vm.heap.is_marked(other),
        }
    }

    /// Whether a value that nothing else holds can be reached from what it holds.
    fn reaches_itself(&mut self, value: Value) -> bool {
        let mut seen = vec![value];
        let mut next = 0;
        while next < seen.len() && seen.len() < MOST_VALUES {
            let held = self.held_by(seen[next]);
            if held.contains(&value) {
                return true;
            }
            for inner in held {
                if !seen.contains(&inner) {
                    seen.push(inner);
                }
            }
            next += 1;
        }
        false
    }

    /// What a value holds itself.
    fn held_by(&self, value: Value) -> Vec<Value> {
        match value {
            Value::Task(number) => {
                let cell = CellId(number as u32);
                let slots = if self.cells[cell].state.is_done() { 1 } else { self.live_slots(cell) };
                self.cells.slots(cell, slots).to_vec()
            }
            Value::Generator(number) => match self.generator_cell(number) {
                Some(cell) => self.cells.slots(cell, self.live_slots(cell)).to_vec(),
                None => Vec::new(),
            },
            Value::Future(number) => self.vm.futures.held_by(FutureId(number as u32)),
            other => self.vm.heap.held_by(other),
        }
    }

    /// `gc.collect()`: how many objects it freed.
    pub(super) fn collect_by_hand(&mut self) -> Result<Next, Stop> {
        let before = self.vm.heap.live_objects();
        self.circles.clear();
        self.weak.circles.clear();
        let mut generators = Vec::new();
        for index in 0..self.cells.len() {
            let id = CellId::from_index(index);
            let kind = self.program.codes[self.cells[id].code].generator;
            if self.cells[id].state == State::Suspended && kind != Generator::No {
                let generator = self.generator(id, kind);
                generators.extend((!self.orphans.contains(&generator)).then_some(generator));
            }
        }
        self.standing.push(Standing::keeping(Value::None));
        self.weak.is_thorough = true;
        let unheld = self.unheld(&generators);
        self.weak.is_thorough = false;
        self.tell_losses()?;
        for generator in unheld {
            self.close_freed(generator)?;
        }
        self.standing.pop();
        let freed = before.saturating_sub(self.vm.heap.live_objects());
        Ok(Next::Go(Value::Int(i64::try_from(freed).unwrap_or(i64::MAX))))
    }
}

/// So many values that hang together are looked through.
const MOST_VALUES: usize = 1024;
