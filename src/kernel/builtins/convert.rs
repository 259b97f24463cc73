//! `int(x)` and `float(x)`.

use num_bigint::{BigInt, Sign};
use num_traits::FromPrimitive;

use super::super::exception::{ClassId, Raised};
use super::super::heap::Heap;
use super::super::operate;
use super::super::text::{MOST_DIGITS, character, write_repr};
use super::super::value::{Number, Value};

/// `int(number)`: what is behind the point is cut off.
///
/// # Errors
/// `ValueError` for not-a-number, `OverflowError` for the infinities.
pub fn truncate(heap: &mut Heap, number: f64) -> Result<Value, Raised> {
    match BigInt::from_f64(number) {
        Some(whole) => heap.int(whole),
        None if number.is_nan() => Err(heap.value_error("cannot convert float NaN to integer")),
        None => Err(heap.raise(ClassId::OVERFLOW_ERROR, "cannot convert float infinity to integer")),
    }
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
            Value::Int(_) | Value::Long(_) => Ok(answer),
            Value::Bool(truth) => Ok(Value::Int(i64::from(truth == 1))),
            _ => Err(heap.type_error(format!("__int__ returned non-int (type {})", heap.type_name(answer)))),
        };
    }
    let Some(base) = base else {
        return match value.number() {
            Some(Number::Int(number)) => Ok(Value::Int(number)),
            Some(Number::Float(number)) => truncate(heap, number),
            None if value.is_whole() => Ok(value),
            None => int_of_text(heap, value, 10),
        };
    };
    let base = super::number::index(heap, base)?;
    if value.number().is_some() || value.is_whole() {
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
        Parsed::Number(number) => heap.int(number),
        Parsed::TooLong(digits) => {
            let most = MOST_DIGITS;
            let message = format!(
                "Exceeds the limit ({most} digits) for integer string conversion: value has {digits} digits; \
                 use sys.set_int_max_str_digits() to increase the limit"
            );
            Err(heap.value_error(message))
        }
        Parsed::Nothing => {
            let mut message = format!("invalid literal for int() with base {base}: ");
            write_repr(heap, value, &mut message).map_err(|problem| heap.raised(problem))?;
            Err(heap.value_error(message))
        }
    }
}

enum Parsed {
    Number(BigInt),
    /// More digits than Python takes, and how many they are.
    TooLong(usize),
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
    let mut kept = Vec::with_capacity(digits.len());
    let mut was_digit = false;
    for letter in digits.chars() {
        if letter == '_' && was_digit {
            was_digit = false;
            continue;
        }
        let Some(digit) = letter.to_digit(base) else { return Parsed::Nothing };
        kept.push(digit as u8);
        was_digit = true;
    }
    if !was_digit {
        return Parsed::Nothing;
    }
    // Bases whose digits are bits take no time: they have no limit.
    if kept.len() > MOST_DIGITS && !base.is_power_of_two() {
        return Parsed::TooLong(kept.len());
    }
    let sign = if is_negative { Sign::Minus } else { Sign::Plus };
    BigInt::from_radix_be(sign, &kept, base).map_or(Parsed::Nothing, Parsed::Number)
}

/// `float(x)`
pub(super) fn to_float(heap: &mut Heap, value: Option<Value>) -> Result<Value, Raised> {
    let Some(value) = value else { return Ok(Value::float(0.0)) };
    if let Some(number) = heap.float_of(value).map_err(|problem| heap.raised(problem))? {
        return Ok(Value::float(number));
    }
    if let Some(answer) = answered(heap, value, &["__float__", "__index__"])? {
        return match answer {
            Value::Float(_) => Ok(answer),
            Value::Int(_) | Value::Long(_) => to_float(heap, Some(answer)),
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
