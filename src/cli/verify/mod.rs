//! `verify`: runs programs under real interpreters on a virtual clock and compares what tasks do with the engine's runs.

mod bout;
mod interpreter;
mod process;
mod report;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::Args;
use indexmap::IndexSet;
use rayon::prelude::*;

use crate::golden::Place;
use crate::referee;

use super::exit::Exit;
use super::io::{self, Console};
use super::trouble::Trouble;

use bout::{Bout, Ring, Verdict};
use interpreter::{Interpreter, Wanted};
use report::Tally;

/// How many folders deep specs are searched for.
const DEPTH: usize = 32;

/// Compare runs with what a real CPython does, event by event
#[derive(Args, Debug)]
#[command(after_help = "\
Each program runs under the interpreter's own asyncio, with a virtual clock in place of the real
one; what its tasks do, and when, must be what the simulator says. Nothing is written outside of
a temporary folder. Without --interpreter: each of CPython 3.11, 3.12 and 3.13 that is found
among pyenv's versions and on the PATH.

Examples:
  kitchen-sim verify specs/chef.toml
  kitchen-sim verify specs --interpreter 3.12
  kitchen-sim verify chef.py --interpreter ~/python/bin/python3
  kitchen-sim verify chef.py --prints        also what is printed where tasks are freed
  kitchen-sim verify specs --record          keep what CPython did in golden/cpython")]
pub(super) struct Arguments {
    /// Specs, programs, and folders of them
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// A version, 3.11, 3.12 or 3.13, or the path of an interpreter
    #[arg(long, value_name = "VERSION|PATH", value_parser = interpreter::parse)]
    interpreter: Vec<Wanted>,
    /// How many programs run at once [default: one a core]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// End a program that runs longer than so many real seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=86_400))]
    max_seconds: u32,
    /// Compare only what is printed, and when, up to the end of the interpreter, with nothing between tasks and their coroutines
    #[arg(long, conflicts_with = "record")]
    prints: bool,
    /// Write what the interpreters do to golden/cpython
    #[arg(long)]
    record: bool,
}

/// Verifies every program under every interpreter, side by side, and reports in order.
pub(super) fn run(arguments: &Arguments, console: Console) -> Result<Exit, Trouble> {
    let interpreters = interpreter::find(&arguments.interpreter)?;
    let files = find(&arguments.files)?;
    let ring = Ring::new(arguments.max_seconds, arguments.prints)?;
    let pairs: Vec<(&Path, &Interpreter)> = files
        .iter()
        .flat_map(|file| interpreters.iter().map(move |interpreter| (file.as_path(), interpreter)))
        .collect();
    let threads = arguments.jobs.map_or(0, NonZeroUsize::get);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| Trouble::new(format!("no threads to run programs: {error}")))?;
    let bouts: Vec<Bout> =
        pool.install(|| pairs.par_iter().map(|(file, interpreter)| ring.meet(file, interpreter)).collect());
    let mut tally = Tally::default();
    for bout in &bouts {
        console.print(&tally.lines(bout))?;
    }
    if arguments.record {
        for (file, bouts) in files.iter().zip(bouts.chunks(interpreters.len())) {
            record(file, bouts, console)?;
        }
    }
    console.print(&tally.summary())?;
    Ok(tally.exit())
}

/// Every program of the paths, once, in order; of folders, those that are not there to be refused.
fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Trouble> {
    let mut files = IndexSet::new();
    for path in paths {
        if path.as_os_str() == io::STDIN {
            return Err(Trouble::new("standard input is read only once: name files or folders"));
        }
        if !io::is_folder(path) {
            // A file that cannot be read is said once, not by every interpreter.
            io::read_spec(path)?;
            files.insert(path.clone());
            continue;
        }
        let found = io::specs_in(path, DEPTH);
        let runs = |spec: &PathBuf| !Place::of(&io::absolute(spec)).may_be_refused();
        files.extend(found.into_iter().filter(runs));
    }
    if files.is_empty() {
        return Err(Trouble::new("there is no program in these folders"));
    }
    Ok(files.into_iter().collect())
}

/// Keeps what the interpreters did, if all of them came to an end.
fn record(file: &Path, bouts: &[Bout], console: Console) -> Result<(), Trouble> {
    let heard = bouts.iter().filter(|bout| !matches!(bout.verdict, Verdict::TooOld(_)));
    let acts: Option<Vec<_>> = heard.map(Bout::recorded).collect();
    let Some(acts) = acts.filter(|acts| !acts.is_empty()) else { return Ok(()) };
    let path = Place::of(&io::absolute(file)).recorded();
    let text = referee::write_recorded(&acts);
    if io::read_golden(&path)?.as_deref() != Some(&text) {
        io::write_golden(&path, &text)?;
        console.print(&format!("wrote {}\n", io::from_here(&path)))?;
    }
    Ok(())
}
