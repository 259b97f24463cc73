//! Runs an interpreter to its end, or until its time is over.

#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "processes run in real time")]

use std::io::{Read, Seek, SeekFrom};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::super::trouble::Trouble;

/// How often a running process is looked at.
const PATIENCE: Duration = Duration::from_millis(3);
/// More output than this is cut off.
const MOST_BYTES: u64 = 256 << 20;

/// What a process said.
pub(super) struct Said {
    pub(super) output: String,
    pub(super) errors: String,
    /// It was killed when its time was over.
    pub(super) is_killed: bool,
}

/// Runs a command and hears what it says; after `limit` it is killed.
pub(super) fn hear(mut command: Command, limit: Duration) -> Result<Said, Trouble> {
    let program = command.get_program().to_string_lossy().into_owned();
    let trouble = |error: std::io::Error| Trouble::new(format!("`{program}` cannot be run: {error}"));
    // Files, not pipes: a process never waits for its reader.
    let (mut output, mut errors) = (tempfile::tempfile().map_err(trouble)?, tempfile::tempfile().map_err(trouble)?);
    command.stdin(Stdio::null());
    command.stdout(output.try_clone().map_err(trouble)?);
    command.stderr(errors.try_clone().map_err(trouble)?);
    let mut child = command.spawn().map_err(trouble)?;
    let deadline = Instant::now() + limit;
    let mut is_killed = false;
    while child.try_wait().map_err(trouble)?.is_none() {
        if Instant::now() >= deadline {
            is_killed = true;
            child.kill().map_err(trouble)?;
            child.wait().map_err(trouble)?;
            break;
        }
        std::thread::sleep(PATIENCE);
    }
    Ok(Said { output: text(&mut output).map_err(trouble)?, errors: text(&mut errors).map_err(trouble)?, is_killed })
}

fn text(file: &mut std::fs::File) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
