//! The only place that touches files, standard streams and the environment.

#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this is the place where it is allowed")]

use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::diag::catalog::nearest;

use super::trouble::Trouble;

/// The longest file that is read.
const MAX_FILE_BYTES: u64 = 64 << 20;
/// How standard input is called on the command line, and how in messages.
pub(super) const STDIN: &str = "-";
const STDIN_SHOWN: &str = "<stdin>";
/// How many folders deep a mistyped file is searched for.
const SEARCH_DEPTH: usize = 6;

/// Standard output and error, and when they are coloured.
#[derive(Clone, Copy, Debug)]
pub(super) struct Console {
    pub(super) choice: ColorChoice,
}

impl Console {
    /// Whether standard output takes colours.
    pub(super) fn colours_output(self) -> bool {
        self.takes_colour(AutoStream::choice(&io::stdout()))
    }

    /// Whether standard error takes colours.
    pub(super) fn colours_errors(self) -> bool {
        self.takes_colour(AutoStream::choice(&io::stderr()))
    }

    fn takes_colour(self, found: ColorChoice) -> bool {
        let choice = if self.choice == ColorChoice::Auto { found } else { self.choice };
        choice != ColorChoice::Never
    }

    /// Writes to standard output. A closed pipe is no trouble.
    pub(super) fn print(self, text: &str) -> Result<(), Trouble> {
        let mut output = io::stdout().lock();
        output_trouble(output.write_all(text.as_bytes()).and_then(|()| output.flush()))
    }

    /// Writes to standard error; where that is gone, there is nobody left to tell.
    pub(super) fn complain(self, text: &str) {
        io::stderr().lock().write_all(text.as_bytes()).ok();
    }
}

/// Standard output as a writer without a buffer in front.
pub(super) fn standard_output() -> io::StdoutLock<'static> {
    io::stdout().lock()
}

/// What came of writing to standard output. Its reader may go away at any time: that ends the work quietly.
pub(super) fn output_trouble(result: io::Result<()>) -> Result<(), Trouble> {
    match result {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Trouble::new(format!("standard output cannot be written: {}", words(&error))))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Whether somebody sits at standard input.
pub(super) fn input_is_terminal() -> bool {
    io::stdin().is_terminal()
}

/// Whether this is a run of continuous integration.
pub(super) fn is_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !matches!(value.to_str(), Some("" | "0" | "false")))
}

/// Reads a spec or a program; `-` is standard input. Returns the path to show, and the text.
pub(super) fn read_spec(path: &Path) -> Result<(String, String), Trouble> {
    if path.as_os_str() == STDIN {
        let bytes = read_limited(io::stdin().lock());
        return Ok((STDIN_SHOWN.to_owned(), text(STDIN_SHOWN, bytes)?));
    }
    let shown = path.display().to_string();
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            let hint = "to check every spec in it: kitchen-sim test ".to_owned() + &shown;
            Err(Trouble::new(format!("`{shown}` is a folder, not a spec")).hint(hint))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let meant = nearest_file(path).map(|meant| format!("did you mean `{}`?", meant.display()));
            Err(Trouble::new(format!("there is no file `{shown}`")).hint(meant))
        }
        Ok(_) | Err(_) => Ok((shown.clone(), text(&shown, File::open(path).and_then(read_limited))?)),
    }
}

/// Reads up to the limit and one byte more.
fn read_limited(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn text(shown: &str, bytes: io::Result<Vec<u8>>) -> Result<String, Trouble> {
    let bytes = bytes.map_err(|error| Trouble::new(format!("`{shown}` cannot be read: {}", words(&error))))?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(Trouble::new(format!("`{shown}` is longer than {} MiB", MAX_FILE_BYTES >> 20)));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + good.iter().filter(|&&byte| byte == b'\n').count();
        let start = good.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let column = 1 + String::from_utf8_lossy(&good[start..]).chars().count();
        let byte = error.as_bytes()[good.len()];
        Trouble::new(format!("{shown}:{line}:{column}: the byte 0x{byte:02x} is not UTF-8"))
            .hint("save the file as UTF-8".to_owned())
    })
}

/// The spec that a path which leads nowhere may have meant: in the same folder, or of the same name elsewhere below here.
fn nearest_file(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let nearby = specs_in(folder, 1);
    let names: Vec<&str> = nearby.iter().filter_map(|spec| spec.file_name()?.to_str()).collect();
    let with_ending = format!("{name}.toml");
    let same = names.iter().copied().find(|candidate| *candidate == with_ending);
    if let Some(meant) = same.or_else(|| nearest(name, names)) {
        return Some(path.with_file_name(meant));
    }
    let below = specs_in(Path::new("."), SEARCH_DEPTH);
    let is_same = |spec: &PathBuf| {
        spec.file_name().and_then(|found| found.to_str()).is_some_and(|found| found == name || found == with_ending)
    };
    below.into_iter().find(is_same).map(|found| found.strip_prefix(".").map(Path::to_path_buf).unwrap_or(found))
}

/// Every spec in a folder down to `depth`, in the order of their names; nothing where the folder cannot be read.
pub(super) fn specs_in(folder: &Path, depth: usize) -> Vec<PathBuf> {
    let is_spec = |path: &Path| path.extension().is_some_and(|ending| ending == "toml" || ending == "py");
    files_in(folder, depth).into_iter().filter(|path| is_spec(path)).collect()
}

/// Every file in a folder down to `depth`, without hidden ones, in the order of their names.
pub(super) fn files_in(folder: &Path, depth: usize) -> Vec<PathBuf> {
    let is_hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
    WalkDir::new(folder)
        .min_depth(1)
        .max_depth(depth)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name()))
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect()
}

/// Whether the path leads to a folder.
pub(super) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The path from the root, its `.` and `..` undone where that needs no file.
pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// The path as seen from here.
pub(super) fn from_here(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

/// The text of a golden; `None` when there is none.
pub(super) fn read_golden(path: &Path) -> Result<Option<String>, Trouble> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Trouble::new(format!("`{}` cannot be read: {}", from_here(path), words(&error)))),
    }
}

/// Writes a golden, and the folders it lies in.
pub(super) fn write_golden(path: &Path, text: &str) -> Result<(), Trouble> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))?;
    write_whole(path, |writer| writer.write_all(text.as_bytes()))
}

/// A new temporary folder with these files in it; it is removed when it is dropped.
pub(super) fn temporary_folder(files: &[(&str, &str)]) -> Result<TempDir, Trouble> {
    let folder = TempDir::with_prefix("kitchen-sim-").map_err(|error| cannot_write(&std::env::temp_dir(), &error))?;
    for (path, text) in files {
        let path = folder.path().join(path);
        let written = fs::create_dir_all(path.parent().unwrap_or(folder.path())).and_then(|()| fs::write(&path, text));
        written.map_err(|error| cannot_write(&path, &error))?;
    }
    Ok(folder)
}

/// Writes a Python program into a folder of its own inside a temporary one, and tells where it is.
pub(super) fn write_temporary(folder: &Path, name: &str, program: &str) -> Result<PathBuf, Trouble> {
    let own = tempfile::Builder::new().prefix("program-").tempdir_in(folder);
    let own = own.map_err(|error| cannot_write(folder, &error))?.keep();
    // Texts of objects tell the name, so it is kept as far as every file system takes it.
    let name: String =
        name.chars().filter(|letter| letter.is_ascii_alphanumeric() || "_-. ".contains(*letter)).collect();
    let path = own.join(format!("{name}.py"));
    fs::write(&path, program).map_err(|error| cannot_write(&path, &error))?;
    Ok(path)
}

/// Writes a file that must not be there yet.
pub(super) fn write_new(path: &Path, text: &str) -> Result<(), Trouble> {
    match File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let hint = "choose another name, or move the old one away".to_owned();
            Err(Trouble::new(format!("`{}` is there already", path.display())).hint(hint))
        }
        Err(error) => Err(cannot_write(path, &error)),
    }
}

/// Writes a file whole or not at all: into a new file beside it, which takes its place at the end. What is no ordinary file, a
/// device or a named pipe, is written in place.
pub(super) fn write_whole<T>(path: &Path, write: impl FnOnce(&mut File) -> io::Result<T>) -> Result<T, Trouble> {
    replace(path, write).map_err(|error| cannot_write(path, &error))
}

fn replace<T>(path: &Path, write: impl FnOnce(&mut File) -> io::Result<T>) -> io::Result<T> {
    // A link is followed: the file it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let old = fs::metadata(&path).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return write(&mut File::options().write(true).open(&path)?);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".kitchen-sim-");
    ordinary_permissions(&mut builder);
    let mut file = builder.tempfile_in(folder)?;
    let result = write(file.as_file_mut())?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.persist(&path)?;
    Ok(result)
}

/// A new file may be read by whom the user's mask lets: temporary files alone are private.
#[cfg(unix)]
fn ordinary_permissions(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn ordinary_permissions(_builder: &mut tempfile::Builder<'_, '_>) {}

fn cannot_write(path: &Path, error: &io::Error) -> Trouble {
    Trouble::new(format!("`{}` cannot be written: {}", from_here(path), words(error)))
}

/// An error's words without the number behind them.
fn words(error: &io::Error) -> String {
    let words = error.to_string();
    let end = words.find(" (os error").unwrap_or(words.len());
    words[..end].to_lowercase()
}
