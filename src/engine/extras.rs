//! Attributes that a script gives to asyncio's own objects: `task.nickname = "Ana"`. Almost no script does.

use indexmap::IndexMap;

use crate::kernel::exception::ClassId;
use crate::kernel::{State, Value, awaitable_of, operate};
use crate::policy::Discipline;
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, NameId};

use super::Engine;
use super::activation::Next;

/// The attributes of each object, as dicts.
#[derive(Debug, Default)]
pub(super) struct Extras(IndexMap<(u8, u64), Value>);

impl Extras {
    /// Whether no object has any.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All dicts.
    pub(super) fn for_each_value(&self, roots: &mut Vec<Value>) {
        roots.extend(self.0.values());
    }

    /// The attributes of an object, as a dict.
    pub(super) fn held(&self, value: Value) -> Option<Value> {
        if self.0.is_empty() { None } else { self.0.get(&key(value)?).copied() }
    }

    /// A task is over and gone.
    pub(super) fn forget_task(&mut self, task: CellId) {
        if !self.0.is_empty() {
            self.0.shift_remove(&(TASK, u64::from(task.0)));
        }
    }
}

const TASK: u8 = 0;
const FUTURE: u8 = 1;
const THING: u8 = 2;
const LOOP: u8 = 3;

/// What an object is known by; handles, coroutines and classes take no attributes.
const fn key(value: Value) -> Option<(u8, u64)> {
    match value {
        Value::Task(number) => Some((TASK, number)),
        Value::Future(number) => Some((FUTURE, number)),
        Value::Thing(number) => Some((THING, number)),
        Value::Loop(number) => Some((LOOP, number)),
        _ => None,
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Whether objects of asyncio may have attributes that are not asyncio's: given to them, or of their own classes.
    #[inline]
    pub(super) fn may_have_extras(&self) -> bool {
        !self.extras.is_empty() || self.vm.heap.has_kinds()
    }

    /// An attribute that the script has given to an object.
    pub(super) fn extra(&mut self, value: Value, name: &str) -> Option<Value> {
        let held = *self.extras.0.get(&key(value)?)?;
        let name = self.vm.heap.string(name);
        operate::get_item(&mut self.vm.heap, held, name).ok()
    }

    /// Gives an object an attribute; whether it takes any.
    pub(super) fn set_extra(&mut self, value: Value, name: &str, new: Value) -> bool {
        let Some(key) = key(value) else { return false };
        if let Some(Awaitable::Task(task)) = awaitable_of(value) {
            self.cells[task].flags |= crate::kernel::flag::HELD;
        }
        if key.0 == THING {
            self.vm.is_quick = false;
        }
        // It may be what the loop tells of errors.
        self.loops.are_watched |= key.0 == LOOP;
        let held = match self.extras.0.get(&key) {
            Some(held) => *held,
            None => self.vm.heap.dict(),
        };
        self.extras.0.insert(key, held);
        let name = self.vm.heap.string(name);
        operate::set_item(&mut self.vm.heap, held, name, new).is_ok()
    }

    /// Takes an attribute from an object that the script has given it; whether it had it.
    pub(super) fn delete_extra(&mut self, value: Value, name: &str) -> bool {
        let Some(held) = key(value).and_then(|key| self.extras.0.get(&key).copied()) else { return false };
        let name = self.vm.heap.string(name);
        operate::delete_item(&mut self.vm.heap, held, name).is_ok()
    }

    /// `del value.name`
    pub(super) fn delete_attribute(&mut self, value: Value, name: NameId) -> Next {
        if let Some(next) = self.set_name_of_code(value, name, Value::Unbound) {
            return next;
        }
        let function = self.method_of(value, name);
        let name = self.names.text(name).to_owned();
        if !function.is_some_and(Function::is_property) && self.delete_extra(value, &name) {
            return Next::Go(Value::None);
        }
        let kind = self.vm.heap.type_name(value).to_owned();
        let message = match function {
            Some(
                Function::IsBlocking | Function::LogTraceback | Function::LogDestroyPending | Function::CancelMessage,
            ) => "cannot delete attribute".to_owned(),
            Some(function) if function.is_property() => {
                format!("attribute '{name}' of '{kind}' objects is not writable")
            }
            Some(_) if !matches!(value, Value::Loop(_)) => format!("'{kind}' object attribute '{name}' is read-only"),
            None if self.body_of(value).is_some() => operate::no_place_for(&self.vm.heap, value, &name),
            _ => format!("'{kind}' object has no attribute '{name}'"),
        };
        Next::Throw(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message))
    }

    /// Objects that are gone take their attributes with them.
    pub(super) fn sweep_extras(&mut self) {
        let (cells, futures, things) = (&self.cells, &self.vm.futures, &self.vm.things);
        self.extras.0.retain(|(kind, number), _| match *kind {
            TASK => cells[CellId(*number as u32)].state != State::Free,
            FUTURE => futures.is_alive(crate::units::FutureId(*number as u32)),
            THING => things.is_alive(*number),
            _ => true,
        });
        self.vm.heap.retain_kinds(|value| match awaitable_of(value) {
            Some(Awaitable::Task(task)) => cells[task].state != State::Free,
            Some(Awaitable::Future(future)) => futures.is_alive(future),
            None => false,
        });
    }
}
