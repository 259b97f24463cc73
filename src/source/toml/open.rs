//! What is opened and never closed in a spec's text: a string or a bracket.

/// The first thing that is left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeftOpen {
    /// The string that opens at this byte.
    Text(usize),
    /// The innermost bracket, which opens at this byte.
    Bracket(usize),
}

/// Looks for what is left open, outside strings and comments.
pub(super) fn find(text: &str) -> Option<LeftOpen> {
    let bytes = text.as_bytes();
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'#' => at += text[at..].find('\n').unwrap_or(text.len() - at),
            b'"' | b'\'' => match last_byte_of_string(bytes, at) {
                Some(last) => at = last,
                None => return Some(LeftOpen::Text(at)),
            },
            b'[' | b'{' => open.push(at),
            b']' | b'}' => {
                open.pop();
            }
            _ => {}
        }
        at += 1;
    }
    open.pop().map(LeftOpen::Bracket)
}

/// The last byte of the string that opens at `start`.
fn last_byte_of_string(bytes: &[u8], start: usize) -> Option<usize> {
    let quote = bytes[start];
    let is_multiline = bytes[start..].starts_with(&[quote; 3]);
    let width = if is_multiline { 3 } else { 1 };
    let mut at = start + width;
    while at < bytes.len() && (is_multiline || bytes[at] != b'\n') {
        if quote == b'"' && bytes[at] == b'\\' {
            at += 1;
        } else if bytes[at..].starts_with(&[quote; 3][..width]) {
            return Some(at + width - 1);
        }
        at += 1;
    }
    None
}
