//! Random items of sequences: `choice`, `choices`, `sample`, `shuffle`.

use crate::script::{BinaryOperator, Comparison};

use super::super::super::arguments::Bound;
use super::super::super::exception::{ClassId, Raised};
use super::super::super::heap::{Heap, Whose};
use super::super::super::operate::iterate;
use super::super::super::text::write_repr;
use super::super::super::value::Value;
use super::super::number;
use super::operate;

/// `len(value)`
fn length(heap: &mut Heap, value: Value) -> Result<i64, Raised> {
    operate::length(heap, value).map_err(|problem| heap.raised(problem))
}

/// A place in so many items, of which there is at least one.
fn place(heap: &mut Heap, of: Whose, length: i64) -> Value {
    Value::Int(heap.generator(of).below(length as u128) as i64)
}

/// `choice(seq)`
pub(super) fn choice(heap: &mut Heap, of: Whose, sequence: Value) -> Result<Value, Raised> {
    let length = length(heap, sequence)?;
    if length == 0 {
        return Err(heap.raise(ClassId::INDEX_ERROR, "Cannot choose from an empty sequence"));
    }
    let place = place(heap, of, length);
    operate::get_item(heap, sequence, place)
}

/// `shuffle(x)`
pub(super) fn shuffle(heap: &mut Heap, of: Whose, sequence: Value) -> Result<Value, Raised> {
    for last in (1..length(heap, sequence)?).rev() {
        let (place, last) = (place(heap, of, last + 1), Value::Int(last));
        let taken = operate::get_item(heap, sequence, place)?;
        let left = operate::get_item(heap, sequence, last)?;
        operate::set_item(heap, sequence, last, taken)?;
        operate::set_item(heap, sequence, place, left)?;
    }
    Ok(Value::None)
}

/// `sample(population, k, *, counts=None)`
pub(super) fn sample(
    heap: &mut Heap,
    of: Whose,
    population: Value,
    count: Value,
    counts: Value,
) -> Result<Value, Raised> {
    if !matches!(population, Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Range(_)) {
        return Err(heap.type_error("Population must be a sequence.  For dicts or sets, use sorted(d)."));
    }
    let length = length(heap, population)?;
    if counts == Value::None {
        let places = sampled_places(heap, of, length, count)?;
        return items_at(heap, population, places.into_iter().map(|place| place as i64));
    }
    let mut bounds = running_totals(heap, counts)?;
    if bounds.len() as i64 != length {
        return Err(heap.value_error("The number of counts does not match the population"));
    }
    let Some(total) = bounds.pop() else { return Err(heap.raise(ClassId::INDEX_ERROR, "pop from empty list")) };
    let Some(total) = total.integer() else { return Err(heap.type_error("Counts must be integers")) };
    if total <= 0 {
        return Err(heap.value_error("Total of counts must be greater than zero"));
    }
    let selected = sampled_places(heap, of, total, count)?;
    let bounds = heap.list(bounds);
    let mut places = Vec::with_capacity(selected.len());
    for number in selected {
        places.push(right_of(heap, bounds, Value::Int(number as i64), i64::MAX)?);
    }
    items_at(heap, population, places.into_iter())
}

/// The places of so many of `length` items.
fn sampled_places(heap: &mut Heap, of: Whose, length: i64, count: Value) -> Result<Vec<u64>, Raised> {
    let is_enough = operate::compare(heap, Comparison::LessEqual, Value::Int(0), count)?;
    let is_there = operate::is_true(heap, is_enough) && {
        let fits = operate::compare(heap, Comparison::LessEqual, count, Value::Int(length))?;
        operate::is_true(heap, fits)
    };
    if !is_there {
        return Err(heap.value_error("Sample larger than population or is negative"));
    }
    let Some(count) = count.integer() else {
        let message = format!("can't multiply sequence by non-int of type '{}'", heap.type_name(count));
        return Err(heap.type_error(message));
    };
    heap.room_for_values(count as u64)?;
    Ok(heap.generator(of).sample(length as u64, count as u64))
}

fn items_at(heap: &mut Heap, sequence: Value, places: impl Iterator<Item = i64>) -> Result<Value, Raised> {
    let mut items = Vec::with_capacity(places.size_hint().0);
    for place in places {
        items.push(operate::get_item(heap, sequence, Value::Int(place))?);
    }
    Ok(heap.list(items))
}

/// `choices(population, weights=None, *, cum_weights=None, k=1)`
pub(super) fn choices(heap: &mut Heap, of: Whose, bound: &Bound<'_>) -> Result<Value, Raised> {
    let (population, weights, given_bounds) = (bound[0], bound.or_none(1), bound.or_none(2));
    let count = bound.given(3).unwrap_or(Value::Int(1));
    let length = length(heap, population)?;
    let bounds = match (weights, given_bounds) {
        (Value::None, Value::None) => {
            let count = how_many(heap, count)?;
            let mut items = Vec::with_capacity(count as usize);
            for _ in 0..count {
                let place = (heap.generator(of).random() * length as f64).floor();
                items.push(operate::get_item(heap, population, Value::Int(place as i64))?);
            }
            return Ok(heap.list(items));
        }
        (weights, Value::None) => {
            let bounds = accumulated_weights(heap, weights)?;
            heap.list(bounds)
        }
        (Value::None, bounds) => bounds,
        _ => return Err(heap.type_error("Cannot specify both weights and cumulative weights")),
    };
    if self::length(heap, bounds)? != length {
        return Err(heap.value_error("The number of weights does not match the population"));
    }
    let last = operate::get_item(heap, bounds, Value::Int(-1))?;
    let total = operate::binary(heap, BinaryOperator::Add, last, Value::float(0.0))?;
    let total = super::super::math::real(heap, total)?;
    if total <= 0.0 {
        return Err(heap.value_error("Total of weights must be greater than zero"));
    }
    if !total.is_finite() {
        return Err(heap.value_error("Total of weights must be finite"));
    }
    let count = how_many(heap, count)?;
    let mut items = Vec::with_capacity(count as usize);
    for _ in 0..count {
        let number = Value::float(heap.generator(of).random() * total);
        let place = right_of(heap, bounds, number, length - 1)?;
        items.push(operate::get_item(heap, population, Value::Int(place))?);
    }
    Ok(heap.list(items))
}

/// `itertools.repeat(None, k)`: how often that repeats.
fn how_many(heap: &mut Heap, count: Value) -> Result<u64, Raised> {
    let count = number::index(heap, count)?.max(0) as u64;
    heap.room_for_values(count)?;
    Ok(count)
}

fn accumulated_weights(heap: &mut Heap, weights: Value) -> Result<Vec<Value>, Raised> {
    let found = running_totals(heap, weights);
    match (found, weights) {
        // It was meant as `k`.
        (Err(_), Value::Int(_) | Value::Bool(_)) => {
            let mut message = "The number of choices must be a keyword argument: k=".to_owned();
            write_repr(heap, weights, &mut message).map_err(|problem| heap.raised(problem))?;
            Err(heap.type_error(message))
        }
        (found, _) => found,
    }
}

/// `list(itertools.accumulate(values))`
fn running_totals(heap: &mut Heap, values: Value) -> Result<Vec<Value>, Raised> {
    let mut totals: Vec<Value> = Vec::new();
    for value in iterate::collect(heap, values)? {
        totals.push(match totals.last() {
            Some(&before) => operate::binary(heap, BinaryOperator::Add, before, value)?,
            None => value,
        });
    }
    Ok(totals)
}

/// `bisect.bisect_right(bounds, number, 0, end)`; the end is the sequence's where that is less.
fn right_of(heap: &mut Heap, bounds: Value, number: Value, end: i64) -> Result<i64, Raised> {
    let (mut low, mut high) = (0, length(heap, bounds)?.min(end));
    while low < high {
        let middle = (low + high) / 2;
        let bound = operate::get_item(heap, bounds, Value::Int(middle))?;
        let is_less = operate::compare(heap, Comparison::Less, number, bound)?;
        if operate::is_true(heap, is_less) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}
