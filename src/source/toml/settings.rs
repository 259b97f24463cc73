//! The top-level keys that are neither code nor expectations.

use crate::diag::catalog::values;
use crate::script::settings::{CPUS, SWITCH_INTERVAL};
use crate::script::{PythonVersion, Settings, Ties};
use crate::units::Time;

use super::reader::Reader;
use super::table::Entry;

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
            "gil" => settings.gil = self.boolean(entry).unwrap_or(true),
            "cpus" => {
                let cpus = self.count(entry).and_then(|count| usize::try_from(count).ok());
                settings.cpus = cpus.unwrap_or(CPUS);
            }
            "switch_interval" => settings.switch_interval = self.delay(entry).unwrap_or(SWITCH_INTERVAL),
            _ => return false,
        }
        true
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
