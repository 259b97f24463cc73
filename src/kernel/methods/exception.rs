//! Methods of exceptions and exception groups.

use crate::script::PythonVersion;
use crate::signatures::builtins::{Builtin, BuiltinType};
use crate::signatures::methods::{ExceptionMethod, GroupMethod};

use super::super::arguments::Bound;
use super::super::builtins;
use super::super::builtins::function::is_callable;
use super::super::exception::{ClassId, Raised};
use super::super::heap::{DEEPEST, Heap};
use super::super::operate;
use super::super::value::{Reference, Value};

/// An exception keeps its notes in a field, as any other.
const NOTES: &str = "__notes__";

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
            match heap.field(Value::Exception(at), NOTES) {
                Some(Value::List(notes)) => heap.list_push(notes, bound[0])?,
                Some(_) => return Err(heap.type_error("Cannot add note: __notes__ is not a list")),
                None => {
                    let notes = heap.list(vec![bound[0]]);
                    heap.set_field(Value::Exception(at), NOTES, notes);
                }
            }
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
            let message = message_of(heap, at);
            builtins::allocate(heap, ClassId::BASE_EXCEPTION_GROUP, &[message, bound[0]])
        }
        GroupMethod::Split => {
            let (matching, rest) = split_group(heap, Value::Exception(at), bound[0])?;
            Ok(heap.tuple(vec![matching.unwrap_or(Value::None), rest.unwrap_or(Value::None)]))
        }
        GroupMethod::SubGroup => {
            check_condition(heap, bound[0])?;
            let (matching, _) = split_within(heap, Value::Exception(at), bound[0], DEEPEST / 2, false)?;
            Ok(matching.unwrap_or(Value::None))
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
    check_condition(heap, condition)?;
    split_within(heap, exception, condition, DEEPEST / 2, true)
}

/// Whether a group may be split by this: a class of exceptions, a tuple of them, or a function; from 3.13 on whatever can be called
/// and is no class.
fn check_condition(heap: &mut Heap, condition: Value) -> Result<(), Raised> {
    let is_new = heap.version() >= PythonVersion::V3_13;
    let is_condition = match condition {
        Value::ExceptionClass(_) => true,
        Value::Tuple(at) => heap.tuple_items(at).iter().all(|class| matches!(class, Value::ExceptionClass(_))),
        other if is_new => is_callable(heap, other) && !is_class(heap, other),
        other => matches!(other, Value::Function(_)),
    };
    if is_condition {
        return Ok(());
    }
    Err(heap.type_error(if is_new {
        "expected an exception type, a tuple of exception types, or a callable (other than a class)"
    } else {
        "expected a function, exception type or tuple of exception types"
    }))
}

fn is_class(heap: &Heap, value: Value) -> bool {
    builtins::type_of(heap, value) == Some(Value::Builtin(Builtin::Type(BuiltinType::Type).number()))
}

/// Whether the condition of a split holds for an exception.
fn holds(heap: &mut Heap, exception: Value, condition: Value) -> Result<bool, Raised> {
    if let Value::ExceptionClass(_) | Value::Tuple(_) = condition {
        return builtins::is_instance(heap, exception, condition);
    }
    let answer = builtins::call_library(heap, condition, &[exception])?;
    operate::truth(heap, answer)
}

/// The exceptions in a group that are no groups.
#[must_use]
pub fn leaves_of(heap: &Heap, exception: Value) -> Vec<Value> {
    let Value::Exception(at) = exception else { return Vec::new() };
    let object = heap.exception_object(at);
    if !heap.is_group_class(object.class) {
        return vec![exception];
    }
    heap.members_of_group(exception).iter().flat_map(|member| leaves_of(heap, *member)).collect()
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
    let members = heap.members_of_group(exception).to_vec();
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
    makes_rest: bool,
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
    let members = heap.members_of_group(exception).to_vec();
    let (mut matching, mut rest) = (Vec::new(), Vec::new());
    for member in members {
        let (taken, left) = split_within(heap, member, condition, depth - 1, makes_rest)?;
        matching.extend(taken);
        rest.extend(left);
    }
    let matching = regroup(heap, at, matching)?;
    Ok((matching, if makes_rest { regroup(heap, at, rest)? } else { None }))
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
        let message = message_of(heap, at);
        builtins::allocate(heap, ClassId::BASE_EXCEPTION_GROUP, &[message, members])?
    };
    let Value::Exception(made) = group else { return Err(heap.type_error(NO_GROUP)) };
    if heap.exception_object(made).group.is_none() {
        return Err(heap.type_error(NO_GROUP));
    }
    // What the script makes of it keeps what the original has, too.
    let object = heap.exception_object_mut(made);
    object.cause = original.cause;
    object.context = original.context;
    // `exceptions.c`, `exceptiongroup_subset`: setting the cause, even to nothing, hides the context.
    object.suppress_context = true;
    object.frames = original.frames;
    object.held = original.held;
    if let Some(Value::List(notes)) = heap.field(Value::Exception(at), NOTES) {
        let notes = heap.list(heap.list_items(notes).to_vec());
        heap.set_field(group, NOTES, notes);
    }
    Ok(Some(group))
}

/// What is said to a `derive` that gives something else.
const NO_GROUP: &str = "derive must return an instance of BaseExceptionGroup";

fn message_of(heap: &Heap, at: Reference) -> Value {
    heap.exception_object(at).group.map_or(Value::None, |group| group.message)
}
