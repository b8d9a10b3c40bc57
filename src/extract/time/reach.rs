//! Where a length of time lies on the calendar: from the document's day on, up to it, or from or up to a day that is named beside it.

use jiff::civil::{Date, Weekday};

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

/// "the next four business days": from the first to the last of them, weekends left out. Holidays are not known.
pub(super) fn worked(reading: &Reading<'_>, count: Option<i64>, way: i64) -> Option<Days> {
    let count = usize::try_from(count.filter(|count| (1..60).contains(count))?).ok()?;
    let free = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let today = reading.setting.published?;
    let days = (1..).map_while(|far: i64| Step::Day.moved(today, way * far)).filter(|day| !free(day)).take(count);
    let (nearest, furthest) = days.fold(None, |ends, day| Some((ends.map_or(day, |(first, _)| first), day)))?;
    let (first, last) = if way < 0 { (furthest, nearest) } else { (nearest, furthest) };
    Some(Days::closed(first, last, Grain::Span)).filter(|_| way != 0)
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
    let ended = || ended_or_to(reading, &found).and_then(|last| course_to(last, step, count));
    let begun = || begun(reading, &found).and_then(|first| course(first, step, count));
    found.mention.days = ended().or_else(begun);
    found
}

/// The day behind "ended" or "ending", and its end: "the quarter ended June 30".
pub(super) fn ended(reading: &Reading<'_>, at: usize) -> Option<(usize, Date)> {
    // "the three months that ended April 30"
    let at = if reading.reads_one_of(at, &["that", "which"]) { at + 1 } else { at };
    reading.reads_one_of(at, &["ended", "ending"]).then(|| last_day(reading, at + 1)).flatten()
}

/// The same, or the day behind "to": "the three months to June", "the year to March 31".
fn ended_or_to(reading: &Reading<'_>, found: &Found) -> Option<Date> {
    let the = reading.reads(found.start, "the") || found.start > reading.first && reading.reads(found.start - 1, "the");
    let to = || (the && reading.reads(found.end, "to")).then(|| last_day(reading, found.end + 1)).flatten();
    ended(reading, found.end).or_else(to).map(|(_, last)| last)
}

/// "the year ended March 31", "the quarter to June", "the month ended June 30": a stretch with an article, told by its last day.
pub(super) fn stretch_ended(reading: &Reading<'_>, found: Found, step: Step) -> Option<Found> {
    let last = ended_or_to(reading, &found)?;
    match step {
        Step::Quarter => Some(quarter_ended(found, last)),
        Step::Month => {
            let (value, days) = Step::Month.around(last)?;
            Some(Found::new(found.start, found.end, super::date(Some(value), Some(days))).dated())
        }
        Step::Year => {
            let days = course_to(last, Step::Year, 1);
            let value = Some("P1Y".to_owned());
            let mention = TimeMention { sort: TimeType::Duration, value, days, length: None };
            Some(Found::new(found.start, found.end, mention))
        }
        _ => None,
    }
}

/// "the quarter ended June 30": that of the calendar, or three months that their owner counts.
fn quarter_ended(mut found: Found, last: Date) -> Found {
    if let Some((value, days)) = Step::Quarter.around(last).filter(|_| last.month() % 3 == 0) {
        return Found::new(found.start, found.end, super::date(Some(value), Some(days))).dated();
    }
    found.mention.days = course_to(last, Step::Month, 3);
    found
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

/// The last day of the day or month named at a place, and its end.
fn last_day(reading: &Reading<'_>, at: usize) -> Option<(usize, Date)> {
    let at = if reading.reads(at, "on") { at + 1 } else { at };
    let inner = &reading.deeper()?;
    let found = super::simple(inner, at, at).or_else(|| super::simple(inner, at + 1, at))?;
    let days =
        found.mention.days.filter(|days| matches!(days.grain, Grain::Day | Grain::Month) && found.start == at)?;
    Some((found.end, days.last?))
}

/// The day named at a place, behind an "on" or not, and its end.
fn day(reading: &Reading<'_>, at: usize) -> Option<(usize, Date)> {
    let at = if reading.reads(at, "on") { at + 1 } else { at };
    let inner = &reading.deeper()?;
    let found = super::simple(inner, at, at).or_else(|| super::simple(inner, at + 1, at))?;
    let days = found.mention.days.filter(|days| days.grain == Grain::Day && found.start == at)?;
    Some((found.end, days.first?))
}
