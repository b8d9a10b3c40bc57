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
    relations: Relations,
    /// By place, the first that is the same.
    first_same: Vec<usize>,
    /// By place, whether it is a country or wider.
    wide: Vec<bool>,
}

impl Sites {
    /// Numbers the places of all candidates.
    pub fn new(bench: &Bench<'_>, candidates: &[Candidate<'_>]) -> Self {
        let mut relations = Relations::default();
        let mut named = Vec::with_capacity(candidates.len());
        let mut effective = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            let mut numbers = |places: &[String]| relations.numbers(places.iter().map(String::as_str));
            let own = numbers(&candidate.found.fact.statement.qualifiers.places);
            let about = bench.index.about(candidate.found.document);
            effective.push(if own.is_empty() { numbers(about) } else { own.clone() });
            named.push(own);
        }
        let places: &Places = &bench.index.places;
        relations.relate(places);
        let is_same = |place: usize, other: usize| {
            relations.of[place][other] == Containment::Inside && relations.of[other][place] == Containment::Inside
        };
        let first = |place: usize| (0..place).find(|other| is_same(place, *other)).unwrap_or(place);
        let first_same = (0..relations.of.len()).map(first).collect();
        let wide = relations.names.iter().map(|place| places.is_wide(place)).collect();
        Self { named, effective, first_same, relations, wide }
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
        let apart =
            |place: &usize| there.iter().all(|other| self.relations.of[*place][*other] == Containment::Disjoint);
        !here.is_empty() && !there.is_empty() && here.iter().all(apart)
    }
}

/// Names of places by number, in the order of their first use, and how each lies to each.
#[derive(Debug, Default)]
pub(super) struct Relations {
    names: Vec<String>,
    known: FxHashMap<String, usize>,
    /// By a place and another, how the first lies to the second.
    of: Vec<Vec<Containment>>,
}

impl Relations {
    /// The numbers of some places, which are to be related.
    pub fn numbers<'n>(&mut self, places: impl IntoIterator<Item = &'n str>) -> Vec<usize> {
        places.into_iter().map(|place| self.number(place)).collect()
    }

    fn number(&mut self, place: &str) -> usize {
        if let Some(known) = self.known.get(place) {
            return *known;
        }
        self.known.insert(place.to_owned(), self.names.len());
        self.names.push(place.to_owned());
        self.names.len() - 1
    }

    /// Finds out how all of them lie.
    pub fn relate(&mut self, places: &Places) {
        let all: Vec<Site> = self.names.iter().map(|name| places.site(name)).collect();
        let row = |place: &Site| all.iter().map(|other| places.between(place, other)).collect();
        self.of = all.iter().map(row).collect();
    }

    /// Whether one of some places is, lies in, or lies around one of others.
    pub fn meet(&self, some: &[usize], others: &[usize]) -> bool {
        let near = |one: usize, two: usize| matches!(self.of[one][two], Containment::Inside | Containment::Wider);
        some.iter().any(|one| others.iter().any(|two| near(*one, *two)))
    }
}
