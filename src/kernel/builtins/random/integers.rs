//! Random integers: `getrandbits`, `randrange`, `randint`.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use crate::script::{BinaryOperator, PythonVersion};

use super::super::super::arguments::Bound;
use super::super::super::exception::Raised;
use super::super::super::heap::long::check_bits;
use super::super::super::heap::{Heap, Whose};
use super::super::super::text::write_str;
use super::super::super::value::Value;
use super::super::{convert, number};
use super::operate;

/// `getrandbits(k)`
pub(super) fn bits(heap: &mut Heap, of: Whose, count: Value) -> Result<Value, Raised> {
    let count = number::index(heap, count)?;
    if count < 0 {
        return Err(heap.value_error("number of bits must be non-negative"));
    }
    let count = count as u64;
    check_bits(count).map_err(|problem| heap.raised(problem))?;
    // `_randommodule.c`, `getrandbits`: the lowest word first, the last one cut.
    let words = (0..count).step_by(32).map(|start| heap.generator(of).bits((count - start).min(32) as u32) as u32);
    let number = BigInt::new(Sign::Plus, words.collect());
    heap.int(number)
}

/// `randrange(start, stop=None, step=1)`
pub(super) fn from_range(heap: &mut Heap, of: Whose, bound: &Bound<'_>) -> Result<Value, Raised> {
    let start = whole(heap, bound[0], "arg 1")?;
    let step = bound.given(2).unwrap_or(Value::Int(1));
    let stop = bound.or_none(1);
    if stop == Value::None {
        if step != Value::Int(1) {
            return Err(heap.type_error("Missing a non-None stop argument"));
        }
        return match u128::try_from(start) {
            Ok(end) if end > 0 => {
                let number = heap.generator(of).below(end) as i128;
                Ok(heap.int_of(number))
            }
            Ok(_) | Err(_) => Err(heap.value_error("empty range for randrange()")),
        };
    }
    let end = whole(heap, stop, "stop")?;
    let step_number = whole(heap, step, "step")?;
    if step_number == 1 {
        let stop = text(heap, stop)?;
        return from_width(heap, of, bound[0], (start, end), &stop);
    }
    if step_number == 0 {
        return Err(heap.value_error("zero step for randrange()"));
    }
    let count = floor_divide(end - start + step_number - step_number.signum(), step_number);
    match u128::try_from(count) {
        Ok(count) if count > 0 => {
            let number = start + step_number * heap.generator(of).below(count) as i128;
            Ok(heap.int_of(number))
        }
        Ok(_) | Err(_) if heap.version() < PythonVersion::V3_12 => Err(heap.value_error("empty range for randrange()")),
        Ok(_) | Err(_) => {
            let (start, stop, step) = (text(heap, bound[0])?, text(heap, stop)?, text(heap, step)?);
            Err(heap.value_error(format!("empty range in randrange({start}, {stop}, {step})")))
        }
    }
}

/// `randint(a, b)`, which is `randrange(a, b + 1)`.
pub(super) fn between(heap: &mut Heap, of: Whose, first: Value, last: Value) -> Result<Value, Raised> {
    if last.is_whole() {
        let end = whole(heap, last, "stop")? + 1;
        let start = whole(heap, first, "arg 1")?;
        return from_width(heap, of, first, (start, end), &end.to_string());
    }
    let stop = operate::binary(heap, BinaryOperator::Add, last, Value::Int(1))?;
    let start = whole(heap, first, "arg 1")?;
    let end = whole(heap, stop, "stop")?;
    let stop = text(heap, stop)?;
    from_width(heap, of, first, (start, end), &stop)
}

/// A number from the first up to and without the second; `start` and `stop` are as the script has them.
fn from_width(
    heap: &mut Heap,
    of: Whose,
    start: Value,
    (first, end): (i128, i128),
    stop: &str,
) -> Result<Value, Raised> {
    let width = end - first;
    match u128::try_from(width) {
        Ok(count) if count > 0 => {
            let number = first + heap.generator(of).below(count) as i128;
            Ok(heap.int_of(number))
        }
        Ok(_) | Err(_) if heap.version() < PythonVersion::V3_12 => {
            Err(heap.value_error(format!("empty range for randrange() ({first}, {end}, {width})")))
        }
        Ok(_) | Err(_) => {
            let start = text(heap, start)?;
            Err(heap.value_error(format!("empty range in randrange({start}, {stop})")))
        }
    }
}

/// An integer; until 3.11 also a float without a fraction, about which CPython warns. `what` is what its words call it.
fn whole(heap: &mut Heap, value: Value, what: &str) -> Result<i128, Raised> {
    if value.is_whole() || heap.version() >= PythonVersion::V3_12 {
        let number = number::big(heap, value)?;
        // Twice a number of 126 bits still fits in 128.
        let narrow = number.to_i128().filter(|_| number.bits() < 126);
        return narrow.ok_or_else(|| heap.unsupported("random integers beyond 125 bits are not supported"));
    }
    let cut = convert::to_int(heap, Some(value), None)?;
    match cut {
        Value::Int(number) if operate::equals(heap, cut, value).map_err(|problem| heap.raised(problem))? => {
            Ok(i128::from(number))
        }
        _ => Err(heap.value_error(format!("non-integer {what} for randrange()"))),
    }
}

fn text(heap: &mut Heap, value: Value) -> Result<String, Raised> {
    let mut text = String::new();
    write_str(heap, value, &mut text).map_err(|problem| heap.raised(problem))?;
    Ok(text)
}

/// `left // right`; `right` is not zero.
const fn floor_divide(left: i128, right: i128) -> i128 {
    let quotient = left / right;
    if left % right != 0 && (left < 0) != (right < 0) { quotient - 1 } else { quotient }
}
