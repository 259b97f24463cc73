//! What is bound where, on the paths through a function.

use crate::program::code::Slot;
use crate::units::OrderedSet;

/// What is bound at a point of a function.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    /// Slots that have a value on every path here.
    pub(super) definite: OrderedSet<Slot>,
    /// Slots that have a value on some path here.
    pub(super) possible: OrderedSet<Slot>,
    /// Whether no path leads here.
    pub(super) is_dead: bool,
}

impl Flow {
    /// What holds where two paths meet.
    pub(super) fn meet(self, other: Self) -> Self {
        match (self.is_dead, other.is_dead) {
            (true, _) => other,
            (false, true) => self,
            (false, false) => {
                let definite = self.definite.intersection(&other.definite).copied().collect();
                let possible = self.possible.union(&other.possible).copied().collect();
                Self { definite, possible, is_dead: false }
            }
        }
    }

    /// Whether `slot` has a value here.
    pub(super) fn boundness(&self, slot: Slot) -> Boundness {
        if self.is_dead || self.definite.contains(&slot) {
            Boundness::Bound
        } else if self.possible.contains(&slot) {
            Boundness::Perhaps
        } else {
            Boundness::Never
        }
    }
}

/// How a read of a local must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Boundness {
    Bound,
    Perhaps,
    Never,
}
