//! Expressions, as Python has them.

use num_bigint::BigInt;

use crate::units::Span;

use super::Identifier;
use super::statement::Parameters;

/// An expression and where it stands in the source file.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// What it is.
    pub kind: ExpressionKind,
    /// Where it stands, in bytes of the file.
    pub span: Span,
}

/// The kinds of expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum ExpressionKind {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// A whole number. `-9223372036854775808` is a negated literal and arrives folded.
    Int(i64),
    /// An integer beyond 64 bits; never negative.
    Long(Box<BigInt>),
    /// A float.
    Float(f64),
    /// A string, escapes undone.
    Str(String),
    /// An f-string.
    FString(Vec<FormatPart>),
    /// A name to be resolved.
    Name(String),
    /// A thing of the library whatever the script's own names are: `asyncio.sleep` behind the verb `sleep`. Always the full
    /// dotted path.
    Library(&'static str),
    /// `value.name`
    Attribute(Box<Expression>, Identifier),
    /// `value[index]`; the index may be a `Slice`.
    Subscript(Box<Expression>, Box<Expression>),
    /// `lower:upper:step` inside a subscript.
    Slice(Option<Box<Expression>>, Option<Box<Expression>>, Option<Box<Expression>>),
    /// `function(arguments)`
    Call(Box<Expression>, Vec<Argument>),
    /// `-x`, `not x`
    Unary(UnaryOperator, Box<Expression>),
    /// `x + y`
    Binary(Box<Expression>, BinaryOperator, Box<Expression>),
    /// `a and b and c`
    And(Vec<Expression>),
    /// `a or b or c`
    Or(Vec<Expression>),
    /// `a < b <= c`
    Compare(Box<Expression>, Vec<(Comparison, Expression)>),
    /// `then if test else other`
    Conditional {
        /// The test.
        test: Box<Expression>,
        /// The value when it holds.
        then: Box<Expression>,
        /// The value when it does not.
        other: Box<Expression>,
    },
    /// `[a, *b]`
    List(Vec<Expression>),
    /// `(a, *b)`
    Tuple(Vec<Expression>),
    /// `{a, *b}`
    Set(Vec<Expression>),
    /// `{a: b, **c}`
    Dict(Vec<DictItem>),
    /// `*x` in a display, a call or an assignment's target.
    Starred(Box<Expression>),
    /// A comprehension or a generator expression.
    Comprehension(Box<Comprehension>),
    /// `lambda x: body`
    Lambda(Box<Lambda>),
    /// `await x`
    Await(Box<Expression>),
    /// `yield value`
    Yield(Option<Box<Expression>>),
    /// `yield from iterable`
    YieldFrom(Box<Expression>),
    /// `(name := value)`
    Walrus(Identifier, Box<Expression>),
}

/// One argument of a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// `value`
    Positional(Expression),
    /// `*values`
    Unpacked(Expression),
    /// `name=value`
    Keyword(Identifier, Expression),
    /// `**values`
    UnpackedKeywords(Expression),
}

/// One item of a dict display.
#[derive(Clone, Debug, PartialEq)]
pub enum DictItem {
    /// `key: value`
    Pair(Expression, Expression),
    /// `**values`
    Unpacked(Expression),
}

/// One part of an f-string.
#[derive(Clone, Debug, PartialEq)]
pub enum FormatPart {
    /// Text as it stands, `{{` undone.
    Text(String),
    /// `{value=!r:spec}`
    Value {
        /// The expression.
        value: Expression,
        /// For `{x=}`: the text before the value, `x=`.
        debug: Option<String>,
        /// `!s`, `!r`, `!a`; `{x=}` without a spec arrives as `!r`.
        conversion: Conversion,
        /// The format spec, itself made of parts; empty when there is none.
        spec: Vec<FormatPart>,
    },
}

/// The conversion of an f-string's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conversion {
    /// None: `format(value, spec)`.
    None,
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// Operators before a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOperator {
    /// `-`
    Negative,
    /// `+`
    Positive,
    /// `~`
    Invert,
    /// `not`
    Not,
}

/// Operators between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOperator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `//`
    FloorDivide,
    /// `%`
    Modulo,
    /// `**`
    Power,
    /// `<<`
    ShiftLeft,
    /// `>>`
    ShiftRight,
    /// `&`
    BitAnd,
    /// `|`
    BitOr,
    /// `^`
    BitXor,
}

impl BinaryOperator {
    /// The operator as it is written.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::FloorDivide => "//",
            Self::Modulo => "%",
            Self::Power => "**",
            Self::ShiftLeft => "<<",
            Self::ShiftRight => ">>",
            Self::BitAnd => "&",
            Self::BitOr => "|",
            Self::BitXor => "^",
        }
    }
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `in`
    In,
    /// `not in`
    NotIn,
}

impl Comparison {
    /// The comparison as it is written.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
            Self::Is => "is",
            Self::IsNot => "is not",
            Self::In => "in",
            Self::NotIn => "not in",
        }
    }
}

/// What a comprehension makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComprehensionKind {
    /// `[… for …]`
    List,
    /// `{… for …}`
    Set,
    /// `{k: v for …}`
    Dict,
    /// `(… for …)`
    Generator,
}

/// A comprehension.
#[derive(Clone, Debug, PartialEq)]
pub struct Comprehension {
    /// What it makes.
    pub kind: ComprehensionKind,
    /// The element; of a dict, the key.
    pub element: Expression,
    /// The value, of a dict.
    pub value: Option<Expression>,
    /// The `for` clauses, outermost first.
    pub clauses: Vec<ComprehensionClause>,
}

/// `for target in iterable if …`
#[derive(Clone, Debug, PartialEq)]
pub struct ComprehensionClause {
    /// What is bound.
    pub target: Expression,
    /// What is gone through.
    pub iterable: Expression,
    /// The conditions, in order.
    pub conditions: Vec<Expression>,
    /// `async for`
    pub is_async: bool,
}

/// `lambda parameters: body`
#[derive(Clone, Debug, PartialEq)]
pub struct Lambda {
    /// The parameters.
    pub parameters: Parameters,
    /// The body.
    pub body: Expression,
}
