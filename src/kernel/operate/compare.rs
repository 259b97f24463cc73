//! Comparisons. Lists and tuples are compared item by item; nesting beyond Python's limit is a `RecursionError`.

use std::cmp::Ordering;

use crate::script::Comparison;

use super::super::exception::{Attempt, ClassId, Problem, Raised};
use super::super::heap::{DEEPEST, Heap, TextKey, ViewKind};
use super::super::value::{Number, Reference, Value};
use super::{containers, instance, iterate, long, number, truth, views};

/// `left comparison right`
///
/// # Errors
/// `TypeError` where the two have no order or the right one no members; `RecursionError`.
#[inline]
pub fn compare(heap: &mut Heap, comparison: Comparison, left: Value, right: Value) -> Result<Value, Raised> {
    if let (Value::Int(left), Value::Int(right)) = (left, right)
        && let Some(holds) = holds(comparison, Some(left.cmp(&right)))
    {
        return Ok(Value::bool(holds));
    }
    compare_slow(heap, comparison, left, right)
}

#[inline(never)]
fn compare_slow(heap: &mut Heap, comparison: Comparison, left: Value, right: Value) -> Result<Value, Raised> {
    if (left.is_of_class() || right.is_of_class() || matches!((left, right), (Value::Handle(_), Value::Handle(_))))
        && let Some(answer) = instance::compare(heap, comparison, left, right)
    {
        return answer.map_err(|problem| heap.raised(problem));
    }
    let result = match comparison {
        Comparison::Is => Ok(is_same(heap, left, right)),
        Comparison::IsNot => Ok(!is_same(heap, left, right)),
        Comparison::In => return contains(heap, right, left).map(Value::bool),
        Comparison::NotIn => return contains(heap, right, left).map(|holds| Value::bool(!holds)),
        Comparison::Equal => equals(heap, left, right),
        Comparison::NotEqual => equals(heap, left, right).map(|equal| !equal),
        Comparison::Less | Comparison::LessEqual | Comparison::Greater | Comparison::GreaterEqual => {
            order(heap, comparison, left, right, DEEPEST)
        }
    };
    result.map(Value::bool).map_err(|problem| heap.raised(problem))
}

/// `left is right`. A traceback has no identity of its own here: parts of a group have the group's, place by place.
fn is_same(heap: &Heap, left: Value, right: Value) -> bool {
    let (Value::Traceback(first), Value::Traceback(second)) = (left, right) else { return left == right };
    let (first, second) = (heap.exception_object(first), heap.exception_object(second));
    first.frames == second.frames && first.held == second.held
}

/// What an order means for a comparison; `None` for those that ask for something else.
#[inline]
fn holds(comparison: Comparison, order: Option<Ordering>) -> Option<bool> {
    match comparison {
        Comparison::Equal => Some(order == Some(Ordering::Equal)),
        Comparison::NotEqual => Some(order != Some(Ordering::Equal)),
        Comparison::Less => Some(order == Some(Ordering::Less)),
        Comparison::LessEqual => Some(matches!(order, Some(Ordering::Less | Ordering::Equal))),
        Comparison::Greater => Some(order == Some(Ordering::Greater)),
        Comparison::GreaterEqual => Some(matches!(order, Some(Ordering::Greater | Ordering::Equal))),
        Comparison::Is | Comparison::IsNot | Comparison::In | Comparison::NotIn => None,
    }
}

fn order_of_numbers(left: Number, right: Number) -> Option<Ordering> {
    match (left, right) {
        (Number::Int(left), Number::Int(right)) => Some(left.cmp(&right)),
        (Number::Float(left), Number::Float(right)) => left.partial_cmp(&right),
        (Number::Int(left), Number::Float(right)) => number::compare_integer(left, right),
        (Number::Float(left), Number::Int(right)) => number::compare_integer(right, left).map(Ordering::reverse),
    }
}

/// `left == right`
///
/// # Errors
/// `RecursionError` where they are nested too deep.
pub fn equals(heap: &Heap, left: Value, right: Value) -> Attempt<bool> {
    equal(heap, left, right, DEEPEST)
}

/// `left < right`, as sorting asks.
///
/// # Errors
/// `TypeError` where they have no order; `RecursionError`.
pub fn less(heap: &Heap, left: Value, right: Value) -> Attempt<bool> {
    order(heap, Comparison::Less, left, right, DEEPEST)
}

fn deeper(depth: usize) -> Attempt<usize> {
    depth
        .checked_sub(1)
        .ok_or_else(|| Problem::new(ClassId::RECURSION_ERROR, "maximum recursion depth exceeded in comparison"))
}

/// Equality of members: the same object is equal to itself, not-a-number too.
pub(super) fn same_or_equal(heap: &Heap, left: Value, right: Value, depth: usize) -> Attempt<bool> {
    Ok(left == right || equal(heap, left, right, depth)?)
}

fn equal(heap: &Heap, left: Value, right: Value, depth: usize) -> Attempt<bool> {
    if let (Some(left), Some(right)) = (left.number(), right.number()) {
        return Ok(order_of_numbers(left, right) == Some(Ordering::Equal));
    }
    match (left, right) {
        (Value::Str(left), Value::Str(right)) => Ok(heap.text(left) == heap.text(right)),
        (Value::Tuple(left), Value::Tuple(right)) => {
            equal_items(heap, heap.tuple_items(left), heap.tuple_items(right), depth)
        }
        (Value::List(left), Value::List(right)) => {
            equal_items(heap, heap.list_items(left), heap.list_items(right), depth)
        }
        (Value::Dict(left), Value::Dict(right)) => equal_dicts(heap, left, right, depth),
        (Value::Set(_) | Value::DictView(_), Value::Set(_) | Value::DictView(_)) => equal_sets(heap, left, right),
        (Value::Range(left), Value::Range(right)) => {
            let (left, right) = (heap.range_object(left), heap.range_object(right));
            let count = left.count();
            Ok(count == right.count()
                && (count == 0 || left.start == right.start && (count == 1 || left.step == right.step)))
        }
        (Value::Slice(left), Value::Slice(right)) => {
            let (left, right) = (heap.slice_object(left), heap.slice_object(right));
            Ok(same_or_equal(heap, left.lower, right.lower, depth)?
                && same_or_equal(heap, left.upper, right.upper, depth)?
                && same_or_equal(heap, left.step, right.step, depth)?)
        }
        (Value::Long(_), _) | (_, Value::Long(_)) if let Some(order) = long::order(heap, left, right) => {
            Ok(order == Some(Ordering::Equal))
        }
        (Value::Traceback(_), Value::Traceback(_)) => Ok(is_same(heap, left, right)),
        (Value::BoundMethod(left), Value::BoundMethod(right)) => {
            Ok(heap.bound_method_object(left) == heap.bound_method_object(right))
        }
        _ if left.is_of_class() || right.is_of_class() => {
            instance::equal(heap, left, right).unwrap_or(Ok(left == right))
        }
        _ => Ok(left == right),
    }
}

fn equal_items(heap: &Heap, left: &[Value], right: &[Value], depth: usize) -> Attempt<bool> {
    let depth = deeper(depth)?;
    if left.len() != right.len() {
        return Ok(false);
    }
    let mut walk = heap.begin_walk();
    for (index, (&left, &right)) in left.iter().zip(right).enumerate().skip(walk.next) {
        if !same_or_equal(heap, left, right, depth)? {
            return Ok(false);
        }
        heap.walked(&mut walk, index + 1, None);
    }
    Ok(true)
}

fn equal_dicts(heap: &Heap, left: Reference, right: Reference, depth: usize) -> Attempt<bool> {
    let depth = deeper(depth)?;
    let (left, right) = (heap.dict_table(left), heap.dict_table(right));
    if left.len() != right.len() {
        return Ok(false);
    }
    let mut walk = heap.begin_walk();
    for (index, (key, original, content)) in left.keyed().into_iter().enumerate().skip(walk.next) {
        let own = if right.asks_for(key) { Some(heap.own_key_in(right, key.clone(), original)?) } else { None };
        let Some((_, other)) = right.get(own.as_ref().unwrap_or(key)) else { return Ok(false) };
        if !same_or_equal(heap, content, other, depth)? {
            return Ok(false);
        }
        heap.walked(&mut walk, index + 1, None);
    }
    Ok(true)
}

fn equal_sets(heap: &Heap, left: Value, right: Value) -> Attempt<bool> {
    if let Some((first, second, shared)) = shared_by_items(heap, left, right)? {
        return Ok(first == second && shared == first);
    }
    let (Some(first), Some(second)) = (containers::as_set(heap, left), containers::as_set(heap, right)) else {
        return Ok(left == right);
    };
    if first.len() != second.len() {
        return Ok(false);
    }
    let second = heap.aligned_members(second, &first)?;
    Ok(first.keys().all(|key| second.contains(key)))
}

fn order(heap: &Heap, comparison: Comparison, left: Value, right: Value, depth: usize) -> Attempt<bool> {
    let known = match (left, right) {
        (Value::Str(left), Value::Str(right)) => Some(heap.text(left).cmp(heap.text(right))),
        (Value::List(left), Value::List(right)) => {
            return order_items(heap, comparison, heap.list_items(left), heap.list_items(right), depth);
        }
        (Value::Tuple(left), Value::Tuple(right)) => {
            return order_items(heap, comparison, heap.tuple_items(left), heap.tuple_items(right), depth);
        }
        (Value::Set(_) | Value::DictView(_), Value::Set(_) | Value::DictView(_)) => {
            return order_sets(heap, comparison, left, right);
        }
        (Value::Long(_), _) | (_, Value::Long(_)) if let Some(order) = long::order(heap, left, right) => order,
        _ => match (left.number(), right.number()) {
            (Some(left), Some(right)) => order_of_numbers(left, right),
            _ => {
                return match instance::compare(heap, comparison, left, right) {
                    Some(answer) => answer.and_then(|answer| truth::truth_of(heap, answer)),
                    None => Err(no_order(heap, comparison, left, right)),
                };
            }
        },
    };
    Ok(holds(comparison, known).unwrap_or(false))
}

/// What is raised where two values have no order.
#[cold]
pub(super) fn no_order(heap: &Heap, comparison: Comparison, left: Value, right: Value) -> Problem {
    let (symbol, left, right) = (comparison.symbol(), heap.type_name(left), heap.type_name(right));
    let message = format!("'{symbol}' not supported between instances of '{left}' and '{right}'");
    Problem::new(ClassId::TYPE_ERROR, message)
}

fn order_items(heap: &Heap, comparison: Comparison, left: &[Value], right: &[Value], depth: usize) -> Attempt<bool> {
    let depth = deeper(depth)?;
    let mut walk = heap.begin_walk();
    for (index, (&left, &right)) in left.iter().zip(right).enumerate().skip(walk.next) {
        if !same_or_equal(heap, left, right, depth)? {
            return order(heap, comparison, left, right, depth);
        }
        heap.walked(&mut walk, index + 1, None);
    }
    Ok(holds(comparison, Some(left.len().cmp(&right.len()))).unwrap_or(false))
}

/// How many members each has, and how many both have, where one is a view of items and the other like a set.
fn shared_by_items(heap: &Heap, left: Value, right: Value) -> Attempt<Option<(usize, usize, usize)>> {
    let items = |value: Value| match value {
        Value::DictView(at) if heap.view_object(at).kind == ViewKind::Items => Some(at),
        _ => None,
    };
    let is_fit = |value: Value| matches!(value, Value::Set(_)) || views::is_like_set(heap, value);
    let (view, other) = match (items(left), items(right)) {
        (Some(view), _) if is_fit(right) => (view, right),
        (None, Some(view)) if is_fit(left) => (view, left),
        _ => return Ok(None),
    };
    let table = heap.dict_table(heap.view_object(view).dict);
    let mut shared = 0;
    let others = if let Some(other) = items(other) {
        let other = heap.dict_table(heap.view_object(other).dict);
        for (key, original, content) in other.keyed() {
            let own = if table.asks_for(key) { Some(heap.own_key_in(table, key.clone(), original)?) } else { None };
            let held = table.get(own.as_ref().unwrap_or(key)).map(|(_, held)| held);
            shared += usize::from(match held {
                Some(held) => same_or_equal(heap, held, content, DEEPEST)?,
                None => false,
            });
        }
        other.len()
    } else {
        let members = containers::as_set(heap, other).unwrap_or_default();
        for (_, member, _) in members.table().keyed() {
            shared += usize::from(view_contains(heap, view, member)?);
        }
        members.len()
    };
    let is_left = items(left) == Some(view);
    Ok(Some(if is_left { (table.len(), others, shared) } else { (others, table.len(), shared) }))
}

/// The order of sets: a part is less than the whole.
fn order_sets(heap: &Heap, comparison: Comparison, left: Value, right: Value) -> Attempt<bool> {
    if let Some((first, second, shared)) = shared_by_items(heap, left, right)? {
        let known = match (shared == first, shared == second) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Less),
            (false, true) => Some(Ordering::Greater),
            (false, false) => None,
        };
        return Ok(holds(comparison, known).unwrap_or(false));
    }
    let (Some(first), Some(second)) = (containers::as_set(heap, left), containers::as_set(heap, right)) else {
        return Err(no_order(heap, comparison, left, right));
    };
    let second = heap.aligned_members(second, &first)?;
    let is_part = first.keys().all(|key| second.contains(key));
    let is_whole = second.keys().all(|key| first.contains(key));
    let known = match (is_part, is_whole) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Less),
        (false, true) => Some(Ordering::Greater),
        (false, false) => None,
    };
    Ok(holds(comparison, known).unwrap_or(false))
}

/// `member in container`
///
/// # Errors
/// `TypeError` where the container has no members; `RecursionError`.
pub fn contains(heap: &mut Heap, container: Value, member: Value) -> Result<bool, Raised> {
    if let Value::Iterator(_) = container {
        iterate::find(heap, container, member)
    } else if instance::is_lazy(container) {
        instance::contains(heap, container, member)
    } else if let Value::Class(class) = container
        && instance::is_enum(heap, ClassId(class as u32))
    {
        instance::has_member(heap, ClassId(class as u32), member)
    } else if let Value::Class(_) = container {
        let members = iterate::iterate(heap, container)?;
        contains(heap, members, member)
    } else {
        contains_in_place(heap, container, member).map_err(|problem| heap.raised(problem))
    }
}

fn contains_in_place(heap: &Heap, container: Value, member: Value) -> Attempt<bool> {
    match container {
        Value::Str(text) => match heap.as_text(member) {
            Some(part) => Ok(heap.text(text).contains(part)),
            None => {
                let message = format!("'in <string>' requires string as left operand, not {}", heap.type_name(member));
                Err(Problem::new(ClassId::TYPE_ERROR, message))
            }
        },
        Value::Tuple(_) | Value::List(_) => {
            position(heap, iterate::items(heap, container).unwrap_or_default(), member).map(|found| found.is_some())
        }
        Value::Dict(dict) => Ok(heap.dict_get(dict, member)?.is_some()),
        Value::Set(set) => set_contains(heap, set, member),
        Value::Range(range) => {
            let number = match member.number() {
                Some(Number::Int(number)) => Some(number),
                Some(Number::Float(number)) if number.fract() == 0.0 && number.abs() < 9.2e18 => Some(number as i64),
                Some(Number::Float(_)) | None => None,
            };
            Ok(number.is_some_and(|number| heap.range_object(range).position(number).is_some()))
        }
        Value::DictView(view) => view_contains(heap, view, member),
        _ => {
            let message = format!("argument of type '{}' is not iterable", heap.type_name(container));
            Err(Problem::new(ClassId::TYPE_ERROR, message))
        }
    }
}

/// `member in set`
pub(crate) fn set_contains(heap: &Heap, set: Reference, member: Value) -> Attempt<bool> {
    let table = heap.set_object(set).members.table();
    Ok(if let Value::Str(text) = member {
        table.contains(&TextKey(heap.text(text)))
    } else {
        table.contains(&heap.member_key_in(table, member)?)
    })
}

fn view_contains(heap: &Heap, view: Reference, member: Value) -> Attempt<bool> {
    let view = heap.view_object(view);
    match view.kind {
        ViewKind::Keys => Ok(heap.dict_get(view.dict, member)?.is_some()),
        ViewKind::Values => {
            let values: Vec<Value> = heap.dict_table(view.dict).iter().map(|(_, content)| content).collect();
            Ok(position(heap, &values, member)?.is_some())
        }
        ViewKind::Items => {
            let Value::Tuple(pair) = member else { return Ok(false) };
            let &[key, content] = heap.tuple_items(pair) else { return Ok(false) };
            match heap.dict_get(view.dict, key)? {
                Some(found) => same_or_equal(heap, found, content, DEEPEST),
                None => Ok(false),
            }
        }
    }
}

/// Where `member` is among `items`.
pub(crate) fn position(heap: &Heap, items: &[Value], member: Value) -> Attempt<Option<usize>> {
    let mut walk = heap.begin_walk();
    for (index, &item) in items.iter().enumerate().skip(walk.next) {
        if same_or_equal(heap, item, member, DEEPEST)? {
            return Ok(Some(index));
        }
        heap.walked(&mut walk, index + 1, None);
    }
    Ok(None)
}
