//! The places of candidates, by number: how each lies to each is found out once, not once a pair of facts.

use rustc_hash::FxHashMap;

use super::Bench;
use super::align::Candidate;
use crate::index::{Containment, Places, Site};

/// Where each candidate is said to be.
#[derive(Debug)]
pub struct Sites {
    /// By candidate, the places that the fact names.
    named: Vec<Vec<usize>>,
    /// The same; where it names none, those that its document is about.
    effective: Vec<Vec<usize>>,
    /// By a place and another, how the first lies to the second.
    relations: Vec<Vec<Containment>>,
    /// By place, the first that is the same.
    first_same: Vec<usize>,
    /// By place, whether it is a country or wider.
    wide: Vec<bool>,
}

impl Sites {
    /// Numbers the places of all candidates.
    pub fn new(bench: &Bench<'_>, candidates: &[Candidate<'_>]) -> Self {
        let mut numbers = Numbers::default();
        let mut named = Vec::with_capacity(candidates.len());
        let mut effective = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            let own = numbers.of(&candidate.found.fact.statement.qualifiers.places);
            let about = || bench.index.about(candidate.found.document);
            effective.push(if own.is_empty() { numbers.of(about()) } else { own.clone() });
            named.push(own);
        }
        let places: &Places = &bench.index.places;
        let all: Vec<Site> = numbers.names.iter().map(|name| places.site(name)).collect();
        let row = |place: &Site| all.iter().map(|other| places.between(place, other)).collect();
        let relations: Vec<Vec<Containment>> = all.iter().map(row).collect();
        let is_same = |place: usize, other: usize| {
            relations[place][other] == Containment::Inside && relations[other][place] == Containment::Inside
        };
        let first = |place: usize| (0..place).find(|other| is_same(place, *other)).unwrap_or(place);
        let first_same = (0..relations.len()).map(first).collect();
        Self {
            named,
            effective,
            first_same,
            relations,
            wide: numbers.names.iter().map(|place| places.is_wide(place)).collect(),
        }
    }

    /// The places that a fact names, each by the first that is the same.
    pub fn named(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.named[at].iter().map(|place| self.first_same[*place])
    }

    /// Those of them that tell something of an event: no country, and nothing wider.
    pub fn narrow(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.named[at].iter().filter(|place| !self.wide[**place]).map(|place| self.first_same[*place])
    }

    /// Whether all places of two facts, named or meant, lie apart.
    pub fn are_apart(&self, a: usize, b: usize) -> bool {
        let (here, there) = (&self.effective[a], &self.effective[b]);
        let apart = |place: &usize| there.iter().all(|other| self.relations[*place][*other] == Containment::Disjoint);
        !here.is_empty() && !there.is_empty() && here.iter().all(apart)
    }
}

/// Names of places by number, in the order of their first use.
#[derive(Debug, Default)]
struct Numbers<'n> {
    names: Vec<&'n str>,
    known: FxHashMap<&'n str, usize>,
}

impl<'n> Numbers<'n> {
    fn of(&mut self, places: &'n [String]) -> Vec<usize> {
        places.iter().map(|place| self.number(place)).collect()
    }

    fn number(&mut self, place: &'n str) -> usize {
        *self.known.entry(place).or_insert_with(|| {
            self.names.push(place);
            self.names.len() - 1
        })
    }
}
