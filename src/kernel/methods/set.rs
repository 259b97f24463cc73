//! Methods of `set` and `frozenset`.

use crate::script::BinaryOperator;
use crate::signatures::methods::SetMethod;

use super::super::arguments::Bound;
use super::super::exception::{ClassId, Raised};
use super::super::heap::{Heap, Members};
use super::super::operate::containers::{self, RightSide};
use super::super::operate::iterate;
use super::super::value::{Reference, Value};

/// A method of a set.
///
/// # Errors
/// As in Python.
pub(super) fn call(heap: &mut Heap, at: Reference, method: SetMethod, bound: &Bound<'_>) -> Result<Value, Raised> {
    match method {
        SetMethod::Add => heap.set_insert(at, bound[0])?,
        SetMethod::Clear => {
            let old = std::mem::take(heap.members_mut(at));
            heap.drop_values(old.in_order());
        }
        SetMethod::Copy => {
            let set = heap.set_object(at);
            let (members, is_frozen) = (set.members.copied(), set.is_frozen);
            return Ok(heap.set_from(members, is_frozen));
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

fn both(heap: &mut Heap, at: Reference, other: Value) -> Result<(&Members, Members), Raised> {
    let other = right_side(heap, other)?.members;
    match heap.aligned_members(other, &heap.set_object(at).members) {
        Ok(other) => Ok((&heap.set_object(at).members, other)),
        Err(problem) => Err(heap.raised(problem)),
    }
}

/// A new set with the members of anything that can be gone through.
pub(crate) fn members(heap: &mut Heap, value: Value) -> Result<Members, Raised> {
    if let Value::Set(at) = value {
        return Ok(heap.set_object(at).members.copied());
    }
    let mut members = Members::default();
    right_side(heap, value)?.add_to(&mut members);
    Ok(members)
}

/// Anything that can be gone through.
fn right_side(heap: &mut Heap, value: Value) -> Result<RightSide, Raised> {
    if let Value::Set(at) = value {
        return Ok(RightSide::set(heap.set_object(at).members.clone(), false));
    }
    let items = iterate::collect(heap, value)?;
    let mut walk = heap.begin_walk();
    let mut kept = if let Some(Value::Set(at)) = walk.made { Some(at) } else { None };
    let mut members = kept.map(|at| std::mem::take(heap.members_mut(at))).unwrap_or_default();
    let mut order = Vec::new();
    for (index, &member) in items.iter().enumerate().skip(walk.next) {
        let key = match heap.key_in(members.table(), member) {
            Ok(key) => key,
            Err(problem) => {
                keep(heap, kept, || members);
                return Err(heap.raised(problem));
            }
        };
        if kept.is_none() {
            order.push((key.clone(), member));
        }
        members.insert(key, member);
        if heap.was_asked(&walk) {
            let at = *kept.get_or_insert_with(|| heap.new_set(false));
            heap.walked(&mut walk, index + 1, Some(Value::Set(at)));
        }
    }
    if kept.is_some() {
        order = members.table().keyed().into_iter().map(|(key, member, ())| (key.clone(), member)).collect();
    }
    keep(heap, kept, || members.clone());
    Ok(RightSide { members, order: Some(order), is_dict: matches!(value, Value::Dict(_)), is_itself: false })
}

/// Keeps the members that a walk has come to.
fn keep(heap: &mut Heap, kept: Option<Reference>, members: impl FnOnce() -> Members) {
    if let Some(at) = kept {
        *heap.members_mut(at) = members();
    }
}

/// The same beside these members of a set, so that keys which the script's own methods compare are the same where they are equal.
fn aligned(heap: &mut Heap, other: Value, with: Option<&Members>, at: Reference) -> Result<RightSide, Raised> {
    let mut right = right_side(heap, other)?;
    right.is_itself = other == Value::Set(at);
    let equals = heap.equals_in(&right.members, with.unwrap_or(&heap.set_object(at).members));
    right.rename(&equals.map_err(|problem| heap.raised(problem))?);
    Ok(right)
}

fn combined(heap: &mut Heap, at: Reference, operator: BinaryOperator, others: &[Value]) -> Result<Value, Raised> {
    let members = combine_all(heap, at, operator, others)?;
    let is_frozen = heap.set_object(at).is_frozen;
    Ok(heap.set_from(members, is_frozen))
}

fn combine_all(heap: &mut Heap, at: Reference, operator: BinaryOperator, others: &[Value]) -> Result<Members, Raised> {
    let own = &heap.set_object(at).members;
    let mut members = if others.is_empty() { own.copied() } else { own.clone() };
    for (index, &other) in others.iter().enumerate() {
        let other = aligned(heap, other, Some(&members), at)?;
        let other = RightSide { is_itself: other.is_itself && index == 0, ..other };
        if index == 0 || operator == BinaryOperator::BitAnd {
            members = containers::combine(operator, &members, &other);
        } else {
            containers::combine_in_place(operator, &mut members, &other);
        }
    }
    Ok(members)
}

/// Adds the members of anything that can be gone through.
///
/// # Errors
/// `TypeError` where it cannot, or where one is unhashable.
pub(crate) fn extend(heap: &mut Heap, at: Reference, other: Value) -> Result<(), Raised> {
    change(heap, at, BinaryOperator::BitOr, &[other])
}

/// Combines a set with one after the other, what was done before one that fails stays; only an intersection is made as a whole.
fn change(heap: &mut Heap, at: Reference, operator: BinaryOperator, others: &[Value]) -> Result<(), Raised> {
    let is_added_to = operator == BinaryOperator::BitOr;
    let old = if is_added_to { Vec::new() } else { heap.set_object(at).members.in_order() };
    if operator == BinaryOperator::BitAnd {
        let members = combine_all(heap, at, operator, others)?;
        *heap.members_mut(at) = members;
    } else {
        for &other in others {
            let other = aligned(heap, other, None, at)?;
            let before = heap.set_object(at).members.len();
            containers::combine_in_place(operator, heap.members_mut(at), &other);
            heap.note_members(heap.set_object(at).members.len().saturating_sub(before))?;
        }
    }
    heap.drop_values(old);
    Ok(())
}

fn remove(heap: &mut Heap, at: Reference, member: Value) -> Result<bool, Raised> {
    let table = heap.set_object(at).members.table();
    let key = heap.member_key_in(table, member).map_err(|problem| heap.raised(problem))?;
    let old = heap.members_mut(at).remove(&key);
    heap.drop_values(old);
    Ok(old.is_some())
}

fn pop(heap: &mut Heap, at: Reference) -> Result<Value, Raised> {
    let popped = heap.members_mut(at).pop();
    heap.drop_values(popped);
    popped.ok_or_else(|| heap.raise(ClassId::KEY_ERROR, "pop from an empty set"))
}
