//! The distributions of `Lib/random.py` that have more to them than one operator. Logarithms and their kin are rounded
//! correctly (`units::precise`), as a good C library has them.

use std::f64::consts::{E, PI, TAU};

use crate::units::precise;

use super::Generator;

/// `4 * exp(-0.5) / sqrt(2.0)`
const NV_MAGICCONST: f64 = 1.715_527_769_921_413_5;
/// `log(4.0)`
const LOG4: f64 = 1.386_294_361_119_890_6;
/// `1.0 + log(4.5)`
const SG_MAGICCONST: f64 = 2.504_077_396_776_274;

/// A number that is found by trying is found long before so many tries, if at all.
const MOST_TRIES: u32 = 1 << 20;

/// Why there is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A parameter is outside of its range; the message.
    Parameter(&'static str),
    /// 0 to the power of a negative number.
    ZeroPower,
    /// A power is too large.
    Overflow,
    /// No try ever succeeds: CPython goes on for ever.
    Endless,
}

impl Generator {
    /// `gauss`, for mu = 0 and sigma = 1.
    pub fn gauss(&mut self) -> f64 {
        if let Some(next) = self.next_gauss.take() {
            return next;
        }
        let angle = self.random() * TAU;
        let radius = (-2.0 * precise::log(1.0 - self.random())).sqrt();
        self.next_gauss = Some(precise::sin(angle) * radius);
        precise::cos(angle) * radius
    }

    /// `normalvariate`, for mu = 0 and sigma = 1.
    pub fn normalvariate(&mut self) -> f64 {
        loop {
            let first = self.random();
            let second = 1.0 - self.random();
            let number = NV_MAGICCONST * (first - 0.5) / second;
            if number * number / 4.0 <= -precise::log(second) {
                return number;
            }
        }
    }

    /// `expovariate`, for lambd = 1; not yet divided by it.
    pub fn expovariate(&mut self) -> f64 {
        -precise::log(1.0 - self.random())
    }

    /// `binomialvariate`: how many of so many trials succeed.
    ///
    /// # Errors
    /// Where a parameter is out of its range.
    pub fn binomialvariate(&mut self, trials: i64, chance: f64) -> Result<i64, Unfit> {
        if trials < 0 {
            return Err(Unfit::Parameter("n must be non-negative"));
        }
        match chance {
            0.0 => return Ok(0),
            1.0 => return Ok(trials),
            _ if !(chance > 0.0 && chance < 1.0) => {
                return Err(Unfit::Parameter("p must be in the range 0.0 <= p <= 1.0"));
            }
            _ => {}
        }
        if trials == 1 {
            return Ok(i64::from(self.random() < chance));
        }
        if chance > 0.5 {
            return Ok(trials - self.successes(trials, 1.0 - chance));
        }
        Ok(self.successes(trials, chance))
    }

    /// The same of a chance of at most a half.
    fn successes(&mut self, trials: i64, chance: f64) -> i64 {
        if trials as f64 * chance < 10.0 {
            self.few_successes(trials, chance)
        } else {
            self.many_successes(trials, chance)
        }
    }

    /// Devroye's geometric method.
    fn few_successes(&mut self, trials: i64, chance: f64) -> i64 {
        let scale = precise::log2(1.0 - chance);
        let (mut successes, mut trial) = (0, 0_i64);
        if scale == 0.0 {
            return successes;
        }
        loop {
            let passed = (precise::log2(self.random()) / scale).floor() as i64;
            trial = trial.saturating_add(passed).saturating_add(1);
            if trial > trials {
                return successes;
            }
            successes += 1;
        }
    }

    /// Hörmann's transformed rejection with squeeze.
    fn many_successes(&mut self, trials: i64, chance: f64) -> i64 {
        let count = trials as f64;
        let deviation = (count * chance * (1.0 - chance)).sqrt();
        let b = 1.15 + 2.53 * deviation;
        let a = -0.0873 + 0.0248 * b + 0.01 * chance;
        let c = count * chance + 0.5;
        let squeeze = 0.92 - 4.2 / b;
        loop {
            let first = self.random() - 0.5;
            let left = 0.5 - first.abs();
            let found = ((2.0 * a / left + b) * first + c).floor();
            if found < 0.0 || found > count {
                continue;
            }
            let second = self.random();
            if left >= 0.07 && second <= squeeze {
                return found as i64;
            }
            let alpha = (2.83 + 5.1 / b) * deviation;
            let odds = precise::log(chance / (1.0 - chance));
            let mode = ((count + 1.0) * chance).floor();
            let height = precise::log_gamma(mode + 1.0) + precise::log_gamma(count - mode + 1.0);
            let second = second * (alpha / (a / (left * left) + b));
            let bound = height - precise::log_gamma(found + 1.0) - precise::log_gamma(count - found + 1.0)
                + (found - mode) * odds;
            if precise::log(second) <= bound {
                return found as i64;
            }
        }
    }

    /// `vonmisesvariate`
    ///
    /// # Errors
    /// [`Unfit::Endless`] for a kappa that is not a number.
    pub fn vonmisesvariate(&mut self, mu: f64, kappa: f64) -> Result<f64, Unfit> {
        if kappa <= 1e-6 {
            return Ok(TAU * self.random());
        }
        let half = 0.5 / kappa;
        let radius = half + (1.0 + half * half).sqrt();
        for _ in 0..MOST_TRIES {
            let cosine = precise::cos(PI * self.random());
            let distance = cosine / (radius + cosine);
            let chance = self.random();
            if chance < 1.0 - distance * distance || chance <= (1.0 - distance) * precise::exp(distance) {
                let inverse = 1.0 / radius;
                let angle = precise::acos((inverse + cosine) / (1.0 + inverse * cosine));
                let theta = if self.random() > 0.5 { mu + angle } else { mu - angle };
                return Ok(around(theta));
            }
        }
        Err(Unfit::Endless)
    }

    /// `gammavariate`
    ///
    /// # Errors
    /// Where a parameter is not above 0; where a power has no result.
    pub fn gammavariate(&mut self, alpha: f64, beta: f64) -> Result<f64, Unfit> {
        if alpha <= 0.0 || beta <= 0.0 {
            return Err(Unfit::Parameter("gammavariate: alpha and beta must be > 0.0"));
        }
        if alpha == 1.0 {
            return Ok(self.expovariate() * beta);
        }
        let find = if alpha > 1.0 { Self::large_gamma } else { Self::small_gamma };
        find(self, alpha).map(|number| number * beta)
    }

    /// R.C.H. Cheng's algorithm, for alpha above 1 and beta = 1.
    fn large_gamma(&mut self, alpha: f64) -> Result<f64, Unfit> {
        let root = (2.0 * alpha - 1.0).sqrt();
        let (less, more) = (alpha - LOG4, alpha + root);
        for _ in 0..MOST_TRIES {
            let first = self.random();
            if !(1e-7 < first && first < 0.999_999_9) {
                continue;
            }
            let second = 1.0 - self.random();
            let power = precise::log(first / (1.0 - first)) / root;
            let number = alpha * precise::exp(power);
            let product = first * first * second;
            let rest = less + more * power - number;
            if rest + SG_MAGICCONST - 4.5 * product >= 0.0 || rest >= precise::log(product) {
                return Ok(number);
            }
        }
        Err(Unfit::Endless)
    }

    /// Algorithm GS of Kennedy and Gentle, for alpha between 0 and 1 and beta = 1.
    fn small_gamma(&mut self, alpha: f64) -> Result<f64, Unfit> {
        for _ in 0..MOST_TRIES {
            let bound = (E + alpha) / E;
            let place = bound * self.random();
            let number = if place <= 1.0 { power(place, 1.0 / alpha)? } else { -precise::log((bound - place) / alpha) };
            let chance = self.random();
            let is_found =
                if place > 1.0 { chance <= power(number, alpha - 1.0)? } else { chance <= precise::exp(-number) };
            if is_found {
                return Ok(number);
            }
        }
        Err(Unfit::Endless)
    }

    /// `betavariate`
    ///
    /// # Errors
    /// As for [`gammavariate`](Self::gammavariate).
    pub fn betavariate(&mut self, alpha: f64, beta: f64) -> Result<f64, Unfit> {
        let above = self.gammavariate(alpha, 1.0)?;
        if above == 0.0 {
            return Ok(0.0);
        }
        Ok(above / (above + self.gammavariate(beta, 1.0)?))
    }
}

/// `theta % TWOPI`, as Python has it.
fn around(theta: f64) -> f64 {
    let rest = theta % TAU;
    if rest < 0.0 { rest + TAU } else { rest.abs() }
}

/// `base ** exponent`, as Python has it, for a base of at least 0.
fn power(base: f64, exponent: f64) -> Result<f64, Unfit> {
    if base == 0.0 && exponent < 0.0 {
        return Err(Unfit::ZeroPower);
    }
    let result = precise::pow(base, exponent);
    if result.is_infinite() && base.is_finite() && exponent.is_finite() {
        return Err(Unfit::Overflow);
    }
    Ok(result)
}
