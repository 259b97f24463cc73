//! Freeing what no root reaches: mark and sweep, at fixed amounts of allocation, so that every run does it at the same places.

use super::super::exception::{ClassId, Raised};
use super::super::value::{Reference, Value};
use super::object::{IteratorObject, MethodCode};
use super::{Fields, Heap, Table, long};

/// Below this many allocated bytes nothing is collected.
pub(super) const COLLECTION_MINIMUM_BYTES: usize = 4 << 20;

/// A collection waits until twice as much has been allocated as was kept by the last one, but not for more than this beyond it.
const MOST_GARBAGE_AHEAD: usize = 64 << 20;

/// The largest single object, in bytes as this heap counts them.
pub const LARGEST_OBJECT_BYTES: usize = 1 << 28;

/// What all objects together may take, in bytes as this heap counts them.
pub const LARGEST_HEAP_BYTES: usize = 1 << 30;

/// What an object weighs besides its contents, in bytes.
pub(super) const OBJECT_BYTES: usize = 48;

/// What a value weighs inside an object, in bytes.
pub(super) const VALUE_BYTES: usize = size_of::<Value>();

/// What a cell or a future weighs, in bytes.
const CELL_BYTES: usize = 128;

/// What an entry of a dict or set weighs, in bytes.
pub(super) const ENTRY_BYTES: usize = 96;

/// Of lists up to this many items the memory is kept for new ones.
const SHORT_LIST: usize = 8;

/// So many of them.
const MOST_SPARE_LISTS: usize = 1 << 15;

/// Keeps the memory of a list that was freed, if it is short.
fn keep_memory(spare: &mut Vec<Vec<Value>>, mut items: Vec<Value>) {
    if (1..=SHORT_LIST).contains(&items.capacity()) && spare.len() < MOST_SPARE_LISTS {
        items.clear();
        spare.push(items);
    }
}

impl Heap {
    /// Notes that objects grew by so many bytes.
    #[inline]
    pub(super) fn charge(&mut self, bytes: usize) {
        self.allocated_bytes += bytes;
    }

    /// Notes that something was made that lives outside of the heap and is freed with its garbage: a cell, a future.
    #[inline]
    pub fn note_allocation(&mut self) {
        self.charge(CELL_BYTES);
    }

    /// Notes that what [`note_allocation`](Self::note_allocation) told of was freed without a collection.
    #[inline]
    pub fn note_freed(&mut self) {
        self.allocated_bytes = self.allocated_bytes.saturating_sub(CELL_BYTES);
    }

    /// Bytes allocated since the last sweep.
    #[must_use]
    pub fn allocated_bytes(&self) -> usize {
        self.allocated_bytes
    }

    /// Whether so much has been allocated since the last sweep that the next is worth its time.
    #[inline]
    #[must_use]
    pub fn wants_collection(&self) -> bool {
        self.allocated_bytes >= self.collect_at
    }

    /// Asks for an object of so many bytes.
    ///
    /// # Errors
    /// `MemoryError` above [`LARGEST_OBJECT_BYTES`], or where all objects would be above [`LARGEST_HEAP_BYTES`].
    #[inline]
    pub fn room_for(&mut self, bytes: usize) -> Result<(), Raised> {
        if bytes <= LARGEST_OBJECT_BYTES && self.allocated_bytes + self.kept_bytes + bytes <= LARGEST_HEAP_BYTES {
            return Ok(());
        }
        Err(self.raise(ClassId::MEMORY_ERROR, "the simulated program would need too much memory"))
    }

    /// Asks for an object of so many values; as [`room_for`](Self::room_for).
    ///
    /// # Errors
    /// `MemoryError`
    #[inline]
    pub fn room_for_values(&mut self, count: u64) -> Result<(), Raised> {
        let bytes = usize::try_from(count).unwrap_or(usize::MAX).saturating_mul(VALUE_BYTES);
        self.room_for(bytes)
    }

    /// How many objects there are.
    #[must_use]
    pub fn live_objects(&self) -> usize {
        self.longs.live()
            + self.strings.live()
            + self.tuples.live()
            + self.lists.live()
            + self.dicts.live()
            + self.sets.live()
            + self.views.live()
            + self.ranges.live()
            + self.slices.live()
            + self.iterators.live()
            + self.functions.live()
            + self.bound_methods.live()
            + self.shared.live()
            + self.generators.live()
            + self.exceptions.live()
            + self.instances.live()
            + self.descriptors.live()
    }

    /// What exists now (the constants of a program) is never swept. It must hold nothing that changes.
    pub fn make_permanent(&mut self) {
        self.longs.make_permanent();
        self.strings.make_permanent();
        self.tuples.make_permanent();
        self.ranges.make_permanent();
        self.slices.make_permanent();
        self.sets.make_permanent();
    }

    /// Marks a list, and nothing that it holds; whether it was not marked yet.
    pub fn mark_list(&mut self, list: Reference) -> bool {
        self.lists.mark(list)
    }

    /// Marks one object and pushes the values that it holds, if it was not marked yet. Nothing happens for a value without
    /// an object here; tasks, coroutines and futures inside objects are pushed for the caller to follow.
    pub fn mark(&mut self, value: Value, pending: &mut Vec<Value>) {
        match value {
            Value::Long(at) => {
                self.longs.mark(at);
            }
            Value::Str(at) => {
                self.strings.mark(at);
            }
            Value::Range(at) => {
                self.ranges.mark(at);
            }
            Value::Random(at) => {
                self.generators.mark(at);
            }
            Value::Tuple(at) if self.tuples.mark(at) => pending.extend_from_slice(self.tuples.get(at)),
            Value::List(at) if self.mark_list(at) => pending.extend_from_slice(self.lists.get(at)),
            Value::Dict(at) if self.dicts.mark(at) => {
                pending.extend(self.dicts.get(at).iter().flat_map(|(key, content)| [key, content]));
            }
            Value::Set(at) if self.sets.mark(at) => {
                pending.extend(self.sets.get(at).members.table().iter().map(|(member, ())| member));
            }
            Value::DictView(at) if self.views.mark(at) => pending.push(Value::Dict(self.views.get(at).dict)),
            Value::Slice(at) if self.slices.mark(at) => {
                let slice = self.slices.get(at);
                pending.extend([slice.lower, slice.upper, slice.step]);
            }
            Value::Iterator(at) if self.iterators.mark(at) => push_iterator(self.iterators.get(at), pending),
            Value::Function(at) if self.functions.mark(at) => {
                let function = self.functions.get(at);
                pending.extend(function.defaults.iter().chain(&function.captured));
                push_fields(function.fields.as_deref(), pending);
                push_parts(function.parts.as_deref(), pending);
            }
            Value::BoundMethod(at) if self.bound_methods.mark(at) => {
                let bound = self.bound_methods.get(at);
                pending.push(bound.receiver);
                if let MethodCode::Script(function) = bound.method {
                    pending.push(Value::Function(function));
                }
            }
            Value::Traceback(at) => pending.push(Value::Exception(at)),
            Value::Shared(at) if self.shared.mark(at) => pending.push(*self.shared.get(at)),
            Value::Exception(at) if self.exceptions.mark(at) => {
                let exception = self.exceptions.get(at);
                pending.extend(exception.args.iter().chain(&exception.held));
                pending.extend(exception.cause.into_iter().chain(exception.context));
                pending.extend(exception.group.iter().flat_map(|group| [group.message, group.exceptions]));
                push_fields(exception.fields.as_deref(), pending);
            }
            Value::Instance(at) if self.instances.mark(at) => {
                self.instances.get(at).fields.push_held(pending);
            }
            Value::Descriptor(at) if self.descriptors.mark(at) => {
                let descriptor = self.descriptors.get(at);
                pending.extend([descriptor.function, descriptor.setter, descriptor.deleter, descriptor.doc]);
            }
            // Marked before.
            Value::Tuple(_)
            | Value::List(_)
            | Value::Dict(_)
            | Value::Set(_)
            | Value::DictView(_)
            | Value::Slice(_)
            | Value::Iterator(_)
            | Value::Function(_)
            | Value::BoundMethod(_)
            | Value::Shared(_)
            | Value::Instance(_)
            | Value::Descriptor(_)
            | Value::Exception(_) => {}
            // Not an object of this heap.
            Value::Unbound
            | Value::None
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Float(_)
            | Value::ExceptionClass(_)
            | Value::Builtin(_)
            | Value::Asyncio(_)
            | Value::Coroutine(_)
            | Value::Task(_)
            | Value::Future(_)
            | Value::Loop(_)
            | Value::Class(_)
            | Value::Generator(_)
            | Value::NotImplemented
            | Value::Handle(_)
            | Value::Frame(_)
            | Value::Thing(_) => {}
        }
    }

    /// Whether an object is marked; true of what is no object of the heap.
    #[must_use]
    pub fn is_marked(&self, value: Value) -> bool {
        match value {
            Value::Tuple(at) => self.tuples.is_marked(at),
            Value::List(at) => self.lists.is_marked(at),
            Value::Dict(at) => self.dicts.is_marked(at),
            Value::Set(at) => self.sets.is_marked(at),
            Value::DictView(at) => self.views.is_marked(at),
            Value::Slice(at) => self.slices.is_marked(at),
            Value::Iterator(at) => self.iterators.is_marked(at),
            Value::Function(at) => self.functions.is_marked(at),
            Value::BoundMethod(at) => self.bound_methods.is_marked(at),
            Value::Shared(at) => self.shared.is_marked(at),
            Value::Exception(at) => self.exceptions.is_marked(at),
            Value::Instance(at) => self.instances.is_marked(at),
            Value::Descriptor(at) => self.descriptors.is_marked(at),
            _ => true,
        }
    }

    /// Every object that is not marked and may hold others.
    #[must_use]
    pub fn unmarked(&self) -> Vec<Value> {
        let mut all = Vec::new();
        all.extend(self.exceptions.unmarked().map(Value::Exception));
        all.extend(self.instances.unmarked().map(Value::Instance));
        all.extend(self.dicts.unmarked().map(Value::Dict));
        all.extend(self.lists.unmarked().map(Value::List));
        all.extend(self.tuples.unmarked().map(Value::Tuple));
        all.extend(self.sets.unmarked().map(Value::Set));
        all.extend(self.functions.unmarked().map(Value::Function));
        all.extend(self.bound_methods.unmarked().map(Value::BoundMethod));
        all.extend(self.shared.unmarked().map(Value::Shared));
        all.extend(self.iterators.unmarked().map(Value::Iterator));
        all.extend(self.views.unmarked().map(Value::DictView));
        all.extend(self.slices.unmarked().map(Value::Slice));
        all.extend(self.descriptors.unmarked().map(Value::Descriptor));
        all
    }

    /// What an object of the heap holds itself, in the order in which CPython lets go of it.
    #[must_use]
    pub fn held_by(&self, value: Value) -> Vec<Value> {
        let mut held = Vec::new();
        match value {
            // Lists and tuples let go of their last items first (`listobject.c`, `list_dealloc`).
            Value::Tuple(at) => held.extend(self.tuples.get(at).iter().rev()),
            Value::List(at) => held.extend(self.lists.get(at).iter().rev()),
            Value::Dict(at) => held.extend(self.dicts.get(at).iter().flat_map(|(key, content)| [key, content])),
            Value::Set(at) => held.extend(self.sets.get(at).members.table().iter().map(|(member, ())| member)),
            Value::DictView(at) => held.push(Value::Dict(self.views.get(at).dict)),
            Value::Slice(at) => {
                let slice = self.slices.get(at);
                held.extend([slice.lower, slice.upper, slice.step]);
            }
            Value::Iterator(at) => push_iterator(self.iterators.get(at), &mut held),
            Value::Shared(at) => held.push(*self.shared.get(at)),
            Value::BoundMethod(at) => {
                let bound = self.bound_methods.get(at);
                held.push(bound.receiver);
                if let MethodCode::Script(function) = bound.method {
                    held.push(Value::Function(function));
                }
            }
            Value::Function(at) => {
                let function = self.functions.get(at);
                held.extend(function.defaults.iter().chain(&function.captured));
                push_fields(function.fields.as_deref(), &mut held);
                push_parts(function.parts.as_deref(), &mut held);
            }
            Value::Exception(at) => {
                let exception = self.exceptions.get(at);
                push_fields(exception.fields.as_deref(), &mut held);
                held.extend(exception.args.iter().chain(&exception.held));
                held.extend(exception.cause.into_iter().chain(exception.context));
                held.extend(exception.group.iter().flat_map(|group| [group.message, group.exceptions]));
            }
            Value::Instance(at) => self.instances.get(at).fields.push_held(&mut held),
            Value::Descriptor(at) => {
                let descriptor = self.descriptors.get(at);
                held.extend([descriptor.function, descriptor.setter, descriptor.deleter, descriptor.doc]);
            }
            _ => {}
        }
        held
    }

    /// Frees what was not marked since the last sweep.
    /// `cells` is how many cells and futures were kept outside of the heap: the next collection must be worth walking them.
    pub fn sweep(&mut self, cells: usize) {
        let values = |count: usize| OBJECT_BYTES + count * VALUE_BYTES;
        let entries = |count: usize| OBJECT_BYTES + count * ENTRY_BYTES;
        self.kept_bytes = self.longs.sweep(|number| OBJECT_BYTES + long::bytes_of(number))
            + self.strings.sweep(|text| OBJECT_BYTES + text.text.len())
            + self.tuples.sweep(|items| values(items.len()))
            + self.lists.sweep_into(|items| values(items.len()), |items| keep_memory(&mut self.spare_lists, items))
            + self.dicts.sweep(|table| entries(table.len()))
            + self.sets.sweep(|set| entries(set.members.len()))
            + self.views.sweep(|_| OBJECT_BYTES)
            + self.ranges.sweep(|_| OBJECT_BYTES)
            + self.slices.sweep(|_| OBJECT_BYTES)
            + self.iterators.sweep(|_| OBJECT_BYTES)
            + self.functions.sweep(|_| OBJECT_BYTES)
            + self.bound_methods.sweep(|_| OBJECT_BYTES)
            + self.shared.sweep(|_| OBJECT_BYTES)
            + self.generators.sweep(|_| super::random::GENERATOR_BYTES)
            + self.exceptions.sweep(|exception| values(exception.args.len()))
            + self.instances.sweep(|instance| entries(instance.fields.len()))
            + self.descriptors.sweep(|_| OBJECT_BYTES);
        self.allocated_bytes = 0;
        self.take_drops();
        let kept = self.kept_bytes + cells * CELL_BYTES;
        self.collect_at = (kept + kept.min(MOST_GARBAGE_AHEAD)).max(COLLECTION_MINIMUM_BYTES);
    }
}

fn push_fields(fields: Option<&Fields>, pending: &mut Vec<Value>) {
    if let Some(fields) = fields {
        fields.push_held(pending);
    }
}

fn push_parts(parts: Option<&Table<Value>>, pending: &mut Vec<Value>) {
    pending.extend(parts.into_iter().flat_map(Table::iter).flat_map(|(key, held)| [key, held]));
}

fn push_iterator(iterator: &IteratorObject, pending: &mut Vec<Value>) {
    match iterator {
        IteratorObject::Walk { over, .. }
        | IteratorObject::Reversed { over, .. }
        | IteratorObject::Enumerate { over, .. } => pending.push(*over),
        IteratorObject::Watched { over, owner, .. } => pending.extend([*over, *owner]),
        IteratorObject::Apply { function, over, .. } => pending.extend([*function, *over]),
        IteratorObject::Zip { over, .. } => pending.extend(over.iter().map(|&(value, _)| value)),
        IteratorObject::Done => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_root_reaches_is_freed_and_cycles_are_no_matter() {
        let mut heap = Heap::new();
        let text = heap.string("kept");
        let root = heap.list(vec![text, Value::Task(7)]);
        let Value::List(at) = root else { panic!("a list") };
        heap.list_items_mut(at).push(root);
        let lost = heap.string("lost");
        let cycle = heap.list(vec![lost]);
        let Value::List(cycle_at) = cycle else { panic!("a list") };
        heap.list_items_mut(cycle_at).push(cycle);
        let before = heap.live_objects();
        let mut pending = vec![root];
        let mut tasks = Vec::new();
        while let Some(value) = pending.pop() {
            tasks.extend((value == Value::Task(7)).then_some(value));
            heap.mark(value, &mut pending);
        }
        heap.sweep(0);
        assert_eq!(before - heap.live_objects(), 2, "the lost text and the lost cycle");
        assert_eq!(tasks, [Value::Task(7)], "the caller sees tasks inside objects");
        assert_eq!(heap.list_items(at).len(), 3);
    }
}
