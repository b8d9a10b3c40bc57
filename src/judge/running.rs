//! Measures that run: a death toll, votes counted. A later report supersedes an earlier one, which is then compatible with anything.

use jiff::civil::Date;

use super::Bench;
use super::align::Candidate;
use crate::check::Operand;
use crate::statement::Value;

/// Why an earlier report says nothing any more.
pub const SUPERSEDED: &str = "an earlier report, superseded by a later one";

/// Whether the vocabulary marks a measure so.
pub fn is_running(bench: &Bench<'_>, measure: &str) -> bool {
    bench.index.vocabulary.measures.iter().any(|entry| entry.running && entry.name.eq_ignore_ascii_case(measure))
}

/// The day of the last report that counts, among those of one event; none for a measure that does not run, or without dates.
pub fn latest<'c>(
    bench: &Bench<'_>,
    operand: &Operand,
    facts: impl Iterator<Item = &'c Candidate<'c>>,
) -> Option<Date> {
    if !is_running(bench, &operand.statement.measure.name) {
        return None;
    }
    let limit = operand.statement.qualifiers.as_of.and_then(|days| days.last);
    facts.filter_map(|fact| published(bench, fact)).filter(|day| limit.is_none_or(|limit| *day <= limit)).max()
}

/// What a passage is worth beside the last report that counts: nothing where it is of another day; the reason says so. Words tell of
/// one deed each, and no later ones take their place.
pub fn superseded(bench: &Bench<'_>, fact: &Candidate<'_>, latest: Option<Date>) -> Option<&'static str> {
    let latest = latest.filter(|_| !is_told_in_words(fact))?;
    match published(bench, fact) {
        Some(day) if day == latest => None,
        Some(day) if day > latest => Some("a later report than the one that is asked for"),
        Some(_) | None => Some(SUPERSEDED),
    }
}

fn is_told_in_words(fact: &Candidate<'_>) -> bool {
    matches!(fact.found.fact.statement.value, Some(Value::Text(_) | Value::List(_)))
}

fn published(bench: &Bench<'_>, fact: &Candidate<'_>) -> Option<Date> {
    bench.index.document(fact.found.document).published
}
