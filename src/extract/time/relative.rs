//! Times seen from the document's day: today, last month, two weeks ago, the next five years.

use jiff::civil::Date;

use super::absolute;
use super::calendar::{self, Step};
use super::duration;
use super::tense::{self, Tense};
use super::{Found, date};
use crate::extract::lexicon::Class;
use crate::extract::mention::{TimeMention, TimeType};
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// Reads the relative time at a place.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    day_by_name(reading, at)
        .or_else(|| pointed(reading, at))
        .or_else(|| hyphenated(reading, at))
        .or_else(|| the_step(reading, at))
        .or_else(|| weekday(reading, at))
        .or_else(|| part_of_day(reading, at))
        .or_else(|| reference(reading, at))
}

fn resolved(start: usize, end: usize, found: Option<(String, Days)>) -> Found {
    let (value, days) = found.unzip();
    Found::new(start, end, date(value, days)).dated()
}

/// "yesterday", "today", "tomorrow", with a part of the day or not; "tonight".
fn day_by_name(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let known = reading.known();
    if reading.is(at, known.tonight) {
        let day = reading.setting.published;
        return Some(Found::new(at, at + 1, part(day, "NI")));
    }
    let place = reading.entry(at).place_in(known.day_by_name)?;
    let offset = i64::try_from(place).ok()? - 1;
    let day = reading.setting.published.and_then(|today| Step::Day.moved(today, offset));
    if let Some(letters) = part_letters(reading, at + 1) {
        return Some(Found::new(at, at + 2, part(day, letters)));
    }
    // "today's": the clitic is not part of it.
    Some(resolved(at, at + 1, day.and_then(|day| Step::Day.around(day))))
}

fn part_letters(reading: &Reading<'_>, at: usize) -> Option<&'static str> {
    let place = reading.entry(at).place_in(reading.known().part_of_day)?;
    ["MO", "AF", "EV", "NI"].get(place).copied()
}

/// A part of a day.
fn part(day: Option<Date>, letters: &str) -> TimeMention {
    TimeMention {
        sort: TimeType::Time,
        value: day.map(|day| format!("{day}T{letters}")),
        days: day.map(Days::day),
        length: None,
    }
}

/// Which way a word like "last" points: -1, 0 or 1.
fn pointer(reading: &Reading<'_>, at: usize) -> Option<i64> {
    let known = reading.known();
    let entry = reading.entry(at);
    let is = |class: Class| entry.has(class);
    if is(known.previous) {
        Some(-1)
    } else if is(known.coming) {
        Some(1)
    } else if is(known.current) {
        Some(0)
    } else {
        None
    }
}

/// "last month", "this year", "next Friday", "the past decade", "last June", "this morning", "the last five years".
fn pointed(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let way = pointer(reading, at)?;
    let the = at > reading.first
        && reading.reads_one_of(at - 1, &["the", "this", "these", "his", "her", "its", "their", "our"])
        && !reading.reads(at, "this");
    let start = if the { at - 1 } else { at };
    let next = reading.past_hyphen(at + 1);
    let next = if reading.reads_one_of(next, &["calendar", "full"]) { next + 1 } else { next };
    if let Some(letters) = part_letters(reading, next).filter(|_| !the) {
        let day = reading.setting.published.and_then(|today| Step::Day.moved(today, way));
        return Some(Found::new(start, next + 1, part(day, letters)));
    }
    if let Some(place) = absolute::weekday(reading, next) {
        return Some(pointed_weekday(reading, start, next, place, way));
    }
    if let Some(month) = absolute::month(reading, next).filter(|_| !reading.is_number(next + 1)) {
        let year = reading.setting.published.map(|today| pointed_year(today, month, way));
        return Some(resolved(start, next + 1, year.and_then(|year| calendar::month(year, month))));
    }
    if let Some(place) = reading.entry(next).place_in(reading.known().season) {
        return pointed_season(reading, start, next, place % 4, way);
    }
    let step = Step::at(reading, next);
    let plural = reading.is(next, reading.known().plural_time_unit);
    if let Some(step) = step.filter(|_| !plural) {
        return pointed_step(reading, Pointed { start, at, end: next + 1, way, the }, step);
    }
    duration::anchored(reading, start, next, way)
}

/// "year-ago", "a year-earlier quarter": a hyphen between the step and its way.
fn hyphenated(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let step = Step::at(reading, at)
        .filter(|_| reading.is_hyphen(at + 1) && reading.reads_one_of(at + 2, &["ago", "earlier"]))?;
    let the = at > reading.first && reading.reads_one_of(at - 1, &["the", "a"]);
    let whole = Step::at(reading, at + 3).is_some() || reading.reads(at + 3, "period");
    let today = reading.setting.published.filter(|_| reading.reads(at + 2, "ago"));
    let day = today.and_then(|today| step.moved(today, -1)).filter(|_| !whole);
    let (start, end) = if whole { (at - usize::from(the), at + 4) } else { (at, at + 3) };
    Some(resolved(start, end, day.and_then(|day| step.around(day))))
}

/// "the weekend", "the quarter", "the year": one that is told elsewhere; its days are not known, but for a weekend.
fn the_step(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let step = Step::at(reading, at).filter(|_| at > reading.first && reading.reads(at - 1, "the"))?;
    if reading.is(at, reading.known().plural_time_unit) || goes_on(reading, at + 1) {
        return day_beside(reading, at, step);
    }
    let value = |day: Option<Date>| day.and_then(|day| step.around(day)).map(|(value, _)| value);
    let today = reading.setting.published;
    match step {
        Step::Weekend => {
            let back = tense::of(reading, at - 1, at + 1) == Tense::Past
                && today.is_some_and(|today| today.weekday() != jiff::civil::Weekday::Sunday);
            let day = today.and_then(|today| Step::Week.moved(today, if back { -1 } else { 0 }));
            Some(resolved(at - 1, at + 1, day.and_then(|day| step.around(day))))
        }
        Step::Week | Step::Month | Step::Year => {
            // "the end of the year" is the document's own.
            let edge =
                reading.reads(at.wrapping_sub(2), "of") && reading.is(at.wrapping_sub(3), reading.known().edge_of_time);
            let days = today.and_then(|today| step.around(today)).map(|(_, days)| days).filter(|_| edge);
            Some(Found::new(at - 1, at + 1, date(value(today), days)))
        }
        // Reports speak of the quarter that has ended.
        Step::Quarter => {
            let last = today.and_then(|today| step.moved(today.first_of_month(), -1));
            Some(Found::new(at - 1, at + 1, date(value(last), None)))
        }
        Step::Second
        | Step::Minute
        | Step::Hour
        | Step::Day
        | Step::Decade
        | Step::Century
        | Step::Millennium
        | Step::Fortnight => None,
    }
}

/// "the day after tomorrow", "the day before Christmas".
fn day_beside(reading: &Reading<'_>, at: usize, step: Step) -> Option<Found> {
    let way = match () {
        () if reading.reads(at + 1, "after") => 1,
        () if reading.reads(at + 1, "before") => -1,
        () => return None,
    };
    beside(reading, Length { start: at - 1, end: at + 1, step, count: Some(1) }, way).filter(|_| step == Step::Day)
}

/// A length of time in a text.
struct Length {
    start: usize,
    end: usize,
    step: Step,
    count: Option<i64>,
}

/// "three weeks from tomorrow", "two days before Christmas": a length from a day that is named behind it.
fn beside(reading: &Reading<'_>, length: Length, way: i64) -> Option<Found> {
    let anchor = super::simple(&reading.deeper()?, length.end + 1, length.end + 1)
        .filter(|anchor| anchor.start == length.end + 1 && anchor.mention.sort == TimeType::Date)?;
    let day = anchor.mention.days.filter(|days| days.grain == Grain::Day).and_then(|days| days.first);
    let moved = day.zip(length.count).and_then(|(day, count)| length.step.moved(day, way * count));
    Some(resolved(length.start, anchor.end, moved.and_then(|day| Step::Day.around(day))))
}

/// Whether a noun phrase goes on behind "the year", so that it means another thing: "the year of the flood", "the week before".
fn goes_on(reading: &Reading<'_>, at: usize) -> bool {
    let bound = reading.reads_one_of(at, &["of", "that", "when", "to", "before", "after", "-"]);
    let ended = reading.reads_one_of(at, &["ended", "ending"]);
    let noun = reading.is_word(at) && !reading.is(at, reading.known().phrase_end) && !ended;
    bound || noun || reading.is_number(at) || reading.is_hyphen(at)
}

struct Pointed {
    start: usize,
    at: usize,
    end: usize,
    way: i64,
    the: bool,
}

/// "last week"; "the past year" is the year up to today, and so a length.
fn pointed_step(reading: &Reading<'_>, found: Pointed, step: Step) -> Option<Found> {
    let Pointed { start, at, end, way, the } = found;
    if step < Step::Day {
        return None;
    }
    let lasting = reading.reads_one_of(at, &["past", "coming"])
        || the && reading.reads(at, "last") && step >= Step::Week && step != Step::Quarter
        || the && reading.reads(at, "next") && step >= Step::Decade;
    if lasting {
        return duration::anchored_one(reading, start, end, step, way);
    }
    // "the previous day", "the following week" are seen from what was told before.
    if the && !reading.reads_one_of(at, &["last", "next", "current", "latest"])
        || reading.reads_one_of(at, &["previous", "preceding", "following", "prior"])
    {
        return Some(Found::new(start, end, date(None, None)));
    }
    let day = reading.setting.published.and_then(|today| step.moved(first_of(today, step), way));
    // "next week on Tuesday"
    let on = if reading.reads(end, "on") { end + 1 } else { end };
    if let Some(place) = absolute::weekday(reading, on).filter(|_| step == Step::Week) {
        return Some(resolved(start, on + 1, day.and_then(|day| in_week(day, place))));
    }
    Some(resolved(start, end, day.and_then(|day| step.around(day))))
}

/// The weekday of the week that a day lies in.
fn in_week(day: Date, place: usize) -> Option<(String, Days)> {
    let monday = Days::week(day)?.first?;
    Step::Day.around(Step::Day.moved(monday, i64::try_from(place % 7).ok()?)?)
}

/// The week that "next week" behind a weekday names, and where it ends.
fn week_behind(reading: &Reading<'_>, at: usize) -> Option<(usize, Option<Date>)> {
    let at = if reading.reads(at, "of") { at + 1 } else { at };
    let way = pointer(reading, at).filter(|_| Step::at(reading, at + 1) == Some(Step::Week))?;
    Some((at + 2, reading.setting.published.and_then(|today| Step::Week.moved(today, way))))
}

/// A day from which months can be counted without running over a short one.
fn first_of(day: Date, step: Step) -> Date {
    if step >= Step::Month { day.first_of_month() } else { day }
}

fn pointed_weekday(reading: &Reading<'_>, start: usize, at: usize, place: usize, way: i64) -> Found {
    let day = reading.setting.published.zip(calendar::weekday(place)).and_then(|(today, weekday)| match way {
        0 => near_day(today, weekday, tense::of(reading, start, at + 1)),
        way => today.nth_weekday(i32::try_from(way).ok()?, weekday).ok(),
    });
    let end = at + 1;
    if let Some(letters) = part_letters(reading, end) {
        return Found::new(start, end + 1, part(day, letters));
    }
    resolved(start, end, day.and_then(|day| Step::Day.around(day)))
}

/// The nearest such weekday up to today, or from today on.
fn near_day(today: Date, weekday: jiff::civil::Weekday, tense: Tense) -> Option<Date> {
    if today.weekday() == weekday {
        return Some(today);
    }
    let way = match tense {
        Tense::Past => -1,
        Tense::Future => 1,
    };
    today.nth_weekday(way, weekday).ok()
}

fn pointed_year(today: Date, month: i8, way: i64) -> i16 {
    match way {
        -1 if month >= today.month() => today.year() - 1,
        1 if month <= today.month() => today.year() + 1,
        _ => today.year(),
    }
}

fn pointed_season(reading: &Reading<'_>, start: usize, at: usize, place: usize, way: i64) -> Option<Found> {
    if reading.is_word(at + 1)
        && reading.reads_one_of(at, &["fall", "spring"])
        && !reading.is(at + 1, reading.known().phrase_end)
        && reading.reads_one_of(start, &["the"])
    {
        return None;
    }
    let found = reading.setting.published.and_then(|today| {
        let begins = calendar::season(today.year(), place)?.1.first?;
        let year = match way {
            -1 if begins >= today.first_of_month() || today.month() - begins.month() < 3 => today.year() - 1,
            1 if begins <= today => today.year() + 1,
            0 if place == 3 && today.month() < 3 => today.year() - 1,
            _ => today.year(),
        };
        calendar::season(year, place)
    });
    Some(resolved(start, at + 1, found))
}

/// A weekday by itself, in the direction of the tense.
fn weekday(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let place = absolute::weekday(reading, at)?;
    if let Some((end, week)) = week_behind(reading, at + 1) {
        return Some(resolved(at, end, week.and_then(|day| in_week(day, place))));
    }
    let day = reading
        .setting
        .published
        .zip(calendar::weekday(place))
        .and_then(|(today, weekday)| near_day(today, weekday, tense::of(reading, at, at + 1)));
    if let Some(letters) = part_letters(reading, at + 1) {
        return Some(Found::new(at, at + 2, part(day, letters)));
    }
    Some(resolved(at, at + 1, day.and_then(|day| Step::Day.around(day))))
}

/// "the morning", "in the afternoon": a part of a day that is told elsewhere.
fn part_of_day(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let letters = part_letters(reading, at)?;
    let the = at > reading.first
        && reading.reads(at - 1, "the")
        && reading.reads_one_of(at.wrapping_sub(2), &["in", "during", "by", "until"]);
    the.then(|| {
        Found::new(
            at - 1,
            at + 1,
            TimeMention { sort: TimeType::Time, value: Some(format!("T{letters}")), days: None, length: None },
        )
    })
}

/// "now", "recently", "soon".
pub(super) fn reference(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let known = reading.known();
    let (end, entry) = reading.longest(at, |entry| entry.classes.meets(known.references))?;
    // "recent years" are a length, "current account" and "future" before a noun name no time.
    if end == at + 1 && Step::at(reading, end).is_some() {
        return None;
    }
    let value = if entry.has(known.present) {
        "PRESENT_REF"
    } else if entry.has(known.past_reference) {
        "PAST_REF"
    } else {
        "FUTURE_REF"
    };
    let today = (value == "PRESENT_REF").then_some(reading.setting.published).flatten();
    let mention = date(Some(value.to_owned()), today.map(Days::day));
    Some(Found::new(at, end, mention).dated())
}

/// The time that lies a length before or after the document's day: "two weeks ago". `end` is behind the length.
pub(super) fn away(reading: &Reading<'_>, start: usize, end: usize, step: Step, count: Option<i64>) -> Option<Found> {
    let known = reading.known();
    let way = if reading.reads_one_of(end, &["from", "after"]) { 1 } else { -1 };
    if reading.reads_one_of(end, &["from", "after", "before"]) && reading.row(end, known.seen_from_today).is_none() {
        return beside(reading, Length { start, end, step, count }, way);
    }
    let from_today = reading.row(end, known.seen_from_today);
    let stop = from_today.or_else(|| reading.row(end, known.back)).or_else(|| reading.row(end, known.ahead))?;
    let back = reading.row(end, known.back) == Some(stop);
    let reach = if back { -1 } else { 1 };
    // "five years before the war" has its own anchor.
    let followed = reading.reads_one_of(end, &["before", "after"]);
    if followed {
        return None;
    }
    let day = from_today
        .and(reading.setting.published)
        .zip(count)
        .and_then(|(today, count)| step.moved(first_of_if(today, step), reach * count));
    // A year earlier than something else is not known.
    let found = day.and_then(|day| if step >= Step::Day { step.around(day) } else { None });
    Some(resolved(start, stop, found))
}

fn first_of_if(day: Date, step: Step) -> Date {
    if matches!(step, Step::Month | Step::Quarter) { day.first_of_month() } else { day }
}

/// The days from today over a length, one way or the other.
pub(super) fn stretch(today: Date, step: Step, count: i64, way: i64) -> Option<Days> {
    let other = step.moved(today, way * count)?;
    // The next three days begin tomorrow; the next three years have begun.
    let near = if matches!(step, Step::Day) { today.checked_add(jiff::Span::new().days(way)).ok()? } else { today };
    let (first, last) = if way < 0 { (other, near) } else { (near, other) };
    Some(Days::closed(first, last, Grain::Span))
}
