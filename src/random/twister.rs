//! The generator MT19937 of Makoto Matsumoto and Takuji Nishimura, as `Modules/_randommodule.c` has it.

/// How many words the state has.
const WORDS: usize = 624;

/// How far apart the words are that are mixed.
const SHIFT: usize = 397;

/// How many bits one call of [`Twister::bits`] makes at most.
pub const MOST_BITS: u32 = u128::BITS;

/// The state of a Mersenne Twister.
#[derive(Clone, Debug)]
pub struct Twister {
    words: Box<[u32; WORDS]>,
    /// The word that comes next.
    next: usize,
}

impl Twister {
    /// A generator seeded with a key, which is not empty: `init_by_array`.
    #[must_use]
    pub fn new(key: &[u32]) -> Self {
        const PLAIN_SEED: u32 = 19_650_218;
        let mut words = plain_state(PLAIN_SEED);
        let mut at = 1;
        for step in 0..key.len().max(WORDS) {
            let place = step % key.len();
            let mixed = words[at] ^ stirred(words[at - 1], 1_664_525);
            words[at] = mixed.wrapping_add(key[place]).wrapping_add(place as u32);
            at = following(&mut words, at);
        }
        for _ in 1..WORDS {
            words[at] = (words[at] ^ stirred(words[at - 1], 1_566_083_941)).wrapping_sub(at as u32);
            at = following(&mut words, at);
        }
        words[0] = 0x8000_0000;
        Self { words, next: WORDS }
    }

    /// The words of the state, and which comes next: `_random_Random_getstate_impl`.
    #[must_use]
    pub fn state(&self) -> (&[u32], usize) {
        (self.words.as_slice(), self.next)
    }

    /// A generator in the middle of its numbers: `_random_Random_setstate`. `None` where these are no such state.
    #[must_use]
    pub fn at_state(words: &[u32], next: usize) -> Option<Self> {
        let words = Box::<[u32; WORDS]>::try_from(words.to_vec().into_boxed_slice()).ok()?;
        (next <= WORDS).then_some(Self { words, next })
    }

    /// 32 bits: `genrand_uint32`.
    #[inline]
    pub fn word(&mut self) -> u32 {
        if self.next == WORDS {
            self.twist();
        }
        let word = tempered(self.words[self.next]);
        self.next += 1;
        word
    }

    /// Makes the next 624 words.
    #[inline(never)]
    fn twist(&mut self) {
        let words = &mut self.words;
        // In two stretches, in which no place goes round the end.
        for at in 0..WORDS - SHIFT {
            words[at] = words[at + SHIFT] ^ twisted(words[at], words[at + 1]);
        }
        for at in WORDS - SHIFT..WORDS - 1 {
            words[at] = words[at + SHIFT - WORDS] ^ twisted(words[at], words[at + 1]);
        }
        words[WORDS - 1] = words[SHIFT - 1] ^ twisted(words[WORDS - 1], words[0]);
        self.next = 0;
    }

    /// A float from 0 up to and without 1, of 53 bits: `_random_Random_random_impl`.
    #[inline]
    pub fn fraction(&mut self) -> f64 {
        let [high, low] = match self.words.get(self.next..self.next + 2) {
            Some(&[high, low]) => {
                self.next += 2;
                [tempered(high), tempered(low)]
            }
            _ => [self.word(), self.word()],
        };
        let (high, low) = (high >> 5, low >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// So many bits, at most [`MOST_BITS`], the lowest first: `_random_Random_getrandbits_impl`.
    pub fn bits(&mut self, count: u32) -> u128 {
        debug_assert!(count <= MOST_BITS, "the caller has looked");
        let mut bits = 0;
        for start in (0..count).step_by(32) {
            let wanted = (count - start).min(32);
            bits |= u128::from(self.word() >> (32 - wanted)) << start;
        }
        bits
    }
}

/// What a word of the state gives.
#[inline]
const fn tempered(mut word: u32) -> u32 {
    word ^= word >> 11;
    word ^= (word << 7) & 0x9d2c_5680;
    word ^= (word << 15) & 0xefc6_0000;
    word ^ (word >> 18)
}

/// A word and the one behind it, mixed.
#[inline]
const fn twisted(word: u32, next: u32) -> u32 {
    let joined = (word & 0x8000_0000) | (next & 0x7fff_ffff);
    (joined >> 1) ^ ((joined & 1).wrapping_neg() & 0x9908_b0df)
}

/// The state that a single number gives: `init_genrand`.
fn plain_state(seed: u32) -> Box<[u32; WORDS]> {
    let mut words = Box::new([seed; WORDS]);
    for at in 1..WORDS {
        let before = words[at - 1];
        words[at] = (before ^ (before >> 30)).wrapping_mul(1_812_433_253).wrapping_add(at as u32);
    }
    words
}

const fn stirred(word: u32, factor: u32) -> u32 {
    (word ^ (word >> 30)).wrapping_mul(factor)
}

/// The place behind `at`; at the end the last word goes round to the first.
const fn following(words: &mut [u32; WORDS], at: usize) -> usize {
    if at + 1 < WORDS {
        return at + 1;
    }
    words[0] = words[WORDS - 1];
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first words of `mt19937ar.out`, which its authors publish beside the generator.
    #[test]
    fn the_authors_own_numbers_come_out() {
        let mut twister = Twister::new(&[0x123, 0x234, 0x345, 0x456]);
        let words: Vec<u32> = (0..5).map(|_| twister.word()).collect();
        assert_eq!(words, [1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783, 4_228_976_476]);
    }
}
