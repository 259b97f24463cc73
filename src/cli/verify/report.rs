//! What `verify` says, and what it counts.

use super::super::exit::Exit;
use super::bout::{Bout, Verdict};

/// The counts.
#[derive(Debug, Default)]
pub(super) struct Tally {
    identical: usize,
    different: usize,
    failed: usize,
    refused: usize,
    too_old: usize,
    /// The program that was refused last, and its problems: the next interpreter's bout may have the same.
    last_refused: Option<(String, String)>,
}

impl Tally {
    /// Counts a bout and says what came of it.
    pub(super) fn lines(&mut self, bout: &Bout) -> String {
        let Bout { file, version, .. } = bout;
        match &bout.verdict {
            Verdict::Identical(events) => {
                self.identical += 1;
                format!("{file}: identical: {events} events, CPython {version}\n")
            }
            Verdict::Differs(difference) => {
                self.different += 1;
                let head = format!("{file}: DIFFERENT from CPython {version} behind {} events\n", difference.agreeing);
                let theirs = format!("  CPython {version}:\n{}", indented(&difference.theirs));
                format!("{head}{theirs}  kitchen-sim:\n{}", indented(&difference.ours))
            }
            Verdict::OutOfTime => {
                self.failed += 1;
                let hint = "it loops without end, or needs more real time: --max-seconds";
                format!("{file}: CPython {version} did not come to an end\n  {hint}\n")
            }
            Verdict::Broken(words) => {
                self.failed += 1;
                format!("{file}: CPython {version} broke down\n{}", indented(words))
            }
            Verdict::TooOld(reason) => {
                self.too_old += 1;
                format!("{file}: skipped: {reason}, this is CPython {version}\n")
            }
            Verdict::Refused(problems) => {
                self.refused += 1;
                let refused = Some((file.clone(), problems.clone()));
                let shown = if self.last_refused == refused { String::new() } else { indented(problems) };
                self.last_refused = refused;
                format!("{file}: refused, so nothing was compared with CPython {version}\n{shown}")
            }
        }
    }

    /// `12 identical, 1 different`; nothing for a single bout.
    pub(super) fn summary(&self) -> String {
        let counts = [
            (self.identical, "identical"),
            (self.different, "different"),
            (self.failed, "without an end"),
            (self.refused, "refused"),
            (self.too_old, "skipped"),
        ];
        if counts.iter().map(|(count, _)| count).sum::<usize>() < 2 {
            return String::new();
        }
        let told = counts.iter().filter(|(count, word)| *count > 0 || *word == "identical");
        told.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ") + "\n"
    }

    /// A program that is none weighs more than one that differs.
    pub(super) fn exit(&self) -> Exit {
        if self.refused > 0 {
            Exit::Unusable
        } else if self.different + self.failed > 0 {
            Exit::CheckFailed
        } else {
            Exit::Finished
        }
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}
