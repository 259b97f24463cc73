//! The longer ops of the VM: variables that may have no value, displays, unpacking, templates. Knows what the VM knows, and no more.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::heap::ask::is_question;
use crate::kernel::heap::{FunctionObject, Heap};
use crate::kernel::{Arguments, Value, methods, operate, text};
use crate::program::code::{Code, Slot, Template, TemplatePart};
use crate::units::NameId;

use super::effect::OBJECT;
use super::state::Vm;

/// Whether a value's attributes and methods are the engine's business.
pub(super) fn is_of_asyncio(value: Value) -> bool {
    operate::asks_engine(value)
}

/// Whether calls of a value's methods are the engine's business.
pub(super) fn is_called_by_engine(value: Value) -> bool {
    matches!(value, Value::Instance(_) | Value::Class(_)) || is_of_asyncio(value)
}

/// Makes a class: its base stands in the first slot, its attributes behind it.
///
/// # Errors
/// `TypeError` or unsupported where the base cannot be one.
pub(super) fn define_class(vm: &mut Vm<'_>, class: u16, values: &[Value]) -> Result<Value, Raised> {
    let template = &vm.program.classes[usize::from(class)];
    let names = &vm.program.names;
    let given = match values[0] {
        Value::Unbound => Vec::new(),
        Value::Tuple(at) => vm.heap.tuple_items(at).to_vec(),
        base => vec![base],
    };
    let mut bases = Vec::with_capacity(given.len());
    for base in given {
        // `Repository[int]` stands for the class without the types (`__mro_entries__`).
        let is_alias = matches!(base, Value::Instance(_)) && vm.heap.type_name(base) == "types.GenericAlias";
        let origin = vm.heap.field(base, "__origin__").filter(|_| is_alias);
        let Some(base) = vm.heap.base_of_classes(origin.unwrap_or(base)) else {
            let kind = vm.heap.type_name(base);
            let message = format!("a class below this {kind} is not supported: keep one in an attribute");
            return Err(vm.heap.unsupported(message));
        };
        bases.push(base);
    }
    let id = vm.heap.define_class(names.text(template.name), &bases)?;
    let class = vm.heap.class_value(id);
    vm.heap.rename_class(id, None, Some(names.text(template.qualified)));
    vm.heap.set_class_module(id, template.module);
    for (name, value) in template.attributes.iter().zip(&values[1..]) {
        if *value != Value::Unbound {
            vm.heap.set_class_attribute(id, names.text(*name), *value);
        }
    }
    let has_no_finalizer = vm.heap.native_above(id).is_some() || vm.heap.is_subclass(id, ClassId::BASE_EXCEPTION);
    if has_no_finalizer && vm.program.finalizes && vm.heap.class_attribute(id, "__del__").is_some() {
        return Err(vm.heap.unsupported(
            "`__del__` of an exception, a task or a future is not supported: give it to an object that the other holds",
        ));
    }
    Ok(class)
}

/// What a class above wants of a new class below it.
pub(super) fn class_made(heap: &mut Heap, class: Value) -> Result<Value, Raised> {
    let hook = heap.class_id(class).and_then(|id| heap.attribute_above(id, id, "__made__"));
    if let Some(hook) = hook {
        return heap.ask_value(hook, &[class]);
    }
    let hook = heap.class_id(class).and_then(|id| heap.attribute_above(id, id, "__init_subclass__"));
    let hook = match hook {
        Some(Value::Descriptor(at)) => Some(heap.descriptor_object(at).function),
        hook => hook,
    };
    if let Some(hook) = hook {
        heap.ask_value(hook, &[class])?;
    }
    Ok(class)
}

/// Sets a field past `__setattr__`: the object, the field's name and its value.
pub(super) fn set_field(heap: &mut Heap, values: &[Value]) {
    if let Some(name) = heap.as_text(values[1]).map(str::to_owned) {
        heap.set_field(values[0], &name, values[2]);
    }
}

/// An instance of a class, without a call of its `__init__`; anything else as it is.
pub(super) fn new_instance(heap: &mut Heap, class: Value) -> Value {
    heap.class_id(class).map_or(class, |class| heap.instance(class))
}

/// `super().name` in a method of `class`
pub(super) fn super_attribute(vm: &mut Vm<'_>, class: Value, object: Value, name: NameId) -> Result<Value, Raised> {
    operate::get_super_attribute(&mut vm.heap, class, object, vm.program.names.text(name))
}

/// `object.name = value`
pub(super) fn set_attribute(vm: &mut Vm<'_>, object: Value, name: NameId, value: Value) -> Result<(), Raised> {
    operate::set_attribute(&mut vm.heap, object, vm.program.names.text(name), value)
}

/// `del object.name`
pub(super) fn delete_attribute(vm: &mut Vm<'_>, object: Value, name: NameId) -> Result<(), Raised> {
    operate::delete_attribute(&mut vm.heap, object, vm.program.names.text(name))
}

/// What an `__init__` gave must be `None` (`typeobject.c`, `slot_tp_init`).
pub(super) fn check_init(heap: &mut Heap, value: Value) -> Result<(), Raised> {
    if value == Value::None {
        return Ok(());
    }
    let message = format!("__init__() should return None, not '{}'", heap.type_name(value));
    Err(heap.type_error(message))
}

#[inline]
pub(super) fn checked_local(vm: &mut Vm<'_>, code: &Code, slot: Slot, value: Value) -> Result<Value, Raised> {
    if value == Value::Unbound {
        return Err(unbound_local(vm, code, slot));
    }
    Ok(value)
}

/// What CPython says of a local that has no value (`ceval.c`, `UNBOUNDLOCAL_ERROR_MSG`).
#[cold]
fn unbound_local(vm: &mut Vm<'_>, code: &Code, slot: Slot) -> Raised {
    let name = code.locals.get(usize::from(slot)).map_or("", |name| vm.program.names.text(*name));
    let message = format!("cannot access local variable '{name}' where it is not associated with a value");
    vm.heap.raise(ClassId::UNBOUND_LOCAL_ERROR, message)
}

#[inline]
pub(super) fn checked_global(vm: &mut Vm<'_>, global: u32) -> Result<Value, Raised> {
    match vm.globals[global as usize] {
        Value::Unbound => vm.built_in(global).ok_or_else(|| unbound_global(vm, global)),
        value => Ok(value),
    }
}

#[cold]
fn unbound_global(vm: &mut Vm<'_>, global: u32) -> Raised {
    let name = vm.program.names.text(vm.program.globals[global as usize]);
    let raised = vm.heap.raise(ClassId::NAME_ERROR, format!("name '{name}' is not defined"));
    vm.heap.note_missing(raised, None, name);
    raised
}

/// Puts what is to be gone through, and a position, into the first two slots.
pub(super) fn iterate(heap: &mut Heap, value: Value, slots: &mut [Value]) -> Result<(), Raised> {
    slots[0] = operate::iterate_lazily(heap, value)?;
    slots[1] = Value::Int(0);
    Ok(())
}

/// The next item of what `Iterate` put into the first two slots.
#[inline]
pub(super) fn next(vm: &mut Vm<'_>, slots: &mut [Value]) -> Result<Option<Value>, Raised> {
    let [iterable, position, ..] = slots else { unreachable!("two slots hold an iteration") };
    let Value::Int(mut place) = *position else { unreachable!("Iterate put a position there") };
    let item = operate::next_item(&mut vm.heap, *iterable, &mut place)?;
    if item.is_some() {
        *position = Value::Int(place);
    }
    Ok(item)
}

pub(super) fn shared(vm: &mut Vm<'_>, code: &Code, slot: Slot, variable: Value) -> Result<Value, Raised> {
    let Value::Shared(reference) = variable else { unreachable!("MakeShared put a shared variable there") };
    match vm.heap.shared_get(reference) {
        Value::Unbound if code.captured.contains(&slot) => Err(unbound_free(vm, code, slot)),
        Value::Unbound => Err(unbound_local(vm, code, slot)),
        value => Ok(value),
    }
}

/// The same of a variable of a function vm (`ceval.c`, `UNBOUNDFREE_ERROR_MSG`).
#[cold]
fn unbound_free(vm: &mut Vm<'_>, code: &Code, slot: Slot) -> Raised {
    let name = code.locals.get(usize::from(slot)).map_or("", |name| vm.program.names.text(*name));
    let message =
        format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
    vm.heap.raise(ClassId::NAME_ERROR, message)
}

/// What a shared variable holds, a value or none.
pub(super) fn content(heap: &Heap, variable: Value) -> Value {
    match variable {
        Value::Shared(reference) => heap.shared_get(reference),
        other => other,
    }
}

/// Whether something may have to be closed when nothing holds this value any more.
#[inline]
pub(super) const fn may_close(value: Value) -> bool {
    may_hold(value)
        && !matches!(
            value,
            Value::Str(_)
                | Value::Range(_)
                | Value::Random(_)
                | Value::ExceptionClass(_)
                | Value::Builtin(_)
                | Value::Asyncio(_)
                | Value::Loop(_)
                | Value::Class(_)
                | Value::NotImplemented
        )
}

/// Whether a value may name something that garbage collection must reach.
pub(super) const fn may_hold(value: Value) -> bool {
    !matches!(value, Value::Unbound | Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Long(_))
}

pub(super) fn set_shared(heap: &mut Heap, variable: Value, value: Value) {
    let Value::Shared(reference) = variable else { unreachable!("MakeShared put a shared variable there") };
    heap.shared_set(reference, value);
}

#[inline]
pub(super) fn append(heap: &mut Heap, list: Value, item: Value) -> Result<(), Raised> {
    let Value::List(reference) = list else { unreachable!("NewList put a list there") };
    heap.list_push(reference, item)
}

pub(super) fn extend(heap: &mut Heap, list: Value, items: Value) -> Result<(), Raised> {
    let Value::List(reference) = list else { unreachable!("NewList put a list there") };
    let items = collect_starred(heap, items)?;
    heap.list_extend(reference, &items)
}

/// The items of `*value` in a list or between other arguments, with CPython's words for what has none.
fn collect_starred(heap: &mut Heap, value: Value) -> Result<Vec<Value>, Raised> {
    operate::collect_sized(heap, value).map_err(|raised| {
        if !is_not_iterable(heap, raised, value) {
            return raised;
        }
        let kind = heap.type_name(value).to_owned();
        heap.raise(ClassId::TYPE_ERROR, format!("Value after * must be an iterable, not {kind}"))
    })
}

/// Whether what was raised says that nobody can go through a value.
pub(super) fn is_not_iterable(heap: &Heap, raised: Raised, value: Value) -> bool {
    let Value::Exception(at) = raised.0 else { return false };
    match heap.exception_object(at).args[..] {
        [Value::Str(text)] => *heap.text(text) == format!("'{}' object is not iterable", heap.type_name(value)),
        _ => false,
    }
}

pub(super) fn add_to_set(heap: &mut Heap, set: Value, member: Value) -> Result<(), Raised> {
    let Value::Set(reference) = set else { unreachable!("NewSet put a set there") };
    heap.set_insert(reference, member)
}

pub(super) fn extend_set(heap: &mut Heap, set: Value, members: Value) -> Result<(), Raised> {
    let Value::Set(reference) = set else { unreachable!("NewSet put a set there") };
    methods::set::extend(heap, reference, members)
}

pub(super) fn update_dict(heap: &mut Heap, dict: Value, others: Value) -> Result<(), Raised> {
    let Value::Dict(reference) = dict else { unreachable!("NewDict put a dict there") };
    let Value::Dict(others) = operate::mapping(heap, others)? else {
        let kind = heap.type_name(others);
        let message = format!("'{kind}' object is not a mapping");
        return Err(heap.raise(ClassId::TYPE_ERROR, message));
    };
    let pairs: Vec<(Value, Value)> = heap.dict_table(others).iter().collect();
    for (key, value) in pairs {
        heap.dict_insert(reference, key, value)?;
    }
    Ok(())
}

pub(super) fn unpack(heap: &mut Heap, value: Value, targets: &mut [Value]) -> Result<(), Raised> {
    let items = unpackable(heap, value)?;
    let (wanted, found) = (targets.len(), items.len());
    if found == wanted {
        targets.copy_from_slice(&items);
        return Ok(());
    }
    let message = if found < wanted {
        format!("not enough values to unpack (expected {wanted}, got {found})")
    } else {
        format!("too many values to unpack (expected {wanted})")
    };
    Err(heap.raise(ClassId::VALUE_ERROR, message))
}

pub(super) fn unpack_starred(
    heap: &mut Heap,
    value: Value,
    targets: &mut [Value],
    [before, after]: [u8; 2],
) -> Result<(), Raised> {
    let items = unpackable(heap, value)?;
    let [before, after] = [usize::from(before), usize::from(after)];
    let found = items.len();
    if found < before + after {
        let message = format!("not enough values to unpack (expected at least {}, got {found})", before + after);
        return Err(heap.raise(ClassId::VALUE_ERROR, message));
    }
    targets[..before].copy_from_slice(&items[..before]);
    targets[before] = heap.list(items[before..found - after].to_vec());
    targets[before + 1..][..after].copy_from_slice(&items[found - after..]);
    Ok(())
}

pub(super) fn unpackable(heap: &mut Heap, value: Value) -> Result<Vec<Value>, Raised> {
    let iterable = operate::iterate(heap, value);
    let iterable = iterable.map_err(|raised| {
        if is_question(raised) {
            return raised;
        }
        let kind = heap.type_name(value);
        let message = format!("cannot unpack non-iterable {kind} object");
        heap.raise(ClassId::TYPE_ERROR, message)
    })?;
    operate::collect(heap, iterable)
}

pub(super) fn list_to_tuple(heap: &mut Heap, list: Value) -> Value {
    let Value::List(reference) = list else { unreachable!("NewList put a list there") };
    let items = std::mem::take(heap.list_items_mut(reference));
    heap.tuple(items)
}

pub(super) fn whole(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    value.integer().map(Value::Int).ok_or_else(|| {
        let kind = heap.type_name(value).to_owned();
        heap.raise(ClassId::TYPE_ERROR, format!("'{kind}' object cannot be interpreted as an integer"))
    })
}

/// Fills a template from `values` into `out`.
///
/// # Errors
/// When a value does not take its format spec.
pub(super) fn fill(heap: &mut Heap, template: &Template, values: &[Value], out: &mut String) -> Result<(), Raised> {
    for part in &template.parts {
        match part {
            TemplatePart::Text(text) => out.push_str(text),
            TemplatePart::Value { offset, conversion, spec } => {
                let value = values[usize::from(*offset)];
                if let Some(spec) = spec.plain_text() {
                    text::format_value(heap, value, *conversion, spec, out)?;
                } else {
                    let mut filled = String::new();
                    fill(heap, spec, values, &mut filled)?;
                    text::format_value(heap, value, *conversion, &filled, out)?;
                }
            }
        }
    }
    Ok(())
}

/// The text of a template, filled.
pub(super) fn filled(vm: &mut Vm<'_>, template: u32, values: &[Value]) -> Result<Value, Raised> {
    let mut text = String::new();
    fill(&mut vm.heap, &vm.program.templates[template as usize], values, &mut text)?;
    Ok(vm.heap.string_from(text))
}

/// A function, whose defaults stand from `first` on.
pub(super) fn make_function(vm: &mut Vm<'_>, function: u16, slots: &[Value], first: Slot) -> Value {
    let template = &vm.program.functions[usize::from(function)];
    let parameters = vm.program.codes[template.code].parameters.len();
    let defaults = slots[usize::from(first)..][..parameters].into();
    let captured = template.captured.iter().map(|slot| slots[usize::from(*slot)]).collect();
    vm.heap.function(FunctionObject { code: template.code, defaults, captured, parts: None, fields: None })
}

/// slot.method(slot + 1, … count) of a built-in value; `None` where the method is an attribute, which stands in slot then.
pub(super) fn call_method(
    vm: &mut Vm<'_>,
    slots: &mut [Value],
    method: u16,
    slot: u16,
    count: u8,
) -> Result<Option<Value>, Raised> {
    let first = usize::from(slot);
    let receiver = slots[first];
    let name = vm.program.names.text(vm.program.methods[usize::from(method)]);
    let Some(builtin) = operate::find_method(&vm.heap, receiver, name) else {
        if receiver == OBJECT {
            return Ok(None);
        }
        slots[first] = operate::get_attribute(&mut vm.heap, receiver, name)?;
        return Ok(None);
    };
    let positional = &slots[first + 1..][..usize::from(count)];
    let arguments = Arguments { positional, keywords: &[] };
    methods::call_method(&mut vm.heap, receiver, builtin, &arguments).map(Some)
}
