//! What stands behind `*` and `**` in a call, told of in CPython's words (`ceval.c`, `check_args_iterable`, `format_kwargs_error`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::heap::Heap;
use crate::kernel::heap::ask::is_question;
use crate::kernel::{Value, operate, text};
use crate::program::code::Slot;

use super::operand::is_not_iterable;

/// `{…, key: value}`, the dict and the key in slots.
///
/// # Errors
/// `TypeError` where the key has no hash.
#[inline]
pub(super) fn put_in_dict(
    heap: &mut Heap,
    slots: &[Value],
    [dict, key]: [Slot; 2],
    value: Value,
) -> Result<(), Raised> {
    operate::set_item(heap, slots[usize::from(dict)], slots[usize::from(key)], value)
}

/// Puts into the slot what a call takes behind `*`: a list of the items of `given`. The callee stands before it.
///
/// # Errors
/// `TypeError` where there are none, and whatever going through them raises.
pub(super) fn items(heap: &mut Heap, slots: &mut [Value], slot: Slot, given: Value) -> Result<(), Raised> {
    let place = usize::from(slot);
    let items = operate::collect_sized(heap, given).map_err(|raised| {
        if !is_not_iterable(heap, raised, given) {
            return raised;
        }
        let kind = heap.type_name(given).to_owned();
        misfit(heap, slots[place - 1], &format!("argument after * must be an iterable, not {kind}"))
    })?;
    slots[place] = heap.list(items);
    Ok(())
}

/// Adds what a call takes behind `**` to the dict of its keywords in the slot. The callee stands two places before it.
///
/// # Errors
/// `TypeError` where it is no mapping, or a keyword is there already.
pub(super) fn keywords(heap: &mut Heap, slots: &[Value], slot: Slot, given: Value) -> Result<(), Raised> {
    let place = usize::from(slot);
    let Value::Dict(keywords) = slots[place] else { unreachable!("NewDict put a dict there") };
    let Value::Dict(others) = operate::mapping(heap, given)? else {
        let kind = heap.type_name(given).to_owned();
        return Err(misfit(heap, slots[place - 2], &format!("argument after ** must be a mapping, not {kind}")));
    };
    let pairs: Vec<(Value, Value)> = heap.dict_table(others).iter().collect();
    for (key, value) in pairs {
        if heap.dict_get(keywords, key).map_err(|problem| heap.raised(problem))?.is_some() {
            let mut name = String::new();
            text::write_repr(heap, key, &mut name).map_err(|problem| heap.raised(problem))?;
            return Err(misfit(heap, slots[place - 2], &format!("got multiple values for keyword argument {name}")));
        }
        heap.dict_insert(keywords, key, value)?;
    }
    Ok(())
}

/// A `TypeError` that begins with the callee: `module.name()`, or its text where it has no name (`object.c`, `_PyObject_FunctionStr`).
fn misfit(heap: &mut Heap, callee: Value, what: &str) -> Raised {
    let called = match called(heap, callee) {
        Ok(called) => called,
        Err(raised) => return raised,
    };
    heap.raise(ClassId::TYPE_ERROR, format!("{called} {what}"))
}

fn called(heap: &mut Heap, callee: Value) -> Result<String, Raised> {
    let mut part = |name: &str| match operate::get_attribute(heap, callee, name) {
        Ok(value) => Ok(heap.as_text(value).map(str::to_owned)),
        Err(raised) if is_question(raised) => Err(raised),
        Err(_) => Ok(None),
    };
    if let Some(name) = part("__qualname__")? {
        return Ok(match part("__module__")?.filter(|module| module != "builtins") {
            Some(module) => format!("{module}.{name}()"),
            None => format!("{name}()"),
        });
    }
    let mut text = String::new();
    text::write_str(heap, callee, &mut text).map_err(|problem| heap.raised(problem))?;
    Ok(text)
}
