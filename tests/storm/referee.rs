//! Real interpreters: found, and given many programs at once.

use std::path::{Path, PathBuf};
use std::process::Command;

use kitchen_sim::referee::{self, Testimony};
use kitchen_sim::script::{PythonVersion, Script, Ties};
use kitchen_sim::source::emit;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A program that does not end within so many real seconds is ended; the machine may be busy.
const MAX_SECONDS: &str = "--max-seconds=30";

/// An interpreter and the folder with the harness.
pub(super) struct Referee {
    interpreter: PathBuf,
    folder: TempDir,
    pub(super) version: PythonVersion,
}

impl Referee {
    /// The referees of the versions that are here: among pyenv's, else `python3.13` and its like on the path.
    pub(super) fn all() -> Vec<Self> {
        let here = |version| Some(Self { interpreter: find(version)?, folder: harness(), version });
        let asked = std::env::var("KITCHEN_STORM_PYTHON").ok();
        let is_asked = |version: &PythonVersion| asked.as_deref().is_none_or(|asked| asked == version.text());
        PythonVersion::ALL.into_iter().filter(is_asked).filter_map(here).collect()
    }

    /// What the interpreter does with each of the programs, in their order, all of which break ties alike.
    pub(super) fn hear(&self, scripts: &[&Script]) -> Vec<Testimony> {
        let Some(first) = scripts.first() else { return Vec::new() };
        let programs: Vec<Value> = scripts
            .iter()
            .map(|script| json!({ "name": format!("{}.py", script.name), "source": emit::python(script) }))
            .collect();
        let input = tempfile::NamedTempFile::new().expect("a file for the programs");
        serde_json::to_writer(&input, &programs).expect("the programs can be written");
        let ties = match first.settings.ties {
            Ties::Fifo => "--ties=fifo",
            Ties::Heapq => "--ties=heapq",
        };
        let mut command = Command::new(&self.interpreter);
        command.current_dir(self.folder.path()).args(["-I", "-B"]).arg(self.folder.path());
        command.args(["--batch", "--quiet", MAX_SECONDS, ties]).arg(input.path());
        let output = command.output().expect("the interpreter starts");
        let said = String::from_utf8(output.stdout).expect("the harness speaks UTF-8");
        let testimonies: Vec<Testimony> = said.lines().map(testimony).collect();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(testimonies.len(), scripts.len(), "{} broke down: {errors}", self.interpreter.display());
        testimonies
    }
}

/// One line of a batch: `{"name": …, "events": […]}`.
fn testimony(line: &str) -> Testimony {
    let program: Value = serde_json::from_str(line).expect("the harness writes JSON");
    let events = program["events"].as_array().expect("a program has events");
    let lines: String = events.iter().map(|event| format!("{event}\n")).collect();
    referee::read(&lines)
        .unwrap_or_else(|words| panic!("{}: these are no words of the harness: {words}", program["name"]))
}

fn harness() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the harness");
    for (path, text) in referee::FILES {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
    }
    folder
}

fn find(version: PythonVersion) -> Option<PathBuf> {
    let root = std::env::var_os("PYENV_ROOT").map(PathBuf::from);
    let root = root.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".pyenv")));
    let folders = root.and_then(|root| std::fs::read_dir(root.join("versions")).ok());
    let mut pyenvs: Vec<PathBuf> = folders.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    pyenvs.sort();
    let prefix = format!("{}.", version.text());
    let is_wanted =
        |folder: &PathBuf| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&prefix));
    let of_pyenv = pyenvs.into_iter().filter(is_wanted).map(|folder| folder.join("bin/python3"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).map(|folder| folder.join(format!("python{}", version.text())));
    of_pyenv.chain(on_path).find(|interpreter| interpreter.is_file())
}
