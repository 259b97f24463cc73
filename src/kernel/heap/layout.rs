//! The hash table of a set of numbers as CPython lays it out (`Objects/setobject.c`): numbers have the same hash in every run, so
//! that the order in which it is gone through is no accident there.

use super::super::value::Value;
use super::key::DictKey;

/// The smallest table (`PySet_MINSIZE`).
const SMALLEST: usize = 8;

/// So many slots behind the first are looked at before the search jumps (`LINEAR_PROBES`).
const NEIGHBOURS: usize = 9;

/// So many bits of the hash each jump uses up (`PERTURB_SHIFT`).
const SHIFT: u32 = 5;

/// From how many members on a table only doubles.
const MANY: usize = 50_000;

/// A slot of the table.
#[derive(Clone, Debug, Default)]
enum Slot {
    /// Never used.
    #[default]
    Empty,
    /// Its member was removed.
    Hole,
    /// A member: its hash, its key and the value itself.
    Full(i64, DictKey, Value),
}

impl Slot {
    const fn is_full(&self) -> bool {
        matches!(self, Self::Full(..))
    }
}

/// The table.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// A power of two of them; none before the first member.
    slots: Vec<Slot>,
    /// Slots that are not empty.
    filled: usize,
    /// Members.
    used: usize,
    /// Where the search for the next member to pop begins.
    finger: usize,
}

/// The slots in the order in which a hash looks at them: a run of neighbours, then a jump.
fn probe(hash: i64, mask: usize) -> impl Iterator<Item = usize> {
    let (mut perturb, mut start, mut step) = (hash as u64 as usize, hash as u64 as usize & mask, 0);
    std::iter::from_fn(move || {
        let most = if start + NEIGHBOURS <= mask { NEIGHBOURS } else { 0 };
        if step > most {
            perturb >>= SHIFT;
            start = start.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb) & mask;
            step = 0;
        }
        step += 1;
        Some(start + step - 1)
    })
}

impl Layout {
    fn mask(&self) -> usize {
        self.slots.len().max(SMALLEST) - 1
    }

    /// Where a member is.
    fn find(&self, hash: i64, key: &DictKey) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        for at in probe(hash, self.mask()) {
            match &self.slots[at] {
                Slot::Empty => return None,
                Slot::Full(other, held, _) if *other == hash && held == key => return Some(at),
                Slot::Hole | Slot::Full(..) => {}
            }
        }
        None
    }

    /// Adds a member that may be there already (`set_add_entry`).
    pub(super) fn add(&mut self, hash: i64, key: DictKey, value: Value) {
        if self.slots.is_empty() {
            self.slots.resize(SMALLEST, Slot::Empty);
        }
        let mask = self.mask();
        // The last hole that was passed is filled before the slot behind them all.
        let mut hole = None;
        for at in probe(hash, mask) {
            match &self.slots[at] {
                Slot::Full(other, held, _) if *other == hash && *held == key => return,
                Slot::Full(..) => {}
                Slot::Hole => hole = Some(at),
                Slot::Empty => {
                    self.slots[hole.unwrap_or(at)] = Slot::Full(hash, key, value);
                    break;
                }
            }
        }
        self.used += 1;
        self.filled += usize::from(hole.is_none());
        if hole.is_none() && self.filled * 5 >= mask * 3 {
            self.grow();
        }
    }

    fn grow(&mut self) {
        self.resize(if self.used > MANY { self.used * 2 } else { self.used * 4 });
    }

    /// A table with room for more than `least`, without holes (`set_table_resize`).
    fn resize(&mut self, least: usize) {
        let mut size = SMALLEST;
        while size <= least {
            size *= 2;
        }
        let old = std::mem::take(&mut self.slots);
        self.slots.resize(size, Slot::Empty);
        self.filled = self.used;
        old.into_iter().filter(Slot::is_full).for_each(|slot| self.put(slot));
    }

    /// Puts a member that is not there into a table without holes (`set_insert_clean`).
    fn put(&mut self, slot: Slot) {
        let Slot::Full(hash, ..) = slot else { return };
        let free = probe(hash, self.mask()).find(|&at| matches!(self.slots[at], Slot::Empty));
        if let Some(at) = free {
            self.slots[at] = slot;
        }
    }

    /// Removes a member, if it is there (`set_discard_entry`).
    pub(super) fn discard(&mut self, hash: i64, key: &DictKey) {
        if let Some(at) = self.find(hash, key) {
            self.slots[at] = Slot::Hole;
            self.used -= 1;
        }
    }

    /// The key of the member that goes next (`set_pop`).
    pub(super) fn pop(&mut self) -> Option<DictKey> {
        if self.used == 0 {
            return None;
        }
        let start = self.finger & self.mask();
        let count = self.slots.len();
        let at = (0..count).map(|step| (start + step) % count).find(|&at| self.slots[at].is_full())?;
        self.finger = at + 1;
        self.used -= 1;
        match std::mem::replace(&mut self.slots[at], Slot::Hole) {
            Slot::Full(_, key, _) => Some(key),
            Slot::Hole | Slot::Empty => None,
        }
    }

    /// Adds the members of another set (`set_merge`).
    pub(super) fn merge(&mut self, other: &Self) {
        if other.used == 0 {
            return;
        }
        self.make_room(other.used);
        if self.filled > 0 {
            for slot in &other.slots {
                if let Slot::Full(hash, key, value) = slot {
                    self.add(*hash, key.clone(), *value);
                }
            }
            return;
        }
        if self.mask() == other.mask() && other.filled == other.used {
            self.slots.clone_from(&other.slots);
        } else {
            self.slots.resize(self.mask() + 1, Slot::Empty);
            other.slots.iter().filter(|slot| slot.is_full()).for_each(|slot| self.put(slot.clone()));
        }
        (self.filled, self.used) = (other.used, other.used);
    }

    /// Grows once before so many members are added.
    pub(super) fn make_room(&mut self, count: usize) {
        if (self.filled + count) * 5 >= self.mask() * 3 {
            self.resize((self.used + count) * 2);
        }
    }

    /// Takes the holes away where they are many, once all of another set's members are removed
    /// (`set_difference_update_internal`).
    pub(super) fn tidy(&mut self) {
        if self.filled - self.used > self.mask() / 4 {
            self.grow();
        }
    }

    /// Gives the members other keys.
    pub(super) fn rename(&mut self, new: impl Fn(&DictKey) -> DictKey) {
        for slot in &mut self.slots {
            if let Slot::Full(_, key, _) = slot {
                *key = new(key);
            }
        }
    }

    /// The first member at `position` or behind it, with the position behind that.
    pub(super) fn next(&self, position: usize) -> Option<(usize, Value)> {
        let rest = self.slots.get(position..)?;
        rest.iter().enumerate().find_map(|(step, slot)| match slot {
            Slot::Full(_, _, value) => Some((position + step + 1, *value)),
            Slot::Empty | Slot::Hole => None,
        })
    }

    /// The members in order, with their keys.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&DictKey, Value)> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Full(_, key, value) => Some((key, *value)),
            Slot::Empty | Slot::Hole => None,
        })
    }
}
