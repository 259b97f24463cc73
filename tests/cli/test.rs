//! `test`.

use super::SOUP;
use crate::kitchen::Bench;

fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("specs/soup.toml", SOUP);
    bench
}

#[test]
fn a_golden_is_written_when_asked_for_and_then_kept() {
    let bench = bench();
    bench.kitchen("test").exits(0).says("new     specs/soup.toml").says("0 passed, 0 failed, 1 new");
    assert_eq!(bench.files(), ["specs"]);
    bench.kitchen("test --update").exits(0).says("wrote golden/soup.asyncio.trace");
    bench.kitchen("test").exits(0).prints("ok      specs/soup.toml  asyncio\n1 passed, 0 failed\n");
    bench.kitchen("run specs/soup.toml").prints_trace("golden/soup.asyncio.trace");
    bench.kitchen("test --update").exits(0).says("1 passed, 0 failed\n");
}

#[test]
fn a_missing_golden_fails_where_it_cannot_be_written() {
    bench().with("CI", "true").kitchen("test").exits(1).says("there is no golden/soup.asyncio.trace");
}

#[test]
fn a_difference_is_shown_and_carriage_returns_make_none() {
    let bench = bench();
    bench.kitchen("test --update").exits(0);
    let golden = bench.read("golden/soup.asyncio.trace");
    bench.write("golden/soup.asyncio.trace", golden.replace('\n', "\r\n"));
    bench.kitchen("test").exits(0);
    bench.write("golden/soup.asyncio.trace", golden.replace("stirred", "shaken"));
    insta::assert_snapshot!(bench.kitchen("test").exits(1).out());
}

#[test]
fn expectations_are_checked_at_their_place() {
    let bench = bench();
    bench
        .write("specs/soup.toml", format!("{SOUP}\n[expect]\nends = \"2s\"\nnever = [\"stir*\"]\ngolden = \"none\"\n"));
    insta::assert_snapshot!(bench.kitchen("test").exits(1).out());
}

#[test]
fn each_policy_has_its_golden() {
    let bench = bench();
    bench.write("specs/soup.toml", format!("policies = [\"asyncio:ready=lifo\", \"sequential\"]\n{SOUP}"));
    bench.kitchen("test --update").exits(0);
    assert!(bench.path("golden/soup.asyncio+ready-lifo.trace").is_file());
    assert!(bench.path("golden/soup.sequential.trace").is_file());
}

#[test]
fn specs_under_errors_are_refused_and_pinned() {
    let bench = bench();
    bench.write("specs/errors/verb.toml", "[coroutines]\nmain = [ { sleeep = 1 } ]\n");
    bench.write("specs/wrong.toml", "[coroutines]\nmain = [ { sleeep = 1 } ]\n");
    bench.kitchen("test --update").exits(1).says("FAILED  specs/wrong.toml").says("0 passed, 1 failed, 2 updated");
    assert!(bench.read("golden/errors/verb.diagnostics").contains("specs/errors/verb.toml:2:"));
    bench.kitchen("test specs/errors").exits(0).says("1 passed");
    bench.write("specs/errors/verb.toml", SOUP);
    bench.kitchen("test specs/errors").exits(1).says("it runs, but has a golden that says it is refused");
}

#[test]
fn a_golden_without_a_spec_is_told() {
    let bench = bench();
    bench.write("golden/salad.asyncio.trace", "").write("golden/cpython/soup.trace", "");
    bench.kitchen("test --update").exits(0).says("warning golden/salad.asyncio.trace").says("1 obsolete\n");
}

#[test]
fn an_empty_folder_is_no_test() {
    let bench = Bench::new();
    bench.write("specs/readme.md", "");
    bench.kitchen("test").exits(2).says("there is no spec in `specs`");
    bench.kitchen("test nowhere").exits(2).says("there is no file `nowhere`");
}
