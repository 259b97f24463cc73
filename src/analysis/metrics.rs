//! The figures of a run that `compare` sets side by side.

use indexmap::IndexSet;

use crate::trace::{Detail, Event, EventKind, Recording, RunEnd, Sink, TaskLabel};
use crate::units::{Delay, Names, Time};

/// The figures of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metrics {
    /// From the beginning to the end.
    pub makespan: Delay,
    /// Nothing ran: the thread waited for a timer.
    pub idle: Delay,
    /// The thread stood still in `block`, or was at `work`.
    pub busy: Delay,
    /// The longest stretch without an await.
    pub longest: Stretch,
    /// How often another task ran than the one before.
    pub switches: u64,
}

/// A stretch of busy time in which nothing else could run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// How long.
    pub length: Delay,
    /// Whose; `None` for code outside any task, or when there was none.
    pub task: Option<TaskLabel>,
}

/// A sink that measures a run while it goes on, and keeps what it prints: memory does not grow with the events.
#[derive(Debug)]
pub struct Meter {
    gauge: Gauge,
    prints: Recording,
}

impl Default for Meter {
    fn default() -> Self {
        Self { gauge: Gauge::default(), prints: Recording::new(Detail::Prints) }
    }
}

impl Meter {
    /// The figures of the run that ended so, and its prints.
    #[must_use]
    pub fn finish(self, end: &RunEnd) -> (Metrics, Recording) {
        let makespan = end.at - Time::ZERO;
        // A limit may end a run within a block.
        let busy = self.gauge.busy.min(makespan);
        let idle = Delay::from_nanoseconds(makespan.nanoseconds() - busy.nanoseconds());
        let metrics = Metrics { makespan, idle, busy, longest: self.gauge.longest, switches: self.gauge.switches };
        (metrics, self.prints)
    }
}

impl Sink for Meter {
    fn detail(&self) -> Detail {
        Detail::Tasks
    }

    fn event(&mut self, names: &Names, event: &Event<&str>) {
        self.gauge.read(event);
        self.prints.learn(names);
        if matches!(event.kind, EventKind::Print { .. }) {
            self.prints.event(names, event);
        }
    }
}

/// What the events up to now add up to.
#[derive(Debug, Default)]
struct Gauge {
    busy: Delay,
    /// The stretch that goes on.
    stretch: Stretch,
    longest: Stretch,
    running: Option<TaskLabel>,
    switches: u64,
    /// Threads besides the loop's: what they do holds nobody up.
    threads: IndexSet<TaskLabel>,
}

/// What an event means for the one thread.
enum Meaning {
    /// Code runs.
    Runs,
    /// A step begins or ends: the loop has its turn.
    Turn,
    /// The thread is held so long.
    Holds(Delay),
    /// It is told about the run, not by what runs.
    Remark,
}

impl Gauge {
    fn read(&mut self, event: &Event<&str>) {
        let meaning = meaning(&event.kind);
        if let (EventKind::StartJob { .. }, Some(thread)) = (&event.kind, event.task) {
            self.threads.insert(thread);
        }
        let is_elsewhere = || event.task.is_some_and(|task| self.threads.contains(&task));
        if matches!(meaning, Meaning::Remark) || (!self.threads.is_empty() && is_elsewhere()) {
            return;
        }
        if event.task.is_some() && self.running != event.task {
            self.switches += u64::from(self.running.is_some());
            self.running = event.task;
        }
        if self.stretch.task != event.task {
            self.stretch = Stretch { length: Delay::ZERO, task: event.task };
        }
        match meaning {
            Meaning::Runs | Meaning::Remark => {}
            Meaning::Turn => self.stretch.length = Delay::ZERO,
            Meaning::Holds(delay) => {
                self.busy = self.busy + delay;
                self.stretch.length = self.stretch.length + delay;
                if self.stretch.length > self.longest.length {
                    self.longest = self.stretch;
                }
            }
        }
    }
}

fn meaning(kind: &EventKind<&str>) -> Meaning {
    match *kind {
        EventKind::Start { .. }
        | EventKind::Await { .. }
        | EventKind::Resume { .. }
        | EventKind::Return { .. }
        | EventKind::Raise { .. }
        | EventKind::Cancelled => Meaning::Turn,
        EventKind::Block { duration } | EventKind::Work { duration } => Meaning::Holds(duration),
        EventKind::CreateTask { .. }
        | EventKind::Gather { .. }
        | EventKind::NoWait { .. }
        | EventKind::Call { .. }
        | EventKind::Back { .. }
        | EventKind::Print { .. }
        | EventKind::Stderr { .. }
        | EventKind::Rename { .. }
        | EventKind::Use { .. }
        | EventKind::Cancel { by_shutdown: false, .. } => Meaning::Runs,
        EventKind::Cancel { by_shutdown: true, .. }
        | EventKind::StartJob { .. }
        | EventKind::Warning { .. }
        | EventKind::Pass { .. }
        | EventKind::Clock { .. }
        | EventKind::TimerSet { .. }
        | EventKind::TimerCancelled { .. }
        | EventKind::Stuck { .. }
        | EventKind::Circle { .. }
        | EventKind::End { .. } => Meaning::Remark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::{Counters, Ending};

    #[test]
    fn a_run_is_its_busy_and_its_idle_time() {
        let mut meter = Meter::default();
        crate::trace::samples::blocked().replay(&mut meter);
        let at = Time::from_nanoseconds(5_500_000_000);
        let (metrics, prints) = meter.finish(&RunEnd { at, ending: Ending::Ok, counters: Counters::default() });
        assert_eq!(prints.len(), 3);
        assert_eq!(metrics.makespan, Delay::from_nanoseconds(5_500_000_000));
        assert_eq!(metrics.busy, Delay::from_nanoseconds(3_500_000_000));
        assert_eq!(metrics.idle, Delay::from_nanoseconds(2_000_000_000));
        assert_eq!(metrics.longest.length, Delay::from_nanoseconds(3_500_000_000));
        assert_eq!(metrics.longest.task.map(|task| task.ordinal), Some(1));
        assert_eq!(metrics.switches, 3);
    }
}
