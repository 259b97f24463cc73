//! The digits of integers.

use num_bigint::BigInt;

use super::super::exception::{Attempt, ClassId, Problem};

/// The most digits that Python makes of an integer or reads as one (`longobject.c`, `_PY_LONG_DEFAULT_MAX_STR_DIGITS`).
pub const MOST_DIGITS: usize = 4300;

/// So many bits have no more digits than [`MOST_DIGITS`].
const FEW_BITS: u64 = 14_000;

/// `str(number)`
///
/// # Errors
/// `ValueError` where it has more digits than Python writes.
pub(super) fn decimal(number: &BigInt) -> Attempt<String> {
    let is_short = number.bits() <= FEW_BITS;
    let text = number.to_string();
    if is_short || text.trim_start_matches('-').len() <= MOST_DIGITS {
        return Ok(text);
    }
    let message = format!(
        "Exceeds the limit ({MOST_DIGITS} digits) for integer string conversion; \
         use sys.set_int_max_str_digits() to increase the limit"
    );
    Err(Problem::new(ClassId::VALUE_ERROR, message))
}
