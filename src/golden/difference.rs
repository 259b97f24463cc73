//! Where a golden and what is drawn now differ first, with a few lines around it.

use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

/// Lines shown before the first difference.
const BEFORE: usize = 3;
/// Lines of each side that are compared from there on.
const AFTER: usize = 6;
/// What is said where a golden ends without a line end, or has one too many.
const ONLY_LINE_ENDS: &str = "they differ in their line ends only";

/// The first difference, drawn with `-` before lines of the golden and `+` before those of now, or `None` when there is none.
/// A carriage return before a line end makes no difference.
#[must_use]
pub fn difference(golden: &str, now: &str) -> Option<String> {
    let golden = golden.replace("\r\n", "\n");
    if golden == now {
        return None;
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (golden.lines().collect(), now.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    if same == old.len() && same == new.len() {
        return Some(format!("{ONLY_LINE_ENDS}\n"));
    }
    let mut text = format!("line {}{}:\n", same + 1, instant(&old, &new, same));
    let start = same.saturating_sub(BEFORE);
    let window = |lines: &[&str]| lines[start..lines.len().min(same + AFTER)].join("\n") + "\n";
    for change in TextDiff::from_lines(&window(&old), &window(&new)).iter_all_changes() {
        let sign = match change.tag() {
            ChangeTag::Delete => "-",
            ChangeTag::Insert => "+",
            ChangeTag::Equal => " ",
        };
        let line = change.value().trim_end_matches('\n');
        let gap = if line.is_empty() { "" } else { " " };
        writeln!(text, "{sign}{gap}{line}").expect("a string takes everything");
    }
    Some(text)
}

/// `, at 3.000s`: the instant of the first line that differs. Lines without a time have that of the line above.
fn instant(old: &[&str], new: &[&str], place: usize) -> String {
    let time = |line: &&str| {
        let time = line.split_whitespace().next()?;
        let seconds = time.strip_suffix('s')?;
        (line.starts_with(|first: char| first == ' ' || first.is_ascii_digit()) && seconds.parse::<f64>().is_ok())
            .then(|| format!(", at {time}"))
    };
    let above = || old[..place.min(old.len())].iter().rev().find_map(time);
    new.get(place).or(old.get(place)).and_then(time).or_else(above).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_no_difference_whatever_their_line_ends() {
        assert_eq!(difference("a\r\nb\r\n", "a\nb\n"), None);
        assert_eq!(difference("", ""), None);
        assert_eq!(difference("a", "a\n").as_deref(), Some("they differ in their line ends only\n"));
    }

    #[test]
    fn the_first_difference_is_shown_with_what_is_around_it() {
        let golden = "    0.000s  a    start\n            a    one\n            a    two\n            a    three\n    \
                      1.000s  a    four\n            a    five\n            a    six\n";
        let now = golden.replace("    five", "    5").replace("    six\n", "    six\n            a    seven\n");
        let expected = "line 6, at 1.000s:\n              a    two\n              a    three\n      1.000s  a    four\n\
                        -             a    five\n+             a    5\n              a    six\n+             a    seven\n";
        assert_eq!(difference(golden, &now).as_deref(), Some(expected));
        assert_eq!(difference("a\nb\n", "a\n").as_deref(), Some("line 2:\n  a\n- b\n"));
    }
}
