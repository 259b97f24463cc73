//! The heap: what does not fit in a [`Value`], in one slab per kind of object.
//!
//! Knows nothing of tasks or code; values that name them only pass through. Promises that the same calls give the same
//! references in every run.

pub mod ask;
pub mod collect;
pub mod container;
mod drops;
mod fields;
pub mod gathering;
pub mod key;
mod layout;
pub mod long;
pub mod members;
pub mod object;
mod own_key;
pub mod raise;
pub mod random;
pub mod script;
pub mod table;
mod walk;

use std::cell::{Cell, RefCell};

use indexmap::IndexMap;
use num_bigint::BigInt;

use crate::random::Generator;
use crate::script::PythonVersion;
use crate::signatures::builtins::{Builtin, BuiltinType};
use crate::units::{CellId, CodeId};

use super::classes::ClassTree;
use super::exception::{ClassId, ExceptionObject};
use super::slab::Slab;
use super::value::{Reference, Value};
use collect::{OBJECT_BYTES, VALUE_BYTES};
pub use fields::{AWAITABLE, Fields};
pub use key::{DictKey, TextKey};
pub use members::Members;
pub use object::{
    BoundMethod, CodeName, DictView, FunctionObject, IteratorObject, MethodCode, RangeObject, SliceObject, Text,
    ViewKind,
};
pub use random::Whose;
pub use script::{DescriptorKind, DescriptorObject, InstanceObject};
pub use table::Table;

/// How deep values may be nested where they are gone through one inside the other: repr, comparison, keys. Python's own limit.
pub const DEEPEST: usize = 1000;

/// A `set` or a `frozenset`.
#[derive(Clone, Debug, Default)]
pub struct SetObject {
    /// Its members.
    pub members: Members,
    /// Whether it is a `frozenset`.
    pub is_frozen: bool,
}

/// All objects of a run.
#[derive(Debug)]
pub struct Heap {
    longs: Slab<BigInt>,
    strings: Slab<Text>,
    tuples: Slab<Box<[Value]>>,
    lists: Slab<Vec<Value>>,
    /// The memory of short lists that were freed, for new ones.
    spare_lists: Vec<Vec<Value>>,
    dicts: Slab<Table<Value>>,
    sets: Slab<SetObject>,
    views: Slab<DictView>,
    ranges: Slab<RangeObject>,
    slices: Slab<SliceObject>,
    iterators: Slab<IteratorObject>,
    functions: Slab<FunctionObject>,
    bound_methods: Slab<BoundMethod>,
    shared: Slab<Value>,
    exceptions: Slab<ExceptionObject>,
    instances: Slab<InstanceObject>,
    descriptors: Slab<DescriptorObject>,
    asking: RefCell<ask::Asking>,
    /// Whether the script has asked for a hash that differs from run to run of CPython, or for an `id`.
    is_hashed: Cell<bool>,
    /// Containers whose repr waits for the script, each with the activation that asks it.
    writing: Vec<(CellId, Value)>,
    /// What goes on where it asked, each with the activation that asks it.
    kept: Vec<(CellId, ask::Kept)>,
    classes: ClassTree,
    /// The script's own classes of tasks and futures that have one.
    kinds: IndexMap<(bool, u64), ClassId>,
    code_names: Vec<CodeName>,
    version: PythonVersion,
    /// What the module `random` is seeded with before the program seeds it.
    seed: i64,
    /// The generator of the module `random`, once it is asked for.
    generator: Option<Generator>,
    generators: Slab<Generator>,
    /// By future: whether `gather` returned it.
    gatherings: Vec<bool>,
    /// What containers let go of, until somebody looks.
    drops: drops::Drops,
    /// How many iterators are inside one another right now.
    pub(super) walks: usize,
    /// Allocated since the last sweep.
    allocated_bytes: usize,
    /// What the last sweep left.
    kept_bytes: usize,
    /// So many allocated bytes are worth a collection.
    collect_at: usize,
}

/// How many one-character strings are made once: the ASCII characters.
const SINGLE_CHARACTERS: u64 = 128;

/// The empty string stands behind them.
const EMPTY_STRING: Value = Value::Str(Reference(SINGLE_CHARACTERS));

/// The empty tuple is the first tuple.
const EMPTY_TUPLE: Value = Value::Tuple(Reference(0));

impl Default for Heap {
    fn default() -> Self {
        Self::new()
    }
}

impl Heap {
    /// A heap that holds the built-in classes, the ASCII characters, the empty string and the empty tuple.
    #[must_use]
    pub fn new() -> Self {
        let mut heap = Self {
            longs: Slab::default(),
            strings: Slab::default(),
            tuples: Slab::default(),
            lists: Slab::default(),
            spare_lists: Vec::new(),
            dicts: Slab::default(),
            sets: Slab::default(),
            views: Slab::default(),
            ranges: Slab::default(),
            slices: Slab::default(),
            iterators: Slab::default(),
            functions: Slab::default(),
            bound_methods: Slab::default(),
            shared: Slab::default(),
            exceptions: Slab::default(),
            instances: Slab::default(),
            descriptors: Slab::default(),
            asking: ask::nothing_asked(),
            is_hashed: Cell::new(false),
            writing: Vec::new(),
            kept: Vec::new(),
            classes: ClassTree::default(),
            kinds: IndexMap::new(),
            code_names: Vec::new(),
            version: PythonVersion::default(),
            seed: 0,
            generator: None,
            generators: Slab::default(),
            gatherings: Vec::new(),
            drops: drops::Drops::default(),
            walks: 0,
            allocated_bytes: 0,
            kept_bytes: 0,
            collect_at: collect::COLLECTION_MINIMUM_BYTES,
        };
        for character in 0..SINGLE_CHARACTERS {
            heap.strings.insert(Text::new(char::from(character as u8).to_string()));
        }
        heap.strings.insert(Text::new(String::new()));
        heap.tuples.insert(Box::default());
        heap.make_permanent();
        heap
    }

    /// Says whose Python the values are; 3.13's until then.
    pub fn set_version(&mut self, version: PythonVersion) {
        self.version = version;
    }

    /// Whose Python the values are.
    #[must_use]
    pub fn version(&self) -> PythonVersion {
        self.version
    }

    /// Names the functions of a program, in order of their codes.
    pub fn set_code_names(&mut self, names: Vec<CodeName>) {
        self.code_names = names;
    }

    /// The name of a function; empty where none was given.
    #[must_use]
    pub fn code_name(&self, code: CodeId) -> &str {
        self.code_names.get(code.0 as usize).map_or("", |name| &name.name)
    }

    /// The same with what the function stands in: `main.<locals>.ring`.
    #[must_use]
    pub fn code_qualified(&self, code: CodeId) -> &str {
        self.code_names.get(code.0 as usize).map_or("", |name| &name.qualified)
    }

    /// A `str`.
    pub fn string(&mut self, text: &str) -> Value {
        match text.as_bytes() {
            [] => EMPTY_STRING,
            &[byte] => Value::Str(Reference(u64::from(byte))),
            _ => self.new_string(text.to_owned()),
        }
    }

    /// A `str` of a text that is owned already.
    pub fn string_from(&mut self, text: String) -> Value {
        match text.as_bytes() {
            [] => EMPTY_STRING,
            &[byte] => Value::Str(Reference(u64::from(byte))),
            _ => self.new_string(text),
        }
    }

    fn new_string(&mut self, text: String) -> Value {
        self.charge(OBJECT_BYTES + text.len());
        Value::Str(self.strings.insert(Text::new(text)))
    }

    /// A `str` of one character.
    pub fn character(&mut self, character: char) -> Value {
        self.string(character.encode_utf8(&mut [0; 4]))
    }

    /// The text of a `str`.
    #[inline]
    #[must_use]
    pub fn text(&self, at: Reference) -> &str {
        &self.strings.get(at).text
    }

    /// A `str` with its length.
    #[inline]
    #[must_use]
    pub fn text_object(&self, at: Reference) -> &Text {
        self.strings.get(at)
    }

    /// The text of a value, if it is a `str` or its class is below `str`.
    #[inline]
    #[must_use]
    pub fn as_text(&self, value: Value) -> Option<&str> {
        self.text_of(value).map(|at| self.text(at))
    }

    /// The same, as the `str` itself.
    #[inline]
    #[must_use]
    pub fn text_of(&self, value: Value) -> Option<Reference> {
        match value {
            Value::Str(at) => Some(at),
            Value::Instance(at) => self.held_text(at),
            _ => None,
        }
    }

    /// The text that an object of a class below `str` holds, or that a member of an enumeration stands for.
    #[cold]
    fn held_text(&self, at: Reference) -> Option<Reference> {
        let stands_for = self.class_attribute(self.instance_object(at).class, "__stands_for__")?;
        let is_text = stands_for == Value::Builtin(Builtin::Type(BuiltinType::Str).number());
        let value = Value::Instance(at);
        match self.field(value, "_held").or_else(|| self.field(value, "_value_")).filter(|_| is_text)? {
            Value::Str(at) => Some(at),
            _ => None,
        }
    }

    /// A `tuple`.
    pub fn tuple(&mut self, items: Vec<Value>) -> Value {
        if items.is_empty() {
            return EMPTY_TUPLE;
        }
        self.charge(OBJECT_BYTES + items.len() * VALUE_BYTES);
        Value::Tuple(self.tuples.insert(items.into()))
    }

    /// The items of a `tuple`.
    #[inline]
    #[must_use]
    pub fn tuple_items(&self, at: Reference) -> &[Value] {
        self.tuples.get(at)
    }

    /// A `range`; `step` is not zero.
    pub fn range(&mut self, start: i64, stop: i64, step: i64) -> Value {
        debug_assert!(step != 0, "checked where a script says it");
        self.charge(OBJECT_BYTES);
        Value::Range(self.ranges.insert(RangeObject { start, stop, step }))
    }

    /// The numbers of a `range`.
    #[inline]
    #[must_use]
    pub fn range_object(&self, at: Reference) -> RangeObject {
        *self.ranges.get(at)
    }

    /// A `slice`.
    pub fn slice(&mut self, slice: SliceObject) -> Value {
        self.charge(OBJECT_BYTES);
        Value::Slice(self.slices.insert(slice))
    }

    /// The bounds of a `slice`.
    #[inline]
    #[must_use]
    pub fn slice_object(&self, at: Reference) -> SliceObject {
        *self.slices.get(at)
    }

    /// An iterator.
    pub fn iterator(&mut self, iterator: IteratorObject) -> Value {
        self.charge(OBJECT_BYTES);
        Value::Iterator(self.iterators.insert(iterator))
    }

    /// An iterator's state.
    #[inline]
    #[must_use]
    pub fn iterator_object(&self, at: Reference) -> &IteratorObject {
        self.iterators.get(at)
    }

    /// An iterator's state, to be moved on.
    #[inline]
    pub fn iterator_object_mut(&mut self, at: Reference) -> &mut IteratorObject {
        self.iterators.get_mut(at)
    }

    /// A script's function.
    pub fn function(&mut self, function: FunctionObject) -> Value {
        self.charge(OBJECT_BYTES + (function.defaults.len() + function.captured.len()) * VALUE_BYTES);
        Value::Function(self.functions.insert(function))
    }

    /// A script's function.
    #[inline]
    #[must_use]
    pub fn function_object(&self, at: Reference) -> &FunctionObject {
        self.functions.get(at)
    }

    /// A method bound to its object.
    pub fn bound_method(&mut self, receiver: Value, method: impl Into<MethodCode>) -> Value {
        self.charge(OBJECT_BYTES);
        Value::BoundMethod(self.bound_methods.insert(BoundMethod { receiver, method: method.into() }))
    }

    /// A method bound to its object.
    #[inline]
    #[must_use]
    pub fn bound_method_object(&self, at: Reference) -> BoundMethod {
        *self.bound_methods.get(at)
    }

    /// A variable shared by closures.
    pub fn shared(&mut self, value: Value) -> Value {
        self.charge(OBJECT_BYTES);
        Value::Shared(self.shared.insert(value))
    }

    /// What a shared variable holds.
    #[inline]
    #[must_use]
    pub fn shared_get(&self, at: Reference) -> Value {
        *self.shared.get(at)
    }

    /// Sets a shared variable.
    #[inline]
    pub fn shared_set(&mut self, at: Reference, value: Value) {
        *self.shared.get_mut(at) = value;
    }
}
