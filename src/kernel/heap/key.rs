//! Keys of dicts and sets: what makes two values the same key.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use indexmap::Equivalent;
use num_bigint::BigInt;
use num_traits::FromPrimitive;

use crate::script::PythonVersion;

use super::super::exception::{Attempt, ClassId, Problem};
use super::super::value::{Reference, Value};
use super::{DEEPEST, Heap};

/// A value as a key, owned, so that it needs no heap to be compared. `1`, `1.0` and `True` are one key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DictKey {
    /// `None`, whose hash was an address before 3.12.
    None(Steady),
    /// A whole number of at most 64 bits, whatever its type.
    Integer(i64),
    /// A longer one.
    Long(Box<BigInt>),
    /// A float that is no whole number, by its bits.
    Float(u64),
    /// A `str`
    Text(Box<str>),
    /// A `tuple`
    Tuple(Box<[DictKey]>),
    /// A `frozenset`, its members sorted.
    FrozenSet(Box<[DictKey]>),
    /// An object whose class says itself what is equal: its hash, its own number, and whether the hash is the same in every run.
    Own(i64, u64, Steady),
    /// Any other object, which is the same as itself alone: kind and number.
    Identity(u8, u64),
}

/// Whether a hash is the same in every run of CPython, which is no part of what makes keys equal.
#[derive(Clone, Copy, Debug)]
pub struct Steady(pub bool);

impl PartialEq for Steady {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Steady {}

impl PartialOrd for Steady {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Steady {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

/// A text looked for without owning it.
#[derive(Clone, Copy, Debug)]
pub struct TextKey<'a>(pub &'a str);

impl Hash for DictKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::None(_) => state.write_u8(0),
            Self::Integer(number) => state.write_i64(*number),
            Self::Long(number) => number.hash(state),
            Self::Float(bits) => state.write_u64(*bits),
            Self::Text(text) => TextKey(text).hash(state),
            Self::Tuple(items) | Self::FrozenSet(items) => items.hash(state),
            Self::Own(number, ..) => state.write_i64(*number),
            Self::Identity(kind, number) => (kind, number).hash(state),
        }
    }
}

impl Hash for TextKey<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl Equivalent<DictKey> for TextKey<'_> {
    fn equivalent(&self, key: &DictKey) -> bool {
        matches!(key, DictKey::Text(text) if **text == *self.0)
    }
}

impl Heap {
    /// `value` as a key.
    ///
    /// # Errors
    /// `TypeError` where it is unhashable, `RecursionError` where it is nested too deep.
    #[inline]
    pub fn key(&self, value: Value) -> Attempt<DictKey> {
        if let Value::Int(number) = value { Ok(DictKey::Integer(number)) } else { self.key_within(value, DEEPEST) }
    }

    /// A set as a key, frozen or not.
    #[must_use]
    pub fn frozen_key(&self, set: Reference) -> DictKey {
        let mut keys: Vec<DictKey> = self.set_object(set).members.table().keys().cloned().collect();
        keys.sort();
        DictKey::FrozenSet(keys.into())
    }

    fn key_within(&self, value: Value, depth: usize) -> Attempt<DictKey> {
        if depth == 0 {
            return Err(Problem::new(ClassId::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        Ok(match value {
            Value::None => DictKey::None(Steady(self.version >= PythonVersion::V3_12)),
            Value::Bool(number) => DictKey::Integer(number as i64),
            Value::Int(number) => DictKey::Integer(number),
            Value::Float(bits) => float_key(f64::from_bits(bits)),
            Value::Long(at) => DictKey::Long(self.long(at).clone().into()),
            Value::Str(text) => DictKey::Text(self.text(text).into()),
            Value::Tuple(items) => {
                let keys: Attempt<_> =
                    self.tuple_items(items).iter().map(|&item| self.key_within(item, depth - 1)).collect();
                DictKey::Tuple(keys?)
            }
            Value::Set(set) if self.set_object(set).is_frozen => self.frozen_key(set),
            Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::DictView(_) | Value::Slice(_) => {
                let message = format!("unhashable type: '{}'", self.type_name(value));
                return Err(Problem::new(ClassId::TYPE_ERROR, message));
            }
            Value::Unbound
            | Value::Range(_)
            | Value::Iterator(_)
            | Value::Random(_)
            | Value::Function(_)
            | Value::BoundMethod(_)
            | Value::Shared(_)
            | Value::ExceptionClass(_)
            | Value::Builtin(_)
            | Value::Asyncio(_)
            | Value::Coroutine(_)
            | Value::Task(_)
            | Value::Future(_)
            | Value::Loop(_)
            | Value::Class(_)
            | Value::Generator(_)
            | Value::NotImplemented
            | Value::Traceback(_)
            | Value::Frame(_)
            | Value::Descriptor(_)
            | Value::Handle(_)
            | Value::Thing(_) => identity(value),
            Value::Instance(_) | Value::Exception(_) => self.key_of_instance(value, depth)?,
        })
    }
}

impl Heap {
    /// An object of a script's class as a key: itself alone, unless its class says what is equal (`typeobject.c`,
    /// `inherit_slots`). Of what only its fields decide, the fields are the key.
    fn key_of_instance(&self, value: Value, depth: usize) -> Attempt<DictKey> {
        let Some(class) = self.script_class(value) else { return Ok(identity(value)) };
        match (self.class_attribute(class, "__eq__"), self.class_attribute(class, "__hash__")) {
            (None, None) => Ok(identity(value)),
            _ if self.is_unhashable(class) => {
                let message = format!("unhashable type: '{}'", self.type_name(value));
                Err(Problem::new(ClassId::TYPE_ERROR, message))
            }
            (Some(_), None) => Ok(identity(value)),
            (own_equal, Some(method)) => {
                let hashed = own_equal.and_then(|_| self.class_attribute(class, "__hashed_fields__"));
                if let Some(Value::Str(name)) = hashed {
                    // It stands for a plain value, and is the same key.
                    return self.key_within(self.field(value, self.text(name)).unwrap_or(Value::None), depth - 1);
                }
                let Some(Value::Tuple(names)) = hashed else {
                    let (Value::Instance(at) | Value::Exception(at)) = value else { return Ok(identity(value)) };
                    return self.own_key(value, at, method);
                };
                let is_tuple = self.class_attribute(class, "__stands_for__").is_some();
                let mut keys = Vec::new();
                if !is_tuple {
                    keys.push(DictKey::Identity(CLASS, u64::from(class.0)));
                }
                for &name in self.tuple_items(names) {
                    let held = self.as_text(name).and_then(|name| self.field(value, name)).unwrap_or(Value::None);
                    keys.push(self.key_within(held, depth - 1)?);
                }
                Ok(DictKey::Tuple(keys.into()))
            }
        }
    }
}

impl Heap {
    /// `id(value)`: the number of what a value is. Equal numbers and texts of one instant may share it, as in CPython.
    /// A `__hash__` may be made of it.
    #[must_use]
    pub fn id_of(&self, value: Value) -> i64 {
        self.is_hashed.set(true);
        let DictKey::Identity(kind, number) = identity(value) else { return 0x7000 << 40 };
        (0x7000 + i64::from(kind)) << 40 | (number as i64 & 0xff_ffff_ffff) << 4
    }
}

/// The kind of the keys of classes.
pub(super) const CLASS: u8 = 31;

/// Makes the lower bits of a number depend on all of them.
const fn spread(number: u64) -> u64 {
    number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 24
}

fn float_key(number: f64) -> DictKey {
    let whole = number as i64;
    // The cast saturates: 2⁶³ itself comes back as 2⁶³ - 1, whose float is 2⁶³ again.
    if whole as f64 == number && whole != i64::MAX {
        return DictKey::Integer(whole);
    }
    let long = BigInt::from_f64(number).filter(|_| number.fract() == 0.0);
    long.map_or_else(|| DictKey::Float(number.to_bits()), |long| DictKey::Long(long.into()))
}

pub(super) fn identity(value: Value) -> DictKey {
    let (kind, number) = match value {
        Value::Range(at) => (1, at.0),
        Value::Iterator(at) => (2, at.0),
        Value::Function(at) => (3, at.0),
        Value::BoundMethod(at) => (4, at.0),
        Value::Shared(at) => (5, at.0),
        Value::Exception(at) => (6, at.0),
        Value::ExceptionClass(number) => (7, number),
        Value::Builtin(number) => (8, number),
        Value::Asyncio(number) => (9, number),
        Value::Coroutine(number) => (10, number),
        Value::Task(number) => (11, number),
        Value::Future(number) => (12, number),
        Value::Loop(number) => (13, number),
        Value::Handle(number) => (14, number),
        Value::Thing(number) => (22, number),
        Value::Str(at) => (15, at.0),
        Value::Tuple(at) => (18, at.0),
        Value::List(at) => (19, at.0),
        Value::Dict(at) => (20, at.0),
        Value::Set(at) => (21, at.0),
        Value::DictView(at) => (16, at.0),
        Value::Slice(at) => (25, at.0),
        Value::Instance(at) => (30, at.0),
        Value::Class(number) => (CLASS, number),
        Value::Generator(number) => (32, number),
        Value::Descriptor(at) => (33, at.0),
        Value::Traceback(at) => (34, at.0),
        Value::Frame(number) => (35, number),
        Value::Unbound | Value::None | Value::NotImplemented => (0, 0),
        Value::Bool(number) => (26, number),
        Value::Float(number) => (27, spread(number)),
        Value::Int(number) => (17, spread(number as u64)),
        Value::Random(at) => (23, at.0),
        Value::Long(at) => (24, at.0),
    };
    DictKey::Identity(kind, number)
}
