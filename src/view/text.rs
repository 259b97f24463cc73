//! The text trace of docs/trace.md: one event, one line, in columns of fixed width whatever the spec.
//!
//! Written for speed: integers only, one growing buffer, labels drawn once, nothing formatted twice.

use std::io;

use crate::trace::{Awaited, Came, Deed, Detail, Event, EventKind, Recording, Sink};
use crate::units::{Names, Time};

use super::label::Labels;
use super::number::{push_clock, push_duration, push_integer, push_time_column};
use super::output::Output;
use super::phrase::Phrase;
use super::word::{self, Word};
use super::{Times, View, ViewOptions};

/// What stands in the time column where the instant is that of the line above.
const NO_TIME: &[u8] = b"            ";

/// Draws events as text.
#[derive(Debug)]
pub struct TextView<W> {
    output: Output<W>,
    options: ViewOptions,
    /// The instant of the line above.
    now: Option<Time>,
    labels: Labels,
}

impl<W: io::Write> TextView<W> {
    /// A text trace into `writer`, which needs no buffer of its own.
    pub fn new(writer: W, options: ViewOptions) -> Self {
        Self { output: Output::new(writer), options, now: None, labels: Labels::default() }
    }

    /// Writes what is still held back and gives the writer back.
    ///
    /// # Errors
    /// The first error that writing met.
    pub fn into_writer(self) -> io::Result<W> {
        self.output.finish()
    }

    #[inline]
    fn time(&mut self, at: Time) {
        let line = self.output.line();
        if self.now == Some(at) && self.options.times == Times::Changed {
            line.extend_from_slice(NO_TIME);
            return;
        }
        self.now = Some(at);
        if self.options.colour {
            line.extend_from_slice(word::TIME.render().to_string().as_bytes());
        }
        push_time_column(line, at);
        if self.options.colour {
            line.extend_from_slice(word::TIME.render_reset().to_string().as_bytes());
        }
        line.extend_from_slice(b"  ");
    }
}

impl<W: io::Write> Sink for TextView<W> {
    #[inline]
    fn detail(&self) -> Detail {
        self.options.detail
    }

    #[inline]
    fn event(&mut self, names: &Names, event: &Event<&str>) {
        self.time(event.at);
        let out = self.output.line();
        self.labels.push_column(out, names, event.task);
        let phrase = Phrase { out, names, labels: &mut self.labels };
        Line { phrase, colour: self.options.colour }.kind(&event.kind);
        self.output.end_line();
    }

    fn is_closed(&self) -> bool {
        self.output.is_closed()
    }
}

impl<W: io::Write> View for TextView<W> {
    fn finish(self: Box<Self>) -> io::Result<()> {
        self.into_writer().map(drop)
    }
}

/// A recording as text.
#[must_use]
pub fn draw(recording: &Recording, options: ViewOptions) -> String {
    let mut view = TextView::new(Vec::new(), options);
    recording.replay(&mut view);
    let bytes = view.into_writer().expect("a vector takes everything");
    String::from_utf8(bytes).expect("a trace is text")
}

/// The event column and the detail of one line.
struct Line<'a> {
    phrase: Phrase<'a>,
    colour: bool,
}

impl<'a> Line<'a> {
    #[inline]
    fn kind(&mut self, kind: &EventKind<&str>) {
        match *kind {
            EventKind::Start { cause: _, late: None } => self.alone(&word::START),
            EventKind::Start { cause: _, late: Some(late) } => self.with(&word::START).late(late),
            EventKind::CreateTask { child } => self.with(&word::CREATE_TASK).task(Some(child)),
            EventKind::Gather { children } => {
                push_integer(self.with(&word::GATHER).out, children.into());
                self.phrase.plain(if children == 1 { b" child" } else { b" children" });
            }
            EventKind::Await { ref on } => self.with(&word::AWAIT).awaited(on),
            EventKind::Resume { ref from, ref came, cause: _, late } => {
                self.over(&word::RESUME, from, b"", came);
                if let Some(late) = late {
                    self.phrase.plain(b" ");
                    self.phrase.late(late);
                }
            }
            EventKind::NoWait { ref on, ref came } => self.over(&word::NO_WAIT, on, b" (done)", came),
            EventKind::Call { function } => self.with(&word::CALL).name(function),
            EventKind::Back { function, ref came } => {
                self.with(&word::BACK).name(function);
                self.phrase.came(came);
            }
            EventKind::Print { text } => self.with_text(&word::PRINT, text),
            EventKind::Block { duration } => push_duration(self.with(&word::BLOCK).out, duration),
            EventKind::Work { duration } => push_duration(self.with(&word::WORK).out, duration),
            EventKind::Cancel { target, by_shutdown } => {
                self.with(&word::CANCEL).task(Some(target));
                if by_shutdown {
                    self.phrase.plain(b", the run ends");
                }
            }
            EventKind::Rename { target, name } => {
                self.with(&word::RENAME).task(Some(target));
                self.phrase.plain(b" -> ");
                self.phrase.text(name);
            }
            EventKind::Use { deed, label, item } => {
                self.with(word::of_deed(deed)).text(label);
                if let Some(item) = item {
                    self.phrase.plain(if matches!(deed, Deed::Put | Deed::Submit) { b" <- " } else { b" -> " });
                    self.phrase.text(item);
                }
            }
            EventKind::StartJob { function } => self.with(&word::START).name(function),
            EventKind::Return { value } => self.with_text(&word::RETURN, value.unwrap_or("")),
            EventKind::Raise { exception } => self.with_text(&word::RAISE, exception),
            EventKind::Cancelled => self.alone(&word::CANCELLED),
            EventKind::Stderr { text } => self.with_text(&word::STDERR, text),
            EventKind::Warning { text } => self.with_text(&word::WARNING, text),
            EventKind::Pass { pass, handle, cause } => {
                word::PASS.push_numbered(self.phrase.out, pass, self.colour);
                self.phrase.handle(handle);
                self.phrase.plain(b" <- ");
                self.phrase.cause(cause);
            }
            EventKind::Clock { to } => {
                self.with(&word::CLOCK).plain(b"to ");
                push_clock(self.phrase.out, to);
            }
            EventKind::TimerSet { deadline } => push_clock(self.with(&word::SET_TIMER).out, deadline),
            EventKind::TimerCancelled { deadline } => push_clock(self.with(&word::CANCEL_TIMER).out, deadline),
            EventKind::Stuck { ref on } => self.with(&word::STUCK).awaited(on),
            EventKind::Circle { tasks } => self.with_text(&word::CIRCLE, tasks),
            EventKind::End { outcome } => self.with(&word::END).plain(outcome.text().as_bytes()),
        }
    }

    #[inline]
    fn alone(&mut self, word: &Word) {
        word.push_last(self.phrase.out, self.colour);
    }

    #[inline]
    fn with(&mut self, word: &Word) -> &mut Phrase<'a> {
        word.push(self.phrase.out, self.colour);
        &mut self.phrase
    }

    /// A word and a text of the program's; without text, no spaces stand at the line's end.
    #[inline]
    fn with_text(&mut self, word: &Word, text: &str) {
        if text.is_empty() {
            self.alone(word);
        } else {
            self.with(word).text(text);
        }
    }

    /// A wait that is over.
    #[inline]
    fn over(&mut self, word: &Word, on: &Awaited<&str>, remark: &[u8], came: &Came<&str>) {
        self.with(word).awaited(on);
        self.phrase.plain(remark);
        self.phrase.came(came);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::samples::{blocked, everything};

    fn drawn(recording: &Recording, detail: Detail, times: Times, colour: bool) -> String {
        draw(recording, ViewOptions { detail, times, colour })
    }

    #[test]
    fn a_block_shows_who_was_late_behind_whom() {
        let expected = "    0.000s  main             start
            main             create_task  tick
            main             await        sleep 2s
            tick             start
            tick             print        tick
            tick             await        sleep 3s
    2.000s  main             resume       sleep 2s
            main             print        working
            main             work         500ms
    2.500s  main             block        3s
    5.500s  main             return
            tick             resume       sleep 3s +2.5s late, behind main
            tick             print        tock
            tick             return       2
            -                end          ok
";
        assert_eq!(drawn(&blocked(), Detail::Tasks, Times::Changed, false), expected);
    }

    #[test]
    fn every_kind_of_event_has_its_words() {
        insta::assert_snapshot!(drawn(&everything(), Detail::Loop, Times::Changed, false));
    }

    #[test]
    fn levels_hold_the_ones_before_them() {
        let recording = everything();
        let count = |detail| drawn(&recording, detail, Times::Changed, false).lines().count();
        let loops = recording.events().filter(|event| event.kind.level() == Detail::Loop).count();
        assert_eq!([count(Detail::None), count(Detail::Prints)], [0, 2]);
        assert_eq!(count(Detail::Tasks), recording.len() - loops);
        assert_eq!(count(Detail::Loop), recording.len());
    }

    #[test]
    fn each_line_may_carry_its_time() {
        let text = drawn(&blocked(), Detail::Prints, Times::Each, false);
        let expected = "    0.000s  tick             print        tick\n    2.000s  main             print        working\n    5.500s  tick             print        tock\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn without_its_colours_a_coloured_trace_is_the_plain_one() {
        let coloured = drawn(&everything(), Detail::Loop, Times::Changed, true);
        let mut bare = coloured.clone();
        while let Some(start) = bare.find('\x1b') {
            let length = bare[start..].find('m').expect("a colour ends with m") + 1;
            bare.replace_range(start..start + length, "");
        }
        assert_ne!(coloured, bare);
        assert_eq!(bare, drawn(&everything(), Detail::Loop, Times::Changed, false));
    }
}
