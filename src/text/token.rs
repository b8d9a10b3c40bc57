//! Tokens: the words, numbers and marks of a text.

use crate::source::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with the full stops of an abbreviation ("U.S."); a possessive or clitic is a token of its own ("'s", "n't").
    Word,
    /// Digits, with the separators between them ("106,562.7").
    Number,
    /// Punctuation: . , ; : ? ! quotes, brackets, dashes and hyphens, one mark each.
    Mark,
    /// Any other sign: $ % € ° + = …
    Symbol,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether it follows the token before it without white space.
    pub glued: bool,
}
