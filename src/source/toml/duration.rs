//! One number with one unit: `250ms`.

use crate::script::ExpressionKind;
use crate::units::Time;
use crate::units::time::{Delay, NotADelay};

/// A constant number of seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Seconds {
    /// Without a fraction.
    Whole(i64),
    /// Any other.
    Fractional(f64),
}

/// What a text in a duration's place turns out to be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DurationText {
    /// A number with a unit.
    Length(Seconds),
    /// A number with something that is no unit behind it, or a sum; with what could be written instead, if that is clear.
    NearMiss(Option<String>),
    /// No number with letters behind it: an expression.
    Other,
}

/// The units: name, factor, and the power of ten to multiply by.
const UNITS: [(&str, u128, i32); 6] =
    [("ns", 1, -9), ("us", 1, -6), ("ms", 1, -3), ("s", 1, 0), ("m", 60, 0), ("h", 3600, 0)];

/// Other ways to write a unit.
const SYNONYMS: [(&str, &str); 22] = [
    ("nanosecond", "ns"),
    ("nanoseconds", "ns"),
    ("nsec", "ns"),
    ("µs", "us"),
    ("μs", "us"),
    ("microsecond", "us"),
    ("microseconds", "us"),
    ("usec", "us"),
    ("millisecond", "ms"),
    ("milliseconds", "ms"),
    ("msec", "ms"),
    ("millis", "ms"),
    ("second", "s"),
    ("seconds", "s"),
    ("sec", "s"),
    ("secs", "s"),
    ("minute", "m"),
    ("minutes", "m"),
    ("min", "m"),
    ("mins", "m"),
    ("hour", "h"),
    ("hours", "h"),
];

/// Words of Python that may stand behind a number.
const OPERATORS: [&str; 8] = ["if", "or", "and", "in", "is", "not", "else", "for"];

/// Reads a text that stands where a duration is wanted.
pub(crate) fn read(text: &str) -> DurationText {
    let text = text.trim();
    let Some((number, rest)) = split_number(text) else { return DurationText::Other };
    let unit = rest.trim_start();
    if let Some((_, factor, power)) = UNITS.iter().find(|(name, _, _)| *name == rest) {
        return match seconds(number, *factor, *power) {
            Some(seconds) => DurationText::Length(seconds),
            None => DurationText::NearMiss(None),
        };
    }
    let word: String = unit.chars().take_while(|character| character.is_alphabetic()).collect();
    let behind = unit[word.len()..].trim_start();
    if word.is_empty() || OPERATORS.contains(&word.as_str()) || !(behind.is_empty() || starts_with_digit(behind)) {
        return DurationText::Other;
    }
    if behind.is_empty() {
        DurationText::NearMiss(suggestion(number, &word))
    } else {
        DurationText::NearMiss(sum(text))
    }
}

/// The number with the unit that was meant.
fn suggestion(number: &str, word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    let unit = UNITS.iter().map(|(name, _, _)| (*name, *name)).chain(SYNONYMS).find(|(name, _)| *name == lower)?.1;
    Some(format!("{number}{unit}"))
}

/// A sum such as `1m30s` as one number of seconds.
fn sum(text: &str) -> Option<String> {
    let mut rest = text;
    let mut total = Time::ZERO;
    while !rest.is_empty() {
        let (number, behind) = split_number(rest)?;
        let behind = behind.trim_start();
        let length = behind.find(|character: char| !character.is_alphabetic()).unwrap_or(behind.len());
        let written = suggestion(number, &behind[..length])?;
        let DurationText::Length(seconds) = read(&written) else { return None };
        total = total.checked_add(seconds.delay().ok()?)?;
        rest = behind[length..].trim_start();
    }
    Some(format!("{}s", total.seconds()))
}

/// Splits a number from what stands behind it.
fn split_number(text: &str) -> Option<(&str, &str)> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !starts_with_digit(unsigned) && !unsigned.strip_prefix('.').is_some_and(starts_with_digit) {
        return None;
    }
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_').len();
    let mut length = text.len() - unsigned.len();
    length += digits(&text[length..]);
    if text[length..].starts_with('.') {
        length += 1 + digits(&text[length + 1..]);
    }
    if let Some(exponent) = text[length..].strip_prefix(['e', 'E']) {
        let signed = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        if starts_with_digit(signed) {
            length = text.len() - signed.len() + digits(signed);
        }
    }
    Some(text.split_at(length))
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|character: char| character.is_ascii_digit())
}

/// The seconds in `number` units of `factor` · 10^`power` seconds, exact to the last decimal; `None` when it is absurdly long.
fn seconds(number: &str, factor: u128, power: i32) -> Option<Seconds> {
    let digits = number.replace('_', "");
    let (mantissa, exponent) = digits.split_once(['e', 'E']).unwrap_or((&digits, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole.trim_start_matches('+')), |rest| ("-", rest));
    let scaled = format!("{whole}{fraction}").parse::<u128>().ok()?.checked_mul(factor)?;
    let decimals = i32::try_from(fraction.len()).ok()?;
    let exponent = exponent.parse::<i32>().ok()?.checked_sub(decimals)?.checked_add(power)?;
    let value: f64 = format!("{sign}{scaled}e{exponent}").parse().ok()?;
    let is_whole = value.fract() == 0.0 && value.abs() < 1e15;
    Some(if is_whole { Seconds::Whole(value as i64) } else { Seconds::Fractional(value) })
}

impl Seconds {
    /// As a length of time.
    ///
    /// # Errors
    /// When it is none.
    pub(crate) fn delay(self) -> Result<Delay, NotADelay> {
        match self {
            Self::Whole(seconds) => Delay::from_whole_seconds(seconds),
            Self::Fractional(seconds) => Delay::from_seconds(seconds),
        }
    }

    /// As Python would have it.
    pub(crate) fn literal(self) -> ExpressionKind {
        match self {
            Self::Whole(seconds) => ExpressionKind::Int(seconds),
            Self::Fractional(seconds) => ExpressionKind::Float(seconds),
        }
    }

    /// The number alone, for hints.
    pub(crate) fn text(self) -> String {
        match self {
            Self::Whole(seconds) => seconds.to_string(),
            Self::Fractional(seconds) => seconds.to_string(),
        }
    }
}
