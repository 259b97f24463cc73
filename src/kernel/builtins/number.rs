//! Built-in functions of numbers: `abs`, `round`, `divmod`, `pow`, `bin`, `sum`.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Pow, Signed, Zero};

use crate::script::{BinaryOperator, PythonVersion};

use super::super::arguments::Bound;
use super::super::exception::{ClassId, Raised};
use super::super::heap::{Heap, long};
use super::super::operate::number::divmod_floats;
use super::super::operate::{self, iterate};
use super::super::text::{self, digits};
use super::super::value::{Number, Value};
use super::convert;

/// A whole number, as an index or count.
///
/// # Errors
/// `TypeError` where it is none, `OverflowError` where it does not fit in 64 bits.
pub(crate) fn index(heap: &mut Heap, value: Value) -> Result<i64, Raised> {
    if let Some(number) = value.integer() {
        return Ok(number);
    }
    let whole = whole(heap, value)?;
    let too_large = "Python int too large to convert to C ssize_t";
    whole.integer().ok_or_else(|| heap.raise(ClassId::OVERFLOW_ERROR, too_large))
}

/// An `int` or `bool`, however long, or what an object's `__index__` says.
///
/// # Errors
/// `TypeError` where it is none.
pub(super) fn whole(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    if value.is_whole() {
        return Ok(value);
    }
    if let Some(number) = convert::answered(heap, value, &["__index__"])?.filter(|answer| answer.is_whole()) {
        return Ok(number);
    }
    let message = format!("'{}' object cannot be interpreted as an integer", heap.type_name(value));
    Err(heap.type_error(message))
}

/// The number of what [`whole`] takes.
///
/// # Errors
/// As [`whole`].
pub(super) fn big(heap: &mut Heap, value: Value) -> Result<BigInt, Raised> {
    let number = whole(heap, value)?;
    Ok(heap.big(number).unwrap_or_default())
}

/// `abs(x)`
pub(super) fn absolute(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    match value.number() {
        Some(Number::Int(number)) => Ok(heap.int_of(i128::from(number).abs())),
        Some(Number::Float(number)) => Ok(Value::float(number.abs())),
        None => {
            if let Value::Long(at) = value {
                return heap.int(heap.long(at).abs());
            }
            if let Some(answer) = convert::answered(heap, value, &["__abs__"])? {
                return Ok(answer);
            }
            let message = format!("bad operand type for abs(): '{}'", heap.type_name(value));
            Err(heap.type_error(message))
        }
    }
}

/// `bin`, `oct`, `hex`
pub(super) fn in_base(heap: &mut Heap, value: Value, base: u32) -> Result<Value, Raised> {
    let number = big(heap, value)?;
    let sign = if number.is_negative() { "-" } else { "" };
    let magnitude = number.magnitude();
    let text = match base {
        2 => format!("{sign}0b{magnitude:b}"),
        8 => format!("{sign}0o{magnitude:o}"),
        _ => format!("{sign}0x{}", text::hexadecimal(magnitude)),
    };
    Ok(heap.string_from(text))
}

/// `divmod(x, y)`
pub(super) fn divmod(heap: &mut Heap, left: Value, right: Value) -> Result<Value, Raised> {
    match (left.number(), right.number()) {
        _ if matches!((left, right), (Value::Long(_), Value::Float(_)) | (Value::Float(_), Value::Long(_))) => {
            let floats = heap.float_of(left).and_then(|left| Ok((left, heap.float_of(right)?)));
            let (left, right) = floats.map_err(|problem| heap.raised(problem))?;
            divmod(heap, Value::float(left.unwrap_or_default()), Value::float(right.unwrap_or_default()))
        }
        (_, Some(Number::Int(0))) if left.is_whole() => {
            Err(heap.raise(ClassId::ZERO_DIVISION_ERROR, "integer division or modulo by zero"))
        }
        _ if left.is_whole() && right.is_whole() => {
            let quotient = operate::binary(heap, BinaryOperator::FloorDivide, left, right)?;
            let rest = operate::binary(heap, BinaryOperator::Modulo, left, right)?;
            Ok(heap.tuple(vec![quotient, rest]))
        }
        (Some(left), Some(right)) => {
            if right.as_float() == 0.0 {
                return Err(heap.raise(ClassId::ZERO_DIVISION_ERROR, "float divmod()"));
            }
            let (quotient, rest) = divmod_floats(left.as_float(), right.as_float());
            Ok(heap.tuple(vec![Value::float(quotient), Value::float(rest)]))
        }
        _ => {
            let asked = operate::ask_method(heap, left, "__divmod__", &[right]);
            if let Some(answer) = asked.or_else(|| operate::ask_method(heap, right, "__rdivmod__", &[left])) {
                return answer.map_err(|problem| heap.raised(problem));
            }
            let (left, right) = (heap.type_name(left), heap.type_name(right));
            let message = format!("unsupported operand type(s) for divmod(): '{left}' and '{right}'");
            Err(heap.type_error(message))
        }
    }
}

/// `pow(base, exponent, modulus)`
pub(super) fn power(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let modulus = match bound.or_none(2) {
        Value::None => return operate::binary(heap, BinaryOperator::Power, bound[0], bound[1]),
        modulus => modulus,
    };
    if let Some(answer) = operate::ask_method(heap, bound[0], "__pow__", &[bound[1], modulus]) {
        return answer.map_err(|problem| heap.raised(problem));
    }
    let (Some(base), Some(exponent), Some(modulus)) = (heap.big(bound[0]), heap.big(bound[1]), heap.big(modulus))
    else {
        return Err(heap.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    };
    if modulus.is_zero() {
        return Err(heap.value_error("pow() 3rd argument cannot be 0"));
    }
    // A step a bit of the exponent, each of the modulus's length squared: some seconds at the most.
    let length = modulus.bits().saturating_mul(exponent.bits()).saturating_mul(modulus.bits() / 64 + 1);
    long::check_bits(length >> 16).map_err(|problem| heap.raised(problem))?;
    let base = if exponent.is_negative() { base.modinv(&modulus) } else { Some(base) };
    match base {
        Some(base) => heap.int(base.modpow(&exponent.abs(), &modulus)),
        None => Err(heap.value_error("base is not invertible for the given modulus")),
    }
}

/// `round(number, ndigits)`: ties go to the even neighbour.
pub(super) fn round(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let places = match bound.or_none(1) {
        Value::None => None,
        value => Some(index(heap, value)?),
    };
    match (bound[0].number(), places) {
        (Some(Number::Float(number)), None) => convert::truncate(heap, number.round_ties_even()),
        (Some(Number::Float(number)), Some(places)) => match round_float(number, places) {
            Some(number) => Ok(Value::float(number)),
            None => Err(heap.raise(ClassId::OVERFLOW_ERROR, "rounded value too large to represent")),
        },
        (_, places) if let Some(number) = heap.big(bound[0]) => heap.int(round_integer(number, places.unwrap_or(0))),
        (_, places) => {
            let given = places.map(Value::Int);
            if let Some(answer) = operate::ask_method(heap, bound[0], "__round__", given.as_slice()) {
                return answer.map_err(|problem| heap.raised(problem));
            }
            let message = format!("type {} doesn't define __round__ method", heap.type_name(bound[0]));
            Err(heap.type_error(message))
        }
    }
}

fn round_integer(number: BigInt, places: i64) -> BigInt {
    // A unit of so many bits is more than twice the number.
    let unit = places.checked_neg().and_then(|places| u64::try_from(places).ok());
    let Some(unit) = unit.filter(|_| places < 0) else { return number };
    if unit > number.bits() + 2 {
        return BigInt::zero();
    }
    let unit: BigInt = Pow::pow(BigInt::from(10), unit);
    let (quotient, rest) = number.div_mod_floor(&unit);
    let twice: BigInt = rest * 2;
    let goes_up = twice > unit || (twice == unit && quotient.is_odd());
    (quotient + i32::from(goes_up)) * unit
}

/// More places than this change no float; fewer than their negative leave nothing.
const MOST_PLACES: i64 = 350;

/// `None` where the rounded number is beyond all floats.
fn round_float(number: f64, places: i64) -> Option<f64> {
    if !number.is_finite() || places > MOST_PLACES {
        return Some(number);
    }
    if places < -MOST_PLACES {
        return Some(0f64.copysign(number));
    }
    let text = if places >= 0 {
        digits::fixed(number.abs(), places as usize)
    } else {
        let unit = places.unsigned_abs() as usize;
        // All digits of the whole part, rounded by hand at the wanted one; ties are exact, for floats have no more digits.
        let exact = digits::fixed(number.abs(), 1100);
        round_digits(&exact, unit)
    };
    let rounded: f64 = text.parse().ok()?;
    rounded.is_finite().then_some(rounded.copysign(number))
}

/// Rounds `123.45` to so many places before the point.
fn round_digits(exact: &str, unit: usize) -> String {
    let (whole, fraction) = exact.split_once('.').unwrap_or((exact, ""));
    let padded = format!("{whole:0>width$}", width = unit + 1);
    let (kept, cut) = padded.split_at(padded.len() - unit);
    let half = format!("5{}", "0".repeat(unit - 1));
    let last_is_odd = kept.bytes().last().is_some_and(|digit| digit % 2 == 1);
    let has_fraction = fraction.bytes().any(|digit| digit != b'0');
    let goes_up = cut > half.as_str() || (cut == half && (has_fraction || last_is_odd));
    let mut digits: Vec<u8> = format!("0{kept}").into_bytes();
    if goes_up {
        for digit in digits.iter_mut().rev() {
            if *digit < b'9' {
                *digit += 1;
                break;
            }
            *digit = b'0';
        }
    }
    format!("{}e{unit}", String::from_utf8_lossy(&digits))
}

/// `sum(iterable, start)`
pub(super) fn sum(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let start = bound.given(1).unwrap_or(Value::Int(0));
    if let Value::Str(_) = start {
        return Err(heap.type_error("sum() can't sum strings [use ''.join(seq) instead]"));
    }
    let iterable = iterate::iterate_whole(heap, bound[0])?;
    // Since 3.12 sums of floats carry what rounding lost.
    let is_compensated = heap.version() >= PythonVersion::V3_12;
    let mut walk = heap.begin_walk();
    let mut position = walk.next as i64;
    let mut total = walk.made.map_or_else(|| Total::new(start), Total::Rest);
    while let Some(item) = iterate::next_item(heap, iterable, &mut position)? {
        total = match (total, item.number()) {
            (Total::Whole(sum), Some(Number::Int(number))) if let Some(sum) = sum.checked_add(number) => {
                Total::Whole(sum)
            }
            (Total::Float { sum, lost }, Some(Number::Float(number))) if is_compensated => add_float(sum, lost, number),
            (Total::Float { sum, lost }, Some(Number::Float(number))) => Total::Float { sum: sum + number, lost },
            // CPython adds integers to a sum of floats without carrying what is lost.
            (Total::Float { sum, lost }, Some(Number::Int(number))) => Total::Float { sum: sum + number as f64, lost },
            (total, _) => {
                let sum = operate::binary(heap, BinaryOperator::Add, total.value(), item)?;
                let sum = match (total, sum) {
                    (Total::Whole(_), Value::Float(_)) => Total::new(sum),
                    _ => Total::Rest(sum),
                };
                // A place that is kept says what the sum is, and not that it is one of floats.
                if let Total::Rest(sum) = sum {
                    heap.walked(&mut walk, position as usize, Some(sum));
                }
                sum
            }
        };
    }
    Ok(total.value())
}

/// A sum as far as it is (`bltinmodule.c`, `builtin_sum_impl`): of integers, then of floats, then of anything.
#[derive(Clone, Copy)]
enum Total {
    Whole(i64),
    Float { sum: f64, lost: f64 },
    Rest(Value),
}

impl Total {
    fn new(start: Value) -> Self {
        match start {
            Value::Int(sum) => Self::Whole(sum),
            Value::Float(bits) => Self::Float { sum: f64::from_bits(bits), lost: 0.0 },
            _ => Self::Rest(start),
        }
    }

    fn value(self) -> Value {
        match self {
            Self::Whole(sum) => Value::Int(sum),
            Self::Float { sum, lost } if lost != 0.0 && lost.is_finite() => Value::float(sum + lost),
            Self::Float { sum, .. } => Value::float(sum),
            Self::Rest(value) => value,
        }
    }
}

/// Neumaier's summation.
fn add_float(sum: f64, lost: f64, number: f64) -> Total {
    let total = sum + number;
    let rest = if sum.abs() >= number.abs() { (sum - total) + number } else { (number - total) + sum };
    Total::Float { sum: total, lost: lost + rest }
}
