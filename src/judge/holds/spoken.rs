//! Which candidates a sentence in plain English is held against.

use super::super::Bench;
use super::super::align::{Candidate, candidates, compared};
use super::super::sorts::Sort;
use super::Asked;
use crate::statement::Value;
use crate::value::Dimension;

/// The candidates; of a sentence without those that tell how much something else changed, or a number of another kind.
pub(super) fn spoken<'a>(bench: &Bench<'a>, asked: &Asked<'_>) -> Vec<Candidate<'a>> {
    let mut all = candidates(bench, &asked.operand.statement, asked.value, asked.verbs);
    let is_other = |candidate: &Candidate<'_>, sort: &Sort| {
        is_other_kind(asked, candidate) || sort.is_of_another(bench, candidate)
    };
    all.retain(|candidate| asked.sort.is_none_or(|sort| !is_other(candidate, sort)));
    let other = asked.sort.and_then(|sort| sort.tells_apart(&all));
    all.retain(|candidate| other.is_none() || candidate.found.fact.statement.modality != other);
    all
}

/// The candidates of `some`, which asks for whatever is stated, and of a sentence that tells what has been ("had 30 pilots"): with the
/// values that others are held against.
pub(super) fn stated_by_the_way<'a>(bench: &Bench<'a>, asked: &Asked<'_>) -> Vec<Candidate<'a>> {
    let mut all = spoken(bench, asked);
    let is_any = asked.verbs.is_empty() && asked.sort.is_none() || asked.sort.is_some_and(Sort::is_past);
    let is_any = is_any && !asked.sort.is_some_and(|sort| sort.is_of_open_time(bench));
    if is_any && asked.operand.statement.qualifiers.when.is_none() {
        let left = compared(bench, &asked.operand.statement, asked.value);
        // Where passages tell of the level that was left, no other one excludes it.
        if asked.sort.is_some_and(Sort::is_left) && !left.is_empty() {
            return left;
        }
        all.extend(left);
    }
    all
}

/// Whether one of the two is a count, and the other no number of things at all; or one a share, and the other none.
fn is_other_kind(asked: &Asked<'_>, candidate: &Candidate<'_>) -> bool {
    let kind = |value: Option<&Value>| match value {
        Some(Value::Quantity(quantity)) => Some(quantity.unit.dimension),
        Some(Value::Days(_) | Value::Text(_) | Value::List(_)) | None => None,
    };
    let counts = |dimension: Dimension| matches!(dimension, Dimension::Count | Dimension::Number);
    let kinds = kind(asked.value).zip(kind(candidate.found.fact.statement.value.as_ref()));
    let shares = |dimension: Dimension| matches!(dimension, Dimension::Percent | Dimension::Points);
    kinds.is_some_and(|(asked, own)| counts(asked) != counts(own) || shares(asked) != shares(own))
}
