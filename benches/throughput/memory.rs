//! Memory of sleeping tasks: how far the peak of a process grows with their number.

use std::process::Command;

use crate::cases::WORKLOADS;
use crate::engine::Engine;

/// The two numbers of tasks that are compared.
pub(crate) const TASKS: [u32; 2] = [1_000, 1_000_000];

/// The option with which the benchmark starts itself, to run a subject once.
pub(crate) const OPTION: &str = "--peak";

/// The subject that is the workload by hand.
pub(crate) const FLOOR: &str = "floor";

/// The subject that is the engine with the workload's spec, compiling included.
pub(crate) const ENGINE: &str = "engine";

/// Bytes per task: the growth of the peak from the small to the large number of tasks, or `None` where the system does
/// not tell.
pub(crate) fn bytes_per_task(subject: &str) -> Option<f64> {
    let [small, large] = TASKS.map(|tasks| peak_of_child(subject, tasks));
    Some(large?.saturating_sub(small?) as f64 / f64::from(TASKS[1] - TASKS[0]))
}

fn peak_of_child(subject: &str, tasks: u32) -> Option<u64> {
    let program = std::env::current_exe().ok()?;
    let output = Command::new(program).args([OPTION, subject, &tasks.to_string()]).output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// Runs a subject with so many tasks that sleep once, and prints the peak of this process's memory.
pub(crate) fn print_peak(subject: &str, tasks: u32) {
    let workload = &WORKLOADS[0];
    let events = match subject {
        FLOOR => workload.floors[0].1(tasks, 1).events,
        ENGINE => Engine::new(workload, [tasks, 1]).run(),
        other => panic!("no subject `{other}`"),
    };
    assert_eq!(events, 2 * u64::from(tasks) + 1);
    if let Some(peak) = peak_of_this_process() {
        println!("{peak}");
    }
}

/// The largest resident size that this process has had, in bytes.
fn peak_of_this_process() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}
