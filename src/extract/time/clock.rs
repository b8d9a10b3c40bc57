//! Times of day.

use jiff::civil::Date;

use super::Found;
use super::told::Tie;
use super::{absolute, capital};
use crate::extract::mention::{TimeMention, TimeType};
use crate::extract::number::{self, Before, Form};
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// Reads the time of day at a place, with the day that follows it.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let (end, hour, minute, second) = clock(reading, at)?;
    let (end, hour) = part_of_day(reading, end, hour);
    let zone = reading.is(end, reading.known().zone) && reading.slice(end).chars().all(char::is_uppercase);
    let world = if zone && reading.reads_one_of(end, &["UTC", "GMT"]) { "Z" } else { "" };
    let end = end + usize::from(zone);
    let (end, day) = match day_behind(reading, past_named_zone(reading, end)) {
        (end, Some(day)) => (end, Some(day)),
        (_, None) => day_behind(reading, end),
    };
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

/// Behind "local time", "Moscow time", "Eastern Daylight Time".
fn past_named_zone(reading: &Reading<'_>, end: usize) -> usize {
    let named = reading.reads(end, "local") || reading.is_capitalised(end);
    let place = end + 1 + usize::from(reading.reads_one_of(end + 1, &["standard", "daylight", "summer"]));
    if named && reading.reads(place, "time") { place + 1 } else { end }
}

/// A time of a day, or of any where it is none; one behind a slash ends a range, on the day after where it would lie before the first.
pub(in crate::extract) fn of_day(day: Option<Date>, clock: &str) -> TimeMention {
    let at = |day: Option<Date>, clock: &str| day.map_or_else(|| format!("T{clock}"), |day| format!("{day}T{clock}"));
    let (value, days) = match clock.split_once('/') {
        None => (at(day, clock), day.map(Days::day)),
        Some((from, to)) => {
            let last = if to < from { day.and_then(|day| day.tomorrow().ok()) } else { day };
            let days = day.zip(last).map(|(day, last)| Days::span(Days::day(day), Days::day(last)));
            (format!("{}/{}", at(day, from), at(last, to)), if last == day { day.map(Days::day) } else { days })
        }
    };
    TimeMention { sort: TimeType::Time, value: Some(value), days, length: None }
}

/// The clock of a time, without its day: "09:00", or "09:00/17:00".
pub(super) fn written(found: &Found) -> Option<String> {
    of_value(found.mention.value.as_deref()?)
}

/// The clock of a value.
pub(in crate::extract) fn of_value(value: &str) -> Option<String> {
    let clocks: Vec<&str> = value.split('/').filter_map(|value| Some(value.split_once('T')?.1)).collect();
    (!clocks.is_empty()).then(|| clocks.join("/"))
}

/// The same clock twelve hours on.
pub(super) fn later(clock: &str) -> Option<String> {
    let (hour, rest) = clock.split_at_checked(2)?;
    let hour: u32 = hour.parse().ok().filter(|hour| *hour < 12)?;
    Some(format!("{:02}{rest}", hour + 12))
}

/// A time without a day is one of the day that its sentence named last, else of the document's.
pub(super) fn of_some_day(reading: &Reading<'_>, start: usize, end: usize, clock: &str) -> Found {
    Found::new(start, end, of_untold_day(reading.setting.published, clock)).tied(Tie::Day)
}

/// A time of a day that its sentence does not name.
pub(super) fn of_untold_day(day: Option<Date>, clock: &str) -> TimeMention {
    let mut mention = of_day(day, clock);
    mention.days = mention.days.map(|days| Days { grain: Grain::Span, ..days });
    mention
}

/// An hour without its half of the day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hour {
    /// Behind it.
    pub end: usize,
    pub hour: u32,
    pub minute: u32,
}

impl Hour {
    /// As a clock shows it.
    pub fn written(self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }

    /// Twelve hours on, where that is in the day.
    pub fn later(self) -> Self {
        Self { hour: if self.hour < 12 { self.hour + 12 } else { self.hour }, ..self }
    }

    /// Minutes from midnight.
    pub fn minutes(self) -> u32 {
        self.hour * 60 + self.minute
    }
}

const O_CLOCK: &[&str] = &["o'clock", "o’clock", "oclock"];

type Clock = (usize, u32, u32, Option<u32>);

/// The hour and minute at a place.
fn clock(reading: &Reading<'_>, at: usize) -> Option<Clock> {
    let known = reading.known();
    let fixed = reading.is(at, known.noon) || reading.is(at, known.midnight);
    if fixed && capital::is_name(reading, at) {
        return None;
    }
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

/// "0820 GMT".
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
    // "from 5 to 6 in the morning" has two ends.
    let ranged = at > reading.first && reading.reads_one_of(at - 1, &["from", "between"]);
    if slashed || ranged || !(past(at + 1) || past(at + 2) || past(at + 3)) {
        return None;
    }
    let article = usize::from(reading.reads(at, "a"));
    let (end, minutes) = match reading.slice(at + article).to_ascii_lowercase().as_str() {
        "half" => (at + article + 1, 30),
        "quarter" => (at + article + 1, 15),
        _ => small(reading, at, 60).map(|minutes| (at + 1, minutes)).or_else(|| spoken_minutes(reading, at))?,
    };
    let named = minutes == 15 || minutes == 30 || minutes % 5 == 0 && reading.reads(end, "past");
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

/// "fifteen" of "fifteen past eight": its end, and the minutes.
fn spoken_minutes(reading: &Reading<'_>, at: usize) -> Option<(usize, u32)> {
    let phrase = reading.entry(at).may_be_number().then(|| number::read(reading, at, Before::Other)).flatten()?;
    let minutes = u32::try_from(phrase.value()?.to_integer()?).ok().filter(|minutes| (1..60).contains(minutes))?;
    (phrase.form == Form::Words && reading.reads(phrase.end, "past")).then_some((phrase.end, minutes))
}

/// The hour that a number word names.
fn spoken(reading: &Reading<'_>, at: usize) -> Option<u32> {
    let phrase = reading.entry(at).may_be_number().then(|| number::read(reading, at, Before::Other)).flatten()?;
    let hour = u32::try_from(phrase.value()?.to_integer()?).ok()?;
    (phrase.form == Form::Words && phrase.end == at + 1 && hour <= 24).then_some(hour)
}

/// The hour that one number word names, whatever follows it.
pub(super) fn spoken_alone(reading: &Reading<'_>, at: usize) -> Option<u32> {
    const HOURS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let place = HOURS.iter().position(|hour| reading.reads(at, hour))?;
    u32::try_from(place + 1).ok()
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
    let clock = half_of_day(reading, next).is_some() || reading.reads_one_of(next, O_CLOCK);
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
    let Hour { end, hour, minute } = bare(reading, at)?;
    let dash = matches!(reading.slice(end), "-" | "–" | "—") && reading.glued(end) == reading.glued(end + 1);
    let word = reading.reads_one_of(end, &["to", "until", "till", "and", "through"])
        && reading.is(at.wrapping_sub(1), reading.known().hour_preposition);
    let last = bare(reading, end + 1).filter(|_| dash || word)?;
    let (_, later) = half_of_day(reading, last.end)?;
    let before = hour % 12 <= last.hour % 12;
    Some((end, on_dial(hour, later == before)?, minute, None))
}

/// The day behind the second of two hours: "7 to 9 p.m. on Friday".
fn day_of_another(reading: &Reading<'_>, at: usize, end: usize) -> Option<Date> {
    before_another(reading, at)?;
    let second = read(&reading.deeper()?, end + 1).filter(|second| second.tie.is_none())?;
    second.mention.days?.first
}

/// "9", "9:30" and "nine" without their half of the day.
pub(super) fn bare(reading: &Reading<'_>, at: usize) -> Option<Hour> {
    if let Some(hour) = spoken(reading, at).filter(|hour| (1..13).contains(hour)) {
        return Some(Hour { end: at + 1, hour, minute: 0 });
    }
    let hour = small(reading, at, 13).filter(|&hour| hour > 0)?;
    let colon = reading.slice(at + 1) == ":" && reading.glued(at + 1) && reading.glued(at + 2);
    if !colon {
        return Some(Hour { end: at + 1, hour, minute: 0 });
    }
    let minute = small(reading, at + 2, 60).filter(|_| reading.slice(at + 2).len() == 2)?;
    Some(Hour { end: at + 3, hour, minute })
}

/// "ten thirty a.m.".
fn in_words(reading: &Reading<'_>, at: usize) -> Option<Clock> {
    let hour = spoken_alone(reading, at).filter(|&hour| hour <= 12 && reading.entry(at + 1).may_be_number())?;
    let minute = number::read(reading, at + 1, Before::Other).filter(|phrase| phrase.form == Form::Words)?;
    let (end, later) = half_of_day(reading, minute.end)?;
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
    if let Some(end) = spaced_half(reading, at) {
        return Some((end, reading.reads(at, "p")));
    }
    if !reading.is(at, reading.known().half_of_day)
        || word == "am" && !reading.glued(at) && reading.reads_one_of(at.wrapping_sub(2), &["i"])
    {
        return None;
    }
    Some((at + 1, word.starts_with(['p', 'P'])))
}

/// "p m", "a . m .": its end.
fn spaced_half(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let past_stop = |at: usize| if reading.slice(at) == "." && !reading.is_word(at + 1) { at + 1 } else { at };
    let letter = reading.reads_one_of(at, &["a", "p"]);
    let place = if reading.slice(at + 1) == "." { at + 2 } else { at + 1 };
    (letter && reading.reads(place, "m")).then(|| past_stop(place + 1))
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
pub(super) fn day_behind(reading: &Reading<'_>, end: usize) -> (usize, Option<Date>) {
    let place = absolute::past_comma(reading, end);
    let place = if reading.reads(place, "on") { place + 1 } else { place };
    let deeper = reading.deeper();
    let found = deeper.and_then(|inner| absolute::read(&inner, place).or_else(|| super::relative::read(&inner, place)));
    let day = found.and_then(|found| {
        Some((found.end, found.start == place, found.mention.days.filter(|days| days.grain == Grain::Day)?.first?))
    });
    match day {
        Some((end, true, day)) => (end, Some(day)),
        _ => (end, behind_brackets(reading, end)),
    }
}

/// The day behind brackets that tell the same time elsewhere: "11:20 a.m. (0820 GMT) Friday", "8:20 (1120 GMT Friday)".
fn behind_brackets(reading: &Reading<'_>, end: usize) -> Option<Date> {
    let closes = (end + 2..end + 6).find(|&at| reading.slice(at) == ")").filter(|_| reading.slice(end) == "(")?;
    let told = read(&reading.deeper()?, end + 1)?;
    let own = told.tie.is_none().then_some(told.mention.days).flatten().and_then(|days| days.first);
    own.or_else(|| day_behind(&reading.deeper()?, closes + 1).1)
}
