//! The repr of containers: of one item after the other.

use super::super::exception::Attempt;
use super::super::heap::ViewKind;
use super::super::value::{Reference, Value};
use super::repr::Writer;

impl Writer<'_> {
    pub(super) fn container_contents(&mut self, value: Value) -> Attempt<()> {
        match value {
            Value::List(at) => self.bracketed("[", self.heap.list_items(at), "]"),
            Value::Tuple(at) => match self.heap.tuple_items(at) {
                &[single] => self.bracketed("(", &[single], ",)"),
                items => self.bracketed("(", items, ")"),
            },
            Value::Dict(at) => {
                self.push("{")?;
                self.each(self.heap.dict_table(at).iter(), |writer, (key, content)| {
                    writer.repr(key)?;
                    writer.push(": ")?;
                    writer.repr(content)
                })?;
                self.push("}")
            }
            Value::Set(at) => self.set(at),
            Value::DictView(at) => self.view(at),
            Value::Exception(at) => self.exception(at),
            _ => self.repr(value),
        }
    }

    pub(super) fn bracketed(&mut self, open: &str, items: &[Value], close: &str) -> Attempt<()> {
        self.push(open)?;
        self.separated(items)?;
        self.push(close)
    }

    pub(super) fn separated(&mut self, items: &[Value]) -> Attempt<()> {
        self.each(items.iter(), |writer, &item| writer.repr(item))
    }

    /// Writes items with commas between them. Where one asks the script, it goes on behind those that are written.
    fn each<T>(
        &mut self,
        items: impl Iterator<Item = T>,
        mut write: impl FnMut(&mut Self, T) -> Attempt<()>,
    ) -> Attempt<()> {
        let begin = self.out.len();
        let mut walk = self.name.is_none().then(|| self.heap.begin_walk());
        let written = walk.as_mut().map_or(0, |walk| {
            self.out.push_str(&walk.text);
            walk.next
        });
        for (index, item) in items.enumerate().skip(written) {
            self.push(if index == 0 { "" } else { ", " })?;
            write(self, item)?;
            if let Some(walk) = &mut walk {
                self.heap.walked_by_text(walk, index + 1, &self.out[begin..]);
            }
        }
        Ok(())
    }

    fn set(&mut self, at: Reference) -> Attempt<()> {
        let set = self.heap.set_object(at);
        let members = set.members.in_order();
        match (set.is_frozen, members.is_empty()) {
            (false, true) => self.push("set()"),
            (true, true) => self.push("frozenset()"),
            (false, false) => self.bracketed("{", &members, "}"),
            (true, false) => self.bracketed("frozenset({", &members, "})"),
        }
    }

    fn view(&mut self, at: Reference) -> Attempt<()> {
        let view = self.heap.view_object(at);
        self.push(self.heap.type_name(Value::DictView(at)))?;
        self.push("([")?;
        self.each(self.heap.dict_table(view.dict).iter(), |writer, (key, content)| match view.kind {
            ViewKind::Keys => writer.repr(key),
            ViewKind::Values => writer.repr(content),
            ViewKind::Items => writer.bracketed("(", &[key, content], ")"),
        })?;
        self.push("])")
    }
}
