//! What a run's events add up to: pure functions of them and of the run's end.
//!
//! Knows nothing of words, files or how a run came about.

pub mod metrics;
pub mod order;

pub use metrics::{Meter, Metrics, Stretch};
pub use order::{Difference, Printed, first_difference, prints};
