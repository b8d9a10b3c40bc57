//! A run: all assertions judged, what each means, and the gate.

mod against;
mod allow;
mod background;
mod baseline;
mod cover;
mod customs;
mod desk;
mod deviation;
mod draft;
mod engine;
mod gate;
mod lint;
mod named;
mod outcome;
mod rests;
mod result;
mod rules;
mod seen;
mod select;
mod suggest;
mod verify;

pub use against::{Change, MutantKind, Trial, Trials, Unnoticed, against_itself};
pub use background::{Background, Breadth, survey};
pub use baseline::{Baseline, Compared, Known, KnownFailure, Scope, Texts};
pub use cover::{Counts, Cover, CoverTerms, Coverage, Cue, CueKind, CueState, cover};
pub use customs::{Customs, Quorum, Severity, Whose};
pub use deviation::Tolerance;
pub use engine::{
    Articles, Checks, Incoming, Reader, Strangers, Terms, narrowed, read_checks, read_declarations, run, run_beside,
    standalone,
};
pub use gate::{completeness, status_of_reading};
pub use lint::Linter;
pub use result::{
    CheckResult, CorpusSummary, Difference, Gate, Ground, GroundKind, Outcome, Record, RunResult, Status, Summary,
    Unheld,
};
pub use rules::{FailOn, Failing, Least, Rules};
pub use select::{Dealing, Extent, Filter, Only, Part, Selection, goes_by};
pub use suggest::{Suggestion, Suggestions, UNREVIEWED, Undecided, asking, suggest, suggest_all};
pub use verify::{Claim, Verified, Verifier};

use crate::check::{Allowance, Assertion};
use crate::corpus::Corpus;
use crate::diag::Diagnostic;
use crate::judge::{Judgement, Passages};

/// Judges an assertion, some passages left aside.
pub type Judge<'a> = dyn Fn(&Assertion, &Passages) -> Judgement + Sync + 'a;

/// Assertions that have been judged, and what else decides what that means.
#[derive(Clone)]
pub struct Judged<'a> {
    /// The assertions with their judgements, in the order of files and lines.
    pub answers: Vec<(Assertion, Judgement)>,
    /// `allow`.
    pub allowances: &'a [Allowance],
    /// The articles.
    pub corpus: &'a Corpus,
    /// Policy, day and rules.
    pub terms: Terms,
    /// Judges again where passages are allowed to say otherwise.
    pub again: &'a Judge<'a>,
}

/// A run, besides its results.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What was read of the articles.
    pub read: CorpusSummary,
    /// What check files and corpus had to be told.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether an article could not be read, so that the answers are those of a part of the corpus.
    pub complete: Completeness,
    /// Policy, day and rules.
    pub terms: Terms,
    /// What of the checks it is about.
    pub extent: Extent,
}

/// Whether everything was read that was to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completeness {
    /// All of it.
    #[default]
    Complete,
    /// Something could not be read.
    Incomplete,
}

/// From judgements to outcomes, totals and the gate.
pub fn settle(judged: Judged<'_>, frame: Frame) -> RunResult {
    close(outcomes(judged), frame)
}

/// What each judgement means.
fn outcomes(judged: Judged<'_>) -> Vec<CheckResult> {
    let Judged { answers, allowances, corpus, terms, again } = judged;
    let setting = allow::Setting { allowances, corpus, today: terms.today, again };
    let outcome = |(assertion, judgement): (Assertion, Judgement)| {
        let allowed = allow::apply(&assertion, judgement, &setting);
        outcome::decide(assertion, allowed, &terms)
    };
    answers.into_iter().map(outcome).collect()
}

/// Totals and the gate.
fn close(mut results: Vec<CheckResult>, frame: Frame) -> RunResult {
    let Frame { read, mut diagnostics, complete, terms, extent } = frame;
    gate::heed(&mut diagnostics, terms.rules);
    let reported = extent.most_failures.map_or(results.len(), |most| gate::up_to(&results, most));
    let unreported = results.len() - reported;
    results.truncate(reported);
    let summary = Summary { unselected: extent.unselected, unreported, ..gate::count(&results, &diagnostics) };
    let ended = gate::Ended {
        results: &results,
        diagnostics: &diagnostics,
        read: &read,
        complete,
        summary,
        written_in: extent.written_in,
    };
    let gate = gate::decide(&ended, terms.rules);
    RunResult {
        policy: terms.policy,
        written_in: extent.written_in,
        corpus: read,
        results,
        unheld: Vec::new(),
        background: None,
        diagnostics,
        differences: Vec::new(),
        summary,
        gate,
    }
}

#[cfg(test)]
mod tests;
