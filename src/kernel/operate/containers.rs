//! The operators of sets and dicts: `| & - ^`.
//!
//! Results keep the order of the left side, then of the right.

use crate::script::BinaryOperator;

use super::super::exception::Raised;
use super::super::heap::{DictKey, Heap, Table, ViewKind};
use super::super::value::{Reference, Value};
use super::{instance, iterate};

/// The members of a set, or of a view of keys; `None` for other values.
pub(crate) fn as_set(heap: &Heap, value: Value) -> Option<Table<()>> {
    if let Value::Set(set) = value {
        return Some(heap.set_object(set).table.clone());
    }
    let Value::DictView(view) = value else { return None };
    let view = heap.view_object(view);
    if view.kind != ViewKind::Keys {
        return None;
    }
    let mut members = Table::default();
    for (key, original, _) in heap.dict_table(view.dict).keyed() {
        members.insert(key.clone(), original, ());
    }
    Some(members)
}

/// `left operator right` of sets and dicts; `None` where it does not mean that.
pub(super) fn operate(
    heap: &mut Heap,
    operator: BinaryOperator,
    left: Value,
    right: Value,
) -> Result<Option<Value>, Raised> {
    if let (BinaryOperator::BitOr, Value::Dict(first), Value::Dict(_)) = (operator, left, right) {
        let copy = copy_dict(heap, first);
        update_dict(heap, copy, right)?;
        return Ok(Some(Value::Dict(copy)));
    }
    let (Some(first), Some(second)) = (as_set(heap, left), as_set(heap, right)) else { return Ok(None) };
    let is_frozen = matches!(left, Value::Set(set) if heap.set_object(set).is_frozen);
    let second = heap.aligned(second, &first).map_err(|problem| heap.raised(problem))?;
    let result = combine(operator, &first, &second);
    Ok(Some(heap.set_from(result, is_frozen)))
}

/// The set that an operator makes of two.
pub(crate) fn combine(operator: BinaryOperator, left: &Table<()>, right: &Table<()>) -> Table<()> {
    let keep = |table: &Table<()>, result: &mut Table<()>, holds: &dyn Fn(&DictKey) -> bool| {
        for (key, original, ()) in table.keyed() {
            if holds(key) {
                result.insert(key.clone(), original, ());
            }
        }
    };
    let mut result = Table::default();
    match operator {
        BinaryOperator::BitAnd => keep(left, &mut result, &|key| right.contains(key)),
        BinaryOperator::Subtract => keep(left, &mut result, &|key| !right.contains(key)),
        BinaryOperator::BitXor => {
            keep(left, &mut result, &|key| !right.contains(key));
            keep(right, &mut result, &|key| !left.contains(key));
        }
        BinaryOperator::BitOr => {
            keep(left, &mut result, &|_| true);
            keep(right, &mut result, &|key| !left.contains(key));
        }
        BinaryOperator::Add
        | BinaryOperator::Multiply
        | BinaryOperator::Divide
        | BinaryOperator::FloorDivide
        | BinaryOperator::Modulo
        | BinaryOperator::Power
        | BinaryOperator::ShiftLeft
        | BinaryOperator::ShiftRight => {}
    }
    result
}

/// `set operator= right`, where both are sets.
pub(super) fn operate_in_place(
    heap: &mut Heap,
    operator: BinaryOperator,
    set: Reference,
    right: Value,
) -> Result<(), Raised> {
    let other = as_set(heap, right).unwrap_or_default();
    let other = heap.aligned(other, &heap.set_object(set).table).map_err(|problem| heap.raised(problem))?;
    let result = combine(operator, &heap.set_object(set).table, &other);
    *heap.set_table_mut(set) = result;
    Ok(())
}

/// `dict.copy()`
pub(crate) fn copy_dict(heap: &mut Heap, dict: Reference) -> Reference {
    let copy = heap.new_dict();
    *heap.dict_table_mut(copy) = heap.dict_table(dict).clone();
    copy
}

/// `dict.update(other)`: a dict, or pairs. What must be asked about keys is asked before the dict changes.
pub(crate) fn update_dict(heap: &mut Heap, dict: Reference, other: Value) -> Result<(), Raised> {
    let other = instance::mapping(heap, other)?;
    if let Value::Dict(other) = other
        && !heap.dict_table(other).keys().any(DictKey::is_own)
    {
        return insert_all(heap, dict, other);
    }
    let copy = copy_dict(heap, dict);
    if let Value::Dict(other) = other {
        let entries = heap.dict_table(other).clone();
        let entries = heap.aligned(entries, heap.dict_table(copy)).map_err(|problem| heap.raised(problem))?;
        for (key, original, content) in entries.keyed() {
            heap.dict_table_mut(copy).insert(key.clone(), original, content);
        }
    } else {
        update_by_pairs(heap, copy, other)?;
    }
    *heap.dict_table_mut(dict) = heap.dict_table(copy).clone();
    Ok(())
}

fn insert_all(heap: &mut Heap, dict: Reference, other: Reference) -> Result<(), Raised> {
    let entries: Vec<(Value, Value)> = heap.dict_table(other).iter().collect();
    entries.into_iter().try_for_each(|(key, content)| heap.dict_insert(dict, key, content))
}

fn update_by_pairs(heap: &mut Heap, dict: Reference, other: Value) -> Result<(), Raised> {
    for (index, pair) in iterate::collect(heap, other)?.into_iter().enumerate() {
        if !instance::is_lazy(pair) && iterate::iterate(heap, pair).is_err() {
            let message = format!("cannot convert dictionary update sequence element #{index} to a sequence");
            return Err(heap.type_error(message));
        }
        match iterate::collect(heap, pair)?[..] {
            [key, content] => heap.dict_insert(dict, key, content)?,
            ref items => {
                let length = items.len();
                let message = format!("dictionary update sequence element #{index} has length {length}; 2 is required");
                return Err(heap.value_error(message));
            }
        }
    }
    Ok(())
}
