//! Imports: checked where they stand. A name that only an import binds is known before the run and costs nothing.

use crate::diag::{Diagnostic, catalog};
use crate::program::code::Op;
use crate::program::library;
use crate::script::{Identifier, Import};
use crate::signatures::asyncio::MODULES;

use super::frame::FrameKind;
use super::{Lowering, Place};

impl<'a> Lowering<'a> {
    /// `import …`, `from … import …`
    pub(super) fn import(&mut self, imports: &'a [Import]) {
        for import in imports {
            if self.check_import(import) {
                if import.item.is_some() && !self.is_there(&import.path()) {
                    self.import_too_new(import);
                }
                if !library::is_on_windows(&import.path()) {
                    self.bind_import(import);
                }
            }
            self.frame().note_import(&import.name.name);
        }
    }

    /// Whether there is what is imported; reports when there is not.
    fn check_import(&mut self, import: &'a Import) -> bool {
        let Identifier { name: module, span } = &import.module;
        // What a run does not have may be imported, as long as nothing is done with it.
        if library::is_for_annotations(module) || library::is_elsewhere(module) {
            return true;
        }
        let Some(known) = MODULES.iter().find(|known| *known == module) else {
            let first = module.split('.').next().unwrap_or(module);
            if library::module(first).is_none() && !module.starts_with('.') && self.expects_import_errors() {
                self.call_helper("helpers.cannot_find", &[first]);
                return false;
            }
            let is_later = library::is_not_there_yet(first);
            self.problem(if is_later {
                not_yet(&import.module)
            } else {
                catalog::unknown_module(*span, module, MODULES)
            });
            return false;
        };
        let Some(item) = &import.item else { return true };
        if item.name == "*" {
            if self.frame().kind != FrameKind::Module {
                self.problem(catalog::star_in_function(item.span));
            }
            self.stars.insert(known);
            return false;
        }
        let path = import.path();
        let is_there = library::is_on_windows(&path)
            || library::find(&path).is_some()
            || library::module(&path).is_some()
            || self.library_global(&path).is_some();
        if !is_there {
            if library::is_not_there_yet(&item.name) {
                self.problem(not_yet(item));
            } else if let Some(instead) = library::instead_of(known, &item.name) {
                self.problem(catalog::not_supported(item.span, &format!("`{path}`"), instead));
            } else if self.expects_import_errors() && library::is_nowhere(known, &item.name) {
                self.import_too_new(import);
            } else {
                self.unknown_attribute(item, known);
            }
            return false;
        }
        true
    }

    /// Stores to a variable what is imported under a name that other statements bind, too.
    fn bind_import(&mut self, import: &'a Import) {
        let name = &import.name;
        if self.frame().own_import(&name.name).is_some() && !self.frame().is_of_class(&name.name) {
            return;
        }
        if let Some(global) = self.global_of_path(&import.path()) {
            self.emit(Op::Global(global));
            self.store_name(&name.name, name.span);
        } else if let Some(item) = library::find(&import.path()) {
            self.item(&item);
            self.store_name(&name.name, name.span);
        } else if import.item.is_none()
            && let Some(module) = library::module(&import.module.name)
        {
            self.module_value(module);
            self.store_name(&name.name, name.span);
        } else if !matches!(self.resolve(&name.name), Place::Nothing(_)) {
            if library::is_form(&import.path()) {
                self.form(name.span, &name.name, &import.path());
                self.store_name(&name.name, name.span);
                return;
            }
            let instead = "give the module a name of its own";
            self.problem(catalog::not_supported(name.span, "a module and something else under one name", instead));
        }
    }
}

fn not_yet(name: &Identifier) -> Diagnostic {
    catalog::not_supported(name.span, &format!("`{}`", name.name), "it comes with a later version")
}
