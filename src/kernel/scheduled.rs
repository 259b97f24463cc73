//! Calls of a script's functions that the loop will make: `call_soon`, `call_later`, `call_at`, `add_done_callback`.

use crate::units::{Delay, Time};

use super::value::Value;

/// What has become of a scheduled call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallState {
    /// Its timer is set.
    InAgenda,
    /// It is in the ready queue, or a future will put it there.
    Waiting,
    /// It was cancelled.
    Cancelled,
    /// It was made.
    Done,
}

/// A call that the loop will make.
#[derive(Clone, Copy, Debug)]
pub struct ScheduledCall {
    /// What is called.
    pub function: Value,
    /// A list of the arguments; of a future's callback it holds that future.
    pub arguments: Value,
    /// The deadline of a timer.
    pub when: Option<Time>,
    /// How long before the beginning of the run it would be, if it is.
    pub early: Delay,
    /// Whether the deadline was given as an `int`.
    pub is_whole: bool,
    /// What has become of it.
    pub state: CallState,
    /// Whether it was given to a future, which calls it when it is done.
    pub is_of_future: bool,
    is_marked: bool,
}

impl ScheduledCall {
    /// The deadline of a timer in seconds, also before the run began.
    #[must_use]
    pub fn seconds(&self) -> Option<f64> {
        self.when.map(|when| if self.early == Delay::default() { when.seconds() } else { -self.early.seconds() })
    }
}

/// All calls that the loop will make, and those whose handle a script still holds.
#[derive(Debug, Default)]
pub struct ScheduledCalls {
    slots: Vec<Option<ScheduledCall>>,
    free: Vec<u32>,
}

impl ScheduledCalls {
    /// Takes in a call; returns its number.
    pub fn insert(&mut self, function: Value, arguments: Value, when: Option<Time>) -> u32 {
        let state = if when.is_some() { CallState::InAgenda } else { CallState::Waiting };
        let call = ScheduledCall {
            function,
            arguments,
            when,
            early: Delay::default(),
            is_whole: false,
            state,
            is_of_future: false,
            is_marked: false,
        };
        if let Some(number) = self.free.pop() {
            self.slots[number as usize] = Some(call);
            return number;
        }
        self.slots.push(Some(call));
        u32::try_from(self.slots.len() - 1).expect("fewer than 2³¹ scheduled calls")
    }

    /// Marks a call for the collector of garbage; whether it was not marked yet.
    pub fn mark(&mut self, number: u32) -> bool {
        !std::mem::replace(&mut self[number].is_marked, true)
    }

    /// The calls that are not marked.
    pub fn unmarked(&self) -> impl Iterator<Item = u32> {
        let all = (0..).zip(&self.slots);
        all.filter(|(_, slot)| slot.as_ref().is_some_and(|call| !call.is_marked)).map(|(number, _)| number)
    }

    /// Whether a call is marked.
    #[must_use]
    pub fn is_marked(&self, number: u32) -> bool {
        self[number].is_marked
    }

    /// What a call holds, also when it was made.
    #[must_use]
    pub fn held_by(&self, number: u32) -> [Value; 2] {
        let call = &self[number];
        [call.function, call.arguments]
    }

    /// Frees every call that is not marked, and forgets the marks.
    pub fn sweep(&mut self) {
        for (number, slot) in (0..).zip(&mut self.slots) {
            let Some(call) = slot else { continue };
            if !std::mem::replace(&mut call.is_marked, false) {
                *slot = None;
                self.free.push(number);
            }
        }
    }
}

impl ScheduledCalls {
    /// Whether there is a call of this number.
    #[must_use]
    pub fn is_alive(&self, number: u32) -> bool {
        self.slots.get(number as usize).is_some_and(Option::is_some)
    }

    /// The calls that wait for their deadlines.
    pub fn in_agenda(&self) -> impl Iterator<Item = (u32, &ScheduledCall)> {
        let all = (0..).zip(&self.slots).filter_map(|(number, slot)| Some((number, slot.as_ref()?)));
        all.filter(|(_, call)| call.state == CallState::InAgenda)
    }
}

impl std::ops::Index<u32> for ScheduledCalls {
    type Output = ScheduledCall;

    fn index(&self, number: u32) -> &ScheduledCall {
        self.slots[number as usize].as_ref().expect("a live call")
    }
}

impl std::ops::IndexMut<u32> for ScheduledCalls {
    fn index_mut(&mut self, number: u32) -> &mut ScheduledCall {
        self.slots[number as usize].as_mut().expect("a live call")
    }
}
