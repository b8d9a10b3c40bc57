//! Whether a number is the size of a change, and in which direction.

use super::Behind;
use super::unit::Unified;
use crate::extract::mention::Change;
use crate::extract::reading::Reading;
use crate::value::{Dimension, Unit};

/// How far from its size a change may be named.
const REACH: usize = 7;

/// The direction of the change that the number at `start..end` measures.
pub(super) fn of(reading: &Reading<'_>, start: usize, end: usize, unit: &Unified, behind: Behind) -> Option<Change> {
    let counted = unit.written.filter(|_| unit.unit.as_ref().is_some_and(Unit::counts)).map(|(from, _)| from);
    let dimension = unit.unit.as_ref().map(|unit| unit.dimension);
    if matches!(dimension, Some(Dimension::Duration | Dimension::Age | Dimension::Ordinal)) {
        return None;
    }
    signed(reading, start, dimension)
        .or_else(|| before(reading, start, behind.free, dimension))
        .or_else(|| counted.and_then(|from| comparative(reading, start, from)))
        .or_else(|| after(reading, end, dimension))
        .or_else(|| held_against(reading, end, dimension))
        .or_else(|| inherited(reading, start, behind))
}

/// "+0.4 %": the sign of a change.
fn signed(reading: &Reading<'_>, start: usize, dimension: Option<Dimension>) -> Option<Change> {
    let relative = matches!(dimension, Some(Dimension::Percent | Dimension::Points));
    (relative && reading.glued(start) && reading.slice(start - 1) == "+").then_some(Change::Up)
}

/// "rose 5 %", "a loss of $3 million", "raised rates by 2 points".
fn before(reading: &Reading<'_>, start: usize, free: usize, dimension: Option<Dimension>) -> Option<Change> {
    let known = reading.known();
    let mut at = start;
    while at > free.max(reading.first) && reading.is(at - 1, known.change_link) {
        at -= 1;
    }
    let last = at.checked_sub(1).filter(|&last| last >= free.max(reading.first))?;
    let link = reading.slice(start.wrapping_sub(1)).to_ascii_lowercase();
    // "raised $5 million", though "raised its offer by $5"
    let things = matches!(dimension, Some(Dimension::Money | Dimension::Count));
    if things && link != "by" && reading.is(last, known.collecting) {
        return None;
    }
    if let Some(found) = direction(reading, last).or_else(|| at_the_close(reading, last, dimension)) {
        return Some(found);
    }
    match link.as_str() {
        "by" | "of" => (last.saturating_sub(REACH).max(free).max(reading.first)..=last)
            .rev()
            .take_while(|&at| !is_break(reading, at))
            .find_map(|at| direction(reading, at)),
        _ => None,
    }
}

fn is_break(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.slice(at), "," | ";" | ":" | "(" | ")" | "\"" | "“" | "”" | "—" | "–") || reading.is_number(at)
}

/// "a 5 % rise", "5 % higher", "14,000 fewer jobs".
fn after(reading: &Reading<'_>, end: usize, dimension: Option<Dimension>) -> Option<Change> {
    let near = if matches!(dimension, Some(Dimension::Percent | Dimension::Points)) { 3 } else { 1 };
    (end..end + near)
        .take_while(|&at| {
            reading.is_word(at) && !reading.is(at, reading.known().phrase_end) || direction(reading, at).is_some()
        })
        .find_map(|at| direction(reading, at).filter(|_| is_noun(reading, at)))
}

/// "30 % above those of May", "5 % more than".
fn held_against(reading: &Reading<'_>, end: usize, dimension: Option<Dimension>) -> Option<Change> {
    let known = reading.known();
    let is_than = reading.reads(end + 1, "than") || reading.is(end, known.without_than);
    if !matches!(dimension, Some(Dimension::Percent | Dimension::Points)) || !is_than {
        return None;
    }
    let (is_up, is_down) = (reading.is(end, known.told_of_more), reading.is(end, known.told_of_less));
    is_up.then_some(Change::Up).or(is_down.then_some(Change::Down))
}

/// Whether a word of change behind a number is its noun or comparative: "5 % rise", and not "5 raising".
fn is_noun(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.slice(at);
    let verb = word.ends_with("ing") || word.ends_with("ed") || reading.is(at, reading.known().past);
    let adverb = reading.reads_one_of(at, &["up", "down", "off"]);
    !verb && !adverb || reading.reads_one_of(at, &["cut", "cuts"])
}

/// "14,000 fewer jobs": between the number and its noun.
fn comparative(reading: &Reading<'_>, start: usize, noun: usize) -> Option<Change> {
    (start..noun).find(|&at| reading.reads(at, "fewer") && !reading.reads(at + 1, "than")).map(|_| Change::Down)
}

/// "fell 37 points, or 0.6%": the same change in another unit.
fn inherited(reading: &Reading<'_>, start: usize, behind: Behind) -> Option<Change> {
    let change = behind.change?;
    let between = reading.range(behind.free, start);
    matches!(between.trim(), "or" | ", or" | "(" | ", or about" | "(about" | "(or" | "and" | ", and" | "-")
        .then_some(change)
        .filter(|_| behind.free < start)
}

/// "ended down 40 points", "started up 2 %", though not "ended up 2 miles away".
fn at_the_close(reading: &Reading<'_>, at: usize, dimension: Option<Dimension>) -> Option<Change> {
    let session = reading.is(at.checked_sub(1)?, reading.known().session);
    let relative = matches!(dimension, Some(Dimension::Percent | Dimension::Points));
    match reading.slice(at) {
        "down" if session => Some(Change::Down),
        "up" if session && relative => Some(Change::Up),
        _ => None,
    }
}

fn direction(reading: &Reading<'_>, at: usize) -> Option<Change> {
    let known = reading.known();
    let entry = reading.entry(at);
    let phrasal = reading.reads_one_of(at, &["up", "down", "off"]) && reading.is(at.wrapping_sub(1), known.phrasal);
    // "fell short of": no fall.
    if phrasal || reading.reads(at + 1, "short") {
        None
    } else if entry.has(known.up) {
        Some(Change::Up)
    } else if entry.has(known.down) {
        Some(Change::Down)
    } else {
        None
    }
}
