//! Weak references, and the collector of garbage where a script calls it (`gc.collect`).
//!
//! CPython frees with the last reference; what holds itself in a circle waits for the collector. Here it is looked when a weak
//! reference is asked.

use crate::kernel::{IN_LINE, IS_OWN, State, Value, flag};
use crate::policy::Discipline;
use crate::trace::Sink;
use crate::units::{CellId, FutureId};

use super::activation::Next;
use super::{Engine, Stop};

/// What weak references refer to, and what waits for the collector.
#[derive(Debug, Default)]
pub(super) struct Weak {
    /// By the number of the reference; `None` is nothing any more.
    targets: Vec<Value>,
    /// What woke the task whose step runs.
    pub(super) waker: Option<Value>,
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

    /// What a weak reference refers to, or `None`.
    pub(super) fn weak_target(&mut self, number: Value) -> Result<Next, Stop> {
        let index = number.integer().and_then(|number| usize::try_from(number).ok()).unwrap_or(usize::MAX);
        match self.weak.targets.get(index) {
            None | Some(Value::None) => return Ok(Next::Go(Value::None)),
            Some(_) => {}
        }
        self.look_and_tell(&[])?;
        Ok(Next::Go(self.weak.targets[index]))
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

    /// Before what is not marked is freed: weak references do not find it any more.
    pub(super) fn forget_weak(&mut self) {
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
                let is_same = matches!(value, Value::Task(_)) || self.cells.holds_coroutine(number);
                is_same && cell.has(flag::MARKED) && cell.state != State::Free
            }
            Value::Generator(number) => {
                self.generator_cell(number).is_some_and(|cell| self.cells[cell].has(flag::MARKED))
            }
            Value::Future(number) => self.vm.futures.is_marked(FutureId(number as u32)),
            Value::Thing(number) => self.vm.things.is_marked(number),
            Value::Handle(number) => self.calls.is_marked(number as u32),
            Value::Frame(number) => self.frames.is_marked(number),
            other => self.vm.heap.is_marked(other),
        }
    }
}
