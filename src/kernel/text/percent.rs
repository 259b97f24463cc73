//! `"…" % values`

use num_traits::Signed;

use super::super::builtins::convert::truncate;
use super::super::builtins::number::index;
use super::super::exception::{ClassId, Problem, Raised};
use super::super::heap::Heap;
use super::super::operate;
use super::super::value::{Reference, Value};
use super::format::{format_float, format_integer, format_text};
use super::repr::{write_ascii, write_repr, write_str};
use super::spec::{Align, Sign, Spec};
use crate::signatures::builtins::{Builtin, BuiltinType};

/// The values of one `%`.
struct Supply {
    values: Vec<Value>,
    next: usize,
    /// The right side, where it is a dict or has a `__getitem__`.
    mapping: Option<Value>,
    /// Whether values may stay over: a right side that is no tuple counts as used when it is a mapping.
    is_strict: bool,
}

impl Supply {
    fn next(&mut self, heap: &mut Heap) -> Result<Value, Raised> {
        let value = self.values.get(self.next).copied();
        self.next += 1;
        value.ok_or_else(|| heap.type_error("not enough arguments for format string"))
    }
}

/// `format % values`
///
/// # Errors
/// `TypeError`, `ValueError`, `KeyError` as in Python.
pub fn format(heap: &mut Heap, format: Reference, values: Value) -> Result<Value, Raised> {
    let mut supply = match values {
        Value::Tuple(at) => Supply { values: heap.tuple_items(at).to_vec(), next: 0, mapping: None, is_strict: true },
        Value::Dict(_) => Supply { values: vec![values], next: 0, mapping: Some(values), is_strict: false },
        Value::Instance(_) if heap.own_method(values, "__getitem__").is_some() => {
            let stands_for = heap.script_class(values).and_then(|class| heap.class_attribute(class, "__stands_for__"));
            let stands_for = |kind: BuiltinType| stands_for == Some(Value::Builtin(Builtin::Type(kind).number()));
            if stands_for(BuiltinType::Tuple) {
                Supply { values: operate::collect(heap, values)?, next: 0, mapping: None, is_strict: true }
            } else {
                let mapping = if stands_for(BuiltinType::Str) { None } else { Some(values) };
                Supply { values: vec![values], next: 0, mapping, is_strict: mapping.is_none() }
            }
        }
        Value::List(_) => Supply { values: vec![values], next: 0, mapping: None, is_strict: false },
        _ => Supply { values: vec![values], next: 0, mapping: None, is_strict: true },
    };
    let letters: Vec<char> = heap.text(format).chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < letters.len() {
        if letters[at] != '%' {
            out.push(letters[at]);
            at += 1;
            continue;
        }
        at = directive(heap, &letters, at + 1, &mut supply, &mut out)?;
        heap.room_for(out.len())?;
    }
    if supply.is_strict && supply.next < supply.values.len() {
        return Err(heap.type_error("not all arguments converted during string formatting"));
    }
    Ok(heap.string_from(out))
}

/// Writes what one `%…` asks for; returns where the text goes on.
fn directive(
    heap: &mut Heap,
    letters: &[char],
    start: usize,
    supply: &mut Supply,
    out: &mut String,
) -> Result<usize, Raised> {
    let mut at = start;
    let mut keyed = None;
    if letters.get(at) == Some(&'(') {
        let Some(length) = letters[at..].iter().position(|&letter| letter == ')') else {
            return Err(heap.value_error("incomplete format key"));
        };
        let key: String = letters[at + 1..at + length].iter().collect();
        keyed = Some(mapped(heap, supply, &key)?);
        at += length + 1;
    }
    let mut spec = Spec::default();
    while let Some(&flag) = letters.get(at) {
        match flag {
            '-' => spec.align = Some(Align::Left),
            '+' => spec.sign = Some(Sign::Plus),
            ' ' => spec.sign = spec.sign.or(Some(Sign::Space)),
            '#' => spec.alternate = true,
            '0' => spec.fill = Some('0'),
            _ => break,
        }
        at += 1;
    }
    if let Some(width) = amount(heap, letters, &mut at, supply)? {
        spec.width = width.unsigned_abs() as usize;
        if width < 0 {
            spec.align = Some(Align::Left);
        }
    }
    if letters.get(at) == Some(&'.') {
        at += 1;
        spec.precision = Some(amount(heap, letters, &mut at, supply)?.unwrap_or(0).max(0) as usize);
    }
    at += letters[at..].iter().take_while(|letter| matches!(letter, 'h' | 'l' | 'L')).count();
    let Some(&kind) = letters.get(at) else { return Err(heap.value_error("incomplete format")) };
    heap.room_for(spec.width.max(spec.precision.unwrap_or(0)).saturating_mul(4))?;
    if kind == '%' {
        out.push('%');
        return Ok(at + 1);
    }
    let value = match keyed {
        Some(value) => value,
        None => supply.next(heap)?,
    };
    write(heap, value, kind, at, spec, out)?;
    Ok(at + 1)
}

fn mapped(heap: &mut Heap, supply: &Supply, key: &str) -> Result<Value, Raised> {
    let Some(mapping) = supply.mapping else { return Err(heap.type_error("format requires a mapping")) };
    let key = heap.string(key);
    operate::get_item(heap, mapping, key)
}

/// A width or precision: digits, or `*` for the next value.
fn amount(heap: &mut Heap, letters: &[char], at: &mut usize, supply: &mut Supply) -> Result<Option<i64>, Raised> {
    if letters.get(*at) == Some(&'*') {
        *at += 1;
        return match supply.next(heap)? {
            value if value.is_whole() => index(heap, value).map(Some),
            _ => Err(heap.type_error("* wants int")),
        };
    }
    let digits: String = letters[*at..].iter().take_while(|letter| letter.is_ascii_digit()).collect();
    *at += digits.len();
    if digits.is_empty() {
        return Ok(None);
    }
    match digits.parse() {
        Ok(number) => Ok(Some(number)),
        Err(_) => Err(heap.value_error("width too big")),
    }
}

fn write(heap: &mut Heap, value: Value, kind: char, at: usize, mut spec: Spec, out: &mut String) -> Result<(), Raised> {
    let mut text = String::new();
    let written = match kind {
        's' => write_str(heap, value, &mut text),
        'r' => write_repr(heap, value, &mut text),
        'a' => write_ascii(heap, value, &mut text),
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => return write_integer(heap, value, kind, spec, out),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
            let value = number_of(heap, value, &["__float__", "__index__"])?;
            let Some(number) = heap.float_of(value).map_err(|problem| heap.raised(problem))? else {
                let message = format!("must be real number, not {}", heap.type_name(value));
                return Err(heap.type_error(message));
            };
            spec.kind = Some(kind);
            pad_with_zeros(&mut spec);
            return format_float(number, &spec, out).map_err(|problem| heap.raised(problem));
        }
        'c' => return write_character(heap, value, spec, out),
        _ => {
            let code = u32::from(kind);
            let message = format!("unsupported format character '{kind}' (0x{code:x}) at index {at}");
            return Err(heap.value_error(message));
        }
    };
    spec.sign = None;
    spec.alternate = false;
    spec.fill = None;
    spec.align = spec.align.or(Some(Align::Right));
    written.and_then(|()| format_text(&text, &spec, out)).map_err(|problem| heap.raised(problem))
}

/// The flag `0` means zeros behind the sign, unless `-` says otherwise.
fn pad_with_zeros(spec: &mut Spec) {
    if spec.align == Some(Align::Left) {
        spec.fill = None;
    } else if spec.fill == Some('0') {
        spec.align = Some(Align::AfterSign);
    }
}

/// The number that an object of the script's stands for.
fn number_of(heap: &mut Heap, value: Value, methods: &[&str]) -> Result<Value, Raised> {
    let answer = methods.iter().find_map(|name| operate::ask_method(heap, value, name, &[])).transpose();
    Ok(answer.map_err(|problem| heap.raised(problem))?.unwrap_or(value))
}

fn write_integer(heap: &mut Heap, value: Value, kind: char, mut spec: Spec, out: &mut String) -> Result<(), Raised> {
    let is_decimal = matches!(kind, 'd' | 'i' | 'u');
    let value = number_of(heap, value, if is_decimal { &["__int__", "__index__"] } else { &["__index__"] })?;
    let cut = match value {
        Value::Float(bits) if is_decimal => truncate(heap, f64::from_bits(bits))?,
        _ => value,
    };
    let number = match heap.big(cut) {
        Some(number) => number,
        None => {
            let kind_name = heap.type_name(value);
            let message = if is_decimal {
                format!("%{kind} format: a real number is required, not {kind_name}")
            } else {
                format!("%{kind} format: an integer is required, not {kind_name}")
            };
            return Err(heap.type_error(message));
        }
    };
    spec.kind = Some(if is_decimal { 'd' } else { kind });
    pad_with_zeros(&mut spec);
    if let Some(precision) = spec.precision.take() {
        // A precision is the least number of digits: written without padding first, then padded as a text.
        let head = usize::from(number.is_negative() || spec.sign.is_some())
            + if spec.alternate && !is_decimal { 2 } else { 0 };
        let least = if spec.is_zero_padded() { spec.width.max(precision + head) } else { precision + head };
        let digits = Spec { fill: Some('0'), align: Some(Align::AfterSign), width: least, ..spec.clone() };
        let mut text = String::new();
        format_integer(&number, &digits, "int", &mut text).map_err(|problem| heap.raised(problem))?;
        let align = if spec.align == Some(Align::Left) { Align::Left } else { Align::Right };
        Spec { align: Some(align), width: spec.width, ..Spec::default() }.pad("", &text, align, out);
        return Ok(());
    }
    format_integer(&number, &spec, "int", out).map_err(|problem| heap.raised(problem))
}

fn write_character(heap: &mut Heap, value: Value, spec: Spec, out: &mut String) -> Result<(), Raised> {
    let letter = match value {
        Value::Str(at) if heap.text_object(at).characters == 1 => heap.text(at).chars().next(),
        _ => value.integer().and_then(|code| u32::try_from(code).ok()).and_then(char::from_u32),
    };
    let Some(letter) = letter else {
        let problem = match value {
            _ if value.is_whole() => Problem::new(ClassId::OVERFLOW_ERROR, "%c arg not in range(0x110000)"),
            _ => Problem::new(ClassId::TYPE_ERROR, "%c requires int or char"),
        };
        return Err(heap.raised(problem));
    };
    let align = spec.align.unwrap_or(Align::Right);
    Spec { width: spec.width, ..Spec::default() }.pad("", letter.encode_utf8(&mut [0; 4]), align, out);
    Ok(())
}
