//! A document laid out for the fact reader: tokens with their word classes, and the mentions that cover them.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::grammar::{Class, Classes, Entry, Grammar, one_of};
use super::{Mention, MentionKind, Word};
use crate::source::Span;
use crate::text::{Sentence, Token, TokenKind};
use crate::value::Dimension;

/// Everything known of a document before its facts are read.
#[derive(Debug)]
pub struct Page<'a> {
    /// The reading text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Its quantities and times, in order.
    pub mentions: &'a [Mention],
    /// The word classes.
    pub grammar: &'a Grammar,
    words: Vec<&'a str>,
    entries: Vec<Entry>,
    covering: Vec<u32>,
    lower: Lower,
}

/// The words of a text in lower case.
#[derive(Debug)]
struct Lower {
    /// The text with its ASCII letters in lower case, byte for byte.
    text: String,
    /// The tokens with other letters that have a lower case.
    odd: FxHashMap<usize, String>,
}

impl Lower {
    fn new(text: &str, tokens: &[Token]) -> Self {
        let mut odd = FxHashMap::default();
        if !text.is_ascii() {
            let words = tokens.iter().map(|token| token.span.slice(text)).enumerate();
            for (at, word) in words.filter(|(_, word)| !word.is_ascii() && word.chars().any(char::is_uppercase)) {
                odd.insert(at, word.to_lowercase());
            }
        }
        Self { text: text.to_ascii_lowercase(), odd }
    }
}

const NONE: u32 = u32::MAX;

impl<'a> Page<'a> {
    /// `words` are those of the tokens, from [`super::Lexicon::words`].
    pub fn new(
        grammar: &'a Grammar,
        text: &'a str,
        tokens: &'a [Token],
        words: &[Word],
        sentences: &'a [Sentence],
        mentions: &'a [Mention],
    ) -> Self {
        let slices: Vec<&str> = tokens.iter().map(|token| token.span.slice(text)).collect();
        let entries: Vec<Entry> = tokens
            .iter()
            .zip(words.iter().zip(&slices))
            .map(|(token, (word, slice))| match token.kind {
                // The lexicon forgives a missing stop, the word classes do not.
                TokenKind::Word if slice.ends_with('.') => grammar.entry(slice),
                TokenKind::Word => grammar.numbered(word.number()),
                TokenKind::Number | TokenKind::Mark | TokenKind::Symbol => Entry::default(),
            })
            .collect();
        let mut covering = covering(tokens, mentions);
        free_verbs(grammar, &entries, &mut covering);
        let lower = Lower::new(text, tokens);
        Self { text, tokens, sentences, mentions, grammar, words: slices, entries, covering, lower }
    }

    /// The text of a token; empty behind the last.
    #[inline]
    pub fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The word in lower case.
    #[inline]
    pub fn lower(&self, at: usize) -> &str {
        match self.lower.odd.get(&at) {
            Some(odd) => odd,
            None => self.tokens.get(at).map_or("", |token| token.span.slice(&self.lower.text)),
        }
    }

    /// The word in lower case, in the singular where it is a noun.
    #[inline]
    pub fn singular(&self, at: usize) -> Cow<'_, str> {
        one_of(self.lower(at))
    }

    /// What the vocabulary knows of a token.
    #[inline]
    pub fn entry(&self, at: usize) -> Entry {
        self.entries.get(at).copied().unwrap_or_default()
    }

    /// The classes of a token.
    #[inline]
    pub fn classes(&self, at: usize) -> Classes {
        self.entries.get(at).map(|entry| entry.classes).unwrap_or_default()
    }

    /// The classes of a noun in the singular.
    #[inline]
    pub fn kind_classes(&self, at: usize) -> Classes {
        let lower = self.lower(at);
        match one_of(lower) {
            // What is no plural is known already.
            one if one.len() == lower.len() && self.is_word(at) && one == lower => self.classes(at),
            one => self.grammar.classes(&one),
        }
    }

    /// The classes of the dictionary form of a verb; those of the token itself where it is none.
    #[inline]
    pub fn lemma_classes(&self, at: usize) -> Classes {
        let entry = self.entry(at);
        entry.verb.map_or(entry.classes, |(verb, _)| self.grammar.verb_classes(verb))
    }

    /// Whether the token is of that class.
    #[inline]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.entries.get(at).is_some_and(|entry| entry.classes.has(class))
    }

    /// Whether the token is this word, in any case.
    #[inline]
    pub fn says(&self, at: usize, word: &str) -> bool {
        let own = self.word(at);
        own.len() == word.len() && own.eq_ignore_ascii_case(word)
    }

    /// What the token is made of.
    #[inline]
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether the token is a word.
    #[inline]
    pub fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether the token is a word with a capital first.
    #[inline]
    pub fn is_capital(&self, at: usize) -> bool {
        self.is_word(at)
            && match self.tokens.get(at).and_then(|token| self.text.as_bytes().get(token.span.start as usize)) {
                Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
                Some(_) => self.word(at).chars().next().is_some_and(char::is_uppercase),
                None => false,
            }
    }

    /// Whether the token stands without white space behind the one before it.
    #[inline]
    pub fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// The quantity or time that covers a token, by position.
    #[inline]
    pub fn mention(&self, at: usize) -> Option<usize> {
        self.covering.get(at).copied().filter(|number| *number != NONE).map(|number| number as usize)
    }

    /// Whether a token belongs to a quantity or time, the noun of a count aside: "14 APEC economies" holds a name.
    pub fn is_measured(&self, at: usize) -> bool {
        let Some(mention) = self.mention(at).and_then(|mention| self.mentions.get(mention)) else { return false };
        match &mention.kind {
            MentionKind::Quantity(quantity) => {
                quantity.quantity.unit.dimension != Dimension::Count || self.tokens[at].span.start < quantity.number.end
            }
            MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => true,
        }
    }

    /// Whether the mention at this position is a time.
    #[inline]
    pub fn is_time(&self, mention: usize) -> bool {
        self.mentions.get(mention).is_some_and(|mention| matches!(mention.kind, MentionKind::Time(_)))
    }

    /// The first token behind a mention that covers `at`.
    pub fn behind_mention(&self, at: usize) -> usize {
        let covering = self.mention(at);
        (at..self.tokens.len()).find(|next| self.mention(*next) != covering).unwrap_or(self.tokens.len())
    }

    /// The span of a range of tokens.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), self.tokens.get(tokens.end.saturating_sub(1))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The text of a range of tokens.
    pub fn slice(&self, tokens: Range<usize>) -> &'a str {
        self.span(tokens).slice(self.text)
    }
}

/// A verb that hedges a number ("will exceed $40 billion") is the verb of its clause all the same.
fn free_verbs(grammar: &Grammar, entries: &[Entry], covering: &mut [u32]) {
    for at in 0..covering.len() {
        let opens = covering[at] != NONE && (at == 0 || covering[at - 1] != covering[at]);
        let classes = entries[at].verb.map(|(verb, _)| grammar.verb_classes(verb));
        if opens && classes.is_some_and(|classes| classes.has(Class::Exceeding) || classes.has(Class::Measuring)) {
            covering[at] = NONE;
        }
    }
}

/// For each token the mention that covers it; one pass over both.
fn covering(tokens: &[Token], mentions: &[Mention]) -> Vec<u32> {
    let mut next = mentions.iter().enumerate().peekable();
    tokens
        .iter()
        .map(|token| {
            while next.next_if(|(_, mention)| mention.span.end <= token.span.start).is_some() {}
            match next.peek() {
                Some((at, mention)) if mention.span.overlaps(token.span) => u32::try_from(*at).unwrap_or(NONE),
                _ => NONE,
            }
        })
        .collect()
}
