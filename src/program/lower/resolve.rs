//! What names mean: found once before lowering for the module, then asked for each name.

use crate::diag::catalog::{self, Hidden};
use crate::program::code::{Constant, Op};
use crate::program::library::{self, Item};
use crate::program::scope::Bindings;
use crate::script::{Expression, ExpressionKind, Identifier, Import, LibraryModule, Statement, StatementKind};
use crate::units::{Dialect, OrderedMap, Span};

use super::changed::Changed;
use super::frame::{Frame, Symbol};
use super::{Lowering, MAIN, StaticFunction};

/// Where a name lives.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
    Local(Symbol),
    Global(u32),
    Library(Item),
    Module(&'static str),
    /// It was imported, and a run has nothing of that name.
    Nothing(OnlyImported),
    Unknown,
}

/// Why an imported name means nothing in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OnlyImported {
    /// It is good for annotations alone.
    ForAnnotations,
    /// Its import was refused, which has been said.
    Refused,
    /// A run does not have its module.
    Elsewhere,
}

impl<'a> Lowering<'a> {
    /// Finds every global of the module, and which of them are functions that calls can be bound to before the run: nothing
    /// rebinds them, and nothing can call them before they are defined.
    pub(super) fn collect_globals(&mut self, module: &'a [Statement]) {
        let bindings = Bindings::of_block(module);
        self.globals.extend(bindings.locals.into_iter().map(str::to_owned));
        self.imports = bindings.imports;
        self.changed = Changed::of(module, &self.imports);
        let mut bound: OrderedMap<&'a str, usize> = OrderedMap::default();
        count_bindings(module, &mut bound);
        declared_global(module, &mut |name| {
            self.globals.insert(name.to_owned());
            self.imports.shift_remove(name);
            *bound.entry(name).or_default() += 2;
        });
        for name in self.changed.of_module(MAIN) {
            if self.imports.shift_remove(name).is_some() {
                self.globals.insert(name.to_owned());
            }
        }
        self.globals.extend(self.changed.of_module("builtins").map(|name| format!("builtins.{name}")));
        let mut has_run_something = false;
        for statement in module {
            has_run_something = has_run_something || self.may_run_functions(statement);
            if let StatementKind::Function(function) = &statement.kind
                && bound.get(function.name.name.as_str()) == Some(&1)
                && function.decorators.is_empty()
                && !has_run_something
                && !self.changed.has_global(&function.name.name)
            {
                let entry = StaticFunction { parameters: &function.parameters, code: None };
                self.statics.insert(&function.name.name, entry);
            }
        }
    }

    /// Finds what the parts of the library that are written in Python define.
    pub(super) fn collect_library(&mut self, library: &'a [LibraryModule]) {
        for module in library {
            let names = Bindings::of_block(&module.statements).locals;
            self.globals.extend(names.into_iter().map(|name| format!("{}.{name}", module.name)));
        }
    }

    /// The global that holds a thing of the library that is written in Python: `functools.partial`.
    pub(super) fn library_global(&self, path: &str) -> Option<u32> {
        let index = path.contains('.').then(|| self.globals.get_index_of(path)).flatten()?;
        Some(u32::try_from(index).expect("a spec has fewer than 2³² globals"))
    }

    /// Whether a statement of the module may call functions of the script: it calls more than the library, or starts a loop.
    fn may_run_functions(&self, statement: &'a Statement) -> bool {
        let mut found = false;
        statement.each_expression(&mut |expression| {
            found = found || expression.any(&mut |inner| self.is_call_of_script(inner));
        });
        statement.each_block(&mut |block| found = found || block.iter().any(|inner| self.may_run_functions(inner)));
        found
    }

    fn is_call_of_script(&self, expression: &Expression) -> bool {
        let ExpressionKind::Call(function, _) = &expression.kind else { return false };
        match &function.kind {
            ExpressionKind::Name(name) => {
                self.globals.contains(name.as_str())
                    || self.imports.get(name.as_str()).is_some_and(|import| import.path().ends_with(".run"))
            }
            ExpressionKind::Attribute(owner, name) => match &owner.kind {
                ExpressionKind::Name(owner) => self.globals.contains(owner.as_str()) || name.name == "run",
                _ => true,
            },
            _ => true,
        }
    }

    /// Where `name` lives, seen from the innermost frame.
    pub(super) fn resolve(&mut self, name: &str) -> Place {
        if let Some(symbol) = self.frames.last().and_then(|frame| frame.own_symbol(name)) {
            return Place::Local(symbol);
        }
        self.resolve_beyond(name)
    }

    /// What a name that a function assigns hides from it.
    pub(super) fn hidden_by_local(&mut self, name: &str) -> Hidden {
        match self.resolve_beyond(name) {
            Place::Global(_) if !self.statics.contains_key(name) => Hidden::Variable,
            Place::Global(_) | Place::Library(_) | Place::Module(_) => Hidden::Function,
            Place::Local(_) | Place::Nothing(_) | Place::Unknown => Hidden::Nothing,
        }
    }

    /// Where `name` lives outside of the innermost frame.
    pub(super) fn resolve_beyond(&mut self, name: &str) -> Place {
        if self.is_body {
            return library::find_inside(name).map_or(Place::Unknown, Place::Library);
        }
        if let Some(module) = self.library {
            return match self.library_global(&format!("{module}.{name}")) {
                Some(global) => Place::Global(global),
                None => library::find(name)
                    .or_else(|| library::find_inside(name))
                    .map(Place::Library)
                    .or_else(|| library::module(name).map(Place::Module))
                    .or_else(|| self.library_global(&format!("helpers.{name}")).map(Place::Global))
                    .or_else(|| self.library_global(&format!("builtins.{name}")).map(Place::Global))
                    .unwrap_or(Place::Unknown),
            };
        }
        let import = self.frames.iter().rev().find_map(|frame| Some((frame.own_import(name)?, frame)));
        if let Some((import, frame)) = import {
            let is_own = self.frames.last().is_some_and(|innermost| std::ptr::eq(innermost, frame));
            return if is_own && !frame.has_imported(name) { Place::Unknown } else { self.imported(import) };
        }
        if let Some(index) = self.globals.get_index_of(name) {
            return Place::Global(u32::try_from(index).expect("a spec has fewer than 2³² globals"));
        }
        for module in &self.stars {
            let path = format!("{module}.{name}");
            if let Some(global) = self.library_global(&path) {
                return Place::Global(global);
            }
            if let Some(item) = library::find(&path) {
                return Place::Library(item);
            }
        }
        if let Some(global) = self.library_global(&format!("builtins.{name}")) {
            return Place::Global(global);
        }
        match self.dialect {
            Dialect::Python => library::find_builtin(name).map_or(Place::Unknown, Place::Library),
            Dialect::Spec => library::find(name)
                .map(Place::Library)
                .or_else(|| library::module(name).map(Place::Module))
                .unwrap_or(Place::Unknown),
        }
    }

    /// A name that nothing gives a value: reading it is a `NameError`.
    pub(super) fn absent_global(&mut self, name: &str) {
        let global = self.globals.insert_full(name.to_owned()).0;
        self.emit(Op::Global(u32::try_from(global).expect("a spec has fewer than 2³² globals")));
    }

    /// Says that `name` is not known, with the nearest that is.
    pub(super) fn unknown_name(&mut self, span: Span, name: &str) {
        if library::is_not_there_yet(name) {
            let what = format!("`{name}`");
            self.problem(catalog::not_supported(span, &what, "it comes with a later version"));
            return;
        }
        if self.expects_name_errors() {
            self.absent_global(name);
            return;
        }
        if self.dialect == Dialect::Python {
            let of_asyncio = library::find(&format!("asyncio.{name}")).map(|_| format!("from asyncio import {name}"));
            let import = library::module(name).map(|module| format!("import {module}")).or(of_asyncio);
            if let Some(import) = import {
                self.problem(catalog::not_imported(span, name, &import));
                return;
            }
        }
        let mut candidates: Vec<String> =
            self.frames.iter().flat_map(Frame::visible_names).map(str::to_owned).collect();
        candidates.extend(self.globals.iter().filter(|known| !known.contains('.')).cloned());
        match self.dialect {
            Dialect::Spec => candidates.extend(library::bare_names().map(str::to_owned)),
            Dialect::Python => candidates.extend(library::builtin_names().map(str::to_owned)),
        }
        let candidates: Vec<&str> = candidates.iter().map(String::as_str).collect();
        self.problem(catalog::unknown_name(span, name, &candidates));
    }
}

impl Lowering<'_> {
    /// The module, good for annotations, that `expression` names: `types`, `collections.abc`.
    pub(super) fn module_of_types(&mut self, expression: &Expression) -> Option<String> {
        match &expression.kind {
            ExpressionKind::Name(name) if self.resolve(name) == Place::Nothing(OnlyImported::ForAnnotations) => {
                let import = self.frames.iter().rev().find_map(|frame| frame.own_import(name))?;
                import.item.is_none().then(|| import.module.name.clone())
            }
            ExpressionKind::Attribute(package, name) => match &package.kind {
                ExpressionKind::Name(package) => {
                    let Place::Module(package) = self.resolve(package) else { return None };
                    Some(format!("{package}.{}", name.name)).filter(|path| library::is_for_annotations(path))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// The global that holds what `expression` names of such a module, where a run has it.
    pub(super) fn global_of_types(&mut self, expression: &Expression) -> Option<u32> {
        let ExpressionKind::Attribute(module, name) = &expression.kind else { return None };
        let module = self.module_of_types(module)?;
        self.global_of_path(&format!("{module}.{}", name.name))
    }

    /// The global that holds what such a module has under this path.
    pub(super) fn global_of_path(&self, path: &str) -> Option<u32> {
        let path = if path == "typing.NamedTuple" { "collections.TypedNamedTuple" } else { path };
        let abstract_class = |name| self.library_global(&format!("collections.abc.{name}"));
        self.library_global(path).or_else(|| path.strip_prefix("typing.").and_then(abstract_class))
    }

    /// Whether a condition is true for type checkers alone: `typing.TYPE_CHECKING`.
    pub(super) fn is_for_checkers(&mut self, test: &Expression) -> bool {
        match &test.kind {
            ExpressionKind::Name(name) => {
                name == "TYPE_CHECKING" && self.resolve(name) == Place::Library(Item::Constant(Constant::Bool(false)))
            }
            ExpressionKind::Attribute(module, name) => {
                name.name == "TYPE_CHECKING" && self.module_of_types(module).is_some()
            }
            _ => false,
        }
    }

    /// Lowers an attribute of such a module, or reports that there is none; whether it is one.
    pub(super) fn attribute_of_types(&mut self, whole: &Expression, module: &Expression, name: &Identifier) -> bool {
        if let Some(global) = self.global_of_types(whole) {
            self.emit(Op::Global(global));
            return true;
        }
        let Some(module) = self.module_of_types(module) else { return false };
        self.form(name.span, &name.name, &format!("{module}.{}", name.name));
        true
    }

    /// Whether a name is imported from `typing`.
    pub(super) fn comes_from_typing(&self, name: &str) -> bool {
        let import = self.frames.iter().rev().find_map(|frame| frame.own_import(name));
        import.is_some_and(|import| import.module.name == "typing")
    }

    /// acc = a name that comes from an import for annotations, as a value
    pub(super) fn form_of_import(&mut self, span: Span, name: &str) {
        let import = self.frames.iter().rev().find_map(|frame| frame.own_import(name));
        let path = import.map_or_else(String::new, Import::path);
        self.form(span, name, &path);
    }

    /// acc = what is called `path` and is good for annotations, as a value
    pub(super) fn form(&mut self, span: Span, name: &str, path: &str) {
        if path == "typing.TYPE_CHECKING" {
            self.item(&Item::Constant(Constant::Bool(false)));
        } else if library::is_form(path) && self.library_global("typing.form").is_some() {
            self.call_helper("typing.form", &[path]);
        } else {
            self.problem(catalog::only_for_annotations(span, name));
        }
    }

    /// What an import brings. `import a.b` brings `a`.
    fn imported(&self, import: &Import) -> Place {
        let module = &import.module.name;
        if library::is_for_annotations(module) {
            if import.item.is_none()
                && let Some((package, _)) = module.split_once('.')
                && import.name.name == package
            {
                return library::module(package).map_or(Place::Unknown, Place::Module);
            }
            let nothing = Place::Nothing(OnlyImported::ForAnnotations);
            return match import.path().as_str() {
                "typing.TYPE_CHECKING" => Place::Library(Item::Constant(Constant::Bool(false))),
                path => self.global_of_path(path).map_or(nothing, Place::Global),
            };
        }
        if library::is_elsewhere(module) {
            return Place::Nothing(OnlyImported::Elsewhere);
        }
        let refused = Place::Nothing(OnlyImported::Refused);
        match (&import.item, library::module(module)) {
            (None, Some(_)) if module.starts_with(&format!("{}.", import.name.name)) => {
                library::module(&import.name.name).map_or(refused, Place::Module)
            }
            (None, Some(module)) => Place::Module(module),
            (Some(_), Some(_)) => self
                .library_global(&import.path())
                .map(Place::Global)
                .or_else(|| library::find(&import.path()).map(Place::Library))
                .or_else(|| library::module(&import.path()).map(Place::Module))
                .unwrap_or(refused),
            (_, None) => refused,
        }
    }
}

/// Counts how often the module itself binds each name.
fn count_bindings<'a>(block: &'a [Statement], bound: &mut OrderedMap<&'a str, usize>) {
    for statement in block {
        let once = Bindings::of_block(std::slice::from_ref(statement));
        for name in once.locals.iter().chain(once.imports.keys()) {
            *bound.entry(name).or_default() += if matches!(statement.kind, StatementKind::Function(_)) { 1 } else { 2 };
        }
    }
}

/// Calls `visit` with every name that some function declares `global`.
fn declared_global<'a>(block: &'a [Statement], visit: &mut dyn FnMut(&'a str)) {
    for statement in block {
        statement.each_block(&mut |inner| declared_global(inner, visit));
        match &statement.kind {
            StatementKind::Global(names) => names.iter().for_each(|name| visit(&name.name)),
            StatementKind::Function(function) => declared_global(&function.body, visit),
            StatementKind::Class(class) => declared_global(&class.body, visit),
            _ => {}
        }
    }
}
