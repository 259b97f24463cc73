//! `sorted`, `min`, `max`.

use crate::script::PythonVersion;
use crate::signatures::builtins::BuiltinFunction;

use super::super::arguments::Bound;
use super::super::exception::{Problem, Raised};
use super::super::heap::Heap;
use super::super::operate::{self, iterate};
use super::super::value::Value;
use super::call_library;

/// What values are ordered by: themselves, or what `key` makes of them.
fn keys(heap: &mut Heap, items: &[Value], key: Value) -> Result<Vec<Value>, Raised> {
    if key == Value::None {
        return Ok(items.to_vec());
    }
    items.iter().map(|&item| call_library(heap, key, &[item])).collect()
}

/// Sorts; equal values keep their order, backwards too.
///
/// # Errors
/// `TypeError` where two values have no order; what `key` raises.
pub(crate) fn sort(heap: &mut Heap, items: Vec<Value>, key: Value, is_reverse: bool) -> Result<Vec<Value>, Raised> {
    let keys = keys(heap, &items, key)?;
    sort_by_keys(heap, &items, &keys, is_reverse)
}

/// Sorts items by their keys; items of equal keys keep their order, backwards too.
///
/// # Errors
/// `TypeError` where two keys have no order.
pub fn sort_by_keys(heap: &mut Heap, items: &[Value], keys: &[Value], is_reverse: bool) -> Result<Vec<Value>, Raised> {
    let mut keyed: Vec<(Value, Value)> = keys.iter().copied().zip(items.iter().copied()).collect();
    if is_reverse {
        keyed.reverse();
    }
    sort_pairs(heap, &mut keyed).map_err(|problem| heap.raised(problem))?;
    if is_reverse {
        keyed.reverse();
    }
    Ok(keyed.into_iter().map(|(_, item)| item).collect())
}

/// A merge sort that asks only `right < left`, as CPython's does, so that not-a-number upsets nothing but the order.
fn sort_pairs(heap: &Heap, pairs: &mut [(Value, Value)]) -> Result<(), Problem> {
    let mut buffer = pairs.to_vec();
    let mut width = 1;
    while width < pairs.len() {
        for start in (0..pairs.len()).step_by(width * 2) {
            let middle = (start + width).min(pairs.len());
            let end = (start + width * 2).min(pairs.len());
            let (mut left, mut right) = (start, middle);
            for slot in &mut buffer[start..end] {
                let takes_right =
                    right < end && (left == middle || operate::less(heap, pairs[right].0, pairs[left].0)?);
                let taken = if takes_right { &mut right } else { &mut left };
                *slot = pairs[*taken];
                *taken += 1;
            }
        }
        pairs.copy_from_slice(&buffer);
        width *= 2;
    }
    Ok(())
}

/// `min` and `max`, of one iterable or of several values.
pub(super) fn extreme(heap: &mut Heap, function: BuiltinFunction, bound: &Bound<'_>) -> Result<Value, Raised> {
    let name = function.name();
    let (key, default) = (bound.or_none(2), bound.given(3));
    let items = if bound.rest.is_empty() {
        iterate::collect(heap, bound[0])?
    } else if default.is_some() {
        let message = format!("Cannot specify a default for {name}() with multiple positional arguments");
        return Err(heap.type_error(message));
    } else {
        std::iter::once(bound[0]).chain(bound.rest.iter().copied()).collect()
    };
    let keys = keys(heap, &items, key)?;
    match extreme_by_keys(heap, function, &items, &keys)?.or(default) {
        Some(found) => Ok(found),
        None => {
            let is_new = heap.version() >= PythonVersion::V3_12;
            let what = if is_new { "iterable argument is empty" } else { "arg is an empty sequence" };
            Err(heap.value_error(format!("{name}() {what}")))
        }
    }
}

/// The first item with the least key, or the greatest of `max`; `None` where there are no items.
///
/// # Errors
/// `TypeError` where two keys have no order.
pub fn extreme_by_keys(
    heap: &mut Heap,
    function: BuiltinFunction,
    items: &[Value],
    keys: &[Value],
) -> Result<Option<Value>, Raised> {
    let mut best = 0;
    for (index, &candidate) in keys.iter().enumerate().skip(1) {
        let is_better = if function == BuiltinFunction::Max {
            operate::compare(heap, crate::script::Comparison::Greater, candidate, keys[best])?
        } else {
            operate::compare(heap, crate::script::Comparison::Less, candidate, keys[best])?
        };
        if is_better == Value::TRUE {
            best = index;
        }
    }
    Ok(items.get(best).copied())
}
