//! The built-in functions.

use num_traits::ToPrimitive;

use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::signatures::builtins::{Builtin, BuiltinFunction};

use super::super::arguments::Bound;
use super::super::exception::{ClassId, Raised};
use super::super::heap::{Heap, IteratorObject};
use super::super::operate::{self, iterate};
use super::super::text::format::write_formatted;
use super::super::text::{write_ascii, write_repr};
use super::super::value::{CoroutineKind, Value};
use super::classes::{class_of_library, is_below};
use super::{is_instance, number, order, structure};
use crate::signatures::helpers::Helper;

/// Calls a built-in function.
///
/// # Errors
/// As in Python.
pub(super) fn call(heap: &mut Heap, function: BuiltinFunction, bound: &Bound<'_>) -> Result<Value, Raised> {
    match function {
        BuiltinFunction::Abs => number::absolute(heap, bound[0]),
        BuiltinFunction::All => every(heap, bound[0], true).map(Value::bool),
        BuiltinFunction::Any => every(heap, bound[0], false).map(|holds| Value::bool(!holds)),
        BuiltinFunction::Ascii => text(heap, |heap, out| write_ascii(heap, bound[0], out)),
        BuiltinFunction::Bin => number::in_base(heap, bound[0], 2),
        BuiltinFunction::Callable => Ok(Value::bool(is_callable(heap, bound[0]))),
        BuiltinFunction::Chr => chr(heap, bound[0]),
        BuiltinFunction::DivMod => number::divmod(heap, bound[0], bound[1]),
        BuiltinFunction::Format => format(heap, bound),
        BuiltinFunction::GetAttr => get_attribute(heap, bound),
        BuiltinFunction::HasAttr => has_attribute(heap, bound).map(Value::bool),
        BuiltinFunction::Hash => heap.hash_of(bound[0]).map(Value::Int).map_err(|problem| heap.raised(problem)),
        BuiltinFunction::Id => Ok(Value::Int(heap.id_of(bound[0]))),
        BuiltinFunction::Hex => number::in_base(heap, bound[0], 16),
        BuiltinFunction::IsInstance => is_instance(heap, bound[0], bound[1]).map(Value::bool),
        BuiltinFunction::IsSubclass => is_subclass(heap, bound[0], bound[1]).map(Value::bool),
        BuiltinFunction::Iter => iterator(heap, bound),
        BuiltinFunction::Len => operate::length(heap, bound[0]).map(Value::Int).map_err(|problem| heap.raised(problem)),
        BuiltinFunction::Max | BuiltinFunction::Min => order::extreme(heap, function, bound),
        BuiltinFunction::Next => next(heap, bound),
        BuiltinFunction::Oct => number::in_base(heap, bound[0], 8),
        BuiltinFunction::Ord => ord(heap, bound[0]),
        BuiltinFunction::Pow => number::power(heap, bound),
        BuiltinFunction::Repr => text(heap, |heap, out| write_repr(heap, bound[0], out)),
        BuiltinFunction::Round => number::round(heap, bound),
        BuiltinFunction::Sorted => {
            let items = operate::collect_sized(heap, bound[0])?;
            let is_reverse = operate::is_true(heap, bound.given(2).unwrap_or(Value::FALSE));
            let sorted = order::sort(heap, items, bound.or_none(1), is_reverse)?;
            Ok(heap.list(sorted))
        }
        BuiltinFunction::Sum => number::sum(heap, bound),
        BuiltinFunction::SetAttr => {
            let name = attribute_name(heap, bound[1])?;
            operate::set_attribute(heap, bound[0], &name, bound[2]).map(|()| Value::None)
        }
        BuiltinFunction::DelAttr => {
            let name = attribute_name(heap, bound[1])?;
            operate::delete_attribute(heap, bound[0], &name).map(|()| Value::None)
        }
        BuiltinFunction::Vars => match bound[0] {
            Value::Instance(at) if !heap.takes_field(heap.instance_object(at).class, "__dict__") => {
                Err(heap.type_error("vars() argument must have __dict__ attribute"))
            }
            Value::Instance(_)
            | Value::Class(_)
            | Value::Function(_)
            | Value::Exception(_)
            | Value::ExceptionClass(_) => operate::get_attribute(heap, bound[0], "__dict__"),
            _ => Err(heap.type_error("vars() argument must have __dict__ attribute")),
        },
    }
}

fn text(
    heap: &mut Heap,
    write: impl Fn(&Heap, &mut String) -> super::super::exception::Attempt<()>,
) -> Result<Value, Raised> {
    let mut text = String::new();
    write(heap, &mut text).map_err(|problem| heap.raised(problem))?;
    Ok(heap.string_from(text))
}

/// Whether all items are true, or (`wanted` false) none is.
fn every(heap: &mut Heap, value: Value, wanted: bool) -> Result<bool, Raised> {
    if operate::is_lazy(value) || matches!(value, Value::Iterator(_)) && heap.has_own_classes() {
        let answer = heap.ask_helper(if wanted { Helper::All } else { Helper::Any }, &[value])?;
        return Ok((answer == Value::TRUE) == wanted);
    }
    let iterable = iterate::iterate(heap, value)?;
    let mut walk = heap.begin_walk();
    let mut position = walk.next as i64;
    while let Some(item) = iterate::next_item(heap, iterable, &mut position)? {
        if operate::truth(heap, item)? != wanted {
            return Ok(false);
        }
        heap.walked(&mut walk, position as usize, None);
    }
    Ok(true)
}

/// `callable(value)`
#[must_use]
pub fn is_callable(heap: &Heap, value: Value) -> bool {
    match value {
        Value::Function(_)
        | Value::BoundMethod(_)
        | Value::ExceptionClass(_)
        | Value::Class(_)
        | Value::Builtin(_)
        | Value::Asyncio(_) => true,
        Value::Instance(_) | Value::Exception(_) => heap.own_method(value, "__call__").is_some(),
        _ => false,
    }
}

fn chr(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    let code = number::big(heap, value)?;
    // `bltinmodule.c`, `builtin_chr`: before 3.13 the number went through a C int.
    if heap.version() < PythonVersion::V3_13 && code.to_i32().is_none() {
        return Err(heap.raise(ClassId::OVERFLOW_ERROR, "Python int too large to convert to C int"));
    }
    match code.to_u32().filter(|&code| code < 0x11_0000).map(char::from_u32) {
        Some(Some(letter)) => Ok(heap.character(letter)),
        Some(None) => Err(heap.unsupported("surrogate characters are not supported")),
        None => Err(heap.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    let Value::Str(at) = value else {
        let message = format!("ord() expected string of length 1, but {} found", heap.type_name(value));
        return Err(heap.type_error(message));
    };
    let text = heap.text_object(at);
    match (text.characters, text.text.chars().next()) {
        (1, Some(letter)) => Ok(Value::Int(i64::from(u32::from(letter)))),
        (length, _) => Err(heap.type_error(format!("ord() expected a character, but string of length {length} found"))),
    }
}

fn format(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let spec = match bound.given(1) {
        None => String::new(),
        Some(Value::Str(at)) => heap.text(at).to_owned(),
        Some(other) => {
            let message = format!("format() argument 2 must be str, not {}", heap.type_name(other));
            return Err(heap.type_error(message));
        }
    };
    text(heap, |heap, out| write_formatted(heap, bound[0], &spec, out))
}

fn attribute_name(heap: &mut Heap, value: Value) -> Result<String, Raised> {
    match heap.as_text(value) {
        Some(name) => Ok(name.to_owned()),
        None => {
            let message = format!("attribute name must be string, not '{}'", heap.type_name(value));
            Err(heap.type_error(message))
        }
    }
}

fn get_attribute(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let name = attribute_name(heap, bound[1])?;
    if let Some(default) = bound.given(2)
        && operate::needs_script(heap, bound[0], &name)
    {
        return heap.ask_helper(Helper::AttributeOr, &[bound[0], bound[1], default]);
    }
    if operate::asks_engine(bound[0]) {
        let getter = Value::Asyncio(Function::GetAttributeOf as u64);
        return heap.ask_value(getter, &[bound[0], bound[1], bound.given(2).unwrap_or(Value::Unbound)]);
    }
    let found = operate::get_attribute(heap, bound[0], &name);
    match (found, bound.given(2)) {
        (Err(raised), Some(default)) if heap.class_of(raised.0) == Some(ClassId::ATTRIBUTE_ERROR) => Ok(default),
        (found, _) => found,
    }
}

fn has_attribute(heap: &mut Heap, bound: &Bound<'_>) -> Result<bool, Raised> {
    let name = attribute_name(heap, bound[1])?;
    if operate::needs_script(heap, bound[0], &name) {
        return heap.ask_helper(Helper::HasAttribute, &[bound[0], bound[1]]).map(|answer| answer == Value::TRUE);
    }
    if operate::asks_engine(bound[0]) {
        let asker = Value::Asyncio(Function::HasAttributeOf as u64);
        return heap.ask_value(asker, &[bound[0], bound[1]]).map(|answer| answer == Value::TRUE);
    }
    match operate::get_attribute(heap, bound[0], &name) {
        Ok(_) => Ok(true),
        Err(raised) if heap.class_of(raised.0) == Some(ClassId::ATTRIBUTE_ERROR) => Ok(false),
        Err(raised) => Err(raised),
    }
}

/// Whether `holds` for a class, or for one of a tuple of them; `None` where it is no class.
pub(super) fn matches_class(
    heap: &Heap,
    classes: Value,
    depth: usize,
    holds: &mut dyn FnMut(&Heap, Value) -> bool,
) -> Option<bool> {
    match classes {
        Value::ExceptionClass(_) | Value::Class(_) => Some(holds(heap, classes)),
        Value::Asyncio(_) => class_of_library(classes).map(|_| holds(heap, classes)),
        Value::Builtin(number) => match Builtin::from_number(number) {
            Builtin::Type(_) => Some(holds(heap, classes)),
            Builtin::Function(_) | Builtin::Math(_) | Builtin::Random(_) => None,
        },
        Value::Tuple(at) if depth > 0 => {
            for &class in heap.tuple_items(at) {
                if matches_class(heap, class, depth - 1, holds)? {
                    return Some(true);
                }
            }
            Some(false)
        }
        Value::Instance(_) if heap.type_name(classes) == "types.UnionType" => {
            matches_class(heap, heap.field(classes, "__args__")?, depth, holds)
        }
        Value::Instance(_) if heap.type_name(classes) == "typing._SpecialGenericAlias" => {
            matches_class(heap, heap.field(classes, "__origin__")?, depth, holds)
        }
        _ => None,
    }
}

/// Whether a value is a class of any kind.
pub(in crate::kernel) fn is_class(value: Value) -> bool {
    match value {
        Value::ExceptionClass(_) | Value::Class(_) => true,
        Value::Asyncio(_) => class_of_library(value).is_some(),
        Value::Builtin(number) => matches!(Builtin::from_number(number), Builtin::Type(_)),
        _ => false,
    }
}

/// `issubclass(own, classes)`
pub(super) fn is_subclass(heap: &mut Heap, own: Value, classes: Value) -> Result<bool, Raised> {
    use crate::signatures::builtins::BuiltinType;
    if !is_class(own) {
        return Err(heap.type_error("issubclass() arg 1 must be a class"));
    }
    let object = Value::Builtin(Builtin::Type(BuiltinType::Object).number());
    let int = Value::Builtin(Builtin::Type(BuiltinType::Int).number());
    let bool = Value::Builtin(Builtin::Type(BuiltinType::Bool).number());
    let found = matches_class(heap, classes, super::super::heap::DEEPEST, &mut |heap, class| match (own, class) {
        (Value::ExceptionClass(own) | Value::Class(own), Value::ExceptionClass(class) | Value::Class(class)) => {
            let (own, class) = (ClassId(own as u32), ClassId(class as u32));
            heap.is_subclass(own, class) || structure::gives_structure(heap, own, class)
        }
        (Value::Class(own), Value::Asyncio(_)) => {
            let pair = heap.native_above(ClassId(own as u32)).zip(class_of_library(class));
            pair.is_some_and(|(own, class)| is_below(own, class))
        }
        (Value::Builtin(own), Value::Class(class)) => match Builtin::from_number(own) {
            Builtin::Type(own) => structure::type_gives(heap, own, ClassId(class as u32)),
            _ => false,
        },
        (Value::Asyncio(_), Value::Class(class)) => {
            class_of_library(own).is_some_and(|own| structure::library_gives(heap, own, ClassId(class as u32)))
        }
        (Value::Asyncio(_), Value::Asyncio(_)) => {
            let pair = class_of_library(own).zip(class_of_library(class));
            pair.is_some_and(|(own, class)| is_below(own, class))
        }
        (Value::Class(own), Value::Builtin(_)) if class != object => {
            heap.class_attribute(ClassId(own as u32), "__stands_for__") == Some(class)
        }
        (own, class) => own == class || class == object || (own == bool && class == int),
    });
    match found {
        Some(holds) => Ok(holds),
        None => Err(heap.type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")),
    }
}

fn iterator(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    if let Some(sentinel) = bound.given(1) {
        return heap.ask_helper(Helper::Calls, &[bound[0], sentinel]);
    }
    if operate::is_lazy(bound[0]) {
        return operate::script_iterator(heap, bound[0]);
    }
    match bound[0] {
        // What can be awaited is its own iterator.
        Value::Task(_) | Value::Future(_) => return Ok(bound[0]),
        Value::Coroutine(number) if CoroutineKind::of(number).is_iterator() => return Ok(bound[0]),
        _ => {}
    }
    match iterate::iterate(heap, bound[0])? {
        same @ Value::Iterator(_) => Ok(same),
        over => Ok(heap.iterator(IteratorObject::Walk { over, position: 0 })),
    }
}

fn next(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    if operate::is_lazy(bound[0]) {
        return match (operate::next_answer(heap, bound[0])?, bound.given(1)) {
            (Value::Tuple(at), _) => Ok(heap.tuple_items(at)[0]),
            (_, Some(default)) => Ok(default),
            (end, None) => Err(Raised(end)),
        };
    }
    let goes_on = match bound[0] {
        Value::Task(_) | Value::Future(_) => true,
        Value::Coroutine(number) => CoroutineKind::of(number).is_iterator(),
        _ => false,
    };
    if goes_on {
        return heap.ask_value(Value::Asyncio(Function::NextByHand as u64), &[bound[0]]);
    }
    let Value::Iterator(_) = bound[0] else {
        let message = format!("'{}' object is not an iterator", heap.type_name(bound[0]));
        return Err(heap.type_error(message));
    };
    match iterate::next_item(heap, bound[0], &mut 0)?.or(bound.given(1)) {
        Some(item) => Ok(item),
        None => Err(Raised(heap.exception(ClassId::STOP_ITERATION, Vec::new()))),
    }
}
