//! What a judgement means for the gate: expectation, quorum, waivers, severity.

use crate::check::{Assertion, Expectation, Level, VerdictName, Waiver};
use crate::judge::{Judgement, Shortfall, Verdict};

use super::Terms;
use super::allow::Allowed;
use super::result::{CheckResult, Outcome};
use super::rules::{Failing, Rules};

/// The outcome of one check, under the rules of the run.
pub(super) fn decide(assertion: Assertion, allowed: Allowed, terms: &Terms) -> CheckResult {
    let result = by_itself(assertion, allowed, terms);
    let result = match terms.rules.tolerance {
        Some(tolerance) => tolerance.apply(result),
        None => result,
    };
    under(terms.rules, result)
}

/// The same where every shortfall counts as its check says.
fn by_itself(assertion: Assertion, allowed: Allowed, terms: &Terms) -> CheckResult {
    let Allowed { judgement, stale, used } = allowed;
    let short = shortfall(&assertion, &judgement);
    let (outcome, shortfall, reason) = match (short, assertion.known_wrong.clone(), stale) {
        (None, Some(waiver), _) => (Outcome::Fail, Some(Shortfall::WaiverUnneeded(waiver)), None),
        (Some(_), Some(waiver), _) if terms.today > waiver.until => {
            (Outcome::Fail, Some(Shortfall::WaiverExpired(waiver)), None)
        }
        (Some(short), Some(waiver), None) => (Outcome::Waived, Some(short), Some(until("known wrong", &waiver))),
        (_, _, Some(stale)) => (Outcome::Fail, Some(stale), None),
        (Some(short), None, None) => (by_level(assertion.level), Some(short), None),
        (None, None, None) => match used {
            Some(waiver) => (Outcome::Waived, None, Some(until("contradiction allowed", &waiver))),
            None => (Outcome::Pass, None, None),
        },
    };
    let outcome_reason = reason.or_else(|| shortfall.as_ref().and_then(|short| in_words(short, &judgement)));
    CheckResult { assertion, judgement, outcome, outcome_reason, shortfall }
}

fn until(what: &str, waiver: &Waiver) -> String {
    format!("{what} until {}: {}", waiver.until, waiver.because)
}

fn by_level(level: Level) -> Outcome {
    match level {
        Level::Error => Outcome::Fail,
        Level::Warn | Level::Note => Outcome::Warn,
    }
}

/// A result as the rules of the run have it: what fails no run is a warning, and a warning may fail it. Its level says which.
fn under(rules: Rules, result: CheckResult) -> CheckResult {
    let fails = Failing::of_result(&result).is_some_and(|kind| rules.fail_on.has(kind));
    let (outcome, level) = match (result.outcome, result.assertion.level) {
        (Outcome::Fail, _) if fails => (Outcome::Fail, Level::Error),
        (Outcome::Fail, _) => (Outcome::Warn, Level::Warn),
        (Outcome::Warn, Level::Warn) if fails && rules.fail_on.has(Failing::Warn) => (Outcome::Fail, Level::Error),
        (outcome @ (Outcome::Pass | Outcome::Warn | Outcome::Waived | Outcome::Baseline), level) => (outcome, level),
    };
    CheckResult { outcome, assertion: Assertion { level, ..result.assertion }, ..result }
}

/// Why the check does not pass, waivers aside; none where it does.
fn shortfall(assertion: &Assertion, judgement: &Judgement) -> Option<Shortfall> {
    let needed = assertion.needs.filter(|needed| judgement.lineages < *needed);
    match (assertion.expect, judgement.verdict) {
        (Expectation::Unsaid | Expectation::Verdict(VerdictName::Supported), Verdict::Supported) => {
            needed.map(|needed| Shortfall::Quorum { needed })
        }
        (Expectation::Unsaid | Expectation::Verdict(VerdictName::Supported), _) => Some(Shortfall::Verdict),
        (Expectation::SingleSource, Verdict::Supported) => {
            (judgement.lineages >= assertion.needs.unwrap_or(2)).then_some(Shortfall::NotSingle)
        }
        (Expectation::SingleSource, _) => Some(Shortfall::NotSingle),
        (Expectation::Verdict(expected), verdict) => {
            (Verdict::from(expected) != verdict).then_some(Shortfall::Unexpected(expected))
        }
    }
}

/// The shortfall in words, where the verdict alone does not say it.
fn in_words(shortfall: &Shortfall, judgement: &Judgement) -> Option<String> {
    match shortfall {
        Shortfall::Verdict => None,
        Shortfall::Unexpected(expected) => Some(format!("expected {}", Verdict::from(*expected).name())),
        Shortfall::NotSingle => Some("expected a single source".to_owned()),
        Shortfall::Quorum { needed } => Some(format!("needs {needed} independent sources, has {}", judgement.lineages)),
        Shortfall::WaiverUnneeded(waiver) => Some(format!("`known-wrong` until {} is no longer needed", waiver.until)),
        Shortfall::WaiverExpired(waiver) => Some(format!("`known-wrong` ran out on {}", waiver.until)),
        Shortfall::AllowanceUnneeded(waiver) => Some(format!("`allow` until {} is no longer needed", waiver.until)),
        Shortfall::AllowanceExpired(waiver) => Some(format!("`allow` ran out on {}", waiver.until)),
    }
}
