//! The table behind dicts and sets: entries in order of insertion, found by key.
//!
//! A deleted entry leaves a hole, so that deleting is quick and a walk by position goes on as CPython's does. Holes are closed
//! when they outnumber the entries. No order here ever comes from a hash; that of sets of numbers is kept beside it (`layout`).

use std::hash::{BuildHasherDefault, Hash};

use indexmap::{Equivalent, IndexMap};
use rustc_hash::FxHasher;

use super::super::value::Value;
use super::key::DictKey;

/// Entries in order of insertion: the value that is the key, and what it stands for.
#[derive(Clone, Debug)]
pub struct Table<V> {
    places: IndexMap<DictKey, usize, BuildHasherDefault<FxHasher>>,
    entries: Vec<Option<(Value, V)>>,
    /// All entries before this one are holes.
    first: usize,
    /// How many keys the script's own methods compare.
    owns: usize,
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self { places: IndexMap::default(), entries: Vec::new(), first: 0, owns: 0 }
    }
}

impl<V: Copy> Table<V> {
    /// How many entries there are.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Whether only the script knows which key of the table is equal to this one: if its methods compare it, or one of the table's.
    #[inline]
    #[must_use]
    pub fn asks_for(&self, key: &DictKey) -> bool {
        self.owns > 0 || key.is_own()
    }

    /// How many keys the script's own methods compare.
    #[must_use]
    pub const fn owns(&self) -> usize {
        self.owns
    }

    /// The entry of `key`.
    #[inline]
    pub fn get<Q: Hash + Equivalent<DictKey>>(&self, key: &Q) -> Option<(Value, V)> {
        self.entries[*self.places.get(key)?]
    }

    /// Whether `key` has an entry.
    #[inline]
    pub fn contains<Q: Hash + Equivalent<DictKey>>(&self, key: &Q) -> bool {
        self.places.contains_key(key)
    }

    /// Sets the entry of `key` and returns what it was, if there was one. The first key of those that are the same stays, as in Python.
    pub fn insert(&mut self, key: DictKey, original: Value, content: V) -> Option<V> {
        if self.entries.len() > 2 * self.places.len() + 8 {
            self.close_holes();
        }
        match self.places.entry(key) {
            indexmap::map::Entry::Occupied(place) => {
                let entry = &mut self.entries[*place.get()];
                let old = entry.map(|(_, old)| old);
                *entry = entry.map(|(kept, _)| (kept, content));
                old
            }
            indexmap::map::Entry::Vacant(place) => {
                self.owns += usize::from(place.key().is_own());
                place.insert(self.entries.len());
                self.entries.push(Some((original, content)));
                None
            }
        }
    }

    /// Removes the entry of `key`.
    pub fn remove<Q: Hash + Equivalent<DictKey>>(&mut self, key: &Q) -> Option<(Value, V)> {
        let (key, place) = self.places.swap_remove_entry(key)?;
        self.owns -= usize::from(key.is_own());
        let entry = self.entries[place].take();
        if place == self.first {
            self.first = (place..self.entries.len()).find(|&at| self.entries[at].is_some()).unwrap_or(0);
        }
        let last = self.entries.iter().rposition(Option::is_some);
        self.entries.truncate(last.map_or(0, |last| last + 1));
        entry
    }

    /// The entry at `position` or the first behind it, with the position behind that. A walk begins at 0.
    #[inline]
    #[must_use]
    pub fn next(&self, position: usize) -> Option<(usize, Value, V)> {
        let start = position.max(self.first);
        let rest = self.entries.get(start..)?;
        let (skipped, (key, content)) =
            rest.iter().enumerate().find_map(|(index, entry)| entry.map(|entry| (index, entry)))?;
        Some((start + skipped + 1, key, content))
    }

    /// The entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Value, V)> {
        self.entries.iter().filter_map(|entry| *entry)
    }

    /// These keys of the table, in order.
    pub fn in_order(&self, mut keys: Vec<DictKey>) -> Vec<DictKey> {
        keys.sort_by_key(|key| self.places.get(key).copied());
        keys
    }

    /// Removes the last entry.
    pub fn pop_last(&mut self) -> Option<(Value, V)> {
        let place = self.entries.len().checked_sub(1)?;
        self.pop_at(place)
    }

    /// Removes the first entry.
    pub fn pop_first(&mut self) -> Option<(Value, V)> {
        let place = self.next(0)?.0 - 1;
        self.pop_at(place)
    }

    fn pop_at(&mut self, place: usize) -> Option<(Value, V)> {
        let near = [self.places.first(), self.places.last()].into_iter().flatten().find(|(_, at)| **at == place);
        let found = near.or_else(|| self.places.iter().find(|(_, at)| **at == place));
        let key = found.map(|(key, _)| key.clone())?;
        self.remove(&key)
    }

    /// The keys as they are compared, in no meaningful order.
    pub fn keys(&self) -> impl Iterator<Item = &DictKey> {
        self.places.keys()
    }

    /// The entries in order, each with its key as it is compared.
    pub fn keyed(&self) -> Vec<(&DictKey, Value, V)> {
        let mut keyed: Vec<_> = self.places.iter().map(|(key, &place)| (place, key)).collect();
        keyed.sort_unstable_by_key(|&(place, _)| place);
        keyed
            .into_iter()
            .filter_map(|(place, key)| self.entries[place].map(|(at, content)| (key, at, content)))
            .collect()
    }

    fn close_holes(&mut self) {
        let mut moved = Vec::with_capacity(self.entries.len());
        let mut place = 0;
        for entry in &self.entries {
            moved.push(place);
            place += usize::from(entry.is_some());
        }
        self.entries.retain(Option::is_some);
        for place in self.places.values_mut() {
            *place = moved[*place];
        }
        self.first = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(table: &Table<()>) -> Vec<Value> {
        table.iter().map(|(key, ())| key).collect()
    }

    #[test]
    fn the_order_of_insertion_survives_deletion() {
        let mut table = Table::default();
        for number in 0..100 {
            table.insert(DictKey::Integer(number), Value::Int(number), ());
            if number >= 3 {
                table.remove(&DictKey::Integer(number - 3));
            }
        }
        assert_eq!(numbers(&table), [Value::Int(97), Value::Int(98), Value::Int(99)]);
        assert!(table.entries.len() < 20, "holes are closed");
        table.insert(DictKey::Integer(98), Value::TRUE, ());
        assert_eq!(table.get(&DictKey::Integer(98)), Some((Value::Int(98), ())), "the first key stays");
        table.remove(&DictKey::Integer(99));
        assert!(table.entries.last().is_some_and(Option::is_some), "no hole at the end");
        assert_eq!(table.next(0).map(|(_, key, ())| key), Some(Value::Int(97)));
    }
}
