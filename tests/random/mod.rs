//! CPython's random numbers, recorded by record.py: every draw and every answer is the same here, under 3.11, 3.12 and 3.13.

use std::fs;

use kitchen_sim::engine::{Options, run};
use kitchen_sim::policy::Policy;
use kitchen_sim::trace::{Detail, Ending, EventKind, Recording};
use sha2::{Digest, Sha256};

use crate::kitchen::home;

/// The versions in the order of their columns in answers.tsv.
const VERSIONS: [&str; 3] = ["3.11", "3.12", "3.13"];

/// The rows of a table, without its headings.
fn rows(table: &str) -> Vec<Vec<String>> {
    let path = home().join("tests/random").join(table);
    let text = fs::read_to_string(path).expect("a table");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// What a Python program prints, line by line; or why there is nothing.
fn printed(version: &str, program: &str) -> Result<Vec<String>, String> {
    let source = format!("# /// kitchen-sim\n# python = \"{version}\"\n# ///\nimport random\n\n{program}");
    let program = kitchen_sim::compile("draws.py", source)
        .map_err(|rejected| rejected.diagnostics.iter().map(|each| each.message.clone()).collect::<String>())?;
    let mut recording = Recording::new(Detail::Tasks);
    let end = run(&program, &Options::of(&program, Policy::default()), &mut recording);
    if end.ending != Ending::Ok {
        return Err(format!("{:?}", end.ending));
    }
    let printed = recording
        .events()
        .filter_map(|event| if let EventKind::Print { text } = event.kind { Some(text.to_owned()) } else { None });
    Ok(printed.collect())
}

/// What the calls of draws.tsv need; each draw is printed whole and with 13 digits.
const PRELUDE: &str = "
def shuffled(count):
    items = list(range(count))
    random.shuffle(items)
    return items


def show(draw):
    print(repr(draw), f'{draw:.12e}' if isinstance(draw, float) else repr(draw), sep='|')

";

/// In so many rows of draws.tsv glibc rounds a logarithm or its kin to the other neighbour of the true number at least once.
const ROUNDED_OTHERWISE: usize = 21;

fn digest(lines: &[&str]) -> String {
    Sha256::digest(lines.join("\n")).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_thousand_draws_of_everything_are_cpythons() {
    let rows = rows("draws.tsv");
    assert!(rows.len() >= 100, "the draws are recorded");
    let (mut wrong, mut rounded) = (Vec::new(), Vec::new());
    for row in rows {
        let [seed, call, exact, near, first] = row.as_slice() else { panic!("five columns: {row:?}") };
        let program = format!("{PRELUDE}random.seed({seed})\nfor _ in range(1000):\n    show({call})\n");
        let lines = printed("3.13", &program).unwrap_or_else(|problem| panic!("{call}: {problem}"));
        let (wholes, nears): (Vec<&str>, Vec<&str>) =
            lines.iter().map(|line| line.split_once('|').expect("two texts")).unzip();
        if digest(&nears) != *near {
            wrong.push(format!("{seed} {call}\n  CPython: {first}\n  here:    {}", wholes[..10].join("; ")));
        } else if digest(&wholes) != *exact {
            rounded.push(format!("{seed} {call}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(rounded.len(), ROUNDED_OTHERWISE, "{}", rounded.join("\n"));
}

#[test]
fn answers_are_cpythons_in_every_version() {
    let mut wrong = Vec::new();
    for (index, version) in VERSIONS.into_iter().enumerate() {
        for row in rows("answers.tsv") {
            let (call, expected) = (&row[0], row.get(index + 1).unwrap_or(&row[1]));
            let program = format!(
                "
random.seed(0)
try:
    print(repr({call}))
except Exception as error:
    print(repr(f\"{{type(error).__name__}}: {{error}}\"))
"
            );
            let found = printed(version, &program).map_or_else(|problem| problem, |lines| lines.join("\n"));
            if found != *expected {
                wrong.push(format!("{version} {call}\n  CPython: {expected}\n  here:    {found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_cpython_says_differently_every_time_is_refused() {
    for call in ["random.seed(float('nan'))", "random.seed('soup', version=3)"] {
        let problem = printed("3.13", call).expect_err(call);
        assert!(problem.contains("not supported"), "{call}: {problem}");
    }
}

#[test]
fn nothing_is_tried_for_ever() {
    for call in ["random.gammavariate(float('nan'), 1)", "random.vonmisesvariate(0, float('nan'))"] {
        let problem = printed("3.13", call).expect_err(call);
        assert!(problem.contains("for ever"), "{call}: {problem}");
    }
}

#[test]
fn the_seed_of_the_settings_is_the_programs() {
    let draw = |lines: &str| printed("3.13", lines).expect("a draw");
    let seeded = draw("random.seed(0)\nprint(random.random())");
    assert_eq!(draw("print(random.random())"), seeded);
    assert_eq!(draw("random.random()\nrandom.seed()\nprint(random.random())"), seeded);
    assert_eq!(seeded, ["0.8444218515250481"]);
}
