//! What no root reaches, sorted as CPython's counts of references sort it: what nothing holds is freed at once, and what it alone
//! held; what holds itself in a circle stays, with all that it holds, until the collector of garbage comes.

use indexmap::IndexMap;

use crate::kernel::value::TIMER_HANDLE;
use crate::kernel::{FutureState, State, Value, flag, value_of};
use crate::policy::Discipline;
use crate::program::code::Generator;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, FutureId};

use super::Engine;

/// So many references stand for an object that is freed.
const GONE: usize = usize::MAX;

/// One object that no root reaches.
#[derive(Default)]
struct Node {
    /// How many references to it others of them have.
    references: usize,
    /// Whom it refers to among them, by index.
    holds: Vec<usize>,
}

/// What no root reaches.
struct Garbage(IndexMap<Value, Node>);

impl Garbage {
    /// Takes a reference away from each of these, one after the other; who has none left is freed at once, and what it holds loses
    /// a reference before the next one does. Who is freed but does not let go, as `keeps` says, is handed to `kept`.
    fn release(
        &mut self,
        held: Vec<usize>,
        keeps: &dyn Fn(Value) -> bool,
        kept: &mut Vec<usize>,
        freed: &mut Vec<Value>,
    ) {
        let mut pending = held;
        pending.reverse();
        while let Some(index) = pending.pop() {
            let (&value, node) = self.0.get_index_mut(index).expect("it is there");
            node.references -= 1;
            if node.references > 0 {
                continue;
            }
            freed.push(value);
            if keeps(value) {
                kept.push(index);
                continue;
            }
            pending.extend(std::mem::take(&mut node.holds).into_iter().rev());
        }
    }

    /// What these lead to, and they themselves.
    fn reached_from(&self, first: &[usize]) -> Vec<bool> {
        let mut is_reached = vec![false; self.0.len()];
        let mut pending = first.to_vec();
        while let Some(index) = pending.pop() {
            if !std::mem::replace(&mut is_reached[index], true) {
                pending.extend(&self.0[index].holds);
            }
        }
        is_reached
    }

    /// Frees what nothing holds and what nobody hears of, but for `kept`: that was freed before anything else here lost its last
    /// reference.
    fn free_old(&mut self, kept: &[bool], matters: &dyn Fn(Value) -> bool, freed: &mut Vec<Value>) {
        let is_old = |garbage: &Self, index: usize| {
            let (&value, node) = garbage.0.get_index(index).expect("it is there");
            !kept[index] && node.references == 0 && !matters(value)
        };
        let mut pending: Vec<usize> = (0..self.0.len()).filter(|index| is_old(self, *index)).collect();
        while let Some(index) = pending.pop() {
            let (&value, node) = self.0.get_index_mut(index).expect("it is there");
            freed.push(value);
            node.references = GONE;
            for held in std::mem::take(&mut node.holds) {
                self.0[held].references -= 1;
                pending.extend(is_old(self, held).then_some(held));
            }
        }
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Of what is not marked: what is freed now, in order, and what circles hold. Each of `first` lost a reference, in this order.
    ///
    /// What is told of when it is freed is still held while that is done, with all that it holds.
    pub(super) fn sort_garbage(&self, first: &[Value]) -> (Vec<Value>, Vec<Value>) {
        let nodes = self.unmarked().into_iter().map(|value| (value, Node::default())).collect();
        let mut garbage = Garbage(nodes);
        for index in 0..garbage.0.len() {
            let (&value, _) = garbage.0.get_index(index).expect("it is there");
            let held = self.held_by(value).into_iter();
            let holds: Vec<usize> = held.filter_map(|held| garbage.0.get_index_of(&plainly(held))).collect();
            for &other in &holds {
                garbage.0[other].references += 1;
            }
            garbage.0[index].holds = holds;
        }
        let (mut freed, mut told) = (Vec::new(), Vec::new());
        let given: Vec<usize> = first.iter().filter_map(|value| garbage.0.get_index_of(&plainly(*value))).collect();
        if !given.is_empty() {
            let kept = garbage.reached_from(&given);
            garbage.free_old(&kept, &|value| self.matters(value), &mut freed);
        }
        // What let go of these held each until its turn came; nothing holds the others.
        for &index in &given {
            garbage.0[index].references += 1;
        }
        let mut let_go = given;
        for index in 0..garbage.0.len() {
            if garbage.0[index].references == 0 {
                garbage.0[index].references = 1;
                let_go.push(index);
            }
        }
        garbage.release(let_go, &|value| self.matters(value), &mut told, &mut freed);
        let mut gone = freed.clone();
        for index in told {
            let holds = std::mem::take(&mut garbage.0[index].holds);
            garbage.release(holds, &|_| false, &mut Vec::new(), &mut gone);
        }
        for value in gone {
            garbage.0[&value].references = GONE;
        }
        let kept = garbage.0.iter().filter(|(_, node)| node.references < GONE).map(|(value, _)| *value).collect();
        (freed, kept)
    }

    /// Everything that is not marked and may hold something: tasks, their coroutines and futures in the order of creation, the
    /// others in that of their numbers.
    pub(super) fn unmarked(&self) -> Vec<Value> {
        let mut all: Vec<Value> = Vec::new();
        let mut others = Vec::new();
        for (id, cell) in self.cells.iter() {
            if cell.has(flag::MARKED) {
                continue;
            }
            match cell.state {
                State::Fresh => others.push(self.coroutine(id)),
                State::Inline if self.by_hand.innermost(id).is_some() => all.push(self.coroutine(id)),
                State::Suspended => {
                    let kind = self.program.codes[cell.code].generator;
                    others.extend((kind != Generator::No).then(|| self.generator(id, kind)));
                }
                State::Running | State::Inline | State::Free => {}
                _ => {
                    let coroutine = self.cells.coroutine_value(id);
                    let waits = matches!(coroutine, Value::Coroutine(number) if self.is_suspended_coroutine(number));
                    all.extend(waits.then_some(coroutine));
                    all.push(value_of(Awaitable::Task(id)));
                }
            }
        }
        all.extend(self.vm.futures.unmarked().map(|future| value_of(Awaitable::Future(future))));
        all.sort_by_key(|value| self.birth(*value));
        all.extend(others);
        all.extend(self.vm.heap.unmarked());
        all.extend(self.frames.unmarked());
        all.extend(self.calls.unmarked().map(|number| Value::Handle(u64::from(number))));
        all.extend(self.vm.things.unmarked().map(|number| Value::Thing(u64::from(number))));
        all
    }

    /// When something was made, of what is told of or closed when it is freed. A coroutine is made just before its task.
    pub(super) fn birth(&self, value: Value) -> (u32, bool) {
        let of_cell = |number: u64| self.cells[CellId(number as u32)].created;
        match value {
            Value::Coroutine(number) | Value::Generator(number) => (of_cell(number), false),
            Value::Task(number) => (of_cell(number), true),
            Value::Future(number) => (self.vm.futures[FutureId(number as u32)].created, true),
            _ => (u32::MAX, true),
        }
    }

    /// What a value holds itself, in the order in which CPython lets go of it.
    pub(super) fn held_by(&self, value: Value) -> Vec<Value> {
        match value {
            Value::Task(number) => {
                let cell = CellId(number as u32);
                match self.cells[cell].state {
                    state if state.is_done() => self.cells.slots(cell, self.slots_of_finished(cell)).to_vec(),
                    _ => self.held_by_pending(cell),
                }
            }
            Value::Coroutine(number) if self.is_suspended_coroutine(number) => {
                self.held_by_frames(CellId(number as u32))
            }
            Value::Coroutine(number) => match self.fresh_coroutine(number) {
                Some(cell) => self.cells.slots(cell, self.live_slots(cell)).to_vec(),
                None => Vec::new(),
            },
            Value::Generator(number) => match self.generator_cell(number) {
                Some(cell) => self.held_by_frames(cell),
                None => Vec::new(),
            },
            Value::Future(number) => self.held_by_future(FutureId(number as u32)),
            Value::Frame(number) => self.held_by_frame(number),
            Value::Handle(number) => self.calls.held_by(number as u32).to_vec(),
            Value::Thing(number) => {
                let (mut held, mut calls) = (Vec::new(), Vec::new());
                self.vm.things.held_by(number as u32, &mut held, &mut calls);
                held.extend(calls.into_iter().map(|call| Value::Handle(u64::from(call))));
                held
            }
            other => self.vm.heap.held_by(other),
        }
    }

    fn held_by_future(&self, id: FutureId) -> Vec<Value> {
        let future = &self.vm.futures[id];
        let mut held = Vec::new();
        self.mark_callbacks(future.callback, &mut held);
        match future.state {
            FutureState::Pending => {}
            FutureState::Result(value) | FutureState::Exception(value) | FutureState::Cancelled(value) => {
                held.push(value)
            }
        }
        held.extend(future.gather.iter().flat_map(|gather| &gather.children));
        // That it knows the thing in whose line it stands is the engine's own; CPython's futures do not.
        held.push(future.stake);
        held
    }
}

/// A value as the table of what is not marked knows it: without the bits that say what kind it is of.
pub(super) fn plainly(value: Value) -> Value {
    match value {
        Value::Handle(number) => Value::Handle(number & !TIMER_HANDLE),
        Value::Thing(number) => Value::Thing(u64::from(number as u32)),
        Value::Traceback(at) => Value::Exception(at),
        other => other,
    }
}
