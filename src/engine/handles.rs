//! Handles: what `call_soon`, `call_later` and `call_at` return (`events.py`, `Handle`).

use crate::kernel::exception::ClassId;
use crate::kernel::{CallState, Value};
use crate::policy::Discipline;
use crate::signatures::asyncio::Function;
use crate::trace::{EventKind, Sink};

use super::Engine;
use super::activation::Next;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `handle.cancel()`
    pub(super) fn cancel_call(&mut self, number: u32) {
        if self.calls[number].state == CallState::InAgenda {
            self.agenda.note_cancelled();
            let deadline = self.calls[number].when.unwrap_or_default();
            self.tell_loop(EventKind::TimerCancelled { deadline });
        }
        let call = &mut self.calls[number];
        if call.state == CallState::Done {
            // A call that was made can still be cancelled, in name; what it was made with may be gone.
            (call.function, call.arguments) = (Value::None, Value::None);
        }
        call.state = CallState::Cancelled;
    }

    /// Methods of what `call_soon` and its kin return.
    pub(super) fn handle_method(&mut self, function: Function, arguments: &[Value]) -> Next {
        let Value::Handle(number) = arguments[0] else {
            let message = "descriptor requires a handle";
            return Next::Throw(self.heap.raise(ClassId::TYPE_ERROR, message));
        };
        let number = number as u32;
        match function {
            Function::HandleCancel => {
                self.cancel_call(number);
                Next::Go(Value::None)
            }
            Function::HandleCancelled => Next::Go(Value::bool(self.calls[number].state == CallState::Cancelled)),
            Function::HandleWhen => match self.calls[number].when {
                Some(when) => Next::Go(Value::float(when.seconds())),
                None => {
                    let message = "'Handle' object has no attribute 'when'";
                    Next::Throw(self.heap.raise(ClassId::ATTRIBUTE_ERROR, message))
                }
            },
            other => unreachable!("{other:?} is no method of handles"),
        }
    }
}
