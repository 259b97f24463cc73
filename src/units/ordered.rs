//! Tables and sets in order of insertion, with a quick hash that is the same in every run.

use std::hash::BuildHasherDefault;

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxHasher;

/// A table in order of insertion.
pub type OrderedMap<K, V> = IndexMap<K, V, BuildHasherDefault<FxHasher>>;

/// A set in order of insertion.
pub type OrderedSet<T> = IndexSet<T, BuildHasherDefault<FxHasher>>;
