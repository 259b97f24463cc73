//! What the trace is told. Helpers of the loop are never spoken of; plain functions only once they do something.

use crate::kernel::agenda::Target;
use crate::kernel::exception::Raised;
use crate::kernel::{CallState, MethodCode, NO_CELL, State, Value, flag, text};
use crate::policy::{Discipline, Handle, Ready};
use crate::signatures::asyncio::{Function, Owner};
use crate::signatures::builtins::Builtin;
use crate::trace::event::HandleRole;
use crate::trace::{Came, Cause, Detail, Event, EventKind, Sink, TaskLabel};
use crate::units::{Awaitable, CellId, FutureId, NameId, TaskNumber, ThingKind};

use super::Engine;
use super::task::Input;

/// Values in traces are cut at this many characters.
const LONGEST_VALUE: usize = 200;

/// Something that got lost, told at the end of the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Loss {
    /// A task raised and nobody looked.
    TaskException { number: TaskNumber, label: TaskLabel, exception: String },
    /// A task was not over when nobody held it any more.
    Pending { number: TaskNumber, label: TaskLabel },
    /// A future got an exception and nobody looked.
    FutureException { exception: String },
    /// A coroutine was called and nothing ran it.
    NeverAwaited { name: NameId },
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Tells an event of the running code.
    #[inline]
    pub(super) fn tell(&mut self, kind: EventKind<&str>) {
        self.vm.told += 1;
        if self.sink.detail() >= Detail::Tasks {
            self.announce_calls();
            self.send(kind);
        }
    }

    /// Tells an event of the loop.
    #[inline]
    pub(super) fn tell_loop(&mut self, kind: EventKind<&str>) {
        if self.sink.detail() >= Detail::Loop {
            self.send(kind);
        }
    }

    /// Sends an event of the running code to the sink. Of a helper, and of the thread that shuts an executor down, only what it
    /// reports and makes the script say is seen.
    pub(super) fn send(&mut self, kind: EventKind<&str>) {
        let is_helper = self.is_hidden_thread() || self.current.is_some_and(|task| self.cells[task].has(flag::HIDDEN));
        let is_said = matches!(kind, EventKind::Print { .. } | EventKind::Warning { .. });
        if is_helper && !is_said {
            return;
        }
        let task = if is_helper { None } else { self.current_label() };
        let event = Event { at: self.now, task, kind };
        self.sink.event(&self.names, &event);
    }

    /// Tells of the plain functions on the stack, now that one of them does something.
    pub(super) fn announce_calls(&mut self) {
        if self.unannounced == 0 {
            return;
        }
        self.unannounced = 0;
        let mut silent = Vec::new();
        let mut activation = self.activation;
        while activation != NO_CELL && !self.cells[activation].has(flag::TASK) {
            let cell = &self.cells[activation];
            let code = &self.program.codes[cell.code];
            if cell.has(flag::ANNOUNCED) || cell.state != State::Inline {
                break;
            }
            if !code.is_async && !code.is_hidden && cell.link != NO_CELL && !self.is_job(cell.link) {
                silent.push(activation);
            }
            activation = cell.link;
        }
        for activation in silent.into_iter().rev() {
            self.cells[activation].flags |= flag::ANNOUNCED;
            let function = self.program.codes[self.cells[activation].code].name;
            self.send(EventKind::Call { function });
        }
    }

    /// Tells that a call is over.
    pub(super) fn tell_back(&mut self, function: NameId, outcome: Input) {
        self.vm.told += 1;
        if self.sink.detail() < Detail::Tasks {
            return;
        }
        let mut shown = std::mem::take(&mut self.text);
        let came = self.came(outcome, &mut shown);
        self.send(EventKind::Back { function, came });
        self.text = shown;
    }

    /// What came of a wait or a call, in words that are put into `shown`.
    pub(super) fn came<'t>(&self, outcome: Input, shown: &'t mut String) -> Came<&'t str> {
        shown.clear();
        match outcome {
            Ok(Value::None) => Came::Done,
            Ok(value) => {
                self.show(value, shown);
                Came::Value(shown)
            }
            Err(raised) if self.is_cancelled_error(raised) => Came::Cancelled,
            Err(raised) => {
                self.show(raised.0, shown);
                Came::Raised(shown)
            }
        }
    }

    /// Tells how a task ended.
    #[inline]
    pub(super) fn tell_finish(&mut self, task: CellId, state: State, kept: Value) {
        self.vm.told += 1;
        if self.sink.detail() < Detail::Tasks || self.cells[task].has(flag::HIDDEN) {
            return;
        }
        let mut shown = std::mem::take(&mut self.text);
        shown.clear();
        if kept != Value::None && state != State::Cancelled {
            self.show(kept, &mut shown);
        }
        let kind = match state {
            State::Cancelled => EventKind::Cancelled,
            State::Raised => EventKind::Raise { exception: shown.as_str() },
            _ => EventKind::Return { value: (kept != Value::None).then_some(shown.as_str()) },
        };
        let event = Event { at: self.now, task: Some(self.label(task)), kind };
        self.sink.event(&self.names, &event);
        self.text = shown;
    }

    /// Appends a value as `str` shows it.
    pub(super) fn write_str(&mut self, value: Value, out: &mut String) -> Result<(), Raised> {
        text::write_str(&self.vm.heap, value, out).map_err(|problem| self.vm.heap.raised(problem))
    }

    /// Detail `loop`: a handle is run.
    pub(super) fn tell_pass(&mut self, ready: Ready) {
        let handle = match ready.handle() {
            Handle::Step(task) => HandleRole::Step(self.label(task)),
            Handle::FinishSleep(task, _) => HandleRole::Wake(self.label(task)),
            Handle::GatherChild(_, Awaitable::Task(child)) => HandleRole::GatherChild(Some(self.label(child))),
            Handle::GatherChild(_, Awaitable::Future(_)) => HandleRole::GatherChild(None),
            Handle::Report(number, done) => {
                let kind = ThingKind::of(self.vm.things.packed(number));
                let child = match done {
                    Awaitable::Task(child) => Some(self.label(child)),
                    Awaitable::Future(_) => None,
                };
                HandleRole::Report(kind, child)
            }
            // The loop passes it over (`base_events.py`, `_run_once`).
            Handle::Call(number) if self.calls[number].state == CallState::Cancelled => return,
            Handle::Call(number) => {
                let call = self.calls[number];
                let function = self.name_of_function(call.function);
                if call.is_of_future { HandleRole::DoneCallback(function) } else { HandleRole::Callback(function) }
            }
            Handle::Stop(_) => HandleRole::Stop,
        };
        let is_helper = match ready.handle() {
            Handle::Step(task) => self.cells[task].has(flag::HIDDEN),
            Handle::Call(number) => is_intrinsic(self.calls[number].function),
            _ => false,
        };
        if !is_helper {
            // A report is its child's doing.
            let cause = match (handle, ready.handle()) {
                (HandleRole::GatherChild(Some(child)) | HandleRole::Report(_, Some(child)), _) => Cause::Done(child),
                (_, Handle::GatherChild(_, Awaitable::Future(child)) | Handle::Report(_, Awaitable::Future(child))) => {
                    self.finished_by.get(&child).copied().unwrap_or(Cause::By(None))
                }
                _ => ready.cause(),
            };
            let kind = EventKind::Pass { pass: self.counters.passes, handle, cause };
            let event = Event { at: self.now, task: None, kind };
            self.sink.event(&self.names, &event);
        }
    }

    /// Keeps in mind who made a future done.
    #[inline]
    pub(super) fn note_finisher(&mut self, future: FutureId, cause: Cause) {
        if self.sink.detail() >= Detail::Loop {
            self.finished_by.insert(future, cause);
        }
    }

    /// Tells that the timer of a sleep that was cancelled is taken back.
    pub(super) fn tell_timer_cancelled(&mut self, task: CellId) {
        if self.sink.detail() < Detail::Loop {
            return;
        }
        let generation = self.cells[task].generation;
        let mut deadline = None;
        self.agenda.for_each(|timer| {
            if timer.target() == Target::Sleeper(task) && timer.generation().wrapping_add(1) == generation {
                deadline = Some(timer.at());
            }
        });
        if let Some(deadline) = deadline {
            self.tell_loop(EventKind::TimerCancelled { deadline });
        }
    }

    /// What a callback is called: the name of a function or a method, what the library's own is about, or the class of an object
    /// that is called.
    fn name_of_function(&mut self, function: Value) -> NameId {
        let of_library = |number: u64| {
            let function = Function::numbered(number);
            (function.owner() != Owner::Intrinsic).then(|| function.name())
        };
        let name = match function {
            Value::Function(at) => return self.program.codes[self.vm.heap.function_object(at).code].name,
            Value::BoundMethod(at) => {
                let bound = self.vm.heap.bound_method_object(at);
                match (bound.method, bound.receiver) {
                    (MethodCode::Script(at), _) => {
                        return self.program.codes[self.vm.heap.function_object(at).code].name;
                    }
                    (MethodCode::Value(method), _) => Some(method.name()),
                    (MethodCode::Library(number), Value::Thing(thing)) => {
                        of_library(u64::from(number)).or(Some(ThingKind::of(thing).word()))
                    }
                    (MethodCode::Library(number), _) => of_library(u64::from(number)),
                    (MethodCode::Base(_), _) => None,
                }
            }
            Value::Asyncio(number) => of_library(number),
            Value::Builtin(number) => Builtin::from_number(number).name().rsplit('.').next(),
            _ => None,
        };
        let name = name.unwrap_or_else(|| self.vm.heap.type_name(function)).to_owned();
        self.intern(&name)
    }

    /// Appends a value as `repr` shows it, cut short. Tasks are called what traces call them.
    pub(super) fn show(&self, value: Value, out: &mut String) {
        match value {
            Value::Task(task) => {
                out.push_str("<task ");
                out.push_str(&self.label_text(self.label(CellId(task as u32))));
                out.push('>');
            }
            other => text::short_repr(&self.vm.heap, other, LONGEST_VALUE, out),
        }
    }

    /// The same as a text of its own.
    pub(super) fn shown(&self, value: Value) -> String {
        let mut out = String::new();
        self.show(value, &mut out);
        out
    }

    /// A label as a text: `name`, `name#2`.
    pub(super) fn label_text(&self, label: TaskLabel) -> String {
        label.words(&self.names)
    }

    /// An exception in a callback is a warning (`base_events.py`, `default_exception_handler`).
    pub(super) fn warn_of_callback(&mut self, raised: Raised) {
        let shown = self.shown(raised.0);
        self.current = None;
        self.tell(EventKind::Warning { text: &format!("Exception in callback: {shown}") });
    }

    /// Remembers the task that an exception left.
    pub(super) fn note_task_of(&mut self, raised: Raised, task: TaskLabel) {
        if self.raised_in.is_none_or(|(known, _)| known != raised.0) {
            self.raised_in = Some((raised.0, task));
        }
    }
}

/// Whether a callback is the library's own, which no script can name.
fn is_intrinsic(function: Value) -> bool {
    matches!(function, Value::Asyncio(number) if Function::numbered(number).owner() == Owner::Intrinsic)
}
