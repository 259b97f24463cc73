//! At the door: the bare command, help, mistyped words, a first spec.

use crate::kitchen::{Bench, kitchen};

#[test]
fn the_bare_command_says_what_it_is_and_what_to_try() {
    insta::assert_snapshot!(kitchen("").exits(2).err());
}

#[test]
fn help_shows_every_command_with_an_example() {
    for command in ["", "run ", "compare ", "test ", "check ", "convert ", "verify ", "new ", "schema "] {
        let name = if command.is_empty() { "help" } else { command.trim_end() };
        insta::assert_snapshot!(format!("help_{name}"), kitchen(&format!("{command}--help")).exits(0).out());
    }
}

#[test]
fn a_mistyped_word_gets_the_nearest() {
    let bench = Bench::new();
    bench.write("specs/soup.toml", super::SOUP).write("specs/salad.toml", super::SOUP);
    bench.kitchen("rnu specs/soup.toml").exits(2).says("'run'");
    bench.kitchen("run specs/suop.toml").exits(2).says("did you mean `specs/soup.toml`?");
    bench.kitchen("run specs/soup").exits(2).says("did you mean `specs/soup.toml`?");
    bench.kitchen("run salad.toml").exits(2).says("did you mean `specs/salad.toml`?");
    bench.kitchen("run specs/soup.toml --policy asincio").exits(2).says("did you mean `asyncio`?");
    bench.kitchen("run specs/soup.toml --detial prints").exits(2).says("--detail");
}

#[test]
fn a_new_spec_runs_and_keeps_its_own_promises() {
    let bench = Bench::new();
    bench.kitchen("new soup").exits(0).prints("wrote soup.toml; next: kitchen-sim run soup.toml\n");
    bench.kitchen("soup.toml").exits(0).says("served: soup and 2 slices of bread");
    bench.kitchen("test soup.toml --update").exits(0);
    bench.kitchen("test soup.toml").exits(0).says("1 passed, 0 failed");
}

#[test]
fn a_new_spec_overwrites_nothing() {
    let bench = Bench::new();
    bench.write("soup.toml", "mine");
    for name in ["soup", "soup.toml"] {
        bench.kitchen(&format!("new {name}")).exits(2).says("`soup.toml` is there already");
    }
    bench.kitchen("new no/such/folder/soup").exits(2).says("cannot be written");
    assert_eq!(bench.read("soup.toml"), "mine");
}
