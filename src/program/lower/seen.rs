//! What can be seen of the order in which a method is looked for and its arguments are evaluated. Python looks for the method
//! first (`LOAD_ATTR` before the arguments); where nobody can tell, a call does it in one with the call.

use crate::script::{Argument, Expression, ExpressionKind, Identifier, Script, Statement, StatementKind};
use crate::units::OrderedSet;

use super::resolve::Place;
use super::{Lowering, guard};

/// The attributes that run code of the script where they are looked for.
#[derive(Debug, Default)]
pub(super) struct Computed<'a> {
    /// All may: there is a `__getattr__`, a `__getattribute__` or a descriptor somewhere.
    any: bool,
    /// The names of what has decorators in the body of a class: properties.
    names: OrderedSet<&'a str>,
}

impl<'a> Computed<'a> {
    pub(super) fn of(script: &'a Script) -> Self {
        let hooks = ["__getattr__", "__getattribute__", "__get__"];
        let any = hooks.iter().any(|hook| guard::defines(&script.module, hook));
        let mut names = OrderedSet::default();
        collect(&script.module, false, &mut names);
        Self { any, names }
    }

    fn has(&self, name: &str) -> bool {
        self.any || self.names.contains(name)
    }
}

/// Adds the names of functions with decorators in the bodies of classes.
fn collect<'a>(statements: &'a [Statement], is_class: bool, names: &mut OrderedSet<&'a str>) {
    for statement in statements {
        statement.each_block(&mut |block| collect(block, is_class, names));
        match &statement.kind {
            StatementKind::Function(function) => {
                if is_class && !function.decorators.is_empty() {
                    names.insert(function.name.name.as_str());
                }
                collect(&function.body, false, names);
            }
            StatementKind::Class(class) => collect(&class.body, true, names),
            _ => {}
        }
    }
}

impl Lowering<'_> {
    /// Whether one can see when the arguments are evaluated: before a method is looked for, or behind.
    pub(super) fn may_be_seen(&mut self, method: &Identifier, arguments: &[Argument]) -> bool {
        let is_computed = self.computed.has(&method.name);
        arguments
            .iter()
            .any(|argument| is_computed && !is_at_hand(argument.value()) || self.is_evaluation_seen(argument.value()))
    }

    /// Whether one can see when an argument is evaluated, be the method an ordinary one.
    fn is_evaluation_seen(&mut self, argument: &Expression) -> bool {
        argument.any(&mut |inner| match &inner.kind {
            ExpressionKind::Await(_) | ExpressionKind::Yield(_) | ExpressionKind::YieldFrom(_) => true,
            ExpressionKind::Call(function, _) => match &function.kind {
                ExpressionKind::Name(name) => {
                    !(QUIET.contains(&name.as_str()) && matches!(self.resolve(name), Place::Library(_)))
                }
                _ => true,
            },
            _ => false,
        })
    }
}

/// Whether nothing runs to evaluate this.
fn is_at_hand(expression: &Expression) -> bool {
    let is_named =
        matches!(expression.kind, ExpressionKind::Name(_) | ExpressionKind::Library(_) | ExpressionKind::Lambda(_));
    is_named || is_literal(expression)
}

/// Whether this is `None`, a truth, a number or a text, as it is written.
pub(super) fn is_literal(expression: &Expression) -> bool {
    matches!(
        expression.kind,
        ExpressionKind::None
            | ExpressionKind::Bool(_)
            | ExpressionKind::Int(_)
            | ExpressionKind::Long(_)
            | ExpressionKind::Float(_)
            | ExpressionKind::Str(_)
    )
}

/// Built-ins whose calls nobody sees.
const QUIET: &[&str] = &[
    "abs",
    "bool",
    "chr",
    "float",
    "hash",
    "id",
    "int",
    "isinstance",
    "len",
    "max",
    "min",
    "ord",
    "range",
    "repr",
    "round",
    "str",
    "type",
];
