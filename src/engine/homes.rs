//! Of which loop tasks and futures are, and what comes of using them on another one (`futures.py`, `tasks.py`).

use crate::asyncio::line::Line;
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::text::hidden_address;
use crate::kernel::{Callback, FutureState, Role, Value, flag, value_of};
use crate::policy::{Discipline, Handle};
use crate::signatures::asyncio::Function;
use crate::trace::{Cause, Sink};
use crate::units::{Awaitable, CellId, ThingKind};

use super::Engine;
use super::many::{Loops, NOBODY};

impl Loops {
    /// What loops that are not at hand hold, and what all are told to call.
    pub(super) fn for_each_value(&self, roots: &mut Vec<Value>, calls: &mut Vec<u32>) {
        for (number, each) in (0..).zip(&self.all) {
            if self.met.is_none() || !each.is_closed || self.current() == Some(number) {
                each.for_each_value(roots, calls);
            }
        }
    }

    /// Whether there is no more than one.
    #[inline]
    pub(super) fn are_one(&self) -> bool {
        self.all.len() <= 1
    }

    /// The collector has met a loop.
    #[inline]
    pub(super) fn meet(&mut self, number: u64) {
        if let Some(met) = &mut self.met
            && let Some(is_met) = met.get_mut(number as usize)
        {
            *is_met = true;
        }
    }

    /// Whether the loop of this number was closed.
    pub(super) fn is_closed(&self, number: u64) -> bool {
        self.all.get(number as usize).is_some_and(|each| each.is_closed)
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// A task was made, or an asynchronous generator begins: it is of the loop at hand.
    pub(super) fn note_home(&mut self, task: CellId) {
        let number = self.loops.at_hand;
        if number != 0 && number != NOBODY {
            self.loops.homes.insert(task, number);
        } else if !self.loops.homes.is_empty() {
            self.loops.homes.swap_remove(&task);
        }
    }

    /// The loop that a task is of, or on which an asynchronous generator began.
    pub(super) fn home_of_cell(&self, cell: CellId) -> u64 {
        self.loops.homes.get(&cell).copied().unwrap_or(0)
    }

    /// The loop that a task or a future is of.
    pub(super) fn home(&self, awaitable: Awaitable) -> u64 {
        match awaitable {
            Awaitable::Task(task) => self.home_of_cell(task),
            Awaitable::Future(future) => u64::from(self.vm.futures[future].home),
        }
    }

    /// Marks what is reachable, where nothing holds a loop that is closed but what names it, and the tasks and futures of it: with
    /// it goes what its handler leads to.
    pub(super) fn mark_without_closed_loops(&mut self) -> Vec<Value> {
        self.loops.met = Some(vec![false; self.loops.all.len()]);
        let marked = self.mark_roots();
        let mut is_held: Vec<bool> = self.loops.all.iter().map(|each| !each.is_closed).collect();
        loop {
            let tasks = self.cells.iter().filter(|(_, cell)| cell.has(flag::MARKED) && cell.has(flag::TASK));
            let tasks = tasks.map(|(task, _)| self.home_of_cell(task));
            let futures = self.vm.futures.all().filter(|(future, _)| self.vm.futures.is_marked(*future));
            let mut homes: Vec<u64> = tasks.chain(futures.map(|(_, future)| u64::from(future.home))).collect();
            let met = self.loops.met.iter().flatten();
            homes.extend((0..).zip(met).filter(|(_, is_met)| **is_met).map(|(number, _)| number));
            let (mut held, mut calls) = (Vec::new(), Vec::new());
            for number in homes {
                if let Some(is_held) = is_held.get_mut(number as usize)
                    && !std::mem::replace(is_held, true)
                {
                    self.loops.all[number as usize].for_each_value(&mut held, &mut calls);
                }
            }
            if held.is_empty() {
                break;
            }
            held.extend(calls.into_iter().map(|call| Value::Handle(u64::from(call))));
            self.mark_all(&mut held);
        }
        self.loops.met = None;
        marked
    }

    /// What is of another loop than the one at hand.
    pub(super) fn is_of_another_loop(&self, awaitable: Awaitable) -> bool {
        !self.loops.are_one() && self.home(awaitable) != self.loops.at_hand
    }

    /// Whether no loop is at hand, and that of this is closed.
    #[inline]
    pub(super) fn is_of_closed_loop(&self, awaitable: Awaitable) -> bool {
        self.loops.at_hand == NOBODY && self.loops.is_closed(self.home(awaitable))
    }

    /// `loop=…` is not the loop of what was given.
    pub(super) fn wrong_loop(&mut self) -> Raised {
        let message = "The future belongs to a different loop than the one specified as the loop argument";
        self.vm.heap.raise(ClassId::VALUE_ERROR, message)
    }

    /// Whether one may wait at a thing on the loop at hand: the first who has to binds it to the loop of that moment.
    #[inline]
    pub(super) fn bind_to_loop(&mut self, thing: u64, role: Role) -> bool {
        if !self.is_loop_running {
            return false;
        }
        let number = self.loops.at_hand;
        self.bound_line(thing, role).bind(number)
    }

    /// The line that knows on which loop all wait at a thing.
    #[inline]
    fn bound_line(&mut self, thing: u64, role: Role) -> &mut Line {
        match role {
            Role::Itself => self.vm.things.line(thing),
            // All who put and get wait on the queue's loop, those who join on that of an event inside.
            Role::Put | Role::Get => &mut self.vm.things.queue_mut(thing).getters,
            Role::Join => &mut self.vm.things.queue_mut(thing).joiners,
        }
    }

    /// `lock._loop`: the loop on which all wait at a thing, if anybody ever had to.
    pub(super) fn loop_of_thing(&mut self, thing: u64) -> Value {
        let home = match ThingKind::of(thing) {
            ThingKind::Barrier => None,
            ThingKind::Queue | ThingKind::PriorityQueue | ThingKind::LifoQueue => {
                self.vm.things.queue_mut(thing).getters.home()
            }
            _ => self.vm.things.line(thing).home(),
        };
        home.map_or(Value::None, Value::Loop)
    }

    /// `lock._loop = loop`; false where it is another attribute.
    pub(super) fn set_loop_of_thing(&mut self, function: Function, value: Value, new: Value) -> bool {
        let Value::Thing(thing) = value else { return false };
        let is_loop = matches!(
            function,
            Function::LockLoop
                | Function::EventLoop
                | Function::ConditionLoop
                | Function::SemaphoreLoop
                | Function::QueueLoop
        );
        if !is_loop {
            return false;
        }
        let home = if let Value::Loop(number) = new { Some(number) } else { None };
        match ThingKind::of(thing) {
            ThingKind::Barrier => {}
            ThingKind::Queue | ThingKind::PriorityQueue | ThingKind::LifoQueue => {
                self.vm.things.queue_mut(thing).getters.set_home(home);
            }
            _ => self.vm.things.line(thing).set_home(home),
        }
        true
    }

    /// What comes of having to wait at a thing of another loop, or where no loop runs.
    pub(super) fn bound_elsewhere(&mut self, thing: u64, role: Role) -> Raised {
        if self.bound_line(thing, role).home().is_none() {
            let message = "'NoneType' object has no attribute 'create_future'";
            return self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message);
        }
        let words = match role {
            Role::Join => {
                let waiters = self.vm.things.queue_mut(thing).joiners.len();
                let waiters = if waiters == 0 { String::new() } else { format!(", waiters:{waiters}") };
                format!("<asyncio.locks.Event object at {} [unset{waiters}]>", hidden_address())
            }
            Role::Itself | Role::Put | Role::Get => match self.text_of_thing(thing, true) {
                Ok(text) => self.vm.heap.as_text(text).unwrap_or_default().to_owned(),
                Err(raised) => return raised,
            },
        };
        self.vm.heap.raise(ClassId::RUNTIME_ERROR, format!("{words} is bound to a different event loop"))
    }

    /// What is done has callbacks, and another loop than the one at hand, if there is one: that loop queues them. One that is closed
    /// refuses them, and they are lost (`futures.py`, `__schedule_callbacks`).
    #[cold]
    pub(super) fn release_elsewhere(&mut self, awaitable: Awaitable, cause: Cause) {
        let home = self.home(awaitable);
        if !self.loops.is_closed(home) {
            return self.on_loop(home, |engine| engine.release_callbacks(awaitable, cause));
        }
        let callbacks = match awaitable {
            Awaitable::Task(task) => &mut self.cells[task].callback,
            Awaitable::Future(future) => &mut self.vm.futures[future].callback,
        };
        let mut callbacks = std::mem::replace(callbacks, Callback::None);
        if callbacks != Callback::None {
            let mut refused = Vec::new();
            self.mark_callbacks(callbacks, &mut refused);
            self.lists.take(&mut callbacks, |_| {});
            self.refused = Some(refused);
        }
    }

    /// The sleep of a task of another loop is over: that loop goes on with the task, unless it is closed.
    #[cold]
    pub(super) fn wake_elsewhere(&mut self, task: CellId) {
        let home = self.home(Awaitable::Task(task));
        if self.loops.is_closed(home) {
            self.refused = Some(Vec::new());
        } else {
            self.on_loop(home, |engine| engine.call_soon(Handle::Step(task)));
        }
    }

    /// What comes of a call when a closed loop was to call something for it.
    #[cold]
    pub(super) fn tell_refusal(&mut self) -> Raised {
        let refused = self.refused.take().unwrap_or_default();
        let raised = self.loop_is_closed();
        // Its traceback leads to them.
        refused.into_iter().for_each(|value| self.hold_with(Err(raised), value));
        raised
    }

    /// A task awaits what is of another loop: its next step is told so (`tasks.py`, `__step`).
    pub(super) fn await_of_another_loop(&mut self, task: CellId, awaitable: Awaitable) {
        let (words, awaited) = (self.words_of(value_of(Awaitable::Task(task))), self.words_of(value_of(awaitable)));
        let message = format!("Task {words} got Future {awaited} attached to a different loop");
        let raised = self.vm.heap.raise(ClassId::RUNTIME_ERROR, message);
        let failed = self.vm.futures.insert(None);
        self.vm.futures[failed].is_retrieved = true;
        self.suspend_on(task, Awaitable::Future(failed), 0);
        self.finish_future(failed, FutureState::Exception(raised.0), Cause::By(self.current_label()));
    }
}

/// The loop that a value is.
pub(super) fn number_of_loop(value: Value) -> u64 {
    let Value::Loop(number) = value else { unreachable!("a method of loops") };
    number
}
