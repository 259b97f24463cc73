//! The functions and methods of `asyncio`, `time` and `kitchen_sim`, with what they take. A method's first parameter is its object.

use std::hash::Hash;
use std::sync::LazyLock;

use crate::units::{OrderedMap, ThingKind};

use super::{
    LibraryParameters, optional, optional_keyword, optional_positional, ordinary, positional, variadic,
    variadic_keywords,
};

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
    /// A lock's.
    Lock,
    /// An event's.
    Event,
    /// A condition's.
    Condition,
    /// A semaphore's, bounded or not.
    Semaphore,
    /// A barrier's.
    Barrier,
    /// A queue's of any order.
    Queue,
    /// A timeout's.
    Timeout,
    /// A task group's.
    TaskGroup,
    /// An iterator's of `as_completed`.
    AsCompleted,
    /// A coroutine object's.
    Coroutine,
    /// A generator's, plain or asynchronous.
    Generator,
    /// A runner's.
    Runner,
    /// An executor's, of threads or of processes.
    Executor,
    /// A concurrent future's: of a job that an executor does.
    Job,
    /// A thread's.
    Thread,
    /// What `executor.map` returns.
    MapResults,
    /// Things that scripts never see have no methods.
    Nobody,
    /// The bodies of the library's own coroutines call it: no script can.
    Intrinsic,
}

impl Owner {
    /// Whose methods a thing has.
    #[must_use]
    pub const fn of(kind: ThingKind) -> Self {
        match kind {
            ThingKind::Lock => Self::Lock,
            ThingKind::Event => Self::Event,
            ThingKind::Condition => Self::Condition,
            ThingKind::Semaphore | ThingKind::BoundedSemaphore => Self::Semaphore,
            ThingKind::Barrier => Self::Barrier,
            ThingKind::Queue | ThingKind::PriorityQueue | ThingKind::LifoQueue => Self::Queue,
            ThingKind::Timeout => Self::Timeout,
            ThingKind::TaskGroup => Self::TaskGroup,
            ThingKind::AsCompleted => Self::AsCompleted,
            ThingKind::ThreadPool | ThingKind::ProcessPool => Self::Executor,
            ThingKind::Job => Self::Job,
            ThingKind::Thread => Self::Thread,
            ThingKind::MapResults => Self::MapResults,
            ThingKind::Runner => Self::Runner,
            ThingKind::Shield | ThingKind::Waiting => Self::Nobody,
        }
    }
}

impl Owner {
    /// Whose methods the objects of a class of asyncio have.
    #[must_use]
    pub fn of_class(class: Function) -> Option<Self> {
        Some(match class {
            Function::NewTask => Self::Task,
            Function::NewFuture | Function::GatheringFuture => Self::Future,
            Function::AsCompletedIterator => Self::AsCompleted,
            Function::HandleClass | Function::TimerHandleClass => Self::Handle,
            Function::AbstractEventLoop
            | Function::BaseEventLoop
            | Function::SelectorEventLoop
            | Function::NewestEventLoop => Self::Loop,
            Function::NewThreadPool | Function::NewProcessPool => Self::Executor,
            Function::NewJob => Self::Job,
            class if class.is_class() => Self::of(*ThingKind::ALL.iter().find(|kind| kind.name() == class.name())?),
            _ => return None,
        })
    }
}

macro_rules! functions {
    ($($(#[$doc:meta])* $name:ident = $path:literal, $owner:ident, $parameters:expr;)*) => {
        /// A function or method of the library that the engine performs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u16)]
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

            /// The name behind the last dot of the full one.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => const { behind_last_dot($path) },)* }
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
    /// `asyncio.create_task(coro, *, name=None, context=None)`
    CreateTask = "asyncio.create_task", Module,
        [ordinary("coro"), optional_keyword("name"), optional_keyword("context")];
    /// `asyncio.ensure_future(coro_or_future, *, loop=None)`
    EnsureFuture = "asyncio.ensure_future", Module, [ordinary("coro_or_future"), optional_keyword("loop")];
    /// `asyncio.gather(*coros_or_futures, return_exceptions=False)`
    Gather = "asyncio.gather", Module, [variadic("coros_or_futures"), optional_keyword("return_exceptions")];
    /// `asyncio.run(main, *, debug=None, loop_factory=None)`; debugging changes nothing in a run
    Run = "asyncio.run", Module, [ordinary("main"), optional_keyword("debug"), optional_keyword("loop_factory")];
    /// `asyncio.current_task(loop=None)`
    CurrentTask = "asyncio.current_task", Module, [optional("loop")];
    /// `asyncio.all_tasks(loop=None)`
    AllTasks = "asyncio.all_tasks", Module, [optional("loop")];
    /// `asyncio.get_running_loop()`
    GetRunningLoop = "asyncio.get_running_loop", Module, [];
    /// `asyncio.get_event_loop()`
    GetEventLoop = "asyncio.get_event_loop", Module, [];
    /// `asyncio.Future(*, loop=None)`
    NewFuture = "asyncio.Future", Module, [optional_keyword("loop")];
    /// `asyncio.tasks._GatheringFuture`: a class to ask for, that of what `gather` returns
    GatheringFuture = "asyncio.tasks._GatheringFuture", Module, [];
    /// `asyncio.tasks._AsCompletedIterator`: a class to ask for, that of what `as_completed` returns from 3.13 on
    AsCompletedIterator = "asyncio.tasks._AsCompletedIterator", Module, [];
    /// `asyncio.Task(coro, *, loop=None, name=None, context=None, eager_start=False)`; no eager start before 3.12
    NewTask = "asyncio.Task", Module,
        [ordinary("coro"), optional_keyword("loop"), optional_keyword("name"), optional_keyword("context"), optional_keyword("eager_start")];
    /// `asyncio.AbstractEventLoop`: a class to ask for
    AbstractEventLoop = "asyncio.AbstractEventLoop", Module, [];
    /// `asyncio.BaseEventLoop`: the same
    BaseEventLoop = "asyncio.BaseEventLoop", Module, [];
    /// `asyncio.SelectorEventLoop(selector=None)`
    SelectorEventLoop = "asyncio.SelectorEventLoop", Module, [optional("selector")];
    /// `asyncio.EventLoop(selector=None)`, from 3.13 on
    NewestEventLoop = "asyncio.EventLoop", Module, [optional("selector")];
    /// `asyncio.Handle`
    HandleClass = "asyncio.Handle", Module,
        [ordinary("callback"), ordinary("args"), ordinary("loop"), optional("context")];
    /// `asyncio.TimerHandle`
    TimerHandleClass = "asyncio.TimerHandle", Module,
        [ordinary("when"), ordinary("callback"), ordinary("args"), ordinary("loop"), optional("context")];
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
    /// `print(*objects, sep=' ', end='\n', flush=False, file=None)`
    Print = "print", Module,
        [variadic("objects"), optional_keyword("sep"), optional_keyword("end"), optional_keyword("flush"), optional_keyword("file")];
    /// `loop.time()`
    LoopTime = "Loop.time", Loop, [positional("self")];
    /// `loop.call_soon(callback, *args, context=None)`
    CallSoon = "Loop.call_soon", Loop,
        [positional("self"), ordinary("callback"), variadic("args"), optional_keyword("context")];
    /// `loop.call_later(delay, callback, *args, context=None)`
    CallLater = "Loop.call_later", Loop,
        [positional("self"), ordinary("delay"), ordinary("callback"), variadic("args"), optional_keyword("context")];
    /// `loop.call_at(when, callback, *args, context=None)`
    CallAt = "Loop.call_at", Loop,
        [positional("self"), ordinary("when"), ordinary("callback"), variadic("args"), optional_keyword("context")];
    /// `loop.create_future()`
    LoopCreateFuture = "Loop.create_future", Loop, [positional("self")];
    /// `loop.create_task(coro, *, name=None, context=None)`
    LoopCreateTask = "Loop.create_task", Loop,
        [positional("self"), ordinary("coro"), optional_keyword("name"), optional_keyword("context")];
    /// `loop.run_until_complete(future)`
    RunUntilComplete = "Loop.run_until_complete", Loop, [positional("self"), ordinary("future")];
    /// `loop.run_forever()`
    RunForever = "Loop.run_forever", Loop, [positional("self")];
    /// `loop.stop()`
    LoopStop = "Loop.stop", Loop, [positional("self")];
    /// `loop.close()`
    LoopClose = "Loop.close", Loop, [positional("self")];
    /// `loop.is_closed()`
    LoopIsClosed = "Loop.is_closed", Loop, [positional("self")];
    /// `loop.get_debug()`
    GetDebug = "Loop.get_debug", Loop, [positional("self")];
    /// `loop.set_debug(enabled)`; debugging changes nothing in a run
    SetDebug = "Loop.set_debug", Loop, [positional("self"), ordinary("enabled")];
    /// `loop.get_exception_handler()`
    GetExceptionHandler = "Loop.get_exception_handler", Loop, [positional("self")];
    /// `loop.set_exception_handler(handler)`
    SetExceptionHandler = "Loop.set_exception_handler", Loop, [positional("self"), ordinary("handler")];
    /// `loop.call_exception_handler(context)`
    CallExceptionHandler = "Loop.call_exception_handler", Loop, [positional("self"), ordinary("context")];
    /// `loop.default_exception_handler(context)`
    DefaultExceptionHandler = "Loop.default_exception_handler", Loop, [positional("self"), ordinary("context")];
    /// `loop.slow_callback_duration`
    SlowCallbackDuration = "Loop.slow_callback_duration", Loop, [positional("self")];
    /// `loop._ready`
    LoopReady = "Loop._ready", Loop, [positional("self")];
    /// `loop._scheduled`
    LoopScheduled = "Loop._scheduled", Loop, [positional("self")];
    /// `loop._closed`
    LoopClosedFlag = "Loop._closed", Loop, [positional("self")];
    /// `loop._debug`
    LoopDebugFlag = "Loop._debug", Loop, [positional("self")];
    /// `loop._stopping`
    LoopStoppingFlag = "Loop._stopping", Loop, [positional("self")];
    /// `loop._run_once()`
    LoopRunOnce = "Loop._run_once", Loop, [positional("self")];
    /// `loop._default_executor`
    LoopDefaultExecutor = "Loop._default_executor", Loop, [positional("self")];
    /// `loop._thread_id`
    LoopThread = "Loop._thread_id", Loop, [positional("self")];
    /// `loop._task_factory`
    LoopTaskFactory = "Loop._task_factory", Loop, [positional("self")];
    /// `loop._exception_handler`
    LoopExceptionHandler = "Loop._exception_handler", Loop, [positional("self")];
    /// `loop._executor_shutdown_called`
    LoopExecutorShutdown = "Loop._executor_shutdown_called", Loop, [positional("self")];
    /// `loop._clock_resolution`, in seconds
    LoopClockResolution = "Loop._clock_resolution", Loop, [positional("self")];
    /// `loop._timer_cancelled_count`
    LoopTimersCancelled = "Loop._timer_cancelled_count", Loop, [positional("self")];
    /// `loop.shutdown_asyncgens()`
    LoopShutdownAsyncgens = "Loop.shutdown_asyncgens", Loop, [positional("self")];
    /// `loop.add_signal_handler(sig, callback, *args)`
    AddSignalHandler = "Loop.add_signal_handler", Loop,
        [positional("self"), ordinary("sig"), ordinary("callback"), variadic("args")];
    /// `loop.remove_signal_handler(sig)`
    RemoveSignalHandler = "Loop.remove_signal_handler", Loop, [positional("self"), ordinary("sig")];
    /// `asyncio.new_event_loop()`
    NewEventLoop = "asyncio.new_event_loop", Module, [];
    /// `asyncio.set_event_loop(loop)`
    SetEventLoop = "asyncio.set_event_loop", Module, [ordinary("loop")];
    /// `asyncio.iscoroutinefunction(func)`
    IsCoroutineFunction = "asyncio.iscoroutinefunction", Module, [ordinary("func")];
    /// `coroutine.close()`
    CoroutineClose = "coroutine.close", Coroutine, [positional("self")];
    /// `coroutine.send(value)`
    CoroutineSend = "coroutine.send", Coroutine, [positional("self"), positional("value")];
    /// `coroutine.throw(exception)`, or as before 3.12 with a class, a value and a traceback
    CoroutineThrow = "coroutine.throw", Coroutine,
        [positional("self"), positional("type"), optional_positional("value"), optional_positional("traceback")];
    /// `generator.__iter__`
    GeneratorIter = "generator.__iter__", Generator, [positional("self")];
    /// `generator.__next__`
    GeneratorNext = "generator.__next__", Generator, [positional("self")];
    /// `generator.send`
    GeneratorSend = "generator.send", Generator, [positional("self"), positional("value")];
    /// `generator.throw(exception)`
    GeneratorThrow = "generator.throw", Generator,
        [positional("self"), positional("type"), optional_positional("value"), optional_positional("traceback")];
    /// `generator.close`
    GeneratorClose = "generator.close", Generator, [positional("self")];
    /// `async_generator.__aiter__`
    AsyncGeneratorIter = "async_generator.__aiter__", Generator, [positional("self")];
    /// `async_generator.__anext__`
    AsyncGeneratorNext = "async_generator.__anext__", Generator, [positional("self")];
    /// `async_generator.asend`
    AsyncGeneratorSend = "async_generator.asend", Generator, [positional("self"), positional("value")];
    /// `async_generator.athrow(exception)`
    AsyncGeneratorThrow = "async_generator.athrow", Generator,
        [positional("self"), positional("type"), optional_positional("value"), optional_positional("traceback")];
    /// `async_generator.aclose`
    AsyncGeneratorClose = "async_generator.aclose", Generator, [positional("self")];
    /// `coroutine.__await__()`
    CoroutineAwait = "coroutine.__await__", Coroutine, [positional("self")];
    /// `coroutine.__await__().__iter__()`
    CoroutineIter = "coroutine.__iter__", Coroutine, [positional("self")];
    /// `coroutine.__await__().__next__()`
    CoroutineNext = "coroutine.__next__", Coroutine, [positional("self")];
    /// `coroutine.__name__`
    CoroutineName = "coroutine.__name__", Coroutine, [positional("self")];
    /// `coroutine.__qualname__`
    CoroutineQualified = "coroutine.__qualname__", Coroutine, [positional("self")];
    /// `task.get_coro()`
    GetCoro = "Task.get_coro", Task, [positional("self")];
    /// `loop.set_task_factory(factory)`
    SetTaskFactory = "Loop.set_task_factory", Loop, [positional("self"), ordinary("factory")];
    /// `loop.get_task_factory()`
    GetTaskFactory = "Loop.get_task_factory", Loop, [positional("self")];
    /// `asyncio.eager_task_factory`, from 3.12 on
    EagerTaskFactory = "asyncio.eager_task_factory", Module,
        [ordinary("loop"), ordinary("coro"), optional_keyword("name"), optional_keyword("context")];
    /// `asyncio.create_eager_task_factory(custom_task_constructor)`, from 3.12 on
    CreateEagerTaskFactory = "asyncio.create_eager_task_factory", Module, [ordinary("custom_task_constructor")];
    /// `asyncio.Runner(*, debug=None, loop_factory=None)`
    NewRunner = "asyncio.Runner", Module, [optional_keyword("debug"), optional_keyword("loop_factory")];
    /// `runner.run(coro, *, context=None)`
    RunnerRun = "Runner.run", Runner, [positional("self"), ordinary("coro"), optional_keyword("context")];
    /// `runner.close()`
    RunnerClose = "Runner.close", Runner, [positional("self")];
    /// `runner.get_loop()`
    RunnerGetLoop = "Runner.get_loop", Runner, [positional("self")];
    /// `Runner.__enter__`
    RunnerEnter = "Runner.__enter__", Runner, [positional("self")];
    /// `Runner.__exit__`
    RunnerExit = "Runner.__exit__", Runner,
        [positional("self"), positional("kind"), positional("error"), positional("trace")];
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
    /// `future.add_done_callback(callback, *, context=None)`
    AddDoneCallback = "Future.add_done_callback", Future,
        [positional("self"), positional("callback"), optional_keyword("context")];
    /// `future.remove_done_callback(callback)`
    RemoveDoneCallback = "Future.remove_done_callback", Future, [positional("self"), positional("callback")];
    /// `future.get_loop()`
    GetLoop = "Future.get_loop", Future, [positional("self")];
    /// `Future._make_cancelled_error`
    MakeCancelledError = "Future._make_cancelled_error", Future, [positional("self")];
    /// `iter(future)`
    FutureIter = "Future.__iter__", Future, [positional("self")];
    /// `future.__await__()`
    FutureAwait = "Future.__await__", Future, [positional("self")];
    /// `future.__await__().send(value)`: what can be awaited is its own iterator here
    FutureSend = "Future.send", Future, [positional("self"), positional("value")];
    /// `future.__await__().throw(exception)`
    FutureThrow = "Future.throw", Future,
        [positional("self"), positional("type"), optional_positional("value"), optional_positional("traceback")];
    /// `future.__await__().close()`
    FutureClose = "Future.close", Future, [positional("self")];
    /// `future._loop`
    FutureLoop = "Future._loop", Future, [positional("self")];
    /// `future._state`
    FutureStateWord = "Future._state", Future, [positional("self")];
    /// `future._cancel_message`
    CancelMessage = "Future._cancel_message", Future, [positional("self")];
    /// `future._result`
    RawResult = "Future._result", Future, [positional("self")];
    /// `future._exception`
    RawException = "Future._exception", Future, [positional("self")];
    /// `future._callbacks`
    Callbacks = "Future._callbacks", Future, [positional("self")];
    /// `future._log_traceback`
    LogTraceback = "Future._log_traceback", Future, [positional("self")];
    /// `future._asyncio_future_blocking`
    IsBlocking = "Future._asyncio_future_blocking", Future, [positional("self")];
    /// `future._source_traceback`
    SourceTraceback = "Future._source_traceback", Future, [positional("self")];
    /// `task._log_destroy_pending`
    LogDestroyPending = "Task._log_destroy_pending", Task, [positional("self")];
    /// `task._coro`
    TaskCoroutine = "Task._coro", Task, [positional("self")];
    /// `task.get_stack(*, limit=None)`
    GetStack = "Task.get_stack", Task, [positional("self"), optional_keyword("limit")];
    /// `task.print_stack(*, limit=None, file=None)`
    PrintStack = "Task.print_stack", Task,
        [positional("self"), optional_keyword("limit"), optional_keyword("file")];
    /// `task.get_context()`, from 3.12 on
    GetContext = "Task.get_context", Task, [positional("self")];
    /// `group._tasks`
    GroupTasks = "TaskGroup._tasks", TaskGroup, [positional("self")];
    /// `group._errors`
    GroupErrors = "TaskGroup._errors", TaskGroup, [positional("self")];
    /// `group._exiting`
    GroupIsExiting = "TaskGroup._exiting", TaskGroup, [positional("self")];
    /// `group._aborting`
    GroupIsAborting = "TaskGroup._aborting", TaskGroup, [positional("self")];
    /// `group._entered`
    GroupIsEntered = "TaskGroup._entered", TaskGroup, [positional("self")];
    /// `group._parent_cancel_requested`
    GroupHasCancelledParent = "TaskGroup._parent_cancel_requested", TaskGroup, [positional("self")];
    /// `group._parent_task`
    GroupParent = "TaskGroup._parent_task", TaskGroup, [positional("self")];
    /// `handle._cancelled`
    HandleIsCancelled = "Handle._cancelled", Handle, [positional("self")];
    /// `handle._callback`
    HandleCallback = "Handle._callback", Handle, [positional("self")];
    /// `handle._args`
    HandleArguments = "Handle._args", Handle, [positional("self")];
    /// `handle._run()`
    HandleRun = "Handle._run", Handle, [positional("self")];
    /// `handle._source_traceback`
    HandleSource = "Handle._source_traceback", Handle, [positional("self")];
    /// `task._must_cancel`
    TaskMustCancel = "Task._must_cancel", Task, [positional("self")];
    /// `task._fut_waiter`
    TaskWaiter = "Task._fut_waiter", Task, [positional("self")];
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
    /// `handle.get_context()`, from 3.12 on
    HandleContext = "Handle.get_context", Handle, [positional("self")];
    /// `handle.when()`
    HandleWhen = "Handle.when", Handle, [positional("self")];
    /// `asyncio.wait(fs, *, timeout=None, return_when=ALL_COMPLETED)`
    Wait = "asyncio.wait", Module, [ordinary("fs"), optional_keyword("timeout"), optional_keyword("return_when")];
    /// `asyncio.wait_for(fut, timeout)`
    WaitFor = "asyncio.wait_for", Module, [ordinary("fut"), ordinary("timeout")];
    /// `asyncio.shield(arg)`
    Shield = "asyncio.shield", Module, [ordinary("arg")];
    /// `asyncio.as_completed(fs, *, timeout=None)`
    AsCompleted = "asyncio.as_completed", Module, [ordinary("fs"), optional_keyword("timeout")];
    /// `asyncio.timeout(delay)`
    Timeout = "asyncio.timeout", Module, [ordinary("delay")];
    /// `asyncio.timeout_at(when)`
    TimeoutAt = "asyncio.timeout_at", Module, [ordinary("when")];
    /// `asyncio.Timeout(when)`
    NewTimeout = "asyncio.Timeout", Module, [ordinary("when")];
    /// `asyncio.TaskGroup()`
    NewTaskGroup = "asyncio.TaskGroup", Module, [];
    /// `asyncio.Lock()`
    NewLock = "asyncio.Lock", Module, [];
    /// `asyncio.Event()`
    NewEvent = "asyncio.Event", Module, [];
    /// `asyncio.Condition(lock=None)`
    NewCondition = "asyncio.Condition", Module, [optional("lock")];
    /// `asyncio.Semaphore(value=1)`
    NewSemaphore = "asyncio.Semaphore", Module, [optional("value")];
    /// `asyncio.BoundedSemaphore(value=1)`
    NewBoundedSemaphore = "asyncio.BoundedSemaphore", Module, [optional("value")];
    /// `asyncio.Barrier(parties)`
    NewBarrier = "asyncio.Barrier", Module, [ordinary("parties")];
    /// `asyncio.Queue(maxsize=0)`
    NewQueue = "asyncio.Queue", Module, [optional("maxsize")];
    /// `asyncio.PriorityQueue(maxsize=0)`
    NewPriorityQueue = "asyncio.PriorityQueue", Module, [optional("maxsize")];
    /// `asyncio.LifoQueue(maxsize=0)`
    NewLifoQueue = "asyncio.LifoQueue", Module, [optional("maxsize")];
    /// `Lock.acquire`
    LockAcquire = "Lock.acquire", Lock, [positional("self")];
    /// `Lock.release`
    LockRelease = "Lock.release", Lock, [positional("self")];
    /// `Lock.locked`
    LockLocked = "Lock.locked", Lock, [positional("self")];
    /// `Lock.__aenter__`
    LockEnter = "Lock.__aenter__", Lock, [positional("self")];
    /// `Lock.__aexit__`
    LockExit = "Lock.__aexit__", Lock, [positional("self"), positional("kind"), positional("error"), positional("trace")];
    /// `Condition.acquire`
    ConditionAcquire = "Condition.acquire", Condition, [positional("self")];
    /// `Condition.release`
    ConditionRelease = "Condition.release", Condition, [positional("self")];
    /// `Condition.locked`
    ConditionLocked = "Condition.locked", Condition, [positional("self")];
    /// `Condition.__aenter__`
    ConditionEnter = "Condition.__aenter__", Condition, [positional("self")];
    /// `Condition.__aexit__`
    ConditionExit = "Condition.__aexit__", Condition, [positional("self"), positional("kind"), positional("error"), positional("trace")];
    /// `Semaphore.acquire`
    SemaphoreAcquire = "Semaphore.acquire", Semaphore, [positional("self")];
    /// `Semaphore.release`
    SemaphoreRelease = "Semaphore.release", Semaphore, [positional("self")];
    /// `Semaphore.locked`
    SemaphoreLocked = "Semaphore.locked", Semaphore, [positional("self")];
    /// `Semaphore.__aenter__`
    SemaphoreEnter = "Semaphore.__aenter__", Semaphore, [positional("self")];
    /// `Semaphore.__aexit__`
    SemaphoreExit = "Semaphore.__aexit__", Semaphore, [positional("self"), positional("kind"), positional("error"), positional("trace")];
    /// `Event.wait`
    EventWait = "Event.wait", Event, [positional("self")];
    /// `Event.set`
    EventSet = "Event.set", Event, [positional("self")];
    /// `Event.clear`
    EventClear = "Event.clear", Event, [positional("self")];
    /// `Event.is_set`
    EventIsSet = "Event.is_set", Event, [positional("self")];
    /// `Condition.wait`
    ConditionWait = "Condition.wait", Condition, [positional("self")];
    /// `Condition.wait_for`
    ConditionWaitFor = "Condition.wait_for", Condition, [positional("self"), ordinary("predicate")];
    /// `Condition.notify`
    ConditionNotify = "Condition.notify", Condition, [positional("self"), optional("n")];
    /// `Condition.notify_all`
    ConditionNotifyAll = "Condition.notify_all", Condition, [positional("self")];
    /// `Barrier.wait`
    BarrierWait = "Barrier.wait", Barrier, [positional("self")];
    /// `Barrier.reset`
    BarrierReset = "Barrier.reset", Barrier, [positional("self")];
    /// `Barrier.abort`
    BarrierAbort = "Barrier.abort", Barrier, [positional("self")];
    /// `Barrier.__aenter__`
    BarrierEnter = "Barrier.__aenter__", Barrier, [positional("self")];
    /// `Lock._loop`
    LockLoop = "Lock._loop", Lock, [positional("self")];
    /// `Event._loop`
    EventLoop = "Event._loop", Event, [positional("self")];
    /// `Condition._loop`
    ConditionLoop = "Condition._loop", Condition, [positional("self")];
    /// `Semaphore._loop`
    SemaphoreLoop = "Semaphore._loop", Semaphore, [positional("self")];
    /// `Barrier._loop`
    BarrierLoop = "Barrier._loop", Barrier, [positional("self")];
    /// `Queue._loop`
    QueueLoop = "Queue._loop", Queue, [positional("self")];
    /// `Barrier.parties`
    BarrierParties = "Barrier.parties", Barrier, [positional("self")];
    /// `Barrier.n_waiting`
    BarrierWaiting = "Barrier.n_waiting", Barrier, [positional("self")];
    /// `Barrier.broken`
    BarrierBroken = "Barrier.broken", Barrier, [positional("self")];
    /// `Barrier.__aexit__`
    BarrierExit = "Barrier.__aexit__", Barrier, [positional("self"), positional("kind"), positional("error"), positional("trace")];
    /// `Queue.put`
    QueuePut = "Queue.put", Queue, [positional("self"), ordinary("item")];
    /// `Queue.get`
    QueueGet = "Queue.get", Queue, [positional("self")];
    /// `Queue.put_nowait`
    QueuePutNowait = "Queue.put_nowait", Queue, [positional("self"), ordinary("item")];
    /// `Queue.get_nowait`
    QueueGetNowait = "Queue.get_nowait", Queue, [positional("self")];
    /// `Queue.join`
    QueueJoin = "Queue.join", Queue, [positional("self")];
    /// `Queue.task_done`
    QueueTaskDone = "Queue.task_done", Queue, [positional("self")];
    /// `Queue.qsize`
    QueueSize = "Queue.qsize", Queue, [positional("self")];
    /// `Queue.empty`
    QueueEmpty = "Queue.empty", Queue, [positional("self")];
    /// `Queue.full`
    QueueFull = "Queue.full", Queue, [positional("self")];
    /// `Queue.maxsize`
    QueueMaxSize = "Queue.maxsize", Queue, [positional("self")];
    /// `Queue.shutdown`
    QueueShutdown = "Queue.shutdown", Queue, [positional("self"), optional("immediate")];
    /// `Timeout.__aenter__`
    TimeoutEnter = "Timeout.__aenter__", Timeout, [positional("self")];
    /// `Timeout.__aexit__`
    TimeoutExit = "Timeout.__aexit__", Timeout, [positional("self"), positional("kind"), positional("error"), positional("trace")];
    /// `Timeout.when`
    TimeoutWhen = "Timeout.when", Timeout, [positional("self")];
    /// `Timeout.reschedule`
    TimeoutReschedule = "Timeout.reschedule", Timeout, [positional("self"), ordinary("when")];
    /// `Timeout.expired`
    TimeoutExpired = "Timeout.expired", Timeout, [positional("self")];
    /// `TaskGroup.__aenter__`
    TaskGroupEnter = "TaskGroup.__aenter__", TaskGroup, [positional("self")];
    /// `TaskGroup.__aexit__`
    TaskGroupExit = "TaskGroup.__aexit__", TaskGroup, [positional("self"), positional("kind"), positional("error"), positional("trace")];
    /// `TaskGroup.create_task`
    TaskGroupCreateTask = "TaskGroup.create_task", TaskGroup, [positional("self"), ordinary("coro"), optional_keyword("name"), optional_keyword("context")];
    /// `AsCompleted.__aiter__`
    AsCompletedAiter = "AsCompleted.__aiter__", AsCompleted, [positional("self")];
    /// `AsCompleted.__anext__`
    AsCompletedAnext = "AsCompleted.__anext__", AsCompleted, [positional("self")];
    /// `AsCompleted.__iter__`
    AsCompletedIter = "AsCompleted.__iter__", AsCompleted, [positional("self")];
    /// `AsCompleted.__next__`
    AsCompletedNext = "AsCompleted.__next__", AsCompleted, [positional("self")];
    /// A task, or who drives the coroutine, is given what somebody's `__await__` yields.
    YieldOut = "intrinsic.yield_out", Intrinsic, [positional("value")];
    /// What comes back for it: of who drives, what is sent; to a task, anything but `None` was an error.
    YieldCheck = "intrinsic.yield_check", Intrinsic, [positional("value"), positional("sent")];
    /// What `yield from` goes through.
    YieldFromCheck = "intrinsic.yield_from_check", Intrinsic, [positional("value")];
    /// What an `__await__` returned, which must be an iterator.
    AwaitCheck = "intrinsic.await_check", Intrinsic, [positional("value")];
    /// The context of what runs now, as a box.
    ContextBox = "intrinsic.context_box", Intrinsic, [];
    /// What runs now goes on in another context; the box of the one before.
    ContextSwap = "intrinsic.context_swap", Intrinsic, [positional("box")];
    /// A future at the end of the line of those who wait.
    LineUp = "intrinsic.line_up", Intrinsic, [positional("thing")];
    /// `str(thing)`
    ThingStr = "intrinsic.thing_str", Intrinsic, [positional("thing")];
    /// `repr(thing)`
    ThingRepr = "intrinsic.thing_repr", Intrinsic, [positional("thing")];
    /// Takes a future out of the line.
    LeaveLine = "intrinsic.leave_line", Intrinsic, [positional("thing"), positional("waiter")];
    /// Takes a lock that nobody has or is about to have; whether it did.
    LockTake = "intrinsic.lock_take", Intrinsic, [positional("thing")];
    /// The lock is the waiter's now.
    LockOwn = "intrinsic.lock_own", Intrinsic, [positional("thing")];
    /// A waiter that was cancelled lets the next one have a free lock.
    LockPassOn = "intrinsic.lock_pass_on", Intrinsic, [positional("thing")];
    /// The lock of a condition, which must be taken.
    ConditionLock = "intrinsic.condition_lock", Intrinsic, [positional("thing")];
    /// Raises what interrupted taking the lock again, if anything did.
    ConditionInterrupt = "intrinsic.condition_interrupt", Intrinsic, [positional("thing"), positional("error")];
    /// From 3.13 on a waiter that fails lets another one wake up.
    ConditionAfterError = "intrinsic.condition_after_error", Intrinsic, [positional("thing")];
    /// Takes one, if that is allowed at once; whether it did.
    SemaphoreTake = "intrinsic.semaphore_take", Intrinsic, [positional("thing")];
    /// A waiter has got one.
    SemaphoreAccept = "intrinsic.semaphore_accept", Intrinsic, [positional("thing")];
    /// A waiter that was cancelled gives back what it was given.
    SemaphoreRefuse = "intrinsic.semaphore_refuse", Intrinsic, [positional("thing"), positional("waiter")];
    /// The condition inside of a barrier.
    BarrierCondition = "intrinsic.barrier_condition", Intrinsic, [positional("thing")];
    /// Whether it is draining or resetting.
    BarrierIsClosed = "intrinsic.barrier_is_closed", Intrinsic, [positional("thing")];
    /// Counts a task in, the last one opens the barrier; its index.
    BarrierJoin = "intrinsic.barrier_join", Intrinsic, [positional("thing")];
    /// Whether tasks are missing.
    BarrierIsFilling = "intrinsic.barrier_is_filling", Intrinsic, [positional("thing")];
    /// Raises where the barrier is broken, or was reset meanwhile.
    BarrierCheck = "intrinsic.barrier_check", Intrinsic, [positional("thing"), positional("inside")];
    /// Counts a task out.
    BarrierLeave = "intrinsic.barrier_leave", Intrinsic, [positional("thing")];
    /// Waits until the barrier lets in.
    BarrierBlock = "intrinsic.barrier_block", Intrinsic, [positional("thing"), positional("condition")];
    /// Waits until the barrier is full.
    BarrierStay = "intrinsic.barrier_stay", Intrinsic, [positional("thing"), positional("condition")];
    /// Waits while the barrier is closed, or inside of it while it fills.
    BarrierStand = "intrinsic.barrier_stand", Intrinsic,
        [positional("thing"), positional("condition"), positional("inside")];
    /// Resets or breaks the barrier.
    BarrierEmpty = "intrinsic.barrier_empty", Intrinsic, [positional("thing"), positional("broken")];
    /// Whether `put` must wait.
    QueueWaitsToPut = "intrinsic.queue_waits_to_put", Intrinsic, [positional("thing")];
    /// Whether `get` must wait.
    QueueWaitsToGet = "intrinsic.queue_waits_to_get", Intrinsic, [positional("thing")];
    /// Whether `join` must wait.
    QueueIsUnfinished = "intrinsic.queue_is_unfinished", Intrinsic, [positional("thing")];
    /// A future in the line of putters or getters.
    QueueLineUp = "intrinsic.queue_line_up", Intrinsic, [positional("thing"), positional("role")];
    /// A putter or getter that failed leaves.
    QueueLeave = "intrinsic.queue_leave", Intrinsic, [positional("thing"), positional("role"), positional("waiter")];
    /// What entering a timeout does.
    TimeoutOpen = "intrinsic.timeout_open", Intrinsic, [positional("thing")];
    /// What leaving a timeout does.
    TimeoutClose = "intrinsic.timeout_close", Intrinsic, [positional("thing"), positional("error")];
    /// The deadline has come.
    TimeoutFire = "intrinsic.timeout_fire", Intrinsic, [positional("thing")];
    /// What entering a group does.
    GroupOpen = "intrinsic.group_open", Intrinsic, [positional("thing")];
    /// What leaving a group does first; the CancelledError that is to go on.
    GroupClosing = "intrinsic.group_closing", Intrinsic, [positional("thing"), positional("error")];
    /// The future of the tasks that are left, `None` when there are none.
    GroupWait = "intrinsic.group_wait", Intrinsic, [positional("thing")];
    /// A cancellation came while the group waits; whether it is news.
    GroupInterrupted = "intrinsic.group_interrupted", Intrinsic, [positional("thing")];
    /// The future was awaited.
    GroupForget = "intrinsic.group_forget", Intrinsic, [positional("thing")];
    /// What leaving a group does last.
    GroupClose = "intrinsic.group_close", Intrinsic, [positional("thing"), positional("error"), positional("cancellation")];
    /// Begins `asyncio.wait`.
    WaitBegin = "intrinsic.wait_begin", Intrinsic, [positional("fs"), positional("timeout"), positional("return_when")];
    /// The time is over.
    WaitRelease = "intrinsic.wait_release", Intrinsic, [positional("thing")];
    /// A waiter that a future or a timer releases.
    ReleaseBegin = "intrinsic.release_begin", Intrinsic, [positional("timeout")];
    /// Lets a future release the waiter.
    ReleaseHook = "intrinsic.release_hook", Intrinsic, [positional("thing"), positional("future")];
    /// What a wait waits on.
    WaitFuture = "intrinsic.wait_future", Intrinsic, [positional("thing")];
    /// Takes the callbacks of a wait away, not its timer.
    WaitUnhook = "intrinsic.wait_unhook", Intrinsic, [positional("thing")];
    /// Takes the callbacks and the timer of a wait away.
    WaitEnd = "intrinsic.wait_end", Intrinsic, [positional("thing")];
    /// What is done, and what is not.
    WaitResult = "intrinsic.wait_result", Intrinsic, [positional("thing")];
    /// The next of `as_completed`, as a coroutine.
    NextCompleted = "intrinsic._wait_for_one", Intrinsic, [positional("thing"), positional("resolve")];
    /// The iterator of `as_completed`, without tasks yet.
    CompletedNew = "intrinsic.completed_new", Intrinsic, [positional("fs"), positional("timeout")];
    /// Whether `as_completed` makes its tasks at once, as from 3.13 on.
    CompletedIsEager = "intrinsic.completed_is_eager", Intrinsic, [];
    /// Whether it has no tasks yet.
    CompletedIsNew = "intrinsic.completed_is_new", Intrinsic, [positional("thing")];
    /// What it was given, each once.
    CompletedGiven = "intrinsic.completed_given", Intrinsic, [positional("thing")];
    /// The futures that it waits for.
    CompletedFill = "intrinsic.completed_fill", Intrinsic, [positional("thing"), positional("futures")];
    /// The queue of those that are done.
    CompletedQueue = "intrinsic.completed_queue", Intrinsic, [positional("thing")];
    /// Counts one; raises StopIteration or StopAsyncIteration behind the last.
    CompletedTake = "intrinsic.completed_take", Intrinsic, [positional("thing"), positional("asynchronously")];
    /// The time of `as_completed` is over.
    CompletedTimeout = "intrinsic.completed_timeout", Intrinsic, [positional("thing")];
    /// Cancels a future and waits for its end.
    CancelAndWait = "intrinsic.cancel_and_wait", Intrinsic, [positional("future")];
    /// `ensure_future`, unseen by traces; perhaps refusing what is of another loop.
    EnsureInner = "intrinsic.ensure_inner", Intrinsic, [positional("arg"), positional("must_be_of_this_loop")];
    /// The future around a shielded one.
    ShieldFuture = "intrinsic.shield_future", Intrinsic, [positional("inner")];
    /// `asyncio.timeout`
    TimeoutAfter = "intrinsic.timeout_after", Intrinsic, [positional("delay")];
    /// Raises unless the group takes tasks.
    GroupCheck = "intrinsic.group_check", Intrinsic, [positional("thing"), positional("coro")];
    /// The group waits for this task.
    GroupAdd = "intrinsic.group_add", Intrinsic, [positional("thing"), positional("task")];
    /// Whether `wait_for` makes a task, as 3.11's does.
    IsOldWaitFor = "intrinsic.is_old_wait_for", Intrinsic, [];
    /// `asyncio.to_thread(func, /, *args, **kwargs)`
    ToThread = "asyncio.to_thread", Module, [positional("func"), variadic("args"), variadic_keywords("kwargs")];
    /// `asyncio.wrap_future(future, *, loop=None)`
    WrapFuture = "asyncio.wrap_future", Module, [ordinary("future"), optional_keyword("loop")];
    /// `asyncio.run_coroutine_threadsafe(coro, loop)`
    RunCoroutineThreadsafe = "asyncio.run_coroutine_threadsafe", Module, [ordinary("coro"), ordinary("loop")];
    /// `concurrent.futures.ThreadPoolExecutor(max_workers=None, thread_name_prefix='', initializer=None, initargs=())`
    NewThreadPool = "concurrent.futures.ThreadPoolExecutor", Module,
        [optional("max_workers"), optional("thread_name_prefix"), optional("initializer"), optional("initargs")];
    /// `concurrent.futures.ProcessPoolExecutor(max_workers=None)`
    NewProcessPool = "concurrent.futures.ProcessPoolExecutor", Module, [optional("max_workers")];
    /// `concurrent.futures.Future()`
    NewJob = "concurrent.futures.Future", Module, [];
    /// `threading.Thread(group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None)`
    NewThread = "threading.Thread", Module,
        [optional("group"), optional("target"), optional("name"), optional("args"), optional("kwargs"), optional_keyword("daemon")];
    /// `threading.get_ident()`
    GetIdent = "threading.get_ident", Module, [];
    /// `threading.enumerate()`
    AllThreads = "threading.enumerate", Module, [];
    /// `threading.main_thread()`
    MainThread = "threading.main_thread", Module, [];
    /// `thread.ident`
    ThreadIdent = "Thread.ident", Thread, [positional("self")];
    /// `threading.current_thread()`
    CurrentThread = "threading.current_thread", Module, [];
    /// `loop.run_in_executor(executor, func, *args)`
    RunInExecutor = "Loop.run_in_executor", Loop,
        [positional("self"), ordinary("executor"), ordinary("func"), variadic("args")];
    /// `loop.set_default_executor(executor)`
    SetDefaultExecutor = "Loop.set_default_executor", Loop, [positional("self"), ordinary("executor")];
    /// `loop.shutdown_default_executor(timeout=None)`; 3.11's takes no timeout
    ShutdownDefaultExecutor = "Loop.shutdown_default_executor", Loop, [positional("self"), optional("timeout")];
    /// `loop.call_soon_threadsafe(callback, *args, context=None)`
    CallSoonThreadsafe = "Loop.call_soon_threadsafe", Loop,
        [positional("self"), ordinary("callback"), variadic("args"), optional_keyword("context")];
    /// `executor.submit(fn, /, *args, **kwargs)`
    ExecutorSubmit = "Executor.submit", Executor,
        [positional("self"), positional("fn"), variadic("args"), variadic_keywords("kwargs")];
    /// `executor.map(fn, *iterables, timeout=None, chunksize=1)`
    ExecutorMap = "Executor.map", Executor,
        [positional("self"), ordinary("fn"), variadic("iterables"), optional_keyword("timeout"), optional_keyword("chunksize")];
    /// `executor.shutdown(wait=True, *, cancel_futures=False)`
    ExecutorShutdown = "Executor.shutdown", Executor,
        [positional("self"), optional("wait"), optional_keyword("cancel_futures")];
    /// `executor.__enter__()`
    ExecutorEnter = "Executor.__enter__", Executor, [positional("self")];
    /// `executor.__exit__(kind, error, trace)`
    ExecutorExit = "Executor.__exit__", Executor, [positional("self"), positional("kind"), positional("error"), positional("trace")];
    /// `executor._max_workers`
    ExecutorMaxWorkers = "Executor._max_workers", Executor, [positional("self")];
    /// `executor._thread_name_prefix`
    ExecutorPrefix = "Executor._thread_name_prefix", Executor, [positional("self")];
    /// `executor._threads`
    ExecutorThreadObjects = "Executor._threads", Executor, [positional("self")];
    /// `executor._shutdown`
    ExecutorIsShut = "Executor._shutdown", Executor, [positional("self")];
    /// `executor._broken`
    ExecutorBroken = "Executor._broken", Executor, [positional("self")];
    /// `future.result(timeout=None)` of a concurrent future
    JobResult = "Job.result", Job, [positional("self"), optional("timeout")];
    /// `future.exception(timeout=None)`
    JobException = "Job.exception", Job, [positional("self"), optional("timeout")];
    /// `future.done()`
    JobDone = "Job.done", Job, [positional("self")];
    /// `future.running()`
    JobRunning = "Job.running", Job, [positional("self")];
    /// `future.set_running_or_notify_cancel()`
    JobBegin = "Job.set_running_or_notify_cancel", Job, [positional("self")];
    /// `future.cancelled()`
    JobCancelled = "Job.cancelled", Job, [positional("self")];
    /// `future.cancel()`
    JobCancel = "Job.cancel", Job, [positional("self")];
    /// `future.add_done_callback(fn)`
    JobAddDoneCallback = "Job.add_done_callback", Job, [positional("self"), ordinary("fn")];
    /// `future.set_result(result)`
    JobSetResult = "Job.set_result", Job, [positional("self"), ordinary("result")];
    /// `future.set_exception(exception)`
    JobSetException = "Job.set_exception", Job, [positional("self"), ordinary("exception")];
    /// `thread.start()`
    ThreadStart = "Thread.start", Thread, [positional("self")];
    /// `thread.join(timeout=None)`
    ThreadJoin = "Thread.join", Thread, [positional("self"), optional("timeout")];
    /// `thread.is_alive()`
    ThreadIsAlive = "Thread.is_alive", Thread, [positional("self")];
    /// `thread.name`
    ThreadName = "Thread.name", Thread, [positional("self")];
    /// `thread.daemon`
    ThreadDaemon = "Thread.daemon", Thread, [positional("self")];
    /// `iter(results)`
    MapIter = "MapResults.__iter__", MapResults, [positional("self")];
    /// `next(results)`
    MapNext = "MapResults.__next__", MapResults, [positional("self")];
    /// The main task of the runner that runs, where SIGINT interrupts it, or else `None`.
    InterruptibleTask = "intrinsic.interruptible_task", Intrinsic, [];
    /// How often the runner was interrupted, once more.
    InterruptRunner = "intrinsic.interrupt_runner", Intrinsic, [];
    /// Who handles SIGINT from now on: 0 what Python does by itself, 1 the runner, 2 the script.
    NoteInterruptHandler = "intrinsic.note_interrupt_handler", Intrinsic, [positional("whose")];
    /// The loop has signals to read.
    WakeBySignal = "intrinsic.wake_by_signal", Intrinsic, [positional("loop")];
    /// The run ends here, for what is not supported.
    RefuseToGoOn = "intrinsic.refuse_to_go_on", Intrinsic, [positional("what")];
    /// The loop is the current one of the thread.
    PlainSetLoop = "intrinsic.plain_set_event_loop", Intrinsic, [positional("loop")];
    /// A view of a dict as one of an `OrderedDict`.
    ViewOfOrdered = "intrinsic.view_of_ordered", Intrinsic, [positional("view")];
    /// An iterator over a list that an object keeps, which fails where the object changes.
    WatchedIterator = "intrinsic.watched_iterator", Intrinsic, [positional("items"), positional("owner")];
    /// No loop was ever set as that of the thread.
    ForgetLoop = "intrinsic.forget_event_loop", Intrinsic, [];
    /// The warning that a loop had to be made.
    WarnOfNoLoop = "intrinsic.warn_of_no_event_loop", Intrinsic, [];
    /// `asyncio.current_task(loop)`, whatever the script has entered
    PlainCurrentTask = "intrinsic.plain_current_task", Intrinsic, [positional("loop")];
    /// `asyncio.all_tasks(loop)`, whatever the script has registered
    PlainAllTasks = "intrinsic.plain_all_tasks", Intrinsic, [positional("loop")];
    /// `asyncio._get_running_loop()`
    RunningOrNone = "asyncio._get_running_loop", Module, [];
    /// `asyncio._set_running_loop(loop)`
    SetRunningLoop = "asyncio._set_running_loop", Module, [positional("loop")];
    /// What a function takes: of each parameter its name, its kind as a number, whether it has a default, and that.
    ParametersOfFunction = "intrinsic.parameters_of_function", Intrinsic, [positional("function")];
    /// What tells of the code of a function.
    RowOfFunction = "intrinsic.row_of_function", Intrinsic, [positional("function")];
    /// An attribute that every function has.
    PartOfFunction = "intrinsic.part_of_function", Intrinsic, [positional("function"), positional("name")];
    /// The frames that an exception passed, outermost first: name, qualified name and line of each.
    RowsOfTraceback = "intrinsic.rows_of_traceback", Intrinsic, [positional("traceback")];
    /// The frames that run, the innermost first, told of as those.
    RowsOfStack = "intrinsic.rows_of_stack", Intrinsic, [];
    /// What the thread is called.
    NameOfThread = "intrinsic.name_of_thread", Intrinsic, [];
    /// `coroutine`, `generator`, `async generator`, `plain` or `library`.
    KindOfFunction = "intrinsic.kind_of_function", Intrinsic, [positional("function")];
    /// `getattr(value, name, default)` of one of asyncio's objects.
    GetAttributeOf = "intrinsic.get_attribute_of", Intrinsic, [positional("value"), positional("name"), positional("default")];
    /// `hasattr(value, name)`
    HasAttributeOf = "intrinsic.has_attribute_of", Intrinsic, [positional("value"), positional("name")];
    /// `value.name = new`
    DeleteAttributeOf = "intrinsic.delete_attribute_of", Intrinsic, [positional("value"), positional("name")];
    /// `setattr` of what asyncio makes.
    SetAttributeOf = "intrinsic.set_attribute_of", Intrinsic, [positional("value"), positional("name"), positional("new")];
    /// `next(value)` of what can be awaited
    NextByHand = "intrinsic.next_by_hand", Intrinsic, [positional("future")];
    /// What a worker of an executor does all its life.
    Worker = "intrinsic.worker", Intrinsic, [positional("executor")];
    /// What a thread of `threading` does.
    ThreadBody = "intrinsic.thread_body", Intrinsic, [positional("thread"), positional("target"), positional("args"), positional("kwargs")];
    /// The thread that shuts the default executor down (`base_events.py`, `_do_shutdown`).
    DoShutdown = "intrinsic.do_shutdown", Intrinsic, [positional("executor"), positional("future")];
    /// Blocks a worker until there is something for it to do.
    WorkerWait = "intrinsic.worker_wait", Intrinsic, [positional("executor")];
    /// What a worker calls before its first job: function and arguments.
    WorkerBegin = "intrinsic.worker_begin", Intrinsic, [positional("executor")];
    /// That raised: the pool is of no use any more. The jobs that nobody began, and what is said of them.
    WorkerBreak = "intrinsic.worker_break", Intrinsic, [positional("executor")];
    /// The next job, begun; `None` at the end of the executor, `False` when somebody else has it.
    WorkerTake = "intrinsic.worker_take", Intrinsic, [positional("executor")];
    /// What is called for a job: function, list, dict.
    JobParts = "intrinsic.job_parts", Intrinsic, [positional("job")];
    /// A job is done.
    JobFinish = "intrinsic.job_finish", Intrinsic, [positional("job"), positional("result")];
    /// A job has raised.
    JobFail = "intrinsic.job_fail", Intrinsic, [positional("job"), positional("error")];
    /// Cancels a job that nobody has begun: `None` when it is too late, whether it is news otherwise.
    JobStop = "intrinsic.job_stop", Intrinsic, [positional("job")];
    /// The next callback of a job that is done, `None` behind the last.
    JobNextCallback = "intrinsic.job_next_callback", Intrinsic, [positional("job")];
    /// A callback raised.
    JobWarn = "intrinsic.job_warn", Intrinsic, [positional("job"), positional("error")];
    /// A thread raises.
    ThreadWarn = "intrinsic.thread_warn", Intrinsic, [positional("thread"), positional("error")];
    /// Calls the callbacks of a job that is done.
    JobNotify = "intrinsic.job_notify", Intrinsic, [positional("job")];
    /// Keeps a callback; whether the job is not done yet.
    JobKeepCallback = "intrinsic.job_keep_callback", Intrinsic, [positional("job"), positional("callback")];
    /// Blocks until a job is done.
    JobWait = "intrinsic.job_wait", Intrinsic, [positional("job"), positional("timeout")];
    /// The result of a job, which may not be there.
    JobOutcome = "intrinsic.job_outcome", Intrinsic, [positional("job")];
    /// The same for its exception.
    JobError = "intrinsic.job_error", Intrinsic, [positional("job")];
    /// Whether something is an executor of the engine's own.
    IsPool = "intrinsic.is_pool", Intrinsic, [positional("executor")];
    /// An executor of the engine's own, for a class of the library.
    NewPool = "intrinsic.new_pool", Intrinsic,
        [positional("is_process"), positional("max_workers"), positional("thread_name_prefix"), positional("initializer"), positional("initargs")];
    /// A job for an executor.
    JobSubmit = "intrinsic.job_submit", Intrinsic, [positional("executor"), positional("function"), positional("args"), positional("kwargs")];
    /// Lets a job run in a copy of the context that runs now; the job.
    JobInContext = "intrinsic.job_in_context", Intrinsic, [positional("job")];
    /// A future of asyncio that follows a concurrent one.
    JobChain = "intrinsic.job_chain", Intrinsic, [positional("job"), positional("loop")];
    /// The executor to use where a script names none.
    DefaultExecutor = "intrinsic.default_executor", Intrinsic, [positional("loop")];
    /// Lets no new jobs in; with `cancel_futures`, the list of jobs that are to be cancelled.
    ExecutorClose = "intrinsic.executor_close", Intrinsic, [positional("executor"), positional("cancel_futures")];
    /// The threads of an executor.
    ExecutorThreads = "intrinsic.executor_threads", Intrinsic, [positional("executor")];
    /// Blocks until a thread is over.
    LaneJoin = "intrinsic.lane_join", Intrinsic, [positional("lane"), positional("timeout")];
    /// Starts the thread that shuts an executor down; its number.
    StartShutdown = "intrinsic.start_shutdown", Intrinsic, [positional("executor"), positional("future")];
    /// Begins the end of the default executor; the executor.
    BeginShutdown = "intrinsic.begin_shutdown", Intrinsic, [positional("loop")];
    /// A loop begins to run in this thread, which is not the main one.
    ThreadLoopBegin = "intrinsic.thread_loop_begin", Intrinsic, [positional("loop")];
    /// One pass of it; whether it goes on.
    ThreadLoopPass = "intrinsic.thread_loop_pass", Intrinsic, [positional("loop")];
    /// The thread waits until its loop has something to do.
    ThreadLoopWait = "intrinsic.thread_loop_wait", Intrinsic, [positional("loop")];
    /// The loop runs no more.
    ThreadLoopEnd = "intrinsic.thread_loop_end", Intrinsic, [positional("loop")];
    /// A task of which traces are silent of a coroutine of the library's; of a task that is over nothing is left.
    ThreadLoopHide = "intrinsic.thread_loop_hide", Intrinsic, [positional("loop"), positional("thing")];
    /// Whether the end of the default executor may take only so long.
    ShutdownIsLimited = "intrinsic.shutdown_is_limited", Intrinsic, [];
    /// A future of the loop.
    PlainFuture = "intrinsic.plain_future", Intrinsic, [positional("loop")];
    /// Sets the future of a shutdown from its thread.
    ReleaseThreadsafe = "intrinsic.release_threadsafe", Intrinsic, [positional("future")];
    /// Sets a future unless it is done.
    SetUnlessDone = "intrinsic.set_unless_done", Intrinsic, [positional("future"), optional("result")];
    /// The default executor has taken too long.
    WarnOfShutdown = "intrinsic.warn_of_shutdown", Intrinsic, [positional("timeout")];
    /// What a coroutine from another thread is run with.
    JobOfCoroutine = "intrinsic.job_of_coroutine", Intrinsic, [positional("job"), positional("coro")];
    /// The results of `executor.map`, of these jobs.
    MapNew = "intrinsic.map_new", Intrinsic, [positional("jobs"), positional("timeout")];
    /// The next job of `executor.map`; raises StopIteration behind the last.
    MapTake = "intrinsic.map_take", Intrinsic, [positional("results")];
    /// How many seconds `executor.map` may still take.
    MapTimeLeft = "intrinsic.map_time_left", Intrinsic, [positional("results")];
    /// The jobs of `executor.map` that nobody has taken yet.
    MapRest = "intrinsic.map_rest", Intrinsic, [positional("results")];
    /// The arguments of each call of `executor.map`.
    MapArguments = "intrinsic.map_arguments", Intrinsic, [positional("iterables")];
    /// What a loop that is closed, or that debugs, says of `run_in_executor`.
    CheckJob = "intrinsic.check_job", Intrinsic, [positional("loop"), positional("func")];
    /// An `aclose` of an asynchronous generator begins.
    NoteClosing = "intrinsic.note_closing", Intrinsic, [positional("generator")];
    /// The asynchronous generators that a loop knows and that nobody closes yet.
    OpenAsyncgens = "intrinsic.open_asyncgens", Intrinsic, [positional("loop")];
    /// How far the traceback of an exception goes so far.
    TracebackSoFar = "intrinsic.traceback_so_far", Intrinsic, [positional("error")];
    /// The traceback goes that far again: what the exception passed since is forgotten.
    CutTraceback = "intrinsic.cut_traceback", Intrinsic, [positional("error"), positional("length")];
    /// What a coroutine or generator waits in waits by itself from now on.
    TakeInside = "intrinsic.take_inside", Intrinsic, [positional("outer")];
    /// Closes that.
    CloseTaken = "intrinsic.close_taken", Intrinsic, [positional("inner")];
    /// An exception is thrown into a coroutine or generator where itself stands.
    ThrowHere = "intrinsic.throw_here", Intrinsic, [positional("outer"), positional("exception")];
    /// What asyncio has a method of the script add as a callback.
    HandedCallback = "intrinsic.task_wakeup", Intrinsic, [positional("index"), positional("future")];
    /// `gc.collect()`
    CollectNow = "intrinsic.collect_now", Intrinsic, [];
    /// The number of a new weak reference to a value.
    WeakNote = "intrinsic.weak_note", Intrinsic, [positional("object")];
    /// The weak reference of this number calls back.
    WeakCall = "intrinsic.weak_call", Intrinsic, [positional("number"), positional("reference")];
    /// What the weak reference of this number refers to, or `None`.
    WeakGet = "intrinsic.weak_get", Intrinsic, [positional("number")];
    /// What several weak references refer to, or `None` for each.
    WeakGetAll = "intrinsic.weak_get_all", Intrinsic, [positional("numbers")];
    /// How a coroutine or generator stands: `CREATED RUNNING SUSPENDED CLOSED`.
    StateOf = "intrinsic.state_of", Intrinsic, [positional("value")];
    /// `getattr(module, name)`
    ModuleAttribute = "intrinsic.module_attribute", Intrinsic, [positional("module"), positional("name")];
    /// How many groups a regular expression has, and their names; or what is wrong with it, and where.
    RegexRead = "intrinsic.regex_read", Intrinsic, [positional("pattern"), positional("flags")];
    /// Where it matches: of each match the beginnings and ends of the whole and its groups, -1 where a group has no part in it.
    RegexFind = "intrinsic.regex_find", Intrinsic, [positional("pattern"), positional("flags"), positional("text"), positional("start"), positional("end"), positional("mode"), positional("count")];
    /// What `hashlib` makes of bytes, by the name of the way; bytes are texts in which each character stands for one.
    DigestOf = "intrinsic.digest_of", Intrinsic, [positional("name"), positional("held"), positional("size"), positional("key"), positional("salt"), positional("person")];
    /// What stands for a place in a file.
    HiddenPlace = "intrinsic.hidden_place", Intrinsic, [];
    /// Where the script called the library: the file, the line, and the name of the function.
    CallerPlace = "intrinsic.caller_place", Intrinsic, [];
    /// `sys.stdout` or `sys.stderr` is another stream from now on, or again the real one, which is `None`.
    NoteOutput = "intrinsic.note_output", Intrinsic, [positional("name"), positional("stream")];
    /// What loops without a handler of the script call, instead of a warning.
    LogByDefault = "intrinsic.log_by_default", Intrinsic, [positional("function")];
    /// How two timers compare: by `when`; equal are those that call the same with the same.
    CompareTimers = "intrinsic.compare_timers", Intrinsic, [positional("left"), positional("right"), positional("comparison")];
    /// `super(cls, object).name`
    AttributeOfSuper = "intrinsic.attribute_of_super", Intrinsic, [positional("cls"), positional("object"), positional("name")];
    /// What the script's globals hold.
    GlobalVariables = "intrinsic.global_variables", Intrinsic, [];
    /// `locals()` of the function that asks.
    LocalVariables = "intrinsic.local_variables", Intrinsic, [];
    /// Sets a global of the script, or what a module has that is written in Python.
    SetGlobal = "intrinsic.set_global", Intrinsic, [positional("name"), positional("value")];
    /// Unbinds a global of the script.
    DeleteGlobal = "intrinsic.delete_global", Intrinsic, [positional("name")];
    /// Whether Python is 3.`minor` or a later one.
    IsSince = "intrinsic.is_since", Intrinsic, [positional("minor")];
}

/// A table in which the first row of each key counts.
fn first_of_each<K: Hash + Eq>(rows: impl Iterator<Item = (K, Function)>) -> OrderedMap<K, Function> {
    let mut table = OrderedMap::default();
    for (key, function) in rows {
        table.entry(key).or_insert(function);
    }
    table
}

const fn behind_last_dot(path: &str) -> &str {
    let mut start = path.len();
    while start > 0 && path.as_bytes()[start - 1] != b'.' {
        start -= 1;
    }
    path.split_at(start).1
}

impl Function {
    /// The function of a module with this full path.
    #[must_use]
    pub fn by_path(path: &str) -> Option<Self> {
        static BY_PATH: LazyLock<OrderedMap<&str, Function>> = LazyLock::new(|| {
            let of_modules = Function::ALL.iter().filter(|function| function.owner() == Owner::Module);
            first_of_each(of_modules.map(|function| (function.path(), *function)))
        });
        BY_PATH.get(path).copied()
    }

    /// The method of this name that objects of `owner` have; tasks have those of futures, too.
    #[must_use]
    pub fn method(owner: Owner, name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|function| {
            let of_owner = function.owner() == owner || (owner == Owner::Task && function.owner() == Owner::Future);
            let is_method = !matches!(function.owner(), Owner::Module | Owner::Intrinsic | Owner::Nobody);
            of_owner && is_method && function.name() == name
        })
    }

    /// What the library's own bodies call `name`: `Lock_acquire`, `wait_for`, `lock_take`.
    #[must_use]
    pub fn inside(name: &str) -> Option<Self> {
        static BY_NAME: LazyLock<OrderedMap<String, Function>> = LazyLock::new(|| {
            let name_inside = |function: &Function| match function.owner() {
                Owner::Module => function.path().strip_prefix("asyncio.").map(str::to_owned),
                Owner::Intrinsic => Some(function.name().to_owned()),
                _ => Some(function.path().replacen('.', "_", 1)),
            };
            first_of_each(Function::ALL.iter().filter_map(|function| Some((name_inside(function)?, *function))))
        });
        BY_NAME.get(name).copied()
    }

    /// Whether it makes an object that traces call by the name that it is first bound to: it is a class, or a function that makes
    /// a timeout.
    #[must_use]
    pub fn makes_a_thing(self) -> bool {
        self.is_class() || matches!(self, Self::Timeout | Self::TimeoutAt)
    }

    /// Whether it is a class of a module.
    #[must_use]
    pub fn is_class(self) -> bool {
        let name = self.name().trim_start_matches('_');
        self.owner() == Owner::Module && name.starts_with(|first: char| first.is_uppercase())
    }

    /// Whether its last parameter came only after Python 3.`minor`.
    #[must_use]
    pub const fn lacks_its_last_parameter(self, minor: i32) -> bool {
        minor < 12 && matches!(self, Self::Run | Self::NewTask | Self::ShutdownDefaultExecutor)
    }

    /// Whether CPython's takes more than this one: a call that does not fit here may fit there.
    #[must_use]
    pub const fn takes_more(self) -> bool {
        matches!(self, Self::NewThreadPool | Self::NewProcessPool)
    }

    /// Whether it is what a loop keeps to itself: `loop._ready`.
    #[must_use]
    pub const fn is_part_of_loop(self) -> bool {
        matches!(
            self,
            Self::LoopReady
                | Self::LoopScheduled
                | Self::LoopClosedFlag
                | Self::LoopDebugFlag
                | Self::LoopStoppingFlag
                | Self::LoopDefaultExecutor
                | Self::LoopThread
                | Self::LoopTaskFactory
                | Self::LoopExceptionHandler
                | Self::LoopExecutorShutdown
                | Self::LoopClockResolution
                | Self::LoopTimersCancelled
        )
    }

    /// Whether it is read without being called: `queue.maxsize`.
    #[must_use]
    pub const fn is_property(self) -> bool {
        if self.is_part_of_loop() {
            return true;
        }
        matches!(
            self,
            Self::LockLoop
                | Self::EventLoop
                | Self::ConditionLoop
                | Self::SemaphoreLoop
                | Self::BarrierLoop
                | Self::QueueLoop
                | Self::BarrierParties
                | Self::BarrierWaiting
                | Self::BarrierBroken
                | Self::QueueMaxSize
                | Self::SlowCallbackDuration
                | Self::FutureLoop
                | Self::FutureStateWord
                | Self::CancelMessage
                | Self::CoroutineName
                | Self::CoroutineQualified
                | Self::RawResult
                | Self::RawException
                | Self::Callbacks
                | Self::LogTraceback
                | Self::IsBlocking
                | Self::SourceTraceback
                | Self::LogDestroyPending
                | Self::TaskCoroutine
                | Self::GroupTasks
                | Self::GroupErrors
                | Self::GroupIsExiting
                | Self::GroupIsAborting
                | Self::GroupIsEntered
                | Self::GroupHasCancelledParent
                | Self::GroupParent
                | Self::HandleIsCancelled
                | Self::HandleCallback
                | Self::HandleArguments
                | Self::HandleSource
                | Self::TaskMustCancel
                | Self::TaskWaiter
                | Self::ThreadName
                | Self::ThreadIdent
                | Self::ThreadDaemon
                | Self::ExecutorMaxWorkers
                | Self::ExecutorPrefix
                | Self::ExecutorThreadObjects
                | Self::ExecutorIsShut
                | Self::ExecutorBroken
        )
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
pub const MODULES: &[&str] = &[
    "asyncio",
    "time",
    "math",
    "random",
    "concurrent.futures",
    "threading",
    "kitchen_sim",
    "collections",
    "contextlib",
    "contextvars",
    "dataclasses",
    "enum",
    "functools",
    "heapq",
    "itertools",
    "string",
    "operator",
    "sys",
    "bisect",
    "sched",
    "selectors",
    "copy",
    "inspect",
    "json",
    "traceback",
    "logging",
    "gc",
    "weakref",
    "atexit",
    "asyncio.staggered",
    "queue",
    "re",
    "io",
    "warnings",
    "textwrap",
    "statistics",
    "decimal",
    "datetime",
    "builtins",
    "signal",
    "_thread",
    "os",
    "os.path",
    "pprint",
    "graphlib",
    "errno",
    "keyword",
    "platform",
    "timeit",
    "numbers",
    "fractions",
    "hashlib",
    "hmac",
    "binascii",
    "zlib",
    "base64",
    "uuid",
    "struct",
    "html",
    "urllib.parse",
    "reprlib",
    "difflib",
    "fnmatch",
    "ast",
    "shlex",
    "calendar",
    "csv",
    "argparse",
    "unittest",
    "unittest.mock",
];

/// The modules that asyncio is made of: what they have is had from `asyncio` itself.
pub const PARTS_OF_ASYNCIO: &[&str] = &[
    "asyncio.base_events",
    "asyncio.base_futures",
    "asyncio.base_tasks",
    "asyncio.coroutines",
    "asyncio.events",
    "asyncio.exceptions",
    "asyncio.futures",
    "asyncio.locks",
    "asyncio.log",
    "asyncio.mixins",
    "asyncio.protocols",
    "asyncio.queues",
    "asyncio.runners",
    "asyncio.streams",
    "asyncio.taskgroups",
    "asyncio.tasks",
    "asyncio.threads",
    "asyncio.timeouts",
    "asyncio.transports",
];

/// The modules that `concurrent.futures` is made of, of which the same is true.
pub const PARTS_OF_FUTURES: &[&str] =
    &["concurrent.futures._base", "concurrent.futures.process", "concurrent.futures.thread"];

/// The package that has what a module of its own has, which is none of [`MODULES`].
#[must_use]
pub fn package_of(module: &str) -> Option<&'static str> {
    let packages = [("asyncio", PARTS_OF_ASYNCIO), ("concurrent.futures", PARTS_OF_FUTURES)];
    packages.iter().find(|(_, parts)| parts.contains(&module)).map(|(package, _)| *package)
}

/// Modules that are good for annotations, and of which some things can be used, too.
pub const MODULES_OF_TYPES: &[&str] = &["__future__", "typing", "types", "collections.abc", "abc"];
