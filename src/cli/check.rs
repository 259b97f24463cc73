//! `check`: finds the problems of specs without running them.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::io::Console;
use super::load::{self, Overrides};
use super::trouble::Trouble;

/// Find the problems of specs without running them
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  kitchen-sim check specs/*.toml")]
pub(super) struct Arguments {
    /// The specs or programs; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Checks each of the specs.
pub(super) fn run(arguments: &Arguments, console: Console) -> Result<Exit, Trouble> {
    let mut exit = Exit::Finished;
    for file in &arguments.files {
        match load::load(file, Overrides::default(), console) {
            Ok(program) => console.print(&format!("{}: no problems\n", program.source.path))?,
            Err(trouble) => {
                console.complain(&trouble.draw());
                exit = Exit::Unusable;
            }
        }
    }
    Ok(exit)
}
