//! f-strings and prints: texts with holes, filled in one op.

use crate::program::code::{Constant, Op, Slot, Template, TemplatePart};
use crate::script::{Conversion, Expression, ExpressionKind, FormatPart};

use super::Lowering;
use super::call::PrintPart;
use super::seen::is_literal;

/// A template while it is made: its parts, and the values that fill it.
struct Filling<'a> {
    template: Template,
    values: Vec<Filler<'a>>,
}

/// A value that fills a hole.
#[derive(Clone, Copy)]
struct Filler<'a> {
    value: &'a Expression,
    turned: Turned,
}

/// When Python turns a value to text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turned {
    /// Before the next value is evaluated: in an f-string.
    AtOnce,
    /// When all are evaluated: an argument of `print`.
    Last,
}

impl<'a> Filling<'a> {
    fn new() -> Self {
        Self { template: Template::default(), values: Vec::new() }
    }

    fn text(&mut self, text: &str) {
        push_text(&mut self.template.parts, text);
    }

    fn value(&mut self, value: &'a Expression) {
        let offset = self.filler(value, Turned::Last);
        self.template.parts.push(TemplatePart::Value {
            offset,
            conversion: Conversion::Str,
            spec: Template::default(),
        });
    }

    /// Adds a value; returns how far behind the first it stands.
    fn filler(&mut self, value: &'a Expression, turned: Turned) -> Slot {
        let offset = Slot::try_from(self.values.len()).unwrap_or(Slot::MAX);
        self.values.push(Filler { value, turned });
        offset
    }

    fn parts(&mut self, parts: &'a [FormatPart]) -> Vec<TemplatePart> {
        let mut made = Vec::new();
        for part in parts {
            match part {
                FormatPart::Text(text) => push_text(&mut made, text),
                FormatPart::Value { value, debug, conversion, spec } => {
                    if let Some(debug) = debug {
                        push_text(&mut made, debug);
                    }
                    let offset = self.filler(value, Turned::AtOnce);
                    let spec = Template { parts: self.parts(spec) };
                    made.push(TemplatePart::Value { offset, conversion: *conversion, spec });
                }
            }
        }
        made
    }
}

fn push_text(parts: &mut Vec<TemplatePart>, text: &str) {
    if text.is_empty() {
        return;
    }
    if let Some(TemplatePart::Text(last)) = parts.last_mut() {
        last.push_str(text);
    } else {
        parts.push(TemplatePart::Text(text.to_owned()));
    }
}

impl<'a> Lowering<'a> {
    /// An f-string: acc = the text.
    pub(super) fn format(&mut self, parts: &'a [FormatPart]) {
        let mut filling = Filling::new();
        filling.template.parts = filling.parts(parts);
        if let Some(text) = filling.template.plain_text() {
            let constant = self.constant(Constant::Str(text.to_owned()));
            self.emit(Op::Constant(constant));
            return;
        }
        let mark = self.frame().mark();
        let (first, template) = self.fill(filling);
        self.emit(Op::Format(first, template));
        self.frame().release(mark);
    }

    /// `print` of these, with spaces between.
    pub(super) fn print_parts(&mut self, parts: &[PrintPart<'a>]) {
        let mut filling = Filling::new();
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                filling.text(" ");
            }
            match part {
                PrintPart::Text(text) => filling.text(text),
                PrintPart::Value(value) => filling.value(value),
                PrintPart::Format(parts) => {
                    for part in filling.parts(parts) {
                        match part {
                            TemplatePart::Text(text) => filling.text(&text),
                            hole @ TemplatePart::Value { .. } => filling.template.parts.push(hole),
                        }
                    }
                }
            }
        }
        let (first, template) = self.fill(filling);
        self.emit(Op::PrintFormat(first, template));
    }

    /// Evaluates the values into consecutive slots; returns the first, and the template's number.
    ///
    /// An f-string turns each value to text before it evaluates the next. That can be told apart only when a later one calls
    /// something that changes an earlier one; then the earlier is turned to text at once.
    fn fill(&mut self, filling: Filling<'a>) -> (Slot, u32) {
        let Filling { mut template, values } = filling;
        let slots: Vec<Slot> = values.iter().map(|_| self.temporary()).collect();
        let last_call = values.iter().rposition(|filler| may_change_something(filler.value));
        for (index, (filler, slot)) in values.iter().zip(&slots).enumerate() {
            self.fill_slot(filler.value, *slot);
            let is_seen_later = last_call.is_some_and(|last| index < last) && filler.turned == Turned::AtOnce;
            if is_seen_later && !is_immutable(filler.value) {
                self.text_at_once(&mut template.parts, index, *slot);
            }
        }
        self.templates.push(template);
        let number = u32::try_from(self.templates.len() - 1).expect("a spec has fewer than 2³² templates");
        (slots.first().copied().unwrap_or(0), number)
    }

    /// Turns the value in `slot` to text now, and its hole of the template to one that takes the text as it is.
    fn text_at_once(&mut self, parts: &mut [TemplatePart], index: usize, slot: Slot) {
        for part in parts {
            if let TemplatePart::Value { offset, conversion, spec } = part
                && usize::from(*offset) == index
                && spec.plain_text().is_some()
            {
                let hole = TemplatePart::Value { offset: 0, conversion: *conversion, spec: std::mem::take(spec) };
                *conversion = Conversion::None;
                self.templates.push(Template { parts: vec![hole] });
                let number = u32::try_from(self.templates.len() - 1).expect("a spec has fewer than 2³² templates");
                self.emit(Op::Format(slot, number));
                self.emit(Op::Store(slot));
            }
        }
    }
}

fn may_change_something(value: &Expression) -> bool {
    value.any(&mut |inner| matches!(inner.kind, ExpressionKind::Call(..) | ExpressionKind::Await(_)))
}

fn is_immutable(value: &Expression) -> bool {
    is_literal(value) || matches!(value.kind, ExpressionKind::FString(_))
}
