//! The top-level keys that are neither code nor expectations.

use crate::diag::catalog::{document, values};
use crate::script::{PythonVersion, Settings, Ties};
use crate::units::Time;
use crate::units::time::Delay;

use super::reader::Reader;
use super::table::Entry;

/// CPython's sys.getswitchinterval() unless it is set: 5 ms.
const SWITCH_INTERVAL: Delay = Delay::from_nanoseconds(5_000_000);
/// The machine of a spec that says nothing has this many cores.
const CPUS: i64 = 4;

impl<'a> Reader<'a> {
    /// Reads a setting; `false` when the key is none.
    pub(super) fn setting(&mut self, entry: &Entry<'a>, settings: &mut Settings) -> bool {
        match entry.key {
            "python" => settings.python = self.python(entry),
            "ties" => settings.ties = self.ties(entry),
            "policy" => settings.policy = self.text(entry).map(|text| (text, entry.span)),
            "policies" => settings.policies = self.texts(entry),
            "seed" => settings.seed = self.integer(entry).unwrap_or_default(),
            "max_time" => {
                settings.max_time = self.delay(entry).map(|delay| Time::from_nanoseconds(delay.nanoseconds()));
            }
            "max_events" => settings.max_events = self.count(entry),
            "max_tasks" => settings.max_tasks = self.count(entry),
            "eager" => settings.eager = self.boolean(entry).filter(|eager| *eager).map(|_| entry.key_span),
            "gil" => {
                let is_default = self.boolean(entry).is_none_or(|gil| gil);
                self.only_default(entry, is_default);
            }
            "cpus" => {
                let is_default = self.integer(entry).is_none_or(|cpus| cpus == CPUS);
                self.only_default(entry, is_default);
            }
            "switch_interval" => {
                let is_default = self.delay(entry).is_none_or(|interval| interval == SWITCH_INTERVAL);
                self.only_default(entry, is_default);
            }
            _ => return false,
        }
        true
    }

    /// Refuses what the engine cannot do yet.
    fn only_default(&mut self, entry: &Entry<'a>, is_default: bool) {
        if !is_default {
            self.problems.report_gap(document::key_not_there_yet(entry.key_span, entry.key));
        }
    }

    fn python(&mut self, entry: &Entry<'a>) -> PythonVersion {
        let versions = PythonVersion::ALL.map(|version| (version.text(), version));
        self.choice(entry, &versions).unwrap_or_default()
    }

    fn ties(&mut self, entry: &Entry<'a>) -> Ties {
        self.choice(entry, &[("fifo", Ties::Fifo), ("heapq", Ties::Heapq)]).unwrap_or_default()
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&mut self, entry: &Entry<'a>, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(entry)?;
        let found = choices.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            self.problems.report(values::not_a_choice(entry.span, entry.key, &text, &words));
        }
        found
    }
}
