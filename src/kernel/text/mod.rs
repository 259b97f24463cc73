//! Values as text: `str`, `repr`, format specs, `%` and `str.format`, as CPython writes them.
//!
//! No address ever gets into a text that is printed. In those of locks and queues a stand-in hides it, so that a script can look at
//! the rest: `'[locked]' in repr(lock)`. What CPython would write an address for elsewhere is refused.

use num_bigint::BigUint;

pub mod character;
pub mod digits;
mod errors;
pub mod float;
pub mod format;
mod items;
pub mod percent;
mod repr;
pub mod spec;
pub mod template;
mod whole;

pub use errors::{write_exception, write_exception_repr};
pub use format::format_value;
pub use repr::{short_repr, short_repr_named, write_ascii, write_repr, write_str};
pub use whole::MOST_DIGITS;

/// What stands for each digit of an address in a text: no character that Unicode will ever assign.
const HIDDEN: char = '\u{fdd0}';

/// The numbers that `id` tells.
const IDENTITIES: std::ops::Range<u64> = 0x7000 << 40..0x7100 << 40;

/// What stands in a text for an address, as long as CPython's are.
#[must_use]
pub fn hidden_address() -> String {
    format!("0x{}", HIDDEN.to_string().repeat(12))
}

/// The digits of a number to the base of 16; of what `id` tells they are those of an address.
#[must_use]
pub fn hexadecimal(magnitude: &BigUint) -> String {
    if u64::try_from(magnitude).is_ok_and(|number| IDENTITIES.contains(&number)) {
        HIDDEN.to_string().repeat(12)
    } else {
        format!("{magnitude:x}")
    }
}

/// The text as people are shown it: `0x…` for an address, `/…` for a folder.
#[must_use]
pub fn without_addresses(text: String) -> String {
    if !holds_address(&text) {
        return text;
    }
    let address = hidden_address();
    text.replace(&format!("/{address}/"), "/…/").replace(&address, "0x…")
}

/// What a pattern sees of a character: a digit of an address is one that may stand there.
#[must_use]
pub const fn shown_as(character: char) -> char {
    if character == HIDDEN { 'd' } else { character }
}

/// Whether a text holds an address, and so cannot be shown.
#[must_use]
pub fn holds_address(text: &str) -> bool {
    text.contains(HIDDEN)
}
