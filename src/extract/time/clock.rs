//! Times of day.

use jiff::civil::Date;

use super::Found;
use super::absolute;
use super::told::Tie;
use crate::extract::mention::{TimeMention, TimeType};
use crate::extract::number::{self, Before, Form};
use crate::extract::reading::Reading;
use crate::value::Days;

/// Reads the time of day at a place, with the day that follows it.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let (end, hour, minute, second) = clock(reading, at)?;
    let (end, hour) = part_of_day(reading, end, hour);
    let zone = reading.is(end, reading.known().zone) && reading.slice(end).chars().all(char::is_uppercase);
    let world = if zone && reading.reads_one_of(end, &["UTC", "GMT"]) { "Z" } else { "" };
    let end = end + usize::from(zone);
    let (end, day) = day_behind(reading, end);
    let day = day.or_else(|| day_of_another(reading, at, end));
    let clock = match second {
        Some(second) => format!("{hour:02}:{minute:02}:{second:02}{world}"),
        None => format!("{hour:02}:{minute:02}{world}"),
    };
    Some(match day {
        Some(day) => Found::new(at, end, of_day(Some(day), &clock)),
        None => of_some_day(reading, at, end, &clock),
    })
}

/// A time of a day, or of any where it is none.
pub(super) fn of_day(day: Option<Date>, clock: &str) -> TimeMention {
    let value = day.map_or_else(|| format!("T{clock}"), |day| format!("{day}T{clock}"));
    TimeMention { sort: TimeType::Time, value: Some(value), days: day.map(Days::day), length: None }
}

/// A time without a day is one of the day that its sentence named last, else of the document's.
pub(super) fn of_some_day(reading: &Reading<'_>, start: usize, end: usize, clock: &str) -> Found {
    Found::new(start, end, of_day(reading.setting.published, clock)).tied(Tie::Day)
}

const O_CLOCK: &[&str] = &["o'clock", "o’clock", "oclock"];

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
    before_another(reading, at)
        .or_else(|| with_colon(reading, at))
        .or_else(|| by_hour(reading, at))
        .or_else(|| by_part(reading, at))
        .or_else(|| with_letter(reading, at))
        .or_else(|| before_zone(reading, at))
        .or_else(|| past_or_to(reading, at))
}

/// The clock behind a part of a day, in the half of the day that it says: "7" of "in the evening at 7" is 19:00. `letters` are those
/// of the part; what comes back is the end and the clock.
pub(super) fn in_part(reading: &Reading<'_>, end: usize, letters: &str) -> Option<(usize, String)> {
    let deeper = reading.deeper()?;
    let place = end + 1;
    if !reading.reads(end, "at") {
        return None;
    }
    let bare = || {
        let hour = small(reading, place, 13).or_else(|| spoken(reading, place))?;
        let done = !reading.is_word(place + 1) || reading.is(place + 1, reading.known().phrase_end);
        let clear = done && !reading.glued(place + 1) || !reading.is_word(place + 1) && reading.slice(place + 1) == ".";
        clear.then_some((place + 1, hour, 0, None))
    };
    let (stop, hour, minute, _) = clock(&deeper, place).or_else(bare)?;
    let hour = if hour < 12 && letters != "MO" && hour > 0 { hour + 12 } else { hour };
    Some((stop, format!("{hour:02}:{minute:02}")))
}

/// "4 in the morning", "at eight in the evening".
fn by_part(reading: &Reading<'_>, at: usize) -> Option<Clock> {
    let led = at == reading.first || reading.is(at - 1, reading.known().hour_preposition);
    if !led || part_of_day(reading, at + 1, 0).0 == at + 1 {
        return None;
    }
    let hour = small(reading, at, 13).or_else(|| spoken(reading, at))?;
    let (end, hour) = part_of_day(reading, at + 1, hour);
    Some((end, hour, 0, None))
}

/// "0735 GMT".
fn before_zone(reading: &Reading<'_>, at: usize) -> Option<Clock> {
    let figures = reading.slice(at);
    let zone = reading.is(at + 1, reading.known().zone) && reading.slice(at + 1).chars().all(char::is_uppercase);
    let plain = reading.is_number(at) && figures.len() == 4 && figures.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minute) = figures.split_at_checked(2).filter(|_| plain && zone)?;
    let hour = hour.parse().ok().filter(|hour| *hour < 24)?;
    Some((at + 1, hour, minute.parse().ok().filter(|minute| *minute < 60)?, None))
}

/// "15h", "15h30", as they write it elsewhere.
fn with_letter(reading: &Reading<'_>, at: usize) -> Option<Clock> {
    let hour = small(reading, at, 25)?;
    let letters = reading.slice(at + 1);
    if !letters.starts_with('h') || !reading.glued(at + 1) {
        return None;
    }
    let (end, minutes) = match letters.len() {
        1 if reading.glued(at + 2) && reading.is_number(at + 2) => (at + 3, reading.slice(at + 2)),
        1 => (at + 2, "00"),
        _ => (at + 2, letters.get(1..)?),
    };
    let led = reading.is(at.wrapping_sub(1), reading.known().hour_preposition)
        && reading.reads_one_of(at.wrapping_sub(1), &["at"]);
    let minute: u32 = minutes.parse().ok().filter(|&minute| minute < 60 && minutes.len() == 2)?;
    (led || end > at + 2 || letters.len() == 3).then_some((end, hour, minute, None))
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
    let past = |at: usize| reading.is(reading.past_hyphen(at), reading.known().past_or_to);
    let slashed = reading.glued(at) && reading.slice(at.wrapping_sub(1)) == "/";
    if slashed || !(past(at + 1) || past(at + 2) || past(at + 3)) {
        return None;
    }
    let article = usize::from(reading.reads(at, "a"));
    let (end, minutes) = match reading.slice(at + article).to_ascii_lowercase().as_str() {
        "half" => (at + article + 1, 30),
        "quarter" => (at + article + 1, 15),
        _ => (at + 1, small(reading, at, 60)?),
    };
    let named = minutes == 15 || minutes == 30;
    let end = reading.past_hyphen(end);
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
    if let Some((hour, minute)) = run_together(reading, at) {
        let (end, later) = half_of_day(reading, at + 1)?;
        return Some((end, on_dial(hour, later)?, minute, None));
    }
    let next = at + 1;
    if let Some(found) = in_words(reading, at) {
        return Some(found);
    }
    let clock = reading.is(next, reading.known().half_of_day) || reading.reads_one_of(next, O_CLOCK);
    let hour = if clock { small(reading, at, 25).or_else(|| spoken(reading, at))? } else { return None };
    if reading.reads_one_of(at + 1, O_CLOCK) {
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

/// "7 to 9 p.m.", "11:30-1 p.m.": the first hour takes its half of the day from the second, the earlier one where it would be behind it.
/// What comes back ends with the first.
fn before_another(reading: &Reading<'_>, at: usize) -> Option<Clock> {
    let (end, hour, minute) = bare(reading, at)?;
    let dash = matches!(reading.slice(end), "-" | "–" | "—") && reading.glued(end) == reading.glued(end + 1);
    let word = reading.reads_one_of(end, &["to", "until", "till", "and", "through"])
        && reading.is(at.wrapping_sub(1), reading.known().hour_preposition);
    let (behind, last, _) = bare(reading, end + 1).filter(|_| dash || word)?;
    let (_, later) = half_of_day(reading, behind)?;
    let before = hour % 12 <= last % 12;
    Some((end, on_dial(hour, later == before)?, minute, None))
}

/// The day behind the second of two hours: "7 to 9 p.m. on Friday".
fn day_of_another(reading: &Reading<'_>, at: usize, end: usize) -> Option<Date> {
    before_another(reading, at)?;
    let second = read(&reading.deeper()?, end + 1).filter(|second| second.tie.is_none())?;
    second.mention.days?.first
}

/// "9" and "9:30" without their half of the day: where it ends, hour and minute.
fn bare(reading: &Reading<'_>, at: usize) -> Option<(usize, u32, u32)> {
    let hour = small(reading, at, 13).filter(|&hour| hour > 0)?;
    let colon = reading.slice(at + 1) == ":" && reading.glued(at + 1) && reading.glued(at + 2);
    if !colon {
        return Some((at + 1, hour, 0));
    }
    Some((at + 3, hour, small(reading, at + 2, 60).filter(|_| reading.slice(at + 2).len() == 2)?))
}

/// "ten thirty a.m.".
fn in_words(reading: &Reading<'_>, at: usize) -> Option<Clock> {
    let (end, later) = half_of_day(reading, at + 2).filter(|_| reading.entry(at + 1).may_be_number())?;
    let hour = spoken(reading, at).filter(|&hour| hour <= 12)?;
    let minute = number::read(reading, at + 1, Before::Other).filter(|phrase| phrase.form == Form::Words)?;
    let minute = u32::try_from(minute.value()?.to_integer()?).ok().filter(|minute| (10..60).contains(minute))?;
    Some((end, on_dial(hour, later)?, minute, None))
}

/// "930" of "930 p.m.".
fn run_together(reading: &Reading<'_>, at: usize) -> Option<(u32, u32)> {
    let figures = reading.slice(at);
    let plain = reading.is_number(at) && figures.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minute) = figures.split_at_checked(figures.len().checked_sub(2)?).filter(|_| plain)?;
    let hour = hour.parse().ok().filter(|hour| (1..=12).contains(hour))?;
    Some((hour, minute.parse().ok().filter(|&minute| minute < 60)?))
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
fn day_behind(reading: &Reading<'_>, end: usize) -> (usize, Option<Date>) {
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
        _ => (end, behind_brackets(reading, end)),
    }
}

/// The day behind brackets that tell the same time elsewhere: "10:35 a.m. (0735 GMT) Friday".
fn behind_brackets(reading: &Reading<'_>, end: usize) -> Option<Date> {
    let closes = (end + 2..end + 6).find(|&at| reading.slice(at) == ")").filter(|_| reading.slice(end) == "(")?;
    read(&reading.deeper()?, end + 1)?;
    day_behind(&reading.deeper()?, closes + 1).1
}
