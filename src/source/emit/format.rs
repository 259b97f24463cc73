//! f-strings that Python 3.11 can read: no quote of the outer string, no backslash and no `#` inside a field. Where that cannot
//! be, `str.format` says the same.

use crate::script::{Conversion, Expression, ExpressionKind, FormatPart};

use super::expression::Writer;
use super::layout::{Doc, Style};
use super::text::{self, Quotes};

/// `{value!r:spec}`, in two pieces: Python is stricter about the first.
#[derive(Default)]
struct Field {
    value: String,
    behind: String,
}

impl Field {
    fn join(&self) -> String {
        format!("{{{}{}}}", self.value, self.behind)
    }
}

impl Writer {
    /// An f-string.
    pub(super) fn format_string(&mut self, parts: &[FormatPart]) -> Doc {
        // Trying quotes at each level of nesting would take for ever.
        if parts.iter().any(holds_format_string) {
            return self.format_call(parts);
        }
        let all_text: String = parts.iter().filter_map(plain_text).collect();
        let candidates = match self.quotes {
            Quotes::Prefer(quote) => {
                let better = text::better_quote(&all_text, quote);
                vec![better, text::other_quote(better)]
            }
            Quotes::Only(quote) => vec![quote],
        };
        for quote in candidates {
            if let Some(inside) = self.fields(parts, quote) {
                return Doc::text(format!("f{quote}{inside}{quote}"));
            }
        }
        self.format_call(parts)
    }

    /// The inside of an f-string between two of this quote, if there is one that Python 3.11 can read.
    fn fields(&mut self, parts: &[FormatPart], quote: char) -> Option<String> {
        let mut out = String::new();
        for part in parts {
            match part {
                FormatPart::Text(text) => text::push_escaped(&mut out, &braced(text), quote),
                FormatPart::Value { .. } => {
                    let field = self.field(part, Quotes::Only(text::other_quote(quote)));
                    let is_readable =
                        !field.value.contains([quote, '\\', '#']) && !field.behind.contains([quote, '\\']);
                    if !is_readable {
                        return None;
                    }
                    out.push_str(&field.join());
                }
            }
        }
        Some(out)
    }

    /// The inside of an f-string for where quotes mean nothing: a spec's `print`.
    pub(super) fn template(&mut self, parts: &[FormatPart]) -> String {
        let quotes = self.quotes;
        let text = |part| plain_text(part).map_or_else(|| self.field(part, quotes).join(), braced);
        parts.iter().map(text).collect()
    }

    fn field(&mut self, part: &FormatPart, quotes: Quotes) -> Field {
        let FormatPart::Value { value, debug, conversion, spec } = part else { return Field::default() };
        let outer = std::mem::replace(&mut self.quotes, quotes);
        let written = self.any(value).flat();
        self.quotes = outer;
        let value = match debug {
            Some(debug) => debug.clone(),
            // A lambda's colon and a display's brace would be read as the field's own.
            None if written.starts_with("lambda") => format!("({written})"),
            None if written.starts_with('{') => format!(" {written}"),
            None => written,
        };
        let mut behind = mark(*conversion, debug.is_some(), spec.is_empty()).to_owned();
        behind.push_str(if spec.is_empty() { "" } else { ":" });
        for part in spec {
            behind.push_str(&plain_text(part).map_or_else(|| self.field(part, quotes).join(), str::to_owned));
        }
        Field { value, behind }
    }

    /// `"… {}".format(value)`
    fn format_call(&mut self, parts: &[FormatPart]) -> Doc {
        let (mut template, mut values) = (String::new(), Vec::new());
        self.add_format(parts, &mut template, &mut values);
        let template = Doc::text(format!("{}.format", text::string(&template, self.quotes)));
        Doc::Join(vec![template, Doc::bracket("(", values, ")", Style::Arguments)])
    }

    fn add_format(&mut self, parts: &[FormatPart], template: &mut String, values: &mut Vec<Doc>) {
        for part in parts {
            match part {
                FormatPart::Text(text) => template.push_str(&braced(text)),
                FormatPart::Value { value, debug, conversion, spec } => {
                    template.extend(debug.as_deref().map(braced));
                    template.push('{');
                    template.push_str(mark(*conversion, false, spec.is_empty()));
                    template.push_str(if spec.is_empty() { "" } else { ":" });
                    values.push(self.any(value));
                    self.add_format(spec, template, values);
                    template.push('}');
                }
            }
        }
    }
}

fn plain_text(part: &FormatPart) -> Option<&str> {
    match part {
        FormatPart::Text(text) => Some(text),
        FormatPart::Value { .. } => None,
    }
}

/// Whether an f-string stands inside this part.
fn holds_format_string(part: &FormatPart) -> bool {
    match part {
        FormatPart::Text(_) => false,
        FormatPart::Value { value, spec, .. } => is_formatted(value) || spec.iter().any(holds_format_string),
    }
}

fn is_formatted(expression: &Expression) -> bool {
    let mut found = matches!(expression.kind, ExpressionKind::FString(_));
    expression.each_child(&mut |child| found = found || is_formatted(child));
    found
}

/// Text in which no brace opens a field.
pub(super) fn braced(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

/// How the conversion is written; `{x=}` alone shows the repr.
fn mark(conversion: Conversion, is_debug: bool, lacks_spec: bool) -> &'static str {
    match conversion {
        Conversion::Repr if is_debug && lacks_spec => "",
        Conversion::None if is_debug && lacks_spec => ":",
        Conversion::None => "",
        Conversion::Str => "!s",
        Conversion::Repr => "!r",
        Conversion::Ascii => "!a",
    }
}
