//! Random reals: the distributions, on numbers as a script has them.

use crate::random::Generator;
use crate::script::{BinaryOperator, Comparison};
use crate::units::precise;

use super::super::super::arguments::Bound;
use super::super::super::exception::{ClassId, Raised};
use super::super::super::heap::{Heap, Whose};
use super::super::super::value::Value;
use super::super::math::real;
use super::{operate, unfit};

fn add(heap: &mut Heap, left: Value, right: Value) -> Result<Value, Raised> {
    operate::binary(heap, BinaryOperator::Add, left, right)
}

fn subtract(heap: &mut Heap, left: Value, right: Value) -> Result<Value, Raised> {
    operate::binary(heap, BinaryOperator::Subtract, left, right)
}

fn multiply(heap: &mut Heap, left: Value, right: Value) -> Result<Value, Raised> {
    operate::binary(heap, BinaryOperator::Multiply, left, right)
}

fn divide(heap: &mut Heap, left: Value, right: Value) -> Result<Value, Raised> {
    operate::binary(heap, BinaryOperator::Divide, left, right)
}

/// `uniform(a, b)`: `a + (b - a) * random()`
pub(super) fn uniform(heap: &mut Heap, of: Whose, start: Value, end: Value) -> Result<Value, Raised> {
    let width = subtract(heap, end, start)?;
    let part = Value::float(heap.generator(of).random());
    let part = multiply(heap, width, part)?;
    add(heap, start, part)
}

/// `triangular(low=0.0, high=1.0, mode=None)`
pub(super) fn triangular(heap: &mut Heap, of: Whose, bound: &Bound<'_>) -> Result<Value, Raised> {
    let mut chance = heap.generator(of).random();
    let mut low = bound.given(0).unwrap_or(Value::float(0.0));
    let mut high = bound.given(1).unwrap_or(Value::float(1.0));
    let mut place = match bound.or_none(2) {
        Value::None => 0.5,
        mode => {
            let above = subtract(heap, mode, low)?;
            let width = subtract(heap, high, low)?;
            match divide(heap, above, width) {
                Ok(place) => real(heap, place)?,
                Err(Raised(raised)) if heap.class_of(raised) == Some(ClassId::ZERO_DIVISION_ERROR) => return Ok(low),
                Err(raised) => return Err(raised),
            }
        }
    };
    if chance > place {
        (chance, place) = (1.0 - chance, 1.0 - place);
        (low, high) = (high, low);
    }
    let width = subtract(heap, high, low)?;
    let product = chance * place;
    if product < 0.0 {
        return Err(heap.value_error("math domain error"));
    }
    let part = multiply(heap, width, Value::float(product.sqrt()))?;
    add(heap, low, part)
}

/// `gauss` and `normalvariate`: `mu + z * sigma`
pub(super) fn scaled(
    heap: &mut Heap,
    of: Whose,
    bound: &Bound<'_>,
    draw: fn(&mut Generator) -> f64,
) -> Result<Value, Raised> {
    let number = Value::float(draw(heap.generator(of)));
    let part = multiply(heap, number, bound.given(1).unwrap_or(Value::float(1.0)))?;
    add(heap, bound.given(0).unwrap_or(Value::float(0.0)), part)
}

/// `lognormvariate(mu, sigma)`
pub(super) fn log_normal(heap: &mut Heap, of: Whose, bound: &Bound<'_>) -> Result<Value, Raised> {
    let power = scaled(heap, of, bound, Generator::normalvariate)?;
    let power = real(heap, power)?;
    let number = precise::exp(power);
    if number.is_infinite() && power.is_finite() {
        return Err(heap.raise(ClassId::OVERFLOW_ERROR, "math range error"));
    }
    Ok(Value::float(number))
}

/// `expovariate(lambd=1.0)`
pub(super) fn exponential(heap: &mut Heap, of: Whose, rate: Option<Value>) -> Result<Value, Raised> {
    let number = Value::float(heap.generator(of).expovariate());
    divide(heap, number, rate.unwrap_or(Value::float(1.0)))
}

/// `binomialvariate(n=1, p=0.5)`
pub(super) fn binomial(heap: &mut Heap, of: Whose, bound: &Bound<'_>) -> Result<Value, Raised> {
    let trials = match bound.given(0).unwrap_or(Value::Int(1)) {
        Value::Int(trials) => trials,
        Value::Bool(trial) => trial as i64,
        _ => return Err(heap.unsupported("a number of trials that is no int is not supported")),
    };
    let chance = match bound.given(1) {
        Some(chance) => real(heap, chance)?,
        None => 0.5,
    };
    let drawn = heap.generator(of).binomialvariate(trials, chance);
    drawn.map(Value::Int).map_err(|problem| unfit(heap, problem))
}

/// `paretovariate(alpha)`: `u ** (-1.0 / alpha)`
pub(super) fn pareto(heap: &mut Heap, of: Whose, alpha: Value) -> Result<Value, Raised> {
    let chance = Value::float(1.0 - heap.generator(of).random());
    let power = divide(heap, Value::float(-1.0), alpha)?;
    operate::binary(heap, BinaryOperator::Power, chance, power)
}

/// `weibullvariate(alpha, beta)`: `alpha * (-log(u)) ** (1.0 / beta)`
pub(super) fn weibull(heap: &mut Heap, of: Whose, alpha: Value, beta: Value) -> Result<Value, Raised> {
    let number = Value::float(heap.generator(of).expovariate());
    let power = divide(heap, Value::float(1.0), beta)?;
    let number = operate::binary(heap, BinaryOperator::Power, number, power)?;
    multiply(heap, alpha, number)
}

/// `vonmisesvariate(mu, kappa)`
pub(super) fn von_mises(heap: &mut Heap, of: Whose, mu: Value, kappa: Value) -> Result<Value, Raised> {
    let is_even = is_at_most(heap, kappa, 1e-6)?;
    // Without a concentration `mu` is not looked at.
    let mu = if is_even { Value::float(0.0) } else { add(heap, mu, Value::float(0.0))? };
    let (mu, kappa) = (real(heap, mu)?, real(heap, kappa)?);
    heap.generator(of).vonmisesvariate(mu, kappa).map(Value::float).map_err(|problem| unfit(heap, problem))
}

/// `gammavariate(alpha, beta)`
pub(super) fn gamma(heap: &mut Heap, of: Whose, alpha: Value, beta: Value) -> Result<Value, Raised> {
    // What is no number cannot be compared.
    if !is_at_most(heap, alpha, 0.0)? {
        is_at_most(heap, beta, 0.0)?;
    }
    let (alpha, beta) = (real(heap, alpha)?, real(heap, beta)?);
    heap.generator(of).gammavariate(alpha, beta).map(Value::float).map_err(|problem| unfit(heap, problem))
}

/// `betavariate(alpha, beta)`
pub(super) fn beta(heap: &mut Heap, of: Whose, alpha: Value, beta: Value) -> Result<Value, Raised> {
    for parameter in [alpha, beta] {
        is_at_most(heap, parameter, 0.0)?;
    }
    let (alpha, beta) = (real(heap, alpha)?, real(heap, beta)?);
    heap.generator(of).betavariate(alpha, beta).map(Value::float).map_err(|problem| unfit(heap, problem))
}

fn is_at_most(heap: &mut Heap, value: Value, limit: f64) -> Result<bool, Raised> {
    let holds = operate::compare(heap, Comparison::LessEqual, value, Value::float(limit))?;
    Ok(operate::is_true(heap, holds))
}
