//! Days and weeks counted within a date: "the first Monday of March", "the last week of 2019".

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::calendar::{self, Step};
use super::{Found, absolute, date, simple};
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// Reads the counted day or week at a place.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let (end, rank) = rank(reading, at)?;
    let weekday = absolute::weekday(reading, end).and_then(calendar::weekday);
    let step = Step::at(reading, end).filter(|step| matches!(step, Step::Day | Step::Week | Step::Month));
    if weekday.is_none() && step.is_none() || !reading.reads_one_of(end + 1, &["of", "in"]) {
        return None;
    }
    let the = at > reading.first && reading.reads(at - 1, "the");
    let start = if the { at - 1 } else { at };
    let inner = &reading.deeper()?;
    let whole = simple(inner, end + 2, end + 2).or_else(|| simple(inner, end + 3, end + 3))?;
    if whole.start > end + 2 || !matches!(whole.mention.sort, crate::extract::mention::TimeType::Date) {
        return None;
    }
    let days = whole.mention.days.filter(|days| days.grain >= Grain::Month);
    let found = days.and_then(|days| counted(days, rank, weekday, step));
    let (value, days) = found.unzip();
    Some(Found::new(start, whole.end, date(value, days)))
}

/// "first", "3rd", "last": the last is the first from behind.
fn rank(reading: &Reading<'_>, at: usize) -> Option<(usize, i64)> {
    if reading.reads(at, "last") {
        return Some((at + 1, -1));
    }
    let (end, rank) = absolute::day(reading, at)?;
    let ranked = reading.is_word(end - 1);
    ranked.then_some((end, i64::from(rank)))
}

fn counted(within: Days, rank: i64, weekday: Option<Weekday>, step: Option<Step>) -> Option<(String, Days)> {
    let (first, last) = (within.first?, within.last?);
    let found = match (weekday, step) {
        (Some(weekday), _) if rank > 0 => {
            first.yesterday().ok()?.nth_weekday(i32::try_from(rank).ok()?, weekday).ok()?
        }
        (Some(weekday), _) => last.tomorrow().ok()?.nth_weekday(-1, weekday).ok()?,
        (None, Some(Step::Day)) => {
            if rank > 0 {
                first.checked_add((rank - 1).days()).ok()?
            } else {
                last
            }
        }
        (None, Some(Step::Week)) => return week(first, last, rank, within.grain),
        (None, Some(Step::Month)) => {
            let month = if rank > 0 { first.checked_add((rank - 1).months()).ok()? } else { last };
            return Step::Month.around(month);
        }
        (None, _) => return None,
    };
    within.contains(found).then(|| (found.to_string(), Days::day(found)))
}

/// The first week of a year is the one that ISO 8601 numbers so; of a month, the one that its first day lies in.
fn week(first: Date, last: Date, rank: i64, grain: Grain) -> Option<(String, Days)> {
    let start = if grain == Grain::Year { first.checked_add(3.days()).ok()? } else { first };
    let day = if rank > 0 { start.checked_add((rank - 1).weeks()).ok()? } else { last.checked_sub(3.days()).ok()? };
    Step::Week.around(day)
}
