//! Generators of random numbers: the one of the module `random`, and those that a script makes.

use crate::random::{Generator, Seed};

use super::super::value::{Reference, Value};
use super::Heap;
use super::collect::OBJECT_BYTES;

/// What a generator weighs: its state, mostly.
pub(super) const GENERATOR_BYTES: usize = OBJECT_BYTES + 2512;

/// Which generator draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The one of the module.
    Module,
    /// One of the script's.
    Own(Reference),
}

impl Heap {
    /// Says what the module `random` is seeded with; 0 until then.
    pub fn set_seed(&mut self, seed: i64) {
        self.seed = seed;
        self.generator = None;
    }

    /// What generators are seeded with that the script does not seed itself.
    #[must_use]
    pub fn seed(&self) -> i64 {
        self.seed
    }

    /// A generator.
    #[inline]
    pub fn generator(&mut self, whose: Whose) -> &mut Generator {
        match whose {
            Whose::Module => self.generator.get_or_insert_with(|| Generator::new(Seed::Int(self.seed))),
            Whose::Own(at) => self.generators.get_mut(at),
        }
    }

    /// A generator of the script's own.
    pub fn new_generator(&mut self, generator: Generator) -> Value {
        self.charge(GENERATOR_BYTES);
        Value::Random(self.generators.insert(generator))
    }
}
