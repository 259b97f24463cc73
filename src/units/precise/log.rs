//! Logarithms as pairs of floats: the exponent of two, the nearest of a few centres, and a short series for the rest.
//!
//! The natural one is first tried with about 65 bits: all but one of some hundred numbers are rounded the same way by those
//! (Ziv, "Fast evaluation of elementary mathematical functions with correctly rounded last bit", 1991).

use super::{Pair, quick_sum, sum};

/// Centres lie a sixteenth apart.
const CENTRES_PER_UNIT: f64 = 16.0;

/// The first centre, in sixteenths.
const FIRST_CENTRE: usize = 11;

/// The logarithms of the centres from 11/16 to 23/16.
const CENTRES: [Pair; 13] = centres();

/// The coefficients 1/1, 1/3, 1/5 … of the series of the inverse hyperbolic tangent.
const COEFFICIENTS: [Pair; 23] = coefficients();

/// Of a number near its centre so many terms are needed as pairs, and so many more as floats: their squares are below 2⁻¹⁰.
const PAIR_TERMS: usize = 6;
const TERMS: usize = 11;

const fn coefficients() -> [Pair; 23] {
    let mut coefficients = [Pair::ZERO; 23];
    let mut term = 0;
    while term < coefficients.len() {
        coefficients[term] = Pair::new(1.0).over(Pair::new((2 * term + 1) as f64));
        term += 1;
    }
    coefficients
}

const fn centres() -> [Pair; 13] {
    let mut centres = [Pair::ZERO; 13];
    let mut place = 0;
    while place < centres.len() {
        let centre = (place + FIRST_CENTRE) as f64 / CENTRES_PER_UNIT;
        // ln c = 2 artanh((c - 1) / (c + 1))
        centres[place] = twice_artanh(Pair::new(centre - 1.0).over(sum(centre, 1.0)));
        place += 1;
    }
    centres
}

/// The whole series.
const fn twice_artanh(ratio: Pair) -> Pair {
    let square = ratio.times(ratio);
    let mut series = Pair::ZERO;
    let mut term = COEFFICIENTS.len();
    while term > 0 {
        term -= 1;
        series = series.times(square).plus(COEFFICIENTS[term]);
    }
    ratio.times(series).scaled(2.0)
}

/// The logarithm of a normal or subnormal number above zero, as the exponent of two and the logarithm of the rest.
pub(super) fn log_parts(number: f64) -> (f64, Pair) {
    let (mut rest, mut exponent) = libm::frexp(number);
    if rest < std::f64::consts::FRAC_1_SQRT_2 {
        rest *= 2.0;
        exponent -= 1;
    }
    let nearest = (rest * CENTRES_PER_UNIT).round_ties_even();
    let centre = nearest / CENTRES_PER_UNIT;
    // ln m = ln c + 2 artanh((m - c) / (m + c)), by its series, from its smallest term on.
    let ratio = Pair::new(rest - centre).over(sum(rest, centre));
    let square = ratio.times(ratio);
    let mut tail = 0.0;
    for coefficient in COEFFICIENTS[PAIR_TERMS..TERMS].iter().rev() {
        tail = tail * square.high + coefficient.high;
    }
    let mut series = Pair::new(tail);
    for coefficient in COEFFICIENTS[..PAIR_TERMS].iter().rev() {
        series = series.times(square).plus(*coefficient);
    }
    let rest = ratio.times(series).scaled(2.0);
    (f64::from(exponent), CENTRES[nearest as usize - FIRST_CENTRE].plus(rest))
}

/// For a first try numbers are told apart by seven bits behind the leading one.
const CELLS: usize = 128;
const CELL_SHIFT: u32 = 52 - 7;

/// The bits of 11/16: what a first try scales lies from there to twice that, so that no exponent of two cancels its logarithm.
const LEAST_BITS: u64 = 0x3fe6_0000_0000_0000;

/// Of each cell a number of nine bits near the reciprocal of its middle, and minus the logarithm of that.
static RECIPROCALS: [(f64, Pair); CELLS] = reciprocals();

const fn reciprocals() -> [(f64, Pair); CELLS] {
    let mut reciprocals = [(1.0, Pair::ZERO); CELLS];
    let mut cell = 0;
    while cell < reciprocals.len() {
        let first = LEAST_BITS + ((cell as u64) << CELL_SHIFT);
        let (start, end) = (f64::from_bits(first), f64::from_bits(first + (1 << CELL_SHIFT)));
        // On both sides of 1 the logarithm is that of the rest alone, and keeps its precision.
        if start != 1.0 && end != 1.0 {
            let reciprocal = (256.0 / start.midpoint(end)).round_ties_even() / 256.0;
            reciprocals[cell] = (reciprocal, twice_artanh(Pair::new(1.0 - reciprocal).over(sum(1.0, reciprocal))));
        }
        cell += 1;
    }
    reciprocals
}

/// ln 2 in two parts; the first has zeros at its end, so that its multiples are exact.
const LN_2: [f64; 2] = [0.693_147_180_559_890_3, 5.497_923_018_708_371e-14];

/// A first try is wrong by less than this part of itself: 2⁻⁶².
const DOUBT: f64 = 2.168_404_344_971_009e-19;

/// The square of a number, by its upper half and the rest.
#[inline]
fn square(number: f64) -> Pair {
    let upper = f64::from_bits(number.to_bits() & !0x7ff_ffff);
    let rest = number - upper;
    let high = number * number;
    Pair { high, low: ((upper * upper - high) + 2.0 * upper * rest) + rest * rest }
}

/// The natural logarithm of a normal number above zero, rounded correctly; `None` for the few that need more bits.
#[inline]
pub(super) fn first_try(number: f64) -> Option<f64> {
    let bits = number.to_bits().wrapping_sub(LEAST_BITS);
    let twos = bits.cast_signed() >> 52;
    let scaled = number.to_bits().wrapping_sub((twos << 52).cast_unsigned());
    let (reciprocal, log_of_cell) = RECIPROCALS[(bits >> CELL_SHIFT) as usize % CELLS];
    // number = 2^twos (1 + rest) / reciprocal, with a rest below 2⁻⁷; the products of both parts of the number are exact, and so is
    // the sum where the first is the smaller one.
    let high = f64::from_bits(scaled & !0x1ff);
    let rest = quick_sum(high * reciprocal - 1.0, (f64::from_bits(scaled) - high) * reciprocal);
    // ln(1 + r) = r - r²/2 + r³ (1/3 - r/4 + …)
    let r = rest.high;
    let square = square(r);
    let even = -1.0 / 4.0 + square.high * (-1.0 / 6.0 + square.high * (-1.0 / 8.0 + square.high * (-1.0 / 10.0)));
    let odd = 1.0 / 3.0 + square.high * (1.0 / 5.0 + square.high * (1.0 / 7.0 + square.high * (1.0 / 9.0)));
    let tail = r * square.high * (odd + r * even);
    let twos = twos as f64;
    // Each is larger than what is added to it, or zero.
    let first = quick_sum(twos * LN_2[0], log_of_cell.high);
    let second = quick_sum(first.high, r);
    let third = quick_sum(second.high, -0.5 * square.high);
    let low = (twos * LN_2[1] + log_of_cell.low) + (first.low + rest.low) + (second.low + third.low);
    let low = low + (tail - 0.5 * square.low - r * rest.low);
    let result = quick_sum(third.high, low);
    let doubt = DOUBT * result.high;
    let [above, below] = [result.high + (result.low + doubt), result.high + (result.low - doubt)];
    (above == below).then_some(above)
}

#[cfg(test)]
mod tests {
    use super::super::{has_logarithm, log_pair};
    use super::first_try;

    #[test]
    fn a_first_try_says_what_more_bits_say_or_nothing() {
        let mut doubted = 0;
        let mut bits = 0x9e37_79b9_7f4a_7c15_u64;
        let tries = 200_000;
        for count in 0..tries {
            // xorshift: numbers of all sizes, half of them near 1.
            bits ^= bits << 13;
            bits ^= bits >> 7;
            bits ^= bits << 17;
            let near_one = f64::from_bits(0x3fe0_0000_0000_0000 + (bits >> 11 >> (count % 40)));
            let any = f64::from_bits(bits >> 1);
            for number in [near_one, any] {
                if has_logarithm(number) && number.is_normal() {
                    match first_try(number) {
                        Some(log) => assert_eq!(log.to_bits(), log_pair(number).high.to_bits(), "ln {number:e}"),
                        None => doubted += 1,
                    }
                }
            }
        }
        assert!(doubted < tries / 50, "{doubted} of {tries} need a second try");
    }
}
