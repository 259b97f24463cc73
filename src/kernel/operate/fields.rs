//! Attributes of what the script's classes make, read by CPython's rules (`object.c`, `typeobject.c`).

use crate::script::PythonVersion;
use crate::signatures::asyncio::{Function, Owner};
use crate::signatures::builtins::{Builtin, BuiltinType};

use super::super::builtins;
use super::super::exception::{ClassId, Raised};
use super::super::heap::object::BaseMethod;
use super::super::heap::{DescriptorKind, Heap, MethodCode};
use super::super::value::{Reference, Value};
use super::{instance, special};

/// `value.name`, where the script's classes say what that is: an object of one, one of them, an exception.
///
/// # Errors
/// Questions: a property is a call.
pub(super) fn attribute(heap: &mut Heap, value: Value, name: &str) -> Result<Option<Value>, Raised> {
    if let Some(class) = heap.class_id(value) {
        if let Some(found) = heap.class_attribute(class, name)
            && let Some(getter) = getter(heap, found)
        {
            return heap.ask_value(getter, &[found, Value::None, value]).map(Some);
        }
        return Ok(attribute_of_class(heap, value, class, name));
    }
    if let Value::Descriptor(at) = value {
        return Ok(attribute_of_descriptor(heap, value, at, name));
    }
    if let ("__dict__", Value::Exception(_) | Value::Function(_)) = (name, value) {
        return Ok(heap.dict_of_fields(value));
    }
    let Some(class) = heap.script_class(value) else { return Ok(heap.field(value, name)) };
    let of_class = heap.class_attribute(class, name);
    if let Some(Value::Descriptor(at)) = of_class
        && heap.descriptor_object(at).kind == DescriptorKind::Property
    {
        let getter = heap.descriptor_object(at).function;
        return heap.ask_getter((value, name), getter, &[value]).map(Some);
    }
    let getter = of_class.and_then(|found| Some((found, getter(heap, found)?)));
    if let Some((found, getter)) = getter
        && comes_first(heap, found)
    {
        let class = heap.class_value(class);
        return heap.ask_getter((value, name), getter, &[found, value, class]).map(Some);
    }
    if let Some(found) = heap.field(value, name) {
        return Ok(Some(found));
    }
    if let Some((found, getter)) = getter {
        let class = heap.class_value(class);
        return heap.ask_getter((value, name), getter, &[found, value, class]).map(Some);
    }
    if let Some(found) = of_class {
        return Ok(Some(bound(heap, found, value, heap.class_value(class))));
    }
    Ok(match (name, value) {
        ("__class__", _) => Some(heap.class_value(class)),
        ("__dict__", Value::Instance(_)) if heap.takes_field(class, "__dict__") => heap.dict_of_fields(value),
        ("__module__", Value::Instance(_)) => Some(heap.string(heap.class_module(class))),
        _ => match (BaseMethod::find(name), value) {
            (Some(method), Value::Instance(_)) => Some(heap.bound_method(value, MethodCode::Base(method))),
            (Some(method @ (BaseMethod::Init | BaseMethod::Str | BaseMethod::Repr)), _) => {
                Some(heap.bound_method(value, MethodCode::Base(method)))
            }
            _ => None,
        },
    })
}

/// The `__get__` of what a class holds, where it is an object of a class that has one.
fn getter(heap: &Heap, found: Value) -> Option<Value> {
    if let Value::Instance(_) = found { heap.own_method(found, "__get__") } else { None }
}

/// Whether what a class holds comes before what the object itself holds (`object.c`, `PyDescr_IsData`).
fn comes_first(heap: &Heap, found: Value) -> bool {
    ["__set__", "__delete__"].iter().any(|name| heap.own_method(found, name).is_some())
}

/// Whether reading the attribute calls a function of the script, which may raise.
#[must_use]
pub fn needs_script(heap: &Heap, value: Value, name: &str) -> bool {
    let Some(class) = heap.script_class(value) else { return false };
    if heap.asked_first(value).is_some() {
        return true;
    }
    match heap.class_attribute(class, name) {
        Some(Value::Descriptor(at)) => heap.descriptor_object(at).kind == DescriptorKind::Property,
        Some(found) => getter(heap, found).is_some(),
        None => heap.field(value, name).is_none() && heap.class_attribute(class, "__getattr__").is_some(),
    }
}

/// What becomes of a name that is not there: `__getattr__` may know it, and some have methods that are seldom asked for.
///
/// # Errors
/// `AttributeError`; questions.
pub(super) fn missing(heap: &mut Heap, value: Value, name: &str) -> Result<Value, Raised> {
    match missing_attribute(heap, value, name)? {
        Some(found) => Ok(found),
        None => missing_plainly(heap, value, name),
    }
}

/// The same past `__getattr__`.
///
/// # Errors
/// `AttributeError`; questions.
pub fn missing_plainly(heap: &mut Heap, value: Value, name: &str) -> Result<Value, Raised> {
    if let Some(found) = special::method(heap, value, name)? {
        return Ok(found);
    }
    let raised = no_attribute(heap, value, name);
    heap.note_missing(raised, Some(value), name);
    Err(raised)
}

#[cold]
fn no_attribute(heap: &mut Heap, value: Value, name: &str) -> Raised {
    let message = match value {
        Value::Class(class)
            if heap.version() < PythonVersion::V3_12 && instance::is_enum(heap, ClassId(class as u32)) =>
        {
            name.to_owned()
        }
        Value::ExceptionClass(class) | Value::Class(class) => {
            format!("type object '{}' has no attribute '{name}'", heap.class_name(ClassId(class as u32)))
        }
        Value::Builtin(number) if matches!(Builtin::from_number(number), Builtin::Type(_)) => {
            format!("type object '{}' has no attribute '{name}'", Builtin::from_number(number).name())
        }
        _ => match builtins::class_of_library(value) {
            // Classes that are in C say where they are.
            Some(class) => match builtins::written_name(class) {
                (home @ "_asyncio", class) => format!("type object '{home}.{class}' has no attribute '{name}'"),
                (_, class) => format!("type object '{class}' has no attribute '{name}'"),
            },
            None => format!("'{}' object has no attribute '{name}'", heap.type_name(value)),
        },
    };
    heap.raise(ClassId::ATTRIBUTE_ERROR, message)
}

/// What `__getattr__` makes of a name that is not there.
///
/// # Errors
/// Questions.
fn missing_attribute(heap: &mut Heap, value: Value, name: &str) -> Result<Option<Value>, Raised> {
    if let Value::Function(_) = value {
        if !is_of_every_function(heap, name) {
            return Ok(None);
        }
        let name = heap.string(name);
        return heap.ask_value(Value::Asyncio(Function::PartOfFunction as u64), &[value, name]).map(Some);
    }
    if name != "__call__"
        && let Value::BoundMethod(at) = value
        && let MethodCode::Script(function) = heap.bound_method_object(at).method
    {
        return super::get_attribute(heap, Value::Function(function), name).map(Some);
    }
    if !value.is_of_class() {
        return Ok(None);
    }
    let Some(method) = heap.own_method(value, "__getattr__") else { return Ok(None) };
    let name = heap.string(name);
    heap.ask_value(method, &[value, name]).map(Some)
}

/// Whether every function has it, and the engine knows what it is.
fn is_of_every_function(heap: &Heap, name: &str) -> bool {
    match name {
        "__defaults__" | "__kwdefaults__" | "__annotations__" | "__closure__" | "__globals__" | "__builtins__"
        | "__call__" => true,
        "__type_params__" => heap.version() >= crate::script::PythonVersion::V3_12,
        _ => false,
    }
}

/// An attribute of a class as an object of it sees it: functions become methods.
fn bound(heap: &mut Heap, found: Value, value: Value, class: Value) -> Value {
    match found {
        Value::Function(at) => heap.bound_method(value, MethodCode::Script(at)),
        Value::Descriptor(at) => {
            let descriptor = heap.descriptor_object(at);
            match (descriptor.kind, descriptor.function) {
                (DescriptorKind::Class, Value::Function(at)) => heap.bound_method(class, MethodCode::Script(at)),
                (DescriptorKind::Class | DescriptorKind::Static, function) => function,
                (DescriptorKind::Property, _) => found,
            }
        }
        other => other,
    }
}

fn attribute_of_class(heap: &mut Heap, value: Value, class: ClassId, name: &str) -> Option<Value> {
    if let Some(found) = heap.class_attribute(class, name) {
        return Some(match found {
            Value::Function(_) => found,
            found => bound(heap, found, value, value),
        });
    }
    match name {
        "__name__" | "__qualname__" => {
            let text = if name == "__name__" { heap.class_name(class) } else { heap.class_qualified(class) }.to_owned();
            Some(heap.string_from(text))
        }
        "__module__" => Some(heap.string(heap.class_module(class))),
        "__doc__" => Some(Value::None),
        "__base__" => {
            let object = Value::Builtin(Builtin::Type(BuiltinType::Object).number());
            Some(heap.classes_below_which(class).first().copied().unwrap_or(object))
        }
        "__mro__" | "__bases__" => {
            let is_order = name == "__mro__";
            let mut found = if is_order { heap.classes_above(class) } else { heap.classes_below_which(class) };
            if is_order || found.is_empty() {
                found.push(Value::Builtin(Builtin::Type(BuiltinType::Object).number()));
            }
            Some(heap.tuple(found))
        }
        "__abstractmethods__" => heap.set_of_abstract_methods(class),
        "__dict__" => {
            let held: Vec<(Value, Value)> = heap.attributes_of_class(class).iter().collect();
            let dict = heap.dict();
            for (key, held) in held {
                super::set_item(heap, dict, key, held).ok()?;
            }
            Some(dict)
        }
        _ => {
            let method = BaseMethod::find(name).or_else(|| BaseMethod::of_class(name))?;
            Some(heap.bound_method(value, MethodCode::Base(method)))
        }
    }
}

fn attribute_of_descriptor(heap: &mut Heap, value: Value, at: Reference, name: &str) -> Option<Value> {
    use crate::signatures::methods::{Method, PropertyMethod};
    let descriptor = heap.descriptor_object(at);
    match name {
        "fget" | "__func__" => Some(descriptor.function),
        "fset" => Some(descriptor.setter),
        "fdel" => Some(descriptor.deleter),
        "__doc__" if descriptor.doc != Value::None => Some(descriptor.doc),
        "__doc__" => super::get_attribute(heap, descriptor.function, name).ok(),
        "__wrapped__" if descriptor.kind != DescriptorKind::Property => Some(descriptor.function),
        _ if descriptor.kind == DescriptorKind::Property => {
            let method = PropertyMethod::find(name)?;
            Some(heap.bound_method(value, Method::Property(method)))
        }
        _ => None,
    }
}

/// `super().name` in a method of `class`, of `value`, which is an object of it or a class.
///
/// # Errors
/// `AttributeError`; questions.
pub fn get_super_attribute(heap: &mut Heap, class: Value, value: Value, name: &str) -> Result<Value, Raised> {
    let Some(class) = heap.class_id(class) else { return Err(heap.type_error("super(): no arguments")) };
    let own = heap.class_id(value);
    let seen_from = own.or_else(|| heap.script_class(value)).unwrap_or(class);
    if let Some(found) = heap.attribute_above(seen_from, class, name) {
        if let Value::Descriptor(at) = found
            && heap.descriptor_object(at).kind == DescriptorKind::Property
            && own.is_none()
        {
            let getter = heap.descriptor_object(at).function;
            return heap.ask_value(getter, &[value]);
        }
        if let Some(getter) = getter(heap, found) {
            let class = heap.class_value(seen_from);
            return heap.ask_value(getter, &[found, if own.is_some() { Value::None } else { value }, class]);
        }
        let of_class = match own {
            Some(_) => value,
            None => heap.script_class(value).map_or(value, |class| heap.class_value(class)),
        };
        // Some functions are methods of classes without saying so.
        let is_of_class = matches!(name, "__init_subclass__" | "__class_getitem__");
        let is_function = matches!(found, Value::Function(_)) && !is_of_class;
        return Ok(if own.is_some() && is_function { found } else { bound(heap, found, value, of_class) });
    }
    if let Some(method) = BaseMethod::find(name) {
        return Ok(heap.bound_method(value, MethodCode::Base(method)));
    }
    if let Some(method) = super::find_method(heap, value, name) {
        return Ok(heap.bound_method(value, method));
    }
    let owner = if let Value::Task(_) = value { Owner::Task } else { Owner::Future };
    if let Value::Task(_) | Value::Future(_) = value
        && let Some(function) = Function::method(owner, name)
    {
        return Ok(heap.bound_method(value, MethodCode::Library(function as u32)));
    }
    Err(heap.raise(ClassId::ATTRIBUTE_ERROR, format!("'super' object has no attribute '{name}'")))
}
