//! Each assertion before the articles as its own file reads them: by what ships, what the file uses and what it declares. Files that
//! declare the same share one index; files whose declarations read articles alike (they differ in who is who, at most) share one reading.

use std::sync::Arc;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::check::{Allowance, Assertion, Suite};
use crate::corpus::Corpus;
use crate::extract::{Extractor, Reading};
use crate::index::{Index, Places, read_all};
use crate::judge::{Judgement, Passages, judge};
use crate::statement::Vocabulary;

use super::engine::{Terms, summary};
use super::result::CheckResult;
use super::{CorpusSummary, Judge, Judged, outcomes};

/// Assertions of one vocabulary, each with its position in the suite.
struct Desk {
    vocabulary: usize,
    assertions: Vec<(usize, Assertion)>,
}

/// Judges all assertions of a suite, with the results in their order. What was read is told as the first of them has it.
pub(super) fn judge_suite(suite: Suite, corpus: &Corpus, terms: Terms) -> (Vec<CheckResult>, CorpusSummary) {
    judge_and(suite, corpus, terms, &|_, result| result)
}

/// Judges all assertions of a suite, and looks at each result where it was judged; in their order.
pub(super) fn judge_and<T: Send>(
    mut suite: Suite,
    corpus: &Corpus,
    terms: Terms,
    look: &Look<'_, T>,
) -> (Vec<T>, CorpusSummary) {
    let assertions = std::mem::take(&mut suite.assertions);
    let groups = grouped(desks(assertions), &suite.declared);
    let (mut looks, mut read) = (Vec::new(), None);
    for desks in groups {
        let desks: Vec<(Vocabulary, Desk)> =
            desks.into_iter().map(|desk| (suite.vocabulary(desk.vocabulary), desk)).collect();
        let Some((words, _)) = desks.first() else { continue };
        let room = Room::new(words, corpus, terms);
        read.get_or_insert_with(|| summary(corpus, &room.readings, terms.rules));
        let judge = |(vocabulary, desk)| (room.judge(desk, &vocabulary, &suite.allowances, look), vocabulary);
        let (judged, vocabularies): (Vec<_>, Vec<Vocabulary>) = desks.into_par_iter().map(judge).unzip();
        looks.extend(judged.into_iter().flatten());
        room.clear(vocabularies);
    }
    looks.sort_by_key(|(position, _)| *position);
    (looks.into_iter().map(|(_, look)| look).collect(), read.unwrap_or_default())
}

/// What is made of a result where it was judged.
pub(super) type Look<'a, T> = dyn Fn(&Seat<'_>, CheckResult) -> T + Sync + 'a;

/// Where the assertions of one vocabulary are judged.
#[derive(Clone, Copy)]
pub(super) struct Seat<'a> {
    /// The articles as the vocabulary reads them.
    pub index: &'a Index<'a>,
    /// Reads articles by the vocabulary.
    pub extractor: &'a Extractor,
    /// `allow`.
    pub allowances: &'a [Allowance],
    /// Policy and day.
    pub terms: Terms,
}

impl Seat<'_> {
    /// What assertions come to, in their order.
    pub fn results(&self, assertions: Vec<Assertion>) -> Vec<CheckResult> {
        let Self { index, extractor, allowances, terms } = *self;
        let again =
            |assertion: &Assertion, left_out: &Passages| judge(assertion, index, extractor, terms.policy, left_out);
        let answers = judge_all(assertions, &again);
        outcomes(Judged { answers, allowances, corpus: index.corpus, terms, again: &again })
    }
}

/// The assertions by their vocabularies, in the order in which these come up. Without any there is one desk, so that the articles are
/// read all the same.
fn desks(assertions: Vec<Assertion>) -> Vec<Desk> {
    let mut desks: Vec<Desk> = Vec::new();
    for (position, assertion) in assertions.into_iter().enumerate() {
        let vocabulary = assertion.vocabulary;
        match desks.iter_mut().rev().find(|desk| desk.vocabulary == vocabulary) {
            Some(desk) => desk.assertions.push((position, assertion)),
            None => desks.push(Desk { vocabulary, assertions: vec![(position, assertion)] }),
        }
    }
    if desks.is_empty() {
        desks.push(Desk { vocabulary: 0, assertions: Vec::new() });
    }
    desks
}

/// Those together whose vocabularies read articles alike.
fn grouped(desks: Vec<Desk>, declared: &[Vocabulary]) -> Vec<Vec<Desk>> {
    let mut groups: Vec<Vec<Desk>> = Vec::new();
    for desk in desks {
        let own = declared.get(desk.vocabulary);
        let alike = |other: &Desk| match (own, declared.get(other.vocabulary)) {
            (Some(own), Some(other)) => own.reads_like(other),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        match groups.iter_mut().find(|group| group.first().is_some_and(alike)) {
            Some(group) => group.push(desk),
            None => groups.push(vec![desk]),
        }
    }
    groups
}

/// The articles as some vocabularies read them.
struct Room<'a> {
    corpus: &'a Corpus,
    extractor: Extractor,
    readings: Vec<Reading>,
    places: Arc<Places>,
    terms: Terms,
}

impl<'a> Room<'a> {
    fn new(vocabulary: &Vocabulary, corpus: &'a Corpus, terms: Terms) -> Self {
        let (extractor, places) = rayon::join(|| Extractor::new(vocabulary), || Places::new(vocabulary));
        let readings = read_all(&extractor, corpus);
        Self { corpus, extractor, readings, places: Arc::new(places), terms }
    }

    /// Takes apart what was read, which nobody waits for.
    fn clear(self, vocabularies: Vec<Vocabulary>) {
        let Self { corpus: _, extractor, readings, places, terms: _ } = self;
        rayon::spawn(move || drop((extractor, readings, places, vocabularies)));
    }

    /// What is made of the results of a desk, with their positions.
    fn judge<T: Send>(
        &self,
        desk: Desk,
        vocabulary: &Vocabulary,
        allowances: &[Allowance],
        look: &Look<'_, T>,
    ) -> Vec<(usize, T)> {
        let Self { corpus, extractor, readings, places, terms } = self;
        let index = Index::new(corpus, readings, vocabulary, extractor.grammar(), Arc::clone(places));
        let index = index.hearing(terms.rules.heard(corpus));
        let seat = Seat { index: &index, extractor, allowances, terms: *terms };
        let (positions, assertions): (Vec<usize>, Vec<Assertion>) = desk.assertions.into_iter().unzip();
        let results: Vec<(usize, CheckResult)> = positions.into_iter().zip(seat.results(assertions)).collect();
        results.into_par_iter().map(|(position, result)| (position, look(&seat, result))).collect()
    }
}

/// Judges in parallel, with the answers in the order of the assertions.
fn judge_all(assertions: Vec<Assertion>, judge: &Judge<'_>) -> Vec<(Assertion, Judgement)> {
    let answer = |assertion: Assertion| {
        let judgement = judge(&assertion, &Passages::new());
        (assertion, judgement)
    };
    assertions.into_par_iter().map(answer).collect()
}
