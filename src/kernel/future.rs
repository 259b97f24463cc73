//! Futures that are not tasks: made by hand, or by gather. Knows nothing of who waits.

use std::num::NonZeroU32;

use crate::units::{Awaitable, CellId, FutureId, Id, NameId};

use super::callback::Callback;
use super::value::Value;

/// What has become of a future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FutureState {
    /// Nothing yet.
    Pending,
    /// It has a result.
    Result(Value),
    /// It has an exception.
    Exception(Value),
    /// It was cancelled, with this message or `None`.
    Cancelled(Value),
}

/// A future that is not a task.
#[derive(Debug)]
pub struct Future {
    /// The loop that it is of, by its number.
    pub home: u32,
    /// What has become of it.
    pub state: FutureState,
    /// What is to be called when it is done.
    pub callback: Callback,
    /// What traces call it: the number of the name it was first bound to, from 1 on.
    label: Option<NonZeroU32>,
    /// Whether somebody has seen its exception.
    pub is_retrieved: bool,
    /// The children, when it is a gather's; apart, since few futures are.
    pub gather: Option<Box<Gather>>,
    place: Option<Place>,
    /// Of a task that stands in line itself: the item that it wants to put, or what its wait is worth.
    pub stake: Value,
    /// How many places its exception had passed when it was set; 0 once it was given.
    pub passed: u16,
    is_marked: bool,
    /// When it was made: how many tasks, futures and generators were before it.
    pub created: u32,
}

const _: () = assert!(size_of::<Option<Future>>() <= 80, "one is made for each wait");

/// A place in the line of a thing, whose kind and number make it up, in eight bytes.
#[derive(Clone, Copy, Debug)]
struct Place {
    number: u32,
    kind: u8,
    role: Role,
}

impl Place {
    #[inline]
    const fn at(thing: u64, role: Role) -> Self {
        Self { number: thing as u32, kind: (thing >> 32) as u8, role }
    }

    #[inline]
    const fn thing(self) -> u64 {
        (self.kind as u64) << 32 | self.number as u64
    }
}

/// What a future in the line of a thing stands there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The thing itself: a lock, an event.
    Itself,
    /// To put into a queue.
    Put,
    /// To get from a queue.
    Get,
    /// Until all of a queue's items are worked off.
    Join,
}

/// What a gather waits for.
#[derive(Debug, Default)]
pub struct Gather {
    /// Tasks and futures in the order of the arguments, duplicates included.
    pub children: Vec<Value>,
    /// How many distinct ones there are.
    pub distinct: u32,
    /// How many of them are done.
    pub finished: u32,
    /// How many reports of children are in the ready queue, where children are counted ahead.
    pub under_way: u32,
    /// Whether children that return may be counted before they report: all are tasks that were made for it.
    pub counts_ahead: bool,
    /// `return_exceptions=True`
    pub returns_exceptions: bool,
    /// Whether the gather itself was cancelled.
    pub cancel_requested: bool,
}

/// The awaitable that `value` is, unless it is a coroutine or no awaitable at all.
#[must_use]
pub fn awaitable_of(value: Value) -> Option<Awaitable> {
    match value {
        Value::Task(cell) => Some(Awaitable::Task(CellId(cell as u32))),
        Value::Future(future) => Some(Awaitable::Future(FutureId(future as u32))),
        _ => None,
    }
}

/// An awaitable as a value.
#[must_use]
pub fn value_of(awaitable: Awaitable) -> Value {
    match awaitable {
        Awaitable::Task(cell) => Value::Task(u64::from(cell.0)),
        Awaitable::Future(future) => Value::Future(u64::from(future.0)),
    }
}

impl Future {
    /// A pending one of the loop of this number.
    const fn new(home: u32) -> Self {
        Self {
            state: FutureState::Pending,
            callback: Callback::NONE,
            label: None,
            is_retrieved: false,
            gather: None,
            place: None,
            stake: Value::None,
            passed: 0,
            is_marked: false,
            home,
            created: 0,
        }
    }

    /// The thing in whose line it stands, if it does, and what for.
    #[inline]
    #[must_use]
    pub fn line(&self) -> Option<(u64, Role)> {
        self.place.map(|place| (place.thing(), place.role))
    }

    /// It stands in the line of a thing.
    pub fn stand_in_line(&mut self, thing: u64, role: Role) {
        self.place = Some(Place::at(thing, role));
    }

    /// What traces call it: the name it was first bound to.
    #[must_use]
    pub fn label(&self) -> Option<NameId> {
        self.label.map(|label| NameId::from_index(label.get() as usize - 1))
    }

    /// It is bound to this name; the first one counts.
    pub fn christen(&mut self, name: NameId) {
        self.label = self.label.or(NonZeroU32::new(name.0 + 1));
    }

    /// The exception that nobody has seen.
    #[must_use]
    pub fn lost_exception(&self) -> Option<Value> {
        match self.state {
            FutureState::Exception(exception) if !self.is_retrieved => Some(exception),
            FutureState::Pending | FutureState::Result(_) | FutureState::Exception(_) | FutureState::Cancelled(_) => {
                None
            }
        }
    }
}

/// So many gathers' memory is kept for new ones.
const MOST_SPARE: usize = 4096;

/// All futures that are not tasks.
#[derive(Debug, Default)]
pub struct Futures {
    slots: Vec<Option<Future>>,
    free: Vec<FutureId>,
    /// The memory of gathers that are over, for new ones.
    #[expect(clippy::vec_box, reason = "the boxes are what is used again")]
    spare: Vec<Box<Gather>>,
    /// Of which loop new ones are.
    home: u32,
    /// How many tasks, futures and generators there were.
    births: u32,
}

impl Futures {
    /// A pending future.
    pub fn insert(&mut self, gather: Option<Gather>) -> FutureId {
        let created = self.next_birth();
        self.insert_future(Future { gather: gather.map(Box::new), created, ..Future::new(self.home) })
    }

    /// A pending future in the line of a thing, for which a task waits that stands in line itself.
    #[inline]
    pub fn insert_in_line(&mut self, task: CellId, thing: u64, role: Role, stake: Value) -> FutureId {
        let created = self.next_birth();
        self.insert_for_spot(task, thing, role, stake, created)
    }

    /// The same of a task that stood there already, from the birth `created` on.
    pub fn insert_for_spot(&mut self, task: CellId, thing: u64, role: Role, stake: Value, created: u32) -> FutureId {
        let place = Some(Place::at(thing, role));
        let waits = Future { callback: Callback::Wakeup(task), place, stake, created, ..Future::new(self.home) };
        self.insert_future(waits)
    }

    /// A pending future is a gather's from now on.
    #[inline]
    pub fn set_gather(&mut self, id: FutureId, gather: Gather) {
        let gather = match self.spare.pop() {
            Some(mut spare) => {
                *spare = gather;
                spare
            }
            None => Box::new(gather),
        };
        self[id].gather = Some(gather);
    }

    /// Frees a future of a gather that is over, which nothing names any more.
    #[inline]
    pub fn free_gather(&mut self, id: FutureId) {
        if let Some(mut gather) = self[id].gather.take()
            && self.spare.len() < MOST_SPARE
        {
            gather.children = Vec::new();
            self.spare.push(gather);
        }
        self.free(id);
    }

    /// The number of a task, future or generator that begins now.
    #[inline]
    pub fn next_birth(&mut self) -> u32 {
        self.births = self.births.wrapping_add(1);
        self.births
    }

    #[inline(always)]
    fn insert_future(&mut self, future: Future) -> FutureId {
        if let Some(id) = self.free.pop() {
            self.slots[id.0 as usize] = Some(future);
            return id;
        }
        self.slots.push(Some(future));
        FutureId(u32::try_from(self.slots.len() - 1).expect("fewer than 2³² futures"))
    }

    /// Gives a result to a pending future of the loop at hand for which one task waits and nothing else; the task, whose step is
    /// the only callback. `None` for any other future, which stays as it is.
    #[inline]
    pub fn wake(&mut self, id: FutureId, result: Value) -> Option<CellId> {
        let home = self.home;
        let future = &mut self[id];
        let Callback::Wakeup(task) = future.callback else { return None };
        if future.home != home || future.state != FutureState::Pending {
            return None;
        }
        future.state = FutureState::Result(result);
        future.callback = Callback::None;
        Some(task)
    }

    /// New futures are of the loop of this number.
    pub fn set_home(&mut self, home: u32) {
        self.home = home;
    }

    /// The number of the loop of which new futures are: the one at hand.
    #[inline]
    #[must_use]
    pub fn home(&self) -> u64 {
        u64::from(self.home)
    }

    /// Frees a future that nothing names any more.
    #[inline]
    pub fn free(&mut self, id: FutureId) {
        self.slots[id.0 as usize] = None;
        self.free.push(id);
    }

    /// Whether there is a future of this number.
    #[must_use]
    pub fn is_alive(&self, id: FutureId) -> bool {
        self.slots.get(id.0 as usize).is_some_and(Option::is_some)
    }

    /// Marks a future for the collector of garbage; whether it was not marked yet.
    pub fn mark(&mut self, id: FutureId) -> bool {
        !std::mem::replace(&mut self[id].is_marked, true)
    }

    /// Whether a future is marked.
    #[must_use]
    pub fn is_marked(&self, id: FutureId) -> bool {
        self.slots.get(id.0 as usize).and_then(Option::as_ref).is_some_and(|future| future.is_marked)
    }

    /// The futures that are not marked.
    pub fn unmarked(&self) -> impl Iterator<Item = FutureId> {
        let all = (0..).map(FutureId).zip(&self.slots);
        all.filter(|(_, slot)| slot.as_ref().is_some_and(|future| !future.is_marked)).map(|(id, _)| id)
    }

    /// Frees every future that is not marked, after showing it, and forgets the marks.
    pub fn sweep(&mut self, mut lost: impl FnMut(&Future)) {
        for (index, slot) in self.slots.iter_mut().enumerate() {
            let Some(future) = slot else { continue };
            if !std::mem::replace(&mut future.is_marked, false) {
                lost(future);
                *slot = None;
                self.free.push(FutureId(u32::try_from(index).expect("fewer than 2³² futures")));
            }
        }
    }

    /// Every future with its id.
    pub fn all(&self) -> impl Iterator<Item = (FutureId, &Future)> {
        (0..).map(FutureId).zip(&self.slots).filter_map(|(id, slot)| Some((id, slot.as_ref()?)))
    }

    /// Every future.
    pub fn iter(&self) -> impl Iterator<Item = &Future> {
        self.slots.iter().flatten()
    }
}

impl std::ops::Index<FutureId> for Futures {
    type Output = Future;

    #[inline]
    fn index(&self, id: FutureId) -> &Future {
        self.slots[id.0 as usize].as_ref().expect("a live future")
    }
}

impl std::ops::IndexMut<FutureId> for Futures {
    #[inline]
    fn index_mut(&mut self, id: FutureId) -> &mut Future {
        self.slots[id.0 as usize].as_mut().expect("a live future")
    }
}
