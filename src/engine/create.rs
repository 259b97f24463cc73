//! Tasks made of coroutines: `create_task`, `gather`, `ensure_future`, and the task factory (`base_events.py`, `tasks.py`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Callback, FutureState, Gather, Value, awaitable_of, flag, operate, value_of};
use crate::policy::{Discipline, Handle};
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::trace::{EventKind, Sink};
use crate::units::{Awaitable, CellId, FutureId};

use super::activation::Next;
use super::call::Given;
use super::things::future_of;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `ensure_future` of a coroutine by the library itself: no event tells of it.
    pub(super) fn make_inner_task(&mut self, coroutine: Value) -> Result<Next, Stop> {
        if let Some(factory) = self.own_factory() {
            return self.ask_factory(factory, coroutine, Value::None, Value::Unbound);
        }
        let cell = match self.coroutine_or_awaitable(coroutine)? {
            Ok(cell) => cell,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
        self.make_task(cell, None, flag::HELD)?;
        Ok(self.start_by_factory(cell))
    }

    /// `ensure_future` of what is no future, in the middle of something else; it starts later.
    pub(super) fn task_outright(&mut self, value: Value) -> Result<Result<Value, Raised>, Stop> {
        if let Some(factory) = self.own_factory()
            && matches!(value, Value::Coroutine(_))
        {
            let given = [factory, Value::Loop(self.loops.at_hand), value, Value::None, Value::None];
            return self.call_to_its_end(self.helper(Helper::TaskByFactory), &given);
        }
        Ok(match self.coroutine_or_awaitable(value)? {
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

    /// `ensure_future` of what is no future: other awaitables are awaited by a coroutine of the library's.
    fn coroutine_or_awaitable(&mut self, value: Value) -> Result<Result<CellId, Raised>, Stop> {
        if matches!(value, Value::Coroutine(_)) {
            return Ok(self.coroutine_to_run(value));
        }
        if self.heap.own_method(value, "__await__").is_none() {
            return Ok(Err(self.not_awaitable()));
        }
        let given = Given { positional: vec![value], keywords: Vec::new() };
        match self.call_value(self.helper(Helper::WrapAwaitable), given)? {
            Next::Go(coroutine) => Ok(self.coroutine_to_run(coroutine)),
            Next::Throw(raised) | Next::ThrowAgain(raised) | Next::ThrowInto(raised) => Ok(Err(raised)),
            Next::Enter(..) | Next::Suspend => unreachable!("a coroutine function makes a coroutine"),
        }
    }

    /// `asyncio.ensure_future`, of what is no future, on the loop at hand.
    pub(super) fn ensure_task(&mut self, value: Value, is_discarded: bool) -> Result<Next, Stop> {
        if let Some(factory) = self.own_factory()
            && matches!(value, Value::Coroutine(_))
        {
            return self.ask_factory(factory, value, Value::None, Value::Unbound);
        }
        let cell = match self.coroutine_or_awaitable(value)? {
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
                return Next::Throw(self.heap.raise(ClassId::RECURSION_ERROR, message));
            }
            let child = self.stand_and_start(cell, task);
            return Next::Enter(child, Value::None);
        }
        self.call_soon(Handle::Step(cell));
        Next::Go(task)
    }

    /// Whether a task's first step runs where it is created.
    fn starts_at_once(&self) -> bool {
        self.is_sequential() || self.is_eager && self.is_loop_running
    }

    /// `loop.create_task` of the loop at hand: coroutine, name, context.
    pub(super) fn create_task(&mut self, given: &[Value], is_direct: bool, is_discarded: bool) -> Result<Next, Stop> {
        if let Err(raised) = self.check_open(self.loops.at_hand) {
            return Ok(Next::Throw(raised));
        }
        if let Some(factory) = self.own_factory() {
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
        self.tell(EventKind::CreateTask { child: self.label(cell) });
        Ok(Ok(cell))
    }

    /// `asyncio.Task(coro, loop=…, name=…, context=…, eager_start=…)`, and the eager factory where a script calls it.
    pub(super) fn new_task(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        let (coroutine, given, name, context, is_eager) = match function {
            Function::NewTask => {
                let is_eager = arguments[4] != Value::Unbound && operate::is_true(&self.heap, arguments[4]);
                (arguments[0], arguments[1], arguments[2], arguments[3], is_eager)
            }
            _ => (arguments[1], arguments[0], arguments[2], arguments[3], true),
        };
        let number = match self.given_loop(given) {
            Ok(number) => number,
            Err(raised) => return Ok(Next::Throw(raised)),
        };
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

    /// The script's own task factory is asked for a task (`base_events.py`, `create_task`).
    fn ask_factory(&mut self, factory: Value, coroutine: Value, name: Value, context: Value) -> Result<Next, Stop> {
        let or_none = |value| if value == Value::Unbound { Value::None } else { value };
        let at_hand = Value::Loop(self.loops.at_hand);
        let positional = vec![factory, at_hand, coroutine, or_none(name), or_none(context)];
        self.call_value(self.helper(Helper::TaskByFactory), Given { positional, keywords: Vec::new() })
    }

    /// The cell of a coroutine that a task is to run.
    fn coroutine_to_run(&mut self, value: Value) -> Result<CellId, Raised> {
        let Value::Coroutine(coroutine) = value else {
            let words = self.words_of(value);
            return Err(self.heap.raise(ClassId::TYPE_ERROR, format!("a coroutine was expected, got {words}")));
        };
        self.fresh_coroutine(coroutine)
            .ok_or_else(|| self.heap.raise(ClassId::RUNTIME_ERROR, "cannot reuse already awaited coroutine"))
    }

    /// `asyncio.gather` (`tasks.py`): coroutines become tasks in the order of the arguments, duplicates count once.
    pub(super) fn gather(&mut self, arguments: Value, returns_exceptions: Value) -> Result<Next, Stop> {
        let Value::List(list) = arguments else { unreachable!("variadic arguments are a list") };
        if !self.is_loop_running {
            // The first argument says the loop when it is a future; a coroutine asks for the current one.
            let first = self.heap.list_items(list).first().copied().and_then(awaitable_of);
            let number = match first {
                Some(first) => Ok(self.home(first)),
                None => self.current_loop(),
            };
            return match number {
                Ok(number) => {
                    self.take_up(number);
                    self.gather_on_loop(list, returns_exceptions)
                }
                Err(raised) => Ok(Next::Throw(raised)),
            };
        }
        self.gather_on_loop(list, returns_exceptions)
    }

    fn gather_on_loop(&mut self, list: crate::kernel::Reference, returns_exceptions: Value) -> Result<Next, Stop> {
        let returns_exceptions =
            returns_exceptions != Value::Unbound && operate::is_true(&self.heap, returns_exceptions);
        if self.starts_at_once()
            && let Some(next) = self.start_first_coroutine(list)?
        {
            return Ok(next);
        }
        let mut children = std::mem::take(self.heap.list_items_mut(list));
        let start = children.iter().position(|child| *child == Value::Unbound).unwrap_or(children.len());
        let (future, hooked) = match children.split_off(start).as_slice() {
            [_, future, hooked @ ..] => (future_of(*future), hooked.to_vec()),
            _ => (self.futures.insert(Some(Gather::default())), Vec::new()),
        };
        // 3.11 adds its callback to what is done as well, while it goes through the arguments: a hop.
        let adds_to_done = self.program.settings.python < PythonVersion::V3_12;
        let mut given = indexmap::IndexSet::new();
        let mut made = 0;
        // The loop of the first argument, to which the others must belong.
        let mut home = None;
        for index in 0..children.len() {
            let argument = children[index];
            if let Some(child) = awaitable_of(argument) {
                let own = self.home(child);
                if *home.get_or_insert(own) != own {
                    return Ok(Next::Throw(self.wrong_loop()));
                }
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
            let is_by_factory = self.own_factory().is_some();
            children[index] = if is_by_factory {
                let kept = self.kept.len();
                self.kept.extend(&children);
                let task = self.task_outright(argument)?;
                self.kept.truncate(kept);
                match task {
                    Ok(task) => task,
                    Err(raised) => return Ok(Next::Throw(raised)),
                }
            } else {
                let cell = match self.coroutine_or_awaitable(argument)? {
                    Ok(cell) => cell,
                    Err(raised) => return Ok(Next::Throw(raised)),
                };
                self.schedule_task(cell, None, 0)?;
                value_of(Awaitable::Task(cell))
            };
            home.get_or_insert(self.loops.at_hand);
            made += 1;
        }
        let gather = Gather {
            children,
            distinct: u32::try_from(given.len() + made).unwrap_or(u32::MAX),
            returns_exceptions,
            ..Gather::default()
        };
        Ok(self.gather_children(future, gather, &hooked))
    }

    pub(super) fn not_awaitable(&mut self) -> Raised {
        let message = "An asyncio.Future, a coroutine or an awaitable is required";
        self.heap.raise(ClassId::TYPE_ERROR, message)
    }

    fn gather_children(&mut self, future: FutureId, gathered: Gather, hooked: &[Value]) -> Next {
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
        let children = gathered.children.iter().enumerate();
        for (place, child) in children.filter_map(|(place, child)| Some((place, awaitable_of(*child)?))) {
            if has_duplicates && !seen.insert(child) || hooked.get(place) == Some(&Value::TRUE) {
                continue;
            }
            if !self.is_done(child) {
                self.add_callback(child, Callback::GatherChild(future));
            } else if self.program.settings.python >= PythonVersion::V3_12 {
                done.push(child);
            }
        }
        // One of nothing is a plain future.
        if distinct > 0 {
            self.heap.note_gathering(future);
            self.futures[future].gather = Some(Box::new(gathered));
        }
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
        if self.is_eager {
            self.hook_before(list, index);
        }
        self.make_task(cell, None, flag::HELD)?;
        self.heap.list_items_mut(list)[index] = value_of(Awaitable::Task(cell));
        self.cells[self.activation].pc -= 1;
        let child = self.stand_and_start(cell, Value::None);
        self.name_later(cell);
        Ok(Some(Next::Enter(child, Value::None)))
    }

    /// Eager: the arguments before the one that starts now already report to the gather. Behind the arguments the list then
    /// holds `Unbound`, the gather's future, and for each of these arguments whether it reports.
    fn hook_before(&mut self, list: crate::kernel::Reference, index: usize) {
        let mut items = self.heap.list_items(list).to_vec();
        let end = items.iter().position(|item| *item == Value::Unbound).unwrap_or(items.len());
        if end == items.len() {
            let future = self.futures.insert(Some(Gather::default()));
            self.heap.note_allocation();
            items.extend([Value::Unbound, value_of(Awaitable::Future(future))]);
        }
        let future = future_of(items[end + 1]);
        for place in items.len() - end - 2..index {
            let child = awaitable_of(items[place]).filter(|child| !self.is_done(*child));
            let child = child.filter(|_| !items[..place].contains(&items[place]));
            if let Some(child) = child {
                self.add_callback(child, Callback::GatherChild(future));
            }
            items.push(Value::bool(child.is_some()));
        }
        *self.heap.list_items_mut(list) = items;
    }
}
