//! Texts of values that are cut where they are long (`reprlib.py`).

use crate::kernel::exception::Raised;
use crate::kernel::value::Number;
use crate::kernel::{Reference, Value};
use crate::policy::Discipline;
use crate::trace::Sink;

use super::super::{Engine, Stop};

/// `reprlib.Repr`: longest text, most items of a list or a tuple, deepest level.
const LONGEST_TEXT: usize = 30;
/// The same for lists and tuples.
pub(super) const MOST_ITEMS: usize = 6;
/// The same for dicts.
const MOST_ENTRIES: usize = 4;

/// Why a text cannot be told.
pub(super) enum Untold {
    /// Telling it raised.
    Raised(Raised),
    /// The run is at its end.
    Stop(Stop),
}

impl From<Raised> for Untold {
    fn from(raised: Raised) -> Self {
        Self::Raised(raised)
    }
}

impl From<Stop> for Untold {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The members of a set as `reprlib` has them: sorted where they can be compared.
    fn sorted_members(&self, set: Reference) -> Vec<Value> {
        let mut members: Vec<Value> = self.vm.heap.set_object(set).members.in_order();
        if members.iter().all(|member| matches!(member, Value::Str(_))) {
            members.sort_by(|left, right| self.vm.heap.as_text(*left).cmp(&self.vm.heap.as_text(*right)));
        } else if members.iter().all(|member| matches!(member, Value::Int(_))) {
            members.sort_by_key(|member| member.integer());
        }
        members
    }

    /// `reprlib.repr(value)`
    pub(super) fn write_short(&mut self, value: Value, levels: usize, out: &mut String) -> Result<(), Untold> {
        let (open, close, items) = match value {
            Value::Set(at) if !self.vm.heap.set_object(at).members.is_empty() => {
                let is_frozen = self.vm.heap.set_object(at).is_frozen;
                let (open, close) = if is_frozen { ("frozenset({", "})") } else { ("{", "}") };
                (open, close, self.sorted_members(at))
            }
            Value::Future(_) | Value::Task(_) | Value::Instance(_) => {
                let (words, _) = self.text_or_hidden(value)?;
                push_short(&words, out);
                return Ok(());
            }
            Value::List(at) => ("[", "]", self.vm.heap.list_items(at).to_vec()),
            Value::Tuple(at) => ("(", ")", self.vm.heap.tuple_items(at).to_vec()),
            Value::Dict(at) if levels > 0 => return self.write_short_dict(at, levels, out),
            Value::Dict(_) => ("{", "}", vec![Value::None]),
            _ => {
                let mut words = String::new();
                self.write_whole(value, &mut words)?;
                push_short(&words, out);
                return Ok(());
            }
        };
        out.push_str(open);
        if levels == 0 && !items.is_empty() {
            out.push_str("...");
        } else {
            for (index, item) in items.iter().take(MOST_ITEMS).enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                self.write_short(*item, levels - 1, out)?;
            }
            if items.len() > MOST_ITEMS {
                out.push_str(", ...");
            } else if matches!(value, Value::Tuple(_)) && items.len() == 1 {
                out.push(',');
            }
        }
        out.push_str(close);
        Ok(())
    }

    /// The same of a dict: the first entries, by their keys.
    fn write_short_dict(&mut self, dict: Reference, levels: usize, out: &mut String) -> Result<(), Untold> {
        let mut entries: Vec<(Value, Value)> = self.vm.heap.dict_table(dict).iter().collect();
        if entries.iter().all(|(key, _)| matches!(key, Value::Str(_))) {
            entries.sort_by(|(left, _), (right, _)| self.vm.heap.as_text(*left).cmp(&self.vm.heap.as_text(*right)));
        } else if entries.iter().all(|(key, _)| key.integer().is_some()) {
            entries.sort_by_key(|(key, _)| key.integer());
        } else if entries.iter().all(|(key, _)| key.number().is_some()) {
            let size = |key: &Value| key.number().map_or(0.0, Number::as_float);
            entries.sort_by(|(left, _), (right, _)| size(left).total_cmp(&size(right)));
        } else if entries.len() > 1 && !entries.iter().all(|(key, _)| is_plain_key(*key)) {
            let message = "the text of a future whose result is a dict with keys like these is not supported";
            return Err(Untold::Raised(self.vm.heap.unsupported(message)));
        }
        out.push('{');
        for (index, (key, value)) in entries.iter().take(MOST_ENTRIES).enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            self.write_short(*key, levels - 1, out)?;
            out.push_str(": ");
            self.write_short(*value, levels - 1, out)?;
        }
        out.push_str(if entries.len() > MOST_ENTRIES { ", ...}" } else { "}" });
        Ok(())
    }
}

/// Whether a key is a text, a number or `None`: of several kinds of them the order is that of the dict, for they cannot be sorted.
const fn is_plain_key(key: Value) -> bool {
    matches!(key, Value::Str(_) | Value::None) || key.number().is_some()
}

/// Writes a text, cut in the middle where it is long.
pub(super) fn push_short(text: &str, out: &mut String) {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() > LONGEST_TEXT {
        let ahead = (LONGEST_TEXT - 3) / 2;
        let behind = LONGEST_TEXT - 3 - ahead;
        out.extend(&letters[..ahead]);
        out.push_str("...");
        out.extend(&letters[letters.len() - behind..]);
    } else {
        out.push_str(text);
    }
}
