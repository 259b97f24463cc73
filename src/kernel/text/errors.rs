//! The texts of exceptions.

use super::super::builtins::{FILE, SECOND_FILE};
use super::super::exception::{Attempt, ClassId, Problem};
use super::super::heap::DEEPEST;
use super::super::heap::Heap;
use super::super::value::{Reference, Value};
use super::repr::{LONGEST_BYTES, Writer, too_deep, write_str};

/// Writes `str(exception)` as if its class had no `__str__` of its own: for what can ask nobody.
///
/// # Errors
/// As [`write_str`].
pub fn write_exception(heap: &Heap, at: Reference, out: &mut String) -> Attempt<()> {
    Writer::exact(heap, out, LONGEST_BYTES).exception_text(at)
}

/// Writes `repr(exception)` as if its class had no `__repr__` of its own.
///
/// # Errors
/// As [`write_str`].
pub fn write_exception_repr(heap: &Heap, at: Reference, out: &mut String) -> Attempt<()> {
    Writer::exact(heap, out, LONGEST_BYTES).exception(at)
}

impl Writer<'_> {
    pub(super) fn exception(&mut self, at: Reference) -> Attempt<()> {
        let exception = self.heap.exception_object(at);
        self.push(self.heap.class_name(exception.class))?;
        self.bracketed("(", &exception.args, ")")
    }

    /// An exception among its own arguments: it is they that are not gone into once more, and one alone is not in a tuple
    /// (`exceptions.c`, `BaseException_repr`).
    pub(super) fn circle_of_exception(&mut self, at: Reference) -> Attempt<()> {
        let exception = self.heap.exception_object(at);
        if exception.args.len() == 1 {
            return Err(too_deep());
        }
        self.push(self.heap.class_name(exception.class))?;
        self.push("(...)")
    }

    /// `str(exception)`
    pub(super) fn exception_text(&mut self, at: Reference) -> Attempt<()> {
        let exception = self.heap.exception_object(at);
        let class = exception.class;
        if let Some(group) = exception.group {
            let count = self.heap.members_of_group(Value::Exception(at)).len();
            write_str(self.heap, group.message, self.out)?;
            return self.push(&format!(" ({count} sub-exception{})", if count == 1 { "" } else { "s" }));
        }
        match exception.args[..] {
            [] => Ok(()),
            [number, words, ref rest @ ..] if rest.len() < 4 && self.heap.is_subclass(class, ClassId::OS_ERROR) => {
                self.push("[Errno ")?;
                write_str(self.heap, number, self.out)?;
                self.push("] ")?;
                write_str(self.heap, words, self.out)?;
                for (attribute, before) in [(FILE, ": "), (SECOND_FILE, " -> ")] {
                    let file = self.heap.field(Value::Exception(at), attribute);
                    if let Some(file) = file.filter(|file| *file != Value::None) {
                        self.push(before)?;
                        self.repr(file)?;
                    }
                }
                Ok(())
            }
            [key] if self.heap.is_subclass(class, ClassId::KEY_ERROR) => self.repr(key),
            [Value::Exception(inner)] => self.inner_exception_text(at, inner),
            [single] => write_str(self.heap, single, self.out),
            ref args => {
                self.active.push(Value::Exception(at));
                self.bracketed("(", args, ")")?;
                self.active.pop();
                Ok(())
            }
        }
    }

    /// The text of an exception whose one argument is an exception; they may be a long chain, or a circle.
    fn inner_exception_text(&mut self, outer: Reference, inner: Reference) -> Attempt<()> {
        if self.active.len() - self.others >= DEEPEST || self.active[self.others..].contains(&Value::Exception(inner)) {
            return Err(Problem::new(ClassId::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        self.active.push(Value::Exception(outer));
        self.exception_text(inner)
    }
}
