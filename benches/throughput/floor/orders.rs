//! Items that go through a bounded queue, from one task to another, under one gather.

use std::collections::VecDeque;

use super::{Done, ReadyQueue};

#[derive(Clone, Copy)]
enum Handle {
    /// The task that puts goes on.
    Put,
    /// The task that gets goes on.
    Get,
    /// Tells the gather that a task is done.
    ChildDone,
    /// Runs the main task's next step.
    ResumeMain,
}

/// Puts so many items through a queue in which so many have room.
pub(crate) fn run(items: u32, room: u32) -> Done {
    let mut ready = ReadyQueue::new();
    let mut queue: VecDeque<u32> = VecDeque::new();
    let (mut put, mut got, mut sum) = (0, 0, 0);
    let (mut putter_waits, mut getter_waits) = (false, false);
    let mut children_left = 2;
    ready.push(Handle::Put);
    ready.push(Handle::Get);
    loop {
        ready.begin_pass();
        while let Some(handle) = ready.next_in_pass() {
            match handle {
                Handle::Put => {
                    while put < items {
                        if queue.len() >= room as usize {
                            putter_waits = true;
                            break;
                        }
                        queue.push_back(put);
                        put += 1;
                        if std::mem::take(&mut getter_waits) {
                            ready.push(Handle::Get);
                        }
                    }
                    if put == items {
                        ready.push(Handle::ChildDone);
                    }
                }
                Handle::Get => {
                    while got < items {
                        let Some(item) = queue.pop_front() else {
                            getter_waits = true;
                            break;
                        };
                        sum += u64::from(item);
                        got += 1;
                        if std::mem::take(&mut putter_waits) {
                            ready.push(Handle::Put);
                        }
                    }
                    if got == items {
                        ready.push(Handle::ChildDone);
                    }
                }
                Handle::ChildDone => {
                    children_left -= 1;
                    if children_left == 0 {
                        ready.push(Handle::ResumeMain);
                    }
                }
                Handle::ResumeMain => return Done { events: u64::from(items) + 3, sum },
            }
        }
    }
}
