//! Questions to the script: what an operation must have called before it can go on.
//!
//! The kernel never calls a script's function itself. An operation that needs one (`repr` of an object with a `__repr__`) asks,
//! and ends with nothing done; the engine calls the function, and then the operation is done again from its beginning, where it
//! finds the answers to what it asks, in order. So whatever asks must not have changed anything before.
//! A sort is kept meanwhile and goes on where it asked, and so is the place of what goes through items (`walk.rs`).

use std::cell::RefCell;

use crate::signatures::helpers::Helper;
use crate::units::CellId;

use super::super::builtins::timsort::Timsort;
use super::super::exception::{Attempt, ClassId, Problem, Raised};
use super::super::value::Value;
use super::Heap;
use super::walk::Place;

/// What is to be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callee {
    /// A value of the script.
    Value(Value),
    /// A function of the library that is itself written in Python.
    Helper(Helper),
}

/// A question that waits for its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is to be called.
    pub callee: Callee,
    /// With what.
    pub arguments: Vec<Value>,
    /// A text behind them, which who asked could not make a value of.
    pub text: Option<String>,
    /// The containers in whose repr it is asked, outermost first.
    pub inside: Vec<Value>,
}

/// The questions of the operation that is being done.
#[derive(Debug, Default)]
pub struct Asking {
    pub(super) answers: Vec<Value>,
    pub(super) next: usize,
    /// How many have been taken since the operation was begun or done again.
    pub(super) heard: usize,
    question: Option<Question>,
    pub(super) kept: Kept,
    /// How many walks the operation has begun.
    pub(super) walks: u32,
}

/// What goes on where it asked.
#[derive(Debug, Default)]
pub struct Kept {
    sorting: Option<Box<Timsort>>,
    /// Of walks, outermost first.
    pub(super) places: Vec<Place>,
}

impl Kept {
    fn is_empty(&self) -> bool {
        self.sorting.is_none() && self.places.is_empty()
    }
}

impl Asking {
    /// The answers so far.
    #[must_use]
    pub fn answers(&self) -> &[Value] {
        &self.answers
    }
}

impl Heap {
    /// The answer to a question.
    ///
    /// # Errors
    /// When it has not been asked yet: a problem that [`raised`](Self::raised) turns into what [`is_question`] knows.
    pub fn ask(&self, callee: Callee, arguments: &[Value]) -> Attempt<Value> {
        self.ask_with_text(callee, arguments, None)
    }

    /// As [`ask`](Self::ask), with a text as the last argument.
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub fn ask_with_text(&self, callee: Callee, arguments: &[Value], text: Option<&str>) -> Attempt<Value> {
        let mut asking = self.asking.borrow_mut();
        let next = asking.next;
        if let Some(&answer) = asking.answers.get(next) {
            asking.next += 1;
            asking.heard += 1;
            return Ok(answer);
        }
        if asking.question.is_none() {
            let (arguments, text) = (arguments.to_vec(), text.map(str::to_owned));
            asking.question = Some(Question { callee, arguments, text, inside: Vec::new() });
        }
        Err(Problem::new(ClassId::QUESTION, String::new()))
    }

    /// As [`ask`](Self::ask), where the answer must be one to what is `true`.
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub fn ask_value(&mut self, function: Value, arguments: &[Value]) -> Result<Value, Raised> {
        self.ask(Callee::Value(function), arguments).map_err(|problem| self.raised(problem))
    }

    /// As [`ask`](Self::ask), of a helper.
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub fn ask_helper(&mut self, helper: Helper, arguments: &[Value]) -> Result<Value, Raised> {
        self.ask(Callee::Helper(helper), arguments).map_err(|problem| self.raised(problem))
    }

    /// The question just asked is one of a repr that stands inside of these containers.
    pub fn ask_inside(&self, containers: &[Value]) {
        if let Some(question) = &mut self.asking.borrow_mut().question
            && question.inside.is_empty()
        {
            question.inside = containers.to_vec();
        }
    }

    /// `asker` is about to be answered in the middle of the repr of these containers: they are not gone into once more
    /// (`object.c`, `Py_ReprEnter`).
    pub fn begin_writing(&mut self, asker: CellId, containers: Vec<Value>) {
        self.writing.extend(containers.into_iter().map(|container| (asker, container)));
        let kept = std::mem::take(&mut self.asking.get_mut().kept);
        if !kept.is_empty() {
            self.kept.push((asker, kept));
        }
    }

    /// The sort that the operation goes on with, if it has begun.
    pub(in crate::kernel) fn take_sorting(&mut self) -> Option<Box<Timsort>> {
        self.asking.get_mut().kept.sorting.take()
    }

    /// The operation sorts, and has just asked.
    pub(in crate::kernel) fn keep_sorting(&mut self, sorting: Box<Timsort>) {
        self.asking.get_mut().kept.sorting = Some(sorting);
    }

    /// How many answers the operation has had again.
    pub(in crate::kernel) fn count_answered(&self) -> usize {
        self.asking.borrow().next
    }

    /// The answers behind the first `count` are needed no more: what they were asked for is done.
    pub(in crate::kernel) fn forget_answers_from(&mut self, count: usize) {
        let asking = self.asking.get_mut();
        asking.answers.truncate(count);
        asking.next = count;
        asking.kept.places.retain(|place| place.before < count);
    }

    /// `asker` is answered, or failed.
    #[inline]
    pub fn end_writing(&mut self, asker: CellId) {
        if !self.writing.is_empty() {
            self.writing.retain(|(one, _)| *one != asker);
        }
        if !self.kept.is_empty() {
            self.kept.retain(|(one, _)| *one != asker);
        }
    }

    /// The containers in the middle of whose repr the script runs.
    pub fn being_written(&self) -> impl Iterator<Item = Value> {
        self.writing.iter().map(|(_, container)| *container)
    }

    /// Asks what gives an attribute of an object; where it raises AttributeError, the `__getattr__` of the object's class is asked
    /// (`typeobject.c`, `slot_tp_getattr_hook`).
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub fn ask_getter(&mut self, of: (Value, &str), getter: Value, given: &[Value]) -> Result<Value, Raised> {
        let Some(missing) = self.own_method(of.0, "__getattr__") else { return self.ask_value(getter, given) };
        let mut arguments = vec![getter, missing, of.0, self.string(of.1)];
        arguments.extend(given);
        self.ask_helper(Helper::AttributeOrMissing, &arguments)
    }

    /// The question that ended an operation, with the answers it has had before.
    pub fn take_question(&mut self) -> Option<(Question, Vec<Value>)> {
        let asking = self.asking.get_mut();
        (asking.next, asking.heard, asking.walks) = (0, 0, 0);
        let answers = std::mem::take(&mut asking.answers);
        asking.question.take().map(|question| (question, answers))
    }

    /// The operation for which `asker` has asked is about to be done again.
    pub fn give_answers(&mut self, asker: CellId, answers: Vec<Value>) {
        let known = self.kept.iter().rposition(|(one, _)| *one == asker);
        let kept = known.map(|index| self.kept.swap_remove(index).1).unwrap_or_default();
        *self.asking.get_mut() = Asking { answers, kept, ..Asking::default() };
    }

    /// Another operation is done in the middle of the one that asked: its questions are put aside.
    pub fn put_questions_aside(&mut self) -> Asking {
        std::mem::take(self.asking.get_mut())
    }

    /// The operation in whose middle another was done goes on.
    pub fn take_questions_up(&mut self, asking: Asking) {
        *self.asking.get_mut() = asking;
    }

    /// The operation that asked is done.
    pub fn forget_answers(&mut self) {
        *self.asking.get_mut() = Asking::default();
    }
}

/// A heap's questions begin with none.
pub(super) fn nothing_asked() -> RefCell<Asking> {
    RefCell::default()
}

/// Whether what was raised is a question instead.
#[inline]
#[must_use]
pub fn is_question(raised: Raised) -> bool {
    raised.0 == Value::Unbound
}
