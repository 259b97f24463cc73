//! Customers who take one of four places each for a random time, exponentially distributed, under one gather a day.

use std::collections::VecDeque;

use kitchen_sim::random::{Generator, Seed};

use super::queue::TimerQueue;
use super::{Done, ReadyQueue};

#[derive(Clone, Copy)]
enum Handle {
    /// Runs the customer's first step.
    Start(u32),
    /// The customer has got a place.
    Sit(u32),
    /// Sets the future that the customer's sleep waits on.
    FinishSleep,
    /// The customer's sleep is over.
    Leave,
    /// Tells the gather that a customer is done.
    ChildDone,
    /// Runs the main task's next step.
    ResumeMain,
}

/// How many places there are.
const PLACES: u32 = 4;

/// Serves so many customers a day.
pub(crate) fn run<Q: TimerQueue>(customers: u32, days: u32) -> Done {
    let mut ready = ReadyQueue::new();
    let mut timers = Q::new();
    let mut random = Generator::new(Seed::Int(0));
    let mut line: VecDeque<u32> = VecDeque::new();
    let (mut free, mut now, mut left, mut days_left, mut events) = (PLACES, 0_u64, 0, days, 0);
    ready.push(Handle::ResumeMain);
    loop {
        if ready.is_empty() {
            now = timers.earliest().expect("somebody sits");
        }
        while timers.pop_due(now).is_some() {
            ready.push(Handle::FinishSleep);
        }
        ready.begin_pass();
        while let Some(handle) = ready.next_in_pass() {
            match handle {
                Handle::Start(customer) if free == 0 || !line.is_empty() => line.push_back(customer),
                Handle::Start(customer) | Handle::Sit(customer) => {
                    if matches!(handle, Handle::Start(_)) {
                        free -= 1;
                    }
                    events += 1;
                    let seconds = -(1.0 - random.random()).ln();
                    timers.push(now + (seconds * 1e9).round_ties_even() as u64, customer);
                }
                Handle::FinishSleep => ready.push(Handle::Leave),
                Handle::Leave => {
                    match line.pop_front() {
                        Some(next) => ready.push(Handle::Sit(next)),
                        None => free += 1,
                    }
                    events += 1;
                    ready.push(Handle::ChildDone);
                }
                Handle::ChildDone => {
                    left -= 1;
                    if left == 0 {
                        ready.push(Handle::ResumeMain);
                    }
                }
                Handle::ResumeMain if days_left == 0 => return Done { events: events + 1, sum: now },
                Handle::ResumeMain => {
                    days_left -= 1;
                    left = customers;
                    (0..customers).for_each(|customer| ready.push(Handle::Start(customer)));
                }
            }
        }
    }
}
