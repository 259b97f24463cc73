//! What a script is written in.

/// What a script is written in: it decides how hints are worded, and whether asyncio's names need an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// A spec in TOML. asyncio's names and the modules are there without an import.
    #[default]
    Spec,
    /// A Python file. Only built-ins are there without an import.
    Python,
}
