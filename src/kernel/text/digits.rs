//! The decimal digits of floats: shortest, or rounded to so many places. Exact, ties to even, the same on every machine.

/// No float has more digits than this behind its point, nor more that are not zero.
const MOST_DIGITS: usize = 1100;

/// With fewer digits than this the shortest text is the nearest one alone.
const TIES_FROM: usize = 15;

/// The digits of a finite float that is not negative, so that it is `d.ddd… × 10^exponent`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scientific {
    /// The digits without their point, at least one.
    pub digits: String,
    /// The power of ten of the first digit.
    pub exponent: i32,
}

fn parse(text: &str) -> Scientific {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    Scientific { digits: mantissa.replace('.', ""), exponent: exponent.parse().unwrap_or(0) }
}

/// The fewest digits that lead back to the same float.
#[must_use]
pub fn shortest(number: f64) -> Scientific {
    let shortest = parse(&format!("{number:e}"));
    if shortest.digits.len() < TIES_FROM {
        return shortest;
    }
    // Where two equally short texts are equally near, the even one is taken.
    let even = rounded(number, shortest.digits.len() - 1);
    let text = format!("{}e{}", even.digits, even.exponent + 1 - even.digits.len() as i32);
    if text.parse() == Ok(number) { even } else { shortest }
}

/// So many digits behind the first.
#[must_use]
pub fn rounded(number: f64, places: usize) -> Scientific {
    let mut scientific = parse(&format!("{number:.*e}", places.min(MOST_DIGITS)));
    pad(&mut scientific.digits, places.saturating_sub(MOST_DIGITS));
    scientific
}

/// `123.450`: so many places behind the point; no point where there are none.
#[must_use]
pub fn fixed(number: f64, places: usize) -> String {
    let mut text = format!("{number:.*}", places.min(MOST_DIGITS));
    pad(&mut text, places.saturating_sub(MOST_DIGITS));
    text
}

fn pad(text: &mut String, zeros: usize) {
    text.extend(std::iter::repeat_n('0', zeros));
}

impl Scientific {
    /// `1.25e+16`, with at least two digits of exponent.
    #[must_use]
    pub fn with_exponent(&self, keep_point: bool) -> String {
        let (first, rest) = self.digits.split_at(1);
        let point = if rest.is_empty() && !keep_point { "" } else { "." };
        let sign = if self.exponent < 0 { '-' } else { '+' };
        format!("{first}{point}{rest}e{sign}{:02}", self.exponent.unsigned_abs())
    }

    /// `1250.0`, `0.00125`: the same digits with the point in its place, and zeros up to it.
    #[must_use]
    pub fn plain(&self) -> String {
        let Ok(before) = usize::try_from(self.exponent + 1) else {
            return format!("0.{}{}", "0".repeat(self.exponent.unsigned_abs() as usize - 1), self.digits);
        };
        if before == 0 {
            format!("0.{}", self.digits)
        } else if before >= self.digits.len() {
            format!("{}{}", self.digits, "0".repeat(before - self.digits.len()))
        } else {
            format!("{}.{}", &self.digits[..before], &self.digits[before..])
        }
    }

    /// Takes the zeros at the end away, all but the first digit.
    pub fn trim(&mut self) {
        let kept = self.digits.trim_end_matches('0').len().max(1);
        self.digits.truncate(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_exact_and_ties_go_to_even() {
        for (number, places, text) in [
            (0.5, 0, "0"),
            (1.5, 0, "2"),
            (2.5, 0, "2"),
            (0.125, 2, "0.12"),
            (2.675, 2, "2.67"),
            (1e22, 1, "10000000000000000000000.0"),
        ] {
            assert_eq!(fixed(number, places), text, "{number}");
        }
        assert_eq!(rounded(2.5, 0).digits, "2");
        assert_eq!(fixed(0.5, 5000).len(), 5002);
    }
}
