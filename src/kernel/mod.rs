//! What tasks and waiting are made of: values and their heap, cells, futures, the agenda.
//!
//! Knows nothing of asyncio's names, of policies' rules or of sinks.

pub mod agenda;
pub mod arguments;
pub mod builtins;
pub mod callback;
pub mod cell;
pub mod classes;
mod ended;
pub mod exception;
pub mod flag;
pub mod future;
pub mod heap;
pub mod methods;
pub mod operate;
pub mod regex;
pub mod scheduled;
pub mod slab;
mod spot;
pub mod suggest;
pub mod text;
pub mod value;

pub use arguments::Arguments;
pub use callback::{Callback, CallbackLists};
pub use cell::{Cell, Cells, HAS_RESULT, IN_LINE, IS_OWN, NO_CELL, State, TIMER_IS_SET};
pub use exception::{Attempt, ClassId, Problem, Raised};
pub use future::{Future, FutureState, Futures, Gather, Role, awaitable_of, value_of};
pub use heap::Heap;
pub use heap::object::MethodCode;
pub use scheduled::{CallState, ScheduledCall, ScheduledCalls};
pub use spot::Spot;
pub use value::{Number, Reference, Value};
