//! `eager = true` as a program says it: its main coroutine sets the task factory first.

use crate::script::{Argument, Expression, ExpressionKind, Identifier, Script, Settings, Statement, StatementKind};
use crate::units::Span;

/// The same script without the setting; `None` where it has none, or where no coroutine of its own is run.
pub(super) fn said_by_the_program(script: &Script) -> Option<Script> {
    script.settings.eager?;
    let main = script.module.iter().rev().find_map(main_coroutine)?.to_owned();
    let mut said = Script { settings: Settings { eager: None, ..script.settings.clone() }, ..script.clone() };
    let body = said.module.iter_mut().find_map(|statement| match &mut statement.kind {
        StatementKind::Function(function) if function.is_async && function.name.name == main => {
            Some(&mut function.body)
        }
        _ => None,
    })?;
    body.insert(0, statement());
    Some(said)
}

/// The coroutine of `asyncio.run(main(…))`.
fn main_coroutine(statement: &Statement) -> Option<&str> {
    let StatementKind::Expression(expression) = &statement.kind else { return None };
    let ExpressionKind::Call(callee, arguments) = &expression.kind else { return None };
    let is_run = matches!(&callee.kind, ExpressionKind::Library(path) if *path == "asyncio.run");
    let [Argument::Positional(main), ..] = arguments.as_slice() else { return None };
    let ExpressionKind::Call(main, _) = &main.kind else { return None };
    match &main.kind {
        ExpressionKind::Name(name) if is_run => Some(name),
        _ => None,
    }
}

/// `asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)`
fn statement() -> Statement {
    let expression = |kind| Expression { kind, span: Span::default() };
    let library = |path: &'static str| expression(ExpressionKind::Library(path));
    let running = expression(ExpressionKind::Call(Box::new(library("asyncio.get_running_loop")), Vec::new()));
    let method = Identifier { name: "set_task_factory".to_owned(), span: Span::default() };
    let setter = expression(ExpressionKind::Attribute(Box::new(running), method));
    let factory = Argument::Positional(library("asyncio.eager_task_factory"));
    let call = expression(ExpressionKind::Call(Box::new(setter), vec![factory]));
    Statement { kind: StatementKind::Expression(call), span: Span::default() }
}
