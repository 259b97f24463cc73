//! Handles: what `call_soon`, `call_later` and `call_at` return (`events.py`, `Handle`).

use crate::kernel::agenda::{Target, Timer};
use crate::kernel::exception::ClassId;
use crate::kernel::{CallState, Value, operate, value_of};
use crate::policy::Discipline;
use crate::signatures::asyncio::Function;
use crate::trace::{EventKind, Sink};
use crate::units::{Awaitable, Time};

use super::activation::Next;
use super::call::{go_or_throw, handle_of};
use super::library::Deadline;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// A comparison of two handles of timers (`events.py`, `TimerHandle.__lt__` and its kin).
    pub(super) fn compare_timers(&self, arguments: &[Value]) -> Value {
        let [left, right] = [0, 1].map(|index| match arguments[index] {
            Value::Handle(number) => self.calls[number as u32],
            _ => unreachable!("the kernel asks for handles alone"),
        });
        let is_equal = || {
            let arguments = operate::equals(&self.vm.heap, left.arguments, right.arguments).unwrap_or(false);
            left.seconds() == right.seconds()
                && left.function == right.function
                && left.state == right.state
                && arguments
        };
        let deadlines = [left, right].map(|call| (call.when, std::cmp::Reverse(call.early)));
        Value::bool(match self.vm.heap.as_text(arguments[2]) {
            Some("<") => deadlines[0] < deadlines[1],
            Some(">") => deadlines[0] > deadlines[1],
            Some("<=") => deadlines[0] < deadlines[1] || is_equal(),
            Some(">=") => deadlines[0] > deadlines[1] || is_equal(),
            Some("!=") => !is_equal(),
            _ => is_equal(),
        })
    }

    /// Schedules a call for an instant, and sets its timer.
    pub(super) fn schedule_call(&mut self, function: Value, arguments: Value, deadline: Deadline) -> Result<u32, Stop> {
        let (at, early) = match deadline {
            Deadline::At(at) => (at, None),
            Deadline::Early(by) => (Time::ZERO, Some(by)),
        };
        let number = self.calls.insert(function, arguments, Some(at));
        self.calls[number].early = early.unwrap_or_default();
        self.vm.heap.note_allocation();
        self.tell_loop(EventKind::TimerSet { deadline: at });
        let target = Target::Callback(number);
        let timer = early.map_or_else(|| Timer::new(at, target, 0), |by| Timer::early(by, target, 0));
        if !self.workers.machine.is_alone() {
            self.workers.note_timer(&timer);
        }
        self.agenda.push(timer);
        Ok(number)
    }

    /// `asyncio.Handle(callback, args, loop)` and `asyncio.TimerHandle(when, …)`: no loop makes the call.
    pub(super) fn new_handle(&mut self, when: Option<Value>, given: &[Value]) -> Next {
        if when == Some(Value::None) {
            return Next::Throw(self.vm.heap.unsupported("a handle of a timer without a time"));
        }
        let at = match when.map(|when| self.signed_delay(when)) {
            None => None,
            Some(Ok(delay)) => match delay.from(Time::ZERO) {
                Deadline::At(at) => Some(at),
                Deadline::Early(_) => {
                    return Next::Throw(self.vm.heap.unsupported("a handle of a time before the run"));
                }
            },
            Some(Err(raised)) => return Next::Throw(raised),
        };
        let arguments = match operate::collect(&mut self.vm.heap, given[1]) {
            Ok(arguments) => self.vm.heap.list(arguments),
            Err(raised) => return Next::Throw(raised),
        };
        let number = self.calls.insert(given[0], arguments, at);
        self.vm.heap.note_allocation();
        self.calls[number].state = CallState::Waiting;
        self.calls[number].is_whole = matches!(when, Some(Value::Int(_)));
        self.note_context_of_call(number, given[3]);
        if let Value::Loop(home) = given[2] {
            self.sources.homes.insert(number, home);
        }
        Next::Go(handle_of(number, at))
    }

    /// `handle.cancel()`
    pub(super) fn cancel_call(&mut self, number: u32) {
        if self.calls[number].state == CallState::InAgenda {
            self.agenda.note_cancelled();
            let deadline = self.calls[number].when.unwrap_or_default();
            self.tell_loop(EventKind::TimerCancelled { deadline });
        }
        // Also a call that was made can still be cancelled, in name, and holds nothing any more (`events.py`, `Handle.cancel`).
        let call = &mut self.calls[number];
        (call.function, call.arguments) = (Value::None, Value::None);
        call.state = CallState::Cancelled;
    }

    /// A sleep that was begun by hand is over, and needs its timer no more (`tasks.py`, `sleep`).
    pub(super) fn cancel_timer_of(&mut self, future: Awaitable) {
        let is_given = |arguments| match arguments {
            Value::List(at) => self.vm.heap.list_items(at).first() == Some(&value_of(future)),
            _ => false,
        };
        let setter = Value::Asyncio(Function::SetUnlessDone as u64);
        let found = self.calls.in_agenda().find(|(_, call)| call.function == setter && is_given(call.arguments));
        if let Some((number, _)) = found {
            self.cancel_call(number);
        }
    }

    /// `handle._run()` by the script: the call is made at once, and what it raises goes to the loop's handler (`events.py`,
    /// `Handle._run`).
    fn run_handle(&mut self, number: u32) -> Result<Next, Stop> {
        if self.calls[number].state == CallState::Cancelled {
            return Ok(Next::Throw(self.vm.heap.unsupported("the call of a handle that was cancelled")));
        }
        let current = self.current;
        let outer = self.step_aside();
        self.contexts.enter_call(number);
        let ran = match self.sources.homes.get(&number).copied() {
            Some(home) => self.on_loop(home, |engine| engine.run_callback(number)),
            None => self.run_callback(number),
        };
        let ran = self.caught(ran);
        self.step_back(outer);
        self.current = current;
        Ok(go_or_throw(ran?.map(|()| Value::None)))
    }

    /// Methods of what `call_soon` and its kin return.
    pub(super) fn handle_method(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        let Value::Handle(handle) = arguments[0] else {
            let message = "descriptor requires a handle";
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, message)));
        };
        let number = handle as u32;
        Ok(match function {
            Function::HandleCancel => {
                let held = [self.calls[number].function, self.calls[number].arguments];
                if self.calls[number].state != CallState::Cancelled {
                    self.note_cancelled(handle)?;
                }
                self.cancel_call(number);
                self.vm.heap.drop_values(held);
                Next::Go(Value::None)
            }
            Function::HandleCancelled => Next::Go(Value::bool(self.calls[number].state == CallState::Cancelled)),
            Function::HandleWhen => match self.calls[number].seconds() {
                Some(when) if self.calls[number].is_whole => Next::Go(Value::Int(when as i64)),
                Some(when) => Next::Go(Value::float(when)),
                None => {
                    let message = "'Handle' object has no attribute 'when'";
                    Next::Throw(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message))
                }
            },
            Function::HandleRun => self.run_handle(number)?,
            other => unreachable!("{other:?} is no method of handles"),
        })
    }
}
