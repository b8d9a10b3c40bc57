//! The words around a number in its sentence: in front of it, back to where its clause begins, and behind it, to where the next may.

use super::Bench;
use crate::extract::WordClass;
use crate::source::Span;
use crate::text::{Token, TokenKind, tokenize};

/// The words of a sentence.
pub struct Words<'a, 'b> {
    pub bench: &'b Bench<'a>,
    pub text: &'b str,
    start: u32,
    tokens: Vec<Token>,
}

impl<'a, 'b> Words<'a, 'b> {
    /// Those of a sentence of a text.
    pub fn of(bench: &'b Bench<'a>, text: &'b str, sentence: Span) -> Self {
        Self { bench, text, start: sentence.start, tokens: tokenize(sentence.slice(text)) }
    }

    pub fn span(&self, at: usize) -> Span {
        let own = self.tokens.get(at).map(|token| token.span).unwrap_or_default();
        Span { start: own.start + self.start, end: own.end + self.start }
    }

    pub fn lower(&self, at: usize) -> String {
        if at < self.tokens.len() { self.span(at).slice(self.text).to_lowercase() } else { String::new() }
    }

    pub fn is(&self, at: usize, class: WordClass) -> bool {
        self.bench.index.grammar.classes(&self.lower(at)).has(class)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub fn is_verb(&self, at: usize) -> bool {
        let entry = self.bench.index.grammar.entry(&self.lower(at));
        let auxiliary =
            [WordClass::Be, WordClass::Have, WordClass::Modal].iter().any(|class| entry.classes.has(*class));
        self.is_word(at) && (auxiliary || entry.verb.is_some())
    }

    /// Whether a clause may end at a token.
    fn is_joint(&self, at: usize) -> bool {
        match self.tokens.get(at).map(|token| token.kind) {
            Some(TokenKind::Mark) => !matches!(self.lower(at).as_str(), "'" | "’" | "\"" | "“" | "”" | "-"),
            Some(TokenKind::Word) => matches!(self.lower(at).as_str(), "and" | "but" | "while" | "where"),
            Some(TokenKind::Number | TokenKind::Symbol) | None => false,
        }
    }

    /// The words in front of a number, back to where its clause begins: that has a verb, where there is one.
    pub fn front(&self, own: Span) -> std::ops::Range<usize> {
        let end = (0..self.tokens.len()).find(|at| self.span(*at).start >= own.start).unwrap_or(self.tokens.len());
        let mut has_verb = false;
        for at in (0..end).rev() {
            if self.is_joint(at) && (has_verb || self.lower(at) == ";") {
                return at + 1..end;
            }
            has_verb |= self.is_verb(at);
        }
        0..end
    }

    /// The tokens between two places.
    pub fn between(&self, one: Span, next: Span) -> impl Iterator<Item = usize> + '_ {
        (0..self.tokens.len()).filter(move |at| self.span(*at).start >= one.end && self.span(*at).end <= next.start)
    }

    /// The words behind a number, to the next mark or conjunction.
    pub fn behind(&self, own: Span) -> std::ops::Range<usize> {
        let start = (0..self.tokens.len()).find(|at| self.span(*at).start >= own.end).unwrap_or(self.tokens.len());
        let end = (start..self.tokens.len()).find(|at| self.is_joint(*at)).unwrap_or(self.tokens.len());
        start..end
    }
}
