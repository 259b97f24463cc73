//! Lowered code: flat ops of 8 bytes over an accumulator and numbered slots.
//!
//! An op reads the accumulator and slots of its own activation; temporaries are slots behind the locals. Pure ops are done by the
//! VM, the others end its run with an effect that the engine performs. Knows nothing of either.

use crate::script::{BinaryOperator, Comparison, Conversion, ParameterKind, UnaryOperator};
use crate::signatures::asyncio::Function as LibraryFunction;
use crate::signatures::builtins::Builtin;
use crate::signatures::exceptions::ClassId;
use crate::units::{CodeId, NameId, Span};

/// A slot of an activation.
pub type Slot = u16;

/// One instruction. `acc` is the accumulator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    /// acc = constants\[n\]
    Constant(u32),
    /// acc = a small whole number
    Small(i32),
    /// acc = slot
    Local(Slot),
    /// acc = slot, which may have no value on some path
    LocalChecked(Slot),
    /// slot = acc
    Store(Slot),
    /// slot has no value any more; an error when it has none
    DeleteLocal(Slot),
    /// slot = constants\[n\]: `Local` and `Store` around a constant in one
    StoreConstant(Slot, u32),
    /// acc = globals\[n\]; an error when it has no value
    Global(u32),
    /// globals\[n\] = acc
    StoreGlobal(u32),
    /// globals\[n\] has no value any more
    DeleteGlobal(u32),
    /// slot = a variable shared by closures, holding what slot held
    MakeShared(Slot),
    /// acc = the shared variable in slot
    Shared(Slot),
    /// the shared variable in slot = acc
    StoreShared(Slot),
    /// the shared variable in slot has no value any more
    DeleteShared(Slot),
    /// acc = slot op acc
    Binary(BinaryOperator, Slot),
    /// acc = acc op constants\[n\]
    BinaryConstant(BinaryOperator, u32),
    /// acc = slot op= acc
    InPlace(BinaryOperator, Slot),
    /// acc = op acc
    Unary(UnaryOperator),
    /// acc = slot cmp acc
    Compare(Comparison, Slot),
    /// acc = acc cmp constants\[n\]
    CompareConstant(Comparison, u32),
    /// Goes on at pc.
    Jump(u32),
    /// Goes back to pc: counts a round, where limits and the collector of garbage come in.
    JumpBack(u32),
    /// Goes on at pc when acc is false; acc stays.
    JumpIfFalse(u32),
    /// Goes on at pc when acc is true; acc stays.
    JumpIfTrue(u32),
    /// acc = slot\[acc\]
    GetItem(Slot),
    /// slot\[slot + 1\] = acc
    SetItem(Slot),
    /// del slot\[acc\]
    DeleteItem(Slot),
    /// acc = slice(slot, slot + 1, slot + 2)
    MakeSlice(Slot),
    /// acc = acc.name
    Attribute(NameId),
    /// slot.name = acc
    StoreAttribute(Slot, NameId),
    /// acc = the text of templates\[n\] filled from slot on
    Format(Slot, u32),
    /// acc = \[\]
    NewList,
    /// slot.append(acc)
    Append(Slot),
    /// slot.extend(acc)
    Extend(Slot),
    /// acc = tuple(acc), a fresh list
    ListToTuple,
    /// acc = set()
    NewSet,
    /// slot.add(acc)
    AddToSet(Slot),
    /// slot.update(acc)
    ExtendSet(Slot),
    /// acc = {}
    NewDict,
    /// slot\[slot + 1\] = acc, in a dict display
    PutInDict(Slot, Slot),
    /// slot.update(acc), in a dict display
    UpdateDict(Slot),
    /// `count` slots from slot on = the items of acc
    Unpack(Slot, u8),
    /// `before` slots from slot on, then a list, then `after` slots = the items of acc
    UnpackStarred(Slot, u8, u8),
    /// slot = acc made ready to be gone through, slot + 1 = 0
    Iterate(Slot),
    /// acc = the next item of slot, or goes on at pc
    Next(Slot, u32),
    /// acc = slot, slot += 1, or goes on at pc when slot has reached slot + 1
    NextInRange(Slot, u32),
    /// slot -= 1, or goes on at pc when slot is not above 0
    NextRound(Slot, u32),
    /// The end of a loop over a range: acc = slot, slot += 1 and back to pc, or goes on when slot has reached slot + 1
    RangeBack(Slot, u32),
    /// The end of a counted loop: slot -= 1 and back to pc, or goes on when slot is not above 0
    RoundBack(Slot, u32),
    /// slot, slot + 1 and acc are checked to be whole numbers for `NextInRange` or `NextRound`
    CheckWhole(Slot),
    /// acc = a function of functions\[n\], its defaults and captured variables from slot on
    MakeFunction(Slot, u16),
    /// acc = builtin(slot, … count)
    CallBuiltin(Builtin, Slot, u8),
    /// acc = slot.method(slot + 1, … count); a name, since what slot holds decides
    CallMethod(u16, Slot, u8),
    /// acc = slot(slot + 1, … count)
    Call(Slot, u8),
    /// acc = slot(slot + 1, … ), by the n-th call shape: keywords
    CallShaped(Slot, u16),
    /// acc = slot(*slot + 1, **slot + 2)
    CallUnpacked(Slot),
    /// acc = code(slot, … ), every parameter given
    CallCode(u16, Slot, u8),
    /// acc = an asyncio function of slots that hold one value a parameter, `Unbound` where it was left out
    CallLibrary(LibraryFunction, Slot, u8),
    /// await asyncio.sleep(acc)
    Sleep,
    /// await asyncio.sleep(0): one turn for the others
    Turn,
    /// await asyncio.sleep(…) of a length known before the run
    SleepFor(u32),
    /// await asyncio.sleep(acc, slot)
    SleepWithResult(Slot),
    /// await acc
    Await,
    /// await acc, a future that was just made and that nothing else holds
    AwaitOwn,
    /// return acc
    Return,
    /// prints the text of templates\[n\] filled from slot on
    PrintFormat(Slot, u32),
    /// raise acc
    Raise,
    /// raise slot from acc
    RaiseFrom(Slot),
    /// The exception in acc goes on its way up: nothing here handled it.
    Reraise,
    /// `raise` alone: what is being handled, here or by a caller.
    RaiseHandled,
    /// acc = whether the exception in slot is of the class acc, or of one of the tuple acc
    Matches(Slot),
    /// acc = a class of exceptions of this name below acc
    DefineException(NameId),
    /// The assertion failed; acc is the message or `Unbound`.
    AssertionFailed,
    /// acc = what the body that orders by a function comes to, its slots from slot on
    OrderByKeys(Slot),
    /// Nobody uses acc: the call before is a statement.
    Discard,
    /// Names what acc holds, if it is a thing of asyncio without a name.
    Christen(NameId),
}

const _: () = assert!(size_of::<Op>() == 8);

/// What is ordered by the keys that a function of the script makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `sorted(items, key=…)`
    Sorted,
    /// The same with `reverse=True`.
    SortedBackwards,
    /// `min(items, key=…)`
    Min,
    /// `max(items, key=…)`
    Max,
}

impl Order {
    /// All of them; a slot holds a place in this list.
    pub const ALL: [Self; 4] = [Self::Sorted, Self::SortedBackwards, Self::Min, Self::Max];
}

/// A constant of a program.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// A whole number.
    Int(i64),
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
    /// `async def`
    pub is_async: bool,
    /// Its parameters: slots 0, 1, …
    pub parameters: Vec<CodeParameter>,
    /// Whether all parameters are given by position, so that a call needs no binding.
    pub is_simple: bool,
    /// How many slots it has, at least one: a finished task keeps its result in slot 0.
    pub slots: u16,
    /// The slots that captured variables are copied to, in the order of the function object.
    pub captured: Vec<Slot>,
    /// The names of its first slots: parameters and locals.
    pub locals: Vec<NameId>,
    /// Its ops.
    pub ops: Vec<Op>,
    /// The statement each op belongs to: a stretch holds from its pc to the next one's.
    pub places: Vec<(u32, Span)>,
    /// Where exceptions go that are raised inside: the innermost `try` first.
    pub handlers: Vec<Handler>,
    /// Where an exception is being handled: the innermost first.
    pub handling: Vec<Handling>,
    /// Whether traces are silent about calls of it: the library's own code.
    pub is_hidden: bool,
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

    /// Where in the source the op at `pc` stands.
    #[must_use]
    pub fn place(&self, pc: u32) -> Span {
        let behind = self.places.partition_point(|(from, _)| *from <= pc);
        behind.checked_sub(1).map_or(Span::default(), |index| self.places[index].1)
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
