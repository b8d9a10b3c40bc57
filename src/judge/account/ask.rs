//! What a claim asks of an account.

use super::entry::{Effect, Entry, Party, Role};
use super::{quantity_of, read};
use crate::extract::{Mention, Reading, WordClass};
use crate::judge::Bench;
use crate::source::Span;
use crate::text::tokenize;

/// A number of a claim, and what its sentence says of how it comes about.
#[derive(Clone)]
pub(super) struct Ask<'a> {
    pub entry: Entry<'a>,
    /// The other numbers of its sentence.
    pub others: Vec<Entry<'a>>,
    /// "in all", "together"
    pub total: bool,
    /// "they"
    pub plural: bool,
    /// "left", "remaining"
    pub left: bool,
    /// "now"
    pub now: bool,
    /// "six more than"
    pub than: bool,
}

impl<'a> Ask<'a> {
    pub fn new(bench: &Bench<'_>, text: &str, reading: &'a Reading, sentence: usize, asked: &Mention) -> Option<Self> {
        let grammar = bench.index.grammar;
        let mut entries = read::entries(grammar, text, reading, sentence);
        quantity_of(asked)?;
        let own = entries.iter().position(|entry| entry.mention.span == asked.span)?;
        let entry = entries.remove(own);
        entries.iter_mut().for_each(|other| other.claimed = true);
        let words: Vec<String> = tokenize(entry.passage.slice(text))
            .iter()
            .map(|token| token.span.slice(entry.passage.slice(text)).to_lowercase())
            .collect();
        let says = |class: WordClass| {
            words.iter().any(|word| grammar.classes(word).has(class))
                || words.windows(2).any(|pair| grammar.classes(&pair.join(" ")).has(class))
        };
        let behind = Span { start: entry.mention.span.end, end: entry.passage.end };
        Some(Self {
            others: entries,
            total: says(WordClass::Collective) || says(WordClass::Totalling),
            plural: words.iter().any(|word| word == "they" || word == "we"),
            left: says(WordClass::Remaining),
            now: words.iter().any(|word| word == "now"),
            than: entry.more
                && tokenize(behind.slice(text)).iter().any(|token| token.span.slice(behind.slice(text)) == "than"),
            entry,
        })
    }

    /// Whether it asks how many there are, rather than how many came or went.
    pub fn is_of_state(&self) -> bool {
        let is_subject = self.entry.role == Role::Subject;
        match self.entry.effect() {
            Effect::Have => true,
            Effect::Other => self.left || is_subject || self.entry.lemma().is_none(),
            Effect::Gain | Effect::Lose | Effect::Put | Effect::Join | Effect::Depart => self.left,
        }
    }

    /// Whether it asks, in so many words, for what numbers have come to.
    pub fn is_of_balance(&self) -> bool {
        self.total || self.left || self.now
    }

    /// Whoever has what is asked for.
    pub fn holder(&self) -> &Party {
        &self.entry.actor
    }
}
