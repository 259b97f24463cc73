//! The events of a run. `T` is how an event holds text: `&str` while it streams by, a range when it is kept.

use crate::units::{Delay, NameId, Names, Outcome, ThingKind, Time};

use super::sink::Detail;
use super::thing::{Deed, ThingRole, thing_words};

/// A task as traces call it: its coroutine's name or the one it was given, and which of that name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TaskLabel {
    /// The name.
    pub name: NameId,
    /// 1 for the first task of that name, 2 for the next, shown as `name#2`.
    pub ordinal: u32,
}

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event<T> {
    /// When.
    pub at: Time,
    /// In which task or thread; `None` for the loop's code outside any task.
    pub task: Option<TaskLabel>,
    /// What.
    pub kind: EventKind<T>,
}

/// What a task waits for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Awaited<T> {
    /// `asyncio.sleep`; zero gives the others one turn.
    Sleep(Delay),
    /// Another task.
    Task(TaskLabel),
    /// A gather of so many distinct children.
    Gather(u32),
    /// A future made by hand, by its label.
    Future(T),
    /// A lock, a queue or the like.
    Thing {
        /// What kind of wait: `lock`, `get`.
        kind: ThingKind,
        /// Which side of a queue.
        role: ThingRole,
        /// What it is called.
        label: T,
        /// Who has the lock.
        holder: Option<TaskLabel>,
    },
}

/// What came of a wait.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Came<T> {
    /// It is over, and its value is `None`.
    Done,
    /// Its value, as `repr` shows it, perhaps cut short.
    Value(T),
    /// It raised: the exception as `repr` shows it.
    Raised(T),
    /// It, or the one who waited, was cancelled.
    Cancelled,
}

/// A task ran later than it could have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// By how much.
    pub by: Delay,
    /// Who held the loop; `None` for code outside any task.
    pub behind: Option<TaskLabel>,
}

/// Why a handle is in the ready queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The run began it: the main task, the shutdown.
    Begin,
    /// This task, or code outside any, made it ready: created it, called `call_soon`, set a future.
    By(Option<TaskLabel>),
    /// This task is done.
    Done(TaskLabel),
    /// A timer came due.
    Timer,
    /// `sleep(0)`: the task itself asked for another turn.
    Yielded,
}

/// The kinds of events. A new one is added here, in every view, in the JSON Schema and in docs/trace.md.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EventKind<T> {
    /// A task runs its first step.
    Start {
        /// Who or what made it ready.
        cause: Cause,
        /// When it ran later than it could have.
        late: Option<Late>,
    },
    /// `asyncio.create_task`.
    CreateTask {
        /// The new task.
        child: TaskLabel,
    },
    /// `asyncio.gather` wrapped coroutines and tasks into one future.
    Gather {
        /// Distinct children.
        children: u32,
    },
    /// The task suspends.
    Await {
        /// What it waits for.
        on: Awaited<T>,
    },
    /// The task goes on.
    Resume {
        /// What it waited for.
        from: Awaited<T>,
        /// What came of it.
        came: Came<T>,
        /// Who or what made it ready.
        cause: Cause,
        /// When it ran later than it could have.
        late: Option<Late>,
    },
    /// An await that did not suspend.
    NoWait {
        /// What was done already.
        on: Awaited<T>,
        /// What came of it.
        came: Came<T>,
    },
    /// A coroutine awaited inline, or a plain function that prints or takes time, begins.
    Call {
        /// Its name.
        function: NameId,
    },
    /// It is over.
    Back {
        /// Its name.
        function: NameId,
        /// What came of it.
        came: Came<T>,
    },
    /// `print`: the whole text without the final newline.
    Print {
        /// As it was printed.
        text: T,
    },
    /// `time.sleep`: the whole thread stood still from this event's instant on.
    Block {
        /// For how long.
        duration: Delay,
    },
    /// A CPU-bound stretch from this event's instant on.
    Work {
        /// For how long.
        duration: Delay,
    },
    /// `task.cancel()`: asks for the cancellation of a task.
    Cancel {
        /// Which.
        target: TaskLabel,
        /// Whether `asyncio.run` asked for it, at its end, and not this event's task.
        by_shutdown: bool,
    },
    /// `task.set_name`.
    Rename {
        /// Which task; its label stays.
        target: TaskLabel,
        /// The new name, as `repr` shows it.
        name: T,
    },
    /// A lock, a queue or the like was used.
    Use {
        /// What was done.
        deed: Deed,
        /// With what.
        label: T,
        /// Which item, as `repr` shows it.
        item: Option<T>,
    },
    /// A thread begins a job. What it does till the next of its `Return` and `Raise` is this job's.
    StartJob {
        /// The function.
        function: NameId,
    },
    /// The task or the job returned.
    Return {
        /// What it returned, as `repr` shows it; `None` for `None`.
        value: Option<T>,
    },
    /// The task or the job ended with an exception.
    Raise {
        /// As `repr` shows it.
        exception: T,
    },
    /// The task ended cancelled.
    Cancelled,
    /// The script, or what it logs, wrote a line to stderr.
    Stderr {
        /// The line.
        text: T,
    },
    /// What CPython would tell on stderr.
    Warning {
        /// Its words.
        text: T,
    },
    /// Detail `loop`: a handle of the ready queue is run.
    Pass {
        /// The pass it belongs to, from 1.
        pass: u64,
        /// What the handle does.
        handle: HandleRole,
        /// Who or what made it ready.
        cause: Cause,
    },
    /// Detail `loop`: the idle loop jumps to the next timer.
    Clock {
        /// From this event's instant.
        to: Time,
    },
    /// Detail `loop`: a timer was set.
    TimerSet {
        /// Its deadline.
        deadline: Time,
    },
    /// Detail `loop`: a timer was cancelled.
    TimerCancelled {
        /// Its deadline.
        deadline: Time,
    },
    /// Before the end of a deadlock: this event's task waits for what never comes.
    Stuck {
        /// What it waits for.
        on: Awaited<T>,
    },
    /// Behind the stuck tasks: those that wait for each other in a circle.
    Circle {
        /// Their labels, the first one again at the end: `a -> b -> a`.
        tasks: T,
    },
    /// The last event of a run.
    End {
        /// How it ended.
        outcome: Outcome,
    },
}

/// What a handle of the ready queue does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandleRole {
    /// Runs a step of this task.
    Step(TaskLabel),
    /// A timer's callback sets the future this task sleeps on.
    Wake(TaskLabel),
    /// A finished child reports to a gather: this task, or a future that is none.
    GatherChild(Option<TaskLabel>),
    /// The same to a group, a wait, a shield.
    Report(ThingKind, Option<TaskLabel>),
    /// A callback given to `call_soon`, `call_later`, `call_at`.
    Callback(NameId),
    /// A callback given to `add_done_callback`.
    DoneCallback(NameId),
    /// The loop's own: stops the loop at the end of `asyncio.run`.
    Stop,
}

impl<T> Event<T> {
    /// The same event with its text held otherwise.
    pub fn map<U>(self, text: impl FnMut(T) -> U) -> Event<U> {
        Event { at: self.at, task: self.task, kind: self.kind.map(text) }
    }
}

impl Awaited<&str> {
    /// What is waited for, in the words of traces, where it can be waited for without end.
    #[must_use]
    pub fn words(&self, names: &Names) -> String {
        match self {
            Self::Sleep(_) => "sleep".to_owned(),
            Self::Task(task) => format!("task {}", task.words(names)),
            Self::Gather(children) => format!("gather of {children}"),
            Self::Future(label) => format!("future {label}").trim_end().to_owned(),
            Self::Thing { kind, role, label, holder } => {
                let words = format!("{} {label}", thing_words(*kind, *role));
                let held = holder.map(|holder| format!(", held by {}", holder.words(names)));
                words.trim_end().to_owned() + &held.unwrap_or_default()
            }
        }
    }
}

impl TaskLabel {
    /// The label as a text: `name`, `name#2`.
    #[must_use]
    pub fn words(&self, names: &Names) -> String {
        let name = names.text(self.name);
        if self.ordinal > 1 { format!("{name}#{}", self.ordinal) } else { name.to_owned() }
    }
}

impl<T> Awaited<T> {
    fn map<U>(self, mut text: impl FnMut(T) -> U) -> Awaited<U> {
        match self {
            Self::Sleep(delay) => Awaited::Sleep(delay),
            Self::Task(task) => Awaited::Task(task),
            Self::Gather(children) => Awaited::Gather(children),
            Self::Future(label) => Awaited::Future(text(label)),
            Self::Thing { kind, role, label, holder } => Awaited::Thing { kind, role, label: text(label), holder },
        }
    }
}

impl<T> Came<T> {
    fn map<U>(self, mut text: impl FnMut(T) -> U) -> Came<U> {
        match self {
            Self::Done => Came::Done,
            Self::Value(value) => Came::Value(text(value)),
            Self::Raised(exception) => Came::Raised(text(exception)),
            Self::Cancelled => Came::Cancelled,
        }
    }
}

impl<T> EventKind<T> {
    /// The lowest level of detail that tells it.
    #[must_use]
    pub const fn level(&self) -> Detail {
        match self {
            Self::Print { .. } => Detail::Prints,
            Self::Start { .. }
            | Self::CreateTask { .. }
            | Self::Gather { .. }
            | Self::Await { .. }
            | Self::Resume { .. }
            | Self::NoWait { .. }
            | Self::Call { .. }
            | Self::Back { .. }
            | Self::Block { .. }
            | Self::Work { .. }
            | Self::Cancel { .. }
            | Self::Rename { .. }
            | Self::Use { .. }
            | Self::StartJob { .. }
            | Self::Return { .. }
            | Self::Raise { .. }
            | Self::Cancelled
            | Self::Stderr { .. }
            | Self::Warning { .. }
            | Self::Stuck { .. }
            | Self::Circle { .. }
            | Self::End { .. } => Detail::Tasks,
            Self::Pass { .. } | Self::Clock { .. } | Self::TimerSet { .. } | Self::TimerCancelled { .. } => {
                Detail::Loop
            }
        }
    }

    fn map<U>(self, mut text: impl FnMut(T) -> U) -> EventKind<U> {
        match self {
            Self::Start { cause, late } => EventKind::Start { cause, late },
            Self::CreateTask { child } => EventKind::CreateTask { child },
            Self::Gather { children } => EventKind::Gather { children },
            Self::Await { on } => EventKind::Await { on: on.map(text) },
            Self::Resume { from, came, cause, late } => {
                EventKind::Resume { from: from.map(&mut text), came: came.map(text), cause, late }
            }
            Self::NoWait { on, came } => EventKind::NoWait { on: on.map(&mut text), came: came.map(text) },
            Self::Call { function } => EventKind::Call { function },
            Self::Back { function, came } => EventKind::Back { function, came: came.map(text) },
            Self::Print { text: printed } => EventKind::Print { text: text(printed) },
            Self::Block { duration } => EventKind::Block { duration },
            Self::Work { duration } => EventKind::Work { duration },
            Self::Cancel { target, by_shutdown } => EventKind::Cancel { target, by_shutdown },
            Self::Rename { target, name } => EventKind::Rename { target, name: text(name) },
            Self::Use { deed, label, item } => EventKind::Use { deed, label: text(label), item: item.map(text) },
            Self::StartJob { function } => EventKind::StartJob { function },
            Self::Return { value } => EventKind::Return { value: value.map(text) },
            Self::Raise { exception } => EventKind::Raise { exception: text(exception) },
            Self::Cancelled => EventKind::Cancelled,
            Self::Stderr { text: line } => EventKind::Stderr { text: text(line) },
            Self::Warning { text: words } => EventKind::Warning { text: text(words) },
            Self::Pass { pass, handle, cause } => EventKind::Pass { pass, handle, cause },
            Self::Clock { to } => EventKind::Clock { to },
            Self::TimerSet { deadline } => EventKind::TimerSet { deadline },
            Self::TimerCancelled { deadline } => EventKind::TimerCancelled { deadline },
            Self::Stuck { on } => EventKind::Stuck { on: on.map(text) },
            Self::Circle { tasks } => EventKind::Circle { tasks: text(tasks) },
            Self::End { outcome } => EventKind::End { outcome },
        }
    }
}
