//! Objects of the script's own classes, the classes' attributes, and descriptors.

use std::collections::BTreeSet;

use crate::script::PythonVersion;
use crate::signatures::ABSTRACT;
use crate::signatures::asyncio::Function;

use super::super::builtins::class_of_library;
use super::super::exception::{ClassId, Raised};
use super::super::value::{Reference, Value};
use super::collect::{ENTRY_BYTES, OBJECT_BYTES};
use super::{DictKey, Fields, Heap, Table, TextKey};

/// The attribute in which a class names what its objects have.
pub(super) const SLOTS: &str = "__slots__";

/// What is asked for every attribute.
const ASKED_FIRST: &str = "__getattribute__";

/// The attribute in which a class of the library says how CPython's messages name it, where that is in C.
const WRITTEN: &str = "__type_name__";

/// An object of a script's class.
#[derive(Clone, Debug)]
pub struct InstanceObject {
    /// Its class.
    pub class: ClassId,
    /// Its attributes.
    pub fields: Fields,
    /// Whether its `__del__` was called.
    pub is_finalized: bool,
}

/// What a descriptor does with its function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DescriptorKind {
    /// `@property`
    Property,
    /// `@staticmethod`
    Static,
    /// `@classmethod`
    Class,
}

/// `property(…)`, `staticmethod(…)`, `classmethod(…)`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DescriptorObject {
    /// Which of the three.
    pub kind: DescriptorKind,
    /// The function; of a property, its getter.
    pub function: Value,
    /// Of a property, its setter, or `None`.
    pub setter: Value,
    /// Of a property, its deleter, or `None`.
    pub deleter: Value,
    /// Of a property, what it was told to say of itself, or `None`.
    pub doc: Value,
}

impl Heap {
    /// An object of a script's class, without attributes.
    pub fn instance(&mut self, class: ClassId) -> Value {
        self.charge(OBJECT_BYTES + ENTRY_BYTES);
        Value::Instance(self.instances.insert(InstanceObject { class, fields: Fields::default(), is_finalized: false }))
    }

    /// The `__del__` of an object is called.
    pub fn note_finalized(&mut self, at: Reference) {
        self.instances.get_mut(at).is_finalized = true;
    }

    /// An object of a script's class.
    #[inline]
    #[must_use]
    pub fn instance_object(&self, at: Reference) -> &InstanceObject {
        self.instances.get(at)
    }

    /// A descriptor.
    pub fn descriptor(&mut self, descriptor: DescriptorObject) -> Value {
        self.charge(OBJECT_BYTES);
        Value::Descriptor(self.descriptors.insert(descriptor))
    }

    /// A descriptor.
    #[inline]
    #[must_use]
    pub fn descriptor_object(&self, at: Reference) -> DescriptorObject {
        *self.descriptors.get(at)
    }

    /// Adds a class of the script below others.
    ///
    /// # Errors
    /// `TypeError` where their orders contradict one another.
    pub fn define_class(&mut self, name: &str, bases: &[ClassId]) -> Result<ClassId, Raised> {
        if let [] | [_] = bases {
            return Ok(self.classes.define(name, bases.first().copied()));
        }
        if let Some(class) = self.classes.define_below(name, bases) {
            return Ok(class);
        }
        let names: Vec<&str> = bases.iter().map(|base| self.class_name(*base)).collect();
        let gap = if self.version() >= PythonVersion::V3_13 { ' ' } else { '\n' };
        let message = format!("Cannot create a consistent method resolution{gap}order (MRO) for bases");
        Err(self.type_error(format!("{message} {}", names.join(", "))))
    }

    /// A value as a class that others can be below: a class of exceptions, of the script, or of asyncio's tasks and futures.
    pub fn base_of_classes(&mut self, value: Value) -> Option<ClassId> {
        match class_of_library(value) {
            Some(function @ (Function::NewTask | Function::NewFuture)) => Some(self.classes.native(function)),
            _ => self.class_id(value),
        }
    }

    /// The first class of asyncio's above a class of the script.
    #[inline]
    #[must_use]
    pub fn native_above(&self, class: ClassId) -> Option<Function> {
        self.classes.native_above(class)
    }

    /// A task or future is an object of a class of the script.
    pub fn set_kind(&mut self, value: Value, class: ClassId) {
        if let Some(key) = key_of_kind(value) {
            self.kinds.insert(key, class);
        }
    }

    /// Whether there are tasks or futures of the script's own classes.
    #[inline]
    #[must_use]
    pub fn has_kinds(&self) -> bool {
        !self.kinds.is_empty()
    }

    /// Forgets the classes of tasks and futures that are gone.
    pub fn retain_kinds(&mut self, is_alive: impl Fn(Value) -> bool) {
        self.kinds.retain(|(is_task, number), _| {
            is_alive(if *is_task { Value::Task(*number) } else { Value::Future(*number) })
        });
    }

    /// `object()`: good for being itself.
    pub fn plain_object(&mut self) -> Value {
        let class = self.classes.plain();
        self.instance(class)
    }

    /// `C.__qualname__`
    #[must_use]
    pub fn class_qualified(&self, class: ClassId) -> &str {
        self.classes.qualified(class)
    }

    /// `C.__module__ = module`
    pub fn set_class_module(&mut self, class: ClassId, module: &'static str) {
        self.classes.settle(class, module);
    }

    /// Renames a class of the script.
    pub fn rename_class(&mut self, class: ClassId, name: Option<&str>, qualified: Option<&str>) {
        self.classes.rename(class, name, qualified);
    }

    /// A class as a value.
    #[must_use]
    pub fn class_value(&self, class: ClassId) -> Value {
        if let Some(native) = self.classes.as_native(class) {
            Value::Asyncio(native as u64)
        } else if self.is_subclass(class, ClassId::BASE_EXCEPTION) {
            Value::ExceptionClass(u64::from(class.0))
        } else {
            Value::Class(u64::from(class.0))
        }
    }

    /// The class of an object of a script's class, or of an exception.
    #[inline]
    #[must_use]
    pub fn script_class(&self, value: Value) -> Option<ClassId> {
        match value {
            Value::Instance(at) => Some(self.instance_object(at).class),
            Value::Exception(at) => Some(self.exception_object(at).class),
            Value::Task(_) | Value::Future(_) if self.has_kinds() => self.kinds.get(&key_of_kind(value)?).copied(),
            _ => None,
        }
    }

    /// The number of a class that is a value.
    #[inline]
    #[must_use]
    pub fn class_id(&self, value: Value) -> Option<ClassId> {
        match value {
            Value::Class(number) | Value::ExceptionClass(number) => Some(ClassId(number as u32)),
            _ => None,
        }
    }

    /// The attribute of a class or of one above it, as it stands there.
    #[must_use]
    pub fn class_attribute(&self, class: ClassId, name: &str) -> Option<Value> {
        // A class has its own text or none.
        let reach = if name == "__doc__" { 1 } else { usize::MAX };
        self.first_of(self.classes.order(class).take(reach), name)
    }

    /// Whether a class of exceptions has a `__new__` or an `__init__` of the script.
    #[must_use]
    pub fn is_made_by_script(&self, class: ClassId) -> bool {
        !class.is_built_in()
            && ["__init__", "__new__"].into_iter().any(|name| self.class_attribute(class, name).is_some())
    }

    /// Whether the objects of a class have no hash: the first class that says what is equal, or which hash they have, says so
    /// (`typeobject.c`, `type_new_set_hash`).
    #[must_use]
    pub fn is_unhashable(&self, class: ClassId) -> bool {
        let said =
            |class: ClassId, name: &str| self.classes.attributes(class).get(&TextKey(name)).map(|(_, held)| held);
        self.classes
            .order(class)
            .find_map(|class| match (said(class, "__hash__"), said(class, "__eq__")) {
                (None, None) => None,
                (hash, _) => Some(hash.is_none_or(|hash| hash == Value::None)),
            })
            .unwrap_or(false)
    }

    fn first_of(&self, mut classes: impl Iterator<Item = ClassId>, name: &str) -> Option<Value> {
        classes.find_map(|class| self.classes.attributes(class).get(&TextKey(name)).map(|(_, found)| found))
    }

    /// The abstract methods that a class has not made its own, by name (`_abc.c`, `compute_abstract_methods`).
    #[must_use]
    pub fn abstract_methods(&self, class: ClassId) -> BTreeSet<String> {
        let mut missing = BTreeSet::new();
        let holds =
            |class: ClassId, name: &str| self.classes.attributes(class).get(&TextKey(name)).map(|(_, held)| held);
        for declaring in self.classes.order(class) {
            let names = holds(declaring, ABSTRACT).and_then(|names| self.as_text(names)).unwrap_or_default();
            // What `__slots__` names is there, too.
            let has = |class: ClassId, name: &str| {
                let Some(Value::Tuple(slots)) = holds(class, SLOTS) else { return holds(class, name).is_some() };
                holds(class, name).is_some() || self.tuple_items(slots).iter().any(|slot| self.says(*slot, name))
            };
            let is_open = |name: &&str| self.classes.order(class).find(|class| has(*class, name)) == Some(declaring);
            missing.extend(names.split_whitespace().filter(is_open).map(str::to_owned));
        }
        missing
    }

    /// `C.__abstractmethods__`
    #[must_use]
    pub fn set_of_abstract_methods(&mut self, class: ClassId) -> Option<Value> {
        self.class_attribute(class, ABSTRACT)?;
        let names: Vec<Value> = self.abstract_methods(class).into_iter().map(|name| self.string_from(name)).collect();
        let Ok(Value::Set(at)) = self.set(&names) else { return None };
        let members = self.set_object(at).members.clone();
        Some(self.set_from(members, true))
    }

    /// The attribute of the classes above `class`, as an object of `own` sees them.
    #[must_use]
    pub fn attribute_above(&self, own: ClassId, class: ClassId, name: &str) -> Option<Value> {
        self.first_of(self.classes.order(own).skip_while(|above| *above != class).skip(1), name)
    }

    /// `C.__bases__`, without `object`.
    #[must_use]
    pub fn classes_below_which(&self, class: ClassId) -> Vec<Value> {
        let group = (class == ClassId::EXCEPTION_GROUP).then_some(ClassId::BASE_EXCEPTION_GROUP);
        group.into_iter().chain(self.classes.bases(class)).filter_map(|base| self.told_class(base)).collect()
    }

    /// A class as scripts are told of it: what stands for a built-in type below which classes are made is that, and what helps it
    /// is nothing.
    fn told_class(&self, class: ClassId) -> Option<Value> {
        let value = self.class_value(class);
        if !self.class_name(class).starts_with("Below") || self.class_module(class) == "__main__" {
            return Some(value);
        }
        self.classes.attributes(class).get(&TextKey("__stands_for__")).map(|(_, kind)| kind)
    }

    /// `C.__subclasses__()`: the classes written directly below, in the order in which they were made.
    #[must_use]
    pub fn classes_below(&self, class: ClassId) -> Vec<Value> {
        self.classes.below(class).map(|below| self.class_value(below)).collect()
    }

    /// `C.__mro__`, without `object`.
    #[must_use]
    pub fn classes_above(&self, class: ClassId) -> Vec<Value> {
        let mut order: Vec<ClassId> = self.classes.order(class).collect();
        // The tree has one class above each of Python's own; only `ExceptionGroup` has two.
        if let Some(at) = order.iter().position(|above| *above == ClassId::EXCEPTION_GROUP)
            && !order.contains(&ClassId::BASE_EXCEPTION_GROUP)
        {
            order.insert(at + 1, ClassId::BASE_EXCEPTION_GROUP);
        }
        order.into_iter().filter_map(|above| self.told_class(above)).collect()
    }

    /// The class above.
    #[must_use]
    pub fn base_class(&self, class: ClassId) -> Option<ClassId> {
        self.classes.base(class)
    }

    /// A method of the class of `value` that the script wrote.
    #[must_use]
    pub fn own_method(&self, value: Value, name: &str) -> Option<Value> {
        self.class_attribute(self.script_class(value)?, name)
    }

    /// How messages name objects of a class: those that CPython has in C with their module.
    #[must_use]
    pub fn name_in_messages(&self, class: ClassId) -> &str {
        let written = self.classes.attributes(class).get(&TextKey(WRITTEN)).and_then(|(_, name)| self.as_text(name));
        written.unwrap_or_else(|| self.class_name(class))
    }

    /// Whether objects of a class may be given an attribute of this name: any, unless all its classes say which they have.
    #[must_use]
    pub fn takes_field(&self, class: ClassId, name: &str) -> bool {
        if !self.classes.is_closed(class) {
            return true;
        }
        let named = |slots: Value| match slots {
            Value::Str(at) => self.text(at) == name,
            Value::Tuple(at) => self.names_slot(self.tuple_items(at), name),
            Value::List(at) => self.names_slot(self.list_items(at), name),
            Value::Dict(at) => self.dict_table(at).iter().any(|(key, _)| self.names_slot(&[key], name)),
            _ => false,
        };
        let slots = |class| self.classes.attributes(class).get(&TextKey(SLOTS)).map(|(_, slots)| slots);
        self.classes.order(class).filter_map(slots).any(named)
    }

    fn says(&self, slot: Value, name: &str) -> bool {
        self.as_text(slot).is_some_and(|slot| slot == name)
    }

    fn names_slot(&self, slots: &[Value], name: &str) -> bool {
        slots.iter().filter_map(|slot| self.as_text(*slot)).any(|slot| slot == name || slot == "__dict__")
    }

    /// The attributes of a class itself.
    #[must_use]
    pub fn attributes_of_class(&self, class: ClassId) -> &Table<Value> {
        self.classes.attributes(class)
    }

    /// The method of an object's class that is asked for every attribute, where the script wrote one.
    #[inline]
    pub fn asked_first(&self, value: Value) -> Option<Value> {
        if !self.classes.asks_first() || !value.is_of_class() {
            return None;
        }
        self.own_method(value, ASKED_FIRST)
    }

    /// `C.name = value`
    pub fn set_class_attribute(&mut self, class: ClassId, name: &str, value: Value) {
        if name == SLOTS {
            self.classes.note_slots(class);
        }
        if name == ASKED_FIRST {
            self.classes.note_asked_first();
        }
        let key = self.string(name);
        self.charge(ENTRY_BYTES);
        let old = self.classes.attributes_mut(class).insert(DictKey::Text(name.into()), key, value);
        self.drop_values(old);
    }

    /// `del C.name`; false where there is none.
    pub fn delete_class_attribute(&mut self, class: ClassId, name: &str) -> bool {
        let Some((_, old)) = self.classes.attributes_mut(class).remove(&TextKey(name)) else { return false };
        self.drop_value(old);
        true
    }

    /// Every value that a class of the script holds: classes are never freed.
    pub fn values_of_classes(&self) -> Vec<Value> {
        self.classes.values()
    }
}

/// What a task or future is known by among those of the script's own classes.
const fn key_of_kind(value: Value) -> Option<(bool, u64)> {
    match value {
        Value::Task(number) => Some((true, number)),
        Value::Future(number) => Some((false, number)),
        _ => None,
    }
}
