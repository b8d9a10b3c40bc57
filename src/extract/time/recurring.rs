//! What comes round: "annual", "every Monday", "$5 a year".

use super::Found;
use super::calendar::Step;
use super::duration::timex;
use crate::extract::mention::{TimeMention, TimeType};
use crate::extract::number::{self, Before};
use crate::extract::reading::Reading;
use crate::value::Number;

/// Reads the recurring time at a place; nothing before `free` may be taken back into it.
pub(super) fn read(reading: &Reading<'_>, at: usize, free: usize) -> Option<Found> {
    recurring(reading, at).or_else(|| rate(reading, at, free))
}

/// "every Monday and Wednesday": a weekday at a place comes round as the one before it does.
pub(super) fn as_the_one_before(reading: &Reading<'_>, at: usize, place: usize) -> Option<Found> {
    let each = at.checked_sub(3).filter(|&each| reading.is(each, reading.known().each_time))?;
    let other = super::absolute::weekday(reading, each + 1).is_some();
    (other && reading.reads_one_of(at - 1, &["and", "or"])).then(|| set(at, at + 1, weekly(place)))
}

fn weekly(place: usize) -> String {
    format!("XXXX-WXX-{}", place % 7 + 1)
}

pub(super) fn set(start: usize, end: usize, value: String) -> Found {
    Found::new(start, end, TimeMention { sort: TimeType::Set, value: Some(value), days: None, length: None })
}

/// "annual", "daily", "every Monday", "each year", "every two weeks".
fn recurring(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let known = reading.known();
    let named = [
        (known.every_year, "P1Y"),
        (known.every_half_year, "P6M"),
        (known.every_quarter, "P1Q"),
        (known.every_month, "P1M"),
        (known.every_week, "P1W"),
        (known.every_two_weeks, "P2W"),
        (known.every_day, "P1D"),
        (known.every_hour, "PT1H"),
    ];
    const OTHER: &[&str] = &["semi", "half", "bi", "tri", "twice", "thrice"];
    if reading.is_hyphen(at.wrapping_sub(1)) && reading.reads_one_of(at.wrapping_sub(2), OTHER) {
        return hyphenated(reading, at);
    }
    if let Some((_, value)) = named.iter().find(|(class, _)| reading.is(at, *class)) {
        return Some(set(at, at + 1, (*value).to_owned()));
    }
    if let Some(place) = reading.entry(at).place_in(known.weekdays) {
        return Some(set(at, at + 1, weekly(place)));
    }
    let bare = |end: usize| !reading.is_word(end) || reading.is(end, known.phrase_end);
    if reading.reads(at, "everyday") {
        // "everyday life" is no day's.
        return bare(at + 1).then(|| set(at, at + 1, "P1D".to_owned()));
    }
    let led = at > reading.first && reading.reads_one_of(at - 1, &["on", "at", "during"]);
    if led && reading.reads(at, "weekends") && bare(at + 1) {
        return Some(set(at, at + 1, "XXXX-WXX-WE".to_owned()));
    }
    if !reading.is(at, known.each_time) {
        return None;
    }
    let place = if reading.reads_one_of(at + 1, &["other", "single", "few"]) { at + 2 } else { at + 1 };
    if let Some(day) = super::absolute::weekday(reading, place) {
        return Some(set(at, place + 1, weekly(day)));
    }
    if let Some(month) = super::absolute::month(reading, at + 1).filter(|_| !reading.is_number(at + 2)) {
        return Some(set(at, at + 2, format!("XXXX-{month:02}")));
    }
    if let Some(season) = reading.entry(at + 1).place_in(known.season).filter(|_| !reading.is_hyphen(at + 2)) {
        return Some(set(at, at + 2, format!("XXXX-{}", super::calendar::SEASONS[season % 4].0)));
    }
    let count = if reading.reads(at + 1, "other") { 2 } else { 1 };
    if Step::at(reading, place) == Some(Step::Weekend) {
        return Some(set(at, place + 1, "XXXX-WXX-WE".to_owned()));
    }
    if let Some(step) = Step::at(reading, place) {
        return Some(set(at, place + 1, timex(step, Some(Number::from_integer(count)))));
    }
    if let Some(letters) = reading.entry(at + 1).place_in(known.part_of_day) {
        let letters = ["MO", "AF", "EV", "NI"].get(letters)?;
        return Some(set(at, at + 2, format!("XXXX-XX-XXT{letters}")));
    }
    let phrase = number::read(reading, at + 1, Before::Other)?;
    let step = Step::at(reading, phrase.end)?;
    Some(set(at, phrase.end + 1, timex(step, phrase.value())))
}

/// "semi-annual", "half-yearly"; what "bi-annual" means is not known.
fn hyphenated(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let half =
        reading.reads_one_of(at.wrapping_sub(2), &["semi", "half"]) && reading.is(at, reading.known().every_year);
    half.then(|| set(at - 2, at + 1, "P6M".to_owned()))
}

/// "a year" behind an amount, "per month": how often.
fn rate(reading: &Reading<'_>, at: usize, free: usize) -> Option<Found> {
    let per = reading.reads(at, "per");
    let behind_amount = at > reading.first && at == free && reading.reads_one_of(at, &["a", "an", "each"]);
    let times = reading.reads_one_of(at, &["a", "an"])
        && at > reading.first
        && reading.reads_one_of(at - 1, &["once", "twice", "times"]);
    if !per && !behind_amount && !times {
        return None;
    }
    let step = Step::at(reading, at + 1).filter(|_| !reading.is(at + 1, reading.known().plural_time_unit))?;
    let away = reading.is(at + 2, reading.known().back) || reading.is(at + 2, reading.known().ahead);
    (!away).then(|| set(at, at + 2, timex(step, Some(Number::ONE))))
}
