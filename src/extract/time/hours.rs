//! Hours with two ends: "from 9 a.m. to 5 p.m.", "between 8 and 11 last night", "2:30-4 p.m.".

use jiff::civil::Date;

use super::absolute::past_comma;
use super::clock::{self, Hour};
use super::{Found, relative};
use crate::extract::mention::TimeType;
use crate::extract::reading::Reading;

/// Makes a range of a time of day where a second one follows that ends it.
pub(super) fn extend(reading: &Reading<'_>, first: Found, free: usize) -> Found {
    let opener = opener(reading, first.start).filter(|&opener| opener >= free);
    let whole = second(reading, &first, opener).and_then(|second| joined(reading, &first, second));
    match (whole, opener) {
        (Some(whole), Some(start)) => Found { start, ..whole },
        (Some(whole), None) => whole,
        (None, _) => first,
    }
}

/// The "from" or "between" before a place.
fn opener(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    (at > reading.first && reading.reads_one_of(before, &["from", "between"])).then_some(before)
}

/// Behind what joins the two ends.
fn link(reading: &Reading<'_>, at: usize, opener: Option<usize>) -> Option<usize> {
    let dash = matches!(reading.slice(at), "-" | "–" | "—") && reading.glued(at) == reading.glued(at + 1);
    let between = opener.is_some_and(|opener| reading.reads(opener, "between"));
    let word = reading.reads_one_of(at, &["to", "until", "till", "through"]) || between && reading.reads(at, "and");
    (dash || word).then_some(at + 1)
}

/// The time of day that ends the range: one that says so, or behind "from" a bare hour that nothing follows.
fn second(reading: &Reading<'_>, first: &Found, opener: Option<usize>) -> Option<Found> {
    let at = link(reading, first.end, opener)?;
    let whole = clock::read(&reading.deeper()?, at).filter(|found| found.start == at);
    whole.or_else(|| {
        let hour = clock::bare(reading, at).filter(|_| opener.is_some())?;
        let ends = !reading.is_word(hour.end) && !matches!(reading.slice(hour.end), "%" | "-" | "$")
            || reading.is(hour.end, reading.known().phrase_end);
        ends.then(|| clock::of_some_day(reading, at, hour.end, &hour.written()))
    })
}

/// The range of two times; its day is that of the one that names it.
fn joined(reading: &Reading<'_>, first: &Found, second: Found) -> Option<Found> {
    let (from, to) = (clock::written(first)?, clock::written(&second)?);
    let said = reading.is(second.end - 1, reading.known().half_of_day);
    // "from 10:30 to 3"
    let to = if to < from && !said { clock::later(&to).filter(|later| *later > from).unwrap_or(to) } else { to };
    let own = |found: &Found| found.tie.is_none().then(|| found.mention.days?.first).flatten();
    let range = format!("{from}/{to}");
    Some(match own(first).or_else(|| own(&second)) {
        Some(day) => Found::new(first.start, second.end, clock::of_day(Some(day), &range)),
        None => clock::of_some_day(reading, first.start, second.end, &range),
    })
}

/// "between 5 and 6 in the afternoon", "from 6 to 6:45 tonight", "tonight from 7 to 9": hours that only the part of the day beside them
/// shows to be such.
pub(super) fn in_part(reading: &Reading<'_>, at: usize, free: usize) -> Option<Found> {
    let start = opener(reading, at).filter(|&start| start >= free)?;
    let first = clock::bare(reading, at)?;
    let second = clock::bare(reading, link(reading, first.end, Some(start))?)?;
    if is_level(reading, start) {
        return None;
    }
    let part = behind(reading, second.end).or_else(|| before(reading, start, second.end))?;
    let (from, to) = part.turned(first, second);
    let range = format!("{}/{}", from.written(), to.written());
    Some(match part.day {
        Some(day) => Found::new(start, part.end, clock::of_day(Some(day), &range)),
        None => clock::of_some_day(reading, start, part.end, &range),
    })
}

/// "rose from 5 to 6 in the morning", "temperatures from 3 to 5 at night": no hours.
fn is_level(reading: &Reading<'_>, start: usize) -> bool {
    let known = reading.known();
    let classes = [known.up, known.down, known.temperature, known.sum, known.score];
    (reading.first..start).rev().take(6).any(|at| classes.iter().any(|&class| reading.is(at, class)))
}

/// A part of a day that tells which half of it hours are in.
struct Part {
    end: usize,
    letters: String,
    day: Option<Date>,
}

impl Part {
    /// The two hours as they are on the clock.
    fn turned(&self, first: Hour, second: Hour) -> (Hour, Hour) {
        let turn = |hour: Hour| match self.letters.as_str() {
            "MO" => hour,
            "NI" if hour.hour < 5 => hour,
            _ => hour.later(),
        };
        let (from, to) = (turn(first), turn(second));
        // "between 11 and 1 in the afternoon"
        if from.minutes() > to.minutes() && first.minutes() < to.minutes() { (first, to) } else { (from, to) }
    }
}

/// "in the morning", "last night", "yesterday afternoon" behind the hours.
fn behind(reading: &Reading<'_>, at: usize) -> Option<Part> {
    let place = past_comma(reading, at);
    if reading.reads(place, "in") && reading.reads(place + 1, "the") || reading.reads(place, "at") {
        let place = if reading.reads(place, "at") { place + 1 } else { place + 2 };
        let letters = relative::part_letters(reading, place)?;
        return Some(Part { end: place + 1, letters: letters.to_owned(), day: None });
    }
    let found = relative::read(&reading.deeper()?, place).filter(|found| found.start == place)?;
    let letters =
        clock::written(&found).filter(|letters| letters.len() == 2 && found.mention.sort == TimeType::Time)?;
    Some(Part { end: found.end, letters, day: found.mention.days.and_then(|days| days.first) })
}

/// "this evening", "tonight" before them.
fn before(reading: &Reading<'_>, start: usize, end: usize) -> Option<Part> {
    let at = start.checked_sub(1).filter(|&at| at >= reading.first)?;
    let night = reading.is(at, reading.known().tonight).then_some("NI");
    let letters = night.or_else(|| relative::part_letters(reading, at))?;
    let ends = !reading.is_word(end) || reading.is(end, reading.known().phrase_end);
    ends.then(|| Part { end, letters: letters.to_owned(), day: None })
}
