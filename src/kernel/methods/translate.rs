//! `str.translate` and the tables that `str.maketrans` makes for it (`unicodeobject.c`).

use super::super::arguments::Bound;
use super::super::exception::{ClassId, Raised};
use super::super::heap::Heap;
use super::super::heap::ask::is_question;
use super::super::operate;
use super::super::value::{Reference, Value};

/// `str.maketrans(x, y, z)`
///
/// # Errors
/// `TypeError` and `ValueError` where no table comes of the arguments.
pub(super) fn make_table(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let table = heap.new_dict();
    let Some(images) = bound.given(1) else {
        let Value::Dict(given) = bound[0] else {
            return Err(heap.type_error("if you give only one argument to maketrans it must be a dict"));
        };
        let entries: Vec<(Value, Value)> = heap.dict_table(given).iter().collect();
        for (key, content) in entries {
            let number = match key {
                Value::Str(at) => match number_of_only(heap.text(at)) {
                    Some(number) => number,
                    None => return Err(heap.value_error("string keys in translate table must be of length 1")),
                },
                key if key.is_whole() => key,
                _ => return Err(heap.type_error("keys in translate table must be strings or integers")),
            };
            heap.dict_insert(table, number, content)?;
        }
        return Ok(Value::Dict(table));
    };
    let Some(from) = characters(heap, bound[0]) else {
        return Err(heap.type_error("first maketrans argument must be a string if there is a second argument"));
    };
    let to = given_characters(heap, images, 2)?;
    if from.len() != to.len() {
        return Err(heap.value_error("the first two maketrans arguments must have equal length"));
    }
    let dropped = match bound.given(2) {
        Some(dropped) => given_characters(heap, dropped, 3)?,
        None => Vec::new(),
    };
    for (from, to) in from.into_iter().zip(to) {
        heap.dict_insert(table, number_of(from), number_of(to))?;
    }
    for character in dropped {
        heap.dict_insert(table, number_of(character), Value::None)?;
    }
    Ok(Value::Dict(table))
}

/// `text.translate(table)`
///
/// # Errors
/// What looking into the table raises but for a `LookupError`, and `TypeError` and `ValueError` where it gives no character.
pub(super) fn translate(heap: &mut Heap, at: Reference, table: Value) -> Result<Value, Raised> {
    let text = heap.text(at).to_owned();
    let mut translated = String::with_capacity(text.len());
    for character in text.chars() {
        let image = match operate::get_item(heap, table, number_of(character)) {
            Err(raised) if !is_question(raised) && is_lookup_error(heap, raised) => {
                translated.push(character);
                continue;
            }
            image => image?,
        };
        match image {
            Value::None => {}
            Value::Str(at) => translated.push_str(heap.text(at)),
            _ => match image.integer() {
                Some(number) => match u32::try_from(number).ok().and_then(char::from_u32) {
                    Some(character) => translated.push(character),
                    None => return Err(heap.value_error("character mapping must be in range(0x110000)")),
                },
                None => return Err(heap.type_error("character mapping must return integer, None or str")),
            },
        }
    }
    Ok(heap.string_from(translated))
}

fn is_lookup_error(heap: &Heap, raised: Raised) -> bool {
    heap.class_of(raised.0).is_some_and(|class| heap.is_subclass(class, ClassId::LOOKUP_ERROR))
}

fn number_of(character: char) -> Value {
    Value::Int(i64::from(u32::from(character)))
}

fn number_of_only(text: &str) -> Option<Value> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none()).map(number_of)
}

fn characters(heap: &Heap, value: Value) -> Option<Vec<char>> {
    heap.as_text(value).map(|text| text.chars().collect())
}

fn given_characters(heap: &mut Heap, value: Value, place: u8) -> Result<Vec<char>, Raised> {
    match characters(heap, value) {
        Some(characters) => Ok(characters),
        None => {
            let message = format!("maketrans() argument {place} must be str, not {}", heap.type_name(value));
            Err(heap.type_error(message))
        }
    }
}
