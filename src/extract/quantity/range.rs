//! Ranges: "between a and b", "from a to b", "a–b", "a or b".

use super::{Draft, hedge, money, unit};
use crate::extract::number::{self, Before, Form, Phrase};
use crate::extract::reading::Reading;
use crate::value::{Dimension, Number, Wording};

/// Makes a range of a draft where a second number follows that goes with the first.
pub(super) fn extend(reading: &Reading<'_>, draft: &mut Draft, free: usize, money: bool) {
    let opener = opener(reading, draft.start, free);
    if !may_end_a_range(&draft.phrase, opener) {
        return;
    }
    if give_or_take(reading, draft).is_some() {
        return;
    }
    if let Some(unit) = suspended(reading, draft.end) {
        draft.unit = unit::Unified { end: draft.end, written: None, ..unit };
        return;
    }
    if let Some(unit) = across(reading, draft) {
        draft.unit = unit::Unified { end: draft.end, written: None, ..unit };
        return;
    }
    if let Some(unit) = unit_of_earlier_level(reading, draft) {
        draft.unit = unit::Unified { end: draft.end, written: None, ..unit };
        return;
    }
    let Some((at, link)) = link(reading, draft, opener) else { return };
    let Some(second) = second(reading, at, draft.end, money).filter(|second| may_end_a_range(&second.phrase, opener))
    else {
        return;
    };
    if !goes_together(reading, draft, &second, link, opener) {
        lend_unit(reading, draft, &second, opener);
        lend_sign(draft, &second, link);
        return;
    }
    let Some(first) = spread(reading, &draft.phrase, &second) else { return };
    draft.phrase = first;
    draft.to = Some(second.phrase);
    draft.wording = Wording::Range;
    draft.end = second.unit.end;
    if second.unit.unit.is_some() || draft.unit.unit.is_none() {
        draft.unit = second.unit;
    }
    if let Some((start, _)) = opener.filter(|(_, word)| *word != Opener::From || link == Link::To) {
        draft.start = start;
    }
}

/// A number, or behind "between" and "from" a share: "between a third and a half".
fn may_end_a_range(phrase: &Phrase, opener: Option<(usize, Opener)>) -> bool {
    matches!(phrase.form, Form::Digits | Form::Words) || phrase.form == Form::Part && opener.is_some()
}

/// How many numbers share the unit of the last one.
const SHARING: usize = 4;

/// "a 5- or 6-inch screen", "two-, three- and four-bedroom flats": the unit of the number behind the last hyphen is that of each. They
/// are so many sizes, and no range.
fn suspended(reading: &Reading<'_>, mut hyphen: usize) -> Option<unit::Unified> {
    for _ in 0..SHARING {
        let hangs = reading.slice(hyphen) == "-" && reading.glued(hyphen) && !reading.glued(hyphen + 1)
            || reading.slice(hyphen) == "-" && reading.slice(hyphen + 1) == ",";
        let comma = usize::from(reading.slice(hyphen + 1) == ",");
        let joined = hyphen + 1 + comma;
        let link = usize::from(reading.reads_one_of(joined, &["or", "and"]));
        let next = joined + link;
        if !hangs || comma + link == 0 || !(reading.is_number(next) || reading.entry(next).may_be_number()) {
            return None;
        }
        let phrase = number::read(reading, next, Before::Other)?;
        if reading.is_hyphen(phrase.end) {
            return Some(unit::after(reading, &phrase, phrase.end, None)).filter(|found| found.unit.is_some());
        }
        hyphen = phrase.end;
    }
    None
}

/// "narrowed to 12 from 13.4 percent": the unit stands behind the level that was left.
fn unit_of_earlier_level(reading: &Reading<'_>, draft: &Draft) -> Option<unit::Unified> {
    let to = draft.start.checked_sub(1).is_some_and(|to| reading.reads(to, "to")) && reading.reads(draft.end, "from");
    if !to || draft.unit.unit.is_some() || !reading.is_number(draft.end + 1) {
        return None;
    }
    let phrase = number::read(reading, draft.end + 1, Before::Other)?;
    let unit = unit::after(reading, &phrase, phrase.end, None);
    let year = phrase.value().is_some_and(Number::is_integer) && reading.slice(phrase.start).len() == 4;
    let relative =
        |unit: &crate::value::Unit| !matches!(unit.dimension, Dimension::Duration | Dimension::Age | Dimension::Count);
    (!year && unit.unit.as_ref().is_some_and(relative)).then_some(unit)
}

/// How many times as long as the other a side may be.
const LONGEST_SIDE: i128 = 12;

/// "20 x 30 feet", "a 20-by-30-foot room": the one side is measured as the other is.
fn across(reading: &Reading<'_>, draft: &Draft) -> Option<unit::Unified> {
    let at = reading.past_hyphen(draft.end);
    let by = reading.reads_one_of(at, &["x", "by"]) || reading.slice(at) == "×";
    let next = reading.past_hyphen(at + 1);
    if !by || draft.unit.unit.is_some() || !reading.is_number(next) {
        return None;
    }
    let phrase = number::read(reading, next, Before::Other)?;
    let unit = unit::after(reading, &phrase, phrase.end, None);
    let length = unit.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Length);
    // "a 4-by-100-meter relay" has four legs.
    let limit = draft.phrase.value()?.times(Number::from_integer(LONGEST_SIDE))?;
    (length && phrase.value()? <= limit).then_some(unit)
}

/// "5 ± 0.2 mm", "5 mm +/- 0.2 mm": a number with what it may be off by.
fn give_or_take(reading: &Reading<'_>, draft: &mut Draft) -> Option<()> {
    let at = draft.end;
    let spelled = reading.slice(at) == "+"
        && reading.slice(at + 1) == "/"
        && matches!(reading.slice(at + 2), "-" | "−")
        && reading.glued(at + 1)
        && reading.glued(at + 2);
    let place = if reading.slice(at) == "±" { at + 1 } else { at + 3 };
    if !spelled && place == at + 3 || !reading.is_number(place) {
        return None;
    }
    let off = number::read(reading, place, Before::Other)?;
    let unit = unit::after(reading, &off, off.end, None);
    let same = match (&draft.unit.unit, &unit.unit) {
        (Some(mine), Some(theirs)) => mine.code == theirs.code,
        (Some(_), None) | (None, _) => true,
    };
    let by = off.value().filter(|_| same)?;
    draft.to = Some(draft.phrase.moved(by)?);
    draft.phrase = draft.phrase.moved(by.negated())?;
    (draft.wording, draft.end) = (Wording::Range, unit.end);
    if unit.unit.is_some() {
        draft.unit = unit;
    }
    Some(())
}

/// "rose from 13.5 to 14 mm": two levels of one unit.
fn lend_unit(reading: &Reading<'_>, draft: &mut Draft, second: &Second, opener: Option<(usize, Opener)>) {
    let from = opener.is_some_and(|(_, word)| word == Opener::From);
    let falls = from && draft.phrase.value().zip(second.phrase.value()).is_some_and(|(first, second)| first > second);
    if draft.unit.unit.is_none() && (falls || moved(reading, opener)) && !second.signed {
        draft.unit = unit::Unified { end: draft.end, ..second.unit.clone() };
    }
}

/// "8 or $9": both are money.
fn lend_sign(draft: &mut Draft, second: &Second, link: Link) {
    let close =
        draft.phrase.value().zip(second.phrase.value()).is_some_and(|(low, high)| low < high && is_next(low, high));
    if link == Link::Or && second.signed && draft.unit.unit.is_none() && close {
        draft.unit = unit::Unified { end: draft.end, written: None, ..second.unit.clone() };
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    Between,
    From,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    And,
    To,
    Or,
    Dash,
}

fn opener(reading: &Reading<'_>, start: usize, free: usize) -> Option<(usize, Opener)> {
    let before = start.checked_sub(1).filter(|&before| before >= free)?;
    let ages = ["between", "the", "ages", "of"];
    let aged = before >= free + 3 && (0..4).all(|back| reading.reads(before - 3 + back, ages[back]));
    match reading.slice(before) {
        _ if aged => Some((before - 3, Opener::Between)),
        word if word.eq_ignore_ascii_case("between") => Some((before, Opener::Between)),
        word if word.eq_ignore_ascii_case("from") => Some((before, Opener::From)),
        _ => None,
    }
}

/// The word or dash behind the first number, and where the second begins.
fn link(reading: &Reading<'_>, draft: &Draft, opener: Option<(usize, Opener)>) -> Option<(usize, Link)> {
    // The noun of a count may stand between: "from 10 guests to 20".
    let at = draft.end;
    let between = opener.is_some_and(|(_, word)| word == Opener::Between);
    match reading.slice(at) {
        "and" if between => Some((at + 1, Link::And)),
        // "200 to -300", as it is written for "200-to-300"
        "to" if draft.to.is_none() => {
            let dash = reading.slice(at + 1) == "-" && reading.glued(at + 1) && reading.glued(at + 2);
            Some((at + 1 + usize::from(dash), Link::To))
        }
        "through" | "thru" if draft.to.is_none() => Some((at + 1, Link::To)),
        "till" | "until" if opener.is_some() && !between => Some((at + 1, Link::To)),
        "up" if opener.is_some() && !between && reading.reads(at + 1, "to") => Some((at + 2, Link::To)),
        "or" => Some((at + 1, Link::Or)),
        "-" | "–" | "—" | "‑"
            if reading.glued(at) == reading.glued(at + 1) || reading.is_number(at - 1) && reading.glued(at + 1) =>
        {
            let behind = if reading.reads(at + 1, "to") && reading.slice(at + 2) == "-" { at + 3 } else { at + 1 };
            let behind = if behind == at + 1 && reading.reads(at + 1, "to") { at + 2 } else { behind };
            Some((behind, Link::Dash))
        }
        "-" if reading.reads(at + 1, "to") => Some((at + 2, Link::To)),
        "~" => Some((at + 1, Link::Dash)),
        _ => None,
    }
}

struct Second {
    phrase: Phrase,
    unit: unit::Unified,
    signed: bool,
}

/// The number behind the link, with its sign and unit.
fn second(reading: &Reading<'_>, at: usize, free: usize, money: bool) -> Option<Second> {
    let at = if reading.reads_one_of(at, &["about", "around", "roughly", "nearly", "~"]) { at + 1 } else { at };
    let share = reading.is(at, reading.known().article) && reading.is(at + 1, reading.known().part);
    let number = if share { Some(at) } else { None };
    let number = number
        .or_else(|| (at..at + 4).find(|&at| reading.is_number(at) || reading.entry(at).senses.iter().any(is_number)))?;
    let sign = money::before(reading, number, free);
    if sign.as_ref().map_or(number, |sign| sign.start) > at {
        return None;
    }
    let before = if money || sign.is_some() { Before::Money } else { Before::Other };
    let phrase = number::read(reading, number, before)?;
    let unit = unit::after(reading, &phrase, phrase.end, sign.as_ref());
    Some(Second { phrase, unit, signed: sign.is_some() })
}

fn is_number(sense: &crate::extract::lexicon::Sense) -> bool {
    matches!(sense, crate::extract::lexicon::Sense::Number(_))
}

/// Whether two numbers are the ends of one range.
fn goes_together(
    reading: &Reading<'_>,
    draft: &Draft,
    second: &Second,
    link: Link,
    opener: Option<(usize, Opener)>,
) -> bool {
    let (Some(low), Some(high)) = (draft.phrase.value(), second.phrase.value()) else { return false };
    let same = match (&draft.unit.unit, &second.unit.unit) {
        (Some(mine), Some(theirs)) => mine.code == theirs.code || (draft.unit.written == second.unit.written),
        // "$5 to 6", "aged 18 to 24"
        (Some(mine), None) => {
            let aged = mine.dimension == Dimension::Age && draft.unit.written.is_none();
            aged || draft.unit.written.is_some_and(|(start, _)| start < draft.phrase.start)
        }
        (None, _) => !second.signed,
    };
    let rises = low < high || (second.phrase.has_magnitude() && !draft.phrase.has_magnitude());
    let opened = opener.is_some();
    // "cut from 40 to 35 percent"
    let falls = !rises && opener.is_some_and(|(_, word)| word == Opener::From);
    match link {
        Link::And => same,
        Link::To => {
            same && (opened && !falls && !moved(reading, opener)
                || rises && !opened && !near_score(reading, draft, second))
                && !changed(reading, draft, second)
        }
        Link::Or => {
            // "two or three thousand"
            let first = low;
            let low = spread(reading, &draft.phrase, second).and_then(|spread| spread.value()).unwrap_or(first);
            // "$8 or $9 million"
            let money = low > first && draft.unit.written.is_some_and(|(start, _)| start < draft.phrase.start);
            same && low < high && is_next(low, high) && (draft.unit.unit.is_none() || money)
        }
        Link::Dash => same && rises && !near_score(reading, draft, second) && !is_joined(reading, draft, second),
    }
}

/// So far in front of "from" may stand what moves: "raised the limit on all roads from".
const MOVING: usize = 8;

/// "rose from 5 to 6", "rose sharply in May from 5 to 6", "raised the limit from 5 to 6": two levels and no range.
fn moved(reading: &Reading<'_>, opener: Option<(usize, Opener)>) -> bool {
    let Some((at, Opener::From)) = opener else { return false };
    let known = reading.known();
    let moves = |at: usize| {
        (reading.is(at, known.up) || reading.is(at, known.down)) && !reading.reads_one_of(at, &["growth", "up", "down"])
    };
    let spreads = |at: usize| reading.is(at, known.ranging);
    let inside = (at.saturating_sub(MOVING).max(reading.first)..at).rev();
    let mut inside =
        inside.take_while(|at| !matches!(reading.slice(*at), "," | ";" | ":" | "(" | "—") && !spreads(*at));
    let near = reading.reads_one_of(at.wrapping_sub(1), &["up", "down"]) && at > reading.first;
    near || inside.any(moves)
}

/// "rose 5 % to 20 %": a change with its unit, and the level that it led to.
fn changed(reading: &Reading<'_>, draft: &Draft, second: &Second) -> bool {
    let own = draft.unit.written.is_some_and(|(start, _)| start >= draft.phrase.end) || is_far(draft, second);
    let start = hedge::before(reading, draft.start, reading.first).map_or(draft.start, |(start, _)| start);
    let before = start.wrapping_sub(if reading.reads(start.wrapping_sub(1), "by") { 2 } else { 1 });
    let known = reading.known();
    let change = |at: usize| at >= reading.first && (reading.is(at, known.up) || reading.is(at, known.down));
    // "rose 2 percent or 12 points to 700"
    let other = reading.reads(before, "or") && (before.saturating_sub(5)..before).any(change);
    own && before < draft.start && (change(before) || other) && !is_outlook(reading, before, draft, second)
}

/// "expects sales to be up 3% to 5%", "should grow by 3% to 5%": what is still to come has no level yet. "Is expected to rise 2% to 60%"
/// has.
fn is_outlook(reading: &Reading<'_>, change: usize, draft: &Draft, second: &Second) -> bool {
    let relative = |unit: &unit::Unified| unit.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Percent);
    let near = draft
        .phrase
        .value()
        .zip(second.phrase.value())
        .is_some_and(|(low, high)| low.times(Number::from_integer(OUTLOOK)).is_some_and(|limit| high <= limit));
    let due = |at: usize| reading.is(at, reading.known().future);
    let inside = change.saturating_sub(MOVING).max(reading.first)..change;
    relative(&draft.unit) && relative(&second.unit) && near && inside.into_iter().any(due)
}

/// How many times its lower end the upper end of what is expected may be.
const OUTLOOK: i128 = 3;

/// "rose 7.4 to 2,453", "firmed 30 cents to 42 dollars": too far from one another for the ends of a range, the more so where only
/// the second one has a unit.
fn is_far(draft: &Draft, second: &Second) -> bool {
    let times = Number::from_integer(if second.unit.unit.is_some() { 50 } else { 10 });
    let limit = draft.phrase.value().and_then(|value| value.times(times));
    limit.zip(second.phrase.value()).is_some_and(|(limit, value)| value > limit)
}

/// "two or three", "8 or 9", "10 or 12".
fn is_next(low: Number, high: Number) -> bool {
    let double = low.times(Number::from_integer(2));
    double.is_some_and(|double| high <= double)
}

/// Whether a vote or a match is near, so that "3-5" is its result.
fn near_score(reading: &Reading<'_>, draft: &Draft, second: &Second) -> bool {
    let known = reading.known();
    // "won 30 to 40 seats": what is counted is no result.
    let counted = second.unit.written.is_some_and(|(from, to)| !(from..to).any(|at| reading.is(at, known.score)));
    if counted {
        return false;
    }
    let near = draft.start.saturating_sub(4).max(reading.first)..(draft.end + 5).min(reading.end);
    let unitless = draft.unit.unit.is_none();
    unitless && near.into_iter().any(|at| reading.is(at, known.score))
}

/// "555-1234-5": one of many numbers in a row is no end of a range.
fn is_joined(reading: &Reading<'_>, draft: &Draft, second: &Second) -> bool {
    let more = |at: usize| matches!(reading.slice(at), "-" | "/") && reading.glued(at) && reading.is_number(at + 1);
    let before = draft.start.wrapping_sub(1);
    more(second.phrase.end) || matches!(reading.slice(before), "-" | "/") && reading.glued(before)
}

/// The first number with the magnitude that only the second one names.
fn spread(reading: &Reading<'_>, first: &Phrase, second: &Second) -> Option<Phrase> {
    let Some(factors) = shared(reading, &second.phrase).filter(|_| !first.has_magnitude()) else { return Some(*first) };
    let limit = second.phrase.value()?;
    let scaled = factors.into_iter().filter_map(|factor| first.scaled(factor));
    Some(scaled.into_iter().find(|scaled| scaled.value().is_some_and(|value| value <= limit)).unwrap_or(*first))
}

/// What the words behind the second number may multiply the first by as well, the most first: the thousand of "two to three
/// thousand", the hundred of "two to three hundred", both of "two to three hundred thousand".
fn shared(reading: &Reading<'_>, phrase: &Phrase) -> Option<Vec<Number>> {
    let hundred = Number::from_integer(100);
    let large = |value: Number| value > hundred;
    if !phrase.has_magnitude() {
        let hundreds = reading.reads(phrase.end - 1, "hundred") && phrase.value().is_some_and(large);
        return hundreds.then(|| vec![hundred]);
    }
    let magnitude = phrase.magnitude;
    let both = magnitude
        .times(hundred)
        .filter(|_| reading.reads(phrase.end.wrapping_sub(2), "hundred") && phrase.end > phrase.start + 2);
    Some(both.into_iter().chain([magnitude]).collect())
}
