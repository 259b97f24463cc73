//! The parts of the library that are written in Python, as CPython's own are: read with the script that uses them.
//!
//! A module of the library is read when its name stands anywhere in the script's text. What it defines is called by the module's
//! name and a dot, and stays out of traces and tracebacks.

use crate::script::LibraryModule;

use super::code::Code;
use super::expression;
use super::problems::Problems;

/// Each module's name and text. The first is needed by operations of the kernel and always read.
const MODULES: &[(&str, &str)] = &[
    ("helpers", include_str!("helpers.py")),
    ("builtins", include_str!("builtins.py")),
    ("functools", include_str!("functools.py")),
    ("itertools", include_str!("itertools.py")),
    ("collections", include_str!("collections.py")),
    ("contextlib", include_str!("contextlib.py")),
    ("dataclasses", include_str!("dataclasses.py")),
    ("enum", include_str!("enum.py")),
    ("heapq", include_str!("heapq.py")),
    ("string", include_str!("string.py")),
];

/// What Python has without an import and these modules define.
pub(super) const BUILT_IN: [&str; 2] = ["aiter", "anext"];

/// The modules that a script with this text may use.
pub(super) fn used_by(text: &str) -> Vec<LibraryModule> {
    let is_used = |name: &str| match name {
        "helpers" => true,
        "builtins" => BUILT_IN.iter().any(|name| text.contains(name)),
        _ => text.contains(name),
    };
    MODULES.iter().filter(|(name, _)| is_used(name)).map(|(name, text)| read(name, text)).collect()
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
        let text: String = MODULES.iter().map(|(name, _)| format!("{name} anext ")).collect();
        let modules = used_by(&text);
        assert_eq!(modules.len(), MODULES.len());
        assert!(modules.iter().all(|module| !module.statements.is_empty()));
    }
}
