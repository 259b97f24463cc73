//! Names and keywords of Python.

/// Whether Python takes this for a name.
pub(in crate::source) fn is_name(text: &str) -> bool {
    let mut characters = text.chars();
    let starts_well = characters.next().is_some_and(|first| first == '_' || first.is_alphabetic());
    starts_well && characters.all(|other| other == '_' || other.is_alphanumeric()) && !is_keyword(text)
}

/// Whether this is one of Python's keywords.
pub(super) fn is_keyword(text: &str) -> bool {
    KEYWORDS.contains(&text)
}

/// Python's keywords.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];
