//! Programs written for CPython, unchanged: each prints the same at the same instants and ends the same way as CPython 3.13
//! did when record.py ran them.

use serde_json::Value;

use crate::kitchen::{home, kitchen};

#[test]
fn programs_do_what_cpython_does() {
    let mut programs: Vec<String> = std::fs::read_dir(home().join("tests/python"))
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter_map(|name| name.strip_suffix(".prints").map(str::to_owned))
        .collect();
    programs.sort();
    assert!(programs.len() >= 5, "only {programs:?} are recorded");
    for program in programs {
        let recorded =
            std::fs::read_to_string(home().join(format!("tests/python/{program}.prints"))).expect("recorded");
        let recorded: Vec<Value> =
            recorded.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
        assert_eq!(events(&program), recorded, "{program}.py");
    }
}

#[test]
fn each_module_can_be_imported_alone() {
    for module in kitchen_sim::signatures::asyncio::MODULES {
        let program = kitchen_sim::compile("alone.py", format!("import {module}\n"));
        assert!(program.is_ok(), "{module} uses a module that is not read with it");
    }
}

/// What a program prints and how it ends, as record.py writes it down.
fn events(program: &str) -> Vec<Value> {
    let run = kitchen(&format!("run tests/python/{program}.py --format jsonl"));
    let events = run.out();
    let events = events.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON"));
    events
        .filter_map(|event| match event["event"].as_str() {
            Some("print") => Some(serde_json::json!([event["t"], event["text"]])),
            Some("end") => Some(serde_json::json!([event["t"], null, event["outcome"]])),
            _ => None,
        })
        .collect()
}
