//! The gamma function and its logarithm, by Lanczos' sum as CPython has it (`mathmodule.c`, `m_tgamma` and `m_lgamma`).

use super::{cos, exp, log, pow, sin};

const PI: f64 = std::f64::consts::PI;
const LOG_PI: f64 = 1.144_729_885_849_400_2;

const SHIFT: f64 = 6.024_680_040_776_73;
const SHIFT_LESS_HALF: f64 = 5.524_680_040_776_73;

/// The numerator and the denominator of the sum, the constant terms first.
#[expect(clippy::excessive_precision, reason = "as they are published")]
const TERMS: [(f64, f64); 13] = [
    (23_531_376_880.410_759_688_572_007_674_451_636_754_734_76, 0.0),
    (42_919_803_642.649_098_768_957_899_047_001_988_850_932_63, 39_916_800.0),
    (35_711_959_237.355_668_049_440_185_451_547_166_705_960_67, 120_543_840.0),
    (17_921_034_426.037_209_699_919_755_754_458_931_112_674_03, 150_917_976.0),
    (6_039_542_586.352_028_005_064_291_644_307_297_921_070_0, 105_258_076.0),
    (1_439_720_407.311_721_673_663_223_072_794_912_393_972_485, 45_995_730.0),
    (248_874_557.862_054_156_511_460_386_413_229_423_216_307_7, 13_339_535.0),
    (31_426_415.585_400_194_380_614_231_628_318_205_362_878_37, 2_637_558.0),
    (2_876_370.628_935_372_441_225_409_051_620_849_613_599_112, 357_423.0),
    (186_056.265_395_223_495_040_294_989_716_045_699_282_250_5, 32_670.0),
    (8_071.672_002_365_816_210_638_002_902_272_250_613_822, 1_925.0),
    (210.824_277_751_579_345_872_509_733_920_713_362_711_7, 66.0),
    (2.506_628_274_631_000_270_164_908_177_133_837_338_626, 1.0),
];

/// The gammas of the whole numbers up to here are exact.
const LAST_EXACT: f64 = 23.0;

fn lanczos_sum(x: f64) -> f64 {
    let add = |(above, below): (f64, f64), (more_above, more_below): &(f64, f64), step: fn(f64, f64) -> f64| {
        (step(above, x) + more_above, step(below, x) + more_below)
    };
    let (above, below) = if x < 5.0 {
        TERMS.iter().rev().fold((0.0, 0.0), |sum, terms| add(sum, terms, |sum, x| sum * x))
    } else {
        TERMS.iter().fold((0.0, 0.0), |sum, terms| add(sum, terms, |sum, x| sum / x))
    };
    above / below
}

/// `sin(pi * x)`
fn sine_of_half_turns(x: f64) -> f64 {
    let within = x.abs() % 2.0;
    let sine = match (2.0 * within).round() as u8 {
        0 => sin(PI * within),
        1 => cos(PI * (within - 0.5)),
        2 => sin(PI * (1.0 - within)),
        3 => -cos(PI * (within - 1.5)),
        _ => sin(PI * (within - 2.0)),
    };
    1.0_f64.copysign(x) * sine
}

/// The gamma function; not a number where it has no value.
#[must_use]
pub fn gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return if x == f64::NEG_INFINITY { f64::NAN } else { x };
    }
    if x == 0.0 || x < 0.0 && x == x.floor() {
        return f64::NAN;
    }
    if x == x.floor() && x <= LAST_EXACT {
        return (1..x as u32).fold(1.0, |product, factor| product * f64::from(factor));
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sine_of_half_turns(x) } else { f64::INFINITY };
    }
    let shifted = size + SHIFT_LESS_HALF;
    // What the sum has lost in rounding.
    let lost =
        if size > SHIFT_LESS_HALF { (shifted - size) - SHIFT_LESS_HALF } else { (shifted - SHIFT_LESS_HALF) - size };
    let lost = lost * SHIFT / shifted;
    if x < 0.0 {
        let result = -PI / sine_of_half_turns(size) / size * exp(shifted) / lanczos_sum(size);
        let result = result - lost * result;
        if size < 140.0 {
            return result / pow(shifted, size - 0.5);
        }
        let root = pow(shifted, size / 2.0 - 0.25);
        return result / root / root;
    }
    let result = lanczos_sum(size) / exp(shifted);
    let result = result + lost * result;
    if size < 140.0 {
        return result * pow(shifted, size - 0.5);
    }
    let root = pow(shifted, size / 2.0 - 0.25);
    result * root * root
}

/// The logarithm of the gamma function's size; infinite where that has no value.
#[must_use]
pub fn log_gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return x.abs();
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { f64::INFINITY } else { 0.0 };
    }
    let size = x.abs();
    if size < 1e-20 {
        return -log(size);
    }
    let result = log(lanczos_sum(size)) - SHIFT;
    let result = result + (size - 0.5) * (log(size + SHIFT - 0.5) - 1.0);
    if x < 0.0 { LOG_PI - log(sine_of_half_turns(size).abs()) - log(size) - result } else { result }
}
