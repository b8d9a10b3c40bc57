//! What there is to see of a corpus besides the answers to its checks: what its sources disagree on though no check asks, and which of its
//! numbers, dates, names and quotes no check holds. It takes another look at all articles, and so is made only where it is shown.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::extract::Extractor;
use crate::index::{Index, Places, read_all};
use crate::judge::{Discord, Discords, Evidence, Stance, Verdict, discords};
use crate::source::Place;
use crate::value::Policy;

use super::baseline::Known;
use super::cover::{Cover, Hold, held_by, of_article};
use super::engine::{Articles, Checks, Strangers, Terms};
use super::result::{CheckResult, RunResult};

/// What is seen besides.
#[derive(Clone, Debug, Default)]
pub struct Background {
    /// What the sources disagree on though no check has heard both of them, with how much was held side by side.
    pub discords: Discords,
    /// So much of what they disagree on checks have heard.
    pub asked: usize,
    /// What the checks hold of each article, in the order of the corpus.
    pub covers: Vec<Cover>,
}

/// How far a run looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breadth {
    /// At the checks.
    Checks,
    /// And at what else there is to see of the articles: [`Background`].
    Background,
}

/// Judges everything as [`run`](super::run) does, and looks round besides. Where files declare different things, the first one's
/// declarations hold for the look.
pub fn survey(known: Known<'_>, checks: Checks, articles: &Articles, terms: Terms) -> RunResult {
    let vocabulary = checks.suite.vocabulary(checks.suite.assertions.first().map_or(0, |first| first.vocabulary));
    let (mut run, holds) = held_by(known, checks, articles, Strangers::Refused, terms);
    let corpus = &articles.corpus;
    let extractor = Extractor::new(&vocabulary);
    let readings = read_all(&extractor, corpus);
    let places = Arc::new(Places::new(&vocabulary));
    let index = Index::new(corpus, &readings, &vocabulary, extractor.grammar(), places);
    let index = index.hearing(terms.rules.heard(corpus));
    run.background = Some(Background::of(&run.results, &holds, &index, &extractor, terms.policy));
    run
}

impl Background {
    /// What there is to see behind some results and what each of them holds.
    pub(super) fn of(
        results: &[CheckResult],
        holds: &[Vec<Hold>],
        index: &Index<'_>,
        extractor: &Extractor,
        policy: Policy,
    ) -> Self {
        let mut discords = discords(index, extractor, policy);
        let all = discords.found.len();
        discords.found.retain(|discord| !is_asked(discord, results));
        let asked = all - discords.found.len();
        let readings = index.readings.iter().enumerate();
        let covers = readings.filter_map(|(at, reading)| of_article(at, index.corpus, reading, holds)).collect();
        Self { discords, asked, covers }
    }
}

/// Whether a check has heard one of those that say so and one of those that say otherwise, and does not pass by the one.
fn is_asked(discord: &Discord, results: &[CheckResult]) -> bool {
    let of = |stance: Stance| -> BTreeSet<Place> {
        let own = discord.judgement.evidence.iter().filter(|evidence| evidence.stance == stance);
        own.map(|evidence| evidence.passage).collect()
    };
    let (sides, others) = (of(Stance::Supports), of(Stance::Contradicts));
    // What passes though it has heard both, asks whether anybody says so.
    let asks = |result: &&CheckResult| result.judgement.verdict != Verdict::Supported;
    results.iter().filter(asks).any(|result| {
        let heard = |among: &BTreeSet<Place>| {
            let is_heard = |evidence: &Evidence| among.contains(&evidence.passage);
            result.judgement.evidence.iter().any(is_heard)
        };
        heard(&sides) && heard(&others)
    })
}
