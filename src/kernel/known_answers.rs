//! Expressions with CPython's answers, read from `tests/values/answers.tsv` and computed here.
//!
//! A small evaluator of its own stands in for the engine's: the values are tested without it.

use ruff_python_ast::{CmpOp, Expr, ExprCall, Number as Literal, Operator, UnaryOp};

use crate::script::{BinaryOperator, Comparison, UnaryOperator};
use crate::signatures::builtins::Builtin;

use super::arguments::Arguments;
use super::builtins::{call_builtin, constant, construct};
use super::exception::{ClassId, Raised};
use super::heap::{Heap, MethodCode};
use super::methods::call_method;
use super::operate;
use super::text::{short_repr, write_repr, write_str};
use super::value::Value;

const ANSWERS: &str = include_str!("../../tests/values/answers.tsv");

fn evaluate_all(heap: &mut Heap, expressions: &[Expr]) -> Result<Vec<Value>, Raised> {
    expressions.iter().map(|expression| evaluate(heap, expression)).collect()
}

fn evaluate(heap: &mut Heap, expression: &Expr) -> Result<Value, Raised> {
    match expression {
        Expr::NoneLiteral(_) => Ok(Value::None),
        Expr::BooleanLiteral(literal) => Ok(Value::bool(literal.value)),
        Expr::StringLiteral(literal) => Ok(heap.string(literal.value.to_str())),
        Expr::NumberLiteral(literal) => Ok(match &literal.value {
            Literal::Int(number) => Value::Int(number.as_i64().expect("a literal of 64 bits")),
            Literal::Float(number) => Value::float(*number),
            Literal::Complex { .. } => panic!("complex numbers are not values"),
        }),
        Expr::Name(name) => Ok(named(&name.id)),
        Expr::List(list) => evaluate_all(heap, &list.elts).map(|items| heap.list(items)),
        Expr::Tuple(tuple) => evaluate_all(heap, &tuple.elts).map(|items| heap.tuple(items)),
        Expr::Set(set) => evaluate_all(heap, &set.elts).and_then(|members| heap.set(&members)),
        Expr::Dict(dict) => {
            let at = heap.new_dict();
            for item in &dict.items {
                let key = evaluate(heap, item.key.as_ref().expect("a key"))?;
                let content = evaluate(heap, &item.value)?;
                heap.dict_insert(at, key, content)?;
            }
            Ok(Value::Dict(at))
        }
        Expr::UnaryOp(unary) => {
            let value = evaluate(heap, &unary.operand)?;
            operate::unary(heap, unary_operator(unary.op), value)
        }
        Expr::BinOp(binary) => {
            let (left, right) = (evaluate(heap, &binary.left)?, evaluate(heap, &binary.right)?);
            operate::binary(heap, binary_operator(binary.op), left, right)
        }
        Expr::Compare(compare) => {
            let left = evaluate(heap, &compare.left)?;
            let right = evaluate(heap, &compare.comparators[0])?;
            operate::compare(heap, comparison(compare.ops[0]), left, right)
        }
        Expr::Subscript(subscript) => {
            let (value, index) = (evaluate(heap, &subscript.value)?, evaluate(heap, &subscript.slice)?);
            operate::get_item(heap, value, index)
        }
        Expr::Slice(slice) => {
            let mut bound =
                |part: &Option<Box<Expr>>| part.as_ref().map_or(Ok(Value::None), |part| evaluate(heap, part));
            let (lower, upper, step) = (bound(&slice.lower)?, bound(&slice.upper)?, bound(&slice.step)?);
            Ok(operate::make_slice(heap, lower, upper, step))
        }
        Expr::Attribute(attribute) => {
            if let Expr::Name(module) = &*attribute.value
                && module.id == "math"
            {
                return Ok(named(&format!("math.{}", attribute.attr)));
            }
            let value = evaluate(heap, &attribute.value)?;
            operate::get_attribute(heap, value, &attribute.attr)
        }
        Expr::Call(call) => evaluate_call(heap, call),
        other => panic!("not understood here: {other:?}"),
    }
}

fn named(name: &str) -> Value {
    let class = || ClassId::find("builtins", name).map(|class| Value::ExceptionClass(u64::from(class.0)));
    let builtin = || Builtin::find(name).map(|builtin| Value::Builtin(builtin.number()));
    constant(name).or_else(class).or_else(builtin).unwrap_or_else(|| panic!("unknown name {name}"))
}

fn evaluate_call(heap: &mut Heap, call: &ExprCall) -> Result<Value, Raised> {
    let function = evaluate(heap, &call.func)?;
    let positional = evaluate_all(heap, &call.arguments.args)?;
    let mut keywords = Vec::new();
    for keyword in &call.arguments.keywords {
        let name = keyword.arg.as_ref().expect("a name").as_str();
        keywords.push((name, evaluate(heap, &keyword.value)?));
    }
    let arguments = Arguments { positional: &positional, keywords: &keywords };
    match function {
        Value::Builtin(number) => call_builtin(heap, Builtin::from_number(number), &arguments),
        Value::ExceptionClass(class) => construct(heap, ClassId(class as u32), &arguments),
        Value::BoundMethod(at) => {
            let bound = heap.bound_method_object(at);
            let MethodCode::Value(method) = bound.method else { panic!("a method of a value") };
            call_method(heap, bound.receiver, method, &arguments)
        }
        other => panic!("not called here: {other:?}"),
    }
}

fn unary_operator(operator: UnaryOp) -> UnaryOperator {
    match operator {
        UnaryOp::Invert => UnaryOperator::Invert,
        UnaryOp::Not => UnaryOperator::Not,
        UnaryOp::UAdd => UnaryOperator::Positive,
        UnaryOp::USub => UnaryOperator::Negative,
    }
}

fn binary_operator(operator: Operator) -> BinaryOperator {
    match operator {
        Operator::Add => BinaryOperator::Add,
        Operator::Sub => BinaryOperator::Subtract,
        Operator::Mult => BinaryOperator::Multiply,
        Operator::MatMult => panic!("matrices are not values"),
        Operator::Div => BinaryOperator::Divide,
        Operator::Mod => BinaryOperator::Modulo,
        Operator::Pow => BinaryOperator::Power,
        Operator::LShift => BinaryOperator::ShiftLeft,
        Operator::RShift => BinaryOperator::ShiftRight,
        Operator::BitOr => BinaryOperator::BitOr,
        Operator::BitXor => BinaryOperator::BitXor,
        Operator::BitAnd => BinaryOperator::BitAnd,
        Operator::FloorDiv => BinaryOperator::FloorDivide,
    }
}

fn comparison(operator: CmpOp) -> Comparison {
    match operator {
        CmpOp::Eq => Comparison::Equal,
        CmpOp::NotEq => Comparison::NotEqual,
        CmpOp::Lt => Comparison::Less,
        CmpOp::LtE => Comparison::LessEqual,
        CmpOp::Gt => Comparison::Greater,
        CmpOp::GtE => Comparison::GreaterEqual,
        CmpOp::Is => Comparison::Is,
        CmpOp::IsNot => Comparison::IsNot,
        CmpOp::In => Comparison::In,
        CmpOp::NotIn => Comparison::NotIn,
    }
}

/// The repr of an expression's value, or `Class: message` of what it raises.
fn answer(expression: &str) -> String {
    let mut heap = Heap::new();
    let parsed = ruff_python_parser::parse_expression(expression).expect("Python");
    let mut text = String::new();
    match evaluate(&mut heap, parsed.expr()) {
        Ok(value) => write_repr(&heap, value, &mut text).expect("a repr"),
        Err(Raised(raised)) => {
            text = format!("{}: ", heap.type_name(raised));
            write_str(&heap, raised, &mut text).expect("a message");
        }
    }
    text
}

#[test]
fn values_answer_as_cpython_does() {
    let mut wrong = Vec::new();
    for line in ANSWERS.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        let (expression, expected) = line.split_once('\t').expect("an expression, a tab, an answer");
        let found = answer(expression);
        if found != expected {
            wrong.push(format!("{expression}\n  CPython: {expected}\n  here:    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_would_need_too_much_memory_is_refused() {
    for expression in [
        "'x' * 10**12",
        "[0] * 10**10",
        "(1, 2) * 10**15",
        "list(range(10**18))",
        "format(1, '1000000000')",
        "format(1.5, '.1000000000f')",
        "'%999999999999d' % 1",
        "'%.*d' % (9223372036854775807, 1)",
        "'a'.center(10**12)",
        "'a'.zfill(10**12)",
        "'{:>{}}'.format(1, 10**10)",
        "','.join(['x' * 10**6] * 10**6)",
        "'a'.replace('', 'x' * 10**9)",
        "'\\t'.expandtabs(10**12)",
    ] {
        assert!(answer(expression).starts_with("MemoryError: "), "{expression}: {}", answer(expression));
    }
}

#[test]
fn integers_beyond_64_bits_are_refused_and_never_wrapped() {
    for expression in [
        "9223372036854775807 + 1",
        "-9223372036854775807 - 2",
        "2 ** 63",
        "10 ** 18 * 10",
        "1 << 63",
        "-(-9223372036854775807 - 1)",
        "abs(-9223372036854775807 - 1)",
        "(-9223372036854775807 - 1) // -1",
        "int(1e19)",
        "int('9223372036854775808')",
        "round(9223372036854775807, -1)",
        "math.factorial(21)",
        "math.comb(100, 50)",
        "math.lcm(10**18, 10**18 - 1)",
        "range(0, 10, 4)[::2**62]",
        "list(enumerate('ab', 9223372036854775807))",
        "sum([9223372036854775807, 1])",
    ] {
        assert_eq!(answer(expression), "Unsupported: integers beyond 64 bits are not supported", "{expression}");
    }
    assert_eq!(answer("round(1, -9223372036854775807)"), "0");
}

/// A list in a list in a list.
fn nest(heap: &mut Heap, depth: usize) -> Value {
    (0..depth).fold(Value::None, |inner, _| heap.list(vec![inner]))
}

#[test]
fn depth_and_circles_end_in_an_exception_or_in_dots() {
    let mut heap = Heap::new();
    let (one, other) = (nest(&mut heap, 100_000), nest(&mut heap, 100_000));
    let problem = operate::equals(&heap, one, other).expect_err("too deep");
    assert_eq!(problem.class, ClassId::RECURSION_ERROR);
    assert_eq!(write_repr(&heap, one, &mut String::new()).expect_err("too deep").class, ClassId::RECURSION_ERROR);
    let tuple = (0..100_000).fold(Value::None, |inner, _| heap.tuple(vec![inner]));
    assert_eq!(heap.key(tuple).expect_err("too deep").class, ClassId::RECURSION_ERROR);

    let circle = heap.list(vec![Value::Int(1)]);
    let Value::List(at) = circle else { panic!("a list") };
    heap.list_push(at, circle).expect("room");
    let mut text = String::new();
    write_repr(&heap, circle, &mut text).expect("a repr");
    assert_eq!(text, "[1, [...]]");

    let iterator = (0..100_000).fold(circle, |inner, _| {
        call_builtin(&mut heap, Builtin::find("enumerate").expect("it is there"), &Arguments::positional(&[inner]))
            .expect("an iterator")
    });
    let raised = operate::collect(&mut heap, iterator).expect_err("too deep");
    assert_eq!(heap.type_name(raised.0), "RecursionError");
}

#[test]
fn what_has_an_address_is_refused_and_its_short_form_is_cut() {
    let mut heap = Heap::new();
    assert_eq!(write_repr(&heap, Value::Task(3), &mut String::new()).expect_err("no text").class, ClassId::UNSUPPORTED);
    let word = heap.string("kitchen");
    let list = heap.list(vec![Value::Task(3), word, word]);
    for (limit, text) in [(40, "[<task>, 'kitchen', 'kitchen']"), (12, "[<task>, 'k…")] {
        let mut out = String::new();
        short_repr(&heap, list, limit, &mut out);
        assert_eq!(out, text);
    }
}

#[test]
fn a_dict_or_set_that_changes_its_size_under_a_walk_is_an_error() {
    let mut heap = Heap::new();
    let dict = heap.new_dict();
    for number in 0..3 {
        heap.dict_insert(dict, Value::Int(number), Value::None).expect("hashable");
    }
    let mut position = 0;
    operate::next_item(&mut heap, Value::Dict(dict), &mut position).expect("unchanged");
    heap.dict_insert(dict, Value::Int(2), Value::TRUE).expect("hashable");
    let second = operate::next_item(&mut heap, Value::Dict(dict), &mut position).expect("another value is no change");
    assert_eq!(second, Some(Value::Int(1)));
    heap.dict_insert(dict, Value::Int(9), Value::None).expect("hashable");
    let raised = operate::next_item(&mut heap, Value::Dict(dict), &mut position).expect_err("one more");
    let mut text = String::new();
    write_str(&heap, raised.0, &mut text).expect("a message");
    assert_eq!(text, "dictionary changed size during iteration");
}
