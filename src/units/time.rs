//! Virtual time in whole nanoseconds: [`Time`] is a point, [`Delay`] is a length.
//!
//! `Time + Delay` is a `Time` and `Time - Time` a `Delay`; two points cannot be added. Floats appear only
//! where Python hands seconds in or wants them back.

use std::ops::{Add, Sub};

/// Nanoseconds in a second.
pub const NANOSECONDS_PER_SECOND: u64 = 1_000_000_000;

/// The last instant a run may reach: 2⁵² ns, about 52 days. Up to there a float of seconds names every nanosecond.
pub const END_OF_TIME: Time = Time(1 << 52);

/// 2⁵²: a float this large or up to twice as large is a whole number, with the rest above 2⁵² in its lowest bits.
const ROUNDER: f64 = 4_503_599_627_370_496.0;

/// A point of virtual time: nanoseconds since the run began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(u64);

/// A length of virtual time in nanoseconds, never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Delay(u64);

/// Why a number of seconds is not a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADelay {
    /// It is not a number.
    NotANumber,
    /// It is infinite, or longer than [`END_OF_TIME`].
    TooLong,
    /// It is below zero.
    Negative,
}

impl Time {
    /// The beginning of every run.
    pub const ZERO: Self = Self(0);

    /// The point `nanoseconds` after the beginning.
    #[must_use]
    pub const fn from_nanoseconds(nanoseconds: u64) -> Self {
        Self(nanoseconds)
    }

    /// Nanoseconds since the beginning.
    #[must_use]
    pub const fn nanoseconds(self) -> u64 {
        self.0
    }

    /// Seconds since the beginning, as `loop.time()` tells them.
    #[must_use]
    pub fn seconds(self) -> f64 {
        self.0 as f64 / NANOSECONDS_PER_SECOND as f64
    }

    /// The point `delay` later, or `None` past [`END_OF_TIME`].
    #[must_use]
    pub fn checked_add(self, delay: Delay) -> Option<Self> {
        let at = Self(self.0.checked_add(delay.0)?);
        (at <= END_OF_TIME).then_some(at)
    }

    /// How long after `earlier` this is; zero when it is not later.
    #[must_use]
    pub fn saturating_since(self, earlier: Self) -> Delay {
        Delay(self.0.saturating_sub(earlier.0))
    }
}

impl Delay {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// Longer than any run, and what is longer still: 2⁶⁰ ns, some 36 years. A timer so far ahead never comes.
    pub const FOREVER: Self = Self(1 << 60);

    /// A length of `seconds` above [`END_OF_TIME`], at most [`FOREVER`](Self::FOREVER).
    #[must_use]
    pub fn of_many_seconds(seconds: f64) -> Self {
        let nanoseconds = seconds * NANOSECONDS_PER_SECOND as f64;
        if nanoseconds < Self::FOREVER.0 as f64 { Self(nanoseconds.round() as u64) } else { Self::FOREVER }
    }

    /// A length of `nanoseconds`.
    #[must_use]
    pub const fn from_nanoseconds(nanoseconds: u64) -> Self {
        Self(nanoseconds)
    }

    /// The length in nanoseconds.
    #[must_use]
    pub const fn nanoseconds(self) -> u64 {
        self.0
    }

    /// The length in seconds.
    #[must_use]
    pub fn seconds(self) -> f64 {
        self.0 as f64 / NANOSECONDS_PER_SECOND as f64
    }

    /// A length of whole `seconds`.
    ///
    /// # Errors
    /// When `seconds` is negative or past [`END_OF_TIME`].
    pub fn from_whole_seconds(seconds: i64) -> Result<Self, NotADelay> {
        let seconds = u64::try_from(seconds).map_err(|_| NotADelay::Negative)?;
        let nanoseconds = seconds.checked_mul(NANOSECONDS_PER_SECOND).ok_or(NotADelay::TooLong)?;
        if nanoseconds > END_OF_TIME.0 { Err(NotADelay::TooLong) } else { Ok(Self(nanoseconds)) }
    }

    /// A length of `seconds`, rounded to the nearest nanosecond, ties to even.
    ///
    /// The number is taken by its shortest decimal digits, so that 0.1 is exactly 100 ms.
    ///
    /// # Errors
    /// When `seconds` is negative, not a number, infinite or past [`END_OF_TIME`].
    #[inline]
    pub fn from_seconds(seconds: f64) -> Result<Self, NotADelay> {
        let scaled = seconds * NANOSECONDS_PER_SECOND as f64;
        // The common case: adding 2⁵² rounds to whole numbers, ties to even, and moves them to the lowest bits.
        if scaled >= 0.0 && scaled <= END_OF_TIME.0 as f64 {
            let moved = scaled + ROUNDER;
            if (scaled - (moved - ROUNDER)).abs() < 0.499 {
                return Ok(Self(moved.to_bits() - ROUNDER.to_bits()));
            }
        }
        Self::from_unusual_seconds(seconds, scaled)
    }

    #[inline(never)]
    fn from_unusual_seconds(seconds: f64, scaled: f64) -> Result<Self, NotADelay> {
        if seconds.is_nan() {
            return Err(NotADelay::NotANumber);
        }
        if seconds < 0.0 {
            return Err(NotADelay::Negative);
        }
        if scaled > END_OF_TIME.0 as f64 {
            return Err(NotADelay::TooLong);
        }
        Ok(Self(round_decimal_digits(seconds)))
    }
}

/// Rounds by the shortest decimal digits of `seconds`: the slow path, for numbers near half a nanosecond.
fn round_decimal_digits(seconds: f64) -> u64 {
    let text = format!("{seconds}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut nanoseconds: u64 = whole.parse().unwrap_or(0);
    for position in 0..9 {
        let digit = fraction.as_bytes().get(position).map_or(0, |byte| u64::from(byte - b'0'));
        nanoseconds = nanoseconds * 10 + digit;
    }
    let rest = fraction.get(9..).unwrap_or("");
    let half = rest.as_bytes().first().map_or(0, |byte| byte - b'0');
    let beyond = rest.bytes().skip(1).any(|byte| byte != b'0');
    let up = half > 5 || (half == 5 && (beyond || nanoseconds % 2 == 1));
    nanoseconds + u64::from(up)
}

impl Add<Delay> for Time {
    type Output = Self;

    /// # Panics
    /// When the sum does not fit in 64 bits; the engine checks [`END_OF_TIME`] long before.
    fn add(self, delay: Delay) -> Self {
        Self(self.0 + delay.0)
    }
}

impl Sub for Time {
    type Output = Delay;

    /// # Panics
    /// When `earlier` is later: a length is never negative.
    fn sub(self, earlier: Self) -> Delay {
        Delay(self.0 - earlier.0)
    }
}

impl Add for Delay {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::iter::Sum for Delay {
    fn sum<I: Iterator<Item = Self>>(delays: I) -> Self {
        delays.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_round_to_the_nearest_nanosecond_by_their_digits() {
        for (seconds, nanoseconds) in [
            (0.1, 100_000_000),
            (0.1 + 0.2, 300_000_000),
            (2.5e-9, 2),
            (3.5e-9, 4),
            (2.500_001e-9, 3),
            (1e-12, 0),
            (4_503_599.627_370_495, 4_503_599_627_370_495),
        ] {
            assert_eq!(Delay::from_seconds(seconds), Ok(Delay(nanoseconds)), "{seconds}");
        }
    }

    #[test]
    fn what_is_no_length_is_refused() {
        assert_eq!(Delay::from_seconds(f64::NAN), Err(NotADelay::NotANumber));
        assert_eq!(Delay::from_seconds(f64::INFINITY), Err(NotADelay::TooLong));
        assert_eq!(Delay::from_seconds(-0.1), Err(NotADelay::Negative));
        assert_eq!(Delay::from_whole_seconds(i64::MAX), Err(NotADelay::TooLong));
    }
}
