//! Lowered code: flat ops of 8 bytes over an accumulator and numbered slots.
//!
//! An op reads the accumulator and slots of its own activation; temporaries are slots behind the locals. Pure ops are done by the
//! VM, the others end its run with an effect that the engine performs. Knows nothing of either.

use num_bigint::BigInt;

use crate::script::{Conversion, ParameterKind};
use crate::signatures::asyncio::Function as LibraryFunction;
use crate::signatures::builtins::Builtin;
use crate::signatures::exceptions::ClassId;
use crate::units::{CodeId, NameId, Span};

use super::places::Places;

pub use super::op::{Op, Order, Place, Protocol, Slot};

/// Whether calling a body makes a generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generator {
    /// It does not.
    No,
    /// `def` with `yield`
    Plain,
    /// `async def` with `yield`
    Async,
}

/// How to make a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassTemplate {
    /// Its name.
    pub name: NameId,
    /// The same with what it stands in.
    pub qualified: NameId,
    /// Its `__module__`.
    pub module: &'static str,
    /// The names of its attributes, in order.
    pub attributes: Vec<NameId>,
}

/// A constant of a program.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Constant {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A longer one.
    Long(BigInt),
    /// A float, by its bits.
    Float(u64),
    /// A string.
    Str(String),
    /// A built-in function or type used as a value.
    Builtin(Builtin),
    /// A function of asyncio used as a value.
    Library(LibraryFunction),
    /// A built-in class of exceptions.
    ExceptionClass(ClassId),
    /// `NotImplemented`
    NotImplemented,
    /// No value: an argument that was left out.
    Unbound,
}

/// A text with holes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Template {
    /// Its parts in order.
    pub parts: Vec<TemplatePart>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq)]
pub enum TemplatePart {
    /// Text as it stands.
    Text(String),
    /// The value in the slot this far behind the first.
    Value {
        /// How far.
        offset: Slot,
        /// `!r` and the like.
        conversion: Conversion,
        /// The format spec.
        spec: Template,
    },
}

impl Template {
    /// The text when there are no holes.
    #[must_use]
    pub fn plain_text(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [] => Some(""),
            [TemplatePart::Text(text)] => Some(text),
            _ => None,
        }
    }
}

/// A parameter of lowered code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeParameter {
    /// Its name.
    pub name: NameId,
    /// How it is given.
    pub kind: ParameterKind,
    /// Whether it has a default.
    pub has_default: bool,
}

/// The body of a function.
#[derive(Clone, Debug)]
pub struct Code {
    /// Its name.
    pub name: NameId,
    /// The same with what it stands in: `Kitchen.cook`.
    pub qualified: NameId,
    /// Calling it makes an object that is run later: `async def`, and every generator.
    pub is_async: bool,
    /// Whether that object is a generator.
    pub generator: Generator,
    /// Its parameters: slots 0, 1, …
    pub parameters: Vec<CodeParameter>,
    /// Whether one of them has an annotation, or what it returns.
    pub is_annotated: bool,
    /// Whether all parameters are given by position, so that a call needs no binding.
    pub is_simple: bool,
    /// How many slots it has, at least one: a finished task keeps its result in slot 0.
    pub slots: u16,
    /// The slots that captured variables are copied to, in the order of the function object.
    pub captured: Vec<Slot>,
    /// The names of its first slots: parameters, locals, and what it captures.
    pub locals: Vec<NameId>,
    /// Its ops.
    pub ops: Vec<Op>,
    /// Where its ops stand.
    pub places: Places,
    /// Where it is defined: its name, or the first of its decorators.
    pub definition: Span,
    /// Where exceptions go that are raised inside: the innermost `try` first.
    pub handlers: Vec<Handler>,
    /// Where an exception is being handled: the innermost first.
    pub handling: Vec<Handling>,
    /// How many slots are in use at each op; empty where that does not matter.
    pub live: Vec<Slot>,
    /// Whether traces are silent about calls of it: the library's own code.
    pub is_hidden: bool,
    /// What tracebacks that a script reads tell its activations as, if they tell of them.
    pub told_as: Option<NameId>,
    /// Whether tracebacks hold the frames of its activations: what CPython has in C has none.
    pub has_frame: bool,
    /// Whether it steps the object in slot 0 in the place of a coroutine: a task that did so keeps it in slot 1.
    pub steps_object: bool,
}

/// A stretch of ops whose exceptions are taken care of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// The first op.
    pub from: u32,
    /// Behind the last op.
    pub to: u32,
    /// Where the exception goes, in acc.
    pub target: u32,
}

/// A stretch of ops in which an exception is being handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handling {
    /// The first op.
    pub from: u32,
    /// Behind the last op.
    pub to: u32,
    /// Where the exception is; what else stands there means that there is none.
    pub slot: Slot,
}

impl Code {
    /// Whether calling it makes a coroutine object, no generator.
    #[inline]
    #[must_use]
    pub fn is_coroutine(&self) -> bool {
        self.is_async && self.generator == Generator::No
    }

    /// Where an exception goes that the op at `pc` raised.
    #[must_use]
    pub fn handler(&self, pc: u32) -> Option<u32> {
        let innermost = self.handlers.iter().find(|handler| (handler.from..handler.to).contains(&pc));
        innermost.map(|handler| handler.target)
    }

    /// The slots of the exceptions that may be handled at `pc`, the innermost first.
    pub fn handled(&self, pc: u32) -> impl Iterator<Item = Slot> {
        self.handling.iter().filter(move |handling| (handling.from..handling.to).contains(&pc)).map(|each| each.slot)
    }
}

/// How to make a function object.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionTemplate {
    /// Its body.
    pub code: CodeId,
    /// The slots of the variables it captures.
    pub captured: Vec<Slot>,
}

/// The shape of a call with keywords.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CallShape {
    /// How many arguments are given by position.
    pub positional: u8,
    /// The names of those behind them.
    pub keywords: Vec<NameId>,
}
