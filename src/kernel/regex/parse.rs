//! Reading a pattern (`re/_parser.py`).

use super::{DOT_ALL, Fault, IGNORE_CASE, MULTILINE, Node, Pattern, Set, VERBOSE};

/// Reads a pattern.
///
/// # Errors
/// With what is wrong, as `re` says it.
pub fn parse(pattern: &str, flags: i64) -> Result<Pattern, Fault> {
    let mut parser =
        Parser { letters: pattern.chars().collect(), at: 0, groups: 0, names: Vec::new(), flags, depth: 0 };
    let node = parser.either()?;
    if parser.at < parser.letters.len() {
        return parser.wrong("unbalanced parenthesis", parser.at);
    }
    Ok(Pattern { node, groups: parser.groups, names: parser.names, flags: parser.flags })
}

struct Parser {
    letters: Vec<char>,
    at: usize,
    groups: usize,
    names: Vec<(String, usize)>,
    flags: i64,
    depth: usize,
}

/// Groups nest no deeper.
const DEEPEST: usize = 100;

impl Parser {
    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.peek();
        self.at += usize::from(letter.is_some());
        letter
    }

    fn takes(&mut self, text: &str) -> bool {
        let length = text.chars().count();
        let is_there = self.letters[self.at..].iter().take(length).copied().eq(text.chars());
        if is_there {
            self.at += length;
        }
        is_there
    }

    fn wrong<T>(&self, words: &str, at: usize) -> Result<T, Fault> {
        Err(Fault::Wrong(words.to_owned(), Some(at)))
    }

    fn either(&mut self) -> Result<Node, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Fault::NotHere("a pattern that nests this deep"));
        }
        let mut branches = vec![self.sequence()?];
        while self.takes("|") {
            branches.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Either(branches) })
    }

    fn sequence(&mut self) -> Result<Node, Fault> {
        let mut nodes = Vec::new();
        while let Some(letter) = self.peek() {
            if matches!(letter, '|' | ')') {
                break;
            }
            if self.flags & VERBOSE != 0 && (letter.is_whitespace() || letter == '#') {
                self.at += 1;
                while letter == '#' && self.next().is_some_and(|letter| letter != '\n') {}
                continue;
            }
            let node = self.atom()?;
            let node = self.repeated(node)?;
            nodes.push(node);
        }
        Ok(if nodes.len() == 1 { nodes.remove(0) } else { Node::Sequence(nodes) })
    }

    /// What stands behind an atom.
    fn repeated(&mut self, mut node: Node) -> Result<Node, Fault> {
        let mut is_repeated = false;
        loop {
            let at = self.at;
            let (least, most) = match self.peek() {
                Some('*') => (0, usize::MAX),
                Some('+') => (1, usize::MAX),
                Some('?') => (0, 1),
                Some('{') => match self.bounds()? {
                    Some(bounds) => bounds,
                    None => return Ok(node),
                },
                _ => return Ok(node),
            };
            if self.at == at {
                self.at += 1;
            }
            let is_nothing = matches!(node, Node::Start { .. } | Node::End { .. } | Node::Boundary(_) | Node::Empty);
            if is_nothing {
                return self.wrong("nothing to repeat", at);
            }
            if is_repeated {
                return self.wrong("multiple repeat", at);
            }
            is_repeated = true;
            let is_greedy = !self.takes("?");
            if is_greedy && self.takes("+") {
                return Err(Fault::NotHere("a possessive repetition"));
            }
            node = Node::Repeat { node: Box::new(node), least, most, is_greedy };
        }
    }

    /// `{2}`, `{2,}`, `{,3}`, `{2,3}`; `None` where the brace stands for itself.
    fn bounds(&mut self) -> Result<Option<(usize, usize)>, Fault> {
        let start = self.at;
        self.at += 1;
        let least = self.digits();
        let most = if self.takes(",") { self.digits() } else { least.clone() };
        let is_open = least.is_empty() && most.is_empty() && self.letters[self.at - 1] != ',';
        if is_open || !self.takes("}") {
            self.at = start;
            return Ok(None);
        }
        let number = |text: &str, none: usize| if text.is_empty() { none } else { text.parse().unwrap_or(usize::MAX) };
        let bounds = (number(&least, 0), number(&most, usize::MAX));
        if bounds.1 < bounds.0 {
            return self.wrong("min repeat greater than max repeat", start + 1);
        }
        Ok(Some(bounds))
    }

    fn digits(&mut self) -> String {
        let mut digits = String::new();
        while let Some(digit) = self.peek().filter(char::is_ascii_digit) {
            digits.push(digit);
            self.at += 1;
        }
        digits
    }

    fn atom(&mut self) -> Result<Node, Fault> {
        let start = self.at;
        let Some(letter) = self.next() else { return Ok(Node::Empty) };
        Ok(match letter {
            '.' => Node::Any,
            '^' => Node::Start { is_of_text: false },
            '$' => Node::End { is_of_text: false },
            '(' => return self.group(start),
            '[' => Node::Set(self.set(start)?),
            '\\' => return self.escape(start),
            '*' | '+' | '?' => return self.wrong("nothing to repeat", start),
            '{' => {
                self.at = start;
                if self.bounds()?.is_some() {
                    return self.wrong("nothing to repeat", start);
                }
                self.at = start + 1;
                Node::Character(letter)
            }
            _ => Node::Character(letter),
        })
    }

    fn group(&mut self, start: usize) -> Result<Node, Fault> {
        let mut number = None;
        let mut look = None;
        if self.takes("?") {
            if self.takes("P=") || self.takes("P>") {
                let name = self.name(')')?;
                let known = self.names.iter().find(|(known, _)| *known == name);
                return match known {
                    Some((_, number)) => Ok(Node::Again(*number)),
                    None => self.wrong(&format!("unknown group name {name:?}").replace('"', "'"), start + 4),
                };
            } else if self.takes("P<") {
                let at = self.at;
                let name = self.name('>')?;
                if let Some((_, first)) = self.names.iter().find(|(known, _)| *known == name) {
                    let second = self.groups + 1;
                    let words = format!("redefinition of group name '{name}' as group {second}; was group {first}");
                    return self.wrong(&words, at);
                }
                self.groups += 1;
                number = Some(self.groups);
                self.names.push((name, self.groups));
            } else if self.takes("#") {
                while self.next().is_some_and(|letter| letter != ')') {}
                return Ok(Node::Empty);
            } else if self.takes("<=") || self.takes("<!") {
                look = Some((false, self.letters[self.at - 1] == '='));
            } else if self.takes("=") || self.takes("!") {
                look = Some((true, self.letters[self.at - 1] == '='));
            } else if !self.takes(":") && self.inline_flags(start)? {
                return Ok(Node::Empty);
            }
        } else {
            self.groups += 1;
            number = Some(self.groups);
        }
        let inner = self.either()?;
        if !self.takes(")") {
            return self.wrong("missing ), unterminated subpattern", start);
        }
        Ok(match (number, look) {
            (Some(number), _) => Node::Group(number, Box::new(inner)),
            (None, Some((true, wanted))) => Node::Ahead(Box::new(inner), wanted),
            (None, Some((false, wanted))) => match width(&inner) {
                Some(width) => Node::Behind(Box::new(inner), wanted, width),
                None => return Err(Fault::Wrong("look-behind requires fixed-width pattern".to_owned(), None)),
            },
            (None, None) => inner,
        })
    }

    /// `(?i)`: whether that is all there is between the parentheses.
    fn inline_flags(&mut self, start: usize) -> Result<bool, Fault> {
        while let Some(letter) = self.next() {
            self.flags |= match letter {
                'i' => IGNORE_CASE,
                'm' => MULTILINE,
                's' => DOT_ALL,
                'x' => VERBOSE,
                'a' | 'u' => 0,
                ')' if start == 0 => return Ok(true),
                ')' => return self.wrong("global flags not at the start of the expression", start),
                ':' | '-' => return Err(Fault::NotHere("flags for a part of a pattern")),
                other => return self.wrong(&format!("unknown extension ?{other}"), start + 1),
            };
        }
        self.wrong("missing -, : or )", self.at)
    }

    fn name(&mut self, end: char) -> Result<String, Fault> {
        let start = self.at;
        let mut name = String::new();
        loop {
            match self.next() {
                Some(letter) if letter == end && name.is_empty() => return self.wrong("missing group name", start),
                Some(letter) if letter == end => {
                    let is_word = name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
                    if !is_word || name.starts_with(|first: char| first.is_numeric()) {
                        return self.wrong(&format!("bad character in group name '{name}'"), start);
                    }
                    return Ok(name);
                }
                Some(letter) => name.push(letter),
                None => return self.wrong(&format!("missing {end}, unterminated name"), start),
            }
        }
    }

    fn escape(&mut self, start: usize) -> Result<Node, Fault> {
        let Some(letter) = self.next() else { return self.wrong("bad escape (end of pattern)", start) };
        Ok(match letter {
            'd' | 'D' | 'w' | 'W' | 's' | 'S' => Node::Set(Set { classes: vec![letter], ..Set::default() }),
            'b' => Node::Boundary(true),
            'B' => Node::Boundary(false),
            'A' => Node::Start { is_of_text: true },
            'Z' => Node::End { is_of_text: true },
            '1'..='9' => {
                self.at -= 1;
                let digits: String =
                    self.letters[self.at..].iter().take(2).take_while(|c| c.is_ascii_digit()).collect();
                self.at += digits.len();
                let number = digits.parse().unwrap_or(usize::MAX);
                if number > self.groups {
                    return self.wrong(&format!("invalid group reference {number}"), start + 1);
                }
                Node::Again(number)
            }
            _ => Node::Character(self.escaped(letter, start)?),
        })
    }

    /// The character that an escape stands for.
    fn escaped(&mut self, letter: char, start: usize) -> Result<char, Fault> {
        let digits = match letter {
            'n' => return Ok('\n'),
            't' => return Ok('\t'),
            'r' => return Ok('\r'),
            'f' => return Ok('\x0c'),
            'v' => return Ok('\x0b'),
            'a' => return Ok('\x07'),
            '0' => return Ok('\0'),
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ if letter.is_ascii_alphabetic() => return self.wrong(&format!("bad escape \\{letter}"), start),
            _ => return Ok(letter),
        };
        let code: String = self.letters[self.at..].iter().take(digits).collect();
        self.at += code.chars().count();
        let code = u32::from_str_radix(&code, 16).ok().filter(|_| code.len() == digits).and_then(char::from_u32);
        code.map_or_else(|| self.wrong(&format!("incomplete escape \\{letter}"), start), Ok)
    }

    fn set(&mut self, start: usize) -> Result<Set, Fault> {
        let mut set = Set { is_negated: self.takes("^"), ..Set::default() };
        let mut is_first = true;
        loop {
            let at = self.at;
            let Some(letter) = self.next() else { return self.wrong("unterminated character set", start) };
            if letter == ']' && !is_first {
                return Ok(set);
            }
            is_first = false;
            let Some(low) = self.member(letter, at, &mut set)? else { continue };
            let is_range = self.peek() == Some('-') && self.letters.get(self.at + 1).is_some_and(|next| *next != ']');
            if !is_range {
                set.ranges.push((low, low));
                continue;
            }
            self.at += 1;
            let Some(letter) = self.next() else { return self.wrong("unterminated character set", start) };
            let high = self.member(letter, self.at - 1, &mut set)?;
            match high.filter(|high| *high >= low) {
                Some(high) => set.ranges.push((low, high)),
                None => {
                    let range: String = self.letters[at..self.at].iter().collect();
                    return self.wrong(&format!("bad character range {range}"), at);
                }
            }
        }
    }

    /// A member of a set: a character, or a class that is added to the set.
    fn member(&mut self, letter: char, at: usize, set: &mut Set) -> Result<Option<char>, Fault> {
        if letter != '\\' {
            return Ok(Some(letter));
        }
        let Some(letter) = self.next() else { return self.wrong("bad escape (end of pattern)", at) };
        Ok(match letter {
            'd' | 'D' | 'w' | 'W' | 's' | 'S' => {
                set.classes.push(letter);
                None
            }
            'b' => Some('\x08'),
            _ => Some(self.escaped(letter, at)?),
        })
    }
}

/// How many characters a part takes, where that is always the same.
fn width(node: &Node) -> Option<usize> {
    match node {
        Node::Empty | Node::Start { .. } | Node::End { .. } | Node::Boundary(_) => Some(0),
        Node::Ahead(..) | Node::Behind(..) => Some(0),
        Node::Character(_) | Node::Any | Node::Set(_) => Some(1),
        Node::Group(_, inner) => width(inner),
        Node::Sequence(nodes) => nodes.iter().map(width).sum(),
        Node::Either(nodes) => {
            let first = width(nodes.first()?)?;
            nodes.iter().all(|node| width(node) == Some(first)).then_some(first)
        }
        Node::Repeat { node, least, most, .. } if least == most => width(node)?.checked_mul(*least),
        Node::Repeat { .. } | Node::Again(_) => None,
    }
}
