//! Tasks' labels: `boil`, `boil#2`, `"fry eggs"`; and their column.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use crate::trace::TaskLabel;
use crate::units::{NameId, Names};

use super::escape::{escape, is_escaped};
use super::number::{push_front, push_integer};

/// The task column and the space behind it.
const COLUMN: usize = 17;

/// What stands for code outside any task.
pub const OUTSIDE: &str = "-";

/// A label as JSON has it: the bare name, and `#2` on the second of that name.
#[must_use]
pub fn plain(names: &Names, task: TaskLabel) -> Cow<'_, str> {
    let name = names.text(task.name);
    match task.ordinal {
        0 | 1 => Cow::Borrowed(name),
        ordinal => Cow::Owned(format!("{name}#{ordinal}")),
    }
}

/// A label as texts have it: a name that is not one word of its own is quoted.
#[must_use]
pub fn shown(names: &Names, task: TaskLabel) -> String {
    let mut name = quoted(names.text(task.name));
    if task.ordinal > 1 {
        name.push('#');
        name.push_str(&task.ordinal.to_string());
    }
    name
}

/// A name, in quotes where it could be misread: spaces, quotes, `#`, nothing at all, or the sign for code outside tasks.
fn quoted(name: &str) -> String {
    let is_unclear =
        |character: char| character.is_whitespace() || is_escaped(character) || matches!(character, '"' | '#');
    if name.is_empty() || name == OUTSIDE || name.contains(is_unclear) {
        format!("\"{}\"", escape(&name.replace('"', "\\\"")))
    } else {
        name.to_owned()
    }
}

/// Names drawn once and kept: a trace says them on every line.
#[derive(Debug, Default)]
pub struct Labels {
    drawn: Vec<Option<Drawn>>,
}

/// A name as it is shown.
#[derive(Debug)]
struct Drawn {
    text: Box<[u8]>,
    width: usize,
    /// The text and the spaces that fill its column, where it is ASCII and fits.
    column: Option<[u8; COLUMN]>,
}

impl Labels {
    /// Appends a task's label.
    #[inline]
    pub fn push(&mut self, out: &mut Vec<u8>, names: &Names, task: Option<TaskLabel>) {
        let Some(task) = task else {
            out.extend_from_slice(OUTSIDE.as_bytes());
            return;
        };
        self.drawn(names, task.name).push(out);
        if task.ordinal > 1 {
            out.push(b'#');
            push_integer(out, task.ordinal.into());
        }
    }

    /// Appends a name that is not a task's: a function's.
    #[inline]
    pub fn push_name(&mut self, out: &mut Vec<u8>, names: &Names, name: NameId) {
        self.drawn(names, name).push(out);
    }

    /// Appends a task's label and the spaces up to the next column; a longer label pushes its own line.
    #[inline]
    pub fn push_column(&mut self, out: &mut Vec<u8>, names: &Names, task: Option<TaskLabel>) {
        let Some(task) = task else {
            out.extend_from_slice(b"-                ");
            return;
        };
        let drawn = self.drawn(names, task.name);
        let mut width = drawn.width;
        match drawn.column {
            Some(column) if task.ordinal <= 1 => return out.extend_from_slice(&column),
            Some(_) | None => drawn.push(out),
        }
        if task.ordinal > 1 {
            let ordinal_start = out.len();
            out.push(b'#');
            push_integer(out, task.ordinal.into());
            width += out.len() - ordinal_start;
        }
        push_front(out, &[b' '; COLUMN], COLUMN - width.min(COLUMN - 1));
    }

    #[inline]
    fn drawn(&mut self, names: &Names, name: NameId) -> &Drawn {
        let index = name.0 as usize;
        if self.drawn.get(index).is_none_or(Option::is_none) {
            self.draw(names, name);
        }
        self.drawn[index].as_ref().expect("drawn just now")
    }

    #[cold]
    fn draw(&mut self, names: &Names, name: NameId) {
        let index = name.0 as usize;
        if self.drawn.len() <= index {
            self.drawn.resize_with(index + 1, || None);
        }
        let text = quoted(names.text(name));
        let width = text.width();
        let column = (text.is_ascii() && width < COLUMN).then(|| {
            let mut column = [b' '; COLUMN];
            column[..width].copy_from_slice(text.as_bytes());
            column
        });
        self.drawn[index] = Some(Drawn { text: text.into_bytes().into(), width, column });
    }
}

impl Drawn {
    #[inline]
    fn push(&self, out: &mut Vec<u8>) {
        match &self.column {
            Some(column) => push_front(out, column, self.width),
            None => out.extend_from_slice(&self.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, ordinal: u32) -> String {
        let mut names = Names::default();
        let task = TaskLabel { name: names.intern(name), ordinal };
        let mut out = Vec::new();
        Labels::default().push_column(&mut out, &names, Some(task));
        let text = String::from_utf8(out).expect("labels are text");
        assert_eq!(text.trim_end(), shown(&names, task));
        text
    }

    #[test]
    fn labels_fill_their_column_by_display_width() {
        for (name, ordinal, expected) in [
            ("main", 1, "main             "),
            ("main", 2, "main#2           "),
            ("a-very-long-name", 1, "a-very-long-name "),
            ("a-very-long-name-1", 12, "a-very-long-name-1#12 "),
            ("厨师", 1, "厨师             "),
            ("🍽️", 1, "🍽️               "),
            ("👩‍🍳", 3, "👩‍🍳#3             "),
            ("fry eggs", 1, "\"fry eggs\"       "),
            ("fry eggs", 2, "\"fry eggs\"#2     "),
            ("a\"b\n", 1, "\"a\\\"b\\n\"         "),
            ("-", 1, "\"-\"              "),
            ("boil#2", 1, "\"boil#2\"         "),
        ] {
            assert_eq!(column(name, ordinal), expected);
        }
    }
}
