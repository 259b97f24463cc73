//! Modules as values, and what a module has only in later versions of Python.

use crate::diag::catalog;
use crate::program::code::{Constant, Op, Slot};
use crate::program::library::{self, Item};
use crate::script::{Argument, Expression, ExpressionKind, Identifier, Import};
use crate::signatures::asyncio::Function;
use crate::units::{Dialect, Span};

use super::frame::FrameKind;
use super::{Lowering, Place};

impl<'a> Lowering<'a> {
    /// A module as a value: what asks it for an attribute finds what is behind a dot elsewhere.
    pub(super) fn module_value(&mut self, module: &str) {
        self.call_helper("helpers.module_named", &[module]);
    }

    /// The thing of the library that `expression` names, if it names one: `sleep`, `asyncio.sleep`, the verb's own.
    pub(super) fn library_item(&mut self, expression: &'a Expression) -> Option<Item> {
        match &expression.kind {
            ExpressionKind::Library(path) => library::find(path),
            ExpressionKind::Name(name) => match self.resolve(name) {
                Place::Library(item) => Some(item),
                Place::Local(_) | Place::Global(_) | Place::Module(_) | Place::Nothing(_) | Place::Unknown => None,
            },
            ExpressionKind::Attribute(value, name) => {
                let module = self.module_path(value)?;
                let path = format!("{module}.{}", name.name);
                let is_elsewhere =
                    self.library_global(&path).is_some() || !self.is_there(&path) || self.changed.has(&path);
                if is_elsewhere { None } else { library::find(&path) }
            }
            _ => None,
        }
    }

    /// The module that `expression` names, if it is one and the script does not use the name for something else.
    pub(super) fn module_path(&mut self, expression: &'a Expression) -> Option<&'static str> {
        match &expression.kind {
            ExpressionKind::Name(name) => match self.resolve(name) {
                Place::Module(module) => Some(module),
                Place::Local(_) | Place::Global(_) | Place::Library(_) | Place::Nothing(_) | Place::Unknown => None,
            },
            ExpressionKind::Attribute(value, name) => {
                let module = self.module_path(value)?;
                library::module(&format!("{module}.{}", name.name))
            }
            _ => None,
        }
    }

    /// Lowers an attribute of a module, or reports that there is none; whether `value` is a module.
    pub(super) fn attribute_of_module(&mut self, value: &'a Expression, name: &Identifier) -> bool {
        let Some(module) = self.module_path(value) else { return false };
        let path = format!("{module}.{}", name.name);
        if !self.is_there(&path) || self.changed.has(&path) {
            self.module_value(module);
            let id = self.names.intern(&name.name);
            self.emit(Op::Attribute(id));
            return true;
        }
        if let Some(part) = library::module(&path) {
            self.module_value(part);
            return true;
        }
        if name.name == "__name__" {
            let name = self.constant(Constant::Str(module.to_owned()));
            self.emit(Op::Constant(name));
            return true;
        }
        if let Some(global) = self.library_global(&path) {
            self.emit(Op::Global(global));
            return true;
        }
        let is_later = library::is_not_there_yet(&name.name).then_some("it comes with a later version");
        if let Some(instead) = is_later.or_else(|| library::instead_of(module, &name.name)) {
            let what = format!("`{module}.{}`", name.name);
            self.problem(catalog::not_supported(name.span, &what, instead));
            return true;
        }
        if self.expects_attribute_errors() && library::is_nowhere(module, &name.name) {
            self.call_helper("helpers.has_no_attribute", &[module, &name.name]);
        } else {
            self.unknown_attribute(name, module);
        }
        true
    }

    /// Gives the built-ins that the script changes, which are variables therefore, what they are at first.
    pub(super) fn changed_builtins(&mut self) {
        let names: Vec<String> = self.changed.of_module("builtins").map(str::to_owned).collect();
        for name in names {
            if let (Some(item), Some(global)) =
                (library::find_builtin(&name), self.library_global(&format!("builtins.{name}")))
            {
                self.item(&item);
                self.emit(Op::StoreGlobal(global));
            }
        }
    }

    /// The globals of the script that are called as built-ins are, and the op that reads the built-in.
    pub(super) fn built_in_globals(&mut self) -> Vec<(u32, Op)> {
        if self.dialect != Dialect::Python {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (global, name) in (0..).zip(self.globals.clone()) {
            if let Some(written) = self.library_global(&format!("builtins.{name}")) {
                found.push((global, Op::Global(written)));
            } else if let Some(item) = library::find_builtin(&name) {
                found.push((global, Op::Constant(self.constant(item.constant()))));
            }
        }
        found
    }

    /// Reports that a module has nothing of this name.
    pub(super) fn unknown_attribute(&mut self, name: &Identifier, module: &str) {
        let written = |known: &String| {
            let name = known.strip_prefix(module)?.strip_prefix('.')?;
            (!name.contains('.') && !name.starts_with('_')).then(|| name.to_owned())
        };
        let written: Vec<String> = self.globals.iter().filter_map(written).collect();
        let mut candidates = library::names_of_module(module);
        candidates.extend(written.iter().map(String::as_str));
        self.problem(catalog::unknown_attribute(name.span, module, &name.name, &candidates));
    }

    /// Whether the script's Python has what is called `path`.
    pub(super) fn is_there(&self, path: &str) -> bool {
        library::is_there(path, self.python)
    }

    /// What happens where something is imported that the script's Python does not have.
    pub(super) fn import_too_new(&mut self, import: &Import) {
        let name = import.item.as_ref().map_or("", |item| item.name.as_str()).to_owned();
        self.call_helper("helpers.cannot_import", &[&import.module.name, &name]);
    }

    /// `sys.stdout = stream`: whether it is that.
    pub(super) fn redirect(&mut self, object: &'a Expression, name: &str, stream: Slot) -> bool {
        if !matches!(name, "stdout" | "stderr") || self.module_path(object) != Some("sys") {
            return false;
        }
        let Some(helper) = self.library_global("helpers.assign_output") else { return false };
        let slots = [self.temporary(), self.temporary(), self.temporary()];
        self.emit(Op::Global(helper));
        self.emit(Op::Store(slots[0]));
        let constant = self.constant(Constant::Str(name.to_owned()));
        self.emit(Op::StoreConstant(slots[1], constant));
        self.emit(Op::Local(stream));
        self.emit(Op::Store(slots[2]));
        self.emit(Op::Call(slots[0], 2));
        true
    }

    /// Reports that an attribute of a module is set or deleted, where nothing foresaw it: what was bound before the run would stay.
    pub(super) fn check_change(&mut self, object: &'a Expression, name: &str) {
        let Some(module) = self.module_path(object) else { return };
        let path = format!("{module}.{name}");
        if self.library.is_none() && !self.changed.has(&path) && self.library_global(&path).is_none() {
            let instead = "import it at the top of the file, by the name that it is changed by";
            self.problem(catalog::not_supported(object.span, "changing a module that a function imports", instead));
        }
    }

    /// `dir()`, `vars()` and `locals()` of where they stand: whether it is one of them.
    pub(super) fn names_of_place(&mut self, span: Span, function: &Expression, arguments: &[Argument]) -> bool {
        let ExpressionKind::Name(name) = &function.kind else { return false };
        let is_one = matches!(name.as_str(), "dir" | "vars" | "locals") && arguments.is_empty();
        if !is_one || self.dialect != Dialect::Python || self.library.is_some() {
            return false;
        }
        let is_built_in = match self.resolve(name) {
            Place::Global(global) => self.library_global(&format!("builtins.{name}")) == Some(global),
            place => matches!(place, Place::Library(_) | Place::Unknown),
        };
        if !is_built_in {
            return false;
        }
        if self.frame().kind != FrameKind::Module && name != "dir" && self.frame().scopes.is_empty() {
            let mark = self.frame().mark();
            let first = self.temporary();
            self.emit(Op::CallLibrary(Function::LocalVariables, first, 0));
            self.frame().release(mark);
        } else if self.frame().kind == FrameKind::Module && !self.frame().is_in_class() {
            self.call_helper(if name == "dir" { "builtins.global_dir" } else { "builtins.globals" }, &[]);
        } else {
            let place = if name == "dir" { "function" } else { "comprehension" };
            let what = format!("`{name}()` in a {place} or class");
            self.problem(catalog::not_supported(span, &what, "write down the names that are meant"));
        }
        true
    }

    pub(super) fn call_helper(&mut self, path: &str, texts: &[&str]) {
        let Some(helper) = self.library_global(path) else { return };
        let mark = self.frame().mark();
        let first = self.temporary();
        self.emit(Op::Global(helper));
        self.emit(Op::Store(first));
        for text in texts {
            let slot = self.temporary();
            let constant = self.constant(Constant::Str((*text).to_owned()));
            self.emit(Op::StoreConstant(slot, constant));
        }
        let count = u8::try_from(texts.len()).expect("helpers take few texts");
        self.emit(Op::Call(first, count));
        self.frame().release(mark);
    }
}
