//! What sort of a thing is counted: 40,000 electric cars are no figure of all cars, nor the cars one of the electric ones.

use super::Bench;
use super::align::Candidate;
use crate::extract::{Grammar, Mention, MentionKind, singular};
use crate::text::tokenize;
use crate::value::Dimension;

/// The words between a number and the noun that it counts, in lower case and singular.
pub fn sort(grammar: &Grammar, text: &str, mention: &Mention) -> Vec<String> {
    let MentionKind::Quantity(quantity) = &mention.kind else { return Vec::new() };
    let behind = text.get(quantity.number.end as usize..mention.span.end as usize).unwrap_or_default();
    let words = tokenize(behind).into_iter().map(|token| token.span.slice(behind));
    let mut words: Vec<String> = words
        .filter(|word| word.chars().all(char::is_alphabetic) && !grammar.is_function_word(word))
        .map(|word| singular(&word.to_lowercase()))
        .collect();
    words.pop();
    if quantity.quantity.unit.dimension == Dimension::Count { words } else { Vec::new() }
}

/// The first word of an asserted sort that a passage does not say of what it counts.
pub fn unsaid<'s>(bench: &Bench<'_>, asked: &'s [String], candidate: &Candidate<'_>) -> Option<&'s str> {
    let own = of(bench, candidate);
    let forms = &candidate.found.fact.statement.measure.forms;
    asked.iter().find(|word| !own.contains(word) && !forms.contains(word)).map(String::as_str)
}

/// Whether a passage counts a sort of what is asserted.
pub fn is_narrower(bench: &Bench<'_>, asked: &[String], candidate: &Candidate<'_>) -> bool {
    of(bench, candidate).iter().any(|word| !asked.contains(word))
}

fn of(bench: &Bench<'_>, candidate: &Candidate<'_>) -> Vec<String> {
    let found = candidate.found;
    let mentions = bench.index.readings.get(found.document).map_or(&[][..], |reading| &reading.mentions);
    let mention = found.fact.quantity.and_then(|at| mentions.get(at));
    let text = &bench.index.document(found.document).text;
    mention.map(|mention| sort(bench.index.grammar, text, mention)).unwrap_or_default()
}
