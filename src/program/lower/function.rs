//! Functions, coroutines and lambdas: bodies to code, definitions to function objects.

use crate::diag::catalog;
use crate::program::code::{Code, CodeParameter, Constant, FunctionTemplate, Generator, Op, Slot};
use crate::program::places::Places;
use crate::program::scope::Bindings;
use crate::script::{
    Expression, ExpressionKind, Function, Lambda, ParameterKind, Parameters, Statement, StatementKind,
};
use crate::units::{CodeId, Span};

use super::Lowering;
use super::class::ANNOTATIONS;
use super::frame::{Frame, FrameKind};
use super::generator::has_yield;
use super::resolve::Place;
use super::told;

/// Modules of the library that CPython has in C, or as good as.
const IN_C: [&str; 9] =
    ["helpers", "builtins", "bisect", "contextvars", "functools", "heapq", "itertools", "operator", "types"];

/// What steps an object in the place of a coroutine.
const STEPPING: [&str; 5] =
    ["anext_of_generator", "athrow_into_generator", "aclose_generator", "drive_alike", "await_generator"];

impl<'a> Lowering<'a> {
    /// Gives every function that calls can be bound to before the run its code's id, so that they may call each other.
    pub(super) fn reserve_static_codes(&mut self, module: &'a [Statement]) {
        for statement in module {
            let StatementKind::Function(function) = &statement.kind else { continue };
            if !self.statics.contains_key(function.name.name.as_str()) {
                continue;
            }
            let name = self.names.intern(&function.name.name);
            let code = self.codes.push(Code {
                name,
                qualified: name,
                is_async: function.is_async,
                generator: Generator::No,
                parameters: Vec::new(),
                is_annotated: false,
                is_simple: false,
                slots: 1,
                captured: Vec::new(),
                locals: Vec::new(),
                ops: Vec::new(),
                places: Places::default(),
                definition: Span::default(),
                handlers: Vec::new(),
                handling: Vec::new(),
                live: Vec::new(),
                is_hidden: false,
                told_as: None,
                has_frame: true,
                steps_object: false,
            });
            self.statics[function.name.name.as_str()].code = Some(code);
        }
    }

    /// Lowers a function's definition: acc = the function object.
    pub(super) fn function(&mut self, function: &'a Function) {
        let mark = self.frame().mark();
        let decorators = self.decorators(&function.decorators);
        let first = self.defaults(&function.parameters);
        let is_apart = self.frame().is_in_class() || self.library.is_some();
        let reserved = match self.frame().kind {
            FrameKind::Module if is_apart => None,
            FrameKind::Module => self.statics.get(function.name.name.as_str()).and_then(|known| known.code),
            FrameKind::Function | FrameKind::Coroutine => None,
        };
        let bindings = Bindings::of_function(&function.parameters, &function.body);
        let free = bindings.free_in(&function.body);
        let kind = if function.is_async { FrameKind::Coroutine } else { FrameKind::Function };
        self.open(&function.name.name, kind, bindings, &function.parameters, free);
        self.frame().is_generator = has_yield(&function.body);
        self.frame().definition = function.decorators.first().map_or(function.name.span, |first| first.span);
        self.called_from_afar(|lowering| lowering.block(&function.body));
        let (code, captured) = self.close(&function.parameters, reserved, function.name.span);
        self.make_function(first, code, captured);
        self.document(&function.body);
        self.annotate(function);
        self.decorate(&decorators);
        self.frame().release(mark);
    }

    /// Gives the function or class in acc its text, if its body begins with one.
    pub(super) fn document(&mut self, body: &'a [Statement]) {
        let Some(text) = document_of(body) else { return };
        let text = self.document_constant(text);
        let text = self.constant(text);
        self.note("__doc__", text);
    }

    /// What becomes of the text that a body begins with.
    pub(super) fn document_constant(&self, text: &str) -> Constant {
        Constant::Str(if self.python >= 13 { cleaned(text) } else { text.to_owned() })
    }

    /// Gives the function in acc its annotations. What cannot be evaluated here is an object with the same text.
    fn annotate(&mut self, function: &'a Function) {
        if function.annotated.is_empty() {
            return;
        }
        let mark = self.frame().mark();
        let (made, annotations, key) = (self.temporary(), self.temporary(), self.temporary());
        self.emit(Op::Store(made));
        self.emit(Op::NewDict);
        self.emit(Op::Store(annotations));
        for annotated in &function.annotated {
            let name = self.constant(Constant::Str(annotated.name.name.clone()));
            self.emit(Op::StoreConstant(key, name));
            match annotated.value.as_ref().filter(|value| self.is_known(value)) {
                Some(value) => self.expression(value),
                None => self.call_helper("helpers.written_type", &[&annotated.annotation]),
            }
            self.emit(Op::PutInDict(annotations, key));
        }
        self.emit(Op::Local(annotations));
        let name = self.names.intern(ANNOTATIONS);
        self.emit(Op::StoreAttribute(made, name));
        self.emit(Op::Local(made));
        self.frame().release(mark);
    }

    /// Whether an annotation can be evaluated where it stands. What comes from `typing` is shown as it is written.
    fn is_known(&mut self, value: &Expression) -> bool {
        match &value.kind {
            ExpressionKind::Name(name) if self.comes_from_typing(name) => false,
            ExpressionKind::Name(name) => {
                matches!(self.resolve(name), Place::Local(_) | Place::Global(_) | Place::Library(_))
            }
            _ => true,
        }
    }

    /// Gives the function or class in acc an attribute.
    pub(super) fn note(&mut self, name: &str, value: u32) {
        let mark = self.frame().mark();
        let made = self.temporary();
        self.emit(Op::Store(made));
        self.emit(Op::Constant(value));
        let name = self.names.intern(name);
        self.emit(Op::StoreAttribute(made, name));
        self.emit(Op::Local(made));
        self.frame().release(mark);
    }

    /// Lowers a lambda: acc = the function object.
    pub(super) fn lambda(&mut self, lambda: &'a Lambda, span: Span) {
        let mark = self.frame().mark();
        let first = self.defaults(&lambda.parameters);
        let bindings = Bindings::of_lambda(&lambda.parameters, &lambda.body);
        let free = bindings.free_in_lambda(&lambda.body);
        self.open("<lambda>", FrameKind::Function, bindings, &lambda.parameters, free);
        self.frame().place(lambda.body.span);
        self.frame().definition = span;
        self.frame().is_generator = lambda.body.yields();
        // Who calls it may be there to catch what it raises.
        self.guarded(self.catches_all, |lowering| lowering.expression(&lambda.body));
        let is_generator = self.frame().is_generator;
        self.emit(if is_generator { Op::FinishGenerator } else { Op::Return });
        let (code, captured) = self.close(&lambda.parameters, None, lambda.body.span);
        self.make_function(first, code, captured);
        self.frame().release(mark);
    }

    /// Evaluates defaults into one slot a parameter, `Unbound` where there is none.
    fn defaults(&mut self, parameters: &'a Parameters) -> Slot {
        let first = self.frame().mark();
        let unbound = self.constant(crate::program::code::Constant::Unbound);
        let slots: Vec<Slot> = parameters.items.iter().map(|_| self.temporary()).collect();
        for (parameter, slot) in parameters.items.iter().zip(slots) {
            match &parameter.default {
                Some(default) => {
                    self.expression(default);
                    self.emit(Op::Store(slot));
                }
                None => self.emit(Op::StoreConstant(slot, unbound)),
            }
        }
        first
    }

    pub(super) fn open(
        &mut self,
        name: &'a str,
        kind: FrameKind,
        bindings: Bindings<'a>,
        parameters: &'a Parameters,
        free: Vec<&'a str>,
    ) {
        self.open_with(name, kind, bindings, parameters.items.len(), free);
    }

    /// Opens a frame whose first locals are its parameters.
    pub(super) fn open_with(
        &mut self,
        name: &'a str,
        kind: FrameKind,
        bindings: Bindings<'a>,
        parameters: usize,
        free: Vec<&'a str>,
    ) {
        let captured = free
            .into_iter()
            .filter(|free| self.frames.last().is_some_and(|frame| frame.symbol_for_inner(free).is_some()))
            .collect();
        let id = self.names.intern(name);
        let qualified = self.frame().qualified(name);
        let mut frame = Frame::new(id, name, kind, bindings, parameters, captured);
        frame.set_qualified(qualified);
        self.frames.push(frame);
    }

    /// Finishes the innermost frame; returns its code and the slots of the enclosing frame that it captures.
    pub(super) fn close(
        &mut self,
        parameters: &'a Parameters,
        reserved: Option<CodeId>,
        span: Span,
    ) -> (CodeId, Vec<Slot>) {
        let frame = self.frames.last().expect("a frame was opened");
        let names: Vec<&'a str> = frame.captures().map(|(name, _)| name).collect();
        if frame.is_too_large() {
            self.problem(catalog::not_supported(span, "a function this large", "split it into smaller ones"));
        }
        let is_annotated = parameters.is_annotated;
        let parameters = parameters
            .items
            .iter()
            .map(|parameter| CodeParameter {
                name: self.names.intern(&parameter.name.name),
                kind: parameter.kind,
                has_default: parameter.default.is_some(),
            })
            .collect();
        let code = self.finish_frame_into(parameters, reserved);
        self.codes[code].is_annotated = is_annotated;
        (code, self.captured_slots(&names))
    }

    fn captured_slots(&self, names: &[&str]) -> Vec<Slot> {
        let enclosing = self.frames.last().expect("a function stands in a frame");
        let slot = |name: &&str| enclosing.symbol_for_inner(name).expect("it was captured from there").slot;
        names.iter().map(slot).collect()
    }

    /// Finishes a frame with one parameter, given by position.
    pub(super) fn close_with(&mut self, parameter: &str, span: Span) -> (CodeId, Vec<Slot>) {
        let frame = self.frames.last().expect("a frame was opened");
        let names: Vec<&'a str> = frame.captures().map(|(name, _)| name).collect();
        if frame.is_too_large() {
            self.problem(catalog::not_supported(span, "a function this large", "split it into smaller ones"));
        }
        let name = self.names.intern(parameter);
        let parameter = CodeParameter { name, kind: ParameterKind::PositionalOnly, has_default: false };
        let code = self.finish_frame_into(vec![parameter], None);
        (code, self.captured_slots(&names))
    }

    /// Finishes a frame without parameters.
    pub(super) fn finish_frame(&mut self) -> CodeId {
        self.finish_frame_into(Vec::new(), None)
    }

    fn finish_frame_into(&mut self, parameters: Vec<CodeParameter>, reserved: Option<CodeId>) -> CodeId {
        let none = self.constant(crate::program::code::Constant::None);
        let mut frame = self.frames.pop().expect("a frame was opened");
        frame.emit(Op::Constant(none));
        frame.emit(if frame.is_generator { Op::FinishGenerator } else { Op::Return });
        let generator = match (frame.is_generator, frame.kind) {
            (false, _) => Generator::No,
            (true, FrameKind::Coroutine) => Generator::Async,
            (true, FrameKind::Function | FrameKind::Module) => Generator::Plain,
        };
        let named = frame.local_names().chain(frame.captures().map(|(name, _)| name));
        let locals = named.map(|name| self.names.intern(name)).collect();
        let is_simple = parameters
            .iter()
            .all(|parameter| matches!(parameter.kind, ParameterKind::Ordinary | ParameterKind::PositionalOnly));
        let name = match (self.library, frame.text) {
            // As the types of CPython's objects are called.
            (Some(_), "anext_of_generator") => self.names.intern("asend"),
            (Some(_), "athrow_into_generator" | "aclose_generator") => self.names.intern("athrow"),
            _ => frame.name,
        };
        let qualified = match (self.library, frame.text) {
            // Since 3.12 it lies in the function that needs it.
            (Some(_), "_wrap_awaitable") if self.python >= 12 => "ensure_future.<locals>._wrap_awaitable",
            _ => frame.own_qualified(),
        };
        let told_as = match self.library {
            Some(module) => told::of_library(module, frame.text, qualified).map(|told| self.names.intern(told)),
            None => Some(name),
        };
        let code = Code {
            name,
            qualified: self.names.intern(qualified),
            is_async: frame.kind == FrameKind::Coroutine || frame.is_generator,
            generator,
            parameters,
            is_annotated: false,
            is_simple,
            slots: frame.slots(),
            captured: frame.captures().map(|(_, slot)| slot).collect(),
            locals,
            ops: frame.ops,
            places: frame.places,
            definition: frame.definition,
            handlers: frame.handlers,
            handling: frame.handling,
            live: if self.lets_go { frame.live } else { Vec::new() },
            is_hidden: self.library.is_some(),
            told_as,
            has_frame: self.library.is_none_or(|module| !IN_C.contains(&module)),
            steps_object: self.library.is_some() && STEPPING.contains(&frame.text),
        };
        match reserved {
            Some(id) => {
                self.codes[id] = code;
                id
            }
            None => self.codes.push(code),
        }
    }

    pub(super) fn make_function(&mut self, first: Slot, code: CodeId, captured: Vec<Slot>) {
        let template = FunctionTemplate { code, captured };
        self.functions.push(template);
        let index = u16::try_from(self.functions.len() - 1).unwrap_or(u16::MAX);
        self.emit(Op::MakeFunction(first, index));
    }
}

/// The text that a body begins with, if it does.
pub(super) fn document_of(body: &[Statement]) -> Option<&str> {
    let StatementKind::Expression(first) = &body.first()?.kind else { return None };
    let ExpressionKind::Str(text) = &first.kind else { return None };
    Some(text)
}

/// A docstring without the indentation of its lines, as 3.13 keeps it (`compile.c`, `_PyCompile_CleanDoc`).
fn cleaned(text: &str) -> String {
    let text = expanded(text);
    let Some((first, rest)) = text.split_once('\n') else { return text.trim_start_matches(' ').to_owned() };
    let indentation =
        |line: &&str| (line.len() - line.trim_start_matches(' ').len(), line.trim_start_matches(' ').is_empty());
    let margin =
        rest.split('\n').map(|line| indentation(&line)).filter(|(_, blank)| !blank).map(|(width, _)| width).min();
    let margin = margin.unwrap_or(0);
    let mut cleaned = first.trim_start_matches(' ').to_owned();
    for line in rest.split('\n') {
        cleaned.push('\n');
        let (width, _) = indentation(&line);
        cleaned.push_str(&line[margin.min(width)..]);
    }
    cleaned
}

/// A text with spaces for tabs, as `str.expandtabs` has it.
fn expanded(text: &str) -> String {
    let (mut expanded, mut column) = (String::new(), 0);
    for character in text.chars() {
        if character == '\t' {
            let width = 8 - column % 8;
            expanded.push_str(&" ".repeat(width));
            column += width;
            continue;
        }
        column = if matches!(character, '\n' | '\r') { 0 } else { column + 1 };
        expanded.push(character);
    }
    expanded
}
