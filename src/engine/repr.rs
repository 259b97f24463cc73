//! The text of a future, which holds no address (`base_futures.py`, `_future_repr_info`; `reprlib.py`).

use crate::kernel::exception::Raised;
use crate::kernel::value::TIMER_HANDLE;
use crate::kernel::{Callback, FutureState, Reference, State, Value, text, value_of};
use crate::policy::Discipline;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, FutureId};

use super::Engine;

/// Values in exception messages are cut at this many characters.
const LONGEST_REPR: usize = 80;

/// `reprlib.Repr`: longest text, most items of a list or a tuple, deepest level.
const LONGEST_TEXT: usize = 30;
/// The same for lists and tuples.
const MOST_ITEMS: usize = 6;
/// The same for dicts.
const MOST_ENTRIES: usize = 4;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `type(future).__name__`
    pub(super) fn class_of_awaitable(&self, awaitable: Awaitable) -> String {
        if let Some(own) = self.heap.script_class(value_of(awaitable)) {
            return self.heap.class_name(own).to_owned();
        }
        let class = match awaitable {
            Awaitable::Task(_) => "Task",
            Awaitable::Future(future) if self.futures[future].gather.is_some() => "_GatheringFuture",
            Awaitable::Future(_) => "Future",
        };
        class.to_owned()
    }

    /// `repr(future)`
    pub(super) fn text_of_future(&mut self, future: FutureId) -> Result<String, Raised> {
        let class = self.class_of_awaitable(Awaitable::Future(future));
        let state = match self.futures[future].state {
            FutureState::Pending => "pending".to_owned(),
            FutureState::Cancelled(_) => "cancelled".to_owned(),
            FutureState::Result(value) => {
                let mut words = "finished result=".to_owned();
                self.write_short(value, MOST_ITEMS, &mut words)?;
                words
            }
            FutureState::Exception(exception) => {
                let mut words = "finished exception=".to_owned();
                self.write_whole(exception, &mut words)?;
                words
            }
        };
        let mut callbacks = Vec::new();
        self.lists.for_each(self.futures[future].callback, |callback| callbacks.push(callback));
        if callbacks.iter().any(|callback| !matches!(callback, Callback::Wakeup(_))) {
            // CPython tells where their code lies.
            return Ok(format!("<{class} {state} cb=[{}]>", text::hidden_address()));
        }
        const WAKEUP: &str = "Task.task_wakeup()";
        let waits = match callbacks.len() {
            0 => String::new(),
            1 => format!(" cb=[{WAKEUP}]"),
            2 => format!(" cb=[{WAKEUP}, {WAKEUP}]"),
            many => format!(" cb=[{WAKEUP}, <{} more>, {WAKEUP}]", many - 2),
        };
        Ok(format!("<{class} {state}{waits}>"))
    }

    /// `repr(task)`: where its code lies is hidden in it, and who is called at its end (`base_tasks.py`, `_task_repr_info`).
    pub(super) fn text_of_task(&mut self, task: CellId) -> Result<String, Raised> {
        let (state, kept) = (self.cells[task].state, self.cells.slot(task, 0));
        let is_done = state.is_done();
        let word = match state {
            State::Cancelled => "cancelled",
            _ if is_done => "finished",
            _ if self.requests(task) > 0 => "cancelling",
            _ => "pending",
        };
        let name = self.task_name(task);
        let name = self.heap.string_from(name);
        let class = self.class_of_awaitable(Awaitable::Task(task));
        let mut words = format!("<{class} {word} name=");
        self.write_whole(name, &mut words)?;
        let code = &self.program.codes[self.cells[task].code];
        let place = if is_done { "done, defined" } else { "running" };
        words += &format!(" coro=<{}() {place} at {}>", self.names.text(code.qualified), text::hidden_address());
        let wait = self.cells[task].wait() as u32;
        match state {
            State::Sleeping | State::SleepDue => words += " wait_for=<Future pending cb=[Task.task_wakeup()]>",
            State::WaitingForFuture => {
                let waited = self.text_of_future(FutureId(wait)).unwrap_or_else(|_| text::hidden_address());
                words += &format!(" wait_for={waited}");
            }
            State::WaitingForTask => words += &format!(" wait_for=<Task {}>", text::hidden_address()),
            State::Returned => {
                words += " result=";
                self.write_short(kept, MOST_ITEMS, &mut words)?;
            }
            State::Raised => {
                words += " exception=";
                self.write_whole(kept, &mut words)?;
            }
            _ => {}
        }
        if self.cells[task].callback != Callback::NONE {
            words += &format!(" cb=[{}]", text::hidden_address());
        }
        Ok(words + ">")
    }

    fn write_whole(&mut self, value: Value, out: &mut String) -> Result<(), Raised> {
        text::write_repr(&self.heap, value, out).map_err(|problem| self.heap.raised(problem))
    }

    /// `reprlib.repr(value)`
    fn write_short(&mut self, value: Value, levels: usize, out: &mut String) -> Result<(), Raised> {
        let (open, close, items) = match value {
            Value::List(at) => ("[", "]", self.heap.list_items(at).to_vec()),
            Value::Tuple(at) => ("(", ")", self.heap.tuple_items(at).to_vec()),
            Value::Dict(at) if levels > 0 => return self.write_short_dict(at, levels, out),
            Value::Dict(_) | Value::Set(_) | Value::Instance(_) => {
                let message = "the text of a future whose result is a set or an object is not supported";
                return Err(self.heap.unsupported(message));
            }
            _ => {
                let mut words = String::new();
                match value {
                    Value::Future(future) => words = self.text_of_future(FutureId(future as u32))?,
                    Value::Task(task) => words = self.text_of_task(CellId(task as u32))?,
                    _ => self.write_whole(value, &mut words)?,
                }
                let letters: Vec<char> = words.chars().collect();
                if letters.len() > LONGEST_TEXT {
                    let ahead = (LONGEST_TEXT - 3) / 2;
                    let behind = LONGEST_TEXT - 3 - ahead;
                    out.extend(&letters[..ahead]);
                    out.push_str("...");
                    out.extend(&letters[letters.len() - behind..]);
                } else {
                    out.push_str(&words);
                }
                return Ok(());
            }
        };
        out.push_str(open);
        if levels == 0 && !items.is_empty() {
            out.push_str("...");
        } else {
            for (index, item) in items.iter().take(MOST_ITEMS).enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                self.write_short(*item, levels - 1, out)?;
            }
            if items.len() > MOST_ITEMS {
                out.push_str(", ...");
            } else if matches!(value, Value::Tuple(_)) && items.len() == 1 {
                out.push(',');
            }
        }
        out.push_str(close);
        Ok(())
    }

    /// The same of a dict: the first entries, by their keys.
    fn write_short_dict(&mut self, dict: Reference, levels: usize, out: &mut String) -> Result<(), Raised> {
        let mut entries: Vec<(Value, Value)> = self.heap.dict_table(dict).iter().collect();
        if entries.iter().all(|(key, _)| matches!(key, Value::Str(_))) {
            entries.sort_by(|(left, _), (right, _)| self.heap.as_text(*left).cmp(&self.heap.as_text(*right)));
        } else if entries.iter().all(|(key, _)| matches!(key, Value::Int(_))) {
            entries.sort_by_key(|(key, _)| key.integer());
        } else if entries.len() > 1 {
            let message = "the text of a future whose result is a dict with keys of several kinds is not supported";
            return Err(self.heap.unsupported(message));
        }
        out.push('{');
        for (index, (key, value)) in entries.iter().take(MOST_ENTRIES).enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            self.write_short(*key, levels - 1, out)?;
            out.push_str(": ");
            self.write_short(*value, levels - 1, out)?;
        }
        out.push_str(if entries.len() > MOST_ENTRIES { ", ...}" } else { "}" });
        Ok(())
    }

    /// `func(args) at …` of a handle: where its code lies is hidden in it (`format_helpers.py`, `_format_callback_source`).
    pub(super) fn text_of_callback(&mut self, handle: Value) -> String {
        let Value::Handle(number) = handle else { return String::new() };
        let call = self.calls[(number & !TIMER_HANDLE) as u32];
        let code = match self.function_of_method(call.function) {
            Value::Function(at) => self.heap.function_object(at).code,
            _ => return text::hidden_address(),
        };
        let mut words = format!("{}(", self.names.text(self.program.codes[code].qualified));
        let arguments =
            if let Value::List(at) = call.arguments { self.heap.list_items(at).to_vec() } else { Vec::new() };
        for (index, argument) in arguments.into_iter().enumerate() {
            if index > 0 {
                words += ", ";
            }
            if self.write_short(argument, MOST_ITEMS, &mut words).is_err() {
                // Nobody answers questions here.
                self.heap.forget_answers();
                words += &text::hidden_address();
            }
        }
        words + &format!(") at {}", text::hidden_address())
    }

    /// What `a coroutine was expected, got …` says it got.
    pub(super) fn words_of(&mut self, value: Value) -> String {
        if let Value::Future(future) = value
            && let Ok(words) = self.text_of_future(FutureId(future as u32))
        {
            return words;
        }
        let mut words = String::new();
        text::short_repr(&self.heap, value, LONGEST_REPR, &mut words);
        words
    }
}
