//! `value[index]`: reading, setting and deleting items and slices.

use crate::signatures::GENERIC;
use crate::signatures::asyncio::Function;
use crate::signatures::builtins::{Builtin, BuiltinType};
use crate::signatures::helpers::Helper;

use super::super::builtins;
use super::super::exception::{Attempt, ClassId, Problem, Raised};
use super::super::heap::ask::is_question;
use super::super::heap::{Heap, RangeObject, Text};
use super::super::value::{Reference, Value};
use super::{MAIN_MODULE, instance, iterate, slice};

/// `container[index]`
///
/// # Errors
/// `IndexError`, `KeyError`, `TypeError` as in Python.
#[inline]
pub fn get_item(heap: &mut Heap, container: Value, index: Value) -> Result<Value, Raised> {
    if let (Value::List(list), Value::Int(number)) = (container, index)
        && let Some(&item) = usize::try_from(number).ok().and_then(|place| heap.list_items(list).get(place))
    {
        return Ok(item);
    }
    get_item_slow(heap, container, index)
}

#[inline(never)]
fn get_item_slow(heap: &mut Heap, container: Value, index: Value) -> Result<Value, Raised> {
    match container {
        Value::Dict(dict) => match heap.dict_get(dict, index) {
            Ok(Some(content)) => Ok(content),
            Ok(None) => Err(Raised(heap.exception(ClassId::KEY_ERROR, vec![index]))),
            Err(problem) => Err(heap.raised(problem)),
        },
        Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Range(_) => sequence_item(heap, container, index),
        Value::Class(class) if heap.class_attribute(ClassId(class as u32), "__class_getitem__").is_some() => {
            let method = heap.class_attribute(ClassId(class as u32), "__class_getitem__").unwrap_or(Value::None);
            let method = if let Value::Descriptor(at) = method { heap.descriptor_object(at).function } else { method };
            heap.ask_value(method, &[container, index])
        }
        Value::Class(class) if heap.class_attribute(ClassId(class as u32), GENERIC).is_some() => {
            heap.ask_helper(Helper::Alias, &[container, index])
        }
        Value::Builtin(_) | Value::Asyncio(_) | Value::ExceptionClass(_) if takes_types(heap, container) => {
            heap.ask_helper(Helper::Alias, &[container, index])
        }
        Value::Asyncio(_) if let Some(class) = builtins::class_of_library(container) => {
            let message = format!("type '{}' is not subscriptable", builtins::written_name(class).1);
            Err(heap.type_error(message))
        }
        Value::Class(_) | Value::ExceptionClass(_) | Value::Builtin(_) if is_plain_class(heap, container) => {
            let message = format!("type '{}' is not subscriptable", class_name(heap, container));
            Err(heap.type_error(message))
        }
        // The abstract classes and the containers of the library take types, and so do the classes below them.
        Value::Class(_) => heap.ask_helper(Helper::Alias, &[container, index]),
        Value::Builtin(_) | Value::ExceptionClass(_) => {
            Err(heap.unsupported("types in square brackets are not supported"))
        }
        _ => {
            if let Some(answer) = instance::ask_method(heap, container, "__getitem__", &[index]) {
                return answer.map_err(|problem| heap.raised(problem));
            }
            let message = format!("'{}' object is not subscriptable", heap.type_name(container));
            Err(heap.type_error(message))
        }
    }
}

/// Whether a class of Python's or asyncio's takes types in square brackets.
fn takes_types(heap: &Heap, class: Value) -> bool {
    match class {
        Value::ExceptionClass(number) => heap.is_group_class(ClassId(number as u32)),
        Value::Builtin(number) => {
            let Builtin::Type(kind) = Builtin::from_number(number) else { return false };
            let generic = [
                BuiltinType::List,
                BuiltinType::Dict,
                BuiltinType::Tuple,
                BuiltinType::Set,
                BuiltinType::FrozenSet,
                BuiltinType::Type,
            ];
            generic.contains(&kind)
        }
        Value::Asyncio(number) => {
            let generic = [
                Function::NewFuture,
                Function::NewTask,
                Function::NewQueue,
                Function::NewPriorityQueue,
                Function::NewLifoQueue,
            ];
            generic.contains(&Function::numbered(number))
        }
        _ => false,
    }
}

/// Whether a class takes nothing in square brackets: one of the script's, of single exceptions, or of numbers and texts.
fn is_plain_class(heap: &Heap, class: Value) -> bool {
    match class {
        Value::Builtin(number) => {
            let plain =
                [BuiltinType::Int, BuiltinType::Float, BuiltinType::Bool, BuiltinType::Str, BuiltinType::Object];
            plain.iter().any(|kind| Builtin::from_number(number) == Builtin::Type(*kind))
        }
        Value::ExceptionClass(number) => !heap.is_group_class(ClassId(number as u32)),
        // What is below classes of the library may take what these take.
        Value::Class(number) => heap.classes_above(ClassId(number as u32)).into_iter().all(
            |above| matches!(above, Value::Class(number) if heap.class_module(ClassId(number as u32)) == MAIN_MODULE),
        ),
        _ => false,
    }
}

fn class_name(heap: &Heap, class: Value) -> &str {
    match class {
        Value::Builtin(number) => Builtin::from_number(number).name(),
        _ => heap.class_id(class).map_or("type", |class| heap.class_name(class)),
    }
}

fn sequence_item(heap: &mut Heap, container: Value, index: Value) -> Result<Value, Raised> {
    if let Value::Slice(at) = index {
        return sliced(heap, container, at);
    }
    match item_place(heap, container, index) {
        Ok(place) => Ok(match container {
            Value::Str(text) => {
                let character = character_at(heap.text_object(text), place);
                heap.character(character)
            }
            Value::Range(range) => Value::Int(heap.range_object(range).number(place as u64)),
            _ => iterate::items(heap, container).unwrap_or_default()[place],
        }),
        Err(problem) => Err(heap.raised(problem)),
    }
}

fn character_at(text: &Text, place: usize) -> char {
    let found = if text.is_ascii() { text.text[place..].chars().next() } else { text.text.chars().nth(place) };
    found.expect("the place was measured")
}

fn sequence_name(heap: &Heap, container: Value) -> &str {
    if let Value::Str(_) = container { "string" } else { heap.type_name(container) }
}

fn item_place(heap: &Heap, container: Value, index: Value) -> Attempt<usize> {
    let asked = match index.integer() {
        None => instance::ask_method(heap, index, "__index__", &[]).transpose()?,
        Some(_) => None,
    };
    let number = asked.unwrap_or(index);
    if let Value::Long(_) = number {
        let message = format!("cannot fit '{}' into an index-sized integer", heap.type_name(index));
        return Err(Problem::new(ClassId::INDEX_ERROR, message));
    }
    let Some(number) = number.integer() else {
        let (name, kind) = (sequence_name(heap, container), heap.type_name(index));
        let message = match container {
            Value::Str(_) => format!("string indices must be integers, not '{kind}'"),
            _ => format!("{name} indices must be integers or slices, not {kind}"),
        };
        return Err(Problem::new(ClassId::TYPE_ERROR, message));
    };
    let length = match container {
        Value::Range(range) => i64::try_from(heap.range_object(range).count()).unwrap_or(i64::MAX),
        _ => super::length(heap, container)?,
    };
    let place = if number < 0 { number.saturating_add(length) } else { number };
    if (0..length).contains(&place) {
        return Ok(place as usize);
    }
    let message = match container {
        Value::Range(_) => "range object index out of range".to_owned(),
        _ => format!("{} index out of range", sequence_name(heap, container)),
    };
    Err(Problem::new(ClassId::INDEX_ERROR, message))
}

fn sliced(heap: &mut Heap, container: Value, at: Reference) -> Result<Value, Raised> {
    let length = super::length(heap, container).map_err(|problem| heap.raised(problem))?;
    let measured = slice::measure(slice::with_numbers(heap, at)?, length).map_err(|problem| heap.raised(problem))?;
    heap.room_for_values(if let Value::Range(_) = container { 0 } else { measured.count as u64 })?;
    Ok(match container {
        Value::Str(text) => {
            let part = sliced_text(heap.text_object(text), measured);
            heap.string_from(part)
        }
        Value::Range(range) => match sliced_range(heap.range_object(range), measured) {
            Some(RangeObject { start, stop, step }) => heap.range(start, stop, step),
            None => return Err(heap.unsupported(TOO_WIDE)),
        },
        _ => {
            let items = iterate::items(heap, container).unwrap_or_default();
            let part: Vec<Value> = if measured.step == 1 {
                items[measured.start as usize..(measured.start + measured.count) as usize].to_vec()
            } else {
                measured.indices().map(|index| items[index]).collect()
            };
            if let Value::List(_) = container { heap.list(part) } else { heap.tuple(part) }
        }
    })
}

/// What is said of ranges that Python has and that do not fit here.
pub(crate) const TOO_WIDE: &str = "ranges beyond 64 bits are not supported";

/// `None` where a number of the new range is longer than 64 bits.
fn sliced_range(range: RangeObject, measured: slice::Measured) -> Option<RangeObject> {
    let number = |index: i64| range.start.checked_add(index.checked_mul(range.step)?);
    Some(RangeObject {
        start: number(measured.start)?,
        stop: number(measured.stop)?,
        step: range.step.checked_mul(measured.step)?,
    })
}

fn sliced_text(text: &Text, measured: slice::Measured) -> String {
    let (start, count) = (measured.start.max(0) as usize, measured.count as usize);
    if measured.step == 1 && text.is_ascii() {
        return text.text[start..start + count].to_owned();
    }
    if measured.step == 1 {
        return text.text.chars().skip(start).take(count).collect();
    }
    let characters: Vec<char> = text.text.chars().collect();
    measured.indices().map(|index| characters[index]).collect()
}

/// `container[index] = value`
///
/// # Errors
/// `IndexError`, `TypeError`, `ValueError` as in Python.
pub fn set_item(heap: &mut Heap, container: Value, index: Value, value: Value) -> Result<(), Raised> {
    match container {
        Value::Dict(dict) => heap.dict_insert(dict, index, value),
        Value::List(list) => match index {
            Value::Slice(at) => set_slice(heap, list, at, value),
            _ => match list_place(heap, container, index, "assignment ") {
                Ok(place) => {
                    let old = std::mem::replace(&mut heap.list_items_mut(list)[place], value);
                    heap.drop_value(old);
                    Ok(())
                }
                Err(problem) => Err(heap.raised(problem)),
            },
        },
        _ => {
            if let Some(answer) = instance::ask_method(heap, container, "__setitem__", &[index, value]) {
                return answer.map_err(|problem| heap.raised(problem)).map(|_| ());
            }
            let message = format!("'{}' object does not support item assignment", heap.type_name(container));
            Err(heap.type_error(message))
        }
    }
}

fn list_place(heap: &Heap, container: Value, index: Value, action: &str) -> Attempt<usize> {
    item_place(heap, container, index).map_err(|problem| {
        if problem.message.ends_with("out of range") {
            Problem::new(ClassId::INDEX_ERROR, format!("list {action}index out of range"))
        } else {
            problem
        }
    })
}

fn set_slice(heap: &mut Heap, list: Reference, at: Reference, value: Value) -> Result<(), Raised> {
    let items = match iterate::collect(heap, value) {
        Err(raised) if !is_question(raised) => return Err(heap.type_error("can only assign an iterable")),
        items => items?,
    };
    let length = heap.list_items(list).len();
    let measured =
        slice::measure(slice::with_numbers(heap, at)?, length as i64).map_err(|problem| heap.raised(problem))?;
    heap.room_for_values((length + items.len()) as u64)?;
    if measured.step == 1 {
        let start = measured.start as usize;
        let range = start..start + measured.count as usize;
        let old: Vec<Value> = heap.list_items_mut(list).splice(range, items).collect();
        heap.drop_values(old.into_iter().rev());
        return Ok(());
    }
    if items.len() as i64 != measured.count {
        let (given, count) = (items.len(), measured.count);
        let message = format!("attempt to assign sequence of size {given} to extended slice of size {count}");
        return Err(heap.value_error(message));
    }
    let target = heap.list_items_mut(list);
    let old: Vec<Value> =
        measured.indices().zip(items).map(|(index, item)| std::mem::replace(&mut target[index], item)).collect();
    heap.drop_values(old);
    Ok(())
}

/// `del container[index]`
///
/// # Errors
/// `IndexError`, `KeyError`, `TypeError` as in Python.
pub fn delete_item(heap: &mut Heap, container: Value, index: Value) -> Result<(), Raised> {
    match container {
        Value::Dict(dict) => match heap.dict_remove(dict, index) {
            Ok(Some(old)) => {
                heap.drop_value(old);
                Ok(())
            }
            Ok(None) => Err(Raised(heap.exception(ClassId::KEY_ERROR, vec![index]))),
            Err(problem) => Err(heap.raised(problem)),
        },
        Value::List(list) => match index {
            Value::Slice(at) => delete_slice(heap, list, at),
            _ => match list_place(heap, container, index, "assignment ") {
                Ok(place) => {
                    let old = heap.list_items_mut(list).remove(place);
                    heap.drop_value(old);
                    Ok(())
                }
                Err(problem) => Err(heap.raised(problem)),
            },
        },
        _ => {
            if let Some(answer) = instance::ask_method(heap, container, "__delitem__", &[index]) {
                return answer.map_err(|problem| heap.raised(problem)).map(|_| ());
            }
            // `abstract.c`, `PyObject_DelItem` and `PySequence_DelItem`.
            let is_sequence = matches!(
                container,
                Value::Tuple(_) | Value::Str(_) | Value::Set(_) | Value::Range(_) | Value::Instance(_)
            );
            let does_not = if is_sequence && index.integer().is_some() { "doesn't" } else { "does not" };
            let message = format!("'{}' object {does_not} support item deletion", heap.type_name(container));
            Err(heap.type_error(message))
        }
    }
}

fn delete_slice(heap: &mut Heap, list: Reference, at: Reference) -> Result<(), Raised> {
    let length = heap.list_items(list).len() as i64;
    let measured = slice::measure(slice::with_numbers(heap, at)?, length).map_err(|problem| heap.raised(problem))?;
    let mut is_taken = vec![false; length as usize];
    measured.indices().for_each(|index| is_taken[index] = true);
    let items = heap.list_items_mut(list);
    let old: Vec<Value> = items.iter().zip(&is_taken).filter(|(_, taken)| **taken).map(|(item, _)| *item).collect();
    let mut taken = is_taken.into_iter();
    items.retain(|_| !taken.next().unwrap_or(false));
    heap.drop_values(old.into_iter().rev());
    Ok(())
}
