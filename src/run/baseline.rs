//! The baseline: failures that were there when checks were adopted. They fail no run; what is new or has changed does.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::corpus::Corpus;
use crate::judge::{Case, Stance, explain};
use crate::source::Sources;

use super::result::{CheckResult, Outcome};
use super::rules::Failing;

/// A failure by what it is: a check, what it came to, and the words that say otherwise, wherever they stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KnownFailure {
    /// The id of the check.
    pub check: String,
    /// What it asserts, as written: a check that asserts something else is another, whatever its id.
    pub asserts: String,
    /// The code of its diagnostic.
    pub code: String,
    /// The judge's verdict.
    pub verdict: String,
    /// Each passage that says otherwise, or, where none does, that leaves it open: the id of its document, and its words on one line.
    pub says: BTreeSet<String>,
}

/// Failures that are known, each with the day since which it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// In the order of their checks.
    pub failures: BTreeMap<KnownFailure, Date>,
}

/// What the identity of a failure is read from.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// The articles.
    pub corpus: &'a Corpus,
    /// All texts.
    pub sources: &'a Sources,
}

/// What is known to fail, beside a run.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The failures.
    pub baseline: &'a Baseline,
    /// All texts.
    pub sources: &'a Sources,
}

impl Baseline {
    /// Bears with the failures among these results that are known.
    pub(super) fn bear(&self, results: &mut [CheckResult], texts: Texts<'_>) {
        if self.failures.is_empty() {
            return;
        }
        for result in results.iter_mut().filter(|result| result.outcome == Outcome::Fail) {
            if let Some(since) = KnownFailure::of(result, texts).and_then(|failure| self.failures.get(&failure)) {
                result.outcome = Outcome::Baseline;
                result.outcome_reason = Some(format!("in the baseline since {since}"));
            }
        }
    }

    /// What has become of it, by the results of a run. What is new is known since today.
    pub fn compared(&self, results: &[CheckResult], texts: Texts<'_>, scope: Scope, today: Date) -> Compared {
        // What only warns occurs still.
        let short = |result: &CheckResult| Some((KnownFailure::of(result, texts)?, result.outcome));
        let now: BTreeMap<KnownFailure, Outcome> = results.iter().filter_map(short).collect();
        let ids: BTreeSet<&str> = results.iter().map(|result| result.assertion.id.as_str()).collect();
        let untold = |failure: &KnownFailure| scope == Scope::Part && !ids.contains(&failure.check[..]);
        let (still, stale): (BTreeMap<_, _>, BTreeMap<_, _>) = self
            .failures
            .iter()
            .map(|(failure, since)| (failure.clone(), *since))
            .partition(|(failure, _)| now.contains_key(failure) || untold(failure));
        let new = now.into_iter().filter(|(_, outcome)| *outcome == Outcome::Fail).map(|(failure, _)| failure);
        let new = new.filter(|failure| !self.failures.contains_key(failure));
        Compared {
            still: Self { failures: still },
            stale: stale.into_keys().collect(),
            new: Self { failures: new.map(|failure| (failure, today)).collect() },
        }
    }

    /// Both together.
    pub fn with(mut self, other: Self) -> Self {
        self.failures.extend(other.failures);
        self
    }
}

/// Whether a run tells what has become of every check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All that are written have been judged: those that are not among the results are gone.
    Whole,
    /// Of the others nothing is known.
    Part,
}

/// A baseline beside a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// What occurs still, as far as it can be told.
    pub still: Baseline,
    /// What does not.
    pub stale: Vec<KnownFailure>,
    /// What fails and is not in it.
    pub new: Baseline,
}

impl KnownFailure {
    /// That of a check that does not pass; none where it does, or where it has an exception of its own: one that has run out is told until
    /// somebody has dealt with it.
    fn of(result: &CheckResult, texts: Texts<'_>) -> Option<Self> {
        let is_open = match result.outcome {
            Outcome::Fail | Outcome::Warn | Outcome::Baseline => true,
            Outcome::Pass | Outcome::Waived => false,
        };
        let shortfall = result.shortfall.as_ref().filter(|_| is_open)?;
        if Failing::of_result(result) == Some(Failing::Stale) {
            return None;
        }
        let CheckResult { assertion, judgement, .. } = result;
        let code = explain(Case { assertion, judgement, corpus: texts.corpus, sources: texts.sources }, shortfall).code;
        // Where nothing says otherwise it is what leaves it open that is known.
        let is_against = |stance| judgement.evidence.iter().any(|evidence| evidence.stance == stance);
        let stance = if is_against(Stance::Contradicts) { Stance::Contradicts } else { Stance::Compatible };
        let says = judgement.evidence.iter().filter(|evidence| evidence.stance == stance).map(|evidence| {
            let document = texts.corpus.documents.get(evidence.document).map_or("", |document| &document.id);
            let words = texts.sources.slice(evidence.passage).split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{document}: {words}")
        });
        Some(Self {
            check: assertion.id.clone(),
            asserts: assertion.text.clone(),
            code: code.name().to_owned(),
            verdict: judgement.verdict.name().to_owned(),
            says: says.collect(),
        })
    }
}
