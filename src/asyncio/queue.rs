//! Queues (`queues.py`, `Queue`, `PriorityQueue`, `LifoQueue`): what is in them, and who waits.

use std::collections::VecDeque;

use crate::kernel::{FutureState, Futures, Role, Value};
use crate::units::FutureId;

use super::line::Line;

/// `asyncio.Queue` and its kin. The order of the items is the business of who puts and gets.
#[derive(Debug, Default)]
pub struct Queue {
    /// What is in it; of a `PriorityQueue` a heap, as `heapq` keeps it.
    pub items: VecDeque<Value>,
    /// How many items fit; none or less means any number.
    pub most: i64,
    /// Items put and not yet reported as done.
    pub unfinished: u64,
    /// Whether it was shut down (3.13).
    pub is_shut_down: bool,
    /// Whether traces are silent about it: it is inside of something else.
    pub is_hidden: bool,
    /// Those who wait for room.
    pub putters: Line,
    /// Those who wait for an item.
    pub getters: Line,
    /// Those who wait until all is done.
    pub joiners: Line,
}

impl Queue {
    /// `full()`
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.most > 0 && self.items.len() as u64 >= self.most as u64
    }

    /// One of its lines.
    pub fn line(&mut self, role: Role) -> &mut Line {
        match role {
            Role::Put => &mut self.putters,
            Role::Get => &mut self.getters,
            Role::Join | Role::Itself => &mut self.joiners,
        }
    }

    /// Takes futures from the front of a line up to the first that is asleep, which is to be woken (`Queue._wakeup_next`).
    pub fn wake_next(&mut self, role: Role, futures: &Futures) -> Option<FutureId> {
        let line = self.line(role);
        while let Some(waiter) = line.pop() {
            if futures[waiter].state == FutureState::Pending {
                return Some(waiter);
            }
        }
        None
    }

    /// Whether one who was woken and cannot go on must wake the next in line.
    #[must_use]
    pub fn passes_on(&self, role: Role) -> bool {
        match role {
            Role::Put => !self.is_full(),
            Role::Get => !self.items.is_empty(),
            Role::Join | Role::Itself => false,
        }
    }
}

/// Puts an item into a heap (`heapq.py`, `heappush`).
///
/// # Errors
/// What comparing raises; the item is in the heap all the same.
pub fn push_heap<E>(
    items: &mut VecDeque<Value>,
    item: Value,
    less: impl FnMut(Value, Value) -> Result<bool, E>,
) -> Result<(), E> {
    items.push_back(item);
    let last = items.len() - 1;
    climb(items.make_contiguous(), last, less)
}

/// Takes the least item out of a heap (`heapq.py`, `heappop`).
///
/// # Errors
/// What comparing raises.
pub fn pop_heap<E>(
    items: &mut VecDeque<Value>,
    mut less: impl FnMut(Value, Value) -> Result<bool, E>,
) -> Result<Option<Value>, E> {
    let Some(last) = items.pop_back() else { return Ok(None) };
    let Some(least) = items.front_mut() else { return Ok(Some(last)) };
    let least = std::mem::replace(least, last);
    let items = items.make_contiguous();
    // The smaller child moves up until a leaf is reached, then the item climbs from there.
    let mut place = 0;
    while 2 * place + 1 < items.len() {
        let mut child = 2 * place + 1;
        if child + 1 < items.len() && !less(items[child], items[child + 1])? {
            child += 1;
        }
        items[place] = items[child];
        place = child;
        items[place] = last;
    }
    climb(items, place, less)?;
    Ok(Some(least))
}

/// Lets the item at `place` climb to where its parent is no greater (`heapq.py`, `_siftdown`).
fn climb<E>(
    items: &mut [Value],
    mut place: usize,
    mut less: impl FnMut(Value, Value) -> Result<bool, E>,
) -> Result<(), E> {
    let item = items[place];
    while place > 0 {
        let parent = (place - 1) / 2;
        if !less(item, items[parent])? {
            break;
        }
        items[place] = items[parent];
        place = parent;
        items[place] = item;
    }
    Ok(())
}
