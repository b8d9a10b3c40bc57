//! Totals, and the rule that decides whether a run passes.

use crate::check::WrittenIn;
use crate::diag::{Code, Diagnostic, Severity};
use crate::judge::Verdict;

use super::result::{CheckResult, CorpusSummary, Gate, Outcome, Status, Summary};
use super::rules::{FailOn, Failing, Least, Rules};
use super::{Completeness, UNREVIEWED};

/// The totals of a run.
pub(super) fn count(results: &[CheckResult], diagnostics: &[Diagnostic]) -> Summary {
    let warnings = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Warning).count();
    let mut summary = Summary { checks: results.len(), errors: broken(diagnostics), warnings, ..Summary::default() };
    for result in results {
        match result.judgement.verdict {
            Verdict::Supported => summary.supported += 1,
            Verdict::Contradicted => summary.contradicted += 1,
            Verdict::Disputed => summary.disputed += 1,
            Verdict::Ambiguous => summary.ambiguous += 1,
            Verdict::Unmentioned => summary.unmentioned += 1,
        }
        summary.unreviewed += usize::from(result.assertion.tags.iter().any(|tag| tag == UNREVIEWED));
        match result.outcome {
            Outcome::Pass => summary.passed += 1,
            Outcome::Warn => summary.warned += 1,
            Outcome::Fail => summary.failed += 1,
            Outcome::Waived => summary.waived += 1,
            Outcome::Baseline => summary.baseline += 1,
        }
    }
    summary
}

/// How many results there are up to the last of so many that fail.
pub(super) fn up_to(results: &[CheckResult], failures: usize) -> usize {
    let failing = results.iter().enumerate().filter(|(_, result)| result.outcome == Outcome::Fail);
    failing.skip(failures.saturating_sub(1)).map(|(at, _)| at + 1).next().unwrap_or(results.len())
}

/// Lines of check files, manifests and command lines with errors.
fn broken(diagnostics: &[Diagnostic]) -> usize {
    errors(diagnostics, Concern::Input).count()
}

/// Whether all articles could be read.
pub fn completeness(diagnostics: &[Diagnostic]) -> Completeness {
    match errors(diagnostics, Concern::Article).count() {
        0 => Completeness::Complete,
        _ => Completeness::Incomplete,
    }
}

/// The status of a command that only reads `things`: checks, or articles.
pub fn status_of_reading(diagnostics: &[Diagnostic], things: usize) -> Status {
    if broken(diagnostics) > 0 {
        Status::Usage
    } else if completeness(diagnostics) == Completeness::Incomplete {
        Status::Incomplete
    } else if things == 0 {
        Status::Nothing
    } else {
        Status::Passed
    }
}

fn errors(diagnostics: &[Diagnostic], about: Concern) -> impl Iterator<Item = &Diagnostic> {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.filter(move |diagnostic| concern(diagnostic) == about)
}

/// What an error is about, which decides the status.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Concern {
    /// What somebody wrote has to be mended.
    Input,
    /// An article is missing from the answers.
    Article,
    /// There are no articles.
    Nothing,
    /// An exception fails the run, as a check does.
    Waiver,
}

fn concern(diagnostic: &Diagnostic) -> Concern {
    match diagnostic.code {
        Code::WaiverStale => Concern::Waiver,
        Code::NoArticles | Code::NothingSelected => Concern::Nothing,
        Code::UnreadableArticle | Code::ArticleTooLarge | Code::BinaryArticle => Concern::Article,
        // An article that is no text is not among the files, so nothing can be pointed at; a check file is.
        Code::NotUtf8 if diagnostic.labels.is_empty() => Concern::Article,
        _ => Concern::Input,
    }
}

/// What fails no run is a warning.
pub(super) fn heed(diagnostics: &mut [Diagnostic], rules: Rules) {
    let waivers = diagnostics.iter_mut().filter(|told| concern(told) == Concern::Waiver);
    if !rules.fail_on.has(Failing::Stale) {
        waivers.for_each(|told| told.severity = told.severity.min(Severity::Warning));
    }
}

/// What a run came to.
pub(super) struct Ended<'a> {
    /// One for each check that is reported.
    pub results: &'a [CheckResult],
    /// What check files and corpus had to be told.
    pub diagnostics: &'a [Diagnostic],
    /// What was read.
    pub read: &'a CorpusSummary,
    /// Whether that is all of it.
    pub complete: Completeness,
    /// The totals.
    pub summary: Summary,
    /// What is judged: check files, or a draft.
    pub written_in: WrittenIn,
}

/// Whether the run passed, and the rule that decided. Where several statuses hold: usage before incomplete before failed before
/// nothing.
pub(super) fn decide(ended: &Ended<'_>, rules: Rules) -> Gate {
    let broken = broken(ended.diagnostics);
    let failures = failures(ended.results, ended.diagnostics);
    let (status, rule) = if broken > 0 {
        let mut parts = vec![plural(broken, "error", "errors")];
        parts.extend(failures);
        (Status::Usage, format!("{}; what cannot be read fails the run", parts.join(", ")))
    } else if ended.complete == Completeness::Incomplete {
        (Status::Incomplete, "an article could not be read; a verdict over a part of the corpus is none".to_owned())
    } else if !failures.is_empty() {
        let broken_rules = [Some(failing_rule(rules)), too_few(ended, rules)];
        let rule = broken_rules.into_iter().flatten().collect::<Vec<_>>().join("; ");
        (Status::Failed, format!("{}; {rule}", failures.join(", ")))
    } else if let Some(nothing) = nothing(ended) {
        (Status::Nothing, format!("{nothing}; nothing checked is a failure of its own"))
    } else if let Some(rule) = too_few(ended, rules) {
        (Status::Failed, rule)
    } else {
        (Status::Passed, passed(ended.results, rules))
    };
    Gate { passed: status == Status::Passed, rule, status }
}

/// Why nothing was checked; none where something was.
fn nothing(ended: &Ended<'_>) -> Option<&'static str> {
    let unselected = || ended.diagnostics.iter().any(|told| told.code == Code::NothingSelected);
    match ended.results {
        _ if ended.read.documents == 0 => Some("the corpus has no articles"),
        _ if unselected() => Some("no check is what was asked for"),
        [] => Some(match ended.written_in {
            WrittenIn::CheckFile => "there are no checks",
            WrittenIn::Draft => "the draft states nothing that can be held against an article",
        }),
        results if results.iter().all(is_unheard_of) => Some("no article speaks of any of it"),
        _ => None,
    }
}

/// That there are fewer checks than there have to be.
fn too_few(ended: &Ended<'_>, rules: Rules) -> Option<String> {
    let Summary { checks, unreported, unselected, .. } = ended.summary;
    let judged = checks + unreported;
    let (found, what, least) = match rules.least? {
        Least::Judged(least) => (judged, if judged == 1 { "check was judged" } else { "checks were judged" }, least),
        Least::Written(least) if judged + unselected == 1 => (1, "check is written", least),
        Least::Written(least) => (judged + unselected, "checks are written", least),
    };
    (found < least).then(|| format!("only {found} {what}; min-checks={least}"))
}

/// By which rule checks fail.
fn failing_rule(rules: Rules) -> String {
    if rules.fail_on == FailOn::default() {
        "a check fails unless its verdict is the expected one".to_owned()
    } else {
        format!("fail-on={}", rules.fail_on)
    }
}

/// Whether a part of a draft is one of which nobody speaks, and that nobody expected to be one.
fn is_unheard_of(result: &CheckResult) -> bool {
    result.judgement.verdict == Verdict::Unmentioned && result.outcome == Outcome::Warn
}

fn passed(results: &[CheckResult], rules: Rules) -> String {
    let number = |outcome: Outcome| results.iter().filter(|result| result.outcome == outcome).count();
    let mut parts = vec![if rules.fail_on == FailOn::default() {
        "every check that can fail the run has its expected verdict".to_owned()
    } else {
        format!("no check fails by fail-on={}", rules.fail_on)
    }];
    let (warned, waived, known) = (number(Outcome::Warn), number(Outcome::Waived), number(Outcome::Baseline));
    if warned > 0 {
        parts.push(plural(warned, "warning", "warnings"));
    }
    if waived > 0 {
        parts.push(format!("{waived} waived"));
    }
    if known > 0 {
        parts.push(format!("{known} in the baseline"));
    }
    parts.join(", ")
}

fn plural(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// How many checks failed, by why.
fn failures(results: &[CheckResult], diagnostics: &[Diagnostic]) -> Vec<String> {
    let failing = || results.iter().filter(|result| result.outcome == Outcome::Fail);
    let orphans = errors(diagnostics, Concern::Waiver).count();
    let number = |kind: Failing| {
        let of_checks = failing().filter(|result| Failing::of_result(result) == Some(kind)).count();
        of_checks + if kind == Failing::Stale { orphans } else { 0 }
    };
    let all = Failing::ALL.into_iter().map(|kind| (kind, number(kind)));
    all.filter(|(_, number)| *number > 0).map(|(kind, number)| kind.counted(number)).collect()
}
