//! Methods of `str`: case, padding, stripping, tests. Searching and splitting have their own files.

use crate::signatures::helpers::Helper;
use crate::signatures::methods::StrMethod;

use super::super::arguments::Bound;
use super::super::builtins::number::index;
use super::super::exception::Raised;
use super::super::heap::Heap;
use super::super::operate;
use super::super::text::character;
use super::super::text::spec::Align;
use super::super::text::template;
use super::super::value::{Reference, Value};
use super::{search, split, translate};

/// A method of a text, `format` aside.
///
/// # Errors
/// As in Python.
pub(super) fn call(heap: &mut Heap, at: Reference, method: StrMethod, bound: &Bound<'_>) -> Result<Value, Raised> {
    match method {
        StrMethod::Capitalize => changed(heap, at, |text| title_words(text, false)),
        StrMethod::CaseFold => changed(heap, at, fold_case),
        StrMethod::Lower => changed(heap, at, str::to_lowercase),
        StrMethod::SwapCase => changed(heap, at, swap_case),
        StrMethod::Title => changed(heap, at, |text| title_words(text, true)),
        StrMethod::Upper => changed(heap, at, str::to_uppercase),
        StrMethod::IsAlnum => Ok(all(heap, at, character::is_alphanumeric)),
        StrMethod::IsAlpha => Ok(all(heap, at, character::is_alphabetic)),
        StrMethod::IsAscii => Ok(Value::bool(heap.text(at).is_ascii())),
        StrMethod::IsDecimal => Ok(all(heap, at, character::is_decimal)),
        StrMethod::IsDigit => Ok(all(heap, at, character::is_digit)),
        StrMethod::IsIdentifier => Ok(Value::bool(is_identifier(heap.text(at)))),
        StrMethod::IsLower => Ok(Value::bool(is_of_case(heap.text(at), char::is_lowercase, char::is_uppercase))),
        StrMethod::IsNumeric => Ok(all(heap, at, character::is_numeric)),
        StrMethod::IsPrintable => Ok(Value::bool(heap.text(at).chars().all(character::is_printable))),
        StrMethod::IsSpace => Ok(all(heap, at, character::is_space)),
        StrMethod::IsTitle => Ok(Value::bool(is_title(heap.text(at)))),
        StrMethod::IsUpper => Ok(Value::bool(is_of_case(heap.text(at), char::is_uppercase, char::is_lowercase))),
        StrMethod::Center => justify(heap, at, Align::Center, bound),
        StrMethod::LJust => justify(heap, at, Align::Left, bound),
        StrMethod::RJust => justify(heap, at, Align::Right, bound),
        StrMethod::Encode => {
            let given = |index| bound.given(index).unwrap_or(Value::None);
            heap.ask_helper(Helper::Encode, &[Value::Str(at), given(0), given(1)])
        }
        StrMethod::MakeTrans => translate::make_table(heap, bound),
        StrMethod::Translate => translate::translate(heap, at, bound[0]),
        StrMethod::ZFill => zero_fill(heap, at, bound),
        StrMethod::ExpandTabs => expand_tabs(heap, at, bound),
        StrMethod::Join => join(heap, at, bound[0]),
        StrMethod::Strip => strip(heap, at, bound, true, true),
        StrMethod::LStrip => strip(heap, at, bound, true, false),
        StrMethod::RStrip => strip(heap, at, bound, false, true),
        StrMethod::RemovePrefix => remove_affix(heap, at, bound[0], true),
        StrMethod::RemoveSuffix => remove_affix(heap, at, bound[0], false),
        StrMethod::Count => search::count(heap, at, bound),
        StrMethod::StartsWith | StrMethod::EndsWith => search::at_an_end(heap, at, method, bound),
        StrMethod::Find | StrMethod::Index | StrMethod::RFind | StrMethod::RIndex => {
            search::find(heap, at, method, bound)
        }
        StrMethod::Replace => search::replace(heap, at, bound),
        StrMethod::Partition => split::partition(heap, at, bound[0], false),
        StrMethod::RPartition => split::partition(heap, at, bound[0], true),
        StrMethod::Split => split::split(heap, at, bound, false),
        StrMethod::RSplit => split::split(heap, at, bound, true),
        StrMethod::SplitLines => split::split_lines(heap, at, bound),
        StrMethod::FormatMap => template::format_map(heap, at, bound[0]),
        // Its arguments are bound by the template; `call_method` sends it there.
        StrMethod::Format => Ok(Value::Str(at)),
    }
}

/// An argument that must be a text.
pub(super) fn text_argument(heap: &mut Heap, value: Value, what: &str) -> Result<Reference, Raised> {
    if let Some(at) = heap.text_of(value) {
        return Ok(at);
    }
    let message = format!("{what}, not {}", heap.type_name(value));
    Err(heap.type_error(message))
}

fn changed(heap: &mut Heap, at: Reference, change: impl Fn(&str) -> String) -> Result<Value, Raised> {
    let text = change(heap.text(at));
    Ok(heap.string_from(text))
}

/// Lower, upper and lower again leads to the folded form: ß to ss, ς to σ.
fn fold_case(text: &str) -> String {
    text.to_lowercase().to_uppercase().chars().flat_map(char::to_lowercase).collect()
}

fn swap_case(text: &str) -> String {
    let mut swapped = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_uppercase() {
            swapped.extend(letter.to_lowercase());
        } else if letter.is_lowercase() {
            swapped.extend(letter.to_uppercase());
        } else {
            swapped.push(letter);
        }
    }
    swapped
}

/// Sets the first letter of each word, or of the text alone, in title case, and all others in lower case.
fn title_words(text: &str, every_word: bool) -> String {
    let mut titled = String::with_capacity(text.len());
    let mut is_first = true;
    for letter in text.chars() {
        if is_first {
            push_title(letter, &mut titled);
        } else {
            titled.extend(letter.to_lowercase());
        }
        is_first = every_word && !character::is_cased(letter);
    }
    titled
}

/// A letter in title case: of an upper case of several letters only the first stays upper.
fn push_title(letter: char, out: &mut String) {
    let single = match letter {
        'Ǆ' | 'ǅ' | 'ǆ' => Some('ǅ'),
        'Ǉ' | 'ǈ' | 'ǉ' => Some('ǈ'),
        'Ǌ' | 'ǋ' | 'ǌ' => Some('ǋ'),
        'Ǳ' | 'ǲ' | 'ǳ' => Some('ǲ'),
        // Georgian has capitals, and does not begin words with them.
        'ა'..='ჺ' | 'ჽ'..='ჿ' => Some(letter),
        _ => None,
    };
    if let Some(title) = single {
        out.push(title);
        return;
    }
    let mut upper = letter.to_uppercase();
    out.extend(upper.next());
    out.extend(upper.flat_map(char::to_lowercase));
}

/// Whether a text has characters, and all of this kind.
fn all(heap: &Heap, at: Reference, holds: fn(char) -> bool) -> Value {
    let text = heap.text(at);
    Value::bool(!text.is_empty() && text.chars().all(holds))
}

/// Whether a text has letters of one case, and none of the other.
fn is_of_case(text: &str, is_wanted: fn(char) -> bool, is_other: fn(char) -> bool) -> bool {
    text.chars().any(is_wanted) && !text.chars().any(|letter| is_other(letter) || character::is_titlecase(letter))
}

fn is_identifier(text: &str) -> bool {
    let mut letters = text.chars();
    let begins = |letter| letter == '_' || character::is_alphabetic(letter);
    letters.next().is_some_and(begins) && letters.all(|letter| begins(letter) || character::is_decimal(letter))
}

fn is_title(text: &str) -> bool {
    let (mut is_inside, mut is_any) = (false, false);
    for letter in text.chars() {
        let is_capital = letter.is_uppercase() || character::is_titlecase(letter);
        if is_capital == is_inside && character::is_cased(letter) {
            return false;
        }
        is_inside = character::is_cased(letter);
        is_any |= is_inside;
    }
    is_any
}

fn width(heap: &mut Heap, value: Value) -> Result<usize, Raised> {
    let width = usize::try_from(index(heap, value)?).unwrap_or(0);
    heap.room_for(width.saturating_mul(4))?;
    Ok(width)
}

fn justify(heap: &mut Heap, at: Reference, align: Align, bound: &Bound<'_>) -> Result<Value, Raised> {
    let width = width(heap, bound[0])?;
    let fill = match bound.given(1) {
        None => ' ',
        Some(value) => {
            let fill = text_argument(heap, value, "The fill character must be a unicode character")?;
            match (heap.text_object(fill).characters, heap.text(fill).chars().next()) {
                (1, Some(fill)) => fill,
                _ => return Err(heap.type_error("The fill character must be exactly one character long")),
            }
        }
    };
    let missing = width.saturating_sub(heap.text_object(at).characters);
    let before = match align {
        Align::Left => 0,
        Align::Right | Align::AfterSign => missing,
        // CPython's rule for an odd rest: the spare one goes left where the width is odd.
        Align::Center => missing / 2 + (missing & width & 1),
    };
    let pad = |count: usize| std::iter::repeat_n(fill, count);
    let text: String = pad(before).chain(heap.text(at).chars()).chain(pad(missing - before)).collect();
    Ok(heap.string_from(text))
}

fn zero_fill(heap: &mut Heap, at: Reference, bound: &Bound<'_>) -> Result<Value, Raised> {
    let missing = width(heap, bound[0])?.saturating_sub(heap.text_object(at).characters);
    let text = heap.text(at);
    let sign = usize::from(text.starts_with(['+', '-']));
    let filled = format!("{}{}{}", &text[..sign], "0".repeat(missing), &text[sign..]);
    Ok(heap.string_from(filled))
}

fn expand_tabs(heap: &mut Heap, at: Reference, bound: &Bound<'_>) -> Result<Value, Raised> {
    let size = width(heap, bound.given(0).unwrap_or(Value::Int(8)))?;
    let tabs = heap.text(at).bytes().filter(|&byte| byte == b'\t').count();
    heap.room_for(tabs.saturating_mul(size))?;
    let (mut expanded, mut column) = (String::new(), 0);
    for letter in heap.text(at).chars() {
        if letter == '\t' {
            let spaces = if size == 0 { 0 } else { size - column % size };
            expanded.extend(std::iter::repeat_n(' ', spaces));
            column += spaces;
        } else {
            expanded.push(letter);
            column = if matches!(letter, '\n' | '\r') { 0 } else { column + 1 };
        }
    }
    Ok(heap.string_from(expanded))
}

fn join(heap: &mut Heap, at: Reference, iterable: Value) -> Result<Value, Raised> {
    if !operate::is_lazy(iterable) && operate::iterate(heap, iterable).is_err() {
        return Err(heap.type_error("can only join an iterable"));
    }
    let items = operate::collect_sized(heap, iterable)?;
    let mut length = heap.text(at).len().saturating_mul(items.len().saturating_sub(1));
    for (index, &item) in items.iter().enumerate() {
        let Some(text) = heap.as_text(item) else {
            let kind = heap.type_name(item);
            let message = format!("sequence item {index}: expected str instance, {kind} found");
            return Err(heap.type_error(message));
        };
        length = length.saturating_add(text.len());
    }
    heap.room_for(length)?;
    let mut joined = String::with_capacity(length);
    for (index, &item) in items.iter().enumerate() {
        if index > 0 {
            joined.push_str(heap.text(at));
        }
        joined.push_str(heap.as_text(item).unwrap_or_default());
    }
    Ok(heap.string_from(joined))
}

fn strip(heap: &mut Heap, at: Reference, bound: &Bound<'_>, left: bool, right: bool) -> Result<Value, Raised> {
    let name = match (left, right) {
        (true, true) => "strip",
        (true, false) => "lstrip",
        (false, true | false) => "rstrip",
    };
    let taken: Vec<char> = match bound.or_none(0) {
        Value::None => Vec::new(),
        Value::Str(letters) => heap.text(letters).chars().collect(),
        _ => return Err(heap.type_error(format!("{name} arg must be None or str"))),
    };
    let is_default = bound.or_none(0) == Value::None;
    let is_taken = |letter: char| if is_default { character::is_space(letter) } else { taken.contains(&letter) };
    let mut text = heap.text(at);
    if left {
        text = text.trim_start_matches(is_taken);
    }
    if right {
        text = text.trim_end_matches(is_taken);
    }
    if text.len() == heap.text(at).len() {
        return Ok(Value::Str(at));
    }
    let text = text.to_owned();
    Ok(heap.string_from(text))
}

fn remove_affix(heap: &mut Heap, at: Reference, affix: Value, is_prefix: bool) -> Result<Value, Raised> {
    let name = if is_prefix { "removeprefix" } else { "removesuffix" };
    let affix = text_argument(heap, affix, &format!("{name}() argument must be str"))?;
    let (text, affix) = (heap.text(at), heap.text(affix));
    let rest = if is_prefix { text.strip_prefix(affix) } else { text.strip_suffix(affix) };
    match rest.map(str::to_owned) {
        Some(rest) => Ok(heap.string_from(rest)),
        None => Ok(Value::Str(at)),
    }
}
