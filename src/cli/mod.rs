//! The command line: one file a subcommand. The only module that reads files and the environment, prints, and knows exit codes.

mod arguments;
mod check;
mod compare;
mod convert;
mod ending;
pub mod exit;
mod io;
mod length;
mod load;
mod new;
mod run;
mod schema;
mod test;
mod trouble;
mod verify;

use std::ffi::OsString;
use std::panic;

use anstream::ColorChoice;

use arguments::{Command, Parsed};
pub use exit::Exit;
use io::Console;

/// What the command says when it is called alone.
const WELCOME: &str = "\
kitchen-sim runs asyncio programs on a virtual clock and shows exactly what happens when:
who runs, who waits for what, who is late and behind whom. No real time passes.

Try:  kitchen-sim new soup && kitchen-sim soup.toml

  run      run a spec and print its trace
  compare  run it under several policies, side by side
  test     check specs against their golden traces

A spec is an asyncio program in TOML; one in Python runs as it stands. All commands, with examples: kitchen-sim --help
";

/// Does what the command line says; its first item is the program's own name.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let (command, console) = match arguments::parse(arguments.into_iter().collect()) {
        Parsed::Command(command, console) => (command, console),
        Parsed::Nothing => {
            Console { choice: ColorChoice::Auto }.complain(WELCOME);
            return Exit::Unusable;
        }
        Parsed::Told(exit) => return exit,
    };
    own_up_to_panics(console);
    let done = match &command {
        Command::Run(arguments) => run::run(arguments, console),
        Command::Compare(arguments) => compare::run(arguments, console),
        Command::Test(arguments) => test::run(arguments, console),
        Command::Check(arguments) => check::run(arguments, console),
        Command::Convert(arguments) => convert::run(arguments, console),
        Command::New(arguments) => new::run(arguments, console),
        Command::Verify(arguments) => verify::run(arguments, console),
        Command::Schema(arguments) => schema::run(arguments, console),
    };
    done.unwrap_or_else(|trouble| {
        console.complain(&trouble.draw());
        Exit::Unusable
    })
}

/// Says of a panic, behind Rust's own words, whose fault it is.
fn own_up_to_panics(console: Console) {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        report(panic);
        console.complain("this is a bug of kitchen-sim, not of your spec: please report it, with the spec\n");
    }));
}
