//! What came nearest, where nothing speaks of an assertion.

use super::align::{Aligner, counts};
use super::holds::Asked;
use super::{Bench, Judgement, NearMiss, Rule, Verdict};
use crate::diag::nearest;
use crate::index::Found;
use crate::statement::Value;

const MOST: usize = 3;

/// Nothing speaks of it: unmentioned, with the nearest misses.
pub fn nothing(bench: &Bench<'_>, asked: &Asked<'_>) -> Judgement {
    let statement = &asked.operand.statement;
    let aligner = Aligner::new(bench, statement);
    let mut misses: Vec<NearMiss> = Vec::new();
    let facts: Vec<Found<'_>> = bench
        .index
        .facts()
        .filter(|found| counts(bench, *found) && is_number(*found) && found.fact.statement.measure.name != "count")
        .collect();
    let mut add = |how: &str, fits: &dyn Fn(&Found<'_>) -> bool| {
        let found = facts.iter().filter(|found| fits(found)).take(MOST);
        misses.extend(found.map(|found| miss(bench, *found, how)));
    };
    add("same subject, other measure", &|found| aligner.subject(*found).is_some());
    add("same measure, other subject", &|found| aligner.subject(*found).is_none() && aligner.is_measure(*found));
    misses.dedup_by(|a, b| a.place == b.place);
    let mut judgement = unmentioned(reason(bench, asked));
    misses.truncate(MOST);
    judgement.nearest = misses;
    if judgement.nearest.is_empty() {
        judgement.nearest = names(bench, &statement.subject.name);
    }
    judgement
}

fn reason(bench: &Bench<'_>, asked: &Asked<'_>) -> String {
    let statement = &asked.operand.statement;
    let (subject, measure) = (&statement.subject.name, &statement.measure.name);
    let is_name = subject.chars().next().is_some_and(char::is_uppercase);
    let known = bench.index.names.occurs(subject) || bench.index.names.group(subject).is_some();
    let near = || {
        nearest(subject, bench.index.names.occurring())
            .map(|name| format!("; did you mean `{name}`?"))
            .unwrap_or_default()
    };
    match (measure.is_empty(), known || !is_name) {
        (true, true) => format!("no article says so of {subject}"),
        (false, true) => format!("no article speaks of {measure} of {subject}"),
        (_, false) => format!("no article names `{subject}`{}", near()),
    }
}

fn is_number(found: Found<'_>) -> bool {
    matches!(found.fact.statement.value, Some(Value::Quantity(_)))
}

fn miss(bench: &Bench<'_>, found: Found<'_>, how: &str) -> NearMiss {
    NearMiss {
        place: bench.index.document(found.document).place(found.fact.focus),
        document: found.document,
        how: how.to_owned(),
    }
}

/// The passages that name somebody of nearly this name.
pub fn names(bench: &Bench<'_>, subject: &str) -> Vec<NearMiss> {
    let Some(near) = nearest(subject, bench.index.names.occurring()) else { return Vec::new() };
    let fits = |found: &Found<'_>| crate::index::name_key(&found.fact.statement.subject.name) == near;
    bench.index.facts().find(fits).map(|found| vec![miss(bench, found, "a name nearly the same")]).unwrap_or_default()
}

/// An empty answer.
pub fn unmentioned(reason: String) -> Judgement {
    Judgement {
        verdict: Verdict::Unmentioned,
        reason,
        rule: Rule::Nothing,
        fault: None,
        evidence: Vec::new(),
        derivation: Vec::new(),
        advice: Vec::new(),
        nearest: Vec::new(),
        lineages: 0,
    }
}
