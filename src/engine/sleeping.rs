//! `asyncio.sleep`, awaited on the spot: a turn for the others, or a timer (`tasks.py`, `sleep`).

use crate::kernel::agenda::{Target, Timer};
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{State, Value, flag};
use crate::policy::{Discipline, Handle, Ready};
use crate::trace::{Awaited, Cause, EventKind, Sink};
use crate::units::{CellId, Delay};

use super::activation::Next;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `await asyncio.sleep(seconds)` (`tasks.py`, `sleep`): a delay of zero or less is one turn, anything else a timer.
    #[inline]
    pub(super) fn sleep(&mut self, seconds: Value, result: u64) -> Result<Next, Stop> {
        let is_turn = match seconds {
            Value::Int(seconds) => seconds <= 0,
            Value::Float(bits) => f64::from_bits(bits) <= 0.0,
            Value::Bool(truth) => truth == 0,
            other => match self.vm.heap.number(other) {
                Some(seconds) => seconds.as_float() <= 0.0,
                None => {
                    let raised = self.not_comparable(other);
                    return Ok(self.slept_badly(raised));
                }
            },
        };
        if is_turn {
            if self.is_by_hand() {
                return Ok(self.turn_by_hand(result));
            }
            let Some(task) = self.current else { return Ok(Next::Throw(self.no_task())) };
            self.give_a_turn(task, result);
            return Ok(Next::Suspend);
        }
        match self.delay(seconds) {
            Ok(delay) => self.sleep_for(delay, result),
            Err(raised) => Ok(self.slept_badly(raised)),
        }
    }

    /// What `sleep` raises has passed it, also where it has no activation of its own.
    #[cold]
    fn slept_badly(&mut self, raised: Raised) -> Next {
        let own = self.cells.get(self.activation).map(|cell| &self.program.codes[cell.code]);
        let own = own.filter(|code| code.is_hidden).and_then(|code| code.told_as);
        let is_told = own.is_some_and(|name| self.names.text(name) == "sleep");
        self.pass_named([(!is_told).then_some("sleep")], raised);
        Next::Throw(raised)
    }

    /// What `delay <= 0` raises for what is no number (`tasks.py`, `sleep`).
    #[cold]
    fn not_comparable(&mut self, delay: Value) -> Raised {
        let kind = self.vm.heap.type_name(delay);
        let message = format!("'<=' not supported between instances of '{kind}' and 'int'");
        self.vm.heap.raise(ClassId::TYPE_ERROR, message)
    }

    #[inline]
    pub(super) fn give_a_turn(&mut self, task: CellId, result: u64) {
        self.vm.events += 1;
        self.tell(EventKind::Await { on: Awaited::Sleep(Delay::ZERO) });
        let cell = &mut self.cells[task];
        cell.state = State::Yielded;
        cell.set_wait(result);
        cell.link = self.activation;
        self.discipline.enqueue(Ready::new(Handle::Step(task), Cause::Yielded, self.now));
    }

    #[inline]
    pub(super) fn sleep_for(&mut self, delay: Delay, result: u64) -> Result<Next, Stop> {
        if self.is_by_hand() {
            return self.sleep_by_hand(delay, result);
        }
        let Some(task) = self.current.filter(|_| self.loops.told.is_none() || self.running_loop().is_some()) else {
            return Ok(Next::Throw(self.no_task()));
        };
        let deadline = self.now + delay;
        self.vm.events += 1;
        self.tell(EventKind::Await { on: Awaited::Sleep(delay) });
        self.set_sleep_timer(task, deadline);
        let cell = &mut self.cells[task];
        cell.set_wait(delay.nanoseconds() | result);
        cell.link = self.activation;
        cell.state = State::Sleeping;
        if cell.has(flag::MUST_CANCEL) {
            // `tasks.py`, `__step_run_and_handle_result`: a cancellation that waits reaches what is awaited now.
            cell.flags &= !flag::MUST_CANCEL;
            let message = self.message_of(task);
            self.cancel_sleep(task, message);
        }
        Ok(Next::Suspend)
    }

    /// `await asyncio.sleep(0)`, as [`give_a_turn`](Self::give_a_turn) does it; whether it was done.
    #[inline(always)]
    pub(super) fn turn_quietly(&mut self) -> bool {
        let Some(task) = self.current else { return false };
        if !self.is_calm && (!self.is_quiet() || self.by_hand.is_used || !self.standing.is_empty()) {
            return false;
        }
        self.vm.events += 1;
        self.vm.told += 1;
        let cell = &mut self.cells[task];
        cell.state = State::Yielded;
        cell.set_wait(0);
        cell.link = self.activation;
        self.discipline.enqueue(Ready::new(Handle::Step(task), Cause::Yielded, self.now));
        true
    }

    /// `await asyncio.sleep(delay)`, as [`sleep_for`](Self::sleep_for) does it; whether it was done.
    #[inline(never)]
    pub(super) fn sleep_quietly(&mut self, delay: Delay) -> bool {
        let (Some(task), Some(deadline)) = (self.current, self.now.checked_add(delay)) else { return false };
        let is_plain = self.is_calm
            || self.is_quiet() && self.standing.is_empty() && self.workers.machine.is_alone() && !self.by_hand.is_used;
        let cell = &mut self.cells[task];
        // One of no length is due in this very pass.
        if !is_plain || cell.has(flag::MUST_CANCEL) || delay == Delay::ZERO {
            return false;
        }
        self.vm.events += 1;
        self.vm.told += 1;
        cell.state = State::Sleeping;
        cell.set_wait(delay.nanoseconds());
        cell.link = self.activation;
        self.agenda.push(Timer::new(deadline, Target::Sleeper(task), cell.generation));
        true
    }
}
