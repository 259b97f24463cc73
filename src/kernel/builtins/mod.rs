//! The built-in types and functions, `math` and `random`.
//!
//! What would call a script's function (`sorted(key=…)`) is refused; functions of the library are called. `print` and the
//! clock belong to the engine.

mod classes;
pub mod convert;
mod errors;
pub mod function;
pub mod make;
pub mod math;
mod math_neighbours;
mod math_parts;
pub mod number;
pub mod order;
pub mod random;
mod structure;
pub(super) mod timsort;
pub(super) use structure::method_of_generators;

use crate::signatures::builtins::{Builtin, BuiltinType, MATH_CONSTANTS};

use super::arguments::Arguments;
use super::exception::{ClassId, Raised};
use super::heap::{Heap, MethodCode, Whose};
use super::methods::call_method;
use super::value::Value;
pub use classes::{class_of_library, written_name};
pub use errors::{FILE, SECOND_FILE, allocate, construct, has_field, set_arguments, told_of};
pub use make::type_of;

/// Calls a type or function of the builtins, of `math` or of `random`.
///
/// # Errors
/// `TypeError` where the arguments do not fit, and what the function raises.
pub fn call_builtin(heap: &mut Heap, builtin: Builtin, arguments: &Arguments<'_>) -> Result<Value, Raised> {
    if let Builtin::Type(BuiltinType::Dict) = builtin {
        let at = heap.new_dict();
        super::methods::dict::fill(heap, at, "dict", arguments)?;
        return Ok(Value::Dict(at));
    }
    if let Builtin::Random(function) = builtin {
        return random::call(heap, Whose::Module, function, arguments);
    }
    let name = builtin.name();
    let bound = arguments.bind("", name, builtin.parameters()).map_err(|problem| heap.raised(problem))?;
    match builtin {
        Builtin::Type(kind) => make::make(heap, kind, &bound),
        Builtin::Function(function) => function::call(heap, function, &bound),
        Builtin::Math(function) => math::call(heap, function, &bound),
        Builtin::Random(_) => unreachable!("called above"),
    }
}

/// [`call_builtin`] without keywords. What simulations draw most takes few steps.
///
/// # Errors
/// As there.
#[inline]
pub fn call_positional(heap: &mut Heap, builtin: Builtin, positional: &[Value]) -> Result<Value, Raised> {
    let drawn = if matches!(builtin, Builtin::Random(_)) { draw(heap, builtin, positional) } else { None };
    match drawn {
        Some(drawn) => Ok(drawn),
        None => call_builtin(heap, builtin, &Arguments::positional(positional)),
    }
}

/// The number that a function of `random` draws, where it needs few steps.
#[inline(never)]
fn draw(heap: &mut Heap, builtin: Builtin, positional: &[Value]) -> Option<Value> {
    let Builtin::Random(function) = builtin else { return None };
    random::draw(heap, Whose::Module, function, positional)
}

/// Calls what needs no script: a builtin, a class of exceptions, a method of a value.
///
/// # Errors
/// What the function raises; unsupported where it is a script's or asyncio's; `TypeError` where it cannot be called.
pub fn call_library(heap: &mut Heap, function: Value, positional: &[Value]) -> Result<Value, Raised> {
    let arguments = Arguments::positional(positional);
    match function {
        Value::Builtin(number) => call_builtin(heap, Builtin::from_number(number), &arguments),
        Value::ExceptionClass(class) if heap.is_made_by_script(ClassId(class as u32)) => {
            heap.ask_value(function, positional)
        }
        Value::ExceptionClass(class) => construct(heap, ClassId(class as u32), &arguments),
        Value::BoundMethod(at) => {
            let bound = heap.bound_method_object(at);
            match bound.method {
                MethodCode::Value(method) => call_method(heap, bound.receiver, method, &arguments),
                MethodCode::Library(_) => Err(heap.unsupported("a method of asyncio's cannot be called from here")),
                MethodCode::Script(_) | MethodCode::Base(_) => heap.ask_value(function, positional),
            }
        }
        Value::Function(_) | Value::Asyncio(_) | Value::Instance(_) | Value::Exception(_) | Value::Class(_) => {
            heap.ask_value(function, positional)
        }
        _ => {
            let message = format!("'{}' object is not callable", heap.type_name(function));
            Err(heap.type_error(message))
        }
    }
}

/// A constant of the library, written with its module: `math.pi`.
#[must_use]
pub fn constant(name: &str) -> Option<Value> {
    MATH_CONSTANTS.iter().find(|(written, _)| *written == name).map(|&(_, number)| Value::float(number))
}

/// `isinstance(value, classes)`: a type, a class of exceptions, or a tuple of them. What a value's class does not say, its
/// `__class__` may (`abstract.c`, `object_isinstance`).
///
/// # Errors
/// `TypeError` where `classes` is none of these; `RecursionError`.
pub fn is_instance(heap: &mut Heap, value: Value, classes: Value) -> Result<bool, Raised> {
    let holds = function::matches_class(heap, classes, super::heap::DEEPEST, &mut |heap, class| match class {
        Value::Class(class) => {
            let class = ClassId(class as u32);
            let own = if let Value::Exception(_) = value { None } else { heap.script_class(value) };
            own.is_some_and(|own| heap.is_subclass(own, class)) || structure::has_structure(heap, value, class)
        }
        Value::ExceptionClass(class) => {
            heap.class_of(value).is_some_and(|own| heap.is_subclass(own, ClassId(class as u32)))
        }
        Value::Builtin(number) => match Builtin::from_number(number) {
            Builtin::Type(kind) => make::is_of_type(heap, value, kind),
            Builtin::Function(_) | Builtin::Math(_) | Builtin::Random(_) => false,
        },
        Value::Asyncio(_) => match (classes::type_in_library(heap, value), classes::class_of_library(class)) {
            (Some(own), Some(class)) => classes::class_of_library(own).is_some_and(|own| classes::is_below(own, class)),
            _ => false,
        },
        _ => false,
    });
    match holds {
        Some(false) if matches!(value, Value::Instance(_)) && heap.own_method(value, "__class__").is_some() => {
            let class = super::operate::get_attribute(heap, value, "__class__")?;
            Ok(function::is_class(class) && function::is_subclass(heap, class, classes)?)
        }
        Some(holds) => Ok(holds),
        None => Err(heap.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")),
    }
}
