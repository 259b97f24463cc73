//! Names for traces: what things of asyncio are first bound to, and what traces say of waiting for one.

use crate::kernel::{Role, Value, operate};
use crate::policy::Discipline;
use crate::signatures::asyncio::Function;
use crate::trace::{Awaited, Sink, ThingRole};
use crate::units::{Awaitable, FutureId, NameId, ThingKind};

use super::Engine;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Names things of asyncio after what they are first bound to: also those of a list, with their index, or of a dict, with
    /// their key.
    pub(super) fn christen(&mut self, value: Value, name: NameId) {
        let members: Vec<(String, Value)> = match value {
            Value::Future(future) => {
                self.vm.futures[FutureId(future as u32)].christen(name);
                return;
            }
            Value::Thing(_) => return self.christen_thing(value, name),
            Value::List(list) => {
                let items = self.vm.heap.list_items(list).iter();
                (0_usize..).zip(items).map(|(index, item)| (index.to_string(), *item)).collect()
            }
            Value::Dict(dict) => {
                let entries: Vec<(Value, Value)> = self.vm.heap.dict_table(dict).iter().collect();
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
                    self.vm.futures[FutureId(future as u32)].christen(label);
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

    /// Appends what traces call a thing: `forks[1]`, `Lock#2`, of a shield what is inside.
    pub(super) fn write_thing_label(&self, thing: u64, out: &mut String) {
        match ThingKind::of(thing) {
            ThingKind::Shield => match self.vm.things.shield(thing).inner {
                Awaitable::Task(task) => out.push_str(&self.label_text(self.label(task))),
                Awaitable::Future(_) => out.push_str("future"),
            },
            ThingKind::Job => out.push_str(self.names.text(self.vm.things.job(thing).label)),
            ThingKind::Waiting => out.push_str(&format!("of {}", self.vm.things.waiting(thing).futures.len())),
            kind => match self.vm.things.name(thing) {
                Ok(name) => out.push_str(self.names.text(name)),
                Err(1) => out.push_str(kind.name()),
                Err(ordinal) => out.push_str(&format!("{}#{ordinal}", kind.name())),
            },
        }
    }

    /// The barrier that a condition or a lock is inside of; else the thing itself.
    fn seen(&self, thing: u64) -> u64 {
        let inside = match ThingKind::of(thing) {
            ThingKind::Condition => self.vm.things.condition(thing).inside,
            ThingKind::Lock => self.vm.things.lock(thing).inside,
            _ => None,
        };
        inside.unwrap_or(thing)
    }

    /// What traces say of waiting in the line of a thing; `label` is memory for what it is called.
    pub(super) fn awaited_thing<'t>(&self, thing: u64, role: Role, label: &'t mut String) -> Awaited<&'t str> {
        let thing = self.seen(thing);
        self.write_thing_label(thing, label);
        let kind = ThingKind::of(thing);
        let holder = if kind == ThingKind::Lock { self.vm.things.lock(thing).holder } else { None };
        let role = match role {
            Role::Itself => ThingRole::Itself,
            Role::Put => ThingRole::Put,
            Role::Get => ThingRole::Get,
            Role::Join => ThingRole::Join,
        };
        Awaited::Thing { kind, role, label, holder }
    }

    /// Names a thing after what it is first bound to, and a condition's lock with it.
    pub(super) fn christen_thing(&mut self, value: Value, name: NameId) {
        let Value::Thing(thing) = value else { return };
        self.vm.things.christen(thing, name);
        if ThingKind::of(thing) == ThingKind::Condition {
            self.christen_thing(self.vm.things.condition(thing).lock, name);
        }
    }

    /// The name that traces call a function by that a thread is to run.
    pub(super) fn name_of_callable(&mut self, function: Value) -> NameId {
        let words = match self.function_of_method(function) {
            Value::Function(reference) => {
                return self.program.codes[self.vm.heap.function_object(reference).code].name;
            }
            Value::Asyncio(number) => Function::numbered(number).path().to_owned(),
            Value::Instance(_) if self.vm.heap.type_name(function) == "functools.partial" => {
                let inner = self.vm.heap.field(function, "func").unwrap_or(Value::None);
                return self.name_of_callable(inner);
            }
            Value::BoundMethod(_) => match operate::get_attribute(&mut self.vm.heap, function, "__name__") {
                Ok(name) => self.vm.heap.as_text(name).unwrap_or_default().to_owned(),
                Err(_) => "method".to_owned(),
            },
            Value::Builtin(number) => crate::signatures::builtins::Builtin::from_number(number).name().to_owned(),
            other => self.vm.heap.type_name(other).to_owned(),
        };
        self.intern(&words)
    }
}
