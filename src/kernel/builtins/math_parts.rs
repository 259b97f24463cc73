//! The functions of `math` that take floats apart, and measure how far numbers are from one another.

use crate::units::precise;

use super::super::arguments::Bound;
use super::super::exception::Raised;
use super::super::heap::Heap;
use super::super::operate::iterate;
use super::super::value::Value;
use super::math::{domain_error, floats, range_error, real};
use super::number;

/// `math.fmod`
pub(super) fn remainder(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let (left, right) = (real(heap, bound[0])?, real(heap, bound[1])?);
    let result = left % right;
    if result.is_nan() && !left.is_nan() && !right.is_nan() {
        Err(domain_error(heap))
    } else {
        Ok(Value::float(result))
    }
}

/// `math.modf`
pub(super) fn split(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let number = real(heap, bound[0])?;
    let fraction = if number.is_infinite() { 0f64.copysign(number) } else { number.fract().copysign(number) };
    Ok(heap.tuple(vec![Value::float(fraction), Value::float(number.trunc())]))
}

/// `math.frexp`
pub(super) fn fraction_and_power(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let number = real(heap, bound[0])?;
    let (fraction, power) = if number.is_finite() { libm::frexp(number) } else { (number, 0) };
    Ok(heap.tuple(vec![Value::float(fraction), Value::Int(power.into())]))
}

/// Any power beyond this is too large, or too small, for every float.
const FARTHEST: i64 = 3000;

/// `math.ldexp`
pub(super) fn scaled(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let number = real(heap, bound[0])?;
    let power = number::index(heap, bound[1])?.clamp(-FARTHEST, FARTHEST) as i32;
    let result = libm::ldexp(number, power);
    if result.is_infinite() && number.is_finite() {
        return Err(range_error(heap));
    }
    Ok(Value::float(result))
}

/// Beyond this the smaller of the two terms of a hyperbolic function is nothing beside the other.
const ALONE: f64 = 22.0;

/// `math.cosh`
pub(super) fn hyperbolic_cosine(number: f64) -> f64 {
    let number = number.abs();
    if number < 0.5 * std::f64::consts::LN_2 {
        let less = libm::expm1(number);
        return 1.0 + less * less / (2.0 * (1.0 + less));
    }
    if number < ALONE {
        let power = precise::exp(number);
        return 0.5 * power + 0.5 / power;
    }
    libm::cosh(number)
}

/// `math.tanh`
pub(super) fn hyperbolic_tangent(number: f64) -> f64 {
    let size = number.abs();
    if size == 0.0 || number.is_nan() {
        return number;
    }
    let result = if size >= ALONE {
        1.0
    } else if size >= 1.0 {
        1.0 - 2.0 / (libm::expm1(2.0 * size) + 2.0)
    } else {
        let less = libm::expm1(-2.0 * size);
        -less / (less + 2.0)
    };
    result.copysign(number)
}

/// `math.remainder`: of the nearest whole multiple.
pub(super) fn nearest_remainder(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let (left, right) = (real(heap, bound[0])?, real(heap, bound[1])?);
    let result = libm::remainder(left, right);
    if result.is_nan() && !left.is_nan() && !right.is_nan() {
        return Err(domain_error(heap));
    }
    Ok(Value::float(result))
}

/// `math.dist`
pub(super) fn distance(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let left = iterate::collect(heap, bound[0])?;
    let right = iterate::collect(heap, bound[1])?;
    if left.len() != right.len() {
        return Err(heap.value_error("both points must have the same number of dimensions"));
    }
    let (left, right) = (floats(heap, &left)?, floats(heap, &right)?);
    let differences: Vec<f64> = left.iter().zip(&right).map(|(left, right)| left - right).collect();
    Ok(Value::float(precise::hypotenuse(&differences)))
}

/// `math.isclose`
pub(super) fn is_close(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let (left, right) = (real(heap, bound[0])?, real(heap, bound[1])?);
    let relative = bound.given(2).map_or(Ok(1e-9), |value| real(heap, value))?;
    let absolute = bound.given(3).map_or(Ok(0.0), |value| real(heap, value))?;
    if relative < 0.0 || absolute < 0.0 {
        return Err(heap.value_error("tolerances must be non-negative"));
    }
    if left == right {
        return Ok(Value::TRUE);
    }
    if left.is_infinite() || right.is_infinite() {
        return Ok(Value::FALSE);
    }
    let difference = (right - left).abs();
    let bound = absolute.max((relative * right).abs()).max((relative * left).abs());
    Ok(Value::bool(difference <= bound))
}
