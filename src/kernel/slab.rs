//! A slab: objects of one kind, found by number, freed by mark and sweep.
//!
//! Knows nothing of values. Numbers are given out in the same order in every run.

use super::value::Reference;

/// Objects of one kind.
#[derive(Debug)]
pub struct Slab<T> {
    slots: Vec<Option<T>>,
    marks: Vec<bool>,
    free: Vec<u64>,
    permanent: usize,
}

impl<T> Default for Slab<T> {
    fn default() -> Self {
        Self { slots: Vec::new(), marks: Vec::new(), free: Vec::new(), permanent: 0 }
    }
}

impl<T> Slab<T> {
    /// Takes in an object.
    #[inline]
    pub fn insert(&mut self, object: T) -> Reference {
        if let Some(index) = self.free.pop() {
            self.slots[index as usize] = Some(object);
            return Reference(index);
        }
        self.slots.push(Some(object));
        self.marks.push(false);
        Reference(self.slots.len() as u64 - 1)
    }

    /// The object at `reference`.
    ///
    /// # Panics
    /// When it was swept: somebody held a value that no root reaches.
    #[inline]
    #[must_use]
    pub fn get(&self, reference: Reference) -> &T {
        self.slots[reference.0 as usize].as_ref().expect("a live object")
    }

    /// The object at `reference`, to be changed.
    ///
    /// # Panics
    /// As [`get`](Self::get).
    #[inline]
    pub fn get_mut(&mut self, reference: Reference) -> &mut T {
        self.slots[reference.0 as usize].as_mut().expect("a live object")
    }

    /// How many objects there are.
    #[must_use]
    pub fn live(&self) -> usize {
        self.slots.len() - self.free.len()
    }

    /// What exists now is never swept, and never marked either: it must hold nothing that may be.
    pub fn make_permanent(&mut self) {
        self.permanent = self.slots.len();
        self.free.clear();
    }

    /// Marks an object; `true` when it was not marked yet and may hold other objects.
    #[inline]
    pub fn mark(&mut self, reference: Reference) -> bool {
        let index = reference.0 as usize;
        let is_new = index >= self.permanent && !self.marks[index];
        if is_new {
            self.marks[index] = true;
        }
        is_new
    }

    /// Whether an object is marked, or never swept.
    #[must_use]
    pub fn is_marked(&self, reference: Reference) -> bool {
        let index = reference.0 as usize;
        index < self.permanent || self.marks.get(index) == Some(&true)
    }

    /// The objects that are not marked.
    pub fn unmarked(&self) -> impl Iterator<Item = Reference> {
        let all = self.slots.iter().zip(&self.marks).enumerate().skip(self.permanent);
        all.filter(|(_, (slot, is_marked))| slot.is_some() && !**is_marked).map(|(index, _)| Reference(index as u64))
    }

    /// Frees what is not marked, forgets the marks, and returns the weight of what stays.
    pub fn sweep(&mut self, weight: impl Fn(&T) -> usize) -> usize {
        self.sweep_into(weight, drop)
    }

    /// The same; what is freed is handed out.
    pub fn sweep_into(&mut self, weight: impl Fn(&T) -> usize, mut lost: impl FnMut(T)) -> usize {
        let mut kept = 0;
        // Backwards, so that the lowest number is given out first again.
        for index in (self.permanent..self.slots.len()).rev() {
            let Some(object) = &self.slots[index] else { continue };
            if self.marks[index] {
                self.marks[index] = false;
                kept += weight(object);
            } else {
                self.slots[index].take().into_iter().for_each(&mut lost);
                self.free.push(index as u64);
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_marked_is_freed_and_its_number_used_again() {
        let mut slab = Slab::default();
        let constant = slab.insert("constant");
        slab.make_permanent();
        let kept = slab.insert("kept");
        let lost = slab.insert("lost");
        assert!(!slab.mark(constant), "a permanent object is never new");
        assert!(slab.mark(kept) && !slab.mark(kept), "an object is new once");
        assert_eq!(slab.sweep(|text| text.len()), 4);
        assert_eq!((slab.live(), *slab.get(constant), *slab.get(kept)), (2, "constant", "kept"));
        assert_eq!(slab.insert("next"), lost);
    }
}
