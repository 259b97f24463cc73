//! What functions of the script tell of themselves (`funcobject.c`, `func_getsetlist`; `code.h`).

use crate::kernel::exception::Raised;
use crate::kernel::{Reference, Value, operate};
use crate::policy::Discipline;
use crate::program::code::Slot;
use crate::script::statement::ParameterKind;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;

use super::activation::Next;
use super::call::{Given, go_or_throw};
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// What a function of the script takes; `None` of anything else.
    pub(super) fn parameters_of_function(&mut self, function: Value) -> Next {
        let Value::Function(at) = function else { return Next::Go(Value::None) };
        let object = self.vm.heap.function_object(at);
        let (code, defaults) = (object.code, object.defaults.to_vec());
        let program = self.program;
        if program.codes[code].is_annotated && self.vm.heap.field(function, "__annotations__").is_none() {
            return Next::Throw(
                self.vm.heap.unsupported("the signature of a function with annotations, which are not kept"),
            );
        }
        let mut rows = Vec::new();
        for (at, parameter) in program.codes[code].parameters.iter().enumerate() {
            let name = self.vm.heap.string_from(self.names.text(parameter.name).to_owned());
            let kind = Value::Int(parameter.kind as i64);
            let default = defaults.get(at).copied().filter(|_| parameter.has_default).unwrap_or(Value::None);
            rows.push(self.vm.heap.tuple(vec![name, kind, Value::bool(parameter.has_default), default]));
        }
        Next::Go(self.vm.heap.list(rows))
    }

    /// An attribute that every function has, where the script has not set it.
    pub(super) fn part_of_function(&mut self, function: Value, name: Value) -> Result<Next, Stop> {
        let Value::Function(at) = function else { unreachable!("the kernel asks for functions alone") };
        let name = self.vm.heap.as_text(name).unwrap_or_default().to_owned();
        let object = self.vm.heap.function_object(at);
        let captures = !object.captured.is_empty();
        Ok(Next::Go(match name.as_str() {
            "__defaults__" | "__kwdefaults__" => {
                return Ok(go_or_throw(self.defaults_of_function(function, name == "__kwdefaults__")));
            }
            "__annotations__" if let Some(annotations) = self.annotations_of_wrapped(function) => annotations,
            "__annotations__" if !self.is_annotated(function) => {
                let annotations = self.vm.heap.dict();
                self.vm.heap.set_field(function, &name, annotations);
                annotations
            }
            "__closure__" if !captures => Value::None,
            "__closure__" => return self.cells_of_function(at),
            "__call__" => function,
            "__type_params__" => self.vm.heap.tuple(Vec::new()),
            _ => {
                return Ok(Next::Throw(
                    self.vm.heap.unsupported(format!("`{name}` of this function, which is not kept")),
                ));
            }
        }))
    }

    /// `function.__closure__`: cells with what its captured variables hold, in the order of their names.
    fn cells_of_function(&mut self, function: Reference) -> Result<Next, Stop> {
        let object = self.vm.heap.function_object(function);
        let code = &self.program.codes[object.code];
        let name = |slot: &Slot| code.locals.get(usize::from(*slot)).map_or("", |name| self.names.text(*name));
        let mut captured: Vec<_> = code.captured.iter().map(name).zip(object.captured.iter().copied()).collect();
        captured.sort_by_key(|(name, _)| *name);
        let values: Vec<Value> = captured.into_iter().map(|(_, value)| value).collect();
        let mut contents = Vec::new();
        for value in values {
            let held = if let Value::Shared(at) = value { self.vm.heap.shared_get(at) } else { value };
            let held = if held == Value::Unbound { Vec::new() } else { vec![held] };
            contents.push(self.vm.heap.tuple(held));
        }
        let contents = self.vm.heap.list(contents);
        self.call_value(self.helper(Helper::Cells), Given { positional: vec![contents], keywords: Vec::new() })
    }

    /// The annotations of what a function wraps (`functools.py`, `update_wrapper`).
    fn annotations_of_wrapped(&self, function: Value) -> Option<Value> {
        let mut next = self.vm.heap.field(function, "__wrapped__");
        while let Some(wrapped @ Value::Function(_)) = next {
            if let Some(annotations) = self.vm.heap.field(wrapped, "__annotations__") {
                return Some(annotations);
            }
            next = self.vm.heap.field(wrapped, "__wrapped__");
        }
        None
    }

    /// Whether a function has annotations, or one that it wraps.
    fn is_annotated(&self, function: Value) -> bool {
        let mut next = Some(function);
        while let Some(Value::Function(at)) = next {
            if self.program.codes[self.vm.heap.function_object(at).code].is_annotated {
                return true;
            }
            next = self.vm.heap.field(Value::Function(at), "__wrapped__");
        }
        false
    }

    /// `__defaults__`, a tuple, or `__kwdefaults__`, a dict; `None` without any.
    fn defaults_of_function(&mut self, function: Value, by_name: bool) -> Result<Value, Raised> {
        let Value::Function(at) = function else { return Ok(Value::None) };
        let object = self.vm.heap.function_object(at);
        let (code, defaults) = (object.code, object.defaults.to_vec());
        let program = self.program;
        let parameters = program.codes[code].parameters.iter().zip(defaults);
        let given: Vec<_> = parameters
            .filter(|(parameter, _)| parameter.has_default && (parameter.kind == ParameterKind::KeywordOnly) == by_name)
            .collect();
        if given.is_empty() {
            return Ok(Value::None);
        }
        if !by_name {
            return Ok(self.vm.heap.tuple(given.into_iter().map(|(_, default)| default).collect()));
        }
        let dict = self.vm.heap.dict();
        for (parameter, default) in given {
            let name = self.vm.heap.string_from(self.names.text(parameter.name).to_owned());
            operate::set_item(&mut self.vm.heap, dict, name, default)?;
        }
        Ok(dict)
    }
}
