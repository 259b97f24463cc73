//! The bodies of asyncio's own coroutines, in the language itself. They run as hidden code: traces show what they wait for and
//! what they do, not their calls.
//!
//! A body is found by its name: `Lock_acquire` is the method `acquire` of a lock, `wait_for` the function of asyncio, and
//! `_wait_for_one` one of the [intrinsics](crate::signatures::asyncio::Owner::Intrinsic) that only these bodies call.

use std::sync::{Arc, LazyLock};

use crate::script::Statement;

use super::code::Code;
use super::expression;
use super::problems::Problems;

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
    let mut problems = Problems::default();
    let mut bodies = Vec::new();
    for text in TEXTS {
        let mut code = Code::at(0);
        code.push_plain(text, 0);
        bodies.extend(expression::file(&code, &mut problems));
    }
    let found = problems.into_sorted();
    assert!(found.is_empty(), "the library's own bodies can be read: {found:?}");
    bodies.into()
}
