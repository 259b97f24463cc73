//! `compare`: runs a spec under several policies and sets the figures side by side.

mod report;
mod table;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use indexmap::IndexSet;

use crate::analysis::{Meter, Metrics};
use crate::engine;
use crate::policy::{ALL, Policy, World};
use crate::program::Program;
use crate::trace::{Ending, Recording, RunEnd, Stuck};
use crate::units::{Outcome, Time};
use crate::view::clock;

use super::ending::{exception_words, limit_words};
use super::exit::Exit;
use super::io::Console;
use super::load::{self, Overrides};
use super::run::LimitFlags;
use super::trouble::Trouble;

/// Run a spec under several policies and set them side by side
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  kitchen-sim compare specs/chef.toml
  kitchen-sim compare specs/chef.toml --policy asyncio --policy sequential
  kitchen-sim compare specs/chef.toml --format json")]
pub(super) struct Arguments {
    /// The spec or program; `-` is standard input
    file: PathBuf,
    /// A policy to compare, again for each; without it those of the spec, or all
    #[arg(long = "policy", value_name = "POLICY", value_parser = load::parse_policy)]
    policies: Vec<Policy>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(flatten)]
    limits: LimitFlags,
}

/// `--format`
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A table for people
    Table,
    /// One JSON object for programs
    Json,
}

/// A run under one policy.
struct Run {
    policy: Policy,
    /// What it printed; the names of its tasks, too.
    prints: Recording,
    end: RunEnd,
    metrics: Metrics,
}

/// Runs the spec under each policy and prints the comparison.
pub(super) fn run(arguments: &Arguments, console: Console) -> Result<Exit, Trouble> {
    let program = load::load(&arguments.file, Overrides::default(), console)?;
    let policies = policies(&arguments.policies, &program);
    let runs: Vec<Run> = policies.iter().map(|&policy| Run::new(&program, policy, arguments.limits)).collect();
    let sequential = sequential_makespan(&program, &runs, arguments.limits);
    console.print(&match arguments.format {
        Format::Table => table::draw(&runs, sequential),
        Format::Json => report::draw(&program.source.path, &runs, sequential),
    })?;
    let is_bad = |run: &Run| run.end.ending.outcome() != Outcome::Ok && !run.cannot();
    Ok(if runs.iter().any(is_bad) { Exit::EndedBadly } else { Exit::Finished })
}

/// What flags say, else what the spec says; one policy alone is not a comparison: all, then.
fn policies(flags: &[Policy], program: &Program) -> IndexSet<Policy> {
    if !flags.is_empty() {
        return flags.iter().copied().collect();
    }
    let mut policies = load::policies(program);
    if policies.len() == 1 {
        policies.extend(ALL.iter().map(|row| row.policy));
    }
    policies
}

/// How long the program takes one task after the other, where it can be run so.
fn sequential_makespan(program: &Program, runs: &[Run], limits: LimitFlags) -> Option<u64> {
    let policy = Policy::parse("sequential")?;
    let length = |run: &Run| run.is_ok().then(|| run.metrics.makespan.nanoseconds());
    match runs.iter().find(|run| run.policy == policy) {
        Some(run) => length(run),
        None => length(&Run::new(program, policy, limits)),
    }
}

impl Run {
    fn new(program: &Program, policy: Policy, limits: LimitFlags) -> Self {
        let mut meter = Meter::default();
        let end = engine::run(program, &limits.options(program, policy), &mut meter);
        let (metrics, prints) = meter.finish(&end);
        Self { policy, prints, end, metrics }
    }

    fn is_ok(&self) -> bool {
        self.end.ending.outcome() == Outcome::Ok
    }

    /// Whether the policy is one that cannot run this program: a task waits there for what only its creator can do.
    fn cannot(&self) -> bool {
        matches!(self.end.ending, Ending::Deadlock(_)) && self.policy.world != World::Loop
    }

    /// What there is to say of a run that did not end well; nothing of one that did.
    fn complaint(&self) -> Option<String> {
        let at = clock(self.end.at);
        let waits =
            |stuck: &[Stuck]| stuck.first().map_or(String::new(), |first| format!("waits for {}", first.waits_for));
        match &self.end.ending {
            Ending::Ok | Ending::SinkClosed => None,
            Ending::Deadlock(stuck) if self.cannot() => Some(format!("cannot: {}", waits(stuck))),
            Ending::Deadlock(stuck) => {
                let who = stuck.first().map_or(String::new(), |first| format!("{} ", first.task));
                Some(format!("deadlock at {at}: {who}{}", waits(stuck)))
            }
            Ending::Exception(traceback) => Some(format!("exception at {at}: {}", exception_words(traceback))),
            Ending::Limit(limit) => Some(format!("limit at {at}: {}", limit_words(*limit))),
        }
    }

    /// How many times as fast as one after the other, in hundredths, rounded to the nearest.
    fn speed_up_hundredths(&self, sequential: Option<u64>) -> Option<u64> {
        let makespan = u128::from(self.metrics.makespan.nanoseconds());
        let hundredths = (u128::from(sequential?) * 100 + makespan / 2).checked_div(makespan)?;
        u64::try_from(hundredths).ok().filter(|_| self.is_ok() && self.end.at > Time::ZERO)
    }
}
