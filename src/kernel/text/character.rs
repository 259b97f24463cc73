//! What kind of character one is, as Python's `str` methods and `repr` ask.

use std::fmt::Write;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// `repr` shows it as it is: no control, format, surrogate, private or unassigned character, no separator but the space.
#[must_use]
pub fn is_printable(character: char) -> bool {
    if character.is_ascii() {
        return (' '..='~').contains(&character);
    }
    !matches!(
        character.general_category(),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::Surrogate
            | GeneralCategory::PrivateUse
            | GeneralCategory::Unassigned
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
            | GeneralCategory::SpaceSeparator
    )
}

/// `str.isspace`: Unicode's white space and the four ASCII separators.
#[must_use]
pub fn is_space(character: char) -> bool {
    character.is_whitespace() || ('\x1c'..='\x1f').contains(&character)
}

/// `str.isalpha`: a letter.
#[must_use]
pub fn is_alphabetic(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    matches!(
        character.general_category(),
        GeneralCategory::UppercaseLetter
            | GeneralCategory::LowercaseLetter
            | GeneralCategory::TitlecaseLetter
            | GeneralCategory::ModifierLetter
            | GeneralCategory::OtherLetter
    )
}

/// `str.isdecimal`: a digit of some script's decimal system.
#[must_use]
pub fn is_decimal(character: char) -> bool {
    character.is_ascii_digit() || character.general_category() == GeneralCategory::DecimalNumber
}

/// `str.isdigit`: a decimal digit, or one set high, low or in a circle.
#[must_use]
pub fn is_digit(character: char) -> bool {
    is_decimal(character)
        || matches!(character, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}' | '\u{2074}'..='\u{2079}' | '\u{2080}'..='\u{2089}')
        || matches!(character, '\u{2460}'..='\u{2468}' | '\u{2474}'..='\u{247c}' | '\u{2488}'..='\u{2490}' | '\u{24ea}')
        || matches!(character, '\u{24f5}'..='\u{24fd}' | '\u{24ff}' | '\u{2776}'..='\u{277e}' | '\u{2780}'..='\u{2788}')
        || matches!(character, '\u{278a}'..='\u{2792}')
}

/// `str.isnumeric`: anything that stands for a number.
#[must_use]
pub fn is_numeric(character: char) -> bool {
    is_digit(character) || character.is_numeric()
}

/// `str.isalnum`: a letter or anything that stands for a number.
#[must_use]
pub fn is_alphanumeric(character: char) -> bool {
    is_alphabetic(character) || is_numeric(character)
}

/// Whether a character has case at all.
#[must_use]
pub fn is_cased(character: char) -> bool {
    character.is_uppercase() || character.is_lowercase() || is_titlecase(character)
}

/// Whether a character is of title case: `ǅ`.
#[must_use]
pub fn is_titlecase(character: char) -> bool {
    !character.is_ascii() && character.general_category() == GeneralCategory::TitlecaseLetter
}

/// Writes a character as an escape: `\n`, `\x1b`, `\u200b`, `\U000e0001`.
pub fn write_escape(character: char, out: &mut String) {
    let code = u32::from(character);
    // Writing to a string cannot fail.
    let _ = match character {
        '\n' => out.write_str("\\n"),
        '\r' => out.write_str("\\r"),
        '\t' => out.write_str("\\t"),
        '\\' => out.write_str("\\\\"),
        _ if code < 0x100 => write!(out, "\\x{code:02x}"),
        _ if code < 0x10000 => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}
