//! `str` and `repr` of values.

use std::fmt::Write;

use crate::signatures::asyncio::Function;
use crate::signatures::builtins::Builtin;
use crate::units::ThingKind;

use super::super::builtins;
use super::super::exception::{Attempt, ClassId, Problem};
use super::super::heap::ask::Callee;
use super::super::heap::object::MethodCode;
use super::super::heap::{DEEPEST, Heap};
use super::super::operate::instance;
use super::super::value::{CoroutineKind, Reference, Value};
use super::character;
use super::float::write_float;
use super::whole::decimal;

/// The longest text that a repr may become, in bytes.
pub(super) const LONGEST_BYTES: usize = 1 << 28;

/// Writes `str(value)`.
///
/// # Errors
/// Unsupported where CPython's text holds an address; `RecursionError`; `MemoryError`.
pub fn write_str(heap: &Heap, value: Value, out: &mut String) -> Attempt<()> {
    if let Value::Str(at) = value {
        out.push_str(heap.text(at));
        Ok(())
    } else if let Value::Thing(_) = value {
        text_of_thing(heap, Function::ThingStr, value, out)
    } else if let Some(answer) = instance::ask_method_of(heap, value, "__str__") {
        answered(heap, answer?, "__str__", out)
    } else if let Value::Exception(at) = value {
        Writer::exact(heap, out, LONGEST_BYTES).exception_text(at)
    } else {
        write_repr(heap, value, out)
    }
}

/// What the library says of one of its things.
fn text_of_thing(heap: &Heap, function: Function, thing: Value, out: &mut String) -> Attempt<()> {
    let answer = heap.ask(Callee::Value(Value::Asyncio(function as u64)), &[thing])?;
    answered(heap, answer, "__repr__", out)
}

/// Writes what `__str__` or `__repr__` gave.
fn answered(heap: &Heap, answer: Value, method: &str, out: &mut String) -> Attempt<()> {
    match answer {
        Value::Str(at) => {
            out.push_str(heap.text(at));
            Ok(())
        }
        other => {
            let message = format!("{method} returned non-string (type {})", heap.type_name(other));
            Err(Problem::new(ClassId::TYPE_ERROR, message))
        }
    }
}

/// Writes `repr(value)`.
///
/// # Errors
/// As [`write_str`].
pub fn write_repr(heap: &Heap, value: Value, out: &mut String) -> Attempt<()> {
    Writer::exact(heap, out, LONGEST_BYTES).repr(value)
}

/// Writes `ascii(value)`.
///
/// # Errors
/// As [`write_str`].
pub fn write_ascii(heap: &Heap, value: Value, out: &mut String) -> Attempt<()> {
    let mut text = String::new();
    write_repr(heap, value, &mut text)?;
    for letter in text.chars() {
        if letter.is_ascii() {
            out.push(letter);
        } else {
            character::write_escape(letter, out);
        }
    }
    Ok(())
}

/// Writes a repr for people: at most `limit` characters, `…` where it was cut, `<function f>` instead of an address. Never
/// builds more than it shows.
pub fn short_repr(heap: &Heap, value: Value, limit: usize, out: &mut String) {
    short_repr_named(heap, value, limit, &|_| None, out);
}

/// [`short_repr`] where `name` says what things outside the heap are called: tasks, futures, locks.
pub fn short_repr_named(
    heap: &Heap,
    value: Value,
    limit: usize,
    name: &dyn Fn(Value) -> Option<String>,
    out: &mut String,
) {
    let mut text = String::new();
    // Four bytes a character: what is cut is more than the limit whatever it is made of.
    let bytes = limit.saturating_mul(4);
    let writer = Writer { heap, out: &mut text, active: Vec::new(), others: 0, limit: bytes, name: Some(name) };
    let is_cut = { writer }.repr(value).is_err();
    let text = super::without_addresses(text);
    if !is_cut && text.chars().nth(limit).is_none() {
        out.push_str(&text);
        return;
    }
    out.extend(text.chars().take(limit.saturating_sub(1)));
    out.push('…');
}

/// What is raised where a repr goes too deep.
pub(super) fn too_deep() -> Problem {
    Problem::new(ClassId::RECURSION_ERROR, "maximum recursion depth exceeded while getting the repr of an object")
}

/// Writes reprs into one text.
pub(super) struct Writer<'a> {
    pub(super) heap: &'a Heap,
    pub(super) out: &'a mut String,
    /// The containers being written, outermost first, with those of the reprs in whose middle this one is.
    pub(super) active: Vec<Value>,
    /// How many of them are those of others.
    pub(super) others: usize,
    /// In bytes.
    limit: usize,
    /// What things outside the heap are called, where addresses are left out; `None` where they are refused.
    pub(super) name: Option<&'a dyn Fn(Value) -> Option<String>>,
}

impl<'a> Writer<'a> {
    pub(super) fn exact(heap: &'a Heap, out: &'a mut String, room: usize) -> Self {
        let limit = out.len() + room;
        let active: Vec<Value> = heap.being_written().collect();
        Self { heap, out, others: active.len(), active, limit, name: None }
    }

    pub(super) fn push(&mut self, text: &str) -> Attempt<()> {
        self.out.push_str(text);
        if self.out.len() > self.limit {
            return Err(Problem::new(ClassId::MEMORY_ERROR, "the text would be too long"));
        }
        Ok(())
    }

    pub(super) fn repr(&mut self, value: Value) -> Attempt<()> {
        if self.name.is_none()
            && let Some(answer) = instance::ask_method_of(self.heap, value, "__repr__")
        {
            let answer = answer.inspect_err(|_| self.heap.ask_inside(&self.active[self.others..]))?;
            answered(self.heap, answer, "__repr__", self.out)?;
            return self.push("");
        }
        match value {
            Value::Unbound => self.push("<unbound>"),
            Value::None => self.push("None"),
            Value::Bool(holds) => self.push(if holds == 0 { "False" } else { "True" }),
            Value::Int(number) => {
                // Writing to a string cannot fail.
                let _ = write!(self.out, "{number}");
                self.push("")
            }
            Value::Float(bits) => {
                write_float(f64::from_bits(bits), self.out);
                self.push("")
            }
            Value::Str(at) => self.quoted(at),
            Value::Tuple(_) | Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::DictView(_) => {
                self.container(value)
            }
            Value::Exception(_) => self.container(value),
            Value::Range(at) => {
                let range = self.heap.range_object(at);
                let step = if range.step == 1 { String::new() } else { format!(", {}", range.step) };
                self.push(&format!("range({}, {}{step})", range.start, range.stop))
            }
            Value::Slice(at) => {
                let slice = self.heap.slice_object(at);
                self.push("slice(")?;
                self.separated(&[slice.lower, slice.upper, slice.step])?;
                self.push(")")
            }
            Value::ExceptionClass(class) | Value::Class(class) => self.class(ClassId(class as u32)),
            Value::NotImplemented => self.push("NotImplemented"),
            Value::Long(at) => self.push(&decimal(self.heap.long(at))?),
            Value::Instance(at) => {
                let (name, class) = (self.heap.type_name(value), self.heap.instance_object(at).class);
                let (module, whole) = (self.heap.class_module(class), self.heap.class_qualified(class));
                if self.name.is_some() {
                    return self.nameless(value, &format!("{name} object"));
                }
                let module = if whole == "object" { String::new() } else { format!("{module}.") };
                self.nameless(value, &format!("{module}{whole} object"))
            }
            Value::Thing(_)
            | Value::Future(_)
            | Value::Task(_)
            | Value::Loop(_)
            | Value::Handle(_)
            | Value::Coroutine(_)
            | Value::Generator(_)
                if self.name.is_none() =>
            {
                let mut text = String::new();
                let told = text_of_thing(self.heap, Function::ThingRepr, value, &mut text);
                told.inspect_err(|_| self.heap.ask_inside(&self.active[self.others..]))?;
                self.push(&text)
            }
            Value::Generator(_) => self.nameless(value, "generator object"),
            Value::Traceback(_) | Value::Frame(_) => self.nameless(value, "traceback object"),
            Value::Descriptor(_) => self.nameless(value, self.heap.type_name(value)),
            Value::Builtin(number) => self.builtin(Builtin::from_number(number)),
            Value::Function(at) => {
                let name = self.heap.code_qualified(self.heap.function_object(at).code);
                self.nameless(value, &format!("function {name}"))
            }
            Value::BoundMethod(at) if self.name.is_none() => self.bound_method(at),
            Value::BoundMethod(_) => self.nameless(value, "bound method"),
            Value::Random(_) => self.nameless(value, "random.Random object"),
            Value::Iterator(_) => self.nameless(value, &format!("{} object", self.heap.type_name(value))),
            Value::Shared(_) => self.nameless(value, "cell"),
            Value::Asyncio(_) if let Some(class) = builtins::class_of_library(value) => {
                let (module, name) = builtins::written_name(class);
                self.push(&format!("<class '{module}.{name}'>"))
            }
            Value::Asyncio(number) if Function::numbered(number).is_of_c(self.heap.version().minor()) => {
                self.push(&format!("<built-in function {}>", Function::numbered(number).name()))
            }
            Value::Asyncio(number) => self.nameless(value, &Function::numbered(number).described()),
            Value::Coroutine(number) => self.nameless(value, &format!("{} object", CoroutineKind::of(number).name())),
            Value::Handle(_) => self.nameless(value, "handle"),
            Value::Loop(_) => self.nameless(value, "event loop"),
            Value::Future(_) => self.nameless(value, "future"),
            Value::Task(_) => self.nameless(value, "task"),
            Value::Thing(thing) => self.nameless(value, ThingKind::of(thing).name()),
        }
    }

    fn bound_method(&mut self, at: Reference) -> Attempt<()> {
        let bound = self.heap.bound_method_object(at);
        let receiver = bound.receiver;
        match bound.method {
            MethodCode::Script(function) => {
                let name = self.heap.code_qualified(self.heap.function_object(function).code);
                self.push(&format!("<bound method {name} of "))?;
                self.repr(receiver)?;
                self.push(">")
            }
            MethodCode::Value(method) => {
                let (name, kind) = (method.name(), self.heap.type_name(receiver));
                self.nameless(receiver, &format!("built-in method {name} of {kind} object"))
            }
            MethodCode::Library(_) | MethodCode::Base(_) => self.nameless(Value::BoundMethod(at), "bound method"),
        }
    }

    /// What CPython tells by its address.
    fn nameless(&mut self, value: Value, what: &str) -> Attempt<()> {
        match self.name {
            Some(name) => {
                let text = name(value).unwrap_or_else(|| what.to_owned());
                self.push(&format!("<{text}>"))
            }
            None => self.push(&format!("<{what} at {}>", super::hidden_address())),
        }
    }

    fn quoted(&mut self, at: Reference) -> Attempt<()> {
        let text = self.heap.text(at);
        let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
        self.out.push(quote);
        for letter in text.chars() {
            if letter == quote {
                self.out.push('\\');
                self.out.push(letter);
            } else if letter == '\\' || !(character::is_printable(letter) || letter == super::HIDDEN) {
                character::write_escape(letter, self.out);
            } else {
                self.out.push(letter);
            }
            if self.out.len() > self.limit {
                break;
            }
        }
        self.push(quote.encode_utf8(&mut [0; 4]))
    }

    fn class(&mut self, class: ClassId) -> Attempt<()> {
        let name = self.heap.class_qualified(class);
        if self.heap.class_attribute(class, "_members_").is_some() {
            let kind = if self.heap.class_attribute(class, "_combined_").is_some() { "flag" } else { "enum" };
            return self.push(&format!("<{kind} '{name}'>"));
        }
        match self.heap.class_module(class) {
            "builtins" => self.push(&format!("<class '{name}'>")),
            module => self.push(&format!("<class '{module}.{name}'>")),
        }
    }

    fn builtin(&mut self, builtin: Builtin) -> Attempt<()> {
        let name = builtin.name();
        let bare = || name.rsplit('.').next().unwrap_or(name);
        match builtin {
            Builtin::Type(_) => self.push(&format!("<class '{name}'>")),
            Builtin::Function(_) | Builtin::Math(_) => self.push(&format!("<built-in function {}>", bare())),
            Builtin::Random(_) => self.nameless(Value::Builtin(builtin.number()), "bound method"),
        }
    }

    fn container(&mut self, value: Value) -> Attempt<()> {
        if self.active.len() - self.others >= DEEPEST {
            return Err(too_deep());
        }
        if self.active.contains(&value) {
            return self.cycle(value);
        }
        self.active.push(value);
        let result = self.container_contents(value);
        self.active.pop();
        result
    }

    fn cycle(&mut self, value: Value) -> Attempt<()> {
        match value {
            Value::List(_) => self.push("[...]"),
            Value::Tuple(_) => self.push("(...)"),
            Value::Dict(_) => self.push("{...}"),
            Value::Set(_) => self.push(&format!("{}(...)", self.heap.type_name(value))),
            Value::Exception(at) => self.circle_of_exception(at),
            _ => self.push("..."),
        }
    }
}
