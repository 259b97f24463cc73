//! The instructions of lowered code.

use crate::script::{BinaryOperator, Comparison, UnaryOperator};
use crate::signatures::asyncio::Function as LibraryFunction;
use crate::signatures::builtins::Builtin;
use crate::units::NameId;

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
    /// slot = constants\[n\]: `Constant` and `Store` in one
    StoreConstant(Slot, u32),
    /// `count` slots from slot on = None
    StoreNones(Slot, u8),
    /// The first slot = acc = the second: `Local` and `Store` in one
    Copy(Slot, Slot),
    /// slot = globals\[n\]; an error when it has no value: `Global` and `Store` in one
    CopyGlobal(Slot, u32),
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
    /// acc = acc op= constants\[n\]
    InPlaceConstant(BinaryOperator, u32),
    /// The first slot op= the second: `Local`, `Local`, `InPlace` and `Store` in one
    InPlaceLocals(BinaryOperator, Slot, Slot),
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
    /// slot = list(acc), the arguments behind `*` of what slot - 1 holds
    Spread(Slot),
    /// slot.update(acc), the arguments behind `**` of what slot - 2 holds
    SpreadKeywords(Slot),
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
    /// The same where the next op awaits acc: done together with it where nothing has to wait
    AwaitMethod(u16, Slot, u8),
    /// acc = await slot.`__aenter__`(), method\[n\], where the slot holds a semaphore and nothing has to wait, and goes on behind so many
    /// ops, which do the same for everything else; they have the receiver in the last slot
    EnterAhead(u8, u16, Slot, Slot),
    /// await slot.`__aexit__`(None, None, None), in the same way
    ExitAhead(u8, Slot),
    /// acc = await receiver.get() where the receiver is a queue and nothing has to wait, and goes on behind the ops that do the
    /// same for everything else; in place of the one that copies the receiver, from a slot or from globals\[n\], to the last slot
    GetAhead(Place, u16, Slot),
    /// acc = await receiver.acquire(), in the same way, where the receiver is a semaphore
    AcquireAhead(Place, u16, Slot),
    /// acc = await receiver.put(slot), in the same way; the slot that is put is the last one
    PutAhead(Place, u16, Slot, Slot),
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
    /// acc = the part of the exception in slot that is of the class acc, or None; slot = the rest, or None
    SplitGroup(Slot),
    /// acc = what goes on up behind `except*` handlers of the exception in slot, or None; slot + 1 lists what they left
    Reraised(Slot),
    /// acc = a class of classes\[n\]: its base in slot, `Unbound` where it has none, its attributes behind it
    DefineClass(Slot, u16),
    /// acc = super(acc, slot).name
    SuperAttribute(Slot, NameId),
    /// del acc.name
    DeleteAttribute(NameId),
    /// acc = an object of the class acc, whose `__init__` is not called
    NewInstance,
    /// acc = what the classes above it make of the class acc that was just defined: members of an enumeration
    ClassMade,
    /// The field of slot that the text in slot + 1 names = slot + 2, whatever `__setattr__` says
    SetField(Slot),
    /// acc, which an `__init__` gave, must be `None`
    CheckInit,
    /// yield acc; acc = what is sent
    Yield,
    /// slot = acc, and what it held may be let go of
    Replace(Slot),
    /// The same of a variable shared by closures
    ReplaceShared(Slot),
    /// The same of a global
    ReplaceGlobal(u32),
    /// slot = acc where it is a generator that has not begun, else no value
    StoreIfNew(Slot),
    /// Nobody holds the generator in slot any more: it is closed, if it has begun
    DropGenerator(Slot),
    /// The loop makes a task of the coroutine acc
    StartTask,
    /// return acc, in a generator
    FinishGenerator,
    /// acc = what the generator in slot yields next when acc is sent to it
    ResumeGenerator(Slot),
    /// The same when the exception acc is thrown into it
    ThrowIntoGenerator(Slot),
    /// acc = what slot yields next when acc is sent to it, or goes on at pc with what it returned: `yield from`
    Delegate(Slot, u32),
    /// The same when the exception acc is thrown into it
    DelegateThrow(Slot, u32),
    /// acc is the answer to a question; the answers before it are in slot
    Answer(Slot),
    /// The assertion failed; acc is the message or `Unbound`.
    AssertionFailed,
    /// acc = what the body that orders by a function comes to, its slots from slot on
    OrderByKeys(Slot),
    /// Checks that the value in slot has the methods of a protocol.
    CheckProtocol(Slot, Protocol),
    /// Nobody uses acc: the call before is a statement.
    Discard,
    /// A container or an object may have let go of something, and where `true` nobody uses acc either
    LetGo(bool),
    /// Names what acc holds, if it is a thing of asyncio without a name.
    Christen(NameId),
}

const _: () = assert!(size_of::<Op>() == 8);

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a slot.
    Slot,
    /// Among the globals, where it may have no value.
    Global,
}

/// Methods that a statement calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// `with`
    Context,
    /// `async with`
    AsyncContext,
    /// What `async for` goes through.
    AsyncIterable,
    /// What `__aiter__` gave.
    AsyncIterator,
}

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
