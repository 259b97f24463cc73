//! `[coroutines]` and `[functions]`: each entry is a function, as its steps alone or as a table with parameters.

use toml::de::{DeTable, DeValue};

use crate::diag::catalog::{document, functions};
use crate::script::{Function, Parameters};
use crate::source::verbs::is_verb;

use super::TOP_LEVEL_KEYS;
use super::module::Parts;
use super::reader::Reader;
use super::table::{Entry, entries, kind_of};

const KEYS: &[&str] = &["params", "steps"];

impl<'a> Reader<'a> {
    /// Adds everything below `[coroutines]` or `[functions]`.
    pub(super) fn functions(&mut self, section: &Entry<'a>, is_async: bool, parts: &mut Parts<'a>) {
        let Some(table) = self.table(section, "a table of functions") else {
            parts.lacks_functions = true;
            return;
        };
        for entry in entries(table) {
            if TOP_LEVEL_KEYS.contains(&entry.key) && !matches!(entry.value, DeValue::Array(_) | DeValue::Table(_)) {
                let place = format!("[{}]", section.key);
                self.problems.report(document::misplaced_top_level_key(entry.key_span, entry.key, &place));
                continue;
            }
            let name = self.name(&entry);
            let mut function = Function {
                name,
                is_async,
                parameters: Parameters::default(),
                body: Vec::new(),
                decorators: Vec::new(),
                annotated: Vec::new(),
            };
            match entry.value {
                DeValue::Array(_) => function.body = self.steps(&entry),
                DeValue::Table(table) => self.function(&entry, table, &mut function),
                other => self.problems.report_gap(functions::not_a_function(entry.span, entry.key, kind_of(other))),
            }
            parts.functions.push(function);
        }
    }

    fn function(&mut self, head: &Entry<'a>, table: &'a DeTable<'a>, function: &mut Function) {
        let mut has_steps = false;
        for entry in entries(table) {
            match entry.key {
                "params" => function.parameters = self.parameters(&entry),
                "steps" => {
                    has_steps = true;
                    function.body = self.steps(&entry);
                }
                other => {
                    // A step or a key in the wrong place explains itself: no second complaint about missing steps.
                    has_steps |= is_verb(other);
                    self.misplaced_in_function(head, &entry);
                }
            }
        }
        if !has_steps {
            self.problems.report_gap(functions::no_steps(head.key_span, head.key));
        }
    }

    fn misplaced_in_function(&mut self, head: &Entry<'a>, entry: &Entry<'a>) {
        let (span, key) = (entry.key_span, entry.key);
        self.problems.report_gap(if is_verb(key) {
            functions::step_without_steps(span, key)
        } else if TOP_LEVEL_KEYS.contains(&key) {
            document::misplaced_top_level_key(span, key, &format!("the table of `{}`", head.key))
        } else {
            document::unknown_key(span, key, &format!("`{}`", head.key), KEYS.iter().copied())
        });
    }
}
