//! `allow`: contradictions that an editor has decided to live with, until a day.

use jiff::civil::Date;

use crate::check::{Allowance, Assertion, Waiver};
use crate::corpus::Corpus;
use crate::judge::{Evidence, Judgement, Passages, Shortfall, Stance, Verdict};

use super::Judge;

/// A judgement after the allowances of its check.
pub(super) struct Allowed {
    /// With the allowed contradictions left open.
    pub judgement: Judgement,
    /// An allowance that is stale.
    pub stale: Option<Shortfall>,
    /// The allowance that was made use of.
    pub used: Option<Waiver>,
}

/// What allowances are applied with.
pub(super) struct Setting<'a> {
    /// `allow`.
    pub allowances: &'a [Allowance],
    /// The articles.
    pub corpus: &'a Corpus,
    /// Today.
    pub today: Date,
    /// Judges again, some passages left aside.
    pub again: &'a Judge<'a>,
}

/// Judges again without the contradictions that are allowed, and finds allowances that are stale.
pub(super) fn apply(assertion: &Assertion, judgement: Judgement, setting: &Setting<'_>) -> Allowed {
    let mut allowed = Allowed { judgement, stale: None, used: None };
    let mut holding = Vec::new();
    for allowance in setting.allowances.iter().filter(|allowance| allowance.check == assertion.id) {
        let waiver = &allowance.waiver;
        if !allowed.judgement.evidence.iter().any(|piece| speaks_against(setting.corpus, allowance, piece)) {
            allowed.stale = Some(Shortfall::AllowanceUnneeded(waiver.clone()));
        } else if setting.today > waiver.until {
            allowed.stale = Some(Shortfall::AllowanceExpired(waiver.clone()));
        } else {
            holding.push(allowance);
            allowed.used = Some(waiver.clone());
        }
    }
    if !holding.is_empty() {
        allowed.judgement = without(assertion, allowed.judgement, &holding, setting);
    }
    allowed
}

fn speaks_against(corpus: &Corpus, allowance: &Allowance, piece: &Evidence) -> bool {
    let document = corpus.documents.get(piece.document);
    piece.stance == Stance::Contradicts && document.is_some_and(|document| document.goes_by(&allowance.document))
}

/// Judges without the allowed passages, until none is left that the new judgement brings up; they are shown with it, and left open.
fn without(assertion: &Assertion, judgement: Judgement, allowances: &[&Allowance], setting: &Setting<'_>) -> Judgement {
    let (mut left_out, mut shown, mut current) = (Passages::new(), Vec::new(), judgement);
    loop {
        let before = left_out.len();
        for piece in &current.evidence {
            let allowance = allowances.iter().find(|allowance| speaks_against(setting.corpus, allowance, piece));
            let Some(allowance) = allowance else { continue };
            if left_out.insert((piece.document, piece.passage)) {
                shown.push(left_open(piece, &allowance.waiver));
            }
        }
        if left_out.len() == before {
            break;
        }
        current = (setting.again)(assertion, &left_out);
    }
    if current.verdict == Verdict::Unmentioned {
        current.verdict = Verdict::Ambiguous;
        current.reason = "nothing else speaks of it, once what is allowed is left out".to_owned();
    }
    current.evidence.extend(shown);
    current
}

fn left_open(piece: &Evidence, waiver: &Waiver) -> Evidence {
    let reason = format!("{} (allowed until {}: {})", piece.reason, waiver.until, waiver.because);
    Evidence { stance: Stance::Compatible, reason, ..piece.clone() }
}
