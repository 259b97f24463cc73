//! Methods of `dict`.

use crate::signatures::methods::DictMethod;

use super::super::arguments::{Arguments, Bound};
use super::super::exception::{ClassId, Raised};
use super::super::heap::{Heap, ViewKind};
use super::super::operate::{containers, iterate};
use super::super::value::{Reference, Value};

/// A method of a dict, `update` aside.
///
/// # Errors
/// As in Python.
pub(super) fn call(heap: &mut Heap, at: Reference, method: DictMethod, bound: &Bound<'_>) -> Result<Value, Raised> {
    match method {
        DictMethod::Clear => {
            let old = std::mem::take(heap.dict_table_mut(at));
            heap.drop_values(old.iter().flat_map(|(key, content)| [key, content]));
            Ok(Value::None)
        }
        DictMethod::Copy => Ok(Value::Dict(containers::copy_dict(heap, at))),
        DictMethod::FromKeys => from_keys(heap, bound),
        DictMethod::Get => {
            let found = heap.dict_get(at, bound[0]).map_err(|problem| heap.raised(problem))?;
            Ok(found.unwrap_or(bound.or_none(1)))
        }
        DictMethod::Items => Ok(heap.dict_view(at, ViewKind::Items)),
        DictMethod::Keys => Ok(heap.dict_view(at, ViewKind::Keys)),
        DictMethod::Values => Ok(heap.dict_view(at, ViewKind::Values)),
        DictMethod::Pop => {
            let removed = heap.dict_remove(at, bound[0]).map_err(|problem| heap.raised(problem))?;
            match removed.or(bound.given(1)) {
                Some(content) => Ok(content),
                None => Err(Raised(heap.exception(ClassId::KEY_ERROR, vec![bound[0]]))),
            }
        }
        DictMethod::PopItem => pop_item(heap, at),
        DictMethod::SetDefault => {
            let key = heap.key_in(heap.dict_table(at), bound[0]).map_err(|problem| heap.raised(problem))?;
            if let Some((_, found)) = heap.dict_table(at).get(&key) {
                return Ok(found);
            }
            let content = bound.or_none(1);
            heap.dict_insert_new(at, key, bound[0], content)?;
            Ok(content)
        }
        DictMethod::Update => match bound.given(0) {
            Some(other) => containers::update_dict(heap, at, other).map(|()| Value::None),
            None => Ok(Value::None),
        },
    }
}

fn pop_item(heap: &mut Heap, at: Reference) -> Result<Value, Raised> {
    match heap.dict_table_mut(at).pop_last() {
        Some((key, content)) => Ok(heap.tuple(vec![key, content])),
        None => Err(heap.raise(ClassId::KEY_ERROR, "popitem(): dictionary is empty")),
    }
}

/// `dict.update(other, **keywords)`
pub(super) fn update(heap: &mut Heap, at: Reference, arguments: &Arguments<'_>) -> Result<Value, Raised> {
    fill(heap, at, "update", arguments)?;
    Ok(Value::None)
}

/// Adds what a call hands over: a dict or pairs, then keywords.
pub(crate) fn fill(heap: &mut Heap, at: Reference, name: &str, arguments: &Arguments<'_>) -> Result<(), Raised> {
    match *arguments.positional {
        [] => {}
        [other] => containers::update_dict(heap, at, other)?,
        _ => {
            let given = arguments.positional.len();
            return Err(heap.type_error(format!("{name} expected at most 1 argument, got {given}")));
        }
    }
    for &(keyword, content) in arguments.keywords {
        let key = heap.string(keyword);
        heap.dict_insert(at, key, content)?;
    }
    Ok(())
}

/// `dict.fromkeys(iterable, value=None)`
pub(super) fn from_keys(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let keys = iterate::collect(heap, bound[0])?;
    let mut walk = heap.begin_walk();
    let at = if let Some(Value::Dict(at)) = walk.made { at } else { heap.new_dict() };
    for (index, &key) in keys.iter().enumerate().skip(walk.next) {
        heap.dict_insert(at, key, bound.or_none(1))?;
        heap.walked(&mut walk, index + 1, Some(Value::Dict(at)));
    }
    Ok(Value::Dict(at))
}
