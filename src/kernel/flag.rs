//! Marks of a cell, apart from its state.

/// The cell is a task, or was one.
pub const TASK: u8 = 1;
/// A script may hold the task: only the collector of garbage may free it.
pub const HELD: u8 = 2;
/// Traces are silent about the task: it is a helper of the loop.
pub const HIDDEN: u8 = 4;
/// A cancellation was asked for and waits for the next step (`tasks.py`, `_must_cancel`).
pub const MUST_CANCEL: u8 = 8;
/// The trace has told of the call.
pub const ANNOUNCED: u8 = 16;
/// Somebody has seen the task's exception, or has been told that nobody holds the task although it is not over.
pub const RETRIEVED: u8 = 32;
/// The same bit, of a generator: `await` takes it, as `types.coroutine` says.
pub const AWAITABLE: u8 = RETRIEVED;
/// The same bit as `HELD`, of an asynchronous generator: an `aclose` of it has begun, so that no loop closes it.
pub const CLOSING: u8 = HELD;
/// The collector of garbage has reached the cell.
pub const MARKED: u8 = 64;
/// The task was given a name of its own; without, it is `Task-N`.
pub const NAMED: u8 = 128;
