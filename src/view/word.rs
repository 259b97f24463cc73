//! The words of the event column: each padded once, each with its colour.

use anstyle::{AnsiColor, Effects, Style};

use crate::trace::Deed;

/// The event column and the space behind it.
const COLUMN: usize = 13;

/// A word of the event column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    padded: [u8; COLUMN],
    length: usize,
    style: Style,
}

impl Word {
    const fn new(text: &str, style: Style) -> Self {
        let mut padded = [b' '; COLUMN];
        let bytes = text.as_bytes();
        assert!(bytes.len() < COLUMN, "the words of the event column fit in it");
        let mut at = 0;
        while at < bytes.len() {
            padded[at] = bytes[at];
            at += 1;
        }
        Self { padded, length: bytes.len(), style }
    }

    /// Appends the word and the spaces up to the detail.
    #[inline]
    pub(super) fn push(&self, out: &mut Vec<u8>, colour: bool) {
        if colour {
            self.push_last(out, true);
            out.extend_from_slice(&self.padded[self.length..]);
        } else {
            out.extend_from_slice(&self.padded);
        }
    }

    /// Appends the word alone: nothing follows on this line.
    #[inline]
    pub(super) fn push_last(&self, out: &mut Vec<u8>, colour: bool) {
        let word = &self.padded[..self.length];
        if colour {
            out.extend_from_slice(self.style.render().to_string().as_bytes());
            out.extend_from_slice(word);
            out.extend_from_slice(self.style.render_reset().to_string().as_bytes());
        } else {
            out.extend_from_slice(word);
        }
    }

    /// Appends the word with a number that fills the rest of the column.
    pub(super) fn push_numbered(&self, out: &mut Vec<u8>, number: u64, colour: bool) {
        self.push_last(out, colour);
        let start = out.len();
        out.push(b' ');
        super::number::push_integer(out, number);
        let width = self.length + out.len() - start;
        out.extend_from_slice(&[b' '; COLUMN][width.min(COLUMN - 1)..]);
    }
}

const PLAIN: Style = Style::new();
const QUIET: Style = Style::new().effects(Effects::DIMMED);
const GOES: Style = AnsiColor::Green.on_default();
const WAITS: Style = AnsiColor::Yellow.on_default();
const MAKES: Style = AnsiColor::Cyan.on_default();
const HOLDS: Style = AnsiColor::Magenta.on_default();
const FAILS: Style = AnsiColor::Red.on_default().effects(Effects::BOLD);

/// How the time is coloured.
pub(super) const TIME: Style = QUIET;

pub(super) const START: Word = Word::new("start", GOES);
pub(super) const CREATE_TASK: Word = Word::new("create_task", MAKES);
pub(super) const GATHER: Word = Word::new("gather", MAKES);
pub(super) const AWAIT: Word = Word::new("await", WAITS);
pub(super) const RESUME: Word = Word::new("resume", GOES);
pub(super) const NO_WAIT: Word = Word::new("no_wait", PLAIN);
pub(super) const CALL: Word = Word::new("call", PLAIN);
pub(super) const BACK: Word = Word::new("back", PLAIN);
pub(super) const PRINT: Word = Word::new("print", Style::new().effects(Effects::BOLD));
pub(super) const BLOCK: Word = Word::new("block", HOLDS);
pub(super) const WORK: Word = Word::new("work", HOLDS);
pub(super) const CANCEL: Word = Word::new("cancel", FAILS);
pub(super) const RENAME: Word = Word::new("rename", PLAIN);
pub(super) const RETURN: Word = Word::new("return", GOES);
pub(super) const RAISE: Word = Word::new("raise", FAILS);
pub(super) const CANCELLED: Word = Word::new("cancelled", FAILS);
pub(super) const STDERR: Word = Word::new("stderr", PLAIN);
pub(super) const WARNING: Word = Word::new("warning", FAILS);
pub(super) const PASS: Word = Word::new("pass", QUIET);
pub(super) const CLOCK: Word = Word::new("clock", QUIET);
pub(super) const SET_TIMER: Word = Word::new("set_timer", QUIET);
pub(super) const CANCEL_TIMER: Word = Word::new("cancel_timer", QUIET);
pub(super) const STUCK: Word = Word::new("stuck", FAILS);
pub(super) const CIRCLE: Word = Word::new("circle", FAILS);
pub(super) const END: Word = Word::new("end", Style::new().effects(Effects::BOLD));
const ACQUIRE: Word = Word::new(Deed::Acquire.word(), PLAIN);
const RELEASE: Word = Word::new(Deed::Release.word(), PLAIN);
const PUT: Word = Word::new(Deed::Put.word(), PLAIN);
const GET: Word = Word::new(Deed::Get.word(), PLAIN);
const EVENT_SET: Word = Word::new(Deed::EventSet.word(), PLAIN);
const NOTIFY: Word = Word::new(Deed::Notify.word(), PLAIN);
const SUBMIT: Word = Word::new(Deed::Submit.word(), MAKES);
const TIMEOUT: Word = Word::new(Deed::Timeout.word(), FAILS);

/// The word of what was done with a lock, a queue or the like.
pub(super) const fn of_deed(deed: Deed) -> &'static Word {
    match deed {
        Deed::Acquire => &ACQUIRE,
        Deed::Release => &RELEASE,
        Deed::Put => &PUT,
        Deed::Get => &GET,
        Deed::EventSet => &EVENT_SET,
        Deed::Notify => &NOTIFY,
        Deed::Timeout => &TIMEOUT,
        Deed::Submit => &SUBMIT,
    }
}
