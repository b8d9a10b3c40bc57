//! Numbers whose noun is not said again: "400 jobs, including 150 in Lund", "120 posts but will cut 90". A count does not exclude a number
//! that stands bare behind it in its sentence: that may be of the same things.

use super::Bench;
use super::align::Candidate;
use crate::extract::{Mention, MentionKind};
use crate::source::Span;
use crate::statement::Value;
use crate::value::{Dimension, Quantity};

/// Whether the sentence of a count goes on to the asserted number, without a noun.
pub fn is_told(bench: &Bench<'_>, candidate: &Candidate<'_>, asked: &Value) -> bool {
    let fact = candidate.found.fact;
    let (Some(Value::Quantity(own)), Value::Quantity(asked)) = (&fact.statement.value, asked) else { return false };
    let Some(reading) = bench.index.readings.get(candidate.found.document) else { return false };
    let sentence = reading.sentences.get(fact.sentence).copied().unwrap_or(fact.passage);
    let mut behind = reading.positions_within(Span { start: fact.focus.end, ..sentence });
    // "3,000 more than in 2023" is a figure of nothing.
    let is_figure = |at: usize| reading.facts.iter().any(|fact| fact.quantity == Some(at));
    own.unit.dimension == Dimension::Count && behind.any(|at| is_bare(&reading.mentions[at], asked) && is_figure(at))
}

fn is_bare(mention: &Mention, asked: &Quantity) -> bool {
    let MentionKind::Quantity(own) = &mention.kind else { return false };
    own.quantity.unit.dimension == Dimension::Number && own.quantity.amount.nominal == asked.amount.nominal
}
