//! Takes a module apart into what a spec is made of: functions, globals, the entry. Everything else at the top is refused.

use indexmap::IndexMap;

use crate::diag::Diagnostic;
use crate::diag::catalog::convert;
use crate::script::{
    Argument, Comparison, Expression, ExpressionKind, Function, Script, Statement, StatementKind, UnaryOperator,
};

use super::super::names::{Names, SIMULATOR, is_simulator_import};
use super::Printer;

/// The parts of a spec.
#[derive(Default)]
pub(super) struct Module<'a> {
    pub(super) docstring: Option<&'a str>,
    pub(super) functions: Vec<&'a Function>,
    /// Classes of exceptions, and what they derive from.
    pub(super) exceptions: IndexMap<&'a str, &'a Expression>,
    pub(super) globals: IndexMap<&'a str, &'a Expression>,
    /// What the program seeds the module `random` with before all else: a spec's key.
    pub(super) seed: Option<i64>,
    /// The call that begins everything.
    pub(super) entry: Option<&'a Expression>,
}

impl<'a> Module<'a> {
    /// The parts of the script's module; what belongs to none of them is a problem.
    pub(super) fn of(script: &'a Script, names: &Names, problems: &mut Vec<Diagnostic>) -> Self {
        let mut module = Self::default();
        for statement in script.module.iter().filter(|statement| !is_simulator_import(statement)) {
            module.add(statement, names, problems);
        }
        for function in &module.functions {
            module.refuse_late_globals(function, problems);
        }
        module
    }

    fn add(&mut self, statement: &'a Statement, names: &Names, problems: &mut Vec<Diagnostic>) {
        match &statement.kind {
            StatementKind::Function(function) => {
                for decorator in &function.decorators {
                    problems.push(convert::specs_lack(decorator.span, "decorators", "do it inside the function"));
                }
                self.functions.push(function);
            }
            StatementKind::Assign(assignment) if self.entry.is_none() => match assignment.targets.as_slice() {
                [Expression { kind: ExpressionKind::Name(name), span }] => {
                    if self.globals.insert(name, &assignment.value).is_some() {
                        problems.push(convert::global_bound_twice(*span, name));
                    }
                }
                _ => problems.push(stray(statement)),
            },
            StatementKind::Expression(Expression { kind: ExpressionKind::Str(text), .. }) => {
                self.docstring.get_or_insert(text);
            }
            StatementKind::Expression(call) if self.is_at_start() && seed(call, names).is_some() => {
                self.seed = seed(call, names);
            }
            StatementKind::Expression(call) if self.entry.is_none() => match entry(call, names) {
                Some(call) => self.entry = Some(call),
                None => problems.push(stray(statement)),
            },
            StatementKind::If { test, body, other } if is_main_guard(test) && other.is_empty() => {
                body.iter().for_each(|inner| self.add(inner, names, problems));
            }
            StatementKind::Pass | StatementKind::Import(_) => {}
            StatementKind::Class(class) => {
                let is_plain = class.body.iter().all(|inner| matches!(inner.kind, StatementKind::Pass));
                match class.bases.as_slice() {
                    [base] if is_plain && class.decorators.is_empty() => {
                        self.exceptions.insert(&class.name.name, base);
                    }
                    _ => {
                        let span = class.name.span;
                        problems.push(convert::specs_lack(span, "classes with a body", "use dicts and functions"));
                    }
                }
            }
            _ => problems.push(stray(statement)),
        }
    }

    /// Whether nothing has run yet that could draw a number.
    fn is_at_start(&self) -> bool {
        let calls = |value: &Expression| value.any(&mut |inner| matches!(inner.kind, ExpressionKind::Call(..)));
        let mut has_called = self.entry.is_some() || self.globals.values().any(|value| calls(value));
        for function in &self.functions {
            function.parameters.each_default(&mut |default| has_called |= calls(default));
        }
        !has_called
    }

    fn refuse_late_globals(&self, function: &Function, problems: &mut Vec<Diagnostic>) {
        function.parameters.each_default(&mut |default| {
            default.any(&mut |inner| {
                if let ExpressionKind::Name(name) = &inner.kind
                    && self.globals.contains_key(name.as_str())
                {
                    problems.push(convert::default_needs_global(inner.span, name));
                }
                false
            });
        });
    }
}

fn stray(statement: &Statement) -> Diagnostic {
    let instead = "put it into a function that the entry calls; only globals, functions and one call stand outside";
    convert::specs_lack(statement.span, "code outside of functions", instead)
}

/// The call of a coroutine inside `asyncio.run`, or of a plain function of the script.
fn entry<'e>(call: &'e Expression, names: &Names) -> Option<&'e Expression> {
    match names.called(call) {
        Some((path, [Argument::Positional(inner)])) if path == "asyncio.run" => return Some(inner),
        Some(_) | None => {}
    }
    let ExpressionKind::Call(function, _) = &call.kind else { return None };
    matches!(&function.kind, ExpressionKind::Name(name) if names.is_taken(name)).then_some(call)
}

/// The number in `random.seed(7)`.
fn seed(call: &Expression, names: &Names) -> Option<i64> {
    match names.called(call)? {
        (path, [Argument::Positional(seed)]) if path == "random.seed" => match &seed.kind {
            ExpressionKind::Int(number) => Some(*number),
            ExpressionKind::Unary(UnaryOperator::Negative, inner) => match inner.kind {
                ExpressionKind::Int(number) => number.checked_neg(),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

/// `__name__ == "__main__"`
fn is_main_guard(test: &Expression) -> bool {
    let ExpressionKind::Compare(left, rest) = &test.kind else { return false };
    let [(Comparison::Equal, right)] = rest.as_slice() else { return false };
    matches!(&left.kind, ExpressionKind::Name(name) if name == "__name__")
        && matches!(&right.kind, ExpressionKind::Str(name) if name == "__main__")
}

impl Printer {
    /// A spec has no imports: a module that is needed must not be hidden by a name of the script.
    pub(super) fn refuse_hidden_modules(&mut self, script: &Script) {
        let names = &self.writer.names;
        let hidden: Vec<&str> =
            names.modules.iter().copied().filter(|module| *module != SIMULATOR && names.is_taken(module)).collect();
        let span = script.module.first().map(|statement| statement.span).unwrap_or_default();
        self.problems.extend(hidden.into_iter().map(|module| convert::module_is_hidden(span, module)));
    }
}
