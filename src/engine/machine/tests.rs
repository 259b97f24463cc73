//! The machine, without an engine.

use super::*;
use crate::policy::FirstCome;

fn milliseconds(count: u64) -> Delay {
    Delay::from_nanoseconds(count * 1_000_000)
}

fn at(count: u64) -> Time {
    Time::ZERO + milliseconds(count)
}

fn machine(cpus: usize, has_gil: bool) -> Machine {
    Machine::new(cpus, has_gil.then(|| milliseconds(5)), Box::new(FirstCome::default()))
}

/// Lets each of these threads work, the loop's resting, and tells when each is done.
fn work(machine: &mut Machine, lengths: &[u64], is_inside: bool) -> Vec<u64> {
    machine.rest(MAIN, Time::ZERO);
    let lanes: Vec<LaneId> = lengths.iter().map(|_| machine.add(is_inside)).collect();
    lanes.iter().for_each(|lane| machine.wake(*lane, Time::ZERO));
    let mut done = vec![0; lanes.len() + 1];
    let mut has_worked = vec![false; lanes.len() + 1];
    let mut now = Time::ZERO;
    loop {
        while let Some(lane) = machine.next_runnable() {
            if std::mem::replace(&mut has_worked[lane.index()], true) {
                done[lane.index()] = now.nanoseconds() / 1_000_000;
                machine.rest(lane, now);
            } else {
                machine.work(lane, milliseconds(lengths[lane.index() - 1]), now);
            }
        }
        let Some(next) = machine.next(None, now) else { return done.split_off(1) };
        now = next.at;
        machine.apply(next.happening, now);
    }
}

#[test]
fn under_a_gil_work_takes_turns() {
    assert_eq!(work(&mut machine(4, true), &[10, 10], true), [15, 20]);
    assert_eq!(work(&mut machine(4, true), &[10, 3, 10], true), [18, 8, 23]);
}

#[test]
fn without_a_gil_or_in_processes_only_cores_are_scarce() {
    assert_eq!(work(&mut machine(4, false), &[10, 10, 10, 10, 10], true), [10, 10, 10, 10, 20]);
    assert_eq!(work(&mut machine(2, true), &[10, 10, 10], false), [10, 10, 20]);
}

#[test]
fn the_loop_gets_the_gil_an_interval_after_it_asks() {
    let mut machine = machine(4, true);
    let worker = machine.add(true);
    machine.sleep(MAIN, at(7), Time::ZERO);
    machine.wake(worker, Time::ZERO);
    assert_eq!(machine.next_runnable(), Some(worker));
    machine.work(worker, milliseconds(100), Time::ZERO);
    let mut seen = Vec::new();
    let mut now = Time::ZERO;
    while !machine.main_runs() {
        let next = machine.next(None, now).expect("the loop's thread wakes");
        now = next.at;
        seen.push((now.nanoseconds() / 1_000_000, next.happening));
        machine.apply(next.happening, now);
    }
    assert_eq!(seen, [(7, Happening::Wakes(MAIN)), (12, Happening::HandOver)]);
}
