//! The comment block of a Python file, in the form of PEP 723: `# /// kitchen-sim`, lines of TOML behind `# `, `# ///`.

use std::ops::Range;

use crate::diag::catalog::python;
use crate::source::problems::Problems;
use crate::source::toml::{Header, read_header};
use crate::units::Span;

const OPENS: &str = "# /// ";
const CLOSES: &str = "# ///";
const NAME: &str = "kitchen-sim";

/// Reads the block, if the file has one.
pub(super) fn read(text: &str, problems: &mut Problems) -> Header {
    let Some(block) = find(text, problems) else { return Header::default() };
    let (header, found) = read_header(&blanked(text, &block));
    problems.absorb(found);
    header
}

/// The bytes between the lines that open and close the block.
fn find(text: &str, problems: &mut Problems) -> Option<Range<usize>> {
    let mut lines = lines(text).into_iter();
    let mut found: Option<(Span, Range<usize>)> = None;
    while let Some(line) = lines.next() {
        let Some(name) = text[line.clone()].strip_prefix(OPENS) else { continue };
        let opening = Span::new(line.start, line.end);
        let plain = |name: &str| name.to_lowercase().replace(['-', '_', ' '], "");
        if name != NAME {
            if plain(name) == plain(NAME) {
                problems.report(python::misnamed_header(opening));
            }
            continue;
        }
        let content = line.end;
        let end = lines.find(|line| !is_content(&text[line.clone()]));
        match (end, &found) {
            (Some(end), _) if text[end.clone()] != *CLOSES => problems.report(python::unclosed_header(opening)),
            (None, _) => problems.report(python::unclosed_header(opening)),
            (Some(_), Some((first, _))) => problems.report(python::second_header(opening, *first)),
            (Some(end), None) => found = Some((opening, content..end.start)),
        }
    }
    found.map(|(_, block)| block)
}

/// Whether a line belongs to an open block.
fn is_content(line: &str) -> bool {
    line == "#" || (line.starts_with("# ") && line != CLOSES)
}

/// The bytes of each line, without white space at its end.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        lines.push(at..at + line.trim_end().len());
        at += line.len();
    }
    lines
}

/// The file with everything but the block's TOML turned to spaces, every byte in its place.
fn blanked(text: &str, block: &Range<usize>) -> String {
    let mut blanked = spaces(&text[..block.start]);
    for line in text[block.clone()].split_inclusive('\n') {
        let toml = line.strip_prefix("# ").or_else(|| line.strip_prefix('#')).unwrap_or(line);
        blanked.push_str(&" ".repeat(line.len() - toml.len()));
        blanked.push_str(toml);
    }
    blanked.push_str(&spaces(&text[block.end..]));
    blanked
}

/// As many spaces as the text has bytes; its line ends stay.
fn spaces(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_read_with_places_of_the_file() {
        let text = "# é\n# /// kitchen-sim\n# seed = 7\n#\n# policy = \"lifo\"\n# ///\nseed = 3\n# /// script\n# ///\n";
        let mut problems = Problems::default();
        let header = read(text, &mut problems);
        assert!(problems.is_empty(), "{:?}", problems.into_sorted());
        assert_eq!(header.settings.seed, 7);
        let (policy, span) = header.settings.policy.expect("a policy");
        assert_eq!((policy.as_str(), &text[span.range()]), ("lifo", "\"lifo\""));
    }

    #[test]
    fn broken_blocks_are_told() {
        for (text, underlined) in [
            ("# /// kitchen-sim\n# seed = 1\nx = 1\n", "# /// kitchen-sim"),
            ("# /// kitchen-sim", "# /// kitchen-sim"),
            ("# /// kitchen_sim\n# seed = 1\n# ///\n", "# /// kitchen_sim"),
            ("# /// kitchen-sim\n# sed = 1\n# ///\n", "sed"),
            ("# /// kitchen-sim\n# entry = 'a()'\n# ///\n", "entry"),
            ("# /// kitchen-sim\n# seed = \n# ///\n", "="),
        ] {
            let mut problems = Problems::default();
            read(text, &mut problems);
            let found: Vec<&str> = problems.into_sorted().iter().map(|each| &text[each.span.range()]).collect();
            assert_eq!(found, [underlined], "{text}");
        }
    }
}
