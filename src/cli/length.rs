//! Lengths of time on the command line: a number of seconds, or one number with one unit.

use crate::units::time::{END_OF_TIME, Time};

/// Units and their nanoseconds, longer names first where one ends with another.
const UNITS: [(&str, u64); 6] = [
    ("ns", 1),
    ("us", 1_000),
    ("ms", 1_000_000),
    ("s", 1_000_000_000),
    ("m", 60_000_000_000),
    ("h", 3_600_000_000_000),
];

/// Reads `10`, `2.5s`, `250ms`: whole nanoseconds, nothing is rounded.
pub(super) fn parse(text: &str) -> Result<Time, String> {
    let (number, unit) = UNITS
        .iter()
        .find_map(|&(name, unit)| Some((text.strip_suffix(name)?, unit)).filter(|(number, _)| is_number(number)))
        .unwrap_or((text, 1_000_000_000));
    if !is_number(number) {
        return Err("a length of time is a number of seconds, or a number and a unit: 10, 2.5s, 250ms, 1h".to_owned());
    }
    let nanoseconds = scaled(number, unit).ok_or("that is finer than a nanosecond, or longer than 52 days")?;
    Ok(Time::from_nanoseconds(nanoseconds))
}

/// Digits with at most one point, which has a digit on each side.
fn is_number(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    [whole, fraction].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The number times the unit, if that is a whole number in range.
fn scaled(number: &str, unit: u64) -> Option<u64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut total = whole.parse::<u64>().ok()?.checked_mul(unit)?;
    // The fraction is taken digit by digit; units of minutes and hours divide by ten often enough.
    let mut place = unit;
    for digit in fraction.trim_end_matches('0').bytes().map(|byte| u64::from(byte - b'0')) {
        let share = u128::from(place) * u128::from(digit);
        place = if place.is_multiple_of(10) { place / 10 } else { return None };
        total = total.checked_add(u64::try_from(share / 10).ok()?)?;
    }
    (total <= END_OF_TIME.nanoseconds()).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_exactly() {
        for (text, nanoseconds) in [
            ("10", Some(10_000_000_000)),
            ("2.5s", Some(2_500_000_000)),
            ("250ms", Some(250_000_000)),
            ("0.1us", Some(100)),
            ("1.5m", Some(90_000_000_000)),
            ("1h", Some(3_600_000_000_000)),
            ("7ns", Some(7)),
            ("0.000000001", Some(1)),
            ("0.0000000010", Some(1)),
            ("0.0000000001", None),
            ("7.5ns", None),
            ("-1", None),
            ("5 s", None),
            ("1m30s", None),
            ("s", None),
            (".5", None),
            ("99999999999999999999", None),
            ("53000000000", None),
        ] {
            assert_eq!(parse(text).ok().map(Time::nanoseconds), nanoseconds, "{text}");
        }
    }
}
