//! `convert`: writes a spec as a Python program, or a program as a spec.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::diag::render;
use crate::source::emit;

use super::exit::Exit;
use super::io::{self, Console};
use super::load::{self, Overrides};
use super::trouble::Trouble;

/// Write a spec as a Python program, or a program as a spec
#[derive(Args, Debug)]
#[command(after_help = "\
The program runs under plain python3, in real time, and does the same.
Settings that have no place in Python stand in a comment block at its top.

Examples:
  kitchen-sim convert specs/chef.toml --to python -o chef.py
  kitchen-sim convert chef.py --to toml")]
pub(super) struct Arguments {
    /// The spec or program; `-` is standard input
    file: PathBuf,
    /// What it becomes
    #[arg(long, value_enum)]
    to: Language,
    /// Write to this file, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What a script may be written in.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Language {
    /// A Python program
    Python,
    /// A spec
    Toml,
}

/// Converts the file.
pub(super) fn run(arguments: &Arguments, console: Console) -> Result<Exit, Trouble> {
    let script = load::script(&arguments.file, Overrides::default(), console)?;
    let text = match arguments.to {
        Language::Python => emit::python(&script),
        Language::Toml => emit::toml(&script).map_err(|problems| {
            let source = &script.source;
            Trouble::Invalid(render::render(&source.path, &source.text, &problems, console.colours_errors()))
        })?,
    };
    match &arguments.output {
        Some(path) => io::write_whole(path, |file| std::io::Write::write_all(file, text.as_bytes()))?,
        None => console.print(&text)?,
    }
    Ok(Exit::Finished)
}
