//! What `test` checks: expectations, and golden files beside the specs.
//!
//! Pure: takes texts and recordings, gives verdicts. Reads no file, runs nothing.

pub mod difference;
pub mod expectation;
pub mod place;
pub mod wildcard;

pub use difference::difference;
pub use expectation::unmet;
pub use place::Place;
