//! Policies: what decides, and does nothing itself. A policy is a [`World`] and a ready-queue [`Discipline`].
//!
//! A policy sees `Copy` facts and never a task. Adding one is one file and one row in [`ALL`].

pub mod fifo;
pub mod first_come;
pub mod lifo;
pub mod ready;
pub mod scheduler;

use std::fmt;

pub use fifo::Fifo;
pub use first_come::FirstCome;
pub use lifo::Lifo;
pub use ready::{Handle, Ready};
pub use scheduler::{Arrival, Scheduler, Slice, Stopped};

/// What creating a task and finishing a future mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum World {
    /// One thread and a ready queue: asyncio.
    #[default]
    Loop,
    /// A task runs to its end where it is created: the cook who stands and watches the pot.
    Sequential,
}

/// The order of the ready queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReadyOrder {
    /// First in, first out: asyncio's.
    #[default]
    Fifo,
    /// Last in, first out.
    Lifo,
}

/// A whole policy, as it is named on the command line and in specs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Policy {
    /// What creating a task means.
    pub world: World,
    /// The order of the ready queue.
    pub ready: ReadyOrder,
}

/// A row of [`ALL`].
#[derive(Clone, Copy, Debug)]
pub struct PolicyRow {
    /// As it is written.
    pub name: &'static str,
    /// The policy.
    pub policy: Policy,
    /// What it means, in a line.
    pub summary: &'static str,
}

/// Every policy there is, in the order in which they are shown.
pub const ALL: &[PolicyRow] = &[
    PolicyRow {
        name: "asyncio",
        policy: Policy { world: World::Loop, ready: ReadyOrder::Fifo },
        summary: "CPython's event loop: one thread, first in, first out",
    },
    PolicyRow {
        name: "asyncio:ready=lifo",
        policy: Policy { world: World::Loop, ready: ReadyOrder::Lifo },
        summary: "the same loop, but what became ready last runs first",
    },
    PolicyRow {
        name: "sequential",
        policy: Policy { world: World::Sequential, ready: ReadyOrder::Fifo },
        summary: "one after the other: each task runs to its end where it is created",
    },
];

impl Policy {
    /// The policy called `name`, or `None`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        ALL.iter().find(|row| row.name == name).map(|row| row.policy)
    }

    /// The row of this policy.
    fn row(self) -> &'static PolicyRow {
        ALL.iter().find(|row| row.policy == self).expect("every policy has a row")
    }

    /// The name as a part of a file name that every file system takes: `asyncio+ready-lifo`.
    #[must_use]
    pub fn file_part(self) -> String {
        self.row().name.replace(':', "+").replace('=', "-")
    }

    /// What it means, in a line.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.row().summary
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.row().name)
    }
}

impl<D: Discipline + ?Sized> Discipline for Box<D> {
    fn enqueue(&mut self, ready: Ready) {
        (**self).enqueue(ready);
    }

    fn make_room(&mut self, more: usize) {
        (**self).make_room(more);
    }

    fn is_empty(&self) -> bool {
        (**self).is_empty()
    }

    fn keeps_order(&self) -> bool {
        (**self).keeps_order()
    }

    fn begin_pass(&mut self) -> usize {
        (**self).begin_pass()
    }

    fn next(&mut self) -> Option<Ready> {
        (**self).next()
    }

    fn left_in_pass(&self) -> usize {
        (**self).left_in_pass()
    }

    fn resume_pass(&mut self, left: usize) {
        (**self).resume_pass(left);
    }

    fn for_each(&self, visit: &mut dyn FnMut(&Ready)) {
        (**self).for_each(visit);
    }

    fn newest(&self, visit: &mut dyn FnMut(&Ready) -> bool) {
        (**self).newest(visit);
    }
}

/// Which handle next: the loop's ready queue.
pub trait Discipline {
    /// Takes a handle.
    fn enqueue(&mut self, ready: Ready);
    /// So many handles will come at once.
    fn make_room(&mut self, more: usize);
    /// Whether nothing is ready.
    fn is_empty(&self) -> bool;
    /// Whether what came first always runs first.
    fn keeps_order(&self) -> bool;
    /// Begins a pass and tells how many handles it will run at the most; 0 when nothing is ready.
    fn begin_pass(&mut self) -> usize;
    /// The next handle of this pass; `None` when the pass is over.
    fn next(&mut self) -> Option<Ready>;
    /// How many handles this pass still has to run.
    fn left_in_pass(&self) -> usize;
    /// A pass goes on that so many handles were left of, once all that was ready has been taken again.
    fn resume_pass(&mut self, left: usize);
    /// Everything that is ready, for the collector of garbage; the order does not matter.
    fn for_each(&self, visit: &mut dyn FnMut(&Ready));
    /// Shows what is ready from what came last on, as long as `visit` asks for more.
    fn newest(&self, visit: &mut dyn FnMut(&Ready) -> bool);
}
