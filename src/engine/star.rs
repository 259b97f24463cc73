//! What `except*` makes of exceptions (`exceptions.c`, `_PyExc_PrepReraiseStar`; `ceval.c`, `exception_group_match`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::heap::Heap;
use crate::kernel::methods::exception::{leaves_of, project_group, split_group};
use crate::kernel::{Value, builtins};
use crate::script::PythonVersion;

use super::raise;

/// The part of an exception that an `except*` of these classes takes, and the rest; `None` for what is empty.
///
/// # Errors
/// `TypeError` where the classes are none of exceptions, or are of groups.
pub(super) fn split(heap: &mut Heap, exception: Value, classes: Value) -> Result<(Value, Value), Raised> {
    let named = match classes {
        Value::Tuple(at) => heap.tuple_items(at).to_vec(),
        single => vec![single],
    };
    for class in named {
        match class {
            Value::ExceptionClass(number) if heap.is_group_class(ClassId(number as u32)) => {
                let message = "catching ExceptionGroup with except* is not allowed. Use except instead.";
                return Err(heap.type_error(message));
            }
            Value::ExceptionClass(_) => {}
            _ => {
                let message = "catching classes that do not inherit from BaseException is not allowed";
                return Err(heap.type_error(message));
            }
        }
    }
    let Value::Exception(at) = exception else { return Ok((Value::None, exception)) };
    if heap.is_group_class(heap.exception_object(at).class) {
        let (part, rest) = split_group(heap, exception, classes)?;
        // 3.11 goes on with the group as it is when a clause takes nothing; later versions with what its `split` makes of the rest.
        let rest = if part.is_none() && heap.version() < PythonVersion::V3_12 { Some(exception) } else { rest };
        return Ok((part.unwrap_or(Value::None), rest.unwrap_or(Value::None)));
    }
    if raise::matches(heap, exception, classes)? == Value::TRUE {
        let alone = heap.tuple(vec![exception]);
        return Ok((group_of(heap, alone)?, Value::None));
    }
    Ok((Value::None, exception))
}

/// A group without a message.
fn group(heap: &mut Heap, members: Vec<Value>) -> Result<Value, Raised> {
    let members = heap.list(members);
    group_of(heap, members)
}

fn group_of(heap: &mut Heap, members: Value) -> Result<Value, Raised> {
    let message = heap.string("");
    builtins::allocate(heap, ClassId::BASE_EXCEPTION_GROUP, &[message, members])
}

/// What goes on up when all handlers are through: what they raised, and what nobody took, in the shape it came in. The values
/// are the group that came and the list of what came of the handlers.
///
/// # Errors
/// As making a group has them.
pub(super) fn reraised(heap: &mut Heap, values: &[Value]) -> Result<Value, Raised> {
    let [original, results] = [values[0], values[1]];
    let left: Vec<Value> = match results {
        Value::List(at) => heap.list_items(at).iter().copied().filter(|result| *result != Value::None).collect(),
        _ => Vec::new(),
    };
    let Value::Exception(at) = original else { return Ok(Value::None) };
    if left.is_empty() || !heap.is_group_class(heap.exception_object(at).class) {
        return Ok(left.first().copied().unwrap_or(Value::None));
    }
    let (kept, mut raised): (Vec<Value>, Vec<Value>) =
        left.into_iter().partition(|result| is_part_of(heap, *result, original));
    let leaves: Vec<Value> = kept.iter().flat_map(|part| leaves_of(heap, *part)).collect();
    let projected = if leaves.is_empty() { None } else { project_group(heap, original, &leaves)? };
    match (raised.as_slice(), projected) {
        ([], projected) => Ok(projected.unwrap_or(Value::None)),
        ([only], None) => Ok(*only),
        (_, projected) => {
            raised.extend(projected);
            group(heap, raised)
        }
    }
}

/// Whether an exception is a part of the original that was only passed on: its way and what stands behind it are the same.
fn is_part_of(heap: &Heap, part: Value, original: Value) -> bool {
    let (Value::Exception(part), Value::Exception(original)) = (part, original) else { return false };
    let (part, original) = (heap.exception_object(part), heap.exception_object(original));
    heap.is_group_class(part.class)
        && part.frames == original.frames
        && part.cause == original.cause
        && part.context == original.context
}
