//! Weekdays and holidays told by how near to a day they lie: "the Sunday nearest July 4", "the second closest Monday to the vote".

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{self, Step};
use super::feast::feast;
use super::relative::resolved;
use super::{Found, absolute, holiday, nth, simple};
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// How many years away a holiday may lie that not every year has.
const YEARS: i16 = 8;

/// Reads the day that begins at a place, with "closest" before it or behind.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let near = |at: usize| reading.is(at, reading.known().nearest);
    if !(at..at + 4).any(near) {
        return None;
    }
    let (place, rank) = if near(at) {
        (at + 1, 1)
    } else if near(at + 1) && absolute::weekday(reading, at).is_some() {
        let to = at + 2 + usize::from(reading.reads(at + 2, "to"));
        return found(reading, (at, at), (at + 1, to), 1);
    } else {
        let (end, rank) = nth::rank(reading, at).filter(|&(end, rank)| rank > 0 && near(end))?;
        (end + 1, rank)
    };
    let named = holiday::name(reading, place).map(|(end, _)| end);
    let end = named.or_else(|| absolute::weekday(reading, place).map(|_| place + 1))?;
    reading.reads(end, "to").then(|| found(reading, (at, place), (end, end + 1), rank))?
}

/// The one that is so many-th nearest; it begins at the first place, its name at the second, and the day that it is near to at the last.
fn found(reading: &Reading<'_>, (at, place): (usize, usize), (end, to): (usize, usize), rank: i64) -> Option<Found> {
    let anchor = anchor(reading, to)?;
    let days = anchor.mention.days?;
    let (first, last) = (days.first?, days.last?);
    let mut near: Vec<Date> = match holiday::name(reading, place).filter(|&(stop, _)| stop == end) {
        Some((_, rule)) => {
            let years = first.year().saturating_sub(YEARS)..=last.year().saturating_add(YEARS);
            years.filter_map(|year| feast(rule, year)).map(|feast| feast.day).collect()
        }
        None => weekdays(reading, place, &days, rank)?,
    };
    near.sort_by_key(|day| (distance(*day, first, last), *day));
    let day = near.get(usize::try_from(rank - 1).ok()?).copied();
    let the = usize::from(at > reading.first && reading.reads(at - 1, "the"));
    Some(resolved(at - the, anchor.end, day.and_then(|day| Step::Day.around(day))))
}

/// The day or year that a day is near to.
fn anchor(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let inner = &reading.deeper()?;
    let found = simple(inner, at, at).or_else(|| simple(inner, at + 1, at))?;
    let grain = found.mention.days?.grain;
    (found.start == at && matches!(grain, Grain::Day | Grain::Year)).then_some(found)
}

/// Such weekdays around one day.
fn weekdays(reading: &Reading<'_>, place: usize, days: &Days, rank: i64) -> Option<Vec<Date>> {
    let wanted = calendar::weekday(absolute::weekday(reading, place)?)?;
    let day = days.first.filter(|_| days.grain == Grain::Day && rank < 10)?;
    let reach = 7 * rank;
    let around = (-reach..=reach).filter_map(|off| day.checked_add(off.days()).ok());
    Some(around.filter(|day| day.weekday() == wanted).collect())
}

/// How many days lie between a day and a stretch.
fn distance(day: Date, first: Date, last: Date) -> i64 {
    let hours = |span: jiff::SignedDuration| span.as_hours();
    hours(first.duration_since(day)).max(hours(day.duration_since(last))).max(0)
}
