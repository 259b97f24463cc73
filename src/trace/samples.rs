//! Recordings for tests: the chef, and one event of every kind.

use crate::units::{Delay, NameId, Names, Outcome, ThingKind, Time};

use super::event::{Awaited, Came, Cause, Event, EventKind, HandleRole, Late, TaskLabel};
use super::recording::Recording;
use super::sink::{Detail, Sink};
use super::thing::{Deed, ThingRole};

/// Makes a recording by hand.
pub(crate) struct Sample {
    names: Names,
    recording: Recording,
    now: Time,
}

impl Sample {
    pub(crate) fn new(detail: Detail) -> Self {
        Self { names: Names::default(), recording: Recording::new(detail), now: Time::ZERO }
    }

    pub(crate) fn name(&mut self, name: &str) -> NameId {
        self.names.intern(name)
    }

    pub(crate) fn task(&mut self, name: &str, ordinal: u32) -> TaskLabel {
        TaskLabel { name: self.name(name), ordinal }
    }

    pub(crate) fn at(&mut self, nanoseconds: u64) -> &mut Self {
        self.now = Time::from_nanoseconds(nanoseconds);
        self
    }

    pub(crate) fn tell(&mut self, task: impl Into<Option<TaskLabel>>, kind: EventKind<&str>) -> &mut Self {
        self.recording.event(&self.names, &Event { at: self.now, task: task.into(), kind });
        self
    }

    pub(crate) fn print(&mut self, task: TaskLabel, text: &str) -> &mut Self {
        self.tell(task, EventKind::Print { text })
    }

    pub(crate) fn start(&mut self, task: TaskLabel) -> &mut Self {
        self.tell(task, EventKind::Start { cause: Cause::Begin, late: None })
    }

    pub(crate) fn sleep(&mut self, task: TaskLabel, nanoseconds: u64) -> &mut Self {
        self.tell(task, EventKind::Await { on: Awaited::Sleep(Delay::from_nanoseconds(nanoseconds)) })
    }

    pub(crate) fn wake(&mut self, task: TaskLabel, nanoseconds: u64, late: Option<Late>) -> &mut Self {
        let from = Awaited::Sleep(Delay::from_nanoseconds(nanoseconds));
        self.tell(task, EventKind::Resume { from, came: Came::Done, cause: Cause::Timer, late })
    }

    pub(crate) fn end(mut self, outcome: Outcome) -> Recording {
        self.tell(None, EventKind::End { outcome });
        self.recording
    }
}

/// Two tasks; one blocks and makes the other late.
pub(crate) fn blocked() -> Recording {
    let mut sample = Sample::new(Detail::Tasks);
    let (main, tick) = (sample.task("main", 1), sample.task("tick", 1));
    let second = 1_000_000_000;
    sample.start(main).tell(main, EventKind::CreateTask { child: tick }).sleep(main, 2 * second);
    sample.start(tick).print(tick, "tick").sleep(tick, 3 * second);
    sample.at(2 * second).wake(main, 2 * second, None).print(main, "working");
    sample.tell(main, EventKind::Work { duration: Delay::from_nanoseconds(second / 2) }).at(5 * second / 2);
    sample.tell(main, EventKind::Block { duration: Delay::from_nanoseconds(3 * second) }).at(11 * second / 2);
    sample.tell(main, EventKind::Return { value: None });
    let late = Late { by: Delay::from_nanoseconds(5 * second / 2), behind: Some(main) };
    sample.wake(tick, 3 * second, Some(late)).print(tick, "tock").tell(tick, EventKind::Return { value: Some("2") });
    sample.end(Outcome::Ok)
}

/// One event of every kind, and every shape of its fields.
pub(crate) fn everything() -> Recording {
    let mut sample = Sample::new(Detail::Loop);
    let (main, second, quoted) = (sample.task("main", 1), sample.task("main", 2), sample.task("fry eggs", 1));
    let function = sample.name("stir");
    let length = Delay::from_nanoseconds(1_500_000);
    let late = Some(Late { by: length, behind: Some(second) });
    for (pass, (handle, cause)) in [
        (HandleRole::Step(main), Cause::Begin),
        (HandleRole::Wake(second), Cause::Timer),
        (HandleRole::GatherChild(Some(second)), Cause::Done(second)),
        (HandleRole::Report(ThingKind::TaskGroup, Some(second)), Cause::Done(second)),
        (HandleRole::Callback(function), Cause::By(Some(main))),
        (HandleRole::DoneCallback(function), Cause::By(None)),
        (HandleRole::Stop, Cause::Yielded),
    ]
    .into_iter()
    .enumerate()
    {
        sample.tell(None, EventKind::Pass { pass: pass as u64 + 1, handle, cause });
    }
    let deadline = Time::from_nanoseconds(1_500_000);
    sample.tell(main, EventKind::TimerSet { deadline }).tell(None, EventKind::Clock { to: deadline });
    sample.tell(main, EventKind::TimerCancelled { deadline }).at(1_500_000);
    sample.start(main).tell(second, EventKind::Start { cause: Cause::By(Some(main)), late });
    sample.tell(main, EventKind::CreateTask { child: quoted }).tell(main, EventKind::Gather { children: 1 });
    for on in [Awaited::Sleep(length), Awaited::Task(quoted), Awaited::Gather(2), Awaited::Future("bell")] {
        sample.tell(main, EventKind::Await { on });
    }
    for (kind, role, holder) in [
        (ThingKind::Job, ThingRole::Itself, None),
        (ThingKind::Lock, ThingRole::Itself, Some(second)),
        (ThingKind::Queue, ThingRole::Put, None),
        (ThingKind::Queue, ThingRole::Get, None),
        (ThingKind::Queue, ThingRole::Join, None),
    ] {
        sample.tell(main, EventKind::Await { on: Awaited::Thing { kind, role, label: "forks[1]", holder } });
    }
    for deed in
        [Deed::Acquire, Deed::Release, Deed::Put, Deed::Get, Deed::EventSet, Deed::Notify, Deed::Timeout, Deed::Submit]
    {
        let item = matches!(deed, Deed::Put | Deed::Get | Deed::Submit).then_some("'pasta'");
        sample.tell(main, EventKind::Use { deed, label: "orders", item });
    }
    for came in [Came::Done, Came::Value("'soup'"), Came::Raised("BurntError('roast')"), Came::Cancelled] {
        sample.tell(main, EventKind::NoWait { on: Awaited::Task(second), came });
        sample.tell(
            main,
            EventKind::Resume { from: Awaited::Task(second), came, cause: Cause::Done(second), late: None },
        );
    }
    let behind_code = Some(Late { by: length, behind: None });
    sample.at(1_500_007).wake(quoted, 1_500_000, behind_code);
    sample.tell(main, EventKind::Call { function });
    sample.tell(main, EventKind::Back { function, came: Came::Done });
    sample.tell(main, EventKind::Back { function, came: Came::Value("7") });
    sample.print(main, "🍝 two\nlines \x1b[31m").print(main, "");
    sample.tell(main, EventKind::Block { duration: length }).tell(main, EventKind::Work { duration: length });
    sample.tell(main, EventKind::Cancel { target: quoted, by_shutdown: false });
    sample.tell(None, EventKind::Cancel { target: quoted, by_shutdown: true });
    sample.tell(main, EventKind::Rename { target: quoted, name: "'chef'" });
    let worker = sample.task("asyncio_0", 1);
    sample.tell(worker, EventKind::StartJob { function });
    sample.tell(main, EventKind::Return { value: None }).tell(main, EventKind::Return { value: Some("[1, 2]") });
    sample.tell(main, EventKind::Raise { exception: "ValueError('x')" }).tell(quoted, EventKind::Cancelled);
    sample.tell(main, EventKind::Stderr { text: "INFO:kitchen:the stove is on" });
    sample.tell(None, EventKind::Warning { text: "Task exception was never retrieved" });
    sample.tell(main, EventKind::Stuck { on: Awaited::Future("bell") });
    sample.tell(None, EventKind::Circle { tasks: "main -> boil -> main" });
    sample.end(Outcome::Deadlock)
}
