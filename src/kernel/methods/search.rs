//! Methods of `str` that look for a part: `find`, `count`, `startswith`, `replace`.

use crate::signatures::methods::StrMethod;

use num_traits::Signed;

use super::super::arguments::Bound;
use super::super::builtins::number::index;
use super::super::exception::Raised;
use super::super::heap::Heap;
use super::super::value::{Reference, Value};
use super::string::text_argument;

/// The part of a text between two optional indices, in bytes; `None` where the first is behind the end.
fn window(heap: &mut Heap, at: Reference, bound: &Bound<'_>) -> Result<Option<(usize, usize)>, Raised> {
    let length = heap.text_object(at).characters as i64;
    let place = |heap: &mut Heap, value: Value, default: i64| match value {
        Value::None => Ok(default),
        Value::Instance(_) => index(heap, value),
        // What is beyond 64 bits is beyond every text.
        Value::Long(at) => Ok(if heap.long(at).is_negative() { i64::MIN } else { i64::MAX }),
        _ => index(heap, value)
            .map_err(|_| heap.type_error("slice indices must be integers or None or have an __index__ method")),
    };
    let from_end = |number: i64| if number < 0 { number.saturating_add(length).max(0) } else { number };
    let start = from_end(place(heap, bound.or_none(1), 0)?);
    let end = from_end(place(heap, bound.or_none(2), length)?).min(length);
    if start > end {
        return Ok(None);
    }
    let text = heap.text_object(at);
    if text.is_ascii() {
        return Ok(Some((start as usize, end as usize)));
    }
    let byte = |count: i64| text.text.char_indices().nth(count as usize).map_or(text.text.len(), |(at, _)| at);
    Ok(Some((byte(start), byte(end))))
}

/// `text.count(part, start, end)`
pub(super) fn count(heap: &mut Heap, at: Reference, bound: &Bound<'_>) -> Result<Value, Raised> {
    let part = text_argument(heap, bound[0], "must be str")?;
    let Some((start, end)) = window(heap, at, bound)? else { return Ok(Value::Int(0)) };
    let text = &heap.text(at)[start..end];
    let part = heap.text(part);
    let count = if part.is_empty() { text.chars().count() + 1 } else { text.matches(part).count() };
    Ok(Value::Int(count as i64))
}

/// `find`, `rfind`, `index`, `rindex`
pub(super) fn find(heap: &mut Heap, at: Reference, method: StrMethod, bound: &Bound<'_>) -> Result<Value, Raised> {
    let part = text_argument(heap, bound[0], "must be str")?;
    let is_last = matches!(method, StrMethod::RFind | StrMethod::RIndex);
    let found = window(heap, at, bound)?.and_then(|(start, end)| {
        let (text, part) = (&heap.text(at)[start..end], heap.text(part));
        let byte = if is_last { text.rfind(part) } else { text.find(part) };
        byte.map(|byte| start + byte)
    });
    match found {
        Some(byte) => {
            let is_ascii = heap.text_object(at).is_ascii();
            let place = if is_ascii { byte } else { heap.text(at)[..byte].chars().count() };
            Ok(Value::Int(place as i64))
        }
        None if matches!(method, StrMethod::Find | StrMethod::RFind) => Ok(Value::Int(-1)),
        None => Err(heap.value_error("substring not found")),
    }
}

/// `startswith`, `endswith`: one text, or a tuple of them.
pub(super) fn at_an_end(heap: &mut Heap, at: Reference, method: StrMethod, bound: &Bound<'_>) -> Result<Value, Raised> {
    let parts = match bound[0] {
        Value::Str(_) => vec![bound[0]],
        Value::Tuple(parts) => heap.tuple_items(parts).to_vec(),
        other => {
            let (name, kind) = (method.name(), heap.type_name(other));
            let message = format!("{name} first arg must be str or a tuple of str, not {kind}");
            return Err(heap.type_error(message));
        }
    };
    let Some((start, end)) = window(heap, at, bound)? else { return Ok(Value::FALSE) };
    for part in parts {
        let name = method.name();
        let part = text_argument(heap, part, &format!("tuple for {name} must only contain str"))?;
        let (text, part) = (&heap.text(at)[start..end], heap.text(part));
        let holds = if method == StrMethod::StartsWith { text.starts_with(part) } else { text.ends_with(part) };
        if holds {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

/// `text.replace(old, new, count)`
pub(super) fn replace(heap: &mut Heap, at: Reference, bound: &Bound<'_>) -> Result<Value, Raised> {
    let old = text_argument(heap, bound[0], "replace() argument 1 must be str")?;
    let new = text_argument(heap, bound[1], "replace() argument 2 must be str")?;
    let limit = index(heap, bound.given(2).unwrap_or(Value::Int(-1)))?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let (text, old_text) = (heap.text(at), heap.text(old));
    let places = if old_text.is_empty() { text.chars().count() + 1 } else { text.matches(old_text).count() };
    let growth = heap.text(new).len().saturating_mul(places.min(limit));
    heap.room_for(growth.saturating_add(heap.text(at).len()))?;
    let replaced = heap.text(at).replacen(heap.text(old), heap.text(new), limit);
    Ok(heap.string_from(replaced))
}
