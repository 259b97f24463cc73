//! Slices: what `lower:upper:step` takes of so many items.

use num_traits::Signed;

use super::super::exception::{Attempt, ClassId, Problem, Raised};
use super::super::heap::{Heap, SliceObject};
use super::super::value::{Reference, Value};
use super::instance;

/// `slice(lower, upper, step)`
pub fn make_slice(heap: &mut Heap, lower: Value, upper: Value, step: Value) -> Value {
    heap.slice(SliceObject { lower, upper, step })
}

/// A slice measured against a length: where it begins, how many items, and how far apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Measured {
    /// The first index taken.
    pub(crate) start: i64,
    /// The index behind the last, or before it when going down.
    pub(crate) stop: i64,
    /// From one to the next; not zero.
    pub(crate) step: i64,
    /// How many.
    pub(crate) count: i64,
}

impl Measured {
    /// The indices taken, in order.
    pub(crate) fn indices(self) -> impl Iterator<Item = usize> {
        (0..self.count).map(move |index| (self.start + index * self.step) as usize)
    }
}

fn bound(value: Value, default: i64) -> Attempt<i64> {
    if value == Value::None {
        return Ok(default);
    }
    let message = "slice indices must be integers or None or have an __index__ method";
    value.integer().ok_or_else(|| Problem::new(ClassId::TYPE_ERROR, message))
}

/// A slice whose bounds are numbers of 64 bits: objects of the script's have an `__index__`, and what is longer lies beyond every
/// sequence, as the farthest number within them does.
pub(crate) fn with_numbers(heap: &mut Heap, at: Reference) -> Result<SliceObject, Raised> {
    let mut slice = heap.slice_object(at);
    for bound in [&mut slice.lower, &mut slice.upper, &mut slice.step] {
        let answer = instance::ask_method(heap, *bound, "__index__", &[]).transpose();
        if let Some(answer) = answer.map_err(|problem| heap.raised(problem))? {
            *bound = answer;
        }
        if let Value::Long(at) = *bound {
            *bound = Value::Int(if heap.long(at).is_negative() { -i64::MAX } else { i64::MAX });
        }
    }
    Ok(slice)
}

/// Measures a slice against `length` items, as `slice.indices` does.
pub(crate) fn measure(slice: SliceObject, length: i64) -> Attempt<Measured> {
    let step = bound(slice.step, 1)?;
    if step == 0 {
        return Err(Problem::new(ClassId::VALUE_ERROR, "slice step cannot be zero"));
    }
    let (lowest, highest) = if step > 0 { (0, length) } else { (-1, length - 1) };
    let clamp = |index: i64| if index < 0 { index.saturating_add(length).max(lowest) } else { index.min(highest) };
    let (first, last) = if step > 0 { (lowest, highest) } else { (highest, lowest) };
    let start = if slice.lower == Value::None { first } else { clamp(bound(slice.lower, 0)?) };
    let stop = if slice.upper == Value::None { last } else { clamp(bound(slice.upper, 0)?) };
    let distance = if step > 0 { stop - start } else { start - stop };
    let count = if distance <= 0 { 0 } else { (distance - 1) / step.saturating_abs() + 1 };
    Ok(Measured { start, stop, step, count })
}
