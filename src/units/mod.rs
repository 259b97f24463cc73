//! What everything is measured and named in: time, typed ids, names, places in a text.
//!
//! Knows nothing of programs, tasks or events.

pub mod dialect;
pub mod id;
pub mod names;
pub mod ordered;
pub mod outcome;
pub mod precise;
pub mod span;
pub mod thing;
pub mod time;

pub use dialect::Dialect;
pub use id::{Awaitable, CellId, CodeId, CoreId, FutureId, Id, IdVec, LaneId, NameId, TaskNumber};
pub use names::Names;
pub use ordered::{OrderedMap, OrderedSet};
pub use outcome::Outcome;
pub use span::Span;
pub use thing::ThingKind;
pub use time::{Delay, END_OF_TIME, Time};
