//! Python's own f-strings, as its parser gives them.

use ruff_python_ast as ast;
use ruff_python_ast::{ConversionFlag, FStringPart, InterpolatedStringElement};

use crate::script::{Conversion, ExpressionKind, FormatPart};

use super::Converter;

impl Converter<'_> {
    /// An f-string; without a `{…}` in it, plain text.
    pub(super) fn format_string(&mut self, tree: &ast::ExprFString) -> ExpressionKind {
        let mut parts = Vec::new();
        for part in &tree.value {
            match part {
                FStringPart::Literal(literal) => push_text(&mut parts, literal.as_str()),
                FStringPart::FString(string) => self.elements(&string.elements, &mut parts),
            }
        }
        text_or_format(parts)
    }

    fn elements(&mut self, elements: &ast::InterpolatedStringElements, parts: &mut Vec<FormatPart>) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => push_text(parts, &literal.value),
                InterpolatedStringElement::Interpolation(field) => parts.push(self.field(field)),
            }
        }
    }

    fn field(&mut self, field: &ast::InterpolatedElement) -> FormatPart {
        let mut spec = Vec::new();
        if let Some(format) = &field.format_spec {
            self.elements(&format.elements, &mut spec);
        }
        let debug = field.debug_text.as_ref().map(|text| text.as_str().to_owned());
        let conversion = match field.conversion {
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Repr => Conversion::Repr,
            ConversionFlag::Ascii => Conversion::Ascii,
            ConversionFlag::None => plain_conversion(debug.is_some(), field.format_spec.is_some()),
        };
        FormatPart::Value { value: self.expression(&field.expression), debug, conversion, spec }
    }
}

/// The conversion of a field that names none: `{x=}` alone shows the repr.
pub(super) const fn plain_conversion(is_debug: bool, has_spec: bool) -> Conversion {
    if is_debug && !has_spec { Conversion::Repr } else { Conversion::None }
}

/// Adds text, joined to text before it.
pub(super) fn push_text(parts: &mut Vec<FormatPart>, text: &str) {
    if let Some(FormatPart::Text(before)) = parts.last_mut() {
        before.push_str(text);
    } else if !text.is_empty() {
        parts.push(FormatPart::Text(text.to_owned()));
    }
}

/// Plain text where there is no field.
pub(super) fn text_or_format(mut parts: Vec<FormatPart>) -> ExpressionKind {
    match parts.as_mut_slice() {
        [] => ExpressionKind::Str(String::new()),
        [FormatPart::Text(text)] => ExpressionKind::Str(std::mem::take(text)),
        _ => ExpressionKind::FString(parts),
    }
}
