//! A handle in the ready queue: what is to be run, why, and since when it could have been. 24 bytes.

use crate::trace::{Cause, TaskLabel};
use crate::units::{Awaitable, CellId, FutureId, NameId, Time};

/// What a handle of the ready queue does when it is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handle {
    /// Runs a step of the task in this cell.
    Step(CellId),
    /// Sets the future that this cell's sleep waits on, if the cell still has this generation.
    FinishSleep(CellId, u32),
    /// Reports to this gather that this child is done.
    GatherChild(FutureId, Awaitable),
    /// Reports to the thing of this number that this is done.
    Report(u32, Awaitable),
    /// Makes a scheduled call, by its number.
    Call(u32),
    /// Stops the loop, which was to run until this is done.
    Stop(Awaitable),
}

/// The kind of a handle and of its cause, packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HandleKind {
    Step,
    FinishSleep,
    GatherTask,
    GatherFuture,
    ReportTask,
    ReportFuture,
    Call,
    StopTask,
    StopFuture,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CauseKind {
    Begin,
    ByNobody,
    By,
    Done,
    Timer,
    Yielded,
}

/// A handle in the ready queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ready {
    since: Time,
    target: u32,
    /// The name of the cause's task.
    name: NameId,
    /// The ordinal of the cause's task; of a sleep, whose cause is a timer, the generation; of a report or a gather, the child.
    ordinal: u32,
    handle: HandleKind,
    cause: CauseKind,
}

const _: () = assert!(size_of::<Ready>() == 24);

impl Ready {
    /// A handle that could run from `since` on, for `cause`.
    #[inline]
    #[must_use]
    pub fn new(handle: Handle, cause: Cause, since: Time) -> Self {
        let nobody = TaskLabel { name: NameId(0), ordinal: 0 };
        let (cause, label) = match cause {
            Cause::Begin => (CauseKind::Begin, nobody),
            Cause::By(None) => (CauseKind::ByNobody, nobody),
            Cause::By(Some(task)) => (CauseKind::By, task),
            Cause::Done(task) => (CauseKind::Done, task),
            Cause::Timer => (CauseKind::Timer, nobody),
            Cause::Yielded => (CauseKind::Yielded, nobody),
        };
        let (handle, target, ordinal) = match handle {
            Handle::Step(cell) => (HandleKind::Step, cell.0, label.ordinal),
            Handle::FinishSleep(cell, generation) => (HandleKind::FinishSleep, cell.0, generation),
            Handle::GatherChild(future, Awaitable::Task(child)) => (HandleKind::GatherTask, future.0, child.0),
            Handle::GatherChild(future, Awaitable::Future(child)) => (HandleKind::GatherFuture, future.0, child.0),
            Handle::Report(thing, Awaitable::Task(child)) => (HandleKind::ReportTask, thing, child.0),
            Handle::Report(thing, Awaitable::Future(child)) => (HandleKind::ReportFuture, thing, child.0),
            Handle::Call(number) => (HandleKind::Call, number, label.ordinal),
            Handle::Stop(Awaitable::Task(done)) => (HandleKind::StopTask, done.0, label.ordinal),
            Handle::Stop(Awaitable::Future(done)) => (HandleKind::StopFuture, done.0, label.ordinal),
        };
        Self { since, target, name: label.name, ordinal, handle, cause }
    }

    /// The task of which a step is to be run, if it is that.
    #[inline]
    #[must_use]
    pub fn step(&self) -> Option<CellId> {
        (self.handle == HandleKind::Step).then_some(CellId(self.target))
    }

    /// What is to be run.
    #[inline]
    #[must_use]
    pub fn handle(&self) -> Handle {
        match self.handle {
            HandleKind::Step => Handle::Step(CellId(self.target)),
            HandleKind::FinishSleep => Handle::FinishSleep(CellId(self.target), self.ordinal),
            HandleKind::GatherTask => Handle::GatherChild(FutureId(self.target), Awaitable::Task(CellId(self.ordinal))),
            HandleKind::GatherFuture => {
                Handle::GatherChild(FutureId(self.target), Awaitable::Future(FutureId(self.ordinal)))
            }
            HandleKind::ReportTask => Handle::Report(self.target, Awaitable::Task(CellId(self.ordinal))),
            HandleKind::ReportFuture => Handle::Report(self.target, Awaitable::Future(FutureId(self.ordinal))),
            HandleKind::Call => Handle::Call(self.target),
            HandleKind::StopTask => Handle::Stop(Awaitable::Task(CellId(self.target))),
            HandleKind::StopFuture => Handle::Stop(Awaitable::Future(FutureId(self.target))),
        }
    }

    /// Why it is to be run. The cause of a report, to a gather or to a thing, is its child, which the handle names.
    #[inline]
    #[must_use]
    pub fn cause(&self) -> Cause {
        let task = TaskLabel { name: self.name, ordinal: self.ordinal };
        match self.cause {
            CauseKind::Begin => Cause::Begin,
            CauseKind::ByNobody => Cause::By(None),
            CauseKind::By => Cause::By(Some(task)),
            CauseKind::Done => Cause::Done(task),
            CauseKind::Timer => Cause::Timer,
            CauseKind::Yielded => Cause::Yielded,
        }
    }

    /// The instant from which on it could have run, handed on through hops that run no script's code.
    #[inline]
    #[must_use]
    pub const fn since(&self) -> Time {
        self.since
    }
}
