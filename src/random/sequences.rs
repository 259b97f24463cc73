//! Places in sequences: what `shuffle`, `sample` and `choices` of `Lib/random.py` draw, in its order.

use indexmap::IndexSet;

use crate::units::precise;

use super::Generator;

impl Generator {
    /// The places that `sample` takes, `count` of `length`; not more than there are.
    pub fn sample(&mut self, length: u64, count: u64) -> Vec<u64> {
        debug_assert!(count <= length, "the caller has looked");
        if length as f64 <= set_size(count) {
            let mut pool: Vec<u64> = (0..length).collect();
            return (0..count)
                .map(|taken| {
                    let left = length - taken;
                    let at = self.below(u128::from(left)) as usize;
                    // The last place fills the gap.
                    let last = pool[left as usize - 1];
                    std::mem::replace(&mut pool[at], last)
                })
                .collect();
        }
        let mut selected = IndexSet::new();
        while (selected.len() as u64) < count {
            selected.insert(self.below(u128::from(length)) as u64);
        }
        selected.into_iter().collect()
    }
}

/// How many places a pool may have before a set of so many takes less room: `setsize` in `Random.sample`.
fn set_size(count: u64) -> f64 {
    const SMALL_SET: f64 = 21.0;
    if count <= 5 {
        return SMALL_SET;
    }
    let fours = (precise::log((count * 3) as f64) / precise::log(4.0)).ceil();
    SMALL_SET + precise::pow(4.0, fours)
}
