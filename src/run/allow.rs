//! `allow`: contradictions that an editor has decided to live with, until a day.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::{Allowance, Assertion, Waiver};
use crate::corpus::{Corpus, Document};
use crate::diag::{Code, Diagnostic, Label, nearest};
use crate::judge::{Evidence, Judgement, Rule, Shortfall, Stance, Tally, Verdict};

/// A judgement after the allowances of its check.
pub(super) struct Allowed {
    /// With the allowed contradictions left open.
    pub judgement: Judgement,
    /// An allowance that is stale.
    pub stale: Option<Shortfall>,
    /// The allowance that was made use of.
    pub used: Option<Waiver>,
}

/// Leaves the contradictions open that are allowed, and finds allowances that are stale.
pub(super) fn apply(
    assertion: &Assertion,
    judgement: Judgement,
    allowances: &[Allowance],
    corpus: &Corpus,
    today: Date,
) -> Allowed {
    let mut allowed = Allowed { judgement, stale: None, used: None };
    for allowance in allowances.iter().filter(|allowance| allowance.check == assertion.id) {
        let waiver = &allowance.waiver;
        let speaks_against = |evidence: &Evidence| {
            evidence.stance == Stance::Contradicts
                && corpus.documents.get(evidence.document).is_some_and(|document| names(&allowance.document, document))
        };
        if !allowed.judgement.evidence.iter().any(speaks_against) {
            allowed.stale = Some(Shortfall::AllowanceUnneeded(waiver.clone()));
        } else if today > waiver.until {
            allowed.stale = Some(Shortfall::AllowanceExpired(waiver.clone()));
        } else {
            leave_open(&mut allowed.judgement, speaks_against, waiver);
            allowed.used = Some(waiver.clone());
        }
    }
    allowed
}

/// An allowance is for a check; one whose check is not there allows nothing.
pub(super) fn unknown_checks<'a>(allowances: &[Allowance], ids: impl Iterator<Item = &'a str>) -> Vec<Diagnostic> {
    let ids: BTreeSet<&str> = ids.collect();
    allowances
        .iter()
        .filter(|allowance| !ids.contains(allowance.check.as_str()))
        .map(|allowance| {
            let message = format!("`allow` names a check that is not there: `{}`", allowance.check);
            let help = match nearest(&allowance.check, ids.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? else delete the line"),
                None => "delete the line, or give the check that id with `check ID` above it".to_owned(),
            };
            let label = Label::primary(allowance.waiver.place, "no such check in this run");
            Diagnostic::error(Code::WaiverStale, message).at(label).help(help)
        })
        .collect()
}

fn names(name: &str, document: &Document) -> bool {
    document.id == name || document.publisher.as_deref() == Some(name)
}

fn leave_open(judgement: &mut Judgement, allowed: impl Fn(&Evidence) -> bool, waiver: &Waiver) {
    for evidence in judgement.evidence.iter_mut().filter(|evidence| allowed(evidence)) {
        evidence.stance = Stance::Compatible;
        evidence.reason = format!("{} (allowed until {}: {})", evidence.reason, waiver.until, waiver.because);
    }
    let before = judgement.verdict;
    judgement.verdict = recount(judgement);
    if judgement.verdict != before {
        judgement.fault = None;
        judgement.reason = format!("{}, once what is allowed is left out", judgement.verdict.name());
    }
}

/// The verdict of what is left. `never` asks for nothing but the absence of contradiction.
fn recount(judgement: &Judgement) -> Verdict {
    match (judgement.rule, Tally::of(&judgement.evidence).verdict()) {
        (Rule::Never, Verdict::Ambiguous) => Verdict::Supported,
        (_, verdict) => verdict,
    }
}
