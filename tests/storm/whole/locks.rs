//! Locks, events, conditions, semaphores and barriers.

use super::writer::{Kinds, Writer};

pub(super) const LOCK: Kinds = &[
    (3, Writer::lock_block),
    (3, Writer::lock_by_hand),
    (2, Writer::lock_in_time),
    (3, Writer::lock_race),
    (1, Writer::lock_look),
    (4, Writer::lock_crowd),
];
pub(super) const EVENT: Kinds =
    &[(4, Writer::event_wait), (3, Writer::event_change), (1, Writer::event_look), (4, Writer::event_crowd)];
pub(super) const CONDITION: Kinds = &[
    (3, Writer::condition_wait),
    (2, Writer::condition_wait_for),
    (5, Writer::condition_notify),
    (1, Writer::condition_misuse),
    (3, Writer::condition_crowd),
];
pub(super) const SEMAPHORE: Kinds = &[
    (3, Writer::semaphore_block),
    (3, Writer::semaphore_by_hand),
    (2, Writer::semaphore_in_time),
    (3, Writer::semaphore_race),
    (1, Writer::semaphore_look),
    (1, Writer::semaphore_release),
    (5, Writer::semaphore_crowd),
];
pub(super) const BARRIER: Kinds = &[
    (4, Writer::barrier_wait),
    (1, Writer::barrier_block),
    (2, Writer::barrier_change),
    (1, Writer::barrier_look),
    (4, Writer::barrier_crowd),
];

/// The things that programs share.
impl Writer {
    pub(super) fn things(&mut self) {
        self.line("locks = [asyncio.Lock(), asyncio.Lock()]");
        self.line("events = [asyncio.Event(), asyncio.Event()]");
        self.line("conditions = [asyncio.Condition(), asyncio.Condition(locks[1])]");
        let (some, bound) = (self.dice.between(0, 2), self.dice.between(1, 2));
        self.line(&format!("semaphores = [asyncio.Semaphore({some}), asyncio.BoundedSemaphore({bound})]"));
        let (few, many) = (self.dice.between(1, 2), self.dice.between(2, 3));
        self.line(&format!("barriers = [asyncio.Barrier({few}), asyncio.Barrier({many})]"));
        let (first, second) = (self.dice.choose(&[0, 1, 1, 2]), self.dice.choose(&[0, 1, 1, 2]));
        let other = self.dice.choose(&["PriorityQueue", "LifoQueue", "Queue"]);
        self.line(&format!("queues = [asyncio.Queue({first}), asyncio.{other}({second})]"));
    }

    /// How all things are in the end.
    pub(super) fn survey(&mut self) {
        self.tell("[lock.locked() for lock in locks], [event.is_set() for event in events]");
        self.tell("[condition.locked() for condition in conditions], [each.locked() for each in semaphores]");
        self.tell("[(each.n_waiting, each.broken) for each in barriers], [queue.qsize() for queue in queues]");
        self.tell("[task.done() for task in tasks], [future.done() for future in futures]");
    }

    fn one(&mut self, list: &str) -> String {
        let which = usize::from(self.dice.chance(35));
        format!("{list}[{which}]")
    }

    pub(super) fn lock(&mut self) -> String {
        self.one("locks")
    }

    pub(super) fn event(&mut self) -> String {
        self.one("events")
    }

    pub(super) fn condition(&mut self) -> String {
        self.one("conditions")
    }

    pub(super) fn semaphore(&mut self) -> String {
        self.one("semaphores")
    }

    pub(super) fn barrier(&mut self) -> String {
        self.one("barriers")
    }

    /// `async with thing:`
    fn hold_in_block(&mut self, thing: &str) {
        if self.has_room() {
            return self.nested(&format!("async with {thing}:"), 3);
        }
        let delay = self.delay();
        self.short(&format!("async with {thing}:"), &format!("await asyncio.sleep({delay})"));
    }

    /// Some statements, then the release, whatever happens.
    fn release_finally(&mut self, thing: &str) {
        if self.has_room() {
            self.nested("try:", 3);
        } else {
            let delay = self.delay();
            self.short("try:", &format!("await asyncio.sleep({delay})"));
        }
        self.short("finally:", &format!("{thing}.release()"));
    }

    fn hold_by_hand(&mut self, thing: &str) {
        self.tell(&format!("await {thing}.acquire()"));
        self.release_finally(thing);
    }

    /// Taken if that is possible before a timeout.
    fn hold_in_time(&mut self, thing: &str) {
        let (limit, tag) = (self.limit(), self.tag());
        self.line("try:");
        self.inside(|writer| {
            writer.tell(&format!("await asyncio.wait_for({thing}.acquire(), {limit})"));
            writer.release_finally(thing);
        });
        self.short("except TimeoutError as error:", &format!("tell({tag}, error)"));
    }
}

/// Locks.
impl Writer {
    /// Whoever holds it lets three others come, then lets go.
    fn race_for(&mut self, thing: &str) {
        let delay = self.delay();
        let block = format!("async with {thing}:");
        let hold = |writer: &mut Self| writer.short(&block, "await asyncio.sleep(0)");
        let take = |writer: &mut Self| writer.short(&block, "print(\"taken\")");
        self.race(&format!("hold({thing}, {delay})"), hold, take);
    }

    fn lock_race(&mut self) {
        let lock = self.lock();
        self.race_for(&lock);
    }

    fn lock_block(&mut self) {
        let lock = self.lock();
        self.hold_in_block(&lock);
    }

    fn lock_by_hand(&mut self) {
        let lock = self.lock();
        self.hold_by_hand(&lock);
    }

    fn lock_in_time(&mut self) {
        let lock = self.lock();
        self.hold_in_time(&lock);
    }

    fn lock_look(&mut self) {
        let lock = self.lock();
        if self.dice.chance(70) {
            self.tell(&format!("{lock}.locked()"));
        } else {
            self.guard(&format!("{lock}.release()"));
        }
    }

    fn lock_crowd(&mut self) {
        let (lock, delay) = (self.lock(), self.delay());
        self.crowd(&format!("hold({lock}, {delay})"));
    }
}

/// Events.
impl Writer {
    fn event_wait(&mut self) {
        let event = self.event();
        self.interrupted(&format!("{event}.wait()"));
    }

    fn event_change(&mut self) {
        let event = self.event();
        match self.dice.below(4) {
            0 => self.line(&format!("{event}.clear()")),
            1 => {
                self.line(&format!("{event}.set()"));
                self.line(&format!("{event}.clear()"));
            }
            _ => self.line(&format!("{event}.set()")),
        }
    }

    fn event_look(&mut self) {
        let event = self.event();
        self.tell(&format!("{event}.is_set()"));
    }

    fn event_crowd(&mut self) {
        let event = self.event();
        self.crowd(&format!("{event}.wait()"));
    }
}

/// Conditions.
impl Writer {
    /// `async with condition:` and a line in it, or the same by hand.
    fn holding(&mut self, condition: &str, write: impl FnOnce(&mut Self)) {
        if self.dice.chance(75) {
            self.line(&format!("async with {condition}:"));
            return self.inside(write);
        }
        self.line(&format!("await {condition}.acquire()"));
        self.line("try:");
        self.inside(write);
        self.short("finally:", &format!("{condition}.release()"));
    }

    fn condition_wait(&mut self) {
        let condition = self.condition();
        self.holding(&condition, |writer| writer.interrupted(&format!("{condition}.wait()")));
    }

    fn condition_wait_for(&mut self) {
        let (condition, least) = (self.condition(), self.dice.between(1, 4));
        self.holding(&condition, |writer| {
            writer.interrupted(&format!("{condition}.wait_for(lambda: state[0] >= {least})"));
        });
    }

    fn condition_notify(&mut self) {
        let (condition, delay) = (self.condition(), self.delay());
        let notify = self.dice.choose(&["notify()", "notify(2)", "notify_all()", "notify(0)"]);
        let (comes_before, comes_behind) = (self.dice.chance(30), self.dice.chance(30));
        self.holding(&condition, |writer| {
            if comes_before {
                writer.line(&format!("await asyncio.sleep({delay})"));
            }
            writer.line("state[0] += 1");
            writer.line(&format!("{condition}.{notify}"));
            if comes_behind {
                writer.line(&format!("await asyncio.sleep({delay})"));
            }
        });
    }

    fn condition_misuse(&mut self) {
        let condition = self.condition();
        let misuse = self.dice.choose(&["notify()", "notify_all()", "locked()", "release()"]);
        self.guard(&format!("{condition}.{misuse}"));
        let wait = format!("await {condition}.wait()");
        if self.dice.chance(30) {
            self.guard(&wait);
        }
    }

    fn condition_crowd(&mut self) {
        let (condition, rounds) = (self.condition(), self.dice.between(1, 2));
        self.crowd(&format!("listen({condition}, {rounds})"));
    }
}

/// Semaphores.
impl Writer {
    fn semaphore_race(&mut self) {
        let semaphore = self.semaphore();
        self.race_for(&semaphore);
    }

    fn semaphore_block(&mut self) {
        let semaphore = self.semaphore();
        self.hold_in_block(&semaphore);
    }

    fn semaphore_by_hand(&mut self) {
        let semaphore = self.semaphore();
        self.hold_by_hand(&semaphore);
    }

    fn semaphore_in_time(&mut self) {
        let semaphore = self.semaphore();
        self.hold_in_time(&semaphore);
    }

    fn semaphore_look(&mut self) {
        let semaphore = self.semaphore();
        self.tell(&format!("{semaphore}.locked()"));
    }

    fn semaphore_release(&mut self) {
        let semaphore = self.semaphore();
        self.guard(&format!("{semaphore}.release()"));
    }

    fn semaphore_crowd(&mut self) {
        let (semaphore, delay) = (self.semaphore(), self.delay());
        self.crowd(&format!("hold({semaphore}, {delay})"));
    }
}

/// Barriers.
impl Writer {
    fn barrier_wait(&mut self) {
        let barrier = self.barrier();
        self.interrupted(&format!("{barrier}.wait()"));
    }

    fn barrier_block(&mut self) {
        let (barrier, delay) = (self.barrier(), self.delay());
        self.line(&format!("async with {barrier} as place:"));
        self.inside(|writer| {
            writer.tell("place");
            writer.line(&format!("await asyncio.sleep({delay})"));
        });
    }

    fn barrier_change(&mut self) {
        let barrier = self.barrier();
        let change = self.dice.choose(&["abort", "reset", "reset"]);
        self.guard(&format!("await {barrier}.{change}()"));
    }

    fn barrier_look(&mut self) {
        let barrier = self.barrier();
        self.tell(&format!("{barrier}.n_waiting, {barrier}.broken, {barrier}.parties"));
    }

    fn barrier_crowd(&mut self) {
        let (barrier, rounds) = (self.barrier(), self.dice.between(1, 3));
        self.crowd(&format!("meet({barrier}, {rounds})"));
    }
}
