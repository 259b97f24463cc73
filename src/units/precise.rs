//! Exponentials, logarithms, powers and sines, rounded correctly: the same last bit on every machine.
//!
//! The machine's own library differs from one system to the next. Here numbers are pairs of floats with about 104 bits, so that
//! the float next to the true result comes out; a good C library has the same one in all but one case of a thousand.

mod gamma;
mod log;

pub use gamma::{gamma, log_gamma};
use log::log_parts;

/// A number as an unevaluated sum: `high` is the float next to it, `low` the rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The float next to the number.
    pub high: f64,
    /// What is missing to it.
    pub low: f64,
}

const LN_2: Pair = Pair { high: std::f64::consts::LN_2, low: 2.319_046_813_846_299_6e-17 };

/// π/2 in three parts.
const HALF_PI: [f64; 3] = [std::f64::consts::FRAC_PI_2, 6.123_233_995_736_766e-17, -1.497_384_904_859_183_3e-33];

/// Splits a float into two halves whose products are exact: 2²⁷ + 1.
const SPLITTER: f64 = 134_217_729.0;

/// Above this magnitude splitting would overflow.
const LARGEST_SPLIT: f64 = 1e300;

/// Above this magnitude angles are left to `libm`.
const LARGEST_ANGLE: f64 = 1e6;

/// The sum of two floats, exactly.
#[inline]
const fn sum(left: f64, right: f64) -> Pair {
    let high = left + right;
    let second = high - left;
    Pair { high, low: (left - (high - second)) + (right - second) }
}

/// The sum of two floats, exactly, where the first is the larger one.
#[inline]
const fn quick_sum(large: f64, small: f64) -> Pair {
    let high = large + small;
    Pair { high, low: small - (high - large) }
}

const fn split(number: f64) -> (f64, f64) {
    let scaled = SPLITTER * number;
    let high = scaled - (scaled - number);
    (high, number - high)
}

/// The product of two floats, exactly.
#[inline]
const fn product(left: f64, right: f64) -> Pair {
    let high = left * right;
    let (left_high, left_low) = split(left);
    let (right_high, right_low) = split(right);
    let low = ((left_high * right_high - high) + left_high * right_low + left_low * right_high) + left_low * right_low;
    Pair { high, low }
}

impl Pair {
    /// Nothing.
    pub const ZERO: Self = Self::new(0.0);

    /// A float as a pair.
    #[must_use]
    pub const fn new(number: f64) -> Self {
        Self { high: number, low: 0.0 }
    }

    /// The sum.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        let first = sum(self.high, other.high);
        let second = sum(self.low, other.low);
        let middle = quick_sum(first.high, first.low + second.high);
        quick_sum(middle.high, middle.low + second.low)
    }

    /// The product.
    #[must_use]
    pub const fn times(self, other: Self) -> Self {
        let whole = product(self.high, other.high);
        quick_sum(whole.high, whole.low + (self.high * other.low + self.low * other.high))
    }

    /// The quotient.
    #[must_use]
    pub const fn over(self, other: Self) -> Self {
        let first = self.high / other.high;
        let rest = self.plus(other.times(Self::new(-first)));
        let second = rest.high / other.high;
        let rest = rest.plus(other.times(Self::new(-second)));
        let third = rest.high / other.high;
        let sum = quick_sum(first, second);
        quick_sum(sum.high, sum.low + third)
    }

    /// The product with a power of two, which is exact.
    const fn scaled(self, by: f64) -> Self {
        Self { high: self.high * by, low: self.low * by }
    }

    /// The square root of a number above zero.
    #[must_use]
    pub fn root(self) -> Self {
        let root = self.high.sqrt();
        let rest = self.plus(product(root, -root));
        quick_sum(root, rest.high / (2.0 * root))
    }
}

fn log_pair(number: f64) -> Pair {
    let (exponent, rest) = log_parts(number);
    LN_2.times(Pair::new(exponent)).plus(rest)
}

const fn has_logarithm(number: f64) -> bool {
    number > 0.0 && number.is_finite()
}

/// The natural logarithm.
#[must_use]
pub fn log(number: f64) -> f64 {
    if !has_logarithm(number) {
        return libm::log(number);
    }
    let quick = if number.is_normal() { log::first_try(number) } else { None };
    quick.unwrap_or_else(|| log_pair(number).high)
}

/// The logarithm to the base 2; exact for powers of two.
#[must_use]
pub fn log2(number: f64) -> f64 {
    if !has_logarithm(number) {
        return libm::log2(number);
    }
    let (exponent, rest) = log_parts(number);
    Pair::new(exponent).plus(rest.over(LN_2)).high
}

/// The angle whose tangent is `above / right`, by its quarter.
#[must_use]
pub fn atan2(above: f64, right: f64) -> f64 {
    let rough = libm::atan2(above, right);
    if !is_ordinary_angle(rough) || !is_ordinary(above) || !is_ordinary(right) {
        return rough;
    }
    // One step of Newton's: what is missing to the rough angle is the sine of the difference.
    let scale = libm::ldexp(1.0, -libm::frexp(above.abs().max(right.abs())).1);
    let (above, right) = (Pair::new(above * scale), Pair::new(right * scale));
    let (sine, cosine) = circle(rough);
    let missing = above.times(cosine).plus(right.times(sine).scaled(-1.0));
    let length = right.times(cosine).plus(above.times(sine));
    Pair::new(rough).plus(missing.over(length)).high
}

/// The angle with this tangent.
#[must_use]
pub fn atan(tangent: f64) -> f64 {
    atan2(tangent, 1.0)
}

/// The angle with this sine.
#[must_use]
pub fn asin(sine: f64) -> f64 {
    let rough = libm::asin(sine);
    if !is_ordinary_angle(rough) || sine.abs() == 1.0 {
        return rough;
    }
    let (near, cosine) = circle(rough);
    Pair::new(rough).plus(Pair::new(sine).plus(near.scaled(-1.0)).over(cosine)).high
}

/// The angle with this cosine.
#[must_use]
pub fn acos(cosine: f64) -> f64 {
    let rough = libm::acos(cosine);
    if !is_ordinary_angle(rough) || cosine.abs() == 1.0 {
        return rough;
    }
    let (sine, near) = circle(rough);
    Pair::new(rough).plus(near.plus(Pair::new(-cosine)).over(sine)).high
}

fn is_ordinary_angle(angle: f64) -> bool {
    angle.is_finite() && is_small_angle(angle)
}

/// The logarithm to the base 10, in the few steps that C libraries take for it, each rounded: CPython's digits are theirs.
#[must_use]
pub fn log10(number: f64) -> f64 {
    /// log₁₀ 2 in two parts; the first has zeros at its end, so that its multiples are exact.
    const LOG10_2: (f64, f64) = (0.301_029_995_663_611_77, 3.694_239_077_158_931e-13);
    if !has_logarithm(number) {
        return libm::log10(number);
    }
    let (rest, exponent) = libm::frexp(number);
    let (exponent, rest) = if exponent < 1 { (exponent, rest) } else { (exponent - 1, rest * 2.0) };
    let twos = f64::from(exponent);
    (twos * LOG10_2.1 + std::f64::consts::LOG10_E * log(rest)) + twos * LOG10_2.0
}

/// Halved so often before its series, and squared again after it, an exponential needs few terms.
const EXP_HALVINGS: i32 = 9;

/// How many terms the series of an exponential needs.
const EXP_TERMS: u32 = 9;

/// e to the power of a pair that neither overflows nor vanishes.
fn exp_pair(power: Pair) -> f64 {
    let twos = (power.high / LN_2.high).round_ties_even();
    let rest = power.plus(LN_2.times(Pair::new(-twos))).scaled(libm::ldexp(1.0, -EXP_HALVINGS));
    // e^r - 1 = r (1 + r/2 (1 + r/3 (1 + …))), from the inside.
    let mut series = Pair::new(1.0);
    for term in (2..=EXP_TERMS).rev() {
        series = rest.times(series).over(Pair::new(f64::from(term))).plus(Pair::new(1.0));
    }
    let mut less_one = rest.times(series);
    for _ in 0..EXP_HALVINGS {
        // (1 + x)² - 1 = 2x + x²
        less_one = less_one.scaled(2.0).plus(less_one.times(less_one));
    }
    libm::ldexp(less_one.plus(Pair::new(1.0)).high, twos as i32)
}

/// Whether a first result is so ordinary that it can be made precise.
fn is_ordinary(result: f64) -> bool {
    (f64::MIN_POSITIVE * 2.0..LARGEST_SPLIT).contains(&result.abs())
}

/// The exponential.
#[must_use]
pub fn exp(power: f64) -> f64 {
    let rough = libm::exp(power);
    if is_ordinary(rough) { exp_pair(Pair::new(power)) } else { rough }
}

/// Whole powers up to this one are products.
const MOST_FACTORS: f64 = 64.0;

/// `base` to the power of `exponent`.
#[must_use]
pub fn pow(base: f64, exponent: f64) -> f64 {
    let rough = libm::pow(base, exponent);
    let magnitude = base.abs();
    if !is_ordinary(rough) || !is_ordinary(magnitude) || magnitude == 1.0 || exponent == 0.0 {
        return rough;
    }
    let precise = if exponent.fract() == 0.0 && exponent.abs() <= MOST_FACTORS {
        whole_power(magnitude, exponent.abs() as u32, exponent < 0.0)
    } else {
        exp_pair(log_pair(magnitude).times(Pair::new(exponent)))
    };
    precise.copysign(rough)
}

/// A product of equal factors, exact as long as it has no more than a pair's bits, so that ties are seen.
fn whole_power(base: f64, mut factors: u32, is_inverse: bool) -> f64 {
    let mut result = Pair::new(1.0);
    let mut square = Pair::new(base);
    while factors > 0 {
        if factors & 1 == 1 {
            result = result.times(square);
        }
        factors >>= 1;
        if factors > 0 {
            square = square.times(square);
        }
    }
    if is_inverse { Pair::new(1.0).over(result).high } else { result.high }
}

/// How many terms the series of a sine or cosine needs.
const SINE_TERMS: u32 = 14;

/// Sine and cosine of an angle of at most π/4: each by its series, from its smallest term on.
fn sine_and_cosine(angle: Pair) -> (Pair, Pair) {
    let square = angle.times(angle).scaled(-1.0);
    let (mut sine, mut cosine) = (Pair::new(1.0), Pair::new(1.0));
    for term in (1..=SINE_TERMS).rev() {
        let (before, last) = (f64::from(2 * term), f64::from(2 * term + 1));
        sine = sine.times(square).over(Pair::new(before * last)).plus(Pair::new(1.0));
        cosine = cosine.times(square).over(Pair::new((before - 1.0) * before)).plus(Pair::new(1.0));
    }
    (angle.times(sine), cosine)
}

/// Sine and cosine of any angle that is not too large to know its quarter.
fn circle(angle: f64) -> (Pair, Pair) {
    let quarters = (angle / HALF_PI[0]).round_ties_even();
    let mut rest = Pair::new(angle);
    for part in HALF_PI {
        rest = rest.plus(product(-quarters, part));
    }
    let (sine, cosine) = sine_and_cosine(rest);
    match (quarters as i64).rem_euclid(4) {
        0 => (sine, cosine),
        1 => (cosine, sine.scaled(-1.0)),
        2 => (sine.scaled(-1.0), cosine.scaled(-1.0)),
        _ => (cosine.scaled(-1.0), sine),
    }
}

fn is_small_angle(angle: f64) -> bool {
    (1e-150..LARGEST_ANGLE).contains(&angle.abs())
}

/// The sine.
#[must_use]
pub fn sin(angle: f64) -> f64 {
    if is_small_angle(angle) { circle(angle).0.high } else { libm::sin(angle) }
}

/// The cosine.
#[must_use]
pub fn cos(angle: f64) -> f64 {
    if is_small_angle(angle) { circle(angle).1.high } else { libm::cos(angle) }
}

/// The tangent.
#[must_use]
pub fn tan(angle: f64) -> f64 {
    if !is_small_angle(angle) {
        return libm::tan(angle);
    }
    let (sine, cosine) = circle(angle);
    sine.over(cosine).high
}

/// The length of a vector.
#[must_use]
pub fn hypotenuse(numbers: &[f64]) -> f64 {
    let largest = numbers.iter().fold(0f64, |largest, number| largest.max(number.abs()));
    if numbers.iter().any(|number| number.is_infinite()) {
        return f64::INFINITY;
    }
    if numbers.iter().any(|number| number.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 {
        return 0.0;
    }
    // By a power of two, so that squares neither overflow nor vanish.
    let exponent = libm::frexp(largest).1;
    let squares = numbers.iter().map(|&number| {
        let scaled = libm::ldexp(number, -exponent);
        product(scaled, scaled)
    });
    libm::ldexp(squares.fold(Pair::ZERO, Pair::plus).root().high, exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each beside the float next to the true value, computed with forty decimal digits.
    #[test]
    fn the_nearest_float_comes_out() {
        for (name, found, nearest) in [
            ("exp(1)", exp(1.0), std::f64::consts::E),
            ("exp(-700)", exp(-700.0), 9.859_676_543_759_77e-305),
            ("log(10)", log(10.0), std::f64::consts::LN_10),
            ("log(5e-324)", log(5e-324), -744.440_071_921_381_2),
            ("log2(8)", log2(8.0), 3.0),
            ("log10(1000)", log10(1000.0), 3.0),
            ("2 ** 0.5", pow(2.0, 0.5), std::f64::consts::SQRT_2),
            ("4 ** 0.5", pow(4.0, 0.5), 2.0),
            ("(-3) ** 3", pow(-3.0, 3.0), -27.0),
            ("1.1 ** 100", pow(1.1, 100.0), 13_780.612_339_822_38),
            ("sin(1)", sin(1.0), 0.841_470_984_807_896_5),
            ("cos(1)", cos(1.0), 0.540_302_305_868_139_8),
            ("sin(π)", sin(std::f64::consts::PI), 1.224_646_799_147_353_2e-16),
            ("tan(1)", tan(1.0), 1.557_407_724_654_902_3),
            ("hypot(1, 1, 1)", hypotenuse(&[1.0, 1.0, 1.0]), 1.732_050_807_568_877_2),
        ] {
            assert_eq!(found, nearest, "{name}");
        }
    }
}
