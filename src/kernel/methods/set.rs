//! Methods of `set` and `frozenset`.

use crate::script::BinaryOperator;
use crate::signatures::methods::SetMethod;

use super::super::arguments::Bound;
use super::super::exception::{ClassId, Raised};
use super::super::heap::{Heap, Table};
use super::super::operate::{containers, iterate};
use super::super::value::{Reference, Value};

/// A method of a set.
///
/// # Errors
/// As in Python.
pub(super) fn call(heap: &mut Heap, at: Reference, method: SetMethod, bound: &Bound<'_>) -> Result<Value, Raised> {
    match method {
        SetMethod::Add => heap.set_insert(at, bound[0])?,
        SetMethod::Clear => {
            let old = std::mem::take(heap.set_table_mut(at));
            heap.drop_values(old.iter().map(|(member, ())| member));
        }
        SetMethod::Copy => {
            let set = heap.set_object(at).clone();
            return Ok(heap.set_from(set.table, set.is_frozen));
        }
        SetMethod::Difference => return combined(heap, at, BinaryOperator::Subtract, bound.rest),
        SetMethod::Intersection => return combined(heap, at, BinaryOperator::BitAnd, bound.rest),
        SetMethod::Union => return combined(heap, at, BinaryOperator::BitOr, bound.rest),
        SetMethod::SymmetricDifference => return combined(heap, at, BinaryOperator::BitXor, &[bound[0]]),
        SetMethod::DifferenceUpdate => change(heap, at, BinaryOperator::Subtract, bound.rest)?,
        SetMethod::IntersectionUpdate => change(heap, at, BinaryOperator::BitAnd, bound.rest)?,
        SetMethod::Update => change(heap, at, BinaryOperator::BitOr, bound.rest)?,
        SetMethod::SymmetricDifferenceUpdate => change(heap, at, BinaryOperator::BitXor, &[bound[0]])?,
        SetMethod::Discard => {
            remove(heap, at, bound[0])?;
        }
        SetMethod::Remove => {
            if !remove(heap, at, bound[0])? {
                return Err(Raised(heap.exception(ClassId::KEY_ERROR, vec![bound[0]])));
            }
        }
        SetMethod::Pop => return pop(heap, at),
        SetMethod::IsDisjoint => {
            let (own, other) = both(heap, at, bound[0])?;
            return Ok(Value::bool(!own.keys().any(|key| other.contains(key))));
        }
        SetMethod::IsSubset => {
            let (own, other) = both(heap, at, bound[0])?;
            return Ok(Value::bool(own.keys().all(|key| other.contains(key))));
        }
        SetMethod::IsSuperset => {
            let (own, other) = both(heap, at, bound[0])?;
            return Ok(Value::bool(other.keys().all(|key| own.contains(key))));
        }
    }
    Ok(Value::None)
}

fn both(heap: &mut Heap, at: Reference, other: Value) -> Result<(&Table<()>, Table<()>), Raised> {
    let other = members(heap, other)?;
    let own = &heap.set_object(at).table;
    match heap.aligned(other, own) {
        Ok(other) => Ok((&heap.set_object(at).table, other)),
        Err(problem) => Err(heap.raised(problem)),
    }
}

/// The members of anything that can be gone through.
pub(crate) fn members(heap: &mut Heap, value: Value) -> Result<Table<()>, Raised> {
    if let Value::Set(at) = value {
        return Ok(heap.set_object(at).table.clone());
    }
    let mut table = Table::default();
    for member in iterate::collect(heap, value)? {
        let key = heap.key_in(&table, member).map_err(|problem| heap.raised(problem))?;
        table.insert(key, member, ());
    }
    Ok(table)
}

fn combine_all(
    heap: &mut Heap,
    at: Reference,
    operator: BinaryOperator,
    others: &[Value],
) -> Result<Table<()>, Raised> {
    let mut table = heap.set_object(at).table.clone();
    for &other in others {
        let other = members(heap, other)?;
        let other = heap.aligned(other, &table).map_err(|problem| heap.raised(problem))?;
        table = containers::combine(operator, &table, &other);
    }
    Ok(table)
}

fn combined(heap: &mut Heap, at: Reference, operator: BinaryOperator, others: &[Value]) -> Result<Value, Raised> {
    let table = combine_all(heap, at, operator, others)?;
    let is_frozen = heap.set_object(at).is_frozen;
    Ok(heap.set_from(table, is_frozen))
}

fn change(heap: &mut Heap, at: Reference, operator: BinaryOperator, others: &[Value]) -> Result<(), Raised> {
    let table = combine_all(heap, at, operator, others)?;
    let old = std::mem::replace(heap.set_table_mut(at), table);
    heap.drop_values(old.iter().map(|(member, ())| member));
    Ok(())
}

fn remove(heap: &mut Heap, at: Reference, member: Value) -> Result<bool, Raised> {
    let table = &heap.set_object(at).table;
    let key = heap.member_key_in(table, member).map_err(|problem| heap.raised(problem))?;
    let old = heap.set_table_mut(at).remove(&key).map(|(member, ())| member);
    heap.drop_values(old);
    Ok(old.is_some())
}

fn pop(heap: &mut Heap, at: Reference) -> Result<Value, Raised> {
    let Some((member, ())) = heap.set_object(at).table.iter().next() else {
        return Err(heap.raise(ClassId::KEY_ERROR, "pop from an empty set"));
    };
    if let Value::Instance(_) | Value::Exception(_) | Value::Tuple(_) = member {
        // Its class is not asked.
        heap.set_table_mut(at).pop_first();
    } else {
        remove(heap, at, member)?;
    }
    Ok(member)
}
