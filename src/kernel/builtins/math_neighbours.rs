//! Functions of `math` that are about whole numbers and neighbours of floats.

use super::super::arguments::Bound;
use super::super::exception::Raised;
use super::super::heap::Heap;
use super::super::operate;
use super::super::value::Value;
use super::{convert, math, number};

/// `math.floor` and `math.ceil`: a script's object is asked by its own method first (`mathmodule.c`, `math_floor`).
pub(super) fn whole(heap: &mut Heap, value: Value, method: &str, round: fn(f64) -> f64) -> Result<Value, Raised> {
    if let Some(answer) = operate::ask_method(heap, value, method, &[]) {
        return answer.map_err(|problem| heap.raised(problem));
    }
    match value {
        Value::Long(_) => Ok(value),
        _ => match value.integer() {
            Some(number) => Ok(Value::Int(number)),
            None => {
                let number = math::real(heap, value)?;
                convert::truncate(heap, round(number))
            }
        },
    }
}

/// `math.trunc`
pub(super) fn truncate(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    let is_own = operate::ask_method(heap, value, "__trunc__", &[]).is_some();
    if !is_own && heap.number(value).is_none() {
        let message = format!("type {} doesn't define __trunc__ method", heap.type_name(value));
        return Err(heap.type_error(message));
    }
    whole(heap, value, "__trunc__", f64::trunc)
}

/// `math.nextafter(x, y, *, steps=None)` (`mathmodule.c`, `math_nextafter_impl`).
pub(super) fn next_after(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let (from, to) = (math::real(heap, bound[0])?, math::real(heap, bound[1])?);
    let steps = match bound.or_none(2) {
        Value::None => 1,
        value => number::index(heap, value)?,
    };
    let Ok(steps) = u64::try_from(steps) else {
        return Err(heap.value_error("steps must be a non-negative integer"));
    };
    Ok(Value::float(stepped(from, to, steps)))
}

/// The float that is so many floats nearer to another, which is not passed.
fn stepped(from: f64, to: f64, steps: u64) -> f64 {
    if from.is_nan() || to.is_nan() {
        return f64::NAN;
    }
    if steps == 0 {
        return from;
    }
    // Floats in their order: whole numbers, of which 0 is both zeros.
    let place = |number: f64| {
        let bits = i128::from(number.abs().to_bits());
        if number.is_sign_negative() { -bits } else { bits }
    };
    let (start, end) = (place(from), place(to));
    let steps = i128::from(steps);
    if (end - start).abs() <= steps {
        return to;
    }
    let reached = if end > start { start + steps } else { start - steps };
    let number = f64::from_bits(u64::try_from(reached.unsigned_abs()).unwrap_or_default());
    if reached < 0 || (reached == 0 && from.is_sign_negative()) { -number } else { number }
}

/// `math.ulp(x)` (`mathmodule.c`, `math_ulp_impl`).
pub(super) fn unit_in_last_place(number: f64) -> f64 {
    let number = number.abs();
    if !number.is_finite() {
        return number;
    }
    let above = number.next_up();
    if above.is_infinite() { number - number.next_down() } else { above - number }
}
