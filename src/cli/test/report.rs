//! What `test` says, and what it counts.

use super::super::io;
use super::case::{Case, Golden};

/// What came of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Everything is as it should be.
    Passed,
    /// Something is not.
    Failed,
    /// There is no golden yet.
    New,
    /// Its golden was written.
    Updated,
    /// Its golden was written for another spec, which does something else.
    Shared,
}

impl Verdict {
    /// The verdict where nothing is written.
    pub(super) fn of(case: &Case) -> Self {
        match case.golden {
            _ if !case.problems.is_empty() => Self::Failed,
            Golden::None | Golden::Same { .. } => Self::Passed,
            Golden::Missing { .. } => Self::New,
            Golden::Differs { .. } => Self::Failed,
        }
    }
}

/// The counts.
#[derive(Debug)]
pub(super) struct Tally {
    /// Whether a missing golden fails.
    needs_goldens: bool,
    passed: usize,
    failed: usize,
    new: usize,
    updated: usize,
    obsolete: usize,
}

impl Tally {
    pub(super) fn new(needs_goldens: bool) -> Self {
        Self { needs_goldens, passed: 0, failed: 0, new: 0, updated: 0, obsolete: 0 }
    }

    pub(super) fn has_failed(&self) -> bool {
        self.failed > 0
    }

    /// Counts a case and says what came of it.
    pub(super) fn line(&mut self, case: &Case, verdict: &Verdict) -> String {
        let (count, word) = match verdict {
            Verdict::Passed => (&mut self.passed, "ok"),
            Verdict::Updated => (&mut self.updated, "updated"),
            Verdict::New if !self.needs_goldens => (&mut self.new, "new"),
            Verdict::New | Verdict::Failed | Verdict::Shared => (&mut self.failed, "FAILED"),
        };
        *count += 1;
        let policy = case.policy.map(|policy| format!("  {policy}")).unwrap_or_default();
        let details = match verdict {
            Verdict::Passed => String::new(),
            Verdict::New | Verdict::Failed | Verdict::Shared | Verdict::Updated => details(case, *verdict),
        };
        format!("{word:<8}{}{policy}\n{}", case.spec, indented(&details))
    }

    /// Counts a golden that belongs to no spec and says so.
    pub(super) fn obsolete(&mut self, golden: &str) -> String {
        self.obsolete += 1;
        format!("warning {golden}\n{}", indented("no spec has this golden any more; delete it\n"))
    }

    /// `12 passed, 1 failed`
    pub(super) fn summary(&self) -> String {
        let always = [(self.passed, "passed"), (self.failed, "failed")];
        let maybe = [(self.new, "new"), (self.updated, "updated"), (self.obsolete, "obsolete")];
        let counts = always.into_iter().chain(maybe.into_iter().filter(|(count, _)| *count > 0));
        counts.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ") + "\n"
    }
}

/// What is wrong with a case, or new in it.
fn details(case: &Case, verdict: Verdict) -> String {
    let golden = case.golden.path().map(io::from_here).unwrap_or_default();
    let mut text = case.problems.clone();
    match (&case.golden, verdict) {
        (_, Verdict::Updated) => text.push_str(&format!("wrote {golden}\n")),
        (_, Verdict::Shared) => text.push_str(&format!("{golden} was just written for another spec, which differs\n")),
        (Golden::None | Golden::Same { .. }, _) => {}
        (Golden::Missing { .. }, _) => {
            text.push_str(&format!("there is no {golden}; to write it: kitchen-sim test --update {}\n", case.spec));
        }
        (Golden::Differs { difference, .. }, _) => {
            text.push_str(&format!("{golden} (-) and this run (+) differ first in {difference}"));
            text.push_str(&format!("if the change is right: kitchen-sim test --update {}\n", case.spec));
        }
    }
    text
}

fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("        {line}\n") }).collect()
}
