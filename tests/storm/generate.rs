//! A random program: cooks who start, await, gather and cancel one another, and a main who begins it all.
//!
//! Every program comes to an end by itself: a cook starts others only while its `depth` lasts, and loops are short. What lists
//! hold is asked for in ways that seldom fail, so that most programs run long.

use kitchen_sim::script::{BinaryOperator, Comparison, Expectations, Script, Settings, Source, Statement, Ties};
use kitchen_sim::units::Dialect;

use super::author::Author;
use super::syntax::{
    append, assign, binary, call, compare, effect, float, function, index, length, library, method, name, negated,
    number, own, print, running_loop, text, when,
};

/// So many futures are there to be awaited and finished by hand.
pub(super) const FUTURES: usize = 3;
/// How many cooks start one another in a row.
const DEPTH: usize = 3;
/// Callbacks start no more cooks when so many tasks are listed.
const CROWD: usize = 30;

/// The program of this seed, the same for ever.
pub(super) fn script(seed: u64) -> Script {
    let mut author = Author::new(seed);
    let mut module = helpers();
    for cook in 0..author.cooks {
        let mut body = vec![assign("loop", running_loop())];
        body.extend(author.block(2, 6));
        module.push(function(&Author::cook(cook), &["me", "depth"], true, body));
    }
    module.push(function("main", &[], true, main(&mut author)));
    for list in ["tasks", "futures", "gathers", "handles"] {
        module.push(assign(list, own("list", Vec::new())));
    }
    module.push(effect(library("asyncio.run", vec![own("main", Vec::new())])));
    // CPython's own order of equal deadlines is another program of the loop.
    let ties = if author.dice.chance(20) { Ties::Heapq } else { Ties::Fifo };
    Script {
        library: Vec::new(),
        name: format!("storm-{seed}"),
        description: String::new(),
        source: Source { path: format!("storm-{seed}.toml"), text: String::new() },
        settings: Settings { ties, ..Settings::default() },
        expectations: Expectations::default(),
        dialect: Dialect::Spec,
        module,
        bodies: kitchen_sim::source::bodies(),
    }
}

fn main(author: &mut Author) -> Vec<Statement> {
    let mut body = vec![assign("loop", running_loop()), assign("depth", number(DEPTH))];
    for _ in 0..FUTURES {
        body.push(append("futures", method(name("loop"), "create_future", Vec::new())));
    }
    for _ in 0..author.dice.between(1, 3) {
        let cook = author.new_task();
        body.push(append("tasks", cook));
    }
    body.push(assign("me", length("tasks")));
    body.extend(author.block(2, 5));
    body
}

/// The plain functions that callbacks are made of.
fn helpers() -> Vec<Statement> {
    let future = || index("futures", name("which"));
    let is_open = || negated(method(future(), "done", Vec::new()));
    let some = |list| index(list, binary(name("which"), BinaryOperator::Modulo, length(list)));
    let now = || method(running_loop(), "time", Vec::new());
    let next = vec![name("chain"), name("said"), binary(name("left"), BinaryOperator::Subtract, number(1))];
    let born = call(name("cook"), vec![length("tasks"), number(1)]);
    vec![
        function("note", &["said"], false, vec![print(vec![text("note"), name("said"), now()])]),
        function(
            "finish",
            &["which"],
            false,
            vec![when(is_open(), vec![effect(method(future(), "set_result", vec![name("which")]))])],
        ),
        function(
            "spoil",
            &["which"],
            false,
            vec![when(
                is_open(),
                vec![effect(method(future(), "set_exception", vec![own("ValueError", vec![name("which")])]))],
            )],
        ),
        function(
            "stop",
            &["which"],
            false,
            vec![when(name("tasks"), vec![print(vec![text("stop"), method(some("tasks"), "cancel", Vec::new())])])],
        ),
        function(
            "drop",
            &["which"],
            false,
            vec![when(name("handles"), vec![effect(method(some("handles"), "cancel", Vec::new()))])],
        ),
        function(
            "birth",
            &["cook"],
            false,
            vec![when(
                compare(length("tasks"), Comparison::Less, number(CROWD)),
                vec![append("tasks", method(running_loop(), "create_task", vec![born]))],
            )],
        ),
        function(
            "chain",
            &["said", "left"],
            false,
            vec![
                print(vec![text("chain"), name("said"), name("left")]),
                when(name("left"), vec![effect(method(running_loop(), "call_soon", next))]),
            ],
        ),
        function(
            "stall",
            &["said"],
            false,
            vec![print(vec![text("stall"), name("said")]), effect(library("time.sleep", vec![float(0.25)]))],
        ),
        function(
            "over",
            &["done"],
            false,
            vec![print(vec![text("over"), method(name("done"), "cancelled", Vec::new()), now()])],
        ),
    ]
}
