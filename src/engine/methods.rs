//! Methods and attributes of tasks, futures, handles and the loop (`futures.py`, `tasks.py`, `events.py`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::operate::{self, is_of_engine};
use crate::kernel::value::{CoroutineKind, TIMER_HANDLE};
use crate::kernel::{Callback, FutureState, State, Value, awaitable_of, flag};
use crate::policy::{Discipline, Handle};
use crate::program::Program;
use crate::script::PythonVersion;
use crate::signatures::asyncio::{Function, Owner};
use crate::trace::{Cause, EventKind, Sink};
use crate::units::{Awaitable, CellId, NameId, ThingKind};

use super::activation::Next;
use super::call::Given;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `slot.method(slot + 1, … count)` of a thing of asyncio.
    pub(super) fn call_method(&mut self, method: u16, first: u16, count: u8) -> Result<Next, Stop> {
        let receiver = self.slot(first);
        let name = self.program.methods[usize::from(method)];
        match receiver {
            Value::Instance(_) | Value::Class(_) | Value::Builtin(_) => {
                return self.call_method_of_script(receiver, self.program.names.text(name), first, count);
            }
            _ if matches!(receiver, Value::Asyncio(_)) || self.may_have_extras() && is_of_engine(receiver) => {
                let positional = self.values(first + 1..first + 1 + u16::from(count)).to_vec();
                return match self.attribute(receiver, name)? {
                    Next::Go(method) => self.call_value(method, Given { positional, keywords: Vec::new() }),
                    next => Ok(next),
                };
            }
            Value::Generator(_) => {
                let given = self.values(first + 1..first + 1 + u16::from(count)).to_vec();
                return self.generator_method(receiver, self.program.names.text(name), &given);
            }
            _ => {}
        }
        let known = owner_of(receiver).and_then(|owner| self.methods.of(method, owner));
        let Some(function) = known.filter(|function| self.is_there(receiver, *function)) else {
            return Ok(Next::Throw(self.no_attribute(receiver, name)));
        };
        let parameters = function.parameters();
        let is_plain = parameters.len() == usize::from(count) + 1
            && !parameters.iter().any(|parameter| parameter.kind.takes_several())
            && !function.lacks_its_last_parameter(self.program.settings.python.minor());
        if is_plain {
            return self.call_library(function, first..first + 1 + u16::from(count), false);
        }
        let positional = self.values(first..first + 1 + u16::from(count)).to_vec();
        let bound = Value::Asyncio(function as u64);
        self.call_value(bound, Given { positional, keywords: Vec::new() })
    }

    /// Whether the script's Python has it, and a value has it that is of the method's owner.
    pub(super) fn is_there(&self, value: Value, function: Function) -> bool {
        match function {
            Function::CoroutineAwait
            | Function::CoroutineIter
            | Function::CoroutineNext
            | Function::CoroutineName
            | Function::CoroutineQualified => match value {
                Value::Coroutine(number) => is_of_kind(function, CoroutineKind::of(number)),
                _ => false,
            },
            Function::QueueShutdown | Function::AsCompletedAiter | Function::AsCompletedAnext => {
                self.is_since(PythonVersion::V3_13)
            }
            Function::HandleWhen => !matches!(value, Value::Handle(number) if number & TIMER_HANDLE == 0),
            Function::GetContext | Function::HandleContext => self.is_since(PythonVersion::V3_12),
            _ => true,
        }
    }

    fn no_attribute(&mut self, value: Value, name: NameId) -> Raised {
        let kind = self.vm.heap.type_name(value).to_owned();
        let message = format!("'{kind}' object has no attribute '{}'", self.names.text(name));
        self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message)
    }

    /// Methods that futures and tasks have in common.
    pub(super) fn future_method(&mut self, function: Function, arguments: &[Value]) -> Next {
        let Some(awaitable) = awaitable_of(arguments[0]) else {
            let message = "descriptor requires a future";
            return Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
        };
        if self.is_unbegun(awaitable) {
            return self.ask_unbegun(function);
        }
        match function {
            Function::Done => Next::Go(Value::bool(self.is_done(awaitable))),
            Function::Cancelled => Next::Go(Value::bool(self.is_cancelled(awaitable))),
            Function::Result => self.result(awaitable),
            Function::Exception => self.exception(awaitable),
            Function::Cancel => {
                let was_pending = self.cancel(awaitable, arguments[1]);
                match self.endless_cancellation() {
                    Ok(()) => Next::Go(Value::bool(was_pending)),
                    Err(raised) => Next::Throw(raised),
                }
            }
            Function::SetResult => self.set_outcome(awaitable, "result", FutureState::Result(arguments[1])),
            Function::SetException if self.is_done(awaitable) || matches!(awaitable, Awaitable::Task(_)) => {
                self.set_outcome(awaitable, "exception", FutureState::Pending)
            }
            Function::SetException => match self.exception_to_set(arguments[1]) {
                Ok(exception) => self.set_exception(awaitable, exception),
                Err(raised) => Next::Throw(raised),
            },
            Function::AddDoneCallback => {
                if let Err(raised) = self.check_callable(awaitable) {
                    return Next::Throw(raised);
                }
                self.add_done_callback(awaitable, arguments[1], arguments[2]);
                Next::Go(Value::None)
            }
            Function::GetLoop => Next::Go(Value::Loop(self.home(awaitable))),
            Function::MakeCancelledError => Next::Go(self.cancelled_error_of(awaitable)),
            // What can be awaited is its own iterator.
            Function::FutureIter | Function::FutureAwait => Next::Go(arguments[0]),
            Function::FutureSend => self.next_of_future(arguments[0]),
            Function::FutureClose => Next::Go(Value::None),
            other => unreachable!("{other:?} is no method of futures"),
        }
    }

    pub(super) fn is_cancelled(&self, awaitable: Awaitable) -> bool {
        match awaitable {
            Awaitable::Task(task) => self.cells[task].state == State::Cancelled,
            Awaitable::Future(future) => matches!(self.vm.futures[future].state, FutureState::Cancelled(_)),
        }
    }

    fn result(&mut self, awaitable: Awaitable) -> Next {
        if !self.is_done(awaitable) {
            return Next::Throw(self.vm.heap.raise(ClassId::INVALID_STATE_ERROR, "Result is not set."));
        }
        match self.given_by(awaitable) {
            Ok(value) => Next::Go(value),
            Err(raised) => Next::Throw(raised),
        }
    }

    /// `future.exception()`: raises when the future was cancelled.
    fn exception(&mut self, awaitable: Awaitable) -> Next {
        if !self.is_done(awaitable) {
            return Next::Throw(self.vm.heap.raise(ClassId::INVALID_STATE_ERROR, "Exception is not set."));
        }
        let is_cancelled = self.is_cancelled(awaitable);
        let result = match awaitable {
            Awaitable::Task(task) => self.result_of_task(task),
            Awaitable::Future(future) => self.result_of_future(future),
        };
        match result {
            Err(raised) if !is_cancelled => Next::Go(raised.0),
            Err(raised) => Next::Throw(raised),
            Ok(_) => Next::Go(Value::None),
        }
    }

    fn cancel(&mut self, awaitable: Awaitable, message: Value) -> bool {
        let message = if message == Value::Unbound { Value::None } else { message };
        self.cancel_itself(awaitable, message)
    }

    pub(super) fn set_outcome(&mut self, awaitable: Awaitable, what: &str, state: FutureState) -> Next {
        let Awaitable::Future(future) = awaitable else {
            let message = format!("Task does not support set_{what} operation");
            return Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message));
        };
        if self.vm.futures[future].state != FutureState::Pending {
            return Next::Throw(self.vm.heap.raise(ClassId::INVALID_STATE_ERROR, "invalid state"));
        }
        self.vm.told += 1;
        let cause = Cause::By(self.current_label());
        self.finish_future(future, state, cause);
        Next::Go(Value::None)
    }

    fn add_done_callback(&mut self, awaitable: Awaitable, function: Value, context: Value) {
        if let Some(callback) = self.handed_callback(function) {
            self.add_callback_itself(awaitable, callback);
            return;
        }
        let arguments = self.vm.heap.list(vec![crate::kernel::value_of(awaitable)]);
        let number = self.calls.insert(function, arguments, None);
        self.calls[number].is_of_future = true;
        self.note_context_of_call(number, context);
        if let Awaitable::Task(task) = awaitable {
            self.cells[task].flags |= flag::HELD;
        }
        if self.is_done(awaitable) {
            self.note_source_of_handle(Next::Go(Value::Handle(u64::from(number))), self.loops.at_hand);
            self.call_soon(Handle::Call(number));
        } else {
            self.add_callback_itself(awaitable, Callback::Script(number));
        }
    }

    pub(super) fn remove_done_callback(&mut self, awaitable: Awaitable, function: Value) -> Result<Next, Stop> {
        let equal = match self.callbacks_equal_to(awaitable, function)? {
            Ok(equal) => equal,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        let is_meant = |callback| matches!(callback, Callback::Script(number) if equal.contains(&number));
        let callbacks = match awaitable {
            Awaitable::Task(task) => &mut self.cells[task].callback,
            Awaitable::Future(future) => &mut self.vm.futures[future].callback,
        };
        let removed = self.lists.remove(callbacks, is_meant);
        Ok(Next::Go(Value::Int(i64::try_from(removed).unwrap_or(i64::MAX))))
    }

    /// The callbacks that are equal to this one: two bound methods of one object are, and what a script's own `__eq__` says.
    fn callbacks_equal_to(&mut self, awaitable: Awaitable, function: Value) -> Result<Result<Vec<u32>, Raised>, Stop> {
        let first = match awaitable {
            Awaitable::Task(task) => self.cells[task].callback,
            Awaitable::Future(future) => self.vm.futures[future].callback,
        };
        let mut all = Vec::new();
        self.lists.for_each(first, |callback| {
            if let Callback::Script(number) = callback {
                all.push(number);
            }
        });
        let mut equal = Vec::new();
        for number in all {
            let kept = self.calls[number].function;
            match self.is_callback(kept, function)? {
                Ok(true) => equal.push(number),
                Ok(false) => {}
                Err(raised) => return Ok(Err(raised)),
            }
        }
        Ok(Ok(equal))
    }

    /// Whether a callback is equal to what is looked for: the one is asked first, and then the other.
    fn is_callback(&mut self, kept: Value, function: Value) -> Result<Result<bool, Raised>, Stop> {
        if kept == function {
            return Ok(Ok(true));
        }
        let mut is_asked = false;
        for (asked, other) in [(kept, function), (function, kept)] {
            let Some(method) = self.vm.heap.own_method(asked, "__eq__") else { continue };
            is_asked = true;
            match self.call_to_its_end(method, &[asked, other])? {
                Ok(Value::NotImplemented) => {}
                Ok(answer) => return Ok(Ok(operate::is_true(&self.vm.heap, answer))),
                Err(raised) => return Ok(Err(raised)),
            }
        }
        Ok(Ok(!is_asked && operate::equals(&self.vm.heap, kept, function).is_ok_and(|equal| equal)))
    }

    /// Methods that only tasks have.
    pub(super) fn task_method(&mut self, function: Function, arguments: &[Value]) -> Next {
        let Some(Awaitable::Task(task)) = awaitable_of(arguments[0]) else {
            let message = "descriptor requires a task";
            return Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, message));
        };
        match function {
            Function::GetName => {
                let name = self.task_name(task);
                Next::Go(self.vm.heap.string_from(name))
            }
            Function::SetName => self.set_name(task, arguments[1]),
            Function::Cancelling => Next::Go(Value::Int(i64::from(self.requests(task)))),
            Function::Uncancel => Next::Go(Value::Int(i64::from(self.uncancel(task)))),
            Function::GetCoro if self.finished_early.contains(&task) => Next::Go(Value::None),
            Function::GetCoro => Next::Go(self.coroutine_of_task(task)),
            other => unreachable!("{other:?} is no method of tasks"),
        }
    }

    /// `task.cancelling()`
    pub(super) fn requests(&self, task: CellId) -> u32 {
        self.cancellations.get(&task).map_or(0, |cancellation| cancellation.requests)
    }

    /// `task.uncancel()`: from 3.13 on, a task with no requests left must not be cancelled any more.
    pub(super) fn uncancel(&mut self, task: CellId) -> u32 {
        let Some(cancellation) = self.cancellations.get_mut(&task) else { return 0 };
        cancellation.requests = cancellation.requests.saturating_sub(1);
        let requests = cancellation.requests;
        if requests == 0 && self.program.settings.python >= crate::script::PythonVersion::V3_13 {
            self.cells[task].flags &= !flag::MUST_CANCEL;
        }
        requests
    }

    /// `task.get_name()`: `Task-N` unless it was given another.
    pub(super) fn task_name(&self, task: CellId) -> String {
        if let Some(name) = self.renamed.get(&task) {
            return self.names.text(*name).to_owned();
        }
        let cell = &self.cells[task];
        if cell.has(flag::NAMED) {
            return self.names.text(cell.name).to_owned();
        }
        format!("Task-{}", cell.number.0)
    }

    fn set_name(&mut self, task: CellId, name: Value) -> Next {
        let mut words = String::new();
        if let Err(raised) = self.write_str(name, &mut words) {
            return Next::Throw(raised);
        }
        let id = self.intern(&words);
        self.renamed.insert(task, id);
        let shown = self.vm.heap.string_from(words);
        let shown = self.shown(shown);
        self.tell(EventKind::Rename { target: self.label(task), name: &shown });
        Next::Go(Value::None)
    }
}

/// Whether coroutines, or what is like them, have a method that not all have.
fn is_of_kind(function: Function, kind: CoroutineKind) -> bool {
    match function {
        Function::CoroutineAwait => kind != CoroutineKind::Wrapper,
        Function::CoroutineIter | Function::CoroutineNext => kind.is_iterator(),
        _ => kind == CoroutineKind::Coroutine,
    }
}

/// Whose methods a thing of asyncio has.
pub(super) fn owner_of(value: Value) -> Option<Owner> {
    Some(match value {
        Value::Task(_) => Owner::Task,
        Value::Future(_) => Owner::Future,
        Value::Loop(_) => Owner::Loop,
        Value::Handle(_) => Owner::Handle,
        Value::Coroutine(_) => Owner::Coroutine,
        Value::Thing(thing) => Owner::of(ThingKind::of(thing)),
        _ => return None,
    })
}

/// Which function each method name of a program means, by whose method it is: looked up once, before the run.
#[derive(Debug)]
pub(super) struct Methods {
    rows: Vec<[Option<Function>; OWNERS]>,
    /// The same for [`PROTOCOLS`].
    protocols: [[Option<Function>; OWNERS]; PROTOCOLS.len()],
}

/// How many owners there are.
const OWNERS: usize = Owner::Intrinsic as usize + 1;

impl Methods {
    /// The table for a program.
    pub(super) fn of_program(program: &Program) -> Self {
        let names = program.methods.iter().map(|name| program.names.text(*name));
        Self { rows: names.map(row).collect(), protocols: PROTOCOLS.map(row) }
    }

    /// The method of this name of a protocol; `None` also for other names.
    pub(super) fn of_protocol(&self, name: &str, owner: Owner) -> Option<Function> {
        let index = PROTOCOLS.iter().position(|known| *known == name)?;
        self.protocols[index][owner as usize]
    }

    /// How many method names the program has.
    pub(super) fn len(&self) -> u16 {
        u16::try_from(self.rows.len()).expect("ops name them in two bytes")
    }

    /// The function that `method` means for things of `owner`.
    #[inline]
    pub(super) fn of(&self, method: u16, owner: Owner) -> Option<Function> {
        self.rows[usize::from(method)][owner as usize]
    }
}

/// The methods that statements call.
const PROTOCOLS: [&str; 6] = ["__enter__", "__exit__", "__aenter__", "__aexit__", "__aiter__", "__anext__"];

/// What a method name means, by whose method it is.
fn row(name: &str) -> [Option<Function>; OWNERS] {
    let mut row = [None; OWNERS];
    for function in Function::ALL.iter().filter(|function| function.name() == name) {
        row[function.owner() as usize] = Some(*function);
    }
    row[Owner::Module as usize] = None;
    row[Owner::Intrinsic as usize] = None;
    let of_futures = row[Owner::Future as usize];
    row[Owner::Task as usize] = row[Owner::Task as usize].or(of_futures);
    row
}
