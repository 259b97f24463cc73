//! Operations that go through items and ask the script on the way: with each answer they go on where they stand, instead of from
//! their beginning.
//!
//! Such an operation begins a walk, does each item, and says behind it how far it has come. What the script has answered till then
//! is forgotten; what the operation has made of it is kept in its place, as one more answer.

use super::super::value::Value;
use super::Heap;

/// Where a walk stands between a question and its answer.
#[derive(Debug)]
pub(super) struct Place {
    /// How many walks the operation began before this one.
    ordinal: u32,
    /// How many answers it had before this one.
    pub(super) before: usize,
    next: usize,
    has_made: bool,
    text: String,
}

/// A walk through items.
#[derive(Debug)]
pub(in crate::kernel) struct Walk {
    ordinal: u32,
    before: usize,
    /// How many answers have been heard when it last said how far it has come.
    heard: usize,
    /// The first item that is not done.
    pub(in crate::kernel) next: usize,
    /// What has been made of those that are done.
    pub(in crate::kernel) made: Option<Value>,
    /// What has been written of them.
    pub(in crate::kernel) text: String,
}

impl Heap {
    /// Begins a walk, or goes on with it.
    pub(in crate::kernel) fn begin_walk(&self) -> Walk {
        let mut asking = self.asking.borrow_mut();
        let (ordinal, before) = (asking.walks, asking.next);
        asking.walks = ordinal.wrapping_add(1);
        let mut walk = Walk { ordinal, before, heard: asking.heard, next: 0, made: None, text: String::new() };
        if let Some(place) = asking.kept.places.iter().find(|place| place.ordinal == ordinal) {
            walk.next = place.next;
            walk.text.clone_from(&place.text);
            if place.has_made {
                walk.made = asking.answers.get(before).copied();
                asking.next += 1;
            }
        }
        walk
    }

    /// Whether the script was asked since the walk has last said how far it has come.
    pub(in crate::kernel) fn was_asked(&self, walk: &Walk) -> bool {
        self.asking.borrow().heard > walk.heard
    }

    /// The items before `next` are done, and `made` has been made of them.
    pub(in crate::kernel) fn walked(&self, walk: &mut Walk, next: usize, made: Option<Value>) {
        if self.was_asked(walk) {
            self.keep_place(walk, next, made, String::new());
        }
    }

    /// The items before `next` are written, as this text.
    pub(in crate::kernel) fn walked_by_text(&self, walk: &mut Walk, next: usize, text: &str) {
        if self.was_asked(walk) {
            self.keep_place(walk, next, None, text.to_owned());
        }
    }

    #[cold]
    fn keep_place(&self, walk: &mut Walk, next: usize, made: Option<Value>, text: String) {
        let mut asking = self.asking.borrow_mut();
        asking.answers.truncate(walk.before);
        asking.answers.extend(made);
        asking.next = asking.answers.len();
        let (ordinal, before, has_made) = (walk.ordinal, walk.before, made.is_some());
        // The walks within its items are over.
        asking.walks = ordinal.wrapping_add(1);
        asking.kept.places.retain(|place| place.ordinal < ordinal);
        asking.kept.places.push(Place { ordinal, before, next, has_made, text });
        walk.heard = asking.heard;
    }
}
