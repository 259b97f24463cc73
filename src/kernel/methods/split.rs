//! Methods of `str` that take it apart: `split`, `partition`, `splitlines`.

use super::super::arguments::Bound;
use super::super::builtins::number::index;
use super::super::exception::Raised;
use super::super::heap::Heap;
use super::super::operate;
use super::super::text::character::is_space;
use super::super::value::{Reference, Value};
use super::string::text_argument;

fn list_of(heap: &mut Heap, parts: Vec<String>) -> Result<Value, Raised> {
    heap.room_for_values(parts.len() as u64)?;
    let items = parts.into_iter().map(|part| heap.string_from(part)).collect();
    Ok(heap.list(items))
}

/// `text.split(sep, maxsplit)` and `rsplit`
pub(super) fn split(heap: &mut Heap, at: Reference, bound: &Bound<'_>, is_right: bool) -> Result<Value, Raised> {
    let most = index(heap, bound.given(1).unwrap_or(Value::Int(-1)))?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let separator = match bound.or_none(0) {
        Value::None => None,
        value => Some(text_argument(heap, value, "must be str or None")?),
    };
    let text = heap.text(at);
    let parts: Vec<String> = match separator.map(|separator| heap.text(separator)) {
        None => split_at_spaces(text, most, is_right),
        Some("") => return Err(heap.value_error("empty separator")),
        Some(separator) => {
            let limit = most.saturating_add(1);
            if is_right {
                let mut parts: Vec<String> = text.rsplitn(limit, separator).map(str::to_owned).collect();
                parts.reverse();
                parts
            } else {
                text.splitn(limit, separator).map(str::to_owned).collect()
            }
        }
    };
    list_of(heap, parts)
}

fn split_at_spaces(text: &str, most: usize, is_right: bool) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = if is_right { text.trim_end_matches(is_space) } else { text.trim_start_matches(is_space) };
    while !rest.is_empty() && parts.len() < most {
        let found = if is_right { rest.rfind(is_space) } else { rest.find(is_space) };
        let Some(space) = found else { break };
        if is_right {
            let behind = space + rest[space..].chars().next().map_or(0, char::len_utf8);
            parts.push(rest[behind..].to_owned());
            rest = rest[..space].trim_end_matches(is_space);
        } else {
            parts.push(rest[..space].to_owned());
            rest = rest[space..].trim_start_matches(is_space);
        }
    }
    if !rest.is_empty() {
        parts.push(rest.to_owned());
    }
    if is_right {
        parts.reverse();
    }
    parts
}

/// `text.partition(sep)` and `rpartition`
pub(super) fn partition(heap: &mut Heap, at: Reference, separator: Value, is_right: bool) -> Result<Value, Raised> {
    let separator = text_argument(heap, separator, "must be str")?;
    if heap.text(separator).is_empty() {
        return Err(heap.value_error("empty separator"));
    }
    let (text, part) = (heap.text(at), heap.text(separator));
    let found = if is_right { text.rfind(part) } else { text.find(part) };
    let pieces = match found {
        Some(place) => [text[..place].to_owned(), part.to_owned(), text[place + part.len()..].to_owned()],
        None if is_right => [String::new(), String::new(), text.to_owned()],
        None => [text.to_owned(), String::new(), String::new()],
    };
    let pieces = pieces.into_iter().map(|piece| heap.string_from(piece)).collect();
    Ok(heap.tuple(pieces))
}

/// `text.splitlines(keepends)`
pub(super) fn split_lines(heap: &mut Heap, at: Reference, bound: &Bound<'_>) -> Result<Value, Raised> {
    let keeps_ends = operate::is_true(heap, bound.given(0).unwrap_or(Value::FALSE));
    let mut lines = Vec::new();
    let mut rest = heap.text(at);
    while !rest.is_empty() {
        let Some(end) = rest.find(is_line_end) else {
            lines.push(rest.to_owned());
            break;
        };
        let mut behind = end + rest[end..].chars().next().map_or(0, char::len_utf8);
        if rest[end..].starts_with("\r\n") {
            behind = end + 2;
        }
        lines.push(rest[..if keeps_ends { behind } else { end }].to_owned());
        rest = &rest[behind..];
    }
    list_of(heap, lines)
}

const fn is_line_end(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c' | '\x1d' | '\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
