//! Numbers that one sentence tells of two: of an event, and of those who are counted. "Two firefighters died in the fire" is borne out by
//! what is told of the fire, or of firefighters.

use super::Verdict;
use super::claims::Part;
use crate::extract::Fact;

/// Whether a fact tells of an event what another tells of those who are counted.
fn are_twins(event: &Fact, counted: &Fact) -> bool {
    let (own, theirs) = (&event.statement, &counted.statement);
    event.quantity.is_some()
        && event.quantity == counted.quantity
        && own.value == theirs.value
        && own.measure == theirs.measure
        && own.subject.members.is_none()
        && theirs.subject.members.is_some()
}

/// How many of some facts tell again what another does.
pub fn again(facts: &[&Fact]) -> usize {
    let is_again = |counted: &&&Fact| facts.iter().any(|event| are_twins(event, counted));
    facts.iter().filter(is_again).count()
}

/// Leaves one of two such parts: that which is borne out, else that of which more can be told; and of two alike that of the event.
pub fn settle(facts: &mut Vec<&Fact>, parts: &mut Vec<Part>) {
    let rank = |part: &Part| match part.judgement.verdict {
        Verdict::Supported => 3,
        Verdict::Contradicted | Verdict::Disputed => 2,
        Verdict::Ambiguous => 1,
        Verdict::Unmentioned => 0,
    };
    let pairs = (0..facts.len()).flat_map(|event| (0..facts.len()).map(move |counted| (event, counted)));
    let twins: Vec<(usize, usize)> =
        pairs.filter(|(event, counted)| are_twins(facts[*event], facts[*counted])).collect();
    let lesser = |(event, counted): (usize, usize)| {
        if rank(&parts[counted]) > rank(&parts[event]) { event } else { counted }
    };
    let mut left: Vec<usize> = twins.into_iter().map(lesser).collect();
    left.sort_unstable();
    left.dedup();
    for at in left.into_iter().rev() {
        facts.remove(at);
        parts.remove(at);
    }
}
