//! What containers and objects have let go of since somebody looked: hints where to look for what nothing holds any more.

use super::super::value::Value;
use super::Heap;

/// More than so many are not remembered.
const MOST_DROPS: usize = 4096;

/// What was dropped, in the order in which it was.
#[derive(Debug, Default)]
pub(super) struct Drops {
    /// Whether anybody looks.
    are_noted: bool,
    values: Vec<Value>,
}

impl Heap {
    /// Whether it is remembered from now on what containers and objects let go of.
    pub fn note_drops(&mut self, are_noted: bool) {
        self.drops.are_noted = are_noted;
    }

    /// A container or an object does not hold `value` any more.
    #[inline]
    pub fn drop_value(&mut self, value: Value) {
        let is_plain = matches!(
            value,
            Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Long(_) | Value::Str(_)
        );
        if self.drops.are_noted && !is_plain && self.drops.values.len() < MOST_DROPS {
            self.drops.values.push(value);
        }
    }

    /// The same of several.
    pub fn drop_values(&mut self, values: impl IntoIterator<Item = Value>) {
        values.into_iter().for_each(|value| self.drop_value(value));
    }

    /// Whether something was dropped since somebody looked.
    #[inline]
    #[must_use]
    pub fn has_drops(&self) -> bool {
        !self.drops.values.is_empty()
    }

    /// What was dropped since this was last asked.
    pub fn take_drops(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.drops.values)
    }
}
