//! `"…{}…".format(…)`, and `format_map`

use crate::script::Conversion;

use super::super::arguments::Arguments;
use super::super::exception::{ClassId, Raised};
use super::super::heap::Heap;
use super::super::operate;
use super::super::value::{Reference, Value};
use super::format::format_value;

/// How deep fields may stand in format specs: CPython's limit.
const DEEPEST_FIELD: usize = 2;

/// `template.format(*args, **kwargs)`
///
/// # Errors
/// `ValueError`, `IndexError`, `KeyError` as in Python, and what formatting raises.
pub fn format(heap: &mut Heap, template: Reference, arguments: &Arguments<'_>) -> Result<Value, Raised> {
    filled(heap, template, Fields::Arguments(arguments))
}

/// `template.format_map(mapping)`
///
/// # Errors
/// As `format`, and what the mapping raises.
pub fn format_map(heap: &mut Heap, template: Reference, mapping: Value) -> Result<Value, Raised> {
    filled(heap, template, Fields::Mapping(mapping))
}

fn filled(heap: &mut Heap, template: Reference, fields: Fields<'_>) -> Result<Value, Raised> {
    let template = heap.text(template).to_owned();
    let mut filler = Filler { fields, next: Numbering::Unknown };
    let mut out = String::new();
    filler.fill(heap, &template, DEEPEST_FIELD, &mut out)?;
    Ok(heap.string_from(out))
}

/// Where what fields name is looked for.
enum Fields<'a> {
    Arguments(&'a Arguments<'a>),
    Mapping(Value),
}

/// How fields are numbered: not told yet, by themselves, or by hand.
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

struct Filler<'a> {
    fields: Fields<'a>,
    next: Numbering,
}

impl Filler<'_> {
    fn fill(&mut self, heap: &mut Heap, template: &str, depth: usize, out: &mut String) -> Result<(), Raised> {
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            out.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            let behind = &rest[at + 1..];
            if behind.starts_with(brace) {
                out.push_str(brace);
                rest = &behind[1..];
                continue;
            }
            if brace == "}" {
                return Err(heap.value_error("Single '}' encountered in format string"));
            }
            let Some(length) = field_length(behind) else {
                let message = match behind {
                    "" => "Single '{' encountered in format string",
                    _ => "expected '}' before end of string",
                };
                return Err(heap.value_error(message));
            };
            self.field(heap, &behind[..length], depth, out)?;
            heap.room_for(out.len())?;
            rest = &behind[length + 1..];
        }
        out.push_str(rest);
        Ok(())
    }

    fn field(&mut self, heap: &mut Heap, field: &str, depth: usize, out: &mut String) -> Result<(), Raised> {
        if depth == 0 {
            return Err(heap.value_error("Max string recursion exceeded"));
        }
        let end = name_length(field);
        let (name, mut rest) = field.split_at(end);
        let value = self.value(heap, name)?;
        let mut conversion = Conversion::None;
        if let Some(behind) = rest.strip_prefix('!') {
            let mut letters = behind.chars();
            conversion = match letters.next() {
                Some('s') => Conversion::Str,
                Some('r') => Conversion::Repr,
                Some('a') => Conversion::Ascii,
                Some(other) => {
                    return Err(heap.value_error(format!("Unknown conversion specifier {other}")));
                }
                None => return Err(heap.value_error("end of string while looking for conversion specifier")),
            };
            rest = letters.as_str();
            if !rest.is_empty() && !rest.starts_with(':') {
                return Err(heap.value_error("expected ':' after conversion specifier"));
            }
        }
        let mut spec = String::new();
        self.fill(heap, rest.strip_prefix(':').unwrap_or(""), depth - 1, &mut spec)?;
        format_value(heap, value, conversion, &spec, out)
    }

    /// What `0.name[key]` stands for.
    fn value(&mut self, heap: &mut Heap, name: &str) -> Result<Value, Raised> {
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, mut path) = name.split_at(end);
        let mut value = self.argument(heap, first)?;
        while !path.is_empty() {
            if let Some(behind) = path.strip_prefix('.') {
                let end = behind.find(['.', '[']).unwrap_or(behind.len());
                if end == 0 {
                    return Err(heap.value_error("Empty attribute in format string"));
                }
                value = operate::get_attribute(heap, value, &behind[..end])?;
                path = &behind[end..];
            } else if let Some((key, behind)) = path.strip_prefix('[').and_then(|path| path.split_once(']')) {
                if key.is_empty() {
                    return Err(heap.value_error("Empty attribute in format string"));
                }
                let index = match key.parse::<u32>() {
                    Ok(number) => Value::Int(i64::from(number)),
                    Err(_) => heap.string(key),
                };
                value = operate::get_item(heap, value, index)?;
                path = behind;
            } else if path.starts_with('[') {
                return Err(heap.value_error("Missing ']' in format string"));
            } else {
                return Err(heap.value_error("Only '.' or '[' may follow ']' in format field specifier"));
            }
        }
        Ok(value)
    }

    fn argument(&mut self, heap: &mut Heap, name: &str) -> Result<Value, Raised> {
        let index = if name.is_empty() {
            let index = match self.next {
                Numbering::Unknown => 0,
                Numbering::Automatic(index) => index,
                Numbering::Manual => {
                    let message = "cannot switch from manual field specification to automatic field numbering";
                    return Err(heap.value_error(message));
                }
            };
            self.next = Numbering::Automatic(index + 1);
            index
        } else if name.bytes().all(|byte| byte.is_ascii_digit()) {
            if let Numbering::Automatic(_) = self.next {
                let message = "cannot switch from automatic field numbering to manual field specification";
                return Err(heap.value_error(message));
            }
            self.next = Numbering::Manual;
            name.parse().unwrap_or(usize::MAX)
        } else {
            let key = heap.string(name);
            let arguments = match self.fields {
                Fields::Arguments(arguments) => arguments,
                Fields::Mapping(mapping) => return operate::get_item(heap, mapping, key),
            };
            return match arguments.keywords.iter().find(|(keyword, _)| *keyword == name) {
                Some(&(_, value)) => Ok(value),
                None => Err(Raised(heap.exception(ClassId::KEY_ERROR, vec![key]))),
            };
        };
        let Fields::Arguments(arguments) = self.fields else {
            return Err(heap.value_error("Format string contains positional fields"));
        };
        match arguments.positional.get(index) {
            Some(&value) => Ok(value),
            None => {
                let message = format!("Replacement index {index} out of range for positional args tuple");
                Err(heap.raise(ClassId::INDEX_ERROR, message))
            }
        }
    }
}

/// How far a field's name goes: up to `!` or `:`, brackets aside.
fn name_length(field: &str) -> usize {
    let mut is_bracketed = false;
    for (at, letter) in field.char_indices() {
        match letter {
            '[' => is_bracketed = true,
            ']' => is_bracketed = false,
            '!' | ':' if !is_bracketed => return at,
            _ => {}
        }
    }
    field.len()
}

/// How far it is to the `}` that closes a field.
fn field_length(text: &str) -> Option<usize> {
    let mut open = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => open += 1,
            b'}' if open == 0 => return Some(at),
            b'}' => open -= 1,
            _ => {}
        }
    }
    None
}
