//! The facts of a corpus by the stems of the words that they offer for their measures.

use rustc_hash::FxHashMap;

use super::words::{measure_words, stem};
use crate::extract::Reading;

/// Where a fact is: the position of its document, and its own among those of the document.
pub(super) type Position = (usize, usize);

/// A stem that facts offer, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stem(u32);

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
    /// Gathers the stems of all facts.
    pub(super) fn new(readings: &[Reading]) -> Self {
        let mut stems = Self::default();
        // A corpus has few words for its measures: each is brought down to its stem once.
        let mut known: FxHashMap<&str, u32> = FxHashMap::default();
        for (document, reading) in readings.iter().enumerate() {
            let mut offered = Vec::with_capacity(reading.facts.len());
            for (number, fact) in reading.facts.iter().enumerate() {
                let words = measure_words(&fact.statement.measure);
                let mut own: Vec<u32> =
                    words.map(|word| *known.entry(word).or_insert_with(|| stems.number(word))).collect();
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

    fn number(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.facts.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(stem(word)).or_insert(next);
        if number == next {
            self.facts.push(Vec::new());
        }
        number
    }
}
