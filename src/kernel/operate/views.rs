//! The operators of views of dicts, `| & - ^`, with all that can be gone through (`dictobject.c`, `dictviews_as_number`).

use crate::script::BinaryOperator;

use super::super::exception::Raised;
use super::super::heap::{DEEPEST, DictKey, Heap, Members, ViewKind};
use super::super::value::{Reference, Value};
use super::containers::{self, RightSide};
use super::{compare, iterate, truth};

/// Whether a value is a view of a dict that is combined as a set is (`dictviews_sub`).
pub(super) fn is_like_set(heap: &Heap, value: Value) -> bool {
    matches!(value, Value::DictView(view) if heap.view_object(view).kind != ViewKind::Values)
}

/// `left operator right`, one of which is a view of keys or items: a set.
pub(super) fn operate(heap: &mut Heap, operator: BinaryOperator, left: Value, right: Value) -> Result<Value, Raised> {
    if operator == BinaryOperator::BitAnd {
        let (view, other) = if is_like_set(heap, left) { (left, right) } else { (right, left) };
        return shared(heap, view, other);
    }
    if let (BinaryOperator::BitXor, Some(first), Some(second)) = (operator, items_of(heap, left), items_of(heap, right))
    {
        return exchanged(heap, first, second);
    }
    let left = operand(heap, left)?;
    let mut result = Members::default();
    left.add_to(&mut result);
    let right = aligned(heap, right, &result)?;
    containers::combine_in_place(operator, &mut result, &right);
    Ok(heap.set_from(result, false))
}

/// The dict of a view of items.
fn items_of(heap: &Heap, value: Value) -> Option<Reference> {
    let Value::DictView(view) = value else { return None };
    let view = heap.view_object(view);
    (view.kind == ViewKind::Items).then_some(view.dict)
}

/// What stands on a side of the operator.
fn operand(heap: &mut Heap, value: Value) -> Result<RightSide, Raised> {
    if let Value::Set(set) = value {
        return Ok(RightSide::set(heap.set_object(set).members.clone(), false));
    }
    let keys = match value {
        Value::Dict(dict) => Some(dict),
        Value::DictView(view) if heap.view_object(view).kind == ViewKind::Keys => Some(heap.view_object(view).dict),
        _ => None,
    };
    let order: Vec<(DictKey, Value)> = if let Some(dict) = keys {
        heap.dict_table(dict).keyed().into_iter().map(|(key, original, _)| (key.clone(), original)).collect()
    } else {
        let items = iterate::collect(heap, value)?;
        let made = heap.set(&items)?;
        let made = containers::as_set(heap, made).unwrap_or_default();
        made.table().keyed().into_iter().map(|(key, member, ())| (key.clone(), member)).collect()
    };
    let mut members = Members::default();
    for (key, member) in &order {
        members.insert(key.clone(), *member);
    }
    Ok(RightSide { members, order: Some(order), is_dict: keys.is_some(), is_itself: false })
}

/// The same with the keys of another set where the two have equal ones. Only a dict itself is gone through as one on the right.
fn aligned(heap: &mut Heap, value: Value, with: &Members) -> Result<RightSide, Raised> {
    let mut side = operand(heap, value)?;
    side.is_dict = matches!(value, Value::Dict(_));
    let equals = heap.equals_in(&side.members, with).map_err(|problem| heap.raised(problem))?;
    side.rename(&equals);
    Ok(side)
}

/// How many members a view has.
fn length_of(heap: &Heap, view: Value) -> u64 {
    truth::held(heap, view).unwrap_or_default()
}

/// What a view and something else that can be gone through have both (`_PyDictView_Intersect`).
fn shared(heap: &mut Heap, mut view: Value, mut other: Value) -> Result<Value, Raised> {
    let length = length_of(heap, view);
    if let Value::Set(set) = other
        && !heap.set_object(set).is_frozen
        && length <= heap.set_object(set).members.len() as u64
    {
        let first = heap.set_object(set).members.clone();
        let shared = aligned(heap, view, &first)?.shared_with(&first);
        return Ok(heap.set_from(shared, false));
    }
    if is_like_set(heap, other) && length_of(heap, other) > length {
        (view, other) = (other, view);
    }
    let mut shared = Vec::new();
    for member in iterate::collect(heap, other)? {
        if compare::contains(heap, view, member)? {
            shared.push(member);
        }
    }
    heap.set(&shared)
}

/// The pairs that only one of two dicts has (`dictitems_xor`).
fn exchanged(heap: &mut Heap, first: Reference, second: Reference) -> Result<Value, Raised> {
    let mut rest = heap.dict_table(first).clone();
    let mut pairs = Vec::new();
    for (key, original, content) in heap.dict_table(second).keyed() {
        let own = if rest.asks_for(key) { heap.own_key_in(&rest, key.clone(), original) } else { Ok(key.clone()) };
        let is_equal = own.and_then(|key| match rest.get(&key) {
            Some((_, held)) => Ok(compare::same_or_equal(heap, held, content, DEEPEST)?.then_some(key)),
            None => Ok(None),
        });
        match is_equal {
            Ok(Some(key)) => {
                rest.remove(&key);
            }
            Ok(None) => pairs.push((original, content)),
            Err(problem) => return Err(heap.raised(problem)),
        }
    }
    pairs.extend(rest.iter());
    let pairs: Vec<Value> = pairs.into_iter().map(|(key, content)| heap.tuple(vec![key, content])).collect();
    heap.set(&pairs)
}
