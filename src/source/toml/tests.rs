//! What TOML is read into.

use crate::script::{ExpressionKind, StatementKind};
use crate::source::read;

use super::duration::{self, DurationText};
use super::literal;
use crate::units::{Delay, Span};

#[test]
fn every_byte_of_a_string_knows_its_place_in_the_file() {
    // Each row: a literal; its text; and for some part of the text, what stands there in the file.
    for (raw, text, part, in_file) in [
        (r#""abc""#, "abc", "b", "b"),
        (r#"'a\nb'"#, r"a\nb", r"\n", r"\n"),
        (r#""a\nb""#, "a\nb", "\n", r"\n"),
        (r#""a\nbc""#, "a\nbc", "bc", "bc"),
        (r#""a\tb""#, "a\tb", "b", "b"),
        (r#""\"x\"""#, "\"x\"", "\"x", r#"\"x"#),
        (r#""\\d""#, "\\d", "d", "d"),
        (r#""\u1234z""#, "\u{1234}z", "z", "z"),
        (r#""\u1234z""#, "\u{1234}z", "\u{1234}", r"\u1234"),
        (r#""\U0001F373 x""#, "🍳 x", "🍳", r"\U0001F373"),
        (r#""\e\x41x""#, "\u{1b}Ax", "A", r"\x41"),
        ("\"🍝 é {x}\"", "🍝 é {x}", "{x}", "{x}"),
        ("\"\"\"\n  a\n  b\"\"\"", "  a\n  b", "b", "b"),
        ("'''\r\na\r\nb'''", "a\nb", "a\nb", "a\r\nb"),
        ("'''\r\na\r\nb'''", "a\nb", "\n", "\r\n"),
        ("\"\"\"a \\\n   b\"\"\"", "a b", "b", "b"),
        ("\"\"\"a\\\r\n\r\n   b\"\"\"", "ab", "a", "a"),
        ("\"\"\"say \"hi\" \"\"\"", "say \"hi\" ", "hi", "hi"),
        ("\"\"\"\"q\"\"\"\"", "\"q\"", "q", "q"),
        ("\"\"", "", "", ""),
        ("''''''", "", "", ""),
    ] {
        let file = format!("🍽️ = {raw} # behind");
        let start = file.find(" = ").map_or(0, |at| at + 3);
        let code = literal::decode(&file, Span::new(start, start + raw.len()));
        assert_eq!(code.text(), text, "{raw}");
        let at = text.find(part).expect("the part is in the text");
        let span = code.span(at..at + part.len());
        assert_eq!(&file[span.range()], in_file, "{part:?} in {raw}");
    }
}

#[test]
fn durations_are_exact_and_near_misses_are_seen() {
    let length = |nanoseconds| Some(Ok(Delay::from_nanoseconds(nanoseconds)));
    for (text, nanoseconds) in [
        ("250ms", length(250_000_000)),
        ("1.5s", length(1_500_000_000)),
        ("7ns", length(7)),
        ("0.5us", length(500)),
        ("2m", length(120_000_000_000)),
        ("0.1h", length(360_000_000_000)),
        ("1_000ms", length(1_000_000_000)),
        ("1e3us", length(1_000_000)),
        (" 5s ", length(5_000_000_000)),
        ("4503599627370495ns", length(4_503_599_627_370_495)),
        ("4503599627370.495us", length(4_503_599_627_370_495)),
        ("3333333333.333333ms", length(3_333_333_333_333_333)),
        ("5", None),
        ("0.1 * 2 ** attempt", None),
        ("5 if fast else 7", None),
        ("delay", None),
    ] {
        let found = match duration::read(text) {
            DurationText::Length(seconds) => Some(seconds.delay()),
            DurationText::Other => None,
            DurationText::NearMiss(better) => panic!("{text}: a near miss, {better:?}"),
        };
        assert_eq!(found, nanoseconds, "{text}");
    }
    for (text, better) in [
        ("5 s", Some("5s")),
        ("5sec", Some("5s")),
        ("5 Seconds", Some("5s")),
        ("1m30s", Some("90s")),
        ("1h 30 min", Some("5400s")),
        ("10µs", Some("10us")),
        ("5 apples", None),
        ("99999999999999999999999999999999999999999999999s", None),
    ] {
        assert_eq!(duration::read(text), DurationText::NearMiss(better.map(str::to_owned)), "{text}");
    }
}

/// The statements of `main`, one line each, in a short form that shows the tree.
fn main_of(steps: &str) -> String {
    let text = format!("[coroutines]\nmain = [\n{steps}\n]\n[functions]\nf = []\n");
    let script = read("t.toml", text).unwrap_or_else(|failure| panic!("{steps}: {:#?}", failure.diagnostics));
    let StatementKind::Function(main) = &script.module[0].kind else { panic!("main stands first") };
    main.body.iter().map(|statement| short(&format!("{:?}", statement.kind))).collect::<Vec<_>>().join("\n")
}

/// A tree without its places.
fn short(tree: &str) -> String {
    let mut short = String::new();
    let mut rest = tree;
    while let Some(at) = rest.find("span: Span {") {
        short.push_str(rest[..at].trim_end_matches([' ', ',']));
        let behind = &rest[at + "span: Span {".len()..];
        rest = &behind[behind.find('}').map_or(behind.len(), |end| end + 1)..];
    }
    (short + rest).replace("Expression { kind: ", "").replace(" }", "").replace("{  ", "")
}

#[test]
fn verbs_are_plain_python() {
    insta::assert_snapshot!(main_of(
        r#"
        { print = "a {x!r:>{w}} {y=} {{}}" },
        { print = "plain" },
        { sleep = "250ms" },
        { sleep = -1 },
        { block = 2 },
        { work = "0.1 * x" },
        { do = "f()", as = "x" },
        { set = "a, *b", to = "[1, 2]" },
        { await = "f()", as = "cache['k']" },
        { create_task = "f(1, *a, k=2, **o)", as = "t", name = "n-{x}" },
        { gather = ["f()", "*more"], return_exceptions = true, as = "r" },
        { if = "a", then = ["pass"], elif = [{ if = "b", then = [] }], else = ["x = 1"] },
        { for = "i, j", in = "x", steps = ["break"], else = ["continue"] },
        { repeat = 3, steps = ["x += 1"] },
        { while = true, steps = [{ break = true }] },
        { assert = "x", message = "no {x}" },
        { return = 3.5 },
        "a = b = -9223372036854775808",
        "del a, b[0]",
        "return",
        "asyncio.gather(\n  f(),\n)",
        "#
    ));
}

#[test]
fn the_module_is_functions_then_globals_then_the_entry() {
    let text = "entry = \"f(main)\"\n[globals]\nx = 1\n[functions]\nf.params = [\"a\", \"/\", \"b: int = 2\", \"*\", \"c\", \"**k\"]\nf.steps = []\n\
                [coroutines.main]\nsteps = []\n";
    let script = read("dir/t.toml", text.to_owned()).expect("a good spec");
    assert_eq!(script.name, "t");
    let module: Vec<String> = script.module.iter().map(|statement| short(&format!("{:?}", statement.kind))).collect();
    insta::assert_snapshot!(module.join("\n"));
}

#[test]
fn inline_lists_and_tables_of_their_own_say_the_same() {
    let steps = |text: &str| {
        let script = read("t.toml", text.to_owned()).unwrap_or_else(|failure| panic!("{:#?}", failure.diagnostics));
        let StatementKind::Function(main) = &script.module[0].kind else { panic!("main stands first") };
        short(&format!("{:?}", main.body))
    };
    let inline = "[coroutines]\nmain = [\n{\n  for = \"x\",\n  in = \"y\",\n  steps = [ \"pass\", { print = \"{x}\" }, ],\n}, { sleep = 1 } ]";
    let tables = "[[coroutines.main.steps]]\nfor = \"x\"\nin = \"y\"\nsteps = [ \"pass\", { print = \"{x}\" } ]\n\
                  [[coroutines.main.steps]]\nsleep = 1";
    assert_eq!(steps(inline), steps(tables));
}

#[test]
fn a_problem_that_leaves_names_missing_gives_no_rest() {
    for (text, has_rest) in [
        ("[coroutines]\nmain = [ { sleep = \"5 s\" } ]", true),
        ("[coroutines]\nmain = [ { slep = 5 } ]", false),
        ("[coroutines]\nmain = [ \"x = = 1\" ]", false),
        ("nme = 1\n[coroutines]\nmain = []", false),
        ("[coroutines]\nmain = [ ", false),
    ] {
        let failure = read("t.toml", text.to_owned()).expect_err("a broken spec");
        assert_eq!(failure.is_complete, has_rest, "{text}");
    }
}

#[test]
fn a_literal_of_toml_is_itself() {
    let text = "[globals]\na = -3\nb = 1.5\nc = true\nd = \"x\"\n[coroutines]\nmain = []";
    let script = read("t.toml", text.to_owned()).expect("a good spec");
    let values: Vec<&ExpressionKind> = script.module[1..5]
        .iter()
        .map(|statement| match &statement.kind {
            StatementKind::Assign(assignment) => &assignment.value.kind,
            other => panic!("{other:?} is no assignment"),
        })
        .collect();
    let x = ExpressionKind::Name("x".to_owned());
    assert_eq!(values, [&ExpressionKind::Int(-3), &ExpressionKind::Float(1.5), &ExpressionKind::Bool(true), &x]);
}
