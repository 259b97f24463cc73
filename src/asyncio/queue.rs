//! Queues (`queues.py`, `Queue`, `PriorityQueue`, `LifoQueue`): what is in them, and who waits.

use std::collections::VecDeque;

use crate::kernel::{FutureState, Futures, Role, Value};
use crate::units::FutureId;

use super::line::Line;

/// `asyncio.Queue` and its kin. The order of the items is the business of who puts and gets.
#[derive(Debug)]
pub struct Queue {
    /// What is in it; of a `PriorityQueue` a heap, as `heapq` keeps it.
    pub items: VecDeque<Value>,
    /// `maxsize`, as it was given.
    pub size: Value,
    /// How many items fit; none or less means any number.
    most: i64,
    /// So many items may be in it as one more is put without a second look: none where it was shut down.
    room: usize,
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

/// So many items fit into any queue without a look at how much memory there is.
const FEW_ITEMS: usize = 4096;

impl Default for Queue {
    fn default() -> Self {
        Self {
            items: VecDeque::new(),
            size: Value::Int(0),
            most: 0,
            room: FEW_ITEMS,
            unfinished: 0,
            is_shut_down: false,
            is_hidden: false,
            putters: Line::default(),
            getters: Line::default(),
            joiners: Line::default(),
        }
    }
}

impl Queue {
    /// An empty one: `maxsize` as it was given, and as a number.
    #[must_use]
    pub fn new(size: Value, most: i64) -> Self {
        let room = usize::try_from(most).ok().filter(|most| *most > 0).unwrap_or(FEW_ITEMS);
        Self { size, most, room: room.min(FEW_ITEMS), ..Self::default() }
    }

    /// An empty one inside of something else.
    #[must_use]
    pub fn hidden() -> Self {
        Self { is_hidden: true, ..Self::default() }
    }

    /// `shutdown()`
    pub fn shut_down(&mut self) {
        self.is_shut_down = true;
        self.room = 0;
    }

    /// Whether one more item can be put without a second look.
    #[inline]
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.items.len() < self.room
    }

    /// Whether one who puts an item must wait, and the queue is so small that nobody asks how much memory there is.
    #[must_use]
    pub fn makes_wait(&self) -> bool {
        !self.is_shut_down && self.items.len() < FEW_ITEMS && self.is_full()
    }

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

/// Where an item goes in a heap (`_heapqmodule.c`, `heappush`, `siftdown`): the places whose items move down, from the end up.
///
/// Nothing is changed: comparing may have to ask the script, and is then done again.
///
/// # Errors
/// What comparing raises; `path` is how far the item has come.
pub fn push_path<E>(
    items: &VecDeque<Value>,
    item: Value,
    path: &mut Vec<usize>,
    mut less: impl FnMut(Value, Value) -> Result<bool, E>,
) -> Result<(), E> {
    let mut place = items.len();
    while place > 0 {
        let parent = (place - 1) / 2;
        if !less(item, items[parent])? {
            break;
        }
        path.push(parent);
        place = parent;
    }
    Ok(())
}

/// Puts an item into a heap, along the path that was found for it.
pub fn push_heap(items: &mut VecDeque<Value>, item: Value, path: &[usize]) {
    items.push_back(item);
    let mut place = items.len() - 1;
    for parent in path {
        items.swap(place, *parent);
        place = *parent;
    }
}

/// The places through which the last item of a heap goes when the least is taken (`_heapqmodule.c`, `heappop`, `siftup`): each
/// one's item moves to the place before, and the last item takes the end of the path, which begins with 0.
///
/// # Errors
/// What comparing raises; nothing is changed, and `path` is how far the last item has come.
pub fn pop_path<E>(
    items: &VecDeque<Value>,
    path: &mut Vec<usize>,
    mut less: impl FnMut(Value, Value) -> Result<bool, E>,
) -> Result<(), E> {
    let Some(count) = items.len().checked_sub(1) else { return Ok(()) };
    let (mut place, last) = (0, items[count]);
    // The smaller child moves up until a leaf is reached, then the last item climbs from there.
    while 2 * place + 1 < count {
        let mut child = 2 * place + 1;
        if child + 1 < count && !less(items[child], items[child + 1])? {
            child += 1;
        }
        path.push(child);
        place = child;
    }
    while path.len() > 1 && less(last, items[place])? {
        path.pop();
        place = path[path.len() - 1];
    }
    Ok(())
}

/// Takes the least item out of a heap, along the path that was found.
pub fn pop_heap(items: &mut VecDeque<Value>, path: &[usize]) -> Option<Value> {
    let last = items.pop_back()?;
    let Some(least) = items.front().copied() else { return Some(last) };
    for step in path.windows(2) {
        items[step[0]] = items[step[1]];
    }
    items[path[path.len() - 1]] = last;
    Some(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heap_gives_its_items_in_order() {
        let less = |left: Value, right: Value| match (left, right) {
            (Value::Int(left), Value::Int(right)) => Ok::<bool, ()>(left < right),
            _ => Err(()),
        };
        let mut items = VecDeque::new();
        let mut state = 1_i64;
        for _ in 0..200 {
            state = state * 48_271 % 2_147_483_647;
            let item = Value::Int(state % 50);
            let mut path = Vec::new();
            push_path(&items, item, &mut path, less).expect("numbers compare");
            push_heap(&mut items, item, &path);
        }
        let mut taken = Vec::new();
        while !items.is_empty() {
            let mut path = vec![0];
            pop_path(&items, &mut path, less).expect("numbers compare");
            taken.extend(pop_heap(&mut items, &path));
        }
        assert_eq!(taken.len(), 200);
        assert!(taken.windows(2).all(|pair| less(pair[1], pair[0]) == Ok(false)));
    }
}
