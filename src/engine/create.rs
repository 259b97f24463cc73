//! Tasks made of coroutines: `create_task`, `gather`, `ensure_future`, and the task factory (`base_events.py`, `tasks.py`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Callback, FutureState, Gather, Value, awaitable_of, flag, operate, text, value_of};
use crate::policy::{Discipline, Handle};
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::{EventKind, Sink};
use crate::units::{Awaitable, CellId, FutureId};

use super::activation::Next;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `ensure_future` of a coroutine by the library itself: no event tells of it.
    pub(super) fn make_inner_task(&mut self, coroutine: Value) -> Result<Next, Stop> {
        if !self.is_loop_running {
            return Ok(Next::Throw(self.no_task()));
        }
        let cell = match self.coroutine_to_run(coroutine) {
            Ok(cell) => cell,
            Err(_) => return Ok(Next::Throw(self.not_awaitable())),
        };
        self.make_task(cell, None, flag::HELD)?;
        Ok(self.start_soon(cell))
    }

    /// A task that was made is put into the ready queue, or runs where it was made.
    fn start_soon(&mut self, cell: CellId) -> Next {
        let task = value_of(Awaitable::Task(cell));
        if self.starts_at_once() {
            if self.standing.len() as u64 >= self.options.limits.recursion {
                let message = "maximum recursion depth exceeded";
                return Next::Throw(self.heap.raise(ClassId::RECURSION_ERROR, message));
            }
            self.name_none(cell);
            let child = self.stand_and_start(cell, task);
            return Next::Enter(child, Value::None);
        }
        self.call_soon(Handle::Step(cell));
        Next::Go(task)
    }

    /// `loop.set_task_factory(asyncio.eager_task_factory)`, or `None`
    pub(super) fn set_task_factory(&mut self, factory: Value) -> Next {
        self.is_eager = match factory {
            Value::None => false,
            Value::Asyncio(number) if Function::numbered(number) == Function::EagerTaskFactory => true,
            _ => {
                let message = "the task factory is `asyncio.eager_task_factory` or None";
                return Next::Throw(self.heap.unsupported(message));
            }
        };
        Next::Go(Value::None)
    }

    /// Whether a task's first step runs where it is created.
    fn starts_at_once(&self) -> bool {
        self.is_sequential() || self.is_eager
    }

    /// 3.13.0 gives the name `None` to a task of a factory that was given none (`base_events.py`, `create_task`).
    fn name_none(&mut self, cell: CellId) {
        if self.is_eager && self.is_since(PythonVersion::V3_13) && !self.cells[cell].has(flag::NAMED) {
            let none = self.intern("None");
            self.renamed.insert(cell, none);
        }
    }

    pub(super) fn create_task(&mut self, coroutine: Value, name: Value, is_discarded: bool) -> Result<Next, Stop> {
        if !self.is_loop_running {
            return Ok(Next::Throw(self.no_task()));
        }
        let cell = match self.coroutine_to_run(coroutine) {
            Ok(cell) => cell,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        let name = match name {
            Value::Unbound | Value::None => None,
            name => {
                let mut words = String::new();
                if let Err(raised) = self.write_str(name, &mut words) {
                    return Ok(Next::Throw(raised));
                }
                Some(self.intern(&words))
            }
        };
        self.make_task(cell, name, if is_discarded { 0 } else { flag::HELD })?;
        self.tell(EventKind::CreateTask { child: self.label(cell) });
        Ok(self.start_soon(cell))
    }

    /// The cell of a coroutine that a task is to run.
    fn coroutine_to_run(&mut self, value: Value) -> Result<CellId, Raised> {
        let Value::Coroutine(coroutine) = value else {
            let mut words = String::new();
            text::short_repr(&self.heap, value, 80, &mut words);
            return Err(self.heap.raise(ClassId::TYPE_ERROR, format!("a coroutine was expected, got {words}")));
        };
        self.fresh_coroutine(coroutine)
            .ok_or_else(|| self.heap.raise(ClassId::RUNTIME_ERROR, "cannot reuse already awaited coroutine"))
    }

    /// `asyncio.gather` (`tasks.py`): coroutines become tasks in the order of the arguments, duplicates count once.
    pub(super) fn gather(&mut self, arguments: Value, returns_exceptions: Value) -> Result<Next, Stop> {
        let Value::List(list) = arguments else { unreachable!("variadic arguments are a list") };
        if !self.is_loop_running {
            return Ok(Next::Throw(self.no_task()));
        }
        let returns_exceptions =
            returns_exceptions != Value::Unbound && operate::is_true(&self.heap, returns_exceptions);
        if self.starts_at_once()
            && let Some(next) = self.start_first_coroutine(list)?
        {
            return Ok(next);
        }
        let mut children = std::mem::take(self.heap.list_items_mut(list));
        let future = self.futures.insert(Some(Gather::default()));
        // 3.11 adds its callback to what is done as well, while it goes through the arguments: a hop.
        let adds_to_done = self.program.settings.python < PythonVersion::V3_12;
        let mut given = indexmap::IndexSet::new();
        let mut made = 0;
        for index in 0..children.len() {
            let argument = children[index];
            if let Some(child) = awaitable_of(argument) {
                if given.insert(child) && adds_to_done && self.is_done(child) {
                    self.call_soon(Handle::GatherChild(future, child));
                }
                continue;
            }
            if let Value::Coroutine(coroutine) = argument
                && self.fresh_coroutine(coroutine).is_none()
                && let child @ Value::Task(_) = Value::Task(coroutine & u64::from(u32::MAX))
                && children[..index].contains(&child)
            {
                children[index] = child;
                continue;
            }
            let cell = match self.coroutine_to_run(argument) {
                Ok(cell) => cell,
                Err(_) => return Ok(Next::Throw(self.not_awaitable())),
            };
            self.schedule_task(cell, None, 0)?;
            children[index] = value_of(Awaitable::Task(cell));
            made += 1;
        }
        let gather = Gather {
            children,
            distinct: u32::try_from(given.len() + made).unwrap_or(u32::MAX),
            returns_exceptions,
            ..Gather::default()
        };
        Ok(self.gather_children(future, gather))
    }

    pub(super) fn not_awaitable(&mut self) -> Raised {
        let message = "An asyncio.Future, a coroutine or an awaitable is required";
        self.heap.raise(ClassId::TYPE_ERROR, message)
    }

    fn gather_children(&mut self, future: FutureId, gathered: Gather) -> Next {
        let distinct = gathered.distinct;
        self.tell(EventKind::Gather { children: distinct });
        self.heap.note_allocation();
        if distinct == 0 {
            let empty = self.heap.list(Vec::new());
            self.futures[future].state = FutureState::Result(empty);
        }
        let has_duplicates = (distinct as usize) < gathered.children.len();
        let mut done = Vec::new();
        let mut seen = indexmap::IndexSet::new();
        for child in gathered.children.iter().filter_map(|child| awaitable_of(*child)) {
            if has_duplicates && !seen.insert(child) {
                continue;
            }
            if !self.is_done(child) {
                self.add_callback(child, Callback::GatherChild(future));
            } else if self.program.settings.python >= PythonVersion::V3_12 {
                done.push(child);
            }
        }
        self.futures[future].gather = Some(gathered);
        done.into_iter().for_each(|child| self.report_child(future, child));
        Next::Go(value_of(Awaitable::Future(future)))
    }

    /// Sequential and eager: runs the first argument that is a coroutine to its end, after which the call is made again.
    fn start_first_coroutine(&mut self, list: crate::kernel::Reference) -> Result<Option<Next>, Stop> {
        let items = self.heap.list_items(list);
        let Some(index) = items.iter().position(|item| matches!(item, Value::Coroutine(_))) else { return Ok(None) };
        let cell = match self.coroutine_to_run(items[index]) {
            Ok(cell) => cell,
            Err(raised) => return Ok(Some(Next::Throw(raised))),
        };
        self.make_task(cell, None, flag::HELD)?;
        self.heap.list_items_mut(list)[index] = value_of(Awaitable::Task(cell));
        self.cells[self.activation].pc -= 1;
        let child = self.stand_and_start(cell, Value::None);
        Ok(Some(Next::Enter(child, Value::None)))
    }
}
