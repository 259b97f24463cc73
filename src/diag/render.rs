//! Draws diagnostics for people: the place, the text underlined, hints below.
//!
//! Knows nothing of what is wrong. Promises to survive any span, what lies outside the text being pulled into it, and to
//! take no longer for a long text than it takes to find its lines.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::units::Span;

use super::Diagnostic;

/// How wide a drawing may be, in columns; longer lines are cut around what is underlined.
const WIDTH: usize = 120;

/// How many diagnostics are drawn; the rest is only counted.
const MOST_DRAWN: usize = 100;

/// Draws the diagnostics of one text, an empty line between them. `path` is shown as it is; `is_coloured` adds escape
/// sequences for a terminal. The result ends in a newline unless it is empty.
#[must_use]
pub fn render(path: &str, text: &str, diagnostics: &[Diagnostic], is_coloured: bool) -> String {
    let renderer = if is_coloured { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
    let mut drawing = String::new();
    for diagnostic in diagnostics.iter().take(MOST_DRAWN) {
        if !drawing.is_empty() {
            drawing.push('\n');
        }
        drawing.push_str(&renderer.render(&[group(path, text, diagnostic)]));
        drawing.push('\n');
    }
    let left = diagnostics.len().saturating_sub(MOST_DRAWN);
    if left > 0 {
        let _ = writeln!(drawing, "\n… and {left} more problems");
    }
    drawing
}

fn group<'a>(path: &'a str, text: &'a str, diagnostic: &'a Diagnostic) -> Group<'a> {
    let main = clamp(text, diagnostic.span);
    let others: Vec<(Range<usize>, &str)> =
        diagnostic.related.iter().map(|(span, words)| (clamp(text, *span), words.as_str())).collect();
    let window = window(text, others.iter().map(|(range, _)| range).chain([&main]));
    let inside = |range: &Range<usize>| range.start - window.start..range.end - window.start;
    let mut primary = AnnotationKind::Primary.span(inside(&main));
    if !diagnostic.label.is_empty() {
        primary = primary.label(&diagnostic.label);
    }
    let first_line = 1 + text[..window.start].matches('\n').count();
    let mut snippet = Snippet::source(&text[window.clone()]).line_start(first_line).path(path).annotation(primary);
    for (range, words) in &others {
        snippet = snippet.annotation(AnnotationKind::Context.span(inside(range)).label(*words));
    }
    let title = Level::ERROR.primary_title(&diagnostic.message).id(diagnostic.code);
    let hints = diagnostic.hints.iter().map(|hint| Level::HELP.message(hint));
    title.element(snippet).elements(hints)
}

/// The whole lines that hold all ranges.
fn window<'r>(text: &str, ranges: impl Iterator<Item = &'r Range<usize>>) -> Range<usize> {
    let (start, end) = ranges.fold((text.len(), 0), |(start, end), range| (start.min(range.start), end.max(range.end)));
    let start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[end..].find('\n').map_or(text.len(), |length| end + length + 1);
    start..end
}

/// The span as a range of the text on characters' borders.
fn clamp(text: &str, span: Span) -> Range<usize> {
    let start = text.floor_char_boundary((span.start as usize).min(text.len()));
    let end = text.ceil_char_boundary((span.end as usize).clamp(start, text.len()));
    start..end
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::diag::Diagnostic;
    use crate::units::Span;

    #[test]
    fn every_span_is_drawn_in_its_line() {
        // Each row: a text; a span of it; the place; the line with the underline.
        for (text, start, end, place, underline) in [
            ("abc\ndef\n", 4, 7, "2:1", "^^^"),
            ("abc\ndef\n", 8, 8, "3:1", "^"),
            ("abc", 3, 3, "1:4", "   ^"),
            ("", 0, 0, "1:1", "^"),
            ("", 7, 99, "1:1", "^"),
            ("abc\n", 900, 2, "2:1", "^"),
            ("a\r\nb = 1\r\nc\r\n", 7, 8, "2:5", "    ^"),
            ("\ta = 1", 5, 6, "1:6", "        ^"),
            ("🍝🍝 = é", 11, 13, "1:6", "       ^"),
            ("🍝 = 1", 1, 2, "1:1", "^^"),
            ("x = '日本' + 1", 5, 11, "1:6", "     ^^^^"),
        ] {
            let drawing = render("t.toml", text, &[Diagnostic::new("code", Span { start, end }, "words")], false);
            assert!(drawing.contains(&format!("t.toml:{place}\n")), "{text:?} {start}..{end}:\n{drawing}");
            let drawn = drawing.lines().find(|line| line.contains('^')).map(|line| line.trim_start_matches([' ', '|']));
            assert_eq!(drawn, Some(underline.trim_start()), "{drawing}");
            let column = |line: &str| line.find('^').map(|at| at - line.find("| ").map_or(0, |bar| bar + 2));
            assert_eq!(drawing.lines().find_map(column), underline.find('^'), "{drawing}");
        }
    }

    #[test]
    fn many_problems_are_counted_and_not_all_drawn() {
        let problems: Vec<Diagnostic> = (0..150).map(|_| Diagnostic::new("code", Span::new(0, 1), "words")).collect();
        let drawing = render("t.toml", "a", &problems, true);
        assert!(drawing.ends_with("… and 50 more problems\n"));
    }
}
