//! The agenda against a sorted list, and against timers recorded from CPython.

use super::*;
use crate::units::Delay;

/// Numbers that look random and are the same everywhere.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Timers in a list that is searched from end to end: the generation is the order of arrival.
#[derive(Default)]
struct Model {
    timers: Vec<Timer>,
    is_cancelled: Vec<bool>,
}

impl Model {
    fn new_timer(&mut self, at: Time) -> Timer {
        let number = self.is_cancelled.len() as u32;
        let target = if number.is_multiple_of(2) { Target::Sleeper(CellId(number)) } else { Target::Callback(number) };
        let timer = Timer::new(at, target, number);
        self.timers.push(timer);
        self.is_cancelled.push(false);
        timer
    }

    fn is_live(&self, timer: Timer) -> bool {
        !self.is_cancelled[timer.generation() as usize]
    }

    fn earliest(&self) -> Option<Timer> {
        self.timers.iter().copied().min_by_key(|timer| (timer.at(), timer.generation()))
    }

    fn remove(&mut self, timer: Timer) {
        self.timers.retain(|&other| other != timer);
    }
}

/// Deadlines near and far, equal and different, and some in the past.
fn some_deadline(numbers: &mut Numbers, now: Time) -> Time {
    let distance = match numbers.below(8) {
        0 => 0,
        1 | 2 => numbers.below(4),
        3 | 4 => numbers.below(4) * 1_000_000,
        5 => numbers.below(1 << 30) << numbers.below(30),
        6 => numbers.below(300),
        _ => return Time::from_nanoseconds(now.nanoseconds().saturating_sub(numbers.below(5))),
    };
    now + Delay::from_nanoseconds(distance)
}

fn pop_live(agenda: &mut Agenda, model: &Model, now: Time) -> Option<Timer> {
    std::iter::from_fn(|| agenda.pop_due(now)).find(|&timer| model.is_live(timer))
}

#[test]
fn equal_deadlines_leave_in_the_order_in_which_they_came() {
    for seed in 0..300 {
        let mut numbers = Numbers(seed);
        let mut agenda = Agenda::new(Ties::Fifo);
        let mut model = Model::default();
        let mut now = Time::ZERO;
        for _ in 0..1_000 {
            match numbers.below(10) {
                0..4 => agenda.push(model.new_timer(some_deadline(&mut numbers, now))),
                4 if !model.timers.is_empty() => {
                    let chosen = model.timers[numbers.below(model.timers.len() as u64) as usize];
                    model.is_cancelled[chosen.generation() as usize] = true;
                    model.remove(chosen);
                    agenda.note_cancelled();
                }
                5 => now = some_deadline(&mut numbers, now).max(now),
                6 | 7 => {
                    agenda.tidy(|timer| model.is_live(timer));
                    assert_eq!(agenda.earliest(), model.earliest().map(Timer::at), "seed {seed}");
                    now = now.max(agenda.earliest().unwrap_or(now));
                }
                8 if numbers.below(20) == 0 => {
                    let at = some_deadline(&mut numbers, now);
                    (0..numbers.below(500)).for_each(|_| agenda.push(model.new_timer(at)));
                }
                _ => {
                    let due = model.earliest().filter(|timer| timer.at() <= now);
                    assert_eq!(pop_live(&mut agenda, &model, now), due, "seed {seed}");
                    due.into_iter().for_each(|timer| model.remove(timer));
                }
            }
        }
        while let Some(timer) = model.earliest() {
            assert_eq!(pop_live(&mut agenda, &model, END_OF_TIMERS), Some(timer), "seed {seed}");
            model.remove(timer);
        }
        assert_eq!(pop_live(&mut agenda, &model, END_OF_TIMERS), None);
        assert!(agenda.is_empty());
    }
}

const END_OF_TIMERS: Time = Time::from_nanoseconds(u64::MAX);

#[test]
fn a_look_at_the_earliest_deadline_forbids_no_earlier_one() {
    let mut agenda = Agenda::new(Ties::Fifo);
    let later = (4..100).map(|number| (number, 9_000));
    for (number, at) in later.chain([(0, 5_000), (1, 1_000), (2, 5_000), (3, 3_000)]) {
        agenda.push(Timer::new(Time::from_nanoseconds(at), Target::Callback(number), 0));
        assert!(agenda.earliest().is_some());
        assert_eq!(agenda.pop_due(Time::from_nanoseconds(999)), None);
    }
    let order = std::iter::from_fn(|| agenda.pop_due(END_OF_TIMERS)).map(Timer::target).take(4);
    assert!(order.eq([1, 3, 0, 2].map(Target::Callback)));
}

#[test]
fn every_timer_is_shown_and_cleared() {
    for ties in [Ties::Fifo, Ties::Heapq] {
        let mut agenda = Agenda::new(ties);
        let mut model = Model::default();
        let mut numbers = Numbers(1);
        agenda.push(Timer::new(Time::from_nanoseconds(10), Target::Callback(0), 0));
        assert!(agenda.pop_due(Time::from_nanoseconds(10)).is_some());
        for _ in 0..1_000 {
            agenda.push(model.new_timer(some_deadline(&mut numbers, Time::from_nanoseconds(10))));
        }
        let mut shown = Vec::new();
        agenda.for_each(|timer| shown.push(timer));
        shown.sort_unstable_by_key(|timer| timer.generation());
        assert_eq!(shown, model.timers);
        agenda.clear();
        assert_eq!((agenda.len(), agenda.earliest()), (0, None));
    }
}

#[test]
fn many_cancelled_timers_do_not_gather() {
    for ties in [Ties::Fifo, Ties::Heapq] {
        let mut agenda = Agenda::new(ties);
        let live = Timer::new(Time::from_nanoseconds(1), Target::Callback(0), 0);
        agenda.push(live);
        for number in 1..10_000 {
            agenda.push(Timer::new(Time::from_nanoseconds(1_000_000), Target::Callback(number), 0));
            agenda.note_cancelled();
            agenda.tidy(|timer| timer == live);
            assert!(agenda.len() <= 2 * SWEEP_ABOVE, "{}", agenda.len());
        }
        assert_eq!(agenda.pop_due(live.at()), Some(live));
    }
}

/// How many timers, below which deadline, and how many of ten are cancelled.
#[derive(Debug)]
struct Firing(u64, u64, u64);

/// Sets `timers` with deadlines below `deadlines`, cancels some, and lets each that fires set another and perhaps
/// cancel one, until there are twice as many. Tells in which order they fired.
fn fire(ties: Ties, &Firing(timers, deadlines, cancelled_in_ten): &Firing) -> Vec<u32> {
    let mut numbers = Numbers(timers);
    let mut agenda = Agenda::new(ties);
    let mut model = Model::default();
    let mut has_left = vec![false; 2 * timers as usize];
    let mut fired = Vec::new();
    let cancel = |chosen: usize, model: &mut Model, agenda: &mut Agenda, has_left: &[bool]| {
        if !std::mem::replace(&mut model.is_cancelled[chosen], true) && !has_left[chosen] {
            agenda.note_cancelled();
        }
    };
    for _ in 0..timers {
        agenda.push(model.new_timer(Time::from_nanoseconds(numbers.below(deadlines))));
    }
    for chosen in 0..timers as usize {
        if numbers.below(10) < cancelled_in_ten {
            cancel(chosen, &mut model, &mut agenda, &has_left);
        }
    }
    loop {
        agenda.tidy(|timer| model.is_live(timer));
        let Some(now) = agenda.earliest() else { return fired };
        let due: Vec<Timer> = std::iter::from_fn(|| agenda.pop_due(now)).collect();
        due.iter().for_each(|timer| has_left[timer.generation() as usize] = true);
        for timer in due {
            if !model.is_live(timer) {
                continue;
            }
            fired.push(timer.generation());
            if model.is_cancelled.len() < 2 * timers as usize {
                agenda.push(model.new_timer(now + Delay::from_nanoseconds(numbers.below(3))));
                if numbers.below(10) < cancelled_in_ten {
                    let chosen = numbers.below(model.is_cancelled.len() as u64) as usize;
                    cancel(chosen, &mut model, &mut agenda, &has_left);
                }
            }
        }
    }
}

#[test]
fn the_heap_is_cpythons_to_the_position() {
    for (firing, recorded) in RECORDED {
        assert_eq!(fire(Ties::Heapq, firing), *recorded, "{firing:?}");
        assert_ne!(fire(Ties::Fifo, firing), *recorded, "{firing:?}");
    }
}

/// What `fire` does, recorded from the loops of CPython 3.11.7, 3.12.1 and 3.13.0 on a virtual clock: all three agree.
/// Nothing is cancelled in the first two; in the third it is too few for a sweep at first, in the last it is enough.
const RECORDED: &[(Firing, &[u32])] = &[
    (Firing(8, 1, 0), &[0, 2, 6, 5, 7, 4, 1, 3, 8, 9, 12, 13, 15, 11, 14, 10]),
    (
        Firing(24, 5, 0),
        &[
            3, 13, 23, 4, 10, 17, 24, 29, 25, 28, 22, 12, 5, 27, 32, 21, 30, 2, 8, 16, 37, 43, 42, 46, 47, 6, 33, 11,
            20, 45, 26, 14, 9, 44, 39, 31, 18, 36, 34, 19, 40, 7, 41, 0, 1, 38, 35, 15,
        ],
    ),
    (
        Firing(150, 5, 4),
        &[
            30, 115, 26, 106, 108, 21, 46, 33, 73, 144, 147, 70, 64, 154, 155, 159, 160, 163, 165, 167, 57, 111, 164,
            10, 156, 105, 47, 49, 101, 102, 92, 0, 85, 20, 39, 78, 149, 72, 145, 143, 123, 94, 77, 61, 18, 75, 69, 150,
            153, 181, 172, 170, 196, 173, 197, 183, 178, 180, 199, 202, 207, 204, 209, 210, 213, 214, 215, 51, 104,
            212, 211, 216, 208, 192, 166, 43, 74, 121, 161, 194, 157, 175, 140, 71, 206, 11, 126, 146, 177, 131, 151,
            191, 32, 14, 190, 188, 185, 189, 148, 184, 152, 168, 179, 217, 222, 232, 236, 233, 225, 226, 243, 244, 247,
            248, 258, 260, 265, 266, 250, 246, 48, 251, 245, 267, 193, 171, 231, 182, 255, 187, 229, 81, 96, 253, 119,
            98, 186, 124, 235, 220, 36, 219, 218, 205, 6, 76, 174, 201, 127, 132, 252, 5, 176, 198, 23, 242, 270, 283,
            290, 297, 291, 287, 271, 275, 280, 281, 276, 272, 299, 257, 224, 296, 295, 227, 93, 97, 293, 133, 282, 279,
            29, 239, 87, 292, 53, 274, 24, 261, 230, 249, 254, 259, 31, 90, 238, 228, 294, 264, 263, 84, 241, 240, 237,
            221, 262, 234, 268, 256, 4, 286, 284, 277, 278, 269, 273, 298, 285, 289, 288,
        ],
    ),
    (
        Firing(150, 5, 7),
        &[
            46, 115, 21, 147, 33, 144, 154, 156, 157, 158, 20, 85, 102, 39, 0, 78, 72, 143, 150, 69, 161, 163, 169,
            164, 167, 155, 121, 165, 51, 173, 32, 126, 162, 95, 71, 148, 159, 153, 11, 166, 88, 151, 131, 175, 178,
            179, 176, 190, 192, 194, 197, 198, 199, 191, 5, 180, 181, 174, 96, 200, 172, 195, 189, 6, 184, 177, 171,
            160, 48, 186, 187, 207, 210, 213, 214, 208, 217, 218, 223, 225, 201, 196, 220, 222, 183, 87, 93, 24, 202,
            212, 211, 84, 193, 209, 188, 122, 227, 182, 99, 29, 53, 237, 245, 246, 248, 253, 254, 249, 216, 228, 233,
            255, 229, 230, 243, 224, 242, 206, 221, 240, 239, 203, 238, 219, 234, 204, 232, 226, 257, 259, 262, 275,
            276, 271, 273, 274, 263, 268, 282, 286, 288, 241, 272, 261, 287, 290, 285, 277, 284, 251, 281, 279, 236,
            235, 280, 265, 278, 252, 256, 250, 292, 294, 296, 297, 295, 298, 299, 267, 289, 283, 258, 264, 269, 270,
            293, 291,
        ],
    ),
];
