//! The format mini-language: what stands behind the colon of `{value:spec}`.

use super::super::exception::{Attempt, ClassId, Problem};
use super::super::heap::collect::LARGEST_OBJECT_BYTES;

/// Where the padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: between sign and digits.
    AfterSign,
}

/// What stands before a number that is not negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sign {
    /// Nothing, `-`
    #[default]
    Minus,
    /// `+`
    Plus,
    /// A space.
    Space,
}

/// A format spec, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spec {
    /// The padding, where it is said.
    pub fill: Option<char>,
    /// Where it goes, where it is said.
    pub align: Option<Align>,
    /// What stands before a number.
    pub sign: Option<Sign>,
    /// `z`: no minus before a zero.
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// The least width, in characters.
    pub width: usize,
    /// `,` or `_`
    pub grouping: Option<char>,
    /// Behind the point.
    pub precision: Option<usize>,
    /// The presentation type.
    pub kind: Option<char>,
}

const fn align_of(letter: char) -> Option<Align> {
    match letter {
        '<' => Some(Align::Left),
        '>' => Some(Align::Right),
        '^' => Some(Align::Center),
        '=' => Some(Align::AfterSign),
        _ => None,
    }
}

fn value_error(message: impl Into<String>) -> Problem {
    Problem::new(ClassId::VALUE_ERROR, message)
}

/// A spec being read.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn take(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.rest = &self.rest[letter.len_utf8()..];
        Some(letter)
    }

    fn take_if(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.take();
        }
        found
    }

    fn number(&mut self) -> Attempt<Option<usize>> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 {
            return Ok(None);
        }
        let (digits, rest) = self.rest.split_at(length);
        self.rest = rest;
        let number = digits.parse::<i64>().map_err(|_| value_error("Too many decimal digits in format string"))?;
        if number as usize > LARGEST_OBJECT_BYTES / 4 {
            return Err(Problem::new(ClassId::MEMORY_ERROR, "the text would be too long"));
        }
        Ok(Some(number as usize))
    }
}

impl Spec {
    /// Takes a spec apart; `type_name` is for the words of errors.
    ///
    /// # Errors
    /// `ValueError` where it is none; `MemoryError` where it asks for too much.
    pub fn parse(text: &str, type_name: &str) -> Attempt<Self> {
        let mut reader = Reader { rest: text };
        let mut spec = Self::default();
        spec.read_align(&mut reader);
        spec.sign = match reader.peek() {
            Some('-') => Some(Sign::Minus),
            Some('+') => Some(Sign::Plus),
            Some(' ') => Some(Sign::Space),
            _ => None,
        };
        if spec.sign.is_some() {
            reader.take();
        }
        spec.no_negative_zero = reader.take_if('z');
        spec.alternate = reader.take_if('#');
        if spec.fill.is_none() && reader.take_if('0') {
            spec.fill = Some('0');
            // A text is padded on its right (since 3.10).
            spec.align = spec.align.or((type_name != "str").then_some(Align::AfterSign));
        }
        spec.width = reader.number()?.unwrap_or(0);
        spec.read_grouping(&mut reader)?;
        if reader.take_if('.') {
            let precision = reader.number()?.ok_or_else(|| value_error("Format specifier missing precision"))?;
            spec.precision = Some(precision);
        }
        spec.kind = reader.take();
        spec.check_grouping(reader.rest.is_empty())?;
        if !reader.rest.is_empty() {
            return Err(value_error(format!("Invalid format specifier '{text}' for object of type '{type_name}'")));
        }
        Ok(spec)
    }

    fn read_align(&mut self, reader: &mut Reader<'_>) {
        let mut letters = reader.rest.chars();
        let (first, second) = (letters.next(), letters.next());
        if let Some(align) = second.and_then(align_of) {
            self.fill = first;
            self.align = Some(align);
            reader.take();
            reader.take();
        } else if let Some(align) = first.and_then(align_of) {
            self.align = Some(align);
            reader.take();
        }
    }

    fn read_grouping(&mut self, reader: &mut Reader<'_>) -> Attempt<()> {
        for separator in [',', '_'] {
            if reader.take_if(separator) {
                if self.grouping.is_some() {
                    return Err(value_error("Cannot specify both ',' and '_'."));
                }
                self.grouping = Some(separator);
            }
        }
        if self.grouping == Some('_') && reader.peek() == Some(',') {
            return Err(value_error("Cannot specify both ',' and '_'."));
        }
        if let (Some(separator), true) = (self.grouping, self.grouping == reader.peek()) {
            return Err(value_error(format!("Cannot specify '{separator}' with '{separator}'.")));
        }
        Ok(())
    }

    /// Separators go with numbers alone.
    fn check_grouping(&self, is_whole: bool) -> Attempt<()> {
        let (Some(separator), Some(kind), true) = (self.grouping, self.kind, is_whole) else { return Ok(()) };
        let fits = match kind {
            'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' => true,
            'b' | 'o' | 'x' | 'X' => separator == '_',
            _ => false,
        };
        if fits { Ok(()) } else { Err(value_error(format!("Cannot specify '{separator}' with '{kind}'."))) }
    }

    /// Whether zeros go between the sign and the digits.
    #[must_use]
    pub fn is_zero_padded(&self) -> bool {
        self.fill == Some('0') && self.align == Some(Align::AfterSign)
    }

    /// Writes `text` with the padding around it. `head` characters of it, sign and prefix, come before padding that goes
    /// after the sign.
    pub fn pad(&self, head: &str, text: &str, default: Align, out: &mut String) {
        let missing = self.width.saturating_sub(head.chars().count() + text.chars().count());
        let fill = self.fill.unwrap_or(' ');
        let (before, between, after) = match self.align.unwrap_or(default) {
            Align::Left => (0, 0, missing),
            Align::Right => (missing, 0, 0),
            Align::Center => (missing / 2, 0, missing - missing / 2),
            Align::AfterSign => (0, missing, 0),
        };
        let pad = |count: usize, out: &mut String| out.extend(std::iter::repeat_n(fill, count));
        pad(before, out);
        out.push_str(head);
        pad(between, out);
        out.push_str(text);
        pad(after, out);
    }
}
