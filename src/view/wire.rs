//! The objects of JSON Lines, version 1. This is the format that others read: `trace.schema.json` and docs/trace.md say the same.

use std::borrow::Cow;

use serde::Serialize;

use crate::trace::{Awaited, Came, Cause, Deed, Event, EventKind, HandleRole, Late, TaskLabel, thing_words};
use crate::units::Names;

use super::label::plain;

/// One line.
#[derive(Serialize)]
pub(super) struct WireLine<'a> {
    t: u64,
    task: Label<'a>,
    #[serde(flatten)]
    event: WireEvent<'a>,
}

/// A task's label; `null` for code outside any task.
type Label<'a> = Option<Cow<'a, str>>;

/// What happened, and its own fields.
#[derive(Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
enum WireEvent<'a> {
    Start {
        cause: WireCause<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        late: Option<WireLate<'a>>,
    },
    CreateTask {
        child: Label<'a>,
    },
    Gather {
        children: u32,
    },
    Await {
        on: WireAwaited<'a>,
    },
    Resume {
        on: WireAwaited<'a>,
        result: WireResult<'a>,
        cause: WireCause<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        late: Option<WireLate<'a>>,
    },
    NoWait {
        on: WireAwaited<'a>,
        result: WireResult<'a>,
    },
    Call {
        function: &'a str,
    },
    Back {
        function: &'a str,
        result: WireResult<'a>,
    },
    Print {
        text: &'a str,
    },
    Block {
        duration_ns: u64,
    },
    Work {
        duration_ns: u64,
    },
    Cancel {
        target: Label<'a>,
        by_shutdown: bool,
    },
    Rename {
        target: Label<'a>,
        name: &'a str,
    },
    Acquire {
        label: &'a str,
    },
    Release {
        label: &'a str,
    },
    Put {
        label: &'a str,
        item: Option<&'a str>,
    },
    Get {
        label: &'a str,
        item: Option<&'a str>,
    },
    EventSet {
        label: &'a str,
    },
    Notify {
        label: &'a str,
    },
    Timeout {
        label: &'a str,
    },
    Submit {
        executor: &'a str,
        function: &'a str,
    },
    StartJob {
        function: &'a str,
    },
    Return {
        value: Option<&'a str>,
    },
    Raise {
        exception: &'a str,
    },
    Cancelled,
    Stderr {
        text: &'a str,
    },
    Warning {
        text: &'a str,
    },
    Pass {
        pass: u64,
        handle: WireHandle<'a>,
        cause: WireCause<'a>,
    },
    Clock {
        to_ns: u64,
    },
    SetTimer {
        deadline_ns: u64,
    },
    CancelTimer {
        deadline_ns: u64,
    },
    Stuck {
        on: WireAwaited<'a>,
    },
    Circle {
        tasks: &'a str,
    },
    End {
        outcome: &'static str,
    },
}

/// What is waited for.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum WireAwaited<'a> {
    Sleep {
        duration_ns: u64,
    },
    Task {
        task: Label<'a>,
    },
    Gather {
        children: u32,
    },
    Future {
        future: &'a str,
    },
    Thing {
        thing: &'a str,
        label: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        holder: Label<'a>,
    },
}

/// What came of a wait.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum WireResult<'a> {
    Done,
    Value { value: &'a str },
    Raised { exception: &'a str },
    Cancelled,
}

/// Why something ran.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum WireCause<'a> {
    Begin,
    By { task: Label<'a> },
    Done { task: Label<'a> },
    Timer,
    Yield,
}

/// How late, and behind whom.
#[derive(Serialize)]
struct WireLate<'a> {
    by_ns: u64,
    behind: Label<'a>,
}

/// What a handle of the ready queue does.
#[derive(Serialize)]
#[serde(tag = "role", rename_all = "snake_case")]
enum WireHandle<'a> {
    Step { task: Label<'a> },
    Wake { task: Label<'a> },
    GatherChild { child: Label<'a> },
    Report { thing: &'static str, child: Label<'a> },
    Callback { function: &'a str },
    DoneCallback { function: &'a str },
    Stop,
}

/// The object of an event.
pub(super) fn line<'a>(names: &'a Names, event: &Event<&'a str>) -> WireLine<'a> {
    let wire = Wire { names };
    WireLine { t: event.at.nanoseconds(), task: wire.maybe(event.task), event: wire.event(&event.kind) }
}

/// Puts words to ids.
#[derive(Clone, Copy)]
struct Wire<'a> {
    names: &'a Names,
}

impl<'a> Wire<'a> {
    fn label(self, task: TaskLabel) -> Label<'a> {
        Some(plain(self.names, task))
    }

    fn maybe(self, task: Option<TaskLabel>) -> Label<'a> {
        task.map(|task| plain(self.names, task))
    }

    fn event(self, kind: &EventKind<&'a str>) -> WireEvent<'a> {
        match *kind {
            EventKind::Start { cause, late } => WireEvent::Start { cause: self.cause(cause), late: self.late(late) },
            EventKind::CreateTask { child } => WireEvent::CreateTask { child: self.label(child) },
            EventKind::Gather { children } => WireEvent::Gather { children },
            EventKind::Await { on } => WireEvent::Await { on: self.awaited(on) },
            EventKind::Resume { from, came, cause, late } => WireEvent::Resume {
                on: self.awaited(from),
                result: result(came),
                cause: self.cause(cause),
                late: self.late(late),
            },
            EventKind::NoWait { on, came } => WireEvent::NoWait { on: self.awaited(on), result: result(came) },
            EventKind::Call { function } => WireEvent::Call { function: self.names.text(function) },
            EventKind::Back { function, came } => {
                WireEvent::Back { function: self.names.text(function), result: result(came) }
            }
            EventKind::Print { text } => WireEvent::Print { text },
            EventKind::Block { duration } => WireEvent::Block { duration_ns: duration.nanoseconds() },
            EventKind::Work { duration } => WireEvent::Work { duration_ns: duration.nanoseconds() },
            EventKind::Cancel { target, by_shutdown } => WireEvent::Cancel { target: self.label(target), by_shutdown },
            EventKind::Rename { target, name } => WireEvent::Rename { target: self.label(target), name },
            EventKind::Use { deed, label, item } => match deed {
                Deed::Acquire => WireEvent::Acquire { label },
                Deed::Release => WireEvent::Release { label },
                Deed::Put => WireEvent::Put { label, item },
                Deed::Get => WireEvent::Get { label, item },
                Deed::EventSet => WireEvent::EventSet { label },
                Deed::Notify => WireEvent::Notify { label },
                Deed::Timeout => WireEvent::Timeout { label },
                Deed::Submit => WireEvent::Submit { executor: label, function: item.unwrap_or_default() },
            },
            EventKind::StartJob { function } => WireEvent::StartJob { function: self.names.text(function) },
            EventKind::Return { value } => WireEvent::Return { value },
            EventKind::Raise { exception } => WireEvent::Raise { exception },
            EventKind::Cancelled => WireEvent::Cancelled,
            EventKind::Stderr { text } => WireEvent::Stderr { text },
            EventKind::Warning { text } => WireEvent::Warning { text },
            EventKind::Pass { pass, handle, cause } => {
                WireEvent::Pass { pass, handle: self.handle(handle), cause: self.cause(cause) }
            }
            EventKind::Clock { to } => WireEvent::Clock { to_ns: to.nanoseconds() },
            EventKind::TimerSet { deadline } => WireEvent::SetTimer { deadline_ns: deadline.nanoseconds() },
            EventKind::TimerCancelled { deadline } => WireEvent::CancelTimer { deadline_ns: deadline.nanoseconds() },
            EventKind::Stuck { on } => WireEvent::Stuck { on: self.awaited(on) },
            EventKind::Circle { tasks } => WireEvent::Circle { tasks },
            EventKind::End { outcome } => WireEvent::End { outcome: outcome.text() },
        }
    }

    fn awaited(self, on: Awaited<&'a str>) -> WireAwaited<'a> {
        match on {
            Awaited::Sleep(delay) => WireAwaited::Sleep { duration_ns: delay.nanoseconds() },
            Awaited::Task(task) => WireAwaited::Task { task: self.label(task) },
            Awaited::Gather(children) => WireAwaited::Gather { children },
            Awaited::Future(future) => WireAwaited::Future { future },
            Awaited::Thing { kind, role, label, holder } => {
                WireAwaited::Thing { thing: thing_words(kind, role), label, holder: self.maybe(holder) }
            }
        }
    }

    fn cause(self, cause: Cause) -> WireCause<'a> {
        match cause {
            Cause::Begin => WireCause::Begin,
            Cause::By(task) => WireCause::By { task: self.maybe(task) },
            Cause::Done(task) => WireCause::Done { task: self.label(task) },
            Cause::Timer => WireCause::Timer,
            Cause::Yielded => WireCause::Yield,
        }
    }

    fn late(self, late: Option<Late>) -> Option<WireLate<'a>> {
        late.map(|late| WireLate { by_ns: late.by.nanoseconds(), behind: self.maybe(late.behind) })
    }

    fn handle(self, handle: HandleRole) -> WireHandle<'a> {
        match handle {
            HandleRole::Step(task) => WireHandle::Step { task: self.label(task) },
            HandleRole::Wake(task) => WireHandle::Wake { task: self.label(task) },
            HandleRole::GatherChild(child) => WireHandle::GatherChild { child: self.maybe(child) },
            HandleRole::Report(kind, child) => WireHandle::Report { thing: kind.word(), child: self.maybe(child) },
            HandleRole::Callback(function) => WireHandle::Callback { function: self.names.text(function) },
            HandleRole::DoneCallback(function) => WireHandle::DoneCallback { function: self.names.text(function) },
            HandleRole::Stop => WireHandle::Stop,
        }
    }
}

fn result(came: Came<&str>) -> WireResult<'_> {
    match came {
        Came::Done => WireResult::Done,
        Came::Value(value) => WireResult::Value { value },
        Came::Raised(exception) => WireResult::Raised { exception },
        Came::Cancelled => WireResult::Cancelled,
    }
}
