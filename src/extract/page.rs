//! A document laid out for the fact reader: tokens with their word classes, and the mentions that cover them.

use std::ops::Range;

use super::grammar::{Class, Classes, Entry, Grammar};
use super::{Mention, MentionKind};
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
    entries: Vec<Entry>,
    covering: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl<'a> Page<'a> {
    /// Looks up every word once.
    pub fn new(
        grammar: &'a Grammar,
        text: &'a str,
        tokens: &'a [Token],
        sentences: &'a [Sentence],
        mentions: &'a [Mention],
    ) -> Self {
        let entries: Vec<Entry> = tokens
            .iter()
            .map(|token| match token.kind {
                TokenKind::Word => grammar.entry(token.span.slice(text)),
                TokenKind::Number | TokenKind::Mark | TokenKind::Symbol => Entry::default(),
            })
            .collect();
        let mut covering = covering(tokens, mentions);
        free_verbs(grammar, &entries, &mut covering);
        Self { text, tokens, sentences, mentions, grammar, entries, covering }
    }

    /// The text of a token; empty behind the last.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.slice(self.text))
    }

    /// The word in lower case.
    pub fn lower(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }

    /// What the vocabulary knows of a token.
    pub fn entry(&self, at: usize) -> Entry {
        self.entries.get(at).copied().unwrap_or_default()
    }

    /// The classes of a token.
    pub fn classes(&self, at: usize) -> Classes {
        self.entry(at).classes
    }

    /// Whether the token is of that class.
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.classes(at).has(class)
    }

    /// Whether the token is this word, in any case.
    pub fn says(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// What the token is made of.
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether the token is a word.
    pub fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether the token is a word with a capital first.
    pub fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the token stands without white space behind the one before it.
    pub fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// The quantity or time that covers a token, by position.
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
        let classes = entries[at].verb.map(|(verb, _)| grammar.classes(grammar.verb(verb)));
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
