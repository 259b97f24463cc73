//! Which names are the script's own where an expression stands, and how the library's are written there.

use indexmap::{IndexMap, IndexSet};

use crate::script::{Argument, Expression, ExpressionKind, Parameters, Statement, StatementKind};
use crate::signatures::asyncio::{Function, MODULES};
use crate::signatures::builtins::Builtin;
use crate::signatures::exceptions::ClassId;

/// The module of what only the simulator has.
pub(super) const SIMULATOR: &str = "kitchen_sim";

/// When `asyncio.wait` is over.
const COMPLETED: [&str; 3] = ["ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"];

/// The names in sight, innermost scope last, and the modules that were used.
#[derive(Debug)]
pub(super) struct Names {
    scopes: Vec<IndexSet<String>>,
    /// Every name that the script binds anywhere.
    taken: IndexSet<String>,
    /// What the script imports: the full path behind each name.
    imports: IndexMap<String, String>,
    /// The modules that what was written needs.
    pub(super) modules: IndexSet<&'static str>,
    /// Whether asyncio's names must stand behind their module.
    qualifies: bool,
}

impl Names {
    /// The names of a module's own statements. `qualifies` tells whether asyncio's names must stand behind their module.
    pub(super) fn of_module(module: &[Statement], qualifies: bool) -> Self {
        let mut taken = IndexSet::new();
        module.iter().for_each(|statement| add_everywhere(statement, &mut taken));
        let mut imports = IndexMap::new();
        module.iter().for_each(|statement| add_imports(statement, &mut imports));
        let mut names = Self { scopes: Vec::new(), taken, imports, modules: IndexSet::new(), qualifies };
        names.enter(bound_in(module));
        names
    }

    /// Enters a scope that binds these names.
    pub(super) fn enter(&mut self, names: IndexSet<String>) {
        self.scopes.push(names);
    }

    /// Enters the scope of a function.
    pub(super) fn enter_function(&mut self, parameters: &Parameters, body: &[Statement]) {
        let mut names = bound_in(body);
        names.extend(parameters.items.iter().map(|parameter| parameter.name.name.clone()));
        self.enter(names);
    }

    /// Leaves the innermost scope.
    pub(super) fn leave(&mut self) {
        self.scopes.pop();
    }

    /// Whether the script binds this name anywhere.
    pub(super) fn is_taken(&self, name: &str) -> bool {
        self.taken.contains(name)
    }

    /// How a name is written.
    pub(super) fn name(&mut self, name: &str) -> String {
        if self.scopes.iter().any(|scope| scope.contains(name)) || name.starts_with("__") {
            return name.to_owned();
        }
        if let Some(path) = self.imports.get(name) {
            return if self.qualifies { name.to_owned() } else { self.spelled(&path.clone()) };
        }
        if let Some(module) = MODULES.iter().find(|module| **module == name) {
            return self.module(module);
        }
        if let Some(module) =
            MODULES.iter().find(|module| module.split_once('.').is_some_and(|(first, _)| first == name))
        {
            // `concurrent` of `concurrent.futures`: the whole module must be imported.
            self.modules.insert(module);
            return name.to_owned();
        }
        let is_built_in = Builtin::find(name).is_some()
            || Function::by_path(name).is_some()
            || ClassId::find("builtins", name).is_some();
        let is_of_asyncio = Function::by_path(&format!("asyncio.{name}")).is_some()
            || ClassId::find("asyncio", name).is_some()
            || COMPLETED.contains(&name);
        if is_built_in || !self.qualifies || !is_of_asyncio || self.is_taken(name) {
            return name.to_owned();
        }
        format!("{}.{name}", self.module("asyncio"))
    }

    /// How a thing of the library is written where there are no imports: asyncio's names stand bare.
    fn spelled(&mut self, path: &str) -> String {
        let (module, item) = path.split_once('.').unwrap_or((path, ""));
        if module == "asyncio" && !item.is_empty() && !self.is_taken(item) {
            return item.to_owned();
        }
        self.modules.extend(MODULES.iter().find(|known| known.split('.').next() == Some(module)));
        path.to_owned()
    }

    /// How an attribute of a module that the script imports is written where there are no imports.
    pub(super) fn item(&mut self, module: &str, item: &str) -> Option<String> {
        let is_hidden = self.scopes.iter().any(|scope| scope.contains(module));
        let path = self.imports.get(module).filter(|_| !self.qualifies && !is_hidden)?;
        Some(self.spelled(&format!("{path}.{item}")))
    }

    /// The full path of the library's function that is called, and the arguments.
    pub(super) fn called<'e>(&self, value: &'e Expression) -> Option<(String, &'e [Argument])> {
        let ExpressionKind::Call(function, arguments) = &value.kind else { return None };
        let path = match &function.kind {
            ExpressionKind::Library(path) => (*path).to_owned(),
            ExpressionKind::Name(name) if self.is_taken(name) => return None,
            ExpressionKind::Name(name) if self.imports.contains_key(name) => self.imports[name].clone(),
            ExpressionKind::Name(name) if Function::by_path(name).is_some() => name.clone(),
            ExpressionKind::Name(name) => format!("asyncio.{name}"),
            ExpressionKind::Attribute(module, item) => match &module.kind {
                ExpressionKind::Name(module) if !self.is_taken(module) => {
                    format!("{}.{}", self.imports.get(module).unwrap_or(module), item.name)
                }
                _ => return None,
            },
            _ => return None,
        };
        Some((path, arguments))
    }

    /// How a thing of the library is written, by its full path, whatever the script's own names are.
    pub(super) fn library(&mut self, path: &'static str) -> String {
        match path.rsplit_once('.') {
            Some((SIMULATOR, item)) if self.qualifies => {
                self.modules.insert(SIMULATOR);
                debug_assert_eq!(item, "work");
                self.work()
            }
            Some((module, item)) => format!("{}.{item}", self.module(module)),
            None if self.is_taken(path) => format!("{}.{path}", self.module("builtins")),
            None => path.to_owned(),
        }
    }

    /// What the stretch of work is called.
    pub(super) fn work(&self) -> String {
        self.free_name("work", "cpu_work")
    }

    /// What a module is called where it is imported.
    pub(super) fn module(&mut self, module: &'static str) -> String {
        self.modules.insert(module);
        self.module_name(module)
    }

    /// The same, without using it.
    pub(super) fn module_name(&self, module: &str) -> String {
        self.free_name(module, &format!("{module}_module"))
    }

    /// The first of the names, or the second with as many underscores as it takes to be free.
    fn free_name(&self, wanted: &str, other: &str) -> String {
        if !self.is_taken(wanted) {
            return wanted.to_owned();
        }
        let mut name = other.to_owned();
        while self.is_taken(&name) {
            name.push('_');
        }
        name
    }
}

/// The names that a block binds in its own scope.
fn bound_in(block: &[Statement]) -> IndexSet<String> {
    let mut names = IndexSet::new();
    block.iter().for_each(|statement| add_bound(statement, &mut names));
    names
}

/// `try: from kitchen_sim import work` with what stands in for it elsewhere: here the import never fails.
pub(super) fn is_simulator_import(statement: &Statement) -> bool {
    let StatementKind::Try { body, .. } = &statement.kind else { return false };
    body.iter().all(|inner| match &inner.kind {
        StatementKind::Import(imports) => imports.iter().all(|import| import.module.name == SIMULATOR),
        _ => false,
    })
}

/// Adds what the statement, and all inside it, imports.
fn add_imports(statement: &Statement, imports: &mut IndexMap<String, String>) {
    if let StatementKind::Import(items) = &statement.kind {
        imports.extend(items.iter().map(|import| {
            let name = import.name.name.clone();
            // `import concurrent.futures` binds the first of its names.
            let binds_first = import.item.is_none() && import.module.name.starts_with(&format!("{name}."));
            let path = if binds_first { name.clone() } else { import.path() };
            (name, path)
        }));
    }
    statement.each_block(&mut |block| block.iter().for_each(|inner| add_imports(inner, imports)));
    if let StatementKind::Function(function) = &statement.kind {
        function.body.iter().for_each(|inner| add_imports(inner, imports));
    }
}

fn add_bound(statement: &Statement, names: &mut IndexSet<String>) {
    if is_simulator_import(statement) {
        return;
    }
    add_own(statement, names);
    statement.each_block(&mut |block| block.iter().for_each(|inner| add_bound(inner, names)));
}

/// The names that a statement binds itself, blocks inside it aside.
fn add_own(statement: &Statement, names: &mut IndexSet<String>) {
    statement.each_expression(&mut |expression| add_walruses(expression, names));
    match &statement.kind {
        StatementKind::Assign(assignment) => assignment.targets.iter().for_each(|target| add_target(target, names)),
        StatementKind::AugmentedAssign(target, ..) | StatementKind::For { target, .. } => add_target(target, names),
        StatementKind::Delete(targets) => targets.iter().for_each(|target| add_target(target, names)),
        StatementKind::With { items, .. } => {
            items.iter().filter_map(|item| item.target.as_ref()).for_each(|target| add_target(target, names));
        }
        StatementKind::Try { handlers, .. } => {
            names.extend(handlers.iter().filter_map(|handler| handler.name.as_ref()).map(|name| name.name.clone()));
        }
        StatementKind::Function(function) => {
            names.insert(function.name.name.clone());
        }
        StatementKind::Class(class) => {
            names.insert(class.name.name.clone());
        }
        // Declared names are bound in a scope around this one.
        StatementKind::Global(identifiers) | StatementKind::Nonlocal(identifiers) => {
            names.extend(identifiers.iter().map(|identifier| identifier.name.clone()));
        }
        StatementKind::Expression(_)
        | StatementKind::Pass
        | StatementKind::Break
        | StatementKind::Continue
        | StatementKind::Return(_)
        | StatementKind::Assert(..)
        | StatementKind::Raise(..)
        | StatementKind::If { .. }
        | StatementKind::Repeat { .. }
        | StatementKind::Import(_)
        | StatementKind::While { .. } => {}
    }
}

/// Adds the names that assigning to `target` binds.
pub(super) fn add_target(target: &Expression, names: &mut IndexSet<String>) {
    match &target.kind {
        ExpressionKind::Name(name) => {
            names.insert(name.clone());
        }
        ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
            items.iter().for_each(|item| add_target(item, names));
        }
        ExpressionKind::Starred(inner) => add_target(inner, names),
        _ => {}
    }
}

fn add_walruses(expression: &Expression, names: &mut IndexSet<String>) {
    if let ExpressionKind::Walrus(name, _) = &expression.kind {
        names.insert(name.name.clone());
    }
    expression.each_child(&mut |child| add_walruses(child, names));
}

/// The names that a statement binds in any scope.
fn add_everywhere(statement: &Statement, names: &mut IndexSet<String>) {
    if is_simulator_import(statement) {
        return;
    }
    add_own(statement, names);
    statement.each_expression(&mut |expression| add_inner_scopes(expression, names));
    statement.each_block(&mut |block| block.iter().for_each(|inner| add_everywhere(inner, names)));
    match &statement.kind {
        StatementKind::Function(function) => {
            names.extend(function.parameters.items.iter().map(|parameter| parameter.name.name.clone()));
            function.body.iter().for_each(|inner| add_everywhere(inner, names));
        }
        StatementKind::Class(class) => class.body.iter().for_each(|inner| add_everywhere(inner, names)),
        _ => {}
    }
}

fn add_inner_scopes(expression: &Expression, names: &mut IndexSet<String>) {
    match &expression.kind {
        ExpressionKind::Lambda(lambda) => {
            names.extend(lambda.parameters.items.iter().map(|parameter| parameter.name.name.clone()));
        }
        ExpressionKind::Comprehension(comprehension) => {
            comprehension.clauses.iter().for_each(|clause| add_target(&clause.target, names));
        }
        _ => {}
    }
    expression.each_child(&mut |child| add_inner_scopes(child, names));
}
