//! Tasks made of coroutines: `create_task`, `ensure_future`, and the task factory (`base_events.py`, `tasks.py`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{NO_CELL, Value, flag, operate, value_of};
use crate::policy::{Discipline, Handle};
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::trace::{EventKind, Sink};
use crate::units::{Awaitable, CellId};

use super::activation::Next;
use super::call::Given;
use super::{Engine, Stop};

/// The creator of a task that runs at once, in the middle of its own step.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    /// The creator's task; `None` for code outside any.
    pub(super) task: Option<CellId>,
    /// Its activation, which goes on when the child is done.
    pub(super) activation: CellId,
    /// The accumulator it goes on with.
    pub(super) acc: Value,
    /// The child.
    pub(super) child: CellId,
    /// The context it goes on in.
    pub(super) context: Option<Value>,
    /// Whether the loop's task factory made the child, which gets its name afterwards.
    pub(super) is_by_factory: bool,
}

impl Standing {
    /// Nobody stands: a value is kept where the collector of garbage looks.
    pub(super) const fn keeping(acc: Value) -> Self {
        let (activation, child) = (NO_CELL, NO_CELL);
        Self { task: None, activation, acc, child, context: None, is_by_factory: false }
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `ensure_future` of a coroutine by the library itself: no event tells of it.
    pub(super) fn make_inner_task(&mut self, coroutine: Value) -> Result<Next, Stop> {
        let coroutine = match self.wrapped(coroutine)? {
            Ok(coroutine) => coroutine,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        if let Some(factory) = self.own_factory() {
            self.make_unseen(coroutine);
            return self.ask_factory(factory, coroutine, Value::None, Value::Unbound);
        }
        let cell = match self.coroutine_to_run(coroutine) {
            Ok(cell) => cell,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        self.make_task(cell, None, flag::HELD)?;
        Ok(self.start_by_factory(cell))
    }

    /// `ensure_future` of what is no future, in the middle of something else; it starts later.
    pub(super) fn task_outright(&mut self, value: Value) -> Result<Result<Value, Raised>, Stop> {
        let coroutine = match self.wrapped(value)? {
            Ok(coroutine) => coroutine,
            Err(raised) => return Ok(Err(raised)),
        };
        if let Some(factory) = self.own_factory() {
            self.make_unseen(coroutine);
            let given = [factory, Value::Loop(self.loops.at_hand), coroutine, Value::None, Value::None];
            return self.call_to_its_end(self.helper(Helper::TaskByFactory), &given);
        }
        Ok(match self.coroutine_to_run(coroutine) {
            Ok(cell) => {
                self.schedule_task(cell, None, flag::HELD)?;
                if !self.is_loop_running {
                    self.name_by_factory(cell);
                }
                Ok(value_of(Awaitable::Task(cell)))
            }
            Err(raised) => Err(raised),
        })
    }

    /// The cell of the coroutine that `ensure_future` makes a task of.
    pub(super) fn coroutine_or_awaitable(&mut self, value: Value) -> Result<Result<CellId, Raised>, Stop> {
        Ok(self.wrapped(value)?.and_then(|coroutine| self.coroutine_to_run(coroutine)))
    }

    /// `ensure_future` of what is no future: awaitables that are no coroutines are awaited by a coroutine of the library's.
    fn wrapped(&mut self, value: Value) -> Result<Result<Value, Raised>, Stop> {
        if matches!(value, Value::Coroutine(_)) || self.is_like_coroutine(value) || self.is_old_coroutine(value) {
            return Ok(Ok(value));
        }
        if self.vm.heap.own_method(value, "__await__").is_none() && !self.is_awaitable_generator(value) {
            return Ok(Err(self.not_awaitable()));
        }
        let given = Given { positional: vec![value], keywords: Vec::new() };
        match self.call_value(self.helper(Helper::WrapAwaitable), given)? {
            Next::Go(coroutine) => Ok(Ok(coroutine)),
            Next::Throw(raised) | Next::ThrowAgain(raised) | Next::ThrowInto(raised) | Next::ThrowBack(raised) => {
                Ok(Err(raised))
            }
            Next::Enter(..) | Next::Suspend => unreachable!("a coroutine function makes a coroutine"),
        }
    }

    /// `asyncio.ensure_future`, of what is no future: what it is given is asked before the loop is.
    pub(super) fn ensure_task(&mut self, value: Value, given: Value, is_discarded: bool) -> Result<Next, Stop> {
        let coroutine = match self.wrapped(value)? {
            Ok(coroutine) => coroutine,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        match self.given_loop(given)? {
            Ok(number) => {
                self.on_loop(number, |engine| engine.task_of_ensured(coroutine, coroutine == value, is_discarded))
            }
            Err(raised) => Ok(Next::Throw(raised)),
        }
    }

    /// By `is_given` the coroutine is what `ensure_future` was given, which closes it where the loop makes no task.
    fn task_of_ensured(&mut self, coroutine: Value, is_given: bool, is_discarded: bool) -> Result<Next, Stop> {
        if let Err(raised) = self.check_open(self.loops.at_hand) {
            if !is_given {
                return Ok(Next::Throw(raised));
            }
            let inner = (!self.is_since(PythonVersion::V3_12)).then_some("_ensure_future");
            self.pass_named([Some("_check_closed"), Some("create_task"), inner, Some("ensure_future")], raised);
            let given = Given { positional: vec![coroutine, raised.0], keywords: Vec::new() };
            return self.call_value(self.helper(Helper::RefuseCoroutine), given);
        }
        if let Some(factory) = self.own_factory() {
            if !is_given {
                return self.ask_factory(factory, coroutine, Value::None, Value::Unbound);
            }
            let positional = vec![factory, Value::Loop(self.loops.at_hand), coroutine];
            return self.call_value(self.helper(Helper::EnsureByFactory), Given { positional, keywords: Vec::new() });
        }
        let cell = match self.coroutine_to_run(coroutine) {
            Ok(cell) => cell,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        self.make_task(cell, None, if is_discarded { 0 } else { flag::HELD })?;
        self.tell(EventKind::CreateTask { child: self.label(cell) });
        Ok(self.start_by_factory(cell))
    }

    /// The same of a task that the loop made by its factory.
    pub(super) fn start_by_factory(&mut self, cell: CellId) -> Next {
        let next = self.start_soon(cell);
        if let Next::Enter(..) = next {
            self.name_later(cell);
        }
        next
    }

    /// A task that was made is put into the ready queue, or runs where it was made.
    fn start_soon(&mut self, cell: CellId) -> Next {
        let task = value_of(Awaitable::Task(cell));
        if self.starts_at_once() {
            if self.standing.len() as u64 >= self.options.limits.recursion {
                let message = "maximum recursion depth exceeded";
                return Next::Throw(self.vm.heap.raise(ClassId::RECURSION_ERROR, message));
            }
            let child = self.stand_and_start(cell, task);
            return Next::Enter(child, Value::None);
        }
        self.call_soon(Handle::Step(cell));
        Next::Go(task)
    }

    /// Whether a task's first step runs where it is created.
    pub(super) fn starts_at_once(&self) -> bool {
        self.is_loop_running && (self.is_sequential() || self.is_eager)
    }

    /// `loop.create_task` of the loop at hand: coroutine, name, context.
    pub(super) fn create_task(&mut self, given: &[Value], is_direct: bool, is_discarded: bool) -> Result<Next, Stop> {
        let number = self.loops.at_hand;
        if let Err(raised) = self.check_open(number).and_then(|()| self.check_calling_thread(number)) {
            return Ok(Next::Throw(raised));
        }
        if let Some(factory) = self.own_factory() {
            self.tell_before_factory(given[0], given[1]);
            return self.ask_factory(factory, given[0], given[1], given[2]);
        }
        match self.task_to_start(given[0], given[1], if is_discarded { 0 } else { flag::HELD }, is_direct)? {
            Ok(cell) => {
                self.put_in_context(cell, given[2]);
                Ok(self.start_by_factory(cell))
            }
            Err(raised) => Ok(Next::Throw(raised)),
        }
    }

    /// A task that was given a context runs in that very one.
    fn put_in_context(&mut self, task: CellId, given: Value) {
        if !matches!(given, Value::Unbound | Value::None) {
            let context = self.given_context(given);
            self.note_context_of_task(task, context);
        }
    }

    /// A task that is told of and stands nowhere yet. By `is_direct` its constructor is given the name, if there is one.
    fn task_to_start(
        &mut self,
        coroutine: Value,
        name: Value,
        flags: u8,
        is_direct: bool,
    ) -> Result<Result<CellId, Raised>, Stop> {
        let cell = match self.coroutine_to_run(coroutine) {
            Ok(cell) => cell,
            Err(raised) => return Ok(Err(raised)),
        };
        let name = match name {
            Value::Unbound | Value::None => None,
            name => {
                let mut words = String::new();
                if let Err(raised) = self.write_str(name, &mut words) {
                    return Ok(Err(raised));
                }
                Some(self.intern(&words))
            }
        };
        if is_direct && !self.is_eager {
            self.make_numbered_task(cell, name, flags, name.is_none())?;
        } else {
            self.make_task(cell, name, flags)?;
        }
        if self.unseen_for_factory.take_if(|coroutine| *coroutine == cell).is_none() {
            self.tell(EventKind::CreateTask { child: self.label(cell) });
        }
        Ok(Ok(cell))
    }

    /// `asyncio.Task(coro, loop=…, name=…, context=…, eager_start=…)`, and the eager factory where a script calls it.
    pub(super) fn new_task(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        let (coroutine, given, name, context, is_eager) = match function {
            Function::NewTask => {
                let is_eager = arguments[4] != Value::Unbound && operate::is_true(&self.vm.heap, arguments[4]);
                (arguments[0], arguments[1], arguments[2], arguments[3], is_eager)
            }
            _ => (arguments[1], arguments[0], arguments[2], arguments[3], true),
        };
        let number = match self.given_loop(given)? {
            Ok(number) => number,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        if is_eager && matches!(given, Value::None | Value::Unbound) {
            // `_asynciomodule.c`, `_asyncio_Task___init___impl`: it asks the loop that was given whether it runs.
            let message = "'NoneType' object has no attribute 'is_running'";
            return Ok(Next::Throw(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message)));
        }
        self.on_loop(number, |engine| {
            let was_eager = std::mem::take(&mut engine.is_eager);
            let made = engine.task_to_start(coroutine, name, flag::HELD, true);
            engine.is_eager = is_eager;
            let started = made.map(|made| match made {
                Ok(cell) => {
                    engine.put_in_context(cell, context);
                    engine.start_soon(cell)
                }
                Err(raised) => Next::Throw(raised),
            });
            engine.is_eager = was_eager;
            started
        })
    }

    /// The cell of a coroutine that a task is to run.
    pub(super) fn coroutine_to_run(&mut self, value: Value) -> Result<CellId, Raised> {
        if self.is_like_coroutine(value) || self.is_old_coroutine(value) {
            return Ok(self.drive_like_coroutine(value));
        }
        let Value::Coroutine(coroutine) = value else {
            let words = self.words_of(value);
            return Err(self.vm.heap.raise(ClassId::TYPE_ERROR, format!("a coroutine was expected, got {words}")));
        };
        // One that has begun is stepped as anybody may step it: it is over, was driven by hand, or has a task already.
        Ok(self.fresh_coroutine(coroutine).unwrap_or_else(|| self.drive_like_coroutine(value)))
    }

    pub(super) fn not_awaitable(&mut self) -> Raised {
        let message = "An asyncio.Future, a coroutine or an awaitable is required";
        self.vm.heap.raise(ClassId::TYPE_ERROR, message)
    }
}
