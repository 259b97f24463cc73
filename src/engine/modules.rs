//! Modules as values: what they have is looked for by name while the script runs. And `globals()`.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Value, operate};
use crate::policy::Discipline;
use crate::program;
use crate::trace::Sink;

use super::Engine;
use super::state::value_of;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `getattr(module, name)`
    pub(super) fn attribute_of_module(&mut self, arguments: &[Value]) -> Result<Value, Raised> {
        let [module, name] = [0, 1].map(|index| self.vm.heap.as_text(arguments[index]).unwrap_or_default().to_owned());
        let path = format!("{module}.{name}");
        let found = if program::is_there(&path, self.program.settings.python.minor()) {
            self.global_of_library(&path)
                .or_else(|| program::library_constant(&path).map(|constant| value_of(&constant, &mut self.vm.heap)))
        } else {
            None
        };
        found.ok_or_else(|| {
            let message = format!("module '{module}' has no attribute '{name}'");
            self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message)
        })
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
    pub(super) fn global_variables(&mut self) -> Result<Value, Raised> {
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
