//! `asyncio.gather`: its children become tasks, and report to it (`tasks.py`, `gather`).

use crate::kernel::exception::Raised;
use crate::kernel::{Callback, FutureState, Gather, Value, awaitable_of, flag, operate, value_of};
use crate::policy::{Discipline, Handle};
use crate::program::code::Op;
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
    /// `asyncio.gather` (`tasks.py`): coroutines become tasks in the order of the arguments, duplicates count once.
    pub(super) fn gather(&mut self, arguments: Value, returns_exceptions: Value) -> Result<Next, Stop> {
        let Value::List(list) = arguments else { unreachable!("variadic arguments are a list") };
        if !self.is_loop_running {
            // The first argument says the loop when it is a future; a coroutine asks for the current one.
            let first = self.vm.heap.list_items(list).first().copied().and_then(awaitable_of);
            let number = match first {
                Some(first) => Ok(self.home(first)),
                None => self.current_loop()?,
            };
            return match number {
                Ok(number) => {
                    self.take_up(number);
                    self.gather_on_loop(list, returns_exceptions)
                }
                Err(raised) => Ok(Next::Throw(raised)),
            };
        }
        // So it does on a loop that runs.
        match self.vm.heap.list_items(list).first().copied().and_then(awaitable_of).map(|first| self.home(first)) {
            Some(number) if number != self.loops.at_hand => self.gather_elsewhere(number, list, returns_exceptions),
            _ => self.gather_on_loop(list, returns_exceptions),
        }
    }

    /// A gather on another loop than that which runs.
    fn gather_elsewhere(
        &mut self,
        number: u64,
        list: crate::kernel::Reference,
        returns_exceptions: Value,
    ) -> Result<Next, Stop> {
        for argument in self.vm.heap.list_items(list).to_vec() {
            let checked = match awaitable_of(argument) {
                Some(_) if self.is_since(PythonVersion::V3_12) => Ok(()),
                Some(future) => self.check_callable(future),
                None => self.check_open(number),
            };
            if let Err(raised) = checked {
                return Ok(Next::Throw(raised));
            }
        }
        self.on_loop(number, |engine| engine.gather_on_loop(list, returns_exceptions))
    }

    fn gather_on_loop(&mut self, list: crate::kernel::Reference, returns_exceptions: Value) -> Result<Next, Stop> {
        let returns_exceptions =
            Value::bool(returns_exceptions != Value::Unbound && operate::is_true(&self.vm.heap, returns_exceptions));
        if self.starts_at_once()
            && let Some(next) = self.start_first_coroutine(list, returns_exceptions)?
        {
            return Ok(next);
        }
        let mut children = std::mem::take(self.vm.heap.list_items_mut(list));
        let start = children.iter().position(|child| *child == Value::Unbound).unwrap_or(children.len());
        let (future, mut hooked) = match children.split_off(start).as_slice() {
            [_, future, hooked @ ..] => (future_of(*future), hooked.to_vec()),
            _ => (self.vm.futures.insert(Some(Gather::default())), Vec::new()),
        };
        let first_home = children.first().copied().and_then(awaitable_of).map(|first| self.home(first));
        let is_by_factory = self.own_factory().is_some();
        let quick = if is_by_factory || self.sources.is_on { 0 } else { self.schedule_quietly(&mut children, future) };
        if quick > 0 && quick == children.len() {
            let distinct = u32::try_from(quick).unwrap_or(u32::MAX);
            let returns_exceptions = returns_exceptions == Value::TRUE;
            let gather = Gather { children, distinct, returns_exceptions, ..Gather::default() };
            return Ok(self.gather_new(future, gather));
        }
        for child in &children[..quick] {
            // Not all are alike: those that were made are told of the gather with the others.
            if let Value::Task(number) = *child {
                self.cells[CellId(number as u32)].callback = Callback::None;
            }
        }
        // 3.11 adds its callback to what is done as well, while it goes through the arguments: a hop.
        let adds_to_done = self.program.settings.python < PythonVersion::V3_12;
        let mut given = indexmap::IndexSet::new();
        // What others than coroutines became, and coroutines that the factory made tasks of.
        let mut tasks = indexmap::IndexMap::new();
        let (mut made, mut fresh) = (quick, quick);
        for index in quick..children.len() {
            let argument = children[index];
            if let Value::Coroutine(coroutine) = argument
                && !is_by_factory
                && let Some(cell) = self.fresh_coroutine(coroutine)
            {
                self.schedule_task(cell, None, 0)?;
                self.leave_untold(cell);
                children[index] = value_of(Awaitable::Task(cell));
                made += 1;
                fresh += 1;
                continue;
            }
            if let Some(child) = awaitable_of(argument) {
                if self.home(child) != first_home.unwrap_or(self.loops.at_hand) {
                    return Ok(Next::Throw(self.wrong_loop()));
                }
                if given.insert(child) {
                    if adds_to_done && self.is_done(child) {
                        self.call_soon(Handle::GatherChild(future, child));
                    }
                    self.hook_own(child, future, index, &mut hooked);
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
            if let Err(raised) = self.check_hash(argument) {
                return Ok(Next::Throw(raised));
            }
            if let Some(task) = tasks.get(&argument) {
                children[index] = *task;
                continue;
            }
            children[index] = if is_by_factory {
                let kept = self.kept.len();
                // The factory is the script's, and what it starts runs at once: nothing else holds these meanwhile.
                self.kept.extend(&children);
                self.kept.push(value_of(Awaitable::Future(future)));
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
            if let Some(child) = awaitable_of(children[index]) {
                if let Awaitable::Task(task) = child {
                    self.leave_untold(task);
                }
                if given.insert(child) {
                    self.hook_own(child, future, index, &mut hooked);
                }
            }
            tasks.insert(argument, children[index]);
        }
        let gather = Gather {
            children,
            distinct: u32::try_from(given.len() + made).unwrap_or(u32::MAX),
            returns_exceptions: returns_exceptions == Value::TRUE,
            ..Gather::default()
        };
        let are_new = fresh == gather.children.len() && fresh > 0;
        Ok(self.gather_children(future, gather, &hooked, are_new))
    }

    /// A child of a class of the script is told of the gather before the next child is made.
    fn hook_own(&mut self, child: Awaitable, future: FutureId, place: usize, hooked: &mut Vec<Value>) {
        if hooked.get(place) != Some(&Value::TRUE)
            && self.own_function(child, "add_done_callback").is_some()
            && !self.is_done(child)
        {
            hooked.resize(hooked.len().max(place + 1), Value::FALSE);
            hooked[place] = Value::TRUE;
            self.add_callback(child, Callback::GatherChild(future));
        }
    }

    /// A gather whose children are tasks that were made just now, and report to it.
    fn gather_new(&mut self, future: FutureId, mut gathered: Gather) -> Next {
        gathered.counts_ahead = true;
        self.tell(EventKind::Gather { children: gathered.distinct });
        self.vm.heap.note_allocation();
        self.vm.heap.note_gathering(future);
        self.vm.futures[future].gather = Some(Box::new(gathered));
        Next::Go(value_of(Awaitable::Future(future)))
    }

    /// `are_new`: all children are tasks that were made just now, and nobody knows them.
    fn gather_children(&mut self, future: FutureId, gathered: Gather, hooked: &[Value], are_new: bool) -> Next {
        if are_new && !self.vm.heap.has_kinds() {
            for child in &gathered.children {
                if let Value::Task(number) = *child {
                    self.cells[CellId(number as u32)].callback = Callback::GatherChild(future);
                }
            }
            return self.gather_new(future, gathered);
        }
        let distinct = gathered.distinct;
        self.tell(EventKind::Gather { children: distinct });
        self.vm.heap.note_allocation();
        if distinct == 0 {
            let empty = self.vm.heap.list(Vec::new());
            self.vm.futures[future].state = FutureState::Result(empty);
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
            self.vm.heap.note_gathering(future);
            self.vm.futures[future].gather = Some(Box::new(gathered));
        }
        done.into_iter().for_each(|child| self.report_child(future, child));
        Next::Go(value_of(Awaitable::Future(future)))
    }

    /// Lets a future report its end to a thing, a hop later when it is done already.
    pub(super) fn hook(&mut self, thing: u64, future: Awaitable) {
        if self.is_done(future) {
            self.call_soon(Handle::Report(thing as u32, future));
        } else {
            self.add_callback(future, Callback::Report(thing as u32));
        }
    }

    pub(super) fn unhook(&mut self, thing: u64, future: Awaitable) {
        self.remove_callback(future, Callback::Report(thing as u32));
    }

    /// What was given before is looked for by its hash.
    fn check_hash(&mut self, argument: Value) -> Result<(), Raised> {
        match argument {
            Value::List(_) | Value::Dict(_) | Value::Set(_) => {
                self.vm.heap.key(argument).map(|_| ()).map_err(|problem| self.vm.heap.raised(problem))
            }
            _ => Ok(()),
        }
    }

    /// Sequential and eager: runs the first argument that is no future to its end, after which the call is made again.
    fn start_first_coroutine(
        &mut self,
        list: crate::kernel::Reference,
        returns_exceptions: Value,
    ) -> Result<Option<Next>, Stop> {
        let mut index = 0;
        let argument = loop {
            match self.vm.heap.list_items(list).get(index) {
                None | Some(Value::Unbound) => return Ok(None),
                Some(item) if awaitable_of(*item).is_some() => {}
                Some(item) => {
                    let item = *item;
                    if !self.is_future(item) {
                        break item;
                    }
                }
            }
            index += 1;
        };
        let cell = &self.cells[self.activation];
        if !matches!(self.program.codes[cell.code].ops[cell.pc as usize - 1], Op::CallLibrary(Function::Gather, ..)) {
            // A call that goes by a value could not be made again: what is done of it is in the list alone.
            let given = Given { positional: vec![Value::List(list), returns_exceptions], keywords: Vec::new() };
            return self.call_value(self.helper(Helper::Gather), given).map(Some);
        }
        if let Err(raised) = self.check_hash(argument) {
            return Ok(Some(Next::Throw(raised)));
        }
        let cell = match self.coroutine_or_awaitable(argument)? {
            Ok(cell) => cell,
            Err(raised) => return Ok(Some(Next::Throw(raised))),
        };
        if self.is_eager {
            self.hook_before(list, index);
        }
        self.make_task(cell, None, flag::HELD)?;
        self.leave_untold(cell);
        let task = value_of(Awaitable::Task(cell));
        let items = &mut self.vm.heap.list_items_mut(list)[index..];
        items.iter_mut().filter(|item| **item == argument).for_each(|item| *item = task);
        self.cells[self.activation].pc -= 1;
        let child = self.stand_and_start(cell, Value::None);
        self.name_later(cell);
        Ok(Some(Next::Enter(child, Value::None)))
    }

    /// Eager: the arguments before the one that starts now already report to the gather. Behind the arguments the list then
    /// holds `Unbound`, the gather's future, and for each of these arguments whether it reports.
    fn hook_before(&mut self, list: crate::kernel::Reference, index: usize) {
        let mut items = self.vm.heap.list_items(list).to_vec();
        let end = items.iter().position(|item| *item == Value::Unbound).unwrap_or(items.len());
        if end == items.len() {
            let future = self.vm.futures.insert(Some(Gather::default()));
            self.vm.heap.note_allocation();
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
        *self.vm.heap.list_items_mut(list) = items;
    }
}
