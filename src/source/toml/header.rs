//! The keys that a Python file carries in its comment block: everything of a spec that is no code.

use toml::de::DeTable;

use crate::diag::catalog::{document, python};
use crate::script::{Expectations, Settings};
use crate::source::problems::Problems;

use super::reader::Reader;
use super::syntax;
use super::table::entries;

/// Keys of a spec that are code, which a Python file has in Python.
const CODE: &[&str] = &["entry", "globals", "exceptions", "coroutines", "functions"];

/// What a Python file says besides code.
#[derive(Default)]
pub(crate) struct Header {
    /// `name`
    pub(crate) name: Option<String>,
    /// `description`
    pub(crate) description: String,
    /// The settings.
    pub(crate) settings: Settings,
    /// `[expect]`
    pub(crate) expectations: Expectations,
}

/// Reads the TOML of a comment block. `text` is the whole file with all else blanked, so that places are the file's.
pub(crate) fn read_header(text: &str) -> (Header, Problems) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { file: text, problems: Problems::default() };
    let header = reader.header(document.get_ref());
    let (problems, _) = syntax::join(text, &errors, reader.problems);
    (header, problems)
}

impl<'a> Reader<'a> {
    fn header(&mut self, root: &'a DeTable<'a>) -> Header {
        let mut header = Header::default();
        for entry in entries(root) {
            match entry.key {
                "$schema" => {}
                "name" => header.name = self.text(&entry),
                "description" => header.description = self.text(&entry).unwrap_or_default(),
                "expect" => header.expectations = self.expectations(&entry),
                code if CODE.contains(&code) => self.problems.report(python::code_in_header(entry.key_span, code)),
                _ if self.setting(&entry, &mut header.settings) => {}
                other => {
                    let known = super::TOP_LEVEL_KEYS.iter().copied().filter(|key| !CODE.contains(key));
                    self.problems.report(document::unknown_key(entry.key_span, other, "this block", known));
                }
            }
        }
        header
    }
}
