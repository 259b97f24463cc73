//! `[expect]`.

use crate::diag::catalog::document;
use crate::script::{Expectations, GoldenPins};
use crate::units::Outcome;

use super::TOP_LEVEL_KEYS;
use super::reader::Reader;
use super::table::{Entry, entries};

const KEYS: &[&str] = &["outcome", "raises", "ends", "prints", "order", "never", "max_lag", "golden"];
const OUTCOMES: [Outcome; 4] = [Outcome::Ok, Outcome::Exception, Outcome::Deadlock, Outcome::Limit];
const PINS: [(&str, GoldenPins); 3] =
    [("tasks", GoldenPins::Tasks), ("prints", GoldenPins::Prints), ("none", GoldenPins::None)];

impl<'a> Reader<'a> {
    /// Everything below `[expect]`.
    pub(super) fn expectations(&mut self, expect: &Entry<'a>) -> Expectations {
        let mut expectations = Expectations::default();
        let Some(table) = self.table(expect, "a table") else { return expectations };
        for entry in entries(table) {
            let span = entry.span;
            match entry.key {
                "outcome" => {
                    let outcomes = OUTCOMES.map(|outcome| (outcome.text(), outcome));
                    expectations.outcome = self.choice(&entry, &outcomes).map(|outcome| (outcome, span));
                }
                "raises" => expectations.raises = self.text(&entry).map(|class| (class, span)),
                "ends" => expectations.ends = self.delay(&entry).map(|delay| (delay, span)),
                "prints" => {
                    let lines = self.texts(&entry).into_iter().map(|(line, _)| line).collect();
                    expectations.prints = Some((lines, span));
                }
                "order" => expectations.order = self.texts(&entry),
                "never" => expectations.never = self.texts(&entry),
                "max_lag" => expectations.max_lag = self.delay(&entry).map(|delay| (delay, span)),
                "golden" => expectations.golden = self.choice(&entry, &PINS).unwrap_or_default(),
                other => self.problems.report(if TOP_LEVEL_KEYS.contains(&other) {
                    document::misplaced_top_level_key(entry.key_span, other, "[expect]")
                } else {
                    document::unknown_key(entry.key_span, other, "[expect]", KEYS.iter().copied())
                }),
            }
        }
        expectations
    }
}
