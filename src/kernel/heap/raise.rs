//! Exceptions of the heap, their classes, and the names of types.

use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::signatures::builtins::Builtin;
use crate::units::ThingKind;

use super::super::exception::{ClassId, ExceptionObject, Group, Problem, Raised};
use super::super::value::{ASYNC_GENERATOR, CoroutineKind, Reference, TIMER_HANDLE, Value};
use super::collect::{OBJECT_BYTES, VALUE_BYTES};
use super::{DescriptorKind, Heap, IteratorObject, MethodCode, ViewKind};

impl Heap {
    /// An exception of this class with one argument, its message, on its way up.
    #[cold]
    #[inline(never)]
    pub fn raise(&mut self, class: ClassId, message: impl Into<String>) -> Raised {
        let message = self.string_from(message.into());
        Raised(self.exception(class, vec![message]))
    }

    /// What CPython does and the simulator does not: no script can catch it.
    #[cold]
    #[inline(never)]
    pub fn unsupported(&mut self, message: impl Into<String>) -> Raised {
        self.raise(ClassId::UNSUPPORTED, message)
    }

    /// A `TypeError` on its way up.
    #[cold]
    #[inline(never)]
    pub fn type_error(&mut self, message: impl Into<String>) -> Raised {
        self.raise(ClassId::TYPE_ERROR, message)
    }

    /// A `ValueError` on its way up.
    #[cold]
    #[inline(never)]
    pub fn value_error(&mut self, message: impl Into<String>) -> Raised {
        self.raise(ClassId::VALUE_ERROR, message)
    }

    /// A problem on its way up.
    #[cold]
    #[inline(never)]
    pub fn raised(&mut self, problem: Problem) -> Raised {
        if problem.class == ClassId::QUESTION {
            return Raised(Value::Unbound);
        }
        self.raise(problem.class, problem.message)
    }

    /// An exception with these arguments, raised by nobody yet.
    pub fn exception(&mut self, class: ClassId, args: Vec<Value>) -> Value {
        self.charge(OBJECT_BYTES + args.len() * VALUE_BYTES);
        Value::Exception(self.exceptions.insert(ExceptionObject {
            class,
            args,
            group: None,
            cause: None,
            context: None,
            suppress_context: false,
            frames: Vec::new(),
            has_lost_traceback: false,
            held: Vec::new(),
            fields: None,
        }))
    }

    /// Notes that `raised` came up while `handled` was being handled. No exception comes to stand behind itself (`errors.c`,
    /// `_PyErr_SetObject`).
    pub fn set_context(&mut self, raised: Raised, handled: Value) {
        if raised.0 == handled {
            return;
        }
        // A script may have made a chain that goes in circles: one that goes at half the pace is met there.
        let (mut before, mut slow, mut is_even) = (handled, handled, false);
        while let Some(next) = self.context(before) {
            if next == raised.0 {
                self.replace_context(before, None);
                break;
            }
            before = next;
            if is_even {
                slow = self.context(slow).unwrap_or(slow);
            }
            is_even = !is_even;
            if before == slow {
                break;
            }
        }
        self.replace_context(raised.0, Some(handled));
    }

    fn context(&self, value: Value) -> Option<Value> {
        if let Value::Exception(at) = value { self.exception_object(at).context } else { None }
    }

    fn replace_context(&mut self, exception: Value, context: Option<Value>) {
        if let Value::Exception(at) = exception {
            self.exception_object_mut(at).context = context;
        }
    }

    /// An exception.
    #[inline]
    #[must_use]
    pub fn exception_object(&self, at: Reference) -> &ExceptionObject {
        self.exceptions.get(at)
    }

    /// An exception, to be changed.
    #[inline]
    pub fn exception_object_mut(&mut self, at: Reference) -> &mut ExceptionObject {
        self.exceptions.get_mut(at)
    }

    /// Notes on an error what was looked for, and in what (`object.c`, `_PyObject_SetAttributeErrorContext`).
    pub fn note_missing(&mut self, raised: Raised, of: Option<Value>, name: &str) {
        let name = self.string(name);
        self.set_field(raised.0, "name", name);
        if let Some(of) = of {
            self.set_field(raised.0, "obj", of);
        }
    }

    /// How many places its traceback has.
    #[must_use]
    pub fn places_passed(&self, exception: Value) -> u16 {
        let Value::Exception(at) = exception else { return 0 };
        let exception = self.exception_object(at);
        let passed = if exception.has_lost_traceback { 0 } else { exception.frames.len() };
        u16::try_from(passed).unwrap_or(u16::MAX)
    }

    /// Takes from its traceback all but the first `passed` places.
    pub fn rewind_traceback(&mut self, raised: Raised, passed: u16) {
        let Value::Exception(at) = raised.0 else { return };
        let exception = self.exception_object_mut(at);
        if passed == 0 {
            // Where it passed is still told at the end of a run, unless it passes more.
            exception.has_lost_traceback = true;
            exception.held.clear();
        } else {
            exception.frames.truncate(usize::from(passed));
        }
    }

    /// The exceptions in a group; none of what is no group.
    #[must_use]
    pub fn members_of_group(&self, value: Value) -> &[Value] {
        let Value::Exception(at) = value else { return &[] };
        match self.exceptions.get(at).group {
            Some(Group { exceptions: Value::Tuple(members), .. }) => self.tuple_items(members),
            _ => &[],
        }
    }

    /// The class of an exception value; `None` for other values.
    #[must_use]
    pub fn class_of(&self, value: Value) -> Option<ClassId> {
        if let Value::Exception(at) = value { Some(self.exceptions.get(at).class) } else { None }
    }

    /// `C.__name__`
    #[must_use]
    pub fn class_name(&self, class: ClassId) -> &str {
        self.classes.name(class)
    }

    /// `C.__module__`
    #[must_use]
    pub fn class_module(&self, class: ClassId) -> &'static str {
        self.classes.module(class)
    }

    /// Whether `class` is `ancestor` or below it.
    #[must_use]
    pub fn is_subclass(&self, class: ClassId, ancestor: ClassId) -> bool {
        self.classes.is_subclass(class, ancestor)
    }

    /// Whether exceptions of this class hold others.
    #[must_use]
    pub fn is_group_class(&self, class: ClassId) -> bool {
        self.classes.is_group(class)
    }

    /// Whether there are classes beside those of Python: then operations may have to ask the script.
    #[must_use]
    pub fn has_own_classes(&self) -> bool {
        self.classes.has_own()
    }

    /// Adds a class of the script.
    pub fn define_exception_class(&mut self, name: &str, base: ClassId) -> ClassId {
        self.classes.define(name, Some(base))
    }

    /// `type(value).__name__`, as CPython's messages name it.
    #[must_use]
    pub fn type_name(&self, value: Value) -> &str {
        match value {
            Value::Unbound => "unbound",
            Value::None => "NoneType",
            Value::Bool(_) => "bool",
            Value::Int(_) | Value::Long(_) => "int",
            Value::Float(_) => "float",
            Value::Str(_) => "str",
            Value::Tuple(_) => "tuple",
            Value::List(_) => "list",
            Value::Dict(_) => "dict",
            Value::Set(at) => {
                if self.set_object(at).is_frozen {
                    "frozenset"
                } else {
                    "set"
                }
            }
            Value::DictView(at) => match (self.view_object(at).kind, self.view_object(at).is_of_ordered) {
                (ViewKind::Keys, false) => "dict_keys",
                (ViewKind::Values, false) => "dict_values",
                (ViewKind::Items, false) => "dict_items",
                (ViewKind::Keys, true) => "odict_keys",
                (ViewKind::Values, true) => "odict_values",
                (ViewKind::Items, true) => "odict_items",
            },
            Value::Range(_) => "range",
            Value::Slice(_) => "slice",
            Value::Random(_) => "Random",
            Value::Iterator(at) => self.iterator_type(at),
            Value::Function(_) => "function",
            Value::BoundMethod(at) => match self.bound_method_object(at).method {
                MethodCode::Script(_) => "method",
                MethodCode::Library(_)
                    if !matches!(self.bound_method_object(at).receiver, Value::Task(_) | Value::Future(_)) =>
                {
                    "method"
                }
                MethodCode::Value(_) | MethodCode::Library(_) | MethodCode::Base(_) => "builtin_function_or_method",
            },
            Value::Shared(_) => "cell",
            Value::Exception(at) => self.class_name(self.exception_object(at).class),
            Value::ExceptionClass(_) => "type",
            Value::Builtin(number) => match Builtin::from_number(number) {
                Builtin::Type(_) => "type",
                Builtin::Random(function) if !function.is_of_c() => "method",
                Builtin::Function(_) | Builtin::Math(_) | Builtin::Random(_) => "builtin_function_or_method",
            },
            Value::Asyncio(number) if Function::numbered(number).is_of_c(self.version().minor()) => {
                "builtin_function_or_method"
            }
            Value::Asyncio(_) => "function",
            Value::Coroutine(number) => CoroutineKind::of(number).name(),
            Value::Task(_) | Value::Future(_) if let Some(class) = self.script_class(value) => self.class_name(class),
            Value::Task(_) => "_asyncio.Task",
            Value::Future(future) if self.is_gathering(future) => "_GatheringFuture",
            Value::Future(_) => "_asyncio.Future",
            Value::Loop(_) => "_UnixSelectorEventLoop",
            Value::Handle(number) if number & TIMER_HANDLE != 0 => "TimerHandle",
            Value::Handle(_) => "Handle",
            Value::Thing(thing) => match ThingKind::of(thing) {
                // Until 3.12 `as_completed` is a generator.
                ThingKind::AsCompleted if self.version() < PythonVersion::V3_13 => "generator",
                kind => kind.name(),
            },
            Value::Instance(at) => self.name_in_messages(self.instance_object(at).class),
            Value::Class(_) => "type",
            Value::NotImplemented => "NotImplementedType",
            Value::Traceback(_) | Value::Frame(_) => "traceback",
            Value::Generator(number) => {
                if number & ASYNC_GENERATOR == 0 {
                    "generator"
                } else {
                    "async_generator"
                }
            }
            Value::Descriptor(at) => match self.descriptor_object(at).kind {
                DescriptorKind::Property => "property",
                DescriptorKind::Static => "staticmethod",
                DescriptorKind::Class => "classmethod",
            },
        }
    }

    fn iterator_type(&self, at: Reference) -> &'static str {
        match self.iterator_object(at) {
            IteratorObject::Walk { over, .. } => match over {
                Value::List(_) => "list_iterator",
                Value::Tuple(_) => "tuple_iterator",
                Value::Str(at) if self.text(*at).is_ascii() => "str_ascii_iterator",
                Value::Str(_) => "str_iterator",
                Value::Range(_) => "range_iterator",
                Value::Set(_) => "set_iterator",
                Value::Dict(_) => "dict_keyiterator",
                Value::DictView(_) => "dict_itemiterator",
                _ => "iterator",
            },
            IteratorObject::Watched { .. } => "_deque_iterator",
            IteratorObject::Reversed { .. } => "reversed",
            IteratorObject::Enumerate { .. } => "enumerate",
            IteratorObject::Zip { .. } => "zip",
            IteratorObject::Apply { is_filter, .. } => {
                if *is_filter {
                    "filter"
                } else {
                    "map"
                }
            }
            IteratorObject::Done => "iterator",
        }
    }
}
