//! `sorted`, `min`, `max`.

use crate::script::PythonVersion;
use crate::signatures::builtins::BuiltinFunction;

use super::super::arguments::Bound;
use super::super::exception::{ClassId, Raised};
use super::super::heap::Heap;
use super::super::operate::{self, iterate};
use super::super::value::Value;
use super::call_library;
use super::timsort::Timsort;

/// What values are ordered by: themselves, or what `key` makes of them.
fn keys(heap: &mut Heap, items: &[Value], key: Value) -> Result<Vec<Value>, Raised> {
    if key == Value::None {
        return Ok(items.to_vec());
    }
    let mut walk = heap.begin_walk();
    let mut keys = walk.made.and_then(|made| iterate::items(heap, made)).unwrap_or_default().to_vec();
    for (index, &item) in items.iter().enumerate().skip(walk.next) {
        keys.push(call_library(heap, key, &[item])?);
        if heap.was_asked(&walk) {
            let made = heap.list(keys.clone());
            heap.walked(&mut walk, index + 1, Some(made));
        }
    }
    Ok(keys)
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
    let mut places: Vec<usize> = (0..items.len()).collect();
    if is_reverse {
        places.reverse();
    }
    let order = order_of(heap, &places, keys)?;
    let mut sorted: Vec<Value> = order.into_iter().map(|at| items[places[at]]).collect();
    if is_reverse {
        sorted.reverse();
    }
    Ok(sorted)
}

/// The order of the keys at these places. Where the script is asked how two compare, it goes on when that is answered.
fn order_of(heap: &mut Heap, places: &[usize], keys: &[Value]) -> Result<Vec<usize>, Raised> {
    let knows_equal = heap.version() >= PythonVersion::V3_13;
    let mut sorting = heap.take_sorting().unwrap_or_else(|| Box::new(Timsort::new(places.len(), knows_equal)));
    if sorting.count() != places.len() {
        return Err(heap.value_error("list modified during sort"));
    }
    let before = heap.count_answered();
    loop {
        let is_done = sorting.step(&mut |left, right| operate::less(heap, keys[places[left]], keys[places[right]]));
        match is_done {
            Ok(true) => return Ok(sorting.into_order()),
            Ok(false) => heap.forget_answers_from(before),
            Err(problem) => {
                if problem.class == ClassId::QUESTION {
                    heap.keep_sorting(sorting);
                }
                return Err(heap.raised(problem));
            }
        }
    }
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
    let mut walk = heap.begin_walk();
    let mut best = walk.made.and_then(Value::integer).unwrap_or(0) as usize;
    for (index, &candidate) in keys.iter().enumerate().skip(walk.next.max(1)) {
        let is_better = if function == BuiltinFunction::Max {
            operate::compare(heap, crate::script::Comparison::Greater, candidate, keys[best])?
        } else {
            operate::compare(heap, crate::script::Comparison::Less, candidate, keys[best])?
        };
        if is_better == Value::TRUE {
            best = index;
        }
        heap.walked(&mut walk, index + 1, Some(Value::Int(best as i64)));
    }
    Ok(items.get(best).copied())
}
