//! What the eager task factory calls its tasks (`base_events.py`, `create_task`).

use crate::kernel::flag;
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::trace::Sink;
use crate::units::CellId;

use super::Engine;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Until its first step is over, a task of the eager factory has the name that it was made with.
    pub(super) fn name_later(&mut self, task: CellId) {
        if self.is_sequential() {
            return;
        }
        if let Some(standing) = self.standing.last_mut() {
            standing.is_by_factory = true;
        }
        if self.cells[task].has(flag::NAMED) {
            let first = format!("Task-{}", self.cells[task].number.0);
            let first = self.intern(&first);
            self.renamed.insert(task, first);
        }
    }

    /// The name that the loop gives a task of the eager factory, after its first step (`base_events.py`, `create_task`). 3.13.0
    /// gives the name `None` to one that was given none.
    pub(super) fn name_after_first_step(&mut self, task: CellId) {
        if self.cells[task].has(flag::NAMED) {
            self.renamed.swap_remove(&task);
        } else if self.is_since(PythonVersion::V3_13) {
            let none = self.intern("None");
            self.renamed.insert(task, none);
        }
    }

    /// The same of a task that begins later, because no loop runs.
    pub(super) fn name_by_factory(&mut self, task: CellId) {
        if self.is_eager && !self.is_sequential() {
            self.name_after_first_step(task);
        }
    }
}
