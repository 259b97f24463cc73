//! Runs the real binary and says what must come of it: `kitchen("run specs/chef.toml").exits(0)`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The project's own folder.
pub(crate) fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A spec of the project that can be run.
pub(crate) struct Spec {
    /// Its path from the project's folder.
    pub(crate) shown: String,
    pub(crate) text: String,
}

/// Every spec of the project that is not there to be refused, in order.
pub(crate) fn specs() -> Vec<Spec> {
    let found = walkdir::WalkDir::new(home().join("specs")).sort_by_file_name().into_iter();
    let found = found.map(|entry| entry.expect("the specs can be listed").into_path());
    let is_spec = |path: &PathBuf| {
        let is_toml = path.extension().is_some_and(|ending| ending == "toml");
        is_toml && !path.iter().any(|part| part == "errors")
    };
    let read = |path: PathBuf| {
        let shown = path.strip_prefix(home()).expect("it is inside").to_string_lossy().replace('\\', "/");
        Spec { shown, text: fs::read_to_string(path).expect("a spec can be read") }
    };
    let specs: Vec<Spec> = found.filter(is_spec).map(read).collect();
    assert!(specs.len() > 30, "the specs are found");
    specs
}

/// Runs a command line in the project's folder.
pub(crate) fn kitchen(line: &str) -> Outcome {
    run(home(), line, &[], "")
}

/// What came of a command.
pub(crate) struct Outcome {
    line: String,
    folder: PathBuf,
    output: Output,
}

/// A folder of its own, in which specs can be written and commands run.
pub(crate) struct Bench {
    folder: TempDir,
    variables: Vec<(&'static str, &'static str)>,
}

impl Bench {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder for a test"), variables: Vec::new() }
    }

    /// Sets an environment variable for the commands that follow.
    pub(crate) fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    /// Writes a file, and the folders it lies in.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
        self
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Every file there, hidden ones too.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .expect("the folder can be read")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    pub(crate) fn kitchen(&self, line: &str) -> Outcome {
        self.kitchen_reading(line, "")
    }

    pub(crate) fn kitchen_reading(&self, line: &str, input: &str) -> Outcome {
        run(self.folder.path(), line, &self.variables, input)
    }
}

/// A command that is not started yet, its environment clean of what changes outputs.
pub(crate) fn command(folder: &Path, line: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kitchen-sim"));
    command.current_dir(folder).args(line.split_whitespace());
    for variable in ["CI", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR"] {
        command.env_remove(variable);
    }
    command
}

fn run(folder: &Path, line: &str, variables: &[(&str, &str)], input: &str) -> Outcome {
    let mut command = command(folder, line);
    command.envs(variables.iter().copied());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary starts");
    let mut pipe = child.stdin.take().expect("a pipe to it");
    // A command that does not read its input closes the pipe.
    pipe.write_all(input.as_bytes()).ok();
    drop(pipe);
    let output = child.wait_with_output().expect("the binary ends");
    Outcome { line: line.to_owned(), folder: folder.to_path_buf(), output }
}

impl Outcome {
    pub(crate) fn out(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).expect("standard output is text")
    }

    pub(crate) fn err(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).expect("standard error is text")
    }

    #[track_caller]
    pub(crate) fn exits(&self, code: i32) -> &Self {
        let found = self.output.status.code();
        assert_eq!(found, Some(code), "kitchen-sim {}\n{}{}", self.line, self.out(), self.err());
        self
    }

    #[track_caller]
    pub(crate) fn prints(&self, text: &str) -> &Self {
        assert_eq!(self.out(), text, "kitchen-sim {}", self.line);
        self
    }

    /// Standard output is this golden, byte for byte.
    #[track_caller]
    pub(crate) fn prints_trace(&self, golden: &str) -> &Self {
        let golden = fs::read_to_string(self.folder.join(golden)).unwrap_or_else(|error| panic!("{golden}: {error}"));
        self.prints(&golden.replace("\r\n", "\n"))
    }

    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Self {
        let all = self.out() + &self.err();
        assert!(all.contains(words), "kitchen-sim {} does not say {words:?} but\n{all}", self.line);
        self
    }

    /// Whether `verify` had an interpreter to ask.
    pub(crate) fn found_an_interpreter(&self) -> bool {
        !self.err().contains("no CPython 3.11, 3.12, 3.13 is found here")
    }

    #[track_caller]
    pub(crate) fn is_silent(&self) -> &Self {
        assert_eq!(self.out() + &self.err(), "", "kitchen-sim {}", self.line);
        self
    }
}
