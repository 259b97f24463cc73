//! Methods of `int` and `float`.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, One, ToPrimitive, Zero};

use crate::signatures::helpers::Helper;
use crate::signatures::methods::{FloatMethod, IntMethod};

use super::super::arguments::Bound;
use super::super::exception::{ClassId, Raised};
use super::super::heap::Heap;
use super::super::value::Value;

/// A method of an integer.
pub(super) fn call_int(
    heap: &mut Heap,
    receiver: Value,
    method: IntMethod,
    bound: &Bound<'_>,
) -> Result<Value, Raised> {
    let number = heap.big(receiver).unwrap_or_default();
    Ok(match method {
        IntMethod::AsIntegerRatio => {
            let number = heap.int(number)?;
            heap.tuple(vec![number, Value::Int(1)])
        }
        IntMethod::BitCount => Value::Int(number.magnitude().count_ones() as i64),
        IntMethod::BitLength => Value::Int(number.bits() as i64),
        IntMethod::Conjugate => heap.int(number)?,
        IntMethod::FromBytes => from_bytes(heap, bound)?,
        IntMethod::IsInteger => Value::TRUE,
        IntMethod::ToBytes => {
            let given = [receiver, bound.or_none(0), bound.or_none(1), bound.or_none(2)];
            heap.ask_helper(Helper::BytesOfInt, &given)?
        }
    })
}

/// `int.from_bytes(bytes, byteorder, signed=…)`
pub(super) fn from_bytes(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    heap.ask_helper(Helper::IntOfBytes, &[bound[0], bound.or_none(1), bound.or_none(2)])
}

/// A method of a float.
pub(super) fn call_float(
    heap: &mut Heap,
    number: f64,
    method: FloatMethod,
    bound: &Bound<'_>,
) -> Result<Value, Raised> {
    match method {
        FloatMethod::FromHex => from_hexadecimal(heap, bound),
        FloatMethod::Hex => Ok(heap.string_from(hexadecimal(number))),
        FloatMethod::AsIntegerRatio => ratio(heap, number),
        FloatMethod::Conjugate => Ok(Value::float(number)),
        FloatMethod::IsInteger => Ok(Value::bool(number.is_finite() && number.fract() == 0.0)),
    }
}

fn ratio(heap: &mut Heap, number: f64) -> Result<Value, Raised> {
    if number.is_nan() {
        return Err(heap.value_error("cannot convert NaN to integer ratio"));
    }
    if number.is_infinite() {
        return Err(heap.raise(ClassId::OVERFLOW_ERROR, "cannot convert Infinity to integer ratio"));
    }
    let (mut above, mut bits) = (number, 0);
    while above.fract() != 0.0 {
        above *= 2.0;
        bits += 1;
    }
    let above = heap.int(BigInt::from_f64(above).unwrap_or_default())?;
    let below = heap.int(BigInt::from(1) << bits)?;
    Ok(heap.tuple(vec![above, below]))
}

/// How many binary digits a float has behind its first, and the power of two of the smallest.
const FRACTION_BITS: i64 = 52;
const LEAST_POWER: i64 = -1074;

/// `number.hex()` (`floatobject.c`, `float_hex_impl`).
fn hexadecimal(number: f64) -> String {
    let sign = if number.is_sign_negative() && !number.is_nan() { "-" } else { "" };
    if !number.is_finite() {
        return format!("{sign}{}", if number.is_nan() { "nan" } else { "inf" });
    }
    if number == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = number.to_bits();
    let fraction = bits & ((1 << FRACTION_BITS) - 1);
    let exponent = (bits >> FRACTION_BITS & 0x7ff) as i64;
    let first = i64::from(exponent != 0);
    format!("{sign}0x{first}.{fraction:013x}p{:+}", exponent.max(1) - 1023)
}

/// `float.fromhex(string)` (`floatobject.c`, `float_fromhex`).
pub(super) fn from_hexadecimal(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let Some(text) = heap.as_text(bound[0]) else {
        return Err(heap.type_error("bad argument type for built-in operation"));
    };
    match read_hexadecimal(text.trim_matches(|letter: char| letter.is_ascii_whitespace() || letter == '\x0b')) {
        Some(number) if number.is_infinite() && !text.contains(['i', 'I']) => {
            Err(heap.raise(ClassId::OVERFLOW_ERROR, "hexadecimal value too large to represent as a float"))
        }
        Some(number) => Ok(Value::float(number)),
        None => Err(heap.value_error("invalid hexadecimal floating-point string")),
    }
}

fn read_hexadecimal(text: &str) -> Option<f64> {
    let lower = text.to_ascii_lowercase();
    let (sign, rest) = match lower.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, lower.strip_prefix('+').unwrap_or(&lower)),
    };
    match rest {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN.copysign(sign)),
        _ => {}
    }
    let rest = rest.strip_prefix("0x").unwrap_or(rest);
    let (digits, exponent) = match rest.split_once('p') {
        Some((digits, exponent)) => (digits, read_exponent(exponent)?),
        None => (rest, 0),
    };
    let (before, behind) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{before}{behind}");
    if all.is_empty() || !all.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let mantissa = BigInt::parse_bytes(all.as_bytes(), 16)?;
    Some(sign * rounded(mantissa, exponent - 4 * behind.len() as i64))
}

/// The digits behind `p`; what is beyond all floats is cut.
fn read_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse::<i64>().unwrap_or(i64::MAX).min(1 << 40);
    Some(if text.starts_with('-') { -size } else { size })
}

/// The float nearest to a whole number times a power of two; of two that are equally near the even one.
fn rounded(mantissa: BigInt, exponent: i64) -> f64 {
    let bits = mantissa.bits() as i64;
    if bits == 0 || bits + exponent < LEAST_POWER {
        return 0.0;
    }
    if bits + exponent > 1024 {
        return f64::INFINITY;
    }
    let cut = (bits - FRACTION_BITS - 1).max(LEAST_POWER - exponent);
    let Some(cut) = u64::try_from(cut).ok().filter(|cut| *cut > 0) else {
        return libm::scalbn(mantissa.to_f64().unwrap_or_default(), exponent as i32);
    };
    let mut kept: BigInt = &mantissa >> cut;
    let rest = mantissa - (&kept << cut);
    let half = BigInt::one() << (cut - 1);
    if rest > half || (rest == half && !(&kept % 2u8).is_zero()) {
        kept += 1;
    }
    libm::scalbn(kept.to_f64().unwrap_or_default(), (exponent + cut as i64) as i32)
}
