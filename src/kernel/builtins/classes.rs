//! The classes of asyncio, as `isinstance`, `type` and `repr` know them.

use crate::kernel::Heap;
use crate::kernel::value::{TIMER_HANDLE, Value};
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::signatures::builtins::{Builtin, BuiltinType};
use crate::units::ThingKind;

/// The class of asyncio that a value is.
#[must_use]
pub fn class_of_library(value: Value) -> Option<Function> {
    let Value::Asyncio(number) = value else { return None };
    let function = Function::numbered(number);
    function.is_class().then_some(function)
}

/// `type(value)` of a thing of asyncio.
#[must_use]
pub(super) fn type_in_library(heap: &Heap, value: Value) -> Option<Value> {
    let class = match value {
        Value::Task(_) => Function::NewTask,
        Value::Future(future) if heap.is_gathering(future) => Function::GatheringFuture,
        Value::Future(_) => Function::NewFuture,
        Value::Loop(_) => Function::SelectorEventLoop,
        Value::Handle(number) if number & TIMER_HANDLE != 0 => Function::TimerHandleClass,
        Value::Handle(_) => Function::HandleClass,
        Value::Thing(thing) => match ThingKind::of(thing) {
            ThingKind::Timeout => Function::NewTimeout,
            ThingKind::Job => Function::NewJob,
            ThingKind::AsCompleted if heap.version() < PythonVersion::V3_13 => {
                return Some(Value::Builtin(Builtin::Type(BuiltinType::Generator).number()));
            }
            ThingKind::AsCompleted => Function::AsCompletedIterator,
            kind => {
                Function::ALL.iter().copied().find(|function| function.is_class() && function.name() == kind.name())?
            }
        },
        _ => return None,
    };
    Some(Value::Asyncio(class as u64))
}

/// Whether `class` is `base` or below it.
#[must_use]
pub(super) fn is_below(class: Function, base: Function) -> bool {
    let above = match class {
        Function::NewTask | Function::GatheringFuture => Some(Function::NewFuture),
        Function::NewPriorityQueue | Function::NewLifoQueue => Some(Function::NewQueue),
        Function::NewBoundedSemaphore => Some(Function::NewSemaphore),
        Function::TimerHandleClass => Some(Function::HandleClass),
        Function::NewestEventLoop => Some(Function::SelectorEventLoop),
        Function::SelectorEventLoop => Some(Function::BaseEventLoop),
        Function::BaseEventLoop => Some(Function::AbstractEventLoop),
        _ => None,
    };
    // One class has both names.
    let is_same = class == Function::SelectorEventLoop && base == Function::NewestEventLoop;
    class == base || is_same || above.is_some_and(|above| is_below(above, base))
}

/// Where a class says that it comes from, and what it calls itself.
#[must_use]
pub fn written_name(class: Function) -> (&'static str, &'static str) {
    let module = match class {
        Function::NewTask | Function::NewFuture => "_asyncio",
        Function::GatheringFuture | Function::AsCompletedIterator => "asyncio.tasks",
        Function::NewQueue | Function::NewPriorityQueue | Function::NewLifoQueue => "asyncio.queues",
        Function::NewJob => "concurrent.futures._base",
        Function::NewThreadPool => "concurrent.futures.thread",
        Function::NewProcessPool => "concurrent.futures.process",
        Function::NewThread => "threading",
        Function::NewTimeout => "asyncio.timeouts",
        Function::NewTaskGroup => "asyncio.taskgroups",
        Function::NewRunner => "asyncio.runners",
        Function::SelectorEventLoop | Function::NewestEventLoop => "asyncio.unix_events",
        Function::BaseEventLoop => "asyncio.base_events",
        Function::AbstractEventLoop | Function::HandleClass | Function::TimerHandleClass => "asyncio.events",
        _ => "asyncio.locks",
    };
    let name = match class {
        Function::SelectorEventLoop | Function::NewestEventLoop => "_UnixSelectorEventLoop",
        class => class.name(),
    };
    (module, name)
}
