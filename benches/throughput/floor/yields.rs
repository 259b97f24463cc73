//! Tasks that give way to the others again and again, under one gather.

use super::{Done, ReadyQueue};

#[derive(Clone, Copy)]
enum Handle {
    /// Runs the task's next step.
    Step(u32),
    /// Tells the gather that the task is done.
    ChildDone,
    /// Runs the main task's next step.
    ResumeMain,
}

struct Task {
    x: u32,
    sleeps_left: u32,
}

/// Runs `count` tasks that yield `sleeps` times each.
pub(crate) fn run(count: u32, sleeps: u32) -> Done {
    let mut ready = ReadyQueue::new();
    let mut tasks: Vec<Task> = (0..count).map(|x| Task { x, sleeps_left: sleeps }).collect();
    let mut children_left = count;
    let mut results: Vec<u32> = Vec::new();
    let mut events = 0;
    (0..count).for_each(|number| ready.push(Handle::Step(number)));
    loop {
        ready.begin_pass();
        while let Some(handle) = ready.next_in_pass() {
            match handle {
                Handle::Step(number) => {
                    let task = &mut tasks[number as usize];
                    events += 1;
                    if task.sleeps_left == 0 {
                        ready.push(Handle::ChildDone);
                    } else {
                        task.sleeps_left -= 1;
                        ready.push(Handle::Step(number));
                    }
                }
                Handle::ChildDone => {
                    children_left -= 1;
                    if children_left == 0 {
                        results = tasks.iter().map(|task| task.x).collect();
                        ready.push(Handle::ResumeMain);
                    }
                }
                Handle::ResumeMain => {
                    return Done { events: events + 1, sum: results.iter().map(|&x| u64::from(x)).sum() };
                }
            }
        }
    }
}
