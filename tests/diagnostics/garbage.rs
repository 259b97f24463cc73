//! Texts that are no specs at all: none may panic, hang or overflow the stack, and every drawing must come out.

use kitchen_sim::diag::render;

use super::check;

/// A spec whose `main` has one step with this verb and this TOML value.
fn step(verb: &str, value: &str) -> String {
    format!("[coroutines]\nmain = [ {{ {verb} = {value} }} ]\n")
}

#[test]
fn garbage_is_refused_in_words() {
    let many = |text: &str, times: usize| text.repeat(times);
    let code = |code: String| step("await", &format!("'{code}'"));
    for (name, text) in [
        ("nothing", String::new()),
        ("a line end", "\n".to_owned()),
        ("a lone carriage return", "a = 1\rb = 2".to_owned()),
        ("a NUL", "a\0 = \"\0\"".to_owned()),
        ("no TOML", "<html>\n<body>{{{[[[\"\"\"'''".to_owned()),
        ("a lone quote", "\"".to_owned()),
        ("three quotes", "a = \"\"\"".to_owned()),
        ("half an escape", "name = \"\\u12\"".to_owned()),
        ("half an escape in a step", step("print", "\"\\x4\"")),
        ("a surrogate", step("print", "\"\\uD800\"")),
        ("a megabyte in a line", step("print", &format!("\"{}\" ] }}", many("x", 1 << 20)))),
        ("a megabyte of steps in a line", format!("[coroutines]\nmain = [{}]", many("{ nap = 1 },", 80_000))),
        ("deep arrays", format!("a = {}", many("[", 100_000))),
        ("deep inline tables", format!("a = {}", many("{a=", 100_000))),
        ("deep dotted keys", format!("{} = 1", many("a.", 100_000) + "a")),
        ("a deep header", format!("[{}]", many("a.", 100_000) + "a")),
        ("dotted keys in tables", format!("a = {}1{}", many(&format!("{{{}a = ", many("a.", 75)), 75), many("}", 75))),
        ("half a million lines", many("a\n", 500_000)),
        ("half a million headers", many("[a\n", 300_000)),
        ("keys again and again", many("a=1\n", 200_000)),
        ("tables again and again", many("[a]\nb=1\n", 100_000)),
        ("lone quotes", many("a=\"\n", 200_000)),
        ("many parameters", format!("[coroutines]\nf = {{ params = [{}] }}", many("'a',", 100_000))),
        ("many names", format!("[coroutines]\nmain = ['f({})']", many("a=1,", 100_000))),
        ("unary minuses", code(many("-", 40_000) + "1")),
        ("parentheses", code(many("(", 40_000))),
        ("closed parentheses", code(many("(", 40_000) + &many(")", 40_000))),
        ("nots", code(many("not ", 40_000) + "1")),
        ("lambdas", code(many("lambda: ", 40_000) + "1")),
        ("lambdas with parameters", code(many("lambda a, b: ", 40_000) + "1")),
        ("a long sum", code(many("a+", 50_000) + "a")),
        ("a long chain of attributes", code(many("a.", 50_000) + "a")),
        ("a long chain of calls", code("a".to_owned() + &many("()", 50_000))),
        ("a long chain of conditions", code(many("a if a else ", 50_000) + "a")),
        ("powers", code(many("a**", 50_000) + "a")),
        ("nested f-strings", code(many("f\"{", 5_000))),
        ("nested fields", step("print", &format!("'{}'", many("{a:", 40_000)))),
        ("open fields", step("print", &format!("'{}'", many("{", 40_001)))),
        ("walruses", code(many("(a:=", 40_000))),
        ("stars", code(many("*", 40_000))),
        ("awaits", code(many("await ", 40_000) + "a")),
        ("a statement of brackets", format!("[coroutines]\nmain = [ '{}' ]", many("[", 40_000))),
        (
            "many elifs",
            format!(
                "{}{}",
                "[coroutines]\nmain = [ { if = \"a\", then = [], elif = [",
                many("{if='a',then=[]},", 9_000) + "] } ]"
            ),
        ),
        ("a long name", step(&many("sleep", 10_000), "1")),
        ("a huge duration", step("sleep", "\"1e999999999999s\"")),
        ("a sum of durations", step("sleep", &format!("\"{}\"", many("9999999s", 20_000)))),
        ("only a byte order mark", "\u{feff}".to_owned()),
    ] {
        let problems = check("garbage.toml", &text);
        assert!(!problems.is_empty(), "{name}: nothing wrong was found");
        let drawing = render::render("garbage.toml", &text, &problems[..problems.len().min(3)], true);
        assert!(drawing.len() < 20_000, "{name}: the drawing has {} bytes", drawing.len());
    }
}

#[test]
fn python_garbage_is_refused_in_words() {
    let nested = |head: &str, depth: usize| {
        let heads: String = (0..depth).map(|level| format!("{}{head}\n", " ".repeat(level))).collect();
        heads + &" ".repeat(depth) + "pass\n"
    };
    for (name, text) in [
        ("a NUL", "a\0b = 1\n".to_owned()),
        ("open brackets", "(".repeat(40_000)),
        ("unary minuses", "-".repeat(40_000) + "1\n"),
        ("lambdas", "f = ".to_owned() + &"lambda: ".repeat(40_000) + "1\n"),
        ("ifs", nested("if 1:", 300)),
        ("functions in functions", nested("def f():", 300)),
        ("many elifs", "if 1:\n  pass\n".to_owned() + &"elif 1:\n  pass\n".repeat(20_000)),
        ("a wrong line again and again", "x = = 1\n".repeat(50_000)),
        ("headers again and again", "# /// kitchen-sim\n".repeat(20_000)),
        ("no indentation", "def f():\npass\n".to_owned()),
        ("tabs and spaces", "if 1:\n\tx = 1\n        y = 2\n".to_owned()),
        ("half a string", "print(\"\"\"a\n".to_owned()),
    ] {
        let problems = check("garbage.py", &text);
        assert!(!problems.is_empty(), "{name}: nothing wrong was found");
        let drawing = render::render("garbage.py", &text, &problems[..problems.len().min(3)], true);
        assert!(drawing.len() < 20_000, "{name}: the drawing has {} bytes", drawing.len());
    }
}

#[test]
fn deep_python_that_is_allowed_is_compiled_in_time() {
    let functions: String = (0..99).map(|level| format!("{}def f():\n", " ".repeat(level))).collect();
    let tries: String = (0..60)
        .map(|level| {
            " ".repeat(level) + "try:\n" + &" ".repeat(level + 1) + "pass\n" + &" ".repeat(level) + "finally:\n"
        })
        .collect();
    for text in [
        functions + &" ".repeat(99) + "pass\n",
        tries + &" ".repeat(60) + "pass\n",
        "f = ".to_owned() + &"lambda: ".repeat(100) + "1\n",
    ] {
        let script = kitchen_sim::source::read("deep.py", text).expect("it can be read");
        assert!(kitchen_sim::program::compile(script).is_ok());
    }
}

#[test]
fn a_spec_that_is_cut_anywhere_never_panics() {
    let text = "name = \"🍝\"\n[globals]\nx = \"[1, 'é\\\\n']\"\n[coroutines]\nmain = [\n  { print = \"🍝 {x!r:>{w}} \\u00e9\" },\r\n  \
                { for = \"a, *b\", in = \"x\", steps = [ { sleep = \"5ms\" }, \"x += 1\" ] },\n  { set = \"y\", to = '''\n\\ {'a': 1}'''},\n]\n";
    for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
        for text in [text[..end].to_owned(), text[end..].to_owned(), text[..end].replace('"', "'")] {
            let problems = check("cut.toml", &text);
            let _ = render::render("cut.toml", &text, &problems, false);
        }
    }
}

/// Pieces of Python and of TOML that mean something to one of the readers.
const PIECES: [&str; 96] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "[[",
    "]]",
    "a",
    "b",
    " ",
    "  ",
    "\n",
    "\t",
    "\r\n",
    "\r",
    ":",
    "=",
    "==",
    ",",
    ".",
    "...",
    " lambda ",
    " if ",
    " else ",
    " for ",
    " in ",
    " async ",
    " await ",
    " not ",
    " def ",
    " class ",
    "'",
    "\"",
    "f'",
    "f\"",
    "'''",
    "f\"\"\"",
    "t'",
    "rb'",
    "\\",
    "\\n",
    "\\N{",
    "\\u12",
    "\\U0001F373",
    "!",
    "!r",
    "0",
    "1.",
    "1e",
    "0x",
    "1j",
    "+",
    "-",
    "*",
    "**",
    "//",
    "@",
    ":=",
    "->",
    "é",
    "🍝",
    "\u{301}",
    "\0",
    "\u{feff}",
    ";",
    "#",
    "%",
    "$",
    "?",
    "print ",
    "return ",
    "global ",
    "import ",
    "del ",
    "assert ",
    "raise ",
    " from ",
    "yield ",
    "match ",
    "with ",
    " as ",
    "try:",
    "coroutines",
    "functions",
    "globals",
    "expect",
    "steps",
    "params",
    "sleep",
    "5 s",
    "1m30s",
    "250ms",
    "{ print = \"",
    "{ set = '",
    "' }",
];

/// Texts made of random pieces, the same on every run.
fn random_texts(count: usize) -> impl Iterator<Item = String> {
    // Knuth's MMIX generator: any will do that is the same everywhere.
    let mut state = 1_u64;
    let mut below = move |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit
    };
    (0..count).map(move |_| (0..=below(12)).map(|_| PIECES[below(PIECES.len())]).collect())
}

#[test]
fn random_pieces_never_panic_and_are_underlined_on_borders_of_characters() {
    for pieces in random_texts(3_000) {
        let problems = check("random.py", &pieces);
        for problem in &problems {
            assert!(pieces.get(problem.span.range()).is_some(), "{problem:?} of {pieces:?}");
        }
        let code: String = pieces.chars().map(|character| format!("\\U{:08X}", u32::from(character))).collect();
        let parameters = format!("[coroutines]\nmain = {{ params = [\"{code}\"], steps = [ \"{code}\" ] }}");
        let gather = step("gather", &format!("[\"{code}\"]"));
        let target = format!("[coroutines]\nmain = [ {{ set = \"{code}\", to = 1 }}, {{ sleep = \"{code}\" }} ]");
        for text in [pieces, parameters, gather, target, step("print", &format!("\"{code}\""))] {
            let problems = check("random.toml", &text);
            for problem in &problems {
                assert!(text.get(problem.span.range()).is_some(), "{problem:?} of {text:?}");
            }
            let _ = render::render("random.toml", &text, &problems, false);
        }
    }
}
