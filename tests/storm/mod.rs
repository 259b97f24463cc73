//! The storm: random programs under the engine and under real interpreters, which must do the same, event by event.
//!
//! `KITCHEN_STORM=100000 cargo test --release --test main storm -- --nocapture` runs a hundred thousand programs under each
//! interpreter that is here, `KITCHEN_STORM_SEED=7` begins at another seed; the gate (`.ci/run`) runs two thousand. A program that tells the two apart is shrunk and shown.

mod author;
mod bout;
mod dice;
mod generate;
mod referee;
mod shrink;
mod syntax;
mod whole;

use std::fmt::Write as _;
use std::io::Write as _;

use indexmap::IndexMap;
use kitchen_sim::policy::Policy;
use kitchen_sim::script::{PythonVersion, Script, Settings};
use kitchen_sim::source::{self, emit};
use rayon::prelude::*;

use bout::{Verdict, meet, simulate};
use referee::Referee;

/// So many programs run under each interpreter when nobody says otherwise: the storm is asked for.
const PROGRAMS: u64 = 0;
/// So many are given to one process of an interpreter.
const BATCH: u64 = 250;

/// So many programs that fail under an interpreter are shrunk and shown, unless `KITCHEN_STORM_SHOWN` says otherwise; of the
/// others their seeds and where the sides part are.
const SHOWN: u64 = 4;

/// Whether the storm was asked for; says so when not.
fn is_asked_for() -> bool {
    let is_asked_for = setting("KITCHEN_STORM", PROGRAMS) > 0;
    if !is_asked_for {
        say("skipped: ask for it with KITCHEN_STORM=2000");
    }
    is_asked_for
}

/// A number from the environment.
fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

/// The program of a seed for a version of Python.
pub(crate) fn script(seed: u64, python: PythonVersion) -> Script {
    if !seed.is_multiple_of(4) {
        return whole::script(seed, python);
    }
    let script = generate::script(seed);
    Script { settings: Settings { python, ..script.settings }, ..script }
}

/// Says something whatever the test runner holds back.
fn say(words: &str) {
    writeln!(std::io::stderr(), "storm: {words}").ok();
}

/// What came of many programs.
#[derive(Default)]
struct Tally {
    identical: usize,
    events: usize,
    too_long: usize,
    /// The seeds of those that failed, with their verdicts.
    failed: Vec<(u64, Verdict)>,
}

impl Tally {
    fn of(referee: &Referee, seeds: std::ops::Range<u64>, policy: Policy) -> Self {
        let scripts: Vec<Script> = seeds.clone().map(|seed| script(seed, referee.version)).collect();
        let mut tally = Self::default();
        for (seed, verdict) in seeds.zip(meet(referee, &scripts, policy)) {
            match verdict {
                Verdict::Identical(events) => {
                    tally.identical += 1;
                    tally.events += events;
                }
                Verdict::TooLong => tally.too_long += 1,
                Verdict::Differs(_) | Verdict::Refused(_) => tally.failed.push((seed, verdict)),
            }
        }
        tally
    }

    fn and(mut self, other: Self) -> Self {
        self.identical += other.identical;
        self.events += other.events;
        self.too_long += other.too_long;
        self.failed.extend(other.failed);
        self
    }
}

#[test]
fn storm() {
    if !is_asked_for() {
        return;
    }
    let referees = Referee::all();
    for version in PythonVersion::ALL {
        if referees.iter().all(|referee| referee.version != version) {
            say(&format!("CPython {} is not here: skipped", version.text()));
        }
    }
    let (first, programs) = (setting("KITCHEN_STORM_SEED", 0), setting("KITCHEN_STORM", PROGRAMS));
    let mut failures = String::new();
    for referee in &referees {
        let batches: Vec<u64> = (first..first + programs).step_by(BATCH as usize).collect();
        let tally = batches
            .into_par_iter()
            .map(|start| Tally::of(referee, start..(start + BATCH).min(first + programs), Policy::default()))
            .reduce(Tally::default, Tally::and);
        let Tally { identical, events, too_long, failed } = tally;
        let python = referee.version.text();
        say(&format!(
            "CPython {python}: {identical} programs identical ({events} events), {too_long} too long, {} different",
            failed.len()
        ));
        let shown = setting("KITCHEN_STORM_SHOWN", SHOWN) as usize;
        for (number, (seed, verdict)) in failed.into_iter().enumerate() {
            write!(failures, "\nseed {seed} under CPython {python}\n").expect("text");
            if number < shown {
                let (smallest, verdict) =
                    shrink::shrink(referee, script(seed, referee.version), verdict, Policy::default());
                failures += &shown_whole(&smallest, &verdict);
            } else {
                failures += &parting(&verdict);
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// A failing program as Python and as a spec, and where the sides part.
fn shown_whole(script: &Script, verdict: &Verdict) -> String {
    let spec = emit::toml(script).unwrap_or_else(|problems| format!("no spec: {}", problems[0].message));
    let sides = match verdict {
        Verdict::Differs(difference) => format!("CPython:\n{}\nkitchen-sim:\n{}", difference.theirs, difference.ours),
        Verdict::Refused(problem) => problem.clone(),
        Verdict::Identical(_) | Verdict::TooLong => String::new(),
    };
    format!("\n{}\n{spec}\n{sides}", emit::python(script))
}

/// The first event of each side that differs.
fn parting(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Differs(difference) => [&difference.theirs, &difference.ours]
            .map(|side| format!("  {}\n", side.lines().last().unwrap_or_default()))
            .concat(),
        Verdict::Refused(problem) => format!("  {problem}\n"),
        Verdict::Identical(_) | Verdict::TooLong => String::new(),
    }
}

#[test]
fn the_storm_sees_another_order() {
    if !is_asked_for() {
        return;
    }
    let lifo = Policy::parse("asyncio:ready=lifo").expect("there is such a policy");
    for referee in Referee::all().iter().take(1) {
        let tally = Tally::of(referee, 0..50, lifo);
        assert!(tally.failed.len() > 40, "only {} of 50 programs notice", tally.failed.len());
    }
}

#[test]
fn the_storm_reaches_everything() {
    if !is_asked_for() {
        return;
    }
    let mut reached: IndexMap<&str, usize> = IndexMap::new();
    let mut too_long = 0;
    for seed in 0..1200 {
        let program = script(seed, PythonVersion::default());
        match simulate(&program, Policy::default()) {
            Ok(Some(acts)) => {
                let trace = kitchen_sim::referee::draw(&acts);
                for sight in SIGHTS {
                    *reached.entry(sight).or_default() += usize::from(trace.contains(sight));
                }
            }
            Ok(None) => too_long += 1,
            Err(problem) => panic!("{seed}: {problem}\n{}", emit::python(&program)),
        }
    }
    assert!(too_long < 60, "{too_long} of 1200 programs are too long");
    let seldom: Vec<_> = reached.iter().filter(|(_, programs)| **programs == 0).collect();
    assert!(seldom.is_empty(), "never reached: {seldom:?}");
}

/// What is seen in the traces of some of the programs.
const SIGHTS: &[&str] = &[
    "end          ok",
    "end          exception",
    "end          deadlock",
    "cancelled",
    "create_task",
    "block",
    "work",
    "await        sleep 0s",
    "await        sleep 300ms",
    "await        task ",
    "await        gather(",
    "await        future",
    "resume       sleep 0s: cancelled",
    "resume       gather(2) -> [",
    ": raised AssertionError(",
    ": raised ValueError(",
    "CancelledError('')",
    "resume       future: cancelled",
    "resume       task ",
    "TimeoutError () CancelledError CancelledError",
    "ExceptionGroup ('unhandled errors in a TaskGroup'",
    "BrokenBarrierError",
    "QueueFull",
    "QueueEmpty",
    "QueueShutDown",
    "BoundedSemaphore released too many times",
    "Lock is not acquired.",
    "task_done() called too many times",
    "Cannot change state of",
    "closed",
    "ThreadPoolExecutor-0_0 start        chop",
    "asyncio_0        start        order",
    "ValueError (",
    "is ground",
    "rings",
    "is served",
];

#[test]
fn a_storm_of_specs() {
    if !is_asked_for() {
        return;
    }
    for seed in 0..200 {
        let program = script(seed, PythonVersion::default());
        if program.source.text.contains("yield") {
            continue; // A spec has no generators.
        }
        let text = emit::toml(&program).unwrap_or_else(|problems| panic!("{seed}: {problems:?}"));
        let read = source::read("storm.toml", text.clone());
        let read = read.unwrap_or_else(|failure| panic!("{seed}: {:?}\n{text}", failure.diagnostics));
        let (spec, tree) = (simulate(&read, Policy::default()), simulate(&program, Policy::default()));
        assert!(spec == tree && spec.is_ok(), "{seed}: {}", emit::python(&program));
    }
}
