//! Calls whose callee is known only while running: functions, types, methods, with keywords and unpacked arguments.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::heap::AWAITABLE;
use crate::kernel::heap::ask::is_question;
use crate::kernel::heap::object::BaseMethod;
use crate::kernel::value::TIMER_HANDLE;
use crate::kernel::{Arguments, MethodCode, NO_CELL, Reference, State, Value, builtins, flag, methods};
use crate::policy::Discipline;
use crate::program::code::{Code, Generator};
use crate::signatures::asyncio::Function;
use crate::signatures::builtins::Builtin;
use crate::trace::Sink;
use crate::units::{CellId, CodeId, Time};

use super::activation::{Driven, Next};
use super::{Engine, Stop};

/// Arguments of a call: by position, and by name.
pub(super) struct Given {
    pub(super) positional: Vec<Value>,
    pub(super) keywords: Vec<(String, Value)>,
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `slot(slot + 1, … count)`
    pub(super) fn call(&mut self, first: u16, count: u8) -> Result<Next, Stop> {
        let callee = self.slot(first);
        if let Value::Function(reference) = callee {
            let code = self.vm.heap.function_object(reference).code;
            let lowered = &self.program.codes[code];
            let fits = lowered.parameters.len() == usize::from(count) && lowered.captured.is_empty();
            if lowered.is_simple && fits && !self.makes_awaitable(callee, lowered) {
                return Ok(self.call_code(code, first + 1, count));
            }
        }
        let positional = self.values(first + 1..first + 1 + u16::from(count)).to_vec();
        self.call_value(callee, Given { positional, keywords: Vec::new() })
    }

    /// The same with keywords, by the shape of the call.
    pub(super) fn call_shaped(&mut self, first: u16, shape: u16) -> Result<Next, Stop> {
        let program = self.program;
        let shape = &program.shapes[usize::from(shape)];
        let behind = first + 1 + u16::from(shape.positional);
        let positional = self.values(first + 1..behind).to_vec();
        let names = shape.keywords.iter().map(|name| program.names.text(*name).to_owned());
        let last = behind + u16::try_from(shape.keywords.len()).expect("a call has few keywords");
        let keywords = names.zip(self.values(behind..last).iter().copied()).collect();
        self.call_value(self.slot(first), Given { positional, keywords })
    }

    /// The same with a list and a dict.
    pub(super) fn call_unpacked(&mut self, first: u16) -> Result<Next, Stop> {
        let (positional, keywords) = match (self.slot(first + 1), self.slot(first + 2)) {
            (Value::List(list), Value::Dict(dict)) => {
                (self.vm.heap.list_items(list).to_vec(), self.vm.heap.dict_table(dict).iter().collect::<Vec<_>>())
            }
            _ => unreachable!("lowering put a list and a dict there"),
        };
        let mut named = Vec::with_capacity(keywords.len());
        for (key, value) in keywords {
            let Value::Str(name) = key else {
                return Ok(Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, "keywords must be strings")));
            };
            named.push((self.vm.heap.text(name).to_owned(), value));
        }
        self.call_value(self.slot(first), Given { positional, keywords: named })
    }

    /// Calls any value.
    pub(super) fn call_value(&mut self, callee: Value, given: Given) -> Result<Next, Stop> {
        if !given.keywords.is_empty()
            && let Some(next) = self.order_by_function(callee, &given)
        {
            return Ok(next);
        }
        match callee {
            Value::Function(_) => Ok(self.call_function(callee, given)),
            Value::Asyncio(number) => self.call_by_signature(Function::numbered(number), given),
            Value::BoundMethod(reference) => {
                let bound = self.vm.heap.bound_method_object(reference);
                let receiver = bound.receiver;
                match bound.method {
                    MethodCode::Value(method) => Ok(go_or_throw(with_arguments(&given, |arguments| {
                        methods::call_method(&mut self.vm.heap, receiver, method, arguments)
                    }))),
                    MethodCode::Library(number) => {
                        let mut positional = vec![receiver];
                        positional.extend(given.positional);
                        let function = Function::numbered(u64::from(number));
                        self.call_by_signature(function, Given { positional, keywords: given.keywords })
                    }
                    MethodCode::Script(function) => {
                        let mut positional = vec![receiver];
                        positional.extend(given.positional);
                        let given = Given { positional, keywords: given.keywords };
                        Ok(self.call_function(Value::Function(function), given))
                    }
                    MethodCode::Base(BaseMethod::Init) if let Value::Task(_) | Value::Future(_) = receiver => {
                        self.begin_future(receiver, given)
                    }
                    MethodCode::Base(method) => Ok(go_or_throw(self.call_base_method(method, receiver, &given))),
                }
            }
            Value::Builtin(number) => Ok(go_or_throw(with_arguments(&given, |arguments| {
                builtins::call_builtin(&mut self.vm.heap, Builtin::from_number(number), arguments)
            }))),
            Value::Class(class) => match self.vm.heap.native_above(ClassId(class as u32)) {
                Some(native) => self.call_class_of_futures(ClassId(class as u32), native, given),
                None => Ok(self.call_class(ClassId(class as u32), given)),
            },
            Value::ExceptionClass(class) if self.vm.heap.is_made_by_script(ClassId(class as u32)) => {
                Ok(self.call_class(ClassId(class as u32), given))
            }
            Value::Instance(_) | Value::Exception(_) if self.vm.heap.own_method(callee, "__call__").is_some() => {
                let method = self.vm.heap.own_method(callee, "__call__").unwrap_or(Value::None);
                let mut positional = vec![callee];
                positional.extend(given.positional);
                self.call_value(method, Given { positional, keywords: given.keywords })
            }
            Value::ExceptionClass(class) => Ok(go_or_throw(with_arguments(&given, |arguments| {
                builtins::construct(&mut self.vm.heap, ClassId(class as u32), arguments)
            }))),
            other => {
                let kind = self.vm.heap.type_name(other).to_owned();
                let message = format!("'{kind}' object is not callable");
                Ok(Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, message)))
            }
        }
    }

    /// Calls a script's function: a plain one is entered, a coroutine function makes a coroutine.
    fn call_function(&mut self, callee: Value, given: Given) -> Next {
        match self.activate(callee, given) {
            Ok(cell) if self.cells[cell].state == State::Fresh => {
                self.vm.heap.note_allocation();
                Next::Go(self.coroutine(cell))
            }
            Ok(cell) => {
                self.pass_on_arguments();
                self.enter_function(cell)
            }
            Err(raised) => Next::Throw(raised),
        }
    }

    /// Whether a function makes generators that `await` takes.
    pub(super) fn makes_awaitable(&self, function: Value, code: &Code) -> bool {
        code.generator == Generator::Plain && self.vm.heap.field(function, AWAITABLE).is_some()
    }

    /// A cell for a call of a script's function, its arguments bound.
    fn activate(&mut self, callee: Value, given: Given) -> Result<CellId, Raised> {
        let Value::Function(reference) = callee else { unreachable!("the caller has looked") };
        let id = self.vm.heap.function_object(reference).code;
        let code = &self.program.codes[id];
        let defaults = self.vm.heap.function_object(reference).defaults.clone();
        let values = self.bind(code, &defaults, given)?;
        let captured = self.vm.heap.function_object(reference).captured.clone();
        let cell = self.fill_cell(id, code, &values, &captured);
        if self.makes_awaitable(callee, code) {
            self.cells[cell].flags |= flag::AWAITABLE;
        }
        if code.is_async
            && let Some(Value::Str(own)) = self.vm.heap.field(callee, "__name__")
        {
            // `functools.wraps` has renamed the function: its coroutines are called so.
            let name = self.vm.heap.text(own).to_owned();
            let name = self.intern(&name);
            let qualified = self.vm.heap.field(callee, "__qualname__").and_then(|own| self.vm.heap.as_text(own));
            let qualified = qualified.map(str::to_owned).map_or(code.qualified, |own| self.intern(&own));
            self.rename_coroutine(cell, name, qualified);
        }
        Ok(cell)
    }

    pub(super) fn fill_cell(&mut self, id: CodeId, code: &Code, values: &[Value], captured: &[Value]) -> CellId {
        let state = if code.is_async { State::Fresh } else { State::Inline };
        let cell = self.cells.insert(id, code.slots, state);
        let slots = self.cells.slots_mut(cell, code.slots);
        slots[..values.len()].copy_from_slice(values);
        for (slot, value) in code.captured.iter().zip(captured) {
            slots[usize::from(*slot)] = *value;
        }
        cell
    }

    /// Calls a function of the library with arguments that are bound now.
    fn call_by_signature(&mut self, function: Function, given: Given) -> Result<Next, Stop> {
        match self.bind_library(function, given) {
            Ok(values) => self.perform(function, &values, false),
            Err(raised) => Ok(Next::Throw(raised)),
        }
    }

    /// Runs a body of the library outside of any task.
    pub(super) fn run_callback_body(&mut self, function: Function, arguments: &[Value]) -> Result<(), Stop> {
        let id = self.program.bodies[function as usize].expect("it has a body");
        self.activation = NO_CELL;
        let cell = self.fill_cell(id, &self.program.codes[id], arguments, &[]);
        self.cells[cell].set_wait(1);
        self.drive(cell, Value::None).map(|_| ())
    }

    /// Makes a scheduled call outside of any task; what it raises is a warning (`events.py`, `Handle._run`).
    pub(super) fn run_callback(&mut self, number: u32) -> Result<(), Stop> {
        let call = &self.calls[number];
        let handle = handle_of(number, call.when);
        // The loop holds the handle while it runs, and the handle what it calls.
        let kept = self.kept.len();
        self.kept.extend([handle, call.function, call.arguments]);
        if let Some((callback, done)) = self.handed_call(number) {
            let called = self.call_handed(callback, done);
            self.kept.truncate(kept);
            return called;
        }
        match self.make_call(number)? {
            Ok(value) if matches!(value, Value::Coroutine(_)) => self.weak.released.push(value),
            Ok(_) => {}
            Err(raised) => self.callback_raised(raised, handle)?,
        }
        if self.program.lets_go {
            self.weak.released.extend_from_slice(&self.kept[kept..]);
        }
        self.kept.truncate(kept);
        Ok(())
    }

    /// Calls the function of a scheduled call with its list of arguments.
    fn make_call(&mut self, number: u32) -> Result<Result<Value, Raised>, Stop> {
        let call = self.calls[number];
        let (function, arguments) = (call.function, call.arguments);
        let Value::List(list) = arguments else { unreachable!("scheduled calls hold a list") };
        let given = Given { positional: self.vm.heap.list_items(list).to_vec(), keywords: Vec::new() };
        self.activation = NO_CELL;
        Ok(match function {
            Value::Function(_) => match self.activate(function, given) {
                Ok(cell) if self.cells[cell].state == State::Fresh => Ok(self.cells.coroutine_value(cell)),
                Ok(cell) => {
                    self.cells[cell].set_wait(1);
                    match self.drive(cell, Value::None)? {
                        Driven::Ended => self.ended,
                        Driven::Suspended => Ok(Value::None),
                    }
                }
                Err(raised) => Err(raised),
            },
            Value::Asyncio(_) => self.call_on_the_loop(function, given, list)?,
            Value::BoundMethod(at) if self.runs_nothing(at) => self.call_on_the_loop(function, given, list)?,
            other => self.call_in_activation(other, given.positional)?,
        })
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Calls a value in an activation that does nothing else, where the script can be asked.
    fn call_in_activation(&mut self, function: Value, positional: Vec<Value>) -> Result<Result<Value, Raised>, Stop> {
        let cell = self.calling_cell(function, positional);
        Ok(match self.drive(cell, Value::None)? {
            Driven::Ended => self.ended,
            Driven::Suspended => Ok(Value::None),
        })
    }

    /// The loop calls what has no activation of its own: what it raises has met what is handled where the loop runs.
    /// What asks the script (`print` of its object) is begun anew in an activation.
    fn call_on_the_loop(
        &mut self,
        function: Value,
        given: Given,
        list: Reference,
    ) -> Result<Result<Value, Raised>, Stop> {
        let next = self.call_value(function, given)?;
        if let Next::Throw(raised) = next
            && is_question(raised)
        {
            let _ = self.vm.heap.take_question();
            let positional = self.vm.heap.list_items(list).to_vec();
            return self.call_in_activation(function, positional);
        }
        if let Next::Throw(raised) = next
            && self.beneath.handled != Value::None
        {
            self.vm.heap.set_context(raised, self.beneath.handled);
        }
        self.end_outside(next)
    }

    /// Whether a bound method is of the library, and of no coroutine or generator, which would run in an activation's place.
    fn runs_nothing(&self, at: Reference) -> bool {
        let bound = self.vm.heap.bound_method_object(at);
        !matches!(bound.method, MethodCode::Script(_) | MethodCode::Base(_))
            && !matches!(bound.receiver, Value::Coroutine(_) | Value::Generator(_))
    }

    /// Calls a function of the library outside of every activation.
    pub(super) fn call_outside(&mut self, function: Value, given: Given) -> Result<Result<Value, Raised>, Stop> {
        let next = self.call_value(function, given)?;
        self.end_outside(next)
    }

    /// Goes on with `next` outside of every activation: a body of the library, or the first step of an eager task, is run.
    pub(super) fn end_outside(&mut self, next: Next) -> Result<Result<Value, Raised>, Stop> {
        Ok(match next {
            Next::Throw(raised) if is_question(raised) => {
                Err(self.vm.heap.unsupported("this callback needs a method of the program: wrap it in a lambda"))
            }
            Next::Throw(raised) | Next::ThrowAgain(raised) | Next::ThrowInto(raised) | Next::ThrowBack(raised) => {
                Err(raised)
            }
            Next::Enter(activation, value) => match self.drive(activation, value)? {
                Driven::Ended => self.ended,
                Driven::Suspended => Ok(Value::None),
            },
            Next::Go(value) => Ok(value),
            Next::Suspend => Ok(Value::None),
        })
    }
}

/// The handle of a call, as a script has it.
pub(super) fn handle_of(number: u32, when: Option<Time>) -> Value {
    Value::Handle(u64::from(number) | if when.is_some() { TIMER_HANDLE } else { 0 })
}

/// What comes after an operation that may raise.
pub(super) fn go_or_throw(result: Result<Value, Raised>) -> Next {
    match result {
        Ok(value) => Next::Go(value),
        Err(raised) => Next::Throw(raised),
    }
}

/// Calls `function` with arguments whose names are borrowed.
fn with_arguments<T>(given: &Given, function: impl FnOnce(&Arguments<'_>) -> T) -> T {
    let keywords: Vec<(&str, Value)> = given.keywords.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    function(&Arguments { positional: &given.positional, keywords: &keywords })
}
