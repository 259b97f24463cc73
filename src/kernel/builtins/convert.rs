//! `int(x)` and `float(x)`.

use super::super::exception::{Attempt, ClassId, Problem, Raised};
use super::super::heap::Heap;
use super::super::operate;
use super::super::operate::number::TOO_LONG;
use super::super::text::{character, write_repr};
use super::super::value::{Number, Value};

/// 2⁶³: from there on no float is an integer of 64 bits.
const BEYOND: f64 = 9_223_372_036_854_775_808.0;

/// `int(number)`: what is behind the point is cut off.
///
/// # Errors
/// `ValueError` for not-a-number, `OverflowError` for the infinities; unsupported past 64 bits.
pub fn truncate(number: f64) -> Attempt<i64> {
    if number.is_nan() {
        return Err(Problem::new(ClassId::VALUE_ERROR, "cannot convert float NaN to integer"));
    }
    if number.is_infinite() {
        return Err(Problem::new(ClassId::OVERFLOW_ERROR, "cannot convert float infinity to integer"));
    }
    let whole = number.trunc();
    if (-BEYOND..BEYOND).contains(&whole) { Ok(whole as i64) } else { Err(Problem::unsupported(TOO_LONG)) }
}

/// `int(x, base)`
pub(super) fn to_int(heap: &mut Heap, value: Option<Value>, base: Option<Value>) -> Result<Value, Raised> {
    let Some(value) = value else {
        return match base {
            None => Ok(Value::Int(0)),
            Some(_) => Err(heap.type_error("int() missing string argument")),
        };
    };
    if let (Some(answer), None) = (answered(heap, value, &["__int__", "__index__"])?, base) {
        return match answer {
            Value::Int(_) => Ok(answer),
            Value::Bool(truth) => Ok(Value::Int(i64::from(truth == 1))),
            _ => Err(heap.type_error(format!("__int__ returned non-int (type {})", heap.type_name(answer)))),
        };
    }
    let Some(base) = base else {
        return match value.number() {
            Some(Number::Int(number)) => Ok(Value::Int(number)),
            Some(Number::Float(number)) => truncate(number).map(Value::Int).map_err(|problem| heap.raised(problem)),
            None => int_of_text(heap, value, 10),
        };
    };
    let base = super::number::index(heap, base)?;
    if value.number().is_some() {
        return Err(heap.type_error("int() can't convert non-string with explicit base"));
    }
    match u32::try_from(base).ok().filter(|base| *base == 0 || (2..=36).contains(base)) {
        Some(base) => int_of_text(heap, value, base),
        None => Err(heap.value_error("int() base must be >= 2 and <= 36, or 0")),
    }
}

/// What the first of these methods of the script's own object says.
pub(super) fn answered(heap: &mut Heap, value: Value, methods: &[&str]) -> Result<Option<Value>, Raised> {
    let answer = methods.iter().find_map(|name| operate::ask_method(heap, value, name, &[]));
    answer.transpose().map_err(|problem| heap.raised(problem))
}

fn int_of_text(heap: &mut Heap, value: Value, base: u32) -> Result<Value, Raised> {
    let Some(text) = heap.as_text(value) else {
        let message = format!(
            "int() argument must be a string, a bytes-like object or a real number, not '{}'",
            heap.type_name(value)
        );
        return Err(heap.type_error(message));
    };
    match parse_integer(text, base) {
        Parsed::Number(number) => Ok(Value::Int(number)),
        Parsed::TooLong => Err(heap.unsupported(TOO_LONG)),
        Parsed::Nothing => {
            let mut message = format!("invalid literal for int() with base {base}: ");
            write_repr(heap, value, &mut message).map_err(|problem| heap.raised(problem))?;
            Err(heap.value_error(message))
        }
    }
}

enum Parsed {
    Number(i64),
    TooLong,
    Nothing,
}

fn parse_integer(text: &str, base: u32) -> Parsed {
    let text = text.trim_matches(character::is_space);
    let (is_negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let prefix = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => Some(16),
        [b'0', b'o' | b'O', ..] => Some(8),
        [b'0', b'b' | b'B', ..] => Some(2),
        _ => None,
    };
    let is_bare = base == 0 && prefix.is_none();
    let (base, digits, has_prefix) = match prefix {
        Some(own) if base == 0 || base == own => (own, &text[2..], true),
        _ => (if base == 0 { 10 } else { base }, text, false),
    };
    // As in a program, a number without a base does not begin with zeros: 010 could mean eight.
    if is_bare && digits.starts_with('0') && digits.contains(|letter| !matches!(letter, '0' | '_')) {
        return Parsed::Nothing;
    }
    let digits = if has_prefix { digits.strip_prefix('_').unwrap_or(digits) } else { digits };
    let mut number: Option<i64> = Some(0);
    let mut was_digit = false;
    for letter in digits.chars() {
        if letter == '_' && was_digit {
            was_digit = false;
            continue;
        }
        let Some(digit) = letter.to_digit(base) else { return Parsed::Nothing };
        let signed = if is_negative { -i64::from(digit) } else { i64::from(digit) };
        number = number.and_then(|number| number.checked_mul(i64::from(base))?.checked_add(signed));
        was_digit = true;
    }
    if !was_digit {
        return Parsed::Nothing;
    }
    number.map_or(Parsed::TooLong, Parsed::Number)
}

/// `float(x)`
pub(super) fn to_float(heap: &mut Heap, value: Option<Value>) -> Result<Value, Raised> {
    let Some(value) = value else { return Ok(Value::float(0.0)) };
    if let Some(number) = value.number() {
        return Ok(Value::float(number.as_float()));
    }
    if let Some(answer) = answered(heap, value, &["__float__", "__index__"])? {
        return match answer {
            Value::Float(_) => Ok(answer),
            Value::Int(number) => Ok(Value::float(number as f64)),
            _ => {
                let (class, kind) = (heap.type_name(value), heap.type_name(answer));
                Err(heap.type_error(format!("{class}.__float__ returned non-float (type {kind})")))
            }
        };
    }
    let Some(text) = heap.as_text(value) else {
        let message = format!("float() argument must be a string or a real number, not '{}'", heap.type_name(value));
        return Err(heap.type_error(message));
    };
    match parse_float(text) {
        Some(number) => Ok(Value::float(number)),
        None => {
            let mut message = "could not convert string to float: ".to_owned();
            write_repr(heap, value, &mut message).map_err(|problem| heap.raised(problem))?;
            Err(heap.value_error(message))
        }
    }
}

fn parse_float(text: &str) -> Option<f64> {
    let text = text.trim_matches(character::is_space);
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if unsigned.starts_with(['+', '-']) {
        return None;
    }
    let lower = unsigned.to_ascii_lowercase();
    if matches!(lower.as_str(), "inf" | "infinity" | "nan") {
        return text.parse().ok();
    }
    // An underscore stands between two digits only.
    let bytes = text.as_bytes();
    let is_digit = |index: Option<usize>| index.and_then(|index| bytes.get(index)).is_some_and(u8::is_ascii_digit);
    let underscores_fit = bytes
        .iter()
        .enumerate()
        .all(|(index, &byte)| byte != b'_' || (is_digit(index.checked_sub(1)) && is_digit(Some(index + 1))));
    if !underscores_fit || !lower.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'+' | b'-' | b'_')) {
        return None;
    }
    text.replace('_', "").parse().ok()
}
