//! Whether a value counts as true, and how long it is.

use super::super::exception::{Attempt, ClassId, Problem, Raised};
use super::super::heap::Heap;
use super::super::value::Value;
use super::{instance, iterate};

/// `bool(value)`
#[inline]
#[must_use]
pub fn is_true(heap: &Heap, value: Value) -> bool {
    match value {
        Value::Bool(holds) => holds != 0,
        Value::Int(number) => number != 0,
        Value::None => false,
        Value::Float(bits) => f64::from_bits(bits) != 0.0,
        _ => held(heap, value).is_none_or(|count| count != 0),
    }
}

/// How many things a value of Python's own holds; `None` where it has no length.
#[inline]
pub(super) fn held(heap: &Heap, value: Value) -> Option<u64> {
    let count = match value {
        Value::Str(at) => heap.text_object(at).characters,
        Value::Tuple(at) => heap.tuple_items(at).len(),
        Value::List(at) => heap.list_items(at).len(),
        Value::Dict(at) => heap.dict_table(at).len(),
        Value::Set(at) => heap.set_object(at).members.len(),
        Value::DictView(at) => heap.dict_table(heap.view_object(at).dict).len(),
        Value::Range(at) => return Some(heap.range_object(at).count()),
        Value::Unbound
        | Value::None
        | Value::Bool(_)
        | Value::Int(_)
        | Value::Float(_)
        | Value::Long(_)
        | Value::Slice(_)
        | Value::Random(_)
        | Value::Iterator(_)
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
        | Value::Instance(_)
        | Value::Class(_)
        | Value::Generator(_)
        | Value::NotImplemented
        | Value::Traceback(_)
        | Value::Frame(_)
        | Value::Descriptor(_)
        | Value::Handle(_)
        | Value::Thing(_) => return None,
    };
    Some(count as u64)
}

/// `bool(value)`, where objects of the script's classes have their say.
///
/// # Errors
/// Questions; `TypeError` where `__bool__` gives no `bool`.
#[inline]
pub fn truth(heap: &mut Heap, value: Value) -> Result<bool, Raised> {
    if let Value::Instance(_) | Value::Exception(_) = value {
        return truth_of(heap, value).map_err(|problem| heap.raised(problem));
    }
    Ok(is_true(heap, value))
}

/// The same, where the heap is only read.
#[cold]
pub(super) fn truth_of(heap: &Heap, value: Value) -> Attempt<bool> {
    match instance::ask_method(heap, value, "__bool__", &[]) {
        Some(Ok(Value::Bool(holds))) => Ok(holds != 0),
        Some(Ok(other)) => {
            let message = format!("__bool__ should return bool, returned {}", heap.type_name(other));
            Err(Problem::new(ClassId::TYPE_ERROR, message))
        }
        Some(Err(problem)) => Err(problem),
        None if heap.own_method(value, "__len__").is_some() => length(heap, value).map(|length| length != 0),
        None => Ok(is_true(heap, value)),
    }
}

/// `len(value)`
///
/// # Errors
/// `TypeError` where it has no length; `OverflowError` where a range has too many numbers.
pub fn length(heap: &Heap, value: Value) -> Attempt<i64> {
    if let Some(count) = held(heap, value) {
        let too_long = |_| Problem::new(ClassId::OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
        return i64::try_from(count).map_err(too_long);
    }
    if let Value::Class(class) = value
        && let Some(members) = heap.class_attribute(ClassId(class as u32), iterate::MEMBERS)
    {
        return length(heap, members);
    }
    let Some(answer) = instance::ask_method(heap, value, "__len__", &[]) else {
        let message = format!("object of type '{}' has no len()", heap.type_name(value));
        return Err(Problem::new(ClassId::TYPE_ERROR, message));
    };
    match answer? {
        Value::Int(length) if length < 0 => Err(Problem::new(ClassId::VALUE_ERROR, "__len__() should return >= 0")),
        Value::Int(length) => Ok(length),
        other => {
            let message = format!("'{}' object cannot be interpreted as an integer", heap.type_name(other));
            Err(Problem::new(ClassId::TYPE_ERROR, message))
        }
    }
}
