//! Text that is not ours, shown so that one event stays one line and a terminal obeys nobody but us.

use std::fmt::Write as _;

/// Appends `text` with control characters, line separators and bidirectional controls escaped as Python would write them.
///
/// A backslash stays as it is: JSON Lines has the exact text.
#[inline]
pub fn push_escaped(out: &mut Vec<u8>, text: &str) {
    if may_need_escapes(text.as_bytes()) {
        push_escaped_slowly(out, text);
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

/// Whether some character may have to be escaped. Never stops early, so that many bytes are looked at in one instruction.
#[inline]
fn may_need_escapes(bytes: &[u8]) -> bool {
    let control = bytes.iter().fold(false, |found, &byte| found | (byte < b' ') | (byte == 0x7f));
    // U+0080 to U+009F begin with C2, U+2000 to U+207F with E2 80 and E2 81.
    let following = bytes.iter().zip(bytes.iter().skip(1));
    control
        | following.fold(false, |found, (&lead, &next)| {
            found | ((lead == 0xc2) & (next < 0xa0)) | ((lead == 0xe2) & (next <= 0x81))
        })
}

fn push_escaped_slowly(out: &mut Vec<u8>, text: &str) {
    let mut clean = 0;
    for (at, character) in text.char_indices() {
        if is_escaped(character) {
            out.extend_from_slice(&text.as_bytes()[clean..at]);
            out.extend_from_slice(escaped(character).as_bytes());
            clean = at + character.len_utf8();
        }
    }
    out.extend_from_slice(&text.as_bytes()[clean..]);
}

/// The same as [`push_escaped`], as a new string.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    push_escaped(&mut out, text);
    String::from_utf8(out).expect("escapes are ASCII and the rest is as it was")
}

/// Whether a character would break the line, move the cursor or turn the reading direction around.
#[must_use]
pub fn is_escaped(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn escaped(character: char) -> String {
    let mut text = String::new();
    match character {
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        '\0'..='\u{ff}' => write!(text, "\\x{:02x}", u32::from(character)).expect("a string takes everything"),
        '\u{100}'.. => write!(text, "\\u{:04x}", u32::from(character)).expect("a string takes everything"),
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_event_stays_one_line() {
        for (text, shown) in [
            ("plain", "plain"),
            ("two\nlines\r\n", "two\\nlines\\r\\n"),
            ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
            ("\u{85}\u{2028}\u{202e}", "\\x85\\u2028\\u202e"),
            ("🍽️ 👩‍🍳 日本 \\o/", "🍽️ 👩‍🍳 日本 \\o/"),
        ] {
            assert_eq!(escape(text), shown);
        }
    }
}
