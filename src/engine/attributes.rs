//! Attributes of asyncio's objects: by name, set, and those that are nobody's business but that tests look at (`futures.py`,
//! `tasks.py`, `taskgroups.py`, `events.py`).

use crate::kernel::exception::ClassId;
use crate::kernel::value::ASYNC_GENERATOR;
use crate::kernel::{
    CallState, Callback, FutureState, MethodCode, State, Value, awaitable_of, flag, operate, value_of,
};
use crate::policy::Discipline;
use crate::signatures::asyncio::{Function, Owner};
use crate::trace::Sink;
use crate::units::{Awaitable, NameId};

use super::activation::Next;
use super::call::{Given, go_or_throw};
use super::generator::is_method_name;
use super::methods::owner_of;
use super::things::number_of;
use super::{Cancellation, Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `value.name` of a thing of asyncio: a bound method, what a property says, a method of one of its classes.
    pub(super) fn attribute(&mut self, value: Value, name: NameId) -> Result<Next, Stop> {
        if let Some(method) = self.method_of_class(value, name) {
            return Ok(Next::Go(Value::Asyncio(method as u64)));
        }
        if matches!(value, Value::Asyncio(_)) || self.names.text(name) == "__class__" {
            let name = self.names.text(name).to_owned();
            return Ok(go_or_throw(operate::get_attribute(&mut self.vm.heap, value, &name)));
        }
        if let Value::Generator(number) = value
            && is_method_name(self.names.text(name), number & ASYNC_GENERATOR != 0)
            && let Some(method) = Function::method(Owner::Generator, self.names.text(name))
        {
            return Ok(Next::Go(self.vm.heap.bound_method(value, MethodCode::Library(method as u32))));
        }
        if let Some(named) = self.name_of_code(value, name) {
            return Ok(Next::Go(named));
        }
        if let Some(next) = self.attribute_of_frames(value, name)? {
            return Ok(next);
        }
        let method = self.method_of(value, name);
        if self.may_have_extras() && !method.is_some_and(Function::is_property) {
            let name = self.names.text(name).to_owned();
            if let Some(extra) = self.extra(value, &name) {
                return Ok(Next::Go(extra));
            }
            if self.vm.heap.own_method(value, &name).is_some() {
                return Ok(go_or_throw(operate::get_attribute(&mut self.vm.heap, value, &name)));
            }
        }
        Ok(match method {
            Some(function) if function.is_property() => return self.perform(function, &[value], false),
            Some(function) => Next::Go(self.vm.heap.bound_method(value, MethodCode::Library(function as u32))),
            None => {
                let name = self.names.text(name).to_owned();
                go_or_throw(operate::get_attribute(&mut self.vm.heap, value, &name))
            }
        })
    }

    /// `asyncio.Task.cancel`: a method that still wants its object.
    fn method_of_class(&self, value: Value, name: NameId) -> Option<Function> {
        let Value::Asyncio(number) = value else { return None };
        let owner = Owner::of_class(Function::numbered(number))?;
        let function = Function::method(owner, self.names.text(name))?;
        (self.is_there(value, function) && !function.is_property()).then_some(function)
    }

    /// `getattr`, `hasattr` and setting, of asyncio's objects: the kernel asks for them.
    pub(super) fn attribute_by_name(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        let text = self.vm.heap.as_text(arguments[1]).unwrap_or_default().to_owned();
        let name = self.intern(&text);
        if function == Function::SetAttributeOf {
            return Ok(self.set_attribute(arguments[0], name, arguments[2]));
        }
        if function == Function::DeleteAttributeOf {
            return Ok(self.delete_attribute(arguments[0], name));
        }
        let is_question = function == Function::HasAttributeOf;
        // A frame is made where it is asked for itself.
        if is_question && self.has_of_frames(arguments[0], &text).is_some() {
            return Ok(Next::Go(Value::TRUE));
        }
        Ok(match self.attribute(arguments[0], name)? {
            Next::Go(_) if is_question => Next::Go(Value::TRUE),
            Next::Throw(raised) if self.vm.heap.class_of(raised.0) == Some(ClassId::ATTRIBUTE_ERROR) => {
                match arguments.get(2) {
                    None => Next::Go(Value::FALSE),
                    Some(Value::Unbound) => Next::Throw(raised),
                    Some(default) => Next::Go(*default),
                }
            }
            next => next,
        })
    }

    /// `value.name = new`
    fn set_attribute(&mut self, value: Value, name: NameId, new: Value) -> Next {
        if let Some(next) = self.set_name_of_code(value, name, new) {
            return next;
        }
        let function = self.method_of(value, name);
        match (function, awaitable_of(value)) {
            (Some(Function::SlowCallbackDuration), _) => {
                if let Value::Loop(number) = value {
                    self.looks_behind |= new.number().is_some_and(|slow| slow.as_float() <= 0.0);
                    self.loops.all[number as usize].slow = new;
                }
                Next::Go(Value::None)
            }
            (Some(function), _) if self.set_loop_of_thing(function, value, new) => Next::Go(Value::None),
            (Some(function @ (Function::ThreadName | Function::ThreadDaemon)), None) => {
                self.set_part_of_thread(function, value, new)
            }
            (Some(Function::LogDestroyPending), Some(Awaitable::Task(task))) => {
                if operate::is_true(&self.vm.heap, new) {
                    self.cells[task].flags &= !flag::RETRIEVED;
                } else {
                    self.leave_untold(task);
                }
                Next::Go(Value::None)
            }
            (Some(Function::CancelMessage), Some(Awaitable::Task(task))) => {
                self.cancellations.entry(task).or_insert(Cancellation::NONE).message = new;
                Next::Go(Value::None)
            }
            (Some(Function::CancelMessage), Some(Awaitable::Future(future))) => {
                if let FutureState::Cancelled(message) = &mut self.vm.futures[future].state {
                    *message = new;
                }
                Next::Go(Value::None)
            }
            (Some(Function::IsBlocking), Some(awaitable)) => {
                self.mark_awaited(awaitable, new);
                Next::Go(Value::None)
            }
            (Some(Function::LogTraceback), Some(awaitable)) => {
                if operate::is_true(&self.vm.heap, new) {
                    return Next::Throw(self.vm.heap.value_error("_log_traceback can only be set to False"));
                }
                match awaitable {
                    Awaitable::Task(task) => self.cells[task].flags |= flag::RETRIEVED,
                    Awaitable::Future(future) => self.vm.futures[future].is_retrieved = true,
                }
                Next::Go(Value::None)
            }
            (Some(asked), None) if matches!(value, Value::Loop(_)) && !is_asked_for_by_asyncio(asked) => {
                let name = self.names.text(name);
                let message =
                    format!("a loop whose `{name}` is replaced: asyncio's own functions would not call it here");
                Next::Throw(self.vm.heap.unsupported(&message))
            }
            _ => {
                let name = self.names.text(name).to_owned();
                let is_property = function.is_some_and(Function::is_property);
                if !is_property && self.set_extra(value, &name, new) {
                    return Next::Go(Value::None);
                }
                let kind = self.vm.heap.type_name(value).to_owned();
                let message = match function {
                    Some(function) if function.is_property() => {
                        format!("attribute '{name}' of '{kind}' objects is not writable")
                    }
                    Some(_) => format!("'{kind}' object attribute '{name}' is read-only"),
                    None => operate::no_place_for(&self.vm.heap, value, &name),
                };
                Next::Throw(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message))
            }
        }
    }

    /// Attributes of futures and tasks that are nobody's business.
    pub(super) fn private_attribute(&mut self, function: Function, value: Value) -> Next {
        let Some(awaitable) = awaitable_of(value) else { unreachable!("a property of futures") };
        Next::Go(match (function, awaitable) {
            (Function::FutureLoop, _) => Value::Loop(self.home(awaitable)),
            (Function::FutureStateWord, _) => {
                let word = match self.is_done(awaitable) {
                    false => "PENDING",
                    true if self.is_cancelled(awaitable) => "CANCELLED",
                    true => "FINISHED",
                };
                self.vm.heap.string(word)
            }
            (Function::CancelMessage, Awaitable::Task(task)) => self.message_of(task),
            (Function::CancelMessage, Awaitable::Future(future)) => match self.vm.futures[future].state {
                FutureState::Cancelled(message) => message,
                FutureState::Pending | FutureState::Result(_) | FutureState::Exception(_) => Value::None,
            },
            (Function::RawResult, Awaitable::Task(task)) if self.cells[task].state == State::Returned => {
                self.cells.slot(task, 0)
            }
            (Function::RawException, Awaitable::Task(task)) if self.cells[task].state == State::Raised => {
                self.cells.slot(task, 0)
            }
            (Function::RawResult, Awaitable::Future(future)) => match self.vm.futures[future].state {
                FutureState::Result(result) => result,
                _ => Value::None,
            },
            (Function::RawException, Awaitable::Future(future)) => match self.vm.futures[future].state {
                FutureState::Exception(exception) => exception,
                _ => Value::None,
            },
            (Function::LogTraceback, Awaitable::Task(task)) => {
                let cell = &self.cells[task];
                Value::bool(cell.state == State::Raised && !cell.has(flag::RETRIEVED))
            }
            (Function::LogTraceback, Awaitable::Future(future)) => {
                Value::bool(self.vm.futures[future].lost_exception().is_some())
            }
            (Function::Callbacks, _) => self.callbacks_of(awaitable),
            (Function::IsBlocking, _) => Value::bool(self.asked_by_hand.contains(&awaitable)),
            (Function::LogDestroyPending, Awaitable::Task(task)) => {
                let cell = &self.cells[task];
                Value::bool(cell.state.is_done() || !cell.has(flag::RETRIEVED))
            }
            (Function::TaskCoroutine, Awaitable::Task(task)) => self.coroutine_of_task(task),
            (Function::TaskMustCancel, Awaitable::Task(task)) => Value::bool(self.cells[task].has(flag::MUST_CANCEL)),
            (Function::TaskWaiter, Awaitable::Task(task)) => {
                let wait = self.cells[task].wait();
                match self.cells[task].state {
                    State::WaitingForTask if wait as u32 != task.0 => Value::Task(u64::from(wait as u32)),
                    State::WaitingForFuture => Value::Future(u64::from(wait as u32)),
                    State::Sleeping | State::SleepDue => self.future_of_sleep(FutureState::Pending),
                    State::SleepDone => self.future_of_sleep(FutureState::Result(self.result_of_sleep(task))),
                    State::SleepCancelled => self.future_of_sleep(FutureState::Cancelled(Value::None)),
                    _ => Value::None,
                }
            }
            _ => Value::None,
        })
    }

    /// What a task waits on while it sleeps, as it is at this instant.
    fn future_of_sleep(&mut self, state: FutureState) -> Value {
        let future = self.vm.futures.insert(None);
        self.vm.futures[future].state = state;
        self.vm.heap.note_allocation();
        value_of(Awaitable::Future(future))
    }

    /// `future._callbacks`: pairs of a function and its context. Those of asyncio itself are no functions that a script knows.
    fn callbacks_of(&mut self, awaitable: Awaitable) -> Value {
        let first = match awaitable {
            Awaitable::Task(task) => self.cells[task].callback,
            Awaitable::Future(future) => self.vm.futures[future].callback,
        };
        let mut functions = Vec::new();
        self.lists.for_each(first, |callback| {
            functions.push(match callback {
                Callback::Script(number) => self.calls[number].function,
                _ => Value::Asyncio(Function::SetUnlessDone as u64),
            });
        });
        if functions.is_empty() {
            // CPython's own, in C, makes no list before it needs one.
            return Value::None;
        }
        let pairs = functions.into_iter().map(|function| self.vm.heap.tuple(vec![function, Value::None])).collect();
        self.vm.heap.list(pairs)
    }

    /// What a task group keeps to itself.
    pub(super) fn attribute_of_group(&mut self, function: Function, value: Value) -> Next {
        let group = self.vm.things.group(number_of(value));
        let (tasks, errors) = (group.tasks.clone(), group.errors.clone());
        Next::Go(match function {
            Function::GroupTasks => {
                let mut members = Vec::with_capacity(tasks.len());
                for task in tasks {
                    self.cells[task].flags |= flag::HELD;
                    members.push(value_of(Awaitable::Task(task)));
                }
                return go_or_throw(self.vm.heap.set(&members));
            }
            Function::GroupErrors => self.vm.heap.list(errors),
            Function::GroupIsExiting => Value::bool(group.is_exiting),
            Function::GroupIsAborting => Value::bool(group.is_aborting),
            Function::GroupIsEntered => Value::bool(group.is_entered),
            Function::GroupHasCancelledParent => Value::bool(group.has_cancelled_parent),
            _ => match group.parent {
                Some(parent) => {
                    self.cells[parent].flags |= flag::HELD;
                    value_of(Awaitable::Task(parent))
                }
                None => Value::None,
            },
        })
    }

    /// What a handle keeps to itself: what it calls, and with what, until it is cancelled.
    pub(super) fn attribute_of_handle(&mut self, function: Function, value: Value) -> Next {
        let Value::Handle(number) = value else { unreachable!("a property of handles") };
        let call = self.calls[number as u32];
        let is_cancelled = call.state == CallState::Cancelled;
        Next::Go(match function {
            Function::HandleIsCancelled => Value::bool(is_cancelled),
            _ if is_cancelled => Value::None,
            Function::HandleCallback => call.function,
            _ => match call.arguments {
                Value::List(list) => {
                    let arguments = self.vm.heap.list_items(list).to_vec();
                    self.vm.heap.tuple(arguments)
                }
                _ => Value::None,
            },
        })
    }

    /// `asyncio.isfuture`: also of an object whose class has the mark of futures, as long as it is not None.
    pub(super) fn is_future(&mut self, value: Value) -> bool {
        use super::alike::MARK;
        let is_marked =
            self.vm.heap.script_class(value).is_some_and(|class| self.vm.heap.class_attribute(class, MARK).is_some());
        let mark = if is_marked { operate::get_attribute(&mut self.vm.heap, value, MARK).ok() } else { None };
        awaitable_of(value).is_some() || mark.is_some_and(|mark| mark != Value::None)
    }

    /// A class of asyncio that nobody makes objects of.
    pub(super) fn only_to_ask_for(&mut self, class: Function) -> Next {
        let message = format!("{} is a class to ask for, not to be called", class.path());
        Next::Throw(self.vm.heap.unsupported(message))
    }

    /// `task.get_context()`, from 3.12 on.
    pub(super) fn context_of_task(&mut self, task: Value) -> Result<Next, Stop> {
        let Some(Awaitable::Task(task)) = awaitable_of(task) else { unreachable!("a method of tasks") };
        let context = self.context_box_of(task);
        self.context_in_box(context)
    }

    /// `handle.get_context()`, from 3.12 on.
    pub(super) fn context_of_handle(&mut self, handle: Value) -> Result<Next, Stop> {
        let Value::Handle(number) = handle else { unreachable!("a method of handles") };
        let context = self.context_box_of_call(number as u32);
        self.context_in_box(context)
    }

    fn context_in_box(&mut self, context: Value) -> Result<Next, Stop> {
        let Some(wrapper) = self.global_of_library("contextvars.context_of") else {
            return Ok(Next::Throw(self.vm.heap.unsupported("contexts without `import contextvars`")));
        };
        self.call_value(wrapper, Given { positional: vec![context], keywords: Vec::new() })
    }

    /// What a module of the library in Python calls so.
    pub(super) fn global_of_library(&self, name: &str) -> Option<Value> {
        let index = self.program.globals.iter().position(|global| self.program.names.text(*global) == name)?;
        self.vm.globals.get(index).copied().filter(|value| *value != Value::Unbound)
    }

    /// `next(future)` and `send`: what `await` goes through by hand (`futures.py`, `__await__`).
    pub(super) fn next_of_future(&mut self, value: Value) -> Next {
        let Some(awaitable) = awaitable_of(value) else { unreachable!("the kernel asks for futures alone") };
        if !self.is_done(awaitable) {
            let is_new = self.asked_by_hand.insert(awaitable);
            return if is_new { Next::Go(value) } else { Next::Throw(self.not_awaited()) };
        }
        match self.given_by(awaitable) {
            Ok(result) => {
                let arguments = if result == Value::None { Vec::new() } else { vec![result] };
                Next::Throw(crate::kernel::Raised(self.vm.heap.exception(ClassId::STOP_ITERATION, arguments)))
            }
            Err(raised) => Next::Throw(raised),
        }
    }

    /// Who goes on behind an `await` of what is not done has not waited for it.
    pub(super) fn not_awaited(&mut self) -> crate::kernel::Raised {
        self.vm.heap.raise(ClassId::RUNTIME_ERROR, "await wasn't used with future")
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The method or property of a value, as the script's Python has it.
    pub(super) fn method_of(&self, value: Value, name: NameId) -> Option<Function> {
        let owner = owner_of(value)?;
        let function = Function::method(owner, self.names.text(name))?;
        self.is_there(value, function).then_some(function)
    }
}

/// What of a loop asyncio's own functions call by its name.
const fn is_asked_for_by_asyncio(function: Function) -> bool {
    matches!(
        function,
        Function::CallExceptionHandler | Function::DefaultExceptionHandler | Function::LoopShutdownAsyncgens
    )
}
