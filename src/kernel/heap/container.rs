//! Lists, dicts and sets of the heap: what grows and shrinks.

use super::super::exception::{Attempt, Raised};
use super::super::value::{Reference, Value};
use super::collect::{ENTRY_BYTES, LARGEST_HEAP_BYTES, OBJECT_BYTES, VALUE_BYTES};
use super::{DictKey, DictView, Heap, Members, SetObject, Table, TextKey, ViewKind};

impl Heap {
    /// A `list`.
    pub fn list(&mut self, items: Vec<Value>) -> Value {
        self.charge(OBJECT_BYTES + items.len() * VALUE_BYTES);
        Value::List(self.lists.insert(items))
    }

    /// An empty `list` that will grow.
    #[inline]
    pub fn new_list(&mut self) -> Value {
        let items = self.spare_lists.pop().unwrap_or_default();
        self.list(items)
    }

    /// The items of a `list`.
    #[inline]
    #[must_use]
    pub fn list_items(&self, at: Reference) -> &[Value] {
        self.lists.get(at)
    }

    /// The items of a `list`, to be changed. Growing it belongs to [`list_push`](Self::list_push).
    #[inline]
    pub fn list_items_mut(&mut self, at: Reference) -> &mut Vec<Value> {
        self.lists.get_mut(at)
    }

    /// Adds an item to a `list`.
    ///
    /// # Errors
    /// `MemoryError` where all objects together are too large.
    #[inline]
    pub fn list_push(&mut self, at: Reference, item: Value) -> Result<(), Raised> {
        self.grow(VALUE_BYTES)?;
        self.lists.get_mut(at).push(item);
        Ok(())
    }

    #[inline]
    fn grow(&mut self, bytes: usize) -> Result<(), Raised> {
        self.charge(bytes);
        if self.allocated_bytes + self.kept_bytes > LARGEST_HEAP_BYTES { self.room_for(bytes) } else { Ok(()) }
    }

    /// Adds items to a `list`.
    ///
    /// # Errors
    /// `MemoryError`
    pub fn list_extend(&mut self, at: Reference, items: &[Value]) -> Result<(), Raised> {
        self.room_for_values((self.list_items(at).len() + items.len()) as u64)?;
        self.charge(items.len() * VALUE_BYTES);
        self.lists.get_mut(at).extend_from_slice(items);
        Ok(())
    }

    /// An empty `dict`.
    pub fn dict(&mut self) -> Value {
        Value::Dict(self.new_dict())
    }

    /// An empty `dict`, by its place.
    pub fn new_dict(&mut self) -> Reference {
        self.charge(OBJECT_BYTES);
        self.dicts.insert(Table::default())
    }

    /// The entries of a `dict`.
    #[inline]
    #[must_use]
    pub fn dict_table(&self, at: Reference) -> &Table<Value> {
        self.dicts.get(at)
    }

    /// The entries of a `dict`, to be changed. Growing it belongs to [`dict_insert`](Self::dict_insert).
    pub fn dict_table_mut(&mut self, at: Reference) -> &mut Table<Value> {
        self.dicts.get_mut(at)
    }

    /// What `key` stands for.
    ///
    /// # Errors
    /// `TypeError` where the key is unhashable.
    pub fn dict_get(&self, at: Reference, key: Value) -> Attempt<Option<Value>> {
        let table = self.dicts.get(at);
        let found = match key {
            Value::Str(text) if table.owns() == 0 => table.get(&TextKey(self.text(text))),
            _ => table.get(&self.key_in(table, key)?),
        };
        Ok(found.map(|(_, content)| content))
    }

    /// Sets what `key` stands for.
    ///
    /// # Errors
    /// `TypeError` where the key is unhashable; `MemoryError`.
    pub fn dict_insert(&mut self, at: Reference, key: Value, content: Value) -> Result<(), Raised> {
        let owned = self.key_in(self.dicts.get(at), key).map_err(|problem| self.raised(problem))?;
        match self.dicts.get_mut(at).insert(owned, key, content) {
            None => self.grow(ENTRY_BYTES),
            Some(old) => {
                self.drop_value(old);
                Ok(())
            }
        }
    }

    /// Adds an entry of a key that is known not to be there.
    ///
    /// # Errors
    /// `MemoryError`
    pub fn dict_insert_new(
        &mut self,
        at: Reference,
        key: DictKey,
        original: Value,
        content: Value,
    ) -> Result<(), Raised> {
        self.dicts.get_mut(at).insert(key, original, content);
        self.grow(ENTRY_BYTES)
    }

    /// Removes `key` and returns what it stood for.
    ///
    /// # Errors
    /// `TypeError` where the key is unhashable.
    pub fn dict_remove(&mut self, at: Reference, key: Value) -> Attempt<Option<Value>> {
        let owned = self.key_in(self.dicts.get(at), key)?;
        Ok(self.dicts.get_mut(at).remove(&owned).map(|(_, content)| content))
    }

    /// A live view of a `dict`.
    pub fn dict_view(&mut self, dict: Reference, kind: ViewKind) -> Value {
        self.charge(OBJECT_BYTES);
        Value::DictView(self.views.insert(DictView { dict, kind, is_of_ordered: false }))
    }

    /// A view as one of an `OrderedDict` (`odictobject.c`, `odictkeys_new`).
    #[must_use]
    pub fn view_of_ordered(&mut self, view: Value) -> Value {
        if let Value::DictView(at) = view {
            self.views.get_mut(at).is_of_ordered = true;
        }
        view
    }

    /// A view's dict and kind.
    #[inline]
    #[must_use]
    pub fn view_object(&self, at: Reference) -> DictView {
        *self.views.get(at)
    }

    /// An empty `set`, or `frozenset`.
    pub fn new_set(&mut self, is_frozen: bool) -> Reference {
        self.charge(OBJECT_BYTES);
        self.sets.insert(SetObject { members: Members::default(), is_frozen })
    }

    /// A `set` of these members.
    ///
    /// # Errors
    /// `TypeError` where one is unhashable; `MemoryError`.
    pub fn set(&mut self, members: &[Value]) -> Result<Value, Raised> {
        let at = self.new_set(false);
        for &member in members {
            self.set_insert(at, member)?;
        }
        Ok(Value::Set(at))
    }

    /// A `set` or `frozenset` with these members.
    pub fn set_from(&mut self, members: Members, is_frozen: bool) -> Value {
        self.charge(OBJECT_BYTES + members.len() * ENTRY_BYTES);
        Value::Set(self.sets.insert(SetObject { members, is_frozen }))
    }

    /// A `set` or `frozenset`.
    #[inline]
    #[must_use]
    pub fn set_object(&self, at: Reference) -> &SetObject {
        self.sets.get(at)
    }

    /// The members of a `set`, to be changed. Growing it belongs to [`set_insert`](Self::set_insert).
    pub fn members_mut(&mut self, at: Reference) -> &mut Members {
        &mut self.sets.get_mut(at).members
    }

    /// Notes that a set has so many members more.
    ///
    /// # Errors
    /// `MemoryError`
    pub fn note_members(&mut self, count: usize) -> Result<(), Raised> {
        self.grow(count * ENTRY_BYTES)
    }

    /// Adds a member to a `set`.
    ///
    /// # Errors
    /// `TypeError` where it is unhashable; `MemoryError`.
    pub fn set_insert(&mut self, at: Reference, member: Value) -> Result<(), Raised> {
        let key = self.key_in(self.sets.get(at).members.table(), member).map_err(|problem| self.raised(problem))?;
        if self.sets.get_mut(at).members.insert(key, member) { self.grow(ENTRY_BYTES) } else { Ok(()) }
    }
}
