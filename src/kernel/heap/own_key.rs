//! Keys whose class says itself what is equal: `__hash__` and `__eq__` are asked, as a lookup in CPython's tables does
//! (`dictobject.c`, `lookdict`). And `hash()`.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};

use indexmap::Equivalent;
use num_traits::{Signed, ToPrimitive};

use crate::signatures::helpers::Helper;
use crate::units::OrderedMap;

use super::super::exception::{Attempt, ClassId, Problem};
use super::super::operate::compare;
use super::super::value::{Reference, Value};
use super::ask::Callee;
use super::key::{CLASS, Steady, identity};
use super::{DictKey, Heap, Members, Table};

/// What is looked for: all keys that may be equal to it are noted, and none is found.
struct Probe<'a> {
    key: &'a DictKey,
    alike: RefCell<Vec<DictKey>>,
}

impl Hash for Probe<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl Equivalent<DictKey> for Probe<'_> {
    fn equivalent(&self, key: &DictKey) -> bool {
        if is_alike(self.key, key) {
            self.alike.borrow_mut().push(key.clone());
        }
        false
    }
}

/// Whether only the script knows that two keys differ.
fn is_alike(left: &DictKey, right: &DictKey) -> bool {
    match (left, right) {
        (DictKey::Own(own, ..), other) | (other, DictKey::Own(own, ..)) => hash_of_key(other) == *own,
        (DictKey::Tuple(left), DictKey::Tuple(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_alike(left, right))
        }
        _ => left == right,
    }
}

impl DictKey {
    /// Whether the script's own methods say what it is equal to.
    pub fn is_own(&self) -> bool {
        match self {
            Self::Own(..) => true,
            Self::Tuple(items) => items.iter().any(Self::is_own),
            _ => false,
        }
    }
}

impl Heap {
    /// `value` as a key of a table: the key there that is equal to it, if there is one.
    ///
    /// # Errors
    /// As [`key`](Self::key); questions.
    pub fn key_in<V: Copy>(&self, table: &Table<V>, value: Value) -> Attempt<DictKey> {
        let key = self.key(value)?;
        if table.asks_for(&key) { self.own_key_in(table, key, value) } else { Ok(key) }
    }

    /// What is looked for in a set: a set is looked for as if it were frozen.
    ///
    /// # Errors
    /// As [`key_in`](Self::key_in).
    pub fn member_key_in(&self, table: &Table<()>, member: Value) -> Attempt<DictKey> {
        if let Value::Set(set) = member { Ok(self.frozen_key(set)) } else { self.key_in(table, member) }
    }

    /// A key that the script's methods compare, as one of a table: the one there that is equal, if there is one.
    ///
    /// # Errors
    /// Questions.
    #[cold]
    pub fn own_key_in<V: Copy>(&self, table: &Table<V>, key: DictKey, value: Value) -> Attempt<DictKey> {
        if table.contains(&key) {
            return Ok(key);
        }
        let probe = Probe { key: &key, alike: RefCell::default() };
        table.contains(&probe);
        let mut candidates = probe.alike.into_inner();
        if key.is_own() && table.owns() < table.len() {
            candidates.extend(table.keys().filter(|other| !other.is_own() && is_alike(&key, other)).cloned());
        } else if !key.is_own() {
            candidates.extend(table.keys().filter(|other| other.is_own() && is_alike(&key, other)).cloned());
        }
        for alike in table.in_order(candidates) {
            if let Some((original, _)) = table.get(&alike)
                && compare::equals(self, original, value)?
            {
                return Ok(alike);
            }
        }
        Ok(key)
    }

    /// A table with the same keys as another where the two have equal ones.
    ///
    /// # Errors
    /// Questions.
    pub fn aligned<V: Copy, W: Copy>(&self, table: Table<V>, with: &Table<W>) -> Attempt<Table<V>> {
        if table.owns() + with.owns() == 0 {
            return Ok(table);
        }
        let mut aligned = Table::default();
        for (key, original, content) in table.keyed() {
            let key = if with.asks_for(key) { self.own_key_in(with, key.clone(), original)? } else { key.clone() };
            aligned.insert(key, original, content);
        }
        Ok(aligned)
    }

    /// The keys of members that the script's methods compare, each with that of its equal in another set, where it has one.
    ///
    /// # Errors
    /// Questions.
    pub fn equals_in(&self, members: &Members, with: &Members) -> Attempt<OrderedMap<DictKey, DictKey>> {
        let mut equals = OrderedMap::default();
        if members.table().owns() + with.table().owns() > 0 {
            for (key, original) in members.keyed().into_iter().filter(|(key, _)| with.table().asks_for(key)) {
                equals.insert(key.clone(), self.own_key_in(with.table(), key.clone(), original)?);
            }
        }
        Ok(equals)
    }

    /// Members with the keys of another set where the two have equal ones.
    ///
    /// # Errors
    /// Questions.
    pub fn aligned_members(&self, mut members: Members, with: &Members) -> Attempt<Members> {
        let equals = self.equals_in(&members, with)?;
        members.rename(&equals);
        Ok(members)
    }

    /// The key of an object whose class has an `__eq__` and this `__hash__`.
    pub(super) fn own_key(&self, value: Value, at: Reference, method: Value) -> Attempt<DictKey> {
        let answer = self.ask(Callee::Value(method), &[value])?;
        let hash = self.answered_hash(answer)?;
        Ok(DictKey::Own(hash, at.0, Steady(!self.is_hashed.get())))
    }

    /// What a `__hash__` of the script's own gave: as it is, or the hash of a longer number; -1 would be an error (`typeobject.c`,
    /// `slot_tp_hash`).
    fn answered_hash(&self, answer: Value) -> Attempt<i64> {
        let hash = match answer {
            Value::Long(_) => hash_of_key(&self.key(answer)?),
            _ => answer
                .integer()
                .ok_or_else(|| Problem::new(ClassId::TYPE_ERROR, "__hash__ method should return an integer"))?,
        };
        Ok(if hash == -1 { -2 } else { hash })
    }

    /// `hash(value)`: CPython's own for numbers and tuples of numbers; of what differs there from run to run one that is always
    /// the same. Once the script has asked for such a one, what its `__hash__` gives may be made of it.
    ///
    /// # Errors
    /// As [`key`](Self::key).
    pub fn hash_of(&self, value: Value) -> Attempt<i64> {
        if let Some(class) = self.script_class(value)
            && let Some(method) = self.class_attribute(class, "__hash__")
            && !self.is_unhashable(class)
            && self.class_attribute(class, "__hashed_fields__").is_none_or(|fields| fields == Value::None)
        {
            let answer = self.ask(Callee::Value(method), &[value])?;
            return self.answered_hash(answer);
        }
        // `events.py`, `TimerHandle.__hash__`
        if let Value::Handle(_) = value
            && let Some(number) = self.ask(Callee::Helper(Helper::HashOfHandle), &[value])?.integer()
        {
            return Ok(number);
        }
        let key = self.key(value)?;
        self.is_hashed.set(self.is_hashed.get() || steady_hash(&key).is_none());
        Ok(hash_of_key(&key))
    }

    /// `object.__hash__(value)`: of an object that is equal to itself alone.
    #[must_use]
    pub fn hash_of_itself(&self, value: Value) -> i64 {
        self.is_hashed.set(true);
        if self.script_class(value).is_some() {
            return hash_of_key(&identity(value));
        }
        self.key(value).map_or(0, |key| hash_of_key(&key))
    }
}

/// The modulus of CPython's hashes of numbers: 2⁶¹ - 1 (`pyhash.h`).
const MODULUS: u64 = (1 << 61) - 1;

/// The hash of what has the same one in every run of CPython: a number that is one, a tuple or frozenset of such, an object whose
/// fields are, or whose `__hash__` is made of numbers alone. `None` for anything else.
pub(super) fn steady_hash(key: &DictKey) -> Option<i64> {
    let is_steady = match key {
        DictKey::Integer(_) | DictKey::Long(_) => true,
        DictKey::Float(bits) => !f64::from_bits(*bits).is_nan(),
        DictKey::Tuple(items) => fields(items).iter().all(|item| steady_hash(item).is_some()),
        DictKey::FrozenSet(items) => items.iter().all(|item| steady_hash(item).is_some()),
        DictKey::None(Steady(is_steady)) | DictKey::Own(_, _, Steady(is_steady)) => *is_steady,
        DictKey::Text(_) | DictKey::Identity(..) => false,
    };
    is_steady.then(|| hash_of_key(key))
}

/// The items of a tuple, or the fields of an object that is compared by them: its class stands before them.
fn fields(items: &[DictKey]) -> &[DictKey] {
    if let [DictKey::Identity(CLASS, _), fields @ ..] = items { fields } else { items }
}

/// The number of a key (`pyhash.c`; `tupleobject.c`, `tuplehash`).
pub(super) fn hash_of_key(key: &DictKey) -> i64 {
    let number = match key {
        DictKey::None(_) => 0xfca8_6420,
        DictKey::Integer(number) => {
            let rest = (number.unsigned_abs() % MODULUS) as i64;
            if *number < 0 { -rest } else { rest }
        }
        DictKey::Long(number) => {
            let rest = (number.magnitude() % MODULUS).to_i64().unwrap_or(0);
            if number.is_negative() { -rest } else { rest }
        }
        DictKey::Float(bits) => hash_of_float(f64::from_bits(*bits)),
        DictKey::Text(text) => mixed(text.as_bytes()),
        DictKey::Tuple(items) => hash_of_items(fields(items)),
        DictKey::FrozenSet(items) => hash_of_set(items),
        DictKey::Own(number, ..) => *number,
        DictKey::Identity(kind, number) => mixed(&[&[*kind][..], &number.to_le_bytes()].concat()),
    };
    if number == -1 { -2 } else { number }
}

fn hash_of_float(number: f64) -> i64 {
    if number.is_infinite() {
        return if number > 0.0 { 314_159 } else { -314_159 };
    }
    if number.is_nan() {
        return 0;
    }
    let bits = number.abs().to_bits();
    let (exponent, fraction) = ((bits >> 52) as i64, bits & ((1 << 52) - 1));
    let (mantissa, power) = if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) };
    // Multiplying by two is turning the 61 bits round.
    let turn = power.rem_euclid(61) as u32;
    let rest = mantissa % MODULUS;
    let turned = ((rest << turn) & MODULUS) | (rest >> (61 - turn));
    let rest = (turned % MODULUS) as i64;
    if number < 0.0 { -rest } else { rest }
}

fn hash_of_items(items: &[DictKey]) -> i64 {
    const PRIMES: [u64; 3] = [11_400_714_785_074_694_791, 14_029_467_366_897_019_727, 2_870_177_450_012_600_261];
    let mut hash = PRIMES[2];
    for item in items {
        hash = hash.wrapping_add((hash_of_key(item) as u64).wrapping_mul(PRIMES[1]));
        hash = hash.rotate_left(31).wrapping_mul(PRIMES[0]);
    }
    hash = hash.wrapping_add(items.len() as u64 ^ (PRIMES[2] ^ 3_527_539));
    if hash == u64::MAX { 1_546_275_796 } else { hash as i64 }
}

/// Whatever the order of the items (`setobject.c`, `frozenset_hash`).
fn hash_of_set(items: &[DictKey]) -> i64 {
    let shuffled = |hash: u64| ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167);
    let mut hash = items.iter().fold(0, |hash, item| hash ^ shuffled(hash_of_key(item) as u64));
    hash ^= (items.len() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash as i64 }
}

/// A number for bytes (FNV).
fn mixed(bytes: &[u8]) -> i64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    (bytes.iter().fold(0xcbf2_9ce4_8422_2325, mix) >> 3) as i64
}
