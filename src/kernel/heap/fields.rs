//! Attributes that objects, exceptions and functions hold of their own: in a table, which becomes a dict of the script's once it is
//! asked for (`__dict__`).

use super::super::value::{Reference, Value};
use super::collect::ENTRY_BYTES;
use super::{DescriptorKind, DictKey, Heap, Table, TextKey};

/// What `types.coroutine` sets on a function of generators that may be awaited.
pub const AWAITABLE: &str = "__awaitable__";

/// Where the attributes of an object lie.
#[derive(Clone, Debug)]
pub enum Fields {
    /// Nobody has asked for its `__dict__`.
    Own(Table<Value>),
    /// In this dict.
    Dict(Reference),
}

impl Default for Fields {
    fn default() -> Self {
        Self::Own(Table::default())
    }
}

impl Fields {
    /// How many there are that nothing else counts.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Own(table) => table.len(),
            Self::Dict(_) => 0,
        }
    }

    /// Whether there are none that nothing else counts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What is held there directly.
    pub fn push_held(&self, held: &mut Vec<Value>) {
        match self {
            Self::Own(table) => held.extend(table.iter().flat_map(|(key, content)| [key, content])),
            Self::Dict(at) => held.push(Value::Dict(*at)),
        }
    }
}

impl Heap {
    /// What an object holds of its own.
    #[must_use]
    pub fn fields(&self, value: Value) -> Option<&Table<Value>> {
        let fields = match value {
            Value::Instance(at) => &self.instances.get(at).fields,
            Value::Exception(at) => self.exceptions.get(at).fields.as_deref()?,
            Value::Function(at) => self.functions.get(at).fields.as_deref()?,
            _ => return None,
        };
        Some(match fields {
            Fields::Own(table) => table,
            Fields::Dict(at) => self.dicts.get(*at),
        })
    }

    /// Where an object holds them; an empty place is made.
    fn place_of_fields(&mut self, value: Value) -> Option<&mut Fields> {
        Some(match value {
            Value::Instance(at) => &mut self.instances.get_mut(at).fields,
            Value::Exception(at) => self.exceptions.get_mut(at).fields.get_or_insert_default(),
            Value::Function(at) => self.functions.get_mut(at).fields.get_or_insert_default(),
            _ => return None,
        })
    }

    fn fields_mut(&mut self, value: Value) -> Option<&mut Table<Value>> {
        if let Fields::Dict(at) = *self.place_of_fields(value)? {
            return Some(self.dicts.get_mut(at));
        }
        match self.place_of_fields(value)? {
            Fields::Own(table) => Some(table),
            Fields::Dict(_) => None,
        }
    }

    /// `value.__dict__`; `None` where such objects have none.
    pub fn dict_of_fields(&mut self, value: Value) -> Option<Value> {
        let table = match self.place_of_fields(value)? {
            Fields::Dict(at) => return Some(Value::Dict(*at)),
            Fields::Own(table) => std::mem::take(table),
        };
        let at = self.new_dict();
        *self.dicts.get_mut(at) = table;
        *self.place_of_fields(value)? = Fields::Dict(at);
        Some(Value::Dict(at))
    }

    /// `value.__dict__ = dict`
    pub fn set_dict_of_fields(&mut self, value: Value, dict: Reference) {
        if let Some(fields) = self.place_of_fields(value) {
            let mut held = Vec::new();
            std::mem::replace(fields, Fields::Dict(dict)).push_held(&mut held);
            self.drop_values(held);
        }
    }

    /// An attribute of the object's own.
    #[inline]
    #[must_use]
    pub fn field(&self, value: Value, name: &str) -> Option<Value> {
        if let Value::Function(at) = value
            && is_part_of_function(name)
        {
            return self.functions.get(at).parts.as_ref()?.get(&TextKey(name)).map(|(_, found)| found);
        }
        self.fields(value)?.get(&TextKey(name)).map(|(_, found)| found)
    }

    /// What a `staticmethod` was made of; anything else as it is.
    #[must_use]
    pub fn without_staticmethod(&self, value: Value) -> Value {
        match value {
            Value::Descriptor(at) if self.descriptor_object(at).kind == DescriptorKind::Static => {
                self.descriptor_object(at).function
            }
            other => other,
        }
    }

    /// Sets an attribute of the object's own; false where such objects have none.
    pub fn set_field(&mut self, value: Value, name: &str, new: Value) -> bool {
        let key = self.string(name);
        let fields = match value {
            Value::Function(at) if is_part_of_function(name) => {
                Some(&mut **self.functions.get_mut(at).parts.get_or_insert_default())
            }
            _ => self.fields_mut(value),
        };
        let Some(fields) = fields else { return false };
        match fields.insert(DictKey::Text(name.into()), key, new) {
            None => self.charge(ENTRY_BYTES),
            Some(old) => self.drop_value(old),
        }
        true
    }

    /// Removes an attribute of the object's own; false where it has none.
    pub fn delete_field(&mut self, value: Value, name: &str) -> bool {
        let Some((_, old)) = self.fields_mut(value).and_then(|fields| fields.remove(&TextKey(name))) else {
            return false;
        };
        self.drop_value(old);
        true
    }
}

/// What a function has in a place of its own, and not in its `__dict__` (`funcobject.c`, `func_getsetlist`).
fn is_part_of_function(name: &str) -> bool {
    matches!(
        name,
        "__name__" | "__qualname__" | "__doc__" | "__module__" | "__annotations__" | "__type_params__" | AWAITABLE
    )
}
