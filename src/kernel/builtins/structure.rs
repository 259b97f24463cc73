//! Classes of `collections.abc`: what has their methods is of them, whatever its own class is.

use super::super::exception::ClassId;
use super::super::heap::Heap;
use super::super::value::{ASYNC_GENERATOR, Value};

/// In which attribute a class of the library names the methods that make a value one of it.
const STRUCTURE: &str = "__structure__";

/// Whether `class` asks for methods alone, and `value` has them.
pub(super) fn has_structure(heap: &Heap, value: Value, class: ClassId) -> bool {
    let asked = heap.attributes_of_class(class).get(&crate::kernel::heap::TextKey(STRUCTURE)).map(|(_, held)| held);
    let Some(asked) = asked.and_then(|asked| heap.as_text(asked)) else { return false };
    asked.split_whitespace().all(|name| has_method(heap, value, name))
}

/// The same of the objects of a class.
pub(super) fn gives_structure(heap: &Heap, own: ClassId, class: ClassId) -> bool {
    let asked = heap.attributes_of_class(class).get(&crate::kernel::heap::TextKey(STRUCTURE)).map(|(_, held)| held);
    let Some(asked) = asked.and_then(|asked| heap.as_text(asked)) else { return false };
    asked.split_whitespace().all(|name| heap.class_attribute(own, name).is_some_and(|held| held != Value::None))
}

fn has_method(heap: &Heap, value: Value, name: &str) -> bool {
    // `None` says that there is none, whatever a class above has.
    if let Some(held) = heap.own_method(value, name) {
        return held != Value::None;
    }
    let known: &[&str] = match value {
        Value::Coroutine(_) => &["__await__", "send", "throw", "close"],
        Value::Generator(number) if number & ASYNC_GENERATOR != 0 => {
            &["__aiter__", "__anext__", "asend", "athrow", "aclose"]
        }
        Value::Generator(_) => &["__iter__", "__next__", "send", "throw", "close"],
        Value::Task(_) | Value::Future(_) => &["__await__", "__iter__"],
        Value::Iterator(_) => &["__iter__", "__next__"],
        Value::Str(_) | Value::Tuple(_) | Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Range(_) => {
            &["__iter__", "__len__", "__contains__"]
        }
        Value::Function(_) | Value::BoundMethod(_) | Value::Builtin(_) | Value::Class(_) | Value::ExceptionClass(_) => {
            &["__call__"]
        }
        Value::Asyncio(_) => &["__call__"],
        _ => &[],
    };
    known.contains(&name)
}
