//! Exceptions that nobody is there to catch: the loop's exception handler, and what leaves the loop at once (`base_events.py`,
//! `events.py`, `Handle._run`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::heap::TextKey;
use crate::kernel::{FutureState, NO_CELL, State, Value, awaitable_of, value_of};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::trace::{EventKind, Limit, Sink};
use crate::units::{Awaitable, CellId};

use super::activation::Next;
use super::task::Input;
use super::{Engine, Stop};

/// So many objects that are looked through count as one event.
const OBJECTS_PER_EVENT: usize = 16;

/// Methods of loops that scripts put something else in the place of.
const CALL_HANDLER: &str = "call_exception_handler";
const DEFAULT_HANDLER: &str = "default_exception_handler";

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Whether an exception leaves the loop: `SystemExit`, `KeyboardInterrupt`, and that the simulator cannot go on.
    pub(super) fn leaves_the_loop(&self, exception: Value) -> bool {
        let class = self.vm.heap.class_of(exception);
        class.is_some_and(|class| {
            [ClassId::SYSTEM_EXIT, ClassId::KEYBOARD_INTERRUPT, ClassId::UNSUPPORTED]
                .into_iter()
                .any(|leaving| self.vm.heap.is_subclass(class, leaving))
        })
    }

    /// Whether what is done ended with an exception that leaves the loop; nobody has seen it yet by that.
    pub(super) fn has_left_the_loop(&self, done: Awaitable) -> bool {
        match done {
            Awaitable::Task(task) => {
                self.cells[task].state == State::Raised && self.leaves_the_loop(self.cells.slot(task, 0))
            }
            Awaitable::Future(future) => {
                matches!(self.vm.futures[future].state, FutureState::Exception(error) if self.leaves_the_loop(error))
            }
        }
    }

    /// What is raised where a loop ends before what it was to run to its end.
    pub(super) fn stopped_before_done(&mut self) -> Raised {
        let raised = self.vm.heap.raise(ClassId::RUNTIME_ERROR, "Event loop stopped before Future completed.");
        self.on_top(raised)
    }

    /// An exception that comes while another one is on its way out of the loop.
    pub(super) fn on_top(&mut self, raised: Raised) -> Raised {
        if self.beneath.handled != Value::None {
            self.vm.heap.set_context(raised, self.beneath.handled);
        }
        raised
    }

    /// What came of running a loop that an exception may have left.
    pub(super) fn caught(&mut self, ran: Result<(), Stop>) -> Result<Result<(), Raised>, Stop> {
        match ran {
            Ok(()) => Ok(Ok(())),
            Err(Stop::Interrupt) => {
                let raised = self.interrupt.take().expect("it was set with the stop");
                Ok(Err(Raised(raised)))
            }
            Err(stop) => Err(stop),
        }
    }

    /// `loop.set_exception_handler(handler)`
    pub(super) fn set_exception_handler(&mut self, number: u64, handler: Value) -> Result<Next, Stop> {
        if handler != Value::None && !crate::kernel::builtins::function::is_callable(&self.vm.heap, handler) {
            let mut words = String::new();
            if let Err(problem) = crate::kernel::text::write_repr(&self.vm.heap, handler, &mut words) {
                return Ok(Next::Throw(self.vm.heap.raised(problem)));
            }
            let message = format!("A callable object or None is expected, got {words}");
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, message)));
        }
        if !self.is_watched() && self.has_losses() {
            // What was lost before is not told to this handler.
            self.kept.push(handler);
            self.look_and_tell(&[])?;
            self.kept.pop();
        }
        let before = std::mem::replace(&mut self.loops.all[number as usize].handler, handler);
        self.vm.heap.drop_value(before);
        self.loops.are_watched |= handler != Value::None;
        Ok(Next::Go(Value::None))
    }

    /// `loop.call_exception_handler(context)`
    pub(super) fn call_exception_handler(
        &mut self,
        number: u64,
        handler: Value,
        context: Value,
    ) -> Result<Result<(), Raised>, Stop> {
        self.kept.push(context);
        let told = self.call_handler(number, handler, context);
        self.kept.pop();
        told
    }

    fn call_handler(&mut self, number: u64, own: Value, context: Value) -> Result<Result<(), Raised>, Stop> {
        let patched = if own == Value::None { self.patched_on_loop(number, DEFAULT_HANDLER) } else { None };
        let handler = if own == Value::None { self.loops.default_handler } else { own };
        let called = match patched {
            Some(patched) => self.call_to_its_end(patched, &[context])?,
            None if handler == Value::None => {
                self.warn_by_default(context);
                return Ok(Ok(()));
            }
            None => self.call_in_context_told(own, handler, number, context)?,
        };
        let Err(raised) = called else { return Ok(Ok(())) };
        if self.leaves_the_loop(raised.0) {
            return Ok(Err(raised));
        }
        let message = "Unhandled error in exception handler";
        let is_last = own == Value::None;
        let logs = self.loops.default_handler != Value::None || self.patched_on_loop(number, DEFAULT_HANDLER).is_some();
        if is_last || !logs {
            let shown = self.shown(raised.0);
            self.tell(EventKind::Warning { text: &format!("{message}: {shown}") });
            return Ok(Ok(()));
        }
        // What goes wrong in the script's own is told to what logs.
        self.kept.push(raised.0);
        let message = self.vm.heap.string(message);
        let context = self.entries(&[("message", message), ("exception", raised.0), ("context", context)]);
        let told = self.call_exception_handler(number, Value::None, context);
        self.kept.pop();
        told
    }

    /// The script's own handler runs, from 3.12 on, in the context of the task that it is told of.
    fn call_in_context_told(&mut self, own: Value, handler: Value, number: u64, told: Value) -> Result<Input, Stop> {
        let given = [Value::Loop(number), told];
        let context = if own == Value::None { None } else { self.context_told(told) };
        let Some(context) = context else { return self.call_to_its_end(handler, &given) };
        let left = self.contexts.swap(Some(context));
        self.kept.push(left.unwrap_or(Value::None));
        let called = self.call_to_its_end(handler, &given);
        self.kept.pop();
        self.contexts.swap(left);
        called
    }

    /// The context of what a handler is told of (`base_events.py`, `call_exception_handler`).
    fn context_told(&self, told: Value) -> Option<Value> {
        let Value::Dict(dict) = told else { return None };
        if !self.is_since(PythonVersion::V3_12) {
            return None;
        }
        let known = |key| self.vm.heap.dict_table(dict).get(&TextKey(key)).map(|(_, found)| found);
        let of = |key| known(key).filter(|found| *found != Value::None);
        // That of a handle is the one at hand: it has just been called.
        match awaitable_of(of("task").or_else(|| of("future"))?)? {
            Awaitable::Task(task) if self.current != Some(task) => self.known_context_of(task),
            _ => None,
        }
    }

    fn entries(&mut self, entries: &[(&str, Value)]) -> Value {
        let context = self.vm.heap.dict();
        for (key, value) in entries {
            let key = self.vm.heap.string(key);
            let set = crate::kernel::operate::set_item(&mut self.vm.heap, context, key, *value);
            debug_assert!(set.is_ok(), "a text is hashable");
        }
        context
    }

    /// `loop.default_exception_handler(context)`: a warning.
    pub(super) fn warn_by_default(&mut self, context: Value) {
        let mut words = "Unhandled exception in event loop".to_owned();
        if let Value::Dict(dict) = context {
            let entries: Vec<(Value, Value)> = self.vm.heap.dict_table(dict).iter().collect();
            for (key, value) in entries {
                match self.vm.heap.as_text(key) {
                    Some("message") => {
                        words.clear();
                        if self.write_str(value, &mut words).is_err() {
                            return;
                        }
                    }
                    Some("exception") => words += &format!(": {}", self.shown(value)),
                    _ => {}
                }
            }
        }
        self.tell(EventKind::Warning { text: &crate::kernel::text::without_addresses(words) });
    }

    /// Tells the handler of the loop at hand, if the script has set one; whether it has.
    pub(super) fn tell_handler(&mut self, message: &str, entries: &[(&str, Value)]) -> Result<bool, Stop> {
        let message = self.vm.heap.string(message);
        let entries: Vec<(&str, Value)> = [("message", message)].into_iter().chain(entries.iter().copied()).collect();
        self.tell_handler_of(self.loops.at_hand, &entries)
    }

    /// What is called where the loop of this number has something to tell: what the script has put in the place of the loop's
    /// method, the handler that it has given to the loop, or what logs.
    pub(super) fn handler_of(&self, number: u64) -> Value {
        if let Some(patched) = self.patched_on_loop(number, CALL_HANDLER) {
            return patched;
        }
        let own = self.own_handler(number);
        if own != Value::None {
            return own;
        }
        self.patched_on_loop(number, DEFAULT_HANDLER).unwrap_or(self.loops.default_handler)
    }

    fn own_handler(&self, number: u64) -> Value {
        self.loops.all.get(number as usize).map_or(Value::None, |each| each.handler)
    }

    /// What a script has put in the place of a loop's method.
    pub(super) fn patched_on_loop(&self, number: u64, name: &str) -> Option<Value> {
        let Value::Dict(held) = self.extras.held(Value::Loop(number))? else { return None };
        self.vm.heap.dict_table(held).get(&TextKey(name)).map(|(_, found)| found)
    }

    /// As [`tell_handler`](Self::tell_handler), of the loop of this number.
    pub(super) fn tell_handler_of(&mut self, number: u64, entries: &[(&str, Value)]) -> Result<bool, Stop> {
        if self.handler_of(number) == Value::None {
            return Ok(false);
        }
        let context = self.entries(entries);
        let told = match self.patched_on_loop(number, CALL_HANDLER) {
            Some(patched) => self.call_to_its_end(patched, &[context])?.map(|_| ()),
            None => self.call_exception_handler(number, self.own_handler(number), context)?,
        };
        if let Err(raised) = told {
            self.interrupt = Some(raised.0);
        }
        Ok(true)
    }

    /// What a callback of the script raised (`events.py`, `Handle._run`).
    pub(super) fn callback_raised(&mut self, raised: Raised, handle: Value) -> Result<(), Stop> {
        if self.leaves_the_loop(raised.0) {
            self.interrupt = Some(raised.0);
            return Ok(());
        }
        // What the script makes and runs itself runs in the middle of its task.
        if !matches!(handle, Value::Handle(number) if self.sources.homes.contains_key(&(number as u32))) {
            self.current = None;
        }
        self.kept.push(raised.0);
        // From 3.12 on the handler runs in the context of what raised.
        let left = if self.is_since(PythonVersion::V3_12) { None } else { Some(self.contexts.enter_loop()) };
        self.kept.push(left.flatten().unwrap_or(Value::None));
        let mut is_told = self.handler_of(self.loops.at_hand) != Value::None;
        if is_told && let Value::Handle(number) = handle {
            let message = format!("Exception in callback {}", self.words_of_callback(number as u32)?);
            let message = self.vm.heap.string_from(message);
            let entries = [("message", message), ("exception", raised.0), ("handle", handle)];
            let entries = self.with_source(handle, &entries)?;
            let activation = std::mem::replace(&mut self.activation, NO_CELL);
            let beneath = std::mem::replace(&mut self.beneath.handled, raised.0);
            is_told = self.tell_handler_of(self.loops.at_hand, &entries)?;
            (self.activation, self.beneath.handled) = (activation, beneath);
        }
        if let Some(left) = left {
            self.contexts.swap(left);
        }
        self.kept.truncate(self.kept.len() - 2);
        // What the handler was told stays in a variable of the frame that the traceback begins with: the exception and the handle.
        self.hold_with(Err(raised), raised.0);
        if let Value::Handle(number) = handle {
            let call = &self.calls[number as u32];
            let (function, arguments) = (call.function, call.arguments);
            self.hold_with(Err(raised), function);
            self.hold_with(Err(raised), arguments);
        }
        if !is_told {
            self.warn_of_callback(raised);
        }
        Ok(())
    }

    /// What was freed and matters: generators are closed, and exceptions that nobody has seen are told to the handler that the
    /// script has set (`futures.py`, `__del__`). What is freed meanwhile is told of before the next of these.
    pub(super) fn tell_losses(&mut self) -> Result<(), Stop> {
        let mut pending = Vec::new();
        self.put_first(&mut pending);
        while let Some(value) = pending.pop() {
            self.tell_loss(value)?;
            self.kept.pop();
            if self.program.finalizes || !self.weak.callbacks.is_empty() {
                // What it held goes before the next. To look through many objects for each of many is work that meets a limit.
                self.vm.told += (self.vm.heap.live_objects() / OBJECTS_PER_EVENT) as u64;
                if self.vm.told > self.options.limits.max_events {
                    return Err(self.limit(Limit::Events(self.options.limits.max_events)));
                }
                self.look(&[], false);
                self.put_first(&mut pending);
            }
        }
        Ok(())
    }

    /// What is lost now is told of before what is `pending`, of which the last comes first; all of it is held until then.
    fn put_first(&mut self, pending: &mut Vec<Value>) {
        let lost = std::mem::take(&mut self.lost);
        self.kept.extend(lost.iter().rev());
        pending.extend(lost.into_iter().rev());
    }

    fn tell_loss(&mut self, lost: Value) -> Result<(), Stop> {
        let (awaitable, exception) = match lost {
            Value::Task(task) if self.cells[CellId(task as u32)].state != State::Raised => {
                return self.tell_forgotten(CellId(task as u32));
            }
            Value::Coroutine(number) => return self.close_suspended(number),
            Value::Task(task) => {
                let task = CellId(task as u32);
                let exception = self.cells.slot(task, 0);
                (Awaitable::Task(task), exception)
            }
            Value::Future(future) => {
                let future = crate::units::FutureId(future as u32);
                let exception = match self.vm.futures[future].state {
                    crate::kernel::FutureState::Exception(exception) => exception,
                    _ => return Ok(()),
                };
                (Awaitable::Future(future), exception)
            }
            object @ Value::Instance(_) => return self.finalize_object(object),
            generator => return self.close_freed(generator),
        };
        let message = format!("{} exception was never retrieved", self.class_of_awaitable(awaitable));
        let message = self.vm.heap.string_from(message);
        let home = self.home(awaitable);
        let entries = [("message", message), ("exception", exception), ("future", lost)];
        let entries = self.with_source(lost, &entries)?;
        self.tell_handler_of(home, &entries)?;
        Ok(())
    }

    /// The outcome of a run of a loop: the exception that left it, or what its target says.
    pub(super) fn outcome_or(&mut self, caught: Result<(), Raised>, outcome: impl FnOnce(&mut Self) -> Input) -> Input {
        match caught {
            Ok(()) => outcome(self),
            Err(raised) => Err(raised),
        }
    }

    /// A task that raised while a runner cancelled it (`runners.py`, `_cancel_all_tasks`).
    pub(super) fn warn_of_shutdown(&mut self, task: CellId) -> Result<(), Stop> {
        if self.cells[task].state != State::Raised {
            return Ok(());
        }
        self.current = None;
        let entries = [("exception", self.cells.slot(task, 0)), ("task", value_of(Awaitable::Task(task)))];
        if self.tell_handler("unhandled exception during asyncio.run() shutdown", &entries)? {
            return Ok(());
        }
        let shown = self.shown(self.cells.slot(task, 0));
        let label = self.label_text(self.label(task));
        let words = format!("unhandled exception during asyncio.run() shutdown: {label} {shown}");
        self.tell(EventKind::Warning { text: &words });
        Ok(())
    }
}
