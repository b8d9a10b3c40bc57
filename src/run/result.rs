//! The one result tree, which reporters only read.

use crate::check::{Assertion, WrittenIn};
use crate::diag::Diagnostic;
use crate::judge::{Judgement, Shortfall};
use crate::source::Place;
use crate::value::Policy;

use super::background::Background;

/// Everything that a run found.
#[derive(Clone, Debug)]
pub struct RunResult {
    /// The policy in force.
    pub policy: Policy,
    /// What is judged: check files, or a draft.
    pub written_in: WrittenIn,
    /// The corpus.
    pub corpus: CorpusSummary,
    /// One for each assertion, in the order of files and lines.
    pub results: Vec<CheckResult>,
    /// The numbers, dates and quotes of a draft that were seen and held against nothing, in their order.
    pub unheld: Vec<Unheld>,
    /// What there is to see besides, where it was looked for.
    pub background: Option<Background>,
    /// Errors and warnings of check files and corpus.
    pub diagnostics: Vec<Diagnostic>,
    /// What is not as it was accepted, where the run is held against snapshots.
    pub differences: Vec<Difference>,
    /// Totals.
    pub summary: Summary,
    /// The gate.
    pub gate: Gate,
}

/// A number, a date or a quote of a draft that no verdict stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unheld {
    /// Where it stands.
    pub place: Place,
    /// Why it was held against nothing.
    pub why: String,
}

/// What of a check is not as somebody accepted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The id of the check; none where its file is gone with all that was accepted of it.
    pub check: Option<String>,
    /// What became of it, in a word for programs.
    pub change: &'static str,
    /// What was accepted of it; none of a check that is new.
    pub before: Option<Record>,
    /// What this run says of it; none of a check that is gone.
    pub now: Option<Record>,
    /// What was accepted of the checks of a file that is gone.
    pub lost: Vec<Record>,
    /// What there is to tell: an error where it fails the run, else a warning. It is at the check, or where that is gone at what was
    /// accepted of it.
    pub told: Diagnostic,
}

/// What a snapshot says of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The check, as it is written.
    pub assertion: String,
    /// Its verdict, by name.
    pub verdict: String,
    /// What that means for the gate, in a word or two: `passes`.
    pub outcome: String,
    /// Why, in the order in which it is told.
    pub grounds: Vec<Ground>,
}

impl Record {
    /// `supported, passes`.
    pub fn stance(&self) -> String {
        [&self.verdict[..], &self.outcome].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// Something that a snapshot tells of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// What sort of thing.
    pub kind: GroundKind,
    /// What it is: `herald, 2025-10-29: “…”`.
    pub text: String,
}

/// What a snapshot tells of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroundKind {
    /// Why its outcome is what it is.
    Outcome,
    /// The judge's reason.
    Because,
    /// A passage that says so.
    For,
    /// One that says otherwise.
    Against,
    /// One that leaves it open.
    Open,
    /// A step of what was computed.
    Computed,
    /// What else there is to know.
    Note,
    /// What somebody else wrote into the file.
    Other,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorpusSummary {
    /// Articles.
    pub documents: usize,
    /// Those of them whose word does not count, since their tier is too far off or not known.
    pub unheard: usize,
    /// Independent lineages.
    pub lineages: usize,
    /// Sentences.
    pub sentences: usize,
    /// Facts.
    pub facts: usize,
    /// A digest of ids and texts, in hexadecimal; the same for the same articles, wherever they lie.
    pub digest: String,
}

/// One assertion, judged and gated.
#[derive(Clone, Debug)]
pub struct CheckResult {
    /// The assertion.
    pub assertion: Assertion,
    /// The judge's answer.
    pub judgement: Judgement,
    /// What it means for the gate.
    pub outcome: Outcome,
    /// Why the outcome is what it is, where the verdict alone does not say: a missed quorum, an expectation, a waiver.
    pub outcome_reason: Option<String>,
    /// Why it does not pass; none where it does. What a diagnostic is made from.
    pub shortfall: Option<Shortfall>,
}

/// What a check means for the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// As expected.
    Pass,
    /// Not as expected, and it fails no run: `severity warn` or `note`, or what the rules of the run do not fail.
    Warn,
    /// Not as expected, and it fails the run.
    Fail,
    /// Not as expected, and a waiver holds.
    Waived,
    /// Not as expected, as the baseline knows.
    Baseline,
}

/// Totals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Assertions judged.
    pub checks: usize,
    /// By verdict.
    pub supported: usize,
    /// By verdict.
    pub contradicted: usize,
    /// By verdict.
    pub disputed: usize,
    /// By verdict.
    pub ambiguous: usize,
    /// By verdict.
    pub unmentioned: usize,
    /// Lines of check files with errors.
    pub errors: usize,
    /// Warnings about check files, articles and settings.
    pub warnings: usize,
    /// By outcome.
    pub passed: usize,
    /// By outcome.
    pub failed: usize,
    /// By outcome.
    pub warned: usize,
    /// By outcome.
    pub waived: usize,
    /// By outcome.
    pub baseline: usize,
    /// Checks that nobody has read since they were suggested.
    pub unreviewed: usize,
    /// Checks that were not selected.
    pub unselected: usize,
    /// Checks behind the last failure that was to be reported.
    pub unreported: usize,
}

/// Whether the run passed, and by which rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Whether it passed.
    pub passed: bool,
    /// The rule that decided, as the last line prints it.
    pub rule: String,
    /// The exit status; that of success too where a failed run is only reported.
    pub status: Status,
}

impl Gate {
    /// The same, where so many things are not as their snapshots have them: they fail a run that would pass, and one in which nothing is
    /// left to check.
    pub fn with_changes(self, changes: usize) -> Self {
        if changes == 0 {
            return self;
        }
        let differ =
            if changes == 1 { "1 snapshot entry differs" } else { &format!("{changes} snapshot entries differ") };
        self.and_fails(format!("{differ} from what was accepted; a change passes when it is accepted"))
    }

    /// The same, where another rule fails it: alone, or besides the one that does. What could not be judged stays what it is.
    fn and_fails(self, rule: String) -> Self {
        match self.status {
            Status::Passed | Status::Nothing => Self { passed: false, rule, status: Status::Failed },
            Status::Failed => Self { rule: format!("{}; {rule}", self.rule), ..self },
            Status::Usage | Status::Incomplete => self,
        }
    }

    /// The same, where a report could not be written, or a snapshot not be read: a run of which something is missing passes by no rule.
    pub fn incomplete(self) -> Self {
        if self.status == Status::Usage {
            return self;
        }
        let rule = "a report or a snapshot could not be read or written".to_owned();
        Self { passed: false, rule, status: Status::Incomplete }
    }

    /// The same, where so many failures of the baseline no longer occur, and that is to fail the run.
    pub fn with_stale_baseline(self, stale: usize) -> Self {
        if stale == 0 || self.status == Status::Nothing {
            return self;
        }
        let entries = if stale == 1 {
            "1 failure of the baseline".to_owned()
        } else {
            format!("{stale} failures of the baseline")
        };
        let occur = if stale == 1 { "occurs" } else { "occur" };
        self.and_fails(format!("{entries} no longer {occur}; a baseline only shrinks"))
    }

    /// The same, where a run that failed is only to be reported. What could not be judged stays what it is.
    pub fn only_reported(self) -> Self {
        match self.status {
            Status::Failed => {
                let rule = format!("{}; the status is 0 all the same: exit-zero", self.rule);
                Self { rule, status: Status::Passed, ..self }
            }
            Status::Passed | Status::Usage | Status::Incomplete | Status::Nothing => self,
        }
    }
}

/// Exit statuses. No flag changes what one means. Where several hold: usage before incomplete before failed before nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 0: every check passed.
    Passed = 0,
    /// 1: the gate failed.
    Failed = 1,
    /// 2: usage, configuration, or a check file with errors.
    Usage = 2,
    /// 3: the run could not be completed.
    Incomplete = 3,
    /// 4: nothing was checked.
    Nothing = 4,
}
