//! Every spec of the project against its goldens and expectations, by the code behind `kitchen-sim test`.

use crate::kitchen::{Bench, command, home, kitchen};

#[test]
fn every_spec_keeps_its_golden() {
    let output = command(home(), "test").env("CI", "true").output().expect("the binary runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn the_same_spec_gives_the_same_bytes_every_time() {
    let run = || kitchen("run specs/chef.toml --detail loop --format jsonl").exits(0).out();
    assert_eq!(run(), run());
    let bench = Bench::new().with("LANG", "tr_TR.UTF-8").with("TZ", "Asia/Tokyo").with("COLUMNS", "20");
    bench.write("chef.toml", std::fs::read(home().join("specs/chef.toml")).expect("the chef is there"));
    assert_eq!(bench.kitchen("run chef.toml --detail loop --format jsonl").exits(0).out(), run());
}
