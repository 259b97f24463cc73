//! A value: 16 bytes, `Copy`, every payload one 8-byte integer, so that it travels in registers.

/// A Python value. What does not fit in eight bytes lives in the [`Heap`](super::heap::Heap) and is named by a [`Reference`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A local that has no value yet. Never seen by a script.
    Unbound,
    /// `None`
    None,
    /// `False` is 0, `True` is 1.
    Bool(u64),
    /// An `int` of at most 64 bits.
    Int(i64),
    /// `float`, by its bits.
    Float(u64),
    /// An `int` that does not fit in 64 bits.
    Long(Reference),
    /// `str`
    Str(Reference),
    /// `tuple`
    Tuple(Reference),
    /// `list`
    List(Reference),
    /// `dict`
    Dict(Reference),
    /// `set` or `frozenset`
    Set(Reference),
    /// `dict_keys`, `dict_values`, `dict_items`: a live view of a dict.
    DictView(Reference),
    /// `range`
    Range(Reference),
    /// `slice`
    Slice(Reference),
    /// An iterator over one of the above.
    Iterator(Reference),
    /// A generator of random numbers of the script's own: `random.Random`.
    Random(Reference),
    /// A script's function or coroutine function, with its defaults and captured variables.
    Function(Reference),
    /// A method of a value, bound to it: `[].append`.
    BoundMethod(Reference),
    /// A variable shared by closures. Never seen by a script.
    Shared(Reference),
    /// An exception.
    Exception(Reference),
    /// A class of exceptions, by its number in the heap's tree of them.
    ExceptionClass(u64),
    /// A function or type of the builtins or of `math`: a [`Builtin`](crate::signatures::builtins::Builtin) by its number.
    Builtin(u64),
    /// A function or class of asyncio, by its number.
    Asyncio(u64),
    /// A coroutine object that no task runs yet, by its cell.
    Coroutine(u64),
    /// A task, by its cell.
    Task(u64),
    /// A future that is not a task.
    Future(u64),
    /// An event loop, by its number.
    Loop(u64),
    /// What `call_soon`, `call_later` and `call_at` return.
    Handle(u64),
    /// A lock, a queue, a group of tasks or the like: its [kind](crate::units::ThingKind) and number, packed.
    Thing(u64),
    /// An object of a script's class.
    Instance(Reference),
    /// A class of the script that is none of exceptions, by its number in the heap's tree.
    Class(u64),
    /// A generator or asynchronous generator, by its cell.
    Generator(u64),
    /// `NotImplemented`
    NotImplemented,
    /// `property(…)`, `staticmethod(…)`, `classmethod(…)`
    Descriptor(Reference),
    /// `exception.__traceback__`, by the exception: where it passed.
    Traceback(Reference),
    /// The frame of an activation that an exception passed, by its number. Never seen by a script.
    Frame(u64),
}

const _: () = assert!(size_of::<Value>() == 16);

/// The bit of a [`Value::Generator`] that says that it is an asynchronous one.
pub const ASYNC_GENERATOR: u64 = 1 << 63;

/// What a [`Value::Coroutine`] stands for: the two topmost bits of its number say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoroutineKind {
    /// A coroutine.
    Coroutine,
    /// The iterator that `coroutine.__await__()` gives (`genobject.c`, `PyCoro_Type`).
    Wrapper,
    /// What `__anext__()` and `asend()` of an asynchronous generator give, which is its own iterator.
    AsyncSend,
    /// The same of `athrow()` and `aclose()`.
    AsyncThrow,
}

/// So many bits of a cell's generation the number of a [`Value::Coroutine`] tells.
pub const COROUTINE_GENERATIONS: u32 = u32::MAX >> 2;

impl CoroutineKind {
    /// What the coroutine with this number is.
    #[inline]
    #[must_use]
    pub const fn of(number: u64) -> Self {
        match number >> 62 {
            0 => Self::Coroutine,
            1 => Self::Wrapper,
            2 => Self::AsyncSend,
            _ => Self::AsyncThrow,
        }
    }

    /// The same coroutine as one of this kind.
    #[must_use]
    pub const fn mark(self, number: u64) -> u64 {
        number & (u64::MAX >> 2) | (self as u64) << 62
    }

    /// The name of the type.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Coroutine => "coroutine",
            Self::Wrapper => "coroutine_wrapper",
            Self::AsyncSend => "async_generator_asend",
            Self::AsyncThrow => "async_generator_athrow",
        }
    }

    /// Whether it can be gone through by `next`.
    #[must_use]
    pub const fn is_iterator(self) -> bool {
        !matches!(self, Self::Coroutine)
    }
}

/// The bit of a [`Value::Handle`] that says that it has a timer.
pub const TIMER_HANDLE: u64 = 1 << 63;

/// The place of an object in its slab of the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(pub u64);

impl Value {
    /// `True`
    pub const TRUE: Self = Self::Bool(1);
    /// `False`
    pub const FALSE: Self = Self::Bool(0);

    /// `True` or `False`.
    #[inline]
    #[must_use]
    pub const fn bool(holds: bool) -> Self {
        Self::Bool(holds as u64)
    }

    /// A `float`.
    #[inline]
    #[must_use]
    pub const fn float(number: f64) -> Self {
        Self::Float(number.to_bits())
    }

    /// An object whose class the script may have written: its methods have their say in operators.
    #[inline]
    #[must_use]
    pub const fn is_of_class(self) -> bool {
        matches!(self, Self::Instance(_) | Self::Exception(_))
    }

    /// A number as Python counts: `True` is 1. Integers beyond 64 bits are the [heap](super::heap::Heap::number)'s.
    #[inline]
    #[must_use]
    pub const fn number(self) -> Option<Number> {
        if let Self::Float(bits) = self {
            return Some(Number::Float(f64::from_bits(bits)));
        }
        match self.integer() {
            Some(number) => Some(Number::Int(number)),
            None => None,
        }
    }

    /// Whether it is an `int` or `bool`, however long.
    #[inline]
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Int(_) | Self::Bool(_) | Self::Long(_))
    }

    /// A whole number of at most 64 bits, as an index may be: `int` or `bool`.
    #[inline]
    #[must_use]
    pub const fn integer(self) -> Option<i64> {
        if let Self::Int(number) = self {
            Some(number)
        } else if let Self::Bool(number) = self {
            Some(number as i64)
        } else {
            None
        }
    }
}

/// A value that is a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// `int` or `bool`
    Int(i64),
    /// `float`
    Float(f64),
}

impl Number {
    /// The number as a float; a large `int` is rounded.
    #[inline]
    #[must_use]
    pub const fn as_float(self) -> f64 {
        match self {
            Self::Int(number) => number as f64,
            Self::Float(number) => number,
        }
    }
}

/// These slots have no value any more. Most cells have few: four at a time are faster than one by one.
#[inline]
pub(super) fn unbind(slots: &mut [Value]) {
    let (fours, rest) = slots.as_chunks_mut::<4>();
    fours.fill([Value::Unbound; 4]);
    rest.fill(Value::Unbound);
}
