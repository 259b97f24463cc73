//! Cells: a cell is a coroutine, its frame, and the task it may be. And the slots that frames live in.
//!
//! Knows nothing of what runs in them.

use crate::units::{CellId, CodeId, NameId, TaskNumber};

use super::callback::Callback;
use super::ended::{Body, Ended};
use super::value::{COROUTINE_GENERATIONS, Value, unbind};

/// What a cell is at the moment: one state, one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not in use.
    Free,
    /// A coroutine object that nothing has run yet.
    Fresh,
    /// An activation that another waits for, or a callback's, or the module's.
    Inline,
    /// A generator that waits to be resumed.
    Suspended,
    /// A task whose first step is in the ready queue.
    Scheduled,
    /// A task in the middle of a step.
    Running,
    /// A task that gave the others a turn: `sleep(0)`.
    Yielded,
    /// A task in `asyncio.sleep`; `wait` is the length in nanoseconds.
    Sleeping,
    /// The same, when its timer has left the agenda and has yet to set the future.
    SleepDue,
    /// A task whose sleep is over and whose next step is in the ready queue; `wait` as before.
    SleepDone,
    /// The same for a sleep that was cancelled; `wait` has [`TIMER_IS_SET`] when its timer is still in the agenda.
    SleepCancelled,
    /// A task that waits for the task in cell `wait`.
    WaitingForTask,
    /// A task that waits for the future `wait`.
    WaitingForFuture,
    /// A task that stands in line without a future: `wait` is its [`Spot`](super::Spot).
    InLine,
    /// A task that returned; slot 0 holds its result.
    Returned,
    /// A task that raised; slot 0 holds the exception.
    Raised,
    /// A task that ended cancelled; slot 0 holds the `CancelledError` until somebody asks for it.
    Cancelled,
    /// A task that was not over when nobody held it any more: its coroutine is closed.
    Destroyed,
}

impl State {
    /// Whether a cell in this state is a task that is over.
    #[inline]
    #[must_use]
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Returned | Self::Raised | Self::Cancelled)
    }

    /// Whether a cell in this state is a task that is not over.
    #[inline]
    #[must_use]
    pub const fn is_pending_task(self) -> bool {
        matches!(
            self,
            Self::Scheduled
                | Self::Running
                | Self::Yielded
                | Self::Sleeping
                | Self::SleepDue
                | Self::SleepDone
                | Self::SleepCancelled
                | Self::WaitingForTask
                | Self::WaitingForFuture
                | Self::InLine
        )
    }
}

/// The bit of a cancelled sleep's `wait` that says that its timer is still in the agenda.
pub const TIMER_IS_SET: u64 = 1 << 63;

/// The bit of a sleep's or a turn's `wait` that says that the op that began it names the slot of its result.
pub const HAS_RESULT: u64 = 1 << 62;

/// The bit of a wait for a future that says that nobody but the one who waits holds the future.
pub const IS_OWN: u64 = 1 << 61;

/// The bit of a wait for a future that says that the task itself stands in the line of a thing, without a coroutine between:
/// what comes after the wait is the engine's to do.
pub const IN_LINE: u64 = 1 << 60;

/// No cell.
pub const NO_CELL: CellId = CellId(u32::MAX);

/// A coroutine, its frame, and the task it may be. What a task waits for is told by its state and `wait`.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// The body.
    pub code: CodeId,
    /// The next op.
    pub pc: u32,
    /// The first of its slots.
    pub base: u32,
    /// Counts what the cell was used for, and cancelled sleeps: what names an older generation is stale.
    pub generation: u32,
    /// Of a task that does not run: its innermost activation. Of an activation: the one that waits for it.
    pub link: CellId,
    /// The N of `Task-N`.
    pub number: TaskNumber,
    /// Of a task, when it was created, of a generator, when it began: how many tasks, futures and generators were before it.
    pub created: u32,
    /// The task's name, as traces call it.
    pub name: NameId,
    /// Which task of that name it is.
    pub ordinal: u32,
    wait: [u32; 2],
    /// What is to be called when the task is done.
    pub callback: Callback,
    /// How many sleeps were cancelled since this use of the cell began.
    cancelled_sleeps: u16,
    /// What it is.
    pub state: State,
    /// See [`flag`](super::flag).
    pub flags: u8,
}

const _: () = assert!(size_of::<Cell>() <= 56);

impl Cell {
    const fn new(code: CodeId, base: u32, state: State) -> Self {
        Self {
            code,
            pc: 0,
            base,
            generation: 0,
            link: NO_CELL,
            number: TaskNumber(0),
            created: 0,
            name: NameId(0),
            ordinal: 0,
            wait: [0; 2],
            callback: Callback::NONE,
            cancelled_sleeps: 0,
            state,
            flags: 0,
        }
    }

    /// Another use of a cell that was given back.
    #[inline]
    const fn begin_anew(&mut self, code: CodeId, state: State) {
        let generation = self.generation;
        *self = Self::new(code, self.base, state);
        self.generation = generation;
    }

    /// Which use of the cell this is: what a coroutine object names.
    #[inline]
    #[must_use]
    pub const fn identity(&self) -> u32 {
        self.generation.wrapping_sub(self.cancelled_sleeps as u32)
    }

    /// The timer that was set in this generation is stale from now on.
    pub const fn cancel_timer(&mut self) {
        self.generation = self.generation.wrapping_add(1);
        self.cancelled_sleeps = self.cancelled_sleeps.wrapping_add(1);
    }

    /// What it waits for, as its state says: nanoseconds, a cell or a future.
    #[inline]
    #[must_use]
    pub const fn wait(&self) -> u64 {
        (self.wait[1] as u64) << 32 | self.wait[0] as u64
    }

    /// Sets what it waits for.
    #[inline]
    pub const fn set_wait(&mut self, wait: u64) {
        self.wait = [wait as u32, (wait >> 32) as u32];
    }

    /// Whether the op that began a turn or a sleep names the slot of its result.
    #[inline]
    #[must_use]
    pub const fn is_given_result(&self) -> bool {
        self.wait[1] & (HAS_RESULT >> 32) as u32 != 0
    }

    /// Whether the timer that was set in this generation still counts. The one of a cancelled sleep does until the task goes on
    /// (`tasks.py`, `sleep`: `finally: h.cancel()`).
    #[inline]
    #[must_use]
    pub const fn has_timer(&self, generation: u32) -> bool {
        self.generation == generation
            || matches!(self.state, State::SleepCancelled)
                && self.generation == generation.wrapping_add(1)
                && self.wait() & TIMER_IS_SET != 0
    }

    /// Whether all of `flags` are set.
    #[inline]
    #[must_use]
    pub const fn has(&self, flags: u8) -> bool {
        self.flags & flags == flags
    }
}

/// All cells and their slots.
#[derive(Debug, Default)]
pub struct Cells {
    cells: Vec<Cell>,
    slots: Vec<Value>,
    /// By how many slots it has, which it keeps: the cell given back last; its `link` names the one before.
    free: Vec<CellId>,
    /// What ran in cells that were given back.
    ended: Ended,
}

impl Cells {
    /// A cell for `code` with this many slots, all without value.
    ///
    /// # Panics
    /// When there are more than 2³² slots: the limit on tasks comes first.
    #[inline]
    pub fn insert(&mut self, code: CodeId, slots: u16, state: State) -> CellId {
        let count = usize::from(slots);
        if let Some(free) = self.free.get_mut(count)
            && *free != NO_CELL
        {
            let id = *free;
            let cell = &mut self.cells[id.0 as usize];
            *free = cell.link;
            cell.begin_anew(code, state);
            let base = cell.base as usize;
            unbind(&mut self.slots[base..base + count]);
            return id;
        }
        self.grow(code, count, state)
    }

    /// One more cell, with its slots.
    #[inline(never)]
    fn grow(&mut self, code: CodeId, count: usize, state: State) -> CellId {
        let base = u32::try_from(self.slots.len()).expect("fewer than 2³² slots");
        grow_by_a_quarter(&mut self.slots, count);
        self.slots.resize(self.slots.len() + count, Value::Unbound);
        grow_by_a_quarter(&mut self.cells, 1);
        self.cells.push(Cell::new(code, base, state));
        CellId(u32::try_from(self.cells.len() - 1).expect("fewer than 2³² cells"))
    }

    /// Gives a cell and its slots back. Values that name it are stale from now on.
    #[inline]
    pub fn free(&mut self, id: CellId, slots: u16) {
        let count = usize::from(slots);
        let cell = &mut self.cells[id.0 as usize];
        debug_assert!(cell.state != State::Free, "a cell is freed once");
        cell.state = State::Free;
        cell.flags = 0;
        cell.generation = cell.generation.wrapping_add(1);
        if self.free.len() <= count {
            self.free.resize(count + 1, NO_CELL);
        }
        cell.link = std::mem::replace(&mut self.free[count], id);
    }

    /// The coroutine or generator in a cell is over, which is given back next; `names` are its own, if its code's are not.
    #[inline]
    pub fn note_end(&mut self, id: CellId, names: Option<(NameId, NameId)>) {
        let cell = &self.cells[id.0 as usize];
        self.ended.note(id, cell.identity(), cell.code, names);
    }

    /// What a coroutine or generator was that is over; `None` where that is not known any more.
    #[must_use]
    pub fn ended(&self, cell: CellId, identity: u32) -> Option<Body> {
        self.ended.body(cell, identity)
    }

    /// The slots of a cell.
    #[inline]
    pub fn slots_mut(&mut self, id: CellId, count: u16) -> &mut [Value] {
        let base = self.cells[id.0 as usize].base as usize;
        &mut self.slots[base..base + usize::from(count)]
    }

    /// The value in one slot of a cell.
    #[inline]
    #[must_use]
    pub fn slot(&self, id: CellId, slot: u16) -> Value {
        self.slots[self.cells[id.0 as usize].base as usize + usize::from(slot)]
    }

    /// Sets one slot of a cell.
    #[inline]
    pub fn set_slot(&mut self, id: CellId, slot: u16, value: Value) {
        let base = self.cells[id.0 as usize].base as usize;
        self.slots[base + usize::from(slot)] = value;
    }

    /// Copies `count` slots of one cell, from `first` on, to the beginning of another's.
    #[inline]
    pub fn pass_arguments(&mut self, from: CellId, first: u16, to: CellId, count: u8) {
        let source = self.cells[from.0 as usize].base as usize + usize::from(first);
        let target = self.cells[to.0 as usize].base as usize;
        self.slots.copy_within(source..source + usize::from(count), target);
    }

    /// A coroutine object of `code`, whose arguments stand in `count` slots of another cell from `first` on. Its value names the
    /// cell, and which use of it is meant.
    #[inline]
    pub fn coroutine(&mut self, code: CodeId, slots: u16, from: CellId, first: u16, count: u8) -> Value {
        let cell = self.insert(code, slots, State::Fresh);
        if count > 0 {
            self.pass_arguments(from, first, cell, count);
        }
        self.coroutine_value(cell)
    }

    /// The value of the coroutine object in a cell.
    #[inline]
    #[must_use]
    pub fn coroutine_value(&self, cell: CellId) -> Value {
        Value::Coroutine(u64::from(self[cell].identity() & COROUTINE_GENERATIONS) << 32 | u64::from(cell.0))
    }

    /// Whether the coroutine with this number is still in its cell.
    #[inline]
    #[must_use]
    pub fn holds_coroutine(&self, number: u64) -> bool {
        (self[CellId(number as u32)].identity() ^ (number >> 32) as u32) & COROUTINE_GENERATIONS == 0
    }

    /// The cell of a coroutine object that nothing has run yet.
    #[inline]
    pub fn fresh_mut(&mut self, number: u64) -> Option<(CellId, &mut Cell)> {
        let id = CellId(number as u32);
        let cell = &mut self[id];
        let is_meant = (cell.identity() ^ (number >> 32) as u32) & COROUTINE_GENERATIONS == 0;
        (is_meant && cell.state == State::Fresh).then_some((id, cell))
    }

    /// A cell, unless `id` names none.
    #[inline]
    #[must_use]
    pub fn get(&self, id: CellId) -> Option<&Cell> {
        self.cells.get(id.0 as usize)
    }

    /// How many cells there are, free ones too.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// All cells with their ids, free ones too.
    pub fn iter(&self) -> impl Iterator<Item = (CellId, &Cell)> {
        (0..).map(CellId).zip(&self.cells)
    }

    /// The slots of a cell, as the collector of garbage reads them.
    #[must_use]
    pub fn slots(&self, id: CellId, count: u16) -> &[Value] {
        &self.slots[self.cells[id.0 as usize].base as usize..][..usize::from(count)]
    }
}

impl std::ops::Index<CellId> for Cells {
    type Output = Cell;

    #[inline]
    fn index(&self, id: CellId) -> &Cell {
        &self.cells[id.0 as usize]
    }
}

impl std::ops::IndexMut<CellId> for Cells {
    #[inline]
    fn index_mut(&mut self, id: CellId) -> &mut Cell {
        &mut self.cells[id.0 as usize]
    }
}

/// Makes room for `more` items. Grows by a quarter, not by half or double: with a million tasks the rest would be waste.
#[inline]
fn grow_by_a_quarter<T>(items: &mut Vec<T>, more: usize) {
    if items.capacity() - items.len() < more {
        items.reserve_exact((items.len() / 4).max(64).max(more));
    }
}
