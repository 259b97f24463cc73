//! What happens in a run, as typed events; a run's end; and where events go.
//!
//! Every output is a view of this one stream. Events carry ids and borrow text; words come last, in a view. Knows nothing of
//! how events come about or how they look.

mod circle;
pub mod event;
pub mod outcome;
pub mod recording;
#[cfg(test)]
pub(crate) mod samples;
pub mod sink;
pub mod thing;

pub use circle::circle;
pub use event::{Awaited, Came, Cause, Event, EventKind, HandleRole, Late, TaskLabel};
pub use outcome::{Before, Counters, Ending, Frame, Limit, RunEnd, Stuck, Traceback};
pub use recording::Recording;
pub use sink::{Detail, Discard, Sink};
pub use thing::{Deed, ThingRole, thing_words};
