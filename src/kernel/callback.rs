//! What is to be called when a future is done. The first callback lives in the future itself, more of them in a table.

use crate::units::{CellId, FutureId};

/// A callback of a future, in eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callback {
    /// None.
    None,
    /// Runs a step of the task in this cell, which waits for the future.
    Wakeup(CellId),
    /// Reports to this gather that a child is done.
    GatherChild(FutureId),
    /// Reports to the thing of this number: a group, a wait, a shield.
    Report(u32),
    /// Calls a script's function, by the number of the scheduled call.
    Script(u32),
    /// Stops the loop: what `run_until_complete` waits for is done.
    Stop,
    /// There are several: the number of their list.
    Several(u32),
}

impl Callback {
    /// No callback.
    pub const NONE: Self = Self::None;
}

/// The lists of those futures that have several callbacks.
#[derive(Debug, Default)]
pub struct CallbackLists {
    lists: Vec<Vec<Callback>>,
    free: Vec<u32>,
}

impl CallbackLists {
    /// Adds `callback` behind those there are.
    #[inline]
    pub fn add(&mut self, callbacks: &mut Callback, callback: Callback) {
        match *callbacks {
            Callback::None => *callbacks = callback,
            Callback::Several(list) => self.lists[list as usize].push(callback),
            first @ (Callback::Wakeup(_)
            | Callback::GatherChild(_)
            | Callback::Report(_)
            | Callback::Script(_)
            | Callback::Stop) => {
                let list = self.free.pop().unwrap_or_else(|| {
                    self.lists.push(Vec::new());
                    u32::try_from(self.lists.len() - 1).expect("fewer than 2³² lists")
                });
                self.lists[list as usize].extend([first, callback]);
                *callbacks = Callback::Several(list);
            }
        }
    }

    /// Removes those that `is_meant`; returns how many.
    pub fn remove(&mut self, callbacks: &mut Callback, mut is_meant: impl FnMut(Callback) -> bool) -> usize {
        match *callbacks {
            Callback::None => 0,
            Callback::Several(list) => {
                let list = &mut self.lists[list as usize];
                let before = list.len();
                list.retain(|callback| !is_meant(*callback));
                before - list.len()
            }
            only => {
                let removed = is_meant(only);
                if removed {
                    *callbacks = Callback::None;
                }
                usize::from(removed)
            }
        }
    }

    /// Takes all callbacks away and hands them out in order.
    #[inline]
    pub fn take(&mut self, callbacks: &mut Callback, mut each: impl FnMut(Callback)) {
        match std::mem::replace(callbacks, Callback::None) {
            Callback::None => {}
            Callback::Several(list) => {
                self.lists[list as usize].drain(..).for_each(each);
                self.free.push(list);
            }
            only => each(only),
        }
    }

    /// Shows all callbacks in order.
    pub fn for_each(&self, callbacks: Callback, mut each: impl FnMut(Callback)) {
        match callbacks {
            Callback::None => {}
            Callback::Several(list) => self.lists[list as usize].iter().copied().for_each(each),
            only => each(only),
        }
    }
}

const _: () = assert!(size_of::<Callback>() == 8);
