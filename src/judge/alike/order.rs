//! Whether a sentence tells the words of a claim in their order: "the cat bit the dog" is not "the dog bit the cat".

use crate::extract::{Mention, MentionKind};
use crate::index::content;
use crate::source::{Covered, Span};
use crate::value::{Dimension, Fit};

use super::like::Pair;
use super::value::Value;

impl Pair<'_, '_> {
    /// Whether the words of the claim stand around the value of the sentence as they do around the claim's, with no other number of its
    /// kind among them, and no choice: "exports rose 5%, imports 7%", "the author or editor of six books".
    pub fn is_in_order(&self) -> bool {
        let claim = self.claim;
        let text = &self.bench.index.document(self.answer.kin.document).text;
        let Some(reading) = self.bench.index.readings.get(self.answer.kin.document) else { return false };
        let inside = self.answer.kin.mentions(reading);
        let own = self.words(claim.text, claim.span, claim.inside, self.asked.span);
        let theirs = self.words(text, self.answer.kin.span, inside, self.answer.mention.span);
        let before = self.among(own.before.iter().rev(), theirs.before.iter().rev());
        let behind = self.among(own.behind.iter(), theirs.behind.iter());
        let (Some(before), Some(behind)) = (before, behind) else { return false };
        let window = self.answer.mention.span.cover(before).cover(behind);
        let dimension = |mention: &Mention| match Value::of(mention) {
            Some(Value::Quantity(quantity)) => Some(quantity.unit.dimension).filter(|own| *own != Dimension::Ordinal),
            Some(Value::Days(_)) | None => None,
        };
        let is_rival = |other: &&Mention| {
            other.span != self.answer.mention.span
                && window.contains(other.span)
                && dimension(other).is_some()
                && dimension(other) == dimension(self.answer.mention)
        };
        let is_choice = window.slice(text).split_whitespace().any(|word| word == "or");
        let is_held = |asked: &&Mention| inside.iter().any(|other| self.holds(asked, other));
        !is_choice
            && self.moves_the_same(text)
            && claim.values.iter().all(is_held)
            && inside.iter().filter(|other| !self.is_claimed(other)).all(|other| !is_rival(&other))
    }

    /// Whether both numbers are a level, or both how far something moved, and the same way: "fell by 5" is not "fell to 5".
    fn moves_the_same(&self, text: &str) -> bool {
        let change = |mention: &Mention| match &mention.kind {
            MentionKind::Quantity(quantity) => quantity.change,
            MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        };
        let before = |text: &str, value: Span| {
            let word = Span::new(0, value.range().start).slice(text).split_whitespace().next_back();
            word.map(str::to_lowercase).filter(|word| matches!(&word[..], "by" | "to" | "from"))
        };
        change(self.asked) == change(self.answer.mention)
            && before(self.claim.text, self.asked.span) == before(text, self.answer.mention.span)
    }

    /// Whether a value of the sentence has one of the claim.
    fn holds(&self, asked: &Mention, other: &Mention) -> bool {
        let held = Value::of(asked).zip(Value::of(other));
        held.and_then(|(asked, other)| asked.held_against(self.bench, self.claim.style, &other))
            .is_some_and(|held| held.fit == Fit::Supports)
    }

    /// Whether a value of the sentence is one of the claim too.
    fn is_claimed(&self, other: &Mention) -> bool {
        self.claim.values.iter().any(|asked| self.holds(asked, other))
    }

    /// The words of a sentence on either side of a value, without those of its values.
    fn words(&self, text: &str, sentence: Span, inside: &[Mention], value: Span) -> Sides {
        let figures = inside.iter().filter_map(|mention| match &mention.kind {
            MentionKind::Quantity(own) => Some(own.number),
            MentionKind::Time(_) => Some(mention.span),
            MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        });
        let figures = Covered::new(figures);
        let grammar = self.bench.index.grammar;
        let words = content(grammar, self.bench.index.vocabulary, sentence.slice(text))
            .map(|(own, word)| (Span { start: own.start + sentence.start, end: own.end + sentence.start }, word))
            .filter(|(own, word)| !figures.touches(*own) && !grammar.is_framing(word));
        let (before, behind) = words.partition(|(own, _)| own.start < value.start);
        Sides { before, behind }
    }

    /// Where all of some words stand among others in their order; none where one of them does not.
    fn among<'w>(
        &self,
        words: impl Iterator<Item = &'w (Span, String)>,
        mut others: impl Iterator<Item = &'w (Span, String)>,
    ) -> Option<Span> {
        let (wording, grammar) = (self.bench.index.wording(), self.bench.index.grammar);
        let mut covered = self.answer.mention.span;
        for (_, word) in words {
            let (place, _) = others.find(|(_, other)| wording.is_same(grammar, word, other))?;
            covered = covered.cover(*place);
        }
        Some(covered)
    }
}

/// The words of a sentence on either side of a value, with their places.
struct Sides {
    before: Vec<(Span, String)>,
    behind: Vec<(Span, String)>,
}
