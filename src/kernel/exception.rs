//! Exceptions: their classes, and what travels up when one is raised.
//!
//! Knows nothing of how a `try` finds its handler; only which class is below which.

use crate::units::CodeId;

pub use crate::signatures::exceptions::ClassId;

use super::heap::Fields;
use super::value::Value;

/// An exception on its way up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised(pub Value);

/// An exception not yet made: what code that only reads the heap says instead of raising.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its class.
    pub class: ClassId,
    /// Its message.
    pub message: String,
}

/// What code that only reads the heap returns.
pub type Attempt<T> = Result<T, Problem>;

impl Problem {
    /// A problem of this class.
    pub fn new(class: ClassId, message: impl Into<String>) -> Self {
        Self { class, message: message.into() }
    }

    /// What CPython does and the simulator does not.
    pub fn unsupported(message: impl Into<String>) -> Self {
        Self::new(ClassId::UNSUPPORTED, message)
    }
}

/// What an exception group holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// `e.message`
    pub message: Value,
    /// `e.exceptions`: a tuple.
    pub exceptions: Value,
}

/// What an exception passed on its way up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// Code, and the place in it.
    Code(CodeId, u32),
    /// Code that had not begun: the line of its definition.
    Unbegun(CodeId),
    /// A function that the engine performs and that CPython has in Python, by its name there.
    Library(&'static str),
}

/// An exception.
#[derive(Clone, Debug)]
pub struct ExceptionObject {
    /// Its class.
    pub class: ClassId,
    /// `e.args`
    pub args: Vec<Value>,
    /// What a group holds, whatever becomes of its arguments.
    pub group: Option<Group>,
    /// `e.__cause__`
    pub cause: Option<Value>,
    /// `e.__context__`
    pub context: Option<Value>,
    /// `e.__suppress_context__`
    pub suppress_context: bool,
    /// What it passed on its way up, innermost first.
    pub frames: Vec<Passed>,
    /// Whether a script took its traceback away: the next frame begins a new one.
    pub has_lost_traceback: bool,
    /// What its traceback holds: frames, where it matters when what they hold is freed.
    pub held: Vec<Value>,
    /// Attributes of its own that a script set.
    pub fields: Option<Box<Fields>>,
}
