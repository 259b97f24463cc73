//! What threads wait at. The referee's clock knows nothing of it: the prints beside each program are those of CPython 3.11.7,
//! 3.12.1 and 3.13.0 on a real clock.

use crate::kitchen::{home, kitchen};

#[test]
fn threads_wait_at_what_threading_and_queue_have() {
    prints_as_recorded("locks");
}

#[test]
fn threads_wait_for_several_jobs_and_at_barriers() {
    prints_as_recorded("jobs");
}

fn prints_as_recorded(name: &str) {
    let recorded = std::fs::read_to_string(home().join(format!("tests/threads/{name}.prints"))).expect("recorded");
    let run = kitchen(&format!("run tests/threads/{name}.py --format jsonl"));
    let events = run.out();
    let events = events.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a line of JSON"));
    let prints: Vec<String> = events
        .filter(|event| event["event"] == "print")
        .map(|event| event["text"].as_str().expect("a text").to_owned())
        .collect();
    assert_eq!(prints, recorded.lines().collect::<Vec<_>>());
}
