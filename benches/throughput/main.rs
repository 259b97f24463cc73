//! How fast the engine is, beside loops written by hand for the same work in the same run: `cargo bench`.
//!
//! `cargo bench -- timers trace` prints only these tables; `cargo bench -- --rounds 9` takes more care.
//! docs/performance.md says what is measured and how.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a benchmark reads the clock, starts itself and prints"
)]

mod cases;
mod engine;
mod floor;
mod measure;
mod memory;
mod report;

/// How often each contender runs, unless the command line says otherwise.
const ROUNDS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [memory::OPTION, subject, tasks] => memory::print_peak(subject, tasks.parse().expect("a number of tasks")),
        ["--rounds", rounds, ref names @ ..] => print_tables(rounds.parse().expect("a number of rounds"), names),
        ref names => print_tables(ROUNDS, names),
    }
}

/// Prints the tables that are named, or all of them.
fn print_tables(rounds: usize, names: &[&str]) {
    let is_wanted = |name| names.is_empty() || names.contains(&name);
    for workload in cases::WORKLOADS.iter().filter(|workload| is_wanted(workload.name)) {
        report::print_throughput(rounds, workload);
    }
    if is_wanted("trace") {
        report::print_trace(rounds);
    }
    if is_wanted("memory") {
        report::print_memory();
    }
}
