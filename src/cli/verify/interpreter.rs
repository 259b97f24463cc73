//! Finds real interpreters and asks them who they are.

#![expect(clippy::disallowed_methods, reason = "interpreters are found in folders that the environment names")]

use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::script::PythonVersion;

use super::super::io;
use super::super::trouble::Trouble;
use super::process;

/// An interpreter answers the question who it is within this time.
const PATIENCE: Duration = Duration::from_secs(20);
/// The question.
const WHO: &str = "import platform; print(platform.python_implementation(), platform.python_version())";

/// A CPython that can be a referee.
#[derive(Clone, Debug)]
pub(super) struct Interpreter {
    pub(super) path: PathBuf,
    /// Whose asyncio it has.
    pub(super) version: PythonVersion,
    /// `3.13.0`
    pub(super) full_version: String,
}

/// Which interpreter a flag asks for.
#[derive(Clone, Debug)]
pub(super) enum Wanted {
    /// The first of this version that is found.
    Version(PythonVersion),
    /// This one.
    Path(PathBuf),
}

/// Reads `--interpreter`.
pub(super) fn parse(text: &str) -> Result<Wanted, String> {
    if let Some(version) = PythonVersion::ALL.into_iter().find(|version| version.text() == text) {
        return Ok(Wanted::Version(version));
    }
    let looks_like_version = text.starts_with(|first: char| first.is_ascii_digit()) && !text.contains(['/', '\\']);
    if looks_like_version {
        return Err(format!("the versions are {}", all_versions()));
    }
    Ok(Wanted::Path(PathBuf::from(text)))
}

fn all_versions() -> String {
    PythonVersion::ALL.map(PythonVersion::text).join(", ")
}

/// The interpreters that are asked for; without any, the first of each version that is found.
///
/// # Errors
/// When one that is asked for is missing or none of the known versions, or when there is none at all.
pub(super) fn find(wanted: &[Wanted]) -> Result<Vec<Interpreter>, Trouble> {
    if wanted.is_empty() {
        let found: Vec<Interpreter> = PythonVersion::ALL.into_iter().filter_map(first_of).collect();
        if found.is_empty() {
            let hint = "name one: --interpreter /path/to/python3".to_owned();
            return Err(Trouble::new(format!("no CPython {} is found here", all_versions())).hint(hint));
        }
        return Ok(found);
    }
    let one = |wanted: &Wanted| match wanted {
        Wanted::Version(version) => first_of(*version).ok_or_else(|| {
            let hint = "name its path: --interpreter /path/to/python3".to_owned();
            Trouble::new(format!("no CPython {} is found here", version.text())).hint(hint)
        }),
        Wanted::Path(path) => ask(path),
    };
    wanted.iter().map(one).collect()
}

/// The first interpreter of this version among pyenv's, then on the PATH.
fn first_of(version: PythonVersion) -> Option<Interpreter> {
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let in_folder =
        |folder: PathBuf| [format!("python{}", version.text()), "python3".to_owned()].map(|name| folder.join(name));
    let candidates = of_pyenv(version).into_iter().chain(std::env::split_paths(&on_path).flat_map(in_folder));
    let answers = |path: PathBuf| ask(&path).ok().filter(|interpreter| interpreter.version == version);
    candidates.filter(|path| path.is_file()).find_map(answers)
}

/// pyenv's interpreters of this version, newest first.
fn of_pyenv(version: PythonVersion) -> Vec<PathBuf> {
    let root = std::env::var_os("PYENV_ROOT").map(PathBuf::from);
    let root = root.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".pyenv")));
    let Some(entries) = root.and_then(|root| std::fs::read_dir(root.join("versions")).ok()) else { return Vec::new() };
    let mut found: Vec<(u32, PathBuf)> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let patch = name.strip_prefix(version.text())?.strip_prefix('.')?.parse().ok()?;
            Some((patch, entry.path().join("bin").join("python3")))
        })
        .collect();
    found.sort_by_key(|(patch, _)| Reverse(*patch));
    found.into_iter().map(|(_, path)| path).collect()
}

/// Asks an interpreter who it is.
///
/// # Errors
/// When it does not answer, or is none of the known versions of CPython.
fn ask(path: &Path) -> Result<Interpreter, Trouble> {
    let shown = path.display();
    if !path.is_file() {
        return Err(Trouble::new(format!("there is no interpreter `{shown}`")));
    }
    // Programs run in another folder.
    let path = io::absolute(path);
    let mut command = Command::new(&path);
    command.args(["-I", "-B", "-c", WHO]);
    let said = process::hear(command, PATIENCE)?;
    let mut words = said.output.split_whitespace();
    let (Some(implementation), Some(full_version)) = (words.next(), words.next()) else {
        return Err(Trouble::new(format!("`{shown}` is no Python interpreter, or one from before 3.4")));
    };
    if implementation != "CPython" {
        return Err(Trouble::new(format!("`{shown}` is {implementation}, not CPython")));
    }
    let known = PythonVersion::ALL.into_iter().find(|version| {
        full_version
            .strip_prefix(version.text())
            .is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()))
    });
    match known {
        Some(version) => Ok(Interpreter { path, version, full_version: full_version.to_owned() }),
        None => {
            let words = format!("`{shown}` is CPython {full_version}, {}", age(full_version));
            Err(Trouble::new(words).hint(format!("the versions are {}", all_versions())))
        }
    }
}

/// What is wrong with a version that is none of the known ones.
fn age(full_version: &str) -> &'static str {
    let mut numbers = full_version.split('.').map(|number| number.parse::<u32>().unwrap_or_default());
    let version = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
    if version < (3, 11) { "which is too old" } else { "which is not known yet" }
}
