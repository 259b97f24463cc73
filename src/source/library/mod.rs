//! The parts of the library that are written in Python, as CPython's own are: read with the script that uses them.
//!
//! A module of the library is read when its name stands anywhere in the script's text. What it defines is called by the module's
//! name and a dot, and stays out of traces and tracebacks.

use crate::script::LibraryModule;

use super::code::Code;
use super::expression;
use super::problems::Problems;

/// The policies of asyncio: where they are there, all loops are made and set by them.
const POLICIES: (&str, &str) = ("asyncio", include_str!("policies.py"));

/// What waits for several futures by asking their methods.
const BY_METHODS: &[(&str, &str)] =
    &[("asyncio", include_str!("by_methods.py")), ("asyncio", include_str!("by_methods_scopes.py"))];

/// What classes of the script below futures and tasks may say otherwise, and what waits for several asks for.
const ASKED: &[&str] = &[
    "done",
    "result",
    "exception",
    "cancelled",
    "cancelling",
    "uncancel",
    "get_loop",
    "remove_done_callback",
    "_make_cancelled_error",
];

/// Each module's name and text. The first is needed by operations of the kernel and always read.
const MODULES: &[(&str, &str)] = &[
    ("helpers", include_str!("helpers.py")),
    ("builtins", include_str!("builtins.py")),
    ("functools", include_str!("functools.py")),
    ("itertools", include_str!("itertools.py")),
    ("collections", include_str!("collections.py")),
    ("collections", include_str!("collections_more.py")),
    ("contextlib", include_str!("contextlib.py")),
    ("contextvars", include_str!("contextvars.py")),
    ("dataclasses", include_str!("dataclasses.py")),
    ("enum", include_str!("enum.py")),
    ("enum", include_str!("enum_flags.py")),
    ("below", include_str!("below.py")),
    ("below", include_str!("below_filled.py")),
    ("heapq", include_str!("heapq.py")),
    ("string", include_str!("string.py")),
    ("operator", include_str!("operator.py")),
    ("re", include_str!("re.py")),
    ("sys", include_str!("sys.py")),
    ("sys", include_str!("handled.py")),
    ("bisect", include_str!("bisect.py")),
    ("copy", include_str!("copy.py")),
    ("inspect", include_str!("inspect.py")),
    ("json", include_str!("json.py")),
    ("traceback", include_str!("traceback.py")),
    ("traceback", include_str!("handled.py")),
    ("logging", include_str!("logging.py")),
    ("logging", include_str!("logging_root.py")),
    ("logging", include_str!("handled.py")),
    ("io", include_str!("io.py")),
    ("warnings", include_str!("warnings.py")),
    ("textwrap", include_str!("textwrap.py")),
    ("gc", include_str!("gc.py")),
    ("weakref", include_str!("weakref.py")),
    ("types", include_str!("types.py")),
    ("typing", include_str!("typing.py")),
    ("collections.abc", include_str!("collections_abc.py")),
    ("asyncio.staggered", include_str!("staggered.py")),
    ("threading", include_str!("threading.py")),
    ("queue", include_str!("queue.py")),
    ("asyncio", include_str!("locks.py")),
    ("asyncio", include_str!("queues.py")),
];

/// The classes of asyncio that are written in Python, too.
const CLASSES: &[&str] =
    &["Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier", "Queue", "PriorityQueue", "LifoQueue"];

/// The built-in types below which classes are made of an object that holds a value.
const BUILT_IN: &[&str] = &["int", "float", "str", "tuple", "list", "dict", "set"];

/// What objects of these classes keep to themselves.
const PRIVATE: &[&str] = &[
    "_waiters",
    "_locked",
    "_value",
    "_lock",
    "_bound_value",
    "_cond",
    "_count",
    "_parties",
    "_queue",
    "_maxsize",
    "_getters",
    "_putters",
    "_unfinished_tasks",
    "_finished",
    "_is_shutdown",
    "_format",
];

/// The modules that a script with this text may use.
pub(super) fn used_by(text: &str) -> Vec<LibraryModule> {
    let is_used = |name: &str| match name {
        "helpers" => true,
        "builtins" => ["anext", "aiter", "...", "Ellipsis", "bytes", "b\"", "b'", "globals"]
            .iter()
            .any(|name| text.contains(name)),
        "asyncio" => looks_inside(text),
        "below" => text.lines().any(|line| derives(line, BUILT_IN)),
        "collections.abc" => text.contains("collections.abc") || text.contains("collections import abc"),
        "threading" => {
            let known = ["Lock", "Event", "Condition", "Semaphore", "local"];
            text.contains("threading") && known.iter().any(|name| text.contains(name))
        }
        "asyncio.staggered" => text.contains("staggered"),
        "typing" => text.contains("typing") && text.contains("cast"),
        "re" | "io" | "warnings" | "textwrap" | "sys" | "bisect" | "copy" | "inspect" | "json" | "traceback" | "gc"
        | "weakref" | "types" | "queue" => {
            ["import ", "from ", ", "].iter().any(|before| text.contains(&format!("{before}{name}")))
        }
        "collections" => text.contains(name) || text.contains("NamedTuple") || looks_inside(text),
        "heapq" => text.contains(name) || looks_inside(text),
        "contextvars" => {
            text.contains(name)
                || ["get_context", "task_factory"].iter().any(|word| text.contains(word))
                || asks_methods(text)
        }
        _ => text.contains(name),
    };
    let policies = text.contains("asyncio") && (text.contains("LoopPolicy") || text.contains("event_loop_policy"));
    let modules = MODULES.iter().filter(|(name, _)| is_used(name));
    let modules = modules.chain(policies.then_some(&POLICIES)).chain(BY_METHODS.iter().filter(|_| asks_methods(text)));
    modules.map(|(name, text)| read(name, text)).collect()
}

/// Whether a script needs the classes of asyncio that are written in Python: it derives from one, or reads what one keeps to
/// itself, which is not an attribute of its own objects.
fn looks_inside(text: &str) -> bool {
    text.contains("asyncio")
        && (text.lines().any(|line| derives(line, CLASSES)) || PRIVATE.iter().any(|name| reads(text, name)))
}

/// Whether a script has futures that say themselves what became of them: classes below asyncio's that do, or with the mark of
/// futures.
fn asks_methods(text: &str) -> bool {
    let defines = |name: &str| text.contains(&format!("def {name}("));
    text.contains("asyncio")
        && (text.lines().any(|line| line.trim_start().starts_with("_asyncio_future_blocking ="))
            || text.lines().any(|line| derives(line, &["Future", "Task"])) && ASKED.iter().any(|name| defines(name)))
}

/// Whether a line begins a class below one of these.
fn derives(line: &str, classes: &[&str]) -> bool {
    let Some((_, bases)) = line.trim_start().strip_prefix("class ").and_then(|rest| rest.split_once('(')) else {
        return false;
    };
    bases.split([',', ')']).any(|base| {
        let name = base.split('[').next().unwrap_or_default().trim();
        classes.contains(&name.rsplit('.').next().unwrap_or_default())
    })
}

/// Whether an attribute is read that no object of the script's own classes has.
fn reads(text: &str, name: &str) -> bool {
    let is_of_name = |character: char| character.is_alphanumeric() || character == '_';
    let mut found = false;
    for (at, _) in text.match_indices(name) {
        let Some(owner) = text[..at].strip_suffix('.') else { continue };
        if text[at + name.len()..].starts_with(is_of_name) {
            continue;
        }
        let is_own =
            owner.strip_suffix("self").is_some_and(|before| !before.ends_with(|end| is_of_name(end) || end == '.'));
        if is_own {
            return false;
        }
        found = true;
    }
    found
}

fn read(name: &'static str, text: &str) -> LibraryModule {
    let mut code = Code::at(0);
    code.push_plain(text, 0);
    let mut problems = Problems::default();
    let statements = expression::file(&code, &mut problems);
    debug_assert!(problems.is_empty(), "{name}: {problems:?}");
    LibraryModule { name, statements }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_module_can_be_read() {
        let mut text: String = MODULES.iter().map(|(name, _)| format!("import {name}\nanext cast Lock ")).collect();
        text += "queue._getters\nclass Names(dict):";
        let modules = used_by(&text);
        assert_eq!(modules.len(), MODULES.len());
        assert!(modules.iter().all(|module| !module.statements.is_empty()));
    }

    #[test]
    fn a_look_inside_is_found() {
        let looks = |text: &str| looks_inside(&format!("import asyncio\n{text}"));
        assert!(looks("class Named(asyncio.Lock):"));
        assert!(looks("    class Jobs(Queue[int]):"));
        assert!(looks("print(self.limit._value)"));
        assert!(!looks("class Queue:"));
        assert!(!looks("self._value = 1\nprint(account._value)"));
        assert!(!looks("print(event._values)"));
    }
}
