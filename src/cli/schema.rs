//! `schema`: prints the JSON Schema of a format.

use clap::{Args, ValueEnum};

use crate::view;

use super::exit::Exit;
use super::io::Console;
use super::trouble::Trouble;

/// Print the JSON Schema of a format
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  kitchen-sim schema trace > trace.schema.json")]
pub(super) struct Arguments {
    /// Of which
    #[arg(value_enum)]
    format: Format,
}

/// The formats that have a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One line of `run --format jsonl`
    Trace,
}

/// Prints the schema.
pub(super) fn run(arguments: &Arguments, console: Console) -> Result<Exit, Trouble> {
    console.print(match arguments.format {
        Format::Trace => view::SCHEMA,
    })?;
    Ok(Exit::Finished)
}
