//! What a script changes by name while it runs: `asyncio.sleep = quick`, `patch("time.time")`, `globals()["limit"] = 3`. What it
//! names there is looked up each time that it is read.

use crate::program::library;
use crate::script::{BinaryOperator, Expression, ExpressionKind, FormatPart, Import, Statement, StatementKind};
use crate::units::{OrderedMap, OrderedSet};

use super::MAIN;

/// The attributes of modules and the globals that may change.
#[derive(Default)]
pub(super) struct Changed {
    paths: OrderedSet<String>,
    /// Whether any global may: the script asks for all of them.
    is_any_global: bool,
}

impl Changed {
    /// Reads them off a script, in which `imports` are the names of the module that stand for others.
    pub(super) fn of(module: &[Statement], imports: &OrderedMap<&str, &Import>) -> Self {
        let mut found = Self::default();
        found.look_at(module, imports);
        found
    }

    /// Whether an attribute of a module may change: `asyncio.sleep`.
    pub(super) fn has(&self, path: &str) -> bool {
        !self.paths.is_empty() && self.paths.contains(path)
    }

    /// Whether calls of a global function cannot be bound before the run.
    pub(super) fn has_global(&self, name: &str) -> bool {
        self.is_any_global || self.has(&format!("{MAIN}.{name}"))
    }

    /// What of a module is changed: of the script's own, and of `builtins`, by names alone.
    pub(super) fn of_module<'a>(&'a self, module: &'a str) -> impl Iterator<Item = &'a str> {
        self.paths.iter().filter_map(move |path| path.strip_prefix(module)?.strip_prefix('.'))
    }

    fn look_at(&mut self, statements: &[Statement], imports: &OrderedMap<&str, &Import>) {
        for statement in statements {
            match &statement.kind {
                StatementKind::Assign(assignment) => {
                    assignment.targets.iter().for_each(|target| self.note_target(target, imports));
                }
                StatementKind::AugmentedAssign(target, ..) => self.note_target(target, imports),
                StatementKind::Delete(targets) => targets.iter().for_each(|target| self.note_target(target, imports)),
                StatementKind::Function(function) => self.look_at(&function.body, imports),
                StatementKind::Class(class) => self.look_at(&class.body, imports),
                _ => {}
            }
            statement.each_expression(&mut |expression| self.note_calls(expression, imports));
            statement.each_block(&mut |block| self.look_at(block, imports));
        }
    }

    fn note_target(&mut self, target: &Expression, imports: &OrderedMap<&str, &Import>) {
        match &target.kind {
            ExpressionKind::Attribute(..) => path_of(target, imports).iter().for_each(|path| self.note(path)),
            ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
                items.iter().for_each(|item| self.note_target(item, imports));
            }
            _ => {}
        }
    }

    /// Texts that name a path, as `patch` takes them, and texts behind a module: `setattr(time, "sleep", quick)`.
    fn note_calls(&mut self, expression: &Expression, imports: &OrderedMap<&str, &Import>) {
        match &expression.kind {
            ExpressionKind::Attribute(value, name) if name.name == "modules" => {
                self.is_any_global |= path_of(value, imports).is_some_and(|path| path == "sys");
            }
            ExpressionKind::Call(function, arguments) => {
                self.is_any_global |= matches!(&function.kind, ExpressionKind::Name(name) if name == "globals");
                let given: Vec<&Expression> = arguments.iter().take(2).map(crate::script::Argument::value).collect();
                match given.iter().map(|given| &given.kind).collect::<Vec<_>>()[..] {
                    [ExpressionKind::Str(path), ..] if path.contains('.') => self.note(path),
                    [_, ExpressionKind::Str(name)] => {
                        path_of(given[0], imports).iter().for_each(|module| self.note(&format!("{module}.{name}")));
                    }
                    _ => {}
                }
            }
            // `f"{__name__}.cook"` and `__name__ + ".cook"`, wherever they stand.
            ExpressionKind::FString(parts) => {
                if let [FormatPart::Value { value, .. }, FormatPart::Text(rest)] = &parts[..] {
                    self.note_own(value, rest);
                }
            }
            ExpressionKind::Binary(value, BinaryOperator::Add, rest) => {
                if let ExpressionKind::Str(rest) = &rest.kind {
                    self.note_own(value, rest);
                }
            }
            _ => {}
        }
        expression.each_child(&mut |child| self.note_calls(child, imports));
    }

    /// A path may change. Parts of a module share its names: `asyncio.tasks.sleep` is `asyncio.sleep`.
    fn note(&mut self, path: &str) {
        let whole =
            path.rsplit_once('.').and_then(|(module, name)| Some(format!("{}.{name}", library::module(module)?)));
        self.paths.insert(whole.unwrap_or_else(|| path.to_owned()));
    }

    /// A path that begins with the name of the script's own module, as `__name__` has it.
    fn note_own(&mut self, value: &Expression, rest: &str) {
        if matches!(&value.kind, ExpressionKind::Name(name) if name == "__name__") && rest.starts_with('.') {
            self.paths.insert(format!("{MAIN}{rest}"));
        }
    }
}

/// A dotted path, if an expression is one, with the name that it begins with as it was imported.
fn path_of(expression: &Expression, imports: &OrderedMap<&str, &Import>) -> Option<String> {
    match &expression.kind {
        ExpressionKind::Name(name) => {
            Some(imports.get(name.as_str()).map_or_else(|| name.clone(), |import| import.path()))
        }
        ExpressionKind::Attribute(value, name) => Some(format!("{}.{}", path_of(value, imports)?, name.name)),
        _ => None,
    }
}
