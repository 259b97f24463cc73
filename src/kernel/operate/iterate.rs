//! Going through values: what `for` does, and `list(x)`.
//!
//! A walk is a value and a position, so that a loop over a list, a range or a text allocates nothing. A list may change under
//! the walk, as in Python; a dict or set that changes its size is a `RuntimeError`.

use super::super::exception::{ClassId, Raised};
use super::super::heap::{Heap, IteratorObject, ViewKind};
use super::super::value::{Reference, Value};
use super::super::{builtins, operate};
use super::{compare, instance};
use crate::signatures::helpers::Helper;

/// Where an enumeration keeps its members.
pub(crate) const MEMBERS: &str = "_members_";

/// The items of a list or tuple; `None` for other values.
#[inline]
pub(crate) fn items(heap: &Heap, value: Value) -> Option<&[Value]> {
    if let Value::List(at) = value {
        Some(heap.list_items(at))
    } else if let Value::Tuple(at) = value {
        Some(heap.tuple_items(at))
    } else {
        None
    }
}

/// Checks that a value can be gone through, and returns what [`next_item`] walks, from position 0. What the script itself
/// brings forth, item after item, comes as a list of all.
///
/// # Errors
/// `TypeError` where it cannot; questions.
pub fn iterate(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    match value {
        Value::Str(_)
        | Value::Tuple(_)
        | Value::List(_)
        | Value::Dict(_)
        | Value::Set(_)
        | Value::DictView(_)
        | Value::Range(_)
        | Value::Iterator(_) => Ok(value),
        Value::Instance(_) | Value::Exception(_) | Value::Generator(_) | Value::Coroutine(_) | Value::Thing(_)
            if instance::is_lazy(value) =>
        {
            let over = instance::script_iterator(heap, value)?;
            collect_iterator(heap, over)
        }
        Value::Class(class) if heap.class_attribute(ClassId(class as u32), MEMBERS).is_some() => {
            Ok(heap.class_attribute(ClassId(class as u32), MEMBERS).unwrap_or(Value::None))
        }
        Value::Unbound
        | Value::None
        | Value::Bool(_)
        | Value::Int(_)
        | Value::Float(_)
        | Value::Long(_)
        | Value::Slice(_)
        | Value::Random(_)
        | Value::Function(_)
        | Value::BoundMethod(_)
        | Value::Shared(_)
        | Value::Exception(_)
        | Value::ExceptionClass(_)
        | Value::Builtin(_)
        | Value::Asyncio(_)
        | Value::Coroutine(_)
        | Value::Task(_)
        | Value::Future(_)
        | Value::Loop(_)
        | Value::Class(_)
        | Value::NotImplemented
        | Value::Traceback(_)
        | Value::Frame(_)
        | Value::Descriptor(_)
        | Value::Handle(_)
        | Value::Instance(_)
        | Value::Generator(_)
        | Value::Thing(_) => {
            let message = format!("'{}' object is not iterable", heap.type_name(value));
            Err(heap.type_error(message))
        }
    }
}

/// As [`iterate`], for a loop of the script, which takes one item after the other.
///
/// # Errors
/// As [`iterate`].
#[inline]
pub fn iterate_lazily(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    if !instance::is_lazy(value) {
        return iterate(heap, value);
    }
    let over = instance::script_iterator(heap, value)?;
    if instance::is_lazy(over) { Ok(over) } else { iterate(heap, over) }
}

/// The next item of a walk, `None` at its end. `position` is moved on; it means something to this function alone.
///
/// # Errors
/// `RuntimeError` where a dict or set changed its size; what an iterator's function raises.
#[inline]
pub fn next_item(heap: &mut Heap, iterable: Value, position: &mut i64) -> Result<Option<Value>, Raised> {
    if let Value::List(at) = iterable {
        let item = heap.list_items(at).get(*position as usize).copied();
        *position += i64::from(item.is_some());
        Ok(item)
    } else if let Value::Range(at) = iterable {
        let range = heap.range_object(at);
        let index = *position as u64;
        let is_inside = index < range.count();
        *position += i64::from(is_inside);
        Ok(is_inside.then(|| Value::Int(range.number(index))))
    } else {
        next_slow(heap, iterable, position)
    }
}

#[inline(never)]
fn next_slow(heap: &mut Heap, iterable: Value, position: &mut i64) -> Result<Option<Value>, Raised> {
    match iterable {
        Value::Tuple(at) => {
            let item = heap.tuple_items(at).get(*position as usize).copied();
            *position += i64::from(item.is_some());
            Ok(item)
        }
        Value::Str(at) => {
            let Some(character) = heap.text(at)[*position as usize..].chars().next() else { return Ok(None) };
            *position += character.len_utf8() as i64;
            Ok(Some(heap.character(character)))
        }
        Value::Dict(at) => Ok(next_entry(heap, at, position, "dictionary")?.map(|(key, _)| key)),
        Value::DictView(at) => {
            let view = heap.view_object(at);
            let Some((key, content)) = next_entry(heap, view.dict, position, "dictionary")? else { return Ok(None) };
            Ok(Some(match view.kind {
                ViewKind::Keys => key,
                ViewKind::Values => content,
                ViewKind::Items => heap.tuple(vec![key, content]),
            }))
        }
        Value::Set(at) => {
            let members = &heap.set_object(at).members;
            let Some(mut walk) = Walk::unpack(*position, members.len()) else {
                return Err(heap.raise(ClassId::RUNTIME_ERROR, "Set changed size during iteration"));
            };
            let Some((next, member)) = members.next(walk.place) else { return Ok(None) };
            walk.place = next;
            *position = walk.pack();
            Ok(Some(member))
        }
        Value::Iterator(at) => advance(heap, at),
        Value::Generator(_)
        | Value::Coroutine(_)
        | Value::Future(_)
        | Value::Task(_)
        | Value::Instance(_)
        | Value::Thing(_) => instance::next_item(heap, iterable),
        // The callers' fast path, and what `iterate` refuses.
        Value::List(_)
        | Value::Range(_)
        | Value::Unbound
        | Value::None
        | Value::Bool(_)
        | Value::Int(_)
        | Value::Float(_)
        | Value::Long(_)
        | Value::Slice(_)
        | Value::Random(_)
        | Value::Function(_)
        | Value::BoundMethod(_)
        | Value::Shared(_)
        | Value::Exception(_)
        | Value::ExceptionClass(_)
        | Value::Builtin(_)
        | Value::Asyncio(_)
        | Value::Loop(_)
        | Value::Class(_)
        | Value::NotImplemented
        | Value::Traceback(_)
        | Value::Frame(_)
        | Value::Descriptor(_)
        | Value::Handle(_) => Ok(None),
    }
}

/// A walk over a table: the next place and the size it had at the start, in one number.
struct Walk {
    place: usize,
    size: usize,
}

impl Walk {
    /// `None` where the size is another than at the start. Position 0 is the start.
    fn unpack(position: i64, size: usize) -> Option<Self> {
        if position == 0 {
            return Some(Self { place: 0, size });
        }
        let walk = Self { place: (position & 0x7fff_ffff) as usize, size: (position >> 31) as usize - 1 };
        (walk.size == size).then_some(walk)
    }

    fn pack(&self) -> i64 {
        // Tables stay far below 2³¹ entries: the heap's limit is 2³² bytes.
        ((self.size as i64 + 1) << 31) | self.place as i64
    }
}

fn next_entry(
    heap: &mut Heap,
    dict: Reference,
    position: &mut i64,
    what: &str,
) -> Result<Option<(Value, Value)>, Raised> {
    let table = heap.dict_table(dict);
    let Some(mut walk) = Walk::unpack(*position, table.len()) else {
        return Err(heap.raise(ClassId::RUNTIME_ERROR, format!("{what} changed size during iteration")));
    };
    let Some((next, key, content)) = table.next(walk.place) else { return Ok(None) };
    walk.place = next;
    *position = walk.pack();
    Ok(Some((key, content)))
}

/// The field in which an object counts how often it has changed.
const CHANGES: &str = "_changes";

/// An iterator over a list that `owner` keeps: it fails where that changes (`_collectionsmodule.c`, `dequeiter_next`).
pub fn watched(heap: &mut Heap, over: Value, owner: Value) -> Value {
    let changes = heap.field(owner, CHANGES).unwrap_or(Value::None);
    heap.iterator(IteratorObject::Watched { over, position: 0, owner, changes })
}

/// What is said of counts that Python has and that do not fit here.
pub(crate) const TOO_MANY: &str = "counting beyond 64 bits is not supported";

/// How many iterators may stand inside one another.
const DEEPEST_WALK: usize = 200;

/// Moves an iterator on.
fn advance(heap: &mut Heap, at: Reference) -> Result<Option<Value>, Raised> {
    if heap.walks == DEEPEST_WALK {
        return Err(heap.raise(ClassId::RECURSION_ERROR, "maximum recursion depth exceeded"));
    }
    // The state is taken out while the item is found, so that an iterator inside itself finds it at its end.
    let mut state = std::mem::replace(heap.iterator_object_mut(at), IteratorObject::Done);
    heap.walks += 1;
    let item = advance_state(heap, &mut state);
    heap.walks -= 1;
    // What is watched fails also behind its end, and again and again.
    if matches!(item, Ok(Some(_))) || matches!(state, IteratorObject::Watched { .. }) {
        *heap.iterator_object_mut(at) = state;
    }
    item
}

fn advance_state(heap: &mut Heap, state: &mut IteratorObject) -> Result<Option<Value>, Raised> {
    match state {
        IteratorObject::Done => Ok(None),
        IteratorObject::Walk { over, position } => next_item(heap, *over, position),
        IteratorObject::Watched { over, position, owner, changes } => {
            if heap.field(*owner, CHANGES) != Some(*changes) {
                return Err(heap.raise(ClassId::RUNTIME_ERROR, "deque mutated during iteration"));
            }
            next_item(heap, *over, position)
        }
        IteratorObject::Reversed { over, left } => {
            *left -= 1;
            if *left < 0 { Ok(None) } else { reversed_item(heap, *over, *left) }
        }
        IteratorObject::Enumerate { over, position, count } => {
            let Some(item) = next_item(heap, *over, position)? else { return Ok(None) };
            let number = Value::Int(*count);
            let Some(next) = count.checked_add(1) else {
                return Err(heap.unsupported(TOO_MANY));
            };
            *count = next;
            Ok(Some(heap.tuple(vec![number, item])))
        }
        IteratorObject::Zip { over, is_strict } => zip_item(heap, over, *is_strict),
        IteratorObject::Apply { function, over, position, is_filter } => {
            while let Some(item) = next_item(heap, *over, position)? {
                let made = builtins::call_library(heap, *function, &[item])?;
                if !*is_filter {
                    return Ok(Some(made));
                }
                if operate::is_true(heap, made) {
                    return Ok(Some(item));
                }
            }
            Ok(None)
        }
    }
}

fn reversed_item(heap: &mut Heap, over: Value, place: i64) -> Result<Option<Value>, Raised> {
    if let Some(items) = items(heap, over) {
        return Ok(items.get(place as usize).copied());
    }
    operate::get_item(heap, over, Value::Int(place)).map(Some)
}

fn zip_item(heap: &mut Heap, over: &mut [(Value, i64)], is_strict: bool) -> Result<Option<Value>, Raised> {
    let mut found = Vec::with_capacity(over.len());
    for index in 0..over.len() {
        let (value, position) = &mut over[index];
        match next_item(heap, *value, position)? {
            Some(item) => found.push(item),
            None if !is_strict => return Ok(None),
            None if index > 0 => return Err(uneven_zip(heap, index, "shorter")),
            None => {
                for (other, (value, position)) in over.iter_mut().enumerate().skip(1) {
                    if next_item(heap, *value, position)?.is_some() {
                        return Err(uneven_zip(heap, other, "longer"));
                    }
                }
                return Ok(None);
            }
        }
    }
    if found.is_empty() { Ok(None) } else { Ok(Some(heap.tuple(found))) }
}

fn uneven_zip(heap: &mut Heap, index: usize, how: &str) -> Raised {
    let others = if index == 1 { "argument 1".to_owned() } else { format!("arguments 1-{index}") };
    heap.value_error(format!("zip() argument {} is {how} than {others}", index + 1))
}

/// The same for who goes through all of it and may have to ask the script on the way: as an iterator cannot go a step back when
/// the operation is done again, it is emptied first.
///
/// # Errors
/// As those of [`iterate`].
pub fn iterate_whole(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    match value {
        Value::Iterator(_) if heap.has_own_classes() => heap.ask_helper(Helper::Collect, &[value]),
        _ => iterate(heap, value),
    }
}

/// What an iterator that a script's `__iter__` gave brings forth, as something that [`next_item`] walks.
pub(super) fn collect_iterator(heap: &mut Heap, over: Value) -> Result<Value, Raised> {
    match over {
        Value::Instance(_) => heap.ask_helper(Helper::Exhaust, &[over]),
        _ if instance::is_lazy(over) || matches!(over, Value::Iterator(_)) => heap.ask_helper(Helper::Collect, &[over]),
        _ => iterate(heap, over),
    }
}

/// `list(value)`
///
/// # Errors
/// `TypeError` where it cannot be gone through; `MemoryError` where there are too many items.
pub fn collect(heap: &mut Heap, value: Value) -> Result<Vec<Value>, Raised> {
    if let Some(items) = items(heap, value) {
        return Ok(items.to_vec());
    }
    let iterable = iterate_whole(heap, value)?;
    if let Some(items) = items(heap, iterable) {
        return Ok(items.to_vec());
    }
    if let Value::Range(at) = iterable {
        let range = heap.range_object(at);
        heap.room_for_values(range.count())?;
        return Ok((0..range.count()).map(|index| Value::Int(range.number(index))).collect());
    }
    let mut found = Vec::new();
    let mut position = 0;
    while let Some(item) = next_item(heap, iterable, &mut position)? {
        if found.len().is_power_of_two() {
            heap.room_for_values(2 * found.len() as u64)?;
        }
        found.push(item);
    }
    Ok(found)
}

/// `member in iterator`: goes through it until the member is found.
pub(crate) fn find(heap: &mut Heap, iterator: Value, member: Value) -> Result<bool, Raised> {
    let mut position = 0;
    while let Some(item) = next_item(heap, iterator, &mut position)? {
        if compare::position(heap, &[item], member).map_err(|problem| heap.raised(problem))?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
