//! What can be asked of coroutines, generators and tasks about their frames (`inspect.py`; `base_tasks.py`, `_task_get_stack`).

use crate::kernel::value::{ASYNC_GENERATOR, COROUTINE_GENERATIONS, CoroutineKind};
use crate::kernel::{ClassId, NO_CELL, Role, State, Value, flag};
use crate::policy::Discipline;
use crate::program::code::{Generator, Op};
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::{CellId, CodeId, FutureId, NameId, ThingKind};

use super::activation::Next;
use super::call::Given;
use super::generator::GENERATIONS;
use super::rows::number;
use super::{Engine, Stop};

/// How a coroutine or generator stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Created,
    Running,
    Suspended,
    Closed,
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `CREATED`, `RUNNING`, `SUSPENDED` or `CLOSED`.
    pub(super) fn state_of_coroutine(&mut self, value: Value) -> Next {
        let word = match self.standing_of(value) {
            Standing::Created => "CREATED",
            Standing::Running => "RUNNING",
            Standing::Suspended => "SUSPENDED",
            Standing::Closed => "CLOSED",
        };
        Next::Go(self.vm.heap.string(word))
    }

    /// The cell of a coroutine or generator that is not over.
    fn cell_of(&self, value: Value) -> Option<CellId> {
        match value {
            Value::Coroutine(number) => {
                let is_there = self.fresh_coroutine(number).is_some() || self.is_running_coroutine(number);
                let cell = CellId(number as u32);
                let waits_for_turn = self.cells.holds_coroutine(number) && self.cells[cell].state == State::Scheduled;
                (is_there || waits_for_turn).then_some(cell)
            }
            Value::Generator(number) => self.generator_cell(number),
            _ => None,
        }
    }

    fn standing_of(&self, value: Value) -> Standing {
        let Some(cell) = self.cell_of(value) else { return Standing::Closed };
        match self.cells[cell].state {
            State::Fresh | State::Scheduled => Standing::Created,
            State::Suspended if self.cells[cell].pc == 0 => Standing::Created,
            _ if self.is_on_stack(cell) => Standing::Running,
            _ if self.cells[cell].pc == 0 => Standing::Created,
            _ => Standing::Suspended,
        }
    }

    /// Whether a cell is among the activations that run now.
    fn is_on_stack(&self, cell: CellId) -> bool {
        let mut chains = vec![self.activation];
        chains.extend(self.standing.iter().map(|standing| standing.activation));
        chains.into_iter().any(|mut activation| {
            while activation != NO_CELL {
                if activation == cell {
                    return true;
                }
                let Some(current) = self.cells.get(activation) else { return false };
                let is_outermost = current.state == State::Running || current.link == activation;
                if is_outermost {
                    return false;
                }
                activation = current.link;
            }
            false
        })
    }

    /// `__name__` and `__qualname__` of coroutines and generators.
    pub(super) fn name_of_code(&mut self, value: Value, name: NameId) -> Option<Value> {
        if matches!(value, Value::Coroutine(number) if CoroutineKind::of(number) != CoroutineKind::Coroutine) {
            return None;
        }
        let (_, own, qualified) = self.body_of(value)?;
        let text = match self.names.text(name) {
            "__name__" => own,
            "__qualname__" => qualified,
            _ => return None,
        };
        let text = self.names.text(text).to_owned();
        Some(self.vm.heap.string_from(text))
    }

    /// The code, the name and the qualified name of a coroutine or generator, which may be over.
    pub(super) fn body_of(&self, value: Value) -> Option<(CodeId, NameId, NameId)> {
        let (cell, identity, is_there) = match value {
            Value::Coroutine(number) => {
                let identity = (number >> 32) as u32 & COROUTINE_GENERATIONS;
                (CellId(number as u32), identity, self.cells.holds_coroutine(number))
            }
            Value::Generator(number) => {
                let identity = (number >> 32) as u32 & GENERATIONS;
                (CellId(number as u32), identity, self.generator_cell(number).is_some())
            }
            _ => return None,
        };
        let (code, names) = if is_there {
            (self.cells[cell].code, self.renamed_coroutines.get(&cell).copied())
        } else {
            self.cells.ended(cell, identity)?
        };
        let written = &self.program.codes[code];
        let (own, qualified) = names.unwrap_or((written.name, written.qualified));
        Some((code, own, qualified))
    }

    /// `__name__` and `__qualname__` of a coroutine or generator: those of its function, which `functools.wraps` may have renamed.
    pub(super) fn names_of_coroutine(&self, cell: CellId) -> (NameId, NameId) {
        let code = &self.program.codes[self.cells[cell].code];
        self.renamed_coroutines.get(&cell).copied().unwrap_or((code.name, code.qualified))
    }

    /// `coroutine.__name__ = new`, or of `__qualname__` or what nobody may set; `None` for other names and values. What is
    /// deleted is set to nothing.
    pub(super) fn set_name_of_code(&mut self, value: Value, name: NameId, new: Value) -> Option<Next> {
        let (_, own, qualified) = self.body_of(value)?;
        let attribute = self.names.text(name).to_owned();
        if !matches!(attribute.as_str(), "__name__" | "__qualname__") {
            let message = self.refusal_of_frames(value, &attribute)?;
            return Some(Next::Throw(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message)));
        }
        let Some(text) = self.vm.heap.as_text(new).map(str::to_owned) else {
            let message = format!("{attribute} must be set to a string object");
            return Some(Next::Throw(self.vm.heap.type_error(message)));
        };
        let Some(cell) = self.cell_of(value) else {
            return Some(Next::Throw(self.vm.heap.unsupported(format!("{attribute} of what is over, set"))));
        };
        let new = self.intern(&text);
        let (own, qualified) = if attribute == "__name__" { (new, qualified) } else { (own, new) };
        if self.cells[cell].state == State::Fresh {
            self.rename_coroutine(cell, own, qualified);
        } else {
            self.renamed_coroutines.insert(cell, (own, qualified));
        }
        Some(Next::Go(Value::None))
    }

    /// Whether a coroutine or generator has such an attribute as `cr_frame` or `cr_await`: `None` where it has not, else whether
    /// it is a mere member to CPython (`genobject.c`).
    pub(super) fn has_of_frames(&self, value: Value, attribute: &str) -> Option<bool> {
        let prefix = prefix_of_frames(value)?;
        match (prefix, attribute.strip_prefix(prefix)?) {
            (_, "code") => Some(!self.is_since(PythonVersion::V3_12)),
            ("cr_", "origin") | ("ag_", "running") => Some(true),
            ("ag_", "suspended") => self.is_since(PythonVersion::V3_12).then_some(false),
            (_, "frame" | "running" | "suspended") | ("gi_", "yieldfrom") | ("cr_" | "ag_", "await") => Some(false),
            _ => None,
        }
    }

    /// What is said to who would set one of these; `None` for other names.
    fn refusal_of_frames(&self, value: Value, attribute: &str) -> Option<String> {
        let is_member = self.has_of_frames(value, attribute)?;
        let kind = self.vm.heap.type_name(value);
        Some(match is_member {
            true => "readonly attribute".to_owned(),
            false => format!("attribute '{attribute}' of '{kind}' objects is not writable"),
        })
    }

    /// A coroutine that nothing has run yet is called otherwise than its function was written.
    pub(super) fn rename_coroutine(&mut self, cell: CellId, name: NameId, qualified: NameId) {
        self.cells[cell].name = name;
        self.cells[cell].flags |= flag::NAMED;
        self.renamed_coroutines.insert(cell, (name, qualified));
    }

    /// `cr_frame`, `cr_await` and their kin; `None` for other names.
    pub(super) fn attribute_of_frames(&mut self, value: Value, name: NameId) -> Result<Option<Next>, Stop> {
        let Some(prefix) = prefix_of_frames(value) else { return Ok(None) };
        let attribute = self.names.text(name);
        if self.has_of_frames(value, attribute).is_none() {
            return Ok(None);
        }
        let what = attribute.trim_start_matches(prefix).to_owned();
        let standing = self.standing_of(value);
        let cell = self.cell_of(value);
        Ok(Some(match (what.as_str(), cell) {
            // An asynchronous one runs from the first step of `asend` to its last (`genobject.c`, `ag_running_async`).
            ("running", Some(cell)) if prefix == "ag_" => {
                Next::Go(Value::bool(!matches!(self.cells[cell].state, State::Fresh | State::Suspended)))
            }
            ("running", _) => Next::Go(Value::bool(standing == Standing::Running)),
            ("suspended", _) => Next::Go(Value::bool(standing == Standing::Suspended)),
            ("frame", Some(cell)) => {
                let mut row = self.row_of_frame(self.cells[cell].code, self.cells[cell].pc);
                row.extend(self.variables_of(cell));
                self.call_value(self.helper(Helper::Frame), Given { positional: row, keywords: Vec::new() })?
            }
            ("code", _) if let Some((code, ..)) = self.body_of(value) => {
                let row = self.row_of_frame(code, 0);
                self.call_value(self.helper(Helper::Code), Given { positional: row, keywords: Vec::new() })?
            }
            ("frame", None) => Next::Go(Value::None),
            ("origin", _) => {
                let depth = self.global_of_library("sys._origin_depth").unwrap_or(Value::Int(0));
                if self.sources.is_on || depth != Value::Int(0) {
                    return Ok(Some(Next::Throw(self.vm.heap.unsupported("where a coroutine was made, `cr_origin`"))));
                }
                Next::Go(Value::None)
            }
            ("await" | "yieldfrom", Some(cell)) if standing == Standing::Suspended => self.awaited_by(cell)?,
            ("await" | "yieldfrom", _) => Next::Go(Value::None),
            _ => return Ok(None),
        }))
    }

    /// What a suspended activation waits for: one that it called, or what its task waits for.
    fn awaited_by(&mut self, cell: CellId) -> Result<Next, Stop> {
        let called = self.cells.iter().find(|(_, inner)| inner.state == State::Inline && inner.link == cell);
        if let Some((called, inner)) = called {
            let code = &self.program.codes[inner.code];
            let value = match code.generator {
                // What awaits by an `__await__`, and what the library does in steps of its own, is none of CPython's objects.
                Generator::No if code.is_hidden && (!code.has_frame || code.told_as.is_none()) => {
                    return self.awaited_by(called);
                }
                Generator::No if code.is_async => self.coroutine(called),
                Generator::No => Value::None,
                // What steps through one has no attributes of its own (`genobject.c`, `async_gen_asend_new`).
                Generator::Async => return self.awaited_behind(vec!["asend"], true),
                Generator::Plain => self.generator(called, Generator::Plain),
            };
            return Ok(Next::Go(value));
        }
        match self.delegated_to(cell) {
            Some(Value::Future(_) | Value::Task(_) | Value::None) | None => {}
            Some(iterator) => return Ok(Next::Go(iterator)),
        }
        let (names, waits) = self.leaf_of(cell);
        self.awaited_behind(names, waits)
    }

    /// What is awaited behind coroutines of the library with these names.
    fn awaited_behind(&mut self, names: Vec<&'static str>, waits: bool) -> Result<Next, Stop> {
        let names = names.into_iter().map(|name| self.vm.heap.string(name)).collect();
        let row = vec![self.vm.heap.tuple(names), Value::bool(waits)];
        self.call_value(self.helper(Helper::Awaited), Given { positional: row, keywords: Vec::new() })
    }

    /// The coroutines of the library in which an activation waits and that are none of their own, the outermost first, and whether
    /// it is a future that they wait for.
    fn leaf_of(&self, cell: CellId) -> (Vec<&'static str>, bool) {
        let mut root = cell;
        while self.cells[root].state == State::Inline && !matches!(self.cells[root].link, NO_CELL) {
            root = self.cells[root].link;
        }
        let state = self.cells[root].state;
        let code = &self.program.codes[self.cells[cell].code];
        let own = code.told_as.filter(|_| code.is_hidden).map_or("", |name| self.names.text(name));
        let before = |count: u32| self.cells[cell].pc.checked_sub(count).and_then(|at| code.ops.get(at as usize));
        let mut names = match before(1) {
            Some(Op::Turn | Op::SleepFor(_) | Op::Sleep | Op::SleepWithResult(_)) => vec!["sleep"],
            _ if own == "wait" && matches!(before(2), Some(Op::CallLibrary(Function::WaitFuture, ..))) => vec!["_wait"],
            _ if state == State::WaitingForFuture => self.line_of_future(FutureId(self.cells[root].wait() as u32)),
            _ => Vec::new(),
        };
        if state == State::Yielded {
            names.push("__sleep0");
        }
        names.retain(|name| name.rsplit('.').next() != Some(own));
        let is_by_itself = matches!(
            state,
            State::Free | State::Fresh | State::Inline | State::Suspended | State::Scheduled | State::Running
        );
        (names, !is_by_itself && state != State::Yielded)
    }

    /// The coroutines that make a future and wait in the line of a thing.
    fn line_of_future(&self, future: FutureId) -> Vec<&'static str> {
        let Some((thing, role)) = self.vm.futures[future].line() else { return Vec::new() };
        vec![match (ThingKind::of(thing), role) {
            (ThingKind::Lock, _) => "Lock.acquire",
            (ThingKind::Semaphore | ThingKind::BoundedSemaphore, _) => "Semaphore.acquire",
            (ThingKind::Event, _) => "Event.wait",
            (_, Role::Join) => "Event.wait",
            (ThingKind::Queue, Role::Put) => "Queue.put",
            (ThingKind::Queue, Role::Get) => "Queue.get",
            _ => return Vec::new(),
        }]
    }

    /// What a suspended activation goes through by `yield from`, or by an `__await__`.
    fn delegated_to(&self, cell: CellId) -> Option<Value> {
        let ops = &self.program.codes[self.cells[cell].code].ops;
        let at = self.cells[cell].pc as usize;
        let is_through =
            matches!(ops.get(at.checked_sub(1)?), Some(Op::Yield | Op::CallLibrary(Function::YieldOut, ..)));
        // What empties slots may stand between.
        let before = ops[..at].iter().rev().filter(|op| !matches!(op, Op::StoreConstant(..)));
        let slot = before.take(3).filter(|_| is_through).find_map(|op| match op {
            Op::Delegate(slot, _) => Some(*slot),
            _ => None,
        });
        Some(self.cells.slot(cell, slot?))
    }

    /// The file, the line and the name of the innermost function of the script that runs.
    pub(super) fn place_of_caller(&mut self) -> Value {
        let mut activation = self.activation;
        loop {
            let cell = &self.cells[activation];
            let (code, pc, caller) = (cell.code, cell.pc, cell.link);
            let lowered = &self.program.codes[code];
            if lowered.is_hidden && caller != NO_CELL && caller != activation && !cell.has(flag::TASK) {
                activation = caller;
                continue;
            }
            let name = self.names.text(lowered.name).to_owned();
            let file = self.file_of_code(lowered);
            let line = self.line_of(self.part_of_frame(lowered, pc).span);
            let [file, name] = [file, name].map(|text| self.vm.heap.string_from(text));
            return self.vm.heap.tuple(vec![file, number(line), name]);
        }
    }

    /// `task.print_stack()`: what goes to stderr is not shown.
    pub(super) fn print_stack(&mut self, task: Value, limit: Value, file: Value) -> Result<Next, Stop> {
        if matches!(file, Value::None | Value::Unbound) {
            return Ok(Next::Go(Value::None));
        }
        let limit = if limit == Value::Unbound { Value::None } else { limit };
        self.call_value(
            self.helper(Helper::PrintStack),
            Given { positional: vec![task, limit, file], keywords: Vec::new() },
        )
    }
}

/// How the names begin by which a coroutine or generator tells of itself.
fn prefix_of_frames(value: Value) -> Option<&'static str> {
    match value {
        Value::Coroutine(_) => Some("cr_"),
        Value::Generator(number) if number & ASYNC_GENERATOR != 0 => Some("ag_"),
        Value::Generator(_) => Some("gi_"),
        _ => None,
    }
}
