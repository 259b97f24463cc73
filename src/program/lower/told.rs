//! What tracebacks that a script reads tell of the library: the functions that CPython has in Python, by their names there.

/// The modules whose methods are told of: they are made of the same functions as CPython's.
const WHOLE: [&str; 4] = ["asyncio", "contextlib", "queue", "asyncio.staggered"];

/// Functions of modules and functions within functions, with their names in CPython.
const FUNCTIONS: [(&str, &str, &str); 22] = [
    ("asyncio", "_block", "_block"),
    ("asyncio", "_wait", "_wait"),
    ("asyncio", "_wait_for_one", "_wait_for_one"),
    ("asyncio", "as_completed", "as_completed"),
    ("asyncio", "cancel_and_wait", "_cancel_and_wait"),
    ("asyncio", "ensure_future", "ensure_future"),
    ("asyncio", "gather", "gather"),
    ("asyncio", "loop_of", "_get_loop"),
    ("asyncio", "loop_of_future", "_get_loop"),
    ("asyncio", "set_event_loop", "set_event_loop"),
    ("asyncio", "set_event_loop_policy", "set_event_loop_policy"),
    ("asyncio", "shield", "shield"),
    ("asyncio", "wait", "wait"),
    ("asyncio", "wait_for", "wait_for"),
    ("asyncio", "wait_for_some", "_wait"),
    ("asyncio.staggered", "staggered_race", "staggered_race"),
    ("asyncio.staggered", "run_one_coro", "run_one_coro"),
    ("concurrent.futures", "as_completed", "as_completed"),
    ("concurrent.futures", "wait", "wait"),
    ("contextlib", "call", "_exit_wrapper"),
    ("contextlib", "inner", "inner"),
    ("contextlib", "make", "helper"),
];

/// Classes that CPython does not have.
const OWN_CLASSES: [&str; 1] = ["Unwinding"];

/// What the activations of a function of a module of the library are told as.
pub(super) fn of_library<'a>(module: &str, name: &'a str, qualified: &str) -> Option<&'a str> {
    if let Some((_, _, told)) = FUNCTIONS.iter().find(|(within, known, _)| *within == module && *known == name) {
        return Some(told);
    }
    let is_private = name.starts_with('_') && !name.starts_with("__");
    let (class, own) = qualified.split_once('.')?;
    let is_told = WHOLE.contains(&module) && !is_private && !OWN_CLASSES.contains(&class) && own == name;
    is_told.then_some(name)
}

/// What the activations of a body are told as, in Python 3.`minor`; a method's own name stands behind its type's.
pub(super) fn of_body(name: &str, minor: i32) -> &str {
    match name {
        "AsCompleted___next__" if minor < 13 => "as_completed",
        "MapResults___next__" => "result_iterator",
        name if name.starts_with(|first: char| first.is_uppercase()) => {
            name.split_once('_').map_or(name, |(_, own)| own)
        }
        "barrier_block" => "_block",
        "barrier_stand" => "wait_for",
        "barrier_stay" => "_wait",
        "cancel_and_wait" => "_cancel_and_wait",
        "do_shutdown" => "_do_shutdown",
        "job_notify" => "_invoke_callbacks",
        "thread_body" | "worker" => "run",
        name => name,
    }
}
