//! Logarithms as pairs of floats: the exponent of two, the nearest of a few centres, and a short series for the rest.

use super::Pair;
use super::sum;

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
        // The whole series: ln c = 2 artanh((c - 1) / (c + 1)).
        let ratio = Pair::new(centre - 1.0).over(sum(centre, 1.0));
        let square = ratio.times(ratio);
        let mut series = Pair::ZERO;
        let mut term = COEFFICIENTS.len();
        while term > 0 {
            term -= 1;
            series = series.times(square).plus(COEFFICIENTS[term]);
        }
        centres[place] = ratio.times(series).scaled(2.0);
        place += 1;
    }
    centres
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
