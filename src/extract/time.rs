//! Times: dates, spans of dates, times of day, lengths of time, and what comes round.
//!
//! A span with two ends ("from 2025 to 2028") is one mention, whose value is the ISO interval `2025/2028`. A length that is anchored on
//! the document's day ("the next five years") has both a length and the days it covers. A preposition before a time is not part of it.

mod absolute;
mod calendar;
mod capital;
mod clock;
mod closest;
mod duration;
mod edge;
mod feast;
mod holiday;
mod hours;
mod moon;
mod nth;
mod numeric;
mod period;
mod reach;
mod recurring;
mod relative;
mod span;
mod tense;
mod told;
mod weekdays;
mod year;

use super::mention::{TimeMention, TimeType};
use super::reading::Reading;
use crate::value::Days;

pub(super) use clock::{of_day, of_value as clock_of};
pub(super) use told::Told;

/// A time of a sentence: tokens `start..end`.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub mention: TimeMention,
    /// Whether its year is said, not inferred.
    pub dated: bool,
    /// What it is seen from, where that is not the document's day.
    tie: Option<told::Tie>,
}

impl Found {
    fn new(start: usize, end: usize, mention: TimeMention) -> Self {
        Self { start, end, mention, dated: false, tie: None }
    }

    fn dated(mut self) -> Self {
        self.dated = true;
        self
    }

    fn tied(mut self, tie: told::Tie) -> Self {
        self.tie = Some(tie);
        self
    }
}

/// A date with its value and days; both may be unknown.
fn date(value: Option<String>, days: Option<Days>) -> TimeMention {
    TimeMention { sort: TimeType::Date, value, days, length: None }
}

/// Reads the time that begins at a place; nothing before `free` may be taken back into it.
pub(super) fn read(reading: &Reading<'_>, at: usize, free: usize) -> Option<Found> {
    if let Some(found) = hours::in_part(reading, at, free) {
        return Some(found);
    }
    let found = simple(reading, at, free)?;
    if found.mention.sort == TimeType::Time {
        return Some(hours::extend(reading, found, free));
    }
    let found = edge::around(reading, found, free);
    Some(span::extend(reading, found, free))
}

/// Reads the time that is a row of words of its own: a holiday, "in the past".
pub(super) fn read_row(reading: &Reading<'_>, at: usize) -> Option<Found> {
    holiday::read(reading, at).or_else(|| relative::reference(reading, at))
}

/// A time without its edges ("early") and without a second end.
fn simple(reading: &Reading<'_>, at: usize, free: usize) -> Option<Found> {
    let entry = reading.entry(at);
    let counts = reading.is_number(at) || entry.may_be_number();
    let near = counts || entry.has(reading.known().nearest) || entry.has(reading.known().weekday);
    near.then(|| closest::read(reading, at))
        .flatten()
        .or_else(|| holiday::read(reading, at))
        .or_else(|| (counts || entry.has(reading.known().previous)).then(|| nth::read(reading, at)).flatten())
        .or_else(|| (counts || entry.has(reading.known().clock)).then(|| clock::read(reading, at)).flatten())
        .or_else(|| absolute::read(reading, at))
        .or_else(|| relative::read(reading, at))
        .or_else(|| duration::read(reading, at, free))
}
