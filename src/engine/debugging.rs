//! What a loop does that debugs: it keeps where tasks, futures and handles were made (`format_helpers.py`, `extract_stack`), and logs
//! what held it up.

use indexmap::IndexMap;

use crate::kernel::exception::Passed;
use crate::kernel::value::TIMER_HANDLE;
use crate::kernel::{Callback, ScheduledCalls, State, Value};
use crate::policy::{Discipline, Handle};
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::{CellId, FutureId, Time};

use super::activation::Next;
use super::call::Given;
use super::garbage::plainly;
use super::places::OfAsyncio;
use super::{Engine, Stop};

const CREATES_TASK: OfAsyncio = ("create_task", "tasks", [384, 420, 410]);
const CREATES_IN_GROUP: OfAsyncio = ("create_task", "taskgroups", [161, 161, 173]);
const ENSURES: OfAsyncio = ("ensure_future", "tasks", [680, 695, 748]);
const MAKES_GATHER: OfAsyncio = ("__init__", "tasks", [709, 712, 765]);
const RUNS: OfAsyncio = ("run", "runners", [100, 100, 100]);
const CREATES_FUTURE: OfAsyncio = ("create_future", "base_events", [427, 447, 460]);

/// A handle keeps so many frames (`constants.py`, `DEBUG_STACK_DEPTH`), without those of `call_soon` and what that calls.
const FRAMES_OF_HANDLE: usize = 8;

/// What is known of where things were made. What was made before a loop debugs, or by another loop, is not in it.
#[derive(Default)]
pub(super) struct Sources {
    /// Whether a loop debugs or did.
    pub(super) is_on: bool,
    /// The function of the library that is being performed.
    pub(super) by: Option<Function>,
    known: IndexMap<Value, Source>,
    /// What handles looked like when they were cancelled (`events.py`, `Handle.cancel`).
    pub(super) cancelled: IndexMap<u32, String>,
    /// The loops of handles that the script itself has made.
    pub(super) homes: IndexMap<u32, u64>,
}

/// The frames in which something was made, the innermost first, of which the first may be one of asyncio's functions.
#[derive(Clone)]
struct Source {
    /// The birth of what was made, whose number others may have had before.
    birth: u32,
    within: Option<OfAsyncio>,
    frames: Vec<Passed>,
}

impl Sources {
    /// Handles that were freed leave their numbers to others.
    pub(super) fn sweep(&mut self, calls: &ScheduledCalls) {
        self.known.retain(|made, _| !matches!(*made, Value::Handle(handle) if !calls.is_alive(handle as u32)));
        self.cancelled.retain(|handle, _| calls.is_alive(*handle));
        self.homes.retain(|handle, _| calls.is_alive(*handle));
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    fn is_debugging(&self, number: u64) -> bool {
        self.sources.is_on && self.loops.all.get(number as usize).is_some_and(|each| each.is_debug)
    }

    /// A function of the library may have made a future.
    #[cold]
    pub(super) fn note_future_made_by(&mut self, function: Function, next: &Result<Next, Stop>) {
        if matches!(function, Function::NewFuture | Function::LoopCreateFuture | Function::Gather)
            && let Ok(Next::Go(Value::Future(number))) = *next
        {
            let home = self.vm.futures[FutureId(number as u32)].home;
            self.note_source(Value::Future(number), u64::from(home));
        }
    }

    /// The running code has made a task or a future of the loop of this number.
    #[cold]
    pub(super) fn note_source(&mut self, made: Value, number: u64) {
        if !self.is_debugging(number) {
            return;
        }
        // What runs a loop makes the task of its coroutine before that.
        let is_starting = self.running.last().is_some_and(|(_, caller)| *caller == self.activation);
        let starting = if is_starting { self.running.pop() } else { None };
        let mut frames = self.frames_around(starting.map_or(self.activation, |(_, activation)| activation));
        self.running.extend(starting);
        let by = starting.map(|(function, _)| function).or(self.sources.by);
        let within = match by {
            Some(Function::CreateTask) if self.is_within("TaskGroup.create_task") => Some(CREATES_IN_GROUP),
            Some(Function::CreateTask) => Some(CREATES_TASK),
            Some(Function::LoopCreateTask | Function::NewTask | Function::NewFuture) => None,
            Some(Function::Run | Function::RunnerRun) => Some(RUNS),
            Some(Function::Gather) if matches!(made, Value::Future(_)) => Some(MAKES_GATHER),
            Some(Function::LoopCreateFuture) => Some(CREATES_FUTURE),
            _ => Some(ENSURES),
        };
        let outer: &[&'static str] = match by {
            Some(Function::Gather) => &["gather"],
            Some(Function::Run) => &["run"],
            Some(Function::RunUntilComplete) => &["run_until_complete"],
            _ => &[],
        };
        let own = within.map(|(name, ..)| name);
        frames.splice(0..0, own.into_iter().chain(outer.iter().copied()).map(Passed::Library));
        self.sources.known.insert(plainly(made), Source { birth: self.birth_of(made), within, frames });
    }

    /// The same of a future that asyncio itself has asked the loop for.
    pub(super) fn note_source_of_own(&mut self, made: Value) {
        if self.sources.is_on {
            self.sources.by = Some(Function::LoopCreateFuture);
            self.note_source(made, self.loops.at_hand);
        }
    }

    /// Whether the code that runs is this body of the library.
    fn is_within(&self, body: &str) -> bool {
        let code = self.cells.get(self.activation).map(|cell| &self.program.codes[cell.code]);
        code.is_some_and(|code| code.is_hidden && self.names.text(code.qualified) == body)
    }

    fn birth_of(&self, made: Value) -> u32 {
        match made {
            Value::Task(number) => self.cells[CellId(number as u32)].created,
            Value::Future(number) => self.vm.futures[FutureId(number as u32)].created,
            _ => 0,
        }
    }

    fn known_source(&self, made: Value) -> Option<&Source> {
        let known = self.sources.known.get(&plainly(made));
        known.filter(|source| source.birth == self.birth_of(made))
    }

    /// What these callbacks call is handed to the loop by the code that runs now.
    #[cold]
    pub(super) fn note_sources_of_callbacks(&mut self, first: Callback) {
        let mut numbers = Vec::new();
        self.lists.for_each(first, |callback| {
            if let Callback::Script(number) = callback {
                numbers.push(number);
            }
        });
        for number in numbers {
            self.note_source_of_handle(Next::Go(Value::Handle(u64::from(number))), self.loops.at_hand);
        }
    }

    /// The running code has given a loop something to call, and gets this handle.
    pub(super) fn note_source_of_handle(&mut self, given: Next, number: u64) -> Next {
        if let Next::Go(Value::Handle(handle)) = given
            && self.is_debugging(number)
        {
            let mut frames = self.frames_around(self.activation);
            frames.truncate(FRAMES_OF_HANDLE);
            self.sources.known.insert(plainly(Value::Handle(handle)), Source { birth: 0, within: None, frames });
        }
        given
    }

    /// A handle is about to be cancelled: a loop that debugs keeps what it looks like.
    pub(super) fn note_cancelled(&mut self, handle: u64) -> Result<(), Stop> {
        if self.is_debugging(self.loops.at_hand) {
            let text = self.text_of_handle(handle)?;
            let text = match text.split_once(' ') {
                Some((class, rest)) => format!("{class} cancelled {rest}"),
                None => text,
            };
            self.sources.cancelled.insert(handle as u32, text);
        }
        Ok(())
    }

    /// ` created at …`, where that is known.
    pub(super) fn words_of_source(&self, made: Value) -> String {
        let Some(source) = self.known_source(made) else { return String::new() };
        let place = match (source.within, source.frames.first()) {
            (Some(within), _) => self.place_in_asyncio(within),
            (None, Some(Passed::Code(code, pc))) => self.place_of_code(*code, Some(*pc)),
            (None, _) => return String::new(),
        };
        format!(" created at {place}")
    }

    /// The same of a future, also of one that asyncio has made for itself.
    pub(super) fn words_of_source_of_future(&self, future: FutureId) -> String {
        let value = Value::Future(u64::from(future.0));
        if self.known_source(value).is_some() || !self.is_debugging(u64::from(self.vm.futures[future].home)) {
            return self.words_of_source(value);
        }
        let is_of_gather = self.vm.futures[future].gather.is_some();
        self.words_of_own_future(if is_of_gather { MAKES_GATHER } else { CREATES_FUTURE })
    }

    /// The same of a future that a task sleeps on.
    pub(super) fn words_of_source_of_sleep(&self) -> String {
        if self.is_debugging(self.loops.at_hand) { self.words_of_own_future(CREATES_FUTURE) } else { String::new() }
    }

    fn words_of_own_future(&self, within: OfAsyncio) -> String {
        format!(" created at {}", self.place_in_asyncio(within))
    }

    /// `future._source_traceback` and that of handles: a `StackSummary`, or None.
    pub(super) fn source_traceback(&mut self, made: Value) -> Result<Next, Stop> {
        let known = self.known_source(made).cloned();
        let (Some(source), Some(sums)) = (known, self.global_of_library("traceback.summary_of_rows")) else {
            return Ok(Next::Go(Value::None));
        };
        let rows = self.rows_of_frames(source.frames);
        self.call_value(sums, Given { positional: vec![rows], keywords: Vec::new() })
    }

    /// What a loop tells its handler of `made`: where that was made, too, if that is known (`base_events.py`; `futures.py`, `__del__`).
    pub(super) fn with_source<'a>(
        &mut self,
        made: Value,
        entries: &[(&'a str, Value)],
    ) -> Result<Vec<(&'a str, Value)>, Stop> {
        let mut entries = entries.to_vec();
        let frames = self.known_source(made).map(|source| source.frames.clone());
        if let Some(frames) = frames
            && let Some(sums) = self.global_of_library("traceback.summary_of_rows")
        {
            let rows = self.rows_of_frames(frames);
            let kept = self.kept.len();
            self.kept.extend(entries.iter().map(|(_, value)| *value));
            let summed = self.call_to_its_end(sums, &[rows])?;
            self.kept.truncate(kept);
            entries.extend(summed.ok().map(|summary| ("source_traceback", summary)));
        }
        Ok(entries)
    }

    /// A handle has held the loop up: one that debugs logs that, if it took long (`base_events.py`, `_run_once`).
    #[cold]
    pub(super) fn note_slow(&mut self, handle: Handle, begun: Time) -> Result<(), Stop> {
        let Some(each) = self.loops.all.get(self.loops.at_hand as usize).filter(|each| each.is_debug) else {
            return Ok(());
        };
        let took = self.now.saturating_since(begun).seconds();
        if begun > self.now {
            return Ok(());
        }
        if each.slow.number().is_some_and(|slow| took < slow.as_float()) {
            return Ok(());
        }
        let Some(logs) = self.global_of_library("logging.log_slow") else { return Ok(()) };
        let words = match handle {
            Handle::Call(number) => {
                let kind = if self.calls[number].seconds().is_some() { TIMER_HANDLE } else { 0 };
                self.text_of_handle(u64::from(number) | kind)?
            }
            Handle::Step(task) if self.cells[task].state != State::Free => self.text_of_task(task)?.unwrap_or_default(),
            _ => crate::kernel::text::hidden_address(),
        };
        let words = self.vm.heap.string_from(words);
        self.current = None;
        // What a handler of the script raises has nobody to go to.
        let _ = self.call_to_its_end(logs, &[words, Value::float(took)])?;
        Ok(())
    }

    /// A loop that debugs logs that it is closed (`base_events.py`, `close`).
    pub(super) fn note_closing_of_loop(&mut self, number: u64) -> Result<(), Stop> {
        let is_told = self.loops.all.get(number as usize).is_some_and(|each| each.is_debug && !each.is_closed);
        if is_told && let Some(logs) = self.global_of_library("logging.log_closing") {
            self.current = None;
            let _ = self.call_to_its_end(logs, &[Value::Loop(number)])?;
        }
        Ok(())
    }
}
