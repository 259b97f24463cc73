//! The text of a future, which holds no address (`base_futures.py`, `_future_repr_info`; `reprlib.py`).

use crate::kernel::exception::Raised;
use crate::kernel::{Callback, FutureState, State, Value, text};
use crate::policy::Discipline;
use crate::trace::Sink;
use crate::units::{CellId, FutureId};

use super::Engine;

/// Values in exception messages are cut at this many characters.
const LONGEST_REPR: usize = 80;

/// `reprlib.Repr`: longest text, most items of a list or a tuple, deepest level.
const LONGEST_TEXT: usize = 30;
/// The same for lists and tuples.
const MOST_ITEMS: usize = 6;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `repr(future)`
    pub(super) fn text_of_future(&mut self, future: FutureId) -> Result<String, Raised> {
        let class = if self.futures[future].gather.is_some() { "_GatheringFuture" } else { "Future" };
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
            let message = "the text of a future with callbacks is not supported: CPython's tells where the code lies";
            return Err(self.heap.unsupported(message));
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
        let mut words = format!("<Task {word} name=");
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
            Value::Dict(_) | Value::Set(_) | Value::Instance(_) => {
                let message = "the text of a future whose result is a dict, a set or an object is not supported";
                return Err(self.heap.unsupported(message));
            }
            _ => {
                let mut words = String::new();
                self.write_whole(value, &mut words)?;
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
