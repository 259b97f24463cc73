//! Tasks that sleep a pseudo-random number of milliseconds again and again, under one gather.

use super::queue::TimerQueue;
use super::{Done, ReadyQueue};

#[derive(Clone, Copy)]
enum Handle {
    /// Runs the task's next step: its first, or the one after a sleep.
    Step(u32),
    /// Sets the future of the task's sleep.
    FinishSleep(u32),
    /// Tells the gather that the task is done.
    ChildDone,
    /// Runs the main task's next step.
    ResumeMain,
}

struct Task {
    x: u32,
    sleeps_left: u32,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Ready,
    Sleeping,
    Done,
}

struct Timers<Q> {
    ready: ReadyQueue<Handle>,
    timers: Q,
    now: u64,
    tasks: Vec<Task>,
    children_left: usize,
    results: Vec<u32>,
    events: u64,
}

/// Runs `tasks` tasks that sleep `sleeps` times each.
pub(crate) fn run<Q: TimerQueue>(tasks: u32, sleeps: u32) -> Done {
    let mut run: Timers<Q> = Timers {
        ready: ReadyQueue::new(),
        timers: Q::new(),
        now: 0,
        tasks: Vec::new(),
        children_left: tasks as usize,
        results: Vec::new(),
        events: 0,
    };
    for number in 0..tasks {
        run.tasks.push(Task { x: number % 65536 + 1, sleeps_left: sleeps, state: State::Ready });
        run.ready.push(Handle::Step(number));
    }
    while run.pass() {}
    Done { events: run.events + 1, sum: run.results.iter().map(|&x| u64::from(x)).sum() }
}

impl<Q: TimerQueue> Timers<Q> {
    /// Runs one pass of the loop and tells whether there may be another.
    fn pass(&mut self) -> bool {
        if self.ready.is_empty() {
            let Some(earliest) = self.timers.earliest() else { return false };
            self.now = self.now.max(earliest);
        }
        while let Some(task) = self.timers.pop_due(self.now) {
            self.ready.push(Handle::FinishSleep(task));
        }
        self.ready.begin_pass();
        while let Some(handle) = self.ready.next_in_pass() {
            match handle {
                Handle::Step(number) => self.step(number),
                Handle::FinishSleep(number) => self.finish_sleep(number),
                Handle::ChildDone => self.child_done(),
                Handle::ResumeMain => return false,
            }
        }
        true
    }

    #[inline]
    fn step(&mut self, number: u32) {
        let task = &mut self.tasks[number as usize];
        if task.sleeps_left == 0 {
            task.state = State::Done;
            self.events += 1;
            self.ready.push(Handle::ChildDone);
            return;
        }
        task.sleeps_left -= 1;
        task.x = task.x * 75 % 65537;
        task.state = State::Sleeping;
        self.timers.push(self.now + u64::from(task.x % 1_000 + 1) * 1_000_000, number);
        self.events += 1;
    }

    #[inline]
    fn finish_sleep(&mut self, number: u32) {
        let task = &mut self.tasks[number as usize];
        if task.state == State::Sleeping {
            task.state = State::Ready;
            self.ready.push(Handle::Step(number));
        }
    }

    #[inline]
    fn child_done(&mut self) {
        self.children_left -= 1;
        if self.children_left == 0 {
            self.results = self.tasks.iter().map(|task| task.x).collect();
            self.ready.push(Handle::ResumeMain);
        }
    }
}
