//! Calling classes of exceptions: `ValueError("…")`, `ExceptionGroup("…", [error])` (`exceptions.c`).

use crate::script::PythonVersion;

use super::super::arguments::Arguments;
use super::super::exception::{ClassId, Group, Raised};
use super::super::heap::Heap;
use super::super::operate::iterate;
use super::super::value::{Reference, Value};

/// The attribute of an `OSError` that names a file.
pub const FILE: &str = "filename";
/// The attribute that names a second one.
pub const SECOND_FILE: &str = "filename2";

/// Calls a class of exceptions that has neither a `__new__` nor an `__init__` of the script.
///
/// # Errors
/// `TypeError` and `ValueError` where a group's arguments do not fit; `TypeError` for keywords.
pub fn construct(heap: &mut Heap, class: ClassId, arguments: &Arguments<'_>) -> Result<Value, Raised> {
    let made = allocate(heap, class, arguments.positional)?;
    for &(keyword, value) in arguments.keywords {
        if has_field(heap, class, keyword) && !heap.is_subclass(class, ClassId::OS_ERROR) {
            heap.set_field(made, keyword, value);
            continue;
        }
        let name = heap.class_name(class);
        let message = match (has_field(heap, class, "name"), heap.version() >= PythonVersion::V3_13) {
            (true, true) => format!("{name}() got an unexpected keyword argument '{keyword}'"),
            (true, false) => format!("'{keyword}' is an invalid keyword argument for {name}()"),
            (false, _) => format!("{name}() takes no keyword arguments"),
        };
        return Err(heap.type_error(message));
    }
    Ok(made)
}

/// `C.__new__(C, …)`: keywords are the business of `__init__`.
///
/// # Errors
/// `TypeError` and `ValueError` where a group's arguments do not fit.
pub fn allocate(heap: &mut Heap, class: ClassId, arguments: &[Value]) -> Result<Value, Raised> {
    if heap.is_group_class(class) {
        return group(heap, class, arguments);
    }
    let class = if class == ClassId::OS_ERROR { class_of_number(arguments) } else { class };
    let made = heap.exception(class, Vec::new());
    set_arguments(heap, made, arguments);
    Ok(made)
}

/// Whether exceptions of a class have an attribute of this name that may be `None` (`exceptions.c`).
pub fn has_field(heap: &Heap, class: ClassId, name: &str) -> bool {
    let owners: &[ClassId] = match name {
        FILE | SECOND_FILE => &[ClassId::OS_ERROR],
        "name" => &[ClassId::ATTRIBUTE_ERROR, ClassId::NAME_ERROR, ClassId::IMPORT_ERROR],
        "obj" => &[ClassId::ATTRIBUTE_ERROR],
        "path" => &[ClassId::IMPORT_ERROR],
        _ => &[],
    };
    owners.iter().any(|owner| heap.is_subclass(class, *owner))
}

/// What an exception tells beside its arguments: the message of an `ImportError` or a `SyntaxError`, and where that is said to be
/// (`exceptions.c`, `ImportError_init`, `SyntaxError_init`).
pub fn told_of(heap: &Heap, at: Reference, name: &str) -> Option<Value> {
    let exception = heap.exception_object(at);
    let args = &exception.args;
    let argument = |index: usize| args.get(index).copied().unwrap_or(Value::None);
    if heap.is_subclass(exception.class, ClassId::IMPORT_ERROR) {
        return (name == "msg").then(|| if args.len() == 1 { args[0] } else { Value::None });
    }
    if !heap.is_subclass(exception.class, ClassId::SYNTAX_ERROR) {
        return None;
    }
    let index = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].iter().position(|of| *of == name);
    match (name, index, argument(1)) {
        ("msg", ..) => Some(argument(0)),
        (_, Some(index), Value::Tuple(place)) if args.len() == 2 => {
            Some(heap.tuple_items(place).get(index).copied().unwrap_or(Value::None))
        }
        (_, index, _) => index.map(|_| Value::None),
    }
}

/// `BaseException.__init__(exception, …)`: keeps the arguments. An `OSError` takes names of files from behind the first two
/// (`exceptions.c`, `oserror_init`).
pub fn set_arguments(heap: &mut Heap, exception: Value, arguments: &[Value]) {
    let Value::Exception(at) = exception else { return };
    let class = heap.exception_object(at).class;
    let mut kept = arguments.len();
    if let [_, _, file, rest @ ..] = arguments
        && rest.len() <= 2
        && *file != Value::None
        && heap.is_subclass(class, ClassId::OS_ERROR)
        && !(heap.is_subclass(class, ClassId::BLOCKING_IO_ERROR) && matches!(file, Value::Int(_)))
    {
        heap.set_field(exception, FILE, *file);
        if let [_, second] = rest {
            heap.set_field(exception, SECOND_FILE, *second);
        }
        kept = 2;
    }
    heap.exception_object_mut(at).args = arguments[..kept].to_vec();
}

/// `OSError(errno, text)` makes one of the class that the number stands for (`exceptions.c`, `errnomap`; Linux's numbers).
fn class_of_number(arguments: &[Value]) -> ClassId {
    let [Value::Int(number), _, rest @ ..] = arguments else { return ClassId::OS_ERROR };
    match number {
        _ if rest.len() > 3 => ClassId::OS_ERROR,
        1 | 13 => ClassId::PERMISSION_ERROR,
        2 => ClassId::FILE_NOT_FOUND_ERROR,
        3 => ClassId::PROCESS_LOOKUP_ERROR,
        4 => ClassId::INTERRUPTED_ERROR,
        10 => ClassId::CHILD_PROCESS_ERROR,
        11 | 114 | 115 => ClassId::BLOCKING_IO_ERROR,
        17 => ClassId::FILE_EXISTS_ERROR,
        20 => ClassId::NOT_A_DIRECTORY_ERROR,
        21 => ClassId::IS_A_DIRECTORY_ERROR,
        32 | 108 => ClassId::BROKEN_PIPE_ERROR,
        103 => ClassId::CONNECTION_ABORTED_ERROR,
        104 => ClassId::CONNECTION_RESET_ERROR,
        110 => ClassId::TIMEOUT_ERROR,
        111 => ClassId::CONNECTION_REFUSED_ERROR,
        _ => ClassId::OS_ERROR,
    }
}

fn group(heap: &mut Heap, class: ClassId, arguments: &[Value]) -> Result<Value, Raised> {
    let &[message, members] = arguments else {
        let given = arguments.len();
        return Err(heap.type_error(format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)")));
    };
    let Value::Str(_) = message else {
        let kind = if message == Value::None { "None" } else { heap.type_name(message) };
        let text = format!("BaseExceptionGroup.__new__() argument 1 must be str, not {kind}");
        return Err(heap.type_error(text));
    };
    let items = match members {
        // A text is a sequence, too.
        Value::Str(_) => Some(iterate::collect(heap, members)?),
        _ => iterate::items(heap, members).map(<[Value]>::to_vec),
    };
    let Some(items) = items else {
        return Err(heap.type_error("second argument (exceptions) must be a sequence"));
    };
    if items.is_empty() {
        return Err(heap.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let mut all_are_exceptions = true;
    for (index, &item) in items.iter().enumerate() {
        let Some(own) = heap.class_of(item) else {
            let text = format!("Item {index} of second argument (exceptions) is not an exception");
            return Err(heap.value_error(text));
        };
        all_are_exceptions &= heap.is_subclass(own, ClassId::EXCEPTION);
    }
    let class = match (class, all_are_exceptions) {
        (ClassId::BASE_EXCEPTION_GROUP, true) => ClassId::EXCEPTION_GROUP,
        (ClassId::EXCEPTION_GROUP, false) => {
            return Err(heap.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
        }
        (_, false) if heap.is_subclass(class, ClassId::EXCEPTION) => {
            let text = format!("Cannot nest BaseExceptions in '{}'", heap.class_name(class));
            return Err(heap.type_error(text));
        }
        _ => class,
    };
    let exceptions = heap.tuple(items);
    let made = heap.exception(class, arguments.to_vec());
    if let Value::Exception(at) = made {
        heap.exception_object_mut(at).group = Some(Group { message, exceptions });
    }
    Ok(made)
}
