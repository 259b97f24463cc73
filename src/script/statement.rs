//! Statements, as Python has them.

use crate::units::Span;

use super::Identifier;
use super::expression::{BinaryOperator, Expression};

/// A statement and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What it is.
    pub kind: StatementKind,
    /// Where it stands, in bytes of the file; of a verb with blocks, its head.
    pub span: Span,
}

/// The kinds of statements.
#[derive(Clone, Debug, PartialEq)]
pub enum StatementKind {
    /// A value computed for its effect.
    Expression(Expression),
    /// `a = b = value`
    Assign(Assignment),
    /// `target += value`
    AugmentedAssign(Expression, BinaryOperator, Expression),
    /// `del a, b[0]`
    Delete(Vec<Expression>),
    /// `pass`
    Pass,
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `return value`
    Return(Option<Expression>),
    /// `assert test, message`
    Assert(Expression, Option<Expression>),
    /// `raise exception from cause`; without both, the one being handled.
    Raise(Option<Expression>, Option<Expression>),
    /// `global a, b`
    Global(Vec<Identifier>),
    /// `nonlocal a, b`
    Nonlocal(Vec<Identifier>),
    /// `if test: body else: other`; `elif` is an `if` alone in `other`.
    If {
        /// The test.
        test: Expression,
        /// When it holds.
        body: Vec<Statement>,
        /// When it does not.
        other: Vec<Statement>,
    },
    /// `for target in iterable: body else: other`
    For {
        /// What is bound.
        target: Expression,
        /// What is gone through.
        iterable: Expression,
        /// The loop's body.
        body: Vec<Statement>,
        /// After the last round without `break`.
        other: Vec<Statement>,
        /// `async for`
        is_async: bool,
    },
    /// The verb `repeat`: `for _ in range(count): body`, without a name.
    Repeat {
        /// How often.
        count: Expression,
        /// The loop's body.
        body: Vec<Statement>,
    },
    /// `while test: body else: other`
    While {
        /// The test.
        test: Expression,
        /// The loop's body.
        body: Vec<Statement>,
        /// When the test fails.
        other: Vec<Statement>,
    },
    /// `try`
    Try {
        /// What may raise.
        body: Vec<Statement>,
        /// `except …` clauses in order.
        handlers: Vec<ExceptHandler>,
        /// Whether they are `except*`.
        is_star: bool,
        /// `else`
        other: Vec<Statement>,
        /// `finally`
        finally: Vec<Statement>,
    },
    /// `with items: body`
    With {
        /// What is entered, in order.
        items: Vec<WithItem>,
        /// The body.
        body: Vec<Statement>,
        /// `async with`
        is_async: bool,
    },
    /// `import a, b as c`, `from a import b as c`; one entry a name. A spec has none.
    Import(Vec<Import>),
    /// `def`, `async def`
    Function(Box<Function>),
    /// `class`
    Class(Box<Class>),
}

/// One name that an import binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The module: `asyncio`.
    pub module: Identifier,
    /// What is taken out of it, of `from … import …`; `*` takes all. Without it, the module itself is bound.
    pub item: Option<Identifier>,
    /// The name that is bound.
    pub name: Identifier,
}

impl Import {
    /// Whether it binds the package that its module lies in by the package's own name: `import concurrent.futures`.
    #[must_use]
    pub fn binds_package(&self) -> bool {
        self.item.is_none() && self.module.name.split('.').next() == Some(&self.name.name)
    }

    /// The full dotted path of what is imported: `asyncio`, `asyncio.sleep`.
    #[must_use]
    pub fn path(&self) -> String {
        match &self.item {
            Some(item) => format!("{}.{}", self.module.name, item.name),
            None => self.module.name.clone(),
        }
    }
}

/// `targets = value`
#[derive(Clone, Debug, PartialEq)]
pub struct Assignment {
    /// Each gets the value, from the left: names, attributes, subscripts, tuples and lists of these, one of them starred.
    pub targets: Vec<Expression>,
    /// The value.
    pub value: Expression,
}

/// `except class as name: body`
#[derive(Clone, Debug, PartialEq)]
pub struct ExceptHandler {
    /// The class or tuple of classes; without it, all.
    pub class: Option<Expression>,
    /// The name bound while the body runs.
    pub name: Option<Identifier>,
    /// The body.
    pub body: Vec<Statement>,
    /// The head.
    pub span: Span,
}

/// One item of a `with`.
#[derive(Clone, Debug, PartialEq)]
pub struct WithItem {
    /// The context manager.
    pub context: Expression,
    /// What `as` binds.
    pub target: Option<Expression>,
}

/// A function or a coroutine.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// Its name.
    pub name: Identifier,
    /// `async def`
    pub is_async: bool,
    /// Its parameters.
    pub parameters: Parameters,
    /// Its body; may be empty, which is `pass`.
    pub body: Vec<Statement>,
    /// Decorators, outermost first.
    pub decorators: Vec<Expression>,
    /// The annotations of its parameters and, as `return`, of what it gives; none where the script does not ask for them.
    pub annotated: Vec<Annotated>,
}

/// A class.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    /// Its name.
    pub name: Identifier,
    /// From `class` to its name.
    pub header: Span,
    /// What it derives from.
    pub bases: Vec<Expression>,
    /// What the classes above are told of it: `class C(Base, key=value)`.
    pub keywords: Vec<(Identifier, Expression)>,
    /// Its body.
    pub body: Vec<Statement>,
    /// Decorators, outermost first.
    pub decorators: Vec<Expression>,
    /// The names in its body that have annotations, in order: what `dataclass` makes fields of.
    pub annotated: Vec<Annotated>,
}

/// A name in the body of a class, or of a parameter, and what it is annotated with.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotated {
    /// The name.
    pub name: Identifier,
    /// The annotation as it is written.
    pub annotation: String,
    /// The same to be evaluated, where that may be: a name, a text, `None` as an annotation of a function.
    pub value: Option<Expression>,
}

/// The parameters of a function, in the order of Python's grammar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameters {
    /// All of them, in order.
    pub items: Vec<Parameter>,
    /// Whether one of them has an annotation, or what the function returns.
    pub is_annotated: bool,
}

/// One parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: Identifier,
    /// How it is given.
    pub kind: ParameterKind,
    /// Its default, evaluated once where the function is defined.
    pub default: Option<Expression>,
}

/// How an argument reaches a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParameterKind {
    /// Before `/`: by position only.
    PositionalOnly,
    /// By position or by name.
    Ordinary,
    /// `*args`
    Variadic,
    /// Behind `*`: by name only.
    KeywordOnly,
    /// `**kwargs`
    VariadicKeywords,
}
