//! Where the functions of the library are at home in CPython: their module, and whether they are written in C there.

use super::asyncio::{Function, Owner};

impl Function {
    /// `function.__module__` in Python 3.`minor`, of functions that are no methods and no classes; `None` of others.
    #[must_use]
    pub fn home(self, minor: i32) -> Option<&'static str> {
        let (module, name) = self.path().split_once('.').unwrap_or(("builtins", self.path()));
        if self.owner() != Owner::Module || self.is_class() {
            return None;
        }
        Some(match (module, name) {
            ("asyncio", "current_task") if minor >= 12 => "_asyncio",
            ("asyncio", "get_running_loop" | "get_event_loop" | "_get_running_loop" | "_set_running_loop") => {
                "_asyncio"
            }
            ("asyncio", "run") => "asyncio.runners",
            ("asyncio", "iscoroutine" | "iscoroutinefunction") => "asyncio.coroutines",
            ("asyncio", "isfuture") => "asyncio.base_futures",
            ("asyncio", "new_event_loop" | "set_event_loop") => "asyncio.events",
            ("asyncio", "timeout" | "timeout_at") => "asyncio.timeouts",
            ("asyncio", "to_thread") => "asyncio.threads",
            ("asyncio", "wrap_future") => "asyncio.futures",
            ("asyncio", _) => "asyncio.tasks",
            ("threading", "get_ident") => "_thread",
            _ => module,
        })
    }

    /// `function.__qualname__` of functions that are no methods: what a function made, too (`tasks.py`, `create_eager_task_factory`).
    #[must_use]
    pub fn written_name(self) -> &'static str {
        if self == Self::EagerTaskFactory { "create_eager_task_factory.<locals>.factory" } else { self.name() }
    }

    /// How the text of a function begins.
    #[must_use]
    pub fn described(self) -> String {
        format!("function {}", self.written_name())
    }

    /// `function.__name__` of the same.
    #[must_use]
    pub fn last_name(self) -> &'static str {
        let written = self.written_name();
        written.rsplit('.').next().unwrap_or(written)
    }

    /// Whether it is a function that CPython 3.`minor` has in C.
    #[must_use]
    pub fn is_of_c(self, minor: i32) -> bool {
        matches!(self.home(minor), Some("_asyncio" | "_thread" | "time" | "builtins"))
    }
}
