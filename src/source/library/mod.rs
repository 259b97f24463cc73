//! The parts of the library that are written in Python, as CPython's own are: read with the script that uses them.
//!
//! A module of the library is read when its name stands anywhere in the script's text. What it defines is called by the module's
//! name and a dot, and stays out of traces and tracebacks.

mod looks;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::script::{LibraryModule, Statement};

use super::expression;
use looks::{
    asks_methods, deprecates, derives, derives_scopes, filters_warnings, imported_words, is_part, logs_warnings,
    looks_inside, names_abstract, names_dates, names_debug, names_executors, names_hooks, names_log, names_part,
    names_signals, names_version, writes_errors,
};

/// A part of the library: its module, the `__module__` of its classes, its file and what stands in it.
type Row = (&'static str, &'static str, &'static str, &'static str);

macro_rules! row {
    ($name:literal, $home:literal, $file:literal) => {
        ($name, $home, $file, include_str!($file))
    };
}

/// The policies of asyncio: where they are there, all loops are made and set by them.
const POLICIES: Row = row!("asyncio", "asyncio.events", "policies.py");

/// What a script tells asyncio of tasks that are none of its own.
const INTROSPECTION: Row = row!("asyncio", "asyncio.tasks", "introspection.py");

/// The logger of asyncio, by its own module.
const LOG: Row = row!("asyncio", "asyncio.log", "log.py");

/// What a script derives its own loops and servers from.
const ABSTRACT: Row = row!("asyncio", "asyncio.events", "abstract.py");

/// The names of what scripts tell.
const TOLD: &[&str] = &[
    "_is_coroutine",
    "_enter_task",
    "_leave_task",
    "_swap_current_task",
    "_register_task",
    "_unregister_task",
    "_register_eager_task",
    "_unregister_eager_task",
    "_copy_future_state",
];

/// What waits for several futures by asking their methods.
const BY_METHODS: &[Row] =
    &[row!("asyncio", "asyncio.tasks", "by_methods.py"), row!("asyncio", "asyncio.tasks", "by_methods_scopes.py")];

/// The one of these that has task groups and timeouts.
const SCOPES: &str = "by_methods_scopes.py";

/// The modules. The first is needed by operations of the kernel and always read.
const MODULES: &[Row] = &[
    row!("helpers", "builtins", "helpers.py"),
    row!("helpers", "builtins", "frames.py"),
    row!("helpers", "builtins", "special.py"),
    row!("helpers", "types", "annotations.py"),
    row!("helpers", "builtins", "dates.py"),
    row!("helpers", "builtins", "signals.py"),
    row!("helpers", "asyncio.base_events", "thread_loops.py"),
    row!("builtins", "builtins", "builtins.py"),
    row!("builtins", "builtins", "bytes.py"),
    row!("builtins", "builtins", "dir.py"),
    row!("functools", "functools", "functools.py"),
    row!("itertools", "itertools", "itertools.py"),
    row!("collections", "collections", "collections.py"),
    row!("collections", "collections", "collections_more.py"),
    row!("contextlib", "contextlib", "contextlib.py"),
    row!("contextvars", "_contextvars", "contextvars.py"),
    row!("dataclasses", "dataclasses", "dataclasses.py"),
    row!("enum", "enum", "enum.py"),
    row!("enum", "enum", "enum_flags.py"),
    row!("below", "builtins", "below.py"),
    row!("below", "builtins", "below_filled.py"),
    row!("helpers", "builtins", "struct_sequence.py"),
    row!("heapq", "heapq", "heapq.py"),
    row!("string", "string", "string.py"),
    row!("operator", "operator", "operator.py"),
    row!("re", "re", "re.py"),
    row!("sys", "sys", "sys.py"),
    row!("sys", "sys", "version.py"),
    row!("sys", "sys", "handled.py"),
    row!("sys", "sys", "sys_hooks.py"),
    row!("math", "math", "math.py"),
    row!("random", "random", "random.py"),
    row!("bisect", "bisect", "bisect.py"),
    row!("sched", "sched", "sched.py"),
    row!("selectors", "selectors", "selectors.py"),
    row!("copy", "copy", "copy.py"),
    row!("inspect", "inspect", "inspect.py"),
    row!("inspect", "inspect", "signature.py"),
    row!("inspect", "inspect", "members.py"),
    row!("json", "json", "json.py"),
    row!("traceback", "traceback", "traceback.py"),
    row!("traceback", "traceback", "handled.py"),
    row!("logging", "logging", "logging.py"),
    row!("logging", "logging", "logging_formatters.py"),
    row!("logging", "logging", "logging_root.py"),
    row!("logging", "logging", "logging_warnings.py"),
    row!("logging", "logging", "handled.py"),
    row!("io", "_io", "io.py"),
    row!("io", "_io", "io_bytes.py"),
    row!("warnings", "warnings", "warnings.py"),
    row!("warnings", "warnings", "warnings_filters.py"),
    row!("warnings", "warnings", "warnings_deprecated.py"),
    row!("textwrap", "textwrap", "textwrap.py"),
    row!("statistics", "statistics", "statistics.py"),
    row!("decimal", "decimal", "decimal_digits.py"),
    row!("decimal", "decimal", "decimal.py"),
    row!("decimal", "decimal", "decimal_numbers.py"),
    row!("time", "time", "time.py"),
    row!("time", "time", "time_clocks.py"),
    row!("datetime", "datetime", "datetime.py"),
    row!("datetime", "datetime", "datetime_dates.py"),
    row!("datetime", "datetime", "datetime_zones.py"),
    row!("datetime", "datetime", "datetime_moments.py"),
    row!("pprint", "pprint", "pprint.py"),
    row!("signal", "signal", "signal.py"),
    row!("os", "os", "os.py"),
    row!("os.path", "posixpath", "os_path.py"),
    row!("gc", "gc", "gc.py"),
    row!("graphlib", "graphlib", "graphlib.py"),
    row!("errno", "errno", "errno.py"),
    row!("keyword", "keyword", "keyword.py"),
    row!("platform", "platform", "platform.py"),
    row!("timeit", "timeit", "timeit.py"),
    row!("numbers", "numbers", "numbers.py"),
    row!("fractions", "fractions", "fractions.py"),
    row!("hashlib", "_hashlib", "hashlib.py"),
    row!("hmac", "hmac", "hmac.py"),
    row!("binascii", "binascii", "binascii.py"),
    row!("zlib", "zlib", "zlib.py"),
    row!("base64", "base64", "base64.py"),
    row!("uuid", "uuid", "uuid.py"),
    row!("struct", "struct", "struct.py"),
    row!("html", "html", "html.py"),
    row!("urllib.parse", "urllib.parse", "urllib_parse.py"),
    row!("reprlib", "reprlib", "reprlib.py"),
    row!("difflib", "difflib", "difflib.py"),
    row!("fnmatch", "fnmatch", "fnmatch.py"),
    row!("ast", "ast", "ast.py"),
    row!("shlex", "shlex", "shlex.py"),
    row!("calendar", "calendar", "calendar.py"),
    row!("csv", "_csv", "csv.py"),
    row!("argparse", "argparse", "argparse.py"),
    row!("argparse", "argparse", "argparse_parsers.py"),
    row!("argparse", "argparse", "argparse_help.py"),
    row!("unittest", "unittest.case", "unittest_asserts.py"),
    row!("unittest", "unittest.case", "unittest.py"),
    row!("unittest", "unittest.runner", "unittest_run.py"),
    row!("unittest.mock", "unittest.mock", "unittest_mock_calls.py"),
    row!("unittest.mock", "unittest.mock", "unittest_mock_objects.py"),
    row!("unittest.mock", "unittest.mock", "unittest_mock_magic.py"),
    row!("unittest.mock", "unittest.mock", "unittest_mock_patch.py"),
    row!("atexit", "atexit", "atexit.py"),
    row!("weakref", "weakref", "weakref.py"),
    row!("types", "types", "types.py"),
    row!("typing", "typing", "typing.py"),
    row!("abc", "abc", "abc.py"),
    row!("collections.abc", "collections.abc", "collections_abc.py"),
    row!("collections.abc", "collections.abc", "collections_abc_more.py"),
    row!("asyncio.staggered", "asyncio.staggered", "staggered.py"),
    row!("threading", "threading", "threading.py"),
    row!("threading", "threading", "threading_more.py"),
    row!("threading", "_thread", "threading_hooks.py"),
    row!("_thread", "_thread", "_thread.py"),
    row!("concurrent.futures", "concurrent.futures._base", "futures.py"),
    row!("concurrent.futures", "concurrent.futures._base", "executors.py"),
    row!("concurrent.futures", "concurrent.futures.thread", "executors_of_threads.py"),
    row!("concurrent.futures", "concurrent.futures.process", "executors_of_processes.py"),
    row!("concurrent.futures.derived", "concurrent.futures._base", "futures_derived.py"),
    row!("queue", "_queue", "queue_empty.py"),
    row!("queue", "queue", "queue.py"),
    row!("asyncio", "asyncio.locks", "locks.py"),
    row!("asyncio", "asyncio.queues", "queues.py"),
    row!("asyncio", "asyncio.exceptions", "read_errors.py"),
    row!("asyncio", "asyncio.protocols", "protocols.py"),
    row!("asyncio", "asyncio.transports", "transports.py"),
    row!("asyncio", "asyncio.streams", "streams.py"),
];

/// The modules that are read where they are imported alone, each with what it uses of others. `bytes` are in a file of `builtins`.
const IMPORTED: &[(&str, &[&str])] = &[
    ("graphlib", &[]),
    ("errno", &[]),
    ("keyword", &[]),
    ("platform", &[]),
    ("timeit", &[]),
    ("numbers", &[]),
    ("fractions", &["re"]),
    ("hashlib", &["bytes"]),
    ("hmac", &["bytes", "hashlib"]),
    ("binascii", &["bytes"]),
    ("zlib", &["bytes", "binascii"]),
    ("base64", &["bytes", "binascii"]),
    ("uuid", &["bytes", "hashlib"]),
    ("struct", &["bytes"]),
    ("html", &["re"]),
    ("urllib.parse", &["bytes", "collections", "re"]),
    ("reprlib", &["functools", "itertools"]),
    ("difflib", &["collections"]),
    ("fnmatch", &["re"]),
    ("ast", &["builtins", "bytes", "re"]),
    ("shlex", &[]),
    ("calendar", &["datetime", "enum"]),
    ("csv", &[]),
    ("argparse", &["re", "sys"]),
    ("pprint", &["bytes", "collections", "dataclasses", "re"]),
    ("unittest", OF_TESTS),
    ("unittest.mock", &["below", "signature"]),
];

/// What tests, their results and their runner use.
const OF_TESTS: &[&str] = &[
    "builtins",
    "bytes",
    "collections",
    "contextlib",
    "contextvars",
    "dataclasses",
    "difflib",
    "dir",
    "functools",
    "inspect",
    "logging",
    "pprint",
    "re",
    "sys",
    "traceback",
    "warnings",
];

/// The built-in types below which classes are made of an object that holds a value.
const BUILT_IN: &[&str] = &["int", "float", "str", "tuple", "list", "dict", "set", "Tuple", "List", "Dict", "Set"];

/// The modules that a script with this text may use.
pub(super) fn used_by(text: &str) -> Vec<LibraryModule> {
    let streams = text.contains("asyncio") && ["Stream", "LimitOverrun"].iter().any(|name| text.contains(name));
    let transports =
        text.contains("asyncio") && ["Transport", "transports", "_to_buffered_"].iter().any(|name| text.contains(name));
    let threads_more = text.contains("threading")
        && ["Barrier", "Timer", "active_count", "TIMEOUT_MAX", "stack_size", "native_id"]
            .iter()
            .any(|name| text.contains(name));
    let waits_for_jobs = text.contains("concurrent.futures") || text.contains("from concurrent import futures");
    let bytes = ["bytes", "bytearray", "memoryview", "encode", "b\"", "b'", "IncompleteRead", "Unicode"];
    let imported = imported_words(text);
    let imports = |name: &str| imported.contains(name);
    let package = |module: &'static str| module.split('.').next().unwrap_or(module);
    let is_meant = |module: &'static str| module != "unittest.mock" || text.contains("mock");
    let needed = IMPORTED.iter().filter(|(module, _)| imports(package(module)) && is_meant(module));
    let needed: BTreeSet<&str> =
        needed.flat_map(|(module, uses)| [*module].into_iter().chain(uses.iter().copied())).collect();
    let has_bytes = streams
        || transports
        || text.contains("BytesIO")
        || bytes.iter().any(|name| text.contains(name))
        || needed.contains("bytes");
    let logs = text.contains("logging") || names_log(text);
    let asks_frames = imports("traceback") || needed.contains("traceback");
    let tells_frames = asks_frames || logs || names_hooks(text) || names_debug(text);
    let is_used = |name: &str, file: &str| match (name, file) {
        _ if is_part(file) => names_part(file, text),
        ("helpers", "dates.py") => names_dates(text),
        ("helpers", "signals.py") => names_signals(text),
        ("helpers", "struct_sequence.py") => names_dates(text) || names_version(text) || names_hooks(text),
        ("helpers", _) => true,
        ("builtins", "bytes.py") => has_bytes,
        ("builtins", "dir.py") => text.contains("dir") || text.contains("getmembers") || needed.contains("dir"),
        ("builtins", _) => {
            let known =
                ["anext", "aiter", "...", "Ellipsis", "globals", "dir()", "vars()", "locals()", "exit(", "quit("];
            known.iter().any(|name| text.contains(name)) || needed.contains(name)
        }
        ("asyncio", "read_errors.py") => streams || text.contains("IncompleteRead"),
        ("asyncio", "protocols.py") => {
            streams || text.contains("asyncio") && ["Protocol", "_to_buffered_"].iter().any(|name| text.contains(name))
        }
        ("asyncio", "transports.py") => transports,
        ("asyncio", "streams.py") => streams,
        ("asyncio", _) => looks_inside(text),
        ("below", _) if needed.contains(name) => true,
        ("below", _) => {
            text.lines().any(|line| derives(line, BUILT_IN)) || names_dates(text) || names_version(text) || tells_frames
        }
        ("time", _) => names_dates(text),
        ("abc", _) => text.contains("ABC"),
        ("collections.abc", "collections_abc_more.py") => {
            let known = ["Hashable", "Reversible", "Collection", "Sequence", "Mapping", "Set", "View"];
            names_abstract(text) && known.iter().any(|name| text.contains(name))
        }
        ("collections.abc", _) => names_abstract(text),
        ("threading", "threading_more.py") => threads_more,
        ("threading", _) => {
            let known = ["Lock", "Event", "Condition", "Semaphore", "local"];
            threads_more || text.contains("threading") && known.iter().any(|name| text.contains(name))
        }
        ("concurrent.futures", "futures.py") => waits_for_jobs,
        ("concurrent.futures", _) => names_executors(text),
        ("asyncio.staggered", _) => text.contains("staggered"),
        ("inspect", "signature.py") => {
            needed.contains("signature")
                || text.contains(name)
                    && ["signature", "Parameter", "getfullargspec"].iter().any(|word| text.contains(word))
        }
        ("atexit", _) if imports("weakref") => true,
        ("sys", _) if writes_errors(text) || names_hooks(text) || names_debug(text) => true,
        ("traceback", _) => tells_frames,
        ("re", _) if filters_warnings(text) => true,
        ("functools" | "inspect", _) if deprecates(text) => true,
        ("warnings", _) if logs_warnings(text) => true,
        _ if needed.contains(name) => true,
        _ if IMPORTED.iter().any(|(module, _)| *module == name) => false,
        (
            "re" | "io" | "warnings" | "textwrap" | "sys" | "bisect" | "sched" | "selectors" | "copy" | "inspect"
            | "json" | "signal" | "os" | "_thread" | "gc" | "weakref" | "atexit" | "types" | "queue" | "statistics"
            | "datetime" | "decimal",
            _,
        ) => imports(name),
        ("collections", _) => {
            let known = ["collections", "NamedTuple", "decimal"];
            let by_others = streams || waits_for_jobs || looks_inside(text) || imports("queue");
            known.iter().any(|name| text.contains(name)) || by_others
        }
        ("logging", _) => logs,
        ("functools" | "operator", _) => text.contains(name) || streams,
        ("os.path", _) => imports("os"),
        ("enum", _) => text.contains(name) || imports("signal"),
        ("heapq", _) => text.contains(name) || looks_inside(text) || imports("queue"),
        ("contextvars", _) => {
            text.contains(name)
                || ["get_context", "task_factory", "decimal"].iter().any(|word| text.contains(word))
                || asks_methods(text)
                || names_signals(text)
        }
        _ => text.contains(name),
    };
    let policies = text.contains("asyncio") && (text.contains("LoopPolicy") || text.contains("event_loop_policy"));
    let modules = MODULES.iter().filter(|(name, _, file, _)| is_used(name, file));
    let modules = modules.chain(names_log(text).then_some(&LOG));
    let is_told = text.contains("asyncio") && TOLD.iter().any(|name| text.contains(name));
    let is_abstract = text.contains("asyncio")
        && (["AbstractEventLoop()", "AbstractServer"].iter().any(|name| text.contains(name))
            || text.lines().any(|line| derives(line, &["AbstractEventLoop"])));
    let modules = modules.chain(is_abstract.then_some(&ABSTRACT));
    let modules = modules.chain(is_told.then_some(&INTROSPECTION));
    let modules = modules
        .chain(policies.then_some(&POLICIES))
        .chain(BY_METHODS.iter().filter(|row| asks_methods(text) || row.2 == SCOPES && derives_scopes(text)));
    modules.map(read).collect()
}

/// Each file is read once and kept for other scripts.
fn read(&(name, home, _, text): &Row) -> LibraryModule {
    static KNOWN: Mutex<BTreeMap<&str, Arc<[Statement]>>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let statements = known.entry(text).or_insert_with(|| expression::own_file(text).into());
    LibraryModule { name, home, statements: Arc::clone(statements) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_module_can_be_read() {
        let mut text: String = MODULES
            .iter()
            .map(|(name, ..)| {
                format!("import {name}\nanext cast Lock dir Timer signature getmembers Mapping fma randbytes ")
            })
            .collect();
        text += "filterwarnings deprecated captureWarnings queue._getters StreamReader BytesIO Transport Executor ctime get_clock_info version_info excepthook ABC\nclass Names(dict):\nclass Job(Future):";
        let modules = used_by(&text);
        assert_eq!(modules.len(), MODULES.len());
        assert!(modules.iter().all(|module| !module.statements.is_empty()));
    }

    #[test]
    fn modules_are_found_however_they_are_imported() {
        for text in
            ["import re,io", "import  re , io", "import re, \\\n    io", "from re import(\n  sub)\nimport\tio;x=1"]
        {
            let words = imported_words(text);
            assert!(words.contains("re") && words.contains("io"), "{text}: {words:?}");
        }
    }
}
