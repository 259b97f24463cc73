//! Where a task stands in line without a future, as long as nobody looks.

use super::future::Role;

/// A place in the line of a thing, as the `wait` of a task keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The thing, its kind and number packed.
    pub thing: u64,
    /// What the task stands there for.
    pub role: Role,
    /// Of one who puts, the slot that the item is in; of all others, 1 where `True` comes of it.
    pub stake: u16,
}

/// The first bit of the role: a thing has 32 for its number and eight for its kind.
const ROLE_AT: u32 = 40;

/// The first bit of the stake.
const STAKE_AT: u32 = 42;

impl Spot {
    /// In the lower 58 bits.
    #[inline]
    #[must_use]
    pub const fn packed(self) -> u64 {
        self.thing | (self.role as u64) << ROLE_AT | (self.stake as u64) << STAKE_AT
    }

    /// What [`packed`](Self::packed) has made.
    #[inline]
    #[must_use]
    pub const fn unpacked(packed: u64) -> Self {
        let role = match packed >> ROLE_AT & 3 {
            0 => Role::Itself,
            1 => Role::Put,
            2 => Role::Get,
            _ => Role::Join,
        };
        Self { thing: packed & ((1 << ROLE_AT) - 1), role, stake: (packed >> STAKE_AT) as u16 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spot_is_what_it_was_when_it_is_unpacked() {
        for role in [Role::Itself, Role::Put, Role::Get, Role::Join] {
            let spot = Spot { thing: 6 << 32 | 77, role, stake: u16::MAX };
            assert_eq!(Spot::unpacked(spot.packed()), spot);
        }
    }
}
