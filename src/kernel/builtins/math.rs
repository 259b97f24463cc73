//! The functions of `math`. None comes from the machine's own library, so that the last bit is the same everywhere: what
//! scripts use most is rounded correctly (`units::precise`), the rest is the crate `libm`'s.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::script::BinaryOperator;
use crate::signatures::builtins::MathFunction;
use crate::units::precise;

use super::super::arguments::Bound;
use super::super::exception::{Attempt, ClassId, Raised};
use super::super::heap::Heap;
use super::super::heap::long::check_bits;
use super::super::operate::{self, iterate};
use super::super::value::Value;
use super::math_neighbours as neighbours;
use super::math_parts as parts;
use super::{convert, number};

/// Calls a function of `math`.
///
/// # Errors
/// `ValueError`, `OverflowError`, `TypeError` as in Python.
pub(super) fn call(heap: &mut Heap, function: MathFunction, bound: &Bound<'_>) -> Result<Value, Raised> {
    match function {
        MathFunction::ACos => of_one(heap, bound, precise::acos, Infinite::Domain),
        MathFunction::ASin => of_one(heap, bound, precise::asin, Infinite::Domain),
        MathFunction::ACosH => of_one(heap, bound, libm::acosh, Infinite::Domain),
        MathFunction::ASinH => of_one(heap, bound, libm::asinh, Infinite::Domain),
        MathFunction::ATanH => of_one(heap, bound, libm::atanh, Infinite::Domain),
        MathFunction::CosH => of_one(heap, bound, parts::hyperbolic_cosine, Infinite::Range),
        MathFunction::SinH => of_one(heap, bound, libm::sinh, Infinite::Range),
        MathFunction::TanH => plain(heap, bound, parts::hyperbolic_tangent),
        MathFunction::Erf => plain(heap, bound, libm::erf),
        MathFunction::ErfC => plain(heap, bound, libm::erfc),
        MathFunction::Gamma if real(heap, bound[0])? == 0.0 => Err(domain_error(heap)),
        MathFunction::Gamma => of_one(heap, bound, precise::gamma, Infinite::Range),
        MathFunction::LGamma => {
            let number = real(heap, bound[0])?;
            let has_no_value = number <= 0.0 && number == number.floor();
            of_one(heap, bound, precise::log_gamma, if has_no_value { Infinite::Domain } else { Infinite::Range })
        }
        MathFunction::Cbrt => plain(heap, bound, libm::cbrt),
        MathFunction::Exp2 => of_one(heap, bound, |power| precise::pow(2.0, power), Infinite::Range),
        MathFunction::FrExp => parts::fraction_and_power(heap, bound),
        MathFunction::LdExp => parts::scaled(heap, bound),
        MathFunction::Remainder => parts::nearest_remainder(heap, bound),
        MathFunction::ATan => of_one(heap, bound, precise::atan, Infinite::Domain),
        MathFunction::Cos => of_one(heap, bound, precise::cos, Infinite::Domain),
        MathFunction::Sin => of_one(heap, bound, precise::sin, Infinite::Domain),
        MathFunction::Tan => of_one(heap, bound, precise::tan, Infinite::Domain),
        MathFunction::Log1p => of_one(heap, bound, libm::log1p, Infinite::Domain),
        MathFunction::Log2 => logarithm_of(heap, bound[0], precise::log2).map(Value::float),
        MathFunction::Log10 => logarithm_of(heap, bound[0], precise::log10).map(Value::float),
        // The square root is exact on every machine.
        MathFunction::Sqrt => of_one(heap, bound, f64::sqrt, Infinite::Domain),
        MathFunction::Exp => of_one(heap, bound, precise::exp, Infinite::Range),
        MathFunction::Expm1 => of_one(heap, bound, libm::expm1, Infinite::Range),
        MathFunction::Degrees => plain(heap, bound, |number| number * (180.0 / std::f64::consts::PI)),
        MathFunction::Radians => plain(heap, bound, |number| number * (std::f64::consts::PI / 180.0)),
        MathFunction::FAbs => plain(heap, bound, f64::abs),
        MathFunction::Ceil => neighbours::whole(heap, bound[0], "__ceil__", f64::ceil),
        MathFunction::Floor => neighbours::whole(heap, bound[0], "__floor__", f64::floor),
        MathFunction::Trunc => neighbours::truncate(heap, bound[0]),
        MathFunction::NextAfter => neighbours::next_after(heap, bound),
        MathFunction::Ulp => plain(heap, bound, neighbours::unit_in_last_place),
        MathFunction::ATan2 => of_two(heap, bound, precise::atan2),
        MathFunction::CopySign => of_two(heap, bound, f64::copysign),
        MathFunction::FMod => parts::remainder(heap, bound),
        MathFunction::Pow => power(heap, bound),
        MathFunction::Comb => counted(heap, bound[0], Some(bound[1]), combinations),
        MathFunction::Perm => counted(heap, bound[0], bound.given(1), falling_product),
        MathFunction::Factorial => factorial(heap, bound),
        MathFunction::ISqrt => square_root(heap, bound),
        MathFunction::Gcd => greatest_divisor(heap, bound.rest),
        MathFunction::Lcm => least_multiple(heap, bound.rest),
        MathFunction::Dist => parts::distance(heap, bound),
        MathFunction::FSum => exact_sum(heap, bound[0]),
        MathFunction::Hypot => floats(heap, bound.rest).map(|numbers| Value::float(precise::hypotenuse(&numbers))),
        MathFunction::IsClose => parts::is_close(heap, bound),
        MathFunction::IsFinite => real(heap, bound[0]).map(|number| Value::bool(number.is_finite())),
        MathFunction::IsInf => real(heap, bound[0]).map(|number| Value::bool(number.is_infinite())),
        MathFunction::IsNan => real(heap, bound[0]).map(|number| Value::bool(number.is_nan())),
        MathFunction::Modf => parts::split(heap, bound),
        MathFunction::Prod => product(heap, bound),
        MathFunction::Log => logarithm(heap, bound),
    }
}

pub(super) fn real(heap: &mut Heap, value: Value) -> Result<f64, Raised> {
    match heap.float_of(value).map_err(|problem| heap.raised(problem))? {
        Some(number) => Ok(number),
        None => {
            if let Some(answer) = convert::answered(heap, value, &["__float__", "__index__"])?
                && heap.number(answer).is_some()
            {
                return real(heap, answer);
            }
            let message = format!("must be real number, not {}", heap.type_name(value));
            Err(heap.type_error(message))
        }
    }
}

pub(super) fn floats(heap: &mut Heap, values: &[Value]) -> Result<Vec<f64>, Raised> {
    values.iter().map(|&value| real(heap, value)).collect()
}

pub(super) fn domain_error(heap: &mut Heap) -> Raised {
    heap.value_error("math domain error")
}

pub(super) fn range_error(heap: &mut Heap) -> Raised {
    heap.raise(ClassId::OVERFLOW_ERROR, "math range error")
}

/// What an infinite result of a finite number means.
#[derive(Clone, Copy)]
enum Infinite {
    /// There is none: `log2(0)`.
    Domain,
    /// It is too large: `exp(1000)`.
    Range,
}

/// A function of one float, checked as CPython does: not-a-number comes only from not-a-number.
fn of_one(heap: &mut Heap, bound: &Bound<'_>, function: fn(f64) -> f64, infinite: Infinite) -> Result<Value, Raised> {
    let number = real(heap, bound[0])?;
    let result = function(number);
    if result.is_nan() && !number.is_nan() {
        return Err(domain_error(heap));
    }
    if result.is_infinite() && number.is_finite() {
        return Err(match infinite {
            Infinite::Domain => domain_error(heap),
            Infinite::Range => range_error(heap),
        });
    }
    Ok(Value::float(result))
}

/// A function of one float that has a result for all of them.
fn plain(heap: &mut Heap, bound: &Bound<'_>, function: fn(f64) -> f64) -> Result<Value, Raised> {
    real(heap, bound[0]).map(|number| Value::float(function(number)))
}

/// A function of two floats that has a result for all of them.
fn of_two(heap: &mut Heap, bound: &Bound<'_>, function: fn(f64, f64) -> f64) -> Result<Value, Raised> {
    let (left, right) = (real(heap, bound[0])?, real(heap, bound[1])?);
    Ok(Value::float(function(left, right)))
}

fn power(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let (base, exponent) = (real(heap, bound[0])?, real(heap, bound[1])?);
    let result = precise::pow(base, exponent);
    let are_finite = base.is_finite() && exponent.is_finite();
    if are_finite && (result.is_nan() || (base == 0.0 && exponent < 0.0)) {
        return Err(domain_error(heap));
    }
    if are_finite && result.is_infinite() {
        return Err(range_error(heap));
    }
    Ok(Value::float(result))
}

fn logarithm(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let number = logarithm_of(heap, bound[0], precise::log)?;
    let Some(base) = bound.given(1) else { return Ok(Value::float(number)) };
    let base = logarithm_of(heap, base, precise::log)?;
    if base == 0.0 {
        return Err(heap.raise(ClassId::ZERO_DIVISION_ERROR, "float division by zero"));
    }
    Ok(Value::float(number / base))
}

/// So many bits of an integer beyond all floats are a float, rounded once.
const SHORTENED_BITS: u64 = 1000;

/// The logarithm of a number to the base of `function` (`mathmodule.c`, `loghelper`: an integer beyond all floats is a float times a
/// power of two).
fn logarithm_of(heap: &mut Heap, value: Value, function: fn(f64) -> f64) -> Result<f64, Raised> {
    if let Value::Long(at) = value {
        let number = heap.long(at);
        if !number.is_positive() {
            return Err(domain_error(heap));
        }
        if number.to_f64().is_none_or(f64::is_infinite) {
            let bits = number.bits();
            let shortened = (number >> (bits - SHORTENED_BITS)).to_f64().unwrap_or(f64::INFINITY);
            let fraction = libm::ldexp(shortened, -(SHORTENED_BITS as i32));
            return Ok(function(fraction) + function(2.0) * bits as f64);
        }
    }
    let number = real(heap, value)?;
    if number <= 0.0 {
        // CPython names the argument of neither here.
        return Err(domain_error(heap));
    }
    Ok(function(number))
}

/// `math.comb` and `math.perm`; without `k`, all of `n`.
fn counted(
    heap: &mut Heap,
    n: Value,
    k: Option<Value>,
    count: fn(i64, i64) -> Attempt<BigInt>,
) -> Result<Value, Raised> {
    let n = number::index(heap, n)?;
    let k = match k {
        None | Some(Value::None) => n,
        Some(value) => number::index(heap, value)?,
    };
    if n < 0 || k < 0 {
        let name = if n < 0 { "n" } else { "k" };
        return Err(heap.value_error(format!("{name} must be a non-negative integer")));
    }
    let result = count(n, k).map_err(|problem| heap.raised(problem))?;
    heap.int(result)
}

fn factorial(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let n = number::index(heap, bound[0])?;
    if n < 0 {
        return Err(heap.value_error("factorial() not defined for negative values"));
    }
    let result = falling_product(n, n).map_err(|problem| heap.raised(problem))?;
    heap.int(result)
}

fn square_root(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let number = number::big(heap, bound[0])?;
    if number.is_negative() {
        return Err(heap.value_error("isqrt() argument must be nonnegative"));
    }
    heap.int(number.sqrt())
}

/// What is made factor by factor may be this much shorter than other integers: each factor takes a step as long as the number.
const STEPS: u64 = 8;

/// `n × (n-1) × …`, so many factors.
fn falling_product(n: i64, factors: i64) -> Attempt<BigInt> {
    if factors > n {
        return Ok(BigInt::zero());
    }
    let mut product = BigInt::one();
    for factor in (n - factors + 1..=n).rev() {
        product *= factor;
        check_bits(product.bits() * STEPS)?;
    }
    Ok(product)
}

fn combinations(n: i64, k: i64) -> Attempt<BigInt> {
    if k > n {
        return Ok(BigInt::zero());
    }
    let mut result = BigInt::one();
    for step in 0..k.min(n - k) {
        result = result * (n - step) / (step + 1);
        check_bits(result.bits() * STEPS)?;
    }
    Ok(result)
}

fn greatest_divisor(heap: &mut Heap, values: &[Value]) -> Result<Value, Raised> {
    let mut result = BigInt::zero();
    for &value in values {
        result = result.gcd(&number::big(heap, value)?);
    }
    heap.int(result)
}

fn least_multiple(heap: &mut Heap, values: &[Value]) -> Result<Value, Raised> {
    let mut result = BigInt::one();
    for &value in values {
        let number = number::big(heap, value)?;
        check_bits(result.bits() + number.bits()).map_err(|problem| heap.raised(problem))?;
        result = result.lcm(&number);
    }
    heap.int(result.abs())
}

/// `math.fsum`: the sum, rounded once. Shewchuk's partial sums.
fn exact_sum(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    let values = iterate::collect(heap, value)?;
    let numbers = floats(heap, &values)?;
    if let Some(special) = numbers.iter().find(|number| !number.is_finite()) {
        let total: f64 = numbers.iter().filter(|number| !number.is_finite()).sum();
        if total.is_nan() && special.is_infinite() && !numbers.iter().any(|number| number.is_nan()) {
            return Err(heap.value_error("-inf + inf in fsum"));
        }
        return Ok(Value::float(total));
    }
    let mut partials: Vec<f64> = Vec::new();
    for number in numbers {
        let mut carried = number;
        let mut kept = 0;
        for index in 0..partials.len() {
            let (large, small) = if carried.abs() < partials[index].abs() {
                (partials[index], carried)
            } else {
                (carried, partials[index])
            };
            let sum = large + small;
            let lost = small - (sum - large);
            if lost != 0.0 {
                partials[kept] = lost;
                kept += 1;
            }
            carried = sum;
        }
        if carried.is_infinite() {
            return Err(heap.raise(ClassId::OVERFLOW_ERROR, "intermediate overflow in fsum"));
        }
        partials.truncate(kept);
        partials.push(carried);
    }
    Ok(Value::float(round_partials(&partials)))
}

/// Adds partial sums that do not overlap, smallest first in the list, with one rounding.
fn round_partials(partials: &[f64]) -> f64 {
    let mut left = partials.iter().rev();
    let Some(&first) = left.next() else { return 0.0 };
    let (mut high, mut low) = (first, 0.0);
    for &next in left.by_ref() {
        let before = high;
        high = before + next;
        low = next - (high - before);
        if low != 0.0 {
            break;
        }
    }
    // A tie was rounded to even; what is left below it says whether that was the right way.
    if let Some(&below) = left.next()
        && ((low < 0.0 && below < 0.0) || (low > 0.0 && below > 0.0))
    {
        let doubled = low * 2.0;
        let moved = high + doubled;
        if doubled == moved - high {
            return moved;
        }
    }
    high
}

fn product(heap: &mut Heap, bound: &Bound<'_>) -> Result<Value, Raised> {
    let iterable = iterate::iterate(heap, bound[0])?;
    let mut position = 0;
    let mut total = bound.given(1).unwrap_or(Value::Int(1));
    while let Some(item) = iterate::next_item(heap, iterable, &mut position)? {
        total = operate::binary(heap, BinaryOperator::Multiply, total, item)?;
    }
    Ok(total)
}
