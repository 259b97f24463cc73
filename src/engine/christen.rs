//! Names for traces: what things of asyncio are first bound to.

use crate::kernel::Value;
use crate::policy::Discipline;
use crate::trace::Sink;
use crate::units::{FutureId, NameId};

use super::Engine;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Names things of asyncio after what they are first bound to: also those of a list, with their index, or of a dict, with
    /// their key.
    pub(super) fn christen(&mut self, value: Value, name: NameId) {
        let members: Vec<(String, Value)> = match value {
            Value::Future(future) => {
                self.futures[FutureId(future as u32)].label.get_or_insert((name, None));
                return;
            }
            Value::Thing(_) => return self.christen_thing(value, name),
            Value::List(list) => {
                let items = self.heap.list_items(list).iter();
                (0_usize..).zip(items).map(|(index, item)| (index.to_string(), *item)).collect()
            }
            Value::Dict(dict) => {
                let entries: Vec<(Value, Value)> = self.heap.dict_table(dict).iter().collect();
                entries.into_iter().map(|(key, item)| (self.shown(key), item)).collect()
            }
            _ => return,
        };
        for (key, member) in members {
            let label = || format!("{}[{key}]", self.names.text(name));
            match member {
                Value::Future(future) => {
                    let label = label();
                    let label = self.intern(&label);
                    self.futures[FutureId(future as u32)].label.get_or_insert((label, None));
                }
                Value::Thing(_) => {
                    let label = label();
                    let label = self.intern(&label);
                    self.christen_thing(member, label);
                }
                _ => {}
            }
        }
    }
}
