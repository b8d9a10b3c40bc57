//! Whether what a sentence tells of a number is so, is to be so, or is open.

use crate::extract::{Fact, Grammar, Mention, Reading, WordClass};
use crate::source::Span;
use crate::statement::{Modality, Polarity};
use crate::text::tokenize;

/// How far a number can be reckoned with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is so, or has been.
    #[default]
    Told,
    /// It is planned, or can be: what is reckoned from it is to be so, too.
    Planned,
    /// It is denied or supposed.
    Open,
}

/// What a sentence says of how its numbers stand.
pub(super) struct Standings<'a> {
    reading: &'a Reading,
    facts: &'a [Fact],
    is_open: bool,
}

impl<'a> Standings<'a> {
    pub fn of(grammar: &Grammar, text: &str, reading: &'a Reading, sentence: usize, passage: Span) -> Self {
        let casts_doubt =
            |word: &str| grammar.classes(word).has(WordClass::Negation) || matches!(word, "if" | "unless");
        let own = passage.slice(text);
        let facts = reading.facts_of(sentence);
        let is_open = facts.iter().any(|fact| fact.statement.polarity == Polarity::Denied)
            || tokenize(own).iter().any(|token| casts_doubt(&token.span.slice(own).to_lowercase()));
        Self { reading, facts, is_open }
    }

    /// How a number of the sentence stands: by what is told of it, or, where nothing is, by all that the sentence tells.
    pub fn number(&self, mention: &Mention) -> Standing {
        let is_of_it = |fact: &&Fact| {
            let own = fact.quantity.and_then(|at| self.reading.mentions.get(at));
            own.is_some_and(|own| own.span == mention.span)
        };
        let is_to_come = |fact: &Fact| fact.statement.modality.is_some_and(|own| own < Modality::Ongoing);
        let has_own = self.facts.iter().any(|fact| is_of_it(&fact));
        let mut told = self.facts.iter().filter(|fact| !has_own || is_of_it(fact));
        match told.any(is_to_come) {
            _ if self.is_open => Standing::Open,
            true => Standing::Planned,
            false => Standing::Told,
        }
    }
}
