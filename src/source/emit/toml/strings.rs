//! TOML's strings: basic ones, and literal ones where those save escapes.

/// The text as a string of TOML.
pub(in crate::source::emit) fn string(text: &str) -> String {
    let is_hidden = |character: char| character.is_control() && character != '\t';
    let gains = text.contains(['"', '\\']) && !text.contains('\'') && !text.contains(is_hidden);
    if gains { format!("'{text}'") } else { basic(text) }
}

/// A name as a key.
pub(super) fn key(name: &str) -> String {
    let is_bare = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_bare { name.to_owned() } else { string(name) }
}

fn basic(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if character.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literal_strings_save_escapes() {
        for (text, written) in [
            ("plain", "\"plain\""),
            ("it's", "\"it's\""),
            ("say \"hi\"", "'say \"hi\"'"),
            ("a\\b", "'a\\b'"),
            ("it's \"hi\"", "\"it's \\\"hi\\\"\""),
            ("a\nb\u{7f}", "\"a\\nb\\u007f\""),
            ("\"\n", "\"\\\"\\n\""),
        ] {
            assert_eq!(string(text), written);
        }
    }
}
