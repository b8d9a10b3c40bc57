//! Numbers that are off by little: a check that is contradicted by such alone passes or warns, and says so.

use crate::check::Level;
use crate::judge::{Advice, AdviceKind, Shortfall, Stance, Verdict};
use crate::value::Number;

use super::result::{CheckResult, Outcome};

/// How far a number may be from the asserted one, as a share of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tolerance {
    /// What deviates by less passes.
    pub warn: Number,
    /// What deviates by more fails; what lies between warns.
    pub fail: Number,
}

impl Tolerance {
    /// The result under this tolerance: the same where it is not contradicted, where something else than a number says otherwise, and where
    /// a waiver or an expectation has a say in it.
    pub(super) fn apply(self, result: CheckResult) -> CheckResult {
        let CheckResult { assertion, shortfall, .. } = &result;
        let plain =
            *shortfall == Some(Shortfall::Verdict) && assertion.known_wrong.is_none() && assertion.needs.is_none();
        let Some(off) = deviation(&result).filter(|_| plain) else { return result };
        let (warn, fail) = (percent(self.warn), percent(self.fail));
        let off_by = percent(off);
        if off < self.warn {
            let why = format!("off by {off_by}: less than {warn} passes");
            return passing(result, why);
        }
        let (outcome, level, rule) = if off > self.fail {
            (result.outcome, result.assertion.level, format!("more than {fail} fails"))
        } else {
            let level = result.assertion.level.max(Level::Warn);
            (Outcome::Warn, level, format!("not more than {fail} warns"))
        };
        let mut result = CheckResult { outcome, outcome_reason: Some(format!("off by {off_by}: {rule}")), ..result };
        result.assertion.level = level;
        result
    }
}

/// A check that passes all the same, which is told as advice.
fn passing(mut result: CheckResult, why: String) -> CheckResult {
    result.judgement.advice.push(Advice { kind: AdviceKind::Deviation, text: why.clone() });
    CheckResult { outcome: Outcome::Pass, outcome_reason: Some(why), shortfall: None, ..result }
}

/// By how much the numbers that say otherwise are off, at most; none where anything else says otherwise.
fn deviation(result: &CheckResult) -> Option<Number> {
    let judgement = &result.judgement;
    if !matches!(judgement.verdict, Verdict::Contradicted | Verdict::Disputed) {
        return None;
    }
    let contradicting = judgement.evidence.iter().filter(|evidence| evidence.stance == Stance::Contradicts);
    contradicting.map(|evidence| evidence.deviation).collect::<Option<Vec<Number>>>()?.into_iter().max()
}

/// A share in percent, as people write it; what no short decimal ends is told as being about that.
fn percent(share: Number) -> String {
    let hundredth = Number::ratio(1, 100).unwrap_or(Number::ZERO);
    let Some(percent) = share.over(hundredth) else { return format!("{share} of it") };
    match percent.round_to(hundredth) {
        Some(short) if short == percent => format!("{} %", percent.grouped()),
        Some(short) => format!("about {} %", short.grouped()),
        None => format!("{} %", percent.grouped()),
    }
}
