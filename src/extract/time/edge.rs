//! What goes with a time on its left: "early", "the end of", "mid-". They say which part of it is meant.

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::Step;
use super::{Found, date};
use crate::extract::mention::TimeType;
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// Takes the words before a time that say which part of it is meant into it.
pub(super) fn around(reading: &Reading<'_>, mut found: Found, free: usize) -> Found {
    if found.mention.sort != TimeType::Date {
        return found;
    }
    let known = reading.known();
    let mut at = found.start;
    // "the end of around next week"
    let blurred = at > free + 1 && reading.reads_one_of(at - 1, &["around", "about"]) && reading.reads(at - 2, "of");
    if blurred && at > free + 2 && reading.is(at - 3, known.edge_of_time) {
        at -= 3;
    } else if at > free && reading.is_hyphen(at - 1) && at > free + 1 && reading.reads(at - 2, "mid") {
        at -= 2;
    } else if at > free && reading.is(at - 1, known.part_of_time) {
        at -= 1;
    } else if at > free + 1 && reading.reads(at - 1, "of") && reading.is(at - 2, known.edge_of_time)
        || at > free + 2
            && reading.reads(at - 1, "the")
            && reading.reads(at - 2, "of")
            && reading.is(at - 3, known.edge_of_time)
    {
        at -= if reading.reads(at - 1, "the") { 3 } else { 2 };
    }
    let third = third(reading, at).filter(|_| at < found.start);
    if at < found.start && reading.reads_one_of(at, &["rest", "remainder"]) {
        found.mention.days = found.mention.days.map(|days| from_today(days, reading.setting.published));
    }
    if at < found.start && at > free && reading.reads(at - 1, "the") {
        at -= 1;
    }
    // A deadline is named by its last day, whichever part of it is said.
    let due = at > reading.first && reading.is(at - 1, known.deadline);
    if let (Some(third), Some(days), false) = (third, found.mention.days, due) {
        let week = days.grain == Grain::Week
            && reading.is(if reading.reads(at, "the") { at + 1 } else { at }, known.edge_of_time);
        found.mention.days = if week { edge_of_week(days, third) } else { part(days, third) }.or(found.mention.days);
    }
    found.start = at;
    found
}

/// "for three days from Monday": the days from one on, over a length.
pub(super) fn lasting(from: Option<Date>, step: Step, count: Option<i64>, (start, end): (usize, usize)) -> Found {
    let whole = from.zip(count).filter(|_| step >= Step::Day);
    let last = whole.and_then(|(day, count)| step.moved(day, count)?.yesterday().ok());
    let span = from.zip(last).filter(|(from, last)| from <= last);
    let value = span.map(|(from, last)| format!("{from}/{last}"));
    Found::new(start, end, date(value, span.map(|(from, last)| Days::closed(from, last, Grain::Span))))
}

/// "EOY", "EOM": the end of the document's year or month.
pub(super) fn by_letters(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let place = reading.entry(at).place_in(reading.known().end_by_letters)?;
    let capitals = !reading.slice(at).contains(char::is_lowercase);
    let step = [Step::Day, Step::Week, Step::Month, Step::Quarter, Step::Year].get(place).filter(|_| capitals)?;
    let start = if at > reading.first && reading.reads(at - 1, "the") { at - 1 } else { at };
    let (value, days) = reading.setting.published.and_then(|today| step.around(today)).unzip();
    let due = start > reading.first && reading.is(start - 1, reading.known().deadline);
    let days = days.map(|days: Days| part(days, 2).filter(|_| !due).unwrap_or(days));
    Some(Found::new(start, at + 1, date(value, days)))
}

/// Which third of a stretch the word at a place means.
fn third(reading: &Reading<'_>, at: usize) -> Option<i64> {
    if reading.reads_one_of(at, &["early", "beginning", "start"]) {
        Some(0)
    } else if reading.reads_one_of(at, &["mid", "middle"]) {
        Some(1)
    } else {
        reading.reads_one_of(at, &["late", "end", "close"]).then_some(2)
    }
}

/// "the rest of the week": a stretch from today on, where today lies in it.
fn from_today(days: Days, today: Option<Date>) -> Days {
    match today.filter(|today| days.contains(*today)) {
        Some(today) => Days { first: Some(today), ..days },
        None => days,
    }
}

/// Whether "the beginning of", "the end of" stands before a place, so that a week of the calendar is meant.
pub(super) fn is_part(reading: &Reading<'_>, at: usize) -> bool {
    at > reading.first + 1 && reading.reads(at - 1, "of") && third(reading, at - 2).is_some()
}

/// Monday to Wednesday, or Friday to Sunday: "early" and "late" in a week are said more loosely.
fn edge_of_week(days: Days, third: i64) -> Option<Days> {
    let (first, last) = (days.first?, days.last?);
    match third {
        0 => Some(Days::closed(first, first.checked_add(2.days()).ok()?, Grain::Week)),
        2 => Some(Days::closed(last.checked_sub(2.days()).ok()?, last, Grain::Week)),
        _ => None,
    }
}

/// A third of a month or of a year. Of what is shorter or has no fixed length, the whole will do.
fn part(days: Days, third: i64) -> Option<Days> {
    let (first, last) = (days.first?, days.last?);
    let on = |step: i64| -> Option<Date> {
        match days.grain {
            Grain::Month => first.checked_add((10 * step).days()).ok(),
            Grain::Year => first.checked_add((4 * step).months()).ok(),
            Grain::Day | Grain::Week | Grain::Quarter | Grain::Decade | Grain::Span => None,
        }
    };
    let (start, end) = (on(third)?, if third == 2 { last } else { on(third + 1)?.yesterday().ok()? });
    Some(Days::closed(start, end, days.grain))
}

/// The days from today over a length, one way or the other.
pub(super) fn stretch(today: Date, step: Step, count: i64, way: i64) -> Option<Days> {
    // Quarters are whole: the last two quarters have ended, the next two have not begun.
    if step == Step::Quarter {
        let this = Step::Quarter.around(today)?.1.first?;
        let (first, behind) = if way < 0 {
            (step.moved(this, -count)?, this)
        } else {
            (step.moved(this, 1)?, step.moved(this, count + 1)?)
        };
        return Some(Days::closed(first, behind.yesterday().ok()?, Grain::Span));
    }
    let other = step.moved(today, way * count)?;
    // The next three weeks begin tomorrow, the last three ended yesterday: as many days as are said.
    let near = if step >= Step::Day { today.checked_add(way.days()).ok()? } else { today };
    let (first, last) = if way < 0 { (other, near) } else { (near, other) };
    Some(Days::closed(first, last, Grain::Span))
}
