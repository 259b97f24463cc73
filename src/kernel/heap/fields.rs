//! Attributes that objects, exceptions and functions hold of their own: in a table, which becomes a dict of the script's once it is
//! asked for (`__dict__`).

use super::super::exception::ClassId;
use super::super::value::{Reference, Value};
use super::collect::ENTRY_BYTES;
use super::script::SLOTS;
use super::{DescriptorKind, DictKey, Heap, Table, TextKey};

/// What `types.coroutine` sets on a function of generators that may be awaited.
pub const AWAITABLE: &str = "__awaitable__";

/// The names of attributes that a class of the library keeps to itself.
const HIDDEN: &str = "__hidden__";

/// Where the attributes of an object lie.
#[derive(Clone, Debug)]
pub enum Fields {
    /// Nobody has asked for its `__dict__`.
    Own(Table<Value>),
    /// In this dict; what lies in slots, or is the library's own, lies beside it.
    Dict(Reference, Option<Box<Table<Value>>>),
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
            Self::Dict(_, beside) => beside.as_ref().map_or(0, |table| table.len()),
        }
    }

    /// Whether there are none that nothing else counts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What is held there directly.
    pub fn push_held(&self, held: &mut Vec<Value>) {
        let table = match self {
            Self::Own(table) => Some(table),
            Self::Dict(at, beside) => {
                held.push(Value::Dict(*at));
                beside.as_deref()
            }
        };
        held.extend(table.into_iter().flat_map(Table::iter).flat_map(|(key, content)| [key, content]));
    }
}

impl Heap {
    fn fields(&self, value: Value) -> Option<&Fields> {
        match value {
            Value::Instance(at) => Some(&self.instances.get(at).fields),
            Value::Exception(at) => self.exceptions.get(at).fields.as_deref(),
            Value::Function(at) => self.functions.get(at).fields.as_deref(),
            _ => None,
        }
    }

    /// Whether an attribute of an object's own is this.
    #[must_use]
    pub fn has_field_that_is(&self, value: Value, held: Value) -> bool {
        let has = |table: &Table<Value>| table.iter().any(|(_, field)| field == held);
        match self.fields(value) {
            Some(Fields::Own(table)) => has(table),
            Some(Fields::Dict(at, beside)) => has(self.dicts.get(*at)) || beside.as_deref().is_some_and(has),
            None => false,
        }
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

    /// Where an attribute lies, or comes to lie.
    fn table_of_field(&mut self, value: Value, name: &str) -> Option<&mut Table<Value>> {
        if let Fields::Dict(at, _) = *self.place_of_fields(value)?
            && !self.lies_beside(value, name)
        {
            return Some(self.dicts.get_mut(at));
        }
        match self.place_of_fields(value)? {
            Fields::Own(table) => Some(table),
            Fields::Dict(_, beside) => Some(beside.get_or_insert_default()),
        }
    }

    /// Whether an attribute is none of the `__dict__`: it has a slot, or is the library's own.
    #[cold]
    fn lies_beside(&self, value: Value, name: &str) -> bool {
        let Value::Instance(at) = value else { return false };
        self.has_slot(self.instances.get(at).class, name)
    }

    /// Whether an attribute has a slot, or is one that the library's classes keep to themselves.
    fn has_slot(&self, class: ClassId, name: &str) -> bool {
        let named = |value: Value| self.as_text(value) == Some(name);
        [SLOTS, HIDDEN].iter().any(|kept| {
            let slots = |class| self.classes.attributes(class).get(&TextKey(kept)).map(|(_, slots)| slots);
            self.classes.order(class).filter_map(slots).any(|slots| match slots {
                Value::Tuple(at) => self.tuple_items(at).iter().any(|slot| named(*slot)),
                Value::List(at) => self.list_items(at).iter().any(|slot| named(*slot)),
                Value::Dict(at) => self.dict_table(at).iter().any(|(slot, _)| named(slot)),
                slots => named(slots),
            })
        })
    }

    /// `value.__dict__`; `None` where such objects have none.
    pub fn dict_of_fields(&mut self, value: Value) -> Option<Value> {
        let table = match self.place_of_fields(value)? {
            Fields::Dict(at, _) => return Some(Value::Dict(*at)),
            Fields::Own(table) => std::mem::take(table),
        };
        let mut beside = None;
        let mut inside = Table::default();
        for (key, original, field) in table.keyed() {
            let is_beside = self.as_text(original).is_some_and(|name| self.lies_beside(value, name));
            let place = if is_beside { &mut **beside.get_or_insert_with(Box::default) } else { &mut inside };
            place.insert(key.clone(), original, field);
        }
        let at = self.new_dict();
        *self.dicts.get_mut(at) = if beside.is_some() { inside } else { table };
        *self.place_of_fields(value)? = Fields::Dict(at, beside);
        Some(Value::Dict(at))
    }

    /// `value.__dict__ = dict`
    pub fn set_dict_of_fields(&mut self, value: Value, dict: Reference) {
        // What lies beside the dict stays.
        if self.dict_of_fields(value).is_some()
            && let Some(Fields::Dict(at, _)) = self.place_of_fields(value)
        {
            let old = std::mem::replace(at, dict);
            self.drop_value(Value::Dict(old));
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
        let found = match self.fields(value)? {
            Fields::Own(table) => table.get(&TextKey(name)),
            Fields::Dict(at, None) => self.dicts.get(*at).get(&TextKey(name)),
            Fields::Dict(at, Some(beside)) => {
                self.dicts.get(*at).get(&TextKey(name)).or_else(|| beside.get(&TextKey(name)))
            }
        };
        found.map(|(_, found)| found)
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
            _ => self.table_of_field(value, name),
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
        let Some((_, old)) = self.table_of_field(value, name).and_then(|fields| fields.remove(&TextKey(name))) else {
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
