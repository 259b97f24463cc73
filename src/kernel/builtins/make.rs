//! Calling types: `int("3")`, `list(x)`, `ValueError("…")`.

use crate::signatures::asyncio::Function;
use crate::signatures::builtins::{Builtin, BuiltinType};

use super::super::arguments::Bound;
use super::super::exception::{ClassId, Raised};
use super::super::heap::{DescriptorKind, DescriptorObject, Heap, IteratorObject, MethodCode, ViewKind};
use super::super::methods::set::members;
use super::super::operate::{self, iterate, slice};
use super::super::text::write_str;
use super::super::value::{ASYNC_GENERATOR, Value};
use super::classes::{class_of_library, type_in_library};
use super::convert;
use super::function::is_callable;
use crate::signatures::helpers::Helper;

/// Calls a type, `dict` aside.
///
/// # Errors
/// As in Python.
pub(super) fn make(heap: &mut Heap, kind: BuiltinType, bound: &Bound<'_>) -> Result<Value, Raised> {
    match kind {
        BuiltinType::Bool => operate::truth(heap, bound.or_none(0)).map(Value::bool),
        BuiltinType::Float => convert::to_float(heap, bound.given(0)),
        BuiltinType::Int => convert::to_int(heap, bound.given(0), bound.given(1)),
        BuiltinType::Str => to_str(heap, bound),
        BuiltinType::Dict => Ok(heap.dict()),
        BuiltinType::List => {
            let items = items_or_none(heap, bound)?;
            Ok(heap.list(items))
        }
        BuiltinType::Tuple => {
            if let Some(same @ Value::Tuple(_)) = bound.given(0) {
                return Ok(same);
            }
            let items = items_or_none(heap, bound)?;
            Ok(heap.tuple(items))
        }
        BuiltinType::Set | BuiltinType::FrozenSet => {
            let table = match bound.given(0) {
                Some(value) => members(heap, value)?,
                None => Default::default(),
            };
            Ok(heap.set_from(table, kind == BuiltinType::FrozenSet))
        }
        BuiltinType::Range => range(heap, bound),
        BuiltinType::Slice => Ok(match (bound.given(1), bound[0]) {
            (None, stop) => slice::make_slice(heap, Value::None, stop, Value::None),
            (Some(stop), start) => slice::make_slice(heap, start, stop, bound.or_none(2)),
        }),
        BuiltinType::Enumerate => {
            if operate::is_lazy(bound[0]) {
                return heap.ask_helper(Helper::Enumerate, &[bound[0], bound.given(1).unwrap_or(Value::Int(0))]);
            }
            let over = iterate::iterate(heap, bound[0])?;
            let start = bound.given(1).unwrap_or(Value::Int(0));
            if let Value::Long(_) = start {
                return Err(heap.unsupported(iterate::TOO_MANY));
            }
            let count = super::number::index(heap, start)?;
            Ok(heap.iterator(IteratorObject::Enumerate { over, position: 0, count }))
        }
        BuiltinType::Zip => zip(heap, bound),
        BuiltinType::Map | BuiltinType::Filter => apply(heap, kind, bound),
        BuiltinType::Reversed => reversed(heap, bound[0]),
        BuiltinType::Type if bound.given(1).is_some() => made_class(heap, bound),
        BuiltinType::Type => match type_of(heap, bound[0]) {
            Some(class) => Ok(class),
            None => {
                let message = format!("the type of a '{}' object is not supported", heap.type_name(bound[0]));
                Err(heap.unsupported(message))
            }
        },
        BuiltinType::Random => super::random::construct(heap, bound.or_none(0)),
        BuiltinType::Property => {
            let descriptor = DescriptorObject {
                kind: DescriptorKind::Property,
                function: bound.or_none(0),
                setter: bound.or_none(1),
                deleter: bound.or_none(2),
                doc: bound.or_none(3),
            };
            Ok(heap.descriptor(descriptor))
        }
        BuiltinType::StaticMethod | BuiltinType::ClassMethod => {
            let is_static = kind == BuiltinType::StaticMethod;
            let kind = if is_static { DescriptorKind::Static } else { DescriptorKind::Class };
            let (setter, deleter, doc) = (Value::None, Value::None, Value::None);
            Ok(heap.descriptor(DescriptorObject { kind, function: bound[0], setter, deleter, doc }))
        }
        BuiltinType::Method => match bound[0] {
            Value::Function(at) => Ok(heap.bound_method(bound[1], MethodCode::Script(at))),
            _ if is_callable(heap, bound[0]) => Err(heap.unsupported("a method of what is no function of the program")),
            _ => Err(heap.type_error("first argument must be callable")),
        },
        BuiltinType::NoneType => Ok(Value::None),
        BuiltinType::NotImplementedType => Ok(Value::NotImplemented),
        BuiltinType::AsyncGenerator
        | BuiltinType::BuiltinMethod
        | BuiltinType::AsyncGeneratorSend
        | BuiltinType::AsyncGeneratorThrow
        | BuiltinType::Coroutine
        | BuiltinType::CoroutineWrapper
        | BuiltinType::DictItems
        | BuiltinType::DictKeys
        | BuiltinType::DictKeyIterator
        | BuiltinType::DictValues
        | BuiltinType::Function
        | BuiltinType::Generator
        | BuiltinType::ListIterator
        | BuiltinType::RangeIterator
        | BuiltinType::SetIterator
        | BuiltinType::StrIterator
        | BuiltinType::TupleIterator
        | BuiltinType::Traceback => Err(heap.type_error(format!("cannot create '{}' instances", kind.name()))),
        BuiltinType::Object => Ok(heap.plain_object()),
    }
}

/// `type(name, bases, dict)`
fn made_class(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let (Value::Str(name), Value::Tuple(bases), Some(Value::Dict(attributes))) = (bound[0], bound[1], bound.given(2))
    else {
        return Err(heap.type_error("type() takes 1 or 3 arguments: a name, a tuple of classes and a dict"));
    };
    let mut above = Vec::new();
    for base in heap.tuple_items(bases).to_vec() {
        match heap.base_of_classes(base) {
            Some(base) => above.push(base),
            None if base == Value::Builtin(Builtin::Type(BuiltinType::Object).number()) => {}
            None => return Err(heap.unsupported("type(…) with this base is not supported: write a class")),
        }
    }
    let name = heap.text(name).to_owned();
    let class = heap.define_class(&name, &above)?;
    let attributes: Vec<(Value, Value)> = heap.dict_table(attributes).iter().collect();
    for (name, value) in attributes {
        if let Some(name) = heap.as_text(name).map(str::to_owned) {
            heap.set_class_attribute(class, &name, value);
        }
    }
    Ok(heap.class_value(class))
}

fn items_or_none(heap: &mut Heap, bound: &Bound<'_>) -> Result<Vec<Value>, Raised> {
    bound.given(0).map_or(Ok(Vec::new()), |value| operate::collect_sized(heap, value))
}

fn to_str(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    if bound.given(1).is_some() || bound.given(2).is_some() {
        let given = bound.or_none(0);
        if let Some(decode) = heap.own_method(given, "decode") {
            let default = |heap: &mut Heap, index, text| bound.given(index).unwrap_or_else(|| heap.string(text));
            let (encoding, errors) = (default(heap, 1, "utf-8"), default(heap, 2, "strict"));
            return heap.ask_value(decode, &[given, encoding, errors]);
        }
        return Err(heap.type_error("decoding to str: bytes are not supported"));
    }
    match bound.given(0) {
        None => Ok(heap.string("")),
        Some(same @ Value::Str(_)) => Ok(same),
        Some(value) => {
            let mut text = String::new();
            write_str(heap, value, &mut text).map_err(|problem| heap.raised(problem))?;
            Ok(heap.string_from(text))
        }
    }
}

fn range(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    for at in 0..3 {
        if let Some(Value::Long(_)) = bound.given(at) {
            return Err(heap.unsupported(operate::item::TOO_WIDE));
        }
    }
    let first = super::number::index(heap, bound[0])?;
    let Some(stop) = bound.given(1) else { return Ok(heap.range(0, first, 1)) };
    let stop = super::number::index(heap, stop)?;
    let step = super::number::index(heap, bound.given(2).unwrap_or(Value::Int(1)))?;
    if step == 0 {
        return Err(heap.value_error("range() arg 3 must not be zero"));
    }
    Ok(heap.range(first, stop, step))
}

fn zip(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let is_strict = operate::truth(heap, bound.given(1).unwrap_or(Value::FALSE))?;
    if bound.rest.iter().any(|value| operate::is_lazy(*value)) {
        if is_strict {
            return Err(heap.unsupported("zip(strict=True) of generators is not supported: make lists of them"));
        }
        return heap.ask_helper(Helper::Zip, bound.rest);
    }
    let mut over = Vec::with_capacity(bound.rest.len());
    for &value in bound.rest {
        over.push((iterate::iterate(heap, value)?, 0));
    }
    Ok(heap.iterator(IteratorObject::Zip { over, is_strict }))
}

fn apply(heap: &mut Heap, kind: BuiltinType, bound: &Bound<'_>) -> Result<Value, Raised> {
    let is_of_script = matches!(
        bound[0],
        Value::Function(_)
            | Value::Asyncio(_)
            | Value::Instance(_)
            | Value::Exception(_)
            | Value::Class(_)
            | Value::BoundMethod(_)
    );
    let is_script_class = heap.class_id(bound[0]).is_some();
    // Whatever may ask the script in the middle of its way goes that way as a generator: an iterator cannot go a step back.
    let is_plain =
        iterate::items(heap, bound[1]).map_or(matches!(bound[1], Value::Str(_) | Value::Range(_)), all_plain);
    if is_of_script || is_script_class || !is_plain || !bound.rest.is_empty() {
        let mut all = vec![bound[0], bound[1]];
        all.extend_from_slice(bound.rest);
        return heap.ask_helper(if kind == BuiltinType::Filter { Helper::Filter } else { Helper::Map }, &all);
    }
    let over = iterate::iterate(heap, bound[1])?;
    let is_filter = kind == BuiltinType::Filter;
    // filter(None, …) keeps what is true.
    let function = match bound[0] {
        Value::None if is_filter => Value::Builtin(Builtin::Type(BuiltinType::Bool).number()),
        function => function,
    };
    Ok(heap.iterator(IteratorObject::Apply { function, over, position: 0, is_filter }))
}

/// Whether no function of the builtins needs the script to deal with one of these.
fn all_plain(items: &[Value]) -> bool {
    let is_plain = |item: &Value| {
        matches!(item, Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Long(_) | Value::Str(_))
    };
    items.iter().all(is_plain)
}

/// Whether a value can be gone through from its end: of classes those below `Enum`.
fn is_gone_through(heap: &Heap, value: Value) -> bool {
    let Value::Class(class) = value else { return true };
    heap.class_attribute(ClassId(class as u32), iterate::MEMBERS).is_some()
}

fn reversed(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    if let Some(answer) = convert::answered(heap, value, &["__reversed__"])? {
        return Ok(answer);
    }
    let over = match value {
        Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Range(_) => value,
        Value::Dict(_) | Value::DictView(_) | Value::Class(_) if is_gone_through(heap, value) => {
            let items = iterate::collect(heap, value)?;
            heap.tuple(items)
        }
        _ => {
            let message = format!("'{}' object is not reversible", heap.type_name(value));
            return Err(heap.type_error(message));
        }
    };
    let left = operate::length(heap, over).map_err(|problem| heap.raised(problem))?;
    Ok(heap.iterator(IteratorObject::Reversed { over, left }))
}

/// `type(value)`; `None` where this module has no such type.
#[must_use]
pub fn type_of(heap: &Heap, value: Value) -> Option<Value> {
    let kind = match value {
        Value::Exception(at) => {
            return Some(Value::ExceptionClass(u64::from(heap.exception_object(at).class.0)));
        }
        Value::None => BuiltinType::NoneType,
        Value::Bool(_) => BuiltinType::Bool,
        Value::Int(_) | Value::Long(_) => BuiltinType::Int,
        Value::Float(_) => BuiltinType::Float,
        Value::Str(_) => BuiltinType::Str,
        Value::Tuple(_) => BuiltinType::Tuple,
        Value::List(_) => BuiltinType::List,
        Value::Dict(_) => BuiltinType::Dict,
        Value::Set(at) => {
            if heap.set_object(at).is_frozen {
                BuiltinType::FrozenSet
            } else {
                BuiltinType::Set
            }
        }
        Value::Range(_) => BuiltinType::Range,
        Value::Slice(_) => BuiltinType::Slice,
        Value::Random(_) => BuiltinType::Random,
        Value::Iterator(at) => match heap.iterator_object(at) {
            IteratorObject::Enumerate { .. } => BuiltinType::Enumerate,
            IteratorObject::Zip { .. } => BuiltinType::Zip,
            IteratorObject::Reversed { .. } => BuiltinType::Reversed,
            IteratorObject::Apply { is_filter: true, .. } => BuiltinType::Filter,
            IteratorObject::Apply { .. } => BuiltinType::Map,
            IteratorObject::Walk { over, .. } => match over {
                Value::List(_) => BuiltinType::ListIterator,
                Value::Tuple(_) => BuiltinType::TupleIterator,
                Value::Str(_) if heap.type_name(value) == "str_ascii_iterator" => BuiltinType::StrIterator,
                Value::Range(_) => BuiltinType::RangeIterator,
                Value::Set(_) => BuiltinType::SetIterator,
                Value::Dict(_) => BuiltinType::DictKeyIterator,
                _ => return None,
            },
            IteratorObject::Watched { .. } | IteratorObject::Done => return None,
        },
        Value::Instance(at) => return Some(heap.class_value(heap.instance_object(at).class)),
        Value::Descriptor(at) => match heap.descriptor_object(at).kind {
            DescriptorKind::Property => BuiltinType::Property,
            DescriptorKind::Static => BuiltinType::StaticMethod,
            DescriptorKind::Class => BuiltinType::ClassMethod,
        },
        Value::ExceptionClass(_) | Value::Class(_) => BuiltinType::Type,
        Value::Builtin(number) => match Builtin::from_number(number) {
            Builtin::Type(_) => BuiltinType::Type,
            Builtin::Function(_) | Builtin::Math(_) => BuiltinType::BuiltinMethod,
            Builtin::Random(function) if function.is_of_c() => BuiltinType::BuiltinMethod,
            Builtin::Random(_) => BuiltinType::Method,
        },
        Value::Function(_) => BuiltinType::Function,
        Value::BoundMethod(at) => match heap.bound_method_object(at).method {
            MethodCode::Value(_) => BuiltinType::BuiltinMethod,
            MethodCode::Library(_)
                if matches!(heap.bound_method_object(at).receiver, Value::Task(_) | Value::Future(_)) =>
            {
                BuiltinType::BuiltinMethod
            }
            MethodCode::Library(_) | MethodCode::Script(_) | MethodCode::Base(_) => BuiltinType::Method,
        },
        Value::Coroutine(number) => super::structure::type_of_coroutine(number),
        Value::Generator(number) if number & ASYNC_GENERATOR != 0 => BuiltinType::AsyncGenerator,
        Value::Generator(_) => BuiltinType::Generator,
        Value::Asyncio(_) if class_of_library(value).is_some() => BuiltinType::Type,
        Value::Asyncio(number) if Function::numbered(number).is_of_c(heap.version().minor()) => {
            BuiltinType::BuiltinMethod
        }
        Value::Asyncio(_) => BuiltinType::Function,
        Value::Task(_) | Value::Future(_) | Value::Loop(_) | Value::Handle(_) | Value::Thing(_) => {
            if let Some(class) = heap.script_class(value) {
                return Some(heap.class_value(class));
            }
            return type_in_library(heap, value);
        }
        Value::DictView(at) => match heap.view_object(at).kind {
            ViewKind::Keys => BuiltinType::DictKeys,
            ViewKind::Values => BuiltinType::DictValues,
            ViewKind::Items => BuiltinType::DictItems,
        },
        Value::NotImplemented => BuiltinType::NotImplementedType,
        Value::Traceback(_) | Value::Frame(_) => BuiltinType::Traceback,
        Value::Unbound | Value::Shared(_) => return None,
    };
    Some(Value::Builtin(Builtin::Type(kind).number()))
}

/// Whether a value is of a type or of one below it: `bool` is below `int`, everything below `object`.
pub(super) fn is_of_type(heap: &Heap, value: Value, kind: BuiltinType) -> bool {
    let own = type_of(heap, value);
    let is = |kind: BuiltinType| own == Some(Value::Builtin(Builtin::Type(kind).number()));
    if let Value::Instance(at) = value
        && let Some(stands_for) = heap.class_attribute(heap.instance_object(at).class, "__stands_for__")
        && stands_for == Value::Builtin(Builtin::Type(kind).number())
    {
        return true;
    }
    kind == BuiltinType::Object || is(kind) || (kind == BuiltinType::Int && is(BuiltinType::Bool))
}
