//! Arithmetic of integers beyond 64 bits (`Objects/longobject.c`): the crate `num-bigint` calculates; here is what Python asks of it.

use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{FromPrimitive, Pow, Signed, ToPrimitive, Zero};

use crate::script::BinaryOperator;

use super::super::exception::{Attempt, ClassId, Problem, Raised};
use super::super::heap::Heap;
use super::super::heap::long::{check_bits, nearest_float};
use super::super::value::Value;
use super::arithmetic::raise_arithmetic;
use super::number::{self, zero_division};

/// `left operator right` of two integers.
///
/// # Errors
/// `ZeroDivisionError`, `OverflowError`, `ValueError` as in Python; unsupported beyond the longest integer.
pub(super) fn integers(
    heap: &mut Heap,
    operator: BinaryOperator,
    left: &BigInt,
    right: &BigInt,
) -> Result<Value, Raised> {
    let result = match operator {
        BinaryOperator::Divide => {
            return quotient(left, right).map(Value::float).map_err(|problem| heap.raised(problem));
        }
        BinaryOperator::Power if right.is_negative() => {
            let floats = nearest_float(left).and_then(|left| Ok((left, nearest_float(right)?)));
            let (base, exponent) = floats.map_err(|problem| heap.raised(problem))?;
            let power = number::power(base, exponent, left.is_zero());
            return power.map_err(|problem| raise_arithmetic(heap, problem));
        }
        _ => whole(operator, left, right),
    };
    match result {
        Ok(number) => heap.int(number),
        Err(problem) => Err(heap.raised(problem)),
    }
}

fn whole(operator: BinaryOperator, left: &BigInt, right: &BigInt) -> Attempt<BigInt> {
    Ok(match operator {
        BinaryOperator::Add => left + right,
        BinaryOperator::Subtract => left - right,
        BinaryOperator::Multiply => {
            check_bits(left.bits() + right.bits())?;
            left * right
        }
        BinaryOperator::FloorDivide if right.is_zero() => {
            return Err(zero_division("integer division or modulo by zero"));
        }
        BinaryOperator::Modulo if right.is_zero() => return Err(zero_division("integer modulo by zero")),
        BinaryOperator::FloorDivide => left.div_floor(right),
        BinaryOperator::Modulo => left.mod_floor(right),
        BinaryOperator::Power | BinaryOperator::Divide => raised_to(left, right)?,
        BinaryOperator::ShiftLeft | BinaryOperator::ShiftRight if right.is_negative() => {
            return Err(Problem::new(ClassId::VALUE_ERROR, "negative shift count"));
        }
        BinaryOperator::ShiftLeft if left.is_zero() => BigInt::zero(),
        BinaryOperator::ShiftLeft => {
            let by = right.to_u64().unwrap_or(u64::MAX);
            check_bits(left.bits().saturating_add(by))?;
            left << by
        }
        BinaryOperator::ShiftRight => left >> right.to_u64().unwrap_or(u64::MAX).min(left.bits() + 1),
        BinaryOperator::BitAnd => left & right,
        BinaryOperator::BitOr => left | right,
        BinaryOperator::BitXor => left ^ right,
    })
}

/// `base ** exponent`; the exponent is not negative.
fn raised_to(base: &BigInt, exponent: &BigInt) -> Attempt<BigInt> {
    if base.bits() <= 1 {
        let is_odd = exponent.is_odd();
        return Ok(match base.sign() {
            Sign::NoSign => BigInt::from(u8::from(exponent.is_zero())),
            Sign::Minus if is_odd => base.clone(),
            Sign::Minus | Sign::Plus => BigInt::from(1),
        });
    }
    let times = exponent.to_u64().unwrap_or(u64::MAX);
    check_bits((base.bits() - 1).saturating_mul(times))?;
    Ok(Pow::pow(base, times))
}

/// The exponent of the smallest float above zero.
const FINEST: i64 = -1074;

/// How many bits a float has behind its first.
const FRACTION_BITS: i64 = 52;

/// `left / right`, rounded once (`long_true_divide`).
fn quotient(left: &BigInt, right: &BigInt) -> Attempt<f64> {
    if right.is_zero() {
        return Err(zero_division("division by zero"));
    }
    if left.is_zero() {
        return Ok(if right.is_negative() { -0.0 } else { 0.0 });
    }
    let (above, below) = (left.magnitude(), right.magnitude());
    let length = above.bits() as i64 - below.bits() as i64;
    // Two bits more than the float has; the last one also tells of all that is cut off.
    let unit = (length - 1 - FRACTION_BITS).max(FINEST) - 2;
    let (scaled, below) = if unit < 0 { (above << -unit, below.clone()) } else { (above.clone(), below << unit) };
    let (quotient, rest) = scaled.div_rem(&below);
    let quotient = quotient.to_u64().unwrap_or(u64::MAX) | u64::from(!rest.is_zero());
    let exponent = i32::try_from(unit).unwrap_or(i32::MAX);
    let magnitude = if unit == FINEST - 2 && quotient >> (FRACTION_BITS + 2) == 0 {
        // Below the normal floats: there are fewer bits, and the step to a float must not round once more.
        let (whole, rest) = (quotient >> 2, quotient & 3);
        libm::ldexp((whole + u64::from(rest == 3 || rest == 2 && whole % 2 == 1)) as f64, exponent + 2)
    } else {
        libm::ldexp(quotient as f64, exponent)
    };
    if magnitude.is_infinite() {
        return Err(Problem::new(ClassId::OVERFLOW_ERROR, "integer division result too large for a float"));
    }
    Ok(if left.is_negative() == right.is_negative() { magnitude } else { -magnitude })
}

/// How two numbers stand to one another of which one is beyond 64 bits; `Some(None)` where one is not-a-number, `None` where one
/// is no number.
pub(super) fn order(heap: &Heap, left: Value, right: Value) -> Option<Option<Ordering>> {
    match (left, right) {
        (Value::Long(left), Value::Float(right)) => Some(beside_float(heap.long(left), f64::from_bits(right))),
        (Value::Float(left), Value::Long(right)) => {
            Some(beside_float(heap.long(right), f64::from_bits(left)).map(Ordering::reverse))
        }
        (Value::Long(left), Value::Long(right)) => Some(Some(heap.long(left).cmp(heap.long(right)))),
        (Value::Long(left), right) => right.integer().map(|right| Some(heap.long(left).cmp(&BigInt::from(right)))),
        (left, Value::Long(right)) => left.integer().map(|left| Some(BigInt::from(left).cmp(heap.long(right)))),
        _ => None,
    }
}

/// Exact, unlike rounding the integer.
fn beside_float(left: &BigInt, right: f64) -> Option<Ordering> {
    match BigInt::from_f64(right) {
        Some(whole) => Some(left.cmp(&whole)),
        None if right.is_nan() => None,
        None => Some(if right > 0.0 { Ordering::Less } else { Ordering::Greater }),
    }
}

/// An operator on two numbers of which one is beyond 64 bits; `None` where one is no number.
pub(super) fn binary(
    heap: &mut Heap,
    operator: BinaryOperator,
    left: Value,
    right: Value,
) -> Option<Result<Value, Raised>> {
    if let (Some(left), Some(right)) = (heap.big(left), heap.big(right)) {
        return Some(integers(heap, operator, &left, &right));
    }
    let is_bitwise = matches!(
        operator,
        BinaryOperator::BitAnd
            | BinaryOperator::BitOr
            | BinaryOperator::BitXor
            | BinaryOperator::ShiftLeft
            | BinaryOperator::ShiftRight
    );
    let are_numbers = heap.number(left).is_some() && heap.number(right).is_some();
    if is_bitwise || !are_numbers {
        return None;
    }
    let floats = heap.float_of(left).and_then(|left| Ok(left.zip(heap.float_of(right)?)));
    match floats {
        Ok(floats) => {
            let (left, right) = floats?;
            Some(number::floats(operator, left, right).map_err(|problem| raise_arithmetic(heap, problem)))
        }
        Err(problem) => Some(Err(heap.raised(problem))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts of the floats are CPython's.
    #[test]
    fn quotients_are_rounded_once_down_to_the_smallest_float() {
        let number = |text: &str| -> BigInt {
            let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
            let mantissa: BigInt = mantissa.parse().expect("digits");
            mantissa * BigInt::from(10).pow(exponent.parse::<u32>().expect("a number"))
        };
        for (left, right, expected) in [
            ("1", "3e30", "3.3333333333333333e-31"),
            ("-7e40", "3", "-2.333333333333333e+40"),
            ("9007199254740993e20", "1e20", "9007199254740992.0"),
            ("9007199254740995e20", "1e20", "9007199254740996.0"),
            ("1", "4e323", "5e-324"),
            ("1", "5e323", "0.0"),
            ("3", "1e324", "5e-324"),
            ("22250738585072011", "1e324", "2.225073858507201e-308"),
            ("179769313486231580e291", "1", "1.7976931348623157e+308"),
            ("0", "-1e30", "-0.0"),
        ] {
            let found = quotient(&number(left), &number(right)).expect("a float");
            assert_eq!(
                found.to_bits(),
                expected.parse::<f64>().expect("a float").to_bits(),
                "{left} / {right}: {found:e}"
            );
        }
        assert!(quotient(&number("1e400"), &number("3")).is_err());
    }
}
