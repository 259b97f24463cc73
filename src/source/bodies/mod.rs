//! The bodies of asyncio's own coroutines, in the language itself. They run as hidden code: traces show what they wait for and
//! what they do, not their calls.
//!
//! A body is found by its name: `Lock_acquire` is the method `acquire` of a lock, `wait_for` the function of asyncio, and
//! `_wait_for_one` one of the [intrinsics](crate::signatures::asyncio::Owner::Intrinsic) that only these bodies call.

use std::sync::{Arc, LazyLock};

use crate::script::Statement;

use super::expression;

/// The files.
const TEXTS: [&str; 4] =
    [include_str!("executors.py"), include_str!("locks.py"), include_str!("queues.py"), include_str!("waits.py")];

static BODIES: LazyLock<Arc<[Statement]>> = LazyLock::new(read);

/// The bodies of asyncio's own coroutines.
#[must_use]
pub fn bodies() -> Arc<[Statement]> {
    Arc::clone(&BODIES)
}

fn read() -> Arc<[Statement]> {
    TEXTS.into_iter().flat_map(expression::own_file).collect()
}
