//! Arithmetic of numbers, as Python has it: floor division and modulo take the divisor's sign, `/` makes a float, and integers
//! are never wrapped.

use crate::script::BinaryOperator;
use crate::units::precise;

use super::super::exception::{Attempt, ClassId, Problem};
use super::super::value::Value;

pub(super) fn zero_division(message: &str) -> Problem {
    Problem::new(ClassId::ZERO_DIVISION_ERROR, message)
}

/// Any operator on two integers; `None` where the result is one that does not fit in 64 bits.
///
/// # Errors
/// `ZeroDivisionError`, `OverflowError`, `ValueError` as in Python.
pub(super) fn integers(operator: BinaryOperator, left: i64, right: i64) -> Attempt<Option<Value>> {
    let result = match operator {
        BinaryOperator::Add => left.checked_add(right),
        BinaryOperator::Subtract => left.checked_sub(right),
        BinaryOperator::Multiply => left.checked_mul(right),
        BinaryOperator::Divide => return divide_integers(left, right).map(Some),
        BinaryOperator::FloorDivide if right == 0 => return Err(zero_division("integer division or modulo by zero")),
        BinaryOperator::Modulo if right == 0 => return Err(zero_division("integer modulo by zero")),
        BinaryOperator::FloorDivide => floor_divide(left, right),
        BinaryOperator::Modulo => Some(modulo(left, right)),
        BinaryOperator::Power if right < 0 => return power(left as f64, right as f64, left == 0).map(Some),
        BinaryOperator::Power => power_of_integers(left, right),
        BinaryOperator::ShiftLeft | BinaryOperator::ShiftRight if right < 0 => {
            return Err(Problem::new(ClassId::VALUE_ERROR, "negative shift count"));
        }
        BinaryOperator::ShiftLeft => shift_left(left, right),
        BinaryOperator::ShiftRight => Some(left >> right.min(63)),
        BinaryOperator::BitAnd => Some(left & right),
        BinaryOperator::BitOr => Some(left | right),
        BinaryOperator::BitXor => Some(left ^ right),
    };
    Ok(result.map(Value::Int))
}

/// `left // right`; `None` past 64 bits. `right` is not zero.
#[inline]
#[must_use]
pub const fn floor_divide(left: i64, right: i64) -> Option<i64> {
    let Some(quotient) = left.checked_div(right) else { return None };
    let is_inexact = left.wrapping_rem(right) != 0;
    Some(if is_inexact && (left < 0) != (right < 0) { quotient - 1 } else { quotient })
}

/// `left % right`, with the sign of `right`, which is not zero.
#[inline]
#[must_use]
pub const fn modulo(left: i64, right: i64) -> i64 {
    let rest = left.wrapping_rem(right);
    if rest != 0 && (rest < 0) != (right < 0) { rest + right } else { rest }
}

fn shift_left(left: i64, by: i64) -> Option<i64> {
    if left == 0 {
        return Some(0);
    }
    let by = u32::try_from(by).ok().filter(|&by| by < 64)?;
    let shifted = left << by;
    (shifted >> by == left).then_some(shifted)
}

/// The largest integer up to which all integers are floats.
const EXACT_FLOAT: u64 = 1 << 53;

/// `left / right`, rounded once, to the nearest float.
fn divide_integers(left: i64, right: i64) -> Attempt<Value> {
    if right == 0 {
        return Err(zero_division("division by zero"));
    }
    let (above, below) = (left.unsigned_abs(), right.unsigned_abs());
    if above == 0 || (above <= EXACT_FLOAT && below <= EXACT_FLOAT) {
        return Ok(Value::float(left as f64 / right as f64));
    }
    // Scaled so that the quotient has more bits than a float; the rest of the division is told by its last bit.
    let shift = u128::from(above).leading_zeros();
    let scaled = u128::from(above) << shift;
    let quotient = scaled / u128::from(below);
    let sticky = u128::from(scaled % u128::from(below) != 0);
    let magnitude = libm::ldexp((quotient | sticky) as f64, -(shift as i32));
    Ok(Value::float(if (left < 0) == (right < 0) { magnitude } else { -magnitude }))
}

/// `base ** exponent`, which is not negative; `None` past 64 bits.
fn power_of_integers(base: i64, exponent: i64) -> Option<i64> {
    if base == 0 || base == 1 || exponent == 0 {
        return Some(i64::from(base == 1 || exponent == 0));
    }
    if base == -1 {
        return Some(if exponent % 2 == 0 { 1 } else { -1 });
    }
    base.checked_pow(u32::try_from(exponent).ok()?)
}

/// `base ** exponent` of floats.
pub(super) fn power(base: f64, exponent: f64, is_zero_base: bool) -> Attempt<Value> {
    if is_zero_base && exponent < 0.0 {
        return Err(zero_division("0.0 cannot be raised to a negative power"));
    }
    if base < 0.0 && base.is_finite() && exponent.is_finite() && exponent.fract() != 0.0 {
        return Err(Problem::unsupported("complex numbers are not supported"));
    }
    let result = precise::pow(base, exponent);
    if result.is_infinite() && base.is_finite() && exponent.is_finite() {
        return Err(Problem::new(ClassId::OVERFLOW_ERROR, "(34, 'Numerical result out of range')"));
    }
    Ok(Value::float(result))
}

/// What `%` says of a float zero since 3.13 (`floatobject.c`, `float_rem`).
pub(super) const FLOAT_MODULO: &str = "float modulo by zero";

/// Any operator on two floats.
///
/// # Errors
/// `ZeroDivisionError`, `OverflowError` as in Python.
pub(super) fn floats(operator: BinaryOperator, left: f64, right: f64) -> Attempt<Value> {
    let result = match operator {
        BinaryOperator::Add => left + right,
        BinaryOperator::Subtract => left - right,
        BinaryOperator::Multiply => left * right,
        BinaryOperator::Divide if right == 0.0 => return Err(zero_division("float division by zero")),
        BinaryOperator::FloorDivide if right == 0.0 => {
            return Err(zero_division("float floor division by zero"));
        }
        BinaryOperator::Modulo if right == 0.0 => return Err(zero_division(FLOAT_MODULO)),
        BinaryOperator::Divide => left / right,
        BinaryOperator::FloorDivide => divmod_floats(left, right).0,
        BinaryOperator::Modulo => divmod_floats(left, right).1,
        BinaryOperator::Power => return power(left, right, left == 0.0),
        BinaryOperator::ShiftLeft
        | BinaryOperator::ShiftRight
        | BinaryOperator::BitAnd
        | BinaryOperator::BitOr
        | BinaryOperator::BitXor => {
            return Err(Problem::new(ClassId::TYPE_ERROR, ""));
        }
    };
    Ok(Value::float(result))
}

/// `divmod(left, right)` of floats: the remainder has the sign of `right`, the quotient is the float next to the true one.
/// `right` is not zero.
#[must_use]
pub fn divmod_floats(left: f64, right: f64) -> (f64, f64) {
    let mut rest = left % right;
    let mut quotient = (left - rest) / right;
    if rest == 0.0 {
        rest = 0f64.copysign(right);
    } else if (right < 0.0) != (rest < 0.0) {
        rest += right;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(left / right), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

/// Whether an integer is below, equal to or above a float; `None` for not-a-number. Exact, unlike rounding the integer.
#[must_use]
pub fn compare_integer(left: i64, right: f64) -> Option<std::cmp::Ordering> {
    if left.unsigned_abs() <= EXACT_FLOAT {
        return (left as f64).partial_cmp(&right);
    }
    // 2⁶³: from there on every float is above every integer of 64 bits.
    const BEYOND: f64 = 9_223_372_036_854_775_808.0;
    if right.is_nan() {
        None
    } else if right >= BEYOND {
        Some(std::cmp::Ordering::Less)
    } else if right < -BEYOND {
        Some(std::cmp::Ordering::Greater)
    } else {
        let whole = right.floor();
        let order = left.cmp(&(whole as i64));
        Some(if order == std::cmp::Ordering::Equal && right > whole { std::cmp::Ordering::Less } else { order })
    }
}
