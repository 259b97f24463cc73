//! Breaks Python's lines as black and ruff do: what fits in 88 columns stays on one line; else the last bracket is opened, and
//! what does not fit inside it stands one item a line.

use unicode_width::UnicodeWidthStr;

/// The longest line.
const WIDTH: usize = 88;
/// One level of indentation.
pub(super) const INDENT: usize = 4;

/// A piece of code and where it may be broken.
#[derive(Clone, Debug)]
pub(super) enum Doc {
    /// Never broken.
    Text(String),
    /// One after the other.
    Join(Vec<Doc>),
    /// Items between brackets.
    Bracket(Box<Bracket>),
    /// Operands of one precedence, each but the first with its operator before it. Broken inside brackets only.
    Chain(Vec<(String, Doc)>),
}

/// Items between brackets.
#[derive(Clone, Debug)]
pub(super) struct Bracket {
    pub(super) open: &'static str,
    pub(super) items: Vec<Doc>,
    pub(super) close: &'static str,
    pub(super) style: Style,
}

/// What stands between brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Arguments: they may share a line of their own.
    Arguments,
    /// A display: broken, each item has its line.
    Display,
    /// A tuple whose brackets are there only when it is broken.
    BareTuple,
    /// A tuple of one item, which needs its comma.
    OneTuple,
    /// A single expression; there is never a comma behind it.
    Single,
}

impl Doc {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn bracket(open: &'static str, items: Vec<Self>, close: &'static str, style: Style) -> Self {
        Self::Bracket(Box::new(Bracket { open, items, close, style }))
    }

    /// All of it on one line.
    pub(super) fn flat(&self) -> String {
        let mut out = String::new();
        self.push_flat(&mut out);
        out
    }

    fn push_flat(&self, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(text),
            Self::Join(parts) => parts.iter().for_each(|part| part.push_flat(out)),
            Self::Chain(links) => {
                for (operator, operand) in links {
                    out.push_str(if operator.is_empty() { "" } else { " " });
                    out.push_str(operator);
                    out.push_str(if operator.is_empty() { "" } else { " " });
                    operand.push_flat(out);
                }
            }
            Self::Bracket(bracket) => {
                let is_bare = bracket.style == Style::BareTuple;
                out.push_str(if is_bare { "" } else { bracket.open });
                bracket.push_items(out);
                out.push_str(if bracket.style == Style::OneTuple { "," } else { "" });
                out.push_str(if is_bare { "" } else { bracket.close });
            }
        }
    }

    fn width(&self) -> usize {
        self.flat().width()
    }

    /// Whether it ends with a bracket that can be opened.
    fn ends_open(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::Bracket(bracket) => !bracket.items.is_empty(),
            Self::Join(parts) => parts.last().is_some_and(Self::ends_open),
            Self::Chain(links) => links.len() <= 2 && links.last().is_some_and(|(_, last)| last.ends_open()),
        }
    }

    fn can_open(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::Bracket(bracket) => !bracket.items.is_empty(),
            Self::Join(parts) => parts.iter().any(Self::can_open),
            Self::Chain(links) => links.iter().any(|(_, operand)| operand.can_open()),
        }
    }
}

impl Bracket {
    fn push_items(&self, out: &mut String) {
        for (index, item) in self.items.iter().enumerate() {
            out.push_str(if index == 0 { "" } else { ", " });
            item.push_flat(out);
        }
    }
}

/// Lines of code at hand.
#[derive(Debug, Default)]
pub(super) struct Lines {
    out: String,
    column: usize,
}

impl Lines {
    /// All lines, each with its end.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// An empty line, or as many as are asked for.
    pub(super) fn blank(&mut self, count: usize) {
        self.out.push_str(&"\n".repeat(count));
    }

    /// A line that is never broken.
    pub(super) fn line(&mut self, indent: usize, text: &str) {
        self.begin(indent);
        self.push(text);
        self.end();
    }

    /// A line with code between two fixed texts. What cannot be broken as it stands gets parentheses.
    pub(super) fn code(&mut self, indent: usize, before: &str, doc: &Doc, behind: &str) {
        self.begin(indent);
        self.push(before);
        let tail = behind.width();
        let is_whole = self.fits(doc.width() + tail);
        let stays = is_whole || doc.ends_open() || !self.would_fit_inside(indent, doc) && !matches!(doc, Doc::Chain(_));
        if stays {
            self.put(doc, indent, tail);
        } else {
            self.push("(");
            self.open_body(doc, indent);
            self.push(")");
        }
        self.push(behind);
        self.end();
    }

    /// A line that is broken at its own brackets only: a `def`, a `del`.
    pub(super) fn fixed(&mut self, indent: usize, doc: &Doc, behind: &str) {
        self.begin(indent);
        self.put(doc, indent, behind.width());
        self.push(behind);
        self.end();
    }

    fn would_fit_inside(&self, indent: usize, doc: &Doc) -> bool {
        indent + INDENT + doc.width() <= WIDTH
    }

    fn begin(&mut self, indent: usize) {
        self.out.push_str(&" ".repeat(indent));
        self.column = indent;
    }

    fn end(&mut self) {
        self.out.push('\n');
        self.column = 0;
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
        self.column += text.width();
    }

    fn fits(&self, width: usize) -> bool {
        self.column + width <= WIDTH
    }

    /// Puts `doc` at the end of the line, where `tail` columns must stay free behind it.
    fn put(&mut self, doc: &Doc, indent: usize, tail: usize) {
        if self.fits(doc.width() + tail) {
            return self.push(&doc.flat());
        }
        match doc {
            Doc::Text(text) => self.push(text),
            Doc::Bracket(bracket) => self.open(bracket, indent),
            Doc::Join(parts) => {
                let parts: Vec<(&str, &Doc)> = parts.iter().map(|part| ("", part)).collect();
                self.put_row(&parts, indent, tail);
            }
            Doc::Chain(links) => {
                let parts: Vec<(&str, &Doc)> =
                    links.iter().map(|(operator, operand)| (operator.as_str(), operand)).collect();
                self.put_row(&parts, indent, tail);
            }
        }
    }

    /// Puts parts of which only the last that can be opened is.
    fn put_row(&mut self, parts: &[(&str, &Doc)], indent: usize, tail: usize) {
        let opened = parts.iter().rposition(|(_, part)| part.can_open());
        for (index, (operator, part)) in parts.iter().enumerate() {
            if !operator.is_empty() {
                self.push(&format!(" {operator} "));
            }
            if Some(index) == opened {
                let behind: usize = parts[index + 1..].iter().map(|(_, part)| part.width()).sum();
                self.put(part, indent, tail + behind);
            } else {
                self.push(&part.flat());
            }
        }
    }

    fn open(&mut self, bracket: &Bracket, indent: usize) {
        if bracket.items.is_empty() {
            self.push(bracket.open);
            return self.push(bracket.close);
        }
        self.push(bracket.open);
        match (bracket.items.as_slice(), bracket.style) {
            ([only], Style::Single | Style::Arguments) => self.open_body(only, indent),
            (_, Style::Arguments) if self.fits_on_own_line(bracket, indent) => {
                self.end();
                self.begin(indent + INDENT);
                let mut items = String::new();
                bracket.push_items(&mut items);
                self.push(&items);
                self.end();
                self.begin(indent);
            }
            _ => self.open_items(bracket, indent),
        }
        self.push(bracket.close);
    }

    fn fits_on_own_line(&self, bracket: &Bracket, indent: usize) -> bool {
        let mut items = String::new();
        bracket.push_items(&mut items);
        indent + INDENT + items.width() <= WIDTH
    }

    fn open_items(&mut self, bracket: &Bracket, indent: usize) {
        self.end();
        for item in &bracket.items {
            self.begin(indent + INDENT);
            self.put(item, indent + INDENT, 1);
            self.push(",");
            self.end();
        }
        self.begin(indent);
    }

    /// A single expression on lines of its own, between brackets that stand already.
    fn open_body(&mut self, body: &Doc, indent: usize) {
        let inner = indent + INDENT;
        self.end();
        self.begin(inner);
        match body {
            Doc::Chain(links) if !self.fits(body.width()) => {
                for (index, (operator, operand)) in links.iter().enumerate() {
                    if index > 0 {
                        self.end();
                        self.begin(inner);
                        self.push(&format!("{operator} "));
                    }
                    self.put(operand, inner, 0);
                }
            }
            Doc::Chain(_) | Doc::Text(_) | Doc::Join(_) | Doc::Bracket(_) => self.put(body, inner, 0),
        }
        self.end();
        self.begin(indent);
    }
}
