//! What the script's own classes add to the operators: their methods are asked for, by CPython's rules (`typeobject.c`).

use crate::script::{BinaryOperator, Comparison, PythonVersion, UnaryOperator};

use super::super::exception::{Attempt, ClassId, Problem, Raised};
use super::super::heap::ask::Callee;
use super::super::heap::{Heap, MethodCode};
use super::super::value::{CoroutineKind, TIMER_HANDLE, Value};
use super::{iterate, truth};
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::units::ThingKind;

/// The answer of a method that the script wrote; `None` where the class of `value` has none.
pub(crate) fn ask_method(heap: &Heap, value: Value, name: &str, arguments: &[Value]) -> Option<Attempt<Value>> {
    let (Value::Instance(_) | Value::Exception(_)) = value else { return None };
    let method = heap.own_method(value, name)?;
    let mut all = vec![value];
    all.extend_from_slice(arguments);
    Some(heap.ask(Callee::Value(method), &all))
}

/// The same for exceptions as well, of whose classes the script may have written some.
pub(crate) fn ask_method_of(heap: &Heap, value: Value, name: &str) -> Option<Attempt<Value>> {
    if let Value::Instance(_) | Value::Exception(_) | Value::Task(_) | Value::Future(_) = value {
        let method = heap.own_method(value, name)?;
        return Some(heap.ask(Callee::Value(method), &[value]));
    }
    None
}

/// What a function is called is a text, and stays one: what is deleted is set to nothing.
///
/// # Errors
/// `TypeError`.
pub(super) fn check_name(heap: &mut Heap, value: Value, name: &str, new: Value) -> Result<(), Raised> {
    match (value, name) {
        (Value::Function(_), "__name__" | "__qualname__") if heap.as_text(new).is_none() => {
            Err(heap.type_error(format!("{name} must be set to a string object")))
        }
        _ => Ok(()),
    }
}

/// A script's mapping as a dict; other values as they are.
///
/// # Errors
/// Questions.
pub fn mapping(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    match value {
        Value::Instance(_) if heap.own_method(value, "keys").is_some() => heap.ask_helper(Helper::Mapping, &[value]),
        _ => Ok(value),
    }
}

/// The names of the methods behind a comparison: of the left value, and of the right one.
const fn comparison_methods(comparison: Comparison) -> Option<(&'static str, &'static str)> {
    match comparison {
        Comparison::Equal => Some(("__eq__", "__eq__")),
        Comparison::NotEqual => Some(("__ne__", "__ne__")),
        Comparison::Less => Some(("__lt__", "__gt__")),
        Comparison::LessEqual => Some(("__le__", "__ge__")),
        Comparison::Greater => Some(("__gt__", "__lt__")),
        Comparison::GreaterEqual => Some(("__ge__", "__le__")),
        Comparison::Is | Comparison::IsNot | Comparison::In | Comparison::NotIn => None,
    }
}

/// Whether the class of `right` stands below that of `left`, so that its method is asked first.
fn is_below(heap: &Heap, left: Value, right: Value) -> bool {
    match (heap.script_class(left), heap.script_class(right)) {
        (Some(of_left), Some(of_right)) => of_left != of_right && heap.is_subclass(of_right, of_left),
        _ => false,
    }
}

/// What one method says to a comparison: without a `__ne__` what `__eq__` says is turned round.
fn compare_by(heap: &Heap, value: Value, name: &str, other: Value) -> Option<Attempt<Value>> {
    let answer = ask_method(heap, value, name, &[other]);
    if answer.is_some() || name != "__ne__" {
        return answer;
    }
    let turned = |answer| match answer {
        Value::NotImplemented => Ok(Value::NotImplemented),
        _ => Ok(Value::bool(!truth::truth_of(heap, answer)?)),
    };
    Some(ask_method(heap, value, "__eq__", &[other])?.and_then(turned))
}

/// What the methods of the script say to a comparison; `None` where there are none (`object.c`, `do_richcompare`).
pub(super) fn compare(heap: &Heap, comparison: Comparison, left: Value, right: Value) -> Option<Attempt<Value>> {
    let (of_left, of_right) = comparison_methods(comparison)?;
    if let (Value::Handle(first), Value::Handle(second)) = (left, right)
        && first & second & TIMER_HANDLE != 0
    {
        let function = Callee::Value(Value::Asyncio(Function::CompareTimers as u64));
        return Some(heap.ask_with_text(function, &[left, right], Some(comparison.symbol())));
    }
    let mut tries = [(left, right, of_left), (right, left, of_right)];
    if is_below(heap, left, right) {
        tries.reverse();
    }
    let mut was_asked = false;
    for (value, other, name) in tries {
        match compare_by(heap, value, name, other) {
            None => {}
            Some(Ok(Value::NotImplemented)) => was_asked = true,
            Some(answer) => return Some(answer),
        }
    }
    was_asked.then(|| match comparison {
        Comparison::Equal => Ok(Value::bool(left == right)),
        Comparison::NotEqual => Ok(Value::bool(left != right)),
        _ => Err(super::compare::no_order(heap, comparison, left, right)),
    })
}

/// What `__eq__` says, as a truth.
pub(super) fn equal(heap: &Heap, left: Value, right: Value) -> Option<Attempt<bool>> {
    let answer = compare(heap, Comparison::Equal, left, right)?;
    Some(answer.and_then(|answer| truth::truth_of(heap, answer)))
}

/// The name of an operator's method, without its underscores.
const fn operator_name(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::Add => "add",
        BinaryOperator::Subtract => "sub",
        BinaryOperator::Multiply => "mul",
        BinaryOperator::Divide => "truediv",
        BinaryOperator::FloorDivide => "floordiv",
        BinaryOperator::Modulo => "mod",
        BinaryOperator::Power => "pow",
        BinaryOperator::ShiftLeft => "lshift",
        BinaryOperator::ShiftRight => "rshift",
        BinaryOperator::BitAnd => "and",
        BinaryOperator::BitOr => "or",
        BinaryOperator::BitXor => "xor",
    }
}

/// What the methods of the script say to an operator; `None` where they say nothing (`typeobject.c`, `SLOT1BINFULL`).
pub(super) fn binary(
    heap: &Heap,
    operator: BinaryOperator,
    left: Value,
    right: Value,
    is_in_place: bool,
) -> Option<Attempt<Value>> {
    let name = operator_name(operator);
    let (plain, reflected) = (format!("__{name}__"), format!("__r{name}__"));
    let class = heap.script_class(left);
    let is_same_class = class.is_some() && class == heap.script_class(right);
    let is_right_first = is_below(heap, left, right)
        && heap.own_method(right, &reflected).is_some_and(|method| heap.own_method(left, &reflected) != Some(method));
    let tries = [
        (is_in_place, left, right, format!("__i{name}__")),
        (is_right_first, right, left, reflected.clone()),
        (true, left, right, plain),
        (!is_right_first && !is_same_class, right, left, reflected),
    ];
    for (_, value, other, name) in tries.iter().filter(|(is_meant, ..)| *is_meant) {
        match ask_method(heap, *value, name, &[*other]) {
            Some(Ok(Value::NotImplemented)) | None => {}
            Some(answer) => return Some(answer),
        }
    }
    None
}

/// What a method of the script says to `-x`, `+x` or `~x`.
pub(super) fn unary(heap: &Heap, operator: UnaryOperator, value: Value) -> Option<Attempt<Value>> {
    let name = match operator {
        UnaryOperator::Negative => "__neg__",
        UnaryOperator::Positive => "__pos__",
        UnaryOperator::Invert => "__invert__",
        UnaryOperator::Not => return None,
    };
    ask_method(heap, value, name, &[])
}

/// Whether going through a value needs the script: a generator, an object of its classes.
#[inline]
#[must_use]
pub fn is_lazy(value: Value) -> bool {
    matches!(value, Value::Generator(_) | Value::Instance(_) | Value::Exception(_)) || next_of_thing(value).is_some()
}

/// What makes the next item of an iterator of the library's: of `as_completed`, of `executor.map`, of what `__await__` gives.
fn next_of_thing(value: Value) -> Option<Function> {
    match value {
        Value::Coroutine(number) => CoroutineKind::of(number).is_iterator().then_some(Function::CoroutineNext),
        Value::Future(_) | Value::Task(_) => Some(Function::NextByHand),
        Value::Thing(thing) => match ThingKind::of(thing) {
            ThingKind::AsCompleted => Some(Function::AsCompletedNext),
            ThingKind::MapResults => Some(Function::MapNext),
            _ => None,
        },
        _ => None,
    }
}

/// `iter(value)` of a generator or an object of a script's class.
///
/// # Errors
/// `TypeError` where it cannot be gone through; questions.
pub fn script_iterator(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    if let Value::Generator(number) = value {
        if number & super::super::value::ASYNC_GENERATOR == 0 {
            return Ok(value);
        }
        return Err(heap.type_error("'async_generator' object is not iterable"));
    }
    if next_of_thing(value).is_some() {
        return Ok(value);
    }
    if let Some(answer) = ask_method(heap, value, "__iter__", &[]) {
        let iterator = answer.map_err(|problem| heap.raised(problem))?;
        let goes_on = match iterator {
            Value::Iterator(_) => true,
            Value::Generator(number) => number & super::super::value::ASYNC_GENERATOR == 0,
            _ => next_of_thing(iterator).is_some() || heap.own_method(iterator, "__next__").is_some(),
        };
        if goes_on {
            return Ok(iterator);
        }
        let message = format!("iter() returned non-iterator of type '{}'", heap.type_name(iterator));
        return Err(heap.type_error(message));
    }
    if heap.own_method(value, "__getitem__").is_some() {
        return heap.ask_helper(Helper::Items, &[value]);
    }
    let message = format!("'{}' object is not iterable", heap.type_name(value));
    Err(heap.type_error(message))
}

/// `list(value)` where CPython makes a list or a tuple: it asks how long it will be (`abstract.c`, `PyObject_LengthHint`).
///
/// # Errors
/// As those of [`iterate::collect`].
pub fn collect_sized(heap: &mut Heap, value: Value) -> Result<Vec<Value>, Raised> {
    if !matches!(value, Value::Instance(_)) {
        return iterate::collect(heap, value);
    }
    let hint = ["__len__", "__length_hint__"].into_iter().find(|name| heap.own_method(value, name).is_some());
    let (Some(hint), Some(_)) = (hint, heap.own_method(value, "__iter__")) else {
        return iterate::collect(heap, value);
    };
    let over = script_iterator(heap, value)?;
    if let Some(Err(problem)) = ask_method(heap, value, hint, &[]) {
        return Err(heap.raised(problem));
    }
    let items = iterate::collect_iterator(heap, over)?;
    iterate::collect(heap, items)
}

/// The next item of a script's iterator: a tuple of it, or the `StopIteration` that ended it.
///
/// # Errors
/// `TypeError` where it is no iterator; questions.
pub fn next_answer(heap: &mut Heap, value: Value) -> Result<Value, Raised> {
    if let Value::Generator(_) = value {
        return heap.ask_helper(Helper::Resume, &[value]);
    }
    if let Some(next) = next_of_thing(value) {
        let next = Value::Asyncio(next as u64);
        return heap.ask_helper(Helper::Next, &[next, value]);
    }
    match heap.own_method(value, "__next__") {
        Some(method) => heap.ask_helper(Helper::Next, &[method, value]),
        None => {
            let message = format!("'{}' object is not an iterator", heap.type_name(value));
            Err(heap.type_error(message))
        }
    }
}

/// The next item of a script's iterator, `None` at its end.
///
/// # Errors
/// As [`next_answer`].
pub(super) fn next_item(heap: &mut Heap, value: Value) -> Result<Option<Value>, Raised> {
    Ok(match next_answer(heap, value)? {
        Value::Tuple(at) => heap.tuple_items(at).first().copied(),
        _ => None,
    })
}

/// `member in value`
///
/// # Errors
/// Questions; `TypeError`.
pub(super) fn contains(heap: &mut Heap, container: Value, member: Value) -> Result<bool, Raised> {
    let answer = match ask_method(heap, container, "__contains__", &[member]) {
        Some(answer) => answer,
        None if matches!(container, Value::Generator(_))
            || next_of_thing(container).is_some()
            || heap.own_method(container, "__iter__").is_some()
            || heap.own_method(container, "__getitem__").is_some() =>
        {
            heap.ask(Callee::Helper(Helper::Contains), &[container, member])
        }
        None => {
            let message = format!("argument of type '{}' is not iterable", heap.type_name(container));
            Err(Problem::new(ClassId::TYPE_ERROR, message))
        }
    };
    answer.and_then(|answer| truth::truth_of(heap, answer)).map_err(|problem| heap.raised(problem))
}

/// What a helper tells of code and of where exceptions passed, and of which value.
pub(super) fn told_by_helper(heap: &Heap, value: Value, name: &str) -> Option<(Helper, Value)> {
    match (name, value) {
        ("tb_frame" | "tb_lasti" | "tb_lineno" | "tb_next", Value::Traceback(_)) => {
            Some((Helper::PartOfTraceback, value))
        }
        ("__code__", Value::Function(_)) => Some((Helper::CodeOfFunction, value)),
        ("__code__", Value::BoundMethod(at)) => match heap.bound_method_object(at).method {
            MethodCode::Script(function) => Some((Helper::CodeOfFunction, Value::Function(function))),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a class is below `Enum`.
pub(super) fn is_enum(heap: &Heap, class: ClassId) -> bool {
    heap.class_attribute(class, "_members_").is_some() && heap.class_attribute(class, "__lookup__").is_some()
}

/// Whether a class has a member of this name (`enum.py`, `EnumType.__setattr__`).
pub(super) fn is_member(heap: &Heap, class: ClassId, name: &str) -> bool {
    let Some(Value::Dict(members)) = heap.class_attribute(class, "__members__") else { return false };
    is_enum(heap, class) && heap.dict_table(members).iter().any(|(key, _)| heap.as_text(key) == Some(name))
}

/// `member in cls` of a class below `Enum` (`enum.py`, `EnumType.__contains__`): from 3.12 on values of members are in it, too.
pub(super) fn has_member(heap: &mut Heap, class: ClassId, member: Value) -> Result<bool, Raised> {
    let is_new = heap.version() >= PythonVersion::V3_12;
    let kind = heap.script_class(member);
    if kind.is_some_and(|kind| heap.is_subclass(kind, class)) {
        let name = heap.field(member, "name").and_then(|name| heap.as_text(name)).unwrap_or_default();
        return Ok(is_new || is_member(heap, class, name));
    }
    if !is_new {
        if kind.is_some_and(|kind| is_enum(heap, kind)) {
            return Ok(false);
        }
        let message = format!("unsupported operand type(s) for 'in': '{}' and 'EnumType'", heap.type_name(member));
        return Err(heap.type_error(message));
    }
    let mut values = Vec::new();
    for listed in ["_members_", "_others_"] {
        if let Some(Value::List(members)) = heap.class_attribute(class, listed) {
            values.extend(heap.list_items(members).iter().filter_map(|each| heap.field(*each, "value")));
        }
    }
    for value in values {
        if super::equals(heap, value, member).map_err(|problem| heap.raised(problem))? {
            return Ok(true);
        }
    }
    Ok(false)
}
