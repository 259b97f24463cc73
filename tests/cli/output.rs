//! Where output goes: files whole or not at all, pipes that close, colours.

use std::fs;
use std::process::Stdio;

use super::SOUP;
use crate::kitchen::{Bench, command};

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let bench = Bench::new();
    bench.write("soup.toml", SOUP).write("bad.toml", "x = ");
    let trace = bench.kitchen("run soup.toml").exits(0).out();
    bench.kitchen("run soup.toml -o soup.trace").exits(0).is_silent();
    assert_eq!(bench.read("soup.trace"), trace);
    bench.kitchen("run bad.toml -o soup.trace").exits(2);
    assert_eq!(bench.read("soup.trace"), trace);
    bench.kitchen("run soup.toml -o no/such/folder/x").exits(2).says("cannot be written");
    assert_eq!(bench.files(), ["bad.toml", "soup.toml", "soup.trace"]);
}

#[test]
#[cfg(unix)]
fn links_are_followed_and_devices_stay_devices() {
    let bench = Bench::new();
    bench.write("soup.toml", SOUP).write("real.trace", "old");
    std::os::unix::fs::symlink("real.trace", bench.path("link.trace")).expect("a link can be made");
    bench.kitchen("run soup.toml -o link.trace").exits(0);
    assert!(bench.read("real.trace").contains("🍲 on"));
    assert!(fs::symlink_metadata(bench.path("link.trace")).expect("the link is there").is_symlink());
    bench.kitchen("run soup.toml -o /dev/null").exits(0).is_silent();
    assert!(!fs::metadata("/dev/null").expect("the device is there").is_file());
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let bench = Bench::new();
    bench.write("long.toml", "[coroutines]\nmain = [ { repeat = 100000, steps = [ { print = \"again\" } ] } ]\n");
    let mut child = command(&bench.path("."), "run long.toml")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the binary ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    let bench = Bench::new();
    bench.write("soup.toml", SOUP);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("the device is there");
    let status = command(&bench.path("."), "run soup.toml").stdout(full).stderr(Stdio::null()).status();
    assert_eq!(status.expect("the binary runs").code(), Some(2));
}

#[test]
fn only_terminals_and_those_who_ask_get_colours() {
    let bench = Bench::new().with("TERM", "xterm");
    bench.write("soup.toml", SOUP);
    let has_colour = |bench: &Bench, line: &str| bench.kitchen(line).exits(0).out().contains('\x1b');
    assert!(!has_colour(&bench, "run soup.toml"));
    assert!(has_colour(&bench, "run soup.toml --color always"));
    assert!(!has_colour(&bench, "run soup.toml --color always --format jsonl"));
    bench.kitchen("run soup.toml --color always -o soup.trace").exits(0);
    assert!(!bench.read("soup.trace").contains('\x1b'));
    let bench = bench.with("CLICOLOR_FORCE", "1");
    assert!(has_colour(&bench, "run soup.toml"));
    assert!(!has_colour(&bench, "run soup.toml --color never"));
}
