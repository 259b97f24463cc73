//! The operators `+ - * / // % ** << >> & | ^`, their in-place forms, and the unary ones.

use crate::script::{BinaryOperator, PythonVersion, UnaryOperator};
use crate::signatures::helpers::Helper;

use super::super::builtins::function::is_class;
use super::super::exception::{ClassId, Problem, Raised};
use super::super::heap::Heap;
use super::super::text::percent;
use super::super::value::{Number, Reference, Value};
use super::{containers, instance, iterate, long, number, truth};

/// `left operator right`
///
/// # Errors
/// As Python's; unsupported where integers get longer than the heap has them.
#[inline]
pub fn binary(heap: &mut Heap, operator: BinaryOperator, left: Value, right: Value) -> Result<Value, Raised> {
    match quick(operator, left, right) {
        Some(value) => Ok(value),
        None => binary_slow(heap, operator, left, right, false),
    }
}

/// `left operator= right`: a list, set or dict on the left is changed where it is.
///
/// # Errors
/// As [`binary`].
#[inline]
pub fn in_place(heap: &mut Heap, operator: BinaryOperator, left: Value, right: Value) -> Result<Value, Raised> {
    match quick(operator, left, right) {
        Some(value) => Ok(value),
        None => in_place_slow(heap, operator, left, right),
    }
}

/// The common operators on two integers or two floats, where nothing is out of the ordinary.
#[inline(always)]
fn quick(operator: BinaryOperator, left: Value, right: Value) -> Option<Value> {
    match (operator, left, right) {
        (BinaryOperator::Add, Value::Int(_), Value::Int(_)) => sum_of_integers(left, right),
        _ => less_common(operator, left, right),
    }
}

/// The sum of two integers, where it is one.
#[inline(always)]
pub(crate) fn sum_of_integers(left: Value, right: Value) -> Option<Value> {
    let (Value::Int(left), Value::Int(right)) = (left, right) else { return None };
    left.checked_add(right).map(Value::Int)
}

#[inline]
fn less_common(operator: BinaryOperator, left: Value, right: Value) -> Option<Value> {
    if let (Value::Int(left), Value::Int(right)) = (left, right) {
        if operator == BinaryOperator::Divide {
            return quick_quotient(left, right).map(Value::float);
        }
        return quick_integers(operator, left, right).map(Value::Int);
    }
    if let (Value::Float(left), Value::Float(right)) = (left, right) {
        let (left, right) = (f64::from_bits(left), f64::from_bits(right));
        return quick_floats(operator, left, right).map(Value::float);
    }
    None
}

/// The quotient of two integers that floats hold exactly: rounded once, as Python's is.
#[inline]
fn quick_quotient(left: i64, right: i64) -> Option<f64> {
    let is_exact = |number: i64| number.unsigned_abs() <= 1 << f64::MANTISSA_DIGITS;
    (right != 0 && is_exact(left) && is_exact(right)).then(|| left as f64 / right as f64)
}

#[inline]
fn quick_integers(operator: BinaryOperator, left: i64, right: i64) -> Option<i64> {
    match operator {
        BinaryOperator::Add => left.checked_add(right),
        BinaryOperator::Subtract => left.checked_sub(right),
        BinaryOperator::Multiply => left.checked_mul(right),
        BinaryOperator::FloorDivide if right > 0 => Some(left.div_euclid(right)),
        BinaryOperator::Modulo if right > 0 => Some(left.rem_euclid(right)),
        BinaryOperator::BitAnd => Some(left & right),
        BinaryOperator::BitOr => Some(left | right),
        BinaryOperator::BitXor => Some(left ^ right),
        BinaryOperator::FloorDivide
        | BinaryOperator::Modulo
        | BinaryOperator::Divide
        | BinaryOperator::Power
        | BinaryOperator::ShiftLeft
        | BinaryOperator::ShiftRight => None,
    }
}

#[inline]
fn quick_floats(operator: BinaryOperator, left: f64, right: f64) -> Option<f64> {
    match operator {
        BinaryOperator::Add => Some(left + right),
        BinaryOperator::Subtract => Some(left - right),
        BinaryOperator::Multiply => Some(left * right),
        BinaryOperator::Divide if right != 0.0 => Some(left / right),
        BinaryOperator::Divide
        | BinaryOperator::FloorDivide
        | BinaryOperator::Modulo
        | BinaryOperator::Power
        | BinaryOperator::ShiftLeft
        | BinaryOperator::ShiftRight
        | BinaryOperator::BitAnd
        | BinaryOperator::BitOr
        | BinaryOperator::BitXor => None,
    }
}

/// Whether `left | right` is a union of classes: `int | None`.
fn make_union(left: Value, right: Value) -> bool {
    let may_stand = |value| value == Value::None || is_class(value);
    may_stand(left) && may_stand(right) && (is_class(left) || is_class(right))
}

#[cold]
#[inline(never)]
fn binary_slow(
    heap: &mut Heap,
    operator: BinaryOperator,
    left: Value,
    right: Value,
    is_in_place: bool,
) -> Result<Value, Raised> {
    if (left.is_of_class() || right.is_of_class())
        && let Some(answer) = instance::binary(heap, operator, left, right, is_in_place)
    {
        return answer.map_err(|problem| heap.raised(problem));
    }
    if let (Some(first), Some(second)) = (left.number(), right.number()) {
        return numbers(heap, operator, (left, first), (right, second), is_in_place);
    }
    if let (Value::Long(_), _) | (_, Value::Long(_)) = (left, right)
        && let Some(result) = long::binary(heap, operator, left, right)
    {
        return result;
    }
    if operator == BinaryOperator::BitOr && make_union(left, right) {
        return heap.ask_helper(Helper::Union, &[left, right]);
    }
    let result = match operator {
        BinaryOperator::Add => concatenate(heap, left, right)?,
        BinaryOperator::Multiply => repeat(heap, left, right)?,
        BinaryOperator::Modulo => {
            if let Value::Str(format) = left {
                return percent::format(heap, format, right);
            }
            None
        }
        BinaryOperator::BitOr | BinaryOperator::BitAnd | BinaryOperator::BitXor | BinaryOperator::Subtract => {
            containers::operate(heap, operator, left, right)?
        }
        BinaryOperator::Divide
        | BinaryOperator::FloorDivide
        | BinaryOperator::Power
        | BinaryOperator::ShiftLeft
        | BinaryOperator::ShiftRight => None,
    };
    result.ok_or_else(|| unsupported_operands(heap, operator, left, right, is_in_place))
}

fn numbers(
    heap: &mut Heap,
    operator: BinaryOperator,
    (left, first): (Value, Number),
    (right, second): (Value, Number),
    is_in_place: bool,
) -> Result<Value, Raised> {
    let is_bitwise = match operator {
        BinaryOperator::BitAnd | BinaryOperator::BitOr | BinaryOperator::BitXor => true,
        BinaryOperator::ShiftLeft | BinaryOperator::ShiftRight => {
            matches!((first, second), (Number::Float(_), _) | (_, Number::Float(_)))
        }
        BinaryOperator::Add
        | BinaryOperator::Subtract
        | BinaryOperator::Multiply
        | BinaryOperator::Divide
        | BinaryOperator::FloorDivide
        | BinaryOperator::Modulo
        | BinaryOperator::Power => false,
    };
    if is_bitwise {
        if let (Value::Bool(left), Value::Bool(right)) = (left, right)
            && let Some(result) = quick_integers(operator, left as i64, right as i64)
        {
            return Ok(Value::bool(result != 0));
        }
        if left.integer().is_none() || right.integer().is_none() {
            return Err(unsupported_operands(heap, operator, left, right, is_in_place));
        }
    }
    let result = match (first, second) {
        (Number::Int(first), Number::Int(second)) => match number::integers(operator, first, second) {
            Ok(None) => return long::integers(heap, operator, &first.into(), &second.into()),
            Ok(Some(value)) => Ok(value),
            Err(problem) => Err(problem),
        },
        _ => number::floats(operator, first.as_float(), second.as_float()),
    };
    result.map_err(|problem| raise_arithmetic(heap, problem))
}

/// What a calculation raises. An overflow of floats has two arguments in Python: a number of the C library, and its words.
pub(super) fn raise_arithmetic(heap: &mut Heap, problem: Problem) -> Raised {
    if problem.message == number::FLOAT_MODULO && heap.version() < PythonVersion::V3_13 {
        return heap.raise(ClassId::ZERO_DIVISION_ERROR, "float modulo");
    }
    if problem.class != ClassId::OVERFLOW_ERROR {
        return heap.raised(problem);
    }
    let words = heap.string("Numerical result out of range");
    Raised(heap.exception(ClassId::OVERFLOW_ERROR, vec![Value::Int(34), words]))
}

fn unsupported_operands(
    heap: &mut Heap,
    operator: BinaryOperator,
    left: Value,
    right: Value,
    is_in_place: bool,
) -> Raised {
    let symbol = match operator {
        BinaryOperator::Power if is_in_place => "**=".to_owned(),
        BinaryOperator::Power => "** or pow()".to_owned(),
        BinaryOperator::Add
        | BinaryOperator::Subtract
        | BinaryOperator::Multiply
        | BinaryOperator::Divide
        | BinaryOperator::FloorDivide
        | BinaryOperator::Modulo
        | BinaryOperator::ShiftLeft
        | BinaryOperator::ShiftRight
        | BinaryOperator::BitAnd
        | BinaryOperator::BitOr
        | BinaryOperator::BitXor => format!("{}{}", operator.symbol(), if is_in_place { "=" } else { "" }),
    };
    let (left, right) = (heap.type_name(left), heap.type_name(right));
    let message = format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'");
    heap.type_error(message)
}

/// `left + right` of sequences; `None` where neither is one.
fn concatenate(heap: &mut Heap, left: Value, right: Value) -> Result<Option<Value>, Raised> {
    Ok(Some(match (left, right) {
        (Value::Str(first), Value::Str(second)) => {
            heap.room_for(heap.text(first).len() + heap.text(second).len())?;
            let text = [heap.text(first), heap.text(second)].concat();
            heap.string_from(text)
        }
        (Value::List(first), Value::List(second)) => {
            heap.room_for_values((heap.list_items(first).len() + heap.list_items(second).len()) as u64)?;
            let items = [heap.list_items(first), heap.list_items(second)].concat();
            heap.list(items)
        }
        (Value::Tuple(first), Value::Tuple(second)) => {
            heap.room_for_values((heap.tuple_items(first).len() + heap.tuple_items(second).len()) as u64)?;
            let items = [heap.tuple_items(first), heap.tuple_items(second)].concat();
            heap.tuple(items)
        }
        (Value::Str(_) | Value::List(_) | Value::Tuple(_), _) => {
            let (first, second) = (heap.type_name(left), heap.type_name(right));
            let message = format!("can only concatenate {first} (not \"{second}\") to {first}");
            return Err(heap.type_error(message));
        }
        _ => return Ok(None),
    }))
}

/// `left * right` where one is a sequence; `None` where neither is.
fn repeat(heap: &mut Heap, left: Value, right: Value) -> Result<Option<Value>, Raised> {
    let is_sequence = |value| matches!(value, Value::Str(_) | Value::List(_) | Value::Tuple(_));
    let (sequence, times) = if is_sequence(left) { (left, right) } else { (right, left) };
    if !is_sequence(sequence) {
        return Ok(None);
    }
    let answer = super::ask_method(heap, times, "__index__", &[]).transpose();
    let number = answer.map_err(|problem| heap.raised(problem))?.unwrap_or(times).integer();
    if let Value::Long(_) = times {
        return Err(too_long_for_an_index(heap));
    }
    let Some(times) = number else {
        let message = format!("can't multiply sequence by non-int of type '{}'", heap.type_name(times));
        return Err(heap.type_error(message));
    };
    let times = times.max(0) as u64;
    Ok(Some(match sequence {
        Value::Str(text) => {
            let bytes = (heap.text(text).len() as u64).saturating_mul(times);
            heap.room_for(usize::try_from(bytes).unwrap_or(usize::MAX))?;
            let text = if bytes == 0 { String::new() } else { heap.text(text).repeat(times as usize) };
            heap.string_from(text)
        }
        Value::List(items) => {
            let items = repeat_items(heap, Value::List(items), times)?;
            heap.list(items)
        }
        _ => {
            let items = repeat_items(heap, sequence, times)?;
            heap.tuple(items)
        }
    }))
}

/// `abstract.c`, `PyNumber_AsSsize_t`
fn too_long_for_an_index(heap: &mut Heap) -> Raised {
    heap.raise(ClassId::OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer")
}

fn repeat_items(heap: &mut Heap, sequence: Value, times: u64) -> Result<Vec<Value>, Raised> {
    let count = iterate::items(heap, sequence).map_or(0, <[Value]>::len);
    heap.room_for_values((count as u64).saturating_mul(times))?;
    let items = iterate::items(heap, sequence).unwrap_or_default();
    Ok(if count == 0 { Vec::new() } else { items.repeat(times as usize) })
}

#[cold]
#[inline(never)]
fn in_place_slow(heap: &mut Heap, operator: BinaryOperator, left: Value, right: Value) -> Result<Value, Raised> {
    match (operator, left) {
        (BinaryOperator::Add, Value::List(list)) => extend(heap, list, right).map(|()| left),
        (BinaryOperator::Multiply, Value::List(list)) if right.integer().is_some() => {
            let times = right.integer().unwrap_or(0).max(0) as u64;
            let items = repeat_items(heap, left, times)?;
            *heap.list_items_mut(list) = items;
            Ok(left)
        }
        (BinaryOperator::BitOr, Value::Dict(dict)) => containers::update_dict(heap, dict, right).map(|()| left),
        (
            BinaryOperator::BitOr | BinaryOperator::BitAnd | BinaryOperator::BitXor | BinaryOperator::Subtract,
            Value::Set(set),
        ) if !heap.set_object(set).is_frozen && matches!(right, Value::Set(_)) => {
            containers::operate_in_place(heap, operator, set, right).map(|()| left)
        }
        _ => binary_slow(heap, operator, left, right, true),
    }
}

/// `list.extend(iterable)`
pub(crate) fn extend(heap: &mut Heap, list: Reference, iterable: Value) -> Result<(), Raised> {
    let items = instance::collect_sized(heap, iterable)?;
    heap.list_extend(list, &items)
}

/// `operator value`
///
/// # Errors
/// `TypeError` where the value has none.
#[inline]
pub fn unary(heap: &mut Heap, operator: UnaryOperator, value: Value) -> Result<Value, Raised> {
    match (operator, value.number()) {
        (UnaryOperator::Not, _) => truth::truth(heap, value).map(|holds| Value::bool(!holds)),
        (UnaryOperator::Positive, Some(Number::Int(number))) => Ok(Value::Int(number)),
        (UnaryOperator::Negative, Some(Number::Int(number))) => Ok(match number.checked_neg() {
            Some(number) => Value::Int(number),
            None => heap.int_of(-i128::from(number)),
        }),
        (UnaryOperator::Invert, Some(Number::Int(number))) => Ok(Value::Int(!number)),
        (UnaryOperator::Positive, Some(Number::Float(number))) => Ok(Value::float(number)),
        (UnaryOperator::Negative, Some(Number::Float(number))) => Ok(Value::float(-number)),
        (UnaryOperator::Invert | UnaryOperator::Positive | UnaryOperator::Negative, Some(Number::Float(_)) | None) => {
            other_unary(heap, operator, value)
        }
    }
}

#[cold]
#[inline(never)]
fn other_unary(heap: &mut Heap, operator: UnaryOperator, value: Value) -> Result<Value, Raised> {
    if let Some(answer) = instance::unary(heap, operator, value) {
        return answer.map_err(|problem| heap.raised(problem));
    }
    if let Value::Long(at) = value {
        return match operator {
            UnaryOperator::Negative => heap.int(-heap.long(at)),
            UnaryOperator::Invert => heap.int(!heap.long(at)),
            UnaryOperator::Positive | UnaryOperator::Not => Ok(value),
        };
    }
    let symbol = match operator {
        UnaryOperator::Negative => "-",
        UnaryOperator::Positive => "+",
        UnaryOperator::Invert => "~",
        UnaryOperator::Not => "not",
    };
    let message = format!("bad operand type for unary {symbol}: '{}'", heap.type_name(value));
    Err(heap.type_error(message))
}
