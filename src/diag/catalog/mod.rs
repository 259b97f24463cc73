//! One named function per problem a user can meet, by theme. A message is a lower-case fragment that says what is wrong;
//! a hint says what to do.

pub mod convert;
pub mod document;
pub mod functions;
pub mod names;
pub mod python;
pub mod steps;
pub mod values;

pub use names::{
    Hidden, argument_given_twice, await_outside, bare_except_first, bare_word_hint, break_outside_loop,
    coroutine_not_called, duplicate_name, local_before_binding, missing_arguments, no_enclosing_binding, not_a_target,
    not_awaited_hint, not_imported, not_supported, only_for_annotations, positional_only_by_name, return_outside,
    star_in_function, too_many_arguments, unknown_attribute, unknown_coroutine, unknown_keyword_argument,
    unknown_module, unknown_name, wrong_arguments,
};

/// The candidate nearest to `name`, when it is near enough to have been meant.
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Names beyond this length are not mistyped names; comparing them would only cost time.
    const LONGEST: usize = 80;
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    let allowed = (name.chars().count() / 3).clamp(1, 3);
    let lower = name.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate.len() > LONGEST || candidate == name {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&lower, &candidate.to_lowercase());
        let differs_wholly = distance >= candidate.chars().count();
        if distance <= allowed && !differs_wholly && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// `did you mean …?`, or nothing.
fn did_you_mean<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(name, candidates).map(|candidate| format!("did you mean `{candidate}`?"))
}

/// A name as part of a message: shortened when it is very long, control characters escaped.
fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown = String::new();
    for (index, character) in text.chars().enumerate() {
        if index == LONGEST {
            shown.push('…');
            break;
        }
        if character.is_control() {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// `a`, `a and b`, `a, b and c`
fn listed<'a>(words: impl IntoIterator<Item = &'a str>, last: &str) -> String {
    let quoted: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{nearest, shown};

    #[test]
    fn only_near_names_are_meant() {
        let known = ["print", "sleep", "burners", "as", "in"];
        for (written, meant) in [
            ("slep", Some("sleep")),
            ("Print", Some("print")),
            ("pirnt", Some("print")),
            ("bruners", Some("burners")),
            ("kettle", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, known), meant, "{written}");
        }
    }

    #[test]
    fn long_and_odd_names_are_shown_short_and_harmless() {
        assert_eq!(shown("a\u{1b}[31m\n"), "a\\u{1b}[31m\\n");
        assert_eq!(shown(&"é".repeat(100)).chars().count(), 61);
    }
}
