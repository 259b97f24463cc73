//! The tables that a run of the benchmark prints.

use crate::cases::{Size, WORKLOADS, Workload};
use crate::engine::Engine;
use crate::measure::{Contender, Measurement, measure};
use crate::memory;

/// Nanoseconds per event of a workload at all its sizes: the floors, the engine, and its ratio to the fastest floor.
pub(crate) fn print_throughput(rounds: usize, workload: &Workload) {
    println!("\n{}: nanoseconds per event ({}), medians of {rounds} rounds", workload.name, workload.events);
    print!("  {:>10} {:>10}", "tasks", "events");
    workload.floors.iter().for_each(|(name, _)| print!(" {name:>12}"));
    println!(" {:>12} {:>8}", "engine", "ratio");
    let costs: Vec<f64> = workload.sizes.iter().map(|&size| print_size(rounds, workload, size)).collect();
    println!("  the last size costs {:.1} times the first", costs[costs.len() - 1] / costs[0]);
}

/// Prints the row of a size and tells the engine's nanoseconds per event.
fn print_size(rounds: usize, workload: &Workload, size: Size) -> f64 {
    let [first, second] = size.values;
    let done = workload.floors[0].1(first, second);
    let engine = Engine::new(workload, size.values);
    let floor = |&(name, run): &(&str, fn(u32, u32) -> _)| Contender {
        name: name.to_owned(),
        run: Box::new(move || assert_eq!(run(first, second), done)),
    };
    let mut contenders: Vec<Contender<'_>> = workload.floors.iter().map(floor).collect();
    let floors = contenders.len();
    let run_engine = || assert_eq!(engine.run(), done.events, "engine and floor do the same work");
    contenders.push(Contender { name: "engine".to_owned(), run: Box::new(run_engine) });
    let measurement = measure(rounds, &mut contenders);
    let per_event = |contender| measurement.nanoseconds(contender) / done.events as f64;
    print!("  {:>10} {:>10}", size.tasks, done.events);
    (0..contenders.len()).for_each(|contender| print!(" {:>12.1}", per_event(contender)));
    println!(" {:>8.2}", measurement.ratio_to_fastest(floors, floors));
    per_event(floors)
}

/// What the text trace costs, a line: into a writer that drops it and into a file.
pub(crate) fn print_trace(rounds: usize) {
    let engine = Engine::new(&WORKLOADS[0], [10_000, 30]);
    let lines = engine.trace_lines();
    let mut contenders = [
        Contender { name: "no trace".to_owned(), run: Box::new(|| _ = engine.run()) },
        Contender { name: "null writer".to_owned(), run: Box::new(|| _ = engine.trace(std::io::sink())) },
        Contender { name: "file".to_owned(), run: Box::new(|| trace_into_file(&engine)) },
    ];
    println!(
        "\ntrace: nanoseconds that a line of text costs more than none, medians of {rounds} rounds, {lines} lines"
    );
    let measurement: Measurement = measure(rounds, &mut contenders);
    for (contender, Contender { name, .. }) in contenders.iter().enumerate().skip(1) {
        println!("  {name:<12} {:8.1}", measurement.nanoseconds_above(contender, 0) / lines as f64);
    }
}

fn trace_into_file(engine: &Engine) {
    engine.trace(tempfile::tempfile().expect("a temporary file"));
}

/// How far the peak of memory grows with each task that sleeps.
pub(crate) fn print_memory() {
    let [small, large] = memory::TASKS;
    println!("\nmemory: bytes per sleeping task with its timer, growth of the peak from {small} to {large} tasks");
    for subject in [memory::FLOOR, memory::ENGINE] {
        match memory::bytes_per_task(subject) {
            Some(bytes) => println!("  {subject:<12} {bytes:8.1}"),
            None => println!("  {subject:<12} this system does not tell"),
        }
    }
}
