//! How deep a piece of Python nests, counted on its tokens, so that no tree is built that would be too deep to walk.
//!
//! The count is an upper bound: along a chain like `a + b + c` or `x.y.z` every operator counts, as the parser's trees lean.
//! A comma begins a new chain, because what it separates are neighbours.

use std::ops::Range;

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};

/// The deepest nesting that is read. CPython's own parser stops at 200 parentheses.
pub(super) const MAX_DEPTH: usize = 256;

/// One open bracket, or the outermost level.
#[derive(Clone, Copy, Default)]
struct Level {
    /// Operators since the last comma.
    chain: usize,
    /// `lambda`s since the bracket: the commas of their parameters end nothing.
    lambdas: usize,
}

/// The first line that nests more deeply than [`MAX_DEPTH`], if there is one.
pub(super) fn too_deep_line(text: &str) -> Option<Range<usize>> {
    if !is_too_deep(text, Mode::Module) {
        return None;
    }
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).chain([text.len()]).collect();
    let first = ends.partition_point(|end| !is_too_deep(&text[..*end], Mode::Module)).min(ends.len() - 1);
    let start = first.checked_sub(1).map_or(0, |before| ends[before] + 1);
    Some(start..ends[first])
}

/// Whether the text nests more deeply than [`MAX_DEPTH`].
pub(super) fn is_too_deep(text: &str, mode: Mode) -> bool {
    let mut lexer = lexer::lex(text, mode);
    let mut open = vec![Level::default()];
    let mut depth = 0_usize;
    loop {
        let kind = lexer.next_token();
        let Some(level) = open.last_mut() else { return false };
        match kind {
            TokenKind::EndOfFile => return false,
            TokenKind::Comma => {
                depth -= level.chain;
                level.chain = 0;
            }
            TokenKind::Newline | TokenKind::Semi => {
                depth -= level.chain + level.lambdas;
                *level = Level::default();
            }
            TokenKind::Lambda => {
                level.lambdas += 1;
                depth += 1;
            }
            TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::String
            | TokenKind::FStringMiddle
            | TokenKind::Comment
            | TokenKind::NonLogicalNewline => {}
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace | TokenKind::FStringStart | TokenKind::Indent => {
                level.chain += 1;
                depth += 1;
                open.push(Level::default());
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd | TokenKind::Dedent => {
                if open.len() > 1 {
                    let closed = open.pop().unwrap_or_default();
                    depth -= closed.chain + closed.lambdas;
                }
            }
            _ => {
                level.chain += 1;
                depth += 1;
            }
        }
        if depth > MAX_DEPTH {
            return true;
        }
    }
}
