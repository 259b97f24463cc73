//! The rules of the house, read from the sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::kitchen::home;

/// Modules and their floors: imports go downward only, and not within a floor except inside a module.
const FLOORS: [(&str, u32); 17] = [
    ("units", 0),
    ("diag", 1),
    ("trace", 1),
    ("random", 1),
    ("script", 1),
    ("signatures", 1),
    ("source", 2),
    ("program", 2),
    ("policy", 2),
    ("kernel", 3),
    ("asyncio", 4),
    ("engine", 5),
    ("analysis", 6),
    ("view", 7),
    ("golden", 8),
    ("referee", 8),
    ("cli", 9),
];
/// A file with more lines is to be split by noun.
const MOST_LINES: usize = 400;
/// Files that are tables, which may be longer.
const TABLES: [&str; 1] = ["signatures/asyncio.rs"];
/// What no source file says.
const FORBIDDEN: [&str; 5] = ["TODO", "FIXME", "todo!(", "unimplemented!(", "dbg!("];
/// What is said in `cli` alone.
const ONLY_IN_CLI: [&str; 8] =
    ["println!", "print!(", "eprint", "std::fs", "std::env", "std::process", "io::stdout", "io::stderr"];

/// A source file: its path under `src`, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The module of the top level that it belongs to: `view` for `view/text.rs` and for `view.rs`.
    fn module(&self) -> &str {
        self.path.split('/').next().expect("a path has a first part").trim_end_matches(".rs")
    }
}

fn sources() -> Vec<Source> {
    let root = home().join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(&folder).expect("a folder of sources").map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                sources.push(source(&root, &path));
            }
        }
    }
    assert!(sources.len() > 30, "the sources are found");
    sources
}

fn source(root: &Path, path: &Path) -> Source {
    let inside = path.strip_prefix(root).expect("a path under src");
    let path_shown = inside.to_str().expect("a plain name").replace('\\', "/");
    Source { path: path_shown, text: fs::read_to_string(path).expect("a source can be read") }
}

fn floor(module: &str) -> u32 {
    let found = FLOORS.iter().find(|(name, _)| *name == module);
    found.unwrap_or_else(|| panic!("`{module}` stands on no floor: give it one in FLOORS")).1
}

/// The modules that a line names behind `crate::`, also in `use crate::{a::B, c::D}`.
fn imports(line: &str) -> Vec<&str> {
    let is_name = |character: char| character.is_ascii_lowercase() || character == '_';
    let mut modules = Vec::new();
    for rest in line.split("crate::").skip(1) {
        let items: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => group.split(',').collect(),
            None => vec![rest],
        };
        for item in items {
            let name = item.trim_start();
            let end = name.find(|character| !is_name(character)).unwrap_or(name.len());
            if name[end..].starts_with("::") || name[end..].starts_with([';', ',', '}']) {
                modules.push(&name[..end]);
            }
        }
    }
    modules.retain(|module| !module.is_empty());
    modules
}

/// Whether a line is code: comments speak of what they like.
fn is_code(line: &str) -> bool {
    !line.trim_start().starts_with("//")
}

#[test]
fn imports_go_downward_only() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.path != "lib.rs" && source.path != "main.rs") {
        let (module, own_floor) = (source.module(), floor(source.module()));
        for line in source.text.lines().filter(|line| is_code(line)) {
            let upward = |import: &&str| *import != module && floor(import) >= own_floor;
            wrong.extend(imports(line).into_iter().filter(upward).map(|import| format!("{}: {import}", source.path)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_file_is_too_long_and_each_has_a_header() {
    let sources = sources();
    for source in &sources {
        assert!(source.text.starts_with("//! "), "{} has no header", source.path);
        let is_table = TABLES.contains(&source.path.as_str());
        let length = source.text.lines().count();
        assert!(is_table || length <= MOST_LINES, "{} has {length} lines", source.path);
    }
    let is_there = |table: &&str| sources.iter().any(|source| source.path == **table);
    assert!(TABLES.iter().all(is_there), "TABLES names files that are not there");
}

#[test]
fn some_words_are_not_said() {
    for source in sources() {
        for line in source.text.lines() {
            let said = FORBIDDEN.iter().find(|word| line.contains(**word));
            assert_eq!(said, None, "{}: {line}", source.path);
            let loose = is_code(line) && (line.contains("HashMap") || line.contains("HashSet"));
            assert!(!loose, "{}: {line}", source.path);
        }
    }
}

#[test]
fn only_cli_reads_files_and_prints() {
    for source in sources().iter().filter(|source| source.module() != "cli" && source.path != "main.rs") {
        for line in source.text.lines().filter(|line| is_code(line)) {
            let said = ONLY_IN_CLI.iter().find(|word| line.contains(**word));
            assert_eq!(said, None, "{}: {line}", source.path);
        }
    }
}

#[test]
fn main_is_a_door_and_not_a_room() {
    let main = fs::read_to_string(home().join("src/main.rs")).expect("main can be read");
    assert!(main.lines().count() < 40);
}

#[test]
fn parts_of_one_library_module_define_different_things() {
    let library = home().join("src/source/library");
    let rows = fs::read_to_string(library.join("mod.rs")).expect("the rows of the library are there");
    let mut known = BTreeMap::new();
    for row in rows.split("row!(").skip(1) {
        let words: Vec<&str> = row.split('"').collect();
        let [_, module, _, _, _, file, ..] = words[..] else { continue };
        let Ok(text) = fs::read_to_string(library.join(file)) else { continue };
        for line in text.lines() {
            let line = line.strip_prefix("async ").unwrap_or(line);
            let Some(rest) = line.strip_prefix("def ").or_else(|| line.strip_prefix("class ")) else { continue };
            let name = rest.split(['(', ':']).next().unwrap_or_default().to_owned();
            let other = known.insert((module, name.clone()), file).filter(|other| *other != file);
            assert_eq!(other, None, "{module}.{name} is defined in {file}, too");
        }
    }
}
