//! Assertions against facts: alignment, comparison, decision, explanation.
//!
//! An assertion is aligned with the facts that speak of its subject and measure (`align`); these are gathered into events
//! (`events`); its qualifiers pick one (`qualify`); each passage takes a stance (`holds`); and stances are counted over lineages
//! (`decide`). The sentences of a text in plain English are taken apart into such assertions (`claims`); what these leave undecided
//! of their numbers is held against the sentences that share their words (`alike`), and against what the numbers of an article come
//! to (`account`).

mod account;
mod accounted;
mod advice;
mod agree;
mod align;
mod alike;
mod claims;
mod computed;
mod conjuncts;
mod contested;
mod dates;
mod decide;
mod discords;
mod done_to;
mod each;
mod elided;
mod events;
mod explain;
mod extent;
mod frames;
mod holds;
mod judgement;
mod kept;
mod likest;
mod memo;
mod narrower;
mod nearest;
mod negated;
mod now;
mod objects;
mod occurs;
mod parties;
mod parts;
mod provisos;
mod qualify;
mod quotes;
mod rivals;
mod roles;
mod running;
mod scenes;
mod shortened;
mod signs;
mod sites;
mod sorts;
mod stated;
mod telling;
mod texts;
mod then;
mod times;
mod twice;
mod undergone;
mod unsaid;
mod verbatim;
mod votes;
mod within;
mod words;

use std::collections::BTreeSet;

use crate::check::{Assertion, Body, Reading, Sources};
use crate::extract::{Extractor, Reading as Read};
use crate::index::{Found, Index, Stem};
use crate::source::Place;
use crate::value::Policy;

pub use claims::Part;
pub use decide::Tally;
pub use discords::{Discord, Discords, MOST_ARTICLES, Matter, discords};
pub use explain::{Case, Shortfall, cite, explain};
pub use judgement::{Advice, AdviceKind, Evidence, Judgement, NearMiss, Rule, Stance, Times, Verdict};
pub use likest::{LIKE_WORDS, likest};
pub use nearest::NEARLY_THE_NAME;
pub use times::read as read_claim;

/// What a judgement is made from.
#[derive(Clone, Copy, Debug)]
pub struct Bench<'a> {
    /// The facts.
    pub index: &'a Index<'a>,
    /// How words are taken.
    pub policy: Policy,
    /// Reads claims in plain English.
    pub extractor: &'a Extractor,
    /// Whose word counts, by position in the corpus, ascending; everybody's where there is none.
    pub documents: Option<&'a [usize]>,
    /// What does not count.
    pub left_out: &'a Passages,
    /// Whether it is looked for what came nearest, where nothing speaks of an assertion.
    pub misses: Misses,
}

/// What an answer has to tell where nothing speaks of an assertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misses {
    /// What came nearest, which takes a look at all that there is.
    Nearest,
    /// No more than that.
    Untold,
}

impl<'a> Bench<'a> {
    /// A bench at which everybody's word counts that counts at all.
    fn of_all(index: &'a Index<'a>, extractor: &'a Extractor, policy: Policy, left_out: &'a Passages) -> Self {
        Self { index, policy, extractor, documents: index.heard.as_deref(), left_out, misses: Misses::Nearest }
    }

    /// Those whose word counts, ascending.
    pub fn documents(&self) -> impl Iterator<Item = usize> + use<'a> {
        let (some, all) = match self.documents {
            Some(documents) => (documents, 0..0),
            None => (&[][..], 0..self.index.readings.len()),
        };
        some.iter().copied().chain(all)
    }

    /// The facts of those whose word counts, in the order of documents and places.
    pub fn facts(&self) -> impl Iterator<Item = Found<'a>> + use<'a> {
        let index = self.index;
        self.documents().flat_map(|document| index.facts_in(document))
    }

    /// The same, of those that offer a stem among the words of their measure.
    pub fn facts_of(&self, stem: &str) -> Vec<Found<'a>> {
        self.index.stem(stem).map(|stem| self.facts_offering(stem)).unwrap_or_default()
    }

    /// The same, of a stem that has been looked up.
    pub fn facts_offering(&self, stem: Stem) -> Vec<Found<'a>> {
        match self.documents {
            Some(documents) => documents.iter().flat_map(|document| self.index.facts_of_in(stem, *document)).collect(),
            None => self.index.facts_of(stem).collect(),
        }
    }
}

/// Passages by document and place.
pub type Passages = BTreeSet<(usize, Place)>;

/// Judges an assertion, some passages left aside.
pub fn judge(
    assertion: &Assertion,
    index: &Index<'_>,
    extractor: &Extractor,
    policy: Policy,
    left_out: &Passages,
) -> Judgement {
    let bench = Bench::of_all(index, extractor, policy, left_out);
    match &assertion.sources {
        Sources::Each => decide::each_source(&bench, |bench| body(assertion, bench)),
        Sources::Any => body(assertion, &bench),
        Sources::Only(name) => body(assertion, &Bench { documents: Some(&align::called(&bench, name)), ..bench }),
    }
}

/// Judges a text in plain English, part by part.
pub fn judge_text(text: &str, reading: &Read, index: &Index<'_>, extractor: &Extractor, policy: Policy) -> Vec<Part> {
    let left_out = Passages::new();
    let bench = Bench::of_all(index, extractor, policy, &left_out);
    claims::parts(&bench, text, reading)
}

/// The verdict on a text from those on its parts: contradicted if any part is, else disputed, else ambiguous, else unmentioned;
/// supported only if every part is. Nothing speaks of a text without parts.
pub fn overall(parts: &[Part]) -> Verdict {
    let verdicts = parts.iter().map(|part| part.judgement.verdict);
    verdicts.max_by_key(|verdict| verdict.gravity()).unwrap_or(Verdict::Unmentioned)
}

fn body(assertion: &Assertion, bench: &Bench<'_>) -> Judgement {
    match &assertion.body {
        Body::Holds { reading, operand, relation, value, value_span } => {
            let asked = holds::Asked {
                operand,
                relation: *relation,
                value: Some(value),
                value_span: Some(*value_span),
                verbs: &[],
                sort: None,
            };
            holds::judge(bench, *reading, &asked)
        }
        Body::Exists { reading, operand } => {
            let asked = holds::Asked {
                operand,
                relation: crate::value::Relation::Equal,
                value: None,
                value_span: None,
                verbs: &[],
                sort: None,
            };
            let reading = if *reading == Reading::Never { Reading::Never } else { Reading::Some };
            holds::judge(bench, reading, &asked)
        }
        Body::Computed { left, relation, right } => computed::judge(bench, left, *relation, right),
        Body::Agree { operand } => agree::judge(bench, operand),
        Body::Quote { words, speaker, words_span, speaker_span } => quotes::judge(
            bench,
            &quotes::Asked {
                words,
                speaker: speaker.as_deref(),
                words_span: *words_span,
                speaker_span: *speaker_span,
                closeness: quotes::Closeness::Verbatim,
            },
        ),
        Body::Claim { text, span } => claims::judge(bench, text, *span),
    }
}
