//! The referee: what a real CPython does with a program, set beside what the engine does.
//!
//! The harness under `python/` runs a program on CPython's own loop, tasks and library with a virtual clock, and prints what each
//! task did. Here its words are read, the engine's events are put into the same words, and the two are compared. Pure: starts
//! no interpreter, reads no file.

pub mod act;
mod compare;
mod harness;
mod ours;
mod recorded;
mod theirs;

pub use act::{Act, draw};
pub use compare::{Difference, first_difference, first_line_unlike};
pub use harness::FILES;
pub use ours::{acts, only_prints};
pub use recorded::{Section, read_recorded, write_recorded};
pub use theirs::{Testimony, read};
