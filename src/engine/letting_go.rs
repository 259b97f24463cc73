//! What a program lets go of. CPython frees a generator with the last reference to it, which closes it, and a task or future whose
//! exception nobody has seen, which is told to the handler of the loop. Here the moments at which a variable loses one are known,
//! and then it is looked whether anything still holds it.
//!
//! Only programs with generators, or with a handler, have such moments ([`Program::lets_go`](crate::program::Program)).

use crate::kernel::exception::Raised;
use crate::kernel::value::ASYNC_GENERATOR;
use crate::kernel::{NO_CELL, State, Value, flag, value_of};
use crate::policy::{Discipline, Handle};
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId};

use super::activation::Next;
use super::operand::{content, may_close, set_shared};
use super::{Engine, Standing, Stop};

/// So many values that hang together are looked through.
const MOST_VALUES: usize = 256;
/// So many items of a list are looked at before everything is.
const FEW_ITEMS: usize = 64;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Whether something happens when the script lets go of something.
    #[inline]
    pub(super) fn may_let_go(&self) -> bool {
        self.program.lets_go && (self.suspended > 0 || self.keeps_all())
    }

    /// Whether it matters of more than generators what tracebacks hold.
    fn keeps_all(&self) -> bool {
        self.is_watched() || self.has_weak()
    }

    /// Whether the script wants to be told of exceptions that nobody saw.
    pub(super) fn is_watched(&self) -> bool {
        self.loops.handler() != Value::None
    }

    /// slot = acc
    pub(super) fn replace(&mut self, slot: u16, acc: Value) -> Result<Next, Stop> {
        let old = self.slot(slot);
        self.cells.set_slot(self.activation, slot, acc);
        self.let_go(old, acc)
    }

    /// The variable in slot, which closures share, = acc
    pub(super) fn replace_shared(&mut self, slot: u16, acc: Value) -> Result<Next, Stop> {
        let variable = self.slot(slot);
        let old = content(&self.vm.heap, variable);
        set_shared(&mut self.vm.heap, variable, acc);
        self.let_go(old, acc)
    }

    /// global = acc
    pub(super) fn replace_global(&mut self, global: u32, acc: Value) -> Result<Next, Stop> {
        let old = std::mem::replace(&mut self.vm.globals[global as usize], acc);
        self.let_go(old, acc)
    }

    /// A variable of the running activation does not hold `old` any more.
    fn let_go(&mut self, old: Value, acc: Value) -> Result<Next, Stop> {
        self.close_unheld(vec![old], acc)?;
        Ok(Next::Go(acc))
    }

    /// An activation is over, and gives `value`.
    pub(super) fn let_go_of_variables(&mut self, activation: CellId, value: Value) -> Result<(), Stop> {
        if !self.may_let_go() {
            return Ok(());
        }
        let held = self.take_variables(activation);
        if let Some((Value::Exception(at), passed)) = &self.thrown_in
            && passed.contains(&activation)
        {
            // Its frame is in the traceback of an exception that the step itself still holds.
            self.vm.heap.exception_object_mut(*at).held.extend(held);
            return Ok(());
        }
        if held.is_empty() { Ok(()) } else { self.close_unheld(held, value) }
    }

    /// The step that threw an exception into its task is over, and forgets it.
    pub(super) fn let_go_of_thrown(&mut self) -> Result<(), Stop> {
        self.weak.waker = None;
        let Some((exception, _)) = self.thrown_in.take() else { return Ok(()) };
        self.current = None;
        self.activation = NO_CELL;
        self.close_unheld(vec![exception], Value::None)
    }

    /// An exception leaves an activation: its traceback keeps what the variables hold.
    pub(super) fn keep_variables(&mut self, activation: CellId, raised: Raised) {
        let is_hidden = self.program.codes[self.cells[activation].code].is_hidden;
        if !self.may_let_go() || is_hidden {
            return;
        }
        let held = self.take_variables(activation);
        let held = if self.keeps_all() { held } else { self.suspended_among(held) };
        if let Value::Exception(at) = raised.0 {
            self.vm.heap.exception_object_mut(at).held.extend(held);
        }
    }

    /// An error of a timeout or a group: its traceback knows them, and they know the task.
    pub(super) fn hold_task(&mut self, outcome: Result<Value, Raised>) -> Result<Value, Raised> {
        if let (Err(Raised(Value::Exception(at))), Some(task)) = (outcome, self.current)
            && self.is_watched()
        {
            self.vm.heap.exception_object_mut(at).held.push(value_of(Awaitable::Task(task)));
        }
        outcome
    }

    /// What the slots of an activation hold that may be closed when they do not.
    fn take_variables(&mut self, activation: CellId) -> Vec<Value> {
        let mut held = Vec::new();
        for slot in 0..self.live_slots(activation) {
            let value = content(&self.vm.heap, self.cells.slot(activation, slot));
            if may_close(value) {
                self.cells.set_slot(activation, slot, Value::Unbound);
                held.push(value);
            }
        }
        held
    }

    /// How many slots of an activation are in use where it stands.
    pub(super) fn live_slots(&self, activation: CellId) -> u16 {
        let cell = &self.cells[activation];
        let code = &self.program.codes[cell.code];
        let at = cell.pc.checked_sub(1).and_then(|at| code.live.get(at as usize));
        at.copied().unwrap_or(code.slots)
    }

    fn close_unheld(&mut self, old: Vec<Value>, acc: Value) -> Result<(), Stop> {
        let may_be_lost = self.is_watched() && self.has_losses();
        let mut generators = self.suspended_among(old);
        generators.retain(|generator| !self.is_close_at_hand(*generator));
        if generators.is_empty() && !may_be_lost {
            return Ok(());
        }
        self.standing.push(Standing::keeping(acc));
        let unheld = self.unheld(&generators);
        self.tell_losses()?;
        for generator in unheld {
            self.close_freed(generator)?;
        }
        self.standing.pop();
        Ok(())
    }

    /// The generators among these values, and what exceptions among them hold, that have begun and that nobody closes yet.
    fn suspended_among(&self, values: Vec<Value>) -> Vec<Value> {
        let mut found = Vec::new();
        let mut pending = values;
        pending.reverse();
        let mut seen = Vec::new();
        while seen.len() < MOST_VALUES
            && let Some(value) = pending.pop()
        {
            if !may_close(value) || seen.contains(&value) {
                continue;
            }
            seen.push(value);
            match value {
                Value::Generator(number) => {
                    let cell = self.generator_cell(number);
                    let is_suspended = cell.is_some_and(|cell| self.cells[cell].state == State::Suspended);
                    if is_suspended && !found.contains(&value) && !self.orphans.contains(&value) {
                        found.push(value);
                    }
                }
                Value::Exception(at) => {
                    let exception = self.vm.heap.exception_object(at);
                    pending.extend(exception.cause.into_iter().chain(exception.context));
                    pending.extend(exception.held.iter().rev());
                }
                // Lists and tuples let go of their last items first (`listobject.c`, `list_dealloc`).
                Value::List(at) => pending.extend(self.vm.heap.list_items(at).iter().take(FEW_ITEMS)),
                Value::Tuple(at) => pending.extend(self.vm.heap.tuple_items(at).iter().take(FEW_ITEMS)),
                Value::Dict(at) => pending.extend(backwards(self.vm.heap.dict_table(at).iter())),
                Value::Instance(_) => {
                    let fields = self.vm.heap.fields(value).into_iter().flat_map(|fields| fields.iter());
                    pending.extend(backwards(fields));
                }
                _ => {}
            }
        }
        found
    }

    /// Whether one of the running activations holds the generator plainly, as most do.
    fn is_close_at_hand(&self, generator: Value) -> bool {
        let mut activation = self.activation;
        while activation != NO_CELL {
            let slots = self.cells.slots(activation, self.live_slots(activation));
            if slots.iter().any(|value| self.holds(*value, generator)) {
                return true;
            }
            let cell = &self.cells[activation];
            if cell.has(flag::TASK) || cell.link == activation {
                return false;
            }
            activation = cell.link;
        }
        false
    }

    fn holds(&self, value: Value, generator: Value) -> bool {
        match value {
            Value::Generator(_) => value == generator,
            Value::Shared(at) => self.vm.heap.shared_get(at) == generator,
            Value::Instance(_) => {
                self.vm.heap.fields(value).is_some_and(|fields| fields.iter().any(|(_, field)| field == generator))
            }
            Value::List(at) => self.vm.heap.list_items(at).iter().take(FEW_ITEMS).any(|item| *item == generator),
            Value::Tuple(at) => self.vm.heap.tuple_items(at).iter().take(FEW_ITEMS).any(|item| *item == generator),
            _ => false,
        }
    }

    /// A generator is freed: a plain one is closed, of an asynchronous one the loop makes a task that closes it
    /// (`base_events.py`, `_asyncgen_finalizer_hook`).
    pub(super) fn close_freed(&mut self, generator: Value) -> Result<(), Stop> {
        let Value::Generator(number) = generator else { return Ok(()) };
        if number & ASYNC_GENERATOR == 0 || self.is_closing(number) {
            // What it raises is told to nobody who could take it.
            let _ = self.call_to_its_end(self.helper(Helper::Close), &[generator])?;
        } else {
            self.close_soon(generator);
        }
        Ok(())
    }

    /// An `aclose` of an asynchronous generator begins.
    pub(super) fn begin_closing(&mut self, generator: Value) {
        if let Value::Generator(number) = generator
            && let Some(cell) = self.generator_cell(number)
        {
            self.cells[cell].flags |= flag::CLOSING;
        }
    }

    fn is_closing(&self, number: u64) -> bool {
        self.generator_cell(number).is_some_and(|cell| self.cells[cell].has(flag::CLOSING))
    }

    /// The loop closes an asynchronous generator in a task of its own.
    pub(super) fn close_soon(&mut self, generator: Value) {
        self.orphans.push(generator);
        let arguments = self.vm.heap.list(vec![generator]);
        let number = self.calls.insert(self.helper(Helper::StartClosing), arguments, None);
        self.vm.heap.note_allocation();
        self.call_soon(Handle::Call(number));
    }
}

/// The values of the first entries of a table, the last first.
fn backwards(entries: impl Iterator<Item = (Value, Value)>) -> Vec<Value> {
    let mut values: Vec<Value> = entries.take(FEW_ITEMS).map(|(_, value)| value).collect();
    values.reverse();
    values
}
