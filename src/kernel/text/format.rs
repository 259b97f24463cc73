//! `format(value, spec)` of integers, floats and texts.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use crate::script::Conversion;

use super::super::exception::{Attempt, ClassId, Problem, Raised};
use super::super::heap::Heap;
use super::super::heap::ask::Callee;
use super::super::heap::long::nearest_float;
use super::super::value::{Number, Value};
use super::digits::{self, Scientific};
use super::float::write_float;
use super::repr::{write_ascii, write_repr, write_str};
use super::spec::{Align, Sign, Spec};
use super::whole::decimal;

/// Writes one value of an f-string: conversion, then format spec.
///
/// # Errors
/// `ValueError`, `TypeError`, `OverflowError` as in Python; as [`write_str`].
pub fn format_value(
    heap: &mut Heap,
    value: Value,
    conversion: Conversion,
    spec: &str,
    out: &mut String,
) -> Result<(), Raised> {
    let is_of_script = conversion == Conversion::None && matches!(value, Value::Instance(_) | Value::Exception(_));
    let written = if spec.is_empty() && !is_of_script {
        match conversion {
            Conversion::None | Conversion::Str => write_str(heap, value, out),
            Conversion::Repr => write_repr(heap, value, out),
            Conversion::Ascii => write_ascii(heap, value, out),
        }
    } else {
        format_with_spec(heap, value, conversion, spec, out)
    };
    written.map_err(|problem| heap.raised(problem))
}

fn format_with_spec(heap: &Heap, value: Value, conversion: Conversion, spec: &str, out: &mut String) -> Attempt<()> {
    let mut text = String::new();
    match conversion {
        Conversion::None => return write_formatted(heap, value, spec, out),
        Conversion::Str => write_str(heap, value, &mut text)?,
        Conversion::Repr => write_repr(heap, value, &mut text)?,
        Conversion::Ascii => write_ascii(heap, value, &mut text)?,
    }
    format_text(&text, &Spec::parse(spec, "str")?, out)
}

/// Writes `format(value, spec)`.
///
/// # Errors
/// As [`format_value`].
pub fn write_formatted(heap: &Heap, value: Value, spec: &str, out: &mut String) -> Attempt<()> {
    if let Value::Instance(_) | Value::Exception(_) = value
        && let Some(method) = heap.own_method(value, "__format__")
    {
        return match heap.ask_with_text(Callee::Value(method), &[value], Some(spec))? {
            Value::Str(at) => {
                out.push_str(heap.text(at));
                Ok(())
            }
            other => {
                let message = format!("__format__ must return a str, not {}", heap.type_name(other));
                Err(Problem::new(ClassId::TYPE_ERROR, message))
            }
        };
    }
    if spec.is_empty() {
        return write_str(heap, value, out);
    }
    let type_name = heap.type_name(value);
    match value {
        Value::Str(at) => format_text(heap.text(at), &Spec::parse(spec, type_name)?, out),
        _ => match value.number() {
            Some(Number::Float(number)) => format_float(number, &Spec::parse(spec, type_name)?, out),
            Some(Number::Int(_)) | None if let Some(number) = heap.big(value) => {
                format_integer(&number, &Spec::parse(spec, type_name)?, type_name, out)
            }
            Some(Number::Int(_)) | None => {
                let message = format!("unsupported format string passed to {type_name}.__format__");
                Err(Problem::new(ClassId::TYPE_ERROR, message))
            }
        },
    }
}

fn value_error<T>(message: impl Into<String>) -> Attempt<T> {
    Err(Problem::new(ClassId::VALUE_ERROR, message))
}

fn unknown_code<T>(kind: char, type_name: &str) -> Attempt<T> {
    value_error(format!("Unknown format code '{kind}' for object of type '{type_name}'"))
}

/// Writes a text.
///
/// # Errors
/// `ValueError` where the spec is one for numbers.
pub fn format_text(text: &str, spec: &Spec, out: &mut String) -> Attempt<()> {
    if let Some(kind) = spec.kind.filter(|&kind| kind != 's') {
        return unknown_code(kind, "str");
    }
    if let Some(separator) = spec.grouping {
        return value_error(format!("Cannot specify '{separator}' with 's'."));
    }
    if spec.sign == Some(Sign::Space) {
        return value_error("Space not allowed in string format specifier");
    }
    if spec.sign.is_some() {
        return value_error("Sign not allowed in string format specifier");
    }
    if spec.no_negative_zero {
        return value_error("Negative zero coercion (z) not allowed in string format specifier");
    }
    if spec.alternate {
        return value_error("Alternate form (#) not allowed in string format specifier");
    }
    if spec.align == Some(Align::AfterSign) {
        return value_error("'=' alignment not allowed in string format specifier");
    }
    let cut: String = match spec.precision {
        Some(precision) => text.chars().take(precision).collect(),
        None => text.to_owned(),
    };
    spec.pad("", &cut, Align::Left, out);
    Ok(())
}

fn sign_of(spec: &Spec, is_negative: bool) -> &'static str {
    if is_negative {
        return "-";
    }
    match spec.sign.unwrap_or_default() {
        Sign::Minus => "",
        Sign::Plus => "+",
        Sign::Space => " ",
    }
}

/// Writes an integer.
///
/// # Errors
/// `ValueError`, `OverflowError` as in Python.
pub fn format_integer(number: &BigInt, spec: &Spec, type_name: &str, out: &mut String) -> Attempt<()> {
    let kind = spec.kind.unwrap_or('d');
    if let 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' = kind {
        return format_float(nearest_float(number)?, spec, out);
    }
    if !matches!(kind, 'b' | 'c' | 'd' | 'n' | 'o' | 'x' | 'X') {
        return unknown_code(kind, type_name);
    }
    if spec.precision.is_some() {
        return value_error("Precision not allowed in integer format specifier");
    }
    if spec.no_negative_zero {
        return value_error("Negative zero coercion (z) not allowed in integer format specifier");
    }
    let is_negative = number.is_negative();
    let magnitude = number.magnitude();
    let (digits, prefix, group) = match kind {
        'd' | 'n' => (decimal(number)?.trim_start_matches('-').to_owned(), "", 3),
        'b' => (format!("{magnitude:b}"), "0b", 4),
        'o' => (format!("{magnitude:o}"), "0o", 4),
        'x' => (super::hexadecimal(magnitude), "0x", 4),
        'X' => (format!("{magnitude:X}"), "0X", 4),
        _ => return format_character(number, spec, out),
    };
    let sign = sign_of(spec, is_negative);
    let head = format!("{sign}{}", if spec.alternate { prefix } else { "" });
    let body = grouped(&digits, "", spec, head.len(), group);
    spec.pad(&head, &body, Align::Right, out);
    Ok(())
}

fn format_character(number: &BigInt, spec: &Spec, out: &mut String) -> Attempt<()> {
    if spec.sign.is_some() {
        return value_error("Sign not allowed with integer format specifier 'c'");
    }
    if spec.alternate {
        return value_error("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    if number.to_i64().is_none() {
        return Err(Problem::new(ClassId::OVERFLOW_ERROR, "Python int too large to convert to C long"));
    }
    let code = number.to_u32();
    match code.filter(|&code| code < 0x11_0000).map(char::from_u32) {
        Some(Some(letter)) => {
            spec.pad("", letter.encode_utf8(&mut [0; 4]), Align::Right, out);
            Ok(())
        }
        Some(None) => Err(Problem::unsupported("surrogate characters are not supported")),
        None => Err(Problem::new(ClassId::OVERFLOW_ERROR, "%c arg not in range(0x110000)")),
    }
}

/// The digits of a number before its point with separators, and `tail` behind them. Zeros that pad are grouped too.
fn grouped(digits: &str, tail: &str, spec: &Spec, head: usize, group: usize) -> String {
    let least = if spec.is_zero_padded() { spec.width.saturating_sub(head + tail.chars().count()) } else { 0 };
    let Some(separator) = spec.grouping else {
        let zeros = least.saturating_sub(digits.len());
        return format!("{}{digits}{tail}", "0".repeat(zeros));
    };
    let mut backwards = Vec::with_capacity(least.max(digits.len() * 2));
    let mut left = digits.chars().rev();
    for count in 0.. {
        let digit = left.next();
        if digit.is_none() && backwards.len() >= least {
            break;
        }
        if count > 0 && count % group == 0 {
            backwards.push(separator);
        }
        backwards.push(digit.unwrap_or('0'));
    }
    let mut text: String = backwards.into_iter().rev().collect();
    text.push_str(tail);
    text
}

/// Writes a float.
///
/// # Errors
/// `ValueError` where the spec is not one for floats.
pub fn format_float(number: f64, spec: &Spec, out: &mut String) -> Attempt<()> {
    if let Some(kind) = spec.kind
        && !matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%')
    {
        return unknown_code(kind, "float");
    }
    let mut text = float_body(number.abs(), spec);
    if matches!(spec.kind, Some('E' | 'F' | 'G')) {
        text.make_ascii_uppercase();
    }
    let is_zero = !text.bytes().any(|byte| matches!(byte, b'1'..=b'9')) && number.is_finite();
    let is_negative = number.is_sign_negative() && !number.is_nan() && !(spec.no_negative_zero && is_zero);
    let sign = sign_of(spec, is_negative);
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let body = if whole == 0 { text } else { grouped(&text[..whole], &text[whole..], spec, sign.len(), 3) };
    spec.pad(sign, &body, Align::Right, out);
    Ok(())
}

fn float_body(magnitude: f64, spec: &Spec) -> String {
    let percent = if spec.kind == Some('%') { "%" } else { "" };
    if magnitude.is_nan() {
        return format!("nan{percent}");
    }
    if magnitude.is_infinite() {
        return format!("inf{percent}");
    }
    match (spec.kind, spec.precision) {
        (None, None) => shortest_body(magnitude, spec.alternate),
        (None, Some(precision)) => general(magnitude, precision, spec.alternate, true),
        (Some('e' | 'E'), precision) => {
            digits::rounded(magnitude, precision.unwrap_or(6)).with_exponent(spec.alternate)
        }
        (Some('g' | 'G' | 'n'), precision) => general(magnitude, precision.unwrap_or(6), spec.alternate, false),
        (Some('%'), precision) => {
            // A product beyond all floats is written as CPython writes it: inf%.
            let scaled = magnitude * 100.0;
            if scaled.is_infinite() {
                return "inf%".to_owned();
            }
            with_point(digits::fixed(scaled, precision.unwrap_or(6)), spec.alternate) + "%"
        }
        (Some(_), precision) => with_point(digits::fixed(magnitude, precision.unwrap_or(6)), spec.alternate),
    }
}

fn with_point(text: String, keep_point: bool) -> String {
    if keep_point && !text.contains('.') { text + "." } else { text }
}

fn shortest_body(magnitude: f64, keep_point: bool) -> String {
    let mut text = String::new();
    write_float(magnitude, &mut text);
    match text.split_once('e') {
        Some((mantissa, exponent)) if keep_point && !mantissa.contains('.') => format!("{mantissa}.e{exponent}"),
        Some(_) | None => text,
    }
}

/// `g`: so many digits, with an exponent where the number is very small or has more. `is_float` is the form without a type,
/// which always shows that it is a float.
fn general(magnitude: f64, precision: usize, alternate: bool, is_float: bool) -> String {
    let precision = precision.max(1);
    let mut scientific: Scientific = digits::rounded(magnitude, precision - 1);
    if magnitude == 0.0 {
        scientific.exponent = 0;
    }
    let exponent = i64::from(scientific.exponent);
    let most = precision as i64 - i64::from(is_float);
    if !alternate {
        scientific.trim();
    }
    if exponent < -4 || exponent >= most {
        return scientific.with_exponent(alternate);
    }
    let text = scientific.plain();
    if text.contains('.') {
        text
    } else if is_float {
        text + ".0"
    } else {
        with_point(text, alternate)
    }
}
