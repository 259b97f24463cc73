//! One program under one interpreter, beside the engine's run of it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use crate::engine::{self, Options};
use crate::policy::Policy;
use crate::referee::{self, Act, Difference, Testimony};
use crate::script::{PythonVersion, Script, Settings, Ties};
use crate::source::{self, emit};
use crate::trace::{Detail, Recording};
use crate::units::{Dialect, Time};

use super::super::io;
use super::super::load::{self, Overrides, Refused};
use super::super::trouble::Trouble;
use super::interpreter::Interpreter;
use super::process;

/// The harness ends a program itself; only when it does not come to that, it is killed so much later.
const GRACE: Duration = Duration::from_secs(3);
/// So many lines of what a broken interpreter says are shown.
const MOST_LINES: usize = 8;

/// Where bouts take place: a temporary folder with the harness in it.
pub(super) struct Ring {
    folder: TempDir,
    max_seconds: u32,
    /// Whether only what is printed is compared, up to the end of the interpreter.
    prints_only: bool,
}

/// What came of a bout.
pub(super) struct Bout {
    /// The program's path, as it was given.
    pub(super) file: String,
    /// The interpreter's version: `3.13.0`.
    pub(super) version: String,
    pub(super) verdict: Verdict,
    /// What the interpreter did, where it came to an end.
    theirs: Option<Vec<Act>>,
}

/// The ways a bout ends.
pub(super) enum Verdict {
    /// Both did the same: so many events.
    Identical(usize),
    /// They differ.
    Differs(Difference),
    /// The interpreter did not come to an end in time.
    OutOfTime,
    /// The interpreter broke down; its last words.
    Broken(String),
    /// The interpreter is too old for the program; what it lacks.
    TooOld(&'static str),
    /// The program was not run: its problems, drawn.
    Refused(String),
}

impl Bout {
    /// The version and what it did, drawn, for keeping; `None` where it came to no end.
    pub(super) fn recorded(&self) -> Option<(String, String)> {
        Some((self.version.clone(), referee::draw(self.theirs.as_deref()?)))
    }
}

impl Ring {
    /// A new folder with the harness in it; it is removed at the end.
    pub(super) fn new(max_seconds: u32, prints_only: bool) -> Result<Self, Trouble> {
        let folder = io::temporary_folder(referee::FILES)?;
        Ok(Self { folder, max_seconds, prints_only })
    }

    /// Runs a program under an interpreter and under the engine.
    pub(super) fn meet(&self, file: &Path, interpreter: &Interpreter) -> Bout {
        let (shown, version) = (file.display().to_string(), interpreter.full_version.clone());
        let bout = |verdict, theirs| Bout { file: shown.clone(), version: version.clone(), verdict, theirs };
        let (script, program) = match read(file, interpreter) {
            Ok(read) => read,
            Err(problems) => return bout(Verdict::Refused(problems), None),
        };
        if script.settings.eager.is_some() && interpreter.version < PythonVersion::V3_12 {
            return bout(Verdict::TooOld("eager tasks came with 3.12"), None);
        }
        let said = match self.hear(&script, &program, interpreter) {
            Ok(said) => said,
            Err(trouble) => return bout(Verdict::Broken(trouble.draw()), None),
        };
        let theirs = match referee::read(&said.output) {
            Ok(Testimony::Acts(acts)) => acts,
            Ok(Testimony::OutOfTime(_)) => return bout(Verdict::OutOfTime, None),
            Err(_) if said.is_killed => return bout(Verdict::OutOfTime, None),
            Err(words) => return bout(Verdict::Broken(last_lines(&(said.errors + &words))), None),
        };
        let ours = match self.simulate(script) {
            Ok(ours) => ours,
            Err(refused) => return bout(Verdict::Refused(refused.draw(&shown, false)), None),
        };
        match referee::first_difference(&theirs, &ours) {
            None => bout(Verdict::Identical(theirs.len()), Some(theirs)),
            Some(difference) => bout(Verdict::Differs(difference), Some(theirs)),
        }
    }

    /// Runs a program under an interpreter, inside the folder.
    fn hear(&self, script: &Script, program: &str, interpreter: &Interpreter) -> Result<process::Said, Trouble> {
        let path = io::write_temporary(self.folder.path(), &script.name, program)?;
        let mut command = Command::new(&interpreter.path);
        command.current_dir(self.folder.path()).args(["-I", "-B"]).arg(self.folder.path());
        command.args(self.prints_only.then_some("--prints"));
        if script.dialect == Dialect::Python {
            command.arg(format!("--shown={}", script.source.absolute_path()));
        }
        command.args(flags(&script.settings)).arg(format!("--max-seconds={}", self.max_seconds)).arg(path);
        process::hear(command, Duration::from_secs(self.max_seconds.into()) + GRACE)
    }

    /// The engine's run.
    fn simulate(&self, script: Script) -> Result<Vec<Act>, Refused> {
        let program = load::check(script)?;
        let mut recording = Recording::new(Detail::Tasks);
        let options = Options::of(&program, Policy::default());
        let options = if self.prints_only { options } else { options.to_the_end_of_the_script() };
        let end = engine::run(&program, &options, &mut recording);
        let acts = referee::acts(&recording, &end);
        Ok(if self.prints_only { referee::only_prints(acts) } else { acts })
    }
}

/// What the harness must know of a program's settings.
fn flags(settings: &Settings) -> Vec<String> {
    let ties = match settings.ties {
        Ties::Fifo => "fifo",
        Ties::Heapq => "heapq",
    };
    let mut flags = vec![format!("--ties={ties}"), format!("--seed={}", settings.seed)];
    flags.push(format!("--cpus={}", settings.cpus));
    let interval = settings.switch_interval.nanoseconds();
    flags.push(if settings.gil { format!("--switch-interval-ns={interval}") } else { "--no-gil".to_owned() });
    flags.extend(settings.max_time.map(|limit| format!("--max-time={}", seconds(limit))));
    flags
}

/// `2.5`: exact decimals.
fn seconds(time: Time) -> String {
    let nanoseconds = time.nanoseconds();
    format!("{}.{:09}", nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000)
}

/// The script, and the program that an interpreter runs: a Python file as it stands, a spec as Python.
fn read(file: &Path, interpreter: &Interpreter) -> Result<(Script, String), String> {
    let (shown, text) = io::read_spec(&PathBuf::from(file)).map_err(|trouble| trouble.draw())?;
    let overrides = Overrides { python: Some(interpreter.version), ..Overrides::default() };
    let script = load::read(&shown, text.clone(), overrides).map_err(|refused: Refused| refused.draw(&shown, false))?;
    let program = if source::is_python(&script.source) { text } else { emit::python(&script) };
    Ok((script, program))
}

fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(MOST_LINES)..].iter().map(|line| format!("{line}\n")).collect()
}
