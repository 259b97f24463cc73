//! Signals that a run sends to itself: who handles them is written in Python (`signals.py`), what they do to runners and loops is
//! here (`runners.py`, `Runner.run`; `selector_events.py`, `_read_from_self`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Value, value_of};
use crate::policy::{Discipline, Handle};
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::Awaitable;

use super::activation::Next;
use super::call::Given;
use super::task::Input;
use super::{Engine, Stop};

/// What runners and loops know of signals.
#[derive(Debug, Default)]
pub(super) struct Signals {
    /// Whether the script handles SIGINT itself, so that runners leave it alone.
    is_taken: bool,
    /// The runner that runs.
    runner: Option<Interruptible>,
    /// The loops that signals have woken and that have not read which.
    woken: Vec<u64>,
}

/// Whether a function is one of those that only `signals.py` asks for.
pub(super) const fn is_of_signals(function: Function) -> bool {
    matches!(
        function,
        Function::InterruptibleTask
            | Function::InterruptRunner
            | Function::NoteInterruptHandler
            | Function::WakeBySignal
            | Function::RefuseToGoOn
    )
}

/// A runner that SIGINT can interrupt.
#[derive(Clone, Copy, Debug)]
struct Interruptible {
    main: Awaitable,
    /// Whether its handler is in place.
    is_in_place: bool,
    /// How often it was interrupted.
    count: u32,
}

impl Signals {
    /// Whether a loop has signals to read.
    #[inline(always)]
    pub(super) fn have_come(&self) -> bool {
        !self.woken.is_empty()
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// What `signals.py` asks for.
    pub(super) fn signal_intrinsic(&mut self, function: Function, arguments: &[Value]) -> Next {
        let signals = &mut self.signals;
        Next::Go(match function {
            Function::InterruptibleTask => match signals.runner {
                Some(runner) if runner.is_in_place => value_of(runner.main),
                _ => Value::None,
            },
            Function::NoteInterruptHandler => {
                if let Some(runner) = &mut signals.runner {
                    runner.is_in_place = arguments[0] == Value::Int(1);
                }
                signals.is_taken = arguments[0] == Value::Int(2);
                Value::None
            }
            Function::InterruptRunner => {
                let count = signals.runner.as_mut().map_or(0, |runner| {
                    runner.count += 1;
                    runner.count
                });
                Value::Int(i64::from(count))
            }
            Function::WakeBySignal => {
                if let Value::Loop(number) = arguments[0] {
                    self.wake_by_signal(number);
                }
                Value::None
            }
            _ => {
                let what = self.vm.heap.as_text(arguments[0]).unwrap_or_default().to_owned();
                return Next::Throw(self.vm.heap.unsupported(what));
            }
        })
    }

    /// `loop.add_signal_handler`, `loop.remove_signal_handler`
    pub(super) fn handle_signals(&mut self, function: Function, positional: Vec<Value>) -> Result<Next, Stop> {
        let name = if function == Function::AddSignalHandler { "add_signal_handler" } else { "remove_signal_handler" };
        match self.global_of_library(&format!("helpers.{name}")) {
            Some(helper) => self.call_value(helper, Given { positional, keywords: Vec::new() }),
            // The script never wrote the method's name.
            None => Ok(Next::Throw(self.vm.heap.unsupported(format!("`{name}` by another name")))),
        }
    }

    /// A signal has come: the loop reads that in its next pass, behind what is ready and before what comes due.
    fn wake_by_signal(&mut self, number: u64) {
        if self.workers.lane == super::machine::MAIN {
            if !self.signals.woken.contains(&number) {
                self.signals.woken.push(number);
            }
        } else if let Some(handle) = self.reader(number) {
            self.call_soon_threadsafe(number, handle);
        }
    }

    /// The loop at hand reads which signals have come.
    #[cold]
    pub(super) fn read_signals(&mut self) {
        let number = self.loops.at_hand;
        if let Some(at) = self.signals.woken.iter().position(|woken| *woken == number) {
            self.signals.woken.remove(at);
            if let Some(handle) = self.reader(number) {
                self.call_soon(handle);
            }
        }
    }

    fn reader(&mut self, number: u64) -> Option<Handle> {
        let reader = self.global_of_library("helpers._read_from_self")?;
        let arguments = self.vm.heap.list(vec![Value::Loop(number)]);
        let call = self.calls.insert(reader, arguments, None);
        self.vm.heap.note_allocation();
        Some(Handle::Call(call))
    }

    /// A runner puts its handler in place, unless the script has one, runs, and puts it back.
    pub(super) fn run_interruptible(
        &mut self,
        main: Awaitable,
        run: impl FnOnce(&mut Self) -> Result<Input, Stop>,
    ) -> Result<Input, Stop> {
        let runner = Interruptible { main, is_in_place: !self.signals.is_taken, count: 0 };
        let outer = self.signals.runner.replace(runner);
        let outcome = run(self)?;
        let count = std::mem::replace(&mut self.signals.runner, outer).map_or(0, |runner| runner.count);
        Ok(if count > 0 { outcome.map_err(|raised| self.interrupted(main, raised)) } else { outcome })
    }

    /// What a runner that was interrupted ends with.
    fn interrupted(&mut self, main: Awaitable, raised: Raised) -> Raised {
        let is_cancelled = self.vm.heap.class_of(raised.0) == Some(ClassId::CANCELLED_ERROR);
        let Awaitable::Task(task) = main else { return raised };
        if !is_cancelled || self.uncancel(task) != 0 {
            return raised;
        }
        let interrupt = Raised(self.vm.heap.exception(ClassId::KEYBOARD_INTERRUPT, Vec::new()));
        self.vm.heap.set_context(interrupt, raised.0);
        interrupt
    }

    /// A loop is closed: it handles no signals any more (`unix_events.py`, `close`).
    pub(super) fn let_go_of_signals(&mut self, number: u64) -> Result<(), Stop> {
        if let Some(remove) = self.global_of_library("helpers.remove_signal_handlers") {
            // It raises nothing.
            self.call_to_its_end(remove, &[Value::Loop(number)])?.ok();
        }
        Ok(())
    }
}
