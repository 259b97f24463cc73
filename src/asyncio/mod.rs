//! What CPython's library decides, on the kernel. One noun, one file. Knows nothing of the loop: it is asked, and answers.

pub mod barrier;
pub mod completed;
pub mod executor;
pub mod gather;
pub mod line;
pub mod lock;
pub mod queue;
pub mod runner;
pub mod semaphore;
pub mod task_group;
pub mod things;
pub mod timeout;
pub mod waiting;

pub use things::{Thing, Things};
