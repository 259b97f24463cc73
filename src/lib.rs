//! kitchen-sim: a deterministic discrete-event simulator for programs made of coroutines.

pub mod analysis;
pub mod asyncio;
pub mod diag;
pub mod engine;
pub mod golden;
pub mod kernel;
pub mod policy;
pub mod program;
pub mod referee;
pub mod script;
pub mod signatures;
pub mod source;
pub mod trace;
pub mod units;
pub mod view;
