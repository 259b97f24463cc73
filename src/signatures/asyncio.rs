//! The functions and methods of `asyncio`, `time` and `kitchen_sim`, with what they take. A method's first parameter is its object.

use super::{LibraryParameters, optional, optional_keyword, ordinary, positional, variadic};

/// Whose method a function is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// Nobody's: it belongs to a module.
    Module,
    /// The event loop's.
    Loop,
    /// A future's, and so a task's.
    Future,
    /// A task's alone.
    Task,
    /// A handle's: what `call_soon` and its kin return.
    Handle,
}

macro_rules! functions {
    ($($(#[$doc:meta])* $name:ident = $path:literal, $owner:ident, $parameters:expr;)*) => {
        /// A function or method of the library that the engine performs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Function {
            $($(#[$doc])* $name,)*
        }

        impl Function {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The full name: `asyncio.sleep`, `Task.cancel`.
            #[must_use]
            pub const fn path(self) -> &'static str {
                match self { $(Self::$name => $path,)* }
            }

            /// Whose it is.
            #[must_use]
            pub const fn owner(self) -> Owner {
                match self { $(Self::$name => Owner::$owner,)* }
            }

            /// What it takes.
            #[must_use]
            pub const fn parameters(self) -> LibraryParameters {
                match self { $(Self::$name => const { &$parameters },)* }
            }
        }
    };
}

functions! {
    /// `asyncio.sleep(delay, result=None)`
    Sleep = "asyncio.sleep", Module, [ordinary("delay"), optional("result")];
    /// `asyncio.create_task(coro, *, name=None)`
    CreateTask = "asyncio.create_task", Module, [ordinary("coro"), optional_keyword("name")];
    /// `asyncio.ensure_future(coro_or_future)`
    EnsureFuture = "asyncio.ensure_future", Module, [ordinary("coro_or_future")];
    /// `asyncio.gather(*coros_or_futures, return_exceptions=False)`
    Gather = "asyncio.gather", Module, [variadic("coros_or_futures"), optional_keyword("return_exceptions")];
    /// `asyncio.run(main, *, debug=None)`; debugging changes nothing in a run
    Run = "asyncio.run", Module, [ordinary("main"), optional_keyword("debug")];
    /// `asyncio.current_task()`
    CurrentTask = "asyncio.current_task", Module, [];
    /// `asyncio.all_tasks()`
    AllTasks = "asyncio.all_tasks", Module, [];
    /// `asyncio.get_running_loop()`
    GetRunningLoop = "asyncio.get_running_loop", Module, [];
    /// `asyncio.get_event_loop()`, inside a running loop
    GetEventLoop = "asyncio.get_event_loop", Module, [];
    /// `asyncio.Future()`
    NewFuture = "asyncio.Future", Module, [];
    /// `asyncio.iscoroutine(obj)`
    IsCoroutine = "asyncio.iscoroutine", Module, [ordinary("obj")];
    /// `asyncio.isfuture(obj)`
    IsFuture = "asyncio.isfuture", Module, [ordinary("obj")];
    /// `time.sleep(seconds)`
    Block = "time.sleep", Module, [positional("seconds")];
    /// `time.monotonic()`
    Monotonic = "time.monotonic", Module, [];
    /// `time.perf_counter()`
    PerfCounter = "time.perf_counter", Module, [];
    /// `time.time()`
    Time = "time.time", Module, [];
    /// `time.monotonic_ns()`
    MonotonicNs = "time.monotonic_ns", Module, [];
    /// `time.perf_counter_ns()`
    PerfCounterNs = "time.perf_counter_ns", Module, [];
    /// `time.time_ns()`
    TimeNs = "time.time_ns", Module, [];
    /// `kitchen_sim.work(seconds)`
    Work = "kitchen_sim.work", Module, [ordinary("seconds")];
    /// `print(*objects, sep=' ', end='\n')`
    Print = "print", Module,
        [variadic("objects"), optional_keyword("sep"), optional_keyword("end"), optional_keyword("flush")];
    /// `loop.time()`
    LoopTime = "Loop.time", Loop, [positional("self")];
    /// `loop.call_soon(callback, *args)`
    CallSoon = "Loop.call_soon", Loop, [positional("self"), ordinary("callback"), variadic("args")];
    /// `loop.call_later(delay, callback, *args)`
    CallLater = "Loop.call_later", Loop,
        [positional("self"), ordinary("delay"), ordinary("callback"), variadic("args")];
    /// `loop.call_at(when, callback, *args)`
    CallAt = "Loop.call_at", Loop, [positional("self"), ordinary("when"), ordinary("callback"), variadic("args")];
    /// `loop.create_future()`
    LoopCreateFuture = "Loop.create_future", Loop, [positional("self")];
    /// `loop.create_task(coro, *, name=None)`
    LoopCreateTask = "Loop.create_task", Loop, [positional("self"), ordinary("coro"), optional_keyword("name")];
    /// `loop.is_running()`
    LoopIsRunning = "Loop.is_running", Loop, [positional("self")];
    /// `future.done()`
    Done = "Future.done", Future, [positional("self")];
    /// `future.result()`
    Result = "Future.result", Future, [positional("self")];
    /// `future.exception()`
    Exception = "Future.exception", Future, [positional("self")];
    /// `future.cancelled()`
    Cancelled = "Future.cancelled", Future, [positional("self")];
    /// `future.cancel(msg=None)`
    Cancel = "Future.cancel", Future, [positional("self"), optional("msg")];
    /// `future.set_result(result)`
    SetResult = "Future.set_result", Future, [positional("self"), positional("result")];
    /// `future.set_exception(exception)`
    SetException = "Future.set_exception", Future, [positional("self"), positional("exception")];
    /// `future.add_done_callback(callback)`
    AddDoneCallback = "Future.add_done_callback", Future, [positional("self"), positional("callback")];
    /// `future.remove_done_callback(callback)`
    RemoveDoneCallback = "Future.remove_done_callback", Future, [positional("self"), positional("callback")];
    /// `future.get_loop()`
    GetLoop = "Future.get_loop", Future, [positional("self")];
    /// `task.get_name()`
    GetName = "Task.get_name", Task, [positional("self")];
    /// `task.set_name(value)`
    SetName = "Task.set_name", Task, [positional("self"), positional("value")];
    /// `task.cancelling()`
    Cancelling = "Task.cancelling", Task, [positional("self")];
    /// `task.uncancel()`
    Uncancel = "Task.uncancel", Task, [positional("self")];
    /// `handle.cancel()`
    HandleCancel = "Handle.cancel", Handle, [positional("self")];
    /// `handle.cancelled()`
    HandleCancelled = "Handle.cancelled", Handle, [positional("self")];
    /// `handle.when()`
    HandleWhen = "Handle.when", Handle, [positional("self")];
}

impl Function {
    /// The function of a module with this full path.
    #[must_use]
    pub fn by_path(path: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|function| function.owner() == Owner::Module && function.path() == path)
    }

    /// The method of this name that objects of `owner` have; tasks have those of futures, too.
    #[must_use]
    pub fn method(owner: Owner, name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|function| {
            let of_owner = function.owner() == owner || (owner == Owner::Task && function.owner() == Owner::Future);
            of_owner && function.owner() != Owner::Module && function.name() == name
        })
    }

    /// The name behind the last dot.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.path().rsplit('.').next().unwrap_or_default()
    }

    /// The function numbered `number`, as a value carries it.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn numbered(number: u64) -> Self {
        Self::ALL[usize::try_from(number).expect("numbers of functions are small")]
    }
}

/// The modules whose names may stand before a dot.
pub const MODULES: &[&str] = &["asyncio", "time", "math", "random", "kitchen_sim"];
