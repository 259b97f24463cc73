//! The lines of the script in tracebacks, with the marks below them (`traceback.py`, `StackSummary.format_frame_summary`).

use unicode_width::UnicodeWidthChar;

use crate::program::places::{Part, Shape};
use crate::units::Span;

/// A place in lines, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct At {
    line: usize,
    column: usize,
}

/// Where the operator, the brackets or the parentheses of a part begin and end.
#[derive(Clone, Copy, Debug)]
struct Anchors {
    left: At,
    right: At,
}

/// The lines that a part of the source stands in.
struct Stretch<'a> {
    source: &'a str,
    first: usize,
    lines: Vec<Vec<char>>,
}

impl<'a> Stretch<'a> {
    fn of(source: &'a str, span: Span) -> Self {
        let [start, end] = [span.start, span.end].map(|at| (at as usize).min(source.len()));
        let first = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let last = source[end..].find('\n').map_or(source.len(), |at| end + at);
        let lines = source[first..last].split('\n').map(|line| line.chars().collect()).collect();
        Self { source, first, lines }
    }

    /// Where a byte of the source stands.
    fn at(&self, byte: u32) -> At {
        let before = &self.source[self.first..(byte as usize).min(self.source.len())];
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count());
        At { line, column }
    }
}

/// The line of a part, without what stands around it, as CPython up to 3.12 marks it.
pub(super) fn marked_before_3_13(source: &str, part: &Part) -> String {
    let stretch = Stretch::of(source, part.span);
    let [start, end] = [part.span.start, part.span.end].map(|byte| stretch.at(byte));
    let line = &stretch.lines[0];
    let text: String = line.iter().collect();
    let stripped = text.trim();
    let mut told = format!("    {stripped}\n");
    let anchors = (end.line == 0).then(|| anchors_in_line(line, part.shape, &stretch, end.column)).flatten();
    let end = if end.line == 0 { end.column } else { text.trim_end().chars().count() };
    let is_shorter = end.saturating_sub(start.column) < stripped.chars().count();
    if !is_shorter && anchors.is_none_or(|(left, right)| right <= left) {
        return told;
    }
    // The line's end counts as one of the characters that are left out.
    let left_out = line.len() + 1 - stripped.chars().count();
    let space = (width(&line[..start.column]) + 1).saturating_sub(left_out);
    told.push_str(&" ".repeat(4 + space));
    match anchors {
        Some((left, right)) => {
            let [left, right] = [left, right].map(|at| width(&line[start.column..at.min(line.len())]));
            let all = width(&line[..end]) - width(&line[..start.column]);
            told.push_str(&"~".repeat(left));
            told.push_str(&"^".repeat(right.saturating_sub(left)));
            told.push_str(&"~".repeat(all.saturating_sub(right)));
        }
        None => told.push_str(&"^".repeat(width(&line[start.column..end.max(start.column)]))),
    }
    told.push('\n');
    told
}

/// `_extract_caret_anchors_from_line_segment` up to 3.12: columns of the line.
fn anchors_in_line(line: &[char], shape: Shape, stretch: &Stretch<'_>, end: usize) -> Option<(usize, usize)> {
    let column = |byte| stretch.at(byte).column;
    match shape {
        Shape::Binary(left, right) => {
            let between = &line[column(left)..column(right)];
            let space = between.iter().take_while(|character| character.is_whitespace()).count();
            let mut from = column(left) + space;
            let mut to = from + 1;
            if between.get(space + 1).is_some_and(|character| !character.is_whitespace()) {
                to += 1;
            }
            while from < end && (line[from].is_whitespace() || matches!(line[from], ')' | '#')) {
                from += 1;
                to += 1;
            }
            Some((from, to))
        }
        Shape::Subscript(container, index) => {
            let find = |from: usize, wanted| (from..end).find(|at| line[*at] == wanted).unwrap_or(end);
            let from = find(column(container), '[');
            let to = find(column(index), ']');
            Some((from, (to + 1).min(end)))
        }
        Shape::Call(_) | Shape::Whole => None,
    }
}

/// The lines of a part as 3.13 marks them.
pub(super) fn marked(source: &str, part: &Part) -> String {
    let stretch = Stretch::of(source, part.span);
    let texts = stretch.lines.iter().map(|line| line.iter().collect::<String>().trim_end().to_owned());
    let texts: Vec<String> = texts.collect();
    let margin = margin_of(&texts);
    let lines = texts.iter().map(|line| line.chars().skip(margin).collect()).collect();
    let block = Block { lines, margin, stretch, shape: part.shape, span: part.span };
    let anchors = block.anchors();
    let is_marked = anchors.is_some() || block.is_part();
    let is_marked = is_marked && !block.is_call_alone();
    let last = block.lines.len() - 1;
    let mut wanted = vec![0, last];
    for at in anchors.iter().flat_map(|anchors| [anchors.left.line, anchors.right.line]) {
        wanted.extend(at.saturating_sub(1)..=(at + 1).min(last));
    }
    wanted.sort_unstable();
    wanted.dedup();
    let mut told: Vec<String> = Vec::new();
    let mut before = None;
    for number in wanted {
        match before.map_or(0, |before: usize| number - before - 1) {
            0 => {}
            1 => told.extend(block.told(number - 1, is_marked, anchors)),
            skipped => told.push(format!("...<{skipped} lines>...")),
        }
        told.extend(block.told(number, is_marked, anchors));
        before = Some(number);
    }
    let margin = margin_of(&told);
    told.iter().map(|line| format!("    {}\n", line.chars().skip(margin).collect::<String>())).collect()
}

/// Lines without the space that stands before all of them.
struct Block<'a> {
    lines: Vec<Vec<char>>,
    margin: usize,
    stretch: Stretch<'a>,
    shape: Shape,
    span: Span,
}

impl Block<'_> {
    fn at(&self, byte: u32) -> At {
        let at = self.stretch.at(byte);
        At { line: at.line, column: at.column.saturating_sub(self.margin) }
    }

    fn start(&self) -> usize {
        self.at(self.span.start).column.min(self.lines[0].len())
    }

    fn end(&self) -> At {
        let end = self.at(self.span.end);
        At { line: end.line, column: end.column.min(self.lines[end.line].len()) }
    }

    /// The first place from `at` on whose character is wanted; what stands behind a backslash or a `#` is passed over.
    fn find(&self, mut at: At, is_wanted: impl Fn(char) -> bool) -> Option<At> {
        loop {
            let line = self.lines.get(at.line)?;
            match line.get(at.column) {
                None | Some('\\' | '#') => at = At { line: at.line + 1, column: 0 },
                Some(character) if is_wanted(*character) => return Some(at),
                Some(_) => at.column += 1,
            }
        }
    }

    /// `_extract_caret_anchors_from_line_segment`
    fn anchors(&self) -> Option<Anchors> {
        match self.shape {
            Shape::Binary(left, right) => {
                let from = self.find(self.at(left), |character| !character.is_whitespace() && character != ')')?;
                let mut to = At { column: from.column + 1, ..from };
                let second = self.lines[to.line].get(to.column);
                if to < self.at(right)
                    && second.is_some_and(|second| !second.is_whitespace() && !"\\#".contains(*second))
                {
                    to.column += 1;
                }
                Some(Anchors { left: from, right: to })
            }
            Shape::Subscript(container, _) => {
                let left = self.find(self.at(container), |character| character == '[')?;
                Some(Anchors { left, right: self.end() })
            }
            Shape::Call(function) => {
                let left = self.find(self.at(function), |character| character == '(')?;
                Some(Anchors { left, right: self.end() })
            }
            Shape::Whole => None,
        }
    }

    /// Whether something else stands in its lines.
    fn is_part(&self) -> bool {
        let end = self.end();
        !is_blank(&self.lines[0][..self.start()]) || !is_blank(&self.lines[end.line][end.column..])
    }

    /// Whether it is a call and all that an assignment to a name does, or the call of a name that a `return` does.
    fn is_call_alone(&self) -> bool {
        let Shape::Call(function) = self.shape else { return false };
        if self.lines[0].first().is_none_or(|first| first.is_whitespace()) {
            // Indented, the lines are no statement by themselves.
            return false;
        }
        let is_word = |text: &str| text.chars().all(|character| character.is_alphanumeric() || character == '_');
        let called = &self.stretch.source[self.span.start as usize..function as usize];
        let [before, behind] = [&self.lines[0][..self.start()], &self.lines[self.end().line][self.end().column..]];
        let [before, behind] = [before, behind].map(|text| text.iter().collect::<String>());
        let target = before.trim().strip_suffix('=').map(str::trim_end);
        let is_assigned = target.is_some_and(|target| !target.is_empty() && is_word(target));
        let is_alone = is_assigned || before.trim() == "return" && is_word(called);
        is_alone && matches!(behind.trim().chars().next(), None | Some('#' | ';'))
    }

    /// A line, and the marks below it.
    fn told(&self, number: usize, is_marked: bool, anchors: Option<Anchors>) -> Vec<String> {
        let line = &self.lines[number];
        let mut told = vec![line.iter().collect()];
        if is_marked {
            let indent = line.iter().take_while(|character| character.is_whitespace()).count();
            let from = if number == 0 { width(&line[..self.start()]) } else { 0 };
            let to = width(if number + 1 == self.lines.len() { &line[..self.end().column] } else { line });
            let wide = |at: At| {
                let line = &self.lines[at.line];
                At { column: width(&line[..at.column.min(line.len())]), ..at }
            };
            let mark = |column: usize| match anchors {
                _ if column < from.max(indent) => ' ',
                Some(Anchors { left, right }) => {
                    let at = At { line: number, column };
                    if wide(left) <= at && at < wide(right) { '^' } else { '~' }
                }
                None => '^',
            };
            told.push((0..to).map(mark).collect());
        }
        told
    }
}

fn is_blank(text: &[char]) -> bool {
    text.iter().all(|character| character.is_whitespace())
}

/// How long the space is that stands before every line that is not blank (`textwrap.dedent`).
fn margin_of(lines: &[String]) -> usize {
    let mut full = lines.iter().filter(|line| !line.trim().is_empty());
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let Some(first) = full.next() else { return 0 };
    let common = |margin: usize, line: &String| {
        first[..margin].bytes().zip(line.bytes()).take_while(|(left, right)| left == right).count()
    };
    full.fold(indent(first), common)
}

/// How many columns characters take (`traceback.py`, `_display_width`).
fn width(text: &[char]) -> usize {
    text.iter().map(|character| if character.width() == Some(2) { 2 } else { 1 }).sum()
}
