//! Literals as Python has them: strings with the fewest escapes, and numbers.

/// Around strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quotes {
    /// These, unless the others save escapes.
    Prefer(char),
    /// Exactly these.
    Only(char),
}

/// A string literal.
pub(super) fn string(text: &str, quotes: Quotes) -> String {
    let quote = match quotes {
        Quotes::Prefer(quote) => better_quote(text, quote),
        Quotes::Only(quote) => quote,
    };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    push_escaped(&mut out, text, quote);
    out.push(quote);
    out
}

/// The quote, or the other one when that needs fewer escapes.
pub(super) fn better_quote(text: &str, quote: char) -> char {
    let count = |quote| text.matches(quote).count();
    let other = other_quote(quote);
    if count(quote) > count(other) { other } else { quote }
}

/// The other of Python's two quotes.
pub(super) fn other_quote(quote: char) -> char {
    if quote == '"' { '\'' } else { '"' }
}

/// Appends text as it stands between two of this quote.
pub(super) fn push_escaped(out: &mut String, text: &str, quote: char) {
    for character in text.chars() {
        match character {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            _ if character == quote => out.extend(['\\', quote]),
            _ if !is_hidden(character) => out.push(character),
            _ => match u32::from(character) {
                number @ 0..=0xff => out.push_str(&format!("\\x{number:02x}")),
                number @ 0x100..=0xffff => out.push_str(&format!("\\u{number:04x}")),
                number => out.push_str(&format!("\\U{number:08x}")),
            },
        }
    }
}

/// What a reader could not see, or what would turn the text around.
fn is_hidden(character: char) -> bool {
    let turns = matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    character.is_control() || turns
}

/// A float, with the fewest digits that lead back to it. One too great for a float reads back as infinity.
pub(super) fn float(number: f64) -> String {
    if number.is_infinite() {
        return if number > 0.0 { "1e999" } else { "-1e999" }.to_owned();
    }
    let magnitude = number.abs();
    let is_plain = magnitude == 0.0 || (1e-4..1e16).contains(&magnitude);
    if is_plain { format!("{number:?}") } else { format!("{number:e}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_have_the_fewest_escapes() {
        for (text, literal) in [
            ("plain", r#""plain""#),
            ("it's", r#""it's""#),
            (r#"say "hi""#, r#"'say "hi"'"#),
            (r#"it's "hi""#, r#"'it\'s "hi"'"#),
            (r#"'"'""#, r#""'\"'\"""#),
            ("a\\b\n\t\u{7}\u{202e}", r#""a\\b\n\t\x07\u202e""#),
            ("🍽️ 厨", "\"🍽️ 厨\""),
        ] {
            assert_eq!(string(text, Quotes::Prefer('"')), literal);
        }
        assert_eq!(string("it's", Quotes::Only('\'')), r"'it\'s'");
    }

    #[test]
    fn floats_keep_their_value() {
        for (number, text) in [
            (0.25, "0.25"),
            (5.0, "5.0"),
            (-0.0, "-0.0"),
            (1e-4, "0.0001"),
            (1e-5, "1e-5"),
            (1.5e300, "1.5e300"),
            (1e16, "1e16"),
            (9_999_999_999_999_998.0, "9999999999999998.0"),
            (f64::INFINITY, "1e999"),
        ] {
            assert_eq!(float(number), text);
        }
    }
}
