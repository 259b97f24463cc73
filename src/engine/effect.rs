//! What the VM asks of the engine.

use crate::kernel::Value;
use crate::program::code::{Protocol, Slot};
use crate::signatures::asyncio::Function;
use crate::signatures::builtins::{Builtin, BuiltinType};
use crate::units::{CellId, NameId};

/// What the engine must do before the activation goes on. Slots are those of the activation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Effect {
    /// `await asyncio.sleep(acc)`
    Sleep,
    /// `await asyncio.sleep(0)`
    Turn,
    /// `await asyncio.sleep(…)` of a length known before the run
    SleepFor(u32),
    /// `await asyncio.sleep(acc, slot)`, whose op names the slot
    SleepWithResult,
    /// `await acc`
    Await,
    /// The same of a future that nothing else holds
    AwaitOwn,
    /// `return acc`
    Return,
    /// acc = slot(slot + 1, … count)
    Call(Slot, u8),
    /// The same with keywords.
    CallShaped(Slot, u16),
    /// The same with a list and a dict.
    CallUnpacked(Slot),
    /// acc = code(slot, … count), every parameter given
    CallCode(u16, Slot, u8),
    /// acc = slot.method(slot + 1, … count), where slot holds no built-in value
    CallMethod(u16, Slot, u8),
    /// The same, awaited, where the task must stand in line; pc is behind the await
    Wait(u16, Slot, u8),
    /// The task stands in line: its step is over.
    Suspended,
    /// acc = a function of the library of these slots
    CallLibrary(Function, Slot, u8),
    /// Prints a template.
    Print(Slot, u32),
    /// acc = acc.name, where acc holds no built-in value
    Attribute(NameId),
    /// Checks that the value in slot has the methods of a protocol.
    CheckProtocol(Slot, Protocol),
    /// An operation needs something of the script called before it can be done.
    Ask,
    /// acc answers a question.
    Answer,
    /// One op was done, and no more were to be.
    Stepped,
    /// `yield acc`
    Yield,
    /// slot = acc, where the slot holds what may have to be closed then
    Replace(Slot),
    /// The same of a variable shared by closures
    ReplaceShared(Slot),
    /// The same of a global
    ReplaceGlobal(u32),
    /// A container, an object or the accumulator has let go of something.
    LetGo(bool),
    /// slot = acc where it is a generator that has not begun
    StoreIfNew(Slot),
    /// Nobody holds the generator in slot any more.
    DropGenerator(Slot),
    /// The loop makes a task of the coroutine acc.
    StartTask,
    /// `return acc` in a generator
    FinishGenerator,
    /// The generator in slot goes on with acc.
    Resume(Slot),
    /// The exception acc is raised in the generator in slot.
    ThrowInto(Slot),
    /// `yield from slot`, acc sent to it
    Delegate(Slot, u32),
    /// `yield from slot`, acc thrown into it
    DelegateThrow(Slot),
    /// Names what acc holds.
    Christen(NameId),
    /// The exception in acc was raised at the op before pc.
    Raise,
    /// The exception in acc goes on its way up: nothing here handled it.
    Reraise,
    /// `raise` alone.
    RaiseHandled,
    /// A loop's rounds or the garbage have come to where the engine looks at them.
    Pause,
}

const _: () = assert!(size_of::<Effect>() == 8, "an effect is returned in a register");

/// The registers of a running activation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Registers {
    /// The activation.
    pub(super) activation: CellId,
    /// The next op.
    pub(super) pc: u32,
    /// The accumulator.
    pub(super) acc: Value,
}

/// `object`, whose methods may ask the script: it stays in its slot.
pub(super) const OBJECT: Value = Value::Builtin(Builtin::Type(BuiltinType::Object).number());

/// How what `operand::call_method` has no method for is called.
#[cold]
#[inline(never)]
pub(super) fn called(slots: &[Value], method: u16, slot: u16, count: u8) -> Effect {
    if slots[usize::from(slot)] == OBJECT { Effect::CallMethod(method, slot, count) } else { Effect::Call(slot, count) }
}
