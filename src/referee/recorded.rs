//! What interpreters did, kept in `golden/cpython`: one file a spec, one section for each way in which they did it.

use std::fmt::Write as _;

/// Before the versions of a section.
const HEAD: &str = "# CPython ";

/// What one or more versions did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The versions: `3.13.0`.
    pub versions: Vec<String>,
    /// Their acts, drawn.
    pub acts: String,
}

/// The file's text: versions that did the same share a section.
#[must_use]
pub fn write_recorded(runs: &[(String, String)]) -> String {
    let mut sections: Vec<Section> = Vec::new();
    for (version, acts) in runs {
        match sections.iter_mut().find(|section| section.acts == *acts) {
            Some(section) => section.versions.push(version.clone()),
            None => sections.push(Section { versions: vec![version.clone()], acts: acts.clone() }),
        }
    }
    let mut out = String::new();
    for section in sections {
        writeln!(out, "{HEAD}{}", section.versions.join(", ")).expect("a string takes everything");
        out.push_str(&section.acts);
    }
    out
}

/// The sections of a file.
#[must_use]
pub fn read_recorded(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for line in text.lines() {
        if let Some(versions) = line.strip_prefix(HEAD) {
            let versions = versions.split(", ").map(str::to_owned).collect();
            sections.push(Section { versions, acts: String::new() });
        } else if let Some(section) = sections.last_mut() {
            section.acts.push_str(line);
            section.acts.push('\n');
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_that_agree_share_a_section() {
        let run = |version: &str, acts: &str| (version.to_owned(), acts.to_owned());
        let text = write_recorded(&[run("3.11.7", "a\n"), run("3.12.1", "b\n"), run("3.13.0", "b\n")]);
        assert_eq!(text, "# CPython 3.11.7\na\n# CPython 3.12.1, 3.13.0\nb\n");
        let versions: Vec<_> =
            read_recorded(&text).into_iter().map(|section| (section.versions.len(), section.acts)).collect();
        assert_eq!(versions, [(1, "a\n".to_owned()), (2, "b\n".to_owned())]);
    }
}
