//! What statements ask of values before they call their methods: the words are CPython's (`ceval.c`).

use crate::kernel::Value;
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::value::ASYNC_GENERATOR;
use crate::policy::Discipline;
use crate::program::code::{Op, Protocol};
use crate::trace::Sink;

use super::Engine;
use super::activation::Next;
use super::generator::is_method_name;
use super::methods::owner_of;
use super::raise;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Checks that the value in `slot` has the methods that a statement calls; acc stays.
    pub(super) fn check_protocol(&mut self, slot: u16, protocol: Protocol, acc: Value) -> Next {
        let value = self.slot(slot);
        let is_met = match protocol {
            Protocol::Context => self.has_method(value, "__enter__") && self.has_method(value, "__exit__"),
            Protocol::AsyncContext => self.has_method(value, "__aenter__") && self.has_method(value, "__aexit__"),
            Protocol::AsyncIterable => self.has_method(value, "__aiter__"),
            Protocol::AsyncIterator => self.has_method(value, "__anext__"),
        };
        if is_met {
            return Next::Go(acc);
        }
        let kind = self.vm.heap.type_name(value).to_owned();
        let message = match protocol {
            Protocol::Context | Protocol::AsyncContext => {
                let (enter, exit, what) = if protocol == Protocol::Context {
                    ("__enter__", "__exit__", "the context manager protocol")
                } else {
                    ("__aenter__", "__aexit__", "the asynchronous context manager protocol")
                };
                if !self.has_method(value, enter) {
                    format!("'{kind}' object does not support {what}")
                } else {
                    format!("'{kind}' object does not support {what} (missed {exit} method)")
                }
            }
            Protocol::AsyncIterable => {
                format!("'async for' requires an object with __aiter__ method, got {kind}")
            }
            Protocol::AsyncIterator => {
                format!("'async for' received an object from __aiter__ that does not implement __anext__: {kind}")
            }
        };
        Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, message))
    }

    /// Whether the type of `value` has a method of this name.
    fn has_method(&mut self, value: Value, name: &str) -> bool {
        match value {
            Value::Instance(_) | Value::Exception(_) => return self.vm.heap.own_method(value, name).is_some(),
            Value::Generator(number) => return is_method_name(name, number & ASYNC_GENERATOR != 0),
            _ => {}
        }
        let function = owner_of(value).and_then(|owner| self.methods.of_protocol(name, owner));
        function.is_some_and(|function| self.is_there(value, function))
    }

    /// What is said of a value that cannot be awaited: statements that await say it in their own words.
    #[cold]
    pub(super) fn cannot_await(&mut self, value: Value) -> Raised {
        let kind = self.vm.heap.type_name(value);
        let plain = format!("object {kind} can't be used in 'await' expression");
        let (message, cause) = match self.awaited_method() {
            method @ ("__aenter__" | "__aexit__") => {
                let missing = "that does not implement __await__";
                (format!("'async with' received an object from {method} {missing}: {kind}"), None)
            }
            "__anext__" => (format!("'async for' received an invalid object from __anext__: {kind}"), Some(plain)),
            _ => (plain, None),
        };
        let raised = self.vm.heap.type_error(message);
        let Some(cause) = cause else { return raised };
        let cause = self.vm.heap.type_error(cause);
        self.vm.heap.set_context(raised, cause.0);
        raise::from(&mut self.vm.heap, raised.0, cause.0)
    }

    /// The method whose result the running code awaits; empty where it is none.
    pub(super) fn awaited_method(&self) -> &str {
        let at = &self.cells[self.activation];
        let before = (at.pc as usize).checked_sub(2).map(|pc| self.program.codes[at.code].ops[pc]);
        match before {
            Some(Op::CallMethod(method, ..) | Op::AwaitMethod(method, ..)) => {
                self.program.names.text(self.program.methods[usize::from(method)])
            }
            _ => "",
        }
    }
}
