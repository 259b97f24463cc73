//! `test`: runs specs and checks them against their goldens and expectations.

mod case;
mod report;

use std::path::{Path, PathBuf};

use clap::Args;
use indexmap::{IndexMap, IndexSet};
use rayon::prelude::*;

use crate::golden::Place;
use crate::golden::place::RECORDED;

use super::exit::Exit;
use super::io::{self, Console};
use super::trouble::Trouble;
use case::{Case, Golden};
use report::{Tally, Verdict};

/// How many folders deep specs are searched for.
const DEPTH: usize = 32;
/// The folder that is tested when none is named.
const DEFAULT_FOLDER: &str = "specs";

/// Check specs against their goldens and expectations
#[derive(Args, Debug)]
#[command(after_help = "\
The golden of specs/chef.toml under the policy asyncio is golden/chef.asyncio.trace.
A missing one is reported as new; where the variable CI is set, it fails the test.

Examples:
  kitchen-sim test                      all of specs
  kitchen-sim test specs/chef.toml
  kitchen-sim test --update             write what is new or has changed")]
pub(super) struct Arguments {
    /// Specs, and folders of specs [default: specs]
    paths: Vec<PathBuf>,
    /// Write the goldens that are missing or differ
    #[arg(long)]
    update: bool,
}

/// Checks every spec, side by side, and reports in order.
pub(super) fn run(arguments: &Arguments, console: Console) -> Result<Exit, Trouble> {
    let default = [PathBuf::from(DEFAULT_FOLDER)];
    let paths = if arguments.paths.is_empty() { &default[..] } else { &arguments.paths };
    let specs = find(paths)?;
    let cases: Vec<Case> = specs.par_iter().flat_map_iter(|spec| case::examine(spec)).collect();
    let mut tally = Tally::new(io::is_ci());
    let mut written = IndexMap::new();
    for case in &cases {
        let verdict = if arguments.update { update(case, &mut written)? } else { Verdict::of(case) };
        console.print(&tally.line(case, &verdict))?;
    }
    for obsolete in obsolete(paths, &cases) {
        console.print(&tally.obsolete(&io::from_here(&obsolete)))?;
    }
    console.print(&tally.summary())?;
    Ok(if tally.has_failed() { Exit::CheckFailed } else { Exit::Finished })
}

/// Every spec of the paths, once, in order.
fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Trouble> {
    let mut specs = IndexSet::new();
    for path in paths {
        if path.as_os_str() == io::STDIN {
            return Err(Trouble::new("standard input has no golden: name files or folders"));
        }
        if !io::is_folder(path) {
            io::read_spec(path)?;
            specs.insert(path.clone());
            continue;
        }
        let found = io::specs_in(path, DEPTH);
        if found.is_empty() {
            return Err(Trouble::new(format!("there is no spec in `{}`", path.display())));
        }
        specs.extend(found);
    }
    Ok(specs.into_iter().collect())
}

/// Writes a case's golden where it is missing or differs. Two specs that share a golden must agree.
fn update<'a>(case: &'a Case, written: &mut IndexMap<&'a Path, &'a str>) -> Result<Verdict, Trouble> {
    let (path, now) = match &case.golden {
        Golden::None | Golden::Same { .. } => return Ok(Verdict::of(case)),
        Golden::Missing { path, now } | Golden::Differs { path, now, .. } => (path, now),
    };
    match written.insert(path, now) {
        Some(before) if before != now => return Ok(Verdict::Shared),
        Some(_) | None => io::write_golden(path, now)?,
    }
    Ok(if case.problems.is_empty() { Verdict::Updated } else { Verdict::Failed })
}

/// Goldens in the tested folders that belong to no spec.
fn obsolete(paths: &[PathBuf], cases: &[Case]) -> Vec<PathBuf> {
    let known: IndexSet<&Path> = cases.iter().filter_map(|case| case.golden.path()).collect();
    let folders = paths.iter().filter(|path| io::is_folder(path)).map(|path| Place::of(&io::absolute(path)).folder());
    let is_golden = |path: &PathBuf| {
        let ends = path.extension().is_some_and(|ending| ending == "trace" || ending == "diagnostics");
        ends && !path.iter().any(|part| part == RECORDED) && !known.contains(path.as_path())
    };
    folders.flat_map(|folder| io::files_in(&folder, DEPTH)).filter(is_golden).collect()
}
