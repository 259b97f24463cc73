//! Contexts: which variables of `contextvars` have which values, for whom (`contextvars.py` in the library; `events.py`,
//! `tasks.py`). A script that has none pays nothing.

use crate::kernel::Value;
use crate::policy::Discipline;
use crate::program::Program;
use crate::trace::Sink;
use crate::units::CellId;

use super::Engine;

/// The contexts of a run, as boxes: lists of two items.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    /// Whether the script has looked at one yet.
    pub(super) are_used: bool,
    /// What runs now runs in this one; none was made while it is missing.
    current: Option<Value>,
    /// In which one whoever runs the loop runs.
    of_runner: Option<Value>,
    of_tasks: indexmap::IndexMap<CellId, Value>,
    of_calls: indexmap::IndexMap<u32, Value>,
    /// Whether the program asks for the contexts of tasks or calls, which are kept for it and told as the objects that were given.
    are_asked_for: bool,
}

impl Contexts {
    /// Those of a program that has not begun.
    pub(super) fn of_program(program: &Program) -> Self {
        let are_asked_for = program.methods.iter().any(|name| {
            // A handler is called in the context of the task that it is told of.
            matches!(program.names.text(*name), "get_context" | "set_exception_handler")
        });
        Self { are_asked_for, ..Self::default() }
    }

    /// All boxes.
    pub(super) fn for_each_value(&self, roots: &mut Vec<Value>) {
        roots.extend(self.current.into_iter().chain(self.of_runner));
        roots.extend(self.of_tasks.values().chain(self.of_calls.values()));
    }

    /// A task is over, whose context may be asked for.
    pub(super) fn leave_task(&mut self, task: CellId) {
        if !self.are_asked_for {
            self.forget_task(task);
        }
    }

    /// A task is freed.
    pub(super) fn forget_task(&mut self, task: CellId) {
        if self.are_used {
            self.of_tasks.swap_remove(&task);
        }
    }

    /// What runs now runs in this context; returns what ran in before.
    pub(super) fn swap(&mut self, current: Option<Value>) -> Option<Value> {
        std::mem::replace(&mut self.current, current)
    }

    /// A loop begins to run: what it does itself it does in the context of who runs it.
    pub(super) fn note_runner(&mut self) {
        self.of_runner = self.current;
    }

    /// The loop does something itself; returns the context that was left.
    pub(super) fn enter_loop(&mut self) -> Option<Value> {
        self.swap(self.of_runner)
    }

    /// A task takes its turn.
    #[inline]
    pub(super) fn enter_task(&mut self, task: CellId) {
        if self.are_used {
            self.current = self.of_tasks.get(&task).copied();
        }
    }

    /// A call that was scheduled is made.
    pub(super) fn enter_call(&mut self, number: u32) {
        if self.are_used {
            let is_kept = self.are_asked_for;
            self.current =
                if is_kept { self.of_calls.get(&number).copied() } else { self.of_calls.swap_remove(&number) };
        }
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The context of what runs now, as far as there is any.
    pub(super) fn current_context(&self) -> Option<Value> {
        self.contexts.current
    }

    /// Another context is entered; the one before.
    pub(super) fn swap_context(&mut self, context: Value) -> Value {
        let before = self.context_box();
        self.contexts.swap(Some(context));
        before
    }

    /// The box of what runs now.
    pub(super) fn context_box(&mut self) -> Value {
        self.contexts.are_used = true;
        if let Some(current) = self.contexts.current {
            return current;
        }
        let values = self.vm.heap.dict();
        let made = self.vm.heap.list(vec![values, Value::FALSE]);
        self.contexts.current = Some(made);
        if let Some(task) = self.current {
            self.contexts.of_tasks.insert(task, made);
        }
        made
    }

    /// The box of a task.
    pub(super) fn context_box_of(&mut self, task: CellId) -> Value {
        if self.current == Some(task) {
            return self.context_box();
        }
        self.contexts.are_used = true;
        if let Some(known) = self.contexts.of_tasks.get(&task) {
            return *known;
        }
        let made = self.empty_context();
        self.contexts.of_tasks.insert(task, made);
        made
    }

    /// The same, where there is one.
    pub(super) fn known_context_of(&self, task: CellId) -> Option<Value> {
        self.contexts.of_tasks.get(&task).copied()
    }

    /// The context that a scheduled call runs in.
    pub(super) fn context_box_of_call(&mut self, number: u32) -> Value {
        self.contexts.are_used = true;
        if let Some(known) = self.contexts.of_calls.get(&number) {
            return *known;
        }
        let made = self.empty_context();
        self.contexts.of_calls.insert(number, made);
        made
    }

    fn empty_context(&mut self) -> Value {
        let values = self.vm.heap.dict();
        self.vm.heap.list(vec![values, Value::FALSE])
    }

    /// `context=…`: its box; without it a copy of the one that runs now, as far as there is any.
    pub(super) fn given_context(&mut self, given: Value) -> Option<Value> {
        if matches!(given, Value::Unbound | Value::None) {
            return self.copy_of_context();
        }
        let held = self.vm.heap.field(given, "_box")?;
        // Who asks for it again gets the same object.
        if let Value::List(at) = held
            && self.vm.heap.list_items(at).len() == 2
            && self.contexts.are_asked_for
        {
            self.vm.heap.list_items_mut(at).push(given);
        }
        Some(held)
    }

    /// A copy of the context that runs now.
    pub(super) fn copy_of_context(&mut self) -> Option<Value> {
        if !self.contexts.are_used {
            return None;
        }
        let Value::List(at) = self.context_box() else { return None };
        let values = self.vm.heap.list_items(at)[0];
        Some(self.vm.heap.list(vec![values, Value::FALSE]))
    }

    /// A task was made: it runs in this context.
    pub(super) fn note_context_of_task(&mut self, task: CellId, context: Option<Value>) {
        if let Some(context) = context {
            self.contexts.are_used = true;
            self.contexts.of_tasks.insert(task, context);
        }
    }

    /// A call was scheduled: it is made in this context.
    pub(super) fn note_context_of_call(&mut self, number: u32, given: Value) {
        if let Some(context) = self.given_context(given) {
            self.contexts.are_used = true;
            self.contexts.of_calls.insert(number, context);
        }
    }
}
