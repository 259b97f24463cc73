//! Classes of `collections.abc`: what has their methods is of them, whatever its own class is.

use crate::signatures::asyncio::{Function, Owner};
use crate::signatures::builtins::BuiltinType;

use super::super::exception::ClassId;
use super::super::heap::Heap;
use super::super::value::{ASYNC_GENERATOR, CoroutineKind, Value};

/// In which attribute a class of the library names the methods that make a value one of it.
const STRUCTURE: &str = "__structure__";

/// Whether `class` asks for methods alone, and `value` has them.
pub(super) fn has_structure(heap: &Heap, value: Value, class: ClassId) -> bool {
    if registered(heap, class)
        .is_some_and(|known| super::type_of(heap, value).is_some_and(|own| is_among(heap, own, known)))
    {
        return true;
    }
    names_asked(heap, class).is_some_and(|asked| asked.split_whitespace().all(|name| has_method(heap, value, name)))
}

/// The same of the objects of a class; one below asyncio's futures has their methods, too.
pub(super) fn gives_structure(heap: &Heap, own: ClassId, class: ClassId) -> bool {
    if registered(heap, class).is_some_and(|known| is_among(heap, heap.class_value(own), known)) {
        return true;
    }
    let above = heap.native_above(own);
    let has = |name: &str| match heap.class_attribute(own, name) {
        _ if name == "__hash__" => !heap.is_unhashable(own),
        Some(held) => held != Value::None,
        None => above.is_some_and(|above| is_of_futures(above, name)),
    };
    names_asked(heap, class).is_some_and(|asked| asked.split_whitespace().all(has))
}

/// The same of the objects of a class of asyncio.
pub(super) fn library_gives(heap: &Heap, own: Function, class: ClassId) -> bool {
    names_asked(heap, class).is_some_and(|asked| asked.split_whitespace().all(|name| is_of_futures(own, name)))
}

/// The classes that were registered with an abstract one (`_abc.c`, `_abc__abc_register_impl`).
fn registered(heap: &Heap, class: ClassId) -> Option<&[Value]> {
    match heap.attributes_of_class(class).get(&crate::kernel::heap::TextKey("__registered__")) {
        Some((_, Value::List(at))) => Some(heap.list_items(at)),
        _ => None,
    }
}

fn is_among(heap: &Heap, own: Value, known: &[Value]) -> bool {
    let is_below = |class: Value| {
        let pair = heap.class_id(own).zip(heap.class_id(class));
        own == class || pair.is_some_and(|(own, class)| heap.is_subclass(own, class))
    };
    known.iter().any(|&class| is_below(class))
}

/// The same of a type that is built in.
pub(super) fn type_gives(heap: &Heap, own: BuiltinType, class: ClassId) -> bool {
    use BuiltinType::{Dict, DictItems, DictKeys, DictValues, List, Set};
    let is_hashable = !matches!(own, Dict | DictItems | DictKeys | DictValues | List | Set);
    let known = [marks_of(own), methods_of(own)];
    let has = |name: &str| known.iter().any(|known| known.contains(&name)) || name == "__hash__" && is_hashable;
    names_asked(heap, class).is_some_and(|asked| asked.split_whitespace().all(has))
}

fn names_asked(heap: &Heap, class: ClassId) -> Option<&str> {
    let (_, asked) = heap.attributes_of_class(class).get(&crate::kernel::heap::TextKey(STRUCTURE))?;
    heap.as_text(asked)
}

fn is_of_futures(class: Function, name: &str) -> bool {
    matches!(class, Function::NewFuture | Function::NewTask) && matches!(name, "__await__" | "__iter__" | "__hash__")
}

fn has_method(heap: &Heap, value: Value, name: &str) -> bool {
    if name == "__hash__"
        && let Some(class) = heap.script_class(value)
    {
        return !heap.is_unhashable(class);
    }
    // `None` says that there is none, whatever a class above has.
    if let Some(held) = heap.own_method(value, name) {
        return held != Value::None;
    }
    if heap.field(value, name).is_some() {
        return true;
    }
    let known: &[&str] = match value {
        Value::Coroutine(number) => methods_of(type_of_coroutine(number)),
        Value::Generator(number) if number & ASYNC_GENERATOR != 0 => methods_of(BuiltinType::AsyncGenerator),
        Value::Generator(_) => methods_of(BuiltinType::Generator),
        Value::Task(_) | Value::Future(_) => &["__await__", "__iter__"],
        Value::Loop(_) => &["run_until_complete"],
        Value::Iterator(_) => &["__iter__", "__next__"],
        Value::Int(_) | Value::Long(_) | Value::Bool(_) => marks_of(BuiltinType::Int),
        Value::Float(_) => marks_of(BuiltinType::Float),
        Value::Str(_) | Value::Tuple(_) | Value::Range(_) => marks_of(BuiltinType::Tuple),
        Value::List(_) => marks_of(BuiltinType::List),
        Value::Dict(_) => marks_of(BuiltinType::Dict),
        Value::Set(at) if heap.set_object(at).is_frozen => marks_of(BuiltinType::FrozenSet),
        Value::Set(_) => marks_of(BuiltinType::Set),
        Value::DictView(_) => &["__iter__", "__len__", "__contains__", "__reversed__", "__is_set__"],
        Value::Function(_) | Value::BoundMethod(_) | Value::Builtin(_) | Value::Class(_) | Value::ExceptionClass(_) => {
            &["__call__"]
        }
        Value::Asyncio(_) => &["__call__"],
        _ => &[],
    };
    // An object can be hashed, unless its class says otherwise.
    let is_unhashable = matches!(value, Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::DictView(_));
    known.contains(&name) || name == "__hash__" && !is_unhashable
}

/// What values of a type of numbers or containers have, with the marks of what they are.
const fn marks_of(kind: BuiltinType) -> &'static [&'static str] {
    match kind {
        BuiltinType::Bool | BuiltinType::Int => {
            &["__is_number__", "__is_complex__", "__is_rational__", "__is_integral__", "__hash__"]
        }
        BuiltinType::Float => &["__is_number__", "__is_complex__", "__hash__"],
        BuiltinType::Str | BuiltinType::Tuple | BuiltinType::Range => {
            &["__iter__", "__len__", "__contains__", "__reversed__", "__hash__", "__is_sequence__"]
        }
        BuiltinType::List => {
            &["__iter__", "__len__", "__contains__", "__reversed__", "__is_sequence__", "__is_mutable_sequence__"]
        }
        BuiltinType::Dict => {
            &["__iter__", "__len__", "__contains__", "__reversed__", "__is_mapping__", "__is_mutable_mapping__"]
        }
        BuiltinType::FrozenSet => &["__iter__", "__len__", "__contains__", "__hash__", "__is_set__"],
        BuiltinType::Set => &["__iter__", "__len__", "__contains__", "__is_set__", "__is_mutable_set__"],
        _ => &[],
    }
}

/// The type of the coroutine with this number, or of what is like one.
pub(super) const fn type_of_coroutine(number: u64) -> BuiltinType {
    match CoroutineKind::of(number) {
        CoroutineKind::Coroutine => BuiltinType::Coroutine,
        CoroutineKind::Wrapper => BuiltinType::CoroutineWrapper,
        CoroutineKind::AsyncSend => BuiltinType::AsyncGeneratorSend,
        CoroutineKind::AsyncThrow => BuiltinType::AsyncGeneratorThrow,
    }
}

/// The methods of a type of generators, coroutines and what is like them.
const fn methods_of(kind: BuiltinType) -> &'static [&'static str] {
    match kind {
        BuiltinType::AsyncGenerator => &["__aiter__", "__anext__", "asend", "athrow", "aclose"],
        BuiltinType::Generator | BuiltinType::CoroutineWrapper => &["__iter__", "__next__", "send", "throw", "close"],
        BuiltinType::Coroutine => &["__await__", "send", "throw", "close"],
        BuiltinType::AsyncGeneratorSend | BuiltinType::AsyncGeneratorThrow => {
            &["__await__", "__iter__", "__next__", "send", "throw", "close"]
        }
        _ => &[],
    }
}

/// `type(generator).send`: a method of such a type that still wants its object.
pub(crate) fn method_of_generators(kind: BuiltinType, name: &str) -> Option<Function> {
    let owner = match kind {
        BuiltinType::AsyncGenerator | BuiltinType::Generator => Owner::Generator,
        _ => Owner::Coroutine,
    };
    methods_of(kind).contains(&name).then(|| Function::method(owner, name))?
}
