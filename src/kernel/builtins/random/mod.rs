//! The functions of `random`, on the generator that the heap keeps (`crate::random`), with `Lib/random.py`'s checks and words.

mod integers;
mod reals;
mod sequences;
mod states;

use crate::random::{Generator, Seed, Unfit};
use crate::script::PythonVersion;
use crate::signatures::builtins::RandomFunction;
use crate::signatures::{LibraryParameter, LibraryParameterKind};

use super::super::arguments::{Arguments, Bound};
use super::super::exception::{ClassId, Raised};
use super::super::heap::{Heap, Whose};
use super::super::operate;
use super::super::value::Value;

/// Calls a function of `random`, or a method of a generator.
///
/// # Errors
/// `TypeError` where the arguments do not fit, and what the function raises.
pub(crate) fn call(
    heap: &mut Heap,
    of: Whose,
    function: RandomFunction,
    arguments: &Arguments<'_>,
) -> Result<Value, Raised> {
    if arguments.keywords.is_empty()
        && let Some(drawn) = draw(heap, of, function, arguments.positional)
    {
        return Ok(drawn);
    }
    if let Some(message) = misfit(function, arguments, heap.version()) {
        return Err(heap.type_error(message));
    }
    let name = bare_name(function);
    let bound = arguments.bind("Random", name, function.parameters()).map_err(|problem| heap.raised(problem))?;
    match function {
        RandomFunction::Seed => seed(heap, of, &bound),
        RandomFunction::GetState => Ok(states::get(heap, of)),
        RandomFunction::SetState => states::set(heap, of, bound[0]),
        RandomFunction::Random => Ok(Value::float(heap.generator(of).random())),
        RandomFunction::GetRandBits => integers::bits(heap, of, bound[0]),
        RandomFunction::RandRange => integers::from_range(heap, of, &bound),
        RandomFunction::RandInt => integers::between(heap, of, bound[0], bound[1]),
        RandomFunction::Choice => sequences::choice(heap, of, bound[0]),
        RandomFunction::Choices => sequences::choices(heap, of, &bound),
        RandomFunction::Sample => sequences::sample(heap, of, bound[0], bound[1], bound.or_none(2)),
        RandomFunction::Shuffle => sequences::shuffle(heap, of, bound[0]),
        RandomFunction::Uniform => reals::uniform(heap, of, bound[0], bound[1]),
        RandomFunction::Triangular => reals::triangular(heap, of, &bound),
        RandomFunction::Gauss => reals::scaled(heap, of, &bound, Generator::gauss),
        RandomFunction::NormalVariate => reals::scaled(heap, of, &bound, Generator::normalvariate),
        RandomFunction::LogNormVariate => reals::log_normal(heap, of, &bound),
        RandomFunction::ExpoVariate => reals::exponential(heap, of, bound.given(0)),
        RandomFunction::BinomialVariate => reals::binomial(heap, of, &bound),
        RandomFunction::ParetoVariate => reals::pareto(heap, of, bound[0]),
        RandomFunction::WeibullVariate => reals::weibull(heap, of, bound[0], bound[1]),
        RandomFunction::VonMisesVariate => reals::von_mises(heap, of, bound[0], bound[1]),
        RandomFunction::GammaVariate => reals::gamma(heap, of, bound[0], bound[1]),
        RandomFunction::BetaVariate => reals::beta(heap, of, bound[0], bound[1]),
    }
}

/// What simulations draw most, with floats for arguments: the general way in few steps.
#[inline]
pub(super) fn draw(heap: &mut Heap, of: Whose, function: RandomFunction, positional: &[Value]) -> Option<Value> {
    let number = match (function, positional) {
        (RandomFunction::Random, []) => heap.generator(of).random(),
        (RandomFunction::Uniform, &[Value::Float(start), Value::Float(end)]) => {
            let (start, end) = (f64::from_bits(start), f64::from_bits(end));
            start + (end - start) * heap.generator(of).random()
        }
        (RandomFunction::ExpoVariate, &[Value::Float(rate)]) if f64::from_bits(rate) != 0.0 => {
            heap.generator(of).expovariate() / f64::from_bits(rate)
        }
        _ => return None,
    };
    Some(Value::float(number))
}

/// `random.seed`
fn seed(heap: &mut Heap, of: Whose, bound: &Bound<'_>) -> Result<Value, Raised> {
    let version = bound.given(1).unwrap_or(Value::Int(2));
    let generator = seeded(heap, bound.or_none(0), version)?;
    *heap.generator(of) = generator;
    Ok(Value::None)
}

/// `random.Random(x=None)`
pub(super) fn construct(heap: &mut Heap, seed: Value) -> Result<Value, Raised> {
    let generator = seeded(heap, seed, Value::Int(2))?;
    Ok(heap.new_generator(generator))
}

/// A generator with this seed. Without one CPython asks the system for a number; here it is the spec's.
fn seeded(heap: &mut Heap, seed: Value, version: Value) -> Result<Generator, Raised> {
    let mut is_version = |number| operate::equals(heap, version, Value::Int(number)).map_err(|p| heap.raised(p));
    let (is_first, is_second) = (is_version(1)?, is_version(2)?);
    let words;
    let seed = match seed {
        Value::None => Seed::Int(heap.seed()),
        Value::Int(number) => Seed::Int(number),
        Value::Bool(number) => Seed::Int(number as i64),
        Value::Long(at) => {
            words = heap.long(at).magnitude().to_u32_digits();
            Seed::Words(&words)
        }
        Value::Float(bits) if !f64::from_bits(bits).is_nan() => Seed::Float(f64::from_bits(bits)),
        Value::Str(at) if is_second => Seed::Bytes(heap.text(at).as_bytes()),
        Value::Str(at) if is_first => Seed::OldText(heap.text(at)),
        Value::Float(_) | Value::Str(_) => {
            return Err(heap.unsupported("this seed is not supported: CPython's numbers differ from run to run"));
        }
        _ => {
            let types = if heap.version() >= PythonVersion::V3_13 {
                "\nNone, int, float, str, bytes, and bytearray."
            } else {
                " None,\nint, float, str, bytes, and bytearray."
            };
            return Err(heap.type_error(format!("The only supported seed types are:{types}")));
        }
    };
    Ok(Generator::new(seed))
}

/// A distribution that has no number for its parameters.
fn unfit(heap: &mut Heap, unfit: Unfit) -> Raised {
    match unfit {
        Unfit::Parameter(message) => heap.value_error(message),
        Unfit::ZeroPower => heap.raise(ClassId::ZERO_DIVISION_ERROR, "0.0 cannot be raised to a negative power"),
        Unfit::Overflow => heap.raise(ClassId::OVERFLOW_ERROR, "(34, 'Numerical result out of range')"),
        Unfit::Endless => heap.unsupported("these parameters are not supported: CPython would try for ever"),
    }
}

/// The name behind the module's.
fn bare_name(function: RandomFunction) -> &'static str {
    let name = function.name();
    name.rsplit('.').next().unwrap_or(name)
}

/// What CPython says where a call of a function that is written in Python does not fit; its `self` counts.
fn misfit(function: RandomFunction, arguments: &Arguments<'_>, version: PythonVersion) -> Option<String> {
    if function.is_of_c() {
        return None;
    }
    let (name, parameters) = (bare_name(function), function.parameters());
    let given = arguments.positional.len();
    for (keyword, _) in arguments.keywords {
        match parameters.iter().position(|parameter| parameter.name == *keyword) {
            None => return Some(format!("Random.{name}() got an unexpected keyword argument '{keyword}'")),
            Some(index) if index < given && parameters[index].kind == LibraryParameterKind::Ordinary => {
                return Some(format!("Random.{name}() got multiple values for argument '{keyword}'"));
            }
            Some(_) => {}
        }
    }
    let is_required = |parameter: &LibraryParameter| {
        parameter.required || (function == RandomFunction::ExpoVariate && version < PythonVersion::V3_12)
    };
    let by_place = || parameters.iter().filter(|parameter| parameter.kind == LibraryParameterKind::Ordinary);
    let (least, most) = (1 + by_place().filter(|each| is_required(each)).count(), 1 + by_place().count());
    if given + 1 > most {
        let range = if least == most { most.to_string() } else { format!("from {least} to {most}") };
        return Some(format!("Random.{name}() takes {range} positional arguments but {} were given", given + 1));
    }
    let is_missing = |parameter: &&LibraryParameter| {
        is_required(parameter) && arguments.keywords.iter().all(|(keyword, _)| *keyword != parameter.name)
    };
    let missing: Vec<String> =
        by_place().skip(given).filter(is_missing).map(|parameter| format!("'{}'", parameter.name)).collect();
    if missing.is_empty() {
        return None;
    }
    let plural = if missing.len() == 1 { "" } else { "s" };
    let names = missing.join(" and ");
    Some(format!("Random.{name}() missing {} required positional argument{plural}: {names}", missing.len()))
}
