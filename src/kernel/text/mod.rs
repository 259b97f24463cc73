//! Values as text: `str`, `repr`, format specs, `%` and `str.format`, as CPython writes them.
//!
//! No address ever gets into a text: what CPython would write one for is refused.

pub mod character;
pub mod digits;
pub mod float;
pub mod format;
pub mod percent;
pub mod repr;
pub mod spec;
pub mod template;

pub use format::format_value;
pub use repr::{
    short_repr, short_repr_named, write_ascii, write_exception, write_exception_repr, write_repr, write_str,
};
