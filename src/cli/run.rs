//! `run`: runs a spec once and draws what happens.

use std::io::Write;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use crate::engine::{self, Options};
use crate::policy::Policy;
use crate::program::Program;
use crate::script::PythonVersion;
use crate::trace::{Detail, Discard, RunEnd};
use crate::units::{Outcome, Time};
use crate::view::{self, Times, ViewOptions};

use super::exit::Exit;
use super::io::{self, Console};
use super::load::{self, Overrides};
use super::trouble::Trouble;
use super::{ending, length};

/// Run a spec and print what happens, event by event
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  kitchen-sim run specs/chef.toml                      the whole trace
  kitchen-sim run specs/chef.toml --detail prints      only what the program prints
  kitchen-sim run specs/chef.toml --policy sequential  one task after the other
  kitchen-sim run specs/chef.toml --format jsonl -o chef.jsonl
  cat specs/chef.toml | kitchen-sim run -              a spec or program from standard input")]
pub(super) struct Arguments {
    /// The spec or program; `-` is standard input
    file: Option<PathBuf>,
    /// How its tasks are scheduled
    #[arg(long, value_name = "POLICY", value_parser = load::parse_policy, long_help = load::policy_help())]
    policy: Option<Policy>,
    /// How much is told; none prints only how the run ended, on standard error
    #[arg(long, value_enum, default_value_t = Level::Tasks)]
    detail: Level,
    /// Whether a line repeats the time of the line above; each is for grep
    #[arg(long, value_enum, default_value_t = TimesFlag::Changed)]
    times: TimesFlag,
    /// How it is written
    #[arg(long, value_parser = formats(), default_value = view::ALL[0].name)]
    format: String,
    /// Write to this file, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    limits: LimitFlags,
    /// The seed of the module random
    #[arg(long, value_name = "N")]
    seed: Option<i64>,
    /// Whose asyncio is simulated: 3.11, 3.12, 3.13
    #[arg(long, value_name = "VERSION", value_parser = load::parse_python)]
    python: Option<PythonVersion>,
}

/// Limits, instead of those of the spec.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct LimitFlags {
    /// Stop when the clock would pass this: 10, 2.5s, 250ms, 1h
    #[arg(long, value_name = "TIME", value_parser = length::parse)]
    max_time: Option<Time>,
    /// Stop after so many events [default: 10000000]
    #[arg(long, value_name = "N")]
    max_events: Option<u64>,
    /// Stop when more tasks than this are alive [default: 1000000]
    #[arg(long, value_name = "N")]
    max_tasks: Option<u64>,
}

/// `--detail`
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Level {
    /// No events
    None,
    /// What is printed
    Prints,
    /// What tasks do
    Tasks,
    /// What the loop does, too
    Loop,
}

/// `--times`
#[derive(Clone, Copy, Debug, ValueEnum)]
enum TimesFlag {
    /// On the first line of each instant
    Changed,
    /// On each line
    Each,
}

impl LimitFlags {
    /// The options of a run under `policy`.
    pub(super) fn options(self, program: &Program, policy: Policy) -> Options {
        let mut options = Options::of(program, policy);
        let limits = &mut options.limits;
        limits.max_time = self.max_time.or(limits.max_time);
        limits.max_events = self.max_events.unwrap_or(limits.max_events);
        limits.max_tasks = self.max_tasks.unwrap_or(limits.max_tasks);
        options
    }
}

impl Level {
    fn detail(self) -> Detail {
        match self {
            Self::None => Detail::None,
            Self::Prints => Detail::Prints,
            Self::Tasks => Detail::Tasks,
            Self::Loop => Detail::Loop,
        }
    }
}

fn formats() -> PossibleValuesParser {
    view::ALL.iter().map(|row| clap::builder::PossibleValue::new(row.name).help(row.summary)).collect::<Vec<_>>().into()
}

/// Runs the spec.
pub(super) fn run(arguments: &Arguments, console: Console) -> Result<Exit, Trouble> {
    let file = match &arguments.file {
        Some(file) => file.clone(),
        None if io::input_is_terminal() => {
            let hint = "name a spec, or - for standard input: kitchen-sim run specs/chef.toml".to_owned();
            return Err(Trouble::new("there is no spec to run").hint(hint));
        }
        None => PathBuf::from(io::STDIN),
    };
    let overrides = Overrides { seed: arguments.seed, python: arguments.python };
    let program = load::load(&file, overrides, console)?;
    let options = arguments.limits.options(&program, arguments.policy.unwrap_or_else(|| load::policy(&program)));
    let Some(end) = draw(arguments, console, &program, &options)? else { return Ok(Exit::Finished) };
    if arguments.detail.detail() == Detail::None {
        console.complain(&ending::line(&end));
    }
    console.complain(&ending::report(&program, &end));
    Ok(if end.ending.outcome() == Outcome::Ok { Exit::Finished } else { Exit::EndedBadly })
}

/// Runs and draws at once: nothing is kept. `None` when the reader of standard output has gone.
fn draw(
    arguments: &Arguments,
    console: Console,
    program: &Program,
    options: &Options,
) -> Result<Option<RunEnd>, Trouble> {
    let detail = arguments.detail.detail();
    if detail == Detail::None && arguments.output.is_none() {
        return Ok(Some(engine::run(program, options, &mut Discard)));
    }
    let times = match arguments.times {
        TimesFlag::Changed => Times::Changed,
        TimesFlag::Each => Times::Each,
    };
    let row = view::ALL.iter().find(|row| row.name == arguments.format).expect("the flag takes only these names");
    let draw_into = |writer: Box<dyn Write + '_>, colour: bool| {
        let mut view = (row.open)(writer, ViewOptions { detail, times, colour });
        let end = engine::run(program, options, &mut &mut *view);
        (end, view.finish())
    };
    match &arguments.output {
        Some(path) => io::write_whole(path, |file| {
            let (end, written) = draw_into(Box::new(file), false);
            written.map(|()| Some(end))
        }),
        None => {
            let (end, written) = draw_into(Box::new(io::standard_output()), console.colours_output());
            let is_heard = written.is_ok();
            io::output_trouble(written).map(|()| is_heard.then_some(end))
        }
    }
}
