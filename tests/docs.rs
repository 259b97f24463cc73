//! What the documents say: every spec in them runs and keeps what it expects, and every file they name is there.

use crate::kitchen::{Bench, home};

const DOCUMENTS: [&str; 2] = ["docs/language.md", "docs/semantics.md"];

fn read(document: &str) -> String {
    std::fs::read_to_string(home().join(document)).unwrap_or_else(|error| panic!("{document}: {error}"))
}

#[test]
fn every_example_runs_and_keeps_its_expectations() {
    for document in DOCUMENTS {
        let text = read(document);
        let examples = text.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
        for (number, example) in examples.enumerate() {
            let bench = Bench::new();
            let spec = format!("example-{number}.toml");
            bench.write(&spec, example);
            bench.kitchen(&format!("test --update {spec}")).exits(0);
        }
    }
}

#[test]
fn every_spec_that_is_named_is_there() {
    for document in DOCUMENTS {
        let text = read(document);
        let named = text.split('`').filter(|word| word.starts_with("specs/") && word.ends_with(".toml"));
        for path in named {
            assert!(home().join(path).is_file(), "{document} names {path}");
        }
    }
}
