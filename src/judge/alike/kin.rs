//! The sentences that share words with one.

use std::collections::{BTreeMap, BTreeSet};

use crate::extract::{Fact, Mention, Reading, WordClass};
use crate::judge::Bench;
use crate::judge::align::{is_asked, is_left_out};
use crate::source::Span;
use crate::statement::Polarity;
use crate::text::tokenize;

use super::claim::{Claim, Style, negates, style};

/// How much of a sentence another shares, in thousandths: its words, and half of those that only the rest of the document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Likeness(u32);

impl Likeness {
    pub const fn percent(percent: u32) -> Self {
        Self(percent * 10)
    }

    fn new(inside: u32, around: u32, all: usize) -> Self {
        Self((2 * inside + around) * 500 / u32::try_from(all).unwrap_or(u32::MAX).max(1))
    }
}

/// A sentence of a document.
pub(super) struct Kin {
    pub document: usize,
    pub span: Span,
    pub likeness: Likeness,
    /// The words that are nowhere in the document.
    pub missing: Vec<String>,
    /// The words that the sentence itself has, and not only one that may mean the same.
    pub has: BTreeSet<String>,
    /// How many it lacks.
    pub lacking: usize,
    pub sentence: usize,
    /// The likeness without words that only may mean the same, which exclude nothing.
    pub sure: Likeness,
    /// Whether it has every verb of the claim.
    pub has_verbs: bool,
    pub denies: bool,
    /// Whether it says "not", of whatever it tells.
    pub negates: bool,
    /// What it denies of what a headline tells.
    pub denial: Denial,
    /// Whether it has the contrary of a verb of the claim: "cut" for "hires".
    pub turns: bool,
    /// Whether it is a line without a full stop.
    pub is_line: bool,
}

impl Kin {
    pub fn mentions<'a>(&self, reading: &'a Reading) -> &'a [Mention] {
        reading.mentions_within(self.span)
    }

    pub fn facts<'a>(&self, reading: &'a Reading) -> &'a [Fact] {
        reading.facts_of(self.sentence)
    }
}

/// So many words of a sentence are looked up at most.
const MOST: usize = u128::BITS as usize;

/// The sentences that share a word with a claim, or whose article tells most of a headline, in the order of documents and places.
pub(super) fn find(bench: &Bench<'_>, claim: &Claim<'_>) -> Vec<Kin> {
    let wording = bench.index.wording();
    let (mut inside, mut around): (BTreeMap<(usize, usize), u128>, BTreeMap<usize, u128>) = Default::default();
    let (mut surely, mut surely_around): (BTreeMap<(usize, usize), u128>, BTreeMap<usize, u128>) = Default::default();
    let words = &claim.words[..claim.words.len().min(MOST)];
    for (at, own) in words.iter().enumerate() {
        for place in wording.sentences(bench.index.grammar, &own.word) {
            *inside.entry(place).or_default() |= 1 << at;
            // "No one was killed" is no killing elsewhere in the article, of which a headline may tell.
            let told = claim.style == Style::Headline && own.is_verb && !claim.negates;
            if !(told && is_negated(bench, place)) {
                *around.entry(place.0).or_default() |= 1 << at;
            }
        }
        for place in wording.sure_sentences(bench.index.grammar, &own.word) {
            *surely.entry(place).or_default() |= 1 << at;
            *surely_around.entry(place.0).or_default() |= 1 << at;
        }
    }
    if claim.style == Style::Headline {
        // A headline has words of a whole article: any sentence of one that has most of them may have its number.
        let is_most = |known: &u128| known.count_ones() as usize * 3 >= words.len() * 2;
        for (document, _) in around.iter().filter(|(_, known)| is_most(known)) {
            let sentences = bench.index.readings.get(*document).map_or(0, |reading| reading.sentences.len());
            for sentence in 0..sentences {
                inside.entry((*document, sentence)).or_default();
            }
        }
    }
    let verbs = words.iter().filter(|own| own.is_verb);
    let contrary: BTreeSet<(usize, usize)> =
        verbs.flat_map(|own| wording.contraries(bench.index.grammar, &own.word)).collect();
    let kin = |((document, sentence), shared): ((usize, usize), u128)| {
        let known = around.get(&document).copied().unwrap_or_default() | shared;
        let reading = bench.index.readings.get(document)?;
        let span = reading.sentences.get(sentence).copied()?;
        let counts =
            is_asked(bench, document) && bench.index.is_evidence(document, span) && !is_left_out(bench, document, span);
        let sure = surely.get(&(document, sentence)).copied().unwrap_or_default();
        let around_surely = surely_around.get(&document).copied().unwrap_or_default();
        let among = |set: u128| words.iter().enumerate().filter(move |(at, _)| set & 1 << at != 0).map(|(_, own)| own);
        counts.then(|| Kin {
            document,
            sentence,
            span,
            likeness: Likeness::new(shared.count_ones(), (known & !shared).count_ones(), words.len()),
            has: among(sure).map(|own| own.word.clone()).collect(),
            lacking: words.len() - shared.count_ones() as usize,
            missing: among(!known).map(|own| own.word.clone()).collect(),
            sure: Likeness::new(sure.count_ones(), (around_surely & !sure).count_ones(), words.len()),
            has_verbs: words.iter().enumerate().all(|(at, own)| !own.is_verb || shared & 1 << at != 0),
            denies: denies(reading, sentence),
            negates: negates(bench, span.slice(&bench.index.document(document).text)),
            denial: denial(bench, claim, span.slice(&bench.index.document(document).text)),
            turns: contrary.contains(&(document, sentence)),
            is_line: style(span.slice(&bench.index.document(document).text)) != Style::Sentence,
        })
    };
    inside.into_iter().filter_map(kin).collect()
}

/// Whether a sentence of a document says "not", of whatever it tells.
fn is_negated(bench: &Bench<'_>, (document, sentence): (usize, usize)) -> bool {
    let span = bench.index.readings.get(document).and_then(|reading| reading.sentences.get(sentence).copied());
    span.is_some_and(|span| negates(bench, span.slice(&bench.index.document(document).text)))
}

/// What a sentence denies, to a headline that denies nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denial {
    /// It denies nothing, or the line is no such headline.
    Nothing,
    /// Nothing that the headline tells: "paid $270, without admitting anything".
    Else,
    /// What the headline tells is said not to be so by somebody.
    Gainsaid,
    /// Something that the headline may tell.
    Open,
}

/// What is denied stands behind a "not" or a verb of denial in its clause.
fn denial(bench: &Bench<'_>, claim: &Claim<'_>, sentence: &str) -> Denial {
    let (grammar, wording) = (bench.index.grammar, bench.index.wording());
    if claim.style != Style::Headline || claim.denies || claim.negates {
        return Denial::Nothing;
    }
    let words: Vec<String> = tokenize(sentence).iter().map(|token| token.span.slice(sentence).to_lowercase()).collect();
    let base = |word: &str| grammar.entry(word).verb.map(|(verb, _)| grammar.verb(verb));
    let gainsays = |word: &str| base(word).is_some_and(|base| bench.index.vocabulary.lists("gainsaying", base));
    let is_denial = |word: &str| {
        let classes = base(word).map(|base| grammar.classes(base));
        grammar.classes(word).has(WordClass::Negation) || classes.is_some_and(|own| own.has(WordClass::Denying))
    };
    let is_end = |word: &str| matches!(word, "," | ";" | ":" | "—" | "–" | "(" | ")");
    let is_own = |word: &str| claim.words.iter().any(|own| wording.is_same(grammar, &own.word, word));
    let tells = |at: usize| words.iter().skip(at + 1).take_while(|word| !is_end(word)).any(|word| is_own(word));
    let denials: Vec<usize> = (0..words.len()).filter(|at| is_denial(&words[*at])).collect();
    let is_gainsaid = |at: &usize| gainsays(&words[*at]) && tells(*at);
    match denials.iter().any(|at| tells(*at)) {
        _ if denials.is_empty() => Denial::Nothing,
        false => Denial::Else,
        true if denials.iter().any(is_gainsaid) && !claim.words.iter().any(|own| gainsays(&own.word)) => {
            Denial::Gainsaid
        }
        true => Denial::Open,
    }
}

/// Whether a fact of a sentence is denied.
pub(super) fn denies(reading: &Reading, sentence: usize) -> bool {
    reading.facts_of(sentence).iter().any(|fact| fact.statement.polarity == Polarity::Denied)
}
