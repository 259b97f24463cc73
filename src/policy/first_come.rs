//! First come, first served: a thread keeps its core until it blocks.

use std::collections::VecDeque;

use crate::units::{CoreId, Delay, LaneId, Time};

use super::{Arrival, Scheduler, Slice, Stopped};

/// Those who wait for a core, in the order in which they came.
#[derive(Debug, Default)]
pub struct FirstCome {
    line: VecDeque<LaneId>,
}

impl Scheduler for FirstCome {
    fn arrive(&mut self, lane: LaneId, _: Time) -> Arrival {
        self.line.push_back(lane);
        Arrival::Waits
    }

    fn pick(&mut self, _: CoreId, _: Time) -> Option<(LaneId, Slice)> {
        self.line.pop_front().map(|lane| (lane, Slice::UntilBlocked))
    }

    fn charge(&mut self, _: LaneId, _: Delay, _: Stopped) {}
}
