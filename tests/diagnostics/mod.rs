//! Broken specs: each says in its comments what must be underlined. How it is drawn is pinned in golden/errors.

mod garbage;

use std::fmt::Write as _;

use kitchen_sim::diag::{Diagnostic, render};

/// The comment before the text that a diagnostic must underline, one comment a diagnostic, in order.
const UNDERLINES: &str = "# underlines: ";

/// Everything that is wrong with a text before it runs.
fn check(path: &str, text: &str) -> Vec<Diagnostic> {
    match kitchen_sim::compile(path, text.to_owned()) {
        Ok(_) => Vec::new(),
        Err(rejected) => rejected.diagnostics,
    }
}

#[test]
fn every_broken_spec_is_underlined_where_it_is_broken() {
    let mut names: Vec<String> = walkdir::WalkDir::new("specs/errors")
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("specs/errors can be listed").path().to_string_lossy().replace('\\', "/"))
        .filter(|path| path.ends_with(".toml") || path.ends_with(".py"))
        .collect();
    names.sort();
    assert!(names.len() >= 30, "only {} broken specs were found", names.len());
    let mut failures = String::new();
    for path in names {
        let text = read(&path);
        compare(&path, &text, &mut failures);
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn places_are_right_behind_a_byte_order_mark_and_with_carriage_returns() {
    let text =
        "\u{feff}[coroutines]\r\nmain = [\r\n  { slep = 1 },\r\n  \"\"\"\r\n  x = [1,\r\n    2j]\"\"\",\r\n]\r\n";
    let underlined: Vec<&str> = check("t.toml", text).iter().map(|problem| &text[problem.span.range()]).collect();
    assert_eq!(underlined, ["slep", "2j"]);
}

fn compare(path: &str, text: &str, failures: &mut String) {
    let diagnostics = check(path, text);
    let wanted: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix(UNDERLINES)).collect();
    let found: Vec<&str> = diagnostics.iter().map(|problem| &text[problem.span.range()]).collect();
    if wanted != found || diagnostics.is_empty() {
        let drawing = render::render(path, text, &diagnostics, false);
        let _ = writeln!(failures, "{path}: wanted {wanted:#?}, found {found:#?}\n{drawing}");
    }
}

#[expect(clippy::disallowed_methods, reason = "tests may read files")]
fn read(path: &str) -> String {
    std::fs::read_to_string(path).expect("a spec can be read")
}
