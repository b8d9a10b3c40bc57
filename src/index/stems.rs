//! The facts of a corpus by the words that they offer: for their measures by their stems, for their subjects in the singular.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::words::{measure_words, stem};
use crate::extract::{Reading, singular};
use crate::statement::{Statement, Subject};

/// Where a fact is: the position of its document, and its own among those of the document.
pub(super) type Position = (usize, usize);

/// A stem that facts offer, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stem(u32);

/// A word of the subjects of facts, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SubjectWord(Stem);

/// The facts of a corpus by the words of their subjects, each in the singular.
#[derive(Clone, Debug)]
pub(super) struct SubjectWords(Stems);

impl SubjectWords {
    /// Gathers those of all facts.
    pub(super) fn new(readings: &[Reading]) -> Self {
        Self(Stems::of(readings, |statement| Box::new(subject_words(&statement.subject)), singular))
    }

    /// A word that some subject has, in the singular.
    pub(super) fn known(&self, word: &str) -> Option<SubjectWord> {
        self.0.known(word).map(SubjectWord)
    }

    /// The facts whose subjects have a word, in order.
    pub(super) fn facts(&self, word: SubjectWord) -> &[Position] {
        self.0.facts(word.0)
    }

    /// Whether the subject of a fact has a word.
    pub(super) fn has(&self, position: Position, word: SubjectWord) -> bool {
        self.0.offers(position, word.0)
    }
}

/// The words of a subject: of its name, without quotation marks, and of what narrows it down.
pub fn subject_words(subject: &Subject) -> impl Iterator<Item = &str> {
    let name = subject.name.split([' ', '“', '”', '"']);
    name.chain(subject.topic.iter().map(String::as_str)).filter(|word| !word.is_empty())
}

/// Stems by number, and what offers them.
#[derive(Clone, Debug, Default)]
pub(super) struct Stems {
    numbers: FxHashMap<String, u32>,
    /// By the number of a stem, the facts that offer it, in order.
    facts: Vec<Vec<Position>>,
    /// By document and fact, the stems that it offers, in the order of their numbers.
    offered: Vec<Vec<Box<[u32]>>>,
}

impl Stems {
    /// Gathers the stems of the measures of all facts.
    pub(super) fn new(readings: &[Reading]) -> Self {
        Self::of(readings, |statement| Box::new(measure_words(&statement.measure)), |word| Cow::Owned(stem(word)))
    }

    /// Gathers some words of all facts, each by its root.
    fn of<'a>(
        readings: &'a [Reading],
        words: fn(&'a Statement) -> Box<dyn Iterator<Item = &'a str> + 'a>,
        root: fn(&str) -> Cow<'_, str>,
    ) -> Self {
        let mut stems = Self::default();
        // A corpus has few words for its measures and subjects: each is brought down to its root once.
        let mut known: FxHashMap<&str, u32> = FxHashMap::default();
        for (document, reading) in readings.iter().enumerate() {
            let mut offered = Vec::with_capacity(reading.facts.len());
            for (number, fact) in reading.facts.iter().enumerate() {
                let words = words(&fact.statement);
                let mut own: Vec<u32> =
                    words.map(|word| *known.entry(word).or_insert_with(|| stems.number(&root(word)))).collect();
                own.sort_unstable();
                own.dedup();
                for stem in &own {
                    stems.facts[*stem as usize].push((document, number));
                }
                offered.push(own.into_boxed_slice());
            }
            stems.offered.push(offered);
        }
        stems
    }

    /// A stem that some fact offers.
    pub(super) fn known(&self, stem: &str) -> Option<Stem> {
        self.numbers.get(stem).map(|number| Stem(*number))
    }

    /// The facts that offer a stem, in order.
    pub(super) fn facts(&self, stem: Stem) -> &[Position] {
        self.facts.get(stem.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether a fact offers a stem.
    pub(super) fn offers(&self, (document, fact): Position, stem: Stem) -> bool {
        let offered = self.offered.get(document).and_then(|facts| facts.get(fact));
        offered.is_some_and(|offered| offered.contains(&stem.0))
    }

    fn number(&mut self, root: &str) -> u32 {
        let next = u32::try_from(self.facts.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(root.to_owned()).or_insert(next);
        if number == next {
            self.facts.push(Vec::new());
        }
        number
    }
}
