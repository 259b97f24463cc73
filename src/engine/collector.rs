//! The collector of garbage when it comes for all there is: where a script calls it, and where the interpreter leaves. What it
//! finds is told of and closed in the order in which it was made, while all of it is still there; what loses its last reference
//! meanwhile goes at once (`gcmodule.c`, `finalize_garbage`).

use indexmap::IndexSet;

use crate::kernel::exception::Raised;
use crate::kernel::operate::MAIN_MODULE;
use crate::kernel::{NO_CELL, Value};
use crate::policy::Discipline;
use crate::trace::Sink;
use crate::units::NameId;

use super::activation::Next;
use super::garbage::plainly;
use super::operand::may_hold;
use super::{Engine, Standing, Stop};

/// Of more things at once it is not looked after each what it let go of.
const MOST_LOOKS: usize = 512;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `gc.collect()`: how many objects it freed.
    pub(super) fn collect_by_hand(&mut self) -> Result<Next, Stop> {
        let before = self.vm.heap.live_objects();
        self.standing.push(Standing::keeping(Value::None));
        self.collect_all()?;
        self.standing.pop();
        let freed = before.saturating_sub(self.vm.heap.live_objects());
        Ok(Next::Go(Value::Int(i64::try_from(freed).unwrap_or(i64::MAX))))
    }

    /// Frees all that nothing reaches, circles as well.
    fn collect_all(&mut self) -> Result<(), Stop> {
        self.circles.clear();
        self.is_collecting = true;
        let mut pending = self.mark_without_closed_loops();
        self.forget_weak();
        self.keep_marked_callbacks();
        let garbage = self.unmarked();
        let mut found: Vec<Value> = garbage.iter().copied().filter(|value| self.matters(*value)).collect();
        found.sort_by_key(|value| self.birth(*value));
        pending.extend(&garbage);
        self.sweep_rest(pending);
        self.circles.extend(garbage);
        self.finalize(found)?;
        self.is_collecting = true;
        self.circles.clear();
        // What came to nothing in the middle of that is left to the next time.
        let mut pending = self.mark_roots();
        self.forget_weak();
        let (later, gone): (Vec<Value>, Vec<Value>) =
            self.unmarked().into_iter().partition(|value| self.matters(*value));
        // A task that was to be stepped, and stood in a circle, goes with it.
        gone.into_iter().for_each(|value| self.end_scheduled(value));
        pending.extend(&later);
        self.sweep_rest(pending);
        self.is_collecting = false;
        Ok(())
    }

    /// Tells of these and closes them, one after the other.
    fn finalize(&mut self, found: Vec<Value>) -> Result<(), Stop> {
        let looks = found.len() <= MOST_LOOKS;
        self.collecting = found.into();
        self.is_collecting = true;
        // Weak references call back before anything is finalized (`gcmodule.c`, `handle_weakrefs`).
        for index in 0..self.collecting.len() {
            let references = self.weak.callbacks.take(self.collecting[index]);
            self.lost.extend(references);
        }
        self.tell_losses()?;
        while let Some(value) = self.collecting.pop_front() {
            if !self.matters(value) {
                continue;
            }
            self.lose(value, |_, _| true);
            while !self.lost.is_empty() {
                self.tell_losses()?;
                if looks {
                    self.look(&[], false);
                }
            }
        }
        self.is_collecting = false;
        Ok(())
    }

    /// The interpreter leaves: its collector comes once more while the modules are there. Then the modules go, and what their names
    /// held; the collector meets what the script's module held first, in the order of its names
    /// (`pylifecycle.c`, `Py_FinalizeEx`).
    pub(super) fn leave_interpreter(&mut self, ended: Result<Value, Raised>) -> Result<Result<Value, Raised>, Stop> {
        self.call_at_exit()?;
        if self.has_closable()
            || self.is_watched()
            || self.suspended > 0
            || self.alive > 0
            || self.by_hand.waiting().next().is_some()
        {
            self.activation = NO_CELL;
            self.current = None;
            self.collect_all()?;
            // What refers to the script's objects goes with them.
            self.weak.callbacks.clear();
            if !self.options.ends_with_script && !self.is_module_held() && !self.is_module_kept_by_library() {
                self.finalize(self.left_in_modules())?;
            }
        }
        Ok(ended)
    }

    /// Whether the loop that `set_event_loop` was given leads to the script's module: the thread holds it to the very end, when nobody
    /// hears any more of what is freed (`events.py`, `_Local`).
    fn is_module_held(&self) -> bool {
        let Some(number) = self.loops.current() else { return false };
        let current = &self.loops.all[number as usize];
        let is_of_script = |value: Value| may_hold(value) && !matches!(value, Value::Builtin(_) | Value::Asyncio(_));
        let has_work = match &current.resting {
            Some(resting) => {
                let (mut held, mut calls) = (Vec::new(), Vec::new());
                crate::asyncio::things::hold_resting(resting, &mut held, &mut calls);
                !held.is_empty() || !calls.is_empty()
            }
            None => self.loops.at_hand == number && !(self.discipline.is_empty() && self.agenda.is_empty()),
        };
        is_of_script(current.handler) || is_of_script(current.factory) || has_work && !current.is_closed
    }

    /// Whether a module of the library leads to the script's module, as `logging` does that keeps a handler of the script: such
    /// modules outlive the collector, and nobody hears of what is freed with them.
    fn is_module_kept_by_library(&self) -> bool {
        let of_library = |name: &NameId| self.program.names.text(*name).contains('.');
        let globals = self.program.globals.iter().zip(&self.vm.globals);
        let mut met: IndexSet<Value> = globals.filter(|(name, _)| of_library(name)).map(|(_, value)| *value).collect();
        let mut index = 0;
        while let Some(&value) = met.get_index(index) {
            let is_of_script = match value {
                Value::Function(at) => !self.program.codes[self.vm.heap.function_object(at).code].is_hidden,
                Value::Instance(at) => self.vm.heap.class_module(self.vm.heap.instance_object(at).class) == MAIN_MODULE,
                _ => false,
            };
            if is_of_script {
                return true;
            }
            met.extend(self.held_by(value).into_iter().filter(|held| may_hold(*held)).map(plainly));
            index += 1;
        }
        false
    }

    /// What matters of all that is there, in the order in which the collector meets it.
    fn left_in_modules(&self) -> Vec<Value> {
        let is_object = |value: &Value| may_hold(*value);
        let mut met: IndexSet<Value> = self.vm.globals.iter().copied().filter(is_object).map(plainly).collect();
        let mut index = 0;
        while let Some(value) = met.get_index(index) {
            met.extend(self.held_by(*value).into_iter().filter(is_object).map(plainly));
            index += 1;
        }
        // What loops hold: they lead to tasks, which lead to coroutines.
        let (coroutines, others): (Vec<_>, Vec<_>) =
            self.unmarked().into_iter().partition(|value| matches!(value, Value::Coroutine(_)));
        met.extend(others.into_iter().chain(coroutines));
        met.into_iter().filter(|value| self.matters(*value)).collect()
    }
}
