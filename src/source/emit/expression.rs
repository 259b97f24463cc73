//! Expressions as a person writes them: parentheses only where Python's precedence needs them.

use crate::script::{
    Argument, BinaryOperator, ComprehensionKind, Conversion, DictItem, Expression, ExpressionKind, FormatPart,
    UnaryOperator,
};

use super::layout::{Doc, Style};
use super::names::{Names, SIMULATOR};
use super::text::{self, Quotes};

/// How tightly an expression holds together, loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Any,
    Lambda,
    Conditional,
    Or,
    And,
    Not,
    Comparison,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Product,
    Sign,
    Power,
    Await,
    Primary,
}

/// Writes expressions.
#[derive(Debug)]
pub(super) struct Writer {
    pub(super) names: Names,
    pub(super) quotes: Quotes,
}

impl Writer {
    /// The expression where anything may stand: behind `=`, between brackets.
    pub(super) fn any(&mut self, expression: &Expression) -> Doc {
        self.at(expression, Level::Lambda)
    }

    /// The same where `yield` needs no parentheses: a statement of its own.
    pub(super) fn bare_yield(&mut self, expression: &Expression) -> Doc {
        let is_yield = matches!(expression.kind, ExpressionKind::Yield(_) | ExpressionKind::YieldFrom(_));
        self.at(expression, if is_yield { Level::Any } else { Level::Lambda })
    }

    /// The same where a tuple needs no parentheses.
    pub(super) fn bare(&mut self, expression: &Expression) -> Doc {
        match &expression.kind {
            ExpressionKind::Tuple(items) if items.len() > 1 => {
                let items = items.iter().map(|item| self.any(item)).collect();
                Doc::bracket("(", items, ")", Style::BareTuple)
            }
            ExpressionKind::Yield(_) | ExpressionKind::YieldFrom(_) => self.at(expression, Level::Any),
            _ => self.any(expression),
        }
    }

    /// The expression where a walrus needs no parentheses either: behind `if` and `while`.
    pub(super) fn condition(&mut self, expression: &Expression) -> Doc {
        match &expression.kind {
            ExpressionKind::Walrus(name, value) => Doc::Join(vec![self.walrus(&name.name), self.any(value)]),
            _ => self.any(expression),
        }
    }

    fn walrus(&self, name: &str) -> Doc {
        Doc::text(format!("{name} := "))
    }

    /// The expression where only what holds at least so tightly can stand without parentheses.
    pub(super) fn at(&mut self, expression: &Expression, least: Level) -> Doc {
        let (level, doc) = self.write(expression);
        if level >= least { doc } else { Doc::bracket("(", vec![doc], ")", Style::Single) }
    }

    fn write(&mut self, expression: &Expression) -> (Level, Doc) {
        let primary = |doc| (Level::Primary, doc);
        match &expression.kind {
            ExpressionKind::None => primary(Doc::text("None")),
            ExpressionKind::Bool(value) => primary(Doc::text(if *value { "True" } else { "False" })),
            ExpressionKind::Long(number) => primary(Doc::text(number.to_string())),
            ExpressionKind::Int(number) => (sign_level(*number < 0), Doc::text(number.to_string())),
            ExpressionKind::Float(number) => (sign_level(number.is_sign_negative()), Doc::text(text::float(*number))),
            ExpressionKind::Str(value) => primary(Doc::text(text::string(value, self.quotes))),
            ExpressionKind::FString(parts) => primary(self.format_string(parts)),
            ExpressionKind::Name(name) => primary(Doc::text(self.names.name(name))),
            ExpressionKind::Library(path) => primary(Doc::text(self.names.library(path))),
            ExpressionKind::Attribute(value, name) => primary(self.attribute(value, &name.name)),
            ExpressionKind::Subscript(value, index) => primary(self.subscript(value, index)),
            ExpressionKind::Slice(lower, upper, step) => primary(self.slice([lower, upper, step])),
            ExpressionKind::Call(function, arguments) => primary(self.call(function, arguments)),
            ExpressionKind::Unary(operator, value) => self.unary(*operator, value),
            ExpressionKind::Binary(left, operator, right) => self.binary(left, *operator, right),
            ExpressionKind::And(items) => (Level::And, self.chain(items, "and", Level::Not)),
            ExpressionKind::Or(items) => (Level::Or, self.chain(items, "or", Level::And)),
            ExpressionKind::Compare(first, rest) => {
                let mut links = vec![(String::new(), self.at(first, Level::BitOr))];
                for (comparison, right) in rest {
                    links.push((comparison.symbol().to_owned(), self.at(right, Level::BitOr)));
                }
                (Level::Comparison, Doc::Chain(links))
            }
            ExpressionKind::Conditional { test, then, other } => {
                let links = vec![
                    (String::new(), self.at(then, Level::Or)),
                    ("if".to_owned(), self.at(test, Level::Or)),
                    ("else".to_owned(), self.at(other, Level::Lambda)),
                ];
                (Level::Conditional, Doc::Chain(links))
            }
            ExpressionKind::List(items) => primary(self.display("[", items, "]")),
            ExpressionKind::Tuple(items) => primary(self.tuple(items)),
            ExpressionKind::Set(items) => primary(self.display("{", items, "}")),
            ExpressionKind::Dict(items) => primary(self.dict(items)),
            ExpressionKind::Starred(value) => {
                let value = self.at(value, Level::BitOr);
                (Level::Lambda, Doc::Join(vec![Doc::text("*"), value]))
            }
            ExpressionKind::Comprehension(comprehension) => primary(self.comprehension(comprehension)),
            ExpressionKind::Lambda(lambda) => (Level::Lambda, self.lambda(lambda)),
            ExpressionKind::Await(value) => {
                let value = self.at(value, Level::Primary);
                (Level::Await, Doc::Join(vec![Doc::text("await "), value]))
            }
            ExpressionKind::Yield(None) => (Level::Any, Doc::text("yield")),
            ExpressionKind::Yield(Some(value)) => {
                let value = self.bare(value);
                (Level::Any, Doc::Join(vec![Doc::text("yield "), value]))
            }
            ExpressionKind::YieldFrom(value) => {
                let value = self.any(value);
                (Level::Any, Doc::Join(vec![Doc::text("yield from "), value]))
            }
            ExpressionKind::Walrus(name, value) => {
                (Level::Any, Doc::Join(vec![self.walrus(&name.name), self.any(value)]))
            }
        }
    }

    fn attribute(&mut self, value: &Expression, name: &str) -> Doc {
        if let ExpressionKind::Name(module) = &value.kind
            && (module.as_str(), name) == (SIMULATOR, "work")
            && !self.names.is_taken(SIMULATOR)
        {
            return Doc::text(self.names.library("kitchen_sim.work"));
        }
        if let ExpressionKind::Name(module) = &value.kind
            && let Some(item) = self.names.item(module, name)
        {
            return Doc::text(item);
        }
        // `1.real` would be read as a float.
        let least = if matches!(value.kind, ExpressionKind::Int(_)) { None } else { Some(Level::Primary) };
        let value = match least {
            Some(least) => self.at(value, least),
            None => Doc::text(format!("({})", self.any(value).flat())),
        };
        Doc::Join(vec![value, Doc::text(format!(".{name}"))])
    }

    fn subscript(&mut self, value: &Expression, index: &Expression) -> Doc {
        let value = self.at(value, Level::Primary);
        let index = match &index.kind {
            ExpressionKind::Tuple(items) if items.len() > 1 => {
                let items = items.iter().map(|item| self.any(item)).collect();
                return Doc::Join(vec![value, Doc::bracket("[", items, "]", Style::Arguments)]);
            }
            _ => self.any(index),
        };
        Doc::Join(vec![value, Doc::bracket("[", vec![index], "]", Style::Single)])
    }

    /// Bounds that are more than a name or a number keep their distance from the colon.
    fn slice(&mut self, bounds: [&Option<Box<Expression>>; 3]) -> Doc {
        let is_plain = |bound: &Expression| match &bound.kind {
            ExpressionKind::Unary(_, value) => is_atom(value),
            _ => is_atom(bound),
        };
        let space = if bounds.iter().all(|bound| bound.as_deref().is_none_or(is_plain)) { "" } else { " " };
        let texts = bounds.map(|bound| bound.as_deref().map(|bound| self.any(bound).flat()));
        let [lower, upper, step] = texts;
        let mut out = lower.map(|lower| format!("{lower}{space}")).unwrap_or_default();
        out.push(':');
        out.extend(upper.map(|upper| format!("{space}{upper}")));
        if let Some(step) = step {
            out.push_str(if bounds[1].is_some() { space } else { "" });
            out.push_str(&format!(":{space}{step}"));
        }
        Doc::Text(out)
    }

    fn call(&mut self, function: &Expression, arguments: &[Argument]) -> Doc {
        let is_print = matches!(function.kind, ExpressionKind::Library("print"));
        let function = self.at(function, Level::Primary);
        let items = match arguments {
            [Argument::Positional(only)] if is_print => vec![self.any(value_alone(only).unwrap_or(only))],
            [Argument::Positional(Expression { kind: ExpressionKind::Comprehension(only), .. })]
                if only.kind == ComprehensionKind::Generator =>
            {
                vec![self.clauses(only)]
            }
            _ => arguments.iter().map(|argument| self.argument(argument)).collect(),
        };
        Doc::Join(vec![function, Doc::bracket("(", items, ")", Style::Arguments)])
    }

    /// One argument of a call.
    pub(super) fn argument(&mut self, argument: &Argument) -> Doc {
        let (prefix, value) = match argument {
            Argument::Positional(value) => return self.any(value),
            Argument::Unpacked(value) => ("*".to_owned(), value),
            Argument::Keyword(name, value) => (format!("{}=", name.name), value),
            Argument::UnpackedKeywords(value) => ("**".to_owned(), value),
        };
        Doc::Join(vec![Doc::Text(prefix), self.any(value)])
    }

    fn unary(&mut self, operator: UnaryOperator, value: &Expression) -> (Level, Doc) {
        let (word, level) = match operator {
            UnaryOperator::Negative => ("-", Level::Sign),
            UnaryOperator::Positive => ("+", Level::Sign),
            UnaryOperator::Invert => ("~", Level::Sign),
            UnaryOperator::Not => ("not ", Level::Not),
        };
        (level, Doc::Join(vec![Doc::text(word), self.at(value, level)]))
    }

    fn binary(&mut self, left: &Expression, operator: BinaryOperator, right: &Expression) -> (Level, Doc) {
        let level = level_of(operator);
        if operator == BinaryOperator::Power {
            let links = [self.at(left, Level::Await), self.at(right, Level::Sign)];
            return (level, power(links, is_power_operand(left) && is_power_operand(right)));
        }
        let mut links = match self.at(left, level) {
            Doc::Chain(links) if is_binary_of(left, level) => links,
            other => vec![(String::new(), other)],
        };
        links.push((operator.symbol().to_owned(), self.at(right, tighter(level))));
        (level, Doc::Chain(links))
    }

    fn chain(&mut self, items: &[Expression], operator: &str, least: Level) -> Doc {
        let link = |(index, item): (usize, &Expression)| {
            let operator = if index == 0 { String::new() } else { operator.to_owned() };
            (operator, self.at(item, least))
        };
        Doc::Chain(items.iter().enumerate().map(link).collect())
    }

    fn display(&mut self, open: &'static str, items: &[Expression], close: &'static str) -> Doc {
        let items = items.iter().map(|item| self.any(item)).collect();
        Doc::bracket(open, items, close, Style::Display)
    }

    fn tuple(&mut self, items: &[Expression]) -> Doc {
        let style = if items.len() == 1 { Style::OneTuple } else { Style::Display };
        let items = items.iter().map(|item| self.any(item)).collect();
        Doc::bracket("(", items, ")", style)
    }

    fn dict(&mut self, items: &[DictItem]) -> Doc {
        let write = |item: &DictItem| match item {
            DictItem::Pair(key, value) => Doc::Join(vec![self.any(key), Doc::text(": "), self.any(value)]),
            DictItem::Unpacked(value) => Doc::Join(vec![Doc::text("**"), self.at(value, Level::BitOr)]),
        };
        let items = items.iter().map(write).collect();
        Doc::bracket("{", items, "}", Style::Display)
    }
}

/// What `print` of an f-string with nothing but a value in it prints as well.
fn value_alone(text: &Expression) -> Option<&Expression> {
    let ExpressionKind::FString(parts) = &text.kind else { return None };
    let [FormatPart::Value { value, debug: None, conversion: Conversion::None, spec }] = parts.as_slice() else {
        return None;
    };
    spec.is_empty().then_some(value)
}

fn sign_level(is_negative: bool) -> Level {
    if is_negative { Level::Sign } else { Level::Primary }
}

fn level_of(operator: BinaryOperator) -> Level {
    match operator {
        BinaryOperator::BitOr => Level::BitOr,
        BinaryOperator::BitXor => Level::BitXor,
        BinaryOperator::BitAnd => Level::BitAnd,
        BinaryOperator::ShiftLeft | BinaryOperator::ShiftRight => Level::Shift,
        BinaryOperator::Add | BinaryOperator::Subtract => Level::Sum,
        BinaryOperator::Multiply | BinaryOperator::Divide | BinaryOperator::FloorDivide | BinaryOperator::Modulo => {
            Level::Product
        }
        BinaryOperator::Power => Level::Power,
    }
}

/// The level of the right side of operators that group from the left.
fn tighter(level: Level) -> Level {
    match level {
        Level::BitOr => Level::BitXor,
        Level::BitXor => Level::BitAnd,
        Level::BitAnd => Level::Shift,
        Level::Shift => Level::Sum,
        Level::Sum => Level::Product,
        Level::Product => Level::Sign,
        other => other,
    }
}

fn is_binary_of(expression: &Expression, level: Level) -> bool {
    matches!(&expression.kind, ExpressionKind::Binary(_, operator, _) if level_of(*operator) == level)
}

/// `x**2`, but `f(x) ** 2`.
fn power([left, right]: [Doc; 2], is_plain: bool) -> Doc {
    if is_plain {
        Doc::Join(vec![left, Doc::text("**"), right])
    } else {
        Doc::Chain(vec![(String::new(), left), ("**".to_owned(), right)])
    }
}

fn is_atom(expression: &Expression) -> bool {
    matches!(
        expression.kind,
        ExpressionKind::Int(_)
            | ExpressionKind::Long(_)
            | ExpressionKind::Float(_)
            | ExpressionKind::Name(_)
            | ExpressionKind::Str(_)
    )
}

fn is_power_operand(expression: &Expression) -> bool {
    match &expression.kind {
        ExpressionKind::Unary(UnaryOperator::Negative, value) => is_power_operand(value),
        ExpressionKind::Attribute(value, _) => is_power_operand(value),
        ExpressionKind::Name(_) | ExpressionKind::Int(_) | ExpressionKind::Long(_) | ExpressionKind::Float(_) => true,
        _ => false,
    }
}
