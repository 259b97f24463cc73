//! Regular expressions, as far as programs need them to look at texts: parsed and matched by backtracking, as `re` does.

mod matcher;
mod parse;

pub use matcher::{Mode, Span, TooHard, find};
pub use parse::parse;

/// `re.IGNORECASE`
pub const IGNORE_CASE: i64 = 2;
/// `re.MULTILINE`
pub const MULTILINE: i64 = 8;
/// `re.DOTALL`
pub const DOT_ALL: i64 = 16;
/// `re.VERBOSE`
pub const VERBOSE: i64 = 64;

/// A pattern that can be matched.
#[derive(Clone, Debug)]
pub struct Pattern {
    node: Node,
    /// How many groups capture.
    pub groups: usize,
    /// The names of groups, with their numbers.
    pub names: Vec<(String, usize)>,
    flags: i64,
}

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// As `re` says it, and where, if that is told.
    Wrong(String, Option<usize>),
    /// It is right, and not supported here.
    NotHere(&'static str),
}

/// A part of a pattern.
#[derive(Clone, Debug)]
enum Node {
    Empty,
    Character(char),
    /// `.`
    Any,
    Set(Set),
    /// `^`, `\A`
    Start {
        is_of_text: bool,
    },
    /// `$`, `\Z`
    End {
        is_of_text: bool,
    },
    /// `\b`, `\B`
    Boundary(bool),
    Group(usize, Box<Node>),
    Sequence(Vec<Node>),
    Either(Vec<Node>),
    Repeat {
        node: Box<Node>,
        least: usize,
        most: usize,
        is_greedy: bool,
    },
    /// The same text as a group matched.
    Again(usize),
    /// `(?=…)`, `(?!…)`
    Ahead(Box<Node>, bool),
    /// `(?<=…)`, `(?<!…)`, with how many characters it looks back.
    Behind(Box<Node>, bool, usize),
}

/// `[…]`, `\d` and their kin.
#[derive(Clone, Debug, Default)]
struct Set {
    is_negated: bool,
    ranges: Vec<(char, char)>,
    /// The letters of `\d`, `\W` and so on.
    classes: Vec<char>,
}

impl Set {
    fn has(&self, character: char) -> bool {
        let is_in = self.ranges.iter().any(|(low, high)| (*low..=*high).contains(&character))
            || self.classes.iter().any(|class| is_of_class(*class, character));
        is_in != self.is_negated
    }
}

/// Whether a character is one of `\d`, `\w`, `\s`, or of their opposites.
fn is_of_class(class: char, character: char) -> bool {
    match class {
        'd' => character.is_ascii_digit(),
        'D' => !is_of_class('d', character),
        's' => character.is_whitespace() || ('\x1c'..='\x1f').contains(&character),
        'S' => !is_of_class('s', character),
        'w' => is_of_word(character),
        _ => !is_of_word(character),
    }
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(pattern: &str, flags: i64, text: &str) -> Vec<(usize, usize)> {
        let pattern = parse(pattern, flags).expect("it is right");
        let text: Vec<char> = text.chars().collect();
        let found = find(&pattern, &text, (0, text.len()), Mode::Search, usize::MAX).expect("it is easy");
        found.into_iter().map(|spans| spans[0].expect("the whole")).collect()
    }

    #[test]
    fn patterns_are_found() {
        for (pattern, flags, text, expected) in [
            ("a+", 0, "baaac a", vec![(1, 4), (6, 7)]),
            ("a*?b", 0, "aab", vec![(0, 3)]),
            ("(ab|c){2}", 0, "abcab", vec![(0, 3)]),
            (r"\d{2,3}", 0, "1 22 4444", vec![(2, 4), (5, 8)]),
            ("x*", 0, "axb", vec![(0, 0), (1, 2), (2, 2), (3, 3)]),
            ("^b$", MULTILINE, "a\nb\n", vec![(2, 3)]),
            ("A.c", IGNORE_CASE | DOT_ALL, "a\nC", vec![(0, 3)]),
            (r"\bfoo\b", 0, "foo food", vec![(0, 3)]),
            (r"(\w)\1", 0, "hello", vec![(2, 4)]),
            ("a(?=b)", 0, "acab", vec![(2, 3)]),
            ("(?<!a)b", 0, "abb", vec![(2, 3)]),
            ("[^a-c]+", 0, "abxyc", vec![(2, 4)]),
        ] {
            assert_eq!(spans(pattern, flags, text), expected, "{pattern} in {text:?}");
        }
    }

    #[test]
    fn what_is_wrong_is_told() {
        let wrong = |words: &str, place| Fault::Wrong(words.to_owned(), Some(place));
        assert_eq!(parse("(a", 0).err(), Some(wrong("missing ), unterminated subpattern", 0)));
        assert_eq!(parse("*", 0).err(), Some(wrong("nothing to repeat", 0)));
        assert_eq!(parse("[a", 0).err(), Some(wrong("unterminated character set", 0)));
        assert_eq!(parse("a)", 0).err(), Some(wrong("unbalanced parenthesis", 1)));
    }
}
