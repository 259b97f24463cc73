//! Methods of `int` and `float`.

use num_bigint::BigInt;
use num_traits::FromPrimitive;

use crate::signatures::methods::{FloatMethod, IntMethod};

use super::super::exception::{ClassId, Raised};
use super::super::heap::Heap;
use super::super::value::Value;

/// A method of an integer.
pub(super) fn call_int(heap: &mut Heap, receiver: Value, method: IntMethod) -> Result<Value, Raised> {
    let number = heap.big(receiver).unwrap_or_default();
    Ok(match method {
        IntMethod::AsIntegerRatio => {
            let number = heap.int(number)?;
            heap.tuple(vec![number, Value::Int(1)])
        }
        IntMethod::BitCount => Value::Int(number.magnitude().count_ones() as i64),
        IntMethod::BitLength => Value::Int(number.bits() as i64),
        IntMethod::Conjugate => heap.int(number)?,
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
    let (mut above, mut bits) = (number, 0);
    while above.fract() != 0.0 {
        above *= 2.0;
        bits += 1;
    }
    let above = heap.int(BigInt::from_f64(above).unwrap_or_default())?;
    let below = heap.int(BigInt::from(1) << bits)?;
    Ok(heap.tuple(vec![above, below]))
}
