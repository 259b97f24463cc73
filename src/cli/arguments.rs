//! The tree of commands and flags, and the shorthand `kitchen-sim chef.toml`.

use std::ffi::{OsStr, OsString};

use anstream::ColorChoice;
use clap::error::{ContextKind, ContextValue};
use clap::{ColorChoice as ClapColor, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::diag::catalog::nearest;

use super::exit::{self, Exit};
use super::io::{Console, STDIN};
use super::{check, compare, convert, new, run, schema, test, verify};

/// Runs asyncio programs on a virtual clock and shows exactly what happens when
#[derive(Debug, Parser)]
#[command(
    name = "kitchen-sim",
    version,
    arg_required_else_help = false,
    max_term_width = 110,
    after_help = exit::HELP,
    override_usage = "kitchen-sim <COMMAND>\n       kitchen-sim FILE        the same as: kitchen-sim run FILE"
)]
struct Arguments {
    /// When output is coloured: auto is on a terminal, unless NO_COLOR is set; always; never
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColorFlag::Auto)]
    #[arg(hide_possible_values = true, display_order = 100)]
    color: ColorFlag,
    #[command(subcommand)]
    command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Run a spec and print what happens, event by event: kitchen-sim run specs/chef.toml
    Run(run::Arguments),
    /// Run a spec under several policies, side by side: kitchen-sim compare specs/chef.toml
    Compare(compare::Arguments),
    /// Check specs against their goldens and expectations: kitchen-sim test specs
    Test(test::Arguments),
    /// Find the problems of specs without running them: kitchen-sim check specs/chef.toml
    Check(check::Arguments),
    /// Write a spec as a Python program, or back: kitchen-sim convert specs/chef.toml --to python
    Convert(convert::Arguments),
    /// Write a spec to begin with: kitchen-sim new soup
    New(new::Arguments),
    /// Compare runs with what a real CPython does: kitchen-sim verify specs/chef.toml
    Verify(verify::Arguments),
    /// Print the JSON Schema of a format: kitchen-sim schema trace
    Schema(schema::Arguments),
}

/// `--color`
#[derive(Clone, Copy, Debug, ValueEnum)]
enum ColorFlag {
    Auto,
    Always,
    Never,
}

/// What came of reading the command line.
pub(super) enum Parsed {
    /// This is to be done.
    Command(Command, Console),
    /// The command line is empty.
    Nothing,
    /// Help, a version or an error has been told.
    Told(Exit),
}

/// Reads the command line; its first item is the program's own name.
pub(super) fn parse(mut arguments: Vec<OsString>) -> Parsed {
    if arguments.len() <= 1 {
        return Parsed::Nothing;
    }
    if arguments.get(first_word(&arguments)).is_some_and(|first| is_spec(first)) {
        arguments.insert(1, "run".into());
    }
    let matches = Arguments::command().color(help_colour(&arguments)).try_get_matches_from(arguments);
    match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(Arguments { color, command }) => Parsed::Command(command, Console { choice: color.choice() }),
        Err(error) => {
            let error = with_nearest_command(error);
            // Where help cannot be printed, its reader is gone.
            error.print().ok();
            Parsed::Told(if error.use_stderr() { Exit::Unusable } else { Exit::Finished })
        }
    }
}

/// Adds the nearest command to the error of a mistyped one, where clap finds none near enough.
fn with_nearest_command(mut error: clap::Error) -> clap::Error {
    let Some(ContextValue::String(written)) = error.get(ContextKind::InvalidSubcommand) else { return error };
    let command = Arguments::command();
    let meant = nearest(written, command.get_subcommands().map(clap::Command::get_name)).map(str::to_owned);
    if let (Some(meant), None) = (meant, error.get(ContextKind::SuggestedSubcommand)) {
        error.insert(ContextKind::SuggestedSubcommand, ContextValue::Strings(vec![meant]));
    }
    error
}

/// Whether an argument in the place of a command means: run this.
fn is_spec(argument: &OsStr) -> bool {
    let text = argument.to_string_lossy();
    text == STDIN || (!text.starts_with('-') && (text.ends_with(".toml") || text.ends_with(".py")))
}

/// The place of the first argument that is not about colour.
fn first_word(arguments: &[OsString]) -> usize {
    let mut place = 1;
    loop {
        match arguments.get(place).and_then(|argument| argument.to_str()) {
            Some("--color") => place += 2,
            Some(text) if text.starts_with("--color=") => place += 1,
            Some(_) | None => return place,
        }
    }
}

/// Help and errors are printed before the flag is read, and yet obey it.
fn help_colour(arguments: &[OsString]) -> ClapColor {
    let says = |word: &str| {
        let joined = format!("--color={word}");
        arguments.iter().any(|argument| argument == joined.as_str())
            || arguments.windows(2).any(|pair| pair[0] == "--color" && pair[1] == word)
    };
    match (says("always"), says("never")) {
        (_, true) => ClapColor::Never,
        (true, false) => ClapColor::Always,
        (false, false) => ClapColor::Auto,
    }
}

impl ColorFlag {
    fn choice(self) -> ColorChoice {
        match self {
            Self::Auto => ColorChoice::Auto,
            Self::Always => ColorChoice::Always,
            Self::Never => ColorChoice::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_of_commands_is_sound() {
        Arguments::command().debug_assert();
    }
}
