//! Where a generator stands: `getstate`, `setstate`.

use crate::random::Generator;

use super::super::super::exception::Raised;
use super::super::super::heap::{Heap, Whose};
use super::super::super::value::Value;

/// `Random.VERSION`
const VERSION: i64 = 3;

/// `getstate()`
pub(super) fn get(heap: &mut Heap, of: Whose) -> Value {
    let (words, next, gauss) = heap.generator(of).state();
    let mut inner: Vec<Value> = words.iter().map(|word| Value::Int(i64::from(*word))).collect();
    inner.push(Value::Int(i64::try_from(next).unwrap_or(i64::MAX)));
    let gauss = gauss.map_or(Value::None, Value::float);
    let inner = heap.tuple(inner);
    heap.tuple(vec![Value::Int(VERSION), inner, gauss])
}

/// `setstate(state)`
pub(super) fn set(heap: &mut Heap, of: Whose, state: Value) -> Result<Value, Raised> {
    let parts = match state {
        Value::Tuple(at) => heap.tuple_items(at).to_vec(),
        _ => Vec::new(),
    };
    let [Value::Int(VERSION), Value::Tuple(inner), gauss] = parts[..] else {
        return Err(heap.value_error("state with version None passed to Random.setstate() of version 3"));
    };
    let gauss = if let Value::Float(bits) = gauss { Some(f64::from_bits(bits)) } else { None };
    let numbers: Option<Vec<u32>> =
        heap.tuple_items(inner).iter().map(|number| u32::try_from(number.integer()?).ok()).collect();
    let made = numbers
        .as_deref()
        .and_then(<[u32]>::split_last)
        .and_then(|(next, words)| Generator::at_state(words, usize::try_from(*next).ok()?, gauss));
    match made {
        Some(made) => {
            *heap.generator(of) = made;
            Ok(Value::None)
        }
        None => Err(heap.value_error("state vector is the wrong size")),
    }
}
