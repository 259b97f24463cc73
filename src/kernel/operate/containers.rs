//! The operators of sets and dicts: `| & - ^`.
//!
//! Results keep the order of the left side, then of the right; sets of what has steady hashes have CPython's order.

use crate::script::BinaryOperator;
use crate::units::OrderedMap;

use super::super::exception::Raised;
use super::super::heap::{DictKey, Heap, Members, ViewKind};
use super::super::value::{Reference, Value};
use super::{instance, iterate, views};

/// The members of a set, or of a view of keys; `None` for other values.
pub(crate) fn as_set(heap: &Heap, value: Value) -> Option<Members> {
    if let Value::Set(set) = value {
        return Some(heap.set_object(set).members.clone());
    }
    let Value::DictView(view) = value else { return None };
    let view = heap.view_object(view);
    if view.kind != ViewKind::Keys {
        return None;
    }
    let mut members = Members::default();
    for (key, original, _) in heap.dict_table(view.dict).keyed() {
        members.insert(key.clone(), original);
    }
    Some(members)
}

/// What a set is combined with.
pub(crate) struct RightSide {
    /// As a set.
    pub(crate) members: Members,
    /// In the order in which it is gone through, where it is no set.
    pub(crate) order: Option<Vec<(DictKey, Value)>>,
    /// Whether it is a dict, by its keys.
    pub(crate) is_dict: bool,
    /// Whether it is the set itself.
    pub(crate) is_itself: bool,
}

impl RightSide {
    /// A set, perhaps the one that it is combined with.
    pub(crate) const fn set(members: Members, is_itself: bool) -> Self {
        Self { members, order: None, is_dict: false, is_itself }
    }

    /// Gives members other keys.
    pub(crate) fn rename(&mut self, keys: &OrderedMap<DictKey, DictKey>) {
        self.members.rename(keys);
        for (key, _) in self.order.iter_mut().flatten() {
            if let Some(new) = keys.get(key) {
                *key = new.clone();
            }
        }
    }

    /// Adds all of it (`setobject.c`, `set_update_internal`).
    pub(crate) fn add_to(&self, set: &mut Members) {
        let Some(order) = &self.order else { return set.extend(&self.members) };
        if self.is_dict {
            set.make_room(order.len());
        }
        for (key, member) in order {
            set.insert(key.clone(), *member);
        }
    }

    /// What is also in this set.
    pub(super) fn shared_with(&self, set: &Members) -> Members {
        let Some(order) = &self.order else { return set.intersection(&self.members) };
        let mut shared = Members::default();
        for (key, member) in order.iter().filter(|(key, _)| set.contains(key)) {
            shared.insert(key.clone(), *member);
        }
        shared
    }
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
    if views::is_like_set(heap, left) || views::is_like_set(heap, right) {
        return views::operate(heap, operator, left, right).map(Some);
    }
    let (Some(first), Some(second)) = (as_set(heap, left), as_set(heap, right)) else { return Ok(None) };
    let is_frozen = matches!(left, Value::Set(set) if heap.set_object(set).is_frozen);
    let second = heap.aligned_members(second, &first).map_err(|problem| heap.raised(problem))?;
    let result = combine(operator, &first, &RightSide::set(second, left == right));
    Ok(Some(heap.set_from(result, is_frozen)))
}

/// The set that an operator makes of two.
pub(crate) fn combine(operator: BinaryOperator, left: &Members, right: &RightSide) -> Members {
    match operator {
        BinaryOperator::BitAnd | BinaryOperator::BitOr if right.is_itself => left.copied(),
        BinaryOperator::BitAnd => right.shared_with(left),
        BinaryOperator::Subtract => left.difference(&right.members, right.order.is_none() || right.is_dict),
        BinaryOperator::BitXor => {
            let is_new = right.order.is_some();
            left.symmetric_difference(if is_new { right.members.clone() } else { right.members.copied() })
        }
        _ => {
            let mut all = left.copied();
            right.add_to(&mut all);
            all
        }
    }
}

/// The same, where the set on the left is changed.
pub(crate) fn combine_in_place(operator: BinaryOperator, left: &mut Members, right: &RightSide) {
    match operator {
        BinaryOperator::BitAnd if right.is_itself => *left = left.copied(),
        BinaryOperator::Subtract | BinaryOperator::BitXor if right.is_itself => *left = Members::default(),
        BinaryOperator::BitOr if right.is_itself => {}
        BinaryOperator::BitAnd => *left = right.shared_with(left),
        BinaryOperator::Subtract => left.subtract(&right.members),
        BinaryOperator::BitXor => match right.order.as_ref().filter(|_| right.is_dict) {
            Some(order) => order.iter().for_each(|(key, member)| left.toggle(key, *member)),
            None => left.exchange(&right.members),
        },
        _ => right.add_to(left),
    }
}

/// `set operator= right`, where both are sets.
pub(super) fn operate_in_place(
    heap: &mut Heap,
    operator: BinaryOperator,
    set: Reference,
    right: Value,
) -> Result<(), Raised> {
    let other = as_set(heap, right).unwrap_or_default();
    let other = heap.aligned_members(other, &heap.set_object(set).members).map_err(|problem| heap.raised(problem))?;
    combine_in_place(operator, heap.members_mut(set), &RightSide::set(other, right == Value::Set(set)));
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
        && heap.dict_table(other).owns() + heap.dict_table(dict).owns() == 0
    {
        return insert_all(heap, dict, other);
    }
    let mut copy = copy_dict(heap, dict);
    if let Value::Dict(other) = other {
        let entries = heap.dict_table(other).clone();
        let entries = heap.aligned(entries, heap.dict_table(copy)).map_err(|problem| heap.raised(problem))?;
        for (key, original, content) in entries.keyed() {
            heap.dict_table_mut(copy).insert(key.clone(), original, content);
        }
    } else {
        copy = update_by_pairs(heap, copy, other)?;
    }
    *heap.dict_table_mut(dict) = heap.dict_table(copy).clone();
    Ok(())
}

fn insert_all(heap: &mut Heap, dict: Reference, other: Reference) -> Result<(), Raised> {
    let entries: Vec<(Value, Value)> = heap.dict_table(other).iter().collect();
    entries.into_iter().try_for_each(|(key, content)| heap.dict_insert(dict, key, content))
}

/// Adds pairs to a dict that nobody else has yet; the dict that has them.
fn update_by_pairs(heap: &mut Heap, dict: Reference, other: Value) -> Result<Reference, Raised> {
    let pairs = iterate::collect(heap, other)?;
    let mut walk = heap.begin_walk();
    let dict = if let Some(Value::Dict(made)) = walk.made { made } else { dict };
    for (index, &pair) in pairs.iter().enumerate().skip(walk.next) {
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
        heap.walked(&mut walk, index + 1, Some(Value::Dict(dict)));
    }
    Ok(dict)
}
