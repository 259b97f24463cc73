//! The methods of Python's values, one file per type.
//!
//! What would call a script's function (`sort(key=…)`) is refused; functions of the library are called.

pub mod dict;
pub mod exception;
pub mod list;
pub mod number;
pub mod search;
pub mod set;
pub mod split;
pub mod string;
pub mod translate;

use crate::signatures::builtins::{Builtin, BuiltinType};
use crate::signatures::helpers::Helper;
use crate::signatures::methods::{DictMethod, FloatMethod, IntMethod, Method, PropertyMethod, SliceMethod, StrMethod};

use super::arguments::{Arguments, Bound};
use super::builtins;
use super::exception::Raised;
use super::heap::{Heap, Whose};
use super::operate;
use super::operate::attribute::find_method;
use super::text::template;
use super::value::Value;

/// `receiver.method(arguments)`
///
/// # Errors
/// `TypeError` where the arguments do not fit, and what the method raises.
pub fn call_method(
    heap: &mut Heap,
    receiver: Value,
    method: Method,
    arguments: &Arguments<'_>,
) -> Result<Value, Raised> {
    if let Value::Builtin(number) = receiver
        && let Builtin::Type(kind) = Builtin::from_number(number)
    {
        return call_on_type(heap, kind, method, arguments);
    }
    match (method, receiver) {
        (Method::Str(StrMethod::Format), Value::Str(template)) => return template::format(heap, template, arguments),
        (Method::Dict(DictMethod::Update), Value::Dict(at)) => return dict::update(heap, at, arguments),
        (Method::Random(method), Value::Random(at)) => {
            return builtins::random::call(heap, Whose::Own(at), method.0, arguments);
        }
        _ => {}
    }
    let bound =
        arguments.bind(method.owner(), method.name(), method.parameters()).map_err(|problem| heap.raised(problem))?;
    match (method, receiver) {
        (Method::Str(method), Value::Str(at)) => string::call(heap, at, method, &bound),
        (Method::List(method), Value::List(at)) => list::call(heap, at, method, &bound),
        (Method::Tuple(method), Value::Tuple(_)) => list::call_tuple(heap, receiver, method, &bound),
        (Method::Range(method), Value::Range(_)) => list::call_range(heap, receiver, method, &bound),
        (Method::Slice(SliceMethod::Indices), Value::Slice(at)) => list::indices(heap, at, bound[0]),
        (Method::Dict(method), Value::Dict(at)) => dict::call(heap, at, method, &bound),
        (Method::Set(method), Value::Set(at)) => set::call(heap, at, method, &bound),
        (Method::Int(method), Value::Int(_) | Value::Bool(_) | Value::Long(_)) => {
            number::call_int(heap, receiver, method, &bound)
        }
        (Method::Float(method), Value::Float(bits)) => number::call_float(heap, f64::from_bits(bits), method, &bound),
        (Method::Exception(method), Value::Exception(at)) => exception::call(heap, at, method, &bound),
        (Method::Group(method), Value::Exception(at)) => exception::call_group(heap, at, method, &bound),
        (Method::Property(method), Value::Descriptor(at)) => {
            let mut property = heap.descriptor_object(at);
            match method {
                PropertyMethod::Getter => property.function = bound[0],
                PropertyMethod::Setter => property.setter = bound[0],
                PropertyMethod::Deleter => property.deleter = bound[0],
            }
            Ok(heap.descriptor(property))
        }
        _ => Err(wrong_receiver(heap, receiver, method)),
    }
}

/// What makes a value without one to begin with.
type Maker = fn(&mut Heap, &Bound<'_>) -> Result<Value, Raised>;

/// `dict.fromkeys` and its kin: methods of types alone.
fn maker(kind: BuiltinType, method: Method) -> Option<Maker> {
    match (kind, method) {
        (BuiltinType::Dict, Method::Dict(DictMethod::FromKeys)) => Some(dict::from_keys),
        (BuiltinType::Str, Method::Str(StrMethod::MakeTrans)) => Some(translate::make_table),
        (BuiltinType::Int, Method::Int(IntMethod::FromBytes)) => Some(number::from_bytes),
        (BuiltinType::Float, Method::Float(FloatMethod::FromHex)) => Some(number::from_hexadecimal),
        _ => None,
    }
}

/// `str.upper("x")`: the object is the first argument. What makes values needs none.
fn call_on_type(
    heap: &mut Heap,
    kind: BuiltinType,
    method: Method,
    arguments: &Arguments<'_>,
) -> Result<Value, Raised> {
    if let Some(make) = maker(kind, method) {
        let bound = arguments
            .bind(method.owner(), method.name(), method.parameters())
            .map_err(|problem| heap.raised(problem))?;
        return make(heap, &bound);
    }
    let Some((&receiver, positional)) = arguments.positional.split_first() else {
        let message = format!("unbound method {}.{}() needs an argument", kind.name(), method.name());
        return Err(heap.type_error(message));
    };
    if find_method(heap, receiver, method.name()) != Some(method) {
        if heap.own_method(receiver, "__stands_for__").is_some() {
            return call_below(heap, kind, method, arguments);
        }
        return Err(wrong_receiver(heap, receiver, method));
    }
    call_method(heap, receiver, method, &Arguments { positional, keywords: arguments.keywords })
}

/// `list.append(self, item)` of an object whose class is below the type.
fn call_below(heap: &mut Heap, kind: BuiltinType, method: Method, arguments: &Arguments<'_>) -> Result<Value, Raised> {
    let keywords = heap.dict();
    for &(name, value) in arguments.keywords {
        let name = heap.string(name);
        operate::set_item(heap, keywords, name, value)?;
    }
    let mut given = vec![Value::Builtin(Builtin::Type(kind).number()), heap.string(method.name()), keywords];
    given.extend(arguments.positional);
    heap.ask_helper(Helper::CallBelow, &given)
}

#[cold]
fn wrong_receiver(heap: &mut Heap, receiver: Value, method: Method) -> Raised {
    let (owner, name, given) = (method.owner(), method.name(), heap.type_name(receiver));
    let message = format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object");
    heap.type_error(message)
}
