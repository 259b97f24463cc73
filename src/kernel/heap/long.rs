//! Integers beyond 64 bits. What fits in 64 is always a [`Value::Int`], so that one number has one form.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::super::exception::{Attempt, ClassId, Problem, Raised};
use super::super::value::{Number, Reference, Value};
use super::Heap;
use super::collect::OBJECT_BYTES;

/// The longest integer, in bits: so long that one operation with it still takes no time to speak of.
pub const LONGEST_BITS: u64 = 1 << 20;

/// What is said where Python would go on with a longer integer.
const TOO_LONG: &str = "integers beyond a million bits are not supported";

/// What an integer of this length would be here.
///
/// # Errors
/// Unsupported beyond [`LONGEST_BITS`].
pub fn check_bits(bits: u64) -> Attempt<()> {
    if bits <= LONGEST_BITS { Ok(()) } else { Err(Problem::unsupported(TOO_LONG)) }
}

/// What a number weighs.
pub(super) fn bytes_of(number: &BigInt) -> usize {
    number.bits().div_ceil(8) as usize
}

/// The number as a float, rounded to the nearest.
///
/// # Errors
/// `OverflowError` beyond all floats (`longobject.c`, `PyLong_AsDouble`).
pub fn nearest_float(number: &BigInt) -> Attempt<f64> {
    number
        .to_f64()
        .filter(|number| number.is_finite())
        .ok_or_else(|| Problem::new(ClassId::OVERFLOW_ERROR, "int too large to convert to float"))
}

impl Heap {
    /// An `int`.
    ///
    /// # Errors
    /// Unsupported beyond [`LONGEST_BITS`].
    pub fn int(&mut self, number: BigInt) -> Result<Value, Raised> {
        if let Some(number) = number.to_i64() {
            return Ok(Value::Int(number));
        }
        check_bits(number.bits()).map_err(|problem| self.raised(problem))?;
        self.charge(OBJECT_BYTES + bytes_of(&number));
        Ok(Value::Long(self.longs.insert(number)))
    }

    /// An `int` of up to 128 bits.
    pub fn int_of(&mut self, number: i128) -> Value {
        match i64::try_from(number) {
            Ok(number) => Value::Int(number),
            Err(_) => {
                self.charge(OBJECT_BYTES + size_of::<i128>());
                Value::Long(self.longs.insert(number.into()))
            }
        }
    }

    /// An integer beyond 64 bits.
    #[inline]
    #[must_use]
    pub fn long(&self, at: Reference) -> &BigInt {
        self.longs.get(at)
    }

    /// The number of an `int` or `bool`, however long.
    #[must_use]
    pub fn big(&self, value: Value) -> Option<BigInt> {
        match value {
            Value::Long(at) => Some(self.long(at).clone()),
            _ => value.integer().map(BigInt::from),
        }
    }

    /// A number that only its size counts of: what is beyond 64 bits is rounded, what is beyond all floats is infinite.
    #[must_use]
    pub fn number(&self, value: Value) -> Option<Number> {
        match value {
            Value::Long(at) => Some(Number::Float(self.long(at).to_f64().unwrap_or(f64::INFINITY))),
            _ => value.number(),
        }
    }

    /// A number as a float.
    ///
    /// # Errors
    /// `OverflowError` for an integer beyond all floats.
    pub fn float_of(&self, value: Value) -> Attempt<Option<f64>> {
        match value {
            Value::Long(at) => nearest_float(self.long(at)).map(Some),
            _ => Ok(value.number().map(Number::as_float)),
        }
    }
}
