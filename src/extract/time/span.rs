//! Spans with two ends: "from 2025 to 2028", "between March and May", "2019–2021".

use super::{Found, date, edge, simple};
use super::{calendar, year};
use crate::extract::mention::TimeType;
use crate::extract::reading::Reading;
use crate::value::Days;

/// Makes a span of a date where a second one follows that ends it.
pub(super) fn extend(reading: &Reading<'_>, found: Found, free: usize) -> Found {
    if found.mention.sort != TimeType::Date {
        return found;
    }
    joined(reading, &found, free).unwrap_or(found)
}

fn joined(reading: &Reading<'_>, first: &Found, free: usize) -> Option<Found> {
    let before = first.start.checked_sub(1).filter(|&before| before >= free)?;
    let opener = ["between", "from"].iter().copied().find(|word| reading.reads(before, word));
    joined_by(reading, first, opener)
        .map(|found| if opener.is_some() { Found { start: before, ..found } } else { found })
}

fn joined_by(reading: &Reading<'_>, first: &Found, opener: Option<&str>) -> Option<Found> {
    let at = first.end;
    let dash = matches!(reading.slice(at), "-" | "–" | "—") && reading.glued(at) == reading.glued(at + 1);
    let word = match opener {
        Some("between") => reading.reads(at, "and"),
        Some(_) => reading.reads_one_of(at, &["to", "until", "till", "through"]),
        None => reading.reads_one_of(at, &["to", "through"]),
    };
    if !dash && !word {
        return None;
    }
    let second = short(reading, first, at + 1)
        .filter(|_| dash)
        .or_else(|| simple(reading, at + 1, at + 1).map(|found| edge::around(reading, found, at + 1)))?;
    if second.mention.sort != TimeType::Date || second.start != at + 1 || (opener.is_none() && !is_absolute(&second)) {
        return None;
    }
    let (from, to) = (first.mention.value.as_deref()?, second.mention.value.as_deref()?);
    let days = first
        .mention
        .days
        .zip(second.mention.days)
        .map(|(from, to)| Days::span(from, to))
        .filter(|days| !days.is_empty())?;
    Some(Found::new(first.start, second.end, date(Some(format!("{from}/{to}")), Some(days))))
}

/// Whether a date names a year or a day of its own, so that a bare "to" before it makes a span.
fn is_absolute(found: &Found) -> bool {
    found
        .mention
        .value
        .as_deref()
        .is_some_and(|value| value.starts_with(|c: char| c.is_ascii_digit()) && !value.contains('W'))
}

/// "2025-28".
fn short(reading: &Reading<'_>, first: &Found, at: usize) -> Option<Found> {
    let first_year: i16 = first.mention.value.as_deref().filter(|value| value.len() == 4)?.parse().ok()?;
    if !year::is_short_end(reading, at, first_year) {
        return None;
    }
    let last: i16 = reading.slice(at).parse().ok()?;
    let (value, days) = calendar::year(first_year / 100 * 100 + last)?;
    Some(Found::new(at, at + 1, date(Some(value), Some(days))))
}
