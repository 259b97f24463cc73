//! JSON Lines: one object an event, for programs. The objects are those of `wire`.

use std::io;

use crate::trace::{Detail, Event, Sink};
use crate::units::Names;

use super::View;
use super::output::Output;
use super::wire;

/// The JSON Schema of one line.
pub const SCHEMA: &str = include_str!("trace.schema.json");

/// Draws events as JSON Lines.
#[derive(Debug)]
pub struct JsonLinesView<W> {
    output: Output<W>,
    detail: Detail,
}

impl<W: io::Write> JsonLinesView<W> {
    /// JSON Lines into `writer`, which needs no buffer of its own.
    pub fn new(writer: W, detail: Detail) -> Self {
        Self { output: Output::new(writer), detail }
    }

    /// Writes what is still held back and gives the writer back.
    ///
    /// # Errors
    /// The first error that writing met.
    pub fn into_writer(self) -> io::Result<W> {
        self.output.finish()
    }
}

impl<W: io::Write> Sink for JsonLinesView<W> {
    fn detail(&self) -> Detail {
        self.detail
    }

    fn event(&mut self, names: &Names, event: &Event<&str>) {
        serde_json::to_writer(self.output.line(), &wire::line(names, event)).expect("a vector takes everything");
        self.output.end_line();
    }

    fn is_closed(&self) -> bool {
        self.output.is_closed()
    }
}

impl<W: io::Write> View for JsonLinesView<W> {
    fn finish(self: Box<Self>) -> io::Result<()> {
        self.into_writer().map(drop)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::trace::samples::everything;

    fn lines() -> Vec<String> {
        let mut view = JsonLinesView::new(Vec::new(), Detail::Loop);
        everything().replay(&mut view);
        let bytes = view.into_writer().expect("a vector takes everything");
        String::from_utf8(bytes).expect("JSON is text").lines().map(str::to_owned).collect()
    }

    #[test]
    fn every_line_is_as_the_schema_says_and_every_event_of_the_schema_occurs() {
        let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
        let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
        let mut seen = Vec::new();
        for line in lines() {
            let object: Value = serde_json::from_str(&line).expect("a line is JSON");
            assert!(validator.is_valid(&object), "{line}");
            seen.push(object["event"].clone());
        }
        for event in schema["oneOf"].as_array().expect("a list of events") {
            let name = &event["properties"]["event"]["const"];
            assert!(seen.contains(name), "{name}");
        }
    }

    #[test]
    fn the_fields_are_these() {
        insta::assert_snapshot!(lines().join("\n"));
    }
}
