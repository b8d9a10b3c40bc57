//! Weekdays seen from the document's day: "Monday", "last Tuesday", "Friday of next week", "two Fridays ago".

use jiff::civil::Date;

use super::calendar::{self, Step};
use super::relative::{after_next, beside_way, part, part_letters, pointer, resolved};
use super::tense::{self, Tense};
use super::{Found, absolute, nth, recurring};
use crate::extract::mention::TimeType;
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// A weekday by itself, in the direction of the tense.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let place = absolute::weekday(reading, at)?;
    if let Some(found) = recurring::as_the_one_before(reading, at, place) {
        return Some(found);
    }
    // "the Friday before Easter"
    let the = at.checked_sub(1).filter(|&the| the >= reading.first && reading.reads(the, "the"));
    let one = the.zip(calendar::weekday(place)).and_then(|(the, day)| nth::beside(reading, the, at + 1, 1, day));
    if let Some(found) = one {
        return Some(found);
    }
    if let Some((end, week)) = week_behind(reading, at + 1) {
        return Some(resolved(at, end, week.and_then(|day| in_week(day, place))));
    }
    let known = reading.setting.published.zip(calendar::weekday(place));
    if let Some((end, way)) = after_next(reading, at + 1).zip(beside_way(reading, at + 1)) {
        let day = known.and_then(|(today, weekday)| today.nth_weekday(2 * i32::try_from(way).ok()?, weekday).ok());
        return Some(resolved(at, end, day.and_then(|day| Step::Day.around(day))));
    }
    if let Some(weeks) = weeks_on(reading, at + 1) {
        let day = known.and_then(|(today, weekday)| near_day(today, weekday, Tense::Future));
        let day = day.and_then(|day| Step::Week.moved(day, weeks));
        return Some(resolved(at, at + 2, day.and_then(|day| Step::Day.around(day))));
    }
    let day = known.and_then(|(today, weekday)| near_day(today, weekday, tense::of(reading, at, at + 1)));
    if let Some(letters) = part_letters(reading, at + 1) {
        let end = at + 2;
        let week = week_behind(reading, end).filter(|_| !reading.reads(end, "of"));
        let day = week.map_or(day, |(_, week)| week.and_then(|day| in_week(day, place)?.1.first));
        return Some(part(reading, at, week.map_or(end, |(end, _)| end), day, letters));
    }
    Some(resolved(at, at + 1, day.and_then(|day| Step::Day.around(day))))
}

/// How many weeks on "Tuesday week" and "Friday fortnight" lie.
fn weeks_on(reading: &Reading<'_>, at: usize) -> Option<i64> {
    let weeks = if reading.reads(at, "week") { 1 } else { i64::from(reading.reads(at, "fortnight")) * 2 };
    let done = !reading.is_word(at + 1) && !reading.is_hyphen(at + 1) && !matches!(reading.slice(at + 1), "'s" | "’s");
    (weeks > 0 && done && !reading.is_number(at + 1)).then_some(weeks)
}

/// "two weeks ago on Friday", "two years ago today": the day so far away that a weekday, or a day seen from today, tells. `at` is behind
/// the length, which lies `count` steps away.
pub(super) fn away(reading: &Reading<'_>, start: usize, at: usize, step: Step, count: i64) -> Option<Found> {
    let place = at + usize::from(reading.reads(at, "on"));
    let today = reading.setting.published.filter(|_| step >= Step::Week)?;
    let day = match absolute::weekday(reading, place) {
        Some(weekday) if step == Step::Week => in_week(step.moved(today, count)?, weekday)?.1.first,
        Some(weekday) => {
            let tense = if count < 0 { Tense::Past } else { Tense::Future };
            step.moved(near_day(today, calendar::weekday(weekday)?, tense)?, count)
        }
        None => {
            let day = super::relative::day_seen(reading, place)?;
            step.moved(Step::Day.moved(today, day)?, count)
        }
    };
    let whole = absolute::read(reading, place).is_some_and(|found| found.end > place + 1);
    if whole {
        return None;
    }
    match part_letters(reading, place + 1) {
        Some(letters) => Some(part(reading, start, place + 2, day, letters)),
        None => Some(resolved(start, place + 1, day.and_then(|day| Step::Day.around(day)))),
    }
}

/// "two Fridays ago", "three Mondays from now": a weekday counted from the document's day. `at` is behind the number.
pub(super) fn counted(reading: &Reading<'_>, start: usize, at: usize, count: i64) -> Option<Found> {
    let known = reading.known();
    let place = reading.entry(at).place_in(known.weekdays).or_else(|| absolute::weekday(reading, at))?;
    let end = reading.row(at + 1, known.seen_from_today)?;
    let way = if reading.row(at + 1, known.back) == Some(end) { -1 } else { 1 };
    let day = reading
        .setting
        .published
        .zip(calendar::weekday(place))
        .and_then(|(today, weekday)| today.nth_weekday(i32::try_from(way * count).ok()?, weekday).ok());
    Some(resolved(start, end, day.and_then(|day| Step::Day.around(day))))
}

/// "last Tuesday", "next Friday", "this Monday": `at` is the word that points, `next` the weekday.
pub(super) fn pointed(
    reading: &Reading<'_>,
    (start, at, next): (usize, usize, usize),
    place: usize,
    way: i64,
) -> Found {
    let day = reading.setting.published.zip(calendar::weekday(place)).and_then(|(today, weekday)| match way {
        0 => near_day(today, weekday, tense::of(reading, start, next + 1)),
        way if reading.reads_one_of(at, &["last", "next", "previous", "following"]) => other_week(today, place, way),
        way => today.nth_weekday(i32::try_from(way).ok()?, weekday).ok(),
    });
    let end = next + 1;
    if let Some(letters) = part_letters(reading, end) {
        return part(reading, start, end + 1, day, letters);
    }
    resolved(start, end, day.and_then(|day| Step::Day.around(day)))
}

/// "last Wednesday" is of the week before, "next Friday" of the week after; on a Sunday, the week that ends is the last one.
fn other_week(today: Date, place: usize, way: i64) -> Option<Date> {
    let sunday = today.weekday() == jiff::civil::Weekday::Sunday;
    let monday = Step::Week.moved(Days::week(today)?.first?, if sunday && way < 0 && place != 6 { 0 } else { way })?;
    Step::Day.moved(monday, i64::try_from(place % 7).ok()?)
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

/// The weekday of the week that a day lies in.
pub(super) fn in_week(day: Date, place: usize) -> Option<(String, Days)> {
    let monday = Days::week(day)?.first?;
    Step::Day.around(Step::Day.moved(monday, i64::try_from(place % 7).ok()?)?)
}

/// The week that "next week" behind a weekday names, and where it ends.
fn week_behind(reading: &Reading<'_>, at: usize) -> Option<(usize, Option<Date>)> {
    let at = if reading.reads_one_of(at, &["of", "from"]) { at + 1 } else { at };
    if let Some(found) = counted_weeks(reading, at) {
        return Some(found);
    }
    let at = if reading.reads(at, "the") { at + 1 } else { at };
    let way = pointer(reading, at).filter(|_| Step::at(reading, at + 1) == Some(Step::Week))?;
    Some((at + 2, reading.setting.published.and_then(|today| Step::Week.moved(today, way))))
}

/// "two weeks from now" behind a weekday: the week that lies so far away.
fn counted_weeks(reading: &Reading<'_>, at: usize) -> Option<(usize, Option<Date>)> {
    if !reading.is_number(at) && !reading.entry(at).may_be_number() {
        return None;
    }
    let weeks = super::simple(&reading.deeper()?, at, at).filter(|found| found.mention.sort == TimeType::Date)?;
    let days = weeks.mention.days.filter(|days| days.grain == Grain::Week && weeks.start == at)?;
    let seen = (at..weeks.end).any(|place| reading.row(place, reading.known().seen_from_today) == Some(weeks.end));
    seen.then_some((weeks.end, days.first))
}
