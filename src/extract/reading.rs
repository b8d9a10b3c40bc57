//! Where a reader stands: the tokens of one sentence, their words, and what the vocabulary knows of them.

use jiff::civil::Date;

use super::lexicon::{Class, Entry, Known, Lexicon, Sense, Word};
use crate::source::Span;
use crate::text::{Sentence, Token, TokenKind};

/// What the reading of a document depends on besides its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setting<'a> {
    /// The document's day, against which relative times are resolved.
    pub published: Option<Date>,
    /// Its locale ("en-GB", "de"); empty where it is not known.
    pub locale: &'a str,
}

/// One sentence, to be read at any of its tokens. Places outside the sentence hold nothing.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub words: &'a [Word],
    pub lexicon: &'a Lexicon,
    pub setting: Setting<'a>,
    pub first: usize,
    pub end: usize,
    /// How many times deep a time is read within another.
    pub depth: u8,
}

/// The deepest that times are read within one another: "the first Monday of the month after next".
const DEEPEST: u8 = 3;

impl<'a> Reading<'a> {
    /// A text as one sentence; `words` are those of the tokens.
    pub fn whole(
        lexicon: &'a Lexicon,
        text: &'a str,
        tokens: &'a [Token],
        words: &'a [Word],
        setting: Setting<'a>,
    ) -> Self {
        Self { text, tokens, words, lexicon, setting, first: 0, end: tokens.len(), depth: 0 }
    }

    /// The same text at another sentence.
    pub fn at(mut self, sentence: &Sentence) -> Self {
        self.first = sentence.first;
        self.end = sentence.end;
        self
    }

    /// The same, for what is read within a reading; none where it goes too deep.
    pub fn deeper(mut self) -> Option<Self> {
        self.depth += 1;
        (self.depth <= DEEPEST).then_some(self)
    }

    pub fn known(&self) -> &'a Known {
        &self.lexicon.known
    }

    #[inline]
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        if at < self.first || at >= self.end { None } else { self.tokens.get(at) }
    }

    /// The token as written; empty outside the sentence.
    #[inline]
    pub fn slice(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.span.slice(self.text))
    }

    /// The text from the first to the last of some tokens, the one at `end` left out.
    pub fn range(&self, start: usize, end: usize) -> &'a str {
        self.span(start, end).slice(self.text)
    }

    pub fn span(&self, start: usize, end: usize) -> Span {
        match (self.tokens.get(start), self.tokens.get(end.wrapping_sub(1))) {
            (Some(first), Some(last)) if start < end => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// Whether no white space stands between the token and the one before it.
    #[inline]
    pub fn glued(&self, at: usize) -> bool {
        at > self.first && self.token(at).is_some_and(|token| token.glued)
    }

    #[inline]
    pub fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    #[inline]
    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    #[inline]
    pub fn word(&self, at: usize) -> Word {
        if at < self.first || at >= self.end { Word::UNKNOWN } else { self.words.get(at).copied().unwrap_or_default() }
    }

    #[inline]
    pub fn entry(&self, at: usize) -> &'a Entry {
        self.lexicon.entry(self.word(at))
    }

    /// Whether the single word at a place is in a class.
    #[inline]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.entry(at).has(class)
    }

    #[inline]
    fn bytes(&self, at: usize) -> &'a [u8] {
        self.token(at).and_then(|token| self.text.as_bytes().get(token.span.range())).unwrap_or(&[])
    }

    /// Whether the token is this word, in any case.
    #[inline]
    pub fn reads(&self, at: usize, word: &str) -> bool {
        self.bytes(at).eq_ignore_ascii_case(word.as_bytes())
    }

    #[inline]
    pub fn reads_one_of(&self, at: usize, words: &[&str]) -> bool {
        let bytes = self.bytes(at);
        words.iter().any(|word| bytes.eq_ignore_ascii_case(word.as_bytes()))
    }

    pub fn is_capitalised(&self, at: usize) -> bool {
        self.is_word(at) && self.slice(at).starts_with(char::is_uppercase)
    }

    /// Whether a hyphen or short dash joins the tokens on both of its sides.
    #[inline]
    pub fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.slice(at), "-" | "‐" | "‑") && self.glued(at) && self.glued(at + 1)
    }

    /// The place itself, or the one behind a joining hyphen there.
    #[inline]
    pub fn past_hyphen(&self, at: usize) -> usize {
        if self.is_hyphen(at) { at + 1 } else { at }
    }

    /// The end of the longest row of words from a place on that is in a class.
    #[inline]
    pub fn row(&self, at: usize, class: Class) -> Option<usize> {
        self.longest(at, |entry| entry.has(class)).map(|(end, _)| end)
    }

    /// The longest row of words from a place on that is wanted, and where it ends.
    #[inline]
    pub fn longest(&self, at: usize, wanted: impl Fn(&Entry) -> bool) -> Option<(usize, &'a Entry)> {
        let words = self.words.get(at.max(self.first)..self.end.min(self.words.len()))?;
        let (length, entry) = self.lexicon.longest(words, wanted)?;
        (at >= self.first).then_some((at + length, entry))
    }

    /// The longest row from a place on that has a sense of the kind that `pick` takes, and what it took.
    pub fn sense<T>(&self, at: usize, pick: impl Fn(&Sense) -> Option<T>) -> Option<(usize, T)> {
        let (end, entry) = self.longest(at, |entry| entry.senses.iter().any(|sense| pick(sense).is_some()))?;
        Some((end, entry.senses.iter().find_map(pick)?))
    }

    /// Whether some tokens are all that the sentence says, marks aside: an answer.
    pub fn is_all(&self, start: usize, end: usize) -> bool {
        let silent = |at: usize| self.token(at).is_some_and(|token| token.kind == TokenKind::Mark);
        self.is_first(start) && (end..self.end).all(silent)
    }

    /// Whether the word before a place begins the sentence, quotation marks aside.
    pub fn is_first(&self, at: usize) -> bool {
        (self.first..at).all(|before| !self.is_word(before) && !self.is_number(before))
    }
}
