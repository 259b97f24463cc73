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

/// A handle in the ready queue, in words that are written and read whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ready {
    since: Time,
    /// What is to be run, and above it the name of the cause's task.
    target: u64,
    /// The ordinal of the cause's task; of a sleep, whose cause is a timer, the generation; of a report or a gather, the child. Above it the
    /// kinds of the handle and of its cause.
    rest: u64,
}

const _: () = assert!(size_of::<Ready>() == 24);

/// The first bit of the name.
const NAME_AT: u32 = 32;

/// The first bits of the kinds.
const HANDLE_AT: u32 = 32;
const CAUSE_AT: u32 = 40;

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
        Self {
            since,
            target: u64::from(target) | u64::from(label.name.0) << NAME_AT,
            rest: u64::from(ordinal) | (handle as u64) << HANDLE_AT | (cause as u64) << CAUSE_AT,
        }
    }

    #[inline]
    const fn handle_kind(&self) -> HandleKind {
        match (self.rest >> HANDLE_AT) as u8 {
            0 => HandleKind::Step,
            1 => HandleKind::FinishSleep,
            2 => HandleKind::GatherTask,
            3 => HandleKind::GatherFuture,
            4 => HandleKind::ReportTask,
            5 => HandleKind::ReportFuture,
            6 => HandleKind::Call,
            7 => HandleKind::StopTask,
            _ => HandleKind::StopFuture,
        }
    }

    #[inline]
    const fn cause_kind(&self) -> CauseKind {
        match (self.rest >> CAUSE_AT) as u8 {
            0 => CauseKind::Begin,
            1 => CauseKind::ByNobody,
            2 => CauseKind::By,
            3 => CauseKind::Done,
            4 => CauseKind::Timer,
            _ => CauseKind::Yielded,
        }
    }

    /// The task of which a step is to be run, if it is that.
    #[inline]
    #[must_use]
    pub fn step(&self) -> Option<CellId> {
        matches!(self.handle_kind(), HandleKind::Step).then_some(CellId(self.target as u32))
    }

    /// What is to be run.
    #[inline]
    #[must_use]
    pub fn handle(&self) -> Handle {
        let (target, ordinal) = (self.target as u32, self.rest as u32);
        match self.handle_kind() {
            HandleKind::Step => Handle::Step(CellId(target)),
            HandleKind::FinishSleep => Handle::FinishSleep(CellId(target), ordinal),
            HandleKind::GatherTask => Handle::GatherChild(FutureId(target), Awaitable::Task(CellId(ordinal))),
            HandleKind::GatherFuture => Handle::GatherChild(FutureId(target), Awaitable::Future(FutureId(ordinal))),
            HandleKind::ReportTask => Handle::Report(target, Awaitable::Task(CellId(ordinal))),
            HandleKind::ReportFuture => Handle::Report(target, Awaitable::Future(FutureId(ordinal))),
            HandleKind::Call => Handle::Call(target),
            HandleKind::StopTask => Handle::Stop(Awaitable::Task(CellId(target))),
            HandleKind::StopFuture => Handle::Stop(Awaitable::Future(FutureId(target))),
        }
    }

    /// Why it is to be run. The cause of a report, to a gather or to a thing, is its child, which the handle names.
    #[inline]
    #[must_use]
    pub fn cause(&self) -> Cause {
        let task = TaskLabel { name: NameId((self.target >> NAME_AT) as u32), ordinal: self.rest as u32 };
        match self.cause_kind() {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_what_it_was_when_it_is_unpacked() {
        let (cell, future, since) = (CellId(u32::MAX - 1), FutureId(77), Time::from_nanoseconds(5));
        let (task, other) = (Awaitable::Task(CellId(9)), Awaitable::Future(FutureId(u32::MAX)));
        let label = TaskLabel { name: NameId(u32::MAX), ordinal: u32::MAX };
        let told =
            [Cause::Begin, Cause::By(None), Cause::By(Some(label)), Cause::Done(label), Cause::Timer, Cause::Yielded];
        let handles = [Handle::Step(cell), Handle::Call(u32::MAX), Handle::Stop(task), Handle::Stop(other)];
        for (handle, cause) in handles.into_iter().flat_map(|handle| told.map(|cause| (handle, cause))) {
            let ready = Ready::new(handle, cause, since);
            assert_eq!((ready.handle(), ready.cause(), ready.since()), (handle, cause, since));
            assert_eq!(ready.step().map(Handle::Step), Some(handle).filter(|handle| matches!(handle, Handle::Step(_))));
        }
        let sleep = Handle::FinishSleep(cell, u32::MAX);
        let reports = [task, other].map(|child| [Handle::GatherChild(future, child), Handle::Report(u32::MAX, child)]);
        for handle in reports.into_iter().flatten().chain([sleep]) {
            assert_eq!(Ready::new(handle, Cause::Timer, since).handle(), handle);
        }
    }
}
