//! Tasks and futures of the script's own classes, and what is driven as a coroutine without being one.
//!
//! A task is the cell of its coroutine: an object of a class below `Task` is that cell, and becomes a task where its class calls
//! `super().__init__(coro)`.

use crate::kernel::exception::ClassId;
use crate::kernel::value::ASYNC_GENERATOR;
use crate::kernel::{Callback, MethodCode, Value, flag, operate, value_of};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, FutureId};

use super::activation::Next;
use super::call::Given;
use super::cancel::Saying;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Calls a class of the script below `Task` or `Future`.
    pub(super) fn call_class_of_futures(
        &mut self,
        class: ClassId,
        native: Function,
        given: Given,
    ) -> Result<Next, Stop> {
        let object = if native == Function::NewTask {
            let named = given.keywords.iter().find(|(name, _)| name == "coro").map(|(_, value)| *value);
            // A class may have parameters of its own before it.
            let is_one = |value: &&Value| matches!(value, Value::Coroutine(_));
            let first = given.positional.iter().find(is_one).or(given.positional.first()).copied();
            let coroutine = first.or(named).unwrap_or(Value::None);
            match self.coroutine_to_run(coroutine) {
                Ok(cell) => {
                    self.cells[cell].flags |= flag::HELD;
                    value_of(Awaitable::Task(cell))
                }
                Err(raised) => return Ok(Next::Throw(raised)),
            }
        } else {
            let future = self.vm.futures.insert(None);
            self.vm.heap.note_allocation();
            value_of(Awaitable::Future(future))
        };
        self.vm.heap.set_kind(object, class);
        let Some(init) = self.vm.heap.class_attribute(class, "__init__") else {
            return self.begin_future(object, given);
        };
        if let Value::Future(number) = object {
            self.unbegun.insert(FutureId(number as u32));
        }
        let mut positional = vec![object];
        positional.extend(given.positional);
        Ok(self.construct(object, init, Given { positional, keywords: given.keywords }))
    }

    /// `Task.__init__` and `Future.__init__`, called by a class of the script below them.
    pub(super) fn begin_future(&mut self, object: Value, mut given: Given) -> Result<Next, Stop> {
        let function = if let Value::Task(_) = object { Function::NewTask } else { Function::NewFuture };
        if let Value::Task(number) = object {
            // What is given may only be like a coroutine: the object is what drives it.
            let cell = CellId(number as u32);
            let coroutine = self.coroutine(cell);
            let named = given.keywords.iter_mut().find(|(name, _)| name == "coro").map(|(_, value)| value);
            if let Some(first) = named.or(given.positional.first_mut()) {
                let drives_another = self.program.codes[self.cells[cell].code].is_hidden;
                if let Value::Coroutine(_) = *first
                    && *first != coroutine
                    && !drives_another
                {
                    let what = "a task whose `__init__` hands on another coroutine than it was given";
                    return Ok(Next::Throw(self.vm.heap.unsupported(what)));
                }
                *first = coroutine;
            }
        }
        let values = match self.bind_library(function, given) {
            Ok(values) => values,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        if let Value::Future(number) = object {
            return Ok(match self.given_loop(values[0])? {
                Ok(home) => {
                    let future = FutureId(number as u32);
                    self.vm.futures[future].home = home as u32;
                    self.unbegun.swap_remove(&future);
                    self.sources.by = Some(function);
                    self.note_source(object, home);
                    Next::Go(object)
                }
                Err(raised) => Next::Throw(raised),
            });
        }
        self.new_task(function, &values)
    }

    /// Whether it is a future whose class has left out `super().__init__()`.
    #[inline]
    pub(super) fn is_unbegun(&self, awaitable: Awaitable) -> bool {
        !self.unbegun.is_empty() && matches!(awaitable, Awaitable::Future(future) if self.unbegun.contains(&future))
    }

    /// What a method of such a future gives (`_asynciomodule.c`, `ENSURE_FUTURE_ALIVE`).
    pub(super) fn ask_unbegun(&mut self, function: Function) -> Next {
        let (class, words) = match function {
            Function::Done | Function::Cancelled => return Next::Go(Value::FALSE),
            Function::Result | Function::Exception => {
                (ClassId::INVALID_STATE_ERROR, "Future object is not initialized.")
            }
            Function::AddDoneCallback => (ClassId::RUNTIME_ERROR, "uninitialized Future object"),
            _ => (ClassId::RUNTIME_ERROR, "Future object is not initialized."),
        };
        Next::Throw(self.vm.heap.raise(class, words))
    }

    /// A method that the script's own class of a task or future has for what asyncio calls.
    pub(super) fn own_function(&self, awaitable: Awaitable, name: &str) -> Option<Value> {
        if !self.vm.heap.has_kinds() {
            return None;
        }
        self.vm.heap.own_method(value_of(awaitable), name).filter(|method| matches!(method, Value::Function(_)))
    }

    /// `awaitable.cancel(msg)` by asyncio, where the script's own class says what that is; `None` where it does not.
    pub(super) fn cancel_by_own(&mut self, awaitable: Awaitable, message: Value, saying: Saying) -> Option<bool> {
        let (asked, method) = match self.alike_of(awaitable) {
            Some(alike) => (alike, self.vm.heap.own_method(alike, "cancel")?),
            None => (value_of(awaitable), self.own_function(awaitable, "cancel")?),
        };
        let message = if message == Value::Unbound { Value::None } else { message };
        let answer = match saying {
            Saying::Nothing => self.call_to_its_end(method, &[asked]),
            Saying::Message => self.call_to_its_end(method, &[asked, message]),
            Saying::Keyword => self.call_to_its_end(self.helper(Helper::CancelSaying), &[method, asked, message]),
        };
        Some(matches!(answer, Ok(Ok(answer)) if operate::is_true(&self.vm.heap, answer)))
    }

    /// `awaitable.add_done_callback(…)` by asyncio, where the script's own class says what that is; whether it does.
    pub(super) fn add_callback_by_own(&mut self, awaitable: Awaitable, callback: Callback) -> bool {
        let Some(method) = self.own_function(awaitable, "add_done_callback") else { return false };
        let handed = self.hand_out(callback);
        // What it raises has nobody to go to.
        let _ = self.call_to_its_end(method, &[value_of(awaitable), handed]);
        true
    }

    /// The callback of asyncio's own that a method of the script was handed.
    pub(super) fn handed_callback(&self, function: Value) -> Option<Callback> {
        let Value::BoundMethod(at) = function else { return None };
        let bound = self.vm.heap.bound_method_object(at);
        if bound.method != MethodCode::Library(Function::HandedCallback as u32) {
            return None;
        }
        let index = bound.receiver.integer().and_then(|index| usize::try_from(index).ok())?;
        self.handed_callbacks.get(index).copied()
    }

    /// Whether a value has the methods of a coroutine (`coroutines.py`, `iscoroutine`).
    pub(super) fn is_like_coroutine(&self, value: Value) -> bool {
        matches!(value, Value::Instance(_))
            && ["send", "throw", "close", "__await__"].iter().all(|name| self.vm.heap.own_method(value, name).is_some())
    }

    /// Whether a value is a generator, which a task of 3.11 runs as a coroutine.
    pub(super) fn is_old_coroutine(&self, value: Value) -> bool {
        matches!(value, Value::Generator(number) if number & ASYNC_GENERATOR == 0)
            && !self.is_since(PythonVersion::V3_12)
    }

    /// A coroutine of the library's that steps what has the methods of one.
    pub(super) fn drive_like_coroutine(&mut self, value: Value) -> CellId {
        let (helper, name) = match value {
            Value::Generator(number) => {
                let name = self.generator_cell(number).map(|cell| self.program.codes[self.cells[cell].code].name);
                let name = name.map_or(String::new(), |name| self.names.text(name).to_owned());
                (Helper::AwaitGenerator, name)
            }
            Value::Coroutine(number) if self.is_running_coroutine(number) => {
                let code = self.cells[CellId(number as u32)].code;
                (Helper::DriveAlike, self.names.text(self.program.codes[code].name).to_owned())
            }
            _ => (Helper::DriveAlike, self.vm.heap.type_name(value).to_owned()),
        };
        let Value::Function(at) = self.helper(helper) else { unreachable!("it is a function") };
        let code = self.vm.heap.function_object(at).code;
        let parameters = self.program.codes[code].parameters.len();
        let cell = self.fill_cell(code, &self.program.codes[code], &[value, Value::None][..parameters], &[]);
        self.vm.heap.note_allocation();
        let name = self.intern(&name);
        self.rename_coroutine(cell, name, self.program.codes[code].qualified);
        cell
    }
}
