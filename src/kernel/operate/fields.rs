//! Attributes of what the script's classes make: read, set and deleted by CPython's rules (`object.c`, `typeobject.c`).

use crate::signatures::asyncio::{Function, Owner};
use crate::signatures::builtins::{Builtin, BuiltinType};

use super::super::exception::{ClassId, Raised};
use super::super::heap::object::BaseMethod;
use super::super::heap::{DescriptorKind, Heap, MethodCode};
use super::super::value::{Reference, Value};
use super::attribute::asks_engine;
use super::instance;

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
    match heap.class_attribute(class, name) {
        Some(Value::Descriptor(at)) => heap.descriptor_object(at).kind == DescriptorKind::Property,
        Some(found) => getter(heap, found).is_some(),
        None => heap.field(value, name).is_none() && heap.class_attribute(class, "__getattr__").is_some(),
    }
}

/// What `__getattr__` makes of a name that is not there.
///
/// # Errors
/// Questions.
pub(super) fn missing_attribute(heap: &mut Heap, value: Value, name: &str) -> Result<Option<Value>, Raised> {
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
        "__base__" => heap.base_class(class).map(|base| heap.class_value(base)),
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
        if let Some(Value::Descriptor(at)) = heap.class_attribute(class, name)
            && heap.descriptor_object(at).kind == DescriptorKind::Property
        {
            return Some(match heap.descriptor_object(at).setter {
                // What CPython has in C says less.
                Value::None if heap.name_in_messages(class) != heap.class_name(class) => {
                    Err(heap.raise(ClassId::ATTRIBUTE_ERROR, READ_ONLY))
                }
                Value::None => {
                    let message =
                        format!("property '{name}' of '{}' object has no setter", heap.class_qualified(class));
                    Err(heap.raise(ClassId::ATTRIBUTE_ERROR, message))
                }
                setter => heap.ask_value(setter, &[value, new]).map(|_| ()),
            });
        }
        if let Some(method) = heap.class_attribute(class, "__setattr__") {
            let name = heap.string(name);
            return Some(heap.ask_value(method, &[value, name, new]).map(|_| ()));
        }
        if let Some(answer) = instance::set_by_descriptor(heap, value, class, name, new) {
            return Some(answer);
        }
    }
    if let Err(raised) = instance::check_name(heap, value, name, new) {
        return Some(Err(raised));
    }
    matches!(value, Value::Instance(_) | Value::Function(_)).then(|| set_own(heap, value, name, new))
}

/// What is said to an attribute that a value cannot take.
#[must_use]
pub fn no_place_for(heap: &Heap, value: Value, name: &str) -> String {
    let is_new = heap.version() >= crate::script::PythonVersion::V3_13;
    let why = if is_new { " and no __dict__ for setting new attributes" } else { "" };
    format!("'{}' object has no attribute '{name}'{why}", heap.type_name(value))
}

/// Sets an attribute of an object's own, past what its class may say of it (`object.c`, `_PyObject_GenericSetAttrWithDict`).
///
/// # Errors
/// `AttributeError` where the classes of the object name all that it has.
pub fn set_own(heap: &mut Heap, value: Value, name: &str, new: Value) -> Result<(), Raised> {
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
        _ => format!("'{}' object has no attribute '{name}'", heap.type_name(value)),
    };
    Err(heap.raise(ClassId::ATTRIBUTE_ERROR, message))
}
