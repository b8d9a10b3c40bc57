//! The sentences of a corpus by their words. Words of one meaning share a sense (`senses`).

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::senses::{Sense, Thesaurus, Word};
use super::words::content;
use crate::corpus::Corpus;
use crate::extract::{Fact, Grammar, Mention, MentionKind, Reading};
use crate::source::Span;
use crate::statement::Vocabulary;

/// A sentence: the position of its document, and its own among those of the document.
pub type Place = (usize, usize);

/// Sentences by the senses of their words.
#[derive(Debug, Default)]
pub struct Wording {
    thesaurus: Thesaurus,
    sentences: Vec<Place>,
    /// By sentence, what its words may mean.
    told: Vec<Box<[Sense]>>,
    /// By sense, the sentences that have it, ascending.
    holders: Vec<Vec<u32>>,
}

impl Wording {
    /// Gathers the words of all sentences, with the full names of those who are named in them and whom their facts are about. It is done
    /// by one thread: one that waited for others would be given what else there is to judge, and that may wait for these very words.
    pub(super) fn new(corpus: &Corpus, readings: &[Reading], vocabulary: &Vocabulary, grammar: &Grammar) -> Self {
        let mut wording = Self { thesaurus: Thesaurus::new(vocabulary), ..Self::default() };
        let mut names: FxHashMap<&str, Vec<Sense>> = FxHashMap::default();
        for (number, (document, reading)) in corpus.documents.iter().zip(readings).enumerate() {
            for (at, span) in reading.sentences.iter().enumerate() {
                let mut own = distinct(wording.told(grammar, span.slice(&document.text)));
                wording.told.push(own.as_slice().into());
                for name in told(reading, at, *span) {
                    own.extend(names.entry(name).or_insert_with(|| wording.told(grammar, name)).iter());
                }
                wording.add((number, at), distinct(own));
            }
        }
        wording
    }

    fn add(&mut self, place: Place, senses: Vec<Sense>) {
        let number = u32::try_from(self.sentences.len()).unwrap_or(u32::MAX);
        self.sentences.push(place);
        let most = senses.iter().map(|sense| sense.number() + 1).max().unwrap_or_default();
        if most > self.holders.len() {
            self.holders.resize_with(most, Vec::new);
        }
        for sense in senses {
            self.holders[sense.number()].push(number);
        }
    }

    fn word(&self, grammar: &Grammar, word: &str) -> Arc<Word> {
        self.thesaurus.word(grammar, word)
    }

    /// The sentences that have a word in lower case, or one of its meaning, in the order of documents and places.
    pub fn sentences(&self, grammar: &Grammar, word: &str) -> Vec<Place> {
        self.holding(self.word(grammar, word).senses().iter().copied())
    }

    /// The sentences that have a word in lower case, or one that means the same whatever the rest of them says.
    pub fn sure_sentences(&self, grammar: &Grammar, word: &str) -> Vec<Place> {
        self.holding(self.word(grammar, word).senses().iter().copied().filter(|sense| sense.is_sure()))
    }

    /// Whether one of some sentences of a document has a word in lower case, or one of its meaning.
    pub fn is_told(&self, grammar: &Grammar, word: &str, document: usize, sentences: Range<usize>) -> bool {
        self.are_held(self.word(grammar, word).senses().iter().copied(), document, sentences)
    }

    /// Whether a document has a word in lower case, or one that means the same whatever the rest of its sentence says.
    pub fn is_surely_told(&self, grammar: &Grammar, word: &str, document: usize) -> bool {
        let word = self.word(grammar, word);
        self.are_held(word.senses().iter().copied().filter(|sense| sense.is_sure()), document, 0..usize::MAX)
    }

    fn are_held(&self, mut senses: impl Iterator<Item = Sense>, document: usize, sentences: Range<usize>) -> bool {
        let before = |sentence: usize| self.sentences.partition_point(|place| *place < (document, sentence));
        let (first, end) = (before(sentences.start), before(sentences.end));
        senses.any(|sense| {
            let held = self.held(sense);
            let next = held.partition_point(|number| (*number as usize) < first);
            held.get(next).is_some_and(|number| (*number as usize) < end)
        })
    }

    /// The sentences that have a sense, ascending.
    fn held(&self, sense: Sense) -> &[u32] {
        self.holders.get(sense.number()).map_or(&[], Vec::as_slice)
    }

    fn holding(&self, senses: impl Iterator<Item = Sense>) -> Vec<Place> {
        let mut all: Vec<u32> = senses.flat_map(|sense| self.held(sense)).copied().collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().filter_map(|number| self.sentences.get(number as usize).copied()).collect()
    }

    /// The sentences that have a word for what excludes the action of a word, and none for that action: "cut" where it is "hires".
    pub fn contraries(&self, grammar: &Grammar, word: &str) -> Vec<Place> {
        let held = |side: u32| self.held(self.thesaurus.side(side));
        let word = self.word(grammar, word);
        let mut against: Vec<u32> = word.sides.iter().flat_map(|side| held(opposite(*side))).copied().collect();
        against.sort_unstable();
        against.dedup();
        against.retain(|number| word.sides.iter().all(|side| held(*side).binary_search(number).is_err()));
        against.into_iter().filter_map(|number| self.sentences.get(number as usize).copied()).collect()
    }

    /// What the words of a passage may mean, those of the other names of its places among them.
    pub fn told(&self, grammar: &Grammar, text: &str) -> Vec<Sense> {
        let mut told = Vec::new();
        for (_, word) in content(grammar, text) {
            told.extend_from_slice(self.word(grammar, &word).told());
        }
        told.extend(self.thesaurus.place(text));
        told
    }

    /// The same of a sentence of the corpus.
    pub fn told_in(&self, place: Place) -> &[Sense] {
        let number = self.sentences.binary_search(&place).ok();
        number.and_then(|number| self.told.get(number)).map_or(&[], |told| told)
    }

    /// What a word in lower case may mean.
    pub fn senses(&self, grammar: &Grammar, word: &str) -> Vec<Sense> {
        self.word(grammar, word).senses().to_vec()
    }

    /// The sense of a stem.
    pub fn stem(&self, stem: &str) -> Sense {
        self.thesaurus.stem(stem)
    }

    /// Whether a word in lower case has one of some senses.
    pub fn has_sense(&self, grammar: &Grammar, word: &str, is_one: impl Fn(Sense) -> bool) -> bool {
        self.word(grammar, word).senses().iter().any(|sense| is_one(*sense))
    }

    /// Whether two words in lower case have a meaning in common, or tell of a change the same way.
    pub fn is_same(&self, grammar: &Grammar, one: &str, other: &str) -> bool {
        let (one, other) = (self.word(grammar, one), self.word(grammar, other));
        one.senses().iter().any(|sense| other.senses().contains(sense))
    }

    /// Whether one of two words in lower case may be said for the other.
    pub fn may_be_same(&self, grammar: &Grammar, one: &str, other: &str) -> bool {
        let (one, other) = (self.word(grammar, one), self.word(grammar, other));
        one.senses().iter().any(|sense| sense.is_meaning() && other.senses().contains(sense))
    }
}

fn distinct(mut senses: Vec<Sense>) -> Vec<Sense> {
    senses.sort_unstable();
    senses.dedup();
    senses
}

/// The other side of an exclusion: the sides of one stand together.
fn opposite(side: u32) -> u32 {
    side ^ 1
}

/// The names of a sentence in full, and whom its facts are about.
fn told(reading: &Reading, sentence: usize, span: Span) -> impl Iterator<Item = &str> {
    let named = reading.mentions_within(span).iter().filter_map(full_name);
    named.chain(reading.facts_of(sentence).iter().flat_map(about))
}

fn full_name(mention: &Mention) -> Option<&str> {
    match &mention.kind {
        MentionKind::Name { canonical, .. } => Some(canonical),
        MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
    }
}

fn about(fact: &Fact) -> impl Iterator<Item = &str> {
    let subject = &fact.statement.subject;
    [subject.name.as_str()].into_iter().chain(subject.topic.iter().map(String::as_str))
}
