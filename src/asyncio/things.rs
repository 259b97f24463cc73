//! All things of a run: locks, queues, groups and the like, with the names that traces call them by.

use crate::kernel::agenda::Target;
use crate::kernel::{Value, value_of};
use crate::policy::Handle;
use crate::units::{Awaitable, FutureId, NameId, ThingKind};

use super::barrier::Barrier;
use super::completed::Completed;
use super::executor::{Executor, Job, MapResults, Thread, hold_job};
use super::line::Line;
use super::lock::{Condition, Event, Lock};
use super::queue::Queue;
use super::runner::{Resting, Runner};
use super::semaphore::Semaphore;
use super::task_group::TaskGroup;
use super::timeout::Timeout;
use super::waiting::{Shield, Waiting};

macro_rules! things {
    ($($(#[$doc:meta])* $variant:ident $get:ident $get_mut:ident;)*) => {
        /// A thing.
        #[derive(Debug)]
        pub enum Thing {
            $($(#[$doc])* $variant($variant),)*
        }

        impl Things {
            $(
                $(#[$doc])*
                ///
                /// # Panics
                /// When the thing is another one.
                #[inline]
                #[must_use]
                pub fn $get(&self, thing: u64) -> &$variant {
                    match &self.entry(thing).thing {
                        Thing::$variant(found) => found,
                        other => unreachable!("{other:?}"),
                    }
                }

                $(#[$doc])*
                ///
                /// # Panics
                /// When the thing is another one.
                #[inline]
                pub fn $get_mut(&mut self, thing: u64) -> &mut $variant {
                    match &mut self.slots[thing as u32 as usize] {
                        Some(Entry { thing: Thing::$variant(found), .. }) => found,
                        other => unreachable!("{other:?}"),
                    }
                }
            )*
        }
    };
}

things! {
    /// A lock.
    Lock lock lock_mut;
    /// An event.
    Event event event_mut;
    /// A condition.
    Condition condition condition_mut;
    /// A semaphore, bounded or not.
    Semaphore semaphore semaphore_mut;
    /// A barrier.
    Barrier barrier barrier_mut;
    /// A queue of any order.
    Queue queue queue_mut;
    /// A runner.
    Runner runner runner_mut;
    /// A timeout.
    Timeout timeout timeout_mut;
    /// A task group.
    TaskGroup group group_mut;
    /// A wait.
    Waiting waiting waiting_mut;
    /// A shield.
    Shield shield shield_mut;
    /// An iterator of `as_completed`.
    Completed completed completed_mut;
    /// An executor of threads or processes.
    Executor executor executor_mut;
    /// A concurrent future.
    Job job job_mut;
    /// A thread.
    Thread thread thread_mut;
    /// What `executor.map` returns.
    MapResults results results_mut;
}

#[derive(Debug)]
struct Entry {
    thing: Thing,
    kind: ThingKind,
    /// What it was first bound to.
    label: Option<NameId>,
    /// Which of its kind it is.
    ordinal: u32,
    is_marked: bool,
}

/// All things.
#[derive(Debug, Default)]
pub struct Things {
    slots: Vec<Option<Entry>>,
    free: Vec<u32>,
    /// By kind: how many there were.
    made: Vec<u32>,
}

impl Things {
    /// Takes in a thing; returns its kind and number, packed.
    ///
    /// # Panics
    /// When there are more than 2³² things.
    pub fn insert(&mut self, kind: ThingKind, thing: Thing) -> u64 {
        self.made.resize(ThingKind::ALL.len(), 0);
        self.made[kind as usize] += 1;
        let ordinal = self.made[kind as usize];
        let entry = Some(Entry { thing, kind, label: None, ordinal, is_marked: false });
        if let Some(number) = self.free.pop() {
            self.slots[number as usize] = entry;
            return kind.pack(number);
        }
        self.slots.push(entry);
        kind.pack(u32::try_from(self.slots.len() - 1).expect("fewer than 2³² things"))
    }

    /// An `asyncio.Queue`, if this is one, and none of its kin.
    #[inline]
    pub fn plain_queue_mut(&mut self, thing: u64) -> Option<&mut Queue> {
        match self.slots.get_mut(thing as u32 as usize) {
            Some(Some(Entry { thing: Thing::Queue(queue), kind: ThingKind::Queue, .. })) => Some(queue),
            _ => None,
        }
    }

    /// A semaphore, bounded or not, if this is one.
    #[inline]
    pub fn any_semaphore_mut(&mut self, thing: u64) -> Option<&mut Semaphore> {
        match self.slots.get_mut(thing as u32 as usize) {
            Some(Some(Entry { thing: Thing::Semaphore(semaphore), .. })) => Some(semaphore),
            _ => None,
        }
    }

    #[inline]
    fn entry(&self, thing: u64) -> &Entry {
        self.slots[thing as u32 as usize].as_ref().expect("a live thing")
    }

    #[inline]
    fn entry_mut(&mut self, thing: u64) -> &mut Entry {
        self.slots[thing as u32 as usize].as_mut().expect("a live thing")
    }

    /// The thing of this number, with its kind.
    #[must_use]
    pub fn packed(&self, number: u32) -> u64 {
        self.entry(u64::from(number)).kind.pack(number)
    }

    /// Names a thing, if it has no name yet.
    pub fn christen(&mut self, thing: u64, name: NameId) {
        self.entry_mut(thing).label.get_or_insert(name);
    }

    /// The name that it was given, or which of its kind it is.
    pub fn name(&self, thing: u64) -> Result<NameId, u32> {
        let entry = self.entry(thing);
        entry.label.ok_or(entry.ordinal)
    }

    /// The line at a thing that has one.
    pub fn line(&mut self, thing: u64) -> &mut Line {
        match &mut self.entry_mut(thing).thing {
            Thing::Lock(lock) => &mut lock.line,
            Thing::Event(event) => &mut event.line,
            Thing::Condition(condition) => &mut condition.line,
            Thing::Semaphore(semaphore) => &mut semaphore.line,
            other => unreachable!("nobody waits in line at {other:?}"),
        }
    }

    /// Marks a thing for the collector of garbage, and pushes what it holds, if it was not marked yet.
    pub fn mark(&mut self, number: u32, pending: &mut Vec<Value>, calls: &mut Vec<u32>) {
        let entry = self.slots[number as usize].as_mut().expect("a live thing");
        if !std::mem::replace(&mut entry.is_marked, true) {
            hold(&entry.thing, pending, calls);
        }
    }

    /// What a thing holds.
    pub fn held_by(&self, number: u32, held: &mut Vec<Value>, calls: &mut Vec<u32>) {
        hold(&self.entry(u64::from(number)).thing, held, calls);
    }

    /// The things that are not marked.
    pub fn unmarked(&self) -> impl Iterator<Item = u32> {
        let all = (0..).zip(&self.slots);
        all.filter(|(_, slot)| slot.as_ref().is_some_and(|entry| !entry.is_marked)).map(|(number, _)| number)
    }

    /// Whether a thing is marked.
    #[must_use]
    pub fn is_marked(&self, thing: u64) -> bool {
        self.slots.get(thing as u32 as usize).and_then(Option::as_ref).is_some_and(|entry| entry.is_marked)
    }

    /// Whether there is a thing of this number.
    #[must_use]
    pub fn is_alive(&self, thing: u64) -> bool {
        self.slots.get(thing as u32 as usize).is_some_and(Option::is_some)
    }

    /// Frees every thing that is not marked, and forgets the marks.
    pub fn sweep(&mut self) {
        for (number, slot) in (0..).zip(&mut self.slots) {
            let Some(entry) = slot else { continue };
            if !std::mem::replace(&mut entry.is_marked, false) {
                *slot = None;
                self.free.push(number);
            }
        }
    }
}

/// Pushes what a thing holds.
fn hold(thing: &Thing, pending: &mut Vec<Value>, calls: &mut Vec<u32>) {
    let future = |future: FutureId| value_of(Awaitable::Future(future));
    let task = |task| value_of(Awaitable::Task(task));
    match thing {
        Thing::Lock(lock) => pending.extend(lock.line.iter().map(future)),
        Thing::Event(event) => pending.extend(event.line.iter().map(future)),
        Thing::Condition(condition) => {
            pending.push(condition.lock);
            pending.extend(condition.line.iter().map(future));
        }
        Thing::Semaphore(semaphore) => pending.extend(semaphore.line.iter().map(future)),
        Thing::Barrier(barrier) => pending.push(barrier.condition),
        Thing::Queue(queue) => {
            pending.extend(&queue.items);
            for line in [&queue.putters, &queue.getters, &queue.joiners] {
                pending.extend(line.iter().map(future));
            }
        }
        Thing::Runner(Runner::Created(debug, factory)) => pending.extend([*debug, *factory]),
        Thing::Runner(_) => {}
        Thing::Timeout(timeout) => {
            calls.extend(timeout.call);
            pending.extend(timeout.task.map(task));
        }
        Thing::TaskGroup(group) => {
            pending.extend(group.tasks.iter().copied().chain(group.parent).map(task));
            pending.extend(group.errors.iter().copied().chain(group.base_error));
            pending.extend(group.ending.map(future));
        }
        Thing::Waiting(waiting) => {
            pending.push(future(waiting.waiter));
            pending.extend(waiting.futures.iter().copied().map(value_of));
            calls.extend(waiting.call);
        }
        Thing::Shield(shield) => pending.extend([value_of(shield.inner), future(shield.outer)]),
        Thing::Completed(completed) => {
            pending.extend([completed.done, completed.timeout]);
            pending.extend(completed.given);
            pending.extend(completed.todo.iter().copied().map(value_of));
            calls.extend(completed.call);
        }
        Thing::Executor(executor) => {
            pending.extend(executor.queue.iter().copied().map(Value::Thing));
            pending.extend(executor.initializer);
        }
        Thing::Job(job) => hold_job(job, pending),
        Thing::Thread(thread) => pending.extend(thread.call),
        Thing::MapResults(results) => pending.extend(results.jobs.iter().copied().map(Value::Thing)),
    }
}

/// Pushes what a loop holds that does not run now.
pub fn hold_resting(resting: &Resting, pending: &mut Vec<Value>, calls: &mut Vec<u32>) {
    for ready in &resting.ready {
        match ready.handle() {
            Handle::Call(number) => calls.push(number),
            Handle::GatherChild(future, child) => {
                pending.extend([value_of(Awaitable::Future(future)), value_of(child)]);
            }
            Handle::Report(thing, done) => pending.extend([Value::Thing(u64::from(thing)), value_of(done)]),
            Handle::Step(cell) | Handle::FinishSleep(cell, _) => pending.push(value_of(Awaitable::Task(cell))),
            Handle::Stop(done) => pending.push(value_of(done)),
        }
    }
    resting.agenda.for_each(|timer| match timer.target() {
        Target::Callback(number) => calls.push(number),
        Target::Sleeper(cell) => pending.push(value_of(Awaitable::Task(cell))),
    });
}
