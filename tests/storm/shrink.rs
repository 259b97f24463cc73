//! Makes a program that fails as small as can be: what can go goes, what must stay becomes simpler.

use std::mem::discriminant;

use kitchen_sim::policy::Policy;
use kitchen_sim::script::{Argument, Expression, ExpressionKind, Script, Statement, StatementKind};

use super::bout::{Verdict, meet};
use super::referee::Referee;

/// So many candidates are tried at once: one start of the interpreter for all of them.
const TOGETHER: usize = 24;

/// The smallest script found that fails in the same way, and its verdict.
pub(super) fn shrink(referee: &Referee, script: Script, verdict: Verdict, policy: Policy) -> (Script, Verdict) {
    let (mut script, mut verdict) = (script, verdict);
    loop {
        let before = script.module.clone();
        let mut first = 0;
        loop {
            let candidates: Vec<Script> = (first..first + TOGETHER).map_while(|edit| edited(&script, edit)).collect();
            if candidates.is_empty() {
                break;
            }
            let verdicts = meet(referee, &candidates, policy);
            let fails = |found: &Verdict| match (found, &verdict) {
                (Verdict::Refused(found), Verdict::Refused(problem)) => found == problem,
                (Verdict::Differs(found), Verdict::Differs(difference)) => {
                    last_words(&found.theirs) == last_words(&difference.theirs)
                        && last_words(&found.ours) == last_words(&difference.ours)
                }
                (found, verdict) => discriminant(found) == discriminant(verdict),
            };
            match candidates.into_iter().zip(verdicts).enumerate().find(|(_, (_, found))| fails(found)) {
                Some((number, (smaller, found))) => {
                    (script, verdict) = (smaller, found);
                    first += number;
                }
                None => first += TOGETHER,
            }
        }
        if script.module == before {
            return (script, verdict);
        }
    }
}

/// The last event of a drawn trace, without its time, its task and its numbers.
fn last_words(drawn: &str) -> String {
    let line = drawn.lines().last().unwrap_or_default();
    let events = line.get(13..).unwrap_or_default().trim_start();
    let words: Vec<&str> = events.split_whitespace().skip(1).collect();
    words.join(" ").chars().filter(|letter| !letter.is_ascii_digit()).collect()
}

/// The script after its edit of this number; `None` when it has not so many.
fn edited(script: &Script, number: usize) -> Option<Script> {
    let mut script = script.clone();
    let mut edit = Edit { left: number, is_done: false };
    edit.block(&mut script.module);
    mend(&mut script.module);
    edit.is_done.then_some(script)
}

/// A `try` that has lost its handlers and its `finally` becomes its body; without handlers there is no `else`.
fn mend(block: &mut Vec<Statement>) {
    let mut place = 0;
    while place < block.len() {
        blocks(&mut block[place]).into_iter().for_each(mend);
        if let StatementKind::Try { body, handlers, other, finally, .. } = &mut block[place].kind
            && handlers.is_empty()
        {
            body.append(other);
            if finally.is_empty() {
                let body = std::mem::take(body);
                block.splice(place..=place, body);
                continue;
            }
        }
        place += 1;
    }
}

/// One change among all that are possible, counted in the order of the text.
struct Edit {
    left: usize,
    is_done: bool,
}

impl Edit {
    /// Whether it is this place's turn.
    fn is_here(&mut self) -> bool {
        if self.is_done {
            return false;
        }
        self.is_done = self.left == 0;
        self.left = self.left.saturating_sub(1);
        self.is_done
    }

    fn block(&mut self, block: &mut Vec<Statement>) {
        for place in 0..block.len() {
            if self.is_here() {
                block.remove(place);
                return;
            }
            let is_function = matches!(block[place].kind, StatementKind::Function(_));
            if let Some(inner) = blocks(&mut block[place]).into_iter().find(|inner| !inner.is_empty())
                && !is_function
                && self.is_here()
            {
                let inner = std::mem::take(inner);
                block.splice(place..=place, inner);
                return;
            }
            self.statement(&mut block[place]);
            if self.is_done {
                return;
            }
        }
    }

    fn statement(&mut self, statement: &mut Statement) {
        if let StatementKind::Try { handlers, .. } = &mut statement.kind {
            for place in 0..handlers.len() {
                if self.is_here() {
                    handlers.remove(place);
                    return;
                }
            }
        }
        blocks(statement).into_iter().for_each(|block| self.block(block));
        match &mut statement.kind {
            StatementKind::Expression(value) => self.expression(value),
            StatementKind::Assign(assignment) => self.expression(&mut assignment.value),
            StatementKind::If { test, .. } => self.expression(test),
            StatementKind::Repeat { count, .. } => self.expression(count),
            StatementKind::For { iterable, .. } => self.expression(iterable),
            StatementKind::With { items, .. } => items.iter_mut().for_each(|item| self.expression(&mut item.context)),
            _ => {}
        }
    }

    fn expression(&mut self, expression: &mut Expression) {
        if let Some(inner) = wrapped(expression)
            && self.is_here()
        {
            *expression = inner;
            return;
        }
        match &mut expression.kind {
            ExpressionKind::Int(number) if *number != 0 && self.is_here() => *number = 0,
            ExpressionKind::Int(number) if *number > 1 && self.is_here() => *number = 1,
            ExpressionKind::Float(_) => {
                for simpler in [0, 1] {
                    if self.is_here() {
                        expression.kind = ExpressionKind::Int(simpler);
                        return;
                    }
                }
            }
            ExpressionKind::Call(function, arguments) => {
                // Only a gather takes any number of arguments; elsewhere their lack would be another failure.
                let may_go = is_called(function, "gather");
                self.expression(function);
                self.arguments(arguments, may_go);
            }
            ExpressionKind::Attribute(inner, _) | ExpressionKind::Await(inner) | ExpressionKind::Unary(_, inner) => {
                self.expression(inner);
            }
            ExpressionKind::Binary(left, _, right) => {
                if self.is_here() {
                    *expression = (**left).clone();
                    return;
                }
                self.expression(left);
                self.expression(right);
            }
            ExpressionKind::Subscript(_, place) => self.expression(place),
            ExpressionKind::Conditional { then, other, .. } => {
                for simpler in [(**then).clone(), (**other).clone()] {
                    if self.is_here() {
                        *expression = simpler;
                        return;
                    }
                }
            }
            ExpressionKind::List(items) | ExpressionKind::Tuple(items) | ExpressionKind::Set(items) => {
                for place in 0..items.len() {
                    if items.len() > 1 && self.is_here() {
                        items.remove(place);
                        return;
                    }
                    self.expression(&mut items[place]);
                    if self.is_done {
                        return;
                    }
                }
            }
            ExpressionKind::Lambda(lambda) => self.expression(&mut lambda.body),
            _ => {}
        }
    }

    fn arguments(&mut self, arguments: &mut Vec<Argument>, may_go: bool) {
        for place in 0..arguments.len() {
            let is_keyword = matches!(arguments[place], Argument::Keyword(..));
            if (may_go || is_keyword) && self.is_here() {
                arguments.remove(place);
                return;
            }
            if let Argument::Positional(value) = &mut arguments[place] {
                self.expression(value);
            }
            if self.is_done {
                return;
            }
        }
    }
}

/// What is inside of a shield and its like.
fn wrapped(expression: &Expression) -> Option<Expression> {
    let ExpressionKind::Call(function, arguments) = &expression.kind else { return None };
    let is_wrapper = ["shield", "wait_for", "ensure_future"].iter().any(|name| is_called(function, name));
    match arguments.first() {
        Some(Argument::Positional(inner)) if is_wrapper => Some(inner.clone()),
        _ => None,
    }
}

/// Whether this is the function of asyncio of that name.
fn is_called(function: &Expression, name: &str) -> bool {
    match &function.kind {
        ExpressionKind::Library(path) => path.strip_prefix("asyncio.") == Some(name),
        ExpressionKind::Attribute(_, called) => called.name == name,
        _ => false,
    }
}

/// The blocks directly inside a statement, a function's too.
fn blocks(statement: &mut Statement) -> Vec<&mut Vec<Statement>> {
    match &mut statement.kind {
        StatementKind::If { body, other, .. }
        | StatementKind::For { body, other, .. }
        | StatementKind::While { body, other, .. } => vec![body, other],
        StatementKind::Repeat { body, .. } => vec![body],
        StatementKind::Function(function) => vec![&mut function.body],
        StatementKind::With { body, .. } => vec![body],
        StatementKind::Try { body, handlers, other, finally, .. } => {
            let mut blocks = vec![body];
            blocks.extend(handlers.iter_mut().map(|handler| &mut handler.body));
            blocks.extend([other, finally]);
            blocks
        }
        _ => Vec::new(),
    }
}
