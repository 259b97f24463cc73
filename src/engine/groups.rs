//! Task groups, performed (`taskgroups.py`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Callback, FutureState, Role, State, Value, awaitable_of, builtins, flag, value_of};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::{Cause, EventKind, Sink};
use crate::units::{Awaitable, CellId};

use super::activation::Next;
use super::call::go_or_throw;
use super::things::number_of;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    pub(super) fn group_intrinsic(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        let thing = number_of(arguments[0]);
        Ok(match function {
            Function::GroupOpen => go_or_throw(self.open_group(thing)),
            Function::GroupCheck => go_or_throw(self.check_group(thing, arguments[1])),
            Function::GroupAdd => go_or_throw(self.add_to_group(thing, arguments[1])?),
            Function::GroupClosing => go_or_throw(self.closing_group(thing, arguments[1])),
            Function::GroupWait => Next::Go(self.ending_of_group(thing)),
            Function::GroupInterrupted => {
                let is_news = !self.vm.things.group(thing).is_aborting;
                match if is_news { self.abort_group(thing) } else { Ok(()) } {
                    Ok(()) => Next::Go(Value::bool(is_news)),
                    Err(raised) => Next::Throw(raised),
                }
            }
            Function::GroupForget => {
                self.vm.things.group_mut(thing).ending = None;
                Next::Go(Value::None)
            }
            Function::GroupClose => {
                let outcome = self.close_group(thing, arguments[1], arguments[2]);
                // `taskgroups.py`, `__aexit__`: what it raises stands in a variable of its own.
                let raised = outcome.map_or_else(|raised| raised.0, |_| Value::None);
                self.hold_with(outcome, raised);
                go_or_throw(outcome)
            }
            other => unreachable!("{other:?} is no intrinsic of groups"),
        })
    }

    fn group_error(&mut self, thing: u64, what: &str) -> Raised {
        let words = self.vm.things.group(thing).words();
        self.vm.heap.raise(ClassId::RUNTIME_ERROR, format!("TaskGroup {words} {what}"))
    }

    fn open_group(&mut self, thing: u64) -> Result<Value, Raised> {
        if self.vm.things.group(thing).is_entered {
            return Err(self.group_error(thing, "has already been entered"));
        }
        if self.running_loop().is_none() {
            return Err(self.no_task());
        }
        let Some(parent) = self.current else {
            return Err(self.group_error(thing, "cannot determine the parent task"));
        };
        self.cells[parent].flags |= flag::HELD;
        let group = self.vm.things.group_mut(thing);
        group.parent = Some(parent);
        group.is_entered = true;
        Ok(Value::None)
    }

    /// Whether the group takes tasks. Where not, the coroutine is closed from 3.13 on, before it is never awaited.
    fn check_group(&mut self, thing: u64, coroutine: Value) -> Result<Value, Raised> {
        let group = self.vm.things.group(thing);
        let what = if !group.is_entered {
            "has not been entered"
        } else if group.is_exiting && group.tasks.is_empty() {
            "is finished"
        } else if group.is_aborting {
            "is shutting down"
        } else {
            // The loop that makes the task is the group's.
            let home = group.parent.map(|parent| self.home(Awaitable::Task(parent)));
            return home.map_or(Ok(()), |home| self.check_open(home)).map(|()| Value::None);
        };
        if let Value::Coroutine(coroutine) = coroutine
            && self.is_since(PythonVersion::V3_13)
            && let Some(cell) = self.fresh_coroutine(coroutine)
        {
            self.free_cell(cell);
        }
        Err(self.group_error(thing, what))
    }

    fn add_to_group(&mut self, thing: u64, task: Value) -> Result<Result<Value, Raised>, Stop> {
        let Some(Awaitable::Task(task)) = awaitable_of(task) else { unreachable!("a task was made") };
        if self.cells[task].state.is_done() && self.is_since(PythonVersion::V3_12) {
            // A task that is done already reports at once (3.12).
            return Ok(self.report_to_group(thing, task)?.map(|()| Value::None));
        }
        self.vm.things.group_mut(thing).tasks.insert(task);
        if self.cells[task].state.is_done() {
            self.call_soon(crate::policy::Handle::Report(thing as u32, Awaitable::Task(task)));
        } else {
            self.add_callback(Awaitable::Task(task), Callback::Report(thing as u32));
        }
        Ok(Ok(Value::None))
    }

    fn is_base_error(&self, error: Value) -> bool {
        let class = self.vm.heap.class_of(error);
        class.is_some_and(|class| {
            self.vm.heap.is_subclass(class, ClassId::SYSTEM_EXIT)
                || self.vm.heap.is_subclass(class, ClassId::KEYBOARD_INTERRUPT)
        })
    }

    fn is_cancellation(&self, error: Value) -> bool {
        if self.is_since(PythonVersion::V3_13) {
            return error != Value::None && self.is_cancelled_error(Raised(error));
        }
        // Before 3.13 a class below CancelledError does not count.
        self.vm.heap.class_of(error) == Some(ClassId::CANCELLED_ERROR)
    }

    /// The beginning of `TaskGroup.__aexit__`
    fn closing_group(&mut self, thing: u64, error: Value) -> Result<Value, Raised> {
        let is_base = error != Value::None && self.is_base_error(error);
        let group = self.vm.things.group_mut(thing);
        group.is_exiting = true;
        if is_base {
            group.base_error.get_or_insert(error);
        }
        let mut cancellation = if self.is_cancellation(error) { error } else { Value::None };
        // Until 3.12 the parent's cancellation is taken back here, before the tasks have ended.
        if !self.is_since(PythonVersion::V3_13) && self.takes_back_cancellation(thing) {
            cancellation = Value::None;
        }
        if error != Value::None && !self.vm.things.group(thing).is_aborting {
            self.abort_group(thing)?;
        }
        Ok(cancellation)
    }

    /// Takes back the cancellation that the group asked of its parent; whether no other is left.
    fn takes_back_cancellation(&mut self, thing: u64) -> bool {
        let group = self.vm.things.group(thing);
        group.parent.filter(|_| group.has_cancelled_parent).is_some_and(|parent| self.uncancel(parent) == 0)
    }

    fn ending_of_group(&mut self, thing: u64) -> Value {
        let group = self.vm.things.group(thing);
        if group.tasks.is_empty() {
            return Value::None;
        }
        let ending = group.ending.unwrap_or_else(|| {
            let ending = self.new_waiter(thing, Role::Itself);
            self.vm.things.group_mut(thing).ending = Some(ending);
            ending
        });
        value_of(Awaitable::Future(ending))
    }

    /// `TaskGroup._abort`
    fn abort_group(&mut self, thing: u64) -> Result<(), Raised> {
        let group = self.vm.things.group_mut(thing);
        group.is_aborting = true;
        let tasks: Vec<CellId> = group.tasks.iter().copied().collect();
        for task in tasks {
            if !self.cells[task].state.is_done() {
                self.cancel_task(task, Value::None, false);
                self.endless_cancellation()?;
            }
        }
        Ok(())
    }

    /// The end of `TaskGroup.__aexit__`
    fn close_group(&mut self, thing: u64, error: Value, cancellation: Value) -> Result<Value, Raised> {
        let mut cancellation = cancellation;
        if let Some(base_error) = self.vm.things.group(thing).base_error {
            return Err(Raised(base_error));
        }
        if self.is_since(PythonVersion::V3_13) && self.takes_back_cancellation(thing) {
            cancellation = Value::None;
        }
        if cancellation != Value::None && self.vm.things.group(thing).errors.is_empty() {
            return Err(Raised(cancellation));
        }
        if error != Value::None && !self.is_cancellation(error) {
            self.vm.things.group_mut(thing).errors.push(error);
        }
        let errors = std::mem::take(&mut self.vm.things.group_mut(thing).errors);
        if errors.is_empty() {
            return Ok(Value::None);
        }
        if self.is_since(PythonVersion::V3_13) {
            let Some(parent) = self.vm.things.group(thing).parent else {
                let message = "'NoneType' object has no attribute 'cancelling'";
                return Err(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message));
            };
            if self.requests(parent) > 0 {
                // Takes one request back and makes one anew, so that it is seen.
                self.uncancel(parent);
                self.cancel_awaitable(Awaitable::Task(parent), Value::None);
            }
        }
        let message = self.vm.heap.string("unhandled errors in a TaskGroup");
        let errors = self.vm.heap.list(errors);
        let group = builtins::allocate(&mut self.vm.heap, ClassId::BASE_EXCEPTION_GROUP, &[message, errors])?;
        self.set_cause(group, Value::None);
        Err(Raised(group))
    }

    /// `TaskGroup._on_task_done`
    pub(super) fn report_to_group(&mut self, thing: u64, task: CellId) -> Result<Result<(), Raised>, Stop> {
        let cause = Cause::Done(self.label(task));
        let group = self.vm.things.group_mut(thing);
        group.tasks.shift_remove(&task);
        if let Some(ending) = group.ending
            && group.tasks.is_empty()
            && self.vm.futures[ending].state == FutureState::Pending
        {
            self.wake(ending, Value::TRUE, cause);
        }
        let Some(error) = self.exception_seen(Awaitable::Task(task)) else { return Ok(Ok(())) };
        let is_base = self.is_base_error(error);
        let group = self.vm.things.group_mut(thing);
        group.errors.push(error);
        if is_base {
            group.base_error.get_or_insert(error);
        }
        let parent = group.parent.expect("it was entered");
        let is_known = group.is_aborting || group.has_cancelled_parent;
        if self.cells[parent].state.is_done() {
            return self.tell_of_orphan(task, error, parent).map(Ok);
        }
        Ok(if is_known { Ok(()) } else { self.abort_with_parent(thing, parent) })
    }

    /// The first error of a child.
    fn abort_with_parent(&mut self, thing: u64, parent: CellId) -> Result<(), Raised> {
        self.abort_group(thing)?;
        self.vm.things.group_mut(thing).has_cancelled_parent = true;
        self.cancel_task(parent, Value::None, false);
        self.endless_cancellation()
    }

    /// A child failed, and the task that entered the group is done: another one leaves it.
    fn tell_of_orphan(&mut self, task: CellId, error: Value, parent: CellId) -> Result<(), Stop> {
        if self.handler_of(self.loops.at_hand) == Value::None {
            let words = format!(
                "Task {} has errored out but its parent task {} is already completed",
                self.label_text(self.label(task)),
                self.label_text(self.label(parent))
            );
            self.tell(EventKind::Warning { text: &words });
            return Ok(());
        }
        let child = value_of(Awaitable::Task(task));
        let of_child = self.words_of(child);
        let of_parent = self.words_of(value_of(Awaitable::Task(parent)));
        let message = format!("Task {of_child} has errored out but its parent task {of_parent} is already completed");
        self.tell_handler(&message, &[("exception", error), ("task", child)]).map(|_| ())
    }

    /// `future.exception()` of what is done; it counts as seen. `None` also for what was cancelled.
    pub(super) fn exception_seen(&mut self, awaitable: Awaitable) -> Option<Value> {
        match awaitable {
            Awaitable::Task(task) => {
                self.cells[task].flags |= flag::RETRIEVED;
                (self.cells[task].state == State::Raised).then(|| self.cells.slot(task, 0))
            }
            Awaitable::Future(future) => {
                self.vm.futures[future].is_retrieved = true;
                match self.vm.futures[future].state {
                    FutureState::Exception(error) => Some(error),
                    FutureState::Pending | FutureState::Result(_) | FutureState::Cancelled(_) => None,
                }
            }
        }
    }
}
