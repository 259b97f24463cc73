//! The command `kitchen-sim`.

use std::process::ExitCode;

fn main() -> ExitCode {
    kitchen_sim::cli::main(std::env::args_os()).into()
}
