//! The texts of futures, tasks and callbacks, as far as they hold no address (`base_futures.py`, `base_tasks.py`, `format_helpers.py`;
//! `reprlib.py`).

mod short;

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::heap::object::MethodCode;
use crate::kernel::value::TIMER_HANDLE;
use crate::kernel::{FutureState, State, Value, operate, text, value_of};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::signatures::builtins::{Builtin, BuiltinFunction};
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, FutureId, ThingKind};

use super::{Engine, Stop};
use short::{MOST_ITEMS, Untold, push_short};

/// Values in exception messages are cut at this many characters.
const LONGEST_REPR: usize = 80;

/// What a call is given by position, and by name.
type Arguments<'a> = (&'a [Value], &'a [(Value, Value)]);

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `type(future).__name__`
    pub(super) fn class_of_awaitable(&self, awaitable: Awaitable) -> String {
        if let Some(own) = self.vm.heap.script_class(value_of(awaitable)) {
            return self.vm.heap.class_name(own).to_owned();
        }
        let class = match awaitable {
            Awaitable::Task(_) => "Task",
            Awaitable::Future(future) if self.vm.heap.is_gathering(u64::from(future.0)) => "_GatheringFuture",
            Awaitable::Future(_) => "Future",
        };
        class.to_owned()
    }

    /// `repr(future)`
    pub(super) fn text_of_future(&mut self, future: FutureId) -> Result<Result<String, Raised>, Stop> {
        if self.is_unbegun(Awaitable::Future(future)) {
            return Ok(Err(self.vm.heap.raise(ClassId::RUNTIME_ERROR, "Future object is not initialized.")));
        }
        told(self.once(Awaitable::Future(future), |engine| engine.write_future(future)))
    }

    /// `repr(task)`: where its code lies is hidden in it, and who is called at its end (`base_tasks.py`, `_task_repr_info`).
    pub(super) fn text_of_task(&mut self, task: CellId) -> Result<Result<String, Raised>, Stop> {
        told(self.once(Awaitable::Task(task), |engine| engine.write_task(task)))
    }

    /// The text of a future or task; in the middle of its own text it is `...`.
    fn once(
        &mut self,
        awaitable: Awaitable,
        write: impl FnOnce(&mut Self) -> Result<String, Untold>,
    ) -> Result<String, Untold> {
        if self.being_told.contains(&awaitable) {
            return Ok("...".to_owned());
        }
        self.being_told.push(awaitable);
        let written = write(self);
        self.being_told.pop();
        written
    }

    fn write_future(&mut self, future: FutureId) -> Result<String, Untold> {
        let class = self.class_of_awaitable(Awaitable::Future(future));
        let state = match self.vm.futures[future].state {
            FutureState::Pending => "pending".to_owned(),
            FutureState::Cancelled(_) => "cancelled".to_owned(),
            FutureState::Result(value) => {
                let mut words = "finished result=".to_owned();
                self.write_short(value, MOST_ITEMS, &mut words)?;
                words
            }
            FutureState::Exception(exception) => {
                let mut words = "finished exception=".to_owned();
                self.write_whole(exception, &mut words)?;
                words
            }
        };
        let callbacks = self.words_of_callbacks(value_of(Awaitable::Future(future)), self.vm.futures[future].callback);
        Ok(format!("<{class} {state}{callbacks}{}>", self.words_of_source_of_future(future)))
    }

    fn write_task(&mut self, task: CellId) -> Result<String, Untold> {
        let (state, kept) = (self.cells[task].state, self.cells.slot(task, 0));
        let is_done = state.is_done();
        let word = match state {
            State::Cancelled => "cancelled",
            _ if is_done => "finished",
            _ if self.requests(task) > 0 => "cancelling",
            _ => "pending",
        };
        let name = self.task_name(task);
        let name = self.vm.heap.string_from(name);
        let class = self.class_of_awaitable(Awaitable::Task(task));
        let mut words = format!("<{class} {word} name=");
        self.write_whole(name, &mut words)?;
        if !self.finished_early.contains(&task) {
            let qualified = self.names_of_coroutine(task).1;
            let (stands, place) = if is_done || self.weak.left.contains_key(&task) {
                ("done, defined", self.place_of_code(self.cells[task].code, None))
            } else {
                ("running", self.place_of_task(task))
            };
            words += &match self.words_of_stepped(task) {
                Some(stepped) => format!(" coro=<{stepped}>"),
                None => format!(" coro=<{}() {stands} at {place}>", self.names.text(qualified)),
            };
        }
        words += &match self.words_left_by(task) {
            Some(left) => left,
            None => self.words_of_wait(task)?,
        };
        match state {
            State::Returned => {
                words += " result=";
                self.write_short(kept, MOST_ITEMS, &mut words)?;
            }
            State::Raised => {
                words += " exception=";
                self.write_whole(kept, &mut words)?;
            }
            _ => {}
        }
        let value = value_of(Awaitable::Task(task));
        words += &self.words_of_callbacks(value, self.cells[task].callback);
        Ok(words + &self.words_of_source(value) + ">")
    }

    /// What the text of a task tells now of what it waits for, if that can be told.
    pub(super) fn told_of_wait(&mut self, task: CellId) -> String {
        self.words_of_wait(task).unwrap_or_default()
    }

    /// What the text of a task tells of what it waits for.
    fn words_of_wait(&mut self, task: CellId) -> Result<String, Untold> {
        let mut words = String::new();
        let wait = self.cells[task].wait() as u32;
        match self.cells[task].state {
            State::Sleeping | State::SleepDue => {
                let created = self.words_of_source_of_sleep();
                words += &format!(" wait_for=<Future pending cb=[{}]{created}>", self.words_of_wakeup(task));
            }
            State::SleepCancelled => {
                words += &format!(" wait_for=<Future cancelled{}>", self.words_of_source_of_sleep());
            }
            State::SleepDone => {
                words += " wait_for=<Future finished result=";
                self.write_short(self.result_of_sleep(task), MOST_ITEMS, &mut words)?;
                words += &format!("{}>", self.words_of_source_of_sleep());
            }
            State::WaitingForFuture => {
                let waited = self.text_of_future(FutureId(wait))?.unwrap_or_else(|_| text::hidden_address());
                words += &format!(" wait_for={waited}");
            }
            State::WaitingForTask if wait != task.0 => {
                let waited = self.text_of_task(CellId(wait))?.unwrap_or_else(|_| text::hidden_address());
                words += &format!(" wait_for={waited}");
            }
            _ => {}
        }
        Ok(words)
    }

    /// What a task steps that has no code (`coroutines.py`, `_format_coroutine`).
    fn words_of_stepped(&self, task: CellId) -> Option<String> {
        if !self.steps_object(task) {
            return None;
        }
        let stepped = self.coroutine_of_task(task);
        let heap = &self.vm.heap;
        if let Value::Generator(_) = stepped {
            return None;
        }
        let field = |name: &str| if let Value::Instance(_) = stepped { heap.field(stepped, name) } else { None };
        let named = ["__qualname__", "__name__"].iter().find_map(|name| heap.as_text(field(name)?));
        let name = named.map_or_else(|| format!("<{} without __name__>", heap.type_name(stepped)), str::to_owned);
        let is_running = ["cr_running", "gi_running"].iter().find_map(|name| field(name));
        let running = if is_running == Some(Value::TRUE) { " running" } else { "" };
        Some(format!("{name}(){running}"))
    }

    fn write_whole(&mut self, value: Value, out: &mut String) -> Result<(), Untold> {
        if self.vm.heap.own_method(value, "__repr__").is_some() {
            out.push_str(&self.text_or_hidden(value)?.0);
            return Ok(());
        }
        text::write_repr(&self.vm.heap, value, out).map_err(|problem| Untold::Raised(self.vm.heap.raised(problem)))
    }

    /// What `a coroutine was expected, got …` says it got.
    pub(super) fn words_of(&mut self, value: Value) -> String {
        match self.text_or_hidden(value) {
            Ok((words, true)) => return words,
            Ok((hidden, false)) if matches!(value, Value::Future(_) | Value::Task(_)) => return hidden,
            // A limit that is met here is met again by the next step.
            Err(_) => return text::hidden_address(),
            Ok(_) => {}
        }
        // Its text may be another's to tell.
        let repr = Value::Builtin(Builtin::Function(BuiltinFunction::Repr).number());
        match self.call_to_its_end(repr, &[value]) {
            Ok(Ok(words)) => self.vm.heap.as_text(words).map_or_else(text::hidden_address, str::to_owned),
            Ok(Err(_)) => {
                let mut words = String::new();
                text::short_repr(&self.vm.heap, value, LONGEST_REPR, &mut words);
                words
            }
            Err(_) => text::hidden_address(),
        }
    }

    /// What a message calls a callback, with its arguments before 3.13, and where the loop debugs. Where code lies is hidden in it
    /// (`format_helpers.py`, `_format_callback_source`).
    pub(super) fn words_of_callback(&mut self, number: u32) -> Result<String, Stop> {
        let call = &self.calls[number];
        let (function, arguments) = (call.function, call.arguments);
        let arguments = self.items_of(arguments);
        let is_debug = self.loops.all.get(self.loops.at_hand as usize).is_some_and(|at_hand| at_hand.is_debug);
        let is_told = is_debug || !self.is_since(PythonVersion::V3_13);
        let mut words = self.words_of_call(function, is_told.then_some((&arguments, &[])), "")?;
        if let Some(place) = self.place_of_function(function) {
            words += &format!(" at {place}");
        }
        Ok(words)
    }

    /// A function and, if they are told, its arguments (`format_helpers.py`, `_format_callback`).
    pub(super) fn words_of_call(
        &mut self,
        function: Value,
        told: Option<Arguments>,
        behind: &str,
    ) -> Result<String, Stop> {
        let mut words = String::new();
        if let Some((given, keywords)) = told {
            let mut parts = Vec::new();
            for argument in given {
                parts.push(self.short_or_hidden(*argument)?);
            }
            for (name, value) in keywords {
                let value = self.short_or_hidden(*value)?;
                parts.push(format!("{}={value}", self.vm.heap.as_text(*name).unwrap_or_default()));
            }
            words = parts.join(", ");
        }
        let behind = format!("({words}){behind}");
        if let Some(inner) = self.function_of_partial(function) {
            let given = self.vm.heap.field(function, "args").unwrap_or(Value::None);
            let given = self.items_of(given);
            let keywords = match self.vm.heap.field(function, "keywords") {
                Some(Value::Dict(at)) => self.vm.heap.dict_table(at).iter().collect(),
                _ => Vec::new(),
            };
            return self.words_of_call(inner, told.is_some().then_some((&given, &keywords)), &behind);
        }
        Ok(self.qualified_name(function)? + &behind)
    }

    /// `function.__qualname__`, or the text of an object that has none.
    fn qualified_name(&mut self, function: Value) -> Result<String, Stop> {
        Ok(match function {
            Value::BoundMethod(at) => {
                let bound = self.vm.heap.bound_method_object(at);
                let (method, receiver) = (bound.method, bound.receiver);
                match method {
                    MethodCode::Script(method) => self.qualified_name(Value::Function(method))?,
                    MethodCode::Value(method) => format!("{}.{}", method.owner(), method.name()),
                    MethodCode::Library(number) => self.qualified_method(number, receiver),
                    MethodCode::Base(_) => text::hidden_address(),
                }
            }
            other => {
                let name = match other {
                    // What a `__getattr__` would say is not asked: those of mocks have no such names.
                    Value::Instance(_) => self.vm.heap.field(other, "__qualname__"),
                    _ => operate::get_attribute(&mut self.vm.heap, other, "__qualname__").ok(),
                };
                if let Some(name) = name {
                    return Ok(self.vm.heap.as_text(name).unwrap_or_default().to_owned());
                }
                match self.text_or_hidden(other)? {
                    (text, true) => text,
                    (hidden, false) => {
                        let mut text = String::new();
                        let written = text::write_repr(&self.vm.heap, other, &mut text);
                        written.map_or(hidden, |()| text)
                    }
                }
            }
        })
    }

    fn qualified_method(&self, number: u32, receiver: Value) -> String {
        let function = Function::numbered(u64::from(number));
        if function == Function::JobOfCoroutine {
            return "run_coroutine_threadsafe.<locals>.callback".to_owned();
        }
        if function == Function::TimeoutFire {
            return "Timeout._on_timeout".to_owned();
        }
        let class = match receiver {
            Value::Task(_) | Value::Future(_) => {
                let class = self.vm.heap.type_name(receiver);
                class.rsplit('.').next().unwrap_or(class)
            }
            Value::Loop(_) => "BaseEventLoop",
            Value::Handle(handle) if handle & TIMER_HANDLE != 0 => "TimerHandle",
            Value::Thing(thing) if function == Function::SemaphoreRelease => ThingKind::of(thing).name(),
            _ => return function.path().to_owned(),
        };
        format!("{class}.{}", function.name())
    }

    /// The function in a `functools.partial`.
    pub(super) fn function_of_partial(&self, function: Value) -> Option<Value> {
        let is_partial =
            matches!(function, Value::Instance(_)) && self.vm.heap.type_name(function) == "functools.partial";
        if is_partial { self.vm.heap.field(function, "func") } else { None }
    }

    /// What a `functools.partial` is of, however deep; anything else is itself.
    pub(super) fn innermost_function(&self, function: Value) -> Value {
        let mut innermost = function;
        while let Some(inner) = self.function_of_partial(innermost) {
            innermost = inner;
        }
        innermost
    }

    fn items_of(&self, sequence: Value) -> Vec<Value> {
        match sequence {
            Value::List(at) => self.vm.heap.list_items(at).to_vec(),
            Value::Tuple(at) => self.vm.heap.tuple_items(at).to_vec(),
            _ => Vec::new(),
        }
    }

    /// `reprlib.repr(value)`, hidden where it cannot be known.
    pub(super) fn short_or_hidden(&mut self, value: Value) -> Result<String, Stop> {
        let mut words = String::new();
        match self.text_or_hidden(value)? {
            (text, true) => push_short(&text, &mut words),
            (_, false) if self.write_short(value, MOST_ITEMS, &mut words).is_ok() => {}
            (hidden, false) => return Ok(hidden),
        }
        Ok(words)
    }

    /// `repr(value)` of futures, tasks and what has a text of the script's; hidden of others, which are told apart.
    fn text_or_hidden(&mut self, value: Value) -> Result<(String, bool), Stop> {
        let text = match value {
            Value::Future(future) => self.text_of_future(FutureId(future as u32))?.ok(),
            Value::Task(task) => self.text_of_task(CellId(task as u32))?.ok(),
            Value::Loop(number) => Some(self.text_of_loop(number)),
            Value::Instance(_) | Value::Exception(_)
                if let Some(method) = self.vm.heap.own_method(value, "__repr__") =>
            {
                let written = self.call_to_its_end(method, &[value])?.ok();
                written.and_then(|written| self.vm.heap.as_text(written)).map(str::to_owned)
            }
            _ => None,
        };
        Ok(text.map_or_else(|| (text::hidden_address(), false), |text| (text, true)))
    }
}

fn told(text: Result<String, Untold>) -> Result<Result<String, Raised>, Stop> {
    match text {
        Ok(text) => Ok(Ok(text)),
        Err(Untold::Raised(raised)) => Ok(Err(raised)),
        Err(Untold::Stop(stop)) => Err(stop),
    }
}
