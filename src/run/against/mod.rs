//! `factum check --against-itself`: checks tried with articles that say something else. A check that passes all the same is weak: nobody
//! would hear of it if the article changed.

mod mutants;
mod reword;
mod stage;

use crate::corpus::Edit;
use crate::judge::Verdict;
use crate::source::Place;

use super::desk::{Seat, judge_and};
use super::engine::{Articles, Checks, Strangers, Terms, prepare};
use super::result::{CheckResult, Gate, Outcome, RunResult, Status};
use super::{Frame, close};

use mutants::{Mutant, mutants};
use stage::Stage;

/// A run whose checks have been tried.
#[derive(Clone, Debug)]
pub struct Trials {
    /// The run itself.
    pub run: RunResult,
    /// One for each of its results, in their order.
    pub trials: Vec<Trial>,
    /// Whether no check is weak, and the exit status.
    pub gate: Gate,
}

/// What came of trying one check.
#[derive(Clone, Debug)]
pub enum Trial {
    /// It does not pass as it is, or it passes on an exception.
    Failing,
    /// There was nothing to try it with; why.
    Untried(String),
    /// It was tried.
    Tried {
        /// How many changes there were.
        made: usize,
        /// Those that it did not notice.
        unnoticed: Vec<Unnoticed>,
    },
}

/// A change that a check did not notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unnoticed {
    /// What was changed.
    pub kind: MutantKind,
    /// The words, in the order of the articles.
    pub changes: Vec<Change>,
}

/// Words of an article that were changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The position of the article.
    pub document: usize,
    /// The words, in its file; empty where something was only added.
    pub place: Place,
    /// What stood there instead.
    pub words: String,
}

/// Sorts of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MutantKind {
    /// Another number.
    Number,
    /// Another unit or currency.
    Unit,
    /// Another date or length of time.
    Date,
    /// Another name.
    Name,
    /// Another word of a quote.
    Quote,
    /// The denial of the verb.
    Denial,
}

/// Judges the checks, and tries each that passes with articles that say something else.
pub fn against_itself(checks: Checks, articles: &Articles, terms: Terms) -> Trials {
    let extent = checks.extent;
    let (suite, diagnostics) = prepare(checks, articles, Strangers::Refused, terms.rules);
    let (looked, read) = judge_and(suite, &articles.corpus, terms, &|seat, result| (trial(seat, &result), result));
    let (trials, results): (Vec<Trial>, Vec<CheckResult>) = looked.into_iter().unzip();
    let run = close(results, Frame { read, diagnostics, complete: articles.complete, terms, extent });
    let gate = decide(&run, &trials);
    Trials { run, trials, gate }
}

/// Tries one check.
fn trial(seat: &Seat<'_>, result: &CheckResult) -> Trial {
    match (result.outcome, result.judgement.verdict) {
        (Outcome::Warn | Outcome::Fail | Outcome::Waived | Outcome::Baseline, _) => return Trial::Failing,
        (Outcome::Pass, Verdict::Supported | Verdict::Contradicted) => {}
        (Outcome::Pass, verdict) => return Trial::Untried(format!("it expects {}", verdict.name())),
    }
    let made = mutants(seat, result);
    if made.is_empty() {
        let why = match result.judgement.verdict {
            Verdict::Contradicted => "it expects contradicted, and no other number would bear it out",
            Verdict::Supported | Verdict::Disputed | Verdict::Ambiguous | Verdict::Unmentioned => {
                "nothing that it rests on can be changed"
            }
        };
        return Trial::Untried(why.to_owned());
    }
    let mut stage = Stage::new(seat, result);
    let unnoticed = made.iter().filter(|mutant| !stage.notices(mutant)).map(|mutant| told(seat, mutant)).collect();
    Trial::Tried { made: made.len(), unnoticed }
}

fn told(seat: &Seat<'_>, mutant: &Mutant) -> Unnoticed {
    let all = mutant.ways.first().into_iter().flatten();
    let change = |document: usize, edit: &Edit| Change {
        document,
        place: seat.index.document(document).place(edit.span),
        words: edit.words.clone(),
    };
    let changes = all.flat_map(|(document, edits)| edits.iter().map(move |edit| change(*document, edit))).collect();
    Unnoticed { kind: mutant.kind, changes }
}

/// Whether no check is weak. A run that does not pass by itself has its own status, and one in which nothing was tried shows nothing.
fn decide(run: &RunResult, trials: &[Trial]) -> Gate {
    let tried = trials.iter().filter(|trial| matches!(trial, Trial::Tried { .. })).count();
    let weak =
        trials.iter().filter(|trial| matches!(trial, Trial::Tried { unnoticed, .. } if !unnoticed.is_empty())).count();
    let (status, rule) = match run.gate.status {
        status @ (Status::Usage | Status::Incomplete | Status::Failed | Status::Nothing) => {
            (status, run.gate.rule.clone())
        }
        Status::Passed if tried == 0 => {
            (Status::Nothing, "no check could be tried; nothing checked is a failure of its own".to_owned())
        }
        Status::Passed if weak > 0 => {
            let checks = if weak == 1 { "1 check is weak".to_owned() } else { format!("{weak} checks are weak") };
            (Status::Failed, format!("{checks}; a check has to notice when what it rests on is changed"))
        }
        Status::Passed => (Status::Passed, "every check that was tried notices every change".to_owned()),
    };
    Gate { passed: status == Status::Passed, rule, status }
}
