//! The sentence that is held: its words, its values, and how much of it another sentence has to share.

use crate::extract::{Mention, MentionKind, Reading, TimeType};
use crate::index::content;
use crate::judge::Bench;
use crate::source::{Covered, Span};
use crate::statement::Polarity;
use crate::value::Dimension;

use super::kin::{Kin, Likeness};
use super::value::Kind;

/// A sentence of a text.
pub(super) struct Claim<'a> {
    pub text: &'a str,
    pub span: Span,
    /// Its words that say something, without those of its values; each once.
    pub words: Vec<Worded>,
    /// Its numbers, lengths of time and days.
    pub values: Vec<&'a Mention>,
    /// Whether it is worded as headlines are.
    pub is_headline: bool,
    /// Whether it denies something.
    pub denies: bool,
}

/// A word that says something.
pub(super) struct Worded {
    /// In lower case.
    pub word: String,
    pub is_verb: bool,
}

/// How much of a sentence has to be told by another that bears it out, or excludes it: of a plain sentence, and of a headline, which
/// says everything in other words.
const BEARS_OUT: [Likeness; 2] = [Likeness::percent(75), Likeness::percent(33)];
const EXCLUDES: [Likeness; 2] = [Likeness::percent(60), Likeness::percent(33)];

impl<'a> Claim<'a> {
    pub fn new(bench: &Bench<'_>, text: &'a str, reading: &'a Reading, sentence: usize) -> Self {
        let span = reading.sentences.get(sentence).copied().unwrap_or_default();
        let inside: Vec<&Mention> = mentions(reading, span).collect();
        let values: Vec<&Mention> = inside.iter().copied().filter(|mention| is_value(mention)).collect();
        let told = Covered::new(inside.iter().copied().flat_map(numerals));
        let facts = reading.facts.iter().filter(|fact| fact.sentence == sentence);
        let denies = facts.clone().any(|fact| fact.statement.polarity == Polarity::Denied);
        let verbs: Vec<&str> = facts.flat_map(|fact| fact.statement.measure.forms.iter()).map(String::as_str).collect();
        let grammar = bench.index.grammar;
        let mut words: Vec<Worded> = Vec::new();
        for (own, word) in content(grammar, bench.index.vocabulary, span.slice(text)) {
            let own = Span { start: own.start + span.start, end: own.end + span.start };
            let is_known = words.iter().any(|other| other.word == word);
            if told.touches(own)
                || is_known
                || grammar.is_framing(&word)
                || word.starts_with(|c: char| c.is_ascii_digit())
            {
                continue;
            }
            let base = grammar.entry(&word).verb.map(|(verb, _)| grammar.verb(verb));
            let is_verb = base.is_some_and(|base| verbs.contains(&base));
            words.push(Worded { word, is_verb });
        }
        Self { text, span, words, values, is_headline: is_headline(span.slice(text)), denies }
    }

    fn of(&self, [plain, headline]: [Likeness; 2]) -> Likeness {
        if self.is_headline { headline } else { plain }
    }

    /// Whether a sentence is like enough to be asked at all.
    pub fn is_alike(&self, kin: &Kin) -> bool {
        kin.likeness >= self.of(BEARS_OUT).min(self.of(EXCLUDES)) && kin.denies == self.denies
    }

    /// Whether a sentence that has the value bears it out.
    pub fn is_borne_out_by(&self, kin: &Kin) -> bool {
        let has_verbs =
            self.is_headline || !self.words.iter().any(|own| own.is_verb && kin.missing.contains(&own.word));
        kin.likeness >= self.of(BEARS_OUT) && has_verbs
    }

    /// Whether a sentence that has another value excludes it.
    pub fn is_excluded_by(&self, kin: &Kin, kind: Kind) -> bool {
        kin.likeness >= self.of(EXCLUDES) && kind == Kind::Same
    }
}

/// The words on either side of a mention, the nearest first.
pub(super) fn around(bench: &Bench<'_>, text: &str, sentence: Span, mention: Span) -> Vec<String> {
    let words =
        |span: Span| content(bench.index.grammar, bench.index.vocabulary, span.slice(text)).map(|(_, word)| word);
    let before: Vec<String> = words(Span { end: mention.start.max(sentence.start), ..sentence }).collect();
    let behind = words(Span { start: mention.end.min(sentence.end), ..sentence });
    before.into_iter().rev().take(NEAR).chain(behind.take(NEAR)).chain(words(mention)).collect()
}

/// So many words on either side of a value tell of what it is.
const NEAR: usize = 5;

/// The mentions that begin in a sentence.
pub(super) fn mentions(reading: &Reading, span: Span) -> impl Iterator<Item = &Mention> {
    let first = reading.mentions.partition_point(|mention| mention.span.start < span.start);
    reading.mentions.iter().skip(first).take_while(move |mention| mention.span.start < span.end)
}

pub(super) fn is_value(mention: &Mention) -> bool {
    match &mention.kind {
        MentionKind::Quantity(_) => true,
        MentionKind::Time(time) => match time.sort {
            TimeType::Date => time.days.is_some(),
            TimeType::Duration => time.length.is_some(),
            TimeType::Time | TimeType::Set => false,
        },
        MentionKind::Name { .. } | MentionKind::Quote(_) => false,
    }
}

/// Whether a value is one that a reader would look up: any number, and a time that is told in figures; not "first", "today".
pub(super) fn is_told(mention: &Mention, text: &str) -> bool {
    let has_digit = || mention.span.slice(text).contains(|c: char| c.is_ascii_digit());
    match &mention.kind {
        MentionKind::Quantity(quantity) => quantity.quantity.unit.dimension != Dimension::Ordinal || has_digit(),
        MentionKind::Time(_) => has_digit(),
        MentionKind::Name { .. } | MentionKind::Quote(_) => false,
    }
}

/// Where a mention is told in figures and not in words that may be shared: times, and numbers without what they count.
fn numerals(mention: &Mention) -> Vec<Span> {
    match &mention.kind {
        MentionKind::Quantity(quantity) => {
            let counts = quantity.quantity.unit.dimension == Dimension::Count;
            [Some(quantity.number), quantity.unit.filter(|_| !counts)].into_iter().flatten().collect()
        }
        MentionKind::Time(_) => vec![mention.span],
        MentionKind::Name { .. } | MentionKind::Quote(_) => Vec::new(),
    }
}

/// Whether a sentence is set like a headline: no full stop, and most of its longer words with capitals.
fn is_headline(text: &str) -> bool {
    let text = text.trim_end();
    let long = || text.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let capital = |word: &&str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    !text.ends_with('.') && long().count() > 1 && long().filter(capital).count() * 4 >= long().count() * 3
}
