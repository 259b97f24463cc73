//! Timeouts, performed (`timeouts.py`).

use crate::asyncio::Thing;
use crate::asyncio::timeout::{Phase, Timeout};
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Number, Value};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::{Deed, Sink};
use crate::units::{Awaitable, ThingKind, Time};

use super::activation::Next;
use super::call::go_or_throw;
use super::things::number_of;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    pub(super) fn timeout_method(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        let thing = number_of(arguments[0]);
        match function {
            Function::TimeoutWhen => {
                let timeout = self.vm.things.timeout(thing);
                let shown = |when| if timeout.is_whole { Value::Int(when as i64) } else { Value::float(when) };
                Ok(Next::Go(timeout.when.map_or(Value::None, shown)))
            }
            Function::TimeoutExpired => {
                let phase = self.vm.things.timeout(thing).phase;
                Ok(Next::Go(Value::bool(matches!(phase, Phase::Expiring | Phase::Expired))))
            }
            Function::TimeoutReschedule => {
                match self.instant(arguments[1], "'<=' not supported between instances of") {
                    Ok(when) => self.reschedule(thing, when, is_whole(arguments[1])),
                    Err(raised) => Ok(Next::Throw(raised)),
                }
            }
            other => unreachable!("{other:?} has a body, or is no method of timeouts"),
        }
    }

    pub(super) fn timeout_intrinsic(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        if function == Function::TimeoutAfter {
            return Ok(go_or_throw(self.timeout_after(arguments[0])));
        }
        let thing = number_of(arguments[0]);
        match function {
            Function::TimeoutOpen => self.open_timeout(thing),
            Function::TimeoutClose => Ok(go_or_throw(self.close_timeout(thing, arguments[1]))),
            Function::TimeoutFire => {
                self.fire_timeout(thing);
                Ok(match self.endless_cancellation() {
                    Ok(()) => Next::Go(Value::None),
                    Err(raised) => Next::Throw(raised),
                })
            }
            other => unreachable!("{other:?} is no intrinsic of timeouts"),
        }
    }

    /// `asyncio.timeout(delay)`
    pub(super) fn timeout_after(&mut self, delay: Value) -> Result<Value, Raised> {
        if self.running_loop().is_none() {
            return Err(self.no_task());
        }
        let delay = self.instant(delay, "unsupported operand type(s) for +:")?;
        let when = delay.map(|delay| self.now.seconds() + delay);
        Ok(self.new_thing(ThingKind::Timeout, Thing::Timeout(Timeout::new(when))))
    }

    /// `asyncio.timeout_at(when)`
    pub(super) fn timeout_at(&mut self, when: Value) -> Result<Value, Raised> {
        let (deadline, is_whole) = (self.instant(when, "'<=' not supported between instances of")?, is_whole(when));
        Ok(self.new_thing(ThingKind::Timeout, Thing::Timeout(Timeout { is_whole, ..Timeout::new(deadline) })))
    }

    /// Seconds, or `None`; `misfit` begins the words for what is neither.
    fn instant(&mut self, seconds: Value, misfit: &str) -> Result<Option<f64>, Raised> {
        match (seconds, self.vm.heap.number(seconds)) {
            (Value::None, _) => Ok(None),
            (_, Some(number @ (Number::Int(_) | Number::Float(_)))) => Ok(Some(number.as_float())),
            (other, None) => {
                let kind = self.vm.heap.type_name(other).to_owned();
                let (left, right) =
                    if misfit.ends_with(':') { ("float", kind.as_str()) } else { (kind.as_str(), "float") };
                let message = format!("{misfit} '{left}' and '{right}'");
                Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message))
            }
        }
    }

    fn open_timeout(&mut self, thing: u64) -> Result<Next, Stop> {
        if self.vm.things.timeout(thing).phase != Phase::Created {
            let message = "Timeout has already been entered";
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message)));
        }
        let Some(task) = self.current else {
            let message = "Timeout should be used inside a task";
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message)));
        };
        let cancelling = self.requests(task);
        let timeout = self.vm.things.timeout_mut(thing);
        timeout.phase = Phase::Active;
        timeout.task = Some(task);
        timeout.cancelling = cancelling;
        let (when, is_whole) = (timeout.when, timeout.is_whole);
        self.cells[task].flags |= crate::kernel::flag::HELD;
        self.reschedule(thing, when, is_whole)
    }

    /// `Timeout.reschedule`
    fn reschedule(&mut self, thing: u64, when: Option<f64>, is_whole: bool) -> Result<Next, Stop> {
        let phase = self.vm.things.timeout(thing).phase;
        if phase != Phase::Active {
            let message = match phase {
                Phase::Created => "Timeout has not been entered".to_owned(),
                phase => format!("Cannot change state of {} Timeout", phase.word()),
            };
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message)));
        }
        let timeout = self.vm.things.timeout_mut(thing);
        (timeout.when, timeout.is_whole) = (when, is_whole);
        if let Some(call) = timeout.call.take() {
            self.cancel_call(call);
        }
        let Some(when) = when else { return Ok(Next::Go(Value::None)) };
        let deadline = if when <= self.now.seconds() {
            None
        } else {
            match self.signed_delay(Value::float(when)) {
                Ok(delay) => Some(delay.from(Time::ZERO)),
                Err(raised) => return Ok(Next::Throw(raised)),
            }
        };
        let call = self.schedule_of_thing(thing, Function::TimeoutFire, deadline)?;
        self.vm.things.timeout_mut(thing).call = Some(call);
        Ok(Next::Go(Value::None))
    }

    /// `Timeout._on_timeout`
    fn fire_timeout(&mut self, thing: u64) {
        let timeout = self.vm.things.timeout_mut(thing);
        timeout.phase = Phase::Expiring;
        timeout.call = None;
        let task = timeout.task.expect("it was entered");
        if !self.cells[task].has(crate::kernel::flag::HIDDEN) {
            self.tell_use(Deed::Timeout, thing, None);
        }
        self.cancel_awaitable(Awaitable::Task(task), Value::None);
    }

    /// `Timeout.__aexit__`
    fn close_timeout(&mut self, thing: u64, error: Value) -> Result<Value, Raised> {
        let timeout = self.vm.things.timeout(thing);
        let Some(task) = timeout.task.filter(|_| matches!(timeout.phase, Phase::Active | Phase::Expiring)) else {
            return Err(Raised(self.vm.heap.exception(ClassId::ASSERTION_ERROR, Vec::new())));
        };
        let (phase, cancelling) = (timeout.phase, timeout.cancelling);
        if let Some(call) = self.vm.things.timeout_mut(thing).call.take() {
            self.cancel_call(call);
        }
        if phase == Phase::Active {
            self.vm.things.timeout_mut(thing).phase = Phase::Finished;
        }
        if phase != Phase::Expiring {
            return Ok(Value::None);
        }
        self.vm.things.timeout_mut(thing).phase = Phase::Expired;
        if self.uncancel(task) > cancelling || error == Value::None {
            return Ok(Value::None);
        }
        let is_since_313 = self.is_since(PythonVersion::V3_13);
        let class = self.vm.heap.class_of(error);
        // Before 3.13 a class below CancelledError does not count.
        let is_cancelled =
            if is_since_313 { self.is_cancelled_error(Raised(error)) } else { class == Some(ClassId::CANCELLED_ERROR) };
        if is_cancelled {
            let timeout_error = self.vm.heap.exception(ClassId::TIMEOUT_ERROR, Vec::new());
            self.set_cause(timeout_error, error);
            return Err(Raised(timeout_error));
        }
        if is_since_313 {
            self.insert_timeout_error(error);
            if class.is_some_and(|class| self.vm.heap.is_subclass(class, ClassId::EXCEPTION_GROUP)) {
                for inner in self.vm.heap.members_of_group(error).to_vec() {
                    self.insert_timeout_error(inner);
                }
            }
        }
        Ok(Value::None)
    }

    /// `raise error from cause`
    pub(super) fn set_cause(&mut self, error: Value, cause: Value) {
        let Value::Exception(at) = error else { unreachable!("only exceptions are raised") };
        let object = self.vm.heap.exception_object_mut(at);
        object.cause = (cause != Value::None).then_some(cause);
        object.suppress_context = true;
    }

    /// Puts a `TimeoutError` before the `CancelledError` among an exception's contexts (3.13, `Timeout._insert_timeout_error`).
    fn insert_timeout_error(&mut self, error: Value) {
        let mut at = error;
        while let Value::Exception(reference) = at
            && let Some(context) = self.vm.heap.exception_object(reference).context
        {
            if self.is_cancelled_error(Raised(context)) {
                let timeout_error = self.vm.heap.exception(ClassId::TIMEOUT_ERROR, Vec::new());
                self.set_cause(timeout_error, context);
                if let Value::Exception(inserted) = timeout_error {
                    self.vm.heap.exception_object_mut(inserted).context = Some(context);
                }
                self.vm.heap.exception_object_mut(reference).context = Some(timeout_error);
                return;
            }
            at = context;
        }
    }
}

/// Whether a deadline was given as an int.
fn is_whole(when: Value) -> bool {
    when.is_whole()
}
