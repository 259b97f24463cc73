//! Which names a function binds, and which of them its inner functions share. Python's rules: what a function assigns is its own,
//! unless declared otherwise; a comprehension's targets are the comprehension's own.

use crate::script::{
    Comprehension, Expression, ExpressionKind, Identifier, Import, Parameters, Statement, StatementKind,
};
use crate::units::{OrderedMap, OrderedSet};

/// What takes no arguments.
static EMPTY: &Parameters = &Parameters { items: Vec::new(), is_annotated: false };

/// The names of a function's body.
#[derive(Debug, Default)]
pub(super) struct Bindings<'a> {
    /// Names bound here, parameters first, in order of appearance.
    pub(super) locals: OrderedSet<&'a str>,
    /// Names declared `global`.
    pub(super) globals: OrderedSet<&'a str>,
    /// Names declared `nonlocal`.
    pub(super) nonlocals: OrderedSet<&'a str>,
    /// Names of this function that its inner functions use.
    pub(super) shared: OrderedSet<&'a str>,
    /// Names that imports of one and the same thing bind and nothing else: they are no variables, but known before the run.
    pub(super) imports: OrderedMap<&'a str, &'a Import>,
}

impl<'a> Bindings<'a> {
    /// The names of a function with these parameters and this body.
    pub(super) fn of_function(parameters: &'a Parameters, body: &'a [Statement]) -> Self {
        let mut bindings = Self::without_shared(parameters, body);
        let mut inner = OrderedSet::default();
        body.iter().for_each(|statement| free_in_inner_functions(statement, &mut inner));
        bindings.shared = inner.into_iter().filter(|name| bindings.locals.contains(name)).collect();
        bindings
    }

    /// The names that a block binds where it stands, outside of any function.
    pub(super) fn of_block(block: &'a [Statement]) -> Self {
        Self::without_shared(EMPTY, block)
    }

    /// The same without looking into inner functions, for what asks this of every function inside another.
    fn without_shared(parameters: &'a Parameters, body: &'a [Statement]) -> Self {
        let mut bindings = Self::default();
        bindings.locals.extend(parameters.items.iter().map(|parameter| parameter.name.name.as_str()));
        bindings.add_block(body);
        let declared: OrderedSet<&str> = bindings.globals.iter().chain(&bindings.nonlocals).copied().collect();
        let locals = &mut bindings.locals;
        bindings.imports.retain(|name, _| !locals.contains(name) && !declared.contains(name));
        locals.retain(|name| !declared.contains(name));
        bindings
    }

    /// The names of a lambda.
    pub(super) fn of_lambda(parameters: &'a Parameters, body: &'a Expression) -> Self {
        let mut bindings = Self::of_lambda_without_shared(parameters, body);
        let mut inner = OrderedSet::default();
        free_in_lambdas(body, &mut inner);
        bindings.shared = inner.into_iter().filter(|name| bindings.locals.contains(name)).collect();
        bindings
    }

    fn of_lambda_without_shared(parameters: &'a Parameters, body: &'a Expression) -> Self {
        let mut bindings = Self::default();
        bindings.locals.extend(parameters.items.iter().map(|parameter| parameter.name.name.as_str()));
        bindings.add_walruses(body);
        bindings
    }

    /// The names that `body`, whose bindings these are, uses and does not bind.
    pub(super) fn free_in(&self, body: &'a [Statement]) -> Vec<&'a str> {
        let mut used = OrderedSet::default();
        body.iter().for_each(|statement| names_used(statement, &mut used));
        let is_bound =
            |name: &str| self.locals.contains(name) || self.globals.contains(name) || self.imports.contains_key(name);
        used.into_iter().filter(|name| !is_bound(name)).collect()
    }

    /// The same for a lambda's body.
    pub(super) fn free_in_lambda(&self, body: &'a Expression) -> Vec<&'a str> {
        let mut used = OrderedSet::default();
        names_read(body, &mut used);
        used.into_iter().filter(|name| !self.locals.contains(name)).collect()
    }

    fn add_block(&mut self, block: &'a [Statement]) {
        for statement in block {
            self.add_statement(statement);
            statement.each_expression(&mut |expression| self.add_walruses(expression));
            statement.each_block(&mut |inner| self.add_block(inner));
        }
    }

    fn add_statement(&mut self, statement: &'a Statement) {
        let names = |identifiers: &'a [Identifier]| identifiers.iter().map(|identifier| identifier.name.as_str());
        match &statement.kind {
            StatementKind::Assign(assignment) => {
                assignment.targets.iter().for_each(|target| add_target(target, &mut self.locals));
            }
            StatementKind::AugmentedAssign(target, ..) | StatementKind::For { target, .. } => {
                add_target(target, &mut self.locals);
            }
            StatementKind::Delete(targets) => targets.iter().for_each(|target| add_target(target, &mut self.locals)),
            StatementKind::With { items, .. } => {
                items
                    .iter()
                    .filter_map(|item| item.target.as_ref())
                    .for_each(|target| add_target(target, &mut self.locals));
            }
            StatementKind::Try { handlers, .. } => {
                self.locals
                    .extend(handlers.iter().filter_map(|handler| handler.name.as_ref()).map(|name| name.name.as_str()));
            }
            StatementKind::Import(imports) => imports.iter().for_each(|import| self.add_import(import)),
            StatementKind::Global(identifiers) => self.globals.extend(names(identifiers)),
            StatementKind::Nonlocal(identifiers) => self.nonlocals.extend(names(identifiers)),
            StatementKind::Function(function) => {
                self.locals.insert(&function.name.name);
            }
            StatementKind::Class(class) => {
                self.locals.insert(&class.name.name);
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
            | StatementKind::While { .. } => {}
        }
    }

    fn add_import(&mut self, import: &'a Import) {
        if import.name.name == "*" {
            return;
        }
        let name = import.name.name.as_str();
        match self.imports.get(name) {
            // `import collections` and `import collections.abc` bind the same.
            Some(first) if first.binds_package() && import.binds_package() => {}
            Some(first) if first.path() != import.path() => {
                self.locals.insert(name);
            }
            Some(_) => {}
            None => {
                self.imports.insert(name, import);
            }
        }
    }

    fn add_walruses(&mut self, expression: &'a Expression) {
        if let ExpressionKind::Walrus(name, _) = &expression.kind {
            self.locals.insert(&name.name);
        }
        if !matches!(expression.kind, ExpressionKind::Lambda(_)) {
            expression.each_child(&mut |child| self.add_walruses(child));
        }
    }
}

/// Adds the names that assigning to `target` binds.
pub(super) fn add_target<'a>(target: &'a Expression, names: &mut OrderedSet<&'a str>) {
    match &target.kind {
        ExpressionKind::Name(name) => {
            names.insert(name);
        }
        ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
            items.iter().for_each(|item| add_target(item, names));
        }
        ExpressionKind::Starred(inner) => add_target(inner, names),
        _ => {}
    }
}

/// The names that a `del` or the end of a handler somewhere in `block` leaves without a value.
pub(super) fn unbound_in(block: &[Statement]) -> OrderedSet<&str> {
    let mut names = OrderedSet::default();
    for statement in block {
        match &statement.kind {
            StatementKind::Delete(targets) => targets.iter().for_each(|target| add_target(target, &mut names)),
            StatementKind::Try { handlers, .. } => {
                names.extend(handlers.iter().filter_map(|handler| handler.name.as_ref()).map(|name| &name.name[..]));
            }
            _ => {}
        }
        statement.each_block(&mut |inner| names.extend(unbound_in(inner)));
    }
    names
}

/// Adds the free names of the functions and lambdas inside `statement`.
fn free_in_inner_functions<'a>(statement: &'a Statement, free: &mut OrderedSet<&'a str>) {
    statement.each_expression(&mut |expression| free_in_lambdas(expression, free));
    statement.each_block(&mut |block| block.iter().for_each(|inner| free_in_inner_functions(inner, free)));
    match &statement.kind {
        StatementKind::Function(function) => {
            let bindings = Bindings::without_shared(&function.parameters, &function.body);
            free.extend(bindings.free_in(&function.body));
        }
        StatementKind::Class(class) => class.body.iter().for_each(|inner| free_in_inner_functions(inner, free)),
        _ => {}
    }
}

/// Adds the free names of the lambdas inside `expression`.
pub(super) fn free_in_lambdas<'a>(expression: &'a Expression, free: &mut OrderedSet<&'a str>) {
    if let Some(taken) = expression.taken_at_once() {
        // What is taken at once is done in the frame it stands in.
        expression.each_child(&mut |child| match &child.kind {
            ExpressionKind::Comprehension(inner) if std::ptr::eq(child, taken) => {
                inner.each_child(&mut |part| free_in_lambdas(part, free));
            }
            _ => free_in_lambdas(child, free),
        });
        return;
    }
    if let ExpressionKind::Comprehension(comprehension) = &expression.kind
        && comprehension.is_lazy()
    {
        free.extend(free_in_generator(comprehension));
        comprehension.clauses.iter().take(1).for_each(|clause| free_in_lambdas(&clause.iterable, free));
        return;
    }
    if let ExpressionKind::Lambda(lambda) = &expression.kind {
        let bindings = Bindings::of_lambda_without_shared(&lambda.parameters, &lambda.body);
        free.extend(bindings.free_in_lambda(&lambda.body));
        lambda.parameters.each_default(&mut |default| free_in_lambdas(default, free));
        return;
    }
    expression.each_child(&mut |child| free_in_lambdas(child, free));
}

/// The comprehension's targets that lambdas inside it use.
pub(super) fn shared_targets(comprehension: &Comprehension) -> (OrderedSet<&str>, OrderedSet<&str>) {
    let mut targets = OrderedSet::default();
    comprehension.clauses.iter().for_each(|clause| add_target(&clause.target, &mut targets));
    let mut inner = OrderedSet::default();
    comprehension.each_child(&mut |child| free_in_lambdas(child, &mut inner));
    let shared = inner.into_iter().filter(|name| targets.contains(name)).collect();
    (targets, shared)
}

/// The names that a generator expression uses and does not bind, its outermost iterable aside.
pub(super) fn free_in_generator(comprehension: &Comprehension) -> Vec<&str> {
    let (targets, _) = shared_targets(comprehension);
    let mut used = OrderedSet::default();
    let outermost = comprehension.clauses.first().map(|clause| &clause.iterable);
    comprehension.each_child(&mut |child| {
        if !outermost.is_some_and(|outermost| std::ptr::eq(outermost, child)) {
            names_read(child, &mut used);
        }
    });
    used.into_iter().filter(|name| !targets.contains(name)).collect()
}

/// Adds every name that the statement and all inside it uses and does not bind in a scope of its own.
fn names_used<'a>(statement: &'a Statement, used: &mut OrderedSet<&'a str>) {
    statement.each_expression(&mut |expression| names_read(expression, used));
    statement.each_block(&mut |block| block.iter().for_each(|inner| names_used(inner, used)));
    match &statement.kind {
        StatementKind::Nonlocal(names) => used.extend(names.iter().map(|name| name.name.as_str())),
        StatementKind::Function(_) => free_in_inner_functions(statement, used),
        StatementKind::Class(class) => class.body.iter().for_each(|inner| names_used(inner, used)),
        _ => {}
    }
}

/// Adds every name in `expression` that is not bound by a lambda or a comprehension inside it.
fn names_read<'a>(expression: &'a Expression, used: &mut OrderedSet<&'a str>) {
    match &expression.kind {
        ExpressionKind::Name(name) => {
            used.insert(name);
            if name == "super" {
                // Methods find their class there.
                used.insert("__class__");
            }
        }
        ExpressionKind::Walrus(name, value) => {
            // Of a comprehension it binds a name around it.
            used.insert(&name.name);
            names_read(value, used);
        }
        ExpressionKind::Lambda(_) => free_in_lambdas(expression, used),
        ExpressionKind::Comprehension(comprehension) => {
            let (targets, _) = shared_targets(comprehension);
            let mut inside = OrderedSet::default();
            comprehension.each_child(&mut |child| names_read(child, &mut inside));
            used.extend(inside.into_iter().filter(|name| !targets.contains(name)));
        }
        _ => expression.each_child(&mut |child| names_read(child, used)),
    }
}
