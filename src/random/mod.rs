//! CPython's module `random`, number for number: the Mersenne Twister, its seeds and its distributions.
//!
//! Pure: a [`Generator`] is made from a [`Seed`] and depends on nothing else. Knows nothing of values or of arguments. Each
//! function names the one of CPython's that it follows, in `Modules/_randommodule.c` or `Lib/random.py`; they are the same in
//! 3.11, 3.12 and 3.13.

mod distributions;
mod seed;
mod sequences;
mod twister;

pub use distributions::Unfit;
pub use seed::Seed;
pub use twister::{MOST_BITS, Twister};

/// A generator of random numbers: what `random.Random` is.
#[derive(Clone, Debug)]
pub struct Generator {
    twister: Twister,
    /// The second of the two numbers that [`gauss`](Self::gauss) makes at once.
    next_gauss: Option<f64>,
}

impl Generator {
    /// `Random.seed`
    #[must_use]
    pub fn new(seed: Seed<'_>) -> Self {
        Self { twister: Twister::new(&seed.key()), next_gauss: None }
    }

    /// `Random.getstate`: the words, which comes next, and what `gauss` keeps.
    #[must_use]
    pub fn state(&self) -> (&[u32], usize, Option<f64>) {
        let (words, next) = self.twister.state();
        (words, next, self.next_gauss)
    }

    /// `Random.setstate`; `None` where these are no such state.
    #[must_use]
    pub fn at_state(words: &[u32], next: usize, next_gauss: Option<f64>) -> Option<Self> {
        Some(Self { twister: Twister::at_state(words, next)?, next_gauss })
    }

    /// `Random.random`: a number from 0 up to and without 1.
    #[inline]
    pub fn random(&mut self) -> f64 {
        self.twister.fraction()
    }

    /// `Random.getrandbits`: at most [`MOST_BITS`] of them.
    pub fn bits(&mut self, count: u32) -> u128 {
        self.twister.bits(count)
    }

    /// `Random._randbelow`: an integer from 0 up to and without `end`, which is not 0.
    pub fn below(&mut self, end: u128) -> u128 {
        let count = u128::BITS - end.leading_zeros();
        loop {
            let number = self.bits(count);
            if number < end {
                return number;
            }
        }
    }
}
