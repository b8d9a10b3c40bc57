//! A small corpus on which one check is judged again and again, with some words changed: the articles that speak of it. Only a changed
//! article is read anew.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check::Assertion;
use crate::corpus::{Corpus, Document};
use crate::extract::Reading;
use crate::index::Index;
use crate::run::desk::Seat;
use crate::run::result::{CheckResult, Outcome};

use super::mutants::{Edits, Mutant};

/// Articles for one check.
pub(super) struct Stage<'a> {
    seat: &'a Seat<'a>,
    assertion: &'a Assertion,
    /// The articles, by their positions in the whole corpus.
    documents: Vec<usize>,
    corpus: Corpus,
    readings: Vec<Reading>,
}

impl<'a> Stage<'a> {
    /// With the articles that speak of the check, if it passes on them as it does on all; else with all of them.
    pub fn new(seat: &'a Seat<'a>, result: &'a CheckResult) -> Self {
        let speaking: BTreeSet<usize> = result.judgement.evidence.iter().map(|evidence| evidence.document).collect();
        let stage = Self::with(seat, result, speaking.into_iter().collect());
        if stage.passes() { stage } else { Self::with(seat, result, (0..seat.index.readings.len()).collect()) }
    }

    fn with(seat: &'a Seat<'a>, result: &'a CheckResult, documents: Vec<usize>) -> Self {
        let index = seat.index;
        let corpus = Corpus { documents: documents.iter().map(|at| index.document(*at).clone()).collect() };
        let readings = documents.iter().filter_map(|at| index.readings.get(*at).cloned()).collect();
        Self { seat, assertion: &result.assertion, documents, corpus, readings }
    }

    /// Whether the check notices a change.
    pub fn notices(&mut self, mutant: &Mutant) -> bool {
        mutant.ways.iter().any(|edits| !self.passes_with(edits))
    }

    /// Whether the check passes as well where the articles are changed. They are as they were behind it.
    fn passes_with(&mut self, edits: &Edits) -> bool {
        let mut before: Vec<(usize, Document, Reading)> = Vec::new();
        for (at, document) in self.documents.iter().enumerate() {
            let Some(own) = edits.get(document) else { continue };
            let (Some(text), Some(reading)) = (self.corpus.documents.get_mut(at), self.readings.get_mut(at)) else {
                continue;
            };
            let changed = text.edited(own);
            let read = self.seat.extractor.read(&changed);
            before.push((at, std::mem::replace(text, changed), std::mem::replace(reading, read)));
        }
        let passes = self.passes();
        for (at, document, reading) in before {
            if let (Some(own), Some(read)) = (self.corpus.documents.get_mut(at), self.readings.get_mut(at)) {
                *own = document;
                *read = reading;
            }
        }
        passes
    }

    fn passes(&self) -> bool {
        let Seat { index, extractor, allowances, terms } = *self.seat;
        let places = Arc::clone(&index.places);
        let own = Index::new(&self.corpus, &self.readings, index.vocabulary, extractor.grammar(), places);
        let own = own.hearing(index.heard.clone());
        let seat = Seat { index: &own, extractor, allowances, terms };
        seat.results(vec![self.assertion.clone()]).iter().all(|result| result.outcome == Outcome::Pass)
    }
}
