//! Running activations: an effect of the VM is performed, and the same activation goes on, another does, or the loop takes over.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::heap::ask::is_question;
use crate::kernel::{HAS_RESULT, IS_OWN, NO_CELL, State, Value, flag};
use crate::policy::Discipline;
use crate::program::code::{Generator, Op};
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::{CellId, CodeId, Delay, Id};

use super::effect::{Effect, Registers};
use super::task::Input;
use super::unwind::{Arrival, Unwound};
use super::{Engine, Stop};

/// How running an activation came to an end.
pub(super) enum Driven {
    /// The task suspended, or is over: the loop goes on.
    Suspended,
    /// The outermost activation, which belongs to no task, is over: with what stands in the engine's `ended`.
    Ended,
}

/// What comes after an effect.
pub(super) enum Next {
    /// The same activation goes on with this in the accumulator.
    Go(Value),
    /// Another activation runs, from its own pc.
    Enter(CellId, Value),
    /// An exception is raised in the activation.
    Throw(Raised),
    /// An exception that was handled in the activation goes on its way up.
    ThrowAgain(Raised),
    /// An exception is thrown into the activation from outside.
    ThrowInto(Raised),
    /// An exception comes back as it was thrown: nothing of what is being handled is its context.
    ThrowBack(Raised),
    /// The task suspended.
    Suspend,
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    fn end_with(&mut self, outcome: Input) -> Driven {
        self.ended = outcome;
        Driven::Ended
    }

    /// Throws `raised` into `activation`, and goes on as [`drive`](Self::drive) does.
    pub(super) fn throw(&mut self, activation: CellId, raised: Raised) -> Result<Driven, Stop> {
        match self.unwind(activation, raised, Arrival::Thrown)? {
            Unwound::Suspended => Ok(Driven::Suspended),
            Unwound::Ended(raised) => Ok(self.end_with(Err(raised))),
            Unwound::Go(NO_CELL, value) => Ok(self.end_with(Ok(value))),
            Unwound::Go(creator, value) => self.drive(creator, value),
        }
    }

    /// Runs `activation` with `acc` and whatever it calls, until the loop must take over.
    pub(super) fn drive(&mut self, activation: CellId, acc: Value) -> Result<Driven, Stop> {
        self.vm.stepping = NO_CELL;
        self.drive_on(activation, acc, false)
    }

    /// The same; where it `goes_on`, so do the steps that the loop takes next, until it is stopped. With no cell it begins with the next
    /// step.
    pub(super) fn drive_on(&mut self, activation: CellId, acc: Value, goes_on: bool) -> Result<Driven, Stop> {
        let program = self.program;
        let mut activation = activation;
        let mut acc = acc;
        loop {
            if activation == NO_CELL {
                let step = if goes_on { self.next_step(true)? } else { None };
                let Some((other, value)) = step else { return Ok(Driven::Suspended) };
                activation = other;
                acc = value;
            }
            self.activation = activation;
            let code = &program.codes[self.cells[activation].code];
            let mut registers = Registers { activation, pc: self.cells[activation].pc, acc };
            if program.lets_go {
                self.vm.may_let_go = self.may_let_go();
            }
            let effect = self.vm.execute(&mut self.discipline, &mut self.cells, code, &mut registers);
            self.cells[activation].pc = registers.pc;
            if self.ends_quietly(effect, activation, registers.acc) {
                activation = NO_CELL;
                continue;
            }
            let next = match effect {
                Effect::Return => match self.leave(activation, registers.acc)? {
                    Left::To(NO_CELL, value) => return Ok(self.end_with(Ok(value))),
                    Left::To(caller, value) if self.forget_by_hand(activation) => {
                        self.end_generator(caller, false, value)
                    }
                    Left::To(caller, value) => {
                        if self.thrown == activation {
                            self.thrown = caller;
                        }
                        Next::Enter(caller, value)
                    }
                    Left::Loop => Next::Suspend,
                    Left::Nothing(value) => return Ok(self.end_with(Ok(value))),
                },
                Effect::CallCode(callee, first, count) => self.call_code(CodeId(callee.into()), first, count),
                Effect::Pause => {
                    self.pause(registers.acc)?;
                    Next::Go(registers.acc)
                }
                effect => {
                    self.vm.stepping = NO_CELL;
                    self.carry_out(effect, activation, registers.acc)?
                }
            };
            let (raised, arrival) = match next {
                Next::Go(_) if self.refused.is_some() => (self.tell_refusal(), Arrival::Raised),
                Next::Go(value) => {
                    acc = value;
                    continue;
                }
                Next::Enter(other, value) => {
                    activation = other;
                    acc = value;
                    continue;
                }
                Next::Suspend if self.standing.is_empty() => {
                    activation = NO_CELL;
                    continue;
                }
                Next::Suspend => match self.back_to_creator() {
                    None => {
                        activation = NO_CELL;
                        continue;
                    }
                    Some((NO_CELL, value)) => return Ok(self.end_with(Ok(value))),
                    Some((creator, value)) => {
                        activation = creator;
                        acc = value;
                        continue;
                    }
                },
                Next::Throw(raised) if is_question(raised) => match self.enter_question(registers.acc) {
                    Next::Enter(other, value) => {
                        activation = other;
                        acc = value;
                        continue;
                    }
                    Next::Throw(raised) => (raised, Arrival::Raised),
                    _ => unreachable!("a question is a call"),
                },
                Next::Throw(raised) => (raised, Arrival::Raised),
                Next::ThrowAgain(raised) => (raised, Arrival::Again),
                Next::ThrowInto(raised) => (raised, Arrival::Thrown),
                Next::ThrowBack(raised) => (raised, Arrival::Back),
            };
            self.give_futures();
            match self.unwind(self.activation, raised, arrival)? {
                Unwound::Suspended => activation = NO_CELL,
                Unwound::Go(NO_CELL, value) => return Ok(self.end_with(Ok(value))),
                Unwound::Ended(raised) => return Ok(self.end_with(Err(raised))),
                Unwound::Go(other, value) => {
                    activation = other;
                    acc = value;
                }
            }
        }
    }

    /// Whether the step of a task is over with this, in few steps; `false` where it is not, or takes more.
    #[inline(always)]
    fn ends_quietly(&mut self, effect: Effect, activation: CellId, acc: Value) -> bool {
        match effect {
            Effect::Suspended => return true,
            Effect::Turn => return self.turn_quietly(),
            Effect::SleepFor(delay) => return self.sleep_quietly(self.program.delays[delay as usize]),
            Effect::Sleep => {
                if let Value::Float(bits) = acc
                    && f64::from_bits(bits) > 0.0
                    && let Ok(delay) = Delay::from_seconds(f64::from_bits(bits))
                {
                    return self.sleep_quietly(delay);
                }
            }
            Effect::CallLibrary(Function::Gather, first, _) => return self.gather_quietly(activation, first),
            Effect::Wait(method, first, _) => return self.standing.is_empty() && self.wait_quietly(method, first),
            Effect::Return => {
                if self.cells[activation].has(flag::TASK) && !self.may_let_go() && self.finish_quietly(activation, acc)
                {
                    return true;
                }
                self.is_calm = false;
            }
            Effect::Pause => self.is_calm = false,
            _ => {}
        }
        false
    }

    /// What is not done at once in [`drive`](Self::drive).
    #[inline(never)]
    fn carry_out(&mut self, effect: Effect, activation: CellId, acc: Value) -> Result<Next, Stop> {
        self.give_futures();
        Ok(match effect {
            Effect::Ask => self.ask(acc),
            Effect::Answer => self.answer(activation, acc)?,
            Effect::Stepped => unreachable!("ops are not done one by one here"),
            Effect::Yield => self.suspend_generator(activation, acc),
            Effect::Replace(slot) => self.replace(slot, acc)?,
            Effect::ReplaceShared(slot) => self.replace_shared(slot, acc)?,
            Effect::ReplaceGlobal(global) => self.replace_global(global, acc)?,
            Effect::LetGo(of_acc) => self.let_go_of_drops(of_acc, acc)?,
            Effect::StoreIfNew(slot) => self.store_if_new(slot, acc),
            Effect::DropGenerator(slot) => self.drop_generator(self.slot(slot), acc)?,
            Effect::StartTask => self.start_closing(acc)?,
            Effect::FinishGenerator => self.finish_generator(activation, acc)?,
            Effect::Resume(slot) => self.resume_generator(self.slot(slot), acc),
            Effect::ThrowInto(slot) => {
                let exception = self.made_to_be_thrown(acc, &[])?;
                self.throw_into_generator(self.slot(slot), exception)
            }
            Effect::Delegate(slot, target) => self.delegate(slot, target, acc)?,
            Effect::DelegateThrow(slot) => self.delegate_throw(slot, acc)?,
            Effect::Turn if self.is_by_hand() => self.turn_by_hand(0),
            Effect::Turn => self.turn(),
            Effect::SleepFor(delay) => self.sleep_for(self.program.delays[delay as usize], 0)?,
            Effect::Sleep => self.sleep(acc, 0)?,
            Effect::SleepWithResult => self.sleep(acc, HAS_RESULT)?,
            Effect::Await => self.await_value(acc, 0)?,
            Effect::AwaitOwn => self.await_value(acc, IS_OWN)?,
            Effect::Call(first, count) => self.call(first, count)?,
            Effect::CallShaped(first, shape) => self.call_shaped(first, shape)?,
            Effect::CallUnpacked(first) => self.call_unpacked(first)?,
            Effect::CallMethod(method, first, count) | Effect::Wait(method, first, count) => {
                if matches!(effect, Effect::Wait(..)) {
                    // The await is done with the call, or after it.
                    self.cells[activation].pc -= 1;
                }
                match self.await_method(method, first, count)? {
                    Some(next) => next,
                    None => self.call_method(method, first, count)?,
                }
            }
            Effect::CallLibrary(function, first, count) => {
                let arguments = first..first + u16::from(count);
                let cell = &self.cells[activation];
                let next_op = self.program.codes[cell.code].ops.get(cell.pc as usize);
                self.call_library(function, arguments, matches!(next_op, Some(Op::Discard)))?
            }
            Effect::Print(first, template) => self.print_template(activation, first, template),
            Effect::Attribute(name) => self.attribute(acc, name)?,
            Effect::CheckProtocol(slot, protocol) => self.check_protocol(slot, protocol, acc),
            Effect::Christen(name) => {
                self.christen(acc, name);
                Next::Go(acc)
            }
            Effect::Raise => Next::Throw(Raised(acc)),
            Effect::Reraise => Next::ThrowAgain(Raised(acc)),
            Effect::RaiseHandled => self.raise_handled(),
            Effect::Return | Effect::CallCode(..) | Effect::Suspended | Effect::Pause => {
                unreachable!("is done at once")
            }
        })
    }

    /// A coroutine runs only inside a task: a callback or the module cannot suspend.
    pub(super) fn no_task(&mut self) -> Raised {
        self.vm.heap.raise(ClassId::RUNTIME_ERROR, "no running event loop")
    }

    /// Enters a body whose arguments stand in the slots of the running activation.
    #[inline]
    pub(super) fn call_code(&mut self, callee: CodeId, first: u16, count: u8) -> Next {
        let code = &self.program.codes[callee];
        let state = if code.is_async { State::Fresh } else { State::Inline };
        let cell = self.cells.insert(callee, code.slots, state);
        self.cells.pass_arguments(self.activation, first, cell, count);
        if code.is_async {
            self.vm.heap.note_allocation();
            return Next::Go(self.coroutine(cell));
        }
        self.pass_on_arguments();
        self.enter_function(cell)
    }

    /// Goes on with the plain function in `cell`, called by the running activation.
    pub(super) fn enter_function(&mut self, cell: CellId) -> Next {
        let depth = self.depth() + 1;
        if depth > self.options.limits.recursion {
            self.free_cell(cell);
            let message = "maximum recursion depth exceeded";
            return Next::Throw(self.vm.heap.raise(ClassId::RECURSION_ERROR, message));
        }
        self.cells[cell].link = self.activation;
        self.cells[cell].set_wait(depth);
        self.unannounced += 1;
        Next::Enter(cell, Value::None)
    }

    /// How many calls the running activation is inside of.
    #[inline]
    pub(super) fn depth(&self) -> u64 {
        match self.cells.get(self.activation) {
            Some(cell) if cell.state == State::Inline => cell.wait(),
            Some(_) => 1,
            // A callback's, called by the loop itself.
            None => 0,
        }
    }

    /// A coroutine object's value: its cell, and which use of the cell is meant.
    pub(super) fn coroutine(&self, cell: CellId) -> Value {
        let kind = self.program.codes[self.cells[cell].code].generator;
        if kind != Generator::No {
            return self.generator(cell, kind);
        }
        self.cells.coroutine_value(cell)
    }

    /// The cell of a coroutine object that nothing has run yet.
    pub(super) fn fresh_coroutine(&self, value: u64) -> Option<CellId> {
        let cell = CellId(value as u32);
        (self.cells.holds_coroutine(value) && self.cells[cell].state == State::Fresh).then_some(cell)
    }

    /// Whether a coroutine object's coroutine has begun and is not over.
    pub(super) fn is_running_coroutine(&self, value: u64) -> bool {
        let cell = &self.cells[CellId(value as u32)];
        let has_begun = cell.state == State::Inline || cell.state.is_pending_task();
        self.cells.holds_coroutine(value) && has_begun && cell.state != State::Scheduled
    }

    #[inline]
    pub(super) fn free_cell(&mut self, cell: CellId) {
        self.close_frame(cell);
        let code = &self.program.codes[self.cells[cell].code];
        if code.is_async {
            self.vm.heap.note_freed();
            let has_names = !self.renamed_coroutines.is_empty();
            let names = if has_names { self.renamed_coroutines.swap_remove(&cell) } else { None };
            self.cells.note_end(cell, names);
        }
        self.cells.free(cell, code.slots);
    }

    /// The activation returned.
    #[inline]
    fn leave(&mut self, activation: CellId, value: Value) -> Result<Left, Stop> {
        self.let_go_of_variables(activation, value)?;
        if self.cells[activation].has(flag::TASK) {
            return Ok(match self.finish_task(activation, Ok(value)) {
                Some((creator, acc)) => Left::To(creator, acc),
                None => Left::Loop,
            });
        }
        self.leave_call(activation, Ok(value));
        let caller = self.cells[activation].link;
        self.free_cell(activation);
        Ok(if caller == NO_CELL { Left::Nothing(value) } else { Left::To(caller, value) })
    }

    /// Tells the trace that a call is over, if it knows of it.
    pub(super) fn leave_call(&mut self, activation: CellId, outcome: Input) {
        let code = &self.program.codes[self.cells[activation].code];
        let is_announced = self.cells[activation].has(flag::ANNOUNCED);
        if !code.is_async && !is_announced && self.cells[activation].link != NO_CELL {
            self.unannounced = self.unannounced.saturating_sub(1);
        }
        if is_announced {
            self.tell_back(code.name, outcome);
        }
    }

    /// The values in `slots` of the running activation.
    pub(super) fn values(&self, slots: std::ops::Range<u16>) -> &[Value] {
        let code = &self.program.codes[self.cells[self.activation].code];
        &self.cells.slots(self.activation, code.slots)[usize::from(slots.start)..usize::from(slots.end)]
    }

    /// One slot of the running activation.
    pub(super) fn slot(&self, slot: u16) -> Value {
        self.cells.slot(self.activation, slot)
    }

    /// The id of a name made while running.
    pub(super) fn intern(&mut self, text: &str) -> crate::units::NameId {
        let name = self.names.intern(text);
        if self.ordinals.len() <= name.index() {
            self.ordinals.resize(name.index() + 1, 0);
        }
        name
    }
}

/// Where a return leads.
enum Left {
    To(CellId, Value),
    Loop,
    Nothing(Value),
}
