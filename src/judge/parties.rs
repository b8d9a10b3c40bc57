//! Whom candidates name together with their subject, by number: who is who is found out once, not once a pair of facts.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::Bench;
use super::align::Candidate;

/// The partners of each candidate.
#[derive(Debug)]
pub struct Parties {
    /// By candidate, the numbers of what its partners go by, ascending.
    named: Vec<Vec<usize>>,
}

impl Parties {
    /// Numbers the names of all partners.
    pub fn new(bench: &Bench<'_>, candidates: &[Candidate<'_>]) -> Self {
        let mut numbers: FxHashMap<String, usize> = FxHashMap::default();
        let mut number = |key: String| {
            let next = numbers.len();
            *numbers.entry(key).or_insert(next)
        };
        let named = candidates.iter().map(|candidate| {
            let (document, partners) = (candidate.found.document, &candidate.found.fact.statement.qualifiers.partners);
            let keys = partners.iter().flat_map(|name| bench.index.names.known_as(document, name));
            let numbers: BTreeSet<usize> = keys.map(&mut number).collect();
            numbers.into_iter().collect()
        });
        Self { named: named.collect() }
    }

    /// What the partners of a candidate go by, ascending.
    pub fn of(&self, at: usize) -> &[usize] {
        &self.named[at]
    }

    /// Whether two candidates have partners, and none in common.
    pub fn are_others(&self, a: usize, b: usize) -> bool {
        let (one, two) = (self.of(a), self.of(b));
        !one.is_empty() && !two.is_empty() && !one.iter().any(|party| two.binary_search(party).is_ok())
    }
}
