//! Modules as values: what they have is looked for by name while the script runs. And `globals()` and `locals()`.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Value, operate};
use crate::policy::Discipline;
use crate::program;
use crate::program::code::Slot;
use crate::script::ParameterKind;
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::CellId;

use super::activation::Next;
use super::call::Given;
use super::operand::content;
use super::state::value_of;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `getattr(module, name)`
    pub(super) fn attribute_of_module(&mut self, arguments: &[Value]) -> Result<Next, Stop> {
        let [module, name] = [0, 1].map(|index| self.vm.heap.as_text(arguments[index]).unwrap_or_default().to_owned());
        let path = format!("{module}.{name}");
        let found = if program::is_there(&path, self.program.settings.python.minor()) {
            self.global_of_library(&path)
                .or_else(|| program::library_constant(&path).map(|constant| value_of(&constant, &mut self.vm.heap)))
        } else {
            None
        };
        if let Some(found) = found {
            return Ok(Next::Go(found));
        }
        if let Some(part) = program::library_module(&path)
            && let Some(named) = self.global_of_library("helpers.module_named")
        {
            let positional = vec![self.vm.heap.string(part)];
            return self.call_value(named, Given { positional, keywords: Vec::new() });
        }
        let message = format!("module '{module}' has no attribute '{name}'");
        Ok(Next::Throw(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message)))
    }

    /// Gives a global another value, or none; whether there is one of this name.
    pub(super) fn set_global(&mut self, arguments: &[Value]) -> Value {
        let name = self.vm.heap.as_text(arguments[0]).unwrap_or_default();
        let value = arguments.get(1).copied().unwrap_or(Value::Unbound);
        let place = self.program.globals.iter().position(|global| self.program.names.text(*global) == name);
        if let Some(place) = place {
            self.vm.globals[place] = value;
        }
        Value::bool(place.is_some())
    }

    /// What the script's own globals hold now, by name.
    pub(super) fn variables(&mut self, function: Function) -> Result<Value, Raised> {
        if function == Function::LocalVariables { self.variables_of(self.activation) } else { self.global_variables() }
    }

    /// The variables of an activation: parameters, its own, those that closures share, and those of functions around it
    /// (`frameobject.c`, `PyFrame_GetLocals`).
    pub(super) fn variables_of(&mut self, activation: CellId) -> Result<Value, Raised> {
        let code = &self.program.codes[self.cells[activation].code];
        let count = code.locals.len() - code.captured.len();
        let is_rest = |kind| matches!(kind, ParameterKind::Variadic | ParameterKind::VariadicKeywords);
        let mut slots: Vec<(u8, &str, Slot)> = Vec::new();
        for (slot, name) in (0..).zip(&code.locals[..count]) {
            let rank = match code.parameters.get(usize::from(slot)) {
                Some(parameter) if is_rest(parameter.kind) => 1,
                Some(_) => 0,
                None if matches!(self.cells.slot(activation, slot), Value::Shared(_)) => 3,
                None => 2,
            };
            slots.push((rank, self.names.text(*name), slot));
        }
        for (slot, name) in code.captured.iter().zip(&code.locals[count..]) {
            slots.push((4, self.names.text(*name), *slot));
        }
        // Cells stand in the order of their names.
        slots.sort_by_key(|(rank, name, _)| (*rank, if *rank > 2 { *name } else { "" }));
        let variables: Vec<(String, Value)> = slots
            .into_iter()
            .map(|(_, name, slot)| (name.to_owned(), content(&self.vm.heap, self.cells.slot(activation, slot))))
            .collect();
        let dict = self.vm.heap.dict();
        for (name, value) in variables {
            if value != Value::Unbound {
                let key = self.vm.heap.string_from(name);
                operate::set_item(&mut self.vm.heap, dict, key, value)?;
            }
        }
        Ok(dict)
    }

    fn global_variables(&mut self) -> Result<Value, Raised> {
        let dict = self.vm.heap.dict();
        for (index, name) in self.program.globals.iter().enumerate() {
            let (name, value) = (self.program.names.text(*name), self.vm.globals[index]);
            if !name.contains('.') && value != Value::Unbound {
                let key = self.vm.heap.string(name);
                operate::set_item(&mut self.vm.heap, dict, key, value)?;
            }
        }
        Ok(dict)
    }
}
