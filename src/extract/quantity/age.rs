//! How old somebody or something is: lengths of time that are ages, and bare numbers.

use super::hedge;
use super::unit::Unified;
use crate::extract::number::Phrase;
use crate::extract::reading::Reading;
use crate::value::{Dimension, Number, Unit};

/// "two decades old", "300-century-old": an age in years.
pub(super) fn decades_old(reading: &Reading<'_>, at: usize) -> Option<Unified> {
    let start = reading.past_hyphen(at);
    let years = match () {
        () if reading.reads_one_of(start, &["decade", "decades"]) => 10,
        () if reading.reads_one_of(start, &["century", "centuries"]) => 100,
        () => return None,
    };
    let old = reading.past_hyphen(start + 1);
    let year = reading.lexicon.units.iter().find(|unit| unit.dimension == Dimension::Duration && &*unit.code == "a")?;
    let unit = Unit { dimension: Dimension::Age, ..year.clone() };
    let found = Unified { factor: Number::from_integer(years), ..Unified::of(unit, start, old + 1) };
    (reading.is(old, reading.known().age_after) && !reading.reads(old, "age")).then_some(found)
}

/// "42-year-old", "six months old": a length of time that is an age.
pub(super) fn aged(reading: &Reading<'_>, phrase: &Phrase, mut found: Unified) -> Unified {
    let Some(unit) = found.unit.as_ref().filter(|unit| unit.dimension == Dimension::Duration) else { return found };
    let code = unit.code.clone();
    let age =
        || Unit { code: code.clone(), dimension: Dimension::Age, conversion: unit.conversion, name: unit.name.clone() };
    let known = reading.known();
    let after = reading.past_hyphen(found.end);
    if reading.is(after, known.age_after) && !reading.reads(after, "age") {
        let unit = age();
        found = Unified {
            unit: Some(unit),
            end: after + 1,
            written: found.written.map(|(start, _)| (start, after + 1)),
            ..found
        };
    } else if reading.reads(found.end, "of") && reading.reads(found.end + 1, "age") {
        let unit = age();
        found = Unified { unit: Some(unit), end: found.end + 2, ..found };
    } else if is_age_of(reading, phrase.start) {
        found.unit = Some(age());
    }
    found
}

/// "aged 5 years", "at the age of 30 months", though not "an age of 20 years of peace".
pub(in crate::extract) fn is_age_of(reading: &Reading<'_>, at: usize) -> bool {
    let last = at.wrapping_sub(1);
    let age = reading.reads(last, "of") && reading.reads_one_of(last.wrapping_sub(1), &["age", "ages"]);
    reading.reads(last, "aged") || age && reading.reads(last.wrapping_sub(2), "the")
}

/// "aged 42", "at the age of 42", "Jane Doe, 42,": a bare number that is an age.
pub(super) fn by_words(reading: &Reading<'_>, phrase: &Phrase, end: usize) -> Option<Unified> {
    let value = phrase.value()?.to_integer().filter(|value| (0..=120).contains(value))?;
    let at = phrase.start;
    let last = at.wrapping_sub(1);
    let stated = reading.is(last, reading.known().age_before)
        || is_second_age(reading, at)
        || is_aged_to_one_side(reading, at)
        || (reading.reads(last, "of") && reading.reads_one_of(last.wrapping_sub(1), &["age", "ages"]));
    let closes = |at: usize| matches!(reading.slice(at), "," | ")" | "." | "");
    let opens = matches!(reading.slice(last), "," | "(");
    let named = reading.is_capitalised(last.wrapping_sub(1))
        && reading.is_word(last.wrapping_sub(1))
        && !reading.is(last.wrapping_sub(1), reading.known().month);
    let goes_on = closes(end) && reading.slice(end) != "." && end < reading.end && !reading.is_number(end + 1);
    // "killed Jane Doe, 42."
    let is_last = || matches!(reading.slice(end), "." | ";") && is_full_name(reading, last.wrapping_sub(1));
    let apposition = value >= 10 && opens && named && at + 1 == end && (goes_on || is_last());
    let year = reading.lexicon.units.iter().find(|unit| unit.dimension == Dimension::Duration && &*unit.code == "a")?;
    let unit = Unit { dimension: Dimension::Age, ..year.clone() };
    let told = is_told_age(reading, at, end) || is_age_at_death(reading, at, end);
    ((stated && !is_counted(reading, end)) || apposition || told)
        .then_some(Unified { unit: Some(unit), ..Unified::none(end) })
}

/// "aged 22 and 47": what stands behind the first age is one too.
fn is_second_age(reading: &Reading<'_>, at: usize) -> bool {
    let first = at.wrapping_sub(2);
    let joined = reading.reads_one_of(at.wrapping_sub(1), &["and", "or"]) && reading.is_number(first);
    joined && reading.reads(first.wrapping_sub(1), "aged")
}

/// "aged under 25": a hedge stands between.
fn is_aged_to_one_side(reading: &Reading<'_>, at: usize) -> bool {
    // "aged between 18 and 24"
    let ranges = reading.reads_one_of(at.wrapping_sub(1), &["between", "from"]);
    if ranges && reading.reads_one_of(at.wrapping_sub(2), &["aged", "ages"]) {
        return true;
    }
    let hedge = hedge::before(reading, at, reading.first);
    hedge.is_some_and(|(start, _)| reading.reads_one_of(start.wrapping_sub(1), &["aged", "ages"]))
}

/// "She was 88.", "he is 42 and": a person, in the words of news, is no other number.
fn is_told_age(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let (verb, who) = (at.wrapping_sub(1), at.wrapping_sub(2));
    reading.reads_one_of(verb, &["was", "is", "turned"])
        && (reading.reads_one_of(who, &["he", "she", "who"])
            || is_full_name(reading, who) && reading.slice(at).len() == 2)
        && (!reading.is_word(end) || reading.reads_one_of(end, &["when", "and", "at"]))
        && !matches!(reading.slice(end), "%" | "-" | "–" | "/")
}

/// "died at 73", "dead at 73,": no hour, which has its "p.m." or its minutes, and no number of a street.
fn is_age_at_death(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let (joint, verb) = (at.wrapping_sub(1), at.wrapping_sub(2));
    let is_closed = !reading.is_word(end) && !matches!(reading.slice(end), "%" | "-" | "–" | "/" | ":")
        || reading.reads_one_of(end, &["after", "in", "from", "of", "and", "when", "while"]);
    // "died on Tuesday at 73", "died in hospital at 73"
    let is_one = |back: &usize| *back >= reading.first && (reading.is_word(*back) || reading.is_number(*back));
    let mut words = (0..=5).map_while(|back| verb.checked_sub(back)).take_while(is_one);
    reading.reads(joint, "at") && words.any(|word| reading.is(word, reading.known().ends_at_age)) && is_closed
}

/// "Jane Doe": two capitalised words that are nothing else, the second at a place.
fn is_full_name(reading: &Reading<'_>, last: usize) -> bool {
    let known = reading.known();
    let others = [known.organisation, known.firm, known.place_word, known.month, known.weekday];
    let plain = |at: usize| {
        reading.is_capitalised(at)
            && reading.slice(at).chars().skip(1).all(char::is_lowercase)
            && !others.iter().any(|class| reading.is(at, *class))
    };
    let first = last.wrapping_sub(1);
    // "Carl Bay"
    let surname = || reading.is(last, known.surname_too) && reading.is_capitalised(last);
    (plain(last) || surname()) && plain(first) && !reading.is(first, known.determiner)
}

/// Whether the word behind a number is one that it may count.
fn is_counted(reading: &Reading<'_>, end: usize) -> bool {
    reading.is_word(end) && !reading.is(end, reading.known().phrase_end)
}
