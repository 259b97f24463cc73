//! Where a spec's golden files lie: in a folder `golden` beside the folder `specs`, at the same place as the spec.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use crate::policy::Policy;

/// The folder of specs.
pub const SPECS: &str = "specs";
/// The folder of goldens beside it.
pub const GOLDEN: &str = "golden";
/// The folder inside, for traces that real interpreters recorded; `test` leaves it alone.
pub const RECORDED: &str = "cpython";
/// The folder inside `specs` whose specs may be refused.
const ERRORS: &str = "errors";

/// Where a spec stands, and so where its goldens lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The folder of goldens.
    root: PathBuf,
    /// The spec's path inside `specs`.
    inside: PathBuf,
    /// Whether the spec is inside a folder `specs` at all.
    is_in_specs: bool,
}

impl Place {
    /// The place of the spec, or the folder of specs, at an absolute path. Outside of any folder `specs` the goldens lie in a
    /// folder `golden` beside the spec itself.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        let parts: Vec<Component<'_>> = path.components().collect();
        match parts.iter().rposition(|part| part.as_os_str() == SPECS) {
            Some(specs) => Self {
                root: parts[..specs].iter().collect::<PathBuf>().join(GOLDEN),
                inside: parts[specs + 1..].iter().collect(),
                is_in_specs: true,
            },
            None => Self {
                root: path.parent().unwrap_or(Path::new("")).join(GOLDEN),
                inside: path.file_name().unwrap_or_default().into(),
                is_in_specs: false,
            },
        }
    }

    /// `golden/<path under specs>.<policy>.trace`. A `.py` shares the golden of the `.toml` of its name.
    #[must_use]
    pub fn trace(&self, policy: Policy) -> PathBuf {
        self.file(&format!("{}.trace", policy.file_part()))
    }

    /// `golden/<path under specs>.diagnostics`: what is said of a spec that must be refused.
    #[must_use]
    pub fn diagnostics(&self) -> PathBuf {
        self.file("diagnostics")
    }

    /// `golden/cpython/<path under specs>.trace`: what real interpreters do with the spec.
    #[must_use]
    pub fn recorded(&self) -> PathBuf {
        Self { root: self.root.join(RECORDED), ..self.clone() }.file("trace")
    }

    /// The folder in which the goldens of a folder of specs lie.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.root.join(&self.inside)
    }

    /// Whether the spec may be refused: it stands under a folder `errors`.
    #[must_use]
    pub fn may_be_refused(&self) -> bool {
        self.inside.parent().is_some_and(|folder| folder.iter().any(|part| part == ERRORS))
    }

    /// The spec's path as goldens show it, the same wherever the command is run: `specs/errors/no-main.toml`.
    #[must_use]
    pub fn shown(&self) -> String {
        let parts = self.inside.iter().map(OsStr::to_string_lossy);
        let specs = self.is_in_specs.then_some(SPECS.into());
        specs.into_iter().chain(parts).collect::<Vec<_>>().join("/")
    }

    fn file(&self, ending: &str) -> PathBuf {
        let mut name = self.inside.file_stem().unwrap_or_default().to_owned();
        name.push(".");
        name.push(ending);
        self.folder().with_file_name(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(name: &str) -> Policy {
        Policy::parse(name).expect("a policy")
    }

    #[test]
    fn goldens_mirror_the_specs() {
        for (spec, policy_name, trace) in [
            ("/k/specs/chef.toml", "asyncio", "/k/golden/chef.asyncio.trace"),
            ("/k/specs/chef.py", "asyncio", "/k/golden/chef.asyncio.trace"),
            ("/k/specs/a/b.c.toml", "asyncio:ready=lifo", "/k/golden/a/b.c.asyncio+ready-lifo.trace"),
            ("/specs/k/specs/a.toml", "sequential", "/specs/k/golden/a.sequential.trace"),
            ("/k/soup.toml", "sequential", "/k/golden/soup.sequential.trace"),
        ] {
            assert_eq!(Place::of(Path::new(spec)).trace(policy(policy_name)), Path::new(trace));
        }
    }

    #[test]
    fn only_specs_under_errors_may_be_refused() {
        for (spec, may, shown) in [
            ("/k/specs/errors/a.toml", true, "specs/errors/a.toml"),
            ("/k/specs/sync/errors/b.toml", true, "specs/sync/errors/b.toml"),
            ("/k/specs/errors.toml", false, "specs/errors.toml"),
            ("/errors/soup.toml", false, "soup.toml"),
        ] {
            let place = Place::of(Path::new(spec));
            assert_eq!((place.may_be_refused(), place.shown().as_str()), (may, shown));
        }
    }
}
