//! The frames of the library in tracebacks that a script reads: those of functions that CPython has in Python and the engine performs.

use crate::kernel::State;
use crate::kernel::Value;
use crate::kernel::exception::{ClassId, Passed, Raised};
use crate::policy::Discipline;
use crate::program::code::Op;
use crate::script::PythonVersion;
use crate::signatures::asyncio::{Function, Owner};
use crate::trace::Sink;

use super::Engine;
use super::task::Input;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// An exception leaves a function of the library.
    #[cold]
    pub(super) fn pass_library(&mut self, function: Function, raised: Raised) {
        let Value::Exception(at) = raised.0 else { return };
        // A body that has the name of what it asks of the engine is that itself.
        let own = self.cells.get(self.activation).map(|cell| &self.program.codes[cell.code]);
        let own = own.filter(|code| code.is_hidden).and_then(|code| code.told_as);
        let own = own.map_or("", |own| self.names.text(own)).to_owned();
        // What a coroutine makes of a StopIteration has passed no frame, but comes out of the loop with its cause.
        let exception = self.vm.heap.exception_object(at);
        let is_new = exception.frames.is_empty() && exception.cause.is_none();
        if is_new {
            self.pass_inner(function, &own, raised);
        }
        if matches!(function, Function::Run | Function::RunnerRun | Function::RunUntilComplete | Function::RunForever) {
            self.pass_loop(function, raised, is_new);
        }
        let frame = function.frame(self.program.settings.python.minor()).filter(|name| *name != own);
        let is_cancelled = self.vm.heap.class_of(raised.0) == Some(ClassId::EXECUTOR_CANCELLED_ERROR);
        let frame = frame.filter(|_| function != Function::JobOutcome || !is_cancelled);
        // What an iterator of completed things is made for is looked at before.
        let frame = frame.filter(|_| function != Function::CompletedNew || !is_new);
        let is_mapped = own == "result_iterator" && matches!(function, Function::JobOutcome | Function::JobWait);
        let outer = if is_mapped { [Some("result"), Some("_result_or_cancel")] } else { [None, None] };
        self.pass_named([frame, outer[0], outer[1]], raised);
    }

    /// The frames inside of `function` in which it raises, called by the body `own` or by a script (`base_events.py`, `runners.py`,
    /// `tasks.py`, `mixins.py`).
    fn pass_inner(&mut self, function: Function, own: &str, raised: Raised) {
        let Value::Exception(at) = raised.0 else { return };
        let words = self.vm.heap.exception_object(at).args.first().and_then(|words| self.vm.heap.as_text(*words));
        let words = words.unwrap_or_default().to_owned();
        let is_of_loop = function.owner() == Owner::Loop || function == Function::CheckJob;
        let outer = match function {
            Function::RunForever if self.is_since(PythonVersion::V3_13) => Some("_run_forever_setup"),
            Function::CallLater => Some("call_at"),
            _ => None,
        };
        let is_run = matches!(function, Function::RunUntilComplete | Function::RunForever);
        let is_newer = self.is_since(PythonVersion::V3_12);
        let names = match words.as_str() {
            "Event loop is closed" if is_of_loop => [Some("_check_closed"), outer],
            "This event loop is already running" | "Cannot run the event loop while another loop is running"
                if is_run =>
            {
                [Some("_check_running"), outer]
            }
            "Cannot close a running event loop" => [Some("close"), None],
            "Runner is closed" => [Some("_lazy_init"), None],
            "An asyncio.Future, a coroutine or an awaitable is required"
            | "The future belongs to a different loop than the one specified as the loop argument" => {
                let is_inside = function != Function::EnsureFuture;
                let is_twice = is_inside && function != Function::Gather && own != "shield";
                let (first, second) = if is_newer { (None, is_inside) } else { (Some("_ensure_future"), is_twice) };
                let second = second.then_some("ensure_future");
                if own == "as_completed" {
                    self.pass_named([first, second], raised);
                    match self.program.settings.python.minor() {
                        13.. => [Some("__init__"), None],
                        12 => [None, None],
                        _ => [Some("<setcomp>"), None],
                    }
                } else {
                    [first, second]
                }
            }
            words if words.starts_with("a coroutine was expected") => match function {
                Function::Run => [Some("run"), None],
                Function::CreateTask => [Some("create_task"), None],
                _ => [None, None],
            },
            words if words.ends_with("is bound to a different event loop") => [Some("_get_loop"), None],
            "cannot notify on un-acquired lock" if function == Function::ConditionNotifyAll => [Some("notify"), None],
            words if function == Function::WaitBegin && words.starts_with("unsupported operand") => {
                [Some("call_later"), Some("_wait")]
            }
            words if function == Function::WaitBegin && words.ends_with("'add_done_callback'") => [Some("_wait"), None],
            _ => [None, None],
        };
        self.pass_named(names, raised);
    }

    /// What comes out of a loop has passed the functions inside of `function` that run it.
    fn pass_loop(&mut self, function: Function, raised: Raised, is_new: bool) {
        let is_of = |class| self.vm.heap.class_of(raised.0).is_some_and(|own| self.vm.heap.is_subclass(own, class));
        let stops_the_loop = is_of(ClassId::KEYBOARD_INTERRUPT) || is_of(ClassId::SYSTEM_EXIT);
        let outer: &[&str] = match function {
            Function::Run => &["run_forever", "run_until_complete", "run"],
            Function::RunnerRun => &["run_forever", "run_until_complete"],
            Function::RunUntilComplete => &["run_forever"],
            _ => &[],
        };
        let names = match (stops_the_loop, outer) {
            (true, outer) => [&["_run", "_run_once"], outer].concat(),
            (false, [_, outer @ ..]) if !is_new => outer.to_vec(),
            _ => return,
        };
        for name in names {
            self.note_passed(raised, Passed::Library(name));
        }
    }

    /// An exception is thrown into a task that sleeps or waits: that has no activation of its own everywhere.
    pub(super) fn pass_leaf(&mut self, state: State, raised: Raised) {
        let cell = &self.cells[self.activation];
        let code = &self.program.codes[cell.code];
        let own = code.told_as.filter(|_| code.is_hidden).map(|name| self.names.text(name));
        let before = |count: u32| cell.pc.checked_sub(count).and_then(|at| code.ops.get(at as usize));
        let names = match before(1) {
            Some(Op::Turn | Op::SleepFor(_) | Op::Sleep | Op::SleepWithResult(_)) => {
                [(state == State::Yielded).then_some("__sleep0"), (own != Some("sleep")).then_some("sleep")]
            }
            _ if own == Some("wait") && matches!(before(2), Some(Op::CallLibrary(Function::WaitFuture, ..))) => {
                [Some("_wait"), None]
            }
            // The queue's own event, unless that is one of a script's queue.
            _ if own == Some("join") && state == State::WaitingForFuture => {
                [(!matches!(before(2), Some(Op::AwaitMethod(..)))).then_some("wait"), None]
            }
            _ => return,
        };
        self.pass_named(names, raised);
    }

    /// The same of what stood in line, where its task waited for that itself.
    pub(super) fn pass_line(&mut self, outcome: Input) -> Input {
        let Err(raised) = outcome else { return outcome };
        let cell = &self.cells[self.activation];
        // It goes on after what awaits the call.
        let call = cell.pc.checked_sub(2).and_then(|at| self.program.codes[cell.code].ops.get(at as usize));
        let name = match call {
            Some(Op::AwaitMethod(method, ..)) => self.names.text(self.program.methods[usize::from(*method)]),
            Some(Op::CallLibrary(function, ..)) => function.name(),
            _ => return outcome,
        };
        let names = match name {
            "__aenter__" => [Some("acquire"), Some("__aenter__")],
            "acquire" => [Some("acquire"), None],
            "get" => [Some("get"), None],
            "join" => [Some("join"), None],
            "put" => [Some("put"), None],
            "wait" => [Some("wait"), None],
            _ => [None, None],
        };
        self.pass_named(names, raised);
        outcome
    }

    pub(super) fn pass_named<const N: usize>(&mut self, names: [Option<&'static str>; N], raised: Raised) {
        for name in names.into_iter().flatten() {
            self.note_passed(raised, Passed::Library(name));
        }
    }
}
