//! What objects of asyncio have: the methods and properties of their signatures. The engine performs them.

use crate::script::PythonVersion;
use crate::signatures::asyncio::{Function, Owner};
use crate::units::ThingKind;

use super::super::exception::Raised;
use super::super::heap::{Heap, MethodCode};
use super::super::value::Value;

/// Whose methods an object of asyncio has.
#[must_use]
pub fn owner_of(value: Value) -> Option<Owner> {
    Some(match value {
        Value::Task(_) => Owner::Task,
        Value::Future(_) => Owner::Future,
        Value::Loop(_) => Owner::Loop,
        Value::Handle(_) => Owner::Handle,
        Value::Coroutine(_) => Owner::Coroutine,
        Value::Thing(thing) => Owner::of(ThingKind::of(thing)),
        _ => return None,
    })
}

/// Whether the script's Python has it.
#[must_use]
pub fn is_there(heap: &Heap, function: Function) -> bool {
    match function {
        Function::QueueShutdown | Function::AsCompletedAiter | Function::AsCompletedAnext => {
            heap.version() >= PythonVersion::V3_13
        }
        _ => true,
    }
}

/// The method or property `name` of an object of asyncio.
#[must_use]
pub fn method_of(heap: &Heap, value: Value, name: &str) -> Option<Function> {
    let function = Function::method(owner_of(value)?, name)?;
    is_there(heap, function).then_some(function)
}

/// `value.name` of an object of asyncio, if it has it: a bound method, or what the engine says of a property when it is asked.
///
/// # Errors
/// Questions.
pub(super) fn attribute(heap: &mut Heap, value: Value, name: &str) -> Result<Option<Value>, Raised> {
    let Some(function) = method_of(heap, value, name) else { return Ok(None) };
    if function.is_property() {
        return heap.ask_value(Value::Asyncio(function as u64), &[value]).map(Some);
    }
    Ok(Some(heap.bound_method(value, MethodCode::Library(function as u32))))
}
