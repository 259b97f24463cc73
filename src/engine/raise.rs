//! What `raise`, `except` and `assert` make of values.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::heap::Heap;
use crate::kernel::{Value, builtins};

/// What `raise value` raises: an exception, or one made of a class.
pub(super) fn plain(heap: &mut Heap, value: Value) -> Raised {
    instance(heap, value).map_or_else(|| heap.type_error("exceptions must derive from BaseException"), Raised)
}

/// What `generator.throw(value)` throws.
pub(super) fn thrown(heap: &mut Heap, value: Value) -> Raised {
    instance(heap, value).map_or_else(
        || {
            let kind = heap.type_name(value);
            let message = format!("exceptions must be classes or instances deriving from BaseException, not {kind}");
            heap.type_error(message)
        },
        Raised,
    )
}

/// What `raise value` raises: a class is called, where it is the script's and says how its objects are made.
///
/// # Errors
/// Questions, and what comes of the call.
pub(super) fn made(heap: &mut Heap, value: Value) -> Result<Raised, Raised> {
    let value = called(heap, value)?;
    Ok(plain(heap, value))
}

/// What `raise value from cause` raises, the same.
///
/// # Errors
/// Questions, and what comes of the calls.
pub(super) fn made_from(heap: &mut Heap, value: Value, cause: Value) -> Result<Raised, Raised> {
    let value = called(heap, value)?;
    let cause = called(heap, cause)?;
    Ok(from(heap, value, cause))
}

/// Whether a value is a class of exceptions that says itself how its objects are made.
pub(super) fn makes_its_own(heap: &Heap, value: Value) -> bool {
    let Value::ExceptionClass(number) = value else { return false };
    ["__init__", "__new__"].iter().any(|name| heap.class_attribute(ClassId(number as u32), name).is_some())
}

fn called(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    if !makes_its_own(heap, value) {
        return Ok(value);
    }
    let made = heap.ask_value(value, &[])?;
    if matches!(made, Value::Exception(_)) {
        return Ok(made);
    }
    Err(no_exception(heap, value, made, |kind| format!("<class '{kind}'>")))
}

/// A class of exceptions that was called has `made` something else; `shown` tells of its type by the name.
pub(super) fn no_exception(heap: &mut Heap, class: Value, made: Value, shown: fn(&str) -> String) -> Raised {
    let name = |class| format!("{}.{}", heap.class_module(class), heap.class_qualified(class));
    let class = heap.class_id(class).map(name).unwrap_or_default();
    let kind = shown(heap.type_name(made));
    let message = format!("calling <class '{class}'> should have returned an instance of BaseException, not {kind}");
    heap.type_error(message)
}

/// What `raise value from cause` raises.
pub(super) fn from(heap: &mut Heap, value: Value, cause: Value) -> Raised {
    let raised = plain(heap, value);
    let cause = match cause {
        Value::None => None,
        cause => match instance(heap, cause) {
            Some(cause) => Some(cause),
            None => return heap.type_error("exception causes must derive from BaseException"),
        },
    };
    if let Value::Exception(at) = raised.0 {
        let object = heap.exception_object_mut(at);
        object.cause = cause;
        object.suppress_context = true;
    }
    raised
}

fn instance(heap: &mut Heap, value: Value) -> Option<Value> {
    match value {
        Value::Exception(_) => Some(value),
        Value::ExceptionClass(class) => {
            let class = ClassId(u32::try_from(class).expect("class numbers are small"));
            Some(heap.exception(class, Vec::new()))
        }
        _ => None,
    }
}

/// Whether `except classes` takes the exception.
///
/// # Errors
/// `TypeError` when `classes` is neither a class of exceptions nor a tuple of such.
pub(super) fn matches(heap: &mut Heap, exception: Value, classes: Value) -> Result<Value, Raised> {
    let is_class = |value: &Value| matches!(value, Value::ExceptionClass(_));
    let are_classes = match classes {
        Value::Tuple(at) => heap.tuple_items(at).iter().all(is_class),
        other => is_class(&other),
    };
    if !are_classes {
        let message = "catching classes that do not inherit from BaseException is not allowed";
        return Err(heap.type_error(message));
    }
    builtins::is_instance(heap, exception, classes).map(|holds| Value::Bool(holds.into()))
}

/// How far the traceback of an exception goes so far, for [`cut_traceback`]: two lengths, neither above [`MOST_FRAMES`].
pub(super) fn traceback_so_far(heap: &Heap, exception: Value) -> Value {
    let Value::Exception(at) = exception else { return Value::Int(0) };
    let exception = heap.exception_object(at);
    Value::Int((exception.frames.len() << LENGTH_BITS | exception.held.len()) as i64)
}

/// The traceback of an exception goes only so far again: `exception.__traceback__ = traceback`, as it was then.
pub(super) fn cut_traceback(heap: &mut Heap, exception: Value, length: Value) -> Value {
    if let (Value::Exception(at), Value::Int(length)) = (exception, length) {
        let exception = heap.exception_object_mut(at);
        exception.frames.truncate((length >> LENGTH_BITS) as usize);
        let kept = (length & ((1 << LENGTH_BITS) - 1)) as usize;
        let old = if kept < exception.held.len() { exception.held.split_off(kept) } else { Vec::new() };
        heap.drop_values(old);
    }
    Value::None
}

const LENGTH_BITS: u32 = 20;

/// What a failed `assert` raises; `message` is `Unbound` when there is none.
pub(super) fn failed_assertion(heap: &mut Heap, message: Value) -> Raised {
    let arguments = if message == Value::Unbound { Vec::new() } else { vec![message] };
    Raised(heap.exception(ClassId::ASSERTION_ERROR, arguments))
}
