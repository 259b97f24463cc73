//! The inside of an f-string without its quotes: text in which only `{…}` is special.

use std::ops::Range;

use crate::diag::catalog::python;
use crate::script::{Conversion, ExpressionKind, FormatPart};
use crate::source::code::Code;
use crate::source::problems::Problems;

use super::format::{plain_conversion, push_text, text_or_format};
use super::trim;

/// How deep format specs may nest in format specs, as in Python.
const MAX_SPEC_DEPTH: usize = 2;

struct Template<'a> {
    code: &'a Code,
    problems: &'a mut Problems,
}

/// Where the pieces of one `{…}` stand in the text.
struct Field {
    /// The expression, with the `=` of `{x=}`.
    value: Range<usize>,
    /// The letter behind `!`.
    conversion: Option<Range<usize>>,
    /// What stands behind `:`.
    spec: Option<Range<usize>>,
    /// Behind the closing brace.
    end: usize,
}

/// Reads the whole code as the inside of an f-string. What is wrong in it is reported.
pub(crate) fn template(code: &Code, problems: &mut Problems) -> ExpressionKind {
    text_or_format(Template { code, problems }.parts(code.whole(), 0))
}

impl Template<'_> {
    fn parts(&mut self, range: Range<usize>, depth: usize) -> Vec<FormatPart> {
        let text = self.code.text();
        let mut parts = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let rest = &text[at..range.end];
            let plain = rest.find(['{', '}']).unwrap_or(rest.len());
            push_text(&mut parts, &rest[..plain]);
            at += plain;
            let rest = &text[at..range.end];
            if rest.starts_with("{{") || rest.starts_with("}}") {
                push_text(&mut parts, &rest[..1]);
                at += 2;
            } else if rest.starts_with('{') {
                at = self.field(at, range.end, depth, &mut parts);
            } else if rest.starts_with('}') {
                self.problems.report(python::lone_closing_brace(self.code.span(at..at + 1)));
                at += 1;
            }
        }
        parts
    }

    /// Reads the field that opens at `open` and tells where it ends.
    fn field(&mut self, open: usize, end: usize, depth: usize, parts: &mut Vec<FormatPart>) -> usize {
        let text = self.code.text();
        let Some(field) = find_field(text, open, end) else {
            self.problems.report(python::unclosed_brace(self.code.span(open..open + 1)));
            return end;
        };
        let whole = self.code.span(open..field.end);
        if depth > MAX_SPEC_DEPTH {
            self.problems.report(python::too_deep(whole));
            return field.end;
        }
        let (value, is_debug) = without_equals(text, field.value.clone());
        let inner = trim(self.code, value);
        if inner.is_empty() {
            self.problems.report(python::empty_field(whole));
            return field.end;
        }
        let conversion = match field.conversion.as_ref().map(|letter| &text[letter.clone()]) {
            None => plain_conversion(is_debug, field.spec.is_some()),
            Some("r") => Conversion::Repr,
            Some("s") => Conversion::Str,
            Some("a") => Conversion::Ascii,
            Some(_) => {
                self.problems.report(python::unknown_conversion(whole));
                Conversion::None
            }
        };
        match super::expression(self.code, inner, self.problems) {
            Ok(value) => parts.push(FormatPart::Value {
                value,
                debug: is_debug.then(|| text[field.value.clone()].to_owned()),
                conversion,
                spec: field.spec.map(|spec| self.parts(spec, depth + 1)).unwrap_or_default(),
            }),
            Err(problem) => {
                self.problems.report(problem.hint("only `{…}` is special in a text: write `{{` for a brace"))
            }
        }
        field.end
    }
}

/// Cuts a field into its pieces; `None` when it is never closed.
fn find_field(text: &str, open: usize, end: usize) -> Option<Field> {
    let value_end = find_top_level(text, open + 1, end)?;
    let value = open + 1..value_end;
    let mut at = value_end;
    let mut conversion = None;
    if text.as_bytes()[at] == b'!' {
        let length = text[at + 1..end].find([':', '}'])?;
        conversion = Some(at + 1..at + 1 + length);
        at += 1 + length;
    }
    if text.as_bytes()[at] == b'}' {
        return Some(Field { value, conversion, spec: None, end: at + 1 });
    }
    let spec = at + 1..find_closing_brace(text, at + 1, end)?;
    Some(Field { value, conversion, end: spec.end + 1, spec: Some(spec) })
}

/// The first `}`, `:` or `!` outside quotes and brackets, which ends a field's expression.
fn find_top_level(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut brackets = 0_usize;
    let mut at = start;
    while at < end {
        match bytes[at] {
            quote @ (b'\'' | b'"') => {
                at = skip_string(bytes, at, end, quote)?;
                continue;
            }
            b'(' | b'[' | b'{' => brackets += 1,
            b'}' | b':' if brackets == 0 => return Some(at),
            b'!' if brackets == 0 && bytes.get(at + 1) != Some(&b'=') => return Some(at),
            b')' | b']' | b'}' => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The place behind a Python string that opens at `start`.
fn skip_string(bytes: &[u8], start: usize, end: usize, quote: u8) -> Option<usize> {
    let is_triple = end - start >= 3 && bytes[start + 1] == quote && bytes[start + 2] == quote;
    let width = if is_triple { 3 } else { 1 };
    let mut at = start + width;
    while at + width <= end {
        if bytes[at] == b'\\' {
            at += 2;
        } else if bytes[at..at + width].iter().all(|byte| *byte == quote) {
            return Some(at + width);
        } else {
            at += 1;
        }
    }
    None
}

/// The brace that closes a format spec, in which braces nest and quotes mean nothing.
fn find_closing_brace(text: &str, start: usize, end: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, byte) in text.as_bytes()[start..end].iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return Some(start + offset),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Cuts the `=` of `{x=}` off; the `=` of a comparison has its other half before it.
fn without_equals(text: &str, range: Range<usize>) -> (Range<usize>, bool) {
    let trimmed = text[range.clone()].trim_end();
    match trimmed.strip_suffix('=') {
        Some(before) if !before.ends_with(['=', '!', '<', '>']) => (range.start..range.start + before.len(), true),
        _ => (range, false),
    }
}
