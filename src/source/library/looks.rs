//! What a script's text says of the parts of the library that it needs.

use std::collections::BTreeSet;

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

/// What asks for clocks beside those that every program has.
const CLOCKS: &[&str] = &["get_clock_info", "clock_gettime", "CLOCK_", "process_time", "thread_time"];

/// The classes of futures and tasks, by all their names.
const FUTURES: &[&str] = &["Future", "Task", "_PyFuture", "_PyTask", "_CFuture", "_CTask"];

/// The classes of asyncio that are written in Python, too.
const CLASSES: &[&str] =
    &["Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier", "Queue", "PriorityQueue", "LifoQueue"];

/// The classes of `collections.abc` that `typing` has, too.
const ABSTRACT_CLASSES: &[&str] = &[
    "Awaitable",
    "Coroutine",
    "AsyncIterable",
    "AsyncIterator",
    "AsyncGenerator",
    "Iterable",
    "Iterator",
    "Generator",
    "Sized",
    "Container",
    "Hashable",
    "Reversible",
    "Collection",
    "Sequence",
    "MutableSequence",
    "Mapping",
    "MutableMapping",
    "MutableSet",
];

/// The executors that make threads and processes.
const EXECUTORS: &[&str] = &["ThreadPoolExecutor", "ProcessPoolExecutor"];

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

/// Whether a script names the classes that ask for methods alone, or may mean one of them by its name in `typing`.
pub(super) fn names_abstract(text: &str) -> bool {
    let asks = || text.contains("isinstance(") || text.contains("issubclass(");
    text.contains("collections.abc")
        || text.contains("collections import abc")
        || text.contains("typing") && (asks() || text.lines().any(|line| derives(line, ABSTRACT_CLASSES)))
}

/// Whether a script names the module that has asyncio's logger, or another one that has it, too.
pub(super) fn names_log(text: &str) -> bool {
    ["asyncio.log", "asyncio import log", "events.logger", "events import logger"]
        .iter()
        .any(|name| text.contains(name))
}

/// Whether a script needs the classes of asyncio that are written in Python: it derives from one, makes conditions and a lock of
/// its own for them, or reads what one keeps to itself.
pub(super) fn looks_inside(text: &str) -> bool {
    let private = PRIVATE.iter().chain(text.contains("Barrier").then_some(&"_state"));
    text.contains("asyncio")
        && (text.lines().any(|line| derives(line, CLASSES))
            || text.contains("Condition(") && text.contains("def locked(")
            || private.clone().any(|name| reads(text, name)))
}

/// Whether a script has futures that say themselves what became of them: classes below asyncio's that do, or with the mark of
/// futures.
pub(super) fn asks_methods(text: &str) -> bool {
    let defines = |name: &str| text.contains(&format!("def {name}("));
    text.contains("asyncio")
        && (text.lines().any(|line| line.trim_start().starts_with("_asyncio_future_blocking ="))
            || text.lines().any(|line| derives(line, FUTURES)) && ASKED.iter().any(|name| defines(name)))
}

/// Whether a script derives classes from asyncio's task groups or timeouts.
pub(super) fn derives_scopes(text: &str) -> bool {
    text.contains("asyncio") && text.lines().any(|line| derives(line, &["TaskGroup", "Timeout"]))
}

/// Whether a script uses what may write to stderr.
pub(super) fn writes_errors(text: &str) -> bool {
    ["logging", "traceback", "warnings"].iter().any(|name| text.contains(name)) || names_log(text)
}

/// Whether a script handles or sends signals.
pub(super) fn names_signals(text: &str) -> bool {
    let imported = super::imported_words(text);
    text.contains("signal_handler") || ["signal", "os", "_thread"].iter().any(|name| imported.contains(name))
}

/// Whether a script may run a loop in a thread.
pub(super) fn runs_loops_in_threads(text: &str) -> bool {
    text.contains("asyncio") && ["hread", "xecutor"].iter().any(|name| text.contains(name))
}

/// Whether a script asks which Python it runs on.
pub(super) fn names_version(text: &str) -> bool {
    text.contains("sys") && ["version_info", "implementation"].iter().any(|name| text.contains(name))
}

/// Whether a loop of the script may debug.
pub(super) fn names_debug(text: &str) -> bool {
    text.contains("asyncio") && ["debug=", "set_debug"].iter().any(|name| text.contains(name))
}

/// Whether a script hears of what nobody takes.
pub(super) fn names_hooks(text: &str) -> bool {
    ["excepthook", "unraisablehook", "ExceptHookArgs"].iter().any(|name| text.contains(name))
}

/// Whether a script asks the clock for more than a number.
pub(super) fn names_dates(text: &str) -> bool {
    let known = [
        "strftime",
        "gmtime",
        "localtime",
        "ctime",
        "asctime",
        "formatTime",
        "mktime",
        "struct_time",
        "timezone",
        "tzname",
    ];
    ["datetime", "calendar"].iter().any(|name| text.contains(name))
        || text.contains("time") && known.iter().any(|name| text.contains(name))
}

/// Whether a script derives classes from executors, or names the class of them all.
pub(super) fn names_executors(text: &str) -> bool {
    let is_of_name = |character: char| character.is_alphanumeric() || character == '_';
    let stands_alone = |(at, name): (usize, &str)| {
        !text[..at].ends_with(is_of_name) && !text[at + name.len()..].starts_with(is_of_name)
    };
    text.contains("concurrent")
        && (text.match_indices("Executor").any(stands_alone) || text.lines().any(|line| derives(line, EXECUTORS)))
}

/// Whether a line begins a class below one of these.
pub(super) fn derives(line: &str, classes: &[&str]) -> bool {
    let Some((_, bases)) = line.trim_start().strip_prefix("class ").and_then(|rest| rest.split_once('(')) else {
        return false;
    };
    bases.split([',', ')']).any(|base| {
        let name = base.split('[').next().unwrap_or_default().trim();
        classes.contains(&name.rsplit('.').next().unwrap_or_default())
    })
}

/// Whether an attribute is read of others than `self`, or a text is its name (`hasattr(lock, "_locked")`).
fn reads(text: &str, name: &str) -> bool {
    let is_of_name = |character: char| character.is_alphanumeric() || character == '_';
    let mut found = false;
    for (at, _) in text.match_indices(name) {
        let (before, behind) = (&text[..at], &text[at + name.len()..]);
        if ['"', '\''].iter().any(|quote| before.ends_with(*quote) && behind.starts_with(*quote)) {
            found = true;
            continue;
        }
        let Some(owner) = before.strip_suffix('.') else { continue };
        if behind.starts_with(is_of_name) {
            continue;
        }
        let is_own =
            owner.strip_suffix("self").is_some_and(|before| !before.ends_with(|end| is_of_name(end) || end == '.'));
        found |= !is_own;
    }
    found
}

/// The files of which each is read with scripts that name what is in it.
const PARTS: &[&str] = &[
    "thread_loops.py",
    "version.py",
    "sys_hooks.py",
    "threading_hooks.py",
    "time_clocks.py",
    "members.py",
    "io_bytes.py",
    "math.py",
    "random.py",
    "futures_derived.py",
    "warnings_filters.py",
    "warnings_deprecated.py",
    "logging_warnings.py",
];

/// Whether [`names_part`] says when this file is read.
pub(super) fn is_part(file: &str) -> bool {
    PARTS.contains(&file)
}

/// Whether a script names what is in this file.
pub(super) fn names_part(file: &str, text: &str) -> bool {
    match file {
        "thread_loops.py" => runs_loops_in_threads(text),
        "version.py" => names_version(text),
        "sys_hooks.py" => names_hooks(text),
        "threading_hooks.py" => text.contains("threading") && names_hooks(text),
        "time_clocks.py" => CLOCKS.iter().any(|name| text.contains(name)),
        "members.py" => text.contains("inspect") && text.contains("getmembers"),
        "io_bytes.py" => text.contains("BytesIO"),
        "math.py" => text.contains("sumprod") || text.contains("fma"),
        "random.py" => text.contains("randbytes"),
        "futures_derived.py" => text.contains("concurrent") && text.lines().any(|line| derives(line, &["Future"])),
        "warnings_filters.py" => filters_warnings(text),
        "warnings_deprecated.py" => deprecates(text),
        _ => logs_warnings(text),
    }
}

/// Whether a script filters warnings by patterns, or may have misspelt that.
pub(super) fn filters_warnings(text: &str) -> bool {
    text.contains("warnings.f") || text.contains("warnings") && text.contains("filterw")
}

/// Whether a script marks what is deprecated, so that it warns.
pub(super) fn deprecates(text: &str) -> bool {
    text.contains("warnings") && text.contains("deprecated")
}

/// Whether a script logs what is warned of.
pub(super) fn logs_warnings(text: &str) -> bool {
    text.contains("captureWarnings")
}

/// The words that stand where the names of modules do.
pub(super) fn imported_words(text: &str) -> BTreeSet<&str> {
    let is_of_name = |character: char| character.is_alphanumeric() || character == '_';
    let is_between = |character: char| character.is_whitespace() || character == '\\';
    let behind = |before: &'static str| text.match_indices(before).map(|(at, before)| &text[at + before.len()..]);
    let places = ["import", "from", ","].into_iter().flat_map(behind).map(|rest| rest.trim_start_matches(is_between));
    places.map(|rest| &rest[..rest.find(|one| !is_of_name(one)).unwrap_or(rest.len())]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_inside_is_found() {
        let looks = |text: &str| looks_inside(&format!("import asyncio\n{text}"));
        assert!(looks("class Named(asyncio.Lock):"));
        assert!(looks("    class Jobs(Queue[int]):"));
        assert!(looks("print(self.limit._value)"));
        assert!(looks("getattr(lock, '_locked')"));
        assert!(!looks("class Queue:"));
        assert!(looks("self._value = 1\nprint(limit._value)"));
        assert!(!looks("self._value = 1\nprint(self._value)"));
        assert!(looks("class Mine:\n    def locked(self): ...\nasyncio.Condition(Mine())"));
        assert!(!looks("print(event._values)"));
    }
}
