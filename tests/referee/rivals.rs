//! Interpreters that are none, played by shell scripts: what `verify` says of them.

#![cfg(unix)]

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;

use crate::kitchen::Bench;

/// Prints `soup` and waits a second.
const SOUP: &str = "[coroutines]\nmain = [ { print = \"soup\" }, { sleep = 1 } ]\n";
/// What an interpreter would say of it.
const ACTS: &str = r#"{"t": 0, "task": "main", "event": "start"}
{"t": 0, "task": "main", "event": "print", "text": "soup"}
{"t": 0, "task": "main", "event": "await", "on": "sleep 1000000000"}
{"t": 1000000000, "task": "main", "event": "resume", "from": "sleep 1000000000"}
{"t": 1000000000, "task": "main", "event": "return"}
{"t": 1000000000, "task": null, "event": "end", "outcome": "ok"}"#;

/// A folder with the soup and an interpreter that calls itself `name` and does `body` with a program.
fn rival(name: &str, body: &str) -> Bench {
    let bench = Bench::new();
    let script = format!("#!/bin/sh\ncase \"$*\" in *platform*) echo {name};; *)\n{body}\n;; esac\n");
    bench.write("soup.toml", SOUP).write("python", script);
    std::fs::set_permissions(bench.path("python"), Permissions::from_mode(0o755)).expect("a script may be run");
    bench
}

fn saying(acts: &str) -> Bench {
    rival("CPython 3.12.9", &format!("cat <<'ACTS'\n{acts}\nACTS"))
}

const VERIFY: &str = "verify soup.toml --interpreter ./python";

#[test]
fn the_same_events_are_identical() {
    let expected = "soup.toml: identical: 6 events, CPython 3.12.9\n";
    saying(ACTS).kitchen(VERIFY).exits(0).prints(expected);
}

#[test]
fn the_first_difference_is_shown_from_both_sides() {
    let expected = "\
soup.toml: DIFFERENT from CPython 3.12.9 behind 1 events
  CPython 3.12.9:
        0.000s  main             start
                main             print        stew
  kitchen-sim:
        0.000s  main             start
                main             print        soup
";
    saying(&ACTS.replace("soup", "stew")).kitchen(VERIFY).exits(1).prints(expected);
}

#[test]
fn who_is_no_cpython_of_a_known_version_is_refused() {
    for (name, words) in [
        ("CPython 3.10.13", "is CPython 3.10.13, which is too old"),
        ("CPython 3.110.0", "which is not known yet"),
        ("PyPy 3.11.9", "is PyPy, not CPython"),
        ("", "is no Python interpreter"),
    ] {
        rival(name, "exit 1").kitchen(VERIFY).exits(2).says(words);
    }
    Bench::new().kitchen("verify soup.toml --interpreter ./no/python").exits(2).says("there is no interpreter");
    Bench::new().kitchen("verify soup.toml --interpreter 3.9").exits(2).says("the versions are 3.11, 3.12, 3.13");
}

#[test]
fn a_program_that_hangs_is_ended() {
    let words = "did not come to an end";
    rival("CPython 3.12.9", "exec sleep 60").kitchen(&format!("{VERIFY} --max-seconds 1")).exits(1).says(words);
}

#[test]
fn an_interpreter_that_breaks_down_is_quoted() {
    let bench = rival("CPython 3.12.9", "echo no room left >&2; exit 1");
    bench.kitchen(VERIFY).exits(1).says("broke down").says("no room left");
}

#[test]
fn what_is_recorded_is_what_the_interpreter_did() {
    let bench = saying(&ACTS.replace("soup", "stew"));
    bench.kitchen(&format!("{VERIFY} --record")).exits(1).says("wrote golden/cpython/soup.trace");
    let recorded = bench.read("golden/cpython/soup.trace");
    assert!(recorded.starts_with("# CPython 3.12.9\n") && recorded.contains("stew"), "{recorded}");
    assert_eq!(bench.files(), ["golden", "python", "soup.toml"]);
}
