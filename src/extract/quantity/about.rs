//! What a number is about, as far as its sentence says it.

use super::trimmed;
use super::unit::Unified;
use crate::extract::reading::Reading;
use crate::source::Span;
use crate::value::Dimension;

/// How many words a name of what a number is about has at most.
const LONGEST: usize = 8;
/// How far before a number its subject is looked for.
const REACH: usize = 60;

/// The noun phrase that the number at `start..end` is about.
pub(super) fn of(reading: &Reading<'_>, start: usize, end: usize, unit: &Unified) -> Option<Span> {
    let dimension = unit.unit.as_ref().map_or(Dimension::Number, |unit| unit.dimension);
    if dimension == Dimension::Ordinal {
        return None;
    }
    part_of(reading, end).or_else(|| described(reading, end, dimension)).or_else(|| subject(reading, start))
}

/// "5 % of the harvest": the harvest.
fn part_of(reading: &Reading<'_>, end: usize) -> Option<Span> {
    let start = reading.reads_one_of(end, &["of", "in"]).then_some(end + 1).filter(|_| reading.reads(end, "of"))?;
    let from = (start..start + 2).find(|&at| !reading.reads_one_of(at, &["the", "a", "an", "its", "their", "all"]))?;
    trimmed(reading, from, phrase_end(reading, from))
}

/// "a $5 million grant": the grant.
fn described(reading: &Reading<'_>, end: usize, dimension: Dimension) -> Option<Span> {
    if dimension == Dimension::Count {
        return None;
    }
    let start = reading.past_hyphen(end);
    trimmed(reading, start, phrase_end(reading, start))
}

/// The subject of the clause: its first noun phrase.
fn subject(reading: &Reading<'_>, start: usize) -> Option<Span> {
    let first = reading.first.max(start.saturating_sub(REACH));
    let clause = (first..start)
        .rev()
        .find(|&at| matches!(reading.slice(at), "," | ";" | ":" | "—" | "–" | "\"" | "“" | "”" | "("))
        .map_or(first, |at| at + 1);
    [clause, first].into_iter().find_map(|from| {
        let noun = (from..start).find(|&at| is_content(reading, at))?;
        trimmed(reading, noun, phrase_end(reading, noun).min(start))
    })
}

fn phrase_end(reading: &Reading<'_>, from: usize) -> usize {
    let mut at = from;
    while at < from + LONGEST
        && (is_content(reading, at)
            || reading.is_hyphen(at)
            || (reading.is_number(at) && at > from && reading.glued(at)))
    {
        at += 1;
    }
    at
}

fn is_content(reading: &Reading<'_>, at: usize) -> bool {
    let known = reading.known();
    let entry = reading.entry(at);
    let verb = (entry.has(known.up) || entry.has(known.down)) && !reading.is_capitalised(at);
    reading.is_word(at) && !entry.has(known.phrase_end) && !verb && !reading.slice(at).starts_with(['\'', '’'])
}
