//! `value.name` of Python's values: methods, and what exceptions and functions carry.

use crate::signatures::asyncio::{Function, Owner};
use crate::signatures::builtins::{Builtin, BuiltinType, RandomFunction};
use crate::signatures::methods::{
    DictMethod, ExceptionMethod, FloatMethod, GroupMethod, IntMethod, ListMethod, Method, PropertyMethod, RandomMethod,
    RangeMethod, SetMethod, SliceMethod, StrMethod, TupleMethod,
};

use super::super::builtins::{self, has_field};
use super::super::exception::{ClassId, Raised};
use super::super::heap::object::BaseMethod;
use super::super::heap::{DescriptorKind, Heap, MethodCode};
use super::super::value::{Reference, Value};
use super::{MAIN_MODULE, assigned, fields, instance, iterate, special};

/// `value.name`: a method comes bound to its value.
///
/// # Errors
/// `AttributeError` where there is none.
pub fn get_attribute(heap: &mut Heap, value: Value, name: &str) -> Result<Value, Raised> {
    if let Some(method) = heap.asked_first(value) {
        let text = heap.string(name);
        return heap.ask_getter((value, name), method, &[value, text]);
    }
    match get_plainly(heap, value, name)? {
        Some(found) => Ok(found),
        None => fields::missing(heap, value, name),
    }
}

/// `object.__getattribute__(value, name)`, past what the object's class says of it; `None` where there is none.
///
/// # Errors
/// Questions.
pub fn get_plainly(heap: &mut Heap, value: Value, name: &str) -> Result<Option<Value>, Raised> {
    if has_own_attributes(heap, value)
        && let Some(found) = fields::attribute(heap, value, name)?
    {
        return Ok(Some(found));
    }
    if let Some(method) = find_method(heap, value, name) {
        return Ok(Some(heap.bound_method(value, method)));
    }
    if let Some((helper, told)) = instance::told_by_helper(heap, value, name) {
        let name = heap.string(name);
        return heap.ask_helper(helper, &[told, name]).map(Some);
    }
    let object = Value::Builtin(Builtin::Type(BuiltinType::Object).number());
    let found = match value {
        _ if value == object => BaseMethod::find(name).map(|method| heap.bound_method(value, MethodCode::Base(method))),
        Value::Exception(at) => exception_attribute(heap, at, name),
        Value::Int(_) | Value::Bool(_) | Value::Float(_) | Value::Long(_) => number_attribute(value, name),
        Value::Range(at) => {
            let range = heap.range_object(at);
            match name {
                "start" => Some(Value::Int(range.start)),
                "stop" => Some(Value::Int(range.stop)),
                "step" => Some(Value::Int(range.step)),
                _ => None,
            }
        }
        Value::Slice(at) => {
            let slice = heap.slice_object(at);
            match name {
                "start" => Some(slice.lower),
                "stop" => Some(slice.upper),
                "step" => Some(slice.step),
                _ => None,
            }
        }
        _ => None,
    };
    Ok(found.or_else(|| name_attribute(heap, value, name)))
}

/// Whether the attributes of a value are the engine's business: of what asyncio makes, and of its classes.
#[must_use]
pub fn is_of_engine(value: Value) -> bool {
    matches!(
        value,
        Value::Coroutine(_)
            | Value::Task(_)
            | Value::Future(_)
            | Value::Loop(_)
            | Value::Handle(_)
            | Value::Thing(_)
            | Value::Asyncio(_)
    )
}

/// Whether the engine is asked for a value's attributes: those that are its business, and generators.
#[must_use]
pub fn asks_engine(value: Value) -> bool {
    is_of_engine(value) || matches!(value, Value::Generator(_))
}

/// Whether the script may have given the value attributes.
fn has_own_attributes(heap: &Heap, value: Value) -> bool {
    let is_of_kind = || matches!(value, Value::Task(_) | Value::Future(_)) && heap.script_class(value).is_some();
    let may_have = matches!(
        value,
        Value::Instance(_)
            | Value::Class(_)
            | Value::ExceptionClass(_)
            | Value::Exception(_)
            | Value::Function(_)
            | Value::Descriptor(_)
    );
    may_have || is_of_kind()
}

/// The method `name` of a value, if it has it, without binding it.
#[must_use]
pub fn find_method(heap: &Heap, value: Value, name: &str) -> Option<Method> {
    match value {
        Value::Str(_) => StrMethod::find(name).map(Method::Str),
        Value::List(_) => ListMethod::find(name).map(Method::List),
        Value::Dict(_) => DictMethod::find(name).map(Method::Dict),
        Value::Set(at) => set_method(name, heap.set_object(at).is_frozen),
        Value::Tuple(_) => TupleMethod::find(name).map(Method::Tuple),
        Value::Range(_) => RangeMethod::find(name).map(Method::Range),
        Value::Slice(_) => SliceMethod::find(name).map(Method::Slice),
        Value::Int(_) | Value::Bool(_) | Value::Long(_) => IntMethod::find(name).map(Method::Int),
        Value::Float(_) => FloatMethod::find(name).map(Method::Float),
        Value::Random(_) => RandomMethod::find(name)
            .filter(|method| {
                method.0 != RandomFunction::BinomialVariate || heap.version() >= crate::script::PythonVersion::V3_12
            })
            .map(Method::Random),
        // The script's own class may know better.
        Value::Exception(_) if heap.own_method(value, name).is_some() => None,
        Value::Exception(at) => {
            let group = GroupMethod::find(name).filter(|_| heap.is_group_class(heap.exception_object(at).class));
            group.map(Method::Group).or_else(|| ExceptionMethod::find(name).map(Method::Exception))
        }
        Value::Builtin(number) => match Builtin::from_number(number) {
            Builtin::Type(kind) => type_method(kind, name),
            Builtin::Function(_) | Builtin::Math(_) | Builtin::Random(_) => None,
        },
        Value::Unbound
        | Value::None
        | Value::DictView(_)
        | Value::Iterator(_)
        | Value::Function(_)
        | Value::BoundMethod(_)
        | Value::Shared(_)
        | Value::ExceptionClass(_)
        | Value::Asyncio(_)
        | Value::Coroutine(_)
        | Value::Task(_)
        | Value::Future(_)
        | Value::Loop(_)
        | Value::Instance(_)
        | Value::Class(_)
        | Value::Generator(_)
        | Value::NotImplemented
        | Value::Traceback(_)
        | Value::Frame(_)
        | Value::Handle(_)
        | Value::Thing(_) => None,
        Value::Descriptor(at) => {
            let is_property = heap.descriptor_object(at).kind == DescriptorKind::Property;
            PropertyMethod::find(name).filter(|_| is_property).map(Method::Property)
        }
    }
}

fn set_method(name: &str, is_frozen: bool) -> Option<Method> {
    SetMethod::find(name).filter(|method| !is_frozen || !method.changes()).map(Method::Set)
}

/// `str.upper`: a method that still wants its object.
fn type_method(kind: BuiltinType, name: &str) -> Option<Method> {
    match kind {
        BuiltinType::Str => StrMethod::find(name).map(Method::Str),
        BuiltinType::List => ListMethod::find(name).map(Method::List),
        BuiltinType::Dict => DictMethod::find(name).map(Method::Dict),
        BuiltinType::Set => set_method(name, false),
        BuiltinType::FrozenSet => set_method(name, true),
        BuiltinType::Tuple => TupleMethod::find(name).map(Method::Tuple),
        BuiltinType::Range => RangeMethod::find(name).map(Method::Range),
        BuiltinType::Int | BuiltinType::Bool => IntMethod::find(name).map(Method::Int),
        BuiltinType::Float => FloatMethod::find(name).map(Method::Float),
        BuiltinType::Random => RandomMethod::find(name).map(Method::Random),
        _ => None,
    }
}

fn number_attribute(value: Value, name: &str) -> Option<Value> {
    match name {
        "real" | "numerator" if let Value::Long(_) = value => Some(value),
        "real" | "numerator" if let Some(number) = value.integer() => Some(Value::Int(number)),
        "imag" if value.is_whole() => Some(Value::Int(0)),
        "denominator" if value.is_whole() => Some(Value::Int(1)),
        "real" => Some(value),
        "imag" => Some(Value::float(0.0)),
        _ => None,
    }
}

fn exception_attribute(heap: &mut Heap, at: Reference, name: &str) -> Option<Value> {
    let exception = heap.exception_object(at);
    let class = exception.class;
    let argument = |index: usize| exception.args.get(index).copied().unwrap_or(Value::None);
    match name {
        "args" => Some(heap.tuple(heap.exception_object(at).args.clone())),
        "__cause__" => Some(exception.cause.unwrap_or(Value::None)),
        "__context__" => Some(exception.context.unwrap_or(Value::None)),
        "__suppress_context__" => Some(Value::bool(exception.suppress_context)),
        "__traceback__" => {
            let is_there = !exception.frames.is_empty() && !exception.has_lost_traceback;
            Some(if is_there { Value::Traceback(at) } else { Value::None })
        }
        "__class__" => Some(Value::ExceptionClass(u64::from(class.0))),
        "message" => exception.group.map(|group| group.message),
        "exceptions" => exception.group.map(|group| group.exceptions),
        "value" if heap.is_subclass(class, ClassId::STOP_ITERATION) => Some(argument(0)),
        "code" if heap.is_subclass(class, ClassId::SYSTEM_EXIT) => Some(argument(0)),
        "errno" if heap.is_subclass(class, ClassId::OS_ERROR) => Some(os_argument(&exception.args, 0)),
        "strerror" if heap.is_subclass(class, ClassId::OS_ERROR) => Some(os_argument(&exception.args, 1)),
        _ if has_field(heap, class, name) => Some(heap.field(Value::Exception(at), name).unwrap_or(Value::None)),
        "msg" | "filename" | "lineno" | "offset" | "text" | "end_lineno" | "end_offset" => {
            heap.field(Value::Exception(at), name).or_else(|| builtins::told_of(heap, at, name))
        }
        _ => None,
    }
}

/// An `OSError` has a number and words only where it was made with both.
fn os_argument(args: &[Value], index: usize) -> Value {
    if matches!(args.len(), 2..=5) { args[index] } else { Value::None }
}

/// `__name__` of what has a name.
fn name_attribute(heap: &mut Heap, value: Value, name: &str) -> Option<Value> {
    match (name, value) {
        ("__class__", _) => super::super::builtins::type_of(heap, value),
        ("__name__" | "__qualname__", Value::ExceptionClass(class)) => {
            let text = heap.class_name(ClassId(class as u32)).to_owned();
            Some(heap.string_from(text))
        }
        ("__name__" | "__qualname__", Value::Function(at)) => {
            let code = heap.function_object(at).code;
            let text = if name == "__name__" { heap.code_name(code) } else { heap.code_qualified(code) }.to_owned();
            Some(heap.string_from(text))
        }
        ("__name__" | "__qualname__" | "__self__" | "__func__", Value::BoundMethod(at)) => {
            let bound = heap.bound_method_object(at);
            let (receiver, whole) = (bound.receiver, name == "__qualname__");
            match (name, bound.method) {
                ("__self__", _) => Some(receiver),
                ("__func__", MethodCode::Script(function)) => Some(Value::Function(function)),
                (_, MethodCode::Script(function)) => get_attribute(heap, Value::Function(function), name).ok(),
                (_, MethodCode::Value(method)) if whole => {
                    Some(heap.string_from(format!("{}.{}", method.owner(), method.name())))
                }
                (_, MethodCode::Value(method)) => Some(heap.string(method.name())),
                (_, MethodCode::Library(number)) => {
                    let function = Function::numbered(u64::from(number));
                    Some(heap.string(if whole { function.path() } else { function.name() }))
                }
                (_, MethodCode::Base(_)) => None,
            }
        }
        ("__doc__", Value::Function(_) | Value::Instance(_)) => Some(Value::None),
        ("__module__", Value::Function(_)) => Some(heap.string(MAIN_MODULE)),
        ("__module__", Value::Builtin(number))
            if matches!(Builtin::from_number(number), Builtin::Type(_) | Builtin::Function(_)) =>
        {
            Some(heap.string("builtins"))
        }
        ("__name__" | "__qualname__", Value::Builtin(number)) => {
            let written = Builtin::from_number(number).name();
            Some(heap.string(written.rsplit('.').next().unwrap_or(written)))
        }
        ("__qualname__", Value::Asyncio(number))
            if !matches!(Function::numbered(number).owner(), Owner::Module | Owner::Intrinsic) =>
        {
            Some(heap.string(Function::numbered(number).path()))
        }
        ("__name__" | "__qualname__", Value::Asyncio(number)) => Some(match builtins::class_of_library(value) {
            Some(class) => heap.string(builtins::written_name(class).1),
            None if name == "__qualname__" => heap.string(Function::numbered(number).written_name()),
            None => heap.string(Function::numbered(number).last_name()),
        }),
        ("__module__", Value::Asyncio(number)) => Some(match builtins::class_of_library(value) {
            Some(class) => heap.string(builtins::written_name(class).0),
            None => heap.string(Function::numbered(number).home(heap.version().minor())?),
        }),
        (_, Value::Builtin(number)) => {
            let Builtin::Type(kind) = Builtin::from_number(number) else { return None };
            let method = builtins::method_of_generators(kind, name).map(|method| Value::Asyncio(method as u64));
            method.or_else(|| special::classes(heap, kind, name))
        }
        ("__module__", Value::ExceptionClass(class)) => {
            let text = heap.class_module(ClassId(class as u32));
            Some(heap.string(text))
        }
        _ => None,
    }
}

/// `value.name = new`: of the script's own objects, and what may be set of an exception.
///
/// # Errors
/// `AttributeError` where it cannot be set; `TypeError` where the new value does not fit.
pub fn set_attribute(heap: &mut Heap, value: Value, name: &str, new: Value) -> Result<(), Raised> {
    if asks_engine(value) {
        let setter = Value::Asyncio(Function::SetAttributeOf as u64);
        let name = heap.string(name);
        return heap.ask_value(setter, &[value, name, new]).map(|_| ());
    }
    let is_known = matches!(name, "args" | "__cause__" | "__context__" | "__suppress_context__");
    if !(is_known && matches!(value, Value::Exception(_)))
        && let Some(done) = assigned::set_attribute(heap, value, name, new)
    {
        return done;
    }
    let Value::Exception(at) = value else {
        let message = assigned::no_place_for(heap, value, name);
        return Err(heap.raise(ClassId::ATTRIBUTE_ERROR, message));
    };
    let exception_or_none = match new {
        Value::None => Some(None),
        Value::Exception(_) => Some(Some(new)),
        _ => None,
    };
    match (name, exception_or_none) {
        ("args", _) => {
            let args = iterate::collect(heap, new)?;
            let old = std::mem::replace(&mut heap.exception_object_mut(at).args, args);
            heap.drop_values(old);
            Ok(())
        }
        ("__cause__", Some(cause)) => {
            let exception = heap.exception_object_mut(at);
            let old = std::mem::replace(&mut exception.cause, cause);
            exception.suppress_context = true;
            heap.drop_values(old);
            Ok(())
        }
        ("__context__", Some(context)) => {
            let old = std::mem::replace(&mut heap.exception_object_mut(at).context, context);
            heap.drop_values(old);
            Ok(())
        }
        ("__cause__" | "__context__", None) => {
            let what = name.trim_matches('_');
            Err(heap.type_error(format!("exception {what} must be None or derive from BaseException")))
        }
        ("__suppress_context__", _) => {
            let holds = super::is_true(heap, new);
            heap.exception_object_mut(at).suppress_context = holds;
            Ok(())
        }
        ("__traceback__", _) => set_traceback(heap, at, new),
        _ => {
            heap.set_field(value, name, new);
            Ok(())
        }
    }
}

/// `exception.__traceback__ = new`
///
/// # Errors
/// `TypeError` where it is neither a traceback nor `None`.
pub fn set_traceback(heap: &mut Heap, at: Reference, new: Value) -> Result<(), Raised> {
    let frames = match new {
        Value::None => None,
        Value::Traceback(of) => {
            let of = heap.exception_object(of);
            Some((of.frames.clone(), of.held.clone()))
        }
        _ => return Err(heap.type_error("__traceback__ must be a traceback or None")),
    };
    let exception = heap.exception_object_mut(at);
    exception.has_lost_traceback = frames.is_none();
    let old = std::mem::take(&mut exception.held);
    // Where it passed is still told at the end of a run, also when it holds nothing any more.
    if let Some((frames, held)) = frames {
        (exception.frames, exception.held) = (frames, held);
    }
    heap.drop_values(old);
    Ok(())
}
