//! Typed ids, and vectors indexed by them: a `CellId` cannot be mistaken for a `CodeId`.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A small number that names one thing of one kind.
pub trait Id: Copy {
    /// The id with this index.
    ///
    /// # Panics
    /// When `index` does not fit in 32 bits.
    fn from_index(index: usize) -> Self;
    /// The id's index.
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl Id for $name {
            fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).expect("an id fits in 32 bits"))
            }
            fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// An activation cell: a coroutine, its frame, and the task it may be.
    CellId;
    /// A lowered function body.
    CodeId;
    /// A future that is not a task.
    FutureId;
    /// An interned name.
    NameId;
    /// A thread of the machine: the loop's is 0, workers come behind it.
    LaneId;
    /// A core of the machine.
    CoreId;
    /// A task's number, counted from 1 in order of creation and never used again: `Task-N`.
    TaskNumber;
}

/// Something that can be awaited and be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Awaitable {
    /// A task, by its cell.
    Task(CellId),
    /// A future that is not a task.
    Future(FutureId),
}

/// A vector indexed by one kind of id.
#[derive(Clone, Debug)]
pub struct IdVec<I, T> {
    items: Vec<T>,
    kind: PhantomData<fn(I)>,
}

impl<I, T> Default for IdVec<I, T> {
    fn default() -> Self {
        Self { items: Vec::new(), kind: PhantomData }
    }
}

impl<I: Id, T> IdVec<I, T> {
    /// Adds an item and returns its id.
    pub fn push(&mut self, item: T) -> I {
        self.items.push(item);
        I::from_index(self.items.len() - 1)
    }

    /// How many items there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The items in order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (I, &T)> {
        self.items.iter().enumerate().map(|(index, item)| (I::from_index(index), item))
    }
}

impl<I: Id, T> Index<I> for IdVec<I, T> {
    type Output = T;

    #[inline]
    fn index(&self, id: I) -> &T {
        &self.items[id.index()]
    }
}

impl<I: Id, T> IndexMut<I> for IdVec<I, T> {
    #[inline]
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.items[id.index()]
    }
}
