//! Times of day.

use super::Found;
use super::absolute;
use crate::extract::mention::{TimeMention, TimeType};
use crate::extract::number::{self, Before, Form};
use crate::extract::reading::Reading;
use crate::value::Days;

/// Reads the time of day at a place, with the day that follows it.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let (end, hour, minute, second) = clock(reading, at)?;
    let (end, hour) = part_of_day(reading, end, hour);
    let zone = reading.is(end, reading.known().zone) && reading.slice(end).chars().all(char::is_uppercase);
    let end = end + usize::from(zone);
    let (end, day) = day_behind(reading, end);
    let value = match second {
        Some(second) => format!("T{hour:02}:{minute:02}:{second:02}"),
        None => format!("T{hour:02}:{minute:02}"),
    };
    // A time without a day is one of the document's day.
    let day = day.or(reading.setting.published);
    let value = day.map_or(value.clone(), |day| format!("{day}{value}"));
    Some(Found::new(
        at,
        end,
        TimeMention { sort: TimeType::Time, value: Some(value), days: day.map(Days::day), length: None },
    ))
}

type Clock = (usize, u32, u32, Option<u32>);

/// The hour and minute at a place.
fn clock(reading: &Reading<'_>, at: usize) -> Option<Clock> {
    let known = reading.known();
    if reading.is(at, known.noon) {
        return Some((at + 1, 12, 0, None));
    }
    if reading.is(at, known.midnight) {
        return Some((at + 1, 0, 0, None));
    }
    with_colon(reading, at).or_else(|| by_hour(reading, at)).or_else(|| past_or_to(reading, at))
}

/// "3 in the afternoon", "9 at night": the end, and the hour on the clock.
fn part_of_day(reading: &Reading<'_>, end: usize, hour: u32) -> (usize, u32) {
    let (place, stop) = if reading.reads(end, "in") && reading.reads(end + 1, "the") {
        (end + 2, end + 3)
    } else if reading.reads(end, "at") {
        (end + 1, end + 2)
    } else {
        return (end, hour);
    };
    match reading.entry(place).place_in(reading.known().part_of_day) {
        Some(0) => (stop, hour),
        Some(_) if hour < 12 => (stop, hour + 12),
        Some(_) => (stop, hour),
        None => (end, hour),
    }
}

/// "half past nine", "a quarter to noon", "ten past 5 p.m.".
fn past_or_to(reading: &Reading<'_>, at: usize) -> Option<Clock> {
    let past = |at: usize| reading.is(at, reading.known().past_or_to);
    if !(past(at + 1) || past(at + 2) || past(at + 3)) {
        return None;
    }
    let article = usize::from(reading.reads(at, "a"));
    let (end, minutes) = match reading.slice(at + article).to_ascii_lowercase().as_str() {
        "half" => (at + article + 1, 30),
        "quarter" => (at + article + 1, 15),
        _ => (at + 1, small(reading, at, 60)?),
    };
    let named = minutes == 15 || minutes == 30;
    let end = if reading.reads(end, "minutes") { end + 1 } else { end };
    let later = reading.reads_one_of(end, &["past", "after"]);
    if !later && !reading.reads_one_of(end, &["to", "before"]) {
        return None;
    }
    let (stop, hour, zero, _) = clock(&reading.deeper()?, end + 1)
        .or_else(|| named.then(|| spoken(reading, end + 1).map(|hour| (end + 2, hour, 0, None))).flatten())?;
    if zero != 0 || !reading.is_word(at) && !reading.is_word(stop - 1) {
        return None;
    }
    Some(if later { (stop, hour, minutes, None) } else { (stop, (hour + 23) % 24, 60 - minutes, None) })
}

/// The hour that a number word names.
fn spoken(reading: &Reading<'_>, at: usize) -> Option<u32> {
    let phrase = reading.entry(at).may_be_number().then(|| number::read(reading, at, Before::Other)).flatten()?;
    let hour = u32::try_from(phrase.value()?.to_integer()?).ok()?;
    (phrase.form == Form::Words && phrase.end == at + 1 && hour <= 24).then_some(hour)
}

fn small(reading: &Reading<'_>, at: usize, below: u32) -> Option<u32> {
    let slice = reading.slice(at);
    let fits = reading.is_number(at) && slice.len() <= 2 && slice.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| slice.parse().ok())?.filter(|&value| value < below)
}

/// "9:30", "21:30:15", "9:30 p.m.".
fn with_colon(reading: &Reading<'_>, at: usize) -> Option<Clock> {
    let hour = small(reading, at, 25)?;
    let colon = |at: usize| reading.slice(at) == ":" && reading.glued(at) && reading.glued(at + 1);
    if !colon(at + 1) || reading.glued(at) && !matches!(reading.slice(at - 1), "(" | "-" | "–" | "T" | "/") {
        return None;
    }
    let minute = small(reading, at + 2, 60).filter(|_| reading.slice(at + 2).len() == 2)?;
    let second = colon(at + 3).then(|| small(reading, at + 4, 60)).flatten();
    let end = if second.is_some() { at + 5 } else { at + 3 };
    let half = half_of_day(reading, end);
    let hour = half.map_or(Some(hour), |(_, later)| on_dial(hour, later))?;
    Some((half.map_or(end, |(end, _)| end), hour, minute, second))
}

/// "9 p.m.", "9pm", "9.30pm", "nine o'clock".
fn by_hour(reading: &Reading<'_>, at: usize) -> Option<Clock> {
    if let Some((hour, minute)) = decimal(reading, at) {
        let (end, later) = half_of_day(reading, at + 1)?;
        return Some((end, on_dial(hour, later)?, minute, None));
    }
    let next = at + 1;
    let clock = reading.is(next, reading.known().half_of_day) || reading.reads_one_of(next, &["o'clock", "o’clock"]);
    let hour = if clock { small(reading, at, 25).or_else(|| spoken(reading, at))? } else { return None };
    if reading.reads_one_of(at + 1, &["o'clock", "o’clock"]) {
        let half = half_of_day(reading, at + 2);
        return Some((
            half.map_or(at + 2, |(end, _)| end),
            half.map_or(Some(hour), |(_, later)| on_dial(hour, later))?,
            0,
            None,
        ));
    }
    let (end, later) = half_of_day(reading, at + 1)?;
    Some((end, on_dial(hour, later)?, 0, None))
}

fn decimal(reading: &Reading<'_>, at: usize) -> Option<(u32, u32)> {
    let (hour, minute) = reading.slice(at).split_once('.').filter(|_| reading.is_number(at))?;
    let minute: u32 = minute.parse().ok().filter(|&value| value < 60 && minute.len() == 2)?;
    Some((hour.parse().ok().filter(|&hour| hour < 24)?, minute))
}

/// Whether "a.m." or "p.m." follows: its end, and whether it is the later half. "am" is also a verb.
fn half_of_day(reading: &Reading<'_>, at: usize) -> Option<(usize, bool)> {
    let word = reading.slice(at);
    if !reading.is(at, reading.known().half_of_day)
        || word == "am" && !reading.glued(at) && reading.reads_one_of(at.wrapping_sub(2), &["i"])
    {
        return None;
    }
    Some((at + 1, word.starts_with(['p', 'P'])))
}

fn on_dial(hour: u32, later: bool) -> Option<u32> {
    match (hour, later) {
        (13.., _) => (hour <= 24).then_some(hour),
        (12, false) => Some(0),
        (12, true) => Some(12),
        (hour, later) => Some(hour + if later { 12 } else { 0 }),
    }
}

/// The day behind a time: "9 p.m. on Wednesday", "9:30 a.m. March 5", "noon today".
fn day_behind(reading: &Reading<'_>, end: usize) -> (usize, Option<jiff::civil::Date>) {
    let place = absolute::past_comma(reading, end);
    let place = if reading.reads(place, "on") { place + 1 } else { place };
    let deeper = reading.deeper();
    let found = deeper.and_then(|inner| absolute::read(&inner, place).or_else(|| super::relative::read(&inner, place)));
    let day = found.and_then(|found| {
        Some((
            found.end,
            found.start == place,
            found.mention.days.filter(|days| days.grain == crate::value::Grain::Day)?.first?,
        ))
    });
    match day {
        Some((end, true, day)) => (end, Some(day)),
        _ => (end, None),
    }
}
