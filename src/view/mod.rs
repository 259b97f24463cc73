//! What people and programs see of a run: one file an output format, one row in [`ALL`].
//!
//! A view is a sink that writes. It runs nothing and asks the engine nothing, so a recording can be drawn later. It knows no
//! files and no terminals: it writes where it is told, and promises the same bytes for the same events.

pub mod escape;
pub mod jsonl;
pub mod label;
pub mod number;
pub mod output;
mod phrase;
pub mod text;
mod wire;
mod word;

use std::io;

use crate::trace::{Detail, Sink};

pub use jsonl::{JsonLinesView, SCHEMA};
pub use number::{clock, duration};
pub use output::Output;
pub use text::TextView;

/// How a view is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ViewOptions {
    /// How much is told.
    pub detail: Detail,
    /// Which lines of a text carry the time.
    pub times: Times,
    /// Whether words are coloured; never for a file.
    pub colour: bool,
}

/// Which lines of a text carry the time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Times {
    /// The first of an instant.
    #[default]
    Changed,
    /// Every one, for grep.
    Each,
}

/// A sink that writes.
pub trait View: Sink {
    /// Writes what is still held back.
    ///
    /// # Errors
    /// The first error that writing met, now or earlier.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// A row of [`ALL`].
#[derive(Clone, Copy)]
pub struct ViewRow {
    /// As it is written behind `--format`.
    pub name: &'static str,
    /// What it is, in a line.
    pub summary: &'static str,
    /// Opens the view on a writer, which needs no buffer of its own.
    pub open: for<'w> fn(Box<dyn io::Write + 'w>, ViewOptions) -> Box<dyn View + 'w>,
}

/// Every view there is, in the order in which they are shown.
pub const ALL: &[ViewRow] = &[
    ViewRow {
        name: "text",
        summary: "one line an event, in columns",
        open: |writer, options| Box::new(TextView::new(writer, options)),
    },
    ViewRow {
        name: "jsonl",
        summary: "JSON Lines: one object an event (see the command schema)",
        open: |writer, options| Box::new(JsonLinesView::new(writer, options.detail)),
    },
];
