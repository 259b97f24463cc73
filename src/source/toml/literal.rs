//! TOML's four kinds of strings, decoded with the place of every byte. The parser has found them well formed before.

use std::ops::Range;

use crate::source::code::Code;
use crate::units::Span;

/// Decodes the string literal (quotes included) that stands at `span` of the file. Line ends become `\n`, so that a spec says
/// the same however it was checked out.
pub(super) fn decode(file: &str, span: Span) -> Code {
    let range = span.range();
    let raw = file.get(range.clone()).unwrap_or("");
    let quote = raw.get(..1).filter(|first| matches!(*first, "\"" | "'")).unwrap_or("");
    let triple = quote.repeat(3);
    let is_multiline = !quote.is_empty() && raw.len() > 2 && raw.starts_with(&triple);
    let mark = if is_multiline { triple.as_str() } else { quote };
    // A string that is broken off has no closing mark; the parser has complained, and what is there is read all the same.
    let is_closed = raw.len() >= 2 * mark.len() && raw.ends_with(mark);
    let mut inner = range.start + mark.len().min(raw.len())..range.end - if is_closed { mark.len() } else { 0 };
    if is_multiline {
        inner.start += first_newline(&file[inner.clone()]);
    }
    let mut code = Code::at(inner.start);
    if quote == "\"" {
        decode_basic(file, inner, &mut code)
    } else {
        push_lines(file, inner, &mut code)
    }
    code
}

/// The length of a newline at the very beginning, which TOML leaves out of a multi-line string.
fn first_newline(text: &str) -> usize {
    if text.starts_with("\r\n") { 2 } else { usize::from(text.starts_with('\n')) }
}

fn decode_basic(file: &str, inner: Range<usize>, code: &mut Code) {
    let mut at = inner.start;
    while at < inner.end {
        let rest = &file[at..inner.end];
        let plain = rest.find('\\').unwrap_or(rest.len());
        push_lines(file, at..at + plain, code);
        at += plain;
        if at < inner.end {
            at += push_escape(&file[at..inner.end], at, code);
        }
    }
}

/// Adds text without escapes; `\r\n` becomes `\n`.
fn push_lines(file: &str, range: Range<usize>, code: &mut Code) {
    let mut at = range.start;
    for piece in file[range].split_inclusive("\r\n") {
        match piece.strip_suffix("\r\n") {
            Some(line) => {
                code.push_plain(line, at);
                code.push("\n", at + line.len(), 2);
            }
            None => code.push_plain(piece, at),
        }
        at += piece.len();
    }
}

/// Adds what the escape at the beginning of `rest` stands for, and tells how long it is.
fn push_escape(rest: &str, at: usize, code: &mut Code) -> usize {
    let Some(letter) = rest[1..].chars().next() else { return rest.len() };
    let (meaning, length) = match letter {
        'b' => (Some('\u{8}'), 2),
        't' => (Some('\t'), 2),
        'n' => (Some('\n'), 2),
        'f' => (Some('\u{c}'), 2),
        'r' => (Some('\r'), 2),
        'e' => (Some('\u{1b}'), 2),
        '"' | '\\' => (Some(letter), 2),
        'x' => hexadecimal(rest, 2),
        'u' => hexadecimal(rest, 4),
        'U' => hexadecimal(rest, 8),
        _ => (None, line_continuation(rest)),
    };
    if let Some(character) = meaning {
        code.push(character.encode_utf8(&mut [0; 4]), at, length);
    }
    length
}

/// The character whose number stands in `digits` hexadecimal digits behind the escape's letter, and the escape's length.
fn hexadecimal(rest: &str, digits: usize) -> (Option<char>, usize) {
    let found = rest[2..].bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
    let number = if found == digits { u32::from_str_radix(&rest[2..2 + digits], 16).ok() } else { None };
    (number.and_then(char::from_u32), 2 + found)
}

/// The length of a backslash at a line's end with all white space behind it.
fn line_continuation(rest: &str) -> usize {
    let behind = &rest[1..];
    1 + (behind.len() - behind.trim_start_matches([' ', '\t', '\r', '\n']).len())
}
