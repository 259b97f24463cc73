//! Numbers, instants and lengths of time as digits. Integers only, and no `write!`: these stand on every line of a trace.

use crate::units::time::NANOSECONDS_PER_SECOND;
use crate::units::{Delay, Time};

/// The seconds of an instant are at least so wide, so that points stand in one column.
const SECONDS_WIDTH: u32 = 5;

/// Appends the first `length` of some bytes. Copying them all and cutting is faster than copying so many: the length is known
/// when this is compiled.
#[inline]
pub(super) fn push_front<const N: usize>(out: &mut Vec<u8>, bytes: &[u8; N], length: usize) {
    let start = out.len();
    out.extend_from_slice(bytes);
    out.truncate(start + length);
}

/// Digits in a register, the last one in the highest byte: going through memory byte by byte would stall what reads them.
#[derive(Clone, Copy, Default)]
struct Digits {
    bytes: u64,
    length: usize,
}

impl Digits {
    /// Puts a byte in front.
    #[inline]
    fn before(self, byte: u8) -> Self {
        Self { bytes: (self.bytes << 8) | u64::from(byte), length: self.length + 1 }
    }

    /// The last `count` digits of a number, eight at the most, zeros where it is shorter; and what is in front of them.
    #[inline]
    fn last(mut number: u64, count: usize) -> (Self, u64) {
        let mut digits = Self::default();
        for _ in 0..count {
            digits = digits.before(b'0' + (number % 10) as u8);
            number /= 10;
        }
        (digits, number)
    }

    #[inline]
    fn push(self, out: &mut Vec<u8>) {
        push_front(out, &self.bytes.to_le_bytes(), self.length);
    }
}

/// Appends a whole number.
#[inline]
pub fn push_integer(out: &mut Vec<u8>, number: u64) {
    const MOST: u64 = 100_000_000;
    if number >= MOST {
        push_integer_piecewise(out, number);
        return;
    }
    let (mut digits, mut rest) = Digits::last(number, 1);
    while rest > 0 {
        digits = digits.before(b'0' + (rest % 10) as u8);
        rest /= 10;
    }
    digits.push(out);
}

/// Eight digits at a time.
#[cold]
fn push_integer_piecewise(out: &mut Vec<u8>, number: u64) {
    let (digits, rest) = Digits::last(number, 8);
    push_integer(out, rest);
    digits.push(out);
}

/// Appends an instant for the time column: `    3.000s`, with six or nine decimals where three do not hold it.
#[inline]
pub fn push_time_column(out: &mut Vec<u8>, at: Time) {
    let mut rest = at.nanoseconds() / NANOSECONDS_PER_SECOND;
    if rest < 10_u64.pow(SECONDS_WIDTH) {
        let mut digits = Digits::default();
        for place in 0..SECONDS_WIDTH {
            let is_blank = rest == 0 && place > 0;
            digits = digits.before(if is_blank { b' ' } else { b'0' + (rest % 10) as u8 });
            rest /= 10;
        }
        digits.push(out);
    } else {
        push_integer(out, rest);
    }
    push_decimals(out, at.nanoseconds() % NANOSECONDS_PER_SECOND);
    out.push(b's');
}

/// Appends an instant without padding: `3.000s`.
pub fn push_clock(out: &mut Vec<u8>, at: Time) {
    push_integer(out, at.nanoseconds() / NANOSECONDS_PER_SECOND);
    push_decimals(out, at.nanoseconds() % NANOSECONDS_PER_SECOND);
    out.push(b's');
}

/// Appends a point and three, six or nine decimals, as many as the nanoseconds of a second need.
#[inline]
fn push_decimals(out: &mut Vec<u8>, nanoseconds: u64) {
    let (rest, micros, nanos) = (nanoseconds / 1_000_000, nanoseconds / 1_000 % 1_000, nanoseconds % 1_000);
    Digits::last(rest, 3).0.before(b'.').push(out);
    if micros + nanos > 0 {
        Digits::last(micros, 3).0.push(out);
    }
    if nanos > 0 {
        Digits::last(nanos, 3).0.push(out);
    }
}

/// Appends a length of time in the largest unit that gives a number of at least one: `5s`, `2.5s`, `250ms`, `1.5us`, `7ns`, `0s`.
#[inline]
pub fn push_duration(out: &mut Vec<u8>, length: Delay) {
    let nanoseconds = length.nanoseconds();
    match nanoseconds {
        0 => out.extend_from_slice(b"0s"),
        1..1_000 => push_quantity(out, nanoseconds, 0, 0, b"ns"),
        1_000..1_000_000 => push_quantity(out, nanoseconds / 1_000, nanoseconds % 1_000, 3, b"us"),
        1_000_000..NANOSECONDS_PER_SECOND => {
            push_quantity(out, nanoseconds / 1_000_000, nanoseconds % 1_000_000, 6, b"ms");
        }
        NANOSECONDS_PER_SECOND.. => {
            let (whole, rest) = (nanoseconds / NANOSECONDS_PER_SECOND, nanoseconds % NANOSECONDS_PER_SECOND);
            push_quantity(out, whole, rest, 9, b"s");
        }
    }
}

/// Appends a number with a fraction of so many places, its last zeros left out, and a unit.
#[inline]
fn push_quantity(out: &mut Vec<u8>, whole: u64, fraction: u64, places: usize, unit: &[u8]) {
    push_integer(out, whole);
    if fraction > 0 {
        push_fraction(out, fraction, places);
    }
    out.extend_from_slice(unit);
}

/// Appends a point and the places of a fraction, its last zeros left out.
fn push_fraction(out: &mut Vec<u8>, mut fraction: u64, mut places: usize) {
    while fraction.is_multiple_of(10) {
        fraction /= 10;
        places -= 1;
    }
    out.push(b'.');
    let (last, front) = Digits::last(fraction, places.min(6));
    Digits::last(front, places.saturating_sub(6)).0.push(out);
    last.push(out);
}

/// A length of time as traces write it: `2.5s`.
#[must_use]
pub fn duration(length: Delay) -> String {
    ascii(|out| push_duration(out, length))
}

/// An instant as traces write it: `3.000s`.
#[must_use]
pub fn clock(at: Time) -> String {
    ascii(|out| push_clock(out, at))
}

fn ascii(push: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut out = Vec::new();
    push(&mut out);
    String::from_utf8(out).expect("digits and units are ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_have_as_many_decimals_as_they_need_and_align_on_the_point() {
        for (nanoseconds, column) in [
            (0, "    0.000s"),
            (3_000_000_000, "    3.000s"),
            (14_250_000_000, "   14.250s"),
            (1_000, "    0.000001s"),
            (1_000_000_007, "    1.000000007s"),
            (99_999_999_000_000, "99999.999s"),
            (4_503_599_627_370_496, "4503599.627370496s"),
        ] {
            let at = Time::from_nanoseconds(nanoseconds);
            assert_eq!(ascii(|out| push_time_column(out, at)), column);
            assert_eq!(clock(at), column.trim_start());
        }
    }

    #[test]
    fn lengths_are_written_as_people_write_them() {
        for (nanoseconds, text) in [
            (0, "0s"),
            (7, "7ns"),
            (1_500, "1.5us"),
            (250_000_000, "250ms"),
            (1_000_001, "1.000001ms"),
            (5_000_000_000, "5s"),
            (2_500_000_000, "2.5s"),
            (90_000_000_000, "90s"),
            (1_000_000_010, "1.00000001s"),
        ] {
            assert_eq!(duration(Delay::from_nanoseconds(nanoseconds)), text);
        }
    }
}
