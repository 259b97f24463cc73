//! Which methods behind operators built-in values and types have: `hasattr(x, "__iter__")`, `sorted(words, key=ranks.__getitem__)`.

use crate::signatures::builtins::{Builtin, BuiltinType};
use crate::signatures::helpers::Helper;

use super::super::builtins::type_of;
use super::super::exception::Raised;
use super::super::heap::Heap;
use super::super::value::Value;

const MADE: &[&str] = &["__new__"];
const ALL: &[&str] = &["__eq__", "__ne__", "__hash__", "__str__", "__repr__", "__format__"];
const ORDERED: &[&str] = &["__lt__", "__le__", "__gt__", "__ge__"];
const NUMBERS: &[&str] = &[
    "__add__",
    "__radd__",
    "__sub__",
    "__rsub__",
    "__mul__",
    "__rmul__",
    "__truediv__",
    "__rtruediv__",
    "__floordiv__",
    "__rfloordiv__",
    "__mod__",
    "__rmod__",
    "__divmod__",
    "__rdivmod__",
    "__pow__",
    "__rpow__",
    "__neg__",
    "__pos__",
    "__abs__",
    "__bool__",
    "__int__",
    "__float__",
    "__round__",
];
const BITS: &[&str] = &["__and__", "__rand__", "__or__", "__ror__", "__xor__", "__rxor__"];
const WHOLE: &[&str] = &["__lshift__", "__rlshift__", "__rshift__", "__rrshift__", "__invert__", "__index__"];
const CONTAINERS: &[&str] = &["__len__", "__iter__", "__contains__"];
const SEQUENCES: &[&str] = &["__getitem__", "__add__", "__mul__", "__rmul__"];
const CHANGED: &[&str] = &["__setitem__", "__delitem__"];

/// What groups of names a type has beside those of all.
fn groups_of(kind: BuiltinType) -> &'static [&'static [&'static str]] {
    match kind {
        BuiltinType::Bool | BuiltinType::Int => &[MADE, ORDERED, NUMBERS, BITS, WHOLE],
        BuiltinType::Float => &[MADE, ORDERED, NUMBERS],
        BuiltinType::NoneType => &[&["__bool__"]],
        BuiltinType::Str => &[MADE, ORDERED, CONTAINERS, SEQUENCES, &["__mod__", "__rmod__"]],
        BuiltinType::Tuple => &[MADE, ORDERED, CONTAINERS, SEQUENCES],
        BuiltinType::List => {
            &[MADE, ORDERED, CONTAINERS, SEQUENCES, CHANGED, &["__init__", "__reversed__", "__iadd__", "__imul__"]]
        }
        BuiltinType::Dict => {
            &[MADE, CONTAINERS, CHANGED, &["__init__", "__getitem__", "__reversed__", "__or__", "__ror__", "__ior__"]]
        }
        BuiltinType::FrozenSet => &[ORDERED, CONTAINERS, BITS, &["__sub__", "__rsub__"]],
        BuiltinType::Set => {
            const IN_PLACE: &[&str] =
                &["__init__", "__sub__", "__rsub__", "__ior__", "__iand__", "__isub__", "__ixor__"];
            &[MADE, ORDERED, CONTAINERS, BITS, IN_PLACE]
        }
        BuiltinType::Range => &[CONTAINERS, &["__getitem__", "__reversed__", "__bool__"]],
        BuiltinType::DictItems | BuiltinType::DictKeys => {
            &[ORDERED, CONTAINERS, BITS, &["__reversed__", "__sub__", "__rsub__", "isdisjoint"]]
        }
        BuiltinType::DictValues => &[&["__len__", "__iter__", "__reversed__"]],
        BuiltinType::Enumerate
        | BuiltinType::Filter
        | BuiltinType::Map
        | BuiltinType::Reversed
        | BuiltinType::Zip
        | BuiltinType::ListIterator
        | BuiltinType::TupleIterator
        | BuiltinType::StrIterator
        | BuiltinType::RangeIterator
        | BuiltinType::SetIterator
        | BuiltinType::DictKeyIterator => &[&["__iter__", "__next__"]],
        _ => &[],
    }
}

fn has(kind: BuiltinType, name: &str) -> bool {
    let groups = groups_of(kind);
    !groups.is_empty() && (ALL.contains(&name) || groups.iter().any(|group| group.contains(&name)))
}

/// The classes that a built-in type stands below: `__mro__`, `__bases__`, `__base__`.
pub(super) fn classes(heap: &mut Heap, kind: BuiltinType, name: &str) -> Option<Value> {
    let mut above = match kind {
        BuiltinType::Object => Vec::new(),
        BuiltinType::Bool => vec![BuiltinType::Int, BuiltinType::Object],
        _ => vec![BuiltinType::Object],
    };
    match name {
        "__mro__" => above.insert(0, kind),
        "__bases__" => above.truncate(1),
        "__base__" => {
            return Some(above.first().map_or(Value::None, |base| Value::Builtin(Builtin::Type(*base).number())));
        }
        _ => return None,
    }
    let classes = above.into_iter().map(|kind| Value::Builtin(Builtin::Type(kind).number())).collect();
    Some(heap.tuple(classes))
}

/// Such a method of a value or of a type, bound to the value; `None` where it has none of this name.
///
/// # Errors
/// Questions: what they do is written in Python.
pub(super) fn method(heap: &mut Heap, value: Value, name: &str) -> Result<Option<Value>, Raised> {
    if !name.starts_with("__") && name != "isdisjoint" {
        return Ok(None);
    }
    let helper = match value {
        Value::Builtin(_) | Value::BoundMethod(_) | Value::Class(_) | Value::ExceptionClass(_)
            if name == "__call__" =>
        {
            return Ok(Some(value));
        }
        Value::Builtin(number) => match Builtin::from_number(number) {
            Builtin::Type(kind) if has(kind, name) => Helper::SpecialOfType,
            _ => return Ok(None),
        },
        Value::Iterator(_) if matches!(name, "__iter__" | "__next__") => Helper::Special,
        _ => match type_of(heap, value) {
            Some(Value::Builtin(number)) => match Builtin::from_number(number) {
                Builtin::Type(kind) if has(kind, name) => Helper::Special,
                _ => return Ok(None),
            },
            _ => return Ok(None),
        },
    };
    let name = heap.string(name);
    heap.ask_helper(helper, &[value, name]).map(Some)
}
