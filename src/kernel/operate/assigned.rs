//! Attributes of what the script's classes make, set and deleted by CPython's rules (`object.c`, `typeobject.c`).

use crate::signatures::asyncio::Function;

use super::super::exception::{ClassId, Raised};
use super::super::heap::{DescriptorKind, Heap};
use super::super::value::Value;
use super::attribute::asks_engine;
use super::instance;

/// `value.name = new` of an object, a class or a function of the script; `None` where it is none of these.
pub(super) fn set_attribute(heap: &mut Heap, value: Value, name: &str, new: Value) -> Option<Result<(), Raised>> {
    if let ("__dict__", Value::Instance(_) | Value::Exception(_) | Value::Function(_)) = (name, value) {
        let Value::Dict(dict) = new else {
            let message = format!("__dict__ must be set to a dictionary, not a '{}'", heap.type_name(new));
            return Some(Err(heap.type_error(message)));
        };
        heap.set_dict_of_fields(value, dict);
        return Some(Ok(()));
    }
    if let (Value::Function(_), "__defaults__" | "__kwdefaults__") = (value, name) {
        return Some(Err(heap.unsupported(format!("`{name}` of a function, set"))));
    }
    if let Some(class) = heap.class_id(value) {
        if class.is_built_in() {
            let message = format!("cannot set '{name}' attribute of immutable type '{}'", heap.class_name(class));
            return Some(Err(heap.type_error(message)));
        }
        match (name, heap.as_text(new).map(str::to_owned)) {
            ("__name__", Some(text)) => heap.rename_class(class, Some(&text), None),
            ("__qualname__", Some(text)) => heap.rename_class(class, None, Some(&text)),
            _ if instance::is_member(heap, class, name) => {
                let message = format!("cannot reassign member '{name}'");
                return Some(Err(heap.raise(ClassId::ATTRIBUTE_ERROR, message)));
            }
            _ => heap.set_class_attribute(class, name, new),
        }
        return Some(Ok(()));
    }
    if let Some(class) = heap.script_class(value) {
        if is_read_only(heap, value, name) {
            return Some(Err(heap.raise(ClassId::ATTRIBUTE_ERROR, READ_ONLY)));
        }
        if let Some(method) = heap.class_attribute(class, "__setattr__") {
            let name = heap.string(name);
            return Some(heap.ask_value(method, &[value, name, new]).map(|_| ()));
        }
        if let Some(answer) = set_by_class(heap, value, class, name, new) {
            return Some(answer);
        }
    }
    if let Err(raised) = instance::check_name(heap, value, name, new) {
        return Some(Err(raised));
    }
    matches!(value, Value::Instance(_) | Value::Function(_)).then(|| set_own(heap, value, name, new))
}

/// Sets what a class has a property or another descriptor for; `None` where it has none.
fn set_by_class(heap: &mut Heap, value: Value, class: ClassId, name: &str, new: Value) -> Option<Result<(), Raised>> {
    let held = heap.class_attribute(class, name)?;
    if let Value::Descriptor(at) = held
        && heap.descriptor_object(at).kind == DescriptorKind::Property
    {
        return Some(match heap.descriptor_object(at).setter {
            // What CPython has in C says less.
            Value::None if heap.name_in_messages(class) != heap.class_name(class) => {
                Err(heap.raise(ClassId::ATTRIBUTE_ERROR, READ_ONLY))
            }
            Value::None => {
                let message = format!("property '{name}' of '{}' object has no setter", heap.class_qualified(class));
                Err(heap.raise(ClassId::ATTRIBUTE_ERROR, message))
            }
            setter => heap.ask_value(setter, &[value, new]).map(|_| ()),
        });
    }
    let setter = heap.own_method(held, "__set__").filter(|_| matches!(held, Value::Instance(_)));
    if let Some(setter) = setter {
        return Some(heap.ask_value(setter, &[held, value, new]).map(|_| ()));
    }
    heap.own_method(held, "__delete__").filter(|_| matches!(held, Value::Instance(_)))?;
    Some(Err(heap.raise(ClassId::ATTRIBUTE_ERROR, "__set__")))
}

/// `object.__setattr__(value, name, new)`: as the class of the object says, past its `__setattr__`
/// (`object.c`, `PyObject_GenericSetAttr`).
///
/// # Errors
/// `AttributeError` where it cannot be set; questions.
pub fn set_plainly(heap: &mut Heap, value: Value, name: &str, new: Value) -> Result<(), Raised> {
    if is_read_only(heap, value, name) {
        return Err(heap.raise(ClassId::ATTRIBUTE_ERROR, READ_ONLY));
    }
    if let Some(class) = heap.script_class(value)
        && let Some(done) = set_by_class(heap, value, class, name, new)
    {
        return done;
    }
    set_own(heap, value, name, new)
}

/// What is said to an attribute that a value cannot take.
#[must_use]
pub fn no_place_for(heap: &Heap, value: Value, name: &str) -> String {
    let is_new = heap.version() >= crate::script::PythonVersion::V3_13;
    let why = if is_new { " and no __dict__ for setting new attributes" } else { "" };
    format!("'{}' object has no attribute '{name}'{why}", heap.type_name(value))
}

/// Sets an attribute of an object's own, past what its class may say of it (`object.c`, `_PyObject_GenericSetAttrWithDict`).
fn set_own(heap: &mut Heap, value: Value, name: &str, new: Value) -> Result<(), Raised> {
    if let Value::Instance(at) = value {
        let class = heap.instance_object(at).class;
        if !heap.takes_field(class, name) {
            let message = if heap.class_attribute(class, name).is_some() {
                format!("'{}' object attribute '{name}' is read-only", heap.type_name(value))
            } else {
                no_place_for(heap, value, name)
            };
            return Err(heap.raise(ClassId::ATTRIBUTE_ERROR, message));
        }
    }
    heap.set_field(value, name, new);
    Ok(())
}

/// What is said to who would change what an exception group holds.
const READ_ONLY: &str = "readonly attribute";

/// Whether an attribute is what an exception group holds (`exceptions.c`, `BaseExceptionGroup_members`).
fn is_read_only(heap: &Heap, value: Value, name: &str) -> bool {
    let Value::Exception(at) = value else { return false };
    matches!(name, "message" | "exceptions")
        && heap.exception_object(at).group.is_some()
        && heap.own_method(value, name).is_none()
}

/// `del value.name`
///
/// # Errors
/// `AttributeError` where it is not there.
pub fn delete_attribute(heap: &mut Heap, value: Value, name: &str) -> Result<(), Raised> {
    if let Some(answer) = heap.own_method(value, "__delattr__") {
        let name = heap.string(name);
        return heap.ask_value(answer, &[value, name]).map(|_| ());
    }
    delete_plainly(heap, value, name)
}

/// `object.__delattr__(value, name)`: past the `__delattr__` of the object's class.
///
/// # Errors
/// `AttributeError` where it is not there; questions.
pub fn delete_plainly(heap: &mut Heap, value: Value, name: &str) -> Result<(), Raised> {
    if is_read_only(heap, value, name) {
        return Err(heap.raise(ClassId::ATTRIBUTE_ERROR, READ_ONLY));
    }
    if let Some(class) = heap.class_id(value).filter(|class| instance::is_member(heap, *class, name)) {
        let message = format!("'{}' cannot delete member '{name}'.", heap.class_name(class));
        return Err(heap.raise(ClassId::ATTRIBUTE_ERROR, message));
    }
    let held = heap.script_class(value).and_then(|class| heap.class_attribute(class, name));
    if let Some(Value::Descriptor(at)) = held
        && heap.descriptor_object(at).kind == DescriptorKind::Property
    {
        let deleter = heap.descriptor_object(at).deleter;
        if deleter == Value::None {
            let class = heap.script_class(value).map_or("", |class| heap.class_qualified(class));
            let message = format!("property '{name}' of '{class}' object has no deleter");
            return Err(heap.raise(ClassId::ATTRIBUTE_ERROR, message));
        }
        return heap.ask_value(deleter, &[value]).map(|_| ());
    }
    if let Some(held @ Value::Instance(_)) = held {
        if let Some(deleter) = heap.own_method(held, "__delete__") {
            return heap.ask_value(deleter, &[held, value]).map(|_| ());
        }
        if heap.own_method(held, "__set__").is_some() {
            return Err(heap.raise(ClassId::ATTRIBUTE_ERROR, "__delete__"));
        }
    }
    if asks_engine(value) && !(heap.script_class(value).is_some() && heap.delete_field(value, name)) {
        let name = heap.string(name);
        return heap.ask_value(Value::Asyncio(Function::DeleteAttributeOf as u64), &[value, name]).map(|_| ());
    }
    instance::check_name(heap, value, name, Value::Unbound)?;
    let is_gone = match heap.class_id(value) {
        Some(class) => heap.delete_class_attribute(class, name),
        None => heap.delete_field(value, name),
    };
    if is_gone {
        return Ok(());
    }
    let message = match value {
        Value::Class(_) | Value::ExceptionClass(_) => {
            let class = heap.class_id(value).map_or("", |class| heap.class_name(class));
            format!("type object '{class}' has no attribute '{name}'")
        }
        Value::Instance(at) => {
            let class = heap.instance_object(at).class;
            match (heap.takes_field(class, "__dict__"), heap.takes_field(class, name)) {
                (true, _) => format!("'{}' object has no attribute '{name}'", heap.type_name(value)),
                // A slot that is empty.
                (false, true) => name.to_owned(),
                (false, false) => no_place_for(heap, value, name),
            }
        }
        Value::Exception(_) | Value::Function(_) => {
            format!("'{}' object has no attribute '{name}'", heap.type_name(value))
        }
        _ => no_place_for(heap, value, name),
    };
    Err(heap.raise(ClassId::ATTRIBUTE_ERROR, message))
}
