//! Functions, coroutines and lambdas: bodies to code, definitions to function objects.

use crate::diag::catalog;
use crate::program::code::{Code, CodeParameter, FunctionTemplate, Op, Slot};
use crate::program::scope::Bindings;
use crate::script::{Function, Lambda, ParameterKind, Parameters, Statement, StatementKind};
use crate::units::{CodeId, Span};

use super::Lowering;
use super::frame::{Frame, FrameKind};

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
                is_async: function.is_async,
                parameters: Vec::new(),
                is_simple: false,
                slots: 1,
                captured: Vec::new(),
                locals: Vec::new(),
                ops: Vec::new(),
                places: Vec::new(),
                handlers: Vec::new(),
                handling: Vec::new(),
                is_hidden: false,
            });
            self.statics[function.name.name.as_str()].code = Some(code);
        }
    }

    /// Lowers a function's definition: acc = the function object.
    pub(super) fn function(&mut self, function: &'a Function) {
        if let Some(decorator) = function.decorators.first() {
            self.problem(catalog::not_supported(decorator.span, "a decorator", "call the function where you need it"));
        }
        let mark = self.frame().mark();
        let first = self.defaults(&function.parameters);
        let reserved = match self.frame().kind {
            FrameKind::Module => self.statics.get(function.name.name.as_str()).and_then(|known| known.code),
            FrameKind::Function | FrameKind::Coroutine => None,
        };
        let bindings = Bindings::of_function(&function.parameters, &function.body);
        let free = bindings.free_in(&function.body);
        let kind = if function.is_async { FrameKind::Coroutine } else { FrameKind::Function };
        self.open(&function.name.name, kind, bindings, &function.parameters, free);
        self.block(&function.body);
        let (code, captured) = self.close(&function.parameters, reserved, function.name.span);
        self.make_function(first, code, captured);
        self.frame().release(mark);
    }

    /// Lowers a lambda: acc = the function object.
    pub(super) fn lambda(&mut self, lambda: &'a Lambda) {
        let mark = self.frame().mark();
        let first = self.defaults(&lambda.parameters);
        let bindings = Bindings::of_lambda(&lambda.parameters, &lambda.body);
        let free = bindings.free_in_lambda(&lambda.body);
        self.open("<lambda>", FrameKind::Function, bindings, &lambda.parameters, free);
        self.frame().place(lambda.body.span);
        self.expression(&lambda.body);
        self.emit(Op::Return);
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
        let captured = free
            .into_iter()
            .filter(|free| self.frames.last().is_some_and(|frame| frame.own_symbol(free).is_some()))
            .collect();
        let id = self.names.intern(name);
        self.frames.push(Frame::new(id, name, kind, bindings, parameters.items.len(), captured));
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
        let enclosing = self.frames.last().expect("a function stands in a frame");
        let slot = |name: &&str| enclosing.own_symbol(name).expect("it was captured from there").slot;
        (code, names.iter().map(slot).collect())
    }

    /// Finishes a frame without parameters.
    pub(super) fn finish_frame(&mut self) -> CodeId {
        self.finish_frame_into(Vec::new(), None)
    }

    fn finish_frame_into(&mut self, parameters: Vec<CodeParameter>, reserved: Option<CodeId>) -> CodeId {
        let none = self.constant(crate::program::code::Constant::None);
        let mut frame = self.frames.pop().expect("a frame was opened");
        frame.emit(Op::Constant(none));
        frame.emit(Op::Return);
        let locals = frame.local_names().map(|name| self.names.intern(name)).collect();
        let is_simple = parameters
            .iter()
            .all(|parameter| matches!(parameter.kind, ParameterKind::Ordinary | ParameterKind::PositionalOnly));
        let code = Code {
            name: frame.name,
            is_async: frame.kind == FrameKind::Coroutine,
            parameters,
            is_simple,
            slots: frame.slots(),
            captured: frame.captures().map(|(_, slot)| slot).collect(),
            locals,
            ops: frame.ops,
            places: frame.places,
            handlers: frame.handlers,
            handling: frame.handling,
            is_hidden: false,
        };
        match reserved {
            Some(id) => {
                self.codes[id] = code;
                id
            }
            None => self.codes.push(code),
        }
    }

    fn make_function(&mut self, first: Slot, code: CodeId, captured: Vec<Slot>) {
        let template = FunctionTemplate { code, captured };
        self.functions.push(template);
        let index = u16::try_from(self.functions.len() - 1).unwrap_or(u16::MAX);
        self.emit(Op::MakeFunction(first, index));
    }
}
