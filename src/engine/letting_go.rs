//! What a program lets go of. CPython frees a generator with the last reference to it, which closes it, and a task or future whose
//! exception nobody has seen, which is told to the handler of the loop, and an object that the script finalizes. Here the moments at
//! which a variable loses one are known, and then it is looked whether anything still holds it.
//!
//! Only programs with generators, a handler, `__del__` or weak references have such moments ([`Program::lets_go`](crate::program::Program)).

use crate::kernel::exception::Raised;
use crate::kernel::{Cell, FutureState, NO_CELL, State, Value, flag, value_of};
use crate::policy::{Discipline, Handle};
use crate::program::code::Op;
use crate::script::PythonVersion;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId};

use super::activation::Next;
use super::operand::{content, may_close, set_shared};
use super::{Engine, Stop};

/// So many values that hang together are looked through.
const MOST_VALUES: usize = 256;
/// So many items of a list are looked at before everything is.
const FEW_ITEMS: usize = 64;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Whether something happens when the script lets go of something.
    #[inline]
    pub(super) fn may_let_go(&self) -> bool {
        self.program.lets_go && (self.has_closable() || self.is_watched())
    }

    /// Whether there may be something that is closed, or told of, when it is freed.
    pub(super) fn has_closable(&self) -> bool {
        self.suspended > 0
            || !self.by_hand.is_empty()
            || self.program.records_warnings
            || self.program.finalizes
            || !self.weak.callbacks.is_empty()
    }

    /// Whether the script wants to be told of exceptions that nobody saw.
    pub(super) fn is_watched(&self) -> bool {
        self.loops.are_watched
    }

    /// Whether the loop that a task or a future is of has a handler of the script.
    pub(super) fn has_handler(&self, awaitable: Awaitable) -> bool {
        self.is_watched() && self.handler_of(self.home(awaitable)) != Value::None
    }

    /// `future.set_exception(…)`: nothing may hold the future any more behind the statement.
    pub(super) fn set_exception(&mut self, awaitable: Awaitable, exception: Value) -> Next {
        self.vm.heap.drop_value(value_of(awaitable));
        self.set_outcome(awaitable, "exception", FutureState::Exception(exception))
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

    /// A statement is over: containers and objects, and where `of_acc` the accumulator, have let go of something.
    pub(super) fn let_go_of_drops(&mut self, of_acc: bool, acc: Value) -> Result<Next, Stop> {
        let mut old = self.vm.heap.take_drops();
        old.extend(of_acc.then_some(acc));
        let kept = if of_acc { Value::None } else { acc };
        self.close_unheld(old, kept)?;
        Ok(Next::Go(kept))
    }

    /// A variable of the running activation does not hold `old` any more.
    fn let_go(&mut self, old: Value, acc: Value) -> Result<Next, Stop> {
        self.close_unheld(vec![old], acc)?;
        Ok(Next::Go(acc))
    }

    /// An activation is over, and gives `value`.
    pub(super) fn let_go_of_variables(&mut self, activation: CellId, value: Value) -> Result<(), Stop> {
        if !self.program.lets_go {
            return Ok(());
        }
        self.close_frame(activation);
        if !self.may_let_go() {
            return Ok(());
        }
        let object = self.cells.slot(activation, 0);
        let mut held = self.take_variables(activation);
        held.extend(self.arguments_held(activation));
        let is_kept = self.steps_object(activation) && self.cells[activation].has(flag::TASK);
        if is_kept {
            // The task goes on holding it.
            self.cells.set_slot(activation, 0, object);
            self.kept.push(object);
            held.retain(|value| *value != object);
        }
        if !held.is_empty() {
            self.close_unheld(held, value)?;
        }
        if is_kept {
            self.kept.pop();
        }
        Ok(())
    }

    /// The step that threw an exception into its task is over, and forgets it: in the task that is `current`, or outside of all.
    pub(super) fn let_go_of_thrown(&mut self, current: Option<CellId>) -> Result<(), Stop> {
        self.weak.released = std::mem::take(&mut self.weak.waker);
        let Some(exception) = self.thrown_in.take() else { return Ok(()) };
        self.current = current;
        self.activation = NO_CELL;
        // The step holds its task until it is over.
        self.kept.push(current.map_or(Value::None, |task| value_of(Awaitable::Task(task))));
        self.close_unheld(vec![exception], Value::None)?;
        self.kept.pop();
        self.current = None;
        Ok(())
    }

    /// An exception goes to a handler of an activation, or leaves it, and there first of all what its statement was about to use is
    /// let go of (`ceval.c`, `exception_unwind`).
    pub(super) fn let_go_of_temporaries(
        &mut self,
        activation: CellId,
        handler: Option<u32>,
        raised: Raised,
    ) -> Result<(), Stop> {
        let code = &self.program.codes[self.cells[activation].code];
        let named = u16::try_from(code.locals.len()).unwrap_or(u16::MAX);
        let first = handler.and_then(|target| code.live.get(target as usize)).map_or(named, |live| *live);
        let mut old = Vec::new();
        for slot in first..self.live_slots(activation) {
            let value = self.cells.slot(activation, slot);
            if may_close(value) {
                self.cells.set_slot(activation, slot, Value::Unbound);
                old.push(value);
            }
        }
        let innermost = std::mem::replace(&mut self.activation, activation);
        self.close_unheld(old, raised.0)?;
        self.activation = innermost;
        Ok(())
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

    /// The running activation calls a function, which alone holds its arguments from now on (`ceval.c`, `CALL`). What is no
    /// function itself is called with arguments that the caller holds, and so is in 3.11 what takes them from a list.
    #[inline]
    pub(super) fn pass_on_arguments(&mut self) {
        if self.program.lets_go && self.passes_on_arguments() {
            self.take_arguments(self.activation);
        }
    }

    fn passes_on_arguments(&self) -> bool {
        match self.cells.get(self.activation).and_then(|cell| self.op_of(cell)) {
            Some(Op::CallCode(..) | Op::CallMethod(..)) => true,
            Some(Op::CallUnpacked(_)) if !self.is_since(PythonVersion::V3_12) => false,
            Some(Op::Call(first, _) | Op::CallShaped(first, _) | Op::CallUnpacked(first)) => {
                matches!(self.slot(first), Value::Function(_) | Value::BoundMethod(_))
            }
            _ => false,
        }
    }

    /// What the caller of an activation that is over still holds of the call.
    fn arguments_held(&mut self, activation: CellId) -> Vec<Value> {
        let cell = &self.cells[activation];
        let caller = cell.link;
        let standing = if cell.state == State::Inline { self.cells.get(caller) } else { None };
        match standing.and_then(|caller| self.op_of(caller)) {
            Some(Op::Call(first, _) | Op::CallShaped(first, _) | Op::CallUnpacked(first))
                if matches!(
                    self.cells.slot(caller, first),
                    Value::Function(_) | Value::BoundMethod(_) | Value::Class(_) | Value::Instance(_)
                ) =>
            {
                self.take_arguments(caller)
            }
            _ => Vec::new(),
        }
    }

    /// The op in which an activation stands.
    fn op_of(&self, cell: &Cell) -> Option<Op> {
        self.program.codes[cell.code].ops.get(cell.pc.checked_sub(1)? as usize).copied()
    }

    /// What the call in which an activation stands was given, and nothing behind it uses: the activation does not hold it any more.
    fn take_arguments(&mut self, activation: CellId) -> Vec<Value> {
        let cell = &self.cells[activation];
        let (live, behind) = (&self.program.codes[cell.code].live, cell.pc as usize);
        let (Some(&last), Some(&first)) = (live.get(behind.wrapping_sub(1)), live.get(behind)) else {
            return Vec::new();
        };
        let mut given = Vec::new();
        for slot in first..last {
            given.push(self.cells.slot(activation, slot));
            self.cells.set_slot(activation, slot, Value::Unbound);
        }
        given
    }

    /// How many slots of an activation are in use where it stands.
    pub(super) fn live_slots(&self, activation: CellId) -> u16 {
        let cell = &self.cells[activation];
        let code = &self.program.codes[cell.code];
        let at = cell.pc.checked_sub(1).and_then(|at| code.live.get(at as usize));
        at.copied().unwrap_or(code.slots)
    }

    /// A runner holds the tasks no more that it has cancelled. From 3.12 on the frames of their coroutines hold those of their callers,
    /// so the runner's own, in which the tasks are: circles.
    pub(super) fn let_go_of_tasks(&mut self, tasks: &[CellId]) -> Result<(), Stop> {
        if !self.may_let_go() {
            return Ok(());
        }
        if self.is_since(PythonVersion::V3_12) {
            let has_frames = |task: &CellId| match self.cells.slot(*task, 0) {
                Value::Exception(at) => !self.vm.heap.exception_object(at).held.is_empty(),
                _ => false,
            };
            let circles = tasks.iter().filter(|task| self.cells[**task].state.is_done() && has_frames(task));
            self.circles.extend(circles.map(|task| value_of(Awaitable::Task(*task))));
            return Ok(());
        }
        self.activation = NO_CELL;
        self.current = None;
        self.look_and_tell(&[])
    }

    /// A loop is closed, and holds what it had to do no more.
    pub(super) fn let_go_of_loop(&mut self) -> Result<(), Stop> {
        if self.alive == 0 && !(self.is_watched() && self.has_losses()) {
            return Ok(());
        }
        let (activation, current) = (std::mem::replace(&mut self.activation, NO_CELL), self.current.take());
        self.look_and_tell(&[])?;
        (self.activation, self.current) = (activation, current);
        Ok(())
    }

    /// The loop has run a handle, and holds it no more.
    pub(super) fn let_go_of_handle(&mut self, handle: Handle) -> Result<(), Stop> {
        let mut released = std::mem::take(&mut self.weak.released);
        if self.is_watched() && self.has_losses() {
            // The script wants to be told as soon as nobody holds them any more.
            self.activation = NO_CELL;
            self.current = None;
            self.leave_context();
            return self.look_and_tell(&[]);
        }
        if let Handle::Step(task)
        | Handle::GatherChild(_, Awaitable::Task(task))
        | Handle::Report(_, Awaitable::Task(task)) = handle
            && self.holds_when_over(task)
        {
            released.push(value_of(Awaitable::Task(task)));
        }
        if self.has_closable() && !released.is_empty() {
            self.activation = NO_CELL;
            self.current = None;
            self.leave_context();
            self.close_unheld(released, Value::None)?;
        }
        if self.lost.is_empty() { Ok(()) } else { self.tell_losses() }
    }

    /// What the loop lets go of itself is told of in its own context; from 3.12 on in that of the task (`base_events.py`,
    /// `call_exception_handler`).
    fn leave_context(&mut self) {
        if !self.is_since(PythonVersion::V3_12) {
            self.contexts.enter_loop();
        }
    }

    /// Looks what nothing holds any more, and what that held alone, and does what is to be done about it.
    pub(super) fn look_and_tell(&mut self, first: &[Value]) -> Result<(), Stop> {
        self.look(first, false);
        while !self.lost.is_empty() {
            self.tell_losses()?;
            self.look(&[], false);
        }
        Ok(())
    }

    /// Whether these values lead to a generator or coroutine that has begun and that nobody closes yet, or to an object of whose end
    /// the script is told, and no running activation and no global holds it.
    pub(super) fn may_free_what_matters(&self, values: &[Value]) -> bool {
        if !self.has_closable() {
            return false;
        }
        let mut pending = values.to_vec();
        let mut seen = Vec::new();
        while let Some(value) = pending.pop() {
            if !may_close(value) || seen.contains(&value) {
                continue;
            }
            if seen.len() >= MOST_VALUES {
                return false;
            }
            seen.push(value);
            let is_by_hand = |number: u64| self.by_hand.drives(CellId(number as u32));
            let may_be_freed = match value {
                Value::Generator(_) => true,
                Value::Coroutine(number) => is_by_hand(number) || self.is_never_awaited(number),
                other => self.is_to_be_finalized(other) || self.weak.callbacks.has(other),
            };
            if may_be_freed && self.matters(value) && !self.is_close_at_hand(value) {
                return true;
            }
            pending.extend(self.held_by(value));
        }
        false
    }

    /// Whether a global or one of the running activations holds a value plainly, as most do.
    fn is_close_at_hand(&self, held: Value) -> bool {
        if self.vm.globals.iter().any(|value| self.holds(*value, held)) {
            return true;
        }
        let mut activation = self.activation;
        while activation != NO_CELL {
            let slots = self.cells.slots(activation, self.live_slots(activation));
            if slots.iter().any(|value| self.holds(*value, held)) {
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

    fn holds(&self, value: Value, held: Value) -> bool {
        match value {
            _ if value == held => true,
            Value::Shared(at) => self.vm.heap.shared_get(at) == held,
            Value::Instance(_) => self.vm.heap.has_field_that_is(value, held),
            Value::List(at) => self.vm.heap.list_items(at).iter().take(FEW_ITEMS).any(|item| *item == held),
            Value::Tuple(at) => self.vm.heap.tuple_items(at).iter().take(FEW_ITEMS).any(|item| *item == held),
            _ => false,
        }
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
