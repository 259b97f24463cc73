//! Tasks and futures of the script's own classes, and what is driven as a coroutine without being one.
//!
//! A task is the cell of its coroutine: an object of a class below `Task` is that cell, and becomes a task where its class calls
//! `super().__init__(coro)`.

use crate::kernel::exception::ClassId;
use crate::kernel::value::ASYNC_GENERATOR;
use crate::kernel::{Value, flag, value_of};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, FutureId};

use super::activation::Next;
use super::call::Given;
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
            let coroutine = given.positional.first().copied().or(named).unwrap_or(Value::None);
            match self.coroutine_to_run(coroutine) {
                Ok(cell) => {
                    self.cells[cell].flags |= flag::HELD;
                    value_of(Awaitable::Task(cell))
                }
                Err(raised) => return Ok(Next::Throw(raised)),
            }
        } else {
            let future = self.futures.insert(None);
            self.heap.note_allocation();
            value_of(Awaitable::Future(future))
        };
        self.heap.set_kind(object, class);
        let Some(init) = self.heap.class_attribute(class, "__init__") else {
            return self.begin_future(object, given);
        };
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
                *first = coroutine;
            }
        }
        let values = match self.bind_library(function, given) {
            Ok(values) => values,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        if let Value::Future(number) = object {
            return Ok(match self.given_loop(values[0]) {
                Ok(home) => {
                    self.futures[FutureId(number as u32)].home = home as u32;
                    Next::Go(object)
                }
                Err(raised) => Next::Throw(raised),
            });
        }
        self.new_task(function, &values)
    }

    /// Whether a value has the methods of a coroutine (`coroutines.py`, `iscoroutine`).
    pub(super) fn is_like_coroutine(&self, value: Value) -> bool {
        matches!(value, Value::Instance(_))
            && ["send", "throw", "close", "__await__"].iter().all(|name| self.heap.own_method(value, name).is_some())
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
            _ => (Helper::DriveAlike, self.heap.type_name(value).to_owned()),
        };
        let Value::Function(at) = self.helper(helper) else { unreachable!("it is a function") };
        let code = self.heap.function_object(at).code;
        let cell = self.fill_cell(code, &self.program.codes[code], &[value], &[]);
        self.heap.note_allocation();
        self.cells[cell].name = self.intern(&name);
        self.cells[cell].flags |= flag::NAMED;
        cell
    }
}
