//! Methods of `list`, `tuple`, `range` and `slice`.

use crate::signatures::methods::{ListMethod, RangeMethod, TupleMethod};

use super::super::arguments::Bound;
use super::super::builtins::{number, order};
use super::super::exception::{Attempt, ClassId, Problem, Raised};
use super::super::heap::Heap;
use super::super::operate::{self, arithmetic, compare, iterate, slice};
use super::super::value::{Reference, Value};

/// A method of a list.
///
/// # Errors
/// As in Python.
pub(super) fn call(heap: &mut Heap, at: Reference, method: ListMethod, bound: &Bound<'_>) -> Result<Value, Raised> {
    match method {
        ListMethod::Append => heap.list_push(at, bound[0])?,
        ListMethod::Clear => {
            // From the last to the first (`listobject.c`, `list_clear`).
            let old = std::mem::take(heap.list_items_mut(at));
            heap.drop_values(old.into_iter().rev());
        }
        ListMethod::Copy => {
            let items = heap.list_items(at).to_vec();
            return Ok(heap.list(items));
        }
        ListMethod::Count => return count(heap, Value::List(at), bound[0]),
        ListMethod::Extend => arithmetic::extend(heap, at, bound[0])?,
        ListMethod::Index => return index(heap, Value::List(at), bound),
        ListMethod::Insert => insert(heap, at, bound)?,
        ListMethod::Pop => return pop(heap, at, bound),
        ListMethod::Remove => {
            let found = compare::position(heap, heap.list_items(at), bound[0]);
            match found.map_err(|problem| heap.raised(problem))? {
                Some(place) => {
                    let old = heap.list_items_mut(at).remove(place);
                    heap.drop_value(old);
                }
                None => return Err(heap.value_error("list.remove(x): x not in list")),
            }
        }
        ListMethod::Reverse => heap.list_items_mut(at).reverse(),
        ListMethod::Sort => {
            let items = heap.list_items(at).to_vec();
            let is_reverse = operate::is_true(heap, bound.given(1).unwrap_or(Value::FALSE));
            let sorted = order::sort(heap, items, bound.or_none(0), is_reverse)?;
            *heap.list_items_mut(at) = sorted;
        }
    }
    Ok(Value::None)
}

fn count(heap: &mut Heap, sequence: Value, wanted: Value) -> Result<Value, Raised> {
    let items = iterate::items(heap, sequence).unwrap_or_default();
    let mut walk = heap.begin_walk();
    let mut count = walk.made.and_then(Value::integer).unwrap_or(0);
    for (index, &item) in items.iter().enumerate().skip(walk.next) {
        match compare::position(heap, &[item], wanted) {
            Ok(found) => count += i64::from(found.is_some()),
            Err(problem) => return Err(heap.raised(problem)),
        }
        heap.walked(&mut walk, index + 1, Some(Value::Int(count)));
    }
    Ok(Value::Int(count))
}

fn index(heap: &mut Heap, sequence: Value, bound: &Bound<'_>) -> Result<Value, Raised> {
    find(heap, sequence, bound).map_err(|problem| heap.raised(problem))
}

fn find(heap: &Heap, sequence: Value, bound: &Bound<'_>) -> Attempt<Value> {
    let items = iterate::items(heap, sequence).unwrap_or_default();
    let place = |value: Option<Value>, default: i64| -> Attempt<usize> {
        let Some(value) = value else { return Ok(default as usize) };
        let number = value.integer().ok_or_else(|| {
            Problem::new(ClassId::TYPE_ERROR, "slice indices must be integers or have an __index__ method")
        })?;
        let length = items.len() as i64;
        Ok((if number < 0 { number.saturating_add(length) } else { number }).clamp(0, length) as usize)
    };
    let start = place(bound.given(1), 0)?;
    let stop = place(bound.given(2), items.len() as i64)?.max(start);
    match compare::position(heap, &items[start..stop], bound[0])? {
        Some(found) => Ok(Value::Int((start + found) as i64)),
        None => {
            let mut text = String::new();
            let message = match sequence {
                Value::Tuple(_) => "tuple.index(x): x not in tuple".to_owned(),
                _ => {
                    super::super::text::write_repr(heap, bound[0], &mut text)?;
                    format!("{text} is not in list")
                }
            };
            Err(Problem::new(ClassId::VALUE_ERROR, message))
        }
    }
}

fn insert(heap: &mut Heap, at: Reference, bound: &Bound<'_>) -> Result<(), Raised> {
    let number = number::index(heap, bound[0])?;
    heap.list_push(at, bound[1])?;
    let items = heap.list_items_mut(at);
    let length = items.len() as i64 - 1;
    let place = (if number < 0 { number.saturating_add(length) } else { number }).clamp(0, length) as usize;
    items[place..].rotate_right(1);
    Ok(())
}

fn pop(heap: &mut Heap, at: Reference, bound: &Bound<'_>) -> Result<Value, Raised> {
    let number = number::index(heap, bound.given(0).unwrap_or(Value::Int(-1)))?;
    let items = heap.list_items_mut(at);
    let length = items.len() as i64;
    let place = if number < 0 { number.saturating_add(length) } else { number };
    if (0..length).contains(&place) {
        return Ok(items.remove(place as usize));
    }
    let message = if length == 0 { "pop from empty list" } else { "pop index out of range" };
    Err(heap.raise(ClassId::INDEX_ERROR, message))
}

/// A method of a tuple.
pub(super) fn call_tuple(
    heap: &mut Heap,
    tuple: Value,
    method: TupleMethod,
    bound: &Bound<'_>,
) -> Result<Value, Raised> {
    match method {
        TupleMethod::Count => count(heap, tuple, bound[0]),
        TupleMethod::Index => index(heap, tuple, bound),
    }
}

/// A method of a range.
pub(super) fn call_range(
    heap: &mut Heap,
    range: Value,
    method: RangeMethod,
    bound: &Bound<'_>,
) -> Result<Value, Raised> {
    let is_member = operate::contains(heap, range, bound[0])?;
    match method {
        RangeMethod::Count => Ok(Value::Int(i64::from(is_member))),
        RangeMethod::Index => {
            let (Value::Range(at), true) = (range, is_member) else {
                let mut text = String::new();
                super::super::text::write_repr(heap, bound[0], &mut text).map_err(|problem| heap.raised(problem))?;
                return Err(heap.value_error(format!("{text} is not in range")));
            };
            let number = bound[0].number().map_or(0, |number| number.as_float() as i64);
            let number = bound[0].integer().unwrap_or(number);
            Ok(Value::Int(heap.range_object(at).position(number).unwrap_or(0) as i64))
        }
    }
}

/// `slice.indices(length)`
pub(super) fn indices(heap: &mut Heap, at: Reference, length: Value) -> Result<Value, Raised> {
    let length = number::index(heap, length)?;
    if length < 0 {
        return Err(heap.value_error("length should not be negative"));
    }
    let numbers = slice::with_numbers(heap, at)?;
    let measured = slice::measure(numbers, length).map_err(|problem| heap.raised(problem))?;
    Ok(heap.tuple([measured.start, measured.stop, measured.step].map(Value::Int).to_vec()))
}
