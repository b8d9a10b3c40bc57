//! Where a length of time lies on the calendar: from the document's day on, up to it, or from or up to a day that is named beside it.

use jiff::civil::Date;

use super::calendar::Step;
use super::{Found, clock, duration, edge, tense};
use crate::extract::mention::{TimeMention, TimeType};
use crate::extract::reading::Reading;
use crate::value::{Days, Grain, Number};

/// The days that a length covers from the document's own on: "within two weeks", "in five minutes".
pub(super) fn reaching(reading: &Reading<'_>, mut found: Found, step: Step, count: Option<i64>) -> Found {
    let last = found.start.wrapping_sub(1);
    let hedged = found.start > reading.first + 1 && reading.reads_one_of(last, &["about", "around", "roughly"]);
    let before = last.wrapping_sub(usize::from(hedged));
    let led = found.start > reading.first && reading.reads_one_of(before, &["in", "within"]);
    let clear = !reading.is_word(found.end) || reading.is(found.end, reading.known().phrase_end);
    if !led || !clear || tense::of(reading, before, found.end) != tense::Tense::Future {
        return found;
    }
    let short = step.is_soon(count);
    let within = reading.reads(before, "within");
    found.mention.days = reading.setting.published.and_then(|today| match count {
        _ if short => Some(Days::day(today)),
        Some(count) if within && step >= Step::Day => course(today, step, count),
        Some(_) | None => None,
    });
    found
}

/// "in two weeks" in a future tense: the day that lies so far ahead.
pub(super) fn ahead(reading: &Reading<'_>, start: usize, end: usize, step: Step, count: Option<i64>) -> Option<Found> {
    let led = start > reading.first
        && reading.reads(start - 1, "in")
        && tense::of(reading, start - 1, end) == tense::Tense::Future;
    let clear = !reading.is_word(end) || reading.is(end, reading.known().phrase_end);
    let day = step
        .moved(reading.setting.published?, count?)
        .filter(|_| led && clear && step >= Step::Day && !reading.is_hyphen(end - 2))?;
    let (value, days) =
        if matches!(step, Step::Week | Step::Fortnight) { Step::Day.around(day)? } else { step.around(day)? };
    Some(Found::new(start, end, super::date(Some(value), Some(days))))
}

pub(super) fn days(reading: &Reading<'_>, step: Step, count: Option<i64>, way: i64) -> Option<Days> {
    edge::stretch(reading.setting.published?, step, count?, way).filter(|_| way != 0)
}

/// "within the next two weeks": the days from the document's own on.
pub(super) fn within(reading: &Reading<'_>, step: Step, count: Option<i64>) -> Option<Days> {
    course(reading.setting.published?, step, count?)
}

/// "the last three quarters": quarters of a year, not three fourths. `at` is behind the word that points.
pub(super) fn quarters(reading: &Reading<'_>, start: usize, at: usize, way: i64) -> Option<Found> {
    let count = reading.reads(at + 1, "quarters").then(|| clock::spoken_alone(reading, at)).flatten()?;
    let value = duration::timex(Step::Quarter, Some(Number::from_integer(i128::from(count))));
    let days = days(reading, Step::Quarter, Some(i64::from(count)), way);
    let mention = TimeMention { sort: TimeType::Duration, value: Some(value), days, length: None };
    Some(Found::new(start, at + 2, mention))
}

/// The days that a length takes from one on.
fn course(first: Date, step: Step, count: i64) -> Option<Days> {
    let last = step.moved(first, count)?.yesterday().ok()?;
    (step >= Step::Day && first <= last).then(|| Days::closed(first, last, Grain::Span))
}

/// The days that a length takes up to one.
fn course_to(last: Date, step: Step, count: i64) -> Option<Days> {
    let first = step.moved(last.tomorrow().ok()?, -count)?;
    let grain = match (step, count) {
        (Step::Month, 3) => Grain::Quarter,
        (Step::Month, 12) | (Step::Year, 1) => Grain::Year,
        _ => Grain::Span,
    };
    (step >= Step::Day && first <= last).then(|| Days::closed(first, last, grain))
}

/// The days of a length that begins or ends on a day named beside it: "two weeks starting May 20", "from May 20 for two weeks", "the six
/// months ended June 30".
pub(super) fn beside(reading: &Reading<'_>, mut found: Found, step: Step, count: Option<i64>) -> Found {
    let Some(count) = count.filter(|_| found.mention.days.is_none()) else { return found };
    let ended = || ended(reading, found.end).and_then(|(_, last)| course_to(last, step, count));
    let begun = || begun(reading, &found).and_then(|first| course(first, step, count));
    found.mention.days = ended().or_else(begun);
    found
}

/// The last day of a length that "ended", "ending" or "to" closes behind it, and where it stops: "the quarter ended June 30", "the year
/// to March".
pub(super) fn ended(reading: &Reading<'_>, at: usize) -> Option<(usize, Date)> {
    let (stop, days) = closed(reading, at).then(|| named(reading, at + 1)).flatten()?;
    matches!(days.grain, Grain::Day | Grain::Month).then_some((stop, days.last?))
}

/// Whether a length is said to end with what stands behind: "ended", or a "to" behind the definite "the six months".
fn closed(reading: &Reading<'_>, at: usize) -> bool {
    let the = || (reading.first..at).rev().take(4).any(|before| reading.reads(before, "the"));
    reading.reads_one_of(at, &["ended", "ending"]) || reading.reads(at, "to") && the()
}

/// "the quarter ended June 30": that of the calendar, or three months that their owner counts.
pub(super) fn quarter_ended(reading: &Reading<'_>, found: &Found) -> Option<Found> {
    let (_, last) = ended(reading, found.end)?;
    if last.month() % 3 == 0 {
        let (value, days) = Step::Quarter.around(last)?;
        return Some(Found::new(found.start, found.end, super::date(Some(value), Some(days))).dated());
    }
    let mut found = found.clone();
    found.mention.days = course_to(last, Step::Month, 3);
    Some(found)
}

/// The day on which a length begins, where its sentence names it beside the length.
fn begun(reading: &Reading<'_>, found: &Found) -> Option<Date> {
    let lasting = found.start > reading.first && reading.reads(found.start - 1, "for");
    let comma = if reading.slice(found.end) == "," { found.end + 1 } else { found.end };
    let starts = reading.reads_one_of(comma, &["starting", "beginning"]);
    if starts || lasting && reading.reads(comma, "from") {
        return day(reading, comma + 1).map(|(_, day)| day);
    }
    let end = found.start - usize::from(lasting);
    let from = |at: &usize| reading.reads_one_of(*at, &["from", "starting", "beginning"]);
    let opener = (reading.first..end).rev().take(7).find(from).filter(|_| lasting)?;
    day(reading, opener + 1).filter(|&(stop, _)| stop == end).map(|(_, day)| day)
}

/// The day named at a place, and its end.
fn day(reading: &Reading<'_>, at: usize) -> Option<(usize, Date)> {
    let (stop, days) = named(reading, at).filter(|(_, days)| days.grain == Grain::Day)?;
    Some((stop, days.first?))
}

/// The days named at a place, behind an "on" or not, and where they stop.
fn named(reading: &Reading<'_>, at: usize) -> Option<(usize, Days)> {
    let at = if reading.reads(at, "on") { at + 1 } else { at };
    let inner = &reading.deeper()?;
    let found = super::simple(inner, at, at).or_else(|| super::simple(inner, at + 1, at))?;
    found.mention.days.filter(|_| found.start == at).map(|days| (found.end, days))
}
