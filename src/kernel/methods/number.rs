//! Methods of `int` and `float`.

use crate::signatures::methods::{FloatMethod, IntMethod};

use super::super::exception::{ClassId, Raised};
use super::super::heap::Heap;
use super::super::operate::number::TOO_LONG;
use super::super::value::Value;

/// A method of an integer.
pub(super) fn call_int(heap: &mut Heap, receiver: Value, method: IntMethod) -> Result<Value, Raised> {
    let number = receiver.integer().unwrap_or(0);
    Ok(match method {
        IntMethod::AsIntegerRatio => heap.tuple(vec![Value::Int(number), Value::Int(1)]),
        IntMethod::BitCount => Value::Int(i64::from(number.unsigned_abs().count_ones())),
        IntMethod::BitLength => Value::Int(i64::from(u64::BITS - number.unsigned_abs().leading_zeros())),
        IntMethod::Conjugate => Value::Int(number),
        IntMethod::IsInteger => Value::TRUE,
    })
}

/// A method of a float.
pub(super) fn call_float(heap: &mut Heap, number: f64, method: FloatMethod) -> Result<Value, Raised> {
    match method {
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
    let (mut above, mut below) = (number, 1i64);
    while above.fract() != 0.0 {
        above *= 2.0;
        below = match below.checked_mul(2) {
            Some(below) => below,
            None => return Err(heap.unsupported(TOO_LONG)),
        };
    }
    if above.abs() >= 9_223_372_036_854_775_808.0 {
        return Err(heap.unsupported(TOO_LONG));
    }
    Ok(heap.tuple(vec![Value::Int(above as i64), Value::Int(below)]))
}
