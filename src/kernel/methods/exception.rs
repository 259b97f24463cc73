//! Methods of exceptions and exception groups.

use crate::signatures::methods::{ExceptionMethod, GroupMethod};

use super::super::arguments::Bound;
use super::super::exception::{ClassId, Raised};
use super::super::heap::{DEEPEST, Heap};
use super::super::operate::iterate;
use super::super::value::{Reference, Value};
use super::super::{Arguments, builtins};

/// A method of an exception.
///
/// # Errors
/// `TypeError` where a note is no text.
pub(super) fn call(
    heap: &mut Heap,
    at: Reference,
    method: ExceptionMethod,
    bound: &Bound<'_>,
) -> Result<Value, Raised> {
    match method {
        ExceptionMethod::AddNote => {
            let Value::Str(_) = bound[0] else {
                let message = format!("note must be a str, not '{}'", heap.type_name(bound[0]));
                return Err(heap.type_error(message));
            };
            heap.exception_object_mut(at).notes.push(bound[0]);
            Ok(Value::None)
        }
        // Tracebacks are not values here: only None can be handed in.
        ExceptionMethod::WithTraceback => Ok(Value::Exception(at)),
    }
}

/// A method of an exception group.
///
/// # Errors
/// `TypeError` where the condition is none; unsupported where it is a script's function.
pub(super) fn call_group(
    heap: &mut Heap,
    at: Reference,
    method: GroupMethod,
    bound: &Bound<'_>,
) -> Result<Value, Raised> {
    match method {
        GroupMethod::Derive => {
            let message = heap.exception_object(at).args.first().copied().unwrap_or(Value::None);
            let arguments = [message, bound[0]];
            builtins::construct(heap, ClassId::BASE_EXCEPTION_GROUP, &Arguments::positional(&arguments))
        }
        GroupMethod::Split | GroupMethod::SubGroup => {
            let (matching, rest) = split_group(heap, Value::Exception(at), bound[0])?;
            let pair = [matching.unwrap_or(Value::None), rest.unwrap_or(Value::None)];
            Ok(if method == GroupMethod::SubGroup { pair[0] } else { heap.tuple(pair.to_vec()) })
        }
    }
}

/// Splits a group, or a single exception, into what is of a class (or of one in a tuple of classes) and the rest, as
/// `except*` does; groups keep their shape, message, notes, cause and context.
///
/// # Errors
/// `TypeError` where the condition is none; unsupported where it is a script's function; `RecursionError`.
pub fn split_group(
    heap: &mut Heap,
    exception: Value,
    condition: Value,
) -> Result<(Option<Value>, Option<Value>), Raised> {
    if let Value::Function(_) = condition {
        return Err(heap.unsupported("a function as the condition of a split is not supported"));
    }
    let is_condition = match condition {
        Value::ExceptionClass(_) => true,
        Value::Tuple(at) => heap.tuple_items(at).iter().all(|class| matches!(class, Value::ExceptionClass(_))),
        _ => false,
    };
    if !is_condition {
        return Err(heap.type_error("expected a function, exception type or tuple of exception types"));
    }
    split_within(heap, exception, condition, DEEPEST / 2)
}

fn split_within(
    heap: &mut Heap,
    exception: Value,
    condition: Value,
    depth: usize,
) -> Result<(Option<Value>, Option<Value>), Raised> {
    if depth == 0 {
        return Err(heap.raise(ClassId::RECURSION_ERROR, "maximum recursion depth exceeded"));
    }
    if builtins::is_instance(heap, exception, condition)? {
        return Ok((Some(exception), None));
    }
    let Value::Exception(at) = exception else { return Ok((None, Some(exception))) };
    let object = heap.exception_object(at);
    if !heap.is_group_class(object.class) {
        return Ok((None, Some(exception)));
    }
    let members = iterate::items(heap, object.args.get(1).copied().unwrap_or(Value::None)).unwrap_or_default().to_vec();
    let (mut matching, mut rest) = (Vec::new(), Vec::new());
    for member in members {
        let (taken, left) = split_within(heap, member, condition, depth - 1)?;
        matching.extend(taken);
        rest.extend(left);
    }
    Ok((regroup(heap, at, matching)?, regroup(heap, at, rest)?))
}

/// The same group with other members; `None` where there are none.
fn regroup(heap: &mut Heap, at: Reference, members: Vec<Value>) -> Result<Option<Value>, Raised> {
    if members.is_empty() {
        return Ok(None);
    }
    let original = heap.exception_object(at).clone();
    let members = heap.list(members);
    let arguments = [original.args.first().copied().unwrap_or(Value::None), members];
    let group = builtins::construct(heap, ClassId::BASE_EXCEPTION_GROUP, &Arguments::positional(&arguments))?;
    if let Value::Exception(made) = group {
        let object = heap.exception_object_mut(made);
        object.cause = original.cause;
        object.context = original.context;
        object.suppress_context = original.suppress_context;
        object.notes = original.notes;
        object.frames = original.frames;
    }
    Ok(Some(group))
}
