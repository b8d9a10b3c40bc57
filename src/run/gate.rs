//! Totals, and the rule that decides whether a run passes.

use crate::diag::{Code, Diagnostic, Severity};
use crate::judge::{Shortfall, Verdict};

use super::result::{CheckResult, CorpusSummary, Gate, Outcome, Status, Summary};
use super::{Completeness, UNREVIEWED};

/// The totals of a run.
pub(super) fn count(results: &[CheckResult], diagnostics: &[Diagnostic]) -> Summary {
    let mut summary = Summary { checks: results.len(), errors: broken(diagnostics), ..Summary::default() };
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

/// Whether the run passed, and the rule that decided. Where several statuses hold: usage before incomplete before failed before
/// nothing.
pub(super) fn decide(
    results: &[CheckResult],
    diagnostics: &[Diagnostic],
    read: &CorpusSummary,
    complete: Completeness,
) -> Gate {
    let broken = broken(diagnostics);
    let failures = failures(results, diagnostics);
    let (status, rule) = if broken > 0 {
        let mut parts = vec![plural(broken, "error", "errors")];
        parts.extend(failures);
        (Status::Usage, format!("{}; what cannot be read fails the run", parts.join(", ")))
    } else if complete == Completeness::Incomplete {
        (Status::Incomplete, "an article could not be read; a verdict over a part of the corpus is none".to_owned())
    } else if !failures.is_empty() {
        let rule = "a check fails unless its verdict is the expected one";
        (Status::Failed, format!("{}; {rule}", failures.join(", ")))
    } else if read.documents == 0 {
        (Status::Nothing, "the corpus has no articles; nothing checked is a failure of its own".to_owned())
    } else if diagnostics.iter().any(|told| told.code == Code::NothingSelected) {
        (Status::Nothing, "no check is what was asked for; nothing checked is a failure of its own".to_owned())
    } else if results.is_empty() {
        (Status::Nothing, "there are no checks; nothing checked is a failure of its own".to_owned())
    } else if results.iter().all(is_unheard_of) {
        (Status::Nothing, "no article speaks of any of it; nothing checked is a failure of its own".to_owned())
    } else {
        (Status::Passed, passed(results))
    };
    Gate { passed: status == Status::Passed, rule, status }
}

/// Whether a part of a draft is one of which nobody speaks, and that nobody expected to be one.
fn is_unheard_of(result: &CheckResult) -> bool {
    result.judgement.verdict == Verdict::Unmentioned && result.outcome == Outcome::Warn
}

fn passed(results: &[CheckResult]) -> String {
    let number = |outcome: Outcome| results.iter().filter(|result| result.outcome == outcome).count();
    let mut parts = vec!["every check that can fail the run has its expected verdict".to_owned()];
    let (warned, waived) = (number(Outcome::Warn), number(Outcome::Waived));
    if warned > 0 {
        parts.push(plural(warned, "warning", "warnings"));
    }
    if waived > 0 {
        parts.push(format!("{waived} waived"));
    }
    parts.join(", ")
}

fn plural(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// How many checks failed, by why.
fn failures(results: &[CheckResult], diagnostics: &[Diagnostic]) -> Vec<String> {
    let failing = || results.iter().filter(|result| result.outcome == Outcome::Fail);
    let number = |wanted: Kind| failing().filter(|result| kind(result) == Some(wanted)).count();
    let orphans = errors(diagnostics, Concern::Waiver).count();
    let kinds = [
        (number(Kind::Verdict(Verdict::Contradicted)), "contradicted", "contradicted"),
        (number(Kind::Verdict(Verdict::Disputed)), "disputed", "disputed"),
        (number(Kind::Verdict(Verdict::Ambiguous)), "ambiguous", "ambiguous"),
        (number(Kind::Verdict(Verdict::Unmentioned)), "unmentioned", "unmentioned"),
        (number(Kind::Unexpected), "not as expected", "not as expected"),
        (number(Kind::Quorum), "with too few sources", "with too few sources"),
        (number(Kind::Stale) + orphans, "stale waiver", "stale waivers"),
    ];
    kinds.iter().filter(|(number, _, _)| *number > 0).map(|(number, one, many)| plural(*number, one, many)).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Verdict(Verdict),
    Unexpected,
    Quorum,
    Stale,
}

fn kind(result: &CheckResult) -> Option<Kind> {
    Some(match result.shortfall.as_ref()? {
        Shortfall::Verdict if result.judgement.verdict == Verdict::Supported => Kind::Unexpected,
        Shortfall::Verdict => Kind::Verdict(result.judgement.verdict),
        Shortfall::Unexpected(_) | Shortfall::NotSingle => Kind::Unexpected,
        Shortfall::Quorum { .. } => Kind::Quorum,
        Shortfall::WaiverUnneeded(_)
        | Shortfall::WaiverExpired(_)
        | Shortfall::AllowanceUnneeded(_)
        | Shortfall::AllowanceExpired(_) => Kind::Stale,
    })
}
