//! `sources agree on …`: what the sources say is compatible, whatever it is.

use super::align::{Candidate, Tie, candidates};
use super::decide::{Opinion, judgement};
use super::holds::{Asked, Hearing, evidence};
use super::signs::is_plain;
use super::{Bench, Judgement, Rule, Stance, Verdict, nearest, words};
use crate::check::Operand;
use crate::statement::Value;
use crate::value::{Fit, Reason, Relation, compare};

/// Judges agreement: supported with two lineages that are compatible, disputed where they are not, unmentioned with fewer.
pub fn judge(bench: &Bench<'_>, operand: &Operand) -> Judgement {
    let asked = Asked { operand, relation: Relation::Equal, value: None, value_span: None, verbs: &[] };
    let all: Vec<Candidate<'_>> = candidates(bench, &operand.statement, None)
        .into_iter()
        .filter(|candidate| candidate.tie != Tie::Member && is_value(candidate))
        .collect();
    let picked: Vec<Candidate<'_>> = Hearing::new(bench, &asked, all).picked_facts().into_iter().flatten().collect();
    let mut lineages: Vec<usize> =
        picked.iter().map(|candidate| bench.index.document(candidate.found.document).lineage).collect();
    lineages.sort_unstable();
    lineages.dedup();
    if lineages.len() < 2 {
        let mut judgement = nearest::nothing(bench, &asked);
        judgement.reason = "fewer than two independent sources speak of it".to_owned();
        judgement.rule = Rule::Agreement;
        return judgement;
    }
    let odd = odd_one(bench, &picked);
    let verdict = if odd.is_some() { Verdict::Disputed } else { Verdict::Supported };
    let opinions =
        picked.iter().enumerate().map(|(at, candidate)| opinion(bench, operand, candidate, odd == Some(at))).collect();
    let reason = match odd {
        Some(_) => "the sources exclude one another".to_owned(),
        None => format!("{} independent sources are compatible", lineages.len()),
    };
    judgement(opinions, verdict, Rule::Agreement, reason)
}

fn is_value(candidate: &Candidate<'_>) -> bool {
    matches!(candidate.found.fact.statement.value, Some(Value::Quantity(_)))
        && is_plain(&candidate.found.fact.statement)
}

/// The first passage that excludes one before it.
fn odd_one(bench: &Bench<'_>, picked: &[Candidate<'_>]) -> Option<usize> {
    (0..picked.len()).find(|at| picked[..*at].iter().any(|before| exclude(bench, before, &picked[*at])))
}

fn exclude(bench: &Bench<'_>, one: &Candidate<'_>, two: &Candidate<'_>) -> bool {
    match (&one.found.fact.statement.value, &two.found.fact.statement.value) {
        (Some(Value::Quantity(one)), Some(Value::Quantity(two)))
            if one.amount.nominal.is_some() && two.amount.nominal.is_some() =>
        {
            let both =
                [compare(one, Relation::Equal, two, bench.policy), compare(two, Relation::Equal, one, bench.policy)];
            both.iter().all(|comparison| comparison.fit == Fit::Contradicts)
                || both.iter().any(|comparison| matches!(comparison.reason, Reason::MagnitudeSlip(_)))
        }
        _ => false,
    }
}

fn opinion(bench: &Bench<'_>, operand: &Operand, candidate: &Candidate<'_>, odd: bool) -> Opinion {
    let stance = if odd { Stance::Contradicts } else { Stance::Supports };
    Opinion {
        evidence: evidence(bench, candidate.found, stance, words::says(bench, candidate), 0),
        fault: Some(operand.measure),
        advice: Vec::new(),
    }
}
