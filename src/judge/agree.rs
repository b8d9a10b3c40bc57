//! `sources agree on …`: what the sources say is compatible, whatever it is: numbers, dates, deadlines, roles, places, lists.

use std::collections::BTreeSet;

use super::align::{Candidate, Tie, candidates};
use super::decide::{Opinion, judgement};
use super::holds::{Asked, Hearing, evidence};
use super::qualify::Qualifier;
use super::signs::is_plain;
use super::texts::{Part, event_operand, event_part};
use super::{Bench, Evidence, Judgement, Rule, Stance, Verdict, nearest, roles, stated, times, words};
use crate::check::Operand;
use crate::index::{Containment, Kinship};
use crate::statement::{Members, Value};
use crate::value::{Fit, Reason, Relation, compare};

/// Judges agreement: supported with two lineages that are compatible, disputed where they are not, unmentioned with fewer. What is told
/// of one event is held against what is told of the same.
pub fn judge(bench: &Bench<'_>, operand: &Operand) -> Judgement {
    let asked = Asked { operand, relation: Relation::Equal, value: None, value_span: None, verbs: &[], sort: None };
    let mut events = told(bench, &asked);
    events.retain(|facts| lineages(bench, facts).len() > 1);
    if events.is_empty() {
        let mut judgement = nearest::nothing(bench, &asked);
        judgement.reason = "fewer than two independent sources speak of it".to_owned();
        judgement.rule = Rule::Agreement;
        return judgement;
    }
    let part = event_part(&operand.statement);
    let mut opinions = Vec::new();
    let mut verdict = Verdict::Supported;
    for facts in &events {
        let odd = odd_one(bench, part, facts);
        if odd.is_some() {
            verdict = Verdict::Disputed;
        }
        let about = |at: usize| odd.filter(|(odd, _)| *odd == at).map(|(_, about)| about);
        opinions.extend(facts.iter().enumerate().map(|(at, fact)| opinion(bench, operand, fact, about(at))));
    }
    let named = operand.statement.measure.name == "role";
    if named && verdict == Verdict::Supported && !events.iter().any(|facts| name_one_office(bench, facts)) {
        let reason = "the sources name different offices, which somebody may hold together".to_owned();
        return judgement(opinions, Verdict::Ambiguous, Rule::Agreement, reason);
    }
    let sources: BTreeSet<usize> = events.iter().flat_map(|facts| lineages(bench, facts)).collect();
    let reason = match verdict {
        Verdict::Supported => format!("{} independent sources are compatible", sources.len()),
        Verdict::Disputed | Verdict::Contradicted | Verdict::Ambiguous | Verdict::Unmentioned => {
            "the sources exclude one another".to_owned()
        }
    };
    judgement(opinions, verdict, Rule::Agreement, reason)
}

/// Whether two sources give somebody one office.
fn name_one_office(bench: &Bench<'_>, facts: &[Candidate<'_>]) -> bool {
    let same = |one: &Candidate<'_>, two: &Candidate<'_>| {
        lineage(bench, one) != lineage(bench, two) && roles::are_one(bench, one.found, two.found)
    };
    facts.iter().enumerate().any(|(at, one)| facts[..at].iter().any(|two| same(one, two)))
}

fn lineages(bench: &Bench<'_>, facts: &[Candidate<'_>]) -> BTreeSet<usize> {
    facts.iter().map(|fact| lineage(bench, fact)).collect()
}

fn lineage(bench: &Bench<'_>, fact: &Candidate<'_>) -> usize {
    bench.index.document(fact.found.document).lineage
}

/// What the sources tell, by events.
fn told<'a>(bench: &Bench<'a>, asked: &Asked<'_>) -> Vec<Vec<Candidate<'a>>> {
    let statement = &asked.operand.statement;
    if roles::is_office(bench, &statement.measure.name) {
        return vec![roles::told(bench, statement)];
    }
    let operand = match event_part(statement) {
        Some(_) => event_operand(bench, asked.operand),
        None => asked.operand.clone(),
    };
    let asked = Asked { operand: &operand, ..*asked };
    let all: Vec<Candidate<'a>> = candidates(bench, &operand.statement, None, &[])
        .into_iter()
        .filter(|fact| fact.tie != Tie::Member && is_plain(&fact.found.fact.statement))
        .collect();
    let is_text =
        |fact: &Candidate<'_>| matches!(fact.found.fact.statement.value, Some(Value::Text(_) | Value::List(_)));
    // A sentence with a number is read both ways; the number tells more.
    let (texts, values): (Vec<_>, Vec<_>) = all.into_iter().partition(is_text);
    let picked = Hearing::new(bench, &asked, if values.is_empty() { texts } else { values }).picked_facts();
    picked.into_iter().flat_map(|facts| by_work(bench, facts)).collect()
}

/// What is done to a thing, each work by itself: to repair a bridge and to replace it have two prices, as have the repairs of two bridges.
fn by_work<'a>(bench: &Bench<'a>, facts: Vec<Candidate<'a>>) -> Vec<Vec<Candidate<'a>>> {
    let work = |fact: &Candidate<'a>| -> Option<&'a str> {
        let subject = &fact.found.fact.statement.subject;
        subject.topic.iter().find_map(|word| bench.index.grammar.work(word))
    };
    let same = |one: &Candidate<'a>, two: &Candidate<'a>| {
        let name = |of: &Candidate<'a>| of.found.fact.statement.subject.name.as_str();
        let told = (work(one), work(two));
        let named = bench.index.names.same((one.found.document, name(one)), (two.found.document, name(two)));
        told.0 == told.1 && (told.0.is_none() || named)
    };
    let mut out: Vec<Vec<Candidate<'a>>> = Vec::new();
    for fact in facts {
        match out.iter_mut().find(|told| same(&told[0], &fact)) {
            Some(told) => told.push(fact),
            None => out.push(vec![fact]),
        }
    }
    out
}

/// What two passages differ in.
#[derive(Clone, Copy, Debug)]
enum Difference {
    Value,
    Deadline,
}

/// The first passage that excludes one before it, and in what.
fn odd_one(bench: &Bench<'_>, part: Option<Part>, facts: &[Candidate<'_>]) -> Option<(usize, Difference)> {
    (0..facts.len()).find_map(|at| {
        let difference = facts[..at].iter().find_map(|before| difference(bench, part, before, &facts[at]));
        difference.map(|difference| (at, difference))
    })
}

fn difference(bench: &Bench<'_>, part: Option<Part>, one: &Candidate<'_>, two: &Candidate<'_>) -> Option<Difference> {
    let values = match part {
        Some(Part::Place) => elsewhere(bench, one, two),
        // Somebody may have several partners and purposes, and a passage needs not name them all.
        Some(Part::Partner | Part::Purpose) => false,
        None => values_exclude(bench, one, two) || lists_exclude(bench, one, two),
    };
    let deadlines = || part.is_none() && deadlines_exclude(bench, one, two);
    if values { Some(Difference::Value) } else { deadlines().then_some(Difference::Deadline) }
}

fn values_exclude(bench: &Bench<'_>, one: &Candidate<'_>, two: &Candidate<'_>) -> bool {
    match (&one.found.fact.statement.value, &two.found.fact.statement.value) {
        (Some(Value::Quantity(one)), Some(Value::Quantity(two)))
            if one.amount.nominal.is_some() && two.amount.nominal.is_some() =>
        {
            let both =
                [compare(one, Relation::Equal, two, bench.policy), compare(two, Relation::Equal, one, bench.policy)];
            both.iter().all(|comparison| comparison.fit == Fit::Contradicts)
                || both.iter().any(|comparison| matches!(comparison.reason, Reason::MagnitudeSlip(_)))
        }
        (Some(Value::Days(one)), Some(Value::Days(two))) => one.excludes(two),
        (Some(Value::Text(_)), Some(Value::Text(_))) => roles::exclude(bench, one.found, two.found),
        _ => false,
    }
}

/// Two sources that give one event two deadlines disagree about it; one source may tell of two steps.
fn deadlines_exclude(bench: &Bench<'_>, one: &Candidate<'_>, two: &Candidate<'_>) -> bool {
    let deadline = |fact: &Candidate<'_>| times::due(bench, fact.found);
    let differ = deadline(one).zip(deadline(two)).is_some_and(|(one, two)| one.compare(&two) == Fit::Contradicts);
    differ && lineage(bench, one) != lineage(bench, two)
}

/// Two closed lists of which one names somebody whom the other does not.
fn lists_exclude(bench: &Bench<'_>, one: &Candidate<'_>, two: &Candidate<'_>) -> bool {
    let closed = |fact: &Candidate<'_>| {
        let members = fact.found.fact.statement.subject.members.clone();
        members.filter(|members| members.closed && fact.found.fact.statement.measure.name == "members")
    };
    let (Some(first), Some(second)) = (closed(one), closed(two)) else { return false };
    let names = |in_list: &Members, name: &String| {
        in_list.names.iter().any(|own| bench.index.names.kinship(name, two.found.document, own) != Kinship::None)
    };
    first.names.len() != second.names.len() || !first.names.iter().all(|name| names(&second, name))
}

fn elsewhere(bench: &Bench<'_>, one: &Candidate<'_>, two: &Candidate<'_>) -> bool {
    let places = |fact: &Candidate<'_>| fact.found.fact.statement.qualifiers.places.clone();
    let (here, there) = (places(one), places(two));
    let apart = |one: &String, two: &String| bench.index.places.relation(one, two) == Containment::Disjoint;
    !here.is_empty() && !there.is_empty() && here.iter().all(|one| there.iter().all(|two| apart(one, two)))
}

/// What a passage says to it: where it is the odd one, with the words that make it so.
fn opinion(bench: &Bench<'_>, operand: &Operand, candidate: &Candidate<'_>, odd: Option<Difference>) -> Opinion {
    let says = |stance| evidence(bench, candidate.found, stance, words::says(bench, candidate), 0);
    let evidence = match odd {
        None => says(Stance::Supports),
        Some(Difference::Value) => says(Stance::Contradicts),
        Some(Difference::Deadline) => {
            let reason = words::otherwise(bench, Qualifier::Deadline, candidate);
            let told = evidence(bench, candidate.found, Stance::Contradicts, reason, 0);
            let focus = stated::place(bench, Qualifier::Deadline, candidate).unwrap_or(told.focus);
            Evidence { focus, ..told }
        }
    };
    Opinion { evidence, fault: Some(operand.measure), advice: Vec::new() }
}
