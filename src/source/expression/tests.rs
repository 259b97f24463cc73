//! What Python is read into.

use super::{expression, template};
use crate::script::ExpressionKind;
use crate::source::code::Code;
use crate::source::problems::Problems;

/// A tree without its places.
fn short(tree: &impl std::fmt::Debug) -> String {
    let tree = format!("{tree:?}");
    let mut short = String::new();
    let mut rest = tree.as_str();
    while let Some(at) = rest.find(", span: Span {") {
        short.push_str(&rest[..at]);
        rest = rest[at..].split_once("} }").map_or("", |(_, behind)| behind);
    }
    (short + rest).replace("Expression { kind: ", "").replace("Identifier { name: ", "")
}

fn code(text: &str) -> Code {
    let mut code = Code::at(0);
    code.push_plain(text, 0);
    code
}

fn kind(text: &str) -> ExpressionKind {
    let mut problems = Problems::default();
    let code = code(text);
    let read = expression(&code, code.whole(), &mut problems);
    assert!(problems.is_empty(), "{text}: {:#?}", problems.into_sorted());
    read.unwrap_or_else(|problem| panic!("{text}: {problem:#?}")).kind
}

#[test]
fn expressions_keep_their_structure() {
    let rows = [
        "a or b and not c",
        "-2 ** 2",
        "-9223372036854775808",
        "await f(x) + 1",
        "a < b <= c is not None",
        "x if t else y",
        "a[1:2, ::3]",
        "f(*a, k=1, **o)",
        "{**d, 'k': v}",
        "{1, *s}",
        "[x async for x, y in z if x if y]",
        "{k: v for k, v in i}",
        "(n := 3)",
        "lambda a, /, b=1, *c, d, **e: a",
        "*a, b",
        "'a' 'b' f'{x}c'",
        "f'{x!r:>{w}}{{}}'",
        "f'{x = }'",
        "f'{x=:3}'",
        "'\\N{BULLET}\\x41\\\n'",
        "1_000 + 0xFF + 1e3",
        "(1,)",
        "()",
    ];
    let trees: Vec<String> = rows.iter().map(|row| format!("{row}\n    {}", short(&kind(row)))).collect();
    insta::with_settings!({omit_expression => true}, { insta::assert_snapshot!(trees.join("\n")) });
}

#[test]
fn templates_are_f_strings_without_quotes() {
    // Each row: the inside of an f-string; the same in Python, which must give the same tree.
    for (inside, python) in [
        ("plain \\d", r#"'plain \\d'"#),
        ("a {x} b", "f'a {x} b'"),
        ("{{}} {x}", "f'{{}} {x}'"),
        ("{x!r:>{w}.{p}f}", "f'{x!r:>{w}.{p}f}'"),
        ("{x=}", "f'{x=}'"),
        ("{ x = }", "f'{ x = }'"),
        ("{x=!s:3}", "f'{x=!s:3}'"),
        ("{x == y}{x != y}{x <= y}", "f'{x == y}{x != y}{x <= y}'"),
        ("{d['a']}", "f'{d[\"a\"]}'"),
        ("{'}:!'}", "f'{\"}:!\"}'"),
        ("{a[1:2]}", "f'{a[1:2]}'"),
        ("{ {1: 2}[1] }", "f'{ {1: 2}[1] }'"),
        ("{(lambda: 1)()}", "f'{(lambda: 1)()}'"),
        ("{x:'>10}", "f\"{x:'>10}\""),
        ("{f'{y}'}", "f'{f\"{y}\"}'"),
        ("{a if b else c:>3}", "f'{a if b else c:>3}'"),
        ("", "''"),
    ] {
        let mut problems = Problems::default();
        let read = template(&code(inside), &mut problems);
        assert!(problems.is_empty(), "{inside}: {:#?}", problems.into_sorted());
        assert_eq!(short(&read), short(&kind(python)), "{inside}");
    }
}

#[test]
fn nesting_is_read_up_to_the_limit() {
    let deep = super::depth::MAX_DEPTH - 6;
    for text in [
        "-".repeat(deep) + "1",
        "(".repeat(deep) + "1" + &")".repeat(deep),
        "a".to_owned() + &".b".repeat(deep),
        "a".to_owned() + &"+a".repeat(deep),
        "[".to_owned() + &"-1, ".repeat(100_000) + "]",
    ] {
        kind(&text);
    }
}
