//! Calls: bound before the run where the callee is known, and checked there.

use crate::diag::catalog;
use crate::program::code::{CallShape, Constant, Op, Slot};
use crate::program::library::Item;
use crate::script::{Argument, ComprehensionKind, Expression, ExpressionKind, FormatPart, Identifier, ParameterKind};
use crate::signatures::asyncio::Function;
use crate::units::{Delay, Span};

use super::bind::{Bound, Formal, library_formals, script_formals};
use super::seen::is_literal;
use super::{Lowering, Place, StaticFunction};

impl<'a> Lowering<'a> {
    /// Lowers a call: acc = what it returns.
    pub(super) fn call(&mut self, span: Span, function: &'a Expression, arguments: &'a [Argument]) {
        let mark = self.frame().mark();
        if self.machine_call(function, arguments) || self.names_of_place(span, function, arguments) {
            self.frame().release(mark);
            return;
        }
        if let ExpressionKind::Name(name) = &function.kind
            && name == "super"
            && matches!(self.resolve("super"), Place::Unknown | Place::Library(_))
        {
            self.super_value(span, arguments);
            self.frame().release(mark);
            return;
        }
        let is_of_super = matches!(&function.kind, ExpressionKind::Attribute(owner, _) if self.is_super(owner));
        if is_of_super {
            self.call_value(function, arguments);
        } else if let Some(item) = self.library_item(function) {
            self.call_item(span, &item, arguments);
        } else if let Some((name, known)) = self.static_function(function) {
            self.call_static(span, function, name, known, arguments);
        } else if let ExpressionKind::Attribute(receiver, method) = &function.kind
            && arguments.iter().all(|argument| matches!(argument, Argument::Positional(_)))
            && (self.library.is_some() || !self.may_be_seen(method, arguments))
            && self.module_path(receiver).is_none()
            && self.module_of_types(receiver).is_none()
        {
            self.call_method(receiver, method, arguments);
        } else {
            self.call_value(function, arguments);
        }
        self.let_go_of_made(function, arguments, mark);
        self.frame().release(mark);
    }

    /// What was made for a call alone, its slots from `first` on hold no more behind it: a generator is closed there that nobody
    /// else holds (`next(numbers())`, `numbers().send(None)`). Functions of the script take their arguments with them.
    fn let_go_of_made(&mut self, function: &'a Expression, arguments: &'a [Argument], first: Slot) {
        let receiver = match (&function.kind, self.frame().last_op()) {
            (_, Some(Op::CallBuiltin(..))) => None,
            (ExpressionKind::Attribute(receiver, method), Some(Op::CallMethod(..)))
                if matches!(method.name.as_str(), "send" | "throw" | "__next__") =>
            {
                Some(&**receiver)
            }
            _ => return,
        };
        if self.may_let_go_of_made(arguments.iter().map(Argument::value).chain(receiver)) {
            self.let_go_from(first);
        }
    }

    /// Whether one of these may make a generator that nothing else holds, in a program in which that is seen.
    pub(super) fn may_let_go_of_made(&self, mut given: impl Iterator<Item = &'a Expression>) -> bool {
        self.lets_go && !self.is_body && self.library.is_none() && given.any(makes_what_may_be_closed)
    }

    /// The temporaries from `first` on hold nothing any more; acc stays.
    pub(super) fn let_go_from(&mut self, first: Slot) {
        let behind = self.frame().mark();
        let result = self.temporary();
        let unbound = self.constant(Constant::Unbound);
        self.emit(Op::Store(result));
        for slot in first..behind {
            self.emit(Op::Constant(unbound));
            self.emit(Op::Replace(slot));
        }
        self.emit(Op::Local(result));
    }

    /// `await asyncio.sleep(…)` on the spot; false when the arguments need the general way.
    pub(super) fn sleep_on_the_spot(&mut self, arguments: &'a [Argument]) -> bool {
        match arguments {
            [Argument::Positional(delay)] => {
                match known_delay(delay) {
                    Some(Delay::ZERO) => self.emit(Op::Turn),
                    Some(delay) => self.sleep_for(delay),
                    None => {
                        self.expression(delay);
                        self.emit(Op::Sleep);
                    }
                }
                true
            }
            [Argument::Positional(delay), Argument::Positional(result)] => {
                let mark = self.frame().mark();
                let slots = [self.temporary(), self.temporary()];
                self.fill_slot(delay, slots[0]);
                self.fill_slot(result, slots[1]);
                self.emit(Op::Local(slots[0]));
                self.emit(Op::SleepWithResult(slots[1]));
                self.frame().release(mark);
                true
            }
            _ => false,
        }
    }

    fn sleep_for(&mut self, delay: Delay) {
        self.delays.push(delay);
        let number = u32::try_from(self.delays.len() - 1).expect("a spec has fewer than 2³² sleeps");
        self.emit(Op::SleepFor(number));
    }

    fn static_function(&mut self, function: &'a Expression) -> Option<(&'a str, StaticFunction<'a>)> {
        let ExpressionKind::Name(name) = &function.kind else { return None };
        // The library's own functions may have the script's names.
        if self.library.is_some() || !matches!(self.resolve(name), Place::Global(_)) {
            return None;
        }
        self.statics.get_key_value(name.as_str()).map(|(name, known)| (*name, *known))
    }

    fn call_item(&mut self, span: Span, item: &Item, arguments: &'a [Argument]) {
        match item {
            Item::Function(Function::Print) if self.print_on_the_spot(arguments) => {}
            Item::Function(function) => self.call_library(span, *function, arguments),
            Item::Builtin(builtin) if self.take_mapped(*builtin, arguments) => {}
            Item::Builtin(builtin) if builtin.takes_any_keyword() && arguments.iter().any(is_keyword) => {
                self.call_constant(item, arguments);
            }
            Item::Builtin(builtin) => {
                let formals = library_formals(builtin.parameters());
                let bound = self.bind(span, builtin.name(), &formals, arguments);
                if bound.is_some() && arguments.iter().all(|argument| matches!(argument, Argument::Positional(_))) {
                    let (first, count) = self.consecutive(arguments);
                    self.emit(Op::CallBuiltin(*builtin, first, count));
                } else {
                    self.call_constant(item, arguments);
                }
            }
            Item::Constant(Constant::ExceptionClass(_)) => self.call_constant(item, arguments),
            Item::Constant(_) => {
                self.problem(catalog::not_supported(span, "calling a constant", "leave the parentheses out"));
            }
        }
    }

    /// Calls a function of the library with one slot a parameter.
    fn call_library(&mut self, span: Span, function: Function, arguments: &'a [Argument]) {
        let formals = library_formals(function.parameters());
        if let Some(index) = formals.iter().position(|formal| formal.kind == ParameterKind::Variadic)
            && let Some(at) = arguments.iter().position(|argument| matches!(argument, Argument::Unpacked(_)))
            && at < index
        {
            self.call_constant(&Item::Function(function), arguments);
            return;
        }
        let all = formals.len();
        let there = all - usize::from(function.lacks_its_last_parameter(self.python));
        let mut bound = None;
        // What only later versions take is an error where the call is made: the script may look at the version first.
        self.guarded(there < all, |lowering| {
            lowering.strictly(function.takes_more(), |lowering| {
                bound = lowering.bind(span, function.path(), &formals[..there], arguments);
            });
        });
        let Some(mut bound) = bound else {
            self.call_constant(&Item::Function(function), arguments);
            return;
        };
        bound.resize(all, Vec::new());
        let slots: Vec<Slot> = formals.iter().map(|_| self.temporary()).collect();
        let first = slots.first().copied().unwrap_or(0);
        let unbound = self.constant(Constant::Unbound);
        for (slot, (formal, given)) in slots.iter().zip(formals.iter().zip(&bound)) {
            if formal.kind == ParameterKind::Variadic {
                self.emit(Op::NewList);
                self.emit(Op::Store(*slot));
            } else if given.is_empty() {
                self.emit(Op::StoreConstant(*slot, unbound));
            }
        }
        self.fill_in_order(arguments, &slots, &formals, &bound);
        let count = u8::try_from(slots.len()).expect("library functions have few parameters");
        self.emit(Op::CallLibrary(function, first, count));
    }

    /// Evaluates arguments in the order in which they are written, each into its parameter's slot.
    fn fill_in_order(&mut self, arguments: &'a [Argument], slots: &[Slot], formals: &[Formal<'_>], bound: &Bound<'a>) {
        for argument in arguments {
            let parameter = bound
                .iter()
                .position(|given| given.iter().any(|each| std::ptr::eq(*each, argument)))
                .expect("every argument was bound");
            let slot = slots[parameter];
            if formals[parameter].kind != ParameterKind::Variadic {
                self.fill_slot(argument.value(), slot);
                continue;
            }
            self.expression(argument.value());
            let is_unpacked = matches!(argument, Argument::Unpacked(_));
            if is_unpacked && bound[parameter].len() == 1 && makes_a_list(argument.value()) {
                // The list that was just made is the callee's: nobody else has it.
                self.emit(Op::Store(slot));
                continue;
            }
            self.emit(if is_unpacked { Op::Extend(slot) } else { Op::Append(slot) });
        }
    }

    /// Calls a function of the module that nothing rebinds.
    fn call_static(
        &mut self,
        span: Span,
        function: &'a Expression,
        name: &'a str,
        known: StaticFunction<'a>,
        arguments: &'a [Argument],
    ) {
        let formals = script_formals(known.parameters);
        let bound = self.bind(span, name, &formals, arguments);
        let code = known.code.and_then(|code| u16::try_from(code.0).ok());
        let (Some(bound), Some(code)) = (bound, code) else {
            self.call_value(function, arguments);
            return;
        };
        let is_plain = known.parameters.items.iter().zip(&bound).all(|(parameter, given)| {
            let is_single = matches!(parameter.kind, ParameterKind::Ordinary | ParameterKind::PositionalOnly);
            let is_given = !given.is_empty() || parameter.default.as_ref().is_some_and(is_literal);
            is_single && is_given
        });
        if !is_plain || formals.len() > usize::from(u8::MAX) {
            self.call_value(function, arguments);
            return;
        }
        let slots: Vec<Slot> = formals.iter().map(|_| self.temporary()).collect();
        for ((parameter, given), slot) in known.parameters.items.iter().zip(&bound).zip(&slots) {
            if let (Some(default), true) = (&parameter.default, given.is_empty()) {
                self.fill_slot(default, *slot);
            }
        }
        self.fill_in_order(arguments, &slots, &formals, &bound);
        let count = u8::try_from(slots.len()).expect("checked above");
        self.emit(Op::CallCode(code, slots.first().copied().unwrap_or(0), count));
    }

    fn call_method(&mut self, receiver: &'a Expression, method: &Identifier, arguments: &'a [Argument]) {
        if arguments.len() > MOST_ARGUMENTS {
            self.problem(catalog::not_supported(
                method.span,
                "a call with this many arguments",
                "put them into a list",
            ));
            return;
        }
        let first = self.temporary();
        self.fill_slot(receiver, first);
        self.consecutive(arguments);
        let index = self.method(&method.name);
        let count = u8::try_from(arguments.len()).expect("checked above");
        self.emit(Op::CallMethod(index, first, count));
    }

    /// Calls whatever `function` turns out to be.
    fn call_value(&mut self, function: &'a Expression, arguments: &'a [Argument]) {
        let first = self.temporary();
        self.fill_slot(function, first);
        self.call_what_is_in(first, arguments);
    }

    /// Calls a thing of the library the general way.
    fn call_constant(&mut self, item: &Item, arguments: &'a [Argument]) {
        let first = self.temporary();
        let constant = self.constant(item.constant());
        self.emit(Op::StoreConstant(first, constant));
        self.call_what_is_in(first, arguments);
    }

    fn call_what_is_in(&mut self, first: Slot, arguments: &'a [Argument]) {
        let unpacks = |argument: &Argument| matches!(argument, Argument::Unpacked(_) | Argument::UnpackedKeywords(_));
        if arguments.iter().any(unpacks) || arguments.len() > MOST_ARGUMENTS {
            self.call_unpacked(first, arguments);
            return;
        }
        let (_, count) = self.consecutive(arguments);
        let keywords: Vec<&Identifier> = arguments
            .iter()
            .filter_map(|argument| match argument {
                Argument::Keyword(name, _) => Some(name),
                Argument::Positional(_) | Argument::Unpacked(_) | Argument::UnpackedKeywords(_) => None,
            })
            .collect();
        if keywords.is_empty() {
            self.emit(Op::Call(first, count));
            return;
        }
        let positional = count - u8::try_from(keywords.len()).expect("there are fewer keywords than arguments");
        let keywords = keywords.into_iter().map(|name| self.names.intern(&name.name)).collect();
        let shape = self.shape(CallShape { positional, keywords });
        self.emit(Op::CallShaped(first, shape));
    }

    /// Evaluates arguments into consecutive slots.
    fn consecutive(&mut self, arguments: &'a [Argument]) -> (Slot, u8) {
        let slots: Vec<Slot> = arguments.iter().map(|_| self.temporary()).collect();
        for (argument, slot) in arguments.iter().zip(&slots) {
            self.fill_slot(argument.value(), *slot);
        }
        (slots.first().copied().unwrap_or(0), u8::try_from(slots.len()).unwrap_or(u8::MAX))
    }

    /// `print` with everything known but the values: filled in one op.
    fn print_on_the_spot(&mut self, arguments: &'a [Argument]) -> bool {
        let mut values = Vec::new();
        for argument in arguments {
            match argument {
                Argument::Positional(value) => values.push(value),
                Argument::Keyword(..) | Argument::Unpacked(_) | Argument::UnpackedKeywords(_) => return false,
            }
        }
        let parts: Vec<PrintPart<'a>> = values
            .iter()
            .map(|value| match &value.kind {
                ExpressionKind::FString(parts) => PrintPart::Format(parts),
                ExpressionKind::Str(text) => PrintPart::Text(text),
                _ => PrintPart::Value(value),
            })
            .collect();
        self.print_parts(&parts);
        true
    }
}

/// What one argument of `print` adds to the line.
pub(super) enum PrintPart<'a> {
    Format(&'a [FormatPart]),
    Text(&'a str),
    Value(&'a Expression),
}

/// Behind this many arguments a call takes them from a list: their number is 8 bits.
const MOST_ARGUMENTS: usize = 250;

/// The length of a sleep, if it is a number as it stands and a whole turn or more.
fn known_delay(delay: &Expression) -> Option<Delay> {
    match delay.kind {
        ExpressionKind::Int(seconds) => Delay::from_whole_seconds(seconds).ok(),
        // What rounds to nothing still sets a timer: `asyncio.sleep` asks before it rounds.
        ExpressionKind::Float(seconds) => Delay::from_seconds(seconds).ok().filter(|delay| *delay > Delay::ZERO),
        _ => None,
    }
}

fn is_keyword(argument: &Argument) -> bool {
    matches!(argument, Argument::Keyword(..))
}

/// Whether evaluating `value` may make a generator that nothing else holds.
fn makes_what_may_be_closed(value: &Expression) -> bool {
    match &value.kind {
        ExpressionKind::Call(..) => true,
        ExpressionKind::Comprehension(comprehension) => comprehension.kind == ComprehensionKind::Generator,
        _ => false,
    }
}

/// Whether evaluating `value` makes a list that nothing else holds.
fn makes_a_list(value: &Expression) -> bool {
    match &value.kind {
        ExpressionKind::List(_) => true,
        ExpressionKind::Comprehension(comprehension) => {
            matches!(comprehension.kind, ComprehensionKind::List | ComprehensionKind::Generator)
        }
        _ => false,
    }
}
