//! The objects of the heap that are more than a vector.

use crate::signatures::methods::Method;
use crate::units::CodeId;

use super::super::value::{Reference, Value};

/// What a function is called.
#[derive(Clone, Debug)]
pub struct CodeName {
    /// `__name__`
    pub name: Box<str>,
    /// `__qualname__`
    pub qualified: Box<str>,
}

/// A `str`: its text, and how many characters it has.
#[derive(Clone, Debug)]
pub struct Text {
    /// The text.
    pub text: String,
    /// `len(text)`, counted once.
    pub characters: usize,
}

impl Text {
    /// Counts the characters of `text`.
    #[must_use]
    pub fn new(text: String) -> Self {
        let characters = text.chars().count();
        Self { text, characters }
    }

    /// Whether bytes are characters.
    #[inline]
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        self.characters == self.text.len()
    }
}

/// A script's function, with what was there when it was made.
#[derive(Clone, Debug)]
pub struct FunctionObject {
    /// Its body.
    pub code: CodeId,
    /// One per parameter, `Unbound` where there is none.
    pub defaults: Box<[Value]>,
    /// The shared variables of the functions around it.
    pub captured: Box<[Value]>,
    /// What was set of that which every function has, its name and the like.
    pub parts: Option<Box<super::Table<Value>>>,
    /// Attributes that a script set on it.
    pub fields: Option<Box<super::Fields>>,
}

/// Which method a bound method is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MethodCode {
    /// A method of a value: `[].append`.
    Value(Method),
    /// A method of an object of the library above, by its number there.
    Library(u32),
    /// A function of the script, bound to an object or class.
    Script(Reference),
    /// What every object has, and a script's method calls by `super()`.
    Base(BaseMethod),
}

/// Methods that objects have though their classes say nothing of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BaseMethod {
    /// `__new__`
    New,
    /// `__init__`
    Init,
    /// `__str__`
    Str,
    /// `__repr__`
    Repr,
    /// `__eq__`
    Eq,
    /// `__hash__`
    Hash,
    /// `__setattr__`
    SetAttribute,
    /// `__delattr__`
    DeleteAttribute,
    /// `__getattribute__`
    GetAttribute,
    /// `__init_subclass__`
    InitSubclass,
    /// `__subclasses__`, of classes alone
    Subclasses,
    /// `mro`, of classes alone
    Order,
}

impl BaseMethod {
    /// The one called `name`.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Some(match name {
            "__new__" => Self::New,
            "__init__" => Self::Init,
            "__str__" => Self::Str,
            "__repr__" => Self::Repr,
            "__eq__" => Self::Eq,
            "__hash__" => Self::Hash,
            "__setattr__" => Self::SetAttribute,
            "__delattr__" => Self::DeleteAttribute,
            "__getattribute__" => Self::GetAttribute,
            "__init_subclass__" => Self::InitSubclass,
            _ => return None,
        })
    }

    /// The one called `name` that classes have and their objects do not.
    #[must_use]
    pub fn of_class(name: &str) -> Option<Self> {
        match name {
            "__subclasses__" => Some(Self::Subclasses),
            "mro" => Some(Self::Order),
            _ => None,
        }
    }
}

impl From<Method> for MethodCode {
    fn from(method: Method) -> Self {
        Self::Value(method)
    }
}

/// A method and what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoundMethod {
    /// What it belongs to; a type where the method still wants its object: `str.upper`.
    pub receiver: Value,
    /// The method.
    pub method: MethodCode,
}

/// A `range`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RangeObject {
    /// The first number.
    pub start: i64,
    /// The end, not reached.
    pub stop: i64,
    /// From one to the next; not zero.
    pub step: i64,
}

impl RangeObject {
    /// How many numbers it has.
    #[inline]
    #[must_use]
    pub const fn count(&self) -> u64 {
        if self.step > 0 {
            if self.start >= self.stop { 0 } else { (self.stop.abs_diff(self.start) - 1) / self.step as u64 + 1 }
        } else if self.start <= self.stop {
            0
        } else {
            (self.start.abs_diff(self.stop) - 1) / self.step.unsigned_abs() + 1
        }
    }

    /// The number at `index`, which is below [`count`](Self::count).
    #[inline]
    #[must_use]
    pub const fn number(&self, index: u64) -> i64 {
        // What is in the range fits; the steps on the way there may wrap.
        self.start.wrapping_add((index as i64).wrapping_mul(self.step))
    }

    /// Where `number` is in it.
    #[must_use]
    pub fn position(&self, number: i64) -> Option<u64> {
        let distance = i128::from(number) - i128::from(self.start);
        let step = i128::from(self.step);
        if distance % step != 0 {
            return None;
        }
        u64::try_from(distance / step).ok().filter(|&index| index < self.count())
    }
}

/// A `slice`, not yet measured against anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceObject {
    /// `s.start`
    pub lower: Value,
    /// `s.stop`
    pub upper: Value,
    /// `s.step`
    pub step: Value,
}

/// What a view of a dict shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewKind {
    /// `d.keys()`
    Keys,
    /// `d.values()`
    Values,
    /// `d.items()`
    Items,
}

/// A live view of a dict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DictView {
    /// The dict.
    pub dict: Reference,
    /// What is shown of it.
    pub kind: ViewKind,
    /// Whether it is one of an `OrderedDict`, whose views have names of their own.
    pub is_of_ordered: bool,
}

/// An iterator: what it goes through and how far it is.
#[derive(Clone, Debug)]
pub enum IteratorObject {
    /// `iter(x)`
    Walk {
        /// What is gone through; `None` when it was found empty once.
        over: Value,
        /// As [`next_item`](crate::kernel::operate::next_item) counts it.
        position: i64,
    },
    /// `reversed(x)` of what has indices.
    Reversed {
        /// What is gone through.
        over: Value,
        /// How many items are left.
        left: i64,
    },
    /// `iter(x)` of a list that an object keeps, which must stay as it is.
    Watched {
        /// The list.
        over: Value,
        /// Its position.
        position: i64,
        /// The object.
        owner: Value,
        /// How often that had changed, by its `_changes`.
        changes: Value,
    },
    /// `enumerate(x)`
    Enumerate {
        /// What is gone through.
        over: Value,
        /// Its position.
        position: i64,
        /// The next number.
        count: i64,
    },
    /// `zip(…)`
    Zip {
        /// What is gone through, each with its position.
        over: Vec<(Value, i64)>,
        /// `strict=True`
        is_strict: bool,
    },
    /// `map(f, x)` and `filter(f, x)` for functions of the library.
    Apply {
        /// The function.
        function: Value,
        /// What is gone through.
        over: Value,
        /// Its position.
        position: i64,
        /// Whether the function decides which items stay (`filter`), or makes them (`map`).
        is_filter: bool,
    },
    /// It has come to its end, and stays there.
    Done,
}
