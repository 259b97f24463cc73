//! `print`: to stdout and to stderr, which the trace tells; to a stream of the script's.

use crate::kernel::exception::Raised;
use crate::kernel::{Value, text};
use crate::policy::Discipline;
use crate::program::code::Template;
use crate::signatures::helpers::Helper;
use crate::trace::{Detail, EventKind, Sink};
use crate::units::CellId;

use super::Engine;
use super::activation::Next;
use super::call::Given;
use super::operand::fill;

/// Where what is printed goes.
enum Output {
    Stdout,
    Stderr,
    Stream(Value),
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Prints a template.
    #[inline]
    pub(super) fn print_template(&mut self, activation: CellId, first: u16, template: u32) -> Next {
        let program = self.program;
        let template: &Template = &program.templates[template as usize];
        if self.is_redirected {
            return self.print_template_elsewhere(activation, first, template);
        }
        if self.sink.detail() == Detail::None && template.plain_text().is_some() {
            self.vm.told += 1;
            return Next::Go(Value::None);
        }
        let mut filled = std::mem::take(&mut self.text);
        filled.clear();
        let slots = program.codes[self.cells[activation].code].slots;
        let values = &self.cells.slots(activation, slots)[usize::from(first).min(usize::from(slots))..];
        let result = fill(&mut self.vm.heap, template, values, &mut filled);
        let told = result.and_then(|()| self.tell_print(&filled));
        self.text = filled;
        match told {
            Ok(()) => Next::Go(Value::None),
            Err(raised) => Next::Throw(raised),
        }
    }

    /// The same where stdout is another stream.
    #[cold]
    fn print_template_elsewhere(&mut self, activation: CellId, first: u16, template: &Template) -> Next {
        let slots = self.program.codes[self.cells[activation].code].slots;
        let values = &self.cells.slots(activation, slots)[usize::from(first).min(usize::from(slots))..];
        let mut filled = String::new();
        if let Err(raised) = fill(&mut self.vm.heap, template, values, &mut filled) {
            return Next::Throw(raised);
        }
        self.write_elsewhere(Value::None, vec![filled, "\n".to_owned()])
    }

    /// Writes to a stream of the script's.
    fn write_elsewhere(&mut self, stream: Value, pieces: Vec<String>) -> Next {
        let pieces: Vec<Value> = pieces.into_iter().map(|piece| self.vm.heap.string_from(piece)).collect();
        let pieces = self.vm.heap.list(pieces);
        let given = Given { positional: vec![stream, pieces], keywords: Vec::new() };
        match self.call_value(self.helper(Helper::Write), given) {
            Ok(next) => next,
            Err(_) => Next::Throw(self.vm.heap.unsupported("writing to this stream")),
        }
    }

    /// `sys.stdout` or `sys.stderr` becomes another stream.
    pub(super) fn note_output(&mut self, arguments: &[Value]) -> Next {
        let name = self.vm.heap.as_text(arguments[0]).unwrap_or_default().to_owned();
        let stream = arguments[1];
        if name == "stdout" {
            self.is_redirected = stream != Value::None;
        }
        let real = self.global_of_library(&format!("sys.__{name}__"));
        let path = format!("sys.{name}");
        let index = self.program.globals.iter().position(|global| self.program.names.text(*global) == path);
        if let (Some(index), Some(real)) = (index, real) {
            self.vm.globals[index] = if stream == Value::None { real } else { stream };
        }
        Next::Go(Value::None)
    }

    /// `print(*objects, sep, end)`, with everything known only now.
    pub(super) fn print(&mut self, arguments: &[Value]) -> Next {
        let Value::List(objects) = arguments[0] else { unreachable!("variadic arguments are a list") };
        let objects = self.vm.heap.list_items(objects).to_vec();
        let pieces = match self.pieces(&objects, arguments[1], arguments[2]) {
            Ok(pieces) => pieces,
            Err(raised) => return Next::Throw(raised),
        };
        match self.place_of_print(arguments[4]) {
            Ok(Output::Stdout) => {}
            Ok(Output::Stderr) => {
                self.tell_errors(&pieces.concat());
                return Next::Go(Value::None);
            }
            Ok(Output::Stream(stream)) => return self.write_elsewhere(stream, pieces),
            Err(raised) => return Next::Throw(raised),
        }
        let printed = pieces.concat();
        match self.tell_print(printed.strip_suffix('\n').unwrap_or(&printed)) {
            Ok(()) => Next::Go(Value::None),
            Err(raised) => Next::Throw(raised),
        }
    }

    /// The texts that `print` writes, one after the other.
    fn pieces(&mut self, objects: &[Value], separator: Value, end: Value) -> Result<Vec<String>, Raised> {
        self.check_ends([("sep", separator), ("end", end)])?;
        let mut pieces = Vec::new();
        for (index, object) in objects.iter().enumerate() {
            if index > 0 {
                let mut between = String::new();
                self.separator(separator, " ", &mut between)?;
                pieces.push(between);
            }
            let mut written = String::new();
            self.write_str(*object, &mut written)?;
            pieces.push(written);
        }
        let mut last = String::new();
        self.separator(end, "\n", &mut last)?;
        pieces.push(last);
        Ok(pieces)
    }

    /// Where what is printed to this file goes.
    fn place_of_print(&mut self, file: Value) -> Result<Output, Raised> {
        match file {
            Value::Unbound | Value::None if self.is_redirected => Ok(Output::Stream(Value::None)),
            Value::Unbound | Value::None => Ok(Output::Stdout),
            Value::Instance(at) if self.vm.heap.class_name(self.vm.heap.instance_object(at).class) == "TextStream" => {
                let name = self.vm.heap.field(file, "name").and_then(|name| self.vm.heap.as_text(name));
                Ok(if name == Some("<stdout>") { Output::Stdout } else { Output::Stderr })
            }
            _ => Ok(Output::Stream(file)),
        }
    }

    fn separator(&mut self, given: Value, default: &str, printed: &mut String) -> Result<(), Raised> {
        match given {
            Value::Unbound | Value::None => {
                printed.push_str(default);
                Ok(())
            }
            given => self.write_str(given, printed),
        }
    }

    /// `sep` and `end` are texts, whether they are needed or not.
    fn check_ends(&mut self, ends: [(&str, Value); 2]) -> Result<(), Raised> {
        for (name, given) in ends {
            if !matches!(given, Value::Unbound | Value::None | Value::Str(_)) {
                let kind = self.vm.heap.type_name(given).to_owned();
                return Err(self.vm.heap.type_error(format!("{name} must be None or a string, not {kind}")));
            }
        }
        Ok(())
    }

    /// Lines of stderr: addresses are written as `0x…`.
    fn tell_errors(&mut self, printed: &str) {
        let shown = text::without_addresses(printed.strip_suffix('\n').unwrap_or(printed).to_owned());
        shown.split('\n').for_each(|line| self.tell(EventKind::Stderr { text: line }));
    }

    fn tell_print(&mut self, text: &str) -> Result<(), Raised> {
        if text::holds_address(text) {
            return Err(self.vm.heap.unsupported(unprintable(text)));
        }
        self.vm.told += 1;
        if self.sink.detail() >= Detail::Prints {
            if self.sink.detail() >= Detail::Tasks {
                self.announce_calls();
            }
            // Who prints is whom `current_task` names.
            let current = self.current;
            if self.loops.told.is_some() && self.running_loop() != Some(self.loops.at_hand) {
                self.current = None;
            }
            self.send(EventKind::Print { text });
            self.current = current;
        }
        Ok(())
    }
}

/// Why a text cannot be printed that holds an address, or the folder of CPython's own files.
fn unprintable(text: &str) -> String {
    let shown = text::without_addresses(text.to_owned());
    let (what, where_to) = if shown.contains("0x…") {
        ("a memory address", "run to run")
    } else {
        ("the folder of CPython's own files", "machine to machine")
    };
    let line = shown.lines().find(|line| line.contains('…')).unwrap_or_default();
    format!("a text that holds {what} cannot be printed, because CPython's differs from {where_to}: {line}")
}
