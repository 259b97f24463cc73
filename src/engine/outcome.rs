//! What a task goes on with: the outcome of what it waited for (`tasks.py`, `__step` and `__wakeup`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{FutureState, HAS_RESULT, State, TIMER_IS_SET, Value};
use crate::policy::Discipline;
use crate::program::code::Op;
use crate::script::PythonVersion;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, FutureId};

use super::Engine;
use super::task::Input;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// What a task that did not run gets when it goes on.
    #[inline]
    pub(super) fn outcome_of_wait(&mut self, task: CellId, state: State) -> Input {
        match state {
            State::Scheduled => Ok(Value::None),
            State::Yielded | State::SleepDone => Ok(self.result_of_sleep(task)),
            State::SleepCancelled => {
                if self.cells[task].wait() & TIMER_IS_SET != 0 {
                    self.agenda.note_cancelled();
                }
                let message = self.cancellations.get(&task).map_or(Value::None, |asked| asked.sleep_message);
                Err(self.new_cancelled_error(message))
            }
            State::WaitingForTask => {
                let awaited = CellId(self.cells[task].wait() as u32);
                if awaited == task {
                    return Err(self.refused_itself(task));
                }
                self.given_by(Awaitable::Task(awaited))
            }
            State::WaitingForFuture => {
                let awaited = FutureId(self.cells[task].wait() as u32);
                self.given_by(Awaitable::Future(awaited))
            }
            State::Sleeping
            | State::SleepDue
            | State::Free
            | State::Fresh
            | State::Inline
            | State::Suspended
            | State::Running
            | State::Returned
            | State::Raised
            | State::Cancelled
            | State::InLine
            | State::Destroyed => unreachable!("a task in state {state:?} is not stepped"),
        }
    }

    /// `future.result()`, as `await` and the loop ask for it, too: an exception comes with the traceback that it had when it was
    /// set, the second time with none (`_asynciomodule.c`, `future_get_result`).
    pub(super) fn given_by(&mut self, awaitable: Awaitable) -> Input {
        match awaitable {
            Awaitable::Task(task) => {
                let outcome = self.result_of_task(task);
                if let (Err(raised), State::Raised) = (outcome, self.cells[task].state) {
                    let passed = self.cells[task].wait() as u16;
                    self.cells[task].set_wait(0);
                    self.vm.heap.rewind_traceback(raised, passed);
                }
                outcome
            }
            Awaitable::Future(future) => {
                let outcome = self.result_of_future(future);
                if let (Err(raised), FutureState::Exception(_)) = (outcome, self.vm.futures[future].state) {
                    let passed = std::mem::take(&mut self.vm.futures[future].passed);
                    self.vm.heap.rewind_traceback(raised, passed);
                }
                outcome
            }
        }
    }

    /// Whether the loop asks what a task waited for for its result, which raises there, before it throws that into the task. So it
    /// does of what was cancelled, and of gathers, whose class is derived; the exception of a plain future or a task is thrown
    /// as it is (`_asynciomodule.c`, `task_wakeup`).
    pub(super) fn is_raised_by_result(&self, task: CellId, state: State) -> bool {
        let wait = self.cells[task].wait() as u32;
        match state {
            State::SleepCancelled => true,
            State::WaitingForTask => self.cells[CellId(wait)].state == State::Cancelled,
            State::WaitingForFuture => {
                let future = &self.vm.futures[FutureId(wait)];
                future.gather.is_some() || matches!(future.state, FutureState::Cancelled(_))
            }
            _ => false,
        }
    }

    /// The second argument of the sleep or turn that is over.
    #[inline]
    pub(super) fn result_of_sleep(&self, task: CellId) -> Value {
        let cell = &self.cells[task];
        if cell.wait() & HAS_RESULT == 0 {
            return Value::None;
        }
        let leaf = &self.cells[cell.link];
        match self.program.codes[leaf.code].ops[leaf.pc as usize - 1] {
            Op::SleepWithResult(slot) => self.cells.slot(cell.link, slot),
            other => unreachable!("{other:?} begins no sleep with a result"),
        }
    }

    /// `future._make_cancelled_error()`
    pub(super) fn cancelled_error_of(&mut self, awaitable: crate::units::Awaitable) -> Value {
        use crate::units::Awaitable;
        let error = match awaitable {
            Awaitable::Task(task) if self.cells[task].state == State::Cancelled => self.result_of_task(task),
            Awaitable::Task(task) => Err(self.cancelled_error(task)),
            Awaitable::Future(future) => match self.vm.futures[future].state {
                FutureState::Cancelled(_) => self.result_of_future(future),
                _ => Err(self.new_cancelled_error(Value::None)),
            },
        };
        error.unwrap_or_else(|raised| raised.0)
    }

    /// What `set_exception` takes: an exception, or a class of which one is made (`futures.py`, `set_exception`).
    pub(super) fn exception_to_set(&mut self, given: Value) -> Result<Value, Raised> {
        let exception = match given {
            Value::Exception(_) => given,
            Value::ExceptionClass(class) => self.vm.heap.exception(ClassId(class as u32), Vec::new()),
            _ => return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, "invalid exception object")),
        };
        let (class, is_newest) = (self.vm.heap.class_of(exception), self.is_since(PythonVersion::V3_13));
        // Until 3.12 classes below it go through.
        let is_kept_out = |class| {
            class == ClassId::STOP_ITERATION || is_newest && self.vm.heap.is_subclass(class, ClassId::STOP_ITERATION)
        };
        if class.is_some_and(is_kept_out) {
            let message = "StopIteration interacts badly with generators and cannot be raised into a Future";
            // 3.13 keeps a RuntimeError with these words instead of raising.
            if is_newest {
                let error = self.vm.heap.raise(ClassId::RUNTIME_ERROR, message).0;
                if let Value::Exception(at) = error {
                    let error = self.vm.heap.exception_object_mut(at);
                    (error.cause, error.context) = (Some(exception), Some(exception));
                    error.suppress_context = true;
                }
                return Ok(error);
            }
            return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
        }
        Ok(exception)
    }
}
