//! Task factories: what the eager one calls its tasks, and how a script's own is asked (`base_events.py`, `create_task`).

use crate::kernel::exception::Raised;
use crate::kernel::{State, Value, awaitable_of, flag};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::helpers::Helper;
use crate::trace::{EventKind, Sink, TaskLabel};
use crate::units::{Awaitable, CellId, Id};

use super::activation::Next;
use super::call::Given;
use super::{Engine, Stop};

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

    /// A helper of the loop's is made a task by the script's own factory; false where there is none, or it made another.
    pub(super) fn hide_made_by_factory(&mut self, cell: CellId, name: &str) -> Result<Result<bool, Raised>, Stop> {
        let Some(factory) = self.own_factory() else { return Ok(Ok(false)) };
        let name = self.intern(name);
        self.rename_coroutine(cell, name, self.program.codes[self.cells[cell].code].qualified);
        let coroutine = self.coroutine(cell);
        self.make_unseen(coroutine);
        let given = [factory, Value::Loop(self.loops.at_hand), coroutine, Value::None, Value::None];
        // It is called by the runner: no loop runs.
        let was_running = std::mem::take(&mut self.is_loop_running);
        let made = self.call_to_its_end(self.helper(Helper::TaskByFactory), &given)?;
        self.is_loop_running = was_running;
        if let Err(raised) = made {
            return Ok(Err(raised));
        }
        let is_made = self.cells[cell].state != State::Fresh;
        if is_made {
            self.cells[cell].flags |= flag::HIDDEN | flag::HELD;
        }
        Ok(Ok(is_made))
    }

    /// The task that the script's own factory makes of a runner's coroutine.
    pub(super) fn main_by_factory(
        &mut self,
        factory: Value,
        cell: CellId,
        context: Option<Value>,
    ) -> Result<Result<Awaitable, Raised>, Stop> {
        self.current = None;
        let coroutine = self.coroutine(cell);
        self.make_unseen(coroutine);
        let context = match (self.global_of_library("contextvars.context_of"), context) {
            (Some(wrapper), Some(context)) => self.call_to_its_end(wrapper, &[context])?.unwrap_or(Value::None),
            _ => Value::None,
        };
        // It is called by the runner: no loop runs.
        let was_running = std::mem::take(&mut self.is_loop_running);
        let given = [factory, Value::Loop(self.loops.at_hand), coroutine, Value::None, context];
        let made = self.call_to_its_end(self.helper(Helper::TaskByFactory), &given)?;
        self.is_loop_running = was_running;
        Ok(made.and_then(|made| {
            let refused = "a task factory that makes no task";
            awaitable_of(made).ok_or_else(|| self.vm.heap.unsupported(refused))
        }))
    }

    /// The trace is told of a task before the script's factory makes it.
    pub(super) fn tell_before_factory(&mut self, coroutine: Value, name: Value) {
        let Value::Coroutine(number) = coroutine else { return };
        let Some(cell) = self.fresh_coroutine(number) else { return };
        let given = self.vm.heap.as_text(name).map(str::to_owned);
        let own = &self.cells[cell];
        let own = if own.has(flag::NAMED) { own.name } else { self.program.codes[own.code].name };
        let name = given.map_or(own, |name| self.intern(&name));
        let ordinal = self.ordinals.get(name.index()).map_or(1, |before| before + 1);
        self.tell(EventKind::CreateTask { child: TaskLabel { name, ordinal } });
        self.make_unseen(coroutine);
    }

    /// No event tells of the task that the script's factory makes of this coroutine.
    pub(super) fn make_unseen(&mut self, coroutine: Value) {
        if let Value::Coroutine(number) = coroutine {
            self.unseen_for_factory = Some(CellId(number as u32));
        }
    }

    /// The script's own task factory is asked for a task (`base_events.py`, `create_task`).
    pub(super) fn ask_factory(
        &mut self,
        factory: Value,
        coroutine: Value,
        name: Value,
        context: Value,
    ) -> Result<Next, Stop> {
        if let (Value::Coroutine(number), Value::Str(at)) = (coroutine, name) {
            // Traces know the task by the name that it is given when the factory has made it.
            let name = self.vm.heap.text(at).to_owned();
            self.named_for_factory = Some((CellId(number as u32), self.intern(&name)));
        }
        let or_none = |value| if value == Value::Unbound { Value::None } else { value };
        let at_hand = Value::Loop(self.loops.at_hand);
        let positional = vec![factory, at_hand, coroutine, or_none(name), or_none(context)];
        self.call_value(self.helper(Helper::TaskByFactory), Given { positional, keywords: Vec::new() })
    }
}
