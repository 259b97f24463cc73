//! The frames that CPython's own functions have in tracebacks: what is written in Python has one, what is written in C has none.

use super::asyncio::{Function, Owner};

impl Function {
    /// The name of the frame in which this function raises, in Python 3.`minor`.
    #[must_use]
    pub fn frame(self, minor: i32) -> Option<&'static str> {
        match (self, self.owner()) {
            (Self::CurrentTask, _) => (minor < 12).then_some(self.name()),
            (Self::NewTask | Self::NewFuture | Self::GetRunningLoop | Self::IsFuture, _) => None,
            (_, Owner::Module) if self.is_class() => Some("__init__"),
            (_, Owner::Module) => self.path().starts_with("asyncio.").then(|| self.name()),
            (_, Owner::Future | Owner::Task | Owner::Coroutine | Owner::Generator | Owner::Nobody) => None,
            (Self::TimeoutOpen, _) => Some("__aenter__"),
            (Self::TimeoutClose, _) => Some("__aexit__"),
            (Self::JobOutcome, _) => Some("__get_result"),
            (Self::JobSubmit, _) => Some("submit"),
            (Self::CompletedNew | Self::CompletedGiven, _) if minor >= 13 => Some("__init__"),
            (Self::DefaultExecutor, _) => Some("_check_default_executor"),
            (_, Owner::Intrinsic) => None,
            (_, _) => Some(self.name()),
        }
    }
}
