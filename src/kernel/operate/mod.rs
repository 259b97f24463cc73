//! Python's operators on values: arithmetic, comparison, truth, items, iteration, attributes.
//!
//! Knows nothing of code: what would call a script's function is asked for. Only integers beyond 64 bits allocate among the numbers.

pub mod arithmetic;
pub mod assigned;
pub mod attribute;
pub mod compare;
pub mod containers;
pub mod fields;
pub mod instance;
pub mod item;
pub mod iterate;
pub mod long;
pub mod number;
pub mod slice;
pub mod special;
pub mod truth;
pub mod views;

/// The module of what the script itself defines.
pub(crate) const MAIN_MODULE: &str = "__main__";

pub(crate) use arithmetic::sum_of_integers;
pub use arithmetic::{binary, in_place, unary};
pub use assigned::{delete_attribute, delete_plainly, no_place_for, set_plainly};
pub use attribute::{asks_engine, find_method, get_attribute, get_plainly, is_of_engine, set_attribute, set_traceback};
pub use compare::{compare, contains, equals, less};
pub use fields::{get_super_attribute, missing_plainly, needs_script};
pub(crate) use instance::ask_method;
pub use instance::{collect_sized, is_lazy, mapping, next_answer, script_iterator};
pub use item::{delete_item, get_item, set_item};
pub use iterate::{collect, iterate, iterate_lazily, next_item, watched};
pub use slice::make_slice;
pub use truth::{is_true, length, truth};
