//! What runs in the middle of something else: a loop inside of the code that called it, a function of the script inside of what the
//! engine does. What goes on behind it is put aside and held.

use crate::asyncio::runner::Resting;
use crate::kernel::agenda::Agenda;
use crate::kernel::heap::ask::Asking;
use crate::kernel::{NO_CELL, Value};
use crate::policy::{Discipline, ReadyOrder};
use crate::trace::Sink;
use crate::units::CellId;

use super::activation::Driven;
use super::task::Input;
use super::{Engine, Stop};

/// So many calls stand between code of the script and a function of the script that the engine calls, as recursion is counted.
const CALLS_BETWEEN: u64 = 8;

/// What lies beneath the code that runs in the middle of something else.
pub(super) struct Beneath {
    /// The exception that is handled there, `None` where it handles none.
    pub(super) handled: Value,
    /// The functions that are called to their ends, each with the activation that ran before it.
    pub(super) calls: Vec<(CellId, CellId)>,
}

impl Beneath {
    pub(super) const fn nothing() -> Self {
        Self { handled: Value::None, calls: Vec::new() }
    }

    /// What ran before a function that is called to its end; no cell for others.
    pub(super) fn caller_of(&self, activation: CellId) -> CellId {
        self.calls.iter().find(|(called, _)| *called == activation).map_or(NO_CELL, |(_, caller)| *caller)
    }
}

/// What goes on when a loop has run: an activation, functions that are not told of yet, a context.
pub(super) type Outer = (CellId, u32, Option<Value>, Value, Asking);

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The code that runs a loop stands aside while the loop runs; what it goes on with.
    pub(super) fn step_aside(&mut self) -> Outer {
        let handled = self.topmost_handled(self.activation).unwrap_or(Value::None);
        let beneath = std::mem::replace(&mut self.beneath.handled, handled);
        let asking = self.vm.heap.put_questions_aside();
        let context = self.current_context();
        self.contexts.note_runner();
        // Nothing else leads to them while the loop runs.
        self.kept.extend([context.unwrap_or(Value::None), beneath]);
        self.kept.extend(asking.answers());
        (self.activation, std::mem::take(&mut self.unannounced), context, beneath, asking)
    }

    pub(super) fn step_back(&mut self, (activation, unannounced, context, beneath, asking): Outer) {
        self.kept.truncate(self.kept.len() - 2 - asking.answers().len());
        self.vm.heap.take_questions_up(asking);
        self.beneath.handled = beneath;
        self.current = None;
        self.contexts.swap(context);
        self.activation = activation;
        self.unannounced = unannounced;
    }

    /// Calls a value of the script to its end, in the middle of what the engine does.
    pub(super) fn call_to_its_end(&mut self, function: Value, arguments: &[Value]) -> Result<Input, Stop> {
        let outer = (self.activation, self.current, std::mem::take(&mut self.unannounced));
        let handled = self.topmost_handled(self.activation).unwrap_or(Value::None);
        let beneath = std::mem::replace(&mut self.beneath.handled, handled);
        let asking = self.vm.heap.put_questions_aside();
        self.kept.push(beneath);
        self.kept.extend(asking.answers());
        let depth = self.depth();
        self.activation = NO_CELL;
        let cell = self.calling_cell(function, arguments.to_vec());
        // Calls inside calls inside calls come to an end as recursion does.
        self.cells[cell].set_wait(depth + CALLS_BETWEEN);
        self.beneath.calls.push((cell, outer.0));
        let outcome = match self.drive(cell, Value::None)? {
            Driven::Ended => self.ended,
            Driven::Suspended => Err(self.vm.heap.unsupported("this function cannot wait where the library calls it")),
        };
        self.beneath.calls.pop();
        (self.activation, self.current, self.unannounced) = outer;
        self.beneath.handled = beneath;
        self.kept.truncate(self.kept.len() - 1 - asking.answers().len());
        self.vm.heap.take_questions_up(asking);
        Ok(outcome)
    }

    /// A loop goes on.
    pub(super) fn wake_loop(&mut self, resting: Resting) {
        self.agenda = resting.agenda;
        let mut ready = resting.ready;
        if self.options.policy.ready == ReadyOrder::Lifo {
            ready.reverse();
        }
        ready.into_iter().for_each(|ready| self.discipline.enqueue(ready));
        self.discipline.resume_pass(resting.left_in_pass);
        for task in &resting.tasks {
            self.elsewhere.swap_remove(task);
        }
        self.is_eager = resting.is_eager;
        self.is_stopping = resting.is_stopping;
    }

    /// A loop is put aside: what it has to do is taken out of the engine. Its tasks are elsewhere from now on.
    pub(super) fn rest_loop(&mut self) -> Resting {
        let mut ready = Vec::new();
        let left_in_pass = self.discipline.left_in_pass();
        while !self.discipline.is_empty() {
            self.discipline.begin_pass();
            while let Some(next) = self.discipline.next() {
                ready.push(next);
            }
        }
        let agenda = std::mem::replace(&mut self.agenda, Agenda::new(self.program.settings.ties));
        let tasks = self.pending_tasks();
        self.elsewhere.extend(tasks.iter().copied());
        let is_eager = std::mem::take(&mut self.is_eager);
        let is_stopping = std::mem::take(&mut self.is_stopping);
        Resting { ready, left_in_pass, agenda, tasks, is_eager, is_stopping }
    }
}
