//! Methods of exceptions and exception groups.

use crate::signatures::methods::{ExceptionMethod, GroupMethod};

use super::super::arguments::Bound;
use super::super::exception::{ClassId, Raised};
use super::super::heap::{DEEPEST, Heap};
use super::super::operate::{self, iterate};
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
        ExceptionMethod::WithTraceback => {
            operate::set_traceback(heap, at, bound[0])?;
            Ok(Value::Exception(at))
        }
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
    let is_condition = match condition {
        Value::Tuple(at) => heap.tuple_items(at).iter().all(|class| matches!(class, Value::ExceptionClass(_))),
        other => matches!(other, Value::ExceptionClass(_)) || is_function(other),
    };
    if !is_condition {
        return Err(heap.type_error("expected a function, exception type or tuple of exception types"));
    }
    split_within(heap, exception, condition, DEEPEST / 2)
}

fn is_function(value: Value) -> bool {
    matches!(value, Value::Function(_) | Value::BoundMethod(_) | Value::Instance(_) | Value::Builtin(_))
}

/// Whether the condition of a split holds for an exception.
fn holds(heap: &mut Heap, exception: Value, condition: Value) -> Result<bool, Raised> {
    if is_function(condition) {
        let answer = builtins::call_library(heap, condition, &[exception])?;
        return operate::truth(heap, answer);
    }
    builtins::is_instance(heap, exception, condition)
}

/// The exceptions in a group that are no groups.
#[must_use]
pub fn leaves_of(heap: &Heap, exception: Value) -> Vec<Value> {
    let Value::Exception(at) = exception else { return Vec::new() };
    let object = heap.exception_object(at);
    if !heap.is_group_class(object.class) {
        return vec![exception];
    }
    let members = iterate::items(heap, object.args.get(1).copied().unwrap_or(Value::None)).unwrap_or_default().to_vec();
    members.into_iter().flat_map(|member| leaves_of(heap, member)).collect()
}

/// The group with none but these leaves, in its shape; `None` where none is left (`exceptions.c`,
/// `exception_group_projection`).
///
/// # Errors
/// As making a group has them.
pub fn project_group(heap: &mut Heap, exception: Value, leaves: &[Value]) -> Result<Option<Value>, Raised> {
    let Value::Exception(at) = exception else { return Ok(None) };
    let object = heap.exception_object(at);
    if !heap.is_group_class(object.class) {
        return Ok(leaves.contains(&exception).then_some(exception));
    }
    let members = iterate::items(heap, object.args.get(1).copied().unwrap_or(Value::None)).unwrap_or_default().to_vec();
    let mut kept = Vec::new();
    for member in &members {
        kept.extend(project_group(heap, *member, leaves)?);
    }
    regroup(heap, at, kept)
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
    if holds(heap, exception, condition)? {
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
    let group = if let Some(derive) = heap.class_attribute(original.class, "derive") {
        heap.ask_value(derive, &[Value::Exception(at), members])?
    } else {
        let arguments = [original.args.first().copied().unwrap_or(Value::None), members];
        builtins::construct(heap, ClassId::BASE_EXCEPTION_GROUP, &Arguments::positional(&arguments))?
    };
    // What the script makes of it keeps what the original has, too.
    if let Value::Exception(made) = group {
        let object = heap.exception_object_mut(made);
        object.cause = original.cause;
        object.context = original.context;
        // `exceptions.c`, `exceptiongroup_subset`: setting the cause, even to nothing, hides the context.
        object.suppress_context = true;
        object.notes = original.notes;
        object.frames = original.frames;
        object.held = original.held;
    }
    Ok(Some(group))
}
