//! What CPython warns of by way of `warnings`, where a script may record it. Whatever else is told of is an event of the trace.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Value, flag};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::CellId;

use super::report::Loss;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `warnings.warn(text, category)`, which raises where the script's filters say so.
    pub(super) fn warn(&mut self, text: &str, category: ClassId) -> Result<Result<(), Raised>, Stop> {
        if !self.program.records_warnings {
            return Ok(Ok(()));
        }
        let Some(warns) = self.global_of_library("warnings.warn") else { return Ok(Ok(())) };
        let text = self.vm.heap.string(text);
        let category = Value::ExceptionClass(u64::from(category.0));
        Ok(self.call_to_its_end(warns, &[text, category])?.map(|_| ()))
    }

    /// From 3.12 on it is told that a loop was made since there was none (`events.py`, `get_event_loop`).
    pub(super) fn warn_of_no_loop(&mut self) -> Result<Result<(), Raised>, Stop> {
        if !self.is_since(PythonVersion::V3_12) {
            return Ok(Ok(()));
        }
        self.warn("There is no current event loop", ClassId::DEPRECATION_WARNING)
    }

    /// From 3.12 on whoever throws more than an exception is warned (`genobject.c`, `gen_throw`).
    pub(super) fn warn_of_thrown_parts(&mut self, method: &str, given: &[Value]) -> Result<Result<(), Raised>, Stop> {
        let is_alone = given.iter().skip(1).all(|value| *value == Value::Unbound);
        if is_alone || !self.is_since(PythonVersion::V3_12) {
            return Ok(Ok(()));
        }
        let text =
            format!("the (type, exc, tb) signature of {method}() is deprecated, use the single-arg signature instead.");
        self.warn(&text, ClassId::DEPRECATION_WARNING)
    }

    /// Whether a coroutine has not begun, and the script may see the warning of that; from 3.13 on also a step of a generator
    /// (`genobject.c`, `async_gen_asend_finalize`).
    pub(super) fn is_never_awaited(&self, number: u64) -> bool {
        self.program.records_warnings
            && self.fresh_coroutine(number).is_some_and(|cell| {
                let is_warned_of = self.step_of_generator(cell).is_none() || self.is_since(PythonVersion::V3_13);
                is_warned_of && !self.cells[cell].has(flag::RETRIEVED)
            })
    }

    /// A coroutine that has not begun is freed: what the script does not see of that is told at the end (`_warnings.c`,
    /// `_PyErr_WarnUnawaitedCoroutine`).
    pub(super) fn warn_of_unawaited(&mut self, coroutine: Value, cell: CellId) -> Result<(), Stop> {
        self.cells[cell].flags |= flag::RETRIEVED;
        let method = self.step_of_generator(cell).map(|step| match step {
            Helper::AsyncThrow => "athrow",
            Helper::AsyncClose => "aclose",
            _ => "asend",
        });
        let text = match (method, self.cells.slot(cell, 0)) {
            (Some(method), generator @ Value::Generator(_)) => {
                let names = self.body_of(generator).map(|(_, _, qualified)| qualified);
                let name = self.names.text(names.unwrap_or_else(|| self.names_of_coroutine(cell).1));
                format!("coroutine method '{method}' of '{name}' was never awaited")
            }
            _ => format!("coroutine '{}' was never awaited", self.names.text(self.names_of_coroutine(cell).1)),
        };
        let text = self.vm.heap.string_from(text);
        let is_seen = match self.global_of_library("warnings.warn_of_unawaited") {
            Some(warns) => match self.call_to_its_end(warns, &[text, coroutine])? {
                Ok(is_seen) => is_seen == Value::TRUE,
                Err(raised) => self.tell_unraisable(raised, coroutine, false)?,
            },
            None => false,
        };
        if method.is_none() && !is_seen {
            let name = self.program.codes[self.cells[cell].code].name;
            self.warnings.push(Loss::NeverAwaited { name });
        }
        Ok(())
    }
}
