//! The members of a set: those whose hash is the same in every run (numbers, and what is made of numbers) in the order of CPython's
//! hash table, anything else in order of insertion, for the hashes of texts and objects differ there from run to run.

use crate::units::OrderedMap;

use super::super::value::Value;
use super::key::DictKey;
use super::layout::Layout;
use super::own_key::{hash_of_key, steady_hash};
use super::table::Table;

/// The members.
#[derive(Clone, Debug)]
pub struct Members {
    table: Table<()>,
    /// As long as all that were ever in it have steady hashes.
    layout: Option<Layout>,
}

impl Default for Members {
    fn default() -> Self {
        Self { table: Table::default(), layout: Some(Layout::default()) }
    }
}

impl Members {
    /// Members found by key, in order of insertion.
    #[inline]
    #[must_use]
    pub fn table(&self) -> &Table<()> {
        &self.table
    }

    /// How many there are.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// Whether `key` is one of them.
    #[must_use]
    pub fn contains(&self, key: &DictKey) -> bool {
        self.table.contains(key)
    }

    /// The keys as they are compared, in no meaningful order.
    pub fn keys(&self) -> impl Iterator<Item = &DictKey> {
        self.table.keys()
    }

    /// Adds a member; whether it was not there.
    pub fn insert(&mut self, key: DictKey, member: Value) -> bool {
        if let Some(layout) = &mut self.layout {
            match steady_hash(&key) {
                Some(hash) => layout.add(hash, key.clone(), member),
                None => self.layout = None,
            }
        }
        self.table.insert(key, member, ()).is_none()
    }

    /// Removes a member; gives it back, if it was there.
    pub fn remove(&mut self, key: &DictKey) -> Option<Value> {
        if let Some(layout) = &mut self.layout {
            layout.discard(hash_of_key(key), key);
        }
        self.table.remove(key).map(|(member, ())| member)
    }

    /// Removes the member that `pop` takes.
    pub fn pop(&mut self) -> Option<Value> {
        let removed = match &mut self.layout {
            Some(layout) => self.table.remove(&layout.pop()?),
            None => self.table.pop_first(),
        };
        removed.map(|(member, ())| member)
    }

    /// The members in order.
    #[must_use]
    pub fn in_order(&self) -> Vec<Value> {
        match &self.layout {
            Some(layout) => layout.iter().map(|(_, member)| member).collect(),
            None => self.table.iter().map(|(member, ())| member).collect(),
        }
    }

    /// The members in order, each with its key.
    #[must_use]
    pub fn keyed(&self) -> Vec<(&DictKey, Value)> {
        match &self.layout {
            Some(layout) => layout.iter().collect(),
            None => self.table.keyed().into_iter().map(|(key, member, ())| (key, member)).collect(),
        }
    }

    /// The member at `position` or the first behind it, with the position behind that. A walk begins at 0.
    #[inline]
    #[must_use]
    pub fn next(&self, position: usize) -> Option<(usize, Value)> {
        match &self.layout {
            Some(layout) => layout.next(position),
            None => self.table.next(position).map(|(next, member, ())| (next, member)),
        }
    }

    /// Adds the members of another set (`setobject.c`, `set_update_internal`).
    pub fn extend(&mut self, other: &Self) {
        let merged = match (self.layout.take(), &other.layout) {
            (Some(mut layout), Some(others)) => {
                layout.merge(others);
                Some(layout)
            }
            _ => None,
        };
        for (key, member) in other.keyed() {
            self.table.insert(key.clone(), member, ());
        }
        self.layout = merged;
    }

    /// Room for the keys of a dict, which CPython makes at once.
    pub fn make_room(&mut self, count: usize) {
        if let Some(layout) = &mut self.layout {
            layout.make_room(count);
        }
    }

    /// A set of its own with the same members (`set_copy`).
    #[must_use]
    pub fn copied(&self) -> Self {
        let mut copy = Self::default();
        copy.extend(self);
        copy
    }

    /// Gives members other keys, which have the same hashes.
    pub fn rename(&mut self, keys: &OrderedMap<DictKey, DictKey>) {
        if keys.is_empty() {
            return;
        }
        let new = |key: &DictKey| keys.get(key).unwrap_or(key).clone();
        let mut table = Table::default();
        for (key, member, ()) in self.table.keyed() {
            table.insert(new(key), member, ());
        }
        self.table = table;
        if let Some(layout) = &mut self.layout {
            layout.rename(new);
        }
    }

    /// Whether all that were ever in both have steady hashes.
    fn are_steady(&self, other: &Self) -> bool {
        self.layout.is_some() && other.layout.is_some()
    }

    /// `self & other`: of steady ones the members of the smaller one that are in the other (`set_intersection`).
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let is_swapped = self.are_steady(other) && other.len() <= self.len();
        let (few, all) = if is_swapped { (other, self) } else { (self, other) };
        few.those(|key| all.contains(key))
    }

    /// `self - other` (`set_difference`); of many members a copy, and the others are removed from it.
    #[must_use]
    pub fn difference(&self, other: &Self, may_be_gone_through: bool) -> Self {
        if may_be_gone_through && self.len() / 4 <= other.len() {
            return self.those(|key| !other.contains(key));
        }
        let mut rest = self.copied();
        rest.subtract(other);
        rest
    }

    /// `self ^ other`: of steady ones, what is made of the other one (`set_xor`).
    #[must_use]
    pub fn symmetric_difference(&self, mut other: Self) -> Self {
        if self.are_steady(&other) {
            other.exchange(self);
            return other;
        }
        let mut result = self.those(|key| !other.contains(key));
        result.extend(&other.those(|key| !self.contains(key)));
        result
    }

    /// `self -= other` (`set_difference_update_internal`).
    pub fn subtract(&mut self, other: &Self) {
        for (key, _) in other.keyed() {
            self.remove(key);
        }
        if let Some(layout) = &mut self.layout {
            layout.tidy();
        }
    }

    /// `self ^= other` (`set_symmetric_difference_update`).
    pub fn exchange(&mut self, other: &Self) {
        other.keyed().into_iter().for_each(|(key, member)| self.toggle(key, member));
    }

    /// Removes a member that is there, adds one that is not.
    pub fn toggle(&mut self, key: &DictKey, member: Value) {
        if self.remove(key).is_none() {
            self.insert(key.clone(), member);
        }
    }

    /// A set of those whose key is right.
    fn those(&self, is_right: impl Fn(&DictKey) -> bool) -> Self {
        let mut result = Self::default();
        for (key, member) in self.keyed() {
            if is_right(key) {
                result.insert(key.clone(), member);
            }
        }
        result
    }
}

impl From<Table<()>> for Members {
    fn from(table: Table<()>) -> Self {
        let mut members = Self::default();
        for (key, member, ()) in table.keyed() {
            members.insert(key.clone(), member);
        }
        members
    }
}
