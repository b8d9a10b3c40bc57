//! Sentences that share most of their words.

use crate::extract::{Fact, Mention, MentionKind};
use crate::index::{Kinship, content};
use crate::judge::Bench;
use crate::source::Span;
use crate::value::{Days, Dimension, Fit, Grain};

use super::Answer;
use super::claim::{Claim, Style, around, beside};
use super::kin::Kin;
use super::value::{Kind, Value};

/// The values that tell for or against one in the sentences of like words.
pub(super) fn answers<'a>(bench: &Bench<'a>, claim: &Claim<'_>, asked: &Mention, kin: &'a [Kin]) -> Vec<Answer<'a>> {
    let Some(value) = Value::of(asked) else { return Vec::new() };
    let mut answers = Vec::new();
    for own in kin.iter().filter(|kin| claim.is_alike(kin)) {
        let Some(reading) = bench.index.readings.get(own.document) else { continue };
        for mention in own.mentions(reading) {
            let Some(theirs) = Value::of(mention) else { continue };
            let is_bound = theirs.is_bound();
            let Some(held) = value.likened_to(bench, claim.style, &theirs) else { continue };
            let answer = Answer { kin: own, mention, kind: held.kind, fit: held.fit, bound: held.bound || is_bound };
            let pair = Pair { bench, claim, asked, answer: &answer };
            let tells = match held.fit {
                Fit::Supports => {
                    claim.is_borne_out_by(own) && pair.may_be_one() && !pair.is_of_another() && !pair.names_another()
                }
                Fit::Contradicts => {
                    claim.is_excluded_by(own)
                        && pair.is_one()
                        && !value.stands_in(bench, claim.style, own.document, reading)
                }
                Fit::Compatible => claim.is_borne_out_by(own) && held.kind == Kind::Same,
            };
            if tells {
                answers.push(answer);
            }
        }
    }
    answers
}

fn name_of(mention: &Mention) -> Option<&str> {
    match &mention.kind {
        MentionKind::Name { canonical, .. } => Some(canonical),
        MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
    }
}

/// Whose a value is, by the facts that tell it.
fn subjects(facts: &[Fact], value: Span) -> Vec<&str> {
    let told = facts.iter().filter(|fact| fact.focus.overlaps(value) && fact.statement.measure.name != "count");
    told.map(|fact| fact.statement.subject.name.as_str()).filter(|name| !name.is_empty()).collect()
}

/// A value of a claim and one of a sentence of like words.
struct Pair<'a, 'b> {
    bench: &'b Bench<'a>,
    claim: &'b Claim<'b>,
    asked: &'b Mention,
    answer: &'b Answer<'a>,
}

impl Pair<'_, '_> {
    /// Whether the same number may be that of the same thing.
    fn may_be_one(&self) -> bool {
        let is_rank = Value::of(self.asked).is_some_and(|value| value.is_rank());
        match self.answer.kind {
            Kind::Same => !is_rank || self.shares_words(),
            Kind::Loose => self.shares_words(),
            Kind::Other => self.claim.style == Style::Headline && self.shares_words() && !self.counts_elsewhere(),
        }
    }

    /// Whether another number is that of the same thing, so that one excludes the other.
    fn is_one(&self) -> bool {
        let is_rank = Value::of(self.asked).is_some_and(|value| value.is_rank());
        if self.is_of_other_days() {
            return false;
        }
        match (self.claim.style, self.answer.kind) {
            (Style::Sentence | Style::Line, Kind::Same) => {
                !is_rank && self.counts_the_same() && self.names_the_same() && !self.claim.denies
            }
            (Style::Headline, Kind::Same) if self.is_age() => self.stands_beside(),
            (Style::Headline, Kind::Same) => !is_rank && self.is_dated() && self.shares_words(),
            (Style::Headline, Kind::Loose) => self.stands_beside(),
            (Style::Sentence | Style::Line, Kind::Loose | Kind::Other) | (Style::Headline, Kind::Other) => false,
        }
    }

    /// Whether the claim tells a number of some day, and the sentence only of other days.
    fn is_of_other_days(&self) -> bool {
        fn days(mention: &Mention) -> Option<Days> {
            match Value::of(mention)? {
                Value::Days(days) => Some(days),
                Value::Quantity(_) => None,
            }
        }
        let reading = self.bench.index.readings.get(self.answer.kin.document);
        let theirs = reading.map(|reading| self.answer.kin.mentions(reading)).unwrap_or_default();
        let theirs: Vec<Days> = theirs.iter().filter_map(days).collect();
        let own: Vec<Days> = self.claim.values.iter().filter_map(|value| days(value)).collect();
        let is_day = days(self.asked).is_some();
        !is_day
            && !own.is_empty()
            && !theirs.is_empty()
            && !own.iter().any(|own| theirs.iter().any(|other| other.overlaps(own)))
    }

    /// Whether a number counts the same sort of things: no days, and "cars" are not "electric cars".
    fn counts_the_same(&self) -> bool {
        let unit = |mention: &Mention| match &mention.kind {
            MentionKind::Quantity(quantity) => Some(quantity.quantity.unit.code.clone()),
            MentionKind::Time(time) => time.length.as_ref().map(|length| length.unit.code.clone()),
            MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        };
        unit(self.asked).is_some_and(|own| unit(self.answer.mention) == Some(own))
    }

    /// Whether the sentence speaks of what the claim counts, and counts something else: "11 tugboats", where a tugboat saved 11 sailors.
    fn counts_elsewhere(&self) -> bool {
        let MentionKind::Quantity(quantity) = &self.asked.kind else { return false };
        let noun = quantity.quantity.unit.code.rsplit(' ').next().unwrap_or_default();
        let text = self.answer.kin.span.slice(&self.bench.index.document(self.answer.kin.document).text);
        let (wording, grammar) = (self.bench.index.wording(), self.bench.index.grammar);
        content(grammar, self.bench.index.vocabulary, text).any(|(_, word)| wording.is_same(grammar, noun, &word))
    }

    /// Whether whoever is named in the claim is named in the sentence.
    fn names_the_same(&self) -> bool {
        let theirs: Vec<&str> = self.names().collect();
        let document = self.answer.kin.document;
        let names = &self.bench.index.names;
        let is_named = |own: &&str| theirs.iter().any(|name| names.kinship(own, document, name) != Kinship::None);
        self.claim.names.iter().all(is_named)
    }

    /// The names of the sentence, and whom its facts are about.
    fn names(&self) -> impl Iterator<Item = &str> {
        let reading = self.bench.index.readings.get(self.answer.kin.document);
        let named = reading.into_iter().flat_map(|reading| self.answer.kin.mentions(reading));
        let named = named.filter_map(name_of);
        let facts = reading.into_iter().flat_map(|reading| self.answer.kin.facts(reading));
        let told = facts.filter(|fact| fact.statement.measure.name != "count");
        named.chain(told.map(|fact| fact.statement.subject.name.as_str()))
    }

    /// Whether the claim has the number as somebody's, and the sentence as somebody else's: another whom it names, or one of whom the
    /// article does not speak at all.
    fn is_of_another(&self) -> bool {
        let Some(reading) = self.bench.index.readings.get(self.answer.kin.document) else { return false };
        let theirs = subjects(self.answer.kin.facts(reading), self.answer.mention.span);
        let is_named = |name: &&str| name.starts_with(char::is_uppercase);
        if theirs.is_empty() || !theirs.iter().all(is_named) {
            return false;
        }
        let (document, names) = (self.answer.kin.document, &self.bench.index.names);
        let is_one = |own: &str| theirs.iter().any(|name| names.kinship(own, document, name) != Kinship::None);
        if self.claim.style == Style::Headline && self.opens_with_another(&theirs) {
            return true;
        }
        let own = subjects(self.claim.facts, self.asked.span);
        own.iter().any(|own| !is_one(own) && (self.is_known(own) || self.is_unheard_of(own)))
    }

    /// Whether a headline begins with a word of which the article knows nothing, or with the name of somebody in the sentence who is not
    /// whose the number is.
    fn opens_with_another(&self, theirs: &[&str]) -> bool {
        let Some(first) = self.claim.words.first().map(|first| first.word.as_str()) else { return false };
        let has = |name: &str| name.split([' ', '-']).any(|word| word.to_lowercase() == first);
        let is_theirs = theirs.iter().any(|name| has(name));
        !is_theirs && (self.answer.kin.missing.iter().any(|word| word == first) || self.names().any(has))
    }

    /// Whether somebody is named in the claim of whom the article speaks elsewhere, and not in the sentence.
    fn names_another(&self) -> bool {
        let document = self.answer.kin.document;
        let names = &self.bench.index.names;
        let Some(reading) = self.bench.index.readings.get(document) else { return false };
        let kin = |own: &str, name: &str| names.kinship(own, document, name) != Kinship::None;
        let is_elsewhere = |own: &str| reading.mentions.iter().filter_map(name_of).any(|name| kin(own, name));
        self.claim.names.iter().any(|own| !self.is_known(own) && is_elsewhere(own))
    }

    /// Whether the sentence has a name for somebody.
    fn is_known(&self, own: &str) -> bool {
        let (document, names) = (self.answer.kin.document, &self.bench.index.names);
        self.names().any(|name| names.kinship(own, document, name) != Kinship::None)
    }

    /// Whether a name is made of words that neither the article nor the vocabulary has.
    fn is_unheard_of(&self, own: &str) -> bool {
        let grammar = self.bench.index.grammar;
        let is_unknown = |word: &String| {
            let entry = grammar.entry(word);
            entry.verb.is_none() && entry.classes.is_empty() && self.answer.kin.missing.contains(word)
        };
        own.split([' ', '-']).map(str::to_lowercase).all(|word| is_unknown(&word))
    }

    /// Whether a day is of a year that is known: from its own words, or from the day of its article.
    fn is_dated(&self) -> bool {
        let document = self.bench.index.document(self.answer.kin.document);
        let said = self.answer.mention.span.slice(&document.text);
        let digits = said.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
        match &self.answer.mention.kind {
            MentionKind::Time(time) => {
                let is_year = time.days.is_some_and(|days| days.grain >= Grain::Year);
                digits >= Some(4) || document.published.is_some() && !is_year
            }
            MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => true,
        }
    }

    fn is_age(&self) -> bool {
        matches!(&self.asked.kind, MentionKind::Quantity(own) if own.quantity.unit.dimension == Dimension::Age)
    }

    /// Whether a word right beside the value of the claim stands near that of the sentence.
    fn stands_beside(&self) -> bool {
        self.stand_near(&beside(self.bench, self.claim.text, self.asked.span))
    }

    /// Whether the words around the two values have one in common.
    fn shares_words(&self) -> bool {
        self.stand_near(&around(self.bench, self.claim.text, self.claim.span, self.asked.span))
    }

    /// Whether one of some words, or one of its meaning, stands near the value of the sentence.
    fn stand_near(&self, words: &[String]) -> bool {
        let text = &self.bench.index.document(self.answer.kin.document).text;
        let theirs = around(self.bench, text, self.answer.kin.span, self.answer.mention.span);
        let (wording, grammar) = (self.bench.index.wording(), self.bench.index.grammar);
        words.iter().any(|word| theirs.iter().any(|other| wording.is_same(grammar, word, other)))
    }
}
