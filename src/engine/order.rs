//! `sorted`, `min`, `max` and `list.sort` by a function of the script: a hidden body calls it for each item and orders then.

use crate::kernel::exception::Raised;
use crate::kernel::heap::Heap;
use crate::kernel::{MethodCode, Value, builtins, operate};
use crate::policy::Discipline;
use crate::program::code::Order;
use crate::signatures::builtins::{Builtin, BuiltinFunction};
use crate::signatures::methods::{ListMethod, Method};
use crate::trace::Sink;

use super::Engine;
use super::activation::Next;
use super::call::Given;

/// A call that orders by a function of the script.
struct Ordering {
    items: Vec<Value>,
    function: Value,
    order: Order,
    /// The list that is sorted in place, else `None`.
    target: Value,
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Enters the body that orders by a function; `None` when the call is not of that kind, or wrong, which the kernel tells.
    pub(super) fn order_by_function(&mut self, callee: Value, given: &Given) -> Option<Next> {
        let ordering = self.ordering(callee, given)?;
        let items = self.vm.heap.list(ordering.items);
        let order = Order::ALL.iter().position(|each| *each == ordering.order)?;
        let values = [items, ordering.function, Value::Int(i64::try_from(order).ok()?), ordering.target];
        let id = self.program.order;
        let cell = self.fill_cell(id, &self.program.codes[id], &values, &[]);
        Some(self.enter_function(cell))
    }

    fn ordering(&mut self, callee: Value, given: &Given) -> Option<Ordering> {
        let find = |name: &str| given.keywords.iter().find(|(keyword, _)| keyword == name).map(|(_, value)| *value);
        let function = find("key").filter(|key| matches!(key, Value::Function(_)))?;
        let is_reverse = find("reverse").is_some_and(|value| operate::is_true(&self.vm.heap, value));
        let sorted = if is_reverse { Order::SortedBackwards } else { Order::Sorted };
        let knows = |names: &[&str]| given.keywords.iter().all(|(name, _)| names.contains(&name.as_str()));
        match callee {
            Value::Builtin(number) => {
                let order = match Builtin::from_number(number) {
                    Builtin::Function(BuiltinFunction::Sorted) if knows(&["key", "reverse"]) => sorted,
                    Builtin::Function(BuiltinFunction::Min) if knows(&["key", "default"]) => Order::Min,
                    Builtin::Function(BuiltinFunction::Max) if knows(&["key", "default"]) => Order::Max,
                    Builtin::Type(_) | Builtin::Function(_) | Builtin::Math(_) | Builtin::Random(_) => return None,
                };
                let items = match given.positional.as_slice() {
                    [iterable] => operate::collect(&mut self.vm.heap, *iterable).ok()?,
                    [] => return None,
                    several => several.to_vec(),
                };
                let is_extreme = matches!(order, Order::Min | Order::Max);
                // Without items the kernel knows the default and the error.
                let is_odd =
                    is_extreme && (items.is_empty() || (given.positional.len() > 1 && find("default").is_some()));
                (!is_odd).then_some(Ordering { items, function, order, target: Value::None })
            }
            Value::BoundMethod(at) => {
                let bound = self.vm.heap.bound_method_object(at);
                let (Value::List(list), MethodCode::Value(Method::List(ListMethod::Sort))) =
                    (bound.receiver, bound.method)
                else {
                    return None;
                };
                let is_right = given.positional.is_empty() && knows(&["key", "reverse"]);
                let items = self.vm.heap.list_items(list).to_vec();
                is_right.then_some(Ordering { items, function, order: sorted, target: Value::List(list) })
            }
            _ => None,
        }
    }
}

/// What the body comes to when all keys are there. Its slots: the items, the function, the order, the target, the keys.
///
/// # Errors
/// `TypeError` where two keys have no order.
pub(super) fn finish(heap: &mut Heap, slots: &[Value]) -> Result<Value, Raised> {
    let &[Value::List(items), _, Value::Int(order), target, Value::List(keys), ..] = slots else {
        unreachable!("the body was entered with these")
    };
    let (items, keys) = (heap.list_items(items).to_vec(), heap.list_items(keys).to_vec());
    let order = Order::ALL[usize::try_from(order).expect("the number of an order")];
    let function = match order {
        Order::Sorted | Order::SortedBackwards => {
            let is_reverse = order == Order::SortedBackwards;
            let sorted = builtins::order::sort_by_keys(heap, &items, &keys, is_reverse)?;
            let Value::List(target) = target else { return Ok(heap.list(sorted)) };
            *heap.list_items_mut(target) = sorted;
            return Ok(Value::None);
        }
        Order::Min => BuiltinFunction::Min,
        Order::Max => BuiltinFunction::Max,
    };
    let found = builtins::order::extreme_by_keys(heap, function, &items, &keys)?;
    Ok(found.unwrap_or(Value::None))
}
