//! Days of a fixed rule, which the name of their word class gives: "holiday 12-25", "holiday 4 Thu 11", "holiday easter -2". The rules
//! are those of [`super::feast`].

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::calendar::{self, Step};
use super::feast::{Feast, feast};
use super::tense::{self, Tense};
use super::{Found, absolute, date};
use crate::extract::mention::TimeType;
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// How close ahead a holiday is the one that is meant.
const SOON: jiff::SignedDuration = jiff::SignedDuration::from_hours(24 * 7);

/// Reads the holiday at a place, with the year behind it or the nearest one.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let (end, rule) = name(reading, at)?;
    let weekend = reading.reads(end, "weekend");
    if let Some((stop, year)) = year_behind(reading, end + usize::from(weekend)) {
        let dated = found(reading, at, if weekend { end } else { stop }, feast(rule, year));
        return Some(Found { end: stop, ..dated });
    }
    let day = reading.setting.published.and_then(|today| match tense::of(reading, at, end) {
        // What is a few days ahead is meant, whatever the tense: "Holy Week began".
        Tense::Past => near(rule, today, 1, |day| day >= today)
            .filter(|feast| feast.day.duration_since(today) <= SOON)
            .or_else(|| near(rule, today, -1, |day| day <= today)),
        Tense::Future => near(rule, today, 1, |day| day >= today),
    });
    Some(found(reading, at, end, day))
}

/// The holiday at a place behind "last", "this" or "next".
pub(super) fn pointed(reading: &Reading<'_>, at: usize, way: i64) -> Option<Found> {
    let (end, rule) = name(reading, at)?;
    let day = reading.setting.published.and_then(|today| match way {
        -1 => near(rule, today, -1, |day| day < today),
        1 => near(rule, today, 1, |day| day > today),
        _ => feast(rule, today.year()),
    });
    Some(found(reading, at, end, day))
}

/// The nearest year's holiday on one side of a day that fits; not every year has each of them.
fn near(rule: &str, today: Date, way: i16, fits: impl Fn(Date) -> bool) -> Option<Feast> {
    (0..=5).find_map(|years| feast(rule, today.year() + way * years).filter(|feast| fits(feast.day)))
}

pub(super) fn name<'a>(reading: &Reading<'a>, at: usize) -> Option<(usize, &'a str)> {
    if !reading.entry(at).may_be_holiday() {
        return None;
    }
    let (end, entry) = reading.longest(at, |entry| reading.lexicon.holiday_of(entry).is_some())?;
    Some((end, reading.lexicon.holiday_of(entry)?))
}

/// The year behind a holiday: "2019", "of last year", "two years ago".
fn year_behind(reading: &Reading<'_>, end: usize) -> Option<(usize, i16)> {
    if let Some(found) = absolute::any_year(reading, absolute::past_comma(reading, end)) {
        return Some(found);
    }
    let place = if reading.reads_one_of(end, &["of", "in"]) { end + 1 } else { end };
    year_at(reading, place)
}

/// The year told from the document's day on: "last year", "two years ago", "two years" behind an "in".
pub(super) fn year_at(reading: &Reading<'_>, place: usize) -> Option<(usize, i16)> {
    let year = super::simple(&reading.deeper()?, place, place)
        .filter(|found| found.start == place && found.mention.sort == TimeType::Date)?;
    let days = year.mention.days.filter(|days| days.grain == Grain::Year)?;
    Some((year.end, days.first?.year()))
}

fn found(reading: &Reading<'_>, start: usize, end: usize, feast: Option<Feast>) -> Found {
    // "Easter week"
    if reading.reads(end, "week") && feast.is_none_or(|feast| !feast.lasts) {
        let (value, days) = feast.and_then(|feast| Step::Week.around(feast.day)).unzip();
        return Found::new(start, end + 1, date(value, days));
    }
    if reading.reads(end, "weekend") {
        let days = feast.and_then(|feast| weekend(feast.day));
        let value = days.and_then(|days| days.last).and_then(calendar::weekend_value);
        return Found::new(start, end + 1, date(value, days));
    }
    let value = feast.map(|feast| match feast.lasts {
        true => format!("{}/{}", feast.first, feast.last),
        false => feast.day.to_string(),
    });
    let days = feast.map(|feast| {
        let grain = if feast.first == feast.last { Grain::Day } else { Grain::Span };
        Days::closed(feast.first, feast.last, grain)
    });
    Found::new(start, end, date(value, days))
}

/// The weekend of a holiday, with the holiday where it touches it; none for one in the middle of the week.
fn weekend(day: Date) -> Option<Days> {
    let (before, after) = match day.weekday() {
        Weekday::Thursday => (0, 3),
        Weekday::Friday => (0, 2),
        Weekday::Saturday => (0, 1),
        Weekday::Sunday => (1, 0),
        Weekday::Monday => (2, 0),
        Weekday::Tuesday | Weekday::Wednesday => return None,
    };
    let (first, last) = (day.checked_sub(before.days()).ok()?, day.checked_add(after.days()).ok()?);
    Some(Days::closed(first, last, Grain::Week))
}
