//! The words behind an event: what is waited for, what came of it, who is to blame. Each appends to the line at hand.

use crate::trace::{Awaited, Came, Cause, HandleRole, Late, TaskLabel, thing_words};
use crate::units::{Delay, NameId, Names};

use super::escape::push_escaped;
use super::label::Labels;
use super::number::{push_duration, push_integer};

/// A line at hand and what is needed to write on it.
pub(super) struct Phrase<'a> {
    pub(super) out: &'a mut Vec<u8>,
    pub(super) names: &'a Names,
    pub(super) labels: &'a mut Labels,
}

impl Phrase<'_> {
    #[inline]
    pub(super) fn plain(&mut self, words: &[u8]) {
        self.out.extend_from_slice(words);
    }

    #[inline]
    pub(super) fn task(&mut self, task: Option<TaskLabel>) {
        self.labels.push(self.out, self.names, task);
    }

    #[inline]
    pub(super) fn name(&mut self, name: NameId) {
        self.labels.push_name(self.out, self.names, name);
    }

    #[inline]
    pub(super) fn text(&mut self, text: &str) {
        push_escaped(self.out, text);
    }

    /// `sleep 5s`, `task boil`, `gather of 2`, `future done`
    #[inline]
    pub(super) fn awaited(&mut self, on: &Awaited<&str>) {
        match *on {
            Awaited::Sleep(delay) => {
                self.plain(b"sleep ");
                match delay {
                    Delay::FOREVER => self.plain(b"forever"),
                    delay => push_duration(self.out, delay),
                }
            }
            Awaited::Task(task) => {
                self.plain(b"task ");
                self.task(Some(task));
            }
            Awaited::Gather(children) => {
                self.plain(b"gather of ");
                push_integer(self.out, children.into());
            }
            Awaited::Future(label) => {
                self.plain(b"future ");
                self.text(label);
            }
            Awaited::Thing { kind, role, label, holder } => {
                self.plain(thing_words(kind, role).as_bytes());
                self.plain(b" ");
                self.text(label);
                if holder.is_some() {
                    self.plain(b", held by ");
                    self.task(holder);
                }
            }
        }
    }

    /// ` -> 5`, `: raised ValueError('x')`, `: cancelled`, or nothing for `None`.
    #[inline]
    pub(super) fn came(&mut self, came: &Came<&str>) {
        match *came {
            Came::Done => {}
            Came::Value(value) => {
                self.plain(b" -> ");
                self.text(value);
            }
            Came::Raised(exception) => {
                self.plain(b": raised ");
                self.text(exception);
            }
            Came::Cancelled => self.plain(b": cancelled"),
        }
    }

    /// `+2.5s late, behind main`
    pub(super) fn late(&mut self, late: Late) {
        self.plain(b"+");
        push_duration(self.out, late.by);
        self.plain(b" late, behind ");
        self.task(late.behind);
    }

    /// `main`, `wake boil`, `gather child`, `callback f`, `stop`
    pub(super) fn handle(&mut self, handle: HandleRole) {
        match handle {
            HandleRole::Step(task) => self.task(Some(task)),
            HandleRole::Wake(task) => {
                self.plain(b"wake ");
                self.task(Some(task));
            }
            HandleRole::GatherChild(child) => {
                self.plain(b"gather child");
                if child.is_some() {
                    self.plain(b" ");
                    self.task(child);
                }
            }
            HandleRole::Report(kind, child) => {
                self.plain(kind.word().as_bytes());
                self.plain(b" child");
                if child.is_some() {
                    self.plain(b" ");
                    self.task(child);
                }
            }
            HandleRole::Callback(function) => {
                self.plain(b"callback ");
                self.name(function);
            }
            HandleRole::DoneCallback(function) => {
                self.plain(b"done_callback ");
                self.name(function);
            }
            HandleRole::Stop => self.plain(b"stop"),
        }
    }

    /// `main`, `boil done`, `timer`, `yield`, `begin`
    pub(super) fn cause(&mut self, cause: Cause) {
        match cause {
            Cause::Begin => self.plain(b"begin"),
            Cause::By(task) => self.task(task),
            Cause::Done(task) => {
                self.task(Some(task));
                self.plain(b" done");
            }
            Cause::Timer => self.plain(b"timer"),
            Cause::Yielded => self.plain(b"yield"),
        }
    }
}
