//! Matching by backtracking.

use super::super::text;
use super::{DOT_ALL, IGNORE_CASE, MULTILINE, Node, Pattern, is_of_word};

/// Where a group matched, if it did: in characters.
pub type Span = Option<(usize, usize)>;

/// How much of a text must match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Anything anywhere.
    Search,
    /// From the beginning on.
    Match,
    /// From the beginning to the end.
    Full,
}

/// Matching would take too long, or nests too deep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooHard;

/// Steps and depth of a single match.
const MOST_STEPS: usize = 20_000_000;
const DEEPEST: usize = 5_000;

/// The first `count` matches in the part of a text: of each, the whole and its groups.
///
/// # Errors
/// When it takes too long.
pub fn find(
    pattern: &Pattern,
    text: &[char],
    (start, end): (usize, usize),
    mode: Mode,
    count: usize,
) -> Result<Vec<Vec<Span>>, TooHard> {
    let text = &text[..end];
    let mut found = Vec::new();
    let mut from = start;
    let mut must_advance = false;
    while found.len() < count {
        let mut next = None;
        for at in from..=end {
            let mut matcher = Matcher {
                pattern,
                text,
                groups: vec![None; pattern.groups + 1],
                must_differ: must_advance.then_some(from),
                mode,
                steps: 0,
                depth: 0,
                is_too_hard: false,
            };
            let reached = matcher.begin(at);
            if matcher.is_too_hard {
                return Err(TooHard);
            }
            if let Some(reached) = reached {
                matcher.groups[0] = Some((at, reached));
                next = Some(matcher.groups);
                break;
            }
            if mode != Mode::Search {
                break;
            }
        }
        let Some(groups) = next else { break };
        let Some((at, reached)) = groups[0] else { break };
        found.push(groups);
        must_advance = reached == at;
        from = reached;
        if mode != Mode::Search {
            break;
        }
    }
    Ok(found)
}

struct Matcher<'a> {
    pattern: &'a Pattern,
    text: &'a [char],
    groups: Vec<Span>,
    /// An empty match here is no match: the one before was empty and ended here.
    must_differ: Option<usize>,
    mode: Mode,
    steps: usize,
    depth: usize,
    is_too_hard: bool,
}

/// What follows a node: whether the rest of the pattern matches from a place on.
type Rest<'r, 'a> = &'r mut dyn FnMut(&mut Matcher<'a>, usize) -> bool;

impl<'a> Matcher<'a> {
    fn begin(&mut self, at: usize) -> Option<usize> {
        let pattern = self.pattern;
        let mut reached = None;
        self.run(&pattern.node, at, &mut |matcher, end| {
            let is_whole = matcher.mode != Mode::Full || end == matcher.text.len();
            let is_new = matcher.must_differ != Some(end) || end != at;
            let holds = is_whole && is_new;
            if holds {
                reached = Some(end);
            }
            holds
        });
        reached
    }

    fn has(&self, flag: i64) -> bool {
        self.pattern.flags & flag != 0
    }

    /// Whether a node that takes one character takes this one.
    fn takes(&self, node: &Node, character: char) -> bool {
        let character = text::shown_as(character);
        let takes = |character: char| match node {
            Node::Character(wanted) => *wanted == character,
            Node::Any => character != '\n' || self.has(DOT_ALL),
            Node::Set(set) => set.has(character),
            _ => false,
        };
        if !self.has(IGNORE_CASE) {
            return takes(character);
        }
        let is_same = matches!(node, Node::Character(wanted) if wanted.to_lowercase().eq(character.to_lowercase()));
        let cased = |mut letters: Box<dyn Iterator<Item = char>>| letters.next().is_some_and(takes);
        is_same
            || takes(character)
            || cased(Box::new(character.to_lowercase()))
            || cased(Box::new(character.to_uppercase()))
    }

    fn run(&mut self, node: &'a Node, at: usize, rest: Rest<'_, 'a>) -> bool {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.depth > DEEPEST {
            self.is_too_hard = true;
        }
        if self.is_too_hard {
            return false;
        }
        self.depth += 1;
        let holds = self.run_node(node, at, rest);
        self.depth -= 1;
        holds
    }

    fn run_node(&mut self, node: &'a Node, at: usize, rest: Rest<'_, 'a>) -> bool {
        match node {
            Node::Empty => rest(self, at),
            Node::Character(_) | Node::Any | Node::Set(_) => {
                self.text.get(at).is_some_and(|character| self.takes(node, *character)) && rest(self, at + 1)
            }
            Node::Start { is_of_text } => {
                let is_line = !is_of_text && self.has(MULTILINE) && at > 0 && self.text[at - 1] == '\n';
                (at == 0 || is_line) && rest(self, at)
            }
            Node::End { is_of_text } => {
                let left = self.text.len() - at;
                let is_line = left > 0 && self.text[at] == '\n' && (left == 1 || self.has(MULTILINE));
                (left == 0 || !is_of_text && is_line) && rest(self, at)
            }
            Node::Boundary(wanted) => {
                let word = |at: Option<usize>| {
                    at.and_then(|at| self.text.get(at)).is_some_and(|letter| is_of_word(text::shown_as(*letter)))
                };
                (word(at.checked_sub(1)) != word(Some(at))) == *wanted && rest(self, at)
            }
            Node::Group(number, inner) => {
                let before = self.groups[*number];
                let holds = self.run(inner, at, &mut |matcher, end| {
                    let inside = matcher.groups[*number];
                    matcher.groups[*number] = Some((at, end));
                    let holds = rest(matcher, end);
                    if !holds {
                        matcher.groups[*number] = inside;
                    }
                    holds
                });
                if !holds {
                    self.groups[*number] = before;
                }
                holds
            }
            Node::Sequence(nodes) => self.sequence(nodes, at, rest),
            Node::Either(nodes) => nodes.iter().any(|node| self.run(node, at, &mut *rest)),
            Node::Repeat { node, least, most, is_greedy } => self.repeat(node, (*least, *most, *is_greedy), at, rest),
            Node::Again(number) => {
                let Some((start, end)) = self.groups[*number] else { return false };
                let length = end - start;
                let is_same = self.text.len() - at >= length
                    && (0..length).all(|index| {
                        let wanted = Node::Character(text::shown_as(self.text[start + index]));
                        self.takes(&wanted, self.text[at + index])
                    });
                is_same && rest(self, at + length)
            }
            Node::Ahead(inner, wanted) => {
                let holds = self.run(inner, at, &mut |_, _| true);
                holds == *wanted && !self.is_too_hard && rest(self, at)
            }
            Node::Behind(inner, wanted, width) => {
                let start = at.checked_sub(*width);
                let holds = start.is_some_and(|start| self.run(inner, start, &mut |_, end| end == at));
                holds == *wanted && !self.is_too_hard && rest(self, at)
            }
        }
    }

    fn sequence(&mut self, nodes: &'a [Node], at: usize, rest: Rest<'_, 'a>) -> bool {
        match nodes {
            [] => rest(self, at),
            [node, behind @ ..] => self.run(node, at, &mut |matcher, end| matcher.sequence(behind, end, &mut *rest)),
        }
    }

    fn repeat(&mut self, node: &'a Node, bounds: (usize, usize, bool), at: usize, rest: Rest<'_, 'a>) -> bool {
        let (least, most, is_greedy) = bounds;
        if !matches!(node, Node::Character(_) | Node::Any | Node::Set(_)) {
            return self.repeat_node(node, bounds, at, 0, rest);
        }
        let longest = self.text[at..].iter().take(most).take_while(|character| self.takes(node, **character)).count();
        if longest < least {
            return false;
        }
        let mut holds = |matcher: &mut Self, count: usize| {
            matcher.steps += 1;
            matcher.is_too_hard |= matcher.steps > MOST_STEPS;
            !matcher.is_too_hard && rest(matcher, at + count)
        };
        if is_greedy {
            (least..=longest).rev().any(|count| holds(self, count))
        } else {
            (least..=longest).any(|count| holds(self, count))
        }
    }

    fn repeat_node(
        &mut self,
        node: &'a Node,
        (least, most, is_greedy): (usize, usize, bool),
        at: usize,
        done: usize,
        rest: Rest<'_, 'a>,
    ) -> bool {
        if done < least {
            return self.run(node, at, &mut |matcher, end| {
                matcher.repeat_node(node, (least, most, is_greedy), end, done + 1, &mut *rest)
            });
        }
        if !is_greedy && rest(self, at) {
            return true;
        }
        let holds = done < most
            && self.run(node, at, &mut |matcher, end| {
                end != at && matcher.repeat_node(node, (least, most, is_greedy), end, done + 1, &mut *rest)
            });
        holds || is_greedy && rest(self, at)
    }
}
