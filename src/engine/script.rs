//! The script's own classes: their objects are made and their methods called; questions of the kernel's operations are answered.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::heap::ask::is_question;
use crate::kernel::heap::object::BaseMethod;
use crate::kernel::{NO_CELL, State, Value, builtins, operate, text};
use crate::policy::Discipline;
use crate::program::code::{Code, Op};
use crate::signatures::ABSTRACT;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::{CellId, CodeId};

use super::activation::Next;
use super::call::Given;
use super::effect::{Effect, Registers};
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// A cell of the library's own code, called by the running activation, with these first slots.
    fn hidden_cell(&mut self, code: CodeId, values: &[Value]) -> CellId {
        self.fill_cell(code, &self.program.codes[code], values, &[])
    }

    /// An operation asks for something of the script.
    #[cold]
    pub(super) fn ask(&mut self, acc: Value) -> Next {
        let cell = &self.cells[self.activation];
        if let Op::Next(slot, _) = self.program.codes[cell.code].ops[cell.pc as usize - 1]
            && let generator @ Value::Generator(_) = self.slot(slot)
        {
            // A loop takes what the generator yields as it comes.
            self.vm.heap.forget_answers();
            return self.resume_generator(generator, Value::None);
        }
        self.enter_question(acc)
    }

    /// A question is answered: does the operation that asked once more.
    #[cold]
    #[inline(never)]
    pub(super) fn answer(&mut self, asked: CellId, answer: Value) -> Result<Next, Stop> {
        let (asker, acc) = self.take_answer(asked, answer);
        self.activation = asker;
        let program = self.program;
        let code = &program.codes[self.cells[asker].code];
        let mut registers = Registers { activation: asker, pc: self.cells[asker].pc - 1, acc };
        self.vm.may_let_go = self.may_let_go();
        let effect = self.vm.execute_one(&mut self.discipline, &mut self.cells, code, &mut registers);
        self.cells[asker].pc = registers.pc;
        let next = self.perform_again(asker, effect, registers.acc, code)?;
        if let Next::Throw(raised) = next
            && is_question(raised)
        {
            return Ok(self.enter_question(acc));
        }
        self.vm.heap.forget_answers();
        Ok(match next {
            Next::Go(value) => Next::Enter(asker, value),
            next => next,
        })
    }

    /// Performs the effect of an operation that is done again: of those that may ask.
    fn perform_again(&mut self, asker: CellId, effect: Effect, acc: Value, code: &Code) -> Result<Next, Stop> {
        Ok(match effect {
            Effect::Stepped => Next::Go(acc),
            Effect::Ask => Next::Throw(Raised(Value::Unbound)),
            Effect::Raise => Next::Throw(Raised(acc)),
            Effect::Call(first, count) => self.call(first, count)?,
            Effect::CallShaped(first, shape) => self.call_shaped(first, shape)?,
            Effect::CallUnpacked(first) => self.call_unpacked(first)?,
            Effect::CallMethod(method, first, count) => self.call_method(method, first, count)?,
            Effect::Wait(method, first, count) => {
                self.cells[asker].pc -= 1;
                self.call_method(method, first, count)?
            }
            Effect::CallLibrary(function, first, count) => {
                let arguments = first..first + u16::from(count);
                let is_discarded = matches!(code.ops.get(self.cells[asker].pc as usize), Some(Op::Discard));
                self.call_library(function, arguments, is_discarded)?
            }
            Effect::Print(first, template) => self.print_template(asker, first, template),
            Effect::Attribute(name) => self.attribute(acc, name)?,
            Effect::Delegate(slot, target) => self.delegate(slot, target, acc)?,
            other => unreachable!("{other:?} asks nothing"),
        })
    }

    /// Calls what an operation of the running activation asks for; `acc` is what the operation began with.
    pub(super) fn enter_question(&mut self, acc: Value) -> Next {
        let Some((question, answers)) = self.vm.heap.take_question() else {
            return Next::Throw(self.vm.heap.unsupported("a question without words"));
        };
        let callee = self.callee(question.callee);
        let mut arguments = question.arguments;
        arguments.extend(question.text.map(|text| self.vm.heap.string_from(text)));
        let positional = self.vm.heap.list(arguments);
        let keywords = self.vm.heap.dict();
        let answers = self.vm.heap.list(answers);
        let cell = self.hidden_cell(self.program.ask, &[callee, positional, keywords, answers, acc]);
        self.vm.heap.begin_writing(cell, question.inside);
        self.enter_function(cell)
    }

    /// An answer has come: the activation that asked, what its operation began with, and all answers so far.
    pub(super) fn take_answer(&mut self, asked: CellId, answer: Value) -> (CellId, Value) {
        let acc = self.cells.slot(asked, ACC_OF_QUESTION);
        let mut answers = match self.cells.slot(asked, ANSWERS_OF_QUESTION) {
            Value::List(at) => self.vm.heap.list_items(at).to_vec(),
            _ => Vec::new(),
        };
        answers.push(answer);
        self.vm.heap.give_answers(asked, answers);
        self.vm.heap.end_writing(asked);
        let asker = self.cells[asked].link;
        self.leave_call(asked, Ok(answer));
        self.free_cell(asked);
        (asker, acc)
    }

    /// Calls a class of the script: a new object, and its `__init__` (`typeobject.c`, `type_call`).
    pub(super) fn call_class(&mut self, class: ClassId, given: Given) -> Next {
        if let Some(lookup) = self.vm.heap.class_attribute(class, "__lookup__") {
            // A member of an enumeration is found, not made.
            let mut positional = vec![self.vm.heap.class_value(class)];
            positional.extend(given.positional);
            return match self.call_value(lookup, Given { positional, keywords: given.keywords }) {
                Ok(next) => next,
                Err(_) => Next::Throw(self.vm.heap.unsupported("this enumeration cannot be called")),
            };
        }
        if let Some(maker) = self.vm.heap.class_attribute(class, "__new__") {
            return self.make_by(self.vm.heap.without_staticmethod(maker), class, given);
        }
        if self.vm.heap.class_attribute(class, ABSTRACT).is_some()
            && let Some(raised) = self.abstract_class(class)
        {
            return Next::Throw(raised);
        }
        let is_exception = self.vm.heap.is_subclass(class, ClassId::BASE_EXCEPTION);
        let object = if is_exception {
            // An `OSError` waits for what its `__init__` is given (`exceptions.c`, `OSError_new`).
            let waits = self.vm.heap.is_subclass(class, ClassId::OS_ERROR);
            let arguments = if waits { &[] } else { given.positional.as_slice() };
            match builtins::allocate(&mut self.vm.heap, class, arguments) {
                Ok(exception) => exception,
                Err(raised) => return Next::Throw(raised),
            }
        } else {
            self.vm.heap.instance(class)
        };
        let Some(init) = self.vm.heap.class_attribute(class, "__init__") else {
            if !given.positional.is_empty() || !given.keywords.is_empty() {
                let message = format!("{}() takes no arguments", self.vm.heap.class_name(class));
                return Next::Throw(self.vm.heap.type_error(message));
            }
            return Next::Go(object);
        };
        let mut positional = vec![object];
        positional.extend(given.positional);
        self.construct(object, init, Given { positional, keywords: given.keywords })
    }

    /// Calls a class with a `__new__` of its own (`typeobject.c`, `type_call`).
    fn make_by(&mut self, maker: Value, class: ClassId, given: Given) -> Next {
        let is_exception = self.vm.heap.is_subclass(class, ClassId::BASE_EXCEPTION);
        let has_init = Value::bool(is_exception || self.vm.heap.class_attribute(class, "__init__").is_some());
        let (positional, keywords) = (self.vm.heap.list(given.positional), self.keyword_dict(given.keywords));
        let arguments = vec![self.vm.heap.class_value(class), maker, has_init, positional, keywords];
        match self.call_value(self.helper(Helper::Make), Given { positional: arguments, keywords: Vec::new() }) {
            Ok(next) => next,
            Err(_) => Next::Throw(self.vm.heap.unsupported("this class cannot be called")),
        }
    }

    /// Calls the `__init__` of a new object, which comes back.
    pub(super) fn construct(&mut self, object: Value, init: Value, given: Given) -> Next {
        let (positional, keywords) = (self.vm.heap.list(given.positional), self.keyword_dict(given.keywords));
        let cell = self.hidden_cell(self.program.construct, &[object, init, positional, keywords]);
        self.enter_function(cell)
    }

    /// What is raised where a class with abstract methods is called (`typeobject.c`, `object_new`).
    #[cold]
    fn abstract_class(&mut self, class: ClassId) -> Option<Raised> {
        let names: Vec<String> = self.vm.heap.abstract_methods(class).into_iter().collect();
        let plural = if names.len() == 1 { "" } else { "s" };
        let kind = self.vm.heap.class_name(class);
        let message = if self.is_since(crate::script::PythonVersion::V3_12) {
            let names = names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
            format!(
                "Can't instantiate abstract class {kind} without an implementation for abstract method{plural} {names}"
            )
        } else {
            format!("Can't instantiate abstract class {kind} with abstract method{plural} {}", names.join(", "))
        };
        (!names.is_empty()).then(|| self.vm.heap.type_error(message))
    }

    fn keyword_dict(&mut self, keywords: Vec<(String, Value)>) -> Value {
        let dict = self.vm.heap.dict();
        for (keyword, value) in keywords {
            let key = self.vm.heap.string_from(keyword);
            // A text is a key, and a dict of a call's keywords is small.
            let _ = operate::set_item(&mut self.vm.heap, dict, key, value);
        }
        dict
    }

    /// A cell that calls any value: for what runs outside of every activation.
    pub(super) fn calling_cell(&mut self, callee: Value, positional: Vec<Value>) -> CellId {
        let (positional, keywords) = (self.vm.heap.list(positional), self.vm.heap.dict());
        let cell = self.hidden_cell(self.program.call, &[callee, positional, keywords]);
        self.cells[cell].link = NO_CELL;
        self.cells[cell].set_wait(1);
        cell
    }

    /// `slot.method(slot + 1, … count)` of an object of a script's class, or of a class.
    pub(super) fn call_method_of_script(
        &mut self,
        receiver: Value,
        name: &str,
        first: u16,
        count: u8,
    ) -> Result<Next, Stop> {
        if let Value::Instance(at) = receiver
            && let Some(Value::Function(function)) = {
                let class = self.vm.heap.instance_object(at).class;
                self.vm.heap.class_attribute(class, name)
            }
            && self.vm.heap.field(receiver, name).is_none()
            && self.vm.heap.asked_first(receiver).is_none()
        {
            let function_object = self.vm.heap.function_object(function);
            let code = &self.program.codes[function_object.code];
            let fits = code.parameters.len() == usize::from(count) + 1 && code.captured.is_empty();
            if code.is_simple && fits && !self.makes_awaitable(Value::Function(function), code) {
                return Ok(self.call_code(function_object.code, first, count + 1));
            }
            let positional = self.values(first..first + 1 + u16::from(count)).to_vec();
            return self.call_value(Value::Function(function), Given { positional, keywords: Vec::new() });
        }
        let callee = match operate::get_attribute(&mut self.vm.heap, receiver, name) {
            Ok(callee) => callee,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        let positional = self.values(first + 1..first + 1 + u16::from(count)).to_vec();
        self.call_value(callee, Given { positional, keywords: Vec::new() })
    }

    /// What every object has, called by `super()`.
    pub(super) fn call_base_method(
        &mut self,
        method: BaseMethod,
        receiver: Value,
        given: &Given,
    ) -> Result<Value, Raised> {
        // `BaseException.__init__(self, …)`: the class hands over the object.
        let (receiver, arguments) = match (receiver, given.positional.split_first()) {
            _ if method == BaseMethod::New => (receiver, given.positional.as_slice()),
            (Value::Class(_) | Value::ExceptionClass(_) | Value::Builtin(_), Some((object, rest))) => (*object, rest),
            _ => (receiver, given.positional.as_slice()),
        };
        match (method, receiver, arguments) {
            (BaseMethod::New, _, arguments) => {
                let class = arguments.first().and_then(|class| self.vm.heap.class_id(*class));
                let Some(class) = class else {
                    let message = "object.__new__(X): X is not a type object";
                    return Err(self.vm.heap.type_error(message));
                };
                if self.vm.heap.is_subclass(class, ClassId::BASE_EXCEPTION) {
                    return builtins::allocate(&mut self.vm.heap, class, &arguments[1..]);
                }
                Ok(self.vm.heap.instance(class))
            }
            (BaseMethod::Init, Value::Exception(at), _) => {
                if let Some((_, _)) = given.keywords.first() {
                    let kind = self.vm.heap.type_name(receiver);
                    let message = format!("{kind}() takes no keyword arguments");
                    return Err(self.vm.heap.type_error(message));
                }
                builtins::set_arguments(&mut self.vm.heap, Value::Exception(at), arguments);
                Ok(Value::None)
            }
            (BaseMethod::Init, _, []) if given.keywords.is_empty() => Ok(Value::None),
            (BaseMethod::Init, ..) => {
                let message = "object.__init__() takes exactly one argument (the instance to initialize)";
                Err(self.vm.heap.type_error(message))
            }
            (BaseMethod::InitSubclass, ..) if given.keywords.is_empty() => Ok(Value::None),
            (BaseMethod::InitSubclass, ..) => {
                let class = self.vm.heap.class_id(receiver).map_or("", |class| self.vm.heap.class_name(class));
                let message = format!("{class}.__init_subclass__() takes no keyword arguments");
                Err(self.vm.heap.type_error(message))
            }
            (BaseMethod::Subclasses, class, []) => {
                let below =
                    self.vm.heap.class_id(class).map_or_else(Vec::new, |class| self.vm.heap.classes_below(class));
                Ok(self.vm.heap.list(below))
            }
            (BaseMethod::Order, class, []) => {
                let order = operate::get_attribute(&mut self.vm.heap, class, "__mro__")?;
                let order = operate::collect(&mut self.vm.heap, order)?;
                Ok(self.vm.heap.list(order))
            }
            (BaseMethod::Str | BaseMethod::Repr, Value::Exception(at), []) => {
                let mut words = String::new();
                let written = if method == BaseMethod::Str {
                    text::write_exception(&self.vm.heap, at, &mut words)
                } else {
                    text::write_exception_repr(&self.vm.heap, at, &mut words)
                };
                written.map_err(|problem| self.vm.heap.raised(problem))?;
                Ok(self.vm.heap.string_from(words))
            }
            (BaseMethod::Eq, _, [other]) => Ok(if receiver == *other { Value::TRUE } else { Value::NotImplemented }),
            (BaseMethod::Hash, _, []) => Ok(Value::Int(self.vm.heap.hash_of_itself(receiver))),
            (BaseMethod::SetAttribute, _, [Value::Str(name), value]) => {
                let name = self.vm.heap.text(*name).to_owned();
                if !matches!(receiver, Value::Instance(_) | Value::Exception(_) | Value::Function(_)) {
                    return Err(self.vm.heap.type_error("can't apply this __setattr__ to this object"));
                }
                operate::set_plainly(&mut self.vm.heap, receiver, &name, *value).map(|()| Value::None)
            }
            (BaseMethod::DeleteAttribute, _, [Value::Str(name)]) => {
                let name = self.vm.heap.text(*name).to_owned();
                operate::delete_plainly(&mut self.vm.heap, receiver, &name).map(|()| Value::None)
            }
            (BaseMethod::GetAttribute, _, [Value::Str(name)]) => {
                let name = self.vm.heap.text(*name).to_owned();
                match operate::get_plainly(&mut self.vm.heap, receiver, &name)? {
                    Some(found) => Ok(found),
                    None => operate::missing_plainly(&mut self.vm.heap, receiver, &name),
                }
            }
            (BaseMethod::Str | BaseMethod::Repr, ..) => {
                let class = self.vm.heap.script_class(receiver);
                let name = class.map_or_else(
                    || self.vm.heap.type_name(receiver).to_owned(),
                    |class| format!("{}.{}", self.vm.heap.class_module(class), self.vm.heap.class_qualified(class)),
                );
                Ok(self.vm.heap.string_from(format!("<{name} object at {}>", text::hidden_address())))
            }
            _ => Err(self.vm.heap.type_error("wrong number of arguments for a method of object")),
        }
    }

    /// Whether a coroutine cell is a generator's, which nobody has to run.
    pub(super) fn is_idle_generator(&self, cell: CellId) -> bool {
        matches!(self.cells[cell].state, State::Fresh | State::Suspended)
            && self.program.codes[self.cells[cell].code].generator != crate::program::code::Generator::No
    }
}

/// Slots of the body that asks.
const ANSWERS_OF_QUESTION: u16 = 3;
/// The same: what the operation began with.
const ACC_OF_QUESTION: u16 = 4;
