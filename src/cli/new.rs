//! `new`: writes a spec to begin with.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::io::{self, Console};
use super::trouble::Trouble;

/// The spec that is written.
const TEMPLATE: &str = include_str!("template.toml");

/// Write a spec to begin with, with comments, that runs
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  kitchen-sim new soup        writes soup.toml
  kitchen-sim run soup.toml")]
pub(super) struct Arguments {
    /// Its name, perhaps with a folder
    name: PathBuf,
}

/// Writes the spec and says what to do with it.
pub(super) fn run(arguments: &Arguments, console: Console) -> Result<Exit, Trouble> {
    let mut path = arguments.name.clone();
    let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else {
        return Err(Trouble::new(format!("`{}` is no name for a spec", path.display())));
    };
    if path.extension().is_none_or(|ending| ending != "toml") {
        path.set_file_name(format!("{name}.toml"));
    }
    io::write_new(&path, TEMPLATE)?;
    let shown = path.display();
    console.print(&format!("wrote {shown}; next: kitchen-sim run {shown}\n"))?;
    Ok(Exit::Finished)
}
