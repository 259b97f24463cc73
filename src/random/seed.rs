//! What `random.seed` makes of its argument: the words that the twister is seeded with.

use sha2::{Digest, Sha512};

/// What a generator is seeded from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Seed<'a> {
    /// `int` or `bool`: its sign does not count.
    Int(i64),
    /// A longer `int`, its 32-bit words, the lowest first: its sign does not count either.
    Words(&'a [u32]),
    /// `float`, by its hash; not-a-number has none that is the same in every run.
    Float(f64),
    /// The UTF-8 of a `str`, or `bytes`.
    Bytes(&'a [u8]),
    /// A `str`, as versions of Python before 3.2 did it: `version=1`.
    OldText(&'a str),
}

impl Seed<'_> {
    /// The key of `init_by_array` (`random_seed` in `Modules/_randommodule.c`, `Random.seed` in `Lib/random.py`).
    pub(super) fn key(self) -> Vec<u32> {
        match self {
            Self::Int(number) => words_of(number.unsigned_abs()),
            Self::Words(words) => words.to_vec(),
            Self::Float(number) => words_of(hash(number) as u64),
            Self::Bytes(bytes) => {
                // int.from_bytes(bytes + sha512(bytes).digest(), 'big'), cut into words from its low end.
                let mut all = bytes.to_vec();
                all.extend(Sha512::digest(bytes));
                let word = |chunk: &[u8]| chunk.iter().fold(0, |word: u32, &byte| (word << 8) | u32::from(byte));
                without_zeros(all.rchunks(4).map(word).collect())
            }
            Self::OldText(text) => {
                let first = text.chars().next().map_or(0, |character| u64::from(u32::from(character)) << 7);
                let mixed =
                    |number: u64, character| 1_000_003u64.wrapping_mul(number) ^ u64::from(u32::from(character));
                words_of(text.chars().fold(first, mixed) ^ text.chars().count() as u64)
            }
        }
    }
}

fn words_of(number: u64) -> Vec<u32> {
    without_zeros(vec![number as u32, (number >> 32) as u32])
}

/// Drops the high words that are zero; one is left in any case.
fn without_zeros(mut words: Vec<u32>) -> Vec<u32> {
    while words.len() > 1 && words.last() == Some(&0) {
        words.pop();
    }
    words
}

/// `hash(float)`: the number modulo 2⁶¹ - 1 (`_Py_HashDouble` in `Python/pyhash.c`).
fn hash(number: f64) -> i64 {
    const BITS: u32 = 61;
    const MODULUS: u64 = (1 << BITS) - 1;
    const OF_INFINITY: i64 = 314_159;
    if number.is_infinite() {
        return if number > 0.0 { OF_INFINITY } else { -OF_INFINITY };
    }
    let (fraction, exponent) = libm::frexp(number.abs());
    // 28 bits at a time, as many as there are.
    let (mut rest, mut left, mut hash) = (fraction, exponent, 0u64);
    while rest > 0.0 {
        hash = ((hash << 28) & MODULUS) | (hash >> (BITS - 28));
        rest *= 268_435_456.0;
        left -= 28;
        hash += rest as u64;
        rest = rest.fract();
        if hash >= MODULUS {
            hash -= MODULUS;
        }
    }
    let turn = left.rem_euclid(BITS as i32) as u32;
    let hash = if turn == 0 { hash } else { ((hash << turn) & MODULUS) | (hash >> (BITS - turn)) } as i64;
    // -1 is no hash: it tells of an error in C.
    match if number < 0.0 { -hash } else { hash } {
        -1 => -2,
        hash => hash,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Beside what CPython's `hash` says.
    #[test]
    fn floats_have_cpythons_hashes() {
        for (number, expected) in [
            (0.0, 0),
            (-0.0, 0),
            (1.0, 1),
            (-1.0, -2),
            (0.5, 1_152_921_504_606_846_976),
            (3.75, 1_729_382_256_910_270_467),
            (-2.25, -576_460_752_303_423_490),
            (1e300, 1_224_995_262_755_759_164),
            (5e-324, 16_777_216),
            (f64::NEG_INFINITY, -314_159),
        ] {
            assert_eq!(hash(number), expected, "{number}");
        }
    }
}
