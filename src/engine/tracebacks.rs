//! The frames that tracebacks hold: of every activation that an exception passed, with its variables. A frame outlives its
//! activation where a traceback holds it, and holds the frame of its caller from then on (`frame.c`, `take_ownership`).
//!
//! Only programs in which it matters when something is freed have them ([`Program::lets_go`](crate::program::Program)).

use indexmap::IndexMap;

use crate::kernel::exception::{Passed, Raised};
use crate::kernel::{NO_CELL, State, Value, flag, value_of};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId};

use super::Engine;
use super::operand::may_hold;

/// A traceback keeps this many frames: deep recursion repeats itself.
pub(super) const MOST_FRAMES: usize = 1000;

/// The frame of an activation.
#[derive(Debug)]
struct Frame {
    /// The activation, as long as it is not over: it has the variables.
    of: Option<CellId>,
    /// What the variables held when it was over.
    variables: Vec<Value>,
    /// The frame of the caller, once it is over.
    back: Option<u64>,
    is_marked: bool,
}

/// All frames that tracebacks hold.
#[derive(Debug, Default)]
pub(super) struct Frames {
    slots: Vec<Option<Frame>>,
    free: Vec<u64>,
    /// Those of activations that are not over.
    pub(super) open: IndexMap<CellId, u64>,
}

impl Frames {
    fn insert(&mut self, of: CellId) -> u64 {
        let frame = Frame { of: Some(of), variables: Vec::new(), back: None, is_marked: false };
        if let Some(number) = self.free.pop() {
            self.slots[number as usize] = Some(frame);
            return number;
        }
        self.slots.push(Some(frame));
        self.slots.len() as u64 - 1
    }

    /// The frame of one activation is that of another from now on.
    pub(super) fn move_to(&mut self, before: CellId, now: CellId) {
        let Some(number) = self.open.swap_remove(&before) else { return };
        self.open.insert(now, number);
        if let Some(frame) = &mut self.slots[number as usize] {
            frame.of = Some(now);
        }
    }

    fn get(&self, number: u64) -> Option<&Frame> {
        self.slots.get(number as usize).and_then(Option::as_ref)
    }

    /// Marks a frame for the collector of garbage; whether it was not marked yet.
    pub(super) fn mark(&mut self, number: u64) -> bool {
        let frame = self.slots.get_mut(number as usize).and_then(Option::as_mut);
        frame.is_some_and(|frame| !std::mem::replace(&mut frame.is_marked, true))
    }

    /// Whether a frame is marked.
    pub(super) fn is_marked(&self, number: u64) -> bool {
        self.get(number).is_none_or(|frame| frame.is_marked)
    }

    /// The frames that are not marked.
    pub(super) fn unmarked(&self) -> impl Iterator<Item = Value> {
        let all = (0..).zip(&self.slots);
        all.filter(|(_, slot)| slot.as_ref().is_some_and(|frame| !frame.is_marked))
            .map(|(number, _)| Value::Frame(number))
    }

    /// Frees what is not marked, and forgets the marks.
    pub(super) fn sweep(&mut self) {
        for (number, slot) in (0..).zip(&mut self.slots) {
            let Some(frame) = slot else { continue };
            if !std::mem::replace(&mut frame.is_marked, false) {
                if let Some(activation) = frame.of {
                    self.open.swap_remove(&activation);
                }
                *slot = None;
                self.free.push(number);
            }
        }
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The frame of an activation that is not over.
    fn frame_of(&mut self, activation: CellId) -> u64 {
        if let Some(number) = self.frames.open.get(&activation) {
            return *number;
        }
        let number = self.frames.insert(activation);
        self.frames.open.insert(activation, number);
        self.vm.heap.note_allocation();
        number
    }

    /// The traceback of an exception that passed through an activation holds its frame.
    pub(super) fn hold_frame(&mut self, activation: CellId, raised: Raised) {
        let Value::Exception(at) = raised.0 else { return };
        let frame = Value::Frame(self.frame_of(activation));
        let held = &mut self.vm.heap.exception_object_mut(at).held;
        if held.len() < MOST_FRAMES && held.last() != Some(&frame) {
            held.push(frame);
        }
    }

    /// The traceback holds the frames of the library, too, and so the coroutines it was called with, which none has awaited.
    pub(super) fn hold_unawaited(&mut self, activation: CellId, raised: Raised) {
        let Value::Exception(at) = raised.0 else { return };
        let named = self.program.codes[self.cells[activation].code].locals.len();
        let slots = self.cells.slots(activation, self.live_slots(activation));
        let is_fresh = |value: &&Value| matches!(value, Value::Coroutine(number) if self.is_never_awaited(*number));
        let held: Vec<Value> = slots.iter().skip(named).filter(is_fresh).copied().collect();
        self.vm.heap.exception_object_mut(at).held.extend(held);
    }

    /// What is thrown into an activation that has not begun passes it all the same, at its first line (`genobject.c`, `gen_send_ex2`).
    pub(super) fn pass_unbegun(&mut self, activation: CellId, raised: Raised) {
        let id = self.cells[activation].code;
        let code = &self.program.codes[id];
        let is_told = code.told_as.is_some();
        if self.program.lets_go && code.has_frame {
            self.hold_frame(activation, raised);
            self.close_frame(activation);
        }
        if is_told {
            self.note_passed(raised, Passed::Unbegun(id));
        }
    }

    /// What is raised holds something besides frames: what a function of the library that it passed has in a variable.
    pub(super) fn hold_with(&mut self, outcome: Result<Value, Raised>, value: Value) {
        if let Err(Raised(Value::Exception(at))) = outcome
            && self.program.lets_go
        {
            self.vm.heap.exception_object_mut(at).held.push(value);
        }
    }

    /// An activation is over: its frame, if a traceback may hold it, takes the variables.
    #[inline]
    pub(super) fn close_frame(&mut self, activation: CellId) {
        if !self.frames.open.is_empty() {
            self.close_open_frame(activation);
        }
    }

    #[cold]
    fn close_open_frame(&mut self, activation: CellId) {
        let Some(number) = self.frames.open.swap_remove(&activation) else { return };
        let cell = &self.cells[activation];
        let code = &self.program.codes[cell.code];
        let named = u16::try_from(code.locals.len()).unwrap_or(code.slots).min(code.slots);
        let slots = self.cells.slots(activation, named);
        let mut variables: Vec<Value> = slots.iter().copied().filter(|value| may_hold(*value)).collect();
        let creator = self.standing.last().filter(|standing| standing.child == activation && !self.is_sequential());
        let caller = match creator {
            Some(creator) => {
                if creator.is_by_factory {
                    // A variable of `create_task`, which called it.
                    self.cells[activation].flags |= flag::HELD;
                    variables.push(value_of(Awaitable::Task(activation)));
                }
                self.with_frame(creator.activation)
            }
            None => self.caller_with_frame(activation),
        };
        let back = caller.map(|caller| self.frame_of(caller));
        if let Some(frame) = &mut self.frames.slots[number as usize] {
            frame.of = None;
            frame.variables = variables;
            frame.back = back;
        }
    }

    /// Who called an activation, if he runs: what CPython has in C is passed over. Before 3.12 a coroutine or generator that is over
    /// has forgotten it already (`genobject.c`, `gen_send_ex2`).
    fn caller_with_frame(&self, activation: CellId) -> Option<CellId> {
        if self.program.codes[self.cells[activation].code].is_async && !self.is_since(PythonVersion::V3_12) {
            return None;
        }
        let cell = &self.cells[activation];
        if cell.has(flag::TASK) || cell.link == activation { None } else { self.with_frame(cell.link) }
    }

    /// The first of an activation that runs and those that called it that has a frame.
    fn with_frame(&self, activation: CellId) -> Option<CellId> {
        let mut activation = activation;
        while activation != NO_CELL && matches!(self.cells[activation].state, State::Inline | State::Running) {
            let cell = &self.cells[activation];
            if self.program.codes[cell.code].has_frame {
                return Some(activation);
            }
            if cell.has(flag::TASK) || cell.link == activation {
                return None;
            }
            activation = cell.link;
        }
        None
    }

    /// What a frame holds, in the order in which CPython lets go of it.
    pub(super) fn held_by_frame(&self, number: u64) -> Vec<Value> {
        let Some(frame) = self.frames.get(number) else { return Vec::new() };
        let mut held = match frame.of {
            Some(activation) => self.cells.slots(activation, self.live_slots(activation)).to_vec(),
            None => frame.variables.clone(),
        };
        held.extend(frame.back.map(Value::Frame));
        held
    }
}
